/* loader.h: the functions of a shared library, loaded when they are first
 * wanted. */
#ifndef QARI_BYTES_LOADER_H
#define QARI_BYTES_LOADER_H

#include <stdbool.h>
#include <stddef.h>

/* Fills `functions[count]` with what `names[count]` are in the shared library
 * `soname`: POSIX has dlsym() give a function as void *. When the library or
 * one of them is missing: false, dlerror() tells the reason, and functions[0]
 * is NULL. */
bool loader_load(const char *soname, const char *const *names,
    void **functions, size_t count);

/* Ends the program with status 2 and a sentence: `what` cannot be loaded. */
_Noreturn void loader_missing(const char *what);

#endif
