/* library_command.h: qari library … and qari compare A B. */
#ifndef QARI_VIEWS_LIBRARY_COMMAND_H
#define QARI_VIEWS_LIBRARY_COMMAND_H

#include <stdbool.h>

/* Whether the first argument names one of these tasks. */
bool library_command_is(const char *word);

/* Does what the arguments from argv[1] on ask. The exit status: 0 when
 * something was found or done, 1 when nothing was found, 2 on an error, 128
 * plus a signal that ended it. */
int library_command(int argc, char **argv);

#endif
