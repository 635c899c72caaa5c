/* icu.h: the doors to ICU's two libraries, each opened at the first call.
 *
 * Being linked with ICU costs a program 2.4 of 4.0 ms before main() (its
 * tables of virtual functions and libstdc++ are relocated), more than a first
 * screen takes. Most articles are read without a single call: letters,
 * digits and punctuation of Arabic news go by tables of our own. So ICU is
 * loaded when something asks for it:
 *
 *	breaks = icu_uc()->ubrk_open(UBRK_LINE, "", text, length, &error);
 *
 * ICU's headers rename every function to carry the version (ubrk_open_72);
 * the members below and the names looked up are renamed with them, so a
 * mismatch cannot be. */
#ifndef QARI_BYTES_ICU_H
#define QARI_BYTES_ICU_H

#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unumsys.h>
#include <unicode/ustring.h>

struct icu_uc {
#define ICU_UC(function) __typeof__(function) *function;
#define ICU_I18N(function)
#include "bytes/icu.def"
#undef ICU_UC
#undef ICU_I18N
};

struct icu_i18n {
#define ICU_UC(function)
#define ICU_I18N(function) __typeof__(function) *function;
#include "bytes/icu.def"
#undef ICU_UC
#undef ICU_I18N
};

/* The functions; never NULL. Each ends the program with status 2 and a
 * sentence when ICU is not where it was when qari was built. */
const struct icu_uc *icu_uc(void);
const struct icu_i18n *icu_i18n(void);

#endif
