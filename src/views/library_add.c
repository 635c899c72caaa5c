/* library_add.c: qari library add, remove, reindex, check: what changes a
 * library or looks after it. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "library/source.h"
#include "views/json.h"
#include "views/library_task.h"
#include "views/read.h"

static volatile sig_atomic_t caught;

static void
catch(int signal)
{
	caught = signal;
}

void
interrupts_watch(void)
{
	struct sigaction action = { .sa_handler = catch };

	caught = 0;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
}

int
interrupted(void)
{
	return caught;
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct advance
advance_start(const struct library_call *call)
{
	double now = seconds();

	return (struct advance){ call->options.language, now, now,
	    isatty(STDERR_FILENO) == 1 };
}

void
advance_tell(struct advance *advance, size_t done, size_t all)
{
	double          now    = seconds();
	double          passed = now - advance->start;
	double          rate   = passed > 0 ? (double)done / passed : 0;
	struct buffer   line   = { 0 };
	struct argument arguments[4];

	if (now - advance->told < (advance->terminal ? 0.2 : 10) || rate <= 0)
		return;
	advance->told = now;
	arguments[0] = (struct argument){ NULL, done };
	arguments[1] = (struct argument){ NULL, all };
	arguments[2] = (struct argument){ NULL, (size_t)rate };
	arguments[3] = (struct argument){ NULL,
	    (size_t)((double)(all - done) / rate) };
	message_write(advance->language, MESSAGE_LIBRARY_PROGRESS, arguments,
	    4, &line);
	fprintf(stderr, advance->terminal ? "\r\033[K%.*s" : "qari: %.*s\n",
	    (int)line.count, line.at);
	array_free(&line);
}

void
advance_end(struct advance *advance)
{
	if (advance->terminal && advance->told > advance->start)
		fprintf(stderr, "\r\033[K");
}

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
		{ "already", ADDED_ALREADY }, { "twins", ADDED_TWIN },
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
	buffer_add_string(out, ",\"passed\":");
	json_number(out, tally->passed);
	buffer_add_string(out, "}\n");
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

static bool
go_on(size_t done, size_t all, void *context)
{
	advance_tell(context, done, all);
	return interrupted() == 0;
}

static void
place_stories(struct library_call *call)
{
	struct advance advance = advance_start(call);

	library_place_stories(call->library, go_on, &advance);
	advance_end(&advance);
}

int
library_add_run(struct library_call *call)
{
	struct paths   paths = { 0 };
	struct tally   tally = { { 0 }, 0 };
	struct advance advance = advance_start(call);
	int            status;
	bool           going;

	if (call_models(call) == NULL)
		return 2;
	status = gather(call, &paths);
	interrupts_watch();
	library_set_bulk(call->library, paths.count > 100);
	going = true;
	for (size_t i = 0; going && i < paths.count && interrupted() == 0;
	    i++) {
		going = add_one(call, paths.at[i], is_named(call,
		    paths.at[i]), &tally);
		advance_tell(&advance, i + 1, paths.count);
	}
	advance_end(&advance);
	library_settle(call->library);
	if (going && interrupted() == 0)
		place_stories(call);
	library_set_bulk(call->library, false);
	paths_free(&paths);
	/* What the last batch held was undone: the count would be wrong. */
	if (!going || call_failed(call, 0) != 0)
		return 2;
	if (tally.of[ADDED_FAILED] > 0)
		status = 2;
	tell(call, &tally);
	return interrupted() != 0 ? 128 + interrupted() : status;
}

int
library_remove_run(struct library_call *call)
{
	int status = 0;

	for (size_t i = 0; i < call->operands; i++) {
		const char *name    = call->operand[i];
		int64_t     article = call_article(call, name);

		if (article == 0)
			status = 1;
		else if (!library_remove_path(call->library, name))
			library_remove(call->library, article);
	}
	library_settle(call->library);
	return call_failed(call, status);
}

bool
library_do_reindex(struct library_call *call)
{
	const struct models *models  = call_models(call);
	struct advance       advance = advance_start(call);
	size_t               all     = library_count(call->library);
	int64_t              at      = 0;
	size_t               done    = 0;

	if (models == NULL)
		return false;
	interrupts_watch();
	library_set_bulk(call->library, true);
	if (library_reindex_begin(call->library))
		while (interrupted() == 0 && library_reindex_next(
		    call->library, models, &at))
			advance_tell(&advance, ++done, all);
	advance_end(&advance);
	library_settle(call->library);
	if (interrupted() == 0)
		place_stories(call);
	library_set_bulk(call->library, false);
	return interrupted() == 0 && call_failed(call, 0) == 0;
}

int
library_reindex_run(struct library_call *call)
{
	struct health  health;
	struct failure failure;

	library_check(call->library, &health);
	if (health.complaint != NULL && library_mend(call->library, &failure))
		call_say(call, MESSAGE_LIBRARY_REBUILT,
		    library_set_aside(call->library), 0);
	free(health.complaint);
	if (library_do_reindex(call))
		return 0;
	return interrupted() != 0 ? 128 + interrupted() : 2;
}

static void
add_line(struct library_call *call, enum message message, const char *text,
    size_t number)
{
	struct argument arguments[] = { { text, number } };

	message_write(call->options.language, message, arguments, 1,
	    &call->out);
	buffer_add_string(&call->out, "\n");
}

static void
health_json(struct buffer *out, const struct health *health, bool sound)
{
	const struct { const char *name; size_t number; } numbers[] = {
		{ "articles", health->articles },
		{ "bytes", (size_t)health->bytes },
		{ "missing", health->missing },
		{ "changed", health->changed },
		{ "unreadable", health->unreadable },
	};

	buffer_add_string(out, "{\"sound\":");
	buffer_add_string(out, sound ? "true" : "false");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		buffer_add_string(out, ",");
		json_text(out, numbers[i].name);
		buffer_add_string(out, ":");
		json_number(out, numbers[i].number);
	}
	buffer_add_string(out, ",\"outdated\":");
	buffer_add_string(out, health->outdated ? "true" : "false");
	buffer_add_string(out, ",\"fault\":");
	json_text(out, health->complaint);
	buffer_add_string(out, "}\n");
}

static void
health_text(struct library_call *call, const struct health *health,
    bool sound)
{
	add_line(call, MESSAGE_LIBRARY_HEALTH_ARTICLES, NULL,
	    health->articles);
	add_line(call, MESSAGE_LIBRARY_HEALTH_BYTES, NULL,
	    (size_t)health->bytes);
	if (health->missing > 0)
		add_line(call, MESSAGE_LIBRARY_HEALTH_MISSING, NULL,
		    health->missing);
	if (health->changed > 0)
		add_line(call, MESSAGE_LIBRARY_HEALTH_CHANGED, NULL,
		    health->changed);
	if (health->unreadable > 0)
		add_line(call, MESSAGE_LIBRARY_HEALTH_UNREADABLE, NULL,
		    health->unreadable);
	if (health->outdated)
		add_line(call, MESSAGE_LIBRARY_HEALTH_OUTDATED, NULL, 0);
	if (health->complaint != NULL)
		add_line(call, MESSAGE_LIBRARY_HEALTH_FAULT,
		    health->complaint, 0);
	if (sound)
		add_line(call, MESSAGE_LIBRARY_SOUND, NULL, 0);
}

int
library_check_run(struct library_call *call)
{
	struct health health;
	bool          sound = library_check(call->library, &health) &&
	    health.unreadable == 0 && !health.outdated;

	if (call->jsonl)
		health_json(&call->out, &health, sound);
	else
		health_text(call, &health, sound);
	free(health.complaint);
	return call_failed(call, sound ? 0 : 1);
}
