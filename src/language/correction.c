/* correction.c: what the reader decided of names, as a list and as text. */
#include "language/correction.h"

#include <string.h>

#include "bytes/memory.h"
#include "bytes/utf8.h"
#include "language/ruling.h"

enum { FIELDS = 3, LONGEST = 400 };     /* of a line; bytes of a name */

struct field {
	const char *at;
	size_t      size;
};

struct corrections *
corrections_new(void)
{
	return memory_new(1, sizeof(struct corrections));
}

static bool
has_controls(const char *text, size_t size)
{
	for (size_t at = 0; at < size;) {
		char32_t letter;

		at += utf8_read(text + at, size - at, &letter);
		if (letter < ' ' || (letter >= 0x7F && letter < 0xA0) ||
		    letter == 0x2028 || letter == 0x2029 || letter == 0xFFFD)
			return true;
	}
	return false;
}

static bool
is_name(const char *text, size_t size)
{
	struct ruling ruling;

	if (size == 0 || size > LONGEST || has_controls(text, size) ||
	    !ruling_read(&ruling, text, size))
		return false;
	ruling_free(&ruling);
	return true;
}

static void
append(struct corrections *corrections, enum decision decision,
    enum kind kind, struct field name, struct field other)
{
	struct correction correction = { .decision = decision, .kind = kind };

	correction.name = memory_string(name.at, name.size);
	if (decision == DECISION_SAME)
		correction.other = memory_string(other.at, other.size);
	array_add(corrections, correction);
}

static struct field
field_of(const char *text)
{
	return (struct field){ text, text == NULL ? 0 : strlen(text) };
}

bool
corrections_add(struct corrections *corrections,
    const struct correction *correction)
{
	struct field name  = field_of(correction->name);
	struct field other = field_of(correction->other);

	if (!is_name(name.at, name.size) ||
	    (correction->decision == DECISION_SAME &&
	    !is_name(other.at, other.size)))
		return false;
	append(corrections, correction->decision, correction->kind, name,
	    other);
	rulings_make(corrections);
	return true;
}

void
corrections_add_all(struct corrections *corrections,
    const struct corrections *more)
{
	for (size_t i = 0; i < more->count; i++) {
		const struct correction *one = &more->at[i];

		if (one->decision != DECISION_NONE)
			append(corrections, one->decision, one->kind,
			    field_of(one->name), field_of(one->other));
	}
	rulings_make(corrections);
}

bool
corrections_take_back(struct corrections *corrections,
    struct correction *taken)
{
	size_t last = corrections->count;

	while (last > 0 && corrections->at[last - 1].decision ==
	    DECISION_NONE)
		last--;
	if (last == 0)
		return false;
	*taken = corrections->at[last - 1];
	memmove(corrections->at + last - 1, corrections->at + last,
	    (corrections->count - last) * sizeof *corrections->at);
	corrections->count--;
	rulings_make(corrections);
	return true;
}

/* Cuts the line at its tabs; the number of fields, FIELDS + 1 for more. */
static size_t
split(struct field line, struct field fields[FIELDS])
{
	size_t count = 0;

	for (;;) {
		const char *tab  = memchr(line.at, '\t', line.size);
		size_t      size = tab == NULL ? line.size
		    : (size_t)(tab - line.at);

		if (count == FIELDS)
			return FIELDS + 1;
		fields[count++] = (struct field){ line.at, size };
		if (tab == NULL)
			return count;
		line.at += size + 1;
		line.size -= size + 1;
	}
}

static bool
field_is(struct field field, const char *word)
{
	return field.size == strlen(word) &&
	    memcmp(field.at, word, field.size) == 0;
}

static bool
parse_decision(struct corrections *corrections, struct field line)
{
	struct field fields[FIELDS] = { { 0 } };
	size_t       count = split(line, fields);
	bool         same  = field_is(fields[0], "same");
	int          kind  = 0;

	if (count != (same ? 3 : 2) ||
	    !is_name(fields[1].at, fields[1].size) ||
	    (same && !is_name(fields[2].at, fields[2].size)))
		return false;
	while (kind < KINDS && !field_is(fields[0],
	    kind_tag((enum kind)kind)))
		kind++;
	if (same)
		append(corrections, DECISION_SAME, KINDS, fields[1],
		    fields[2]);
	else if (field_is(fields[0], "not"))
		append(corrections, DECISION_NOT, KINDS, fields[1],
		    fields[2]);
	else if (kind < KINDS)
		append(corrections, DECISION_KIND, (enum kind)kind, fields[1],
		    fields[2]);
	else
		return false;
	return true;
}

/* False when the line is not sound. */
static bool
parse_line(struct corrections *corrections, struct field line)
{
	struct field bare = line;
	bool         nothing;

	if (bare.size > 0 && bare.at[bare.size - 1] == '\r')
		bare.size--;
	nothing = bare.size == 0 || bare.at[0] == '#';
	if (!nothing && parse_decision(corrections, bare))
		return true;
	append(corrections, DECISION_NONE, KINDS, line, line);
	return nothing;
}

bool
corrections_parse(struct corrections *corrections, const char *text,
    size_t size, size_t *line)
{
	size_t number = 0;

	*line = 0;
	for (size_t at = 0; at < size;) {
		const char *end    = memchr(text + at, '\n', size - at);
		size_t      length = end == NULL ? size - at
		    : (size_t)(end - text) - at;

		number++;
		if (!parse_line(corrections, (struct field){ text + at,
		    length }) && *line == 0)
			*line = number;
		at += length + 1;
	}
	rulings_make(corrections);
	return *line == 0;
}

static void
write_one(const struct correction *correction, struct buffer *text)
{
	static const char *const words[] = {
		[DECISION_NOT] = "not", [DECISION_SAME] = "same"
	};

	if (correction->decision != DECISION_NONE) {
		buffer_add_string(text, correction->decision == DECISION_KIND
		    ? kind_tag(correction->kind)
		    : words[correction->decision]);
		buffer_add_string(text, "\t");
	}
	buffer_add_string(text, correction->name);
	if (correction->decision == DECISION_SAME) {
		buffer_add_string(text, "\t");
		buffer_add_string(text, correction->other);
	}
	buffer_add_string(text, "\n");
}

void
corrections_write(const struct corrections *corrections, struct buffer *text)
{
	for (size_t i = 0; i < corrections->count; i++)
		write_one(&corrections->at[i], text);
}

void
corrections_free(struct corrections *corrections)
{
	if (corrections == NULL)
		return;
	for (size_t i = 0; i < corrections->count; i++) {
		free(corrections->at[i].name);
		free(corrections->at[i].other);
	}
	array_free(corrections);
	rulings_make(corrections);
	free(corrections);
}
