/* json.h: writes JSON (RFC 8259). */
#ifndef QARI_VIEWS_JSON_H
#define QARI_VIEWS_JSON_H

#include "bytes/array.h"

/* Appends `text[size]`, UTF-8, as a JSON string with its quotes. */
void json_string(struct buffer *out, const char *text, size_t size);

/* The same for a NUL-terminated text; `null` when it is NULL. */
void json_text(struct buffer *out, const char *text);

void json_number(struct buffer *out, size_t number);

#endif
