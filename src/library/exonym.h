/* exonym.h: places whose name in Latin letters is not that of their own
 * language: Cairo, Aleppo, Greece. */
#ifndef QARI_LIBRARY_EXONYM_H
#define QARI_LIBRARY_EXONYM_H

#include <stddef.h>

#include "library/query.h"

/* Appends the Arabic names, folded, of the place that is called so in
 * English or French: `name[size]`, folded. */
void exonyms_find(const char *name, size_t size, struct phrases *names);

#endif
