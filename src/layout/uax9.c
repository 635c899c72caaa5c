/* uax9.c: the rules of UAX #9 (Unicode 15) spelt out, for the paragraphs
 * FriBidi 1.0.8 orders wrongly or slowly (bidi.c tells which). Neither
 * FriBidi nor ICU 72 gets all of them right; these lines are checked against
 * an independent reading of the rules (tests/conformance). */
#include "layout/uax9.h"

#include <stdlib.h>

#include "bytes/memory.h"
#include "layout/sequence.h"

enum {
	DEPTH = 125,            /* BD2: the highest explicit level */
	NONE  = -1
};

#define INITIATORS (SET_OF(BIDI_LRI) | SET_OF(BIDI_RLI) | SET_OF(BIDI_FSI))
#define REMOVED    (BIDI_EMBEDDINGS | SET_OF(BIDI_BN))          /* X9 */

struct resolver {
	const char32_t        *letter;
	const struct property *property;
	size_t                 letters; /* N */
	int8_t                 base;
	int8_t                *level;   /* [N] explicit ones until I1 */
	uint8_t               *class;   /* [N] overridden, then resolved */
	uint32_t              *match;   /* [N] an initiator's PDI and back;
	                                 * N: it has none */
	size_t                 kept;    /* K: what X9 leaves */
	uint32_t              *keep;    /* [K] letters */
	uint32_t              *place;   /* [N] of a letter in `keep` */
};

struct status {                 /* of X1 */
	int8_t  level;
	uint8_t override;       /* BIDI_L, BIDI_R, or BIDI_ON: none */
	bool    isolate;
};

struct embeddings {
	struct status stack[DEPTH + 2];
	size_t        depth;    /* the last one in use */
	size_t        overflowing_isolates;
	size_t        overflowing_embeddings;
	size_t        valid_isolates;
};

static uint8_t
direction_of(int level)
{
	return level % 2 != 0 ? BIDI_R : BIDI_L;
}

/* BD9. Open initiators are a list through `match` until they are matched. */
static void
match_isolates(const struct property *property, size_t letters,
    uint32_t *match)
{
	uint32_t none = (uint32_t)letters;
	uint32_t open = none;

	for (uint32_t i = 0; i <= none; i++) {
		uint8_t class = i < none ? property[i].class : BIDI_B;

		if (SET_HOLDS(INITIATORS, class)) {
			match[i] = open;
			open = i;
		} else if (class == BIDI_PDI) {
			match[i] = open;
			if (open != none) {
				uint32_t outer = match[open];

				match[open] = i;
				open = outer;
			}
		}
		while (class == BIDI_B && open != none) {
			uint32_t outer = match[open];

			match[open] = none;
			open = outer;
		}
	}
}

/* The level of the first strong letter, what isolates hold passed over, or
 * NONE (P2). */
static int
first_strong(const struct property *property, const uint32_t *match,
    size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		uint8_t class = property[i].class;

		if (class == BIDI_L)
			return 0;
		if (class == BIDI_R || class == BIDI_AL)
			return 1;
		if (SET_HOLDS(INITIATORS, class))
			i = match[i];
	}
	return NONE;
}

int8_t
uax9_base(const struct property *property, size_t letters)
{
	uint32_t *match = memory_resize(NULL, letters + 1, sizeof *match);
	int       level;

	match_isolates(property, letters, match);
	level = first_strong(property, match, 0, letters);
	free(match);
	return level == 1;                                      /* P3 */
}

/* X2 to X5c. */
static void
embed(struct embeddings *in, bool right, uint8_t override, bool isolate)
{
	int level = in->stack[in->depth].level;

	level = right ? (level + 1) | 1 : (level + 2) & ~1;
	if (level <= DEPTH && in->overflowing_isolates == 0 &&
	    in->overflowing_embeddings == 0) {
		in->stack[++in->depth] = (struct status){
			(int8_t)level, override, isolate
		};
		in->valid_isolates += isolate;
	} else if (isolate) {
		in->overflowing_isolates++;
	} else if (in->overflowing_isolates == 0) {
		in->overflowing_embeddings++;
	}
}

/* X6a. */
static void
end_isolate(struct embeddings *in)
{
	if (in->overflowing_isolates > 0) {
		in->overflowing_isolates--;
	} else if (in->valid_isolates > 0) {
		in->overflowing_embeddings = 0;
		while (!in->stack[in->depth].isolate)
			in->depth--;
		in->depth--;
		in->valid_isolates--;
	}
}

/* X7. */
static void
end_embedding(struct embeddings *in)
{
	if (in->overflowing_isolates > 0)
		return;
	if (in->overflowing_embeddings > 0)
		in->overflowing_embeddings--;
	else if (!in->stack[in->depth].isolate && in->depth > 0)
		in->depth--;
}

static void
enclose(struct resolver *r, const struct embeddings *in, size_t i)
{
	const struct status *top = &in->stack[in->depth];

	r->level[i] = top->level;
	if (top->override != BIDI_ON)
		r->class[i] = top->override;
}

/* X1 to X8. */
static void
resolve_explicit(struct resolver *r)
{
	struct embeddings in = { 0 };

	in.stack[0] = (struct status){ r->base, BIDI_ON, false };
	for (size_t i = 0; i < r->letters; i++) {
		uint8_t class = r->property[i].class;

		r->class[i] = class;
		if (class == BIDI_PDI)
			end_isolate(&in);
		if (class == BIDI_B) {
			in = (struct embeddings){ .stack = { in.stack[0] } };
			r->level[i] = r->base;
		} else if (!SET_HOLDS(REMOVED, class)) {
			enclose(r, &in, i);
		}
		switch (class) {
		case BIDI_LRE: embed(&in, false, BIDI_ON, false);  break;
		case BIDI_RLE: embed(&in, true,  BIDI_ON, false);  break;
		case BIDI_LRO: embed(&in, false, BIDI_L, false);   break;
		case BIDI_RLO: embed(&in, true,  BIDI_R, false);   break;
		case BIDI_LRI: embed(&in, false, BIDI_ON, true);   break;
		case BIDI_RLI: embed(&in, true,  BIDI_ON, true);   break;
		case BIDI_PDF: end_embedding(&in);                 break;
		case BIDI_FSI:
			embed(&in, first_strong(r->property, r->match, i + 1,
			    r->match[i]) == 1, BIDI_ON, true);
			break;
		default:
			break;
		}
	}
}

/* X9. */
static void
remove_explicit(struct resolver *r)
{
	for (size_t i = 0; i < r->letters; i++) {
		r->place[i] = (uint32_t)r->kept;
		if (!SET_HOLDS(REMOVED, r->property[i].class))
			r->keep[r->kept++] = (uint32_t)i;
	}
}

static bool
run_starts(const struct resolver *r, size_t place)
{
	return place == 0 || r->level[r->keep[place]] !=
	    r->level[r->keep[place - 1]];
}

/* Appends the run at `place` to the sequence; returns its last letter. */
static size_t
append_run(const struct resolver *r, struct sequence *s, size_t place)
{
	do
		s->letter[s->count++] = r->keep[place++];
	while (place < r->kept && !run_starts(r, place));
	return r->keep[place - 1];
}

static bool
is_matched_initiator(const struct resolver *r, size_t letter)
{
	return SET_HOLDS(INITIATORS, r->property[letter].class) &&
	    r->match[letter] < r->letters;
}

/* X10: the sequence whose first run is at `place`, its sos and eos. */
static void
gather(const struct resolver *r, struct sequence *s, size_t place)
{
	int    level  = r->level[r->keep[place]];
	int    before = place > 0 ? r->level[r->keep[place - 1]] : r->base;
	int    after  = r->base;
	size_t last;

	s->count = 0;
	last = append_run(r, s, place);
	while (is_matched_initiator(r, last) &&
	    run_starts(r, r->place[r->match[last]]))
		last = append_run(r, s, r->place[r->match[last]]);
	for (size_t i = 0; i < s->count; i++)
		s->class[i] = r->class[s->letter[i]];
	if (r->place[last] + 1 < r->kept &&
	    (!SET_HOLDS(INITIATORS, r->property[last].class) ||
	    is_matched_initiator(r, last)))
		after = r->level[r->keep[r->place[last] + 1]];
	s->embedding = direction_of(level);
	s->sos = direction_of(before > level ? before : level);
	s->eos = direction_of(after > level ? after : level);
}

static void
resolve_sequences(struct resolver *r)
{
	struct sequence s = {
		.text = r->letter, .property = r->property,
		.explicit = r->class,
		.letter = memory_resize(NULL, r->kept, sizeof *s.letter),
		.class  = memory_resize(NULL, r->kept, sizeof *s.class),
		.closer = memory_resize(NULL, r->kept, sizeof *s.closer),
		.inside = memory_resize(NULL, r->kept, sizeof *s.inside),
	};

	for (size_t place = 0; place < r->kept; place++) {
		uint32_t letter = r->keep[place];

		if (!run_starts(r, place) ||
		    (r->property[letter].class == BIDI_PDI &&
		    r->match[letter] < r->letters))
			continue;
		gather(r, &s, place);
		sequence_resolve(&s);
		for (size_t i = 0; i < s.count; i++)
			r->class[s.letter[i]] = s.class[i];
	}
	free(s.letter);
	free(s.class);
	free(s.closer);
	free(s.inside);
}

/* I1, I2. */
static void
resolve_implicit(struct resolver *r)
{
	for (size_t i = 0; i < r->kept; i++) {
		uint32_t letter = r->keep[i];
		uint8_t  class  = r->class[letter];
		int8_t  *level  = &r->level[letter];

		if (*level % 2 != 0)
			*level = (int8_t)(*level + (class != BIDI_R));
		else if (class != BIDI_L)
			*level = (int8_t)(*level + (class == BIDI_R ? 1 : 2));
	}
}

/* L1, parts 1 to 3, and a level for what X9 removed. */
static void
reset_separators(struct resolver *r)
{
	uint64_t spaces = BIDI_ISOLATES | SET_OF(BIDI_WS);
	bool     before = false;        /* a separator, or white space
	                                 * before one */

	for (size_t i = r->letters; i-- > 0;) {
		uint8_t class = r->property[i].class;

		if (SET_HOLDS(REMOVED, class))
			continue;
		if (class == BIDI_B || class == BIDI_S)
			before = true;
		else if (!SET_HOLDS(spaces, class))
			before = false;
		if (before)
			r->level[i] = r->base;
	}
	for (size_t i = 0; i < r->letters; i++)
		if (SET_HOLDS(REMOVED, r->property[i].class))
			r->level[i] = i > 0 ? r->level[i - 1] : r->base;
}

void
uax9_levels(const char32_t *letter, const struct property *property,
    size_t letters, int8_t base, int8_t *level)
{
	struct resolver r = {
		letter, property, letters, base, level,
		.class = memory_resize(NULL, letters, sizeof *r.class),
		.match = memory_resize(NULL, letters + 1, sizeof *r.match),
		.keep  = memory_resize(NULL, letters, sizeof *r.keep),
		.place = memory_resize(NULL, letters, sizeof *r.place),
	};

	match_isolates(property, letters, r.match);
	resolve_explicit(&r);
	remove_explicit(&r);
	resolve_sequences(&r);
	resolve_implicit(&r);
	reset_separators(&r);
	free(r.class);
	free(r.match);
	free(r.keep);
	free(r.place);
}
