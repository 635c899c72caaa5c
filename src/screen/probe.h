/* probe.h: asking the terminal what it is, step by step, without waiting. */
#ifndef QARI_SCREEN_PROBE_H
#define QARI_SCREEN_PROBE_H

#include <stdint.h>

#include "screen/detect.h"

enum probe_step {
	PROBE_OVER,             /* nothing more is asked or waited for */
	PROBE_ALL,              /* for the replies to query_all, and tmux's */
	PROBE_OUTSIDE,          /* for the reply to query_outside */
	PROBE_WIDTHS            /* for the replies to query_widths */
};

struct probe {
	struct evidence evidence;
	enum probe_step step;
	int64_t         until;          /* milliseconds: waited for so long */
	int             tmux;           /* its answer's descriptor, or -1 */
};

/* Notes the environment; when `asks`, and the terminal may be asked, appends
 * the questions to `out`. */
void probe_start(struct probe *probe, bool asks, int64_t now,
    struct buffer *out);

/* Notes what tmux answered when its descriptor is readable. */
void probe_hear(struct probe *probe);

/* Goes on with what has come by `now`; appends what is asked next. */
void probe_go_on(struct probe *probe, int64_t now, size_t rows,
    struct buffer *out);

void probe_stop(struct probe *probe);

#endif
