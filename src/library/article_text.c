/* article_text.c: the text of an article, put into the library and taken out. */
#include "library/article_text.h"

#include <stdlib.h>
#include <string.h>

#include "library/pack.h"

int64_t
library_key(const char *text, size_t size)
{
	/* FNV-1a (Fowler, Noll, Vo): the reader's own is kept by this number
	 * for ever, so it is not the hash that language/ is free to change. */
	uint64_t key = UINT64_C(0xCBF29CE484222325);

	for (size_t i = 0; i < size; i++) {
		key ^= (unsigned char)text[i];
		key *= UINT64_C(0x100000001B3);
	}
	return (int64_t)key;
}

struct indexed
indexed_of(const struct article *article)
{
	struct span   title = article_title(article);
	struct buffer body  = { 0 };

	for (size_t i = 0; i < article->parts.count; i++) {
		const struct part *part = &article->parts.at[i];

		if (part->kind == PART_BOILERPLATE ||
		    span_same(part->span, title))
			continue;
		buffer_add(&body, article->text.at + part->span.start,
		    span_size(part->span));
		array_add(&body, '\n');
	}
	array_add(&body, '\0');
	return (struct indexed){ memory_string(span_is_empty(title) ? ""
	    : article->text.at + title.start, span_size(title)), body.at };
}

void
indexed_free(struct indexed *indexed)
{
	free(indexed->title);
	free(indexed->body);
}

bool
held_put(struct library *library, int64_t id, const struct article *article)
{
	struct buffer packed = { 0 };
	struct buffer parts  = { 0 };
	bool          done;

	text_pack(article->text.at, article->text.count, &packed);
	parts_pack(&article->parts, &parts);
	done = store_do(library->store,
	    "INSERT OR REPLACE INTO text (article, parts, packed)"
	    " VALUES (?, ?, ?)", "ibb", id, (const void *)parts.at,
	    parts.count, (const void *)packed.at, packed.count);
	array_free(&packed);
	array_free(&parts);
	return done;
}

bool
held_forget(struct library *library, int64_t id)
{
	static const char *const removals[] = {
		"DELETE FROM text WHERE article = ?",
		"DELETE FROM source WHERE article = ?",
		"DELETE FROM article WHERE id = ?",
	};
	bool done = true;

	for (size_t i = 0; done && i < sizeof removals / sizeof *removals; i++)
		done = store_do(library->store, removals[i], "i", id);
	return done;
}

bool
held_index(struct library *library, int64_t id, const struct article *article)
{
	struct indexed indexed = indexed_of(article);
	bool done = store_do(library->store,
	    "INSERT INTO word (rowid, body, title) VALUES (?, ?, ?)", "itt",
	    id, indexed.body, indexed.title);

	indexed_free(&indexed);
	return done;
}

bool
held_unindex(struct library *library, int64_t id,
    const struct article *article)
{
	struct indexed indexed = indexed_of(article);
	bool done = store_do(library->store,
	    "INSERT INTO word (word, rowid, body, title)"
	    " VALUES ('delete', ?, ?, ?)", "itt", id, indexed.body,
	    indexed.title);

	indexed_free(&indexed);
	return done;
}

struct article *
library_article(struct library *library, int64_t id)
{
	struct rows    *rows = store_ask(library->store,
	    "SELECT text.parts, text.packed, article.published FROM text"
	    " JOIN article ON article.id = text.article WHERE text.article = ?",
	    "i", id);
	struct article *article;
	const char     *parts, *packed;
	size_t          parts_size, packed_size;
	bool            good;

	if (!rows_next(rows))
		return NULL;
	article = memory_new(1, sizeof *article);
	article->name = "";
	article->complete = true;
	parts = rows_blob(rows, 0, &parts_size);
	packed = rows_blob(rows, 1, &packed_size);
	if (!rows_is_null(rows, 2))
		article->published = day_of_number(rows_integer(rows, 2));
	good = text_unpack(packed, packed_size, &article->text) &&
	    parts_unpack(parts, parts_size, article->text.count,
	    &article->parts);
	rows_end(rows);
	if (good)
		return article;
	library_article_free(article);
	return NULL;
}

void
library_article_free(struct article *article)
{
	article_free(article);
}
