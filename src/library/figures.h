/* figures.h: whom and what the articles of a library name, and of which days
 * they speak. */
#ifndef QARI_LIBRARY_FIGURES_H
#define QARI_LIBRARY_FIGURES_H

#include "bytes/span.h"
#include "language/kind.h"
#include "library/library.h"

/* Someone or something the articles name. */
struct figure {
	int64_t   id;
	enum kind kind;
	char     *name;         /* fullest common form */
	size_t    articles;
	size_t    mentions;
	double    strength;     /* company only: PMI in bits */
};

struct figures ARRAY_OF(struct figure);

void figures_free(struct figures *figures);

/* Those of that kind, in most articles first; `words` (NULL: all) must be in
 * one of their names, as a query finds words, also by sound. */
struct figures library_figures(struct library *library, enum kind kind,
    const char *words, size_t first, size_t most);

/* Those of that kind by number, in most articles first; all, or those one of
 * whose names holds the folded text. How many of the kind there are. */
struct article_ids library_figure_ids(struct library *library,
    enum kind kind, size_t most);
struct article_ids library_figure_ids_like(struct library *library,
    enum kind kind, const char *folded);
size_t library_figure_count(struct library *library, enum kind kind);

/* The figure of which that is a name, as folded; 0 when there is none. */
int64_t library_figure_called(struct library *library, enum kind kind,
    const char *folded);

/* One figure; false when there is none. */
bool library_figure(struct library *library, int64_t id,
    struct figure *figure);

/* The forms of its name, commonest first, each a figure of its own. */
struct figures library_forms(struct library *library, int64_t figure);

/* The numbers of the articles that name it, newest first. */
struct article_ids library_articles_naming(struct library *library,
    int64_t figure);

/* Whom else the same articles name, in at least two of them, by how much
 * more often than by chance. */
struct figures library_company(struct library *library, int64_t figure,
    size_t most);

/* A sentence of an article. */
struct quote {
	int64_t     article;
	char       *title;
	struct day  published;
	char       *text;       /* the sentence */
	struct span sentence;   /* bytes of the article's text */
	struct span mention;    /* the same, in it */
	char       *iso;        /* dated ones: the date's value; else "" */
	int64_t     first;      /* dated ones: its first day … */
	int64_t     last;       /* … and last, days since 1970 */
};

struct quotes ARRAY_OF(struct quote);

void quotes_free(struct quotes *quotes);

/* Sentences that name the figure, newest first, one an article. */
struct quotes library_quotes(struct library *library, int64_t figure,
    size_t most);

/* Where the article names somebody, or gives a date. */
struct place_named {
	struct span span;       /* bytes of its text */
	enum kind   kind;
	int64_t     figure;     /* 0: a date */
	char       *name;       /* the figure's; "" */
	char       *iso;        /* the date's value; "" */
};

struct places_named ARRAY_OF(struct place_named);

struct places_named library_names_in(struct library *library,
    int64_t article);
void places_named_free(struct places_named *places);

/* How many of its articles were published in each month. */
struct month_count {
	int32_t year;
	int8_t  month;
	size_t  articles;
};

struct month_counts ARRAY_OF(struct month_count);

struct month_counts library_months(struct library *library, int64_t figure);

/* Dated statements with a day between `first` and `last` (days since 1970),
 * about a time no longer than that or a week, in order of time, the narrower
 * of two that begin on one day first; only sentences that also name `figure`
 * when it is not 0. */
struct quotes library_timeline(struct library *library, int64_t first,
    int64_t last, int64_t figure, size_t most);

/* A date that an article gives: where it lies in time (days since 1970), and
 * where it stands. */
struct moment {
	int64_t first;
	int64_t last;
	int64_t article;
	size_t  start;          /* byte of the article's text */
};

struct moments ARRAY_OF(struct moment);

/* All of them in order of time; of `figure`, when it is not 0, those in
 * articles that name it. The caller frees the array. */
struct moments library_moments(struct library *library, int64_t figure);

/* Whether the sentence that gives it names the figure. */
bool library_names_there(struct library *library,
    const struct moment *moment, int64_t figure);

/* Whether that sentence, or the date's value, holds every word typed, as
 * library_filter() has it. */
bool library_says_there(struct library *library,
    const struct moment *moment, const char *words, size_t size);

/* The sentence that gives it; false when it is gone. */
bool library_quote(struct library *library, const struct moment *moment,
    struct quote *quote);
void quote_free(struct quote *quote);

#endif
