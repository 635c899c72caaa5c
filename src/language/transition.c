/* transition.c: labels, and what it scores that one follows another. */
#include "language/transition.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "bytes/memory.h"
#include "language/row.h"

static bool
label_is_open(size_t label)
{
	return label != 0 && (label_position(label) == BEGIN ||
	    label_position(label) == INNER);
}

static bool
label_goes_on(size_t label)
{
	return label != 0 && (label_position(label) == INNER ||
	    label_position(label) == END);
}

bool
labels_may_follow(size_t a, size_t b)
{
	if (label_is_open(a))
		return label_goes_on(b) && label_type(a) == label_type(b);
	return !label_goes_on(b);
}

/* The labels that may stand before any that does not go on, or, with
 * `position` BEGIN for END, behind any that is not open: O, then of each type
 * that position and S. */
static uint8_t *
outer_labels(size_t types, enum position position)
{
	uint8_t *label = memory_new(1 + 2 * types, 1);

	for (size_t type = 0; type < types; type++) {
		label[1 + 2 * type] = (uint8_t)label_of(type, position);
		label[2 + 2 * type] = (uint8_t)label_of(type, SINGLE);
	}
	return label;
}

struct transitions
transitions_new(size_t labels)
{
	struct transitions transitions = { .labels = labels };
	size_t             cells;

	assert(labels <= LABELS_MOST);
	transitions.stride = (labels + 7) / 8 * 8;
	transitions.types = labels / POSITIONS;
	cells = labels * transitions.stride;
	transitions.score = memory_new(cells, sizeof(float));
	transitions.likely = memory_new(cells, sizeof(float));
	transitions.outer = 1 + 2 * transitions.types;
	transitions.outer_stride = (transitions.outer + WIDE - 1) / WIDE *
	    WIDE;
	transitions.closed = outer_labels(transitions.types, END);
	transitions.opening = outer_labels(transitions.types, BEGIN);
	cells = transitions.outer * transitions.outer_stride;
	transitions.outer_score = memory_new(cells, sizeof(float));
	transitions.outer_likely = memory_new(cells, sizeof(float));
	transitions.outer_likely_to = memory_new(cells, sizeof(float));
	return transitions;
}

static void
set_outer(struct transitions *transitions)
{
	size_t stride = transitions->outer_stride;

	for (size_t i = 0; i < transitions->outer; i++)
		for (size_t k = 0; k < transitions->outer; k++) {
			size_t from = transitions->closed[i] *
			    transitions->stride + transitions->opening[k];
			float  likely = transitions->likely[from];

			transitions->outer_score[i * stride + k] =
			    transitions->score[from];
			transitions->outer_likely[i * stride + k] = likely;
			transitions->outer_likely_to[k * stride + i] = likely;
		}
}

void
transitions_set(struct transitions *transitions)
{
	for (size_t a = 0; a < transitions->labels; a++) {
		float *score  = transitions->score + a * transitions->stride;
		float *likely = transitions->likely + a * transitions->stride;

		for (size_t b = 0; b < transitions->labels; b++) {
			if (!labels_may_follow(a, b))
				score[b] = FORBIDDEN;
			likely[b] = score[b] > FORBIDDEN
			    ? expf(score[b]) : 0;
		}
	}
	set_outer(transitions);
}

void
transitions_free(struct transitions *transitions)
{
	free(transitions->score);
	free(transitions->likely);
	free(transitions->closed);
	free(transitions->opening);
	free(transitions->outer_score);
	free(transitions->outer_likely);
	free(transitions->outer_likely_to);
	*transitions = (struct transitions){ 0 };
}
