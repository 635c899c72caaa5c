/* period.h: the days an ISO 8601 value covers. */
#ifndef QARI_LIBRARY_PERIOD_H
#define QARI_LIBRARY_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The first and last day, since 1970-01-01, of a year, month, week, day or
 * moment, or of start/end. False when `iso[size]` is none. */
bool period_of(const char *iso, size_t size, int64_t *first, int64_t *last);

#endif
