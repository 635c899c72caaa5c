/* library_names.c: qari library who, where, what, when: names and dates. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "library/period.h"
#include "views/json.h"
#include "views/library_task.h"

enum { NAMES = 50, COMPANY = 12, QUOTES = 8, DATED = 100, OTHERS = 5 };

static int
compare_figures(const void *a, const void *b)
{
	const struct figure *x = a;
	const struct figure *y = b;

	if (x->articles != y->articles)
		return x->articles > y->articles ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* The figures of those kinds together, in most articles first. */
static struct figures
figures_of_kinds(struct library_call *call, const enum kind *kinds,
    size_t count, const char *words, size_t most)
{
	struct figures all = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct figures some = library_figures(call->library,
		    kinds[i], words, 0, most);

		for (size_t j = 0; j < some.count; j++)
			array_add(&all, some.at[j]);
		array_free(&some);
	}
	if (all.count > 0)
		qsort(all.at, all.count, sizeof *all.at, compare_figures);
	while (all.count > most)
		free(all.at[--all.count].name);
	return all;
}

static void
add_heading(struct library_call *call, enum message message)
{
	buffer_add_string(&call->out, message_plain(call->options.language,
	    message));
	buffer_add_string(&call->out, "\n");
}

static void
figures_text(struct library_call *call, enum message heading,
    const struct figures *figures, size_t from)
{
	if (figures->count <= from)
		return;
	add_heading(call, heading);
	for (size_t i = from; i < figures->count; i++) {
		buffer_add_string(&call->out, "\t");
		figure_line(&call->out, &figures->at[i]);
	}
}

static void
quote_text(struct library_call *call, const struct quote *quote)
{
	char head[64];

	snprintf(head, sizeof head, "\t%lld\t", (long long)quote->article);
	buffer_add_string(&call->out, head);
	plain_add(&call->out, quote->text, strlen(quote->text));
	buffer_add_string(&call->out, "\n");
}

static void
figures_json(struct buffer *out, const char *name,
    const struct figures *figures, bool strength)
{
	char number[32];

	buffer_add_string(out, ",\"");
	buffer_add_string(out, name);
	buffer_add_string(out, "\":[");
	for (size_t i = 0; i < figures->count; i++) {
		buffer_add_string(out, i > 0 ? ",{" : "{");
		figure_json(out, &figures->at[i]);
		if (strength) {
			snprintf(number, sizeof number, ",\"pmi\":%.2f",
			    figures->at[i].strength);
			buffer_add_string(out, number);
		}
		buffer_add_string(out, "}");
	}
	buffer_add_string(out, "]");
}

static void
quote_json(struct buffer *out, const struct quote *quote)
{
	buffer_add_string(out, "{\"article\":");
	json_number(out, (size_t)quote->article);
	buffer_add_string(out, ",\"title\":");
	json_text(out, quote->title);
	buffer_add_string(out, ",\"text\":");
	json_text(out, quote->text);
	if (*quote->iso != '\0') {
		buffer_add_string(out, ",\"date\":");
		json_text(out, quote->iso);
	}
	buffer_add_string(out, "}");
}

/* All that is known of one. */
struct page {
	struct figures forms;
	struct figures company;
	struct quotes  quotes;
};

static void
page_json(struct library_call *call, const struct figure *figure,
    const struct page *page)
{
	struct buffer *out = &call->out;

	buffer_add_string(out, "{");
	figure_json(out, figure);
	figures_json(out, "forms", &page->forms, false);
	figures_json(out, "company", &page->company, true);
	buffer_add_string(out, ",\"quotes\":[");
	for (size_t i = 0; i < page->quotes.count; i++) {
		buffer_add_string(out, i > 0 ? "," : "");
		quote_json(out, &page->quotes.at[i]);
	}
	buffer_add_string(out, "]}\n");
}

static void
page_text(struct library_call *call, const struct figure *figure,
    const struct page *page)
{
	figure_line(&call->out, figure);
	if (page->forms.count > 1)
		figures_text(call, MESSAGE_LIBRARY_FORMS, &page->forms, 0);
	figures_text(call, MESSAGE_LIBRARY_COMPANY, &page->company, 0);
	if (page->quotes.count > 0)
		add_heading(call, MESSAGE_LIBRARY_QUOTES);
	for (size_t i = 0; i < page->quotes.count; i++)
		quote_text(call, &page->quotes.at[i]);
}

static void
show_page(struct library_call *call, const struct figure *figure)
{
	struct page page = {
		library_forms(call->library, figure->id),
		library_company(call->library, figure->id, COMPANY),
		library_quotes(call->library, figure->id,
		    call->limit > 0 ? call->limit : QUOTES)
	};

	if (call->jsonl)
		page_json(call, figure, &page);
	else
		page_text(call, figure, &page);
	figures_free(&page.forms);
	figures_free(&page.company);
	quotes_free(&page.quotes);
}

/* The operands as one name; NULL when there are none. */
static char *
name_of(const struct library_call *call)
{
	struct buffer name = { 0 };

	if (call->operands == 0)
		return NULL;
	for (size_t i = 0; i < call->operands; i++) {
		buffer_add_string(&name, i > 0 ? " " : "");
		buffer_add_string(&name, call->operand[i]);
	}
	array_add(&name, '\0');
	return name.at;
}

static int
show_names(struct library_call *call, const enum kind *kinds, size_t count)
{
	char          *name    = name_of(call);
	size_t         most    = call->limit > 0 ? call->limit : NAMES;
	struct figures figures = figures_of_kinds(call, kinds, count, name,
	    name != NULL ? OTHERS + 1 : most);
	bool           any     = figures.count > 0;

	for (size_t i = 0; name == NULL && i < figures.count; i++) {
		if (!call->jsonl) {
			figure_line(&call->out, &figures.at[i]);
			continue;
		}
		buffer_add_string(&call->out, "{");
		figure_json(&call->out, &figures.at[i]);
		buffer_add_string(&call->out, "}\n");
	}
	if (name != NULL && any) {
		show_page(call, &figures.at[0]);
		if (!call->jsonl)
			figures_text(call, MESSAGE_LIBRARY_OTHERS, &figures,
			    1);
	}
	if (!any && name != NULL)
		call_say(call, MESSAGE_LIBRARY_NO_NAME, name, 0);
	figures_free(&figures);
	free(name);
	return call_failed(call, any ? 0 : 1);
}

int
library_who_run(struct library_call *call)
{
	static const enum kind kinds[] = { KIND_PERSON, KIND_AGENCY };

	return show_names(call, kinds, 2);
}

int
library_where_run(struct library_call *call)
{
	static const enum kind kinds[] = { KIND_PLACE };

	return show_names(call, kinds, 1);
}

int
library_what_run(struct library_call *call)
{
	static const enum kind kinds[] = { KIND_EVENT };

	return show_names(call, kinds, 1);
}

/* The figure meant, of any kind, or 0. */
static int64_t
figure_named(struct library_call *call, const char *name)
{
	static const enum kind kinds[] = { KIND_PERSON, KIND_AGENCY,
	    KIND_PLACE, KIND_EVENT };
	struct figures figures = figures_of_kinds(call, kinds, 4, name, 1);
	int64_t        figure  = figures.count > 0 ? figures.at[0].id : 0;

	figures_free(&figures);
	return figure;
}

static void
dated_text(struct library_call *call, const struct quote *quote)
{
	buffer_add_string(&call->out, quote->iso);
	quote_text(call, quote);
}

int
library_when_run(struct library_call *call)
{
	char         *name   = name_of(call);
	int64_t       first  = INT64_MIN, last = INT64_MAX, figure = 0;
	struct quotes quotes = { 0 };
	bool          any;

	if (name != NULL && !period_of(name, strlen(name), &first, &last)) {
		first = INT64_MIN;
		last = INT64_MAX;
		figure = figure_named(call, name);
	}
	if (name == NULL || figure != 0 || first != INT64_MIN)
		quotes = library_timeline(call->library, first, last, figure,
		    call->limit > 0 ? call->limit : DATED);
	for (size_t i = 0; i < quotes.count; i++) {
		if (!call->jsonl) {
			dated_text(call, &quotes.at[i]);
			continue;
		}
		quote_json(&call->out, &quotes.at[i]);
		buffer_add_string(&call->out, "\n");
	}
	any = quotes.count > 0;
	if (!any && name != NULL)
		call_say(call, figure != 0 || first != INT64_MIN
		    ? MESSAGE_LIBRARY_NO_DATE : MESSAGE_LIBRARY_NO_TIME,
		    name, 0);
	quotes_free(&quotes);
	free(name);
	return call_failed(call, any ? 0 : 1);
}
