/* markup.c: a page of HTML as a row of texts, the article among them chosen. */
#include "document/markup.h"

#include <string.h>

#include "document/headline.h"
#include "document/long.h"
#include "document/words.h"

enum {
	WORDS_LEAST = 20,       /* fewer words are no article … */
	NAME_MOST   = 3,        /* words of a site's name … */
	TITLE_LEAST = 5,        /* … where the page's title has so many */
	WORDS_TIMES = 5,        /* … when so many times more stand outside */
	PART_WITHIN = 3         /* of the page's words, one in so many stand in
	                         * its <article>: it is no list of teasers */
};

/* What stands in an element. */
enum element_kind {
	ELEMENT_INLINE,         /* goes on with the text before it */
	ELEMENT_CELL,           /* the same, after a space */
	ELEMENT_LINE,           /* begins a line */
	ELEMENT_BLOCK,          /* begins a paragraph */
	ELEMENT_HEADLINE,
	ELEMENT_TITLE,          /* of the page */
	ELEMENT_ARTICLE,        /* holds what the page is for */
	ELEMENT_FORM,           /* the site's, or all of an old page */
	ELEMENT_MARGIN,         /* the site's */
	ELEMENT_SILENT          /* no text for readers */
};

struct element {
	const char       *name;
	enum element_kind kind;
};

static const struct element elements[] = {
	{ "address", ELEMENT_BLOCK }, { "article", ELEMENT_ARTICLE },
	{ "aside", ELEMENT_MARGIN }, { "blockquote", ELEMENT_BLOCK },
	{ "body", ELEMENT_BLOCK }, { "br", ELEMENT_LINE },
	{ "button", ELEMENT_SILENT }, { "canvas", ELEMENT_SILENT },
	{ "caption", ELEMENT_BLOCK }, { "center", ELEMENT_BLOCK },
	{ "dd", ELEMENT_BLOCK }, { "dialog", ELEMENT_MARGIN },
	{ "div", ELEMENT_BLOCK }, { "dl", ELEMENT_BLOCK },
	{ "dt", ELEMENT_BLOCK }, { "fieldset", ELEMENT_BLOCK },
	{ "figcaption", ELEMENT_BLOCK }, { "figure", ELEMENT_BLOCK },
	{ "footer", ELEMENT_MARGIN }, { "form", ELEMENT_FORM },
	{ "h1", ELEMENT_HEADLINE }, { "h2", ELEMENT_BLOCK },
	{ "h3", ELEMENT_BLOCK }, { "h4", ELEMENT_BLOCK },
	{ "h5", ELEMENT_BLOCK }, { "h6", ELEMENT_BLOCK },
	{ "header", ELEMENT_BLOCK }, { "hr", ELEMENT_BLOCK },
	{ "iframe", ELEMENT_SILENT }, { "li", ELEMENT_LINE },
	{ "main", ELEMENT_ARTICLE }, { "math", ELEMENT_SILENT },
	{ "menu", ELEMENT_MARGIN }, { "nav", ELEMENT_MARGIN },
	{ "noscript", ELEMENT_SILENT }, { "object", ELEMENT_SILENT },
	{ "ol", ELEMENT_BLOCK }, { "option", ELEMENT_SILENT },
	{ "p", ELEMENT_BLOCK }, { "pre", ELEMENT_BLOCK },
	{ "script", ELEMENT_SILENT }, { "section", ELEMENT_BLOCK },
	{ "select", ELEMENT_SILENT }, { "style", ELEMENT_SILENT },
	{ "svg", ELEMENT_SILENT }, { "table", ELEMENT_BLOCK },
	{ "td", ELEMENT_CELL }, { "template", ELEMENT_SILENT },
	{ "textarea", ELEMENT_SILENT }, { "th", ELEMENT_CELL },
	{ "title", ELEMENT_TITLE }, { "tr", ELEMENT_LINE },
	{ "ul", ELEMENT_BLOCK }, { "video", ELEMENT_SILENT },
};

/* A piece of the page that stands for itself. */
struct passage {
	struct span text;               /* of markup->text, trimmed */
	bool        spaced;             /* a blank line belongs before it */
	bool        headline;           /* stands in <h1> */
	bool        within;             /* in <article> or <main> */
	bool        form;
	bool        margin;
};

struct passages ARRAY_OF(struct passage);

struct markup {
	struct buffer   text;
	struct passages passages;
	struct buffer   title;
	size_t          start;          /* of the passage being read */
	bool            spaced;
	size_t          open[ELEMENT_SILENT];   /* elements, by kind */
	size_t          hidden;         /* elements in a hidden one, and it */
};

struct markup *
markup_new(void)
{
	return memory_new(1, sizeof(struct markup));
}

static enum element_kind
kind_of(const char *name)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (strcmp(elements[i].name, name) == 0)
			return elements[i].kind;
	return ELEMENT_INLINE;
}

/* Ends the passage being read; the next has a blank line before it if this
 * end or one since the last text asks for it. */
static void
end_passage(struct markup *markup, bool spaced)
{
	const size_t  *open    = markup->open;
	struct passage passage = {
		.text = white_trim(markup->text.at, span_of(markup->start,
		    markup->text.count)),
		.spaced = markup->spaced,
		.headline = open[ELEMENT_HEADLINE] > 0,
		.within = open[ELEMENT_ARTICLE] > 0,
		.form = open[ELEMENT_FORM] > 0,
		.margin = open[ELEMENT_MARGIN] > 0
	};

	markup->start = markup->text.count;
	markup->spaced |= spaced;
	if (span_is_empty(passage.text))
		return;
	array_add(&markup->passages, passage);
	markup->spaced = spaced;
}

static void
add_space(struct buffer *text)
{
	if (text->count > 0 && text->at[text->count - 1] != ' ')
		array_add(text, ' ');
}

static void
begin_or_end(struct markup *markup, enum element_kind kind)
{
	if (kind == ELEMENT_CELL)
		add_space(&markup->text);
	else if (kind != ELEMENT_INLINE)
		end_passage(markup, kind != ELEMENT_LINE);
}

void
markup_open(struct markup *markup, const char *name, bool hidden)
{
	enum element_kind kind = kind_of(name);

	if (hidden || kind == ELEMENT_SILENT || markup->hidden > 0) {
		markup->hidden++;
		return;
	}
	begin_or_end(markup, kind);
	markup->open[kind]++;
}

void
markup_close(struct markup *markup, const char *name)
{
	enum element_kind kind = kind_of(name);

	if (markup->hidden > 0) {
		markup->hidden--;
		return;
	}
	begin_or_end(markup, kind);
	markup->open[kind]--;
}

/* White space of any length, line ends among it, is one space. */
void
markup_text(struct markup *markup, const char *text, size_t size)
{
	struct buffer *into = markup->open[ELEMENT_TITLE] > 0
	    ? &markup->title : &markup->text;

	for (size_t at = 0; markup->hidden == 0 && at < size;) {
		size_t white = text[at] == ' ' || text[at] == '\t' ||
		    text[at] == '\f' ? 1 : line_end_size(text, at, size);

		if (white == 0)
			array_add(into, text[at]);
		else
			add_space(into);
		at += white > 0 ? white : 1;
	}
}

/* What of the page is taken for the article. */
enum choice {
	CHOICE_WITHIN,          /* what stands in <article> */
	CHOICE_CLEAN,           /* what stands in no form or margin */
	CHOICE_FORM,            /* what stands in no margin */
	CHOICE_ALL
};

static bool
is_chosen(const struct passage *passage, enum choice choice)
{
	switch (choice) {
	case CHOICE_WITHIN:
		return passage->within && !passage->form && !passage->margin;
	case CHOICE_CLEAN:
		return !passage->form && !passage->margin;
	case CHOICE_FORM:
		return !passage->margin;
	case CHOICE_ALL:
		break;
	}
	return true;
}

static size_t
words_chosen(const struct markup *markup, enum choice choice)
{
	size_t words = 0;

	for (size_t i = 0; i < markup->passages.count; i++)
		if (is_chosen(&markup->passages.at[i], choice))
			words += words_count(markup->text.at,
			    markup->passages.at[i].text, SIZE_MAX);
	return words;
}

/* The narrowest choice that holds an article: pages leave tags open, and then
 * all of one seems to stand in its menu. */
static enum choice
choose(const struct markup *markup)
{
	size_t      within = words_chosen(markup, CHOICE_WITHIN);
	enum choice choice = CHOICE_CLEAN;

	if (within >= WORDS_LEAST &&
	    within * PART_WITHIN >= words_chosen(markup, CHOICE_CLEAN))
		return CHOICE_WITHIN;
	while (choice < CHOICE_ALL) {
		size_t words = words_chosen(markup, choice);

		if (words >= WORDS_LEAST || words * WORDS_TIMES >=
		    words_chosen(markup, choice + 1))
			break;
		choice++;
	}
	return choice;
}

/* Of the <h1>s of that choice the first of those that share most words with
 * `title`; passages.count when there is none. */
static size_t
find_headline_in(const struct markup *markup, enum choice choice,
    struct span title, size_t *shared)
{
	size_t found = markup->passages.count;

	*shared = 0;
	for (size_t i = 0; i < markup->passages.count; i++) {
		const struct passage *passage = &markup->passages.at[i];
		size_t words;

		if (!passage->headline || !is_chosen(passage, choice))
			continue;
		words = headline_shared(markup->text.at,
		    passage->text, markup->title.at, title);
		if (found < markup->passages.count && words <= *shared)
			continue;
		found = i;
		*shared = words;
	}
	return found;
}

/* The headline among the <h1>s of the choice, else of the page's clean part;
 * passages.count where there is none but the site's name. */
static size_t
find_headline(const struct markup *markup, enum choice choice,
    struct span title)
{
	size_t count = markup->passages.count;
	size_t shared;
	size_t found = find_headline_in(markup, choice, title, &shared);

	if (found == count)
		found = find_headline_in(markup, CHOICE_FORM, title, &shared);
	if (found < count && shared == 0 && words_count(markup->text.at,
	    markup->passages.at[found].text, NAME_MOST + 1) <= NAME_MOST &&
	    words_count(markup->title.at, title, TITLE_LEAST) == TITLE_LEAST)
		return count;
	return found;
}

static void
add_part(struct article *article, const char *text, size_t size,
    enum part_kind kind, bool spaced)
{
	struct part part = { .kind = kind, .spaced = spaced };

	if (article->parts.count == 0)
		part.spaced = false;
	buffer_add_string(&article->text, part.spaced ? "\n" : "");
	part.span.start = article->text.count;
	buffer_add(&article->text, text, size);
	part.span.end = article->text.count;
	buffer_add_string(&article->text, "\n");
	array_add(&article->parts, part);
	long_part_cut(article);
}

/* The headline comes first: what stands above it is the way there. Without
 * one the page's title does. */
void
markup_write(const struct markup *markup, struct article *article)
{
	const struct passages *passages = &markup->passages;
	const char *text     = markup->text.at;
	enum choice choice   = choose(markup);
	struct span title    = headline_of_title(markup->title.at,
	    span_of(0, markup->title.count));
	size_t      headline = find_headline(markup, choice, title);
	size_t      from     = 0;

	if (headline < passages->count) {
		struct span span = passages->at[headline].text;

		add_part(article, text + span.start, span_size(span),
		    PART_HEADLINE, false);
		from = headline + 1;
	} else if (!span_is_empty(title))
		add_part(article, markup->title.at + title.start,
		    span_size(title), PART_HEADLINE, false);
	for (size_t i = from; i < passages->count; i++) {
		const struct passage *passage = &passages->at[i];

		if (is_chosen(passage, choice))
			add_part(article, text + passage->text.start,
			    span_size(passage->text), PART_PARAGRAPH,
			    passage->spaced || i == from);
	}
}

void
markup_free(struct markup *markup)
{
	if (markup == NULL)
		return;
	array_free(&markup->text);
	array_free(&markup->passages);
	array_free(&markup->title);
	free(markup);
}
