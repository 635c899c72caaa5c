/* property.c: every row of property.def is what ICU says of its letters. */
#include "check.h"

static struct count counts[] = { { "letters of news", 0, 0 } };

int
main(void)
{
	for (char32_t letter = 0; letter <= 0x10FFFF; letter++) {
		struct property known, asked;

		if (!property_of_news(letter, &known))
			continue;
		asked = property_by_icu(letter);
		count_case(&counts[0], known.kind == asked.kind &&
		    known.class == asked.class &&
		    known.joining == asked.joining &&
		    known.breaking == asked.breaking &&
		    known.columns == asked.columns &&
		    known.flags == asked.flags, codes_of(&letter, 1));
	}
	return count_report(counts, 1);
}
