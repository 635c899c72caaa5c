/* correction.c: what the reader decided of names, as text and in a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "language/analysis.h"
#include "language/correction.h"
#include "language/entity.h"
#include "language/joined.h"

static struct corrections *
corrections_of(const char *text)
{
	struct corrections *corrections = corrections_new();
	size_t              line;

	assert_true(corrections_parse(corrections, text, strlen(text),
	    &line));
	assert_int_equal(line, 0);
	return corrections;
}

static void
a_sound_text_comes_back(void **state)
{
	static const char text[] = "# ours\n\nPER\tسلمى الراشدي\n"
	    "not\tالأمل\nsame\tالراشدي\tسلمى الراشدي\nDATE\tيوم القرّ\n";
	struct corrections *corrections = corrections_of(text);
	struct buffer       written     = { 0 };

	(void)state;
	assert_int_equal(corrections->count, 6);
	assert_int_equal(corrections->at[2].kind, KIND_PERSON);
	assert_int_equal(corrections->at[3].decision, DECISION_NOT);
	assert_string_equal(corrections->at[4].other, "سلمى الراشدي");
	corrections_write(corrections, &written);
	assert_int_equal(written.count, strlen(text));
	assert_memory_equal(written.at, text, written.count);
	array_free(&written);
	corrections_free(corrections);
}

static void
a_damaged_line_is_told_and_kept(void **state)
{
	static const char *const damaged[] = {
		"PER", "PER\t", "PER\tسلمى\tكمال", "per\tسلمى", "not\t\033[2J",
		"same\tسلمى", "same\tسلمى\tكمال\tعلي", "سلمى", "not\t\xD8",
		"LOC\t\xE2\x80\x8F"
	};

	(void)state;
	for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
		struct corrections *corrections = corrections_new();
		struct buffer       text        = { 0 };
		struct buffer       written     = { 0 };
		size_t              line;

		buffer_add_string(&text, "LOC\tطنجة\n");
		buffer_add_string(&text, damaged[i]);
		buffer_add_string(&text, "\nnot\tالأمل\n");
		assert_false(corrections_parse(corrections, text.at,
		    text.count, &line));
		assert_int_equal(line, 2);
		assert_int_equal(corrections->rulings, 2);
		corrections_write(corrections, &written);
		assert_int_equal(written.count, text.count);
		assert_memory_equal(written.at, text.at, text.count);
		array_free(&text);
		array_free(&written);
		corrections_free(corrections);
	}
}

static void
many_are_added_at_once(void **state)
{
	static const char expected[] = "PER\tسلمى\nLOC\tطيبة\n"
	    "same\tالراشدي\tسلمى الراشدي\nnot\tسلمى\n";
	struct corrections *corrections = corrections_of("PER\tسلمى\n");
	struct corrections *more        = corrections_of(
	    "# theirs\n\nLOC\tطيبة\nsame\tالراشدي\tسلمى الراشدي\n"
	    "not\tسلمى\n");
	struct buffer       written     = { 0 };

	(void)state;
	corrections_add_all(corrections, more);
	corrections_free(more);
	corrections_write(corrections, &written);
	assert_int_equal(written.count, strlen(expected));
	assert_memory_equal(written.at, expected, written.count);
	assert_int_equal(corrections_on(corrections, "سلمى",
	    strlen("سلمى"))->decision, DECISION_NOT);
	assert_int_equal(corrections_on(corrections, "طيبة",
	    strlen("طيبة"))->kind, KIND_PLACE);
	array_free(&written);
	corrections_free(corrections);
}

static void
the_last_decision_is_taken_back(void **state)
{
	struct corrections *corrections = corrections_of(
	    "PER\tسلمى\nLOC\tسَلمى\n# end\n");
	struct correction   taken;

	(void)state;
	assert_int_equal(corrections_on(corrections, "سلمى",
	    strlen("سلمى"))->kind, KIND_PLACE);
	assert_true(corrections_take_back(corrections, &taken));
	assert_string_equal(taken.name, "سَلمى");
	free(taken.name);
	assert_int_equal(corrections_on(corrections, "سلمى",
	    strlen("سلمى"))->kind, KIND_PERSON);
	assert_true(corrections_take_back(corrections, &taken));
	free(taken.name);
	assert_null(corrections_on(corrections, "سلمى", strlen("سلمى")));
	assert_false(corrections_take_back(corrections, &taken));
	assert_int_equal(corrections->count, 1);
	corrections_free(corrections);
}

/* A guess of tokens [first, last]. */
static struct mention
guess(const struct tokens *tokens, uint32_t first, uint32_t last)
{
	return (struct mention){ .span = tokens_span(tokens, first, last),
	    .kind = KIND_AGENCY, .finder = FOUND_BY_MODEL, .entity = NONE,
	    .date = NONE, .first = first, .last = last };
}

/* The mentions after the corrections hold, as "PER سلمى|…". */
static void
check(const char *corrections_text, const char *text, uint32_t first,
    uint32_t last, const char *expected)
{
	struct corrections *corrections = corrections_of(corrections_text);
	struct tokens       tokens   = tokens_of_text(text, strlen(text));
	struct mentions     mentions = { 0 };
	struct buffer       told     = { 0 };

	if (last < tokens.count)
		array_add(&mentions, guess(&tokens, first, last));
	corrections_apply(corrections, &tokens, &mentions);
	for (size_t i = 0; i < mentions.count; i++) {
		if (i > 0)
			buffer_add_string(&told, "|");
		buffer_add_string(&told, kind_tag(mentions.at[i].kind));
		buffer_add_string(&told, " ");
		buffer_add(&told, text + mentions.at[i].span.start,
		    span_size(mentions.at[i].span));
	}
	buffer_add(&told, "", 1);
	assert_string_equal(told.at, expected);
	array_free(&told);
	array_free(&mentions);
	tokens_free(&tokens);
	corrections_free(corrections);
}

enum { NO_GUESS = 999 };

static void
names_are_marked_wherever_they_stand(void **state)
{
	(void)state;
	check("LOC\tطنجة\n", "زار طَنجة ثم عاد إلى طنجة.", NO_GUESS, NO_GUESS,
	    "LOC طَنجة|LOC طنجة");
	check("LOC\tطنجة\n", "فاس وطنجة", NO_GUESS, NO_GUESS, "LOC طنجة");
	check("LOC\tالمدينة\n", "وصل للمدينة ليلا", NO_GUESS, NO_GUESS,
	    "LOC لمدينة");
	check("ORG\tشركة الماء\nPER\tشركة\n", "قالت شركه الماء إن شركة",
	    NO_GUESS, NO_GUESS, "ORG شركه الماء|PER شركة");
}

static void
one_word_must_be_spelt_alike(void **state)
{
	(void)state;
	check("PER\tعلي\n", "جلس على الكرسي", NO_GUESS, NO_GUESS, "");
	check("PER\tعلي\n", "جلس عليّ هنا", NO_GUESS, NO_GUESS, "PER عليّ");
	check("not\tعلي\n", "جلس على الكرسي", 1, 1, "ORG على");
}

static void
guesses_give_way(void **state)
{
	(void)state;
	check("not\tدار النور\n", "افتتحت دار النور", 1, 2, "");
	check("LOC\tدار النور\n", "افتتحت دار النور", 1, 2, "LOC دار النور");
	check("LOC\tالنور القديم\n", "دار النور القديم", 0, 1,
	    "LOC النور القديم");
	/* Not within a longer name, until that is said to be none. */
	check("LOC\tالنور\n", "افتتحت دار النور", 1, 2, "ORG دار النور");
	check("LOC\tالنور\nnot\tدار النور\n", "افتتحت دار النور", 1, 2,
	    "LOC النور");
}

static void
names_said_to_be_one_are(void **state)
{
	static const char text[] = "سلمى الراشدي و كمال يوسف";
	struct tokens     tokens   = tokens_of_text(text, strlen(text));
	struct entities  *entities = entities_new();
	struct mentions   mentions = { 0 };

	(void)state;
	array_add(&mentions, guess(&tokens, 0, 1));
	array_add(&mentions, guess(&tokens, 3, 4));
	entities_link(entities, &tokens, &mentions);
	assert_int_not_equal(mentions.at[0].entity, mentions.at[1].entity);
	entities_free(entities);

	/* Through a third name that the text does not have. */
	entities = entities_new();
	joined_add(entities->joined, "كمال يوسف", "الدكتور");
	joined_add(entities->joined, "سَلمى الراشدي", "الدكتور");
	entities_link(entities, &tokens, &mentions);
	assert_int_equal(mentions.at[0].entity, mentions.at[1].entity);
	entities_free(entities);
	array_free(&mentions);
	tokens_free(&tokens);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_text_comes_back),
		cmocka_unit_test(a_damaged_line_is_told_and_kept),
		cmocka_unit_test(many_are_added_at_once),
		cmocka_unit_test(the_last_decision_is_taken_back),
		cmocka_unit_test(names_are_marked_wherever_they_stand),
		cmocka_unit_test(one_word_must_be_spelt_alike),
		cmocka_unit_test(guesses_give_way),
		cmocka_unit_test(names_said_to_be_one_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
