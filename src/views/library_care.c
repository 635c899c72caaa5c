/* library_care.c: qari library reindex and check, and what is done to keep
 * what is computed up with the articles and the reader. */
#include <stdlib.h>

#include "library/reading.h"
#include "library/stories.h"
#include "views/corrections.h"
#include "views/json.h"
#include "views/library_task.h"

static bool
go_on(size_t done, size_t all, void *context)
{
	advance_tell(context, done, all);
	return interrupted() == 0;
}

void
call_place_stories(struct library_call *call)
{
	struct advance advance = advance_start(call->options.language,
	    true);

	library_place_stories(call->library, go_on, &advance);
	advance_end(&advance);
}

bool
library_do_reindex(struct library_call *call)
{
	const struct models *models  = call_models(call);
	struct advance       advance = advance_start(call->options.language,
	    true);
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
		call_place_stories(call);
	library_set_bulk(call->library, false);
	return interrupted() == 0 && call_failed(call, 0) == 0;
}

bool
library_do_heed(struct library_call *call)
{
	struct failure      failure     = { 0 };
	struct corrections *corrections = corrections_load(&failure);
	struct advance      advance     = advance_start(call->options.language,
	    true);
	bool   heeds = library_state(call->library) == LIBRARY_READ_ONLY ||
	    library_heeds(call->library, corrections);
	size_t all, done = 0;

	if (!heeds && library_heed(call->library, corrections) &&
	    (all = library_stale(call->library)) > 0 &&
	    call_models(call) != NULL) {
		interrupts_watch();
		while (interrupted() == 0 && library_heed_next(
		    call->library, call->models))
			advance_tell(&advance, ++done, all);
		library_settle(call->library);
		advance_end(&advance);
	}
	corrections_free(corrections);
	/* Names as they were are better than none. */
	call_failed(call, 0);
	return call->library != NULL && (heeds || interrupted() == 0);
}

int
library_reindex_run(struct library_call *call)
{
	struct health health;
	bool          sound;

	library_check(call->library, &health);
	sound = health.complaint == NULL;
	free(health.complaint);
	if (!sound && !call_mend(call))
		return 2;
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
