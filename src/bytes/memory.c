/* memory.c: allocate, or end the program with a sentence. */
#include "bytes/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*give_back_first)(void);

void
memory_give_back(void)
{
	if (give_back_first != NULL)
		give_back_first();
}

static _Noreturn void
exhausted(void)
{
	static const char sentence[] = "qari: out of memory\n";

	memory_give_back();
	if (write(STDERR_FILENO, sentence, sizeof sentence - 1) < 0)
		_exit(2);
	_exit(2);
}

void
memory_on_exhaustion(void (*give_back)(void))
{
	give_back_first = give_back;
}

void *
memory_new(size_t count, size_t size)
{
	void *block = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

	if (block == NULL)
		exhausted();
	return block;
}

void *
memory_resize(void *block, size_t count, size_t size)
{
	void *resized;

	if (size > 0 && count > SIZE_MAX / size)
		exhausted();
	resized = realloc(block, count * size > 0 ? count * size : 1);
	if (resized == NULL)
		exhausted();
	return resized;
}

char *
memory_string(const char *bytes, size_t size)
{
	char *copy = memory_new(size + 1, 1);

	if (size > 0)
		memcpy(copy, bytes, size);
	return copy;
}

void
memory_see_to(size_t size)
{
	void *volatile block = memory_resize(NULL, size, 1);

	free(block);
}
