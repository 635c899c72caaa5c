/* guard.c: gives the terminal back whatever ends or stops the program.
 *
 * Handlers call nothing but write, poll, tcsetattr, sigaction, clock_gettime
 * and raise, which POSIX lists as async-signal-safe; endwin() and exit() are
 * not. */
#include "screen/guard.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytes/clock.h"
#include "bytes/memory.h"

enum { STACK_SIZE = 64 << 10 };         /* SIGSTKSZ is no constant in glibc */
enum { PATIENCE = 1000 };               /* milliseconds for a slow terminal */

enum told { ENDS, CRASHES, STOPS, CONTINUES, RESIZES };

/* What each signal means. Those that end a program by default and come from
 * outside let the reader save its place first. */
static const struct {
	int       signal;
	enum told told;
} signals[] = {
	{ SIGHUP,    ENDS },    { SIGINT,    ENDS },    { SIGQUIT, ENDS },
	{ SIGTERM,   ENDS },    { SIGPIPE,   ENDS },    { SIGALRM, ENDS },
	{ SIGUSR1,   ENDS },    { SIGUSR2,   ENDS },    { SIGXCPU, ENDS },
	{ SIGVTALRM, ENDS },    { SIGPROF,   ENDS },
	{ SIGSEGV,   CRASHES }, { SIGBUS,    CRASHES }, { SIGFPE,  CRASHES },
	{ SIGILL,    CRASHES }, { SIGABRT,   CRASHES }, { SIGSYS,  CRASHES },
	{ SIGTRAP,   CRASHES },
	{ SIGTSTP,   STOPS },   { SIGCONT,   CONTINUES },
	{ SIGWINCH,  RESIZES },
};

#define SIGNALS (sizeof signals / sizeof *signals)

static struct guarded        guarded;
static char                  half[64];
static volatile sig_atomic_t half_size;
static struct sigaction      before[SIGNALS];
static stack_t               stack_before;
static char                  stack[STACK_SIZE];
static int                   wake[2] = { -1, -1 };
static volatile sig_atomic_t taken;
static volatile sig_atomic_t ending;
static volatile sig_atomic_t ending_since;      /* seconds() then */
static int64_t               started;   /* ms, before any handler was */
static volatile sig_atomic_t resized;
static volatile sig_atomic_t continued;
static volatile sig_atomic_t stop_asked;

/* The terminal may be slow and our descriptor does not block. */
static void
write_patiently(int fd, const char *bytes, size_t size)
{
	struct pollfd ready = { .fd = fd, .events = POLLOUT };

	while (size > 0) {
		ssize_t wrote = write(fd, bytes, size);

		if (wrote > 0) {
			bytes += wrote;
			size -= (size_t)wrote;
		} else if (wrote < 0 && errno == EAGAIN) {
			if (poll(&ready, 1, PATIENCE) <= 0)
				return;
		} else if (wrote == 0 || errno != EINTR)
			return;
	}
}

void
guard_set_half(const char *bytes, size_t size)
{
	static const char cancel[] = { 0x18 };  /* CAN, ECMA-48 8.3.6 */

	half_size = 0;
	if (size > sizeof half) {
		bytes = cancel;
		size = sizeof cancel;
	}
	/* C11 7.17.4.2: a handler sees the bytes before their number. */
	atomic_signal_fence(memory_order_seq_cst);
	if (size > 0)
		memcpy(half, bytes, size);
	atomic_signal_fence(memory_order_seq_cst);
	half_size = (sig_atomic_t)size;
}

void
guard_taken(void)
{
	taken = 1;
}

void
guard_give_back(void)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct sigaction background;
	int              error = errno;

	if (!taken)
		return;
	taken = 0;
	/* A job that was moved to the background must end, not stop here. */
	sigaction(SIGTTOU, &ignore, &background);
	write_patiently(guarded.output, half, (size_t)half_size);
	half_size = 0;
	write_patiently(guarded.output, guarded.off, guarded.off_size);
	tcsetattr(guarded.keyboard, TCSANOW, &guarded.before);
	sigaction(SIGTTOU, &background, NULL);
	errno = error;
}

static size_t
row_of(int signal)
{
	size_t row = 0;

	while (row < SIGNALS - 1 && signals[row].signal != signal)
		row++;
	return row;
}

/* Gives the terminal back and lets the signal do what it did before us. */
static void
die_of(int signal, bool sent)
{
	guard_give_back();
	sigaction(signal, &before[row_of(signal)], NULL);
	/* A fault comes again by itself when we return, with its address for
	 * whoever is asked then (a sanitizer). */
	if (sent)
		raise(signal);
}

/* So few that a handler writes them at once. */
static sig_atomic_t
seconds(void)
{
	return (sig_atomic_t)((clock_milliseconds() - started) / 1000);
}

static void
note(int signal)
{
	switch (signals[row_of(signal)].told) {
	case ENDS:
		/* Whoever asks again later finds us hanging. */
		if (ending != 0 && seconds() > ending_since + 1)
			die_of(signal, true);
		if (ending == 0)
			ending_since = seconds();
		ending = signal;
		break;
	case STOPS:
		stop_asked = 1;
		break;
	case CONTINUES:
		continued = 1;
		break;
	default:
		resized = 1;
		break;
	}
}

static void
on_signal(int signal, siginfo_t *info, void *context)
{
	int     error = errno;
	ssize_t wrote;

	(void)context;
	if (signals[row_of(signal)].told == CRASHES) {
		die_of(signal, info->si_code <= 0);
		return;
	}
	note(signal);
	wrote = write(wake[1], "", 1);
	(void)wrote;                    /* a full pipe is readable already */
	errno = error;
}

static void
handle(size_t row)
{
	struct sigaction action = { .sa_flags = SA_SIGINFO | SA_RESTART };

	action.sa_sigaction = on_signal;
	sigemptyset(&action.sa_mask);
	if (signals[row].told == CRASHES)
		action.sa_flags |= SA_ONSTACK;
	sigaction(signals[row].signal, NULL, &before[row]);
	if (before[row].sa_handler != SIG_IGN)
		sigaction(signals[row].signal, &action, NULL);
}

static void
handle_exits(void)
{
	static bool handled;

	memory_on_exhaustion(guard_give_back);
	if (!handled)
		atexit(guard_give_back);
	handled = true;
}

static void
open_wake(void)
{
	if (pipe(wake) < 0) {
		wake[0] = wake[1] = -1; /* poll passes over it */
		return;
	}
	for (size_t i = 0; i < 2; i++) {
		fcntl(wake[i], F_SETFD, FD_CLOEXEC);
		fcntl(wake[i], F_SETFL, O_NONBLOCK);
	}
}

void
guard_start(const struct guarded *what)
{
	stack_t ours = { .ss_sp = stack, .ss_size = sizeof stack };

	guarded = *what;
	started = clock_milliseconds();
	taken = ending = resized = continued = stop_asked = 0;
	open_wake();
	sigaltstack(&ours, &stack_before);
	handle_exits();
	for (size_t row = 0; row < SIGNALS; row++)
		handle(row);
}

void
guard_set_off(const char *off, size_t off_size)
{
	sigset_t all;
	sigset_t old;

	assert(off_size <= GUARDED_OFF);
	/* No handler may see it half changed. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &old);
	memcpy(guarded.off, off, off_size);
	guarded.off_size = off_size;
	sigprocmask(SIG_SETMASK, &old, NULL);
}

int
guard_wake(void)
{
	return wake[0];
}

void
guard_heard(void)
{
	char bytes[64];

	while (read(wake[0], bytes, sizeof bytes) > 0)
		continue;
}

static bool
take(volatile sig_atomic_t *flag)
{
	bool was = *flag != 0;

	*flag = 0;
	return was;
}

bool
guard_resized(void)
{
	return take(&resized);
}

bool
guard_continued(void)
{
	return take(&continued);
}

bool
guard_stop_asked(void)
{
	return take(&stop_asked);
}

int
guard_ending(void)
{
	return ending;
}

bool
guard_told(void)
{
	return ending != 0 || resized || continued || stop_asked;
}

void
guard_suspend(bool group)
{
	size_t           row = row_of(SIGTSTP);
	struct sigaction ours;

	if (before[row].sa_handler == SIG_IGN)
		return;
	sigaction(SIGTSTP, &before[row], &ours);
	if (group)
		kill(0, SIGTSTP);
	else
		raise(SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	continued = stop_asked = 0;
}

void
guard_stop(void)
{
	for (size_t row = 0; row < SIGNALS; row++)
		sigaction(signals[row].signal, &before[row], NULL);
	sigaltstack(&stack_before, NULL);
	memory_on_exhaustion(NULL);
	close(wake[0]);
	close(wake[1]);
	wake[0] = wake[1] = -1;
}
