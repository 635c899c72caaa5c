/* prompt.c: one line that is typed at, or one key that is asked for. */
#include "views/prompt.h"

#include "bytes/utf8.h"

enum { PROMPT_WIDEST = 1 << 16 };       /* columns, before it is cut */

enum {
	KEY_ENTER      = '\r',
	KEY_NEWLINE    = '\n',
	KEY_ESCAPE     = 27,
	KEY_BACKSPACE  = 127,
	KEY_CTRL_A     = 1,
	KEY_CTRL_C     = 3,
	KEY_CTRL_E     = 5,
	KEY_CTRL_G     = 7,
	KEY_CTRL_H     = 8,
	KEY_CTRL_U     = 21,
	KEY_CTRL_W     = 23
};

void
prompt_open(struct prompt *prompt, enum prompt_kind kind, const char *label)
{
	prompt->kind = kind;
	prompt->label = label;
	prompt->text.count = 0;
	prompt->given.count = 0;
	prompt->cursor = 0;
	prompt->key = PRESSED_NOTHING;
}

void
prompt_fill(struct prompt *prompt, const char *text)
{
	buffer_add_string(&prompt->given, text);
	buffer_add_string(&prompt->text, text);
	prompt->cursor = prompt->text.count;
}

static size_t
letter_before(const struct prompt *prompt, size_t byte)
{
	return byte == 0 ? 0 : utf8_start(prompt->text.at, byte - 1);
}

static size_t
letter_after(const struct prompt *prompt, size_t byte)
{
	char32_t letter;

	if (byte >= prompt->text.count)
		return byte;
	return byte + utf8_read(prompt->text.at + byte,
	    prompt->text.count - byte, &letter);
}

static enum prompt_answer
erase(struct prompt *prompt, size_t start, size_t end)
{
	struct buffer *text = &prompt->text;

	if (start == end)
		return PROMPT_UNCHANGED;
	memmove(text->at + start, text->at + end, text->count - end);
	text->count -= end - start;
	prompt->cursor = start;
	return PROMPT_CHANGED;
}

static size_t
word_before(const struct prompt *prompt)
{
	const char *text = prompt->text.at;
	size_t      byte = prompt->cursor;

	while (byte > 0 && text[byte - 1] == ' ')
		byte--;
	while (byte > 0 && text[byte - 1] != ' ')
		byte--;
	return byte;
}

/* X11 sends the key of lam-alef as one presentation form: the letters are
 * what is meant, and what is kept. */
static size_t
write_key(key_code key, char bytes[2 * UTF8_MOST])
{
	static const char alefs[4][3] = { "آ", "أ", "إ", "ا" };
	size_t            lam;

	if (key < 0xFEF5 || key > 0xFEFC)
		return utf8_write(key, bytes);
	lam = utf8_write(U'ل', bytes);
	memcpy(bytes + lam, alefs[(key - 0xFEF5) / 2], 2);
	return lam + 2;
}

static enum prompt_answer
insert(struct prompt *prompt, key_code key)
{
	struct buffer *text = &prompt->text;
	char           bytes[2 * UTF8_MOST];
	size_t         size;

	/* Controls and named keys are no text. */
	if (key < 0x20 || (key >= 0x7F && key < 0xA0) || key >= 0x110000)
		return PROMPT_UNCHANGED;
	size = write_key(key, bytes);
	array_reserve(text, size);
	memmove(text->at + prompt->cursor + size, text->at + prompt->cursor,
	    text->count - prompt->cursor);
	memcpy(text->at + prompt->cursor, bytes, size);
	text->count += size;
	prompt->cursor += size;
	return PROMPT_CHANGED;
}

static enum prompt_answer
move(struct prompt *prompt, size_t byte)
{
	prompt->cursor = byte;
	return PROMPT_UNCHANGED;
}

static enum direction
direction_of(const struct prompt *prompt)
{
	return layout_direction(prompt->text.at,
	    span_of(0, prompt->text.count));
}

static enum prompt_answer
edit(struct prompt *prompt, key_code key)
{
	size_t cursor = prompt->cursor;
	size_t before = letter_before(prompt, cursor);
	size_t after  = letter_after(prompt, cursor);
	bool   rtl    = direction_of(prompt) == DIRECTION_RTL;

	switch (key) {
	case KEY_BACKSPACE:
	case KEY_CTRL_H:
		return erase(prompt, before, cursor);
	case PRESSED_DELETE:
		return erase(prompt, cursor, after);
	case KEY_CTRL_U:
		return erase(prompt, 0, cursor);
	case KEY_CTRL_W:
		return erase(prompt, word_before(prompt), cursor);
	case PRESSED_LEFT:
		return move(prompt, rtl ? after : before);
	case PRESSED_RIGHT:
		return move(prompt, rtl ? before : after);
	case PRESSED_HOME:
	case KEY_CTRL_A:
		return move(prompt, 0);
	case PRESSED_END:
	case KEY_CTRL_E:
		return move(prompt, prompt->text.count);
	default:
		return insert(prompt, key);
	}
}

static enum prompt_answer
closed(struct prompt *prompt, enum prompt_answer answer)
{
	prompt->kind = PROMPT_NONE;
	return answer;
}

enum prompt_answer
prompt_feed(struct prompt *prompt, key_code key)
{
	prompt->key = key;
	if (key == KEY_ESCAPE || key == KEY_CTRL_C || key == KEY_CTRL_G)
		return closed(prompt, PROMPT_CANCELLED);
	if (prompt->kind == PROMPT_KEY)
		return closed(prompt, PROMPT_ACCEPTED);
	if (key == KEY_ENTER || key == KEY_NEWLINE)
		return closed(prompt, PROMPT_ACCEPTED);
	/* As in vi, rubbing out the beginning leaves the prompt. */
	if ((key == KEY_BACKSPACE || key == KEY_CTRL_H) &&
	    prompt->text.count == 0)
		return closed(prompt, PROMPT_CANCELLED);
	return edit(prompt, key);
}

/* The text in one line that is less wide than the strip, its beginning left
 * out where it is too long. `*from` gets its first byte. */
static struct lines
fit(const struct prompt *prompt, size_t columns,
    const struct layout_options *options, size_t *from)
{
	struct layout_options wide = *options;

	wide.width = PROMPT_WIDEST;
	*from = 0;
	for (;;) {
		struct lines lines = layout_label(prompt->text.at + *from,
		    prompt->text.count - *from, ROLE_PROMPT, &wide);

		if (lines.count == 0 || lines.at[0].columns < columns ||
		    *from >= prompt->text.count)
			return lines;
		lines_free(&lines);
		*from = letter_after(prompt, *from);
	}
}

/* The column of the cell that shows `byte`, of a line whose leftmost cell is
 * in column `left`; behind the line's end when none does. */
static size_t
cursor_column(const struct line *line, size_t left, size_t byte)
{
	size_t column = left;

	for (size_t i = 0; i < line->cells; i++) {
		if (line->cell[i].byte == byte)
			return column;
		column += line->cell[i].columns;
	}
	if (line->direction == DIRECTION_RTL)
		return left > 0 ? left - 1 : 0;
	return column;
}

/* Puts the typed line where the strip starts. A line of the other direction
 * grows towards the label: there the cursor keeps a column of its own. */
static void
put_line(const struct prompt *prompt, struct grid *grid, struct strip strip,
    const struct line *line, size_t from, enum direction base)
{
	struct strip place;
	size_t       byte = prompt->cursor - from;

	if (line->direction != base)
		strip_cut(&strip, 1, base);
	place = strip_cut(&strip, line->columns, base);
	grid_put_line(grid, place.row, place.left, place.columns, line);
	grid->cursor_column = cursor_column(line, place.left,
	    prompt->cursor < prompt->text.count ? byte : CELL_NO_BYTE - 1);
}

void
prompt_draw(const struct prompt *prompt, struct grid *grid,
    struct strip strip, const struct layout_options *options)
{
	struct layout_options typed = *options;
	struct lines          lines;
	size_t                from;

	label_put(grid, &strip, prompt->label, strlen(prompt->label),
	    ROLE_PROMPT, options);
	grid->cursor_row = strip.row;
	grid->cursor_column = options->base == DIRECTION_RTL
	    ? strip.left + strip.columns - 1 : strip.left;
	if (strip.columns <= 2 || prompt->text.count == 0)
		return;
	typed.base = direction_of(prompt);
	lines = fit(prompt, strip.columns - 1, &typed, &from);
	if (lines.count > 0)
		put_line(prompt, grid, strip, &lines.at[0], from,
		    options->base);
	lines_free(&lines);
}

void
prompt_free(struct prompt *prompt)
{
	array_free(&prompt->text);
	array_free(&prompt->given);
}
