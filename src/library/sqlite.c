/* sqlite.c: the door to SQLite, opened at the first call. */
#include "library/sqlite.h"

#include "bytes/loader.h"

/* Pointers to functions and nothing else, in the order of sqlite.def. */
enum { COUNT = sizeof(struct sqlite) / sizeof(void *) };

static const char *const names[COUNT] = {
#define SQLITE(name) "sqlite3_" #name,
#include "library/sqlite.def"
#undef SQLITE
};

const struct sqlite *
sqlite(void)
{
	static union {
		struct sqlite named;
		void         *at[COUNT];
	} functions;

	if (functions.at[0] == NULL &&
	    !loader_load("libsqlite3.so.0", names, functions.at, COUNT))
		loader_missing("SQLite");
	return &functions.named;
}
