/* reader_notice.c: what the reader tells of the article and the place. */
#include "views/reader_commands.h"

#define SEPARATOR " · "

/* Embeddings, overrides (U+202A to U+202E) and isolates (U+2066 to U+2069):
 * they can show a text in another order than it has, a number in particular
 * (CVE-2021-42574). Bytes of a letter cut at the end are looked at again. */
static void
count_steering(struct reader *reader)
{
	const struct buffer *text     = &reader->article->text;
	struct oddities     *oddities = &reader->oddities;
	const unsigned char *at       = (const unsigned char *)text->at;
	size_t               i        = oddities->seen;

	while (i + 2 < text->count) {
		const unsigned char *found = memchr(at + i, 0xE2,
		    text->count - 2 - i);

		if (found == NULL) {
			i = text->count - 2;
			break;
		}
		oddities->steering += (found[1] == 0x80 &&
		    found[2] >= 0xAA && found[2] <= 0xAE) ||
		    (found[1] == 0x81 && found[2] >= 0xA6 &&
		    found[2] <= 0xA9);
		i = (size_t)(found - at) + 1;
	}
	oddities->seen = i;
}

static void
add(const struct app *app, struct buffer *out, enum message message,
    const struct argument *arguments, size_t count)
{
	if (out->count > 0)
		buffer_add_string(out, SEPARATOR);
	message_write(app->options->language, message, arguments, count, out);
}

static void
add_oddities(const struct reader *reader, const struct app *app,
    struct buffer *out)
{
	const char     *charset = article_charset(reader->article);
	struct argument name    = { charset, 0 };
	struct argument ill     = {
		.number = article_ill_formed(reader->article) };
	struct argument steering[2] = {
		{ .number = reader->oddities.steering }, { "g d", 0 } };

	if (article_shows_source(reader->article))
		add(app, out, MESSAGE_SHOWS_SOURCE, NULL, 0);
	if (strcmp(charset, "UTF-8") != 0)
		add(app, out, MESSAGE_READ_AS, &name, 1);
	if (ill.number > 0)
		add(app, out, MESSAGE_ILL_FORMED, &ill, 1);
	if (steering[0].number > 0)
		add(app, out, MESSAGE_STEERED, steering, 2);
}

void
reader_tell_oddities(struct reader *reader, struct app *app)
{
	struct buffer sentence = { 0 };

	count_steering(reader);
	if (reader->oddities.told || app->notice.count > 0)
		return;
	add_oddities(reader, app, &sentence);
	if (sentence.count > 0) {
		reader->oddities.told = true;
		buffer_add(&app->notice, sentence.at, sentence.count);
	}
	array_free(&sentence);
}

void
reader_position(struct reader *reader, struct app *app, size_t count)
{
	const struct article *article = reader->article;
	size_t                part    = article_part_at(article,
	    reader->page.top.byte);
	struct argument       value[5] = { { 0 } };

	(void)count;
	value[0].number = part < article->parts.count ? part + 1 : part;
	value[1].number = article->parts.count;
	progress_pages(&reader->progress, &reader->page, article,
	    &value[2].number, &value[3].number);
	value[4].number = progress_percent(&reader->page, article);
	app_say_with(app, MESSAGE_POSITION_IS, value, 5);
	add_oddities(reader, app, &app->notice);
}
