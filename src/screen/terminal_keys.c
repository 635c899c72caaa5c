/* terminal_keys.c: the terminal: wait for keys, replies and signals. */
#include "screen/terminal_inside.h"

#include <limits.h>
#include <poll.h>
#include <signal.h>

#include "bytes/clock.h"
#include "screen/guard.h"

/* Until when a reply may come. */
static int64_t
owes_until(const struct terminal *terminal)
{
	return output_owes(&terminal->output,
	    terminal->probe.evidence.answers);
}

static void
read_keys(struct terminal *terminal)
{
	int64_t now = clock_milliseconds();

	if (!keyboard_read(&terminal->keyboard, now,
	    &terminal->probe.evidence))
		terminal->signal = SIGHUP;
	terminal->keyboard.reply_is_due = owes_until(terminal) > now;
	terminal_hear(terminal);
}

/* The device to wait for, unless there is no room for what it would tell. */
static struct pollfd
ready_keyboard(const struct terminal *terminal)
{
	bool room = terminal->keyboard.size < KEYBOARD_ROOM;

	return (struct pollfd){
		.fd = room ? terminal->tty.keyboard : -1, .events = POLLIN
	};
}

static struct pollfd
ready_output(const struct terminal *terminal)
{
	return (struct pollfd){
		.fd = terminal->output.sending ? terminal->tty.output : -1,
		.events = POLLOUT
	};
}

void
terminal_settle(struct terminal *terminal)
{
	int64_t now = clock_milliseconds();
	int64_t until;

	while (terminal->signal != SIGHUP &&
	    (until = owes_until(terminal)) > now) {
		struct pollfd ready[] = {
			ready_keyboard(terminal), ready_output(terminal)
		};

		if (poll(ready, 2, (int)(until - now)) > 0) {
			if (ready[1].revents != 0)
				output_send(&terminal->output);
			if (ready[0].revents != 0)
				read_keys(terminal);
		}
		now = clock_milliseconds();
	}
}

static bool
take_note(bool *note)
{
	bool was = *note;

	*note = false;
	return was;
}

/* What signals have told, and replies. */
static key_code
told(struct terminal *terminal)
{
	if (terminal->signal == 0)
		terminal->signal = guard_ending();
	if (terminal->signal != 0)
		return PRESSED_SIGNAL;
	if (guard_stop_asked())
		terminal_stop_job(terminal, false);
	if (guard_continued())          /* after SIGSTOP */
		terminal_take_again(terminal);
	if (guard_resized())
		terminal_measure(terminal);
	if (take_note(&terminal->resized))
		return PRESSED_RESIZE;
	return take_note(&terminal->adapted) ? PRESSED_TERMINAL
	    : PRESSED_NOTHING;
}

static int
timeout_until(const struct terminal *terminal, int64_t until)
{
	int64_t gives_up = keyboard_gives_up(&terminal->keyboard);
	int64_t waits    = output_waits(&terminal->output,
	    terminal->probe.evidence.answers);
	int64_t left;

	if (gives_up < until)
		until = gives_up;
	if (terminal->behind && waits < until)
		until = waits;
	if (terminal->probe.step != PROBE_OVER &&
	    terminal->probe.until < until)
		until = terminal->probe.until;
	if (until == INT64_MAX)
		return -1;
	left = until - clock_milliseconds();
	return left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

void
terminal_watch(struct terminal *terminal, int descriptor)
{
	terminal->watched = descriptor;
}

/* Waits for a byte, a signal or the time, and meanwhile sends what a slow
 * terminal has not taken yet. Whether there is something to read from what is
 * watched besides. */
static bool
await(struct terminal *terminal, int64_t until)
{
	struct pollfd ready[] = {
		ready_keyboard(terminal),
		{ .fd = guard_wake(), .events = POLLIN },
		ready_output(terminal),
		{ .fd = terminal->probe.tmux, .events = POLLIN },
		{ .fd = terminal->watched, .events = POLLIN },
	};
	int count = poll(ready, 5, timeout_until(terminal, until));

	if (count > 0 && ready[1].revents != 0)
		guard_heard();
	if (count > 0 && ready[2].revents != 0)
		output_send(&terminal->output);
	if (count > 0 && ready[0].revents != 0)
		read_keys(terminal);
	else if (terminal->probe.step != PROBE_OVER)
		terminal_hear(terminal);
	if (terminal->behind)
		terminal_show(terminal);
	return count > 0 && ready[4].revents != 0;
}

void
terminal_learn(struct terminal *terminal)
{
	while (terminal->probe.step != PROBE_OVER && terminal->signal == 0 &&
	    guard_ending() == 0)
		await(terminal, INT64_MAX);
	terminal->adapted = false;
}

key_code
terminal_key(struct terminal *terminal, int milliseconds)
{
	int64_t until = milliseconds < 0 ? INT64_MAX
	    : clock_milliseconds() + milliseconds;
	bool    waited = false;
	bool    came = false;

	for (;;) {
		key_code key = told(terminal);

		if (key == PRESSED_NOTHING)
			key = keyboard_key(&terminal->keyboard,
			    clock_milliseconds());
		if (key != PRESSED_NOTHING)
			return key;
		if (waited && clock_milliseconds() >= until)
			return PRESSED_NOTHING;
		/* What came was no key after all. */
		if (came && terminal->keyboard.size == 0)
			return PRESSED_NOTHING;
		/* What is watched ends the wait, unless a key has begun. */
		if (await(terminal, until) && terminal->keyboard.size == 0)
			return PRESSED_NOTHING;
		waited = true;
		came = came || terminal->keyboard.size > 0;
	}
}

bool
terminal_key_waits(struct terminal *terminal)
{
	struct pollfd ready = {
		.fd = terminal->tty.keyboard, .events = POLLIN
	};

	if (terminal->keyboard.size == 0 && poll(&ready, 1, 0) > 0)
		read_keys(terminal);
	return terminal->keyboard.size > 0 || terminal->resized ||
	    terminal->adapted || terminal->signal != 0 || guard_told();
}

