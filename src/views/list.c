/* list.c: what views that are lists share. */
#include "views/list.h"

static void
move(struct list *list, size_t by, bool down)
{
	size_t last = list->count > 0 ? list->count - 1 : 0;

	if (down)
		list->current = by < last - list->current
		    ? list->current + by : last;
	else
		list->current -= by < list->current ? by : list->current;
}

bool
list_run(struct list *list, enum command command, size_t count)
{
	size_t times = count > 0 ? count : 1;
	size_t page  = list->rows > 1 ? list->rows : 1;
	size_t half  = page > 1 ? page / 2 : 1;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_ENTITY_NEXT:
		move(list, times, true);
		break;
	case COMMAND_LINE_UP:
	case COMMAND_ENTITY_PREVIOUS:
		move(list, times, false);
		break;
	case COMMAND_PAGE_FORWARD:
		move(list, times * page, true);
		break;
	case COMMAND_PAGE_BACK:
		move(list, times * page, false);
		break;
	case COMMAND_HALF_PAGE_DOWN:
		move(list, times * half, true);
		break;
	case COMMAND_HALF_PAGE_UP:
		move(list, times * half, false);
		break;
	case COMMAND_TOP:
		list->current = 0;
		break;
	case COMMAND_END:
		move(list, list->count, true);
		break;
	case COMMAND_GO_PERCENT:
		list->current = 0;
		move(list, list->count * (count < 100 ? count : 100) / 100,
		    true);
		break;
	default:
		return false;
	}
	return true;
}

void
list_fit(struct list *list, size_t rows)
{
	list->rows = rows;
	if (list->count > 0 && list->current >= list->count)
		list->current = list->count - 1;
	if (list->current < list->top)
		list->top = list->current;
	if (rows > 0 && list->current >= list->top + rows)
		list->top = list->current - rows + 1;
	if (list->top > 0 && list->top + rows > list->count)
		list->top = list->count > rows ? list->count - rows : 0;
}

size_t
list_shown(const struct list *list)
{
	size_t left = list->count - list->top;

	return left < list->rows ? left : list->rows;
}

enum role
list_role(const struct list *list, size_t i, enum role role)
{
	return i == list->current ? ROLE_FOCUS : role;
}

struct strip
list_row(const struct list *list, const struct app *app, struct grid *grid,
    struct box box, size_t i)
{
	struct layout_options label = app_label_options(app);
	struct strip strip = { box.row + i - list->top, box.column,
	    box.columns };

	if (i == list->current) {
		grid_fill_row(grid, strip.row, ROLE_FOCUS);
		grid->cursor_row = strip.row;
		grid->cursor_column = label.base == DIRECTION_RTL
		    ? strip.left + strip.columns - 1 : strip.left;
	}
	strip_cut(&strip, 1, DIRECTION_LTR);
	strip_cut(&strip, 1, DIRECTION_RTL);
	return strip;
}

void
list_title(const struct app *app, struct grid *grid, struct box *box,
    const char *title)
{
	struct layout_options label = app_label_options(app);
	struct strip strip = { box->row, box->column, box->columns };

	if (box->rows < 3)
		return;
	grid_fill_row(grid, box->row, ROLE_TITLE);
	strip_cut(&strip, 1, label.base);
	label_put(grid, &strip, title, strlen(title), ROLE_TITLE, &label);
	box->row++;
	box->rows--;
}

void
list_say_empty(const struct app *app, struct grid *grid, struct box box,
    enum message message)
{
	struct layout_options label = app_label_options(app);
	struct strip          strip = { box.row, box.column, box.columns };
	const char           *text  = app_text(app, message);

	if (box.rows == 0)
		return;
	strip_cut(&strip, 1, label.base);
	label_put(grid, &strip, text, strlen(text), ROLE_DIMMED, &label);
}

void
list_place(const struct list *list, const struct app *app,
    struct buffer *place)
{
	struct argument value[2] = {
		{ .number = list->count > 0 ? list->current + 1 : 0 },
		{ .number = list->count },
	};

	message_write(app->options->language, MESSAGE_ROW_OF, value, 2,
	    place);
}
