/* topic.h: what an article is about: its words, the rarer the weightier. */
#ifndef QARI_LIBRARY_TOPIC_H
#define QARI_LIBRARY_TOPIC_H

#include "library/handle.h"
#include "library/words.h"

#define TOPIC_RUN    4          /* words of a run that was copied */
#define TOPIC_RAREST 16         /* words by which others are found */

struct topic_word {
	uint32_t hash;
	float    weight;                /* squared */
	bool     leads;                 /* it stands at the beginning, too */
	bool     titles;                /* and in the headline */
};

struct period {
	int64_t first;                  /* days since 1970 */
	int64_t last;
};

struct periods ARRAY_OF(struct period);

struct topic_name {
	int64_t figure;
	float   weight;                 /* squared */
};

struct topic_names ARRAY_OF(struct topic_name);

struct topic_rare {
	char *term;                     /* as the index has it; owned */
	float weight;                   /* squared */
};

struct topic {
	int64_t            article;
	struct topic_word *at;          /* [count] sorted by hash */
	size_t             count;
	size_t             room;
	double             weight;      /* of all, squared */
	double             lead;        /* of those that lead */
	double             title;       /* of those that title */
	struct topic_names names;       /* figures it names, sorted */
	double             naming;      /* of their weights */
	struct word_set    runs;        /* of TOPIC_RUN words */
	unsigned           weekdays;    /* it begins with: a bit for each */
	struct word_set    numbers;     /* of two digits and more */
	struct word_set    scores;      /* numbers with the word before each */
	struct topic_rare  rare[TOPIC_RAREST];  /* [rarest]; a fresh one's */
	size_t             rarest;
	bool               dated;       /* `day` is known */
	int64_t            day;         /* of publication */
	struct periods     periods;     /* it tells of: a month at most */
};

/* The topics of articles that were asked for, and how rare words are. */
struct topics;

/* Rarity as it is when all but `fresh` articles were counted. */
struct topics *topics_new(struct library *library, size_t fresh);

/* The article's topic, or NULL; lent. */
const struct topic *topic_of(struct topics *topics, int64_t article);

/* The same of an article that is not counted yet, and counts it. */
const struct topic *topic_of_fresh(struct topics *topics, int64_t article);

/* Has the library keep what was counted. False on a failure. */
bool topics_keep(const struct topics *topics);

/* Forgets topics when there are many; none may be in use. */
void topics_trim(struct topics *topics);

/* How two articles are alike. */
struct likeness {
	double whole;           /* cosine of all their words, 0 to 1 */
	double lead;            /* of the words they begin with */
	double title;           /* how much of the headline that is echoed
	                         * less the other article says, 0 to 1 */
	double names;           /* of whom they name */
	double contained;       /* part of the lesser one's words, by weight,
	                         * that the other has */
	double copied;          /* part of its runs of words */
	bool   other_weekday;   /* both begin with one, and not the same */
	bool   same_time;       /* published within days, or telling of the
	                         * same days */
	bool   other_time;
	bool   other_numbers;   /* many, and hardly one the same */
};

/* With w a word's weight, log(N / n) for one that n of N articles have, the
 * cosine is the sum of w² over the words both have, by the root of the
 * product of the sums over each one's own. */
struct likeness topics_alike(const struct topic *a, const struct topic *b);

void topics_free(struct topics *topics);

#endif
