/* leaders.c: whom names stand for, and how often that is named. */
#include "library/leaders.h"

#include <stdlib.h>
#include <string.h>

struct leader {
	bool     known;
	uint32_t articles;      /* that name whom it leads */
	int64_t  leader;
};

struct leaders {
	struct library *library;
	struct leader  *at;             /* [room] by name */
	size_t          room;
};

struct leaders *
leaders_new(struct library *library)
{
	struct leaders *leaders = memory_new(1, sizeof *leaders);

	leaders->library = library;
	return leaders;
}

static const struct leader *
look_up(struct leaders *leaders, int64_t name)
{
	size_t         at = (size_t)name;
	struct leader *one;
	struct rows   *rows;

	if (at >= leaders->room) {
		size_t room = at + 1 + at / 2;

		leaders->at = memory_resize(leaders->at, room,
		    sizeof *leaders->at);
		memset(leaders->at + leaders->room, 0,
		    (room - leaders->room) * sizeof *leaders->at);
		leaders->room = room;
	}
	one = &leaders->at[at];
	if (one->known)
		return one;
	one->known = true;
	rows = store_ask(leaders->library->store,
	    "SELECT leader, all_articles FROM name WHERE id = ?", "i", name);
	if (rows_next(rows)) {
		one->leader = rows_integer(rows, 0);
		one->articles = (uint32_t)rows_integer(rows, 1);
		rows_end(rows);
	}
	return one;
}

int64_t
leader_of(struct leaders *leaders, int64_t name)
{
	return look_up(leaders, name)->leader;
}

double
leader_articles(struct leaders *leaders, int64_t name)
{
	return look_up(leaders, name)->articles;
}

void
leaders_free(struct leaders *leaders)
{
	free(leaders->at);
	free(leaders);
}
