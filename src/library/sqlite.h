/* sqlite.h: the door to SQLite, opened at the first call.
 *
 * Being linked with SQLite costs a program a third of what comes before its
 * first screen (its tables of pointers to functions are relocated one by one),
 * and who reads an article without a library calls none of them. */
#ifndef QARI_LIBRARY_SQLITE_H
#define QARI_LIBRARY_SQLITE_H

#include <sqlite3.h>

struct sqlite {
#define SQLITE(name) __typeof__(sqlite3_##name) *name;
#include "library/sqlite.def"
#undef SQLITE
};

/* The functions, by their names without "sqlite3_"; never NULL. Ends the
 * program with status 2 and a sentence when SQLite is not there. */
const struct sqlite *sqlite(void);

#endif
