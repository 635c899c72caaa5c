/* search.c: looking for a query in an article, and counting its hits. */
#include "views/search.h"

#include "bytes/utf8.h"

enum {
	SEEK_SLICE     = 1 << 18,       /* bytes sought through at once */
	COUNT_SLICE    = 4,             /* chapters counted at once */
	LONGEST_HIT    = 4096           /* bytes kept back while reading */
};

void
search_start(struct search *search, const char *query, size_t size,
    size_t from)
{
	struct buffer typed = { 0 };

	buffer_add(&typed, query, size);
	search_clear(search);
	search->query = typed;
	search->needle = needle_new(query, size);
	if (search->needle != NULL)
		search_seek(search, SEEKING_FORWARD, from, 1);
}

void
search_start_at(struct search *search, const char *query, size_t size,
    const struct span *place, size_t places)
{
	struct buffer typed = { 0 };

	buffer_add(&typed, query, size);
	search_clear(search);
	search->query = typed;
	search->needle = needle_of_places(place, places);
	if (search->needle != NULL)
		search_seek(search, SEEKING_FORWARD, place[0].start, 1);
}

void
search_seek(struct search *search, enum seeking seeking, size_t from,
    size_t count)
{
	search->seeking = seeking;
	search->from = from;
	search->at = from;
	search->wrapped = false;
	search->more = count > 1 ? count - 1 : 0;
}

/* The bytes in which a hit can be told: what may still be cut off at the
 * end of an incomplete article is left out. */
static size_t
told(const struct article *article)
{
	size_t size = article->text.count;

	if (article->complete)
		return size;
	if (size <= LONGEST_HIT)
		return 0;
	return utf8_start(article->text.at, size - LONGEST_HIT);
}

static struct span
window(const struct article *article, size_t start, size_t end)
{
	const char *text = article->text.at;
	size_t      size = article->text.count;

	return span_of(start < size ? utf8_start(text, start) : size,
	    end < size ? utf8_start(text, end) : size);
}

static bool
find(const struct search *search, const struct article *article,
    struct span within, struct span *hit)
{
	return needle_find(search->needle, article->text.at,
	    article->text.count, within, hit);
}

static enum sought
found(struct search *search, struct span hit)
{
	search->hit = hit;
	if (search->more > 0) {
		search->more--;
		search->at = search->seeking == SEEKING_FORWARD
		    ? hit.end : hit.start;
		return SOUGHT_NOTHING;
	}
	search->seeking = SEEKING_NOTHING;
	return SOUGHT_FOUND;
}

static enum sought
in_vain(struct search *search)
{
	search->hit = span_of(0, 0);
	search->seeking = SEEKING_NOTHING;
	return SOUGHT_IN_VAIN;
}

static enum sought
slice_forward(struct search *search, const struct article *article)
{
	size_t      end  = search->wrapped ? search->from : told(article);
	size_t      stop = search->at + SEEK_SLICE;
	struct span hit;

	if (find(search, article, window(article, search->at,
	    stop < end ? stop : end), &hit))
		return found(search, hit);
	search->at = stop < end ? stop : end;
	if (search->at < end)
		return SOUGHT_NOTHING;
	if (search->wrapped)
		return in_vain(search);
	if (article->complete) {
		search->wrapped = true;
		search->at = 0;
	}
	return SOUGHT_NOTHING;
}

static bool
find_last(const struct search *search, const struct article *article,
    struct span within, struct span *last)
{
	struct span hit;
	bool        any = false;

	while (find(search, article, within, &hit)) {
		*last = hit;
		any = true;
		within.start = hit.end < within.end ? hit.end : within.end;
	}
	return any;
}

static enum sought
slice_back(struct search *search, const struct article *article)
{
	size_t      end   = search->at;
	size_t      least = search->wrapped ? search->from : 0;
	size_t      start = end > least + SEEK_SLICE ? end - SEEK_SLICE : least;
	struct span hit;

	if (find_last(search, article, window(article, start, end), &hit))
		return found(search, hit);
	search->at = start;
	if (start > least)
		return SOUGHT_NOTHING;
	if (search->wrapped)
		return in_vain(search);
	search->wrapped = true;
	search->at = article->text.count;
	return SOUGHT_NOTHING;
}

enum sought
search_slice(struct search *search, const struct article *article)
{
	switch (search->seeking) {
	case SEEKING_FORWARD:
		return slice_forward(search, article);
	case SEEKING_BACK:
		return slice_back(search, article);
	case SEEKING_NOTHING:
		break;
	}
	return SOUGHT_NOTHING;
}

bool
search_can_seek(const struct search *search, const struct article *article)
{
	if (search->seeking != SEEKING_FORWARD || search->wrapped)
		return search->seeking != SEEKING_NOTHING;
	return article->complete || search->at < told(article);
}

static uint32_t
count_within(const struct search *search, const struct article *article,
    struct span within)
{
	struct span hit;
	uint32_t    hits = 0;

	while (!span_is_empty(within) && find(search, article, within, &hit)) {
		hits++;
		within.start = hit.end < within.end ? hit.end : within.end;
	}
	return hits;
}

static size_t
chapters(const struct article *article)
{
	size_t bytes = told(article);

	if (article->complete)
		return (bytes + SEARCH_CHAPTER - 1) / SEARCH_CHAPTER;
	return bytes / SEARCH_CHAPTER;
}

bool
search_count(struct search *search, const struct article *article)
{
	size_t all = search->needle == NULL ? 0 : chapters(article);

	for (int i = 0; i < COUNT_SLICE && search->counts.count < all; i++) {
		size_t start = search->counts.count * SEARCH_CHAPTER;

		array_add(&search->counts, count_within(search, article,
		    window(article, start, start + SEARCH_CHAPTER)));
	}
	return search->counts.count < all;
}

size_t
search_total(const struct search *search, const struct article *article,
    bool *all)
{
	size_t total = 0;

	for (size_t i = 0; i < search->counts.count; i++)
		total += search->counts.at[i];
	*all = article->complete && search->counts.count == chapters(article);
	return total;
}

size_t
search_number(const struct search *search, const struct article *article)
{
	size_t chapter = search->hit.start / SEARCH_CHAPTER;
	size_t number  = 1;

	if (span_is_empty(search->hit) || chapter >= search->counts.count)
		return 0;
	for (size_t i = 0; i < chapter; i++)
		number += search->counts.at[i];
	return number + count_within(search, article, window(article,
	    chapter * SEARCH_CHAPTER, search->hit.start));
}

void
search_clear(struct search *search)
{
	needle_free(search->needle);
	array_free(&search->query);
	array_free(&search->counts);
	*search = (struct search){ 0 };
}
