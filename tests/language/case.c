/* case.c: runs a file of language cases. A case is
 *
 *	== what it shows
 *	published=2024-09-20
 *	text with marks around what must be found, each line a paragraph:
 *	زار [PER سمير التلاوي] مدينة [LOC صفاقس] [DATE 2024-09-19 أمس].
 *
 * and ends at the next or at the end of the file; lines that begin with #
 * before the first case are comments. Nothing else may be found. Marks: the
 * kind; for a date its value, ? when it has none; for others, if wanted,
 * =NAME, the name of its entity: [PER=سمير التلاوي]: التلاوي]. Options:
 *
 *	published=DAY   the day the article was published (unknown)
 *	kinds=LIST      what is compared, as "DATE,LOC" (all)
 *	tagger=yes      the shipped model reads too (rules and lists alone)
 *
 * Language, document and bytes are all it links. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/file.h"
#include "language/analysis.h"
#include "tests/case.h"

/* What a mark asks for. */
struct wanted {
	struct span span;               /* of the text without marks */
	char        kind[8];
	char       *value;              /* of a date, or the entity's name */
};

struct language_case {
	const char    *title;
	struct day     published;
	char           kinds[64];
	bool           tagged;
	struct article article;
	struct { struct wanted *at; size_t count, room; } wanted;
};

static struct language_case run;        /* the one being read */
static struct models       *models;

static void
begin(const char *title)
{
	run = (struct language_case){ .title = title };
}

/* Reads "[KIND value text]" or "[KIND=name]: text]" at `line`; returns what
 * stands behind it. */
static const char *
read_mark(const char *line)
{
	struct wanted wanted = { 0 };
	struct buffer *text  = &run.article.text;
	size_t         size  = strcspn(line + 1, " =");
	const char    *at    = line + 1 + size;
	const char    *end;

	if (size >= sizeof wanted.kind)
		malformed(line);
	memcpy(wanted.kind, line + 1, size);
	if (*at == '=') {
		end = strstr(at, "]: ");
		if (end == NULL)
			malformed(line);
		wanted.value = memory_string(at + 1, (size_t)(end - at - 1));
		at = end + 3;
	} else if (strcmp(wanted.kind, "DATE") == 0) {
		size = strcspn(at + 1, " ");
		wanted.value = memory_string(at + 1, size);
		at += size + 2;
	} else
		at++;
	end = strchr(at, ']');
	if (end == NULL)
		malformed(line);
	wanted.span.start = text->count;
	buffer_add(text, at, (size_t)(end - at));
	wanted.span.end = text->count;
	array_add(&run.wanted, wanted);
	return end + 1;
}

static void
read_line(const char *line)
{
	struct buffer *text  = &run.article.text;
	size_t         start = text->count;

	while (*line != '\0') {
		if (line[0] == '[' && line[1] >= 'A' && line[1] <= 'Z')
			line = read_mark(line);
		else
			buffer_add(text, line++, 1);
	}
	if (text->count > start)
		array_add(&run.article.parts, (struct part){
		    .span = span_of(start, text->count),
		    .kind = PART_PARAGRAPH });
	buffer_add(text, "\n", 1);
}

static bool
read_option(const char *line)
{
	if (strncmp(line, "published=", 10) == 0) {
		if (!day_parse(line + 10, &run.published))
			malformed(line);
		return true;
	}
	if (strncmp(line, "kinds=", 6) == 0) {
		snprintf(run.kinds, sizeof run.kinds, "%s", line + 6);
		return true;
	}
	if (strcmp(line, "tagger=yes") == 0)
		return run.tagged = true;
	return false;
}

static void
read_text(const char *line)
{
	if (!read_option(line))
		read_line(line);
}

static bool
is_compared(const char *kind)
{
	return run.kinds[0] == '\0' || strstr(run.kinds, kind) != NULL;
}

static const char *
value_of(const struct analysis *analysis, const struct mention *mention)
{
	const char *iso;

	if (mention->kind != KIND_DATE)
		return analysis->entities->at[mention->entity].name;
	iso = analysis->dates.at[mention->date].iso;
	return *iso != '\0' ? iso : "?";
}

static bool
is_wanted(const struct wanted *wanted, const struct analysis *analysis,
    const struct mention *mention)
{
	return span_same(wanted->span, mention->span) &&
	    strcmp(wanted->kind, kind_tag(mention->kind)) == 0 &&
	    (wanted->value == NULL ||
	    strcmp(wanted->value, value_of(analysis, mention)) == 0);
}

static void
tell(const char *what, struct span span,
    const char *kind, const char *value)
{
	printf("%s: %s %s %.*s (%s)\n", run.title, what, kind,
	    (int)span_size(span), run.article.text.at + span.start,
	    value != NULL ? value : "any");
}

/* How many differences there are. */
static size_t
compare(const struct analysis *analysis)
{
	const struct mentions *mentions = &analysis->mentions;
	size_t at = 0, wrong = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		const char *kind = kind_tag(mention->kind);

		if (!is_compared(kind))
			continue;
		if (at < run.wanted.count && is_wanted(
		    &run.wanted.at[at], analysis, mention)) {
			at++;
			continue;
		}
		tell("found", mention->span, kind,
		    value_of(analysis, mention));
		wrong++;
	}
	for (; at < run.wanted.count; at++, wrong++)
		tell("wanted", run.wanted.at[at].span,
		    run.wanted.at[at].kind, run.wanted.at[at].value);
	return wrong;
}

static bool
play(void)
{
	struct entities *entities = entities_new();
	struct models    used = *models;
	struct analysis *analysis;
	size_t wrong;

	if (!run.tagged)
		used.tagger = NULL;
	run.article.name = "case";
	run.article.published = run.published;
	run.article.complete = true;
	analysis = analysis_of(&run.article, &used, entities);
	wrong = compare(analysis);
	analysis_free(analysis);
	entities_free(entities);
	for (size_t i = 0; i < run.wanted.count; i++)
		free(run.wanted.at[i].value);
	array_free(&run.wanted);
	array_free(&run.article.text);
	array_free(&run.article.parts);
	return wrong == 0;
}

int
main(int arguments, char **argument)
{
	static const struct case_kind kind = {
		.begin = begin, .text = read_text, .play = play
	};
	const char    *folder  = getenv("srcdir");
	struct failure failure = { 0 };
	char   path[4096];
	int    status;

	snprintf(path, sizeof path, "%s/data", folder != NULL ? folder : ".");
	models = models_load(path, &failure);
	if (models == NULL || models->tagger == NULL)
		malformed(path);
	status = cases_play(arguments, argument, &kind);
	models_free(models);
	return status;
}
