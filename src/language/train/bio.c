/* bio.c: texts annotated in .bio files. Their rows are joined by blanks to a
 * text, a part for each sentence, and read like any other. */
#include "language/train/corpus.h"

#include <stdio.h>

#include "language/train/label.h"

/* What is being put together. */
struct joining {
	struct corpus *corpus;
	struct buffer  bytes;
	struct rows    rows;
	struct buffer  tags;            /* NUL-terminated, one a row */
	struct parts   parts;
	size_t         start;           /* of the sentence in hand */
	size_t         sentences;
};

static void
end_sentence(struct joining *joining)
{
	if (joining->bytes.count == joining->start)
		return;
	joining->rows.at[joining->rows.count - 1].last = true;
	array_add(&joining->parts, (struct part){ .kind = PART_PARAGRAPH,
	    .span = span_of(joining->start, joining->bytes.count) });
	buffer_add(&joining->bytes, "\n", 1);
	joining->start = joining->bytes.count;
	joining->sentences++;
}

static void
add_row(struct joining *joining, const char *row, size_t size)
{
	size_t      word = strcspn(row, "\t");
	const char *tag  = word < size ? row + word + 1 : "O";
	struct row  made = { .span.start = joining->bytes.count };

	buffer_add(&joining->bytes, row, word);
	made.span.end = joining->bytes.count;
	buffer_add(&joining->bytes, " ", 1);
	buffer_add(&joining->tags, tag, strcspn(tag, "\r\t") + 1);
	joining->tags.at[joining->tags.count - 1] = '\0';
	array_add(&joining->rows, made);
}

static void
find_row_tokens(struct text *text)
{
	size_t i = 0;

	for (size_t r = 0; r < text->rows.count; r++) {
		struct row *row = &text->rows.at[r];

		row->first = i;
		while (i < text->tokens.count &&
		    text->tokens.at[i].span.start < row->span.end)
			i++;
		row->count = i - row->first;
	}
}

/* B-X and the I-X behind it, and an I-X that goes on with nothing. */
static void
read_tags(struct joining *joining, struct text *text)
{
	const char   *tag = joining->tags.at;
	struct answer answer = { 0 };
	bool          open = false;

	for (size_t r = 0; r <= text->rows.count; r++) {
		bool   tagged = r < text->rows.count && strlen(tag) > 2;
		size_t type = !tagged ? 0 : corpus_type(joining->corpus,
		    tag + 2, strlen(tag + 2));

		if (open && (!tagged || tag[0] == 'B' ||
		    type != answer.type || text->rows.at[r - 1].last)) {
			answer.span.end = text->rows.at[r - 1].span.end;
			if (answer_find_tokens(&answer, text))
				array_add(&text->answers, answer);
			open = false;
		}
		if (tagged && !open) {
			answer.span.start = text->rows.at[r].span.start;
			answer.type = type;
			open = true;
		}
		if (r < text->rows.count)
			tag += strlen(tag) + 1;
	}
}

static void
end_text(struct joining *joining)
{
	struct text text = { .rows = joining->rows };

	if (joining->rows.count > 0) {
		char name[32];

		buffer_add(&joining->bytes, "", 1);
		snprintf(name, sizeof name, "bio/%zu",
		    joining->corpus->texts.count);
		text.name = memory_string(name, strlen(name));
		text.article.text = joining->bytes;
		text.article.text.count--;
		text.article.parts = joining->parts;
		text.article.complete = true;
		text.tokens = tokens_split(&text.article, 0,
		    text.article.parts.count);
		find_row_tokens(&text);
		read_tags(joining, &text);
		text_label(&text);
		array_add(&joining->corpus->texts, text);
	}
	array_free(&joining->tags);
	*joining = (struct joining){ .corpus = joining->corpus };
}

bool
corpus_read_bio(struct corpus *corpus, const char *path, size_t sentences,
    struct failure *failure)
{
	struct joining joining = { .corpus = corpus };
	struct buffer  bytes = { 0 };
	bool           good = read_all(path, &bytes, failure);

	buffer_add(&bytes, "", 1);
	for (char *row = bytes.at; good && *row != '\0';) {
		size_t size = strcspn(row, "\n");
		char  *next = row + size + (row[size] != '\0');

		row[size] = '\0';
		if (size > 0 && row[0] != '\r')
			add_row(&joining, row, size);
		else
			end_sentence(&joining);
		if (joining.sentences == sentences)
			end_text(&joining);
		row = next;
	}
	end_sentence(&joining);
	end_text(&joining);
	array_free(&bytes);
	return good;
}
