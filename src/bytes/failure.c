/* failure.c: what went wrong and where. */
#include "bytes/failure.h"

#include <errno.h>
#include <stdio.h>

bool
failure_set(struct failure *failure, enum failure_kind kind, const char *where)
{
	if (failure == NULL)
		return false;
	failure->kind = kind;
	failure->error = 0;
	failure->limit = 0;
	failure->line = 0;
	snprintf(failure->where, sizeof failure->where, "%s",
	    where != NULL ? where : "");
	return false;
}

bool
failure_set_errno(struct failure *failure, const char *where)
{
	int error = errno;

	failure_set(failure, FAILURE_SYSTEM, where);
	if (failure != NULL)
		failure->error = error;
	return false;
}

bool
failure_set_limit(struct failure *failure, const char *where, size_t limit)
{
	failure_set(failure, FAILURE_TOO_LARGE, where);
	if (failure != NULL)
		failure->limit = limit;
	return false;
}
