/* file.h: read a file, pipe or standard input in slices; list a folder;
 * write a file whole or not at all.
 *
 * read() and not mmap(): a file cut short while it is open would kill us. */
#ifndef QARI_BYTES_FILE_H
#define QARI_BYTES_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/array.h"
#include "bytes/failure.h"

#define FILE_LIMIT ((size_t)2 << 30)    /* bytes: the most we read of one */

struct file;                            /* one being read */

struct paths ARRAY_OF(char *);          /* each owned, NUL-terminated */

/* Opens `path` ("-": standard input) for reading: a regular file or a pipe;
 * anything else, a directory or a device, fails at once, and a pipe without
 * a writer does not block the opening. NULL and `failure` when it cannot. */
struct file *file_open(const char *path, struct failure *failure);

/* Appends at most `most` further bytes to `into`, waiting for a pipe's next,
 * and for a first writer. False and `failure` on an error or past FILE_LIMIT;
 * what was read before stays. At the end nothing is added and file_ended() is
 * true. */
bool file_read(struct file *file, struct buffer *into, size_t most,
    struct failure *failure);

bool file_ended(const struct file *file);

/* Whether reading on would wait; for what that is, a descriptor to poll. */
bool file_waits(const struct file *file);
int file_descriptor(const struct file *file);

/* The bytes a regular file holds when opened; 0 for a pipe. */
size_t file_size(const struct file *file);

/* The bytes that were read of it. */
size_t file_taken(const struct file *file);

void file_close(struct file *file);

bool file_is_folder(const char *path);

/* Whether what is read of `path` cannot be read again: a pipe, or "-". */
bool file_is_stream(const char *path);

/* The path of `name` in `folder`; the caller frees it. */
char *path_join(const char *folder, const char *name);

/* Whether a file so named is taken for a text where it lies in a folder: not
 * hidden, no backup (name~), and none of records, as a .tsv or .json. */
bool file_name_is_text(const char *name);

/* The regular files in folder `path` whose names are of texts, sorted, each
 * as "path/name". The caller frees them with paths_free(), on failure too. */
bool folder_list(const char *path, struct paths *paths,
    struct failure *failure);

void paths_free(struct paths *paths);

/* Waits until nobody else has the folder that `path` lies in locked, and
 * locks it until the descriptor returned is closed; -1 and `failure` (which
 * may be NULL) when it cannot be. */
int folder_lock(const char *path, struct failure *failure);

/* Replaces the file at `path` by `bytes[size]`: PATH.new beside it, fsync,
 * rename. Mode 0600. A link is followed and stays. On failure the old one is
 * as it was. Where several may write it at once, each holds folder_lock(). */
bool file_replace(const char *path, const char *bytes, size_t size,
    struct failure *failure);

#endif
