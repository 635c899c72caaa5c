/* icu.c: the doors to ICU's two libraries, each opened at the first call. */
#include "bytes/icu.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "bytes/memory.h"

enum { LOADER_ROOM = 128 << 10 };       /* bytes; it took 93 K for ICU */

/* Both structs are pointers to functions and nothing else, in the order of
 * icu.def; POSIX has dlsym() give a function as void *. */
#define COUNT(type) (sizeof(type) / sizeof(void *))
#define NAME(name)  #name
#define SYMBOL(name) NAME(name)

static const char *const uc_symbols[COUNT(struct icu_uc)] = {
#define ICU_UC(function) SYMBOL(function),
#define ICU_I18N(function)
#include "bytes/icu.def"
#undef ICU_UC
#undef ICU_I18N
};

static const char *const i18n_symbols[COUNT(struct icu_i18n)] = {
#define ICU_UC(function)
#define ICU_I18N(function) SYMBOL(function),
#include "bytes/icu.def"
#undef ICU_UC
#undef ICU_I18N
};

static _Noreturn void
missing(void)
{
	const char *reason = dlerror();

	memory_give_back();
	fprintf(stderr, "qari: cannot load ICU: %s\n",
	    reason != NULL ? reason : "unknown");
	exit(2);
}

/* Without memory the dynamic loader ends the program by itself, the terminal
 * not given back. */
static void
load(const char *soname, const char *const *symbols, void **functions,
    size_t count)
{
	void *library;

	memory_see_to(LOADER_ROOM);
	library = dlopen(soname, RTLD_LAZY | RTLD_LOCAL);
	if (library == NULL)
		missing();
	for (size_t i = 0; i < count; i++)
		if ((functions[i] = dlsym(library, symbols[i])) == NULL)
			missing();
}

const struct icu_uc *
icu_uc(void)
{
	static union {
		struct icu_uc named;
		void         *at[COUNT(struct icu_uc)];
	} functions;

	if (functions.at[0] == NULL)
		load("libicuuc.so." U_ICU_VERSION_SHORT, uc_symbols,
		    functions.at, COUNT(struct icu_uc));
	return &functions.named;
}

const struct icu_i18n *
icu_i18n(void)
{
	static union {
		struct icu_i18n named;
		void           *at[COUNT(struct icu_i18n)];
	} functions;

	if (functions.at[0] == NULL)
		load("libicui18n.so." U_ICU_VERSION_SHORT, i18n_symbols,
		    functions.at, COUNT(struct icu_i18n));
	return &functions.named;
}
