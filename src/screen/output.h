/* output.h: what is on its way to the terminal, and how far it has come. */
#ifndef QARI_SCREEN_OUTPUT_H
#define QARI_SCREEN_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "bytes/array.h"

/* How far a frame has come only the terminal can tell: between it and us lie
 * the buffers of the kernel, of sshd and of the line, many screens deep. So a
 * frame that is large, or follows another closely, ends with a question that
 * every terminal answers (DA1), and the next one waits for the answer. */
struct output {
	int           fd;               /* does not block */
	struct buffer bytes;            /* the frame on its way */
	size_t        sent;             /* bytes of it the kernel has */
	bool          sending;          /* it did not take all of them */
	size_t        asked;            /* questions in all */
	int64_t       asked_at;         /* milliseconds: the last of them */
	int64_t       framed_at;        /* … and the last frame */
};

/* Sends what the kernel takes of the frame. */
void output_send(struct output *output);

/* Forgets what was not sent. */
void output_drop(struct output *output);

/* Notes that the frame holds the question. */
void output_asks(struct output *output, int64_t now);

/* Sends the frame, which holds something, and asks, unless the terminal has
 * not answered yet what it was asked before (`answers` were heard). */
void output_frame(struct output *output, size_t answers, int64_t now);

/* Until when the next frame waits: for the kernel to take this one (INT64_MAX)
 * or for the terminal to have it, which is no longer waited for from then on;
 * 0 when it need not wait. */
int64_t output_waits(const struct output *output, size_t answers);

/* Until when an answer may still come that would be taken for keys by
 * whatever reads them after us; 0 when none is expected. */
int64_t output_owes(const struct output *output, size_t answers);

#endif
