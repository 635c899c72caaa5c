/* json.h: writes JSON (RFC 8259). */
#ifndef QARI_VIEWS_JSON_H
#define QARI_VIEWS_JSON_H

#include <stdbool.h>

#include "bytes/array.h"

/* Appends `text[size]`, UTF-8, as a JSON string with its quotes. */
void json_string(struct buffer *out, const char *text, size_t size);

/* The same for a NUL-terminated text; `null` when it is NULL. */
void json_text(struct buffer *out, const char *text);

void json_number(struct buffer *out, size_t number);

/* Appends a member of an object: a comma, unless the object has just begun,
 * its name, and its value; json_member() the name alone. */
void json_member(struct buffer *out, const char *name);
void json_text_member(struct buffer *out, const char *name,
    const char *text);
void json_number_member(struct buffer *out, const char *name, size_t number);
void json_flag_member(struct buffer *out, const char *name, bool flag);

#endif
