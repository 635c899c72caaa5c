/* failure.h: what went wrong and where. The sentence that tells it is made
 * in views/message.c, in the reader's language. */
#ifndef QARI_BYTES_FAILURE_H
#define QARI_BYTES_FAILURE_H

#include <stdbool.h>
#include <stddef.h>

enum failure_kind {
	FAILURE_NONE,
	FAILURE_SYSTEM,         /* a system call failed: see `error` */
	FAILURE_NOT_A_FILE,     /* a device, a socket */
	FAILURE_BINARY,         /* not text in any encoding we know */
	FAILURE_TOO_LARGE,      /* beyond `limit` */
	FAILURE_NO_ARTICLES,    /* a directory that holds none */
	FAILURE_DAMAGED,        /* one of our own data files is not sound */
	FAILURE_NOT_A_LIBRARY,  /* a file of another kind */
	FAILURE_DATABASE,       /* what was asked of it cannot be done */
	FAILURE_TERMINAL,       /* the terminal cannot show a screen */
	FAILURE_USAGE           /* an option or its value is wrong */
};

struct failure {
	enum failure_kind kind;
	int               error;        /* errno, for FAILURE_SYSTEM */
	size_t            limit;        /* bytes, for FAILURE_TOO_LARGE */
	size_t            line;         /* 1-based; 0 when it has no line */
	char              where[512];   /* path or option, NUL-terminated */
};

/* Fills `failure` (which may be NULL) and returns false. `where` is cut to
 * fit. */
bool failure_set(struct failure *failure, enum failure_kind kind,
    const char *where);

/* The same for FAILURE_SYSTEM, keeping errno. */
bool failure_set_errno(struct failure *failure, const char *where);

/* The same for FAILURE_TOO_LARGE: no more than `limit` bytes are read. */
bool failure_set_limit(struct failure *failure, const char *where,
    size_t limit);

#endif
