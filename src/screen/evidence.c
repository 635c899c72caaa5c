/* evidence.c: what is known of a terminal: the questions and their replies, as
 * xterm's control sequences document has them, and the environment. */
#include "screen/evidence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char query_all[] =
    "\033[>q"           /* XTVERSION */
    "\033[8$p"          /* DECRQM: who reorders */
    "\033[=c"           /* DA3 */
    "\033[>c"           /* DA2 */
    "\033[c";           /* DA1 */

const char query_outside[] = "\033Ptmux;\033\033[8$p\033\\";

const char query_widths[] =
    "\033[2;1H \xE2\x80\xAD\033[6n"
    "\033[2;1H\xD9\x84\xD8\xA7\033[6n"
    "\033[2;1H\xEF\xBB\xBB\033[6n";

/* A variable by its name, or a reply by what it begins and ends with. */
static const struct {
	const char *name;
	const char *start;
	const char *end;
} rows[SOURCES] = {
	[FROM_TERM]       = { "TERM", NULL, NULL },
	[FROM_PROGRAM]    = { "TERM_PROGRAM", NULL, NULL },
	[FROM_TMUX]       = { "TMUX", NULL, NULL },
	[FROM_STY]        = { "STY", NULL, NULL },
	[FROM_VTE]        = { "VTE_VERSION", NULL, NULL },
	[FROM_KONSOLE]    = { "KONSOLE_VERSION", NULL, NULL },
	[FROM_KITTY]      = { "KITTY_WINDOW_ID", NULL, NULL },
	[FROM_MLTERM]     = { "MLTERM", NULL, NULL },
	[FROM_WINDOWS]    = { "WT_SESSION", NULL, NULL },
	[FROM_ATTRIBUTES] = { "DA1", "\033[?", "c" },
	[FROM_KIND]       = { "DA2", "\033[>", "c" },
	[FROM_UNIT]       = { "DA3", "\033P!|", "" },
	[FROM_VERSION]    = { "XTVERSION", "\033P>|", "" },
	[FROM_MODE]       = { "DECRQM 8", "\033[8;", "$y" },
	[FROM_WIDTHS]     = { "CPR", "\033[2;", "R" },
	[FROM_OUTSIDE]    = { "tmux: client", NULL, NULL },
	[FROM_PASSING]    = { "tmux: allow-passthrough", NULL, NULL },
};

const char *
source_name(enum source source)
{
	return rows[source].name;
}

void
evidence_note(struct evidence *evidence, enum source source,
    const char *bytes, size_t size)
{
	char  *text = evidence->text[source];
	size_t kept = size < EVIDENCE_SIZE ? size : EVIDENCE_SIZE - 1;

	for (size_t i = 0; i < kept; i++)
		text[i] = bytes[i] >= ' ' && bytes[i] <= '~' ? bytes[i] : '?';
	text[kept] = '\0';
}

void
evidence_of_environment(struct evidence *evidence)
{
	for (enum source i = 0; i < VARIABLES; i++) {
		const char *value = getenv(rows[i].name);

		if (value != NULL)
			evidence_note(evidence, i, value, strlen(value));
	}
}

/* "1,2": the columns so far, and the next. The cursor stands behind what was
 * written in the first column. */
static void
note_width(struct evidence *evidence, const char *bytes, size_t size)
{
	char   text[EVIDENCE_SIZE];
	char  *known  = evidence->text[FROM_WIDTHS];
	char   digits[8] = { 0 };
	size_t kept   = size < sizeof digits ? size : sizeof digits - 1;
	long   column;
	int    length;

	memcpy(digits, bytes, kept);
	column = strtol(digits, NULL, 10) - 1;
	length = snprintf(text, sizeof text, "%.40s%s%ld", known,
	    known[0] != '\0' ? "," : "", column);
	evidence_note(evidence, FROM_WIDTHS, text, (size_t)length);
}

/* A control string's end: ST, BEL, or none when it was cut off. */
static size_t
without_terminator(const char *bytes, size_t size)
{
	if (size >= 2 && memcmp(bytes + size - 2, "\033\\", 2) == 0)
		return size - 2;
	return size >= 1 && bytes[size - 1] == '\007' ? size - 1 : size;
}

static bool
begins(const char *bytes, size_t size, const char *start)
{
	size_t length = strlen(start);

	return size >= length && memcmp(bytes, start, length) == 0;
}

static bool
ends(const char *bytes, size_t size, const char *end)
{
	size_t length = strlen(end);

	return size >= length &&
	    memcmp(bytes + size - length, end, length) == 0;
}

bool
reply_read(const char *bytes, size_t size, struct evidence *evidence)
{
	for (enum source i = FROM_ATTRIBUTES; i <= FROM_WIDTHS; i++) {
		size_t start = strlen(rows[i].start);
		size_t end   = strlen(rows[i].end);

		if (!begins(bytes, size, rows[i].start) ||
		    size < start + end || !ends(bytes, size, rows[i].end))
			continue;
		end = end > 0 ? size - end : without_terminator(bytes, size);
		if (end <= start)
			return false;
		if (i == FROM_WIDTHS)
			note_width(evidence, bytes + start, end - start);
		else
			evidence_note(evidence, i, bytes + start, end - start);
		evidence->answers += i == FROM_ATTRIBUTES;
		return true;
	}
	return false;
}

bool
widths_known(const struct evidence *evidence)
{
	const char *comma = strchr(evidence->text[FROM_WIDTHS], ',');

	return comma != NULL && strchr(comma + 1, ',') != NULL;
}
