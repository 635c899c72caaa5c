/* terminals.c: what suited a terminal, remembered: a file of lines, each a
 * terminal, a tab, and the words of a setting. */
#include "views/terminals.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytes/file.h"
#include "bytes/home.h"

enum { READ_MOST = 64 << 10 };          /* bytes: hundreds of terminals */

char *
terminals_place(void)
{
	return home_path("XDG_CONFIG_HOME", ".config", "qari/terminals");
}

/* Variables whose values differ from window to window only tell by being
 * set. Over SSH most are lost: where it comes from stands for them. */
static void
write_terminal(struct buffer *out)
{
	struct evidence evidence = { 0 };
	const char     *from = getenv("SSH_CONNECTION");

	evidence_of_environment(&evidence);
	for (enum source i = 0; i < VARIABLES; i++) {
		bool valued = i == FROM_TERM || i == FROM_PROGRAM ||
		    i == FROM_VTE || i == FROM_KONSOLE;

		if (evidence.text[i][0] == '\0')
			continue;
		buffer_add_string(out, source_name(i));
		if (valued) {
			buffer_add_string(out, "=");
			buffer_add_string(out, evidence.text[i]);
		}
		buffer_add_string(out, " ");
	}
	if (from != NULL) {
		buffer_add_string(out, "SSH=");
		buffer_add(out, from, strcspn(from, " \t\n"));
	}
	buffer_add_string(out, "\t");
}

/* False when there is a file that could not be read to its end. */
static bool
read_all(const char *path, struct buffer *text, struct failure *failure)
{
	struct file *file = file_open(path, failure);
	bool         good;

	if (file == NULL && failure->kind == FAILURE_SYSTEM &&
	    failure->error == ENOENT)
		*failure = (struct failure){ 0 };
	if (file == NULL)
		return failure->kind == FAILURE_NONE;
	good = file_read(file, text, READ_MOST, failure);
	if (good && !file_ended(file) && text->count == READ_MOST)
		good = failure_set(failure, FAILURE_DAMAGED, path);
	file_close(file);
	return good;
}

/* The line of `text` that begins with `terminal`; size 0: there is none. */
static struct span
find_line(const struct buffer *text, const struct buffer *terminal)
{
	size_t end;

	for (size_t at = 0; at < text->count; at = end) {
		const char *line = text->at + at;
		const char *stop = memchr(line, '\n', text->count - at);

		end = stop == NULL ? text->count
		    : (size_t)(stop + 1 - text->at);
		if (end - at >= terminal->count &&
		    memcmp(line, terminal->at, terminal->count) == 0)
			return span_of(at, end);
	}
	return span_of(0, 0);
}

bool
terminals_find(struct setting *setting)
{
	struct failure failure  = { 0 };
	struct buffer  text     = { 0 };
	struct buffer  terminal = { 0 };
	char          *path     = terminals_place();
	struct span    line;
	bool           found    = false;

	if (path != NULL)
		read_all(path, &text, &failure);
	if (text.count > 0) {
		write_terminal(&terminal);
		line = find_line(&text, &terminal);
		if (span_size(line) > terminal.count) {
			size_t start = line.start + terminal.count;
			size_t end   = line.end -
			    (text.at[line.end - 1] == '\n');

			found = setting_parse(text.at + start, end - start,
			    setting);
		}
	}
	array_free(&terminal);
	array_free(&text);
	free(path);
	return found;
}

/* `text` with the line of this terminal, or without one. */
static struct buffer
changed(const struct buffer *text, const struct setting *setting)
{
	struct buffer terminal = { 0 };
	struct buffer new      = { 0 };
	struct span   line;

	write_terminal(&terminal);
	line = find_line(text, &terminal);
	buffer_add(&new, text->at, line.start);
	buffer_add(&new, text->at + line.end, text->count - line.end);
	if (new.count > 0 && new.at[new.count - 1] != '\n')
		buffer_add_string(&new, "\n");
	if (setting != NULL) {
		buffer_add(&new, terminal.at, terminal.count);
		setting_write(setting, &new);
		buffer_add_string(&new, "\n");
	}
	array_free(&terminal);
	return new;
}

bool
terminals_store(const struct setting *setting, struct failure *failure)
{
	struct buffer text = { 0 };
	struct buffer new  = { 0 };
	char         *path = terminals_place();
	bool          good = false;
	int           lock = -1;

	if (path == NULL)
		return false;
	if (home_make_folders(path, failure))
		lock = folder_lock(path, failure);
	if (lock >= 0 && read_all(path, &text, failure)) {
		new = changed(&text, setting);
		good = file_replace(path, new.at, new.count, failure);
	}
	if (lock >= 0)
		close(lock);
	array_free(&new);
	array_free(&text);
	free(path);
	return good;
}
