/* advance.c: how far a long task is, told on standard error. */
#include "views/advance.h"

#include <stdio.h>
#include <unistd.h>

#include "bytes/clock.h"

enum {
	FIRST_TOLD  = 1000,     /* ms: what is shorter is not told */
	TOLD_AGAIN  = 200,
	LINES_AGAIN = 10000
};

struct advance
advance_start(enum language language, bool lines)
{
	int64_t now = clock_milliseconds();

	return (struct advance){ language, now, now,
	    isatty(STDERR_FILENO) == 1, lines };
}

static bool
is_time(const struct advance *advance, int64_t now)
{
	int64_t since = now - advance->told;

	if (!advance->terminal)
		return advance->lines && since >= LINES_AGAIN;
	return since >= TOLD_AGAIN && now - advance->start >= FIRST_TOLD;
}

void
advance_tell(struct advance *advance, size_t done, size_t all)
{
	int64_t         now  = clock_milliseconds();
	double          rate;           /* a second */
	struct buffer   line = { 0 };
	struct argument arguments[4];

	if (done == 0 || !is_time(advance, now))
		return;
	advance->told = now;
	rate = (double)done * 1000 / (double)(now - advance->start);
	arguments[0] = (struct argument){ NULL, done };
	arguments[1] = (struct argument){ NULL, all };
	arguments[2] = (struct argument){ NULL, (size_t)rate };
	arguments[3] = (struct argument){ NULL,
	    (size_t)((double)(all - done) / rate) };
	message_write(advance->language, MESSAGE_ADVANCE, arguments, 4,
	    &line);
	fprintf(stderr, advance->terminal ? "\r\033[K%.*s" : "qari: %.*s\n",
	    (int)line.count, line.at);
	array_free(&line);
}

void
advance_end(struct advance *advance)
{
	if (advance->terminal && advance->told > advance->start)
		fprintf(stderr, "\r\033[K");
}
