/* layout_cost.c: CPU that laying out a text takes, every paragraph of it in
 * pieces as the reader has them: nanoseconds a byte, the least of five runs.
 *
 * usage: layout_cost FILE */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "bytes/encoding.h"
#include "bytes/file.h"
#include "layout/layout.h"

enum { RUNS = 5, ENOUGH = 200 };        /* ms a run may take before it is
                                         * the last one */

static double
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
lay_out(const char *text, struct span paragraph)
{
	struct layout_options options = {
		.width = 80, .base = DIRECTION_ARABIC, .shape = true,
		.harakat = true
	};
	size_t from = paragraph.start;

	do {
		size_t end = layout_piece_end(text, paragraph, from);
		struct lines lines = layout_paragraph(text,
		    span_of(from, end), NULL, &options);

		lines_free(&lines);
		from = end;
	} while (from < paragraph.end);
}

static void
lay_out_all(const struct buffer *text)
{
	for (size_t at = 0; at < text->count;) {
		const char *end  = memchr(text->at + at, '\n',
		    text->count - at);
		size_t      stop = end == NULL ? text->count
		    : (size_t)(end - text->at);

		lay_out(text->at, span_of(at, stop));
		at = stop + 1;
	}
}

static bool
read_text(const char *path, struct buffer *text)
{
	struct file    *file    = file_open(path, NULL);
	struct decoder *decoder = decoder_new();
	struct buffer   raw     = { 0 };
	bool            good    = file != NULL;

	while (good && !file_ended(file))
		good = file_read(file, &raw, 1 << 20, NULL);
	if (good)
		decoder_feed(decoder, raw.at, raw.count, true, text);
	decoder_free(decoder);
	array_free(&raw);
	file_close(file);
	return good;
}

int
main(int argc, char **argv)
{
	struct buffer text  = { 0 };
	double        least = 1e9;

	if (argc != 2 || !read_text(argv[1], &text))
		return 2;
	for (int run = 0; run < RUNS; run++) {
		double start = milliseconds();
		double took;

		lay_out_all(&text);
		took = milliseconds() - start;
		least = took < least ? took : least;
		if (took > ENOUGH)
			break;
	}
	printf("%.2f\n", least * 1e6 / (double)text.count);
	array_free(&text);
	return 0;
}
