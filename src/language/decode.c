/* decode.c: a text's tokens under a model. */
#include "language/decode.h"

#include "language/hash.h"
#include "language/row.h"

enum {
	SEQUENCE_MOST = 4096,           /* tokens; longer parts are cut */
	WORDS_MOST    = 1 << 15,        /* words remembered between texts */
	FIRST_SLOTS   = 1 << 12
};

/* Every different word met, as written, and the sums it adds. */
struct word_sums {
	struct word *word;              /* [count] */
	uint64_t    *written;           /* [count] hash of its bytes */
	int16_t     *sum;               /* [count, WINDOW, S] */
	uint32_t    *slot;              /* [slots] open addressing: 1 + index */
	int16_t     *boundary;          /* [WINDOW, S] */
	size_t       count;
	size_t       room;
	size_t       slots;             /* a power of two */
};

static void
sum_form(const struct decoding *decoding, const struct form *form,
    int16_t *sum)
{
	size_t stride = decoding->transitions.stride;

	memset(sum, 0, WINDOW * stride * sizeof *sum);
	for (int offset = -REACH; offset <= REACH; offset++, sum += stride)
		for (enum form_family family = 0; family < FORM_FAMILIES;
		    family++) {
			struct features features;

			features.count = 0;
			features_of_form(form, offset, family, &features);
			if (family == FORM_WORDS)
				weigh(decoding->weigher, &features, sum);
			else if (features.count > 0)
				weigh_again(decoding->weigher, &features,
				    sum);
		}
}

static void
forget_words(struct word_sums *sums)
{
	sums->count = 0;
	memset(sums->slot, 0, sums->slots * sizeof *sums->slot);
}

static void
grow_slots(struct word_sums *sums)
{
	sums->slots *= 2;
	free(sums->slot);
	sums->slot = memory_new(sums->slots, sizeof *sums->slot);
	for (size_t i = 0; i < sums->count; i++) {
		size_t at = sums->written[i] & (sums->slots - 1);

		while (sums->slot[at] != 0)
			at = (at + 1) & (sums->slots - 1);
		sums->slot[at] = (uint32_t)i + 1;
	}
}

static void
grow_words(struct decoding *decoding, size_t stride)
{
	struct word_sums *sums = decoding->sums;

	weigh_end(decoding->weigher);           /* their rows move */
	sums->room = sums->room == 0 ? 256 : 2 * sums->room;
	sums->word = memory_resize(sums->word, sums->room, sizeof *sums->word);
	sums->written = memory_resize(sums->written, sums->room,
	    sizeof *sums->written);
	sums->sum = memory_resize(sums->sum, sums->room * WINDOW * stride,
	    sizeof *sums->sum);
}

static uint32_t
find_word(struct decoding *decoding, size_t i)
{
	struct word_sums *sums = decoding->sums;
	size_t   stride = decoding->transitions.stride;
	uint64_t written = decoding->written[i];
	size_t   at = written & (sums->slots - 1);
	size_t   index;
	struct form form;

	for (; sums->slot[at] != 0; at = (at + 1) & (sums->slots - 1))
		if (sums->written[sums->slot[at] - 1] == written)
			return sums->slot[at] - 1;
	if (sums->count == sums->room)
		grow_words(decoding, stride);
	index = sums->count++;
	sums->slot[at] = (uint32_t)index + 1;
	sums->written[index] = written;
	form_read(&form, decoding->tokens, i, decoding->weights);
	sums->word[index] = form.word;
	sum_form(decoding, &form, sums->sum + index * WINDOW * stride);
	if (sums->count * 2 > sums->slots)
		grow_slots(sums);
	return (uint32_t)index;
}

struct decoding *
decoding_new(const struct weights *weights)
{
	struct decoding  *decoding = memory_new(1, sizeof *decoding);
	struct word_sums *sums     = memory_new(1, sizeof *sums);
	size_t            labels   = weights->labels;

	decoding->weights = weights;
	decoding->sums = sums;
	decoding->transitions = transitions_new(labels);
	for (size_t a = 0; a < labels; a++)
		for (size_t b = 0; b < labels; b++)
			decoding->transitions.score[a *
			    decoding->transitions.stride + b] =
			    weights->transition[a * labels + b];
	transitions_set(&decoding->transitions);
	decoding->weigher = weigher_new(weights,
	    decoding->transitions.stride);
	sums->slots = FIRST_SLOTS;
	sums->slot = memory_new(sums->slots, sizeof *sums->slot);
	sums->boundary = memory_new(WINDOW * decoding->transitions.stride,
	    sizeof *sums->boundary);
	sum_form(decoding, &form_boundary, sums->boundary);
	weigh_end(decoding->weigher);
	return decoding;
}

const struct word *
decoding_word(const struct decoding *decoding, size_t i)
{
	return &decoding->sums->word[decoding->word[i]];
}

/* What token `at` of the part [first, last) is to its neighbours: `*sum` is
 * what it adds at each offset. Outside the part: the boundary. */
static const struct word *
neighbour(const struct decoding *decoding, size_t first, size_t last,
    size_t at, const int16_t **sum)
{
	const struct word_sums *sums = decoding->sums;
	size_t stride = decoding->transitions.stride;

	if (at < first || at >= last) {         /* also below 0 */
		*sum = sums->boundary;
		return &form_boundary.word;
	}
	*sum = sums->sum + decoding->word[at] * WINDOW * stride;
	return &sums->word[decoding->word[at]];
}

static void
weigh_place(struct decoding *decoding, const struct word *const window[WINDOW],
    size_t i, int16_t *sum)
{
	for (enum place_family family = 0; family < PLACE_FAMILIES; family++) {
		struct features features;

		features.count = 0;
		features_of_place(window, decoding->tokens, i, family,
		    &features);
		if (family == PLACE_WORDS)
			weigh(decoding->weigher, &features, sum);
		else
			weigh_again(decoding->weigher, &features, sum);
	}
}

/* The sum over offsets d of sum_d(word i+d) and the place's. */
static void
sum_token(struct decoding *decoding, size_t first, size_t last, size_t i)
{
	size_t             stride = decoding->transitions.stride;
	int16_t           *sum = decoding->sum + i * stride;
	const struct word *window[WINDOW];

	memset(sum, 0, stride * sizeof *sum);
	for (size_t d = 0; d < WINDOW; d++) {
		const int16_t *row;

		window[d] = neighbour(decoding, first, last, i + d - REACH,
		    &row);
		row_sum(sum, row + d * stride, stride);
	}
	weigh_place(decoding, window, i, sum);
}

static void
make_room(struct decoding *decoding, size_t tokens)
{
	size_t stride = decoding->transitions.stride;

	if (tokens <= decoding->room)
		return;
	decoding->room = tokens + tokens / 2;
	decoding->word = memory_resize(decoding->word, decoding->room,
	    sizeof *decoding->word);
	decoding->written = memory_resize(decoding->written, decoding->room,
	    sizeof *decoding->written);
	decoding->sum = memory_resize(decoding->sum, decoding->room * stride,
	    sizeof *decoding->sum);
	decoding->label = memory_resize(decoding->label, decoding->room, 1);
	decoding->score = memory_resize(decoding->score,
	    decoding->room * stride, sizeof *decoding->score);
	decoding->marginal = memory_resize(decoding->marginal,
	    decoding->room * stride, sizeof *decoding->marginal);
}

/* The end of the sequence that starts at `first`. */
static size_t
sequence_end(const struct tokens *tokens, size_t first)
{
	size_t last = first + 1;

	while (last < tokens->count && last - first < SEQUENCE_MOST &&
	    tokens->at[last].part == tokens->at[first].part)
		last++;
	return last;
}

/* Asks for what is known of a word, if it is where it should be. */
static void
ask_for_word(const struct decoding *decoding, uint64_t written)
{
	const struct word_sums *sums = decoding->sums;
	size_t   row = WINDOW * decoding->transitions.stride;
	uint32_t index = sums->slot[written & (sums->slots - 1)];

	if (index == 0)
		return;
	index--;
	__builtin_prefetch(sums->written + index);
	__builtin_prefetch(sums->word + index);
	for (size_t at = 0; at < row; at += 64 / sizeof *sums->sum)
		__builtin_prefetch(sums->sum + index * row + at);
}

/* Finds the words of all tokens; what is known of them is asked for. */
static void
find_words(struct decoding *decoding, const struct tokens *tokens)
{
	struct word_sums *sums = decoding->sums;

	if (sums->count > WORDS_MOST)
		forget_words(sums);
	for (size_t i = 0; i < tokens->count; i++) {
		struct span span = tokens->at[i].span;

		decoding->written[i] = hash_bytes(tokens->text + span.start,
		    span_size(span));
		__builtin_prefetch(sums->slot +
		    (decoding->written[i] & (sums->slots - 1)));
	}
	for (size_t i = 0; i < tokens->count; i++)
		ask_for_word(decoding, decoding->written[i]);
	for (size_t i = 0; i < tokens->count; i++)
		decoding->word[i] = find_word(decoding, i);
	weigh_end(decoding->weigher);
}

void
decoding_add_sums(struct decoding *decoding, float bias)
{
	size_t stride = decoding->transitions.stride;
	float  scale = decoding->weights->header.scale;

	weigh_end(decoding->weigher);
	for (size_t i = 0; i < decoding->tokens->count; i++) {
		float *score = decoding->score + i * stride;

		row_add_sum(score, decoding->sum + i * stride, scale, stride);
		score[0] -= bias;
	}
}

void
decoding_score(struct decoding *decoding, const struct tokens *tokens)
{
	size_t stride = decoding->transitions.stride;
	size_t last;

	decoding->tokens = tokens;
	make_room(decoding, tokens->count);
	find_words(decoding, tokens);
	for (size_t first = 0; first < tokens->count; first = last) {
		last = sequence_end(tokens, first);
		for (size_t i = first; i < last; i++)
			sum_token(decoding, first, last, i);
	}
	if (tokens->count > 0)
		memset(decoding->score, 0, tokens->count * stride *
		    sizeof *decoding->score);
	decoding_add_sums(decoding, decoding->weights->header.bias);
}

/* Makes the lattice of the sequence that starts at `first`; its end. */
static size_t
open_sequence(struct decoding *decoding, size_t first)
{
	size_t stride = decoding->transitions.stride;
	size_t last = sequence_end(decoding->tokens, first);

	lattice_resize(&decoding->lattice, last - first, stride);
	memcpy(decoding->lattice.score, decoding->score + first * stride,
	    (last - first) * stride * sizeof *decoding->score);
	return last;
}

void
decoding_run(struct decoding *decoding)
{
	struct lattice *lattice = &decoding->lattice;
	size_t stride = decoding->transitions.stride;
	size_t last;

	for (size_t first = 0; first < decoding->tokens->count; first = last) {
		last = open_sequence(decoding, first);
		lattice_sum(lattice, &decoding->transitions);
		memcpy(decoding->marginal + first * stride, lattice->marginal,
		    (last - first) * stride * sizeof *lattice->marginal);
	}
}

void
decoding_label(struct decoding *decoding)
{
	size_t last;

	for (size_t first = 0; first < decoding->tokens->count; first = last) {
		last = open_sequence(decoding, first);
		lattice_decode(&decoding->lattice, &decoding->transitions);
		memcpy(decoding->label + first, decoding->lattice.best,
		    last - first);
	}
}

void
decoding_free(struct decoding *decoding)
{
	if (decoding == NULL)
		return;
	free(decoding->sums->word);
	free(decoding->sums->written);
	free(decoding->sums->sum);
	free(decoding->sums->slot);
	free(decoding->sums->boundary);
	free(decoding->sums);
	weigher_free(decoding->weigher);
	transitions_free(&decoding->transitions);
	lattice_free(&decoding->lattice);
	free(decoding->written);
	free(decoding->word);
	free(decoding->sum);
	free(decoding->label);
	free(decoding->score);
	free(decoding->marginal);
	free(decoding);
}
