/* library_add.c: qari library add and remove. */
#include <stdio.h>
#include <string.h>

#include "library/source.h"
#include "views/json.h"
#include "views/library_task.h"
#include "views/read.h"

/* What became of the files. */
struct tally {
	size_t of[ADDED_FAILED + 1];
	size_t passed;                  /* no text, in a folder */
};

/* Adds what the folders hold and what was named; false when it must end. */
static bool
add_one(struct library_call *call, const char *path, bool named,
    struct tally *tally)
{
	struct failure failure = { 0 };
	enum added     added   = library_add(call->library, path,
	    call->models, call->published, &failure);

	if (added == ADDED_FAILED && !named &&
	    failure.kind == FAILURE_BINARY) {
		tally->passed++;
		return true;
	}
	tally->of[added]++;
	if (added != ADDED_FAILED)
		return true;
	if (call_failed(call, 0) != 0)
		return false;
	complain(&call->options, &failure);
	return true;
}

static void
add_count(struct library_call *call, enum message message, size_t count,
    struct buffer *line)
{
	struct argument arguments[] = { { NULL, count } };

	if (count == 0 && line->count > 0)
		return;
	if (line->count > 0)
		buffer_add_string(line, call->options.language ==
		    LANGUAGE_ARABIC ? "، " : ", ");
	message_write(call->options.language, message, arguments, 1, line);
}

static void
tell(struct library_call *call, const struct tally *tally)
{
	static const struct { const char *name; enum added added; } names[] = {
		{ "added", ADDED_NEW }, { "changed", ADDED_CHANGED },
		{ "already", ADDED_ALREADY }, { "duplicates", ADDED_TWIN },
		{ "unread", ADDED_FAILED },
	};
	struct buffer *out = &call->out;

	if (!call->jsonl) {
		add_count(call, MESSAGE_LIBRARY_ADDED, tally->of[ADDED_NEW],
		    out);
		add_count(call, MESSAGE_LIBRARY_CHANGED,
		    tally->of[ADDED_CHANGED], out);
		add_count(call, MESSAGE_LIBRARY_ALREADY,
		    tally->of[ADDED_ALREADY], out);
		add_count(call, MESSAGE_LIBRARY_TWINS,
		    tally->of[ADDED_TWIN], out);
		add_count(call, MESSAGE_LIBRARY_PASSED, tally->passed, out);
		add_count(call, MESSAGE_LIBRARY_UNREAD,
		    tally->of[ADDED_FAILED], out);
		buffer_add_string(out, "\n");
		return;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		buffer_add_string(out, i == 0 ? "{" : ",");
		json_text(out, names[i].name);
		buffer_add_string(out, ":");
		json_number(out, tally->of[names[i].added]);
	}
	buffer_add_string(out, ",\"skipped\":");
	json_number(out, tally->passed);
	buffer_add_string(out, "}\n");
}

static void
tell_stopped(const struct library_call *call, size_t seen, size_t all)
{
	struct argument arguments[] = { { NULL, seen }, { NULL, all } };
	struct buffer   line        = { 0 };

	message_write(call->options.language, MESSAGE_LIBRARY_STOPPED,
	    arguments, 2, &line);
	say(&call->options, &line);
	array_free(&line);
}

/* The files that the operands name; status 2 when one cannot be listed. */
static int
gather(struct library_call *call, struct paths *paths)
{
	int status = 0;

	for (size_t i = 0; i < call->operands; i++) {
		struct failure failure = { 0 };

		if (!sources_list(call->operand[i], paths, &failure))
			status = complain(&call->options, &failure);
	}
	return status;
}

static bool
is_named(const struct library_call *call, const char *path)
{
	for (size_t i = 0; i < call->operands; i++)
		if (strcmp(call->operand[i], path) == 0)
			return true;
	return false;
}

/* Adds the files; what was made lasting is counted in `*lasting`, and how many
 * were looked at in `*seen`. False when something failed, and was told. */
static bool
add_all(struct library_call *call, const struct paths *paths,
    struct tally *lasting, size_t *seen)
{
	struct tally   tally   = { { 0 }, 0 };
	struct advance advance = advance_start(call->options.language,
	    true);
	bool           going   = true;

	for (*seen = 0; going && *seen < paths->count && interrupted() == 0;
	    advance_tell(&advance, ++*seen, paths->count)) {
		const char *path = paths->at[*seen];

		going = add_one(call, path, is_named(call, path), &tally);
		if (going && library_is_settled(call->library))
			*lasting = tally;
	}
	advance_end(&advance);
	/* What the last batch held is undone where it fails. */
	if (!going || !library_settle(call->library))
		return call_failed(call, 0) == 0 && going;
	*lasting = tally;
	return true;
}

int
library_add_run(struct library_call *call)
{
	struct paths paths   = { 0 };
	struct tally lasting = { { 0 }, 0 };
	size_t       seen;
	bool         good;
	int          status;

	if (call_models(call) == NULL)
		return 2;
	status = gather(call, &paths);
	interrupts_watch();
	library_set_bulk(call->library, paths.count > 100);
	good = add_all(call, &paths, &lasting, &seen);
	if (good && interrupted() == 0) {
		call_place_stories(call);
		good = call_failed(call, 0) == 0;
	}
	if (call->library != NULL)
		library_set_bulk(call->library, false);
	tell(call, &lasting);
	if (seen < paths.count)
		tell_stopped(call, seen, paths.count);
	paths_free(&paths);
	if (!good || lasting.of[ADDED_FAILED] > 0)
		status = 2;
	return interrupted() != 0 ? 128 + interrupted() : status;
}

static void
tell_removed(struct library_call *call, size_t removed)
{
	if (call->jsonl) {
		buffer_add_string(&call->out, "{");
		json_number_member(&call->out, "removed", removed);
		buffer_add_string(&call->out, "}");
	} else
		add_count(call, MESSAGE_LIBRARY_REMOVED, removed, &call->out);
	buffer_add_string(&call->out, "\n");
}

int
library_remove_run(struct library_call *call)
{
	size_t removed = 0;
	int    status  = 0;

	for (size_t i = 0; call->library != NULL && i < call->operands;
	    i++) {
		const char *name    = call->operand[i];
		int64_t     article = call_article(call, name);

		if (article == 0)
			status = 1;
		else
			removed += library_remove_path(call->library, name) ||
			    library_remove(call->library, article);
	}
	if (call->library == NULL || !library_settle(call->library))
		return call_failed(call, 2);
	tell_removed(call, removed);
	return call_failed(call, status);
}
