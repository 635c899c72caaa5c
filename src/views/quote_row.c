/* quote_row.c: a sentence on one row. */
#include "views/quote_row.h"

#include "bytes/utf8.h"
#include "views/styles.h"

#define ELLIPSIS "…"

/* Where to begin for the mention to be seen in so many columns, about in the
 * middle if more follows: at a word, letters counted for columns. */
static size_t
beginning(const char *text, struct span mention, size_t columns)
{
	size_t start  = 0;
	size_t before = utf8_count(text, mention.end);
	size_t left   = utf8_count(text, strlen(text));

	while (start < mention.start && before > columns / 2 &&
	    left + 1 > columns) {
		const char *space = memchr(text + start, ' ',
		    mention.start - start);
		size_t      next  = space == NULL ? mention.start
		    : (size_t)(space + 1 - text);
		size_t      word  = utf8_count(text + start, next - start);

		before -= word;
		left -= word;
		start = next;
	}
	return start;
}

void
quote_row_draw(const char *text, struct span mention, enum role role,
    enum role marked, const struct app *app, struct grid *grid,
    struct strip strip)
{
	struct layout_options label = app_label_options(app);
	struct strip          left  = strip;
	struct buffer         shown = { 0 };
	size_t                size  = strlen(text);
	size_t                start = 0;
	size_t                shift = 0;

	if (utf8_count(text, mention.end) + 1 > strip.columns)
		start = beginning(text, mention, strip.columns);
	if (start > 0) {
		buffer_add_string(&shown, ELLIPSIS);
		shift = shown.count;
	}
	buffer_add(&shown, text + start, size - start);
	label_put_text(grid, &left, shown.at, shown.count, role, &label);
	if (!span_is_empty(mention) && strip.columns > 0) {
		struct style  style  = { span_of(mention.start - start +
		    shift, mention.end - start + shift), marked };
		struct styles styles = { &style, 1, 1 };

		styles_paint(&styles, grid_cell(grid, strip.row, strip.left),
		    strip.columns);
	}
	array_free(&shown);
}
