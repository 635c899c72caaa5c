/* option_set.c: an option and its value kept. */
#include <stdlib.h>
#include <string.h>

#include "views/option_row.h"

bool
option_is_choice(const struct option_row *row)
{
	return row->value != NULL && strchr(row->value, '|') != NULL;
}

/* The place of `word` among the words of "auto|ar|en", or -1. */
static int
choice_of(const char *words, const char *word)
{
	for (int place = 0;; place++) {
		size_t size = strcspn(words, "|");

		if (strlen(word) == size && memcmp(words, word, size) == 0)
			return place;
		if (words[size] == '\0')
			return -1;
		words += size + 1;
	}
}

/* Reads digits, 1 to `most`, up to `end`, a character. */
static bool
read_number(const char *text, char end, size_t most, size_t *number)
{
	size_t digits = strspn(text, "0123456789");

	*number = strtoul(text, NULL, 10);
	return digits > 0 && digits < 12 && text[digits] == end &&
	    *number >= 1 && *number <= most;
}

static bool
read_size(const char *text, size_t most, size_t *rows, size_t *columns)
{
	const char *cross = strchr(text, 'x');

	return cross != NULL && read_number(text, 'x', most, rows) &&
	    read_number(cross + 1, '\0', most, columns);
}

/* Keeps the choice of an option whose values are words; false when `value`
 * is none of them. */
static bool
set_choice(struct options *options, enum option_name name, const char *value)
{
	static const enum display displays[] = {
		DISPLAY_VISUAL, DISPLAY_VISUAL, DISPLAY_GUARD, DISPLAY_WORDS,
		DISPLAY_LOGICAL, DISPLAY_EMBED
	};
	int choice = choice_of(option_rows[name].value, value);

	if (choice < 0)
		return false;
	if (name == OPTION_FORMAT)
		options->format = (enum extract_format)choice;
	if (name == OPTION_OUTPUT)
		options->jsonl = choice == 1;
	if (name == OPTION_SORT)
		options->order = choice;
	if (name == OPTION_THEME)
		options->theme = value;
	if (name == OPTION_LANG)
		options->language = choice == 0 ? language_of_environment()
		    : choice == 1 ? LANGUAGE_ARABIC : LANGUAGE_ENGLISH;
	if (name == OPTION_COLOR)
		options->color = (enum color_choice)choice;
	if (name == OPTION_DISPLAY) {
		options->display_auto = choice == 0;
		options->display = displays[choice];
	}
	if (name == OPTION_SHAPE)
		options->shape = (enum shape_choice)choice;
	if (name == OPTION_HARAKAT) {
		options->harakat_auto = choice == 0;
		options->harakat = choice != 2;
	}
	if (name == OPTION_COMPLETION) {
		options->request = REQUEST_COMPLETION;
		options->shell = (enum shell)choice;
	}
	return true;
}

bool
option_set(struct options *options, enum option_name name, const char *value)
{
	size_t most = option_rows[name].most;

	switch (name) {
	case OPTION_PRINT:
		options->print = true;
		return true;
	case OPTION_CLIPBOARD:
		options->clipboard = true;
		return true;
	case OPTION_WIDTH:
		return read_number(value, '\0', most, &options->width);
	case OPTION_LIMIT:
		return read_number(value, '\0', most, &options->limit);
	case OPTION_DATE:
		return day_parse(value, &options->published);
	case OPTION_LIBRARY:
		options->library = value;
		return *value != '\0';
	case OPTION_DATA:
		options->data = value;
		return true;
	case OPTION_IMPORT:
		options->import = value;
		return true;
	case OPTION_SCRIPT:
		options->script = value;
		return true;
	case OPTION_SIZE:
		return read_size(value, most, &options->rows,
		    &options->columns);
	case OPTION_CHECK_TERMINAL:
		options->request = REQUEST_CHECK_TERMINAL;
		return true;
	case OPTION_HELP:
		options->request = REQUEST_HELP;
		return true;
	case OPTION_VERSION:
		options->request = REQUEST_VERSION;
		return true;
	default:
		return set_choice(options, name, value);
	}
}
