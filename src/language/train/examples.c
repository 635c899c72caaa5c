/* examples.c: from annotated texts to numbered features. */
#include "language/train/crf.h"

#include "language/second.h"

struct hashes ARRAY_OF(uint64_t);
struct starts ARRAY_OF(size_t);
struct scores ARRAY_OF(float);

/* What is gathered before the features have numbers. */
struct gathering {
	struct hashes hashes;
	struct starts starts;
	struct buffer label;
	struct buffer first;
	struct scores given;
};

static void
add_hashes(struct gathering *gathering, const struct features *features)
{
	for (size_t f = 0; f < features->count; f++)
		array_add(&gathering->hashes, features->at[f]);
}

/* All features of token `i`; `form[tokens]` are its text's words. */
static void
gather_token(struct gathering *gathering, const struct tokens *tokens,
    const struct form *form, size_t i)
{
	const struct form *around[WINDOW];
	const struct word *window[WINDOW];
	struct features    features = { .count = 0 };

	for (size_t d = 0; d < WINDOW; d++) {
		size_t at = i + d - REACH;

		around[d] = at < tokens->count &&
		    tokens->at[at].part == tokens->at[i].part
		    ? &form[at] : &form_boundary;
		window[d] = &around[d]->word;
	}
	for (int offset = -REACH; offset <= REACH; offset++) {
		features.count = 0;
		for (enum form_family family = 0; family < FORM_FAMILIES;
		    family++)
			features_of_form(around[offset + REACH], offset,
			    family, &features);
		add_hashes(gathering, &features);
	}
	features.count = 0;
	for (enum place_family family = 0; family < PLACE_FAMILIES; family++)
		features_of_place(window, tokens, i, family, &features);
	add_hashes(gathering, &features);
}

/* Ends token `i`, all features of which are there. */
static void
end_token(struct gathering *gathering, const struct text *text, size_t i)
{
	const struct token *token = text->tokens.at;
	bool first = i == 0 || token[i].part != token[i - 1].part;

	array_add(&gathering->starts, gathering->hashes.count);
	buffer_add(&gathering->label, (const char *)&text->label[i], 1);
	buffer_add(&gathering->first, first ? "\1" : "", 1);
}

static void
gather_text(struct gathering *gathering, const struct text *text,
    const struct weights *weights)
{
	const struct tokens *tokens = &text->tokens;
	struct form *form = memory_new(tokens->count + 1, sizeof *form);

	for (size_t i = 0; i < tokens->count; i++)
		form_read(&form[i], tokens, i, weights);
	for (size_t i = 0; i < tokens->count; i++) {
		gather_token(gathering, tokens, form, i);
		end_token(gathering, text, i);
	}
	free(form);
}

static void
gather_second(struct gathering *gathering, const struct reader *reader)
{
	const struct tokens *tokens = &reader->text->tokens;
	struct decoding     *decoding = decoding_new(reader->weights);
	size_t               stride = decoding->transitions.stride;
	struct second       *second;

	decoding_score(decoding, tokens);
	decoding_run(decoding);
	second = second_new(decoding);
	for (size_t i = 0; i < tokens->count; i++) {
		struct features features;

		features.count = 0;
		for (enum second_family family = 0; family < SECOND_FAMILIES;
		    family++)
			features_of_second(second, i, family, &features);
		add_hashes(gathering, &features);
		for (size_t b = 0; b < stride; b++)
			array_add(&gathering->given,
			    decoding->score[i * stride + b]);
		end_token(gathering, reader->text, i);
	}
	second_free(second);
	decoding_free(decoding);
}

/* Numbers hashes in the order of their first appearance. */
struct numbering {
	uint64_t *hash;                 /* [slots] */
	uint32_t *count;                /* [slots] 0: free; then the number */
	size_t    slots;                /* a power of two */
};

static size_t
slot_of(const struct numbering *numbering, uint64_t hash)
{
	size_t at = hash & (numbering->slots - 1);

	while (numbering->count[at] != 0 && numbering->hash[at] != hash)
		at = (at + 1) & (numbering->slots - 1);
	return at;
}

static struct numbering
count_hashes(const struct hashes *hashes)
{
	struct numbering numbering = { .slots = 1 };

	while (numbering.slots < hashes->count)
		numbering.slots *= 2;
	numbering.hash = memory_new(numbering.slots, sizeof(uint64_t));
	numbering.count = memory_new(numbering.slots, sizeof(uint32_t));
	for (size_t i = 0; i < hashes->count; i++) {
		size_t at = slot_of(&numbering, hashes->at[i]);

		numbering.hash[at] = hashes->at[i];
		numbering.count[at]++;
	}
	return numbering;
}

#define UNNUMBERED (UINT32_C(1) << 31)
#define LEFT_OUT   UINT32_MAX

/* A count becomes UNNUMBERED + number, or LEFT_OUT. */
static uint32_t
number_of(struct numbering *numbering, uint64_t hash, uint32_t least,
    struct examples *examples)
{
	size_t    at = slot_of(numbering, hash);
	uint32_t *count = &numbering->count[at];

	if (*count < UNNUMBERED && *count < least)
		*count = LEFT_OUT;
	else if (*count < UNNUMBERED) {
		*count = UNNUMBERED + (uint32_t)examples->features;
		examples->hash[examples->features++] = hash;
	}
	return *count == LEFT_OUT ? LEFT_OUT : *count - UNNUMBERED;
}

static void
number_features(struct examples *examples, struct gathering *gathering,
    uint32_t least)
{
	const struct hashes *hashes = &gathering->hashes;
	struct numbering     numbering = count_hashes(hashes);
	size_t               used = 0;

	examples->feature = memory_new(hashes->count + 1, sizeof(uint32_t));
	examples->hash = memory_new(hashes->count + 1, sizeof(uint64_t));
	for (size_t n = 0; n < examples->tokens; n++) {
		size_t end = gathering->starts.at[n + 1];

		examples->start[n] = used;
		for (size_t f = gathering->starts.at[n]; f < end; f++) {
			uint32_t number = number_of(&numbering, hashes->at[f],
			    least, examples);

			if (number != LEFT_OUT)
				examples->feature[used++] = number;
		}
	}
	examples->start[examples->tokens] = used;
	examples->hash = memory_resize(examples->hash,
	    examples->features + 1, sizeof(uint64_t));
	free(numbering.hash);
	free(numbering.count);
}

static struct examples
end_gathering(struct gathering *gathering, const struct corpus *corpus,
    uint32_t least)
{
	struct examples examples = { .types = corpus->types };

	examples.tokens = gathering->label.count;
	examples.start = memory_new(examples.tokens + 1, sizeof(size_t));
	examples.label = (uint8_t *)gathering->label.at;
	examples.first = (uint8_t *)gathering->first.at;
	examples.given = gathering->given.at;
	number_features(&examples, gathering, least);
	array_free(&gathering->hashes);
	array_free(&gathering->starts);
	return examples;
}

struct examples
examples_of(const struct corpus *corpus, const uint8_t *keep,
    const struct weights *weights, uint32_t least)
{
	struct gathering gathering = { 0 };

	array_add(&gathering.starts, 0);
	for (size_t i = 0; i < corpus->texts.count; i++)
		if (keep == NULL || keep[i])
			gather_text(&gathering, &corpus->texts.at[i], weights);
	return end_gathering(&gathering, corpus, least);
}

struct examples
examples_of_second(const struct corpus *corpus, const struct reader *reader,
    size_t readers)
{
	struct gathering gathering = { 0 };

	array_add(&gathering.starts, 0);
	for (size_t i = 0; i < readers; i++)
		gather_second(&gathering, &reader[i]);
	return end_gathering(&gathering, corpus, 1);
}

void
examples_free(struct examples *examples)
{
	free(examples->start);
	free(examples->label);
	free(examples->first);
	free(examples->feature);
	free(examples->hash);
	free(examples->given);
	*examples = (struct examples){ 0 };
}
