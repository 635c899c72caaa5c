/* pack.c: texts and numbers in few bytes. ICU has the compression scheme for
 * Unicode (SCSU, UTS #6). */
#include "library/pack.h"

#include "bytes/icu.h"
#include "bytes/memory.h"
#include "library/digram.h"
#include "library/scsu.h"

/* A packed text's first byte; what a library of version 2 knows not, last. */
enum { AS_IT_IS, SCSU, DIGRAMS };

enum { PIVOT = 1024 };

static UConverter *
converter(const char *name)
{
	UErrorCode error = U_ZERO_ERROR;

	return icu_uc()->ucnv_open(name, &error);
}

/* Appends `from[size]` in the charset of `to_charset`; false on what cannot
 * be converted. Converters are opened once: they are dear. */
static bool
convert(UConverter *to, UConverter *from, const char *text, size_t size,
    struct buffer *out)
{
	UChar       pivot[PIVOT];
	UChar      *pivot_from = pivot;
	UChar      *pivot_to   = pivot;
	const char *end        = text + size;
	bool        fresh      = true;
	UErrorCode  error;

	if (to == NULL || from == NULL)
		return false;
	do {
		char *target;

		array_reserve(out, size + 64);
		target = out->at + out->count;
		error = U_ZERO_ERROR;
		icu_uc()->ucnv_convertEx(to, from, &target,
		    out->at + out->room, &text, end, pivot, &pivot_from,
		    &pivot_to, pivot + PIVOT, fresh, true, &error);
		out->count = (size_t)(target - out->at);
		fresh = false;
	} while (error == U_BUFFER_OVERFLOW_ERROR);
	return U_SUCCESS(error);
}

static bool
to_scsu(const char *text, size_t size, struct buffer *packed)
{
	static UConverter *scsu, *utf8;

	if (scsu == NULL)
		scsu = converter("SCSU");
	if (utf8 == NULL)
		utf8 = converter("UTF-8");
	return convert(scsu, utf8, text, size, packed);
}

static bool
from_scsu(const char *packed, size_t size, struct buffer *text)
{
	static UConverter *scsu, *utf8;

	if (scsu_unpack_simple(packed, size, text))
		return true;
	if (scsu == NULL)
		scsu = converter("SCSU");
	if (utf8 == NULL)
		utf8 = converter("UTF-8");
	return convert(utf8, scsu, packed, size, text);
}

static bool
to_digrams(const char *text, size_t size, struct buffer *packed)
{
	struct buffer scsu = { 0 };
	bool          done = to_scsu(text, size, &scsu);

	if (done)
		digrams_pack(scsu.at, scsu.count, packed);
	array_free(&scsu);
	return done;
}

static bool
unpacks_to(const char *packed, size_t size, const char *text,
    size_t text_size)
{
	struct buffer back = { 0 };
	bool          same = text_unpack(packed, size, &back) &&
	    back.count == text_size && (text_size == 0 ||
	    memcmp(back.at, text, text_size) == 0);

	array_free(&back);
	return same;
}

void
text_pack(const char *text, size_t size, struct buffer *packed)
{
	size_t start = packed->count;

	array_add(packed, DIGRAMS);
	if (to_digrams(text, size, packed) &&
	    packed->count - start <= size + 1 && unpacks_to(packed->at +
	    start, packed->count - start, text, size))
		return;
	packed->count = start;
	array_add(packed, AS_IT_IS);
	buffer_add(packed, text, size);
}

static bool
from_digrams(const char *packed, size_t size, struct buffer *text)
{
	struct buffer scsu = { 0 };
	bool          done = digrams_unpack(packed, size, &scsu) &&
	    from_scsu(scsu.at, scsu.count, text);

	array_free(&scsu);
	return done;
}

bool
text_unpack(const char *packed, size_t size, struct buffer *text)
{
	if (size == 0)
		return false;
	if (packed[0] == SCSU)
		return from_scsu(packed + 1, size - 1, text);
	if (packed[0] == DIGRAMS)
		return from_digrams(packed + 1, size - 1, text);
	buffer_add(text, packed + 1, size - 1);
	return packed[0] == AS_IT_IS;
}

void
number_pack(struct buffer *packed, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		array_add(packed, (char)(number | 0x80));
	array_add(packed, (char)number);
}

uint64_t
number_unpack(struct unpacking *from)
{
	uint64_t number = 0;

	for (unsigned shift = 0; from->at < from->end && shift < 64;
	    shift += 7) {
		uint64_t byte = (unsigned char)*from->at++;

		number |= (byte & 0x7F) << shift;
		if (byte < 0x80)
			return number;
	}
	from->damaged = true;
	return 0;
}

/* A span, as the distance from where the last one ended, and its size. */
static void
span_pack(struct buffer *packed, struct span span, size_t *last)
{
	number_pack(packed, span.start - *last);
	number_pack(packed, span_size(span));
	*last = span.end;
}

static struct span
span_unpack(struct unpacking *from, size_t *last)
{
	size_t start = *last + number_unpack(from);
	size_t end   = start + number_unpack(from);

	if (start < *last || end < start)
		from->damaged = true;
	*last = end;
	return span_of(start, end);
}

void
parts_pack(const struct parts *parts, struct buffer *packed)
{
	size_t last = 0;

	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->at[i];

		number_pack(packed, (uint64_t)part->kind << 1 | part->spaced);
		span_pack(packed, part->span, &last);
	}
}

bool
parts_unpack(const char *packed, size_t size, size_t text_size,
    struct parts *parts)
{
	struct unpacking from = { packed, packed + size, false };
	size_t           last = 0;

	while (from.at < from.end) {
		uint64_t    head = number_unpack(&from);
		struct part part = { span_unpack(&from, &last),
		    (enum part_kind)(head >> 1), head & 1 };

		if (from.damaged || last > text_size ||
		    head >> 1 > PART_BOILERPLATE || span_is_empty(part.span))
			return false;
		array_add(parts, part);
	}
	return true;
}

void
noteds_pack(const struct noteds *noteds, struct buffer *packed)
{
	size_t last = 0;

	for (size_t i = 0; i < noteds->count; i++) {
		const struct noted *noted = &noteds->at[i];

		span_pack(packed, noted->span, &last);
		number_pack(packed, (uint64_t)noted->name * KINDS +
		    noted->kind);
	}
}

void
noteds_unpack(const char *packed, size_t size, struct noteds *noteds)
{
	struct unpacking from = { packed, packed + size, false };
	size_t           last = 0;

	while (from.at < from.end) {
		struct span  span  = span_unpack(&from, &last);
		uint64_t     named = number_unpack(&from);
		struct noted noted = { span, (enum kind)(named % KINDS),
		    (int64_t)(named / KINDS) };

		if (from.damaged)
			return;
		array_add(noteds, noted);
	}
}
