/* layout_page.c: lays out N pages of a text and nothing else, for counting
 * instructions.
 *
 * usage: layout_page FILE ROWS COLUMNS PAGES */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes/file.h"
#include "layout/layout.h"

/* Lays out paragraphs from `*at` until `rows` rows are filled. */
static void
page(const struct buffer *text, size_t *at, size_t rows,
    const struct layout_options *options)
{
	size_t filled = 0;

	while (filled < rows) {
		const char  *from = text->at + *at;
		const char  *end  = memchr(from, '\n', text->count - *at);
		size_t       size = end != NULL ? (size_t)(end - from)
		    : text->count - *at;
		struct lines lines;

		lines = layout_paragraph(text->at, span_of(*at, *at + size),
		    NULL, options);
		filled += lines.count;
		lines_free(&lines);
		*at += size + 1;
		if (*at >= text->count)
			*at = 0;
	}
}

int
main(int argc, char **argv)
{
	struct layout_options options = {
		.base = DIRECTION_AUTO, .display = DISPLAY_VISUAL,
		.shape = true, .harakat = true
	};
	struct buffer text = { 0 };
	struct file  *file;
	size_t        at = 0;

	if (argc != 5 || (file = file_open(argv[1], NULL)) == NULL)
		return 2;
	while (!file_ended(file) && file_read(file, &text, 1 << 20, NULL))
		continue;
	file_close(file);
	options.width = strtoul(argv[3], NULL, 10);
	for (long pages = strtol(argv[4], NULL, 10); pages > 0; pages--)
		page(&text, &at, strtoul(argv[2], NULL, 10), &options);
	array_free(&text);
	return 0;
}
