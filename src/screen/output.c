/* output.c: what is on its way to the terminal, and how far it has come. */
#include "screen/output.h"

#include <errno.h>
#include <unistd.h>

#include "screen/guard.h"

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

/* The end of the sequence that begins at bytes[at] with ESC, as ECMA-48 has
 * them; `count` when it is cut off. */
static size_t
sequence_end(const struct buffer *bytes, size_t at)
{
	const unsigned char *byte  = (const unsigned char *)bytes->at;
	unsigned char        first = at + 1 < bytes->count ? byte[at + 1] : 0;
	bool                 named = first == ']' || first == 'P';

	at += first == '[' || named ? 2 : 1;
	if (named)
		while (at < bytes->count && byte[at] != '\a' &&
		    byte[at] != '\033')
			at++;
	else
		while (at < bytes->count && byte[at] >= ' ' &&
		    byte[at] <= (first == '[' ? '?' : '/'))
			at++;
	/* ST is two bytes. */
	if (named && at < bytes->count && byte[at] == '\033')
		at++;
	return at < bytes->count ? at + 1 : bytes->count;
}

/* What is missing of the letter or sequence that is half sent. */
static size_t
half_size(const struct output *output)
{
	const struct buffer *bytes = &output->bytes;
	size_t               sent  = output->sent;
	size_t               at    = sent;

	while (at < bytes->count &&
	    ((unsigned char)bytes->at[at] & 0xC0) == 0x80)
		at++;
	if (at > sent)
		return at - sent;
	do
		if (at == 0)
			return 0;
	while (bytes->at[--at] != '\033');
	if ((at = sequence_end(bytes, at)) > sent)
		return at - sent;
	return 0;
}

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
	if (output->sending)
		guard_set_half(bytes->at + output->sent, half_size(output));
	/* A closed terminal takes nothing: the keyboard tells of it. */
	if (!output->sending)
		output_drop(output);
}

void
output_drop(struct output *output)
{
	guard_set_half(NULL, 0);
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
