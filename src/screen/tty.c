/* tty.c: the device: its two ends, its modes, its size. */
#include "screen/tty.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
	ROWS_MOST    = 400,     /* no real screen has more; a pty may say so */
	COLUMNS_MOST = 1000
};

/* The terminal by its name, so that not to block is our own setting and not
 * that of every program that shares standard output. */
static int
open_output(void)
{
	char name[128];
	int  fd = -1;

	if (!isatty(STDOUT_FILENO))
		return -1;
	if (ttyname_r(STDOUT_FILENO, name, sizeof name) == 0)
		fd = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
	return fd >= 0 ? fd : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
}

static int
open_keyboard(int output)
{
	int fd;

	if (isatty(STDIN_FILENO))
		return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	return fd >= 0 ? fd : fcntl(output, F_DUPFD_CLOEXEC, 3);
}

/* Each byte at once and as it is, both ways. Ctrl-C, Ctrl-Z and the like are
 * keys; the kernel keeps Ctrl-\, to end a program that hangs. */
static struct termios
modes_of(const struct termios *before)
{
	struct termios modes = *before;

	modes.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | ISTRIP |
	    IXON | PARMRK);
	modes.c_oflag &= ~(tcflag_t)OPOST;
	modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
	modes.c_cc[VINTR] = _POSIX_VDISABLE;
	modes.c_cc[VSUSP] = _POSIX_VDISABLE;
	modes.c_cc[VMIN] = 1;
	modes.c_cc[VTIME] = 0;
	return modes;
}

bool
tty_open(struct tty *tty)
{
	tty->keyboard = -1;
	tty->output = open_output();
	if (tty->output >= 0)
		tty->keyboard = open_keyboard(tty->output);
	if (tty->keyboard < 0 ||
	    tcgetattr(tty->keyboard, &tty->before) != 0) {
		tty_close(tty);
		return false;
	}
	tty->ours = modes_of(&tty->before);
	return true;
}

bool
tty_output_is_bare(const struct tty *tty)
{
	struct termios modes;

	return tcgetattr(tty->output, &modes) == 0 &&
	    (modes.c_oflag & OPOST) == 0;
}

static size_t
environment_size(const char *name, size_t otherwise)
{
	const char *value = getenv(name);
	long        size  = value != NULL ? strtol(value, NULL, 10) : 0;

	return size > 0 ? (size_t)size : otherwise;
}

static size_t
within(size_t size, size_t most)
{
	return size < 1 ? 1 : size > most ? most : size;
}

bool
tty_measure(const struct tty *tty, const struct caps *caps, size_t *rows,
    size_t *columns)
{
	struct winsize size = { 0 };
	size_t         high = *rows;
	size_t         wide = *columns + (caps->spares_last ? 1 : 0);

	ioctl(tty->output, TIOCGWINSZ, &size);
	if (size.ws_row > 0 && size.ws_col > 0) {
		high = size.ws_row;
		wide = size.ws_col;
	} else if (high == 0) {         /* a serial line does not know it */
		high = environment_size("LINES",
		    caps->rows > 0 ? caps->rows : 24);
		wide = environment_size("COLUMNS",
		    caps->columns > 0 ? caps->columns : 80);
	}
	high = within(high, ROWS_MOST);
	wide = within(wide - (caps->spares_last && wide > 1 ? 1 : 0),
	    COLUMNS_MOST);
	if (high == *rows && wide == *columns)
		return false;
	*rows = high;
	*columns = wide;
	return true;
}

void
tty_close(struct tty *tty)
{
	if (tty->output >= 0)
		close(tty->output);
	if (tty->keyboard >= 0)
		close(tty->keyboard);
	tty->output = tty->keyboard = -1;
}
