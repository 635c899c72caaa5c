/* check_terminal.c: qari --check-terminal: what the terminal is sent and why,
 * the same lines set in every way, and the reader's answer. */
#include "views/check_terminal.h"

#include <stdio.h>
#include <unistd.h>

#include "views/label.h"
#include "views/read.h"
#include "views/sheet.h"
#include "views/terminals.h"
#include "views/version.h"

/* The ways to choose from; each leaves the switches as they are now, since
 * that is how it was seen. */
static const struct {
	enum display display;
	bool         shape;
} ways[] = {
	{ DISPLAY_VISUAL,  true },
	{ DISPLAY_GUARD,   true },
	{ DISPLAY_WORDS,   true },
	{ DISPLAY_LOGICAL, false },
};

#define WAYS (sizeof ways / sizeof *ways)

/* Harakat on lam-alef, mirrored brackets, both kinds of digits, Latin. */
static const char *const samples[] = {
	"قال المُحَرِّرُ: «لا بُدَّ مِن صَبرٍ، فالأمَلُ لَا يَنفَد».",
	"زار وفدُ Example News (المكتب 7) الميناءَ يوم 12/05/2024.",
	"ارتفعت النسبة ٣٫٥٪ [أي 45% مما سبق] خلال عام.",
};

enum { SAMPLES = sizeof samples / sizeof *samples };

enum answer {
	ANSWER_NONE,
	ANSWER_STORED,
	ANSWER_FORGOTTEN,
	ANSWER_LOST
};

struct check {
	const struct options  *options;
	struct terminal       *terminal;
	struct detected        detected;
	struct grid           *grid;
	struct layout_options  layout;  /* of the sentences */
	size_t                 row;     /* the next to be filled */
	enum answer            answer;
	struct failure         failure;
	bool                   ended;
};

/* "DA2 65;7006;1": what told. */
static void
write_why(const struct check *check, struct buffer *out)
{
	const struct evidence *evidence = terminal_evidence(check->terminal);
	enum source            why      = check->detected.why;

	if (why == SOURCES) {
		buffer_add_string(out, message_plain(check->options->language,
		    MESSAGE_CHECK_NOTHING));
		return;
	}
	buffer_add_string(out, source_name(why));
	buffer_add_string(out, " ");
	buffer_add_string(out, evidence->text[why]);
}

/* A row of its own for a text; the rest of the strip for what follows. */
static void
put(struct check *check, struct strip *strip, enum role role,
    const char *text, size_t size)
{
	if (strip->row < check->grid->rows)
		label_put(check->grid, strip, text, size, role,
		    &check->layout);
}

static void
put_sentence(struct check *check, enum role role, enum message message,
    const char *key)
{
	struct argument arguments[] = { { key, 0 } };
	struct buffer   text        = { 0 };
	struct strip    strip       = strip_of_row(check->grid, check->row++);

	message_write(check->options->language, message, arguments, 1, &text);
	put(check, &strip, role, text.at, text.count);
	array_free(&text);
}

/* A heading and what it is, each laid out alone. */
static void
put_fact(struct check *check, enum message heading, const char *text,
    size_t size)
{
	enum { HEADING = 14 };
	struct strip strip = strip_of_row(check->grid, check->row++);
	struct strip left  = strip_cut(&strip, HEADING, check->layout.base);
	const char  *name  = message_plain(check->options->language, heading);

	put(check, &left, ROLE_DIMMED, name, strlen(name));
	put(check, &strip, ROLE_TEXT, text, size);
}

/* One sample, in a row of its own, so that nothing else of that row can
 * change its order. */
static void
put_sample(struct check *check, const char *text,
    const struct layout_options *layout)
{
	struct grid *grid  = check->grid;
	struct lines lines = layout_paragraph(text,
	    span_of(0, strlen(text)), NULL, layout);

	if (check->row < grid->rows)
		grid_put_line(grid, check->row++, 0, grid->columns,
		    &lines.at[0]);
	lines_free(&lines);
}

static void
put_way(struct check *check, size_t way, size_t lines)
{
	struct layout_options layout = {
		.width = check->grid->columns, .base = DIRECTION_RTL,
		.display = ways[way].display, .shape = ways[way].shape,
		.harakat = check->detected.setting.harakat
	};
	struct strip  strip = strip_of_row(check->grid, check->row++);
	struct buffer label = { 0 };
	struct setting setting = { layout.display, layout.shape, true, 0 };
	char number[] = { (char)('1' + way), ' ', '\0' };

	setting_write(&setting, &label);
	put(check, &strip, ROLE_KEY, number, 2);
	/* Its name is the first of the words. */
	put(check, &strip, ROLE_DIMMED, label.at,
	    (size_t)((char *)memchr(label.at, ' ', label.count) - label.at));
	array_free(&label);
	for (size_t i = 0; i < lines && i < SAMPLES; i++)
		put_sample(check, samples[i], &layout);
}

static void
put_facts(struct check *check)
{
	struct buffer text = { 0 };

	put_fact(check, MESSAGE_CHECK_TERMINAL, check->detected.name,
	    strlen(check->detected.name));
	write_why(check, &text);
	put_fact(check, MESSAGE_CHECK_WHY, text.at, text.count);
	text.count = 0;
	setting_write(&check->detected.setting, &text);
	put_fact(check, MESSAGE_CHECK_SENT, text.at, text.count);
	array_free(&text);
}

static void
draw(struct check *check)
{
	enum { HEAD = 6 };
	size_t rows;
	size_t columns;
	size_t lines;

	terminal_size(check->terminal, &rows, &columns);
	grid_free(check->grid);
	check->grid = grid_new(rows, columns);
	grid_clear(check->grid);
	lines = rows > HEAD + 2 * WAYS ? (rows - HEAD) / WAYS - 1 : 1;
	check->detected = detect(terminal_evidence(check->terminal));
	check->layout = (struct layout_options){
		.width = columns, .shape = true, .harakat = true,
		.display = check->detected.setting.display,
		.base = check->options->language == LANGUAGE_ARABIC
		    ? DIRECTION_RTL : DIRECTION_LTR
	};
	check->row = 0;
	put_sentence(check, ROLE_TITLE, MESSAGE_CHECK_TITLE, "");
	put_facts(check);
	put_sentence(check, ROLE_PROMPT, MESSAGE_CHECK_QUESTION, "q");
	put_sentence(check, ROLE_DIMMED, MESSAGE_CHECK_FORGET, "0");
	for (size_t i = 0; i < WAYS; i++)
		put_way(check, i, lines);
	terminal_present(check->terminal, check->grid);
}

static void
store(struct check *check, size_t way)
{
	struct setting setting = check->detected.setting;

	setting.display = ways[way].display;
	setting.shape = ways[way].shape;
	check->answer = terminals_store(&setting, &check->failure)
	    ? ANSWER_STORED : ANSWER_LOST;
	check->ended = true;
}

static void
obey(struct check *check, key_code key)
{
	if (key >= U'٠' && key <= U'٩')
		key += '0' - U'٠';
	if (key >= '1' && key < '1' + WAYS)
		store(check, key - '1');
	else if (key == '0') {
		check->answer = terminals_store(NULL, &check->failure)
		    ? ANSWER_FORGOTTEN : ANSWER_LOST;
		check->ended = true;
	} else if (key == 'q' || key == U'ض' || key == 27 || key == 3 ||
	    key == PRESSED_SIGNAL)
		check->ended = true;
	else if (key == PRESSED_RESIZE || key == PRESSED_TERMINAL)
		draw(check);
	else if (key == ('Z' & 0x1F))
		terminal_suspend(check->terminal);
}

/* What a letter about a wrong screen should tell. */
static void
write_report(const struct evidence *evidence, struct buffer *out)
{
	struct detected detected = detect(evidence);

	version_write(out);
	for (enum source i = 0; i < SOURCES; i++) {
		const char *text = evidence->text[i];

		/* What tells one session from another is nobody's business. */
		if (text[0] != '\0' && (i == FROM_TMUX || i == FROM_STY ||
		    i == FROM_WINDOWS || i == FROM_KITTY))
			text = "(set)";
		buffer_add_string(out, source_name(i));
		buffer_add_string(out, ": ");
		buffer_add_string(out, text);
		buffer_add_string(out, "\n");
	}
	buffer_add_string(out, "terminal: ");
	buffer_add_string(out, detected.name);
	buffer_add_string(out, "\nsent: ");
	setting_write(&detected.setting, out);
	buffer_add_string(out, "\n");
}

static void
print_report(const struct evidence *evidence)
{
	struct buffer report = { 0 };

	write_report(evidence, &report);
	fwrite(report.at, 1, report.count, stdout);
	array_free(&report);
}

static void
print_answer(const struct check *check)
{
	struct buffer   text = { 0 };
	char           *place = terminals_place();
	struct argument arguments[] = { { place != NULL ? place : "", 0 } };

	if (check->answer != ANSWER_NONE && place == NULL)
		buffer_add_string(&text, message_plain(
		    check->options->language, MESSAGE_CHECK_NO_PLACE));
	else if (check->answer == ANSWER_STORED)
		message_write(check->options->language, MESSAGE_CHECK_STORED,
		    arguments, 1, &text);
	else if (check->answer == ANSWER_FORGOTTEN)
		buffer_add_string(&text, message_plain(
		    check->options->language, MESSAGE_CHECK_FORGOTTEN));
	if (text.count > 0) {
		buffer_add_string(&text, "\n");
		sheet_print(check->options, text.at, text.count, stdout);
	}
	array_free(&text);
	free(place);
}

static int
check_by_hand(struct check *check)
{
	const struct options   *options = check->options;
	struct terminal_options wanted  = {
		.color = options->color, .theme = theme_next(NULL),
		.asks = true
	};
	int signal;

	check->terminal = terminal_start(&wanted, &check->failure);
	if (check->terminal == NULL)
		return complain(options, &check->failure);
	terminal_learn(check->terminal);
	draw(check);
	while (!check->ended)
		obey(check, terminal_key(check->terminal, -1));
	signal = terminal_signal(check->terminal);
	terminal_stop(check->terminal);
	grid_free(check->grid);
	print_answer(check);
	if (check->failure.kind != FAILURE_NONE)
		return complain(options, &check->failure);
	return signal == 0 ? 0 : 128 + signal;
}

int
check_terminal(const struct options *options)
{
	struct check    check    = { .options = options };
	struct evidence evidence = { 0 };

	if (isatty(STDOUT_FILENO))
		return check_by_hand(&check);
	evidence_of_environment(&evidence);
	print_report(&evidence);
	return printed(options) ? 0 : 2;
}
