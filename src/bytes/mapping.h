/* mapping.h: a whole file as memory, for data that comes with the program:
 * opening costs next to nothing, and programs that run together share it.
 *
 * Such files are replaced by renaming, never written over (see
 * file_replace()). One that is cut short while it is mapped would end us:
 * what readers open goes through file.h. */
#ifndef QARI_BYTES_MAPPING_H
#define QARI_BYTES_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/failure.h"

struct mapping {
	const char *at;                 /* [size]; NULL when empty */
	size_t      size;
};

/* Maps the regular file at `path`. False and `failure` when it cannot. */
bool mapping_open(struct mapping *mapping, const char *path,
    struct failure *failure);

void mapping_close(struct mapping *mapping);

#endif
