/* tagger.c: the learned extractor. */
#include "language/tagger.h"

#include "language/cut.h"
#include "language/decode.h"
#include "language/hash.h"
#include "language/second.h"

struct tagger {
	struct weights weights;
	struct decoding *decoding;              /* kept from text to text */
	int            kind[TYPES_MOST + 1];    /* of each type; -1: none */
};

/* Makes the tagger ready when its weights were opened, else frees it. */
static struct tagger *
start(struct tagger *tagger, bool opened)
{
	if (!opened) {
		free(tagger);
		return NULL;
	}
	tagger->decoding = decoding_new(&tagger->weights);
	for (size_t type = 0; type < tagger->weights.header.types; type++) {
		tagger->kind[type] = -1;
		for (int kind = 0; kind < KINDS; kind++)
			if (strcmp(kind_tag((enum kind)kind),
			    tagger->weights.header.type[type]) == 0)
				tagger->kind[type] = kind;
	}
	return tagger;
}

struct tagger *
tagger_of(struct buffer *model, const char *name, struct failure *failure)
{
	struct tagger *tagger = memory_new(1, sizeof *tagger);

	return start(tagger, weights_open(&tagger->weights, model, name,
	    failure));
}

struct tagger *
tagger_load(const char *path, struct failure *failure)
{
	struct tagger *tagger = memory_new(1, sizeof *tagger);

	return start(tagger, weights_load(&tagger->weights, path, failure));
}

static const struct decoding *
read_twice(const struct tagger *tagger, const struct tokens *tokens)
{
	struct decoding *decoding = tagger->decoding;

	decoding_score(decoding, tokens);
	decoding_run(decoding);
	if (tagger->weights.header.readings > 1) {
		second_score(decoding);
		decoding_run(decoding);
	}
	decoding_label(decoding);
	return decoding;
}

/* The probability of the label of the least sure of tokens [first, last]. */
static float
least_sure(const struct decoding *decoding, size_t first, size_t last)
{
	float least = 1;

	for (size_t i = first; i <= last; i++) {
		float here = decoding->marginal[
		    i * decoding->transitions.stride + decoding->label[i]];

		if (here < least)
			least = here;
	}
	return least;
}

static void
add_mention(const struct tagger *tagger, const struct decoding *decoding,
    size_t first, size_t last, struct mentions *mentions)
{
	const struct tokens *tokens = decoding->tokens;
	size_t         type = label_type(decoding->label[first]);
	struct mention mention = {
		.span = tokens_span(tokens, first, last),
		.finder = FOUND_BY_MODEL, .entity = NONE, .date = NONE,
		.first = (uint32_t)first, .last = (uint32_t)last
	};

	if (tagger->kind[type] < 0)
		return;
	mention.kind = (enum kind)tagger->kind[type];
	mention.sure = least_sure(decoding, first, last);
	mention.span.start += cut_best(&tagger->weights, tokens,
	    decoding->label, first, type);
	array_add(mentions, mention);
}

/* likely[i][kind] = the sum of the marginals of the kind's labels. */
static void
fill_likely(const struct tagger *tagger, const struct decoding *decoding,
    float likely[][KINDS])
{
	const struct transitions *transitions = &decoding->transitions;

	for (size_t i = 0; i < decoding->tokens->count; i++) {
		const float *row = decoding->marginal +
		    i * transitions->stride;

		memset(likely[i], 0, sizeof likely[i]);
		for (size_t label = 1; label < transitions->labels; label++) {
			int kind = tagger->kind[label_type(label)];

			if (kind >= 0)
				likely[i][kind] += row[label];
		}
	}
}

struct mentions
tagger_read(const struct tagger *tagger, const struct tokens *tokens,
    float likely[][KINDS])
{
	const struct decoding *decoding = read_twice(tagger, tokens);
	struct mentions mentions = { 0 };
	size_t          first = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		enum position position;

		if (decoding->label[i] == 0)
			continue;
		position = label_position(decoding->label[i]);
		if (position == BEGIN || position == SINGLE)
			first = i;
		if (position == END || position == SINGLE)
			add_mention(tagger, decoding, first, i, &mentions);
	}
	if (likely != NULL)
		fill_likely(tagger, decoding, likely);
	return mentions;
}

struct mentions
tagger_decode(const struct tagger *tagger, const struct tokens *tokens)
{
	return tagger_read(tagger, tokens, NULL);
}

void
tagger_label(const struct tagger *tagger, const struct tokens *tokens,
    uint8_t *label)
{
	const struct decoding *decoding = read_twice(tagger, tokens);

	if (tokens->count > 0)
		memcpy(label, decoding->label, tokens->count);
}

const char *
tagger_type(const struct tagger *tagger, size_t type)
{
	return type < tagger->weights.header.types
	    ? tagger->weights.header.type[type] : NULL;
}

unsigned
tagger_frequency(const struct tagger *tagger, const char *folded, size_t size)
{
	uint32_t word = weights_word(&tagger->weights,
	    hash_bytes(folded, size));

	return word == WORD_NONE ? 0
	    : record_unpack(tagger->weights.record[word]).frequency;
}

void
tagger_free(struct tagger *tagger)
{
	if (tagger == NULL)
		return;
	decoding_free(tagger->decoding);
	weights_close(&tagger->weights);
	free(tagger);
}
