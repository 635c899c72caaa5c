/* reader_notice.c: what the reader tells of the article and the place. */
#include "views/reader_commands.h"

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
}
