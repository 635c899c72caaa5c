/* output.c: wherever a slow terminal stopped taking a frame, leaving cuts no
 * letter and no sequence in two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "screen/guard.h"
#include "screen/output.h"

static const char OFF[] = "\033[?1049l";
static const char CANCEL[] = "\x18";

/* What the frame is made of; it may be left between any two. */
static const char *const piece[] = {
	"\033[?2026h", "\033[3;10H", "\033[0;1;36m", "a", "ق", "\xCC\x81", "ﻗ",
	"𐴀", "\033(B", "\033[2 k", "ل", "\033]52;c;2YLYtw==\a", "\033[m", " ",
	"\033]2;x\033\\", "\033P$q\033\\", "\033M", "\r", "\033[c", "م",
	/* … but not in this one, which is too long to be ended: */
	("\033]52;c;QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"
	    "QUFBQUFBQUFBQUFBQUFBQUFBQUFB\a"),
};

static void
fill(int fd)
{
	char zero[4096] = "";

	fcntl(fd, F_SETFL, O_NONBLOCK);
	while (write(fd, zero, sizeof zero) > 0)
		continue;
	while (write(fd, zero, 1) > 0)
		continue;
}

/* What is written on leaving when a terminal that is full has `sent` bytes of
 * the frame. */
static void
leave(struct output *output, size_t sent, int from, char written[256])
{
	static char   left[1 << 20];
	struct guarded guarded = { .output = output->fd, .keyboard = -1,
	    .off_size = sizeof OFF - 1 };
	ssize_t        got;

	memcpy(guarded.off, OFF, sizeof OFF - 1);
	fill(output->fd);
	guard_start(&guarded);
	guard_taken();
	output->sent = sent;
	output_send(output);
	assert_true(output->sending);
	assert_int_equal(output->sent, sent);
	while (read(from, left, sizeof left) > 0)
		continue;
	guard_give_back();
	guard_stop();
	got = read(from, written, 255);
	assert_true(got > 0);
	written[got] = '\0';
}

static void
a_frame_is_left_between_letters(void **state)
{
	struct output output = { 0 };
	int           ends[2];
	size_t        start = 0;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	output.fd = ends[1];
	for (size_t i = 0; i < sizeof piece / sizeof *piece; i++)
		buffer_add_string(&output.bytes, piece[i]);
	for (size_t i = 0; i < sizeof piece / sizeof *piece; i++) {
		for (size_t at = 0; at < strlen(piece[i]); at++) {
			const char *rest = at == 0 ? "" : piece[i] + at;
			char        written[256];

			leave(&output, start + at, ends[0], written);
			if (strlen(rest) > 64)
				rest = CANCEL;
			assert_int_equal(strlen(written),
			    strlen(rest) + sizeof OFF - 1);
			assert_memory_equal(written, rest, strlen(rest));
			assert_string_equal(written + strlen(rest), OFF);
		}
		start += strlen(piece[i]);
	}
	array_free(&output.bytes);
	close(ends[0]);
	close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_is_left_between_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
