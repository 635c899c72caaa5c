/* library_export.c: qari library export: all of it, for other programs. */
#include <stdio.h>

#include "bytes/utf8.h"
#include "library/reading.h"
#include "views/corrections.h"
#include "views/json.h"
#include "views/library_task.h"

enum { BLOCK = 1 << 20, ROWS = 256 };   /* bytes; articles */

static void
add_strings(struct buffer *out, const char *name, const struct paths *paths)
{
	buffer_add_string(out, ",\"");
	buffer_add_string(out, name);
	buffer_add_string(out, "\":[");
	for (size_t i = 0; i < paths->count; i++) {
		buffer_add_string(out, i > 0 ? "," : "");
		json_text(out, paths->at[i]);
	}
	buffer_add_string(out, "]");
}

/* Offsets are code points of the text, as in qari extract. */
static void
add_mentions(struct buffer *out, const struct article *article,
    const struct places_named *places)
{
	const char *text = article->text.at;
	size_t      byte = 0, letters = 0;

	buffer_add_string(out, ",\"mentions\":[");
	for (size_t i = 0; i < places->count; i++) {
		const struct place_named *place = &places->at[i];
		struct span               span  = place->span;

		if (span.start < byte || span.end > article->text.count)
			continue;
		letters += utf8_count(text + byte, span.start - byte);
		byte = span.start;
		buffer_add_string(out, i > 0 ? ",{\"start\":"
		    : "{\"start\":");
		json_number(out, letters);
		buffer_add_string(out, ",\"end\":");
		json_number(out, letters + utf8_count(text + span.start,
		    span_size(span)));
		buffer_add_string(out, ",\"type\":");
		json_text(out, kind_tag(place->kind));
		buffer_add_string(out, ",\"norm\":");
		json_text(out, *place->iso != '\0' ? place->iso : NULL);
		buffer_add_string(out, ",\"entity\":");
		if (place->figure != 0)
			json_number(out, (size_t)place->figure);
		else
			buffer_add_string(out, "null");
		buffer_add_string(out, ",\"name\":");
		json_text(out, *place->name != '\0' ? place->name : NULL);
		buffer_add_string(out, "}");
	}
	buffer_add_string(out, "]");
}

/* What the reader put there. */
static void
add_own(struct library_call *call, const struct article *article, int64_t key)
{
	struct reading     reading = library_reading(call->library, key);
	struct place_marks marks   = library_marks(call->library, key);
	struct paths       tags    = library_tags(call->library, key);
	struct buffer     *out     = &call->out;

	buffer_add_string(out, ",\"position\":");
	json_number(out, utf8_count(article->text.at,
	    reading.position < article->text.count ? reading.position
	    : article->text.count));
	buffer_add_string(out, ",\"marks\":[");
	for (size_t i = 0; i < marks.count; i++) {
		size_t byte = marks.at[i].position < article->text.count
		    ? marks.at[i].position : article->text.count;

		buffer_add_string(out, i > 0 ? ",{\"mark\":" : "{\"mark\":");
		json_text(out, marks.at[i].letter);
		buffer_add_string(out, ",\"position\":");
		json_number(out, utf8_count(article->text.at, byte));
		buffer_add_string(out, "}");
	}
	buffer_add_string(out, "]");
	add_strings(out, "tags", &tags);
	array_free(&marks);
	paths_free(&tags);
}

static void
export_article(struct library_call *call, const struct summary *summary)
{
	struct article     *article = library_article(call->library,
	    summary->id);
	struct paths        paths   = library_paths(call->library,
	    summary->id);
	struct places_named places;

	if (article != NULL) {
		places = library_names_in(call->library, summary->id);
		buffer_add_string(&call->out, "{\"schema\":\""
		    LIBRARY_SCHEMA "\",");
		summary_json(&call->out, summary);
		add_strings(&call->out, "paths", &paths);
		buffer_add_string(&call->out, ",\"text\":");
		json_string(&call->out, article->text.at,
		    article->text.count);
		add_mentions(&call->out, article, &places);
		add_own(call, article, summary->key);
		buffer_add_string(&call->out, "}\n");
		places_named_free(&places);
	}
	paths_free(&paths);
	library_article_free(article);
}

static void
export_corrections(struct library_call *call)
{
	struct failure      failure     = { 0 };
	struct corrections *corrections = corrections_load(&failure);
	struct buffer       text        = { 0 };
	size_t              at          = 0;

	corrections_write(corrections, &text);
	while (at < text.count) {
		const char *line = text.at + at;
		const char *end  = memchr(line, '\n', text.count - at);
		size_t      size = end != NULL ? (size_t)(end - line)
		    : text.count - at;

		buffer_add_string(&call->out, "{\"schema\":\""
		    LIBRARY_SCHEMA "\",\"correction\":");
		json_string(&call->out, line, size);
		buffer_add_string(&call->out, "}\n");
		at += size + 1;
	}
	array_free(&text);
	corrections_free(corrections);
}

int
library_export_run(struct library_call *call)
{
	size_t done = 0;
	bool   good = true;

	for (;;) {
		struct summaries some = library_shelf(call->library,
		    SHELF_OLDEST, done, ROWS);

		for (size_t i = 0; good && i < some.count; i++) {
			export_article(call, &some.at[i]);
			good = call->out.count < BLOCK || call_flush(call);
		}
		done += some.count;
		if (some.count == 0 || !good)
			break;
		summaries_free(&some);
	}
	export_corrections(call);
	return good ? call_failed(call, done > 0 ? 0 : 1) : 2;
}
