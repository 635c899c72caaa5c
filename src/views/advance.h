/* advance.h: how far a long task is, told on standard error. */
#ifndef QARI_VIEWS_ADVANCE_H
#define QARI_VIEWS_ADVANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "views/message.h"

struct advance {
	enum language language;
	int64_t       start;            /* ms */
	int64_t       told;
	bool          terminal;         /* standard error is one */
	bool          lines;            /* else a line now and then */
};

/* `lines` says whether to tell where standard error is no terminal, too. */
struct advance advance_start(enum language language, bool lines);

/* Tells that so many are done, unless it was just told or the task has only
 * begun. */
void advance_tell(struct advance *advance, size_t done, size_t all);

/* Erases from the terminal what was told, so that something else may be; a
 * later advance_tell() tells again. */
void advance_end(struct advance *advance);

#endif
