/* schema.h: the tables of the library. */
#ifndef QARI_LIBRARY_SCHEMA_H
#define QARI_LIBRARY_SCHEMA_H

#define SCHEMA_OURS    0x71617269       /* PRAGMA application_id: "qari" */
#define SCHEMA_VERSION 2                /* PRAGMA user_version */

/* All tables of a new library. */
extern const char library_schema[];

/* Makes of a library of version 1 one of this; it is outdated then. */
extern const char library_upgrade[];

/* Empties what is computed from names and dates, and what from words. */
extern const char *const schema_forget[];       /* NULL-terminated */

#endif
