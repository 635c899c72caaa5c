/* entity.c: names of one are one, look-alikes are two, within an article and
 * across articles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "language/entity.h"
#include "language/name_keys.h"

struct names {
	enum kind     kind;
	const char   *a;
	const char   *b;
	enum sameness sameness;
};

static const struct names names[] = {
	{ KIND_PERSON, "عبد الغني الراجي", "عبد الغنى الراجي", SAME_SPELLING },
	{ KIND_PERSON, "عبدالغني الراجي", "عبد الغني الراجي", SAME_SPELLING },
	{ KIND_EVENT, "WOODEX 30", "WOODEX30", SAME_SPELLING },
	{ KIND_AGENCY, "نت فليكس", "نتفليكس", SAME_SPACING },
	{ KIND_PERSON, "مراد سيلميز", "مراد سيليميز", SAME_VARIANT },
	{ KIND_PERSON, "إيغور بتروف", "إيجور بتروف", SAME_VARIANT },
	{ KIND_PERSON, "نادية الصقلي", "الصقلي", SAME_SHORTER },
	{ KIND_PERSON, "طيب الراجي", "رجب طيب الراجي", SAME_SHORTER },
	{ KIND_AGENCY, "حركة النهوض", "النهوض", SAME_SHORTER },
	{ KIND_AGENCY, "الإدارة العامة للمياه والغابات", "المياه والغابات",
	    SAME_SHORTER },
	{ KIND_PLACE, "الجمهورية اللبنانية", "لبنان", SAME_KNOWN },
	{ KIND_PLACE, "المملكة المغربية", "المغرب", SAME_KNOWN },
	{ KIND_PLACE, "جمهورية كينيا", "كينيا", SAME_SHORTER },
	{ KIND_AGENCY, "الناتو", "حلف شمال الأطلسي", SAME_KNOWN },
	{ KIND_PERSON, "سالم الراجي", "سليم الراجي", DIFFERENT },
	{ KIND_PERSON, "حسن العمري", "حسين العمري", DIFFERENT },
	{ KIND_PERSON, "فؤاد سعيد الراجي", "علي فؤاد سعيد الراجي", DIFFERENT },
	{ KIND_AGENCY, "وزارة النقل", "وزارة العدل", DIFFERENT },
	{ KIND_AGENCY, "بنك الشرق", "بنك الشرق الأوسط", DIFFERENT },
	{ KIND_PLACE, "السودان", "جنوب السودان", DIFFERENT },
	{ KIND_PLACE, "النيجر", "نيجيريا", DIFFERENT },
	{ KIND_EVENT, "كأس العرب", "كأس العرب للأندية", DIFFERENT },
	{ KINDS, "ملعب الأمير فيصل", "الأمير فيصل", DIFFERENT },
	{ KINDS, "خليل مطران", "مطران", SAME_SHORTER },
	{ KINDS, "", "مطران", DIFFERENT },
};

static void
names_are_one_or_two(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct names *row = &names[i];
		enum sameness there = names_compare(row->kind, row->a, row->b);
		enum sameness back  = names_compare(row->kind, row->b, row->a);

		if (there != row->sameness || back != row->sameness)
			fail_msg("%s, %s: %d and %d", row->a, row->b, there,
			    back);
	}
}

static bool
seeks(const struct name_keys *one, const struct name_keys *other)
{
	for (size_t i = 0; i < one->count; i++)
		for (size_t j = 0; j < other->count; j++)
			if (one->at[i].sought == other->at[j].kept)
				return true;
	return false;
}

static struct name_keys
keys_of(enum kind kind, const char *text)
{
	struct name_keys keys = { 0 };
	struct name      name;

	name_read(&name, text, strlen(text));
	name_look_up(&name);
	name_keys_add(&keys, kind, &name);
	return keys;
}

static void
names_that_are_one_find_each_other(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct names *row = &names[i];
		struct name_keys    a   = keys_of(row->kind, row->a);
		struct name_keys    b   = keys_of(row->kind, row->b);

		if (row->kind != KINDS && row->sameness != DIFFERENT)
			assert_true(seeks(&a, &b) && seeks(&b, &a));
		array_free(&a);
		array_free(&b);
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct name_keys a = keys_of(KIND_PERSON, names[i].a);
		struct name_keys b = keys_of(KIND_PERSON, "زهير الوزان");

		assert_false(seeks(&a, &b));
		array_free(&a);
		array_free(&b);
	}
}

/* One article: names are the runs between bars, each of the given kind. */
static struct mentions
link_article(struct entities *entities, enum kind kind, const char *text)
{
	struct tokens   tokens   = tokens_of_text(text, strlen(text));
	struct mentions mentions = { 0 };
	bool            inside   = false;

	for (size_t i = 0; i < tokens.count; i++) {
		bool bar = strcmp(token_folded(&tokens, i), "|") == 0;

		if (bar && !inside && i + 1 < tokens.count)
			array_add(&mentions, (struct mention){
			    .kind = kind, .first = (uint32_t)(i + 1),
			    .entity = NONE, .date = NONE });
		else if (bar)
			mentions.at[mentions.count - 1].last =
			    (uint32_t)(i - 1);
		inside ^= bar;
	}
	for (size_t i = 0; i < mentions.count; i++)
		mentions.at[i].span = tokens_span(&tokens,
		    mentions.at[i].first, mentions.at[i].last);
	entities_link(entities, &tokens, &mentions);
	tokens_free(&tokens);
	return mentions;
}

static void
a_surname_follows_its_full_name(void **state)
{
	struct entities *entities = entities_new();
	struct mentions  people   = link_article(entities, KIND_PERSON,
	    "|الراجي| ثم |منى الراجي| ثم |سعد العمري| ثم |العمري| ثم |الراجي|");
	static const size_t same[] = { 1, 1, 2, 2, 1 };

	(void)state;
	assert_int_equal(people.count, 5);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(people.at[i].entity,
		    people.at[same[i]].entity);
	assert_int_not_equal(people.at[1].entity, people.at[2].entity);
	assert_int_equal(entities->count, 2);
	assert_string_equal(entities->at[people.at[0].entity].name,
	    "منى الراجي");
	assert_int_equal(entities->at[people.at[0].entity].mentions, 3);
	array_free(&people);
	entities_free(entities);
}

static void
names_are_found_again_in_later_articles(void **state)
{
	struct entities *entities = entities_new();
	struct mentions  one = link_article(entities, KIND_PERSON,
	    "|عبد الغني الراجي|");
	struct mentions  two = link_article(entities, KIND_PERSON,
	    "|الراجي| و |عبدالغني الراجي| و |هدى الراجي|");

	(void)state;
	assert_int_equal(two.at[0].entity, one.at[0].entity);
	assert_int_equal(two.at[1].entity, one.at[0].entity);
	assert_int_not_equal(two.at[2].entity, one.at[0].entity);
	array_free(&one);
	array_free(&two);
	entities_free(entities);
}

static void
many_names_stay_apart(void **state)
{
	struct entities *entities = entities_new();
	char text[64];

	(void)state;
	for (int i = 0; i < 600; i++) {
		struct mentions one;

		snprintf(text, sizeof text, "|سعد N%dX|", i);
		one = link_article(entities, KIND_PERSON, text);
		assert_int_equal(one.at[0].entity, i);
		array_free(&one);
	}
	entities_free(entities);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_one_or_two),
		cmocka_unit_test(names_that_are_one_find_each_other),
		cmocka_unit_test(a_surname_follows_its_full_name),
		cmocka_unit_test(names_are_found_again_in_later_articles),
		cmocka_unit_test(many_names_stay_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
