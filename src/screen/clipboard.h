/* clipboard.h: a text for the terminal's clipboard. */
#ifndef QARI_SCREEN_CLIPBOARD_H
#define QARI_SCREEN_CLIPBOARD_H

#include "bytes/array.h"

/* Appends the sequence (OSC 52, "c": the clipboard) that hands over
 * `text[size]`. In it the text is base64, so nothing of it can act on the
 * terminal. */
void clipboard_write(const char *text, size_t size, struct buffer *out);

#endif
