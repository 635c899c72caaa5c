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

struct command_row {
	const char *name;               /* "page-forward": scripts, bind */
	const char *keys;               /* "f Space PgDn Ctrl-F", or "g g, Home" */
	const char *help[LANGUAGES];
	size_t      group;              /* index for command_group */
};

const struct command_row *command_row(enum command command);

/* The heading of a group of commands in help and manual; NULL past the
 * last. */
const char *command_group(size_t group, enum language language);

/* The command of that name; COMMAND_NONE when there is none. */
enum command command_named(const char *name, size_t size);

#endif
