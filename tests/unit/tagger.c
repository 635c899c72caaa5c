/* tagger.c: a small model, learned here from a few sentences, is packed,
 * opened and used; and what is damaged is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "language/kind.h"
#include "language/tagger.h"
#include "language/train/crf.h"
#include "language/train/cutter.h"
#include "language/train/label.h"
#include "language/train/pack.h"

/* [PER …] and [LOC …] around what must be found. */
static const char *const sentences[] = {
	"وصل الوزير [PER سامي حداد] إلى [LOC صنعاء] أمس",
	"التقى السيد [PER نبيل قاسم] مسؤولين في [LOC عدن]",
	"قال الوزير [PER عمر ناصر] إن الطريق إلى [LOC صنعاء] مفتوح",
	"زار السيد [PER سامي قاسم] مدينة [LOC عدن] مساء",
	"عاد المسافرون من [LOC صنعاء] و[LOC عدن] اليوم",
	"انتقل الفريق ب[LOC عدن] إلى الملعب الجديد",
	"أعلن الوزير [PER نبيل حداد] عن خطة جديدة",
	"افتتحت المدرسة أبوابها في [LOC صنعاء] ب[LOC عدن]",
	"كان الطقس باردا في المدينة أمس",
	"قال السيد [PER عمر قاسم] إن العمل مستمر",
};

static void
add_sentence(struct corpus *corpus, const char *marked)
{
	struct text   text = { 0 };
	struct buffer plain = { 0 };
	struct answer answer = { .optional = false };

	for (; *marked != '\0'; marked++) {
		if (*marked == '[') {
			answer.span.start = plain.count;
			answer.type = corpus_type(corpus, marked + 1, 3);
			marked += 4;
		} else if (*marked == ']') {
			answer.span.end = plain.count;
			array_add(&text.answers, answer);
		} else
			buffer_add(&plain, marked, 1);
	}
	buffer_add(&plain, "", 1);
	text.name = memory_string("", 0);
	article_of_lines(&text.article, plain.at, plain.count - 1);
	text.tokens = tokens_split(&text.article, 0, 1);
	for (size_t i = 0; i < text.answers.count; i++)
		assert_true(answer_find_tokens(&text.answers.at[i], &text));
	text_label(&text);
	array_add(&corpus->texts, text);
}

static struct buffer
learn_model(void)
{
	struct corpus       corpus = { 0 };
	struct pack_options options = { .bias = 0 };
	struct crf_options  learning = crf_usual;
	struct buffer       raw = { 0 };
	struct buffer       empty = { 0 };
	struct buffer       model = { 0 };
	struct knowledge    knowledge;
	struct weights      known;
	struct examples     examples;
	struct crf          crf;
	struct crf          cut;

	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
		add_sentence(&corpus, sentences[i]);
	buffer_add(&raw, "", 1);
	raw.count = 0;
	knowledge = knowledge_of(&raw, 1);
	pack_model(&corpus, &knowledge, &(struct learned){ .first = NULL },
	    &options, &empty);
	assert_true(weights_open(&known, &empty, "empty", NULL));
	examples = examples_of(&corpus, NULL, &known, 1);
	learning.l1 = 0.01f;
	learning.epochs = 40;
	crf = crf_learn(&examples, NULL, &learning);
	cut = cutter_learn(&corpus, NULL, &known);
	pack_model(&corpus, &knowledge,
	    &(struct learned){ .first = &crf, .cut = &cut }, &options, &model);

	examples_free(&examples);
	crf_free(&crf);
	crf_free(&cut);
	weights_close(&known);
	knowledge_free(&knowledge);
	corpus_free(&corpus);
	array_free(&raw);
	return model;
}

static struct buffer
copy_of(const struct buffer *model, size_t size)
{
	struct buffer copy = { 0 };

	buffer_add(&copy, model->at, size);
	return copy;
}

/* What the model finds, as "PER name; LOC name". */
static void
assert_found(const struct buffer *model, const char *text,
    const char *expected)
{
	struct buffer   bytes = copy_of(model, model->count);
	struct tagger  *tagger = tagger_of(&bytes, "model", NULL);
	struct tokens   tokens = tokens_of_text(text, strlen(text));
	struct buffer   list = { 0 };
	struct mentions mentions;

	assert_non_null(tagger);
	mentions = tagger_decode(tagger, &tokens);
	for (size_t i = 0; i < mentions.count; i++) {
		const struct mention *mention = &mentions.at[i];

		buffer_add_string(&list, i == 0 ? "" : "; ");
		buffer_add_string(&list, kind_tag(mention->kind));
		buffer_add_string(&list, " ");
		buffer_add(&list, text + mention->span.start,
		    span_size(mention->span));
		assert_true(mention->sure > 0 && mention->sure <= 1);
		assert_int_equal(mention->finder, FOUND_BY_MODEL);
	}
	buffer_add(&list, "", 1);
	assert_string_equal(list.at, expected);
	array_free(&list);
	array_free(&mentions);
	tokens_free(&tokens);
	tagger_free(tagger);
}

static void
finds_what_it_learned(void **state)
{
	(void)state;
	assert_found(*state, "وصل الوزير سامي حداد إلى صنعاء",
	    "PER سامي حداد; LOC صنعاء");
	assert_found(*state, "كان الطقس باردا", "");
	assert_found(*state, "", "");
}

static void
finds_what_stands_alike(void **state)
{
	assert_found(*state, "قال الوزير خليل مراد إن الطريق إلى صنعاء مفتوح",
	    "PER خليل مراد; LOC صنعاء");
}

static void
cuts_clitics(void **state)
{
	assert_found(*state, "عاد المسافرون من صنعاء وعدن اليوم",
	    "LOC صنعاء; LOC عدن");
	assert_found(*state, "انتقل الفريق بـعدن إلى الملعب الجديد",
	    "LOC عدن");
}

static void
learns_the_same_bytes_twice(void **state)
{
	struct buffer again = learn_model();
	const struct buffer *model = *state;

	assert_int_equal(again.count, model->count);
	assert_memory_equal(again.at, model->at, again.count);
	array_free(&again);
}

static void
refuses_what_is_cut_short(void **state)
{
	const struct buffer *model = *state;

	for (size_t size = 0; size < model->count; size += 1 + size / 16) {
		struct buffer  bytes = copy_of(model, size);
		struct failure failure = { 0 };

		assert_null(tagger_of(&bytes, "model", &failure));
		assert_int_equal(failure.kind, FAILURE_DAMAGED);
	}
}

static void
refuses_other_bytes(void **state)
{
	const struct buffer *model = *state;

	for (size_t at = 0; at < model->count; at += 1 + at / 64) {
		struct buffer  bytes = copy_of(model, model->count);
		struct failure failure = { 0 };
		struct tagger *tagger;

		bytes.at[at] ^= 0x55;
		tagger = tagger_of(&bytes, "model", &failure);
		/* The header's floats and names may hold other values. */
		assert_true(tagger == NULL ||
		    at < sizeof(struct weights_header));
		tagger_free(tagger);
	}
}

/* A file made to hurt: its checksum is right, its indices are not. It may be
 * used, but nothing is read or written outside. */
static void
stays_inside(void **state)
{
	const struct buffer *model = *state;
	size_t body = sizeof(struct weights_header);

	for (size_t at = body; at + 4 <= model->count; at += 4 + at / 64 * 4) {
		struct buffer  bytes = copy_of(model, model->count);
		struct weights_header header;
		struct tagger *tagger;
		struct tokens  tokens;
		struct mentions mentions = { 0 };

		memset(bytes.at + at, 0xEE, 4);
		memcpy(&header, bytes.at, sizeof header);
		header.checksum = weights_checksum(bytes.at + body,
		    bytes.count - body);
		memcpy(bytes.at, &header, sizeof header);
		tagger = tagger_of(&bytes, "model", NULL);
		if (tagger == NULL)
			continue;
		tokens = tokens_of_text(sentences[0], strlen(sentences[0]));
		mentions = tagger_decode(tagger, &tokens);
		assert_true(mentions.count <= tokens.count);
		array_free(&mentions);
		tokens_free(&tokens);
		tagger_free(tagger);
	}
}

static int
set_up(void **state)
{
	static struct buffer model;

	model = learn_model();
	*state = &model;
	return 0;
}

static int
tear_down(void **state)
{
	struct buffer *model = *state;

	array_free(model);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_it_learned),
		cmocka_unit_test(finds_what_stands_alike),
		cmocka_unit_test(cuts_clitics),
		cmocka_unit_test(learns_the_same_bytes_twice),
		cmocka_unit_test(refuses_what_is_cut_short),
		cmocka_unit_test(refuses_other_bytes),
		cmocka_unit_test(stays_inside),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
