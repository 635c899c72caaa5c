/* library_command.c: qari library … and qari compare A B: a library opened
 * for the task. */
#include "views/library_command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "views/data.h"
#include "views/library_task.h"
#include "views/read.h"
#include "views/sheet.h"

/* How a task needs the library. */
enum opens {
	OPENS_NONE,
	OPENS_READ,
	OPENS_NAMES,            /* read, names as the reader decided */
	OPENS_EITHER,           /* written where it may be */
	OPENS_WRITE,
	OPENS_MAKE              /* made when missing */
};

static const struct {
	library_task *run;
	enum opens    opens;
} tasks[TASKS] = {
	[TASK_COMPARE]         = { compare_run, OPENS_NONE },
	[TASK_LIBRARY_ADD]     = { library_add_run, OPENS_MAKE },
	[TASK_LIBRARY_REMOVE]  = { library_remove_run, OPENS_WRITE },
	[TASK_LIBRARY_LIST]    = { library_list_run, OPENS_READ },
	[TASK_LIBRARY_SEARCH]  = { library_search_run, OPENS_NAMES },
	[TASK_LIBRARY_WHO]     = { library_who_run, OPENS_NAMES },
	[TASK_LIBRARY_WHERE]   = { library_where_run, OPENS_NAMES },
	[TASK_LIBRARY_WHAT]    = { library_what_run, OPENS_NAMES },
	[TASK_LIBRARY_WHEN]    = { library_when_run, OPENS_NAMES },
	[TASK_LIBRARY_STORIES] = { library_stories_run, OPENS_EITHER },
	[TASK_LIBRARY_EXPORT]  = { library_export_run, OPENS_NAMES },
	[TASK_LIBRARY_CHECK]   = { library_check_run, OPENS_EITHER },
	[TASK_LIBRARY_REINDEX] = { library_reindex_run, OPENS_WRITE },
};

void
call_say(const struct library_call *call, enum message message,
    const char *what, size_t number)
{
	struct buffer   sentence  = { 0 };
	struct argument arguments[] = { { what, number } };

	message_write(call->options.language, message, arguments, 1,
	    &sentence);
	say(&call->options, &sentence);
	array_free(&sentence);
}

const struct models *
call_models(struct library_call *call)
{
	struct failure failure = { 0 };

	if (call->models == NULL)
		call->models = data_models(call->data, &failure);
	if (failure.kind != FAILURE_NONE)
		complain(&call->options, &failure);
	return call->models;
}

bool
call_flush(struct library_call *call)
{
	if (call->jsonl)
		fwrite(call->out.at, 1, call->out.count, stdout);
	else
		sheet_print(&call->options, call->out.at, call->out.count,
		    stdout);
	call->out.count = 0;
	return printed(&call->options);
}

/* Says why the library could not be opened. */
static int
say_not_open(struct library_call *call, const struct failure *failure)
{
	if (failure->kind == FAILURE_SYSTEM && failure->error == ENOENT &&
	    tasks[call->options.task].opens != OPENS_MAKE)
		call_say(call, MESSAGE_LIBRARY_NONE, failure->where, 0);
	else if (failure->kind == FAILURE_SYSTEM && failure->error == ENOTSUP)
		call_say(call, MESSAGE_LIBRARY_LATER, failure->where, 0);
	else if (failure->kind == FAILURE_SYSTEM && failure->error == EBUSY)
		call_say(call, MESSAGE_LIBRARY_BUSY, NULL, 0);
	else
		complain(&call->options, failure);
	return 2;
}

void
call_say_rebuilt(const struct library_call *call)
{
	const char *aside = library_set_aside(call->library);

	if (aside != NULL)
		call_say(call, MESSAGE_LIBRARY_REBUILT, aside, 0);
}

bool
call_mend(struct library_call *call)
{
	struct failure failure = { 0 };

	if (library_mend(&call->library, &failure))
		call_say_rebuilt(call);
	else
		say_not_open(call, &failure);
	return call->library != NULL;
}

int
call_failed(struct library_call *call, int otherwise)
{
	struct failure failure;

	if (call->library == NULL)
		return 2;
	failure = library_failure(call->library);
	if (failure.kind == FAILURE_NONE)
		return otherwise;
	if (failure.kind != FAILURE_DAMAGED)
		return say_not_open(call, &failure);
	if (call_mend(call))
		library_do_reindex(call);
	return 2;
}

int64_t
call_article(struct library_call *call, const char *name)
{
	int64_t article = library_find(call->library, name);

	if (article == 0 && call_failed(call, 0) == 0)
		call_say(call, MESSAGE_LIBRARY_NO_ARTICLE, name, 0);
	return article;
}

/* Whether the library is as the task needs it, after saying what is to be
 * said of it. */
static bool
is_ready(struct library_call *call, enum opens opens)
{
	call_say_rebuilt(call);
	if (library_lacks_journal(call->library))
		call_say(call, MESSAGE_LIBRARY_NO_JOURNAL, library_path(
		    call->library), 0);
	if (opens >= OPENS_WRITE &&
	    library_state(call->library) == LIBRARY_READ_ONLY) {
		call_say(call, MESSAGE_LIBRARY_RO, library_path(
		    call->library), 0);
		return false;
	}
	if (!library_is_outdated(call->library))
		return (opens != OPENS_NAMES && opens != OPENS_MAKE) ||
		    library_do_heed(call);
	if (opens == OPENS_EITHER || (opens <= OPENS_NAMES &&
	    library_state(call->library) != LIBRARY_REBUILT))
		return true;
	call_say(call, MESSAGE_LIBRARY_OUTDATED, NULL, 0);
	return library_do_reindex(call);
}

static int
run(struct library_call *call, enum task task)
{
	enum opens     opens   = tasks[task].opens;
	struct failure failure = { 0 };
	int            status;

	if (opens == OPENS_NONE)
		return tasks[task].run(call);
	call->library = library_open(call->path, opens == OPENS_MAKE
	    ? LIBRARY_MAKE : opens == OPENS_READ ? LIBRARY_READ
	    : LIBRARY_WRITE, &failure);
	if (call->library == NULL)
		return say_not_open(call, &failure);
	status = is_ready(call, opens) ? tasks[task].run(call) : 2;
	if (!call_flush(call))
		status = 2;
	library_close(call->library);
	return status;
}

int
library_run(const struct options *options)
{
	struct library_call call = {
		.options = *options,
		.jsonl = options->jsonl ||
		    options->task == TASK_LIBRARY_EXPORT,
		.path = options->library, .data = options->data,
		.published = options->published,
		.order = (enum shelf_order)options->order,
		.limit = options->limit, .operand = options->operand,
		.operands = options->operands
	};
	int status = run(&call, options->task);

	models_free(call.models);
	array_free(&call.out);
	return status;
}
