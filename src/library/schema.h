/* schema.h: the tables of the library. */
#ifndef QARI_LIBRARY_SCHEMA_H
#define QARI_LIBRARY_SCHEMA_H

#define SCHEMA_OURS    0x71617269       /* PRAGMA application_id: "qari" */
#define SCHEMA_VERSION 3                /* PRAGMA user_version */
#define SCHEMA_READ    2                /* the same tables, but no text that
                                         * digram.h packed */

/* All tables of a new library. */
extern const char library_schema[];

/* Makes of a library of version 1 one of this; it is outdated then. */
extern const char library_upgrade[];

/* The same of one of version SCHEMA_READ; nothing is outdated. */
extern const char library_upgrade_texts[];

/* Empties what is computed from names and dates, and what from words. */
extern const char *const schema_forget[];       /* NULL-terminated */

#endif
