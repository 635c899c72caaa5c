/* corpus.c: annotated texts: reading what every kind of them shares, and
 * articles annotated in rows of JSON. */
#include "language/train/corpus.h"

#include <stdio.h>

#include "bytes/file.h"
#include "bytes/utf8.h"
#include "language/lattice.h"
#include "language/train/label.h"

bool
read_all(const char *path, struct buffer *into, struct failure *failure)
{
	struct file *file = file_open(path, failure);
	bool         good = file != NULL;

	while (good && !file_ended(file))
		good = file_read(file, into, (size_t)1 << 20, failure);
	file_close(file);
	return good;
}

void
article_of_lines(struct article *article, char *text, size_t size)
{
	*article = (struct article){ .text = { text, size, size },
		.complete = true };
	for (size_t at = 0; at < size;) {
		char  *line = memchr(text + at, '\n', size - at);
		size_t end  = line == NULL ? size : (size_t)(line - text);

		if (strspn(text + at, " \t\r") < end - at)
			array_add(&article->parts, (struct part){
			    .span = span_of(at, end), .kind = PART_PARAGRAPH });
		at = end + 1;
	}
}

/* One row's fields; strings as they stand between their quotes. */
struct fields {
	struct span doc;
	struct span type;
	size_t      start;              /* code points */
	size_t      end;
	size_t      token_start;
};

static size_t
string_end(const char *row, size_t at)
{
	while (row[at] != '"' && row[at] != '\0')
		at += row[at] == '\\' && row[at + 1] != '\0' ? 2 : 1;
	return at;
}

static void
set_field(struct fields *fields, const char *row, struct span key,
    struct span value)
{
	size_t number = (size_t)strtoull(row + value.start, NULL, 10);
	size_t size = span_size(key);
	const char *name = row + key.start;

	if (size == 3 && memcmp(name, "doc", 3) == 0)
		fields->doc = value;
	else if (size == 4 && memcmp(name, "type", 4) == 0)
		fields->type = value;
	else if (size == 5 && memcmp(name, "start", 5) == 0)
		fields->start = number;
	else if (size == 3 && memcmp(name, "end", 3) == 0)
		fields->end = number;
	else if (size == 9 && memcmp(name, "tok_start", 9) == 0)
		fields->token_start = number;
}

/* Reads a flat JSON object, NUL-terminated. */
static struct fields
read_fields(const char *row)
{
	struct fields fields = { .token_start = SIZE_MAX };
	size_t        at = 0;

	while ((at += strcspn(row + at, "\"")), row[at] != '\0') {
		struct span key = span_of(at + 1, string_end(row, at + 1));
		struct span value;

		at = key.end + strspn(row + key.end, "\": \t");
		/* strspn() may have taken the value's own quote. */
		if (row[at - 1] == '"' && at - 1 > key.end) {
			value = span_of(at, string_end(row, at));
			at = value.end + (row[value.end] != '\0');
		} else {
			value = span_of(at, at + strcspn(row + at, ",}"));
			at = value.end;
		}
		set_field(&fields, row, key, value);
	}
	if (fields.token_start == SIZE_MAX)
		fields.token_start = fields.start;
	return fields;
}

static struct text *
find_text(struct corpus *corpus, const char *name, size_t size)
{
	for (size_t i = corpus->texts.count; i > 0; i--) {
		struct text *text = &corpus->texts.at[i - 1];

		if (strlen(text->name) == size &&
		    memcmp(text->name, name, size) == 0)
			return text;
	}
	return NULL;
}

static struct text *
open_text(struct corpus *corpus, const char *folder, const char *name,
    size_t size, struct failure *failure)
{
	static const char *const places[] = { "", "articles/", "../" };
	struct buffer bytes = { 0 };
	struct text   text = { 0 };
	bool          good = false;

	for (size_t i = 0; i < 3 && !good; i++) {
		char path[1024];

		snprintf(path, sizeof path, "%s/%s%.*s", folder, places[i],
		    (int)size, name);
		good = read_all(path, &bytes, failure);
	}
	if (!good)
		return NULL;
	buffer_add(&bytes, "", 1);
	text.name = memory_string(name, size);
	article_of_lines(&text.article, bytes.at, bytes.count - 1);
	text.tokens = tokens_split(&text.article, 0, text.article.parts.count);
	array_add(&corpus->texts, text);
	return &corpus->texts.at[corpus->texts.count - 1];
}

/* Steps on through the text to code point `letter`; rows stand in order. */
static size_t
byte_of_letter(const struct text *text, size_t letter)
{
	const struct buffer *bytes = &text->article.text;
	size_t               at = 0;

	for (; letter > 0 && at < bytes->count; letter--) {
		char32_t read;

		at += utf8_read(bytes->at + at, bytes->count - at, &read);
	}
	return at;
}

static bool
read_row(struct corpus *corpus, const char *folder, const char *row,
    bool optional, struct failure *failure)
{
	struct fields fields = read_fields(row);
	const char   *name = row + fields.doc.start;
	size_t        size = span_size(fields.doc);
	struct text  *text = find_text(corpus, name, size);
	struct answer answer = { .optional = optional };

	if (text == NULL && !optional)
		text = open_text(corpus, folder, name, size, failure);
	if (text == NULL)
		return optional;
	answer.type = corpus_type(corpus, row + fields.type.start,
	    span_size(fields.type));
	answer.span = span_of(byte_of_letter(text, fields.start),
	    byte_of_letter(text, fields.end));
	if (answer_find_tokens(&answer, text))
		array_add(&text->answers, answer);
	return true;
}

static bool
read_rows(struct corpus *corpus, const char *folder, const char *jsonl,
    bool optional, struct failure *failure)
{
	struct buffer bytes = { 0 };
	char          path[1024];
	bool          good;

	snprintf(path, sizeof path, "%s/%s", folder, jsonl);
	good = read_all(path, &bytes, failure);
	buffer_add(&bytes, "", 1);
	for (char *row = bytes.at; good && *row != '\0';) {
		char *end = row + strcspn(row, "\n");
		char *next = end + (*end != '\0');

		*end = '\0';
		if (*row != '\0')
			good = read_row(corpus, folder, row, optional,
			    failure);
		row = next;
	}
	array_free(&bytes);
	return good;
}

bool
corpus_read_gold(struct corpus *corpus, const char *folder,
    const char *jsonl, struct failure *failure)
{
	size_t from = corpus->texts.count;
	bool   good = read_rows(corpus, folder, jsonl, false, failure);

	for (size_t i = from; i < corpus->texts.count; i++)
		text_label(&corpus->texts.at[i]);
	return good;
}

bool
corpus_read_optional(struct corpus *corpus, const char *folder,
    const char *jsonl, struct failure *failure)
{
	return read_rows(corpus, folder, jsonl, true, failure);
}

void
corpus_free(struct corpus *corpus)
{
	for (size_t i = 0; i < corpus->texts.count; i++) {
		struct text *text = &corpus->texts.at[i];

		free(text->name);
		free(text->article.text.at);
		array_free(&text->article.parts);
		tokens_free(&text->tokens);
		array_free(&text->answers);
		array_free(&text->rows);
		free(text->label);
	}
	array_free(&corpus->texts);
}
