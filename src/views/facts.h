/* facts.h: what is known of a mention, fact after fact. */
#ifndef QARI_VIEWS_FACTS_H
#define QARI_VIEWS_FACTS_H

#include "views/reader.h"

struct fact {
	const char   *label;            /* static: what it tells … */
	struct buffer value;            /* … and that, UTF-8 */
};

struct facts ARRAY_OF(struct fact);

/* All that is known of the reader's focus, or else of its spot. The caller
 * frees it with facts_free(). */
struct facts facts_of(const struct reader *reader, const struct app *app);

void facts_free(struct facts *facts);

#endif
