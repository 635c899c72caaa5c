/* library_query.c: what was typed is read as what was meant, and marked where
 * it stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "library/query.h"

static void
assert_query(const char *typed, const char *expected)
{
	struct query *query = query_new(typed, strlen(typed));
	struct buffer text  = { 0 };

	query_write(query, &text);
	array_add(&text, '\0');
	assert_string_equal(text.at, expected);
	array_free(&text);
	query_free(query);
}

static void
reads_words_folded(void **state)
{
	(void)state;
	assert_query("", "");
	assert_query("  ", "");
	assert_query("... !", "");
	assert_query("القاهرة مُحَمَّد", "\"القاهره\" \"محمد\"");
	assert_query("Café ٢٠٢٤", "\"cafe\u0301\" \"2024\"");
	assert_query("ﺍﻻﺳﻼﻡ", "\"الاسلام\"");
	assert_query("عبد-الله", "\"عبد الله\"");
}

static void
reads_phrases(void **state)
{
	(void)state;
	assert_query("\"رئيس الوزراء\"", "\"رييس الوزراء\"");
	assert_query("«رئيس الوزراء» تونس", "\"رييس الوزراء\" \"تونس\"");
	assert_query("“رئيس الوزراء”", "\"رييس الوزراء\"");
	assert_query("\"لم يغلق", "\"لم يغلق\"");
	assert_query("\"\"", "");
}

static void
reads_signs(void **state)
{
	(void)state;
	assert_query("-سياحة", "-\"سياحه\"");
	assert_query("\u2212سياحة", "-\"سياحه\"");
	assert_query("-\"كرة القدم\"", "-\"كره القدم\"");
	assert_query("~مؤتة", "~\"مؤتة\"");
	assert_query("-~مؤتة", "-~\"مؤتة\"");
	assert_query("- سياحة", "\"سياحه\"");
	assert_query("-", "");
}

static void
reads_kinds_in_both_languages(void **state)
{
	(void)state;
	assert_query("who:سعاد", "PER:\"سعاد\"");
	assert_query("من:سعاد", "PER:\"سعاد\"");
	assert_query("أين:صنعاء", "LOC:\"صنعاء\"");
	assert_query("org:\"وزارة المياه\"", "ORG:\"وزاره المياه\"");
	assert_query("-حدث:معرض", "-EVENT:\"معرض\"");
	assert_query("http://a", "\"http a\"");
	assert_query("who:", "");
	assert_query("من: الأمن", "\"الامن\"");
}

static void
reads_times(void **state)
{
	(void)state;
	assert_query("when:2024", "when:2024-01-01/2024-12-31");
	assert_query("when:٢٠٢٤-٠٢", "when:2024-02-01/2024-02-29");
	assert_query("متى:2024-09-19", "when:2024-09-19/2024-09-19");
	assert_query("when:2023-12/2024-01", "when:2023-12-01/2024-01-31");
	assert_query("when:\"أيلول 2024\"", "when:2024-09-01/2024-09-30");
	assert_query("when:2024-13", "");
	assert_query("when:قريبا", "");
}

/* The article's text with each span in brackets. */
static void
assert_marks(const char *typed, const char *text, const char *expected)
{
	struct query  *query   = query_new(typed, strlen(typed));
	struct part    part    = { { 0, strlen(text) }, PART_PARAGRAPH, 0 };
	struct article article = { .complete = true,
	    .parts = { &part, 1, 1 } };
	struct buffer  marked  = { 0 };
	struct spans   spans;
	size_t         at      = 0;

	buffer_add_string(&article.text, text);
	spans = query_spans(query, &article);
	for (size_t i = 0; i < spans.count; i++) {
		buffer_add(&marked, text + at, spans.at[i].start - at);
		buffer_add_string(&marked, "[");
		buffer_add(&marked, text + spans.at[i].start,
		    span_size(spans.at[i]));
		buffer_add_string(&marked, "]");
		at = spans.at[i].end;
	}
	buffer_add(&marked, text + at, strlen(text) - at + 1);
	assert_string_equal(marked.at, expected);
	array_free(&marked);
	array_free(&spans);
	array_free(&article.text);
	query_free(query);
}

static void
marks_the_original(void **state)
{
	(void)state;
	assert_marks("محمد", "قال مُحَمَّدٌ لمحمد", "قال [مُحَمَّدٌ] ل[محمد]");
	assert_marks("قاهره", "من والقاهرة", "من وال[قاهرة]");
	assert_marks("الرياض", "وبالرياض، الرياض", "وب[الرياض]، [الرياض]");
	assert_marks("القاهرة", "للقاهرة", "[للقاهرة]");
	assert_marks("الريـــاض", "الرّياض", "[الرّياض]");
	assert_marks("\"الأمن الوطني\"", "الأمن، والأمن الوطني",
	    "الأمن، و[الأمن الوطني]");
	assert_marks("~مؤتة", "مؤتة وموته ومؤتة", "[مؤتة] وموته ومؤتة");
	assert_marks("-محمد ألف", "محمد ألف", "محمد [ألف]");
	assert_marks("ان", "كان وأن", "كان وأن");
	assert_marks("أب بابا", "وجاء بابا الأب", "وجاء [بابا] ال[أب]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_words_folded),
		cmocka_unit_test(reads_phrases),
		cmocka_unit_test(reads_signs),
		cmocka_unit_test(reads_kinds_in_both_languages),
		cmocka_unit_test(reads_times),
		cmocka_unit_test(marks_the_original),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
