/* print.c: articles on standard output, without a screen. */
#include "views/print.h"

#include "bytes/utf8.h"
#include "language/analysis.h"
#include "views/block.h"
#include "views/plain.h"
#include "views/styles.h"

enum { READ_SLICE = 1 << 20 };  /* bytes */

bool
print_text(struct article *article, FILE *out, struct failure *failure)
{
	size_t written = 0;
	bool   good    = true;

	for (;;) {
		fwrite(article->text.at + written, 1,
		    article->text.count - written, out);
		written = article->text.count;
		if (article->complete || !good || ferror(out))
			return good;
		good = article_read(article, READ_SLICE, failure);
	}
}

/* Byte by byte into stdio's buffer: a call a letter was a third of the time
 * that an article takes. */
static void
print_letter(char32_t letter, FILE *out)
{
	char   bytes[UTF8_MOST];
	size_t size = utf8_write(letter, bytes);

	for (size_t i = 0; i < size; i++)
		putc_unlocked(bytes[i], out);
}

static void
print_cell(const struct cell *cell, FILE *out)
{
	if (cell->columns == 0)
		return;
	print_letter(cell->letter, out);
	for (size_t i = 0; i < CELL_MARKS && cell->mark[i] != 0; i++)
		print_letter(cell->mark[i], out);
}

static void
print_look(const struct theme *theme, enum role role, FILE *out)
{
	char sequence[64];

	look_sequence(theme->look[role], sequence, sizeof sequence);
	fprintf(out, "\033[0m%s", sequence);
}

void
print_row(const struct grid *grid, const struct theme *theme, FILE *out)
{
	const struct cell *cell = grid_cell(grid, 0, 0);
	enum role          role = ROLE_TEXT;
	size_t             end  = grid->columns;

	while (end > 0 && cell[end - 1].letter == ' ')
		end--;
	for (size_t i = 0; i < end; i++) {
		if (theme != NULL && cell[i].role != role)
			print_look(theme, cell[i].role, out);
		role = cell[i].role;
		print_cell(&cell[i], out);
	}
	if (theme != NULL && role != ROLE_TEXT)
		fputs("\033[0m", out);
	fputc('\n', out);
}

static void
print_block(const struct block *block, struct grid *grid,
    const struct styles *styles, const struct theme *theme, FILE *out)
{
	for (size_t i = 0; i < block->above; i++)
		fputc('\n', out);
	for (size_t i = 0; i < block->lines.count; i++) {
		grid_clear(grid);
		grid_put_line(grid, 0, 0, grid->columns, &block->lines.at[i]);
		styles_paint(styles, grid_cell(grid, 0, 0), grid->columns);
		print_row(grid, theme, out);
	}
}

/* One line as wide as the column, from its left end. */
static void
print_label(struct app *app, const struct buffer *text, FILE *out)
{
	struct layout_options options = app->layout;
	struct grid          *grid    = grid_new(1, options.width);
	struct lines          lines;

	options.base = DIRECTION_LTR;
	lines = layout_label(text->at, text->count, ROLE_TEXT, &options);
	for (size_t i = 0; i < lines.count; i++)
		grid_put_line(grid, 0, 0, grid->columns, &lines.at[i]);
	print_row(grid, NULL, out);
	lines_free(&lines);
	grid_free(grid);
}

static struct styles
styles_of_article(struct app *app, const struct article *article,
    struct analysis **analysis)
{
	const struct models *models     = app_models(app);
	struct highlights    highlights = { .only = KINDS,
	    .focus = SIZE_MAX };

	if (models == NULL)
		return (struct styles){ 0 };
	*analysis = analysis_of(article, models, app->entities);
	highlights.mentions = &(*analysis)->mentions;
	highlights.dates = &(*analysis)->dates;
	return styles_of(&highlights, article->text.at, article->text.count,
	    span_of(0, article->text.count));
}

bool
print_page(struct app *app, struct article *article, FILE *out,
    struct failure *failure)
{
	bool              good     = article_read_all(article, failure);
	struct blocks    *blocks   = blocks_new(article,
	    app->options->language);
	struct grid      *grid     = grid_new(1, app->layout.width);
	struct analysis  *analysis = NULL;
	struct styles     styles   = { 0 };
	const bool        colored  = app->options->color == COLOR_ALWAYS;

	if (colored)
		styles = styles_of_article(app, article, &analysis);
	blocks_set_layout(blocks, &app->layout);
	blocks_set_folding(blocks, false);
	for (const struct block *block = blocks_at(blocks, 0); block != NULL;
	    block = blocks_next(blocks, block)) {
		print_block(block, grid, &styles,
		    colored ? app->theme : NULL, out);
		blocks_trim(blocks, 1);
	}
	array_free(&styles);
	analysis_free(analysis);
	grid_free(grid);
	blocks_free(blocks);
	return good;
}

void
print_name(struct app *app, const char *path, bool first, FILE *out)
{
	struct buffer line = { 0 };

	if (!first)
		fputc('\n', out);
	buffer_add_string(&line, "==> ");
	plain_add(&line, path, strlen(path));
	buffer_add_string(&line, " <==");
	if (app == NULL) {
		fwrite(line.at, 1, line.count, out);
		fputc('\n', out);
	} else
		print_label(app, &line, out);
	fputc('\n', out);
	array_free(&line);
}

void
print_end(const struct article *article, FILE *out)
{
	const struct buffer *text = &article->text;

	if (text->count > 0 && text->at[text->count - 1] != '\n')
		fputc('\n', out);
}
