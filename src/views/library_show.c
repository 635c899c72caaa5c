/* library_show.c: qari library list, search, stories: articles. */
#include <stdio.h>
#include <string.h>

#include "bytes/utf8.h"
#include "library/stories.h"
#include "views/json.h"
#include "views/library_task.h"

enum { HITS = 20, STORIES = 20, AROUND = 90 };  /* bytes before a hit */

int
library_list_run(struct library_call *call)
{
	struct summaries all = library_shelf(call->library, call->order, 0,
	    call->limit > 0 ? call->limit : INT32_MAX);
	bool             any = all.count > 0;

	for (size_t i = 0; i < all.count; i++) {
		if (!call->jsonl) {
			summary_line(&call->out, &all.at[i]);
			continue;
		}
		buffer_add_string(&call->out, "{");
		summary_json(&call->out, &all.at[i]);
		buffer_add_string(&call->out, "}\n");
	}
	summaries_free(&all);
	return call_failed(call, any ? 0 : 1);
}

/* The piece of the text to show around its first hit: of one part, from a
 * word's beginning. */
static struct span
piece_around(const struct article *article, struct span hit)
{
	size_t      part = article_part_at(article, hit.start);
	const char *text = article->text.at;
	struct span piece;

	if (part == article->parts.count)
		return hit;
	piece = article->parts.at[part].span;
	if (hit.start > piece.start + AROUND) {
		const char *space = memchr(text + hit.start - AROUND, ' ',
		    AROUND);

		piece.start = space != NULL ? (size_t)(space + 1 - text)
		    : hit.start;
	}
	if (piece.end > hit.end + AROUND) {
		const char *space = memchr(text + hit.end + AROUND / 2, ' ',
		    piece.end - hit.end - AROUND / 2);

		if (space != NULL)
			piece.end = (size_t)(space - text);
	}
	return piece;
}

/* The piece, each hit in it between brackets. */
static void
marked_line(struct buffer *out, const struct article *article,
    struct span piece, const struct spans *hits)
{
	size_t at = piece.start;

	buffer_add_string(out, "\t");
	for (size_t i = 0; i < hits->count; i++) {
		struct span hit = span_common(hits->at[i], piece);

		if (span_is_empty(hit))
			continue;
		plain_add(out, article->text.at + at, hit.start - at);
		buffer_add_string(out, "[");
		plain_add(out, article->text.at + hit.start, span_size(hit));
		buffer_add_string(out, "]");
		at = hit.end;
	}
	plain_add(out, article->text.at + at, piece.end - at);
	buffer_add_string(out, "\n");
}

/* The hits as code points of the article's text. */
static void
hits_json(struct buffer *out, const struct article *article,
    const struct spans *hits)
{
	size_t byte = 0, letters = 0;

	buffer_add_string(out, ",\"hits\":[");
	for (size_t i = 0; i < hits->count; i++) {
		struct span hit  = hits->at[i];
		const char *text = article->text.at;

		letters += utf8_count(text + byte, hit.start - byte);
		byte = hit.start;
		buffer_add_string(out, i > 0 ? ",{\"start\":" :
		    "{\"start\":");
		json_number(out, letters);
		buffer_add_string(out, ",\"end\":");
		json_number(out, letters + utf8_count(text + hit.start,
		    span_size(hit)));
		buffer_add_string(out, ",\"text\":");
		json_string(out, text + hit.start, span_size(hit));
		buffer_add_string(out, "}");
	}
	buffer_add_string(out, "]");
}

static void
show_hit(struct library_call *call, const struct query *query,
    const struct hit *hit)
{
	struct article *article = library_article(call->library,
	    hit->article.id);
	struct spans    spans   = { 0 };

	if (article != NULL)
		spans = query_spans(query, article);
	if (call->jsonl) {
		buffer_add_string(&call->out, "{");
		summary_json(&call->out, &hit->article);
		if (article != NULL)
			hits_json(&call->out, article, &spans);
		buffer_add_string(&call->out, "}\n");
	} else {
		summary_line(&call->out, &hit->article);
		if (spans.count > 0)
			marked_line(&call->out, article,
			    piece_around(article, spans.at[0]), &spans);
	}
	array_free(&spans);
	library_article_free(article);
}

/* Says which words Latin ones were taken for. */
static void
tell_sounds(struct library_call *call, const struct query *query)
{
	struct buffer words = { 0 };

	for (size_t i = 0; i < query->count; i++)
		for (size_t j = 0; j < query->at[i].sounds.count; j++) {
			if (words.count > 0)
				buffer_add_string(&words, " · ");
			buffer_add_string(&words,
			    query->at[i].sounds.at[j]);
		}
	if (words.count > 0) {
		array_add(&words, '\0');
		call_say(call, MESSAGE_LIBRARY_SOUNDS, words.at, 0);
	}
	array_free(&words);
}

/* Says which condition has no value, or none that is a time. */
static void
say_unread(struct library_call *call, const struct query *query)
{
	const char *colon = strchr(query->unread, ':');

	call_say(call, colon[1] == '\0' ? MESSAGE_LIBRARY_NO_VALUE
	    : MESSAGE_LIBRARY_BAD_VALUE, query->unread, 0);
}

int
library_search_run(struct library_call *call)
{
	struct buffer typed = { 0 };
	struct query *query;
	struct hits   hits;
	bool          any;

	for (size_t i = 0; i < call->operands; i++) {
		buffer_add_string(&typed, call->operand[i]);
		buffer_add_string(&typed, " ");
	}
	query = query_new(typed.at, typed.count);
	if (query->unread != NULL) {
		say_unread(call, query);
		query_free(query);
		array_free(&typed);
		return 2;
	}
	hits = library_search(call->library, query, 0,
	    call->limit > 0 ? call->limit : HITS);
	tell_sounds(call, query);
	for (size_t i = 0; i < hits.count; i++)
		show_hit(call, query, &hits.at[i]);
	if (!call->jsonl && hits.all > hits.count)
		call_say(call, MESSAGE_ARTICLE_COUNT, NULL, hits.all);
	any = hits.count > 0;
	if (!any)
		call_say(call, MESSAGE_ARTICLE_COUNT, NULL, 0);
	hits_free(&hits);
	query_free(query);
	array_free(&typed);
	return call_failed(call, any ? 0 : 1);
}

static void
story_text(struct library_call *call, const struct story *story)
{
	struct argument arguments[] = { { NULL, story->articles } };

	message_write(call->options.language, MESSAGE_LIBRARY_STORY,
	    arguments, 1, &call->out);
	buffer_add_string(&call->out, ":\n");
	for (size_t i = 0; i < story->articles; i++) {
		struct summary  summary;
		struct argument copied[] = { { NULL,
		    (size_t)story->copy_of[i] } };

		if (!library_summary(call->library, story->article[i],
		    &summary))
			continue;
		buffer_add_string(&call->out, "\t");
		summary_line(&call->out, &summary);
		summary_free(&summary);
		if (story->copy_of[i] == 0)
			continue;
		buffer_add_string(&call->out, "\t\t");
		message_write(call->options.language, MESSAGE_LIBRARY_COPY,
		    copied, 1, &call->out);
		buffer_add_string(&call->out, "\n");
	}
}

static void
story_json(struct library_call *call, const struct story *story)
{
	struct buffer *out = &call->out;

	buffer_add_string(out, "{\"story\":");
	json_number(out, (size_t)story->id);
	buffer_add_string(out, ",\"articles\":[");
	for (size_t i = 0; i < story->articles; i++) {
		struct summary summary;

		if (!library_summary(call->library, story->article[i],
		    &summary))
			continue;
		buffer_add_string(out, i > 0 ? ",{" : "{");
		summary_json(out, &summary);
		buffer_add_string(out, ",\"copy_of\":");
		if (story->copy_of[i] != 0)
			json_number(out, (size_t)story->copy_of[i]);
		else
			buffer_add_string(out, "null");
		buffer_add_string(out, "}");
		summary_free(&summary);
	}
	buffer_add_string(out, "]}\n");
}

int
library_stories_run(struct library_call *call)
{
	struct stories stories = { 0 };
	bool           any     = false;

	library_set_bulk(call->library, true);
	for (size_t i = 0; call->library != NULL && i < call->operands;
	    i++) {
		int64_t article = call_article(call, call->operand[i]);

		if (article != 0)
			array_add(&stories, library_story_of(call->library,
			    article));
	}
	if (call->operands == 0)
		stories = library_stories(call->library, call->limit > 0
		    ? call->limit : STORIES);
	if (call->library != NULL)
		library_set_bulk(call->library, false);
	for (size_t i = 0; call->library != NULL && i < stories.count; i++) {
		any |= stories.at[i].articles > 1;
		if (call->jsonl)
			story_json(call, &stories.at[i]);
		else
			story_text(call, &stories.at[i]);
	}
	stories_free(&stories);
	return call_failed(call, any ? 0 : 1);
}
