/* marks.c: places in an article that a letter leads back to. */
#include "views/marks.h"

static struct mark *
find(const struct marks *marks, key_code letter)
{
	for (size_t i = 0; i < marks->count; i++)
		if (marks->at[i].letter == letter)
			return &marks->at[i];
	return NULL;
}

void
marks_set(struct marks *marks, key_code letter, size_t byte)
{
	struct mark *mark = find(marks, letter);

	if (mark == NULL)
		array_add(marks, (struct mark){ letter, byte });
	else
		mark->byte = byte;
}

bool
marks_get(const struct marks *marks, key_code letter, size_t *byte)
{
	const struct mark *mark = find(marks, letter);

	if (mark != NULL)
		*byte = mark->byte;
	return mark != NULL;
}
