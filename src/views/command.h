/* command.h: what a reader can tell qari to do. A command is a row of
 * commands.def, from which this enum, the keys, the help screen and the
 * manual's table are made. */
#ifndef QARI_VIEWS_COMMAND_H
#define QARI_VIEWS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "views/message.h"

enum command {
#define COMMAND(name, text, keys, english, arabic) COMMAND_##name,
#define COMMAND_GROUP(name, english, arabic)
#include "views/commands.def"
#undef COMMAND
#undef COMMAND_GROUP
	COMMANDS,
	COMMAND_NONE = COMMANDS
};

/* Where a command's keys hold. */
enum key_set {
	KEYS_EVERYWHERE,
	KEYS_OF_SELECTION,      /* while something is being selected */
	KEYS_OF_CARD,           /* in the box of a name */
	KEYS_SETS
};

static inline enum key_set
command_keys(enum command command)
{
	if (command >= COMMAND_SELECT_LEFT && command <= COMMAND_SELECT_COPY)
		return KEYS_OF_SELECTION;
	if (command >= COMMAND_CORRECT_NOT && command <= COMMAND_CORRECT_UNDO)
		return KEYS_OF_CARD;
	return KEYS_EVERYWHERE;
}

struct command_row {
	const char *name;               /* "page-back": in scripts */
	const char *keys;               /* "b, g h, PgUp": see commands.def */
	const char *help[LANGUAGES];
};

/* The row of a command other than COMMAND_NONE; static. */
const struct command_row *command_row(enum command command);

/* The command of that name; COMMAND_NONE when there is none. */
enum command command_named(const char *name, size_t size);

/* A line of the table as help shows it: a group's heading, or a command. */
struct command_line {
	const char  *heading[LANGUAGES];
	enum command command;           /* COMMAND_NONE: a heading */
};

/* All lines in order; static. `*count` gets their number. */
const struct command_line *command_lines(size_t *count);

#endif
