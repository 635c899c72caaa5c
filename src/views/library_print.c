/* library_print.c: what qari library prints of articles and names. */
#include <stdio.h>
#include <string.h>

#include "bytes/utf8.h"
#include "views/json.h"
#include "views/library_task.h"

/* Letters: a title is cut where it has more; a sentence of less is an
 * abbreviation or a dateline. */
enum { TITLE_MOST = 120, TITLE_LEAST = 40 };

void
day_write(struct day day, char text[16])
{
	*text = '\0';
	if (day_is_known(day))
		snprintf(text, 16, "%04d-%02d-%02d", (int)day.year % 10000,
		    (int)day.month % 100, (int)day.day % 100);
}

static void
add_plain(struct buffer *out, const char *text)
{
	plain_add(out, text, strlen(text));
}

/* The bytes of `text` that name an article: all of a headline, of the
 * paragraph that stands for one its first sentences or words. `*cut`: an end
 * of words, not of a sentence. */
static size_t
title_size(const char *text, bool *cut)
{
	size_t size = strlen(text), letters = 0, word = 0, sentence = 0;

	*cut = false;
	for (size_t at = 0; at < size; letters++) {
		char32_t letter;
		size_t   took = utf8_read(text + at, size - at, &letter);
		bool     ends = text[at + took] == ' ';

		if (letters == TITLE_MOST) {
			*cut = sentence == 0;
			return sentence > 0 ? sentence : word > 0 ? word : at;
		}
		at += took;
		if (ends)
			word = at;
		if (ends && letters >= TITLE_LEAST && (letter == '.' ||
		    letter == '!' || letter == U'؟'))
			sentence = at;
	}
	return size;
}

void
title_add(struct buffer *out, const char *text)
{
	bool cut;

	plain_add(out, text, title_size(text, &cut));
	buffer_add_string(out, cut ? "…" : "");
}

void
summary_line(struct buffer *out, const struct summary *summary)
{
	char day[16];

	day_write(summary->published, day);
	json_number(out, (size_t)summary->id);
	buffer_add_string(out, "\t");
	buffer_add_string(out, *day != '\0' ? day : "-");
	buffer_add_string(out, summary->starred ? "\t*" : "\t");
	buffer_add_string(out, summary->read ? "\t" : "N\t");
	add_plain(out, summary->section);
	buffer_add_string(out, "\t");
	title_add(out, summary->title);
	buffer_add_string(out, "\t");
	add_plain(out, summary->path);
	buffer_add_string(out, "\n");
}

void
summary_json(struct buffer *out, const struct summary *summary)
{
	char day[16];

	day_write(summary->published, day);
	json_number_member(out, "id", (size_t)summary->id);
	json_text_member(out, "title", summary->title);
	json_text_member(out, "section", summary->section);
	json_text_member(out, "path", *summary->path != '\0' ? summary->path
	    : NULL);
	json_text_member(out, "published", *day != '\0' ? day : NULL);
	json_number_member(out, "added", (size_t)summary->added);
	json_number_member(out, "words", summary->words);
	json_flag_member(out, "read", summary->read);
	json_flag_member(out, "starred", summary->starred);
}

void
figure_line(struct buffer *out, const struct figure *figure)
{
	char numbers[64];

	snprintf(numbers, sizeof numbers, "%zu\t%zu\t%s\t", figure->articles,
	    figure->mentions, kind_tag(figure->kind));
	buffer_add_string(out, numbers);
	add_plain(out, figure->name);
	buffer_add_string(out, "\n");
}

void
figure_json(struct buffer *out, const struct figure *figure)
{
	json_number_member(out, "id", (size_t)figure->id);
	json_text_member(out, "kind", kind_tag(figure->kind));
	json_text_member(out, "name", figure->name);
	json_number_member(out, "articles", figure->articles);
	json_number_member(out, "mentions", figure->mentions);
}
