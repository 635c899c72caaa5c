/* loop.c: show, read a key, obey; work while no key waits. */
#include "views/loop.h"

#include "bytes/clock.h"
#include "screen/terminal.h"
#include "views/terminals.h"

enum {
	SHOW_EVERY = 50,        /* milliseconds between shows while working */
	REST       = 150        /* milliseconds without a key */
};

static void
fit(struct app *app, struct terminal *terminal)
{
	size_t rows;
	size_t columns;

	terminal_size(terminal, &rows, &columns);
	app_resize(app, rows, columns);
}

/* Names were given their looks after their words had been turned. */
static void
split_words(struct app *app, const struct terminal *terminal)
{
	uint8_t face[ROLES];

	if (app->layout.display != DISPLAY_WORDS)
		return;
	caps_faces(terminal_caps(terminal), app->theme, face);
	for (size_t row = 0; row < app->grid->rows; row++)
		words_split(grid_cell(app->grid, row, 0), app->grid->columns,
		    face);
}

/* Draws what changed, so that every command meets the screen as it is; shows
 * it unless a key waits, which may change it again. */
static void
show(struct app *app, struct terminal *terminal, bool *shown)
{
	if (app->changed) {
		app_draw(app);
		split_words(app, terminal);
		*shown = false;
	}
	if (*shown || terminal_key_waits(terminal))
		return;
	terminal_present(terminal, app->grid);
	*shown = true;
}

/* Works until a key waits or nothing is left to do. What changed meanwhile
 * is shown when all is done, or now and then. */
static void
work(struct app *app, struct terminal *terminal, bool *shown)
{
	int64_t last = clock_milliseconds();

	while (!terminal_key_waits(terminal) && app_work(app)) {
		if (!app->changed || clock_milliseconds() < last + SHOW_EVERY)
			continue;
		show(app, terminal, shown);
		last = clock_milliseconds();
	}
}

/* Says that it was sent: no terminal tells whether it has taken it. */
static void
copy(struct app *app, struct terminal *terminal)
{
	app_say(app, terminal_copy(terminal, app->copied.at,
	    app->copied.count) ? MESSAGE_COPIED : MESSAGE_COPIED_NOT);
}

static void
grant(struct app *app, struct terminal *terminal)
{
	enum wish wish = app->wish;

	app->wish = WISH_NOTHING;
	if (wish == WISH_COPY)
		copy(app, terminal);
	else if (wish == WISH_SUSPEND) {
		terminal_suspend(terminal);
		fit(app, terminal);
	} else if (wish == WISH_REDRAW) {
		terminal_set_theme(terminal, app->theme);
		terminal_redraw(terminal);
	}
}

/* The order and forms of letters that this terminal wants, unless the
 * reader said which. */
static void
suit(struct app *app, const struct terminal *terminal)
{
	const struct options *options = app->options;
	const struct setting *setting = &terminal_caps(terminal)->setting;

	if (options->display_auto)
		app->layout.display = setting->display;
	if (options->shape == SHAPE_AUTO)
		app->layout.shape = setting->shape;
	if (options->harakat_auto)
		app->layout.harakat = setting->harakat;
	app->changed = true;
	if (options->display_auto && setting->display == DISPLAY_LOGICAL)
		app_say(app, MESSAGE_DISPLAY_DEGRADED);
}

static void
obey(struct app *app, struct terminal *terminal, key_code key)
{
	if (key == PRESSED_SIGNAL)
		app->ended = true;
	else if (key == PRESSED_RESIZE)
		fit(app, terminal);
	else if (key == PRESSED_TERMINAL)
		suit(app, terminal);
	else if (key != PRESSED_NOTHING)
		app_key(app, key);
	if (app->wish != WISH_NOTHING)
		grant(app, terminal);
}

/* The next key. Where work waits for the reader to rest, PRESSED_NOTHING
 * says that he does. */
static key_code
next_key(struct app *app, struct terminal *terminal)
{
	key_code key;

	terminal_watch(terminal, app->awaited);
	key = terminal_key(terminal, app->rest_wanted ? REST : -1);
	app->rested = key == PRESSED_NOTHING;
	app->rest_wanted = false;
	return key;
}

/* What is given needs no asking: the reader's order of letters, for which the
 * terminal is left as it is unless it should not reorder, or what suited it
 * before. */
static struct terminal *
start(const struct app *app, struct failure *failure)
{
	const struct options   *options = app->options;
	struct setting          setting = { options->display, true, true, 0 };
	struct terminal_options wanted  = {
		.color = options->color, .theme = app->theme,
		.asks = options->display_auto
	};

	if (options->display_auto ? terminals_find(&setting)
	    : options->display != DISPLAY_VISUAL)
		wanted.setting = &setting;
	return terminal_start(&wanted, failure);
}

int
loop_run(struct app *app, struct failure *failure)
{
	struct terminal *terminal = start(app, failure);
	bool             shown = false;
	int              signal;

	if (terminal == NULL)
		return 2;
	fit(app, terminal);
	app_draw(app);                  /* while the terminal answers */
	terminal_learn(terminal);
	suit(app, terminal);
	while (!app->ended) {
		show(app, terminal, &shown);
		work(app, terminal, &shown);
		show(app, terminal, &shown);
		obey(app, terminal, next_key(app, terminal));
	}
	signal = terminal_signal(terminal);
	terminal_stop(terminal);
	return signal == 0 ? 0 : 128 + signal;
}
