/* version.h: what was built, and what it runs on. */
#ifndef QARI_VIEWS_VERSION_H
#define QARI_VIEWS_VERSION_H

#include "bytes/array.h"

/* Appends the versions of qari and of its libraries, for --version. */
void version_write(struct buffer *out);

#endif
