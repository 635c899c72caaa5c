/* loader.c: the functions of a shared library, loaded when they are first
 * wanted. */
#include "bytes/loader.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "bytes/memory.h"

/* Without memory the dynamic loader ends the program by itself, the terminal
 * not given back. */
enum { LOADER_ROOM = 128 << 10 };       /* bytes; it took 93 K for ICU */

bool
loader_load(const char *soname, const char *const *names, void **functions,
    size_t count)
{
	void  *library;
	size_t found = 0;

	memory_see_to(LOADER_ROOM);
	library = dlopen(soname, RTLD_LAZY | RTLD_LOCAL);
	while (library != NULL && found < count &&
	    (functions[found] = dlsym(library, names[found])) != NULL)
		found++;
	if (found < count)
		functions[0] = NULL;
	return found == count;
}

void
loader_missing(const char *what)
{
	const char *reason = dlerror();

	memory_give_back();
	fprintf(stderr, "qari: cannot load %s: %s\n", what,
	    reason != NULL ? reason : "unknown");
	exit(2);
}
