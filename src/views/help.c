/* help.c: the view that shows every command with its keys. */
#include "views/help.h"

#include <string.h>

#include "views/app.h"
#include "views/label.h"
#include "views/list.h"

enum {
	KEY_COLUMNS = 32,       /* what the longest row of keys takes */
	TEXT_LEAST  = 30,       /* with less beside the keys, the text goes
	                         * below them */
	INDENT      = 2
};

/* A row of the screen: one line of a command's text, or a heading. */
struct help_row {
	const struct command_line *line;        /* NULL: a blank row */
	size_t                     text;        /* line of its text, from 0 */
	bool                       keys;        /* its keys stand here */
};

struct help {
	struct view           view;
	enum language         language;
	struct layout_options options;
	struct list           list;
	size_t                columns;          /* the rows were made for */
	struct help_rows ARRAY_OF(struct help_row) rows;
};

static bool
is_narrow(size_t columns)
{
	return columns < KEY_COLUMNS + TEXT_LEAST;
}

static const char *
text_of(const struct help *help, const struct command_line *line)
{
	return command_row(line->command)->help[help->language];
}

/* The text of a command in lines of the width it has on this screen. All
 * cells have the role, those too that stand for no letter: a guard's. */
static struct lines
text_lines(const struct help *help, const struct command_line *line,
    enum role role)
{
	const char           *text    = text_of(help, line);
	struct span           span    = span_of(0, strlen(text));
	struct layout_options options = help->options;
	struct lines          lines;
	size_t                left    = is_narrow(help->columns)
	    ? INDENT : KEY_COLUMNS;

	options.base = DIRECTION_AUTO;
	options.width = help->columns > left ? help->columns - left : 1;
	lines = layout_paragraph(text, span, NULL, &options);
	for (size_t i = 0; i < lines.store.count; i++)
		lines.store.at[i].role = (uint8_t)role;
	return lines;
}

static void
add_command(struct help *help, const struct command_line *line)
{
	struct lines lines = text_lines(help, line, ROLE_TEXT);
	bool         apart = is_narrow(help->columns);

	if (apart)
		array_add(&help->rows, (struct help_row){
		    line, SIZE_MAX, true });
	for (size_t i = 0; i < lines.count; i++)
		array_add(&help->rows, (struct help_row){
		    line, i, i == 0 && !apart });
	lines_free(&lines);
}

/* Makes the rows for that width, and keeps the reader at the same command. */
static void
make_rows(struct help *help, size_t columns)
{
	size_t                     count;
	const struct command_line *line = command_lines(&count);
	const struct command_line *here = NULL;

	if (help->columns == columns)
		return;
	if (help->rows.count > 0)
		here = help->rows.at[help->list.current].line;
	help->columns = columns;
	help->rows.count = 0;
	for (size_t i = 0; i < count; i++) {
		if (line[i].command == COMMAND_NONE && i > 0)
			array_add(&help->rows, (struct help_row){ 0 });
		if (here == &line[i])
			help->list.current = help->rows.count;
		if (line[i].command == COMMAND_NONE)
			array_add(&help->rows, (struct help_row){
			    &line[i], 0, false });
		else
			add_command(help, &line[i]);
	}
	help->list.count = help->rows.count;
}

static void
put_text(const struct help *help, struct grid *grid, struct strip strip,
    const struct help_row *row, enum role role)
{
	struct lines lines = text_lines(help, row->line, role);

	if (row->text < lines.count)
		grid_put_line(grid, strip.row, strip.left, strip.columns,
		    &lines.at[row->text]);
	lines_free(&lines);
}

static void
draw_row(const struct help *help, struct app *app, struct grid *grid,
    struct box box, size_t i)
{
	const struct help_row *row   = &help->rows.at[i];
	struct strip           strip = list_row(&help->list, app, grid, box,
	    i);
	struct strip           keys;
	const char            *text;

	if (row->line == NULL)
		return;
	if (row->line->command == COMMAND_NONE) {
		text = row->line->heading[help->language];
		label_put(grid, &strip, text, strlen(text),
		    list_role(&help->list, i, ROLE_HEADLINE), &help->options);
		return;
	}
	keys = is_narrow(help->columns) ? strip
	    : strip_cut(&strip, KEY_COLUMNS, help->options.base);
	text = command_row(row->line->command)->keys;
	if (row->keys)
		label_put_text(grid, &keys, text, strlen(text),
		    list_role(&help->list, i, ROLE_KEY), &help->options);
	if (is_narrow(help->columns))
		strip_cut(&strip, INDENT, help->options.base);
	put_text(help, grid, strip, row,
	    list_role(&help->list, i, ROLE_TEXT));
}

static void
draw(struct view *view, struct app *app, struct grid *grid, struct box box)
{
	struct help *help = (struct help *)view;

	list_title(app, grid, &box,
	    message_plain(help->language, MESSAGE_HELP_TITLE));
	/* A list keeps one column blank at both sides. */
	make_rows(help, box.columns > 2 ? box.columns - 2 : 1);
	list_fit(&help->list, box.rows);
	for (size_t i = 0; i < list_shown(&help->list); i++)
		draw_row(help, app, grid, box, help->list.top + i);
}

/* Help is read, not chosen from: a page moves what is shown with the row. */
static bool
pages(enum command command)
{
	return command == COMMAND_PAGE_FORWARD ||
	    command == COMMAND_PAGE_BACK ||
	    command == COMMAND_HALF_PAGE_DOWN ||
	    command == COMMAND_HALF_PAGE_UP;
}

static bool
run(struct view *view, struct app *app, enum command command, size_t count)
{
	struct help *help  = (struct help *)view;
	size_t       above = help->list.current - help->list.top;

	if (command == COMMAND_HELP) {
		app_pop(app);
		return true;
	}
	if (!list_run(&help->list, command, count))
		return false;
	if (pages(command))
		help->list.top = help->list.current > above
		    ? help->list.current - above : 0;
	return true;
}

static bool
status(struct view *view, struct app *app, struct buffer *title,
    struct buffer *place)
{
	const struct help *help = (const struct help *)view;

	buffer_add_string(title,
	    message_plain(help->language, MESSAGE_HELP_TITLE));
	list_place(&help->list, app, place);
	return false;
}

static void
help_free(struct view *view)
{
	array_free(&((struct help *)view)->rows);
	free(view);
}

struct view *
help_new(enum language language, const struct layout_options *options)
{
	static const struct view_kind kind = {
		.name = "help", .draw = draw, .run = run, .status = status,
		.free = help_free
	};
	struct help *help = memory_new(1, sizeof *help);

	help->view.kind = &kind;
	help->language = language;
	help->options = *options;
	return &help->view;
}
