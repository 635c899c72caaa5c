/* terminal.c: the terminal: start it, show a grid on it, read a key from it,
 * give it back. */
#include "screen/terminal.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "screen/guard.h"
#include "screen/keyboard.h"
#include "screen/paint.h"
#include "screen/probe.h"
#include "screen/tty.h"

struct terminal {
	struct caps     caps;
	struct tty      tty;
	struct keyboard keyboard;
	struct probe    probe;
	bool            suits;          /* was asked, and suits the answers */
	bool            adapted;        /* to be told */
	struct painter *painter;
	const struct theme *theme;
	struct grid    *wanted;         /* what was presented last, or NULL */
	bool            behind;         /* … and is not painted yet */
	struct buffer   out;            /* the frame on its way */
	size_t          sent;           /* bytes of it the terminal has */
	bool            sending;        /* it did not take all of them */
	size_t          rows;
	size_t          columns;
	bool            resized;        /* to be told */
	int             signal;
};

static int64_t
milliseconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Notes a size that is not the one told last. */
static void
measure(struct terminal *terminal)
{
	if (tty_measure(&terminal->tty, &terminal->caps, &terminal->rows,
	    &terminal->columns))
		terminal->resized = true;
}

/* Sends what the terminal takes of the frame. */
static void
send_out(struct terminal *terminal)
{
	struct buffer *out = &terminal->out;

	while (terminal->sent < out->count) {
		ssize_t wrote = write(terminal->tty.output,
		    out->at + terminal->sent, out->count - terminal->sent);

		if (wrote >= 0)
			terminal->sent += (size_t)wrote;
		else if (errno != EINTR)
			break;
	}
	terminal->sending = terminal->sent < out->count && errno == EAGAIN;
	/* A closed terminal takes nothing: the keyboard tells of it. */
	if (!terminal->sending)
		out->count = terminal->sent = 0;
}

/* Paints what is wanted, unless the last frame is still on its way. */
static void
show(struct terminal *terminal)
{
	const struct grid *wanted = terminal->wanted;

	if (wanted == NULL || wanted->rows != terminal->rows ||
	    wanted->columns != terminal->columns)
		return;
	if (terminal->sending)
		send_out(terminal);
	terminal->behind = terminal->sending;
	if (terminal->behind)
		return;
	painter_paint(terminal->painter, wanted, &terminal->out);
	send_out(terminal);
}

/* What takes the terminal goes out with the first frame. tcsetattr() stops
 * us here while we are in the background, before anything is written over
 * another program's screen. */
static void
take(struct terminal *terminal)
{
	tcsetattr(terminal->tty.keyboard, TCSANOW, &terminal->tty.ours);
	guard_taken();
	terminal->caps.line_feed_is_bare = tty_output_is_bare(&terminal->tty);
	terminal->out.count = terminal->sent = 0;
	terminal->sending = false;
	buffer_add(&terminal->out, terminal->caps.on, terminal->caps.on_size);
	painter_forget(terminal->painter);
}

static void
guard(const struct terminal *terminal)
{
	struct guarded guarded = {
		.output   = terminal->tty.output,
		.keyboard = terminal->tty.keyboard,
		.before   = terminal->tty.before,
	};

	guard_start(&guarded);
	guard_set_off(terminal->caps.off, terminal->caps.off_size);
}

/* The switches go out before a screen that is sent whole: rows keep the mode
 * they were cleared in (VTE). */
static void
adapt(struct terminal *terminal, const struct setting *setting)
{
	struct caps *caps = &terminal->caps;

	if (setting_same(setting, &caps->setting))
		return;
	buffer_add(&terminal->out, caps->off,
	    caps->off_size - caps->off_always);
	caps_adapt(caps, setting);
	guard_set_off(caps->off, caps->off_size);
	buffer_add(&terminal->out, caps->on + caps->on_always,
	    caps->on_size - caps->on_always);
	terminal_set_theme(terminal, terminal->theme);
	terminal->adapted = true;
}

/* Goes on asking; with all that can be known, or whatever comes later,
 * decides what the terminal is sent. */
static void
learn(struct terminal *terminal)
{
	struct probe   *probe = &terminal->probe;
	struct detected detected;

	if (!terminal->suits)
		return;
	probe_hear(probe);
	probe_go_on(probe, milliseconds_now(), terminal->rows,
	    &terminal->out);
	if (probe->step != PROBE_OVER) {
		send_out(terminal);
		return;
	}
	detected = detect(&probe->evidence);
	adapt(terminal, &detected.setting);
}

/* Takes the terminal and asks it, in one write; takes the environment's word
 * where it may not be asked. */
static void
begin(struct terminal *terminal, const struct terminal_options *options)
{
	struct buffer   questions = { 0 };
	struct detected detected;

	probe_start(&terminal->probe, options->asks &&
	    options->setting == NULL, milliseconds_now(), &questions);
	detected = detect(&terminal->probe.evidence);
	terminal->suits = questions.count > 0;
	if (!terminal->suits)
		caps_adapt(&terminal->caps, options->setting != NULL
		    ? options->setting : &detected.setting);
	painter_set_theme(terminal->painter, terminal->theme);
	guard(terminal);
	take(terminal);
	if (terminal->suits) {
		buffer_add(&terminal->out, questions.at, questions.count);
		send_out(terminal);
	}
	array_free(&questions);
}

struct terminal *
terminal_start(const struct terminal_options *options, struct failure *failure)
{
	struct caps      caps;
	struct tty       tty;
	struct terminal *terminal;

	if (!caps_read(&caps, options->color, failure))
		return NULL;
	if (!tty_open(&tty)) {
		failure_set(failure, FAILURE_TERMINAL, "");
		return NULL;
	}
	terminal = memory_new(1, sizeof *terminal);
	terminal->caps = caps;
	terminal->tty = tty;
	terminal->keyboard.fd = tty.keyboard;
	terminal->keyboard.backspace_is_8 = tty.before.c_cc[VERASE] == '\b';
	terminal->keyboard.shift_keys_late = caps.shift_keys_late;
	terminal->painter = painter_new(&terminal->caps);
	terminal->theme = options->theme;
	measure(terminal);
	terminal->resized = false;
	begin(terminal, options);
	return terminal;
}

const struct caps *
terminal_caps(const struct terminal *terminal)
{
	return &terminal->caps;
}

void
terminal_size(const struct terminal *terminal, size_t *rows, size_t *columns)
{
	*rows = terminal->rows;
	*columns = terminal->columns;
}

static void
copy_grid(struct grid **copy, const struct grid *grid)
{
	if (*copy == NULL || (*copy)->rows != grid->rows ||
	    (*copy)->columns != grid->columns) {
		grid_free(*copy);
		*copy = grid_new(grid->rows, grid->columns);
	}
	memcpy((*copy)->cell, grid->cell,
	    grid->rows * grid->columns * sizeof *grid->cell);
	(*copy)->cursor_row = grid->cursor_row;
	(*copy)->cursor_column = grid->cursor_column;
}

void
terminal_present(struct terminal *terminal, const struct grid *grid)
{
	copy_grid(&terminal->wanted, grid);
	show(terminal);
}

void
terminal_set_theme(struct terminal *terminal, const struct theme *theme)
{
	terminal->theme = theme;
	painter_set_theme(terminal->painter, theme);
	painter_forget(terminal->painter);
}

void
terminal_redraw(struct terminal *terminal)
{
	painter_forget(terminal->painter);
}

/* No SIGWINCH comes to a job that is not in the foreground. */
static void
take_again(struct terminal *terminal)
{
	measure(terminal);
	take(terminal);
	show(terminal);
}

/* `group`: the whole job, as Ctrl-Z stops it. */
static void
suspend(struct terminal *terminal, bool group)
{
	guard_give_back();
	guard_suspend(group);
	take_again(terminal);
}

void
terminal_suspend(struct terminal *terminal)
{
	suspend(terminal, true);
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
		suspend(terminal, false);
	if (guard_continued())          /* after SIGSTOP */
		take_again(terminal);
	if (guard_resized())
		measure(terminal);
	if (take_note(&terminal->resized))
		return PRESSED_RESIZE;
	return take_note(&terminal->adapted) ? PRESSED_TERMINAL
	    : PRESSED_NOTHING;
}

static int
timeout_until(const struct terminal *terminal, int64_t until)
{
	int64_t gives_up = keyboard_gives_up(&terminal->keyboard);
	int64_t left;

	if (gives_up < until)
		until = gives_up;
	if (terminal->probe.step != PROBE_OVER &&
	    terminal->probe.until < until)
		until = terminal->probe.until;
	if (until == INT64_MAX)
		return -1;
	left = until - milliseconds_now();
	return left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

static void
read_keys(struct terminal *terminal)
{
	if (!keyboard_read(&terminal->keyboard, milliseconds_now(),
	    &terminal->probe.evidence))
		terminal->signal = SIGHUP;
	learn(terminal);
}

/* Waits for a byte, a signal or the time, and meanwhile sends what a slow
 * terminal has not taken yet. */
static void
await(struct terminal *terminal, int64_t until)
{
	struct pollfd ready[] = {
		{ .fd = terminal->tty.keyboard, .events = POLLIN },
		{ .fd = guard_wake(), .events = POLLIN },
		{ .fd = terminal->sending ? terminal->tty.output : -1,
		  .events = POLLOUT },
		{ .fd = terminal->probe.tmux, .events = POLLIN },
	};
	int count = poll(ready, 4, timeout_until(terminal, until));

	if (count > 0 && ready[1].revents != 0)
		guard_heard();
	if (count > 0 && ready[2].revents != 0)
		send_out(terminal);
	if (terminal->behind && !terminal->sending)
		show(terminal);
	if (count > 0 && ready[0].revents != 0)
		read_keys(terminal);
	else if (terminal->probe.step != PROBE_OVER)
		learn(terminal);
}

void
terminal_learn(struct terminal *terminal)
{
	while (terminal->probe.step != PROBE_OVER && terminal->signal == 0 &&
	    guard_ending() == 0)
		await(terminal, INT64_MAX);
	terminal->adapted = false;
}

const struct evidence *
terminal_evidence(const struct terminal *terminal)
{
	return &terminal->probe.evidence;
}

key_code
terminal_key(struct terminal *terminal, int milliseconds)
{
	int64_t until = milliseconds < 0 ? INT64_MAX
	    : milliseconds_now() + milliseconds;
	bool    waited = false;
	bool    came = false;

	for (;;) {
		key_code key = told(terminal);

		if (key == PRESSED_NOTHING)
			key = keyboard_key(&terminal->keyboard,
			    milliseconds_now());
		if (key != PRESSED_NOTHING)
			return key;
		if (waited && milliseconds_now() >= until)
			return PRESSED_NOTHING;
		/* What came was no key after all. */
		if (came && terminal->keyboard.size == 0)
			return PRESSED_NOTHING;
		await(terminal, until);
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

int
terminal_signal(const struct terminal *terminal)
{
	return terminal->signal;
}

void
terminal_stop(struct terminal *terminal)
{
	if (terminal == NULL)
		return;
	guard_give_back();
	guard_stop();
	probe_stop(&terminal->probe);
	tty_close(&terminal->tty);
	painter_free(terminal->painter);
	grid_free(terminal->wanted);
	array_free(&terminal->out);
	free(terminal);
}
