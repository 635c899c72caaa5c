/* task.h: what the first words of the command line tell qari to do. A task is
 * a row of tasks.def, from which the command line, --help, the completions
 * and the manual's check are made. */
#ifndef QARI_VIEWS_TASK_H
#define QARI_VIEWS_TASK_H

#include <stdint.h>

#include "views/message.h"

enum task {
#define TASK(name, words, least, most, run, operands, operands_ar, \
    english, arabic) TASK_##name,
#include "views/tasks.def"
#undef TASK
	TASKS
};

struct task_row {
	const char *words;              /* "library add"; "" for reading */
	uint32_t    least, most;        /* operands */
	const char *operands[LANGUAGES];
	const char *about[LANGUAGES];
};

/* The row of a task; static. */
const struct task_row *task_row(enum task task);

/* The task that `word[words]` begins with, and how many of them name it; of
 * "library" and another word that is none of its tasks, TASK_LIBRARY. */
enum task task_named(char *const *word, size_t words, size_t *took);

/* "add", the word by which the tasks of "library" differ. */
const char *task_word(enum task task);

static inline bool
task_is_of_library(enum task task)
{
	return task >= TASK_LIBRARY;
}

#endif
