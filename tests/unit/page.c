/* page.c: moving over an article whose lines are set as they are needed,
 * and searching it in slices. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "views/page.h"
#include "views/search.h"

enum { PARAGRAPHS = 300 };

static char path[] = "/tmp/qari-page-XXXXXX";

/* Paragraphs of one to forty words, every third behind a blank line; the
 * word "نجم" once in each tenth. */
static int
write_article(void **state)
{
	FILE *file = fdopen(mkstemp(path), "w");

	(void)state;
	for (int i = 0; i < PARAGRAPHS; i++) {
		fputs(i % 3 == 0 ? "\n\n" : "\n", file);
		for (int word = 0; word <= i * 7 % 40; word++)
			fputs(word == 3 && i % 10 == 9 ? "نَجْم " : "كلمات ",
			    file);
		fputs("آخر.", file);
	}
	return fclose(file);
}

static int
remove_article(void **state)
{
	(void)state;
	return unlink(path);
}

struct setting {
	struct article *article;
	struct page     page;
};

static struct setting
set(size_t width, size_t rows)
{
	struct layout_options layout = { .width = width, .shape = true };
	struct setting setting = { .article = article_open(path, NULL) };

	assert_non_null(setting.article);
	assert_true(article_read_all(setting.article, NULL));
	setting.page.blocks = blocks_new(setting.article, LANGUAGE_ENGLISH);
	setting.page.rows = rows;
	blocks_set_layout(setting.page.blocks, &layout);
	return setting;
}

static void
unset(struct setting *setting)
{
	blocks_free(setting->page.blocks);
	article_free(setting->article);
}

static bool
same_place(struct place a, struct place b)
{
	return a.byte == b.byte && a.above == b.above;
}

/* Down by one row at a time to the end, then up again: every place is met
 * on the way back. */
static void
comes_back_the_way_it_went(void **state)
{
	struct setting setting = set(30, 10);
	struct page   *page    = &setting.page;
	struct places ARRAY_OF(struct place) places = { 0 };

	(void)state;
	page_to(page, 0);
	do
		array_add(&places, page->top);
	while (page_scroll(page, 1));
	assert_true(places.count > PARAGRAPHS);
	assert_true(page_at_end(page));
	for (size_t i = places.count; i-- > 0;) {
		assert_true(same_place(page->top, places.at[i]));
		assert_int_equal(page_scroll(page, -1), i > 0);
		blocks_trim(page->blocks, 1);
	}
	array_free(&places);
	unset(&setting);
}

static void
many_rows_are_as_many_steps(void **state)
{
	struct setting setting = set(44, 7);
	struct page   *page    = &setting.page;
	struct place   place;

	(void)state;
	for (int i = 0; i < 150; i++)
		page_scroll(page, 1);
	place = page->top;
	page_to_start(page);
	page_scroll(page, 150);
	assert_true(same_place(page->top, place));
	page_scroll(page, -150);
	assert_true(same_place(page->top, (struct place){ 0, 0 }) ||
	    page->top.byte < 8);
	unset(&setting);
}

/* The end as it is found from the end is the one that is scrolled to. */
static void
the_end_is_one_from_both_sides(void **state)
{
	struct setting setting = set(30, 10);
	struct page   *page    = &setting.page;
	struct place   end;

	(void)state;
	page_to_end(page);
	end = page->top;
	assert_true(page_at_end(page));
	page_to_start(page);
	assert_false(page_at_end(page));
	page_scroll(page, 100000);
	assert_true(same_place(page->top, end));
	assert_false(page_scroll(page, 1));
	assert_int_equal(page_span(page).end, setting.article->parts.at[
	    setting.article->parts.count - 1].span.end);
	unset(&setting);
}

static void
the_word_at_the_top_stays(void **state)
{
	struct setting setting = set(30, 10);
	struct page   *page    = &setting.page;
	size_t         byte;

	(void)state;
	page_scroll(page, 123);
	byte = page->top.byte;
	for (size_t width = 1; width < 120; width += 7) {
		struct layout_options layout = { .width = width };

		blocks_set_layout(page->blocks, &layout);
		assert_true(span_holds(page_span(page), byte));
		assert_int_equal(page->top.byte, byte);
	}
	unset(&setting);
}

static void
reveals_what_is_hidden(void **state)
{
	struct setting setting = set(30, 9);
	struct page   *page    = &setting.page;
	size_t         size    = setting.article->text.count;

	(void)state;
	for (size_t i = 0; i < 50; i++) {
		size_t       part = i * 6151 % setting.article->parts.count;
		size_t       byte = setting.article->parts.at[part].span.start;
		struct place place;

		page_reveal(page, byte);
		assert_true(span_holds(page_span(page), byte));
		place = page->top;
		page_reveal(page, byte);
		assert_true(same_place(page->top, place));
	}
	assert_true(page_span(page).end <= size);
	unset(&setting);
}

static size_t
count_by_steps(struct search *search, const struct article *article,
    enum seeking seeking)
{
	size_t hits = 0;

	while (!search->wrapped && hits < 1000) {
		search_seek(search, seeking, seeking == SEEKING_FORWARD
		    ? search->hit.end : search->hit.start, 1);
		while (search->seeking != SEEKING_NOTHING)
			search_slice(search, article);
		hits += !search->wrapped;
	}
	return hits;
}

static void
counts_as_many_hits_as_it_finds(void **state)
{
	struct setting setting = set(30, 9);
	struct search  search  = { 0 };
	bool           all;

	(void)state;
	search_start(&search, "نجم", strlen("نجم"), 0);
	while (search_count(&search, setting.article))
		continue;
	assert_true(search_total(&search, setting.article, &all) > 10);
	assert_true(all);
	search.seeking = SEEKING_NOTHING;
	assert_int_equal(count_by_steps(&search, setting.article,
	    SEEKING_FORWARD), search_total(&search, setting.article, &all));
	/* Round the end to the first, and back over it to the last. */
	assert_int_equal(search_number(&search, setting.article), 1);
	search_seek(&search, SEEKING_BACK, search.hit.start, 1);
	while (search.seeking != SEEKING_NOTHING)
		search_slice(&search, setting.article);
	assert_int_equal(search_number(&search, setting.article),
	    search_total(&search, setting.article, &all));
	search.wrapped = false;
	assert_int_equal(1 + count_by_steps(&search, setting.article,
	    SEEKING_BACK), search_total(&search, setting.article, &all));
	search_clear(&search);
	unset(&setting);
}

static void
says_when_there_is_nothing(void **state)
{
	struct setting setting = set(30, 9);
	struct search  search  = { 0 };
	enum sought    sought  = SOUGHT_NOTHING;
	bool           all;

	(void)state;
	search_start(&search, "غير موجود", strlen("غير موجود"), 999);
	for (int i = 0; i < 100 && sought == SOUGHT_NOTHING; i++)
		sought = search_slice(&search, setting.article);
	assert_int_equal(sought, SOUGHT_IN_VAIN);
	while (search_count(&search, setting.article))
		continue;
	assert_int_equal(search_total(&search, setting.article, &all), 0);
	assert_int_equal(search_number(&search, setting.article), 0);
	search_clear(&search);
	unset(&setting);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back_the_way_it_went),
		cmocka_unit_test(many_rows_are_as_many_steps),
		cmocka_unit_test(the_end_is_one_from_both_sides),
		cmocka_unit_test(the_word_at_the_top_stays),
		cmocka_unit_test(reveals_what_is_hidden),
		cmocka_unit_test(counts_as_many_hits_as_it_finds),
		cmocka_unit_test(says_when_there_is_nothing),
	};

	return cmocka_run_group_tests(tests, write_article, remove_article);
}
