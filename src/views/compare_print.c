/* compare_print.c: qari compare A B: two reports, sentence by sentence. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/utf8.h"
#include "library/compare.h"
#include "views/json.h"
#include "views/library_task.h"
#include "views/read.h"

/* One of the two. */
struct copy {
	struct article *article;
	bool            held;           /* out of the library */
};

struct pair {
	struct copy of[SIDES];
};

static const char *
letter_of(const struct library_call *call, enum side side)
{
	return message_plain(call->options.language, side == SIDE_A
	    ? MESSAGE_COMPARE_A : MESSAGE_COMPARE_B);
}

static void
copy_free(struct copy *copy)
{
	if (copy->held)
		library_article_free(copy->article);
	else
		article_free(copy->article);
}

/* The number of an article in the library; opened for the first such. */
static bool
take_held(struct library_call *call, const char *name, struct copy *copy)
{
	struct failure failure = { 0 };
	int64_t        article;

	if (call->library == NULL)
		call->library = library_open(call->path, LIBRARY_READ,
		    &failure);
	if (call->library == NULL) {
		complain(&call->options, &failure);
		return false;
	}
	article = call_article(call, name);
	copy->article = article == 0 ? NULL
	    : library_article(call->library, article);
	copy->held = true;
	return copy->article != NULL;
}

/* A file first; a number that no file is called by is an article of the
 * library. */
static bool
take(struct library_call *call, const char *name, struct copy *copy)
{
	struct failure failure = { 0 };

	copy->article = article_open(name, &failure);
	if (copy->article == NULL && failure.error == ENOENT &&
	    strspn(name, "0123456789") == strlen(name))
		return take_held(call, name, copy);
	if (copy->article == NULL || !article_read_all(copy->article,
	    &failure)) {
		complain(&call->options, &failure);
		return false;
	}
	copy->article->published = call->published;
	return true;
}

static void
add_span(struct buffer *out, const struct article *article, struct span span)
{
	plain_add(out, article->text.at + span.start, span_size(span));
}

static void
title_text(struct library_call *call, const struct pair *pair,
    const struct comparison *comparison, enum side side)
{
	const struct article *article = pair->of[side].article;
	struct span           span    = article_title(article);
	char                 *title   = memory_string(span_is_empty(span) ? ""
	    : article->text.at + span.start, span_size(span));
	struct argument       arguments[] = {
		{ NULL, (size_t)(comparison->shared[side] * 100 + 0.5) },
		{ letter_of(call, side), 0 }
	};

	buffer_add_string(&call->out, letter_of(call, side));
	buffer_add_string(&call->out, "\t");
	title_add(&call->out, title);
	free(title);
	buffer_add_string(&call->out, "\t");
	message_write(call->options.language, MESSAGE_COMPARE_SHARED,
	    arguments, 2, &call->out);
	buffer_add_string(&call->out, "\n");
}

/* By the fullest name: what stands there may lack its article, as in للـ. */
static void
add_fact(struct buffer *out, const struct article *article,
    const struct fact *fact)
{
	if (fact->name != NULL)
		plain_add(out, fact->name, strlen(fact->name));
	else
		add_span(out, article, fact->span);
}

static void
only_text(struct library_call *call, const struct pair *pair,
    const struct counterpart *both, enum side side)
{
	struct argument arguments[] = { { letter_of(call, side), 0 } };
	const struct facts *only = &both->only[side];

	if (only->count == 0)
		return;
	buffer_add_string(&call->out, "\t");
	message_write(call->options.language, MESSAGE_COMPARE_ONLY, arguments,
	    1, &call->out);
	buffer_add_string(&call->out, ":");
	for (size_t i = 0; i < only->count; i++) {
		buffer_add_string(&call->out, i > 0 ? " · " : " ");
		add_fact(&call->out, pair->of[side].article, &only->at[i]);
		if (only->at[i].iso[0] != '\0') {
			buffer_add_string(&call->out, " (");
			buffer_add_string(&call->out, only->at[i].iso);
			buffer_add_string(&call->out, ")");
		}
	}
	buffer_add_string(&call->out, "\n");
}

static void
counterpart_text(struct library_call *call, const struct pair *pair,
    const struct counterpart *one)
{
	struct buffer *out = &call->out;

	buffer_add_string(out, "\n");
	for (int side = 0; side < SIDES; side++) {
		if (span_is_empty(one->span[side]))
			continue;
		buffer_add_string(out, letter_of(call, (enum side)side));
		buffer_add_string(out, "\t");
		add_span(out, pair->of[side].article, one->span[side]);
		buffer_add_string(out, "\n");
	}
	for (int side = 0; side < SIDES; side++)
		only_text(call, pair, one, (enum side)side);
	for (size_t i = 0; i < one->respelt.count; i++) {
		buffer_add_string(out, "\t");
		buffer_add_string(out, message_plain(call->options.language,
		    one->respelt.at[i].other_name ? MESSAGE_COMPARE_CALLED
		    : MESSAGE_COMPARE_SPELT));
		buffer_add_string(out, ": ");
		for (int side = 0; side < SIDES; side++) {
			const char *name = one->respelt.at[i].name[side];

			plain_add(out, name, strlen(name));
			buffer_add_string(out, side == SIDE_A ? " / " : "\n");
		}
	}
}

/* A span in code points, with its text; null for an empty one. */
static void
add_span_json(struct buffer *out, const struct article *article,
    struct span span)
{
	const char *text = article->text.at;
	size_t      start;

	if (span_is_empty(span)) {
		buffer_add_string(out, "null");
		return;
	}
	start = utf8_count(text, span.start);
	buffer_add_string(out, "{");
	json_number_member(out, "start", start);
	json_number_member(out, "end", start + utf8_count(text + span.start,
	    span_size(span)));
	json_member(out, "text");
	json_string(out, text + span.start, span_size(span));
	buffer_add_string(out, "}");
}

static void
only_json(struct buffer *out, const struct article *article,
    const struct facts *only)
{
	buffer_add_string(out, "[");
	for (size_t i = 0; i < only->count; i++) {
		const struct fact *fact = &only->at[i];

		buffer_add_string(out, i > 0 ? ",{" : "{");
		json_text_member(out, "kind", fact->kind < KINDS
		    ? kind_tag(fact->kind) : "NUMBER");
		json_text_member(out, "norm", fact->iso[0] != '\0'
		    ? fact->iso : NULL);
		json_text_member(out, "name", fact->name);
		json_member(out, "at");
		add_span_json(out, article, fact->span);
		buffer_add_string(out, "}");
	}
	buffer_add_string(out, "]");
}

static void
counterpart_json(struct buffer *out, const struct pair *pair,
    const struct counterpart *one)
{
	char alike[24];

	snprintf(alike, sizeof alike, "%.2f", one->alike);
	buffer_add_string(out, "{\"alike\":");
	buffer_add_string(out, alike);
	for (int side = 0; side < SIDES; side++) {
		const struct article *article = pair->of[side].article;

		buffer_add_string(out, side == SIDE_A ? ",\"a\":" :
		    ",\"b\":");
		add_span_json(out, article, one->span[side]);
		buffer_add_string(out, side == SIDE_A ? ",\"only_a\":"
		    : ",\"only_b\":");
		only_json(out, article, &one->only[side]);
	}
	buffer_add_string(out, ",\"respelt\":[");
	for (size_t i = 0; i < one->respelt.count; i++) {
		buffer_add_string(out, i > 0 ? ",{\"a\":" : "{\"a\":");
		add_span_json(out, pair->of[SIDE_A].article,
		    one->respelt.at[i].span[SIDE_A]);
		buffer_add_string(out, ",\"b\":");
		add_span_json(out, pair->of[SIDE_B].article,
		    one->respelt.at[i].span[SIDE_B]);
		buffer_add_string(out, one->respelt.at[i].other_name
		    ? ",\"other_name\":true}" : "}");
	}
	buffer_add_string(out, "]}\n");
}

static int
print(struct library_call *call, const struct pair *pair)
{
	struct comparison *comparison = comparison_of(
	    pair->of[SIDE_A].article, pair->of[SIDE_B].article,
	    call->models);
	bool any = false;

	for (int side = 0; !call->jsonl && side < SIDES; side++)
		title_text(call, pair, comparison, (enum side)side);
	for (size_t i = 0; i < comparison->count; i++) {
		any |= comparison->at[i].alike > 0;
		if (call->jsonl)
			counterpart_json(&call->out, pair,
			    &comparison->at[i]);
		else
			counterpart_text(call, pair, &comparison->at[i]);
	}
	comparison_free(comparison);
	return call_flush(call) ? (any ? 0 : 1) : 2;
}

int
compare_run(struct library_call *call)
{
	struct pair pair   = { { { NULL, false }, { NULL, false } } };
	int         status = 2;

	if (call_models(call) != NULL &&
	    take(call, call->operand[0], &pair.of[SIDE_A]) &&
	    take(call, call->operand[1], &pair.of[SIDE_B]))
		status = print(call, &pair);
	copy_free(&pair.of[SIDE_A]);
	copy_free(&pair.of[SIDE_B]);
	library_close(call->library);
	call->library = NULL;
	return status;
}
