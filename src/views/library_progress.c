/* library_progress.c: a long task tells how far it is, and can be stopped. */
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "views/library_task.h"

static volatile sig_atomic_t caught;

static void
catch(int signal)
{
	caught = signal;
}

void
interrupts_watch(void)
{
	struct sigaction action = { .sa_handler = catch };

	caught = 0;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
}

int
interrupted(void)
{
	return caught;
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct advance
advance_start(const struct library_call *call)
{
	double now = seconds();

	return (struct advance){ call->options.language, now, now,
	    isatty(STDERR_FILENO) == 1 };
}

void
advance_tell(struct advance *advance, size_t done, size_t all)
{
	double          now    = seconds();
	double          passed = now - advance->start;
	double          rate   = passed > 0 ? (double)done / passed : 0;
	struct buffer   line   = { 0 };
	struct argument arguments[4];

	if (now - advance->told < (advance->terminal ? 0.2 : 10) || rate <= 0)
		return;
	advance->told = now;
	arguments[0] = (struct argument){ NULL, done };
	arguments[1] = (struct argument){ NULL, all };
	arguments[2] = (struct argument){ NULL, (size_t)rate };
	arguments[3] = (struct argument){ NULL,
	    (size_t)((double)(all - done) / rate) };
	message_write(advance->language, MESSAGE_LIBRARY_PROGRESS, arguments,
	    4, &line);
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
