/* input.h: the bytes of a keyboard to keys. */
#ifndef QARI_SCREEN_INPUT_H
#define QARI_SCREEN_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "screen/key.h"

/* Reads what stands at the start of `bytes[size]` into `*key`: a key, or
 * PRESSED_NOTHING for what is none (a terminal's reply, an unknown sequence,
 * ill-formed UTF-8). Returns the bytes it took. Returns 0 when only further
 * bytes can tell, which does not happen once `more_may_come` is false and
 * size > 0. */
size_t key_read(const char *bytes, size_t size, bool more_may_come,
    key_code *key);

#endif
