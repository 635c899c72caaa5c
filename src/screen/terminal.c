/* terminal.c: the terminal: start it, show a grid on it, give it back. */
#include "screen/terminal_inside.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/clock.h"
#include "screen/clipboard.h"
#include "screen/guard.h"
#include "screen/override.h"

void
terminal_measure(struct terminal *terminal)
{
	if (tty_measure(&terminal->tty, &terminal->caps, &terminal->rows,
	    &terminal->columns))
		terminal->resized = true;
}

void
terminal_show(struct terminal *terminal)
{
	const struct grid *wanted = terminal->wanted;
	struct output     *output = &terminal->output;
	int64_t            now    = clock_milliseconds();
	size_t             heard  = terminal->probe.evidence.answers;

	if (wanted == NULL || wanted->rows != terminal->rows ||
	    wanted->columns != terminal->columns)
		return;
	if (output->sending)
		output_send(output);
	terminal->behind = output_waits(output, heard) > now;
	if (terminal->behind)
		return;
	painter_paint(terminal->painter, wanted, &output->bytes);
	if (output->bytes.count > 0)
		output_frame(output, heard, now);
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
	output_drop(&terminal->output);
	terminal->output.framed_at = 0; /* no page was turned since */
	buffer_add(&terminal->output.bytes, terminal->caps.on,
	    terminal->caps.on_size);
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
	buffer_add(&terminal->output.bytes, caps->off,
	    caps->off_size - caps->off_always);
	caps_adapt(caps, setting);
	guard_set_off(caps->off, caps->off_size);
	buffer_add(&terminal->output.bytes, caps->on + caps->on_always,
	    caps->on_size - caps->on_always);
	terminal_set_theme(terminal, terminal->theme);
	terminal->adapted = true;
}

void
terminal_hear(struct terminal *terminal)
{
	struct probe   *probe = &terminal->probe;
	struct detected detected;

	if (!terminal->suits)
		return;
	probe_hear(probe);
	probe_go_on(probe, clock_milliseconds(), terminal->rows,
	    &terminal->output.bytes);
	if (probe->step != PROBE_OVER) {
		output_send(&terminal->output);
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
	    options->setting == NULL, clock_milliseconds(), &questions);
	detected = detect(&terminal->probe.evidence);
	terminal->suits = questions.count > 0;
	if (!terminal->suits)
		caps_adapt(&terminal->caps, options->setting != NULL
		    ? options->setting : &detected.setting);
	painter_set_theme(terminal->painter, terminal->theme);
	guard(terminal);
	take(terminal);
	if (terminal->suits) {
		buffer_add(&terminal->output.bytes, questions.at,
		    questions.count);
		output_asks(&terminal->output, clock_milliseconds());
		output_send(&terminal->output);
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
	terminal->watched = -1;
	terminal->caps = caps;
	terminal->tty = tty;
	terminal->output.fd = tty.output;
	terminal->keyboard.fd = tty.keyboard;
	terminal->keyboard.backspace_is_8 = tty.before.c_cc[VERASE] == '\b';
	terminal->keyboard.shift_keys_late = caps.shift_keys_late;
	terminal->painter = painter_new(&terminal->caps);
	terminal->theme = options->theme;
	terminal_measure(terminal);
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
	override_gather(terminal->wanted);
	terminal_show(terminal);
}

void
terminal_set_theme(struct terminal *terminal, const struct theme *theme)
{
	terminal->theme = theme;
	painter_set_theme(terminal->painter, theme);
	painter_forget(terminal->painter);
}

bool
terminal_copy(struct terminal *terminal, const char *text, size_t size)
{
	if (!terminal->caps.copies)
		return false;
	clipboard_write(text, size, &terminal->output.bytes);
	output_send(&terminal->output);
	return true;
}

void
terminal_redraw(struct terminal *terminal)
{
	painter_forget(terminal->painter);
}

/* No SIGWINCH comes to a job that is not in the foreground. */
void
terminal_take_again(struct terminal *terminal)
{
	terminal_measure(terminal);
	take(terminal);
	terminal_show(terminal);
}

void
terminal_stop_job(struct terminal *terminal, bool group)
{
	terminal_settle(terminal);
	guard_give_back();
	guard_suspend(group);
	terminal_take_again(terminal);
}

void
terminal_suspend(struct terminal *terminal)
{
	terminal_stop_job(terminal, true);
}

const struct evidence *
terminal_evidence(const struct terminal *terminal)
{
	return &terminal->probe.evidence;
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
	terminal_settle(terminal);
	guard_give_back();
	guard_stop();
	probe_stop(&terminal->probe);
	tty_close(&terminal->tty);
	painter_free(terminal->painter);
	grid_free(terminal->wanted);
	array_free(&terminal->output.bytes);
	free(terminal);
}
