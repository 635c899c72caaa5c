/* case.c: runs a file of document cases. A case is
 *
 *	== what it shows
 *	charset=windows-1256
 *	the raw file
 *	---
 *	the parts expected, one a line: "headline+ the text"
 *
 * and ends at the next or at the end of the file; lines that begin with #
 * before the first case are comments. Options, all with a default:
 *
 *	charset=NAME    what the file is written in (UTF-8)
 *	end=no          the file's last line has no end
 *
 * In the file \xHH is a byte, \r and \t are as in C, and a line that is only
 * \ is blank. A part is its kind, a + when a blank line stands before it, and
 * its text. Document and bytes are all it links. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <unicode/ucnv.h>

#include "bytes/file.h"
#include "document/article.h"

struct document_case {
	char         *title;
	char          charset[32];
	bool          ended;            /* the last line, too */
	struct buffer raw;
	struct buffer wanted;
};

static char path[] = "/tmp/qari-case-XXXXXX";

static _Noreturn void
malformed(const char *what)
{
	fprintf(stderr, "malformed case: %s\n", what);
	unlink(path);
	exit(99);
}

/* Reads a line without its end; false at the end of the file. */
static bool
next_line(FILE *file, char **line, size_t *room)
{
	ssize_t size = getline(line, room, file);

	if (size > 0 && (*line)[size - 1] == '\n')
		(*line)[size - 1] = '\0';
	return size >= 0;
}

static void
read_option(struct document_case *one, const char *word)
{
	if (strncmp(word, "charset=", 8) == 0)
		snprintf(one->charset, sizeof one->charset, "%s", word + 8);
	else if (strcmp(word, "end=no") == 0)
		one->ended = false;
	else
		malformed(word);
}

/* Adds the byte that an escape stands for; returns what is behind it. */
static const char *
read_escape(struct buffer *raw, const char *escape)
{
	static const char names[]  = "rnt\\";
	static const char values[] = "\r\n\t\\";
	const char       *name     = strchr(names, *escape);
	char              digits[] = { 0, 0, 0 };

	if (*escape == '\0')
		return escape;
	if (*escape == 'x') {
		memcpy(digits, escape + 1, 2);
		array_add(raw, (char)strtoul(digits, NULL, 16));
		return escape + 3;
	}
	if (name == NULL)
		malformed(escape);
	array_add(raw, values[name - names]);
	return escape + 1;
}

static void
read_text(struct buffer *raw, const char *line)
{
	while (*line != '\0')
		if (*line == '\\')
			line = read_escape(raw, line + 1);
		else
			array_add(raw, *line++);
	array_add(raw, '\n');
}

static void
convert(struct document_case *one)
{
	UErrorCode    error = U_ZERO_ERROR;
	struct buffer raw   = { 0 };
	int32_t       size;

	if (strcmp(one->charset, "UTF-8") == 0)
		return;
	array_reserve(&raw, one->raw.count * 4);
	size = ucnv_convert(one->charset, "UTF-8", raw.at, (int32_t)raw.room,
	    one->raw.at, (int32_t)one->raw.count, &error);
	if (U_FAILURE(error))
		malformed(one->charset);
	raw.count = (size_t)size;
	array_free(&one->raw);
	one->raw = raw;
}

static struct buffer
parts_of(const struct article *article)
{
	static const char *const kinds[] = {
		"section", "headline", "byline", "paragraph", "boilerplate"
	};
	struct buffer out = { 0 };

	for (size_t i = 0; i < article->parts.count; i++) {
		const struct part *part = &article->parts.at[i];

		buffer_add_string(&out, kinds[part->kind]);
		buffer_add_string(&out, part->spaced ? "+ " : " ");
		buffer_add(&out, article->text.at + part->span.start,
		    span_size(part->span));
		buffer_add_string(&out, "\n");
	}
	return out;
}

static bool
run(struct document_case *one)
{
	struct failure  failure;
	struct article *article;
	struct buffer   given;
	bool            same;

	if (!one->ended && one->raw.count > 0)
		one->raw.count--;
	convert(one);
	if (!file_replace(path, one->raw.at, one->raw.count, &failure))
		malformed(path);
	article = article_open(path, &failure);
	if (article == NULL || !article_read_all(article, &failure))
		malformed(one->title);
	given = parts_of(article);
	same = given.count == one->wanted.count && (given.count == 0 ||
	    memcmp(given.at, one->wanted.at, given.count) == 0);
	if (!same)
		printf("== %s\nwanted:\n%.*sgiven:\n%.*s", one->title,
		    (int)one->wanted.count, one->wanted.at,
		    (int)given.count, given.at);
	article_free(article);
	array_free(&given);
	return same;
}

/* Reads one case whose title is in `*line` and leaves the next one's there;
 * false at the end of the file. */
static bool
read_case(FILE *file, char **line, size_t *room, struct document_case *one)
{
	*one = (struct document_case){ .charset = "UTF-8", .ended = true };
	one->title = memory_string(*line + 3, strlen(*line + 3));
	if (!next_line(file, line, room))
		malformed("no options");
	for (char *word = strtok(*line, " "); word != NULL;
	    word = strtok(NULL, " "))
		read_option(one, word);
	while (next_line(file, line, room) && strcmp(*line, "---") != 0)
		read_text(&one->raw, *line);
	while (next_line(file, line, room)) {
		if (strncmp(*line, "== ", 3) == 0)
			return true;
		if ((*line)[0] == '\0')
			continue;
		buffer_add_string(&one->wanted, *line);
		buffer_add_string(&one->wanted, "\n");
	}
	return false;
}

int
main(int arguments, char **argument)
{
	size_t passed = 0;
	size_t failed = 0;
	char  *line   = NULL;
	size_t room   = 0;
	FILE  *file   = arguments > 1 ? fopen(argument[1], "r") : NULL;
	int    fd     = mkstemp(path);
	bool   more;

	if (file == NULL || fd < 0)
		malformed("no file");
	close(fd);
	while ((more = next_line(file, &line, &room)))
		if (strncmp(line, "== ", 3) == 0)
			break;
	while (more) {
		struct document_case one;
		bool                 right;

		more = read_case(file, &line, &room, &one);
		right = run(&one);
		passed += right;
		failed += !right;
		free(one.title);
		array_free(&one.raw);
		array_free(&one.wanted);
	}
	fclose(file);
	unlink(path);
	free(line);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed > 0 || passed == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
