/* date.c: the dates of any text lie in it, in order, and their values are
 * strings of ISO 8601's letters. The first byte says the day it is read on. */
#include "language/date.h"
#include "target.h"

static void
check_value(const char *value, size_t room)
{
	CHECK(memchr(value, '\0', room) != NULL);
	CHECK(value[strspn(value, "0123456789-+:/.,TWHPYMDSZXQA"
	    "STARTMIDEND~?%")] == '\0');
}

static void
check_date(const struct date *date, size_t from, size_t size)
{
	CHECK(date->span.start >= from && date->span.end <= size);
	CHECK(!span_is_empty(date->span));
	CHECK(date->month >= 0 && date->month <= 12);
	check_value(date->iso, sizeof date->iso);
	check_value(date->partial, sizeof date->partial);
	check_value(date->mod, sizeof date->mod);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input  input     = input_of(bytes, size);
	uint8_t       when      = input_byte(&input);
	struct day    published = { 0 };
	struct buffer text      = { 0 };
	struct tokens tokens;
	struct dates  dates;
	struct day    found;
	size_t        at = 0;

	if (when != 0)
		published = day_add((struct day){ 2024, 2, 29 }, when * 5);
	input_text(input, &text);
	tokens = tokens_of_text(text.at, text.count);
	dates = dates_read(&tokens, &found);
	CHECK(!day_is_known(found) || day_is_valid(found));
	array_free(&dates);
	dates = dates_find(&tokens, published);
	for (size_t i = 0; i < dates.count; i++) {
		check_date(&dates.at[i], at, text.count);
		at = dates.at[i].span.end;
	}
	array_free(&dates);
	tokens_free(&tokens);
	array_free(&text);
	return 0;
}
