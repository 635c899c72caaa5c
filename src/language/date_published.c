/* date_published.c: the day the article itself gives as that of its
 * publication.
 *
 * Believed are only: a day with its date and an "اليوم", "أمس" or "غدا" beside
 * it, and a dateline, a paragraph that holds little else than a full date. A
 * wrong day would make every relative date of the article wrong. */
#include "language/date_published.h"

#include "language/date_grammar.h"
#include "language/date_value.h"
#include "language/date_words.h"

enum {
	DATELINE_PARTS = 5,     /* how far down a dateline may stand */
	DATELINE_OTHERS = 4     /* words beside the date: town, agency */
};

/* The one day that `when` says by itself; unknown if it says none. */
static struct day
day_said(const struct when *when)
{
	struct day  unknown = { 0 };
	struct when bare    = *when;
	struct date date    = { 0 };
	struct day  day;

	bare.has_offset = bare.has_clock = false;
	bare.weekday = 0;
	date_resolve(&bare, unknown, &date);
	if (when->year == 0 || when->day == 0 ||
	    !day_parse(date.iso, &day) || day.year < 1900)
		return unknown;
	if (when->weekday != 0 && day_weekday(day) != when->weekday)
		return unknown;
	return day;
}

/* Tokens of the part that `token` is in, before it and from it on; counted
 * only until there are more than `most`. */
static size_t
tokens_of_part(const struct tokens *tokens, size_t token, size_t most)
{
	uint32_t part  = tokens->at[token].part;
	size_t   first = token, end = token;

	while (first > 0 && end - first <= most &&
	    tokens->at[first - 1].part == part)
		first--;
	while (end < tokens->count && end - first <= most &&
	    tokens->at[end].part == part)
		end++;
	return end - first;
}

static bool
is_dateline(const struct tokens *tokens, const struct elements *elements,
    size_t first, size_t end, const struct when *when)
{
	size_t token  = elements->at[first].token;
	size_t taken  = elements->at[end - 1].last - token + 1;
	size_t others = tokens_of_part(tokens, token,
	    taken + DATELINE_OTHERS) - taken;

	if (tokens->at[token].part - tokens->at[0].part >= DATELINE_PARTS)
		return false;
	return others <= 1 || (others <= DATELINE_OTHERS &&
	    (when->weekday != 0 || elements->at[first].term == TERM_NUMBER));
}

struct day
published_find(const struct tokens *tokens, const struct elements *elements)
{
	struct day found = { 0 };

	for (size_t i = 0; i < elements->count && !day_is_known(found);) {
		struct when when;
		size_t      taken = date_parse(elements, i, &when);
		struct day  day   = { 0 };

		if (taken > 2)
			day = day_said(&when);
		if (day_is_known(day) && when.has_offset)
			found = day_add(day, -when.offset);
		else if (day_is_known(day) && is_dateline(tokens, elements,
		    i, i + taken, &when))
			found = day;
		i += taken > 0 ? taken : 1;
	}
	return found;
}
