/* icu.c: the doors to ICU's two libraries, each opened at the first call. */
#include "bytes/icu.h"

#include "bytes/loader.h"

/* Both structs are pointers to functions and nothing else, in the order of
 * icu.def. */
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

const struct icu_uc *
icu_uc(void)
{
	static union {
		struct icu_uc named;
		void         *at[COUNT(struct icu_uc)];
	} functions;

	if (functions.at[0] == NULL &&
	    !loader_load("libicuuc.so." U_ICU_VERSION_SHORT, uc_symbols,
	    functions.at, COUNT(struct icu_uc)))
		loader_missing("ICU");
	return &functions.named;
}

const struct icu_i18n *
icu_i18n(void)
{
	static union {
		struct icu_i18n named;
		void           *at[COUNT(struct icu_i18n)];
	} functions;

	if (functions.at[0] == NULL &&
	    !loader_load("libicui18n.so." U_ICU_VERSION_SHORT, i18n_symbols,
	    functions.at, COUNT(struct icu_i18n)))
		loader_missing("ICU");
	return &functions.named;
}
