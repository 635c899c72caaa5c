/* scsu.h: text of the compression scheme for Unicode. */
#ifndef QARI_LIBRARY_SCSU_H
#define QARI_LIBRARY_SCSU_H

#include <stdbool.h>
#include <stddef.h>

#include "bytes/array.h"

/* Appends `packed[size]` as UTF-8. False, and nothing appended, when it is
 * damaged or not simple: in news, which nearly always is, it takes a fifth of
 * ICU's time. */
bool scsu_unpack_simple(const char *packed, size_t size, struct buffer *text);

#endif
