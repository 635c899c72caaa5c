/* home.h: where a reader's own files lie, by the XDG Base Directory
 * specification. */
#ifndef QARI_BYTES_HOME_H
#define QARI_BYTES_HOME_H

/* "$variable/name", or "$HOME/beneath/name" where the variable is not set to
 * a path from the root; NULL when neither is. The caller frees it. */
char *home_path(const char *variable, const char *beneath, const char *name);

/* Makes the folders above `path` that are missing, 0700. One that cannot be
 * made is told by what opens the file. */
void home_make_folders(const char *path);

#endif
