/* probe.c: asking the terminal what it is, step by step, without waiting. */
#include "screen/probe.h"

#include <stdlib.h>

#include "screen/outside.h"

/* Milliseconds. Terminals on this machine answer within 10 (measured), over
 * SSH as soon as the line allows. What passes through tmux has no last reply
 * to wait for. */
enum {
	PATIENCE         = 300,
	PATIENCE_SSH     = 1000,
	PATIENCE_OUTSIDE = 50
};

static bool
has(const struct probe *probe, enum source source)
{
	return probe->evidence.text[source][0] != '\0';
}

void
probe_start(struct probe *probe, bool asks, int64_t now, struct buffer *out)
{
	bool far = getenv("SSH_CONNECTION") != NULL;

	*probe = (struct probe){ .tmux = -1 };
	evidence_of_environment(&probe->evidence);
	if (!asks || !detect_asks(&probe->evidence))
		return;
	if (has(probe, FROM_TMUX))
		probe->tmux = outside_ask();
	buffer_add_string(out, query_all);
	probe->step = PROBE_ALL;
	probe->until = now + (far ? PATIENCE_SSH : PATIENCE);
}

void
probe_hear(struct probe *probe)
{
	if (probe->tmux >= 0)
		outside_read(&probe->tmux, &probe->evidence);
}

/* What is asked once all that was asked has been answered. */
static enum probe_step
next_step(const struct probe *probe, size_t rows)
{
	if (probe->step == PROBE_ALL && has(probe, FROM_TMUX) &&
	    detect_passes(&probe->evidence))
		return PROBE_OUTSIDE;
	if (probe->step == PROBE_ALL && rows >= 2 &&
	    detect_asks_widths(&probe->evidence))
		return PROBE_WIDTHS;
	return PROBE_OVER;
}

static bool
answered(const struct probe *probe)
{
	switch (probe->step) {
	case PROBE_ALL:
		return has(probe, FROM_ATTRIBUTES) && probe->tmux < 0;
	case PROBE_OUTSIDE:
		return has(probe, FROM_MODE);
	case PROBE_WIDTHS:
		return widths_known(&probe->evidence);
	default:
		return true;
	}
}

void
probe_go_on(struct probe *probe, int64_t now, size_t rows,
    struct buffer *out)
{
	if (probe->step == PROBE_OVER)
		return;
	if (answered(probe)) {
		probe->step = next_step(probe, rows);
		if (probe->step == PROBE_OUTSIDE) {
			buffer_add_string(out, query_outside);
			if (probe->until > now + PATIENCE_OUTSIDE)
				probe->until = now + PATIENCE_OUTSIDE;
		} else if (probe->step == PROBE_WIDTHS)
			buffer_add_string(out, query_widths);
	} else if (now >= probe->until)
		probe->step = PROBE_OVER;
	if (probe->step == PROBE_OVER)
		outside_forget(&probe->tmux);
}

void
probe_stop(struct probe *probe)
{
	outside_forget(&probe->tmux);
	probe->step = PROBE_OVER;
}
