/* guard.h: gives the terminal back whatever ends or stops the program, and
 * notes what signals tell. */
#ifndef QARI_SCREEN_GUARD_H
#define QARI_SCREEN_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What is needed to give the terminal back from any place, a signal handler
 * too. */
enum { GUARDED_OFF = 512 };             /* bytes, at most */

struct guarded {
	int            output;
	int            keyboard;
	struct termios before;          /* the keyboard's, as it was found */
	char           off[GUARDED_OFF];
	size_t         off_size;
};

/* Handles the signals, exit() and exhausted memory. A signal that was ignored
 * stays ignored. */
void guard_start(const struct guarded *guarded);

/* Other bytes give it back from now on. */
void guard_set_off(const char *off, size_t off_size);

/* A letter or sequence is half sent: `half[size]` is written before the bytes
 * that give the terminal back. A long one, a text for the clipboard, is
 * cancelled. */
void guard_set_half(const char *half, size_t size);

/* Tells that the terminal is taken, or about to be. */
void guard_taken(void);

/* Gives the terminal back if it is taken. Safe in a signal handler. */
void guard_give_back(void);

/* A descriptor that is readable when a signal has told something, until
 * guard_heard(). */
int  guard_wake(void);
void guard_heard(void);

/* What the signals told since last asked. */
bool guard_resized(void);
bool guard_continued(void);
bool guard_stop_asked(void);

/* The signal that asked the program to end; 0 when none has. */
int guard_ending(void);

/* Whether any of the above has something to tell. */
bool guard_told(void);

/* Stops the program as SIGTSTP does by default, and returns when it is
 * continued; at once where job control is off. `group` stops the whole job,
 * as the terminal's own Ctrl-Z would. */
void guard_suspend(bool group);

/* Signals act as before guard_start(). */
void guard_stop(void);

#endif
