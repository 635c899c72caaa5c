/* library_interrupt.c: a long task can be stopped. */
#include <signal.h>

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
