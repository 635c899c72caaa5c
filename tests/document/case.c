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
#include "tests/case.h"

struct document_case {
	char          charset[32];
	bool          ended;            /* the last line, too */
	struct buffer raw;
	struct buffer wanted;
};

static char path[] = "/tmp/qari-case-XXXXXX";

static struct document_case one;        /* the one being read */

static void
begin(const char *title)
{
	(void)title;
	one = (struct document_case){ .charset = "UTF-8", .ended = true };
}

static void
read_option(char *word)
{
	if (strncmp(word, "charset=", 8) == 0)
		snprintf(one.charset, sizeof one.charset, "%s", word + 8);
	else if (strcmp(word, "end=no") == 0)
		one.ended = false;
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
read_text(const char *line)
{
	while (*line != '\0')
		if (*line == '\\')
			line = read_escape(&one.raw, line + 1);
		else
			array_add(&one.raw, *line++);
	array_add(&one.raw, '\n');
}

static void
read_wanted(const char *line)
{
	buffer_add_string(&one.wanted, line);
	buffer_add_string(&one.wanted, "\n");
}

static void
convert(void)
{
	UErrorCode    error = U_ZERO_ERROR;
	struct buffer raw   = { 0 };
	int32_t       size;

	if (strcmp(one.charset, "UTF-8") == 0)
		return;
	array_reserve(&raw, one.raw.count * 4);
	size = ucnv_convert(one.charset, "UTF-8", raw.at, (int32_t)raw.room,
	    one.raw.at, (int32_t)one.raw.count, &error);
	if (U_FAILURE(error))
		malformed(one.charset);
	raw.count = (size_t)size;
	array_free(&one.raw);
	one.raw = raw;
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
play(void)
{
	struct failure  failure;
	struct article *article;
	struct buffer   given;
	bool            same;

	if (!one.ended && one.raw.count > 0)
		one.raw.count--;
	convert();
	if (!file_replace(path, one.raw.at, one.raw.count, &failure))
		malformed(path);
	article = article_open(path, &failure);
	if (article == NULL || !article_read_all(article, &failure))
		malformed("not read");
	given = parts_of(article);
	same = given.count == one.wanted.count && (given.count == 0 ||
	    memcmp(given.at, one.wanted.at, given.count) == 0);
	if (!same)
		printf("wanted:\n%.*sgiven:\n%.*s",
		    (int)one.wanted.count, one.wanted.at,
		    (int)given.count, given.at);
	article_free(article);
	array_free(&given);
	array_free(&one.raw);
	array_free(&one.wanted);
	return same;
}

static void
unlink_path(void)
{
	unlink(path);
}

int
main(int arguments, char **argument)
{
	static const struct case_kind kind = {
		begin, read_option, read_text, read_wanted, play
	};
	int fd = mkstemp(path);

	if (fd < 0)
		malformed(path);
	close(fd);
	atexit(unlink_path);
	return cases_play(arguments, argument, &kind);
}
