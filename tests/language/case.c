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

/* What a mark asks for. */
struct wanted {
	struct span span;               /* of the text without marks */
	char        kind[8];
	char       *value;              /* of a date, or the entity's name */
};

struct language_case {
	char           title[256];
	struct day     published;
	char           kinds[64];
	bool           tagged;
	struct article article;
	struct { struct wanted *at; size_t count, room; } wanted;
};

static _Noreturn void
malformed(const char *what, const char *line)
{
	fprintf(stderr, "malformed case: %s: %s\n", what, line);
	exit(99);
}

/* Reads "[KIND value text]" or "[KIND=name]: text]" at `line`; returns what
 * stands behind it. */
static const char *
read_mark(struct language_case *run, const char *line)
{
	struct wanted wanted = { 0 };
	struct buffer *text  = &run->article.text;
	size_t         size  = strcspn(line + 1, " =");
	const char    *at    = line + 1 + size;
	const char    *end;

	if (size >= sizeof wanted.kind)
		malformed("mark", line);
	memcpy(wanted.kind, line + 1, size);
	if (*at == '=') {
		end = strstr(at, "]: ");
		if (end == NULL)
			malformed("entity", line);
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
		malformed("mark", line);
	wanted.span.start = text->count;
	buffer_add(text, at, (size_t)(end - at));
	wanted.span.end = text->count;
	array_add(&run->wanted, wanted);
	return end + 1;
}

static void
read_line(struct language_case *run, const char *line)
{
	struct buffer *text  = &run->article.text;
	size_t         start = text->count;

	while (*line != '\0') {
		if (line[0] == '[' && line[1] >= 'A' && line[1] <= 'Z')
			line = read_mark(run, line);
		else
			buffer_add(text, line++, 1);
	}
	if (text->count > start)
		array_add(&run->article.parts, (struct part){
		    .span = span_of(start, text->count),
		    .kind = PART_PARAGRAPH });
	buffer_add(text, "\n", 1);
}

static bool
read_option(struct language_case *run, const char *line)
{
	if (strncmp(line, "published=", 10) == 0) {
		if (!day_parse(line + 10, &run->published))
			malformed("day", line);
		return true;
	}
	if (strncmp(line, "kinds=", 6) == 0) {
		snprintf(run->kinds, sizeof run->kinds, "%s", line + 6);
		return true;
	}
	if (strcmp(line, "tagger=yes") == 0)
		return run->tagged = true;
	return false;
}

static bool
is_compared(const struct language_case *run, const char *kind)
{
	return run->kinds[0] == '\0' || strstr(run->kinds, kind) != NULL;
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
tell(const struct language_case *run, const char *what, struct span span,
    const char *kind, const char *value)
{
	printf("%s: %s %s %.*s (%s)\n", run->title, what, kind,
	    (int)span_size(span), run->article.text.at + span.start,
	    value != NULL ? value : "any");
}

/* How many differences there are. */
static size_t
compare(const struct language_case *run, const struct analysis *analysis)
{
	const struct mentions *mentions = &analysis->mentions;
	size_t at = 0, wrong = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		const char *kind = kind_tag(mention->kind);

		if (!is_compared(run, kind))
			continue;
		if (at < run->wanted.count && is_wanted(
		    &run->wanted.at[at], analysis, mention)) {
			at++;
			continue;
		}
		tell(run, "found", mention->span, kind,
		    value_of(analysis, mention));
		wrong++;
	}
	for (; at < run->wanted.count; at++, wrong++)
		tell(run, "wanted", run->wanted.at[at].span,
		    run->wanted.at[at].kind, run->wanted.at[at].value);
	return wrong;
}

static size_t
play(struct language_case *run, const struct models *models)
{
	struct entities *entities = entities_new();
	struct models    used = *models;
	struct analysis *analysis;
	size_t wrong;

	if (!run->tagged)
		used.tagger = NULL;
	run->article.name = run->title;
	run->article.published = run->published;
	run->article.complete = true;
	analysis = analysis_of(&run->article, &used, entities);
	wrong = compare(run, analysis);
	analysis_free(analysis);
	entities_free(entities);
	for (size_t i = 0; i < run->wanted.count; i++)
		free(run->wanted.at[i].value);
	array_free(&run->wanted);
	array_free(&run->article.text);
	array_free(&run->article.parts);
	return wrong;
}

/* Plays every case of the open file; returns the differences. */
static size_t
play_all(FILE *file, const struct models *models, size_t *cases)
{
	struct language_case run  = { 0 };
	char  *line = NULL;
	size_t room = 0, wrong = 0;

	while (getline(&line, &room, file) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "== ", 3) == 0) {
			if ((*cases)++ > 0)
				wrong += play(&run, models);
			memset(&run, 0, sizeof run);
			snprintf(run.title, sizeof run.title, "%.200s",
			    line + 3);
		} else if (*cases > 0 && !read_option(&run, line))
			read_line(&run, line);
		else if (*cases == 0 && *line != '#' && *line != '\0')
			malformed("line before the first case", line);
	}
	if (*cases > 0)
		wrong += play(&run, models);
	free(line);
	return wrong;
}

int
main(int argc, char **argv)
{
	const char    *folder  = getenv("srcdir");
	struct failure failure = { 0 };
	struct models *models;
	char   path[4096];
	FILE  *file = argc == 2 ? fopen(argv[1], "r") : NULL;
	size_t cases = 0, wrong;

	snprintf(path, sizeof path, "%s/data", folder != NULL ? folder : ".");
	models = models_load(path, &failure);
	if (file == NULL || models == NULL || models->tagger == NULL) {
		fprintf(stderr, "cannot read the case or %s\n", path);
		return 99;
	}
	wrong = play_all(file, models, &cases);
	fclose(file);
	models_free(models);
	printf("%zu cases, %zu differences\n", cases, wrong);
	return cases == 0 ? 99 : wrong > 0;
}
