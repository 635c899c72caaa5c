/* output.c: what is on its way to the terminal, and how far it has come. */
#include "screen/output.h"

#include <errno.h>
#include <unistd.h>

enum { LARGE = 1000 };          /* bytes: a page has more, a row less */

/* Milliseconds. Keys that follow each other sooner than SOON may outrun a
 * line; a screen of 200 columns takes one of 2,400 bytes a second seven
 * seconds. */
enum {
	SOON     = 2000,
	PATIENCE = 10000,
	OWED     = 1000,        /* by one that has not answered yet, … */
	OWED_YET = 3000         /* … by one that has */
};

void
output_send(struct output *output)
{
	struct buffer *bytes = &output->bytes;

	while (output->sent < bytes->count) {
		ssize_t wrote = write(output->fd, bytes->at + output->sent,
		    bytes->count - output->sent);

		if (wrote >= 0)
			output->sent += (size_t)wrote;
		else if (errno != EINTR)
			break;
	}
	output->sending = output->sent < bytes->count && errno == EAGAIN;
	/* A closed terminal takes nothing: the keyboard tells of it. */
	if (!output->sending)
		output_drop(output);
}

void
output_drop(struct output *output)
{
	output->bytes.count = output->sent = 0;
	output->sending = false;
}

void
output_asks(struct output *output, int64_t now)
{
	output->asked++;
	output->asked_at = now;
}

void
output_frame(struct output *output, size_t answers, int64_t now)
{
	bool ask = output->bytes.count >= LARGE ||
	    now < output->framed_at + SOON;

	if (ask && output->asked > 0 && answers >= output->asked) {
		buffer_add_string(&output->bytes, "\033[c");
		output_asks(output, now);
	}
	output->framed_at = now;
	output_send(output);
}

int64_t
output_waits(const struct output *output, size_t answers)
{
	if (output->sending)
		return INT64_MAX;
	return answers > 0 && answers < output->asked
	    ? output->asked_at + PATIENCE : 0;
}

int64_t
output_owes(const struct output *output, size_t answers)
{
	if (answers >= output->asked)
		return 0;
	return output->asked_at + (answers > 0 ? OWED_YET : OWED);
}
