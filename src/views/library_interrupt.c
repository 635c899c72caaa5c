/* library_interrupt.c: a long task can be stopped. */
#include <signal.h>
#include <stddef.h>

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
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action    = { .sa_handler = catch };
	struct sigaction before;

	caught = 0;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		/* What nohup ignores stays so. */
		sigaction(signals[i], NULL, &before);
		if (before.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
	}
}

int
interrupted(void)
{
	return caught;
}
