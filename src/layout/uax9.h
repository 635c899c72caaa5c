/* uax9.h: the rules of UAX #9 spelt out. Internal to layout. */
#ifndef QARI_LAYOUT_UAX9_H
#define QARI_LAYOUT_UAX9_H

#include <stddef.h>
#include <stdint.h>

#include "layout/property.h"

/* The level P2 and P3 give the paragraph: 0 or 1. */
int8_t uax9_base(const struct property *property, size_t letters);

/* Writes the levels of `letters` > 0 letters: X1 to I2 and L1 without its
 * fourth part, the paragraph's level being `base`. Letters that X9 removes
 * get the level of the one before. Time and memory are linear. */
void uax9_levels(const char32_t *letter, const struct property *property,
    size_t letters, int8_t base, int8_t *level);

#endif
