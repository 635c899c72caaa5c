/* memory.h: allocate, or end the program with a sentence. */
#ifndef QARI_BYTES_MEMORY_H
#define QARI_BYTES_MEMORY_H

#include <stddef.h>

/* Zeroed memory for `count` things of `size` bytes; never NULL. The caller
 * frees it with free(). When none is left the program ends with status 2,
 * after calling what memory_on_exhaustion() was given. */
void *memory_new(size_t count, size_t size);

/* `block` resized to `count` things of `size` bytes, as realloc; never NULL. */
void *memory_resize(void *block, size_t count, size_t size);

/* A copy of `size` bytes with a NUL behind them; the caller frees it. */
char *memory_string(const char *bytes, size_t size);

/* Ends the program the same way unless there are `size` bytes. For what calls
 * a library that crashes or ends the program itself without memory. */
void memory_see_to(size_t size);

/* What to do first when memory is exhausted: giving the terminal back. */
void memory_on_exhaustion(void (*give_back)(void));

/* Does it, for others who must end the program where they stand. */
void memory_give_back(void);

#endif
