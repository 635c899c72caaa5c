/* score.c: how much of what is annotated was found. */
#include "language/train/score.h"

/* The same tokens; in .bio texts the same rows, which the tokens fill. */
static bool
is_right(const struct answer *found, const struct answer *wanted, bool rows)
{
	return found->type == wanted->type && (rows
	    ? found->first == wanted->first && found->last == wanted->last
	    : span_same(found->span, wanted->span));
}

static bool
is_neutral(const struct text *text, const struct answer *found)
{
	for (size_t i = 0; i < text->answers.count; i++)
		if (text->answers.at[i].optional &&
		    span_within(found->span, text->answers.at[i].span))
			return true;
	return false;
}

void
score_add(struct score *score, const struct text *text,
    const struct answers *found)
{
	bool rows = text->rows.count > 0;

	for (size_t k = 0; k < text->answers.count; k++)
		if (!text->answers.at[k].optional) {
			score->of[text->answers.at[k].type].wanted++;
			score->overlap.wanted++;
		}
	for (size_t i = 0; i < found->count; i++) {
		const struct answer *here = &found->at[i];
		bool right = false;
		bool overlaps = false;

		for (size_t k = 0; k < text->answers.count; k++) {
			const struct answer *wanted = &text->answers.at[k];

			if (wanted->optional)
				continue;
			right |= is_right(here, wanted, rows);
			overlaps |= here->type == wanted->type &&
			    span_overlaps(here->span, wanted->span);
			score->edges += here->type == wanted->type &&
			    here->first == wanted->first &&
			    here->last == wanted->last &&
			    here->span.start != wanted->span.start;
		}
		if (!right && is_neutral(text, here))
			continue;
		score->of[here->type].found++;
		score->of[here->type].right += right;
		score->overlap.found++;
		score->overlap.right += overlaps;
	}
}

double
score_f1(const struct tally *tally)
{
	size_t sum = tally->found + tally->wanted;

	return sum == 0 ? 0 : 200.0 * (double)tally->right / (double)sum;
}

struct tally
score_micro(const struct score *score, size_t types)
{
	struct tally micro = { 0, 0, 0 };

	for (size_t type = 0; type < types; type++) {
		micro.right += score->of[type].right;
		micro.found += score->of[type].found;
		micro.wanted += score->of[type].wanted;
	}
	return micro;
}

void
score_print(const struct score *score, const struct corpus *corpus,
    const char *name, FILE *out)
{
	struct tally micro = score_micro(score, corpus->types);

	fprintf(out, "%-22s F1 %.2f  P %.2f  R %.2f ", name, score_f1(&micro),
	    100.0 * (double)micro.right / (double)(micro.found + 1),
	    100.0 * (double)micro.right / (double)(micro.wanted + 1));
	for (size_t type = 0; type < corpus->types; type++)
		fprintf(out, " %s %.1f", corpus->type[type],
		    score_f1(&score->of[type]));
	fprintf(out, "  overlap %.2f  clitics wrong %zu\n",
	    score_f1(&score->overlap), score->edges);
}
