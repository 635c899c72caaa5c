/* schema.h: the tables of the library. */
#ifndef QARI_LIBRARY_SCHEMA_H
#define QARI_LIBRARY_SCHEMA_H

#define SCHEMA_VERSION 1        /* PRAGMA user_version */

/* All tables of a new library. */
extern const char library_schema[];

/* Empties what is computed from names and dates, and what from words. */
extern const char *const schema_forget[];       /* NULL-terminated */

#endif
