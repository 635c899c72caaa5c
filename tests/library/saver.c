/* saver.c: a reader that does nothing but save, to be killed while it does.
 *
 * usage: saver save LIBRARY NUMBER       until it is killed: saves a position,
 *        a mark, a star, a tag and a correction in turn, and says each on
 *        standard output once it is kept
 *        saver once LIBRARY NUMBER       the same, each kind twice; status 2
 *        when one was not kept
 *        saver many LIBRARY              a position, a mark and a tag of many
 *        texts
 *        saver show LIBRARY              says all that is kept, and looks
 *        whether the library is sound
 *
 * A fact is a line: what, a tab, a number that only grows for one what. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "library/library.h"
#include "library/reading.h"
#include "views/corrections.h"

enum { TEXTS = 7, MANY = 2000 };

static int64_t
key_of(long number, long text)
{
	return number * TEXTS + text;
}

/* Says it at once: what was said must be found afterwards. */
static void
say(const char *what, int64_t of, long value)
{
	char line[128];
	int  size = snprintf(line, sizeof line, "%s %lld\t%ld\n", what,
	    (long long)of, value);

	if (write(STDOUT_FILENO, line, (size_t)size) != size)
		exit(3);
}

static bool
save_reading(struct library *library, int64_t key, long turn, bool star)
{
	struct reading reading = library_reading(library, key);

	if (star)
		reading.opened = turn;
	else
		reading.position = (size_t)turn;
	reading.starred |= star;
	return library_set_reading(library, key, &reading, star
	    ? READING_OPENED | READING_STARRED : READING_POSITION);
}

static bool
save_correction(struct corrections *held, int64_t key, long turn)
{
	char               name[64];
	struct failure     failure;
	struct corrections *more = corrections_new();
	bool               done;

	/* The file is read and written whole each time. */
	snprintf(name, sizeof name, "اسم %lld رقم %ld", (long long)key,
	    turn % 20);
	done = corrections_add(more, &(struct correction){ DECISION_KIND,
	    (enum kind)(turn % 4), name, NULL }) &&
	    corrections_store(held, more, &failure);
	corrections_free(more);
	return done;
}

static bool
save_one(struct library *library, struct corrections *held, long number,
    long turn)
{
	int64_t key = key_of(number, turn / 5 % TEXTS);
	char    word[32];

	snprintf(word, sizeof word, "%ld", turn);
	switch (turn % 5) {
	case 0:
		return save_reading(library, key, turn, false);
	case 1:
		return library_set_mark(library, key, "م", (size_t)turn);
	case 2:
		return save_reading(library, key, turn, true);
	case 3:
		return library_set_tag(library, key, word, true);
	default:
		return save_correction(held, key, turn);
	}
}

static int
save(struct library *library, long number, long turns)
{
	static const char *const what[] = {
		"position", "mark", "star", "tag", "correction"
	};
	struct failure      failure = { 0 };
	struct corrections *held    = corrections_load(&failure);

	struct timespec     now;

	/* Numbers go on behind those of earlier savers. */
	clock_gettime(CLOCK_REALTIME, &now);
	for (long turn = 5 * ((long)now.tv_sec * 1000 +
	    now.tv_nsec / 1000000); turns > 0; turn++, turns--) {
		if (!save_one(library, held, number, turn)) {
			fprintf(stderr, "saver: %s was not kept\n",
			    what[turn % 5]);
			corrections_free(held);
			return 2;
		}
		say(what[turn % 5], key_of(number, turn / 5 % TEXTS), turn);
	}
	corrections_free(held);
	return 0;
}

static int
save_many(struct library *library)
{
	library_set_bulk(library, true);
	for (int64_t key = 0; key < MANY; key++) {
		struct reading reading = { (size_t)key + 7, true, true, key };

		if (!library_set_reading(library, key, &reading, READING_ALL) ||
		    !library_set_mark(library, key, "م", (size_t)key + 3) ||
		    !library_set_tag(library, key, "1", true))
			return 2;
	}
	return 0;
}

static void
show_text(struct library *library, int64_t key)
{
	struct reading     reading = library_reading(library, key);
	struct place_marks marks   = library_marks(library, key);
	struct paths       tags    = library_tags(library, key);

	if (reading.position > 0)
		say("position", key, (long)reading.position);
	if (reading.starred)
		say("star", key, (long)reading.opened);
	for (size_t i = 0; i < marks.count; i++)
		say("mark", key, (long)marks.at[i].position);
	for (size_t i = 0; i < tags.count; i++)
		say("tag", key, strtol(tags.at[i], NULL, 10));
	array_free(&marks);
	paths_free(&tags);
}

static int
show(struct library *library)
{
	struct failure      failure = { 0 };
	struct corrections *held    = corrections_load(&failure);
	struct health       health;

	for (int64_t key = 0; key < MANY; key++)
		show_text(library, key);
	for (size_t i = 0; i < held->count; i++) {
		printf("decision %s\t%d\n", held->at[i].name,
		    (int)held->at[i].kind);
	}
	printf("articles 0\t%zu\n", library_count(library));
	if (failure.kind != FAILURE_NONE) {
		fprintf(stderr, "corrections: failure %d\n", failure.kind);
		return 1;
	}
	if (!library_check(library, &health) || health.complaint != NULL ||
	    health.unreadable > 0 ||
	    library_state(library) == LIBRARY_REBUILT) {
		fprintf(stderr, "not sound: %s\n", health.complaint != NULL
		    ? health.complaint : "-");
		return 1;
	}
	corrections_free(held);
	return 0;
}

int
main(int argc, char **argv)
{
	struct failure  failure = { 0 };
	struct library *library;
	int             status;

	if (argc < 3)
		return 2;
	library = library_open(argv[2], LIBRARY_MAKE, &failure);
	if (library == NULL) {
		fprintf(stderr, "saver: cannot be opened: %d %s %d\n",
		    failure.kind, failure.where, failure.error);
		return 2;
	}
	status = strcmp(argv[1], "show") == 0 ? show(library)
	    : strcmp(argv[1], "many") == 0 ? save_many(library)
	    : save(library, argc > 3 ? strtol(argv[3], NULL, 10) : 0,
	    strcmp(argv[1], "once") == 0 ? 10 : LONG_MAX);
	library_close(library);
	return status;
}
