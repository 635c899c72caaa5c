/* option_row.h: the table of options, for those who read a command line,
 * tell of one or complete one. */
#ifndef QARI_VIEWS_OPTION_ROW_H
#define QARI_VIEWS_OPTION_ROW_H

#include "views/option.h"

enum option_name {
#define OPTION(name, text, letter, value, most, tasks, english, arabic) \
	OPTION_##name,
#include "views/options.def"
#undef OPTION
	OPTIONS
};

struct option_row {
	const char *text;               /* without dashes */
	int         letter;             /* 0: none */
	const char *value;              /* NULL: takes none */
	size_t      most;               /* of a number; 0: it is none */
	uint32_t    tasks;              /* 1 << task, together */
	const char *help[LANGUAGES];
};

extern const struct option_row option_rows[OPTIONS];

static inline bool
option_is_for(const struct option_row *row, enum task task)
{
	return (row->tasks & UINT32_C(1) << task) != 0;
}

/* Keeps an option; false when its value is not good. `value` is lent. */
bool option_set(struct options *options, enum option_name name,
    const char *value);

/* Whether the value is one of words between bars. */
bool option_is_choice(const struct option_row *row);

#endif
