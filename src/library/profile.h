/* profile.h: what an article is about: its words, the rarer the weightier. */
#ifndef QARI_LIBRARY_PROFILE_H
#define QARI_LIBRARY_PROFILE_H

#include "library/handle.h"
#include "library/word_set.h"

#define TOPIC_RUN    4          /* words of a run that was copied */
#define TOPIC_RAREST 13         /* words by which others are found */

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
	float weight;                   /* squared; more when it leads */
};

struct topic {
	int64_t            article;
	struct topic_word *at;          /* [count] sorted by hash */
	size_t             count;
	size_t             room;
	double             lead;        /* of those that lead */
	double             most;        /* that a word can have */
	struct topic_names names;       /* figures it names, sorted */
	double             naming;      /* of their weights */
	struct word_set    runs;        /* of TOPIC_RUN words */
	size_t             words;       /* it is long */
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

/* How two articles are alike. Parts and cosines are from 0 to 1. */
struct likeness {
	double known;           /* part of the words one begins with that the
	                         * other has anywhere: the lesser of the two */
	double echoed;          /* words of a headline with which the other
	                         * begins, in words as rare as can be */
	double names;           /* cosine of whom they name */
	double copied;          /* part of the lesser one's runs of words that
	                         * the other has */
	size_t words;           /* of the longer one */
	size_t numbers;         /* of the one that has fewer, which the other
	                         * has not */
	bool   other_weekday;   /* both begin with one, and not the same */
	bool   other_time;      /* not published within days, nor telling of
	                         * the same days */
	bool   other_numbers;   /* many, and hardly one the same */
};

/* With w a word's weight, log(N / n) for one that n of N articles have, the
 * cosine is the sum of w² over the words both have, by the root of the
 * product of the sums over each one's own. */
struct likeness topics_alike(const struct topic *a, const struct topic *b);

void topics_free(struct topics *topics);

#endif
