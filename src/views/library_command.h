/* library_command.h: qari library … and qari compare A B. */
#ifndef QARI_VIEWS_LIBRARY_COMMAND_H
#define QARI_VIEWS_LIBRARY_COMMAND_H

#include "views/option.h"

/* Does the task of the library that the options name. The exit status: 0
 * when something was found or done, 1 when nothing was found, 2 on an error,
 * 128 plus a signal that ended it. */
int library_run(const struct options *options);

#endif
