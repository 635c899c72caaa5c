/* task.c: what the first words of the command line tell qari to do. */
#include "views/task.h"

#include <string.h>

#define MANY UINT32_MAX

static const struct task_row rows[TASKS] = {
#define TASK(name, words, least, most, run, operands, operands_ar, \
    english, arabic) \
	{ words, least, most, { operands, operands_ar }, \
	  { english, arabic } },
#include "views/tasks.def"
#undef TASK
};

const struct task_row *
task_row(enum task task)
{
	return &rows[task];
}

const char *
task_word(enum task task)
{
	const char *space = strchr(rows[task].words, ' ');

	return space != NULL ? space + 1 : rows[task].words;
}

enum task
task_named(char *const *word, size_t words, size_t *took)
{
	enum task group = TASK_READ;

	*took = 0;
	for (enum task t = TASK_READ + 1; words > 0 && t < TASKS; t++) {
		if (t > TASK_LIBRARY && group == TASK_LIBRARY && words > 1 &&
		    strcmp(task_word(t), word[1]) == 0) {
			*took = 2;
			return t;
		}
		if (strcmp(rows[t].words, word[0]) == 0) {
			*took = 1;
			group = t;
		}
	}
	return group;
}
