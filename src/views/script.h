/* script.h: the whole program without a terminal: commands from a file, the
 * screen as text. */
#ifndef QARI_VIEWS_SCRIPT_H
#define QARI_VIEWS_SCRIPT_H

#include <stdio.h>

#include "views/app.h"

/* Obeys the lines of the file at `path`, and writes each line to `out` as it
 * comes, with what a "dump" shows behind it, "> " before every row; rows the
 * file has there already are left out. So a script that was run is its own
 * expected output. The lines are:
 *
 *	# …                 nothing
 *	page-forward        a command by its name, a count before it
 *	keys j Down g g     keys by their names
 *	type …              every character of the rest, as typed
 *	size ROWSxCOLUMNS   another size of the screen
 *	wait                finish the work that is pending
 *	dump, dump roles    the screen, as grid_dump() writes it
 *
 * False when the file cannot be read or a line is none of these; `complaint`
 * then gets the sentence. */
bool script_run(struct app *app, const char *path, FILE *out,
    struct buffer *complaint);

#endif
