/* evidence.h: what is known of a terminal: what it answers and what the
 * environment says. */
#ifndef QARI_SCREEN_EVIDENCE_H
#define QARI_SCREEN_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

/* Where a piece of knowledge comes from. */
enum source {
	/* Variables of the environment. */
	FROM_TERM,
	FROM_PROGRAM,           /* TERM_PROGRAM */
	FROM_TMUX,
	FROM_STY,               /* screen */
	FROM_VTE,               /* VTE_VERSION */
	FROM_KONSOLE,           /* KONSOLE_VERSION */
	FROM_KITTY,             /* KITTY_WINDOW_ID */
	FROM_MLTERM,
	FROM_WINDOWS,           /* WT_SESSION */
	VARIABLES,

	/* Replies of the terminal. */
	FROM_ATTRIBUTES = VARIABLES,    /* DA1, the last one: "62;22" */
	FROM_KIND,              /* DA2: "65;7006;1" */
	FROM_UNIT,              /* DA3: "7E565445" */
	FROM_VERSION,           /* XTVERSION: "XTerm(379)" */
	FROM_MODE,              /* DECRQM of mode 8: "1" is set, "2" reset */
	FROM_WIDTHS,            /* cursor reports: "1,2,1" columns */

	/* What tmux says of the terminal outside. */
	FROM_OUTSIDE,           /* its version, or else its TERM */
	FROM_PASSING,           /* allow-passthrough: "on", "all" */
	SOURCES
};

enum { EVIDENCE_SIZE = 64 };            /* bytes of each, its NUL too */

struct evidence {
	char   text[SOURCES][EVIDENCE_SIZE];    /* "": nothing known */
	size_t answers;                         /* times that DA1 came */
};

/* The name of the variable or of the question; static. */
const char *source_name(enum source source);

/* Notes what the variables say. */
void evidence_of_environment(struct evidence *evidence);

/* Notes that a source says `bytes[size]`: cut to fit, and what is not
 * printable ASCII as '?'. */
void evidence_note(struct evidence *evidence, enum source source,
    const char *bytes, size_t size);

/* The questions, in one write. The last is one that every terminal answers:
 * with its reply all the others have come, or never will. */
extern const char query_all[];

/* The one about mode 8 for the terminal outside tmux, which lets it pass
 * when it is told to. */
extern const char query_outside[];

/* What shows how many columns a blank with an override, lam and alef, and the
 * ligature of both take, and asks for the cursor after each. Uses row 2: in
 * row 1 the reply would be that of the key F3. */
extern const char query_widths[];

/* Reads one whole sequence that the terminal sent. False when it is no reply
 * to a question above, and nothing is noted then. */
bool reply_read(const char *bytes, size_t size, struct evidence *evidence);

/* Whether all replies to query_widths have come. */
bool widths_known(const struct evidence *evidence);

#endif
