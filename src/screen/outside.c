/* outside.c: what tmux knows of the terminal it is shown in, of which its own
 * replies tell nothing. */
#include "screen/outside.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* A line: whether sequences are let through, TERM, and the reply to
 * XTVERSION where there was one. */
#define FORMAT "#{allow-passthrough} #{client_termname} #{client_termtype}"

static pid_t asked = -1;

static bool
spawn(int output)
{
	static char tmux[] = "tmux", command[] = "display-message",
	    print[] = "-p", format[] = FORMAT;
	char *const argv[] = { tmux, command, print, format, NULL };
	posix_spawn_file_actions_t actions;
	bool good;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
	    O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
	    O_WRONLY, 0);
	good = posix_spawnp(&asked, tmux, &actions, NULL, argv, environ) == 0;
	posix_spawn_file_actions_destroy(&actions);
	return good;
}

int
outside_ask(void)
{
	int  ends[2];
	bool good;

	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
		return -1;
	good = spawn(ends[1]);
	close(ends[1]);
	if (good)
		return ends[0];
	close(ends[0]);
	return -1;
}

/* "on xterm-256color XTerm(379)": the version, or else the name. */
static void
note(struct evidence *evidence, const char *line, size_t size)
{
	const char *end  = line + size;
	const char *name = memchr(line, ' ', size);
	const char *type;

	if (name == NULL)
		return;
	evidence_note(evidence, FROM_PASSING, line, (size_t)(name - line));
	name++;
	type = memchr(name, ' ', (size_t)(end - name));
	if (type == NULL)
		type = end;
	if (type + 1 < end)
		evidence_note(evidence, FROM_OUTSIDE, type + 1,
		    (size_t)(end - type - 1));
	else
		evidence_note(evidence, FROM_OUTSIDE, name,
		    (size_t)(type - name));
}

void
outside_forget(int *fd)
{
	if (*fd < 0)
		return;
	close(*fd);
	*fd = -1;
	/* It ends by itself, and soon; until then it is nobody's burden. */
	if (waitpid(asked, NULL, WNOHANG) == asked)
		asked = -1;
}

bool
outside_read(int *fd, struct evidence *evidence)
{
	char    line[256];
	ssize_t got;
	size_t  size;

	do
		got = read(*fd, line, sizeof line);
	while (got < 0 && errno == EINTR);
	if (got < 0 && errno == EAGAIN)
		return false;
	size = got > 0 ? (size_t)got : 0;
	while (size > 0 && line[size - 1] == '\n')
		size--;
	note(evidence, line, size);
	outside_forget(fd);
	return true;
}
