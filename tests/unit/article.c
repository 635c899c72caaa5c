/* article.c: an article read in slices is the article read whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bytes/file.h"
#include "bytes/utf8.h"
#include "document/article.h"

static char path[] = "/tmp/qari-article-XXXXXX";

static int
make_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int
remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

static struct article *
open_text(const char *text, size_t size)
{
	struct failure  failure;
	struct article *article;

	assert_true(file_replace(path, text, size, &failure));
	article = article_open(path, &failure);
	assert_non_null(article);
	return article;
}

static void
assert_part(const struct article *article, size_t index, enum part_kind kind,
    const char *text)
{
	struct part part = article->parts.at[index];

	assert_int_equal(part.kind, kind);
	assert_int_equal(span_size(part.span), strlen(text));
	assert_memory_equal(article->text.at + part.span.start, text,
	    strlen(text));
}

static void
finds_title_parts_and_words(void **state)
{
	static const char text[] = "\xEF\xBB\xBFثقافة\r\n\r\n"
	    "افتتاح معرض الكتاب في المدينة\r\n\r\n"
	    "افتتح اليوم معرض الكتاب.\r\n"
	    "ويستمر المعرض أسبوعا.\r\n\r\nمقالات ذات صلة\r\n";
	struct article *article = open_text(text, sizeof text - 1);
	struct span     title   = article_title(article);

	(void)state;
	assert_true(article->complete);
	assert_int_equal(article->parts.count, 5);
	assert_part(article, 0, PART_SECTION, "ثقافة");
	assert_part(article, 1, PART_HEADLINE,
	    "افتتاح معرض الكتاب في المدينة");
	assert_part(article, 4, PART_BOILERPLATE, "مقالات ذات صلة");
	assert_true(span_same(title, article->parts.at[1].span));
	assert_int_equal(article_words(article), 5 + 4 + 3);
	assert_ptr_equal(article_part(article, PART_PARAGRAPH),
	    &article->parts.at[2]);
	assert_null(article_part(article, PART_BYLINE));
	assert_int_equal(article_part_at(article, 0), 0);
	assert_int_equal(article_part_at(article, title.start), 1);
	assert_int_equal(article_part_at(article, title.end), 2);
	assert_int_equal(article_part_at(article, article->text.count), 5);
	assert_int_equal(article_source_size(article), sizeof text - 1);
	assert_int_equal(article->text.count, sizeof text - 1);
	assert_memory_equal(article->text.at, text, sizeof text - 1);
	article_free(article);
}

/* 60 KB and more of lines of all lengths with all line ends. */
static struct buffer
many_lines(void)
{
	static const char *const ends[] = {
		"\n", "\r\n", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9",
		"\n\n", "\r\n\r\n", " \t\xC2\xA0\n", "\n  \xE2\x80\x83 \n  "
	};
	struct buffer text = { 0 };

	for (size_t line = 0; text.count < 72 << 10; line++) {
		for (size_t word = 0; word < line * 7 % 31; word++)
			buffer_add_string(&text, word % 3 ? "كلمة " : "x ");
		buffer_add_string(&text, ends[line * line % 10]);
	}
	return text;
}

static void
assert_same_part(struct part a, struct part b)
{
	assert_true(span_same(a.span, b.span));
	assert_int_equal(a.kind, b.kind);
	assert_int_equal(a.spaced, b.spaced);
}

static void
is_the_same_in_any_slices(void **state)
{
	struct buffer text = many_lines();

	(void)state;
	for (size_t slice = 1; slice < 20; slice += 3) {
		struct article *whole = open_text(text.at, text.count);
		struct article *grown = open_text(text.at, text.count);
		struct failure  failure;

		assert_false(whole->complete);
		assert_true(article_read_all(whole, &failure));
		while (!grown->complete)
			assert_true(article_read(grown, slice, &failure));
		assert_int_equal(whole->parts.count, grown->parts.count);
		assert_true(whole->parts.count > 100);
		for (size_t i = 0; i < whole->parts.count; i++)
			assert_same_part(whole->parts.at[i],
			    grown->parts.at[i]);
		assert_int_equal(grown->text.count, text.count);
		article_free(whole);
		article_free(grown);
	}
	array_free(&text);
}

/* A part stays what it is when more is read, but for the last one. */
static void
grows_only_at_its_end(void **state)
{
	struct buffer   text = { 0 };
	struct article *article;
	struct failure  failure;
	struct span     first;

	(void)state;
	buffer_add_string(&text, "سطر أول.\n");
	while (text.count < PART_MOST + 2000)
		buffer_add_string(&text, "كلمات بلا نهاية سطر ");
	article = open_text(text.at, text.count);
	assert_false(article->complete);
	assert_int_equal(article->parts.count, 2);
	first = article->parts.at[1].span;
	assert_true(article_read(article, 1000, &failure));
	assert_int_equal(article->parts.count, 2);
	assert_int_equal(article->parts.at[1].span.start, first.start);
	assert_true(article->parts.at[1].span.end > first.end);
	assert_true(article_read_all(article, &failure));
	assert_int_equal(article->parts.at[1].span.end, text.count - 1);
	article_free(article);
	array_free(&text);
}

/* A line of at least `size` bytes of `unit`. */
static struct buffer
long_line(const char *unit, size_t size)
{
	struct buffer text = { 0 };

	while (text.count < size)
		buffer_add_string(&text, unit);
	buffer_add_string(&text, "\nآخر");
	return text;
}

/* However long a line is, no part is; together they hold all of it, but for
 * the white space at the cuts, and begin with a letter. */
static void
cuts_long_lines_alike_in_any_slices(void **state)
{
	static const char *const units[] = {
		"كلمات وأخرى. ثم ", "كلمة ", "ب", "\u064e", "\u200d", "x  ",
		"新聞", "!", "بّ"
	};

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buffer   text  = long_line(units[i], 5 * PART_MOST);
		struct article *whole = open_text(text.at, text.count);
		struct article *grown = open_text(text.at, text.count);
		struct failure  failure;

		assert_true(article_read_all(whole, &failure));
		while (!grown->complete)
			assert_true(article_read(grown, 777, &failure));
		assert_int_equal(whole->parts.count, grown->parts.count);
		assert_in_range(whole->parts.count, 5, 6);
		for (size_t p = 0; p < whole->parts.count; p++) {
			struct span span = whole->parts.at[p].span;

			assert_same_part(whole->parts.at[p],
			    grown->parts.at[p]);
			assert_true(span_size(span) <= PART_MOST + PART_MOST / 8);
			assert_true(utf8_start(text.at, span.start) ==
			    span.start);
			if (p > 0)
				assert_true(span.start -
				    whole->parts.at[p - 1].span.end <= 3);
		}
		assert_int_equal(article_words(whole), article_words(grown));
		article_free(whole);
		article_free(grown);
		array_free(&text);
	}
}

/* A sentence's end is better than a space, a space than none, and a mark
 * stays with its letter. */
static void
cuts_long_lines_where_they_may_be_cut(void **state)
{
	static const char *const units[][2] = {
		{ "كلمة وأخرى. ثم ", "." }, { "كلمة", "ة" }, { "بّ", "ّ" },
		{ "كلمة وأخرى ", "ى" }
	};

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		const char     *last = units[i][1];
		struct buffer   text = long_line(units[i][0], 2 * PART_MOST);
		struct article *article = open_text(text.at, text.count);
		struct failure  failure;
		size_t          end;

		assert_true(article_read_all(article, &failure));
		end = article->parts.at[0].span.end;
		assert_true(article->parts.count > 2);
		if (i != 1 && i != 3)
			assert_memory_equal(text.at + end - strlen(last), last,
			    strlen(last));
		assert_true(i == 1 || i == 2 || text.at[end] == ' ');
		article_free(article);
		array_free(&text);
	}
}

/* A page's paragraph and headline too; only what begins one is a headline. */
static void
cuts_long_lines_of_pages(void **state)
{
	struct buffer   page = { 0 };
	struct buffer   line = long_line("كلمة ", 3 * PART_MOST);
	struct article *article;
	size_t          headlines = 0;

	(void)state;
	buffer_add_string(&page, "<html><h1>");
	buffer_add(&page, line.at, line.count);
	buffer_add_string(&page, "</h1><p>");
	buffer_add(&page, line.at, line.count);
	article = open_text(page.at, page.count);
	assert_true(article->complete);
	assert_true(article->parts.count >= 6);
	assert_int_equal(article->parts.at[0].kind, PART_HEADLINE);
	for (size_t p = 0; p < article->parts.count; p++) {
		struct part part = article->parts.at[p];

		headlines += part.kind == PART_HEADLINE;
		assert_true(span_size(part.span) <= PART_MOST + PART_MOST / 8);
	}
	assert_int_equal(headlines, 1);
	assert_int_equal(article_words(article), 2 *
	    (line.count / strlen("كلمة ") + 1));
	article_free(article);
	array_free(&page);
	array_free(&line);
}

/* So deep that its end tags would take quadratic time. */
static void
a_page_nested_too_deep_is_plain_text(void **state)
{
	enum { DEPTH = 30000 };
	struct buffer   page = { 0 };
	struct article *article;

	(void)state;
	for (size_t i = 0; i < DEPTH; i++)
		buffer_add_string(&page, "<div>");
	buffer_add_string(&page, "\n<p>وصل الوفد.</p>\n");
	article = open_text(page.at, page.count);
	assert_true(article->complete || article_read(article, SIZE_MAX,
	    &(struct failure){ 0 }));
	assert_true(article->complete);
	assert_int_equal(article->text.count, page.count);
	assert_part(article, article->parts.count - 1, PART_PARAGRAPH,
	    "<p>وصل الوفد.</p>");
	article_free(article);
	array_free(&page);
}

static void
an_empty_file_is_an_empty_article(void **state)
{
	static const char *const empty[] = { "", "\n", " \r\n\t\n", "\xEF\xBB\xBF" };

	(void)state;
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
		struct article *article = open_text(empty[i],
		    strlen(empty[i]));

		assert_true(article->complete);
		assert_int_equal(article->parts.count, 0);
		assert_true(span_is_empty(article_title(article)));
		assert_int_equal(article_words(article), 0);
		article_free(article);
	}
}

static void
refuses_what_is_no_article(void **state)
{
	char           bytes[300] = { 1, 2, 3, 4 };
	struct failure failure;

	(void)state;
	assert_true(file_replace(path, bytes, sizeof bytes, &failure));
	assert_null(article_open(path, &failure));
	assert_int_equal(failure.kind, FAILURE_BINARY);
	assert_string_equal(failure.where, path);
	assert_null(article_open("/nowhere/at/all", &failure));
	assert_int_equal(failure.kind, FAILURE_SYSTEM);
	assert_int_equal(failure.error, ENOENT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_title_parts_and_words),
		cmocka_unit_test(is_the_same_in_any_slices),
		cmocka_unit_test(grows_only_at_its_end),
		cmocka_unit_test(cuts_long_lines_alike_in_any_slices),
		cmocka_unit_test(cuts_long_lines_where_they_may_be_cut),
		cmocka_unit_test(cuts_long_lines_of_pages),
		cmocka_unit_test(a_page_nested_too_deep_is_plain_text),
		cmocka_unit_test(an_empty_file_is_an_empty_article),
		cmocka_unit_test(refuses_what_is_no_article),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
