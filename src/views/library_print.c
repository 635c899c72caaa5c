/* library_print.c: what qari library prints of articles and names. */
#include <stdio.h>
#include <string.h>

#include "views/json.h"
#include "views/library_task.h"

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

static void
add_number(struct buffer *out, int64_t number)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%lld", (long long)number);
	buffer_add_string(out, digits);
}

void
summary_line(struct buffer *out, const struct summary *summary)
{
	char day[16];

	day_write(summary->published, day);
	add_number(out, summary->id);
	buffer_add_string(out, "\t");
	buffer_add_string(out, *day != '\0' ? day : "-");
	buffer_add_string(out, summary->starred ? "\t*" : "\t");
	buffer_add_string(out, summary->read ? "\t" : "N\t");
	add_plain(out, summary->section);
	buffer_add_string(out, "\t");
	add_plain(out, summary->title);
	buffer_add_string(out, "\t");
	add_plain(out, summary->path);
	buffer_add_string(out, "\n");
}

void
summary_json(struct buffer *out, const struct summary *summary)
{
	char day[16];

	day_write(summary->published, day);
	buffer_add_string(out, "\"id\":");
	add_number(out, summary->id);
	buffer_add_string(out, ",\"title\":");
	json_text(out, summary->title);
	buffer_add_string(out, ",\"section\":");
	json_text(out, summary->section);
	buffer_add_string(out, ",\"path\":");
	json_text(out, *summary->path != '\0' ? summary->path : NULL);
	buffer_add_string(out, ",\"published\":");
	json_text(out, *day != '\0' ? day : NULL);
	buffer_add_string(out, ",\"added\":");
	add_number(out, summary->added);
	buffer_add_string(out, ",\"words\":");
	json_number(out, summary->words);
	buffer_add_string(out, summary->read ? ",\"read\":true"
	    : ",\"read\":false");
	buffer_add_string(out, summary->starred ? ",\"starred\":true"
	    : ",\"starred\":false");
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
	buffer_add_string(out, "\"id\":");
	add_number(out, figure->id);
	buffer_add_string(out, ",\"kind\":");
	json_text(out, kind_tag(figure->kind));
	buffer_add_string(out, ",\"name\":");
	json_text(out, figure->name);
	buffer_add_string(out, ",\"articles\":");
	json_number(out, figure->articles);
	buffer_add_string(out, ",\"mentions\":");
	json_number(out, figure->mentions);
}
