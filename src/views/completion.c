/* completion.c: shells complete our command line: a script for each, made of
 * the tables of tasks and options. */
#include "views/completion.h"

#include <string.h>

#include "views/option_row.h"

/* Appends the words of "auto|ar|en" with `between` them. */
static void
add_words(struct buffer *out, const char *words, const char *between)
{
	for (; *words != '\0'; words++)
		if (*words == '|')
			buffer_add_string(out, between);
		else
			buffer_add(out, words, 1);
}

/* Appends `text` between single quotes, for any of the shells; `escaped` are
 * the letters that want a backslash besides. */
static void
add_quoted(struct buffer *out, const char *text, const char *escaped)
{
	buffer_add_string(out, "'");
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			buffer_add_string(out, "’");
		else {
			if (strchr(escaped, *text) != NULL)
				buffer_add_string(out, "\\");
			buffer_add(out, text, 1);
		}
	}
	buffer_add_string(out, "'");
}

static void
add_all(struct buffer *out, const char *const *texts)
{
	for (; *texts != NULL; texts++)
		buffer_add_string(out, *texts);
}

/* The words of tasks, those of the library by their second. */
static void
add_tasks(struct buffer *out, enum task first, enum task end)
{
	for (enum task task = first; task < end; task++) {
		buffer_add_string(out, task > first ? " " : "");
		buffer_add_string(out, task_word(task));
	}
}

/* A case of bash: what may follow the words of a task. */
static void
bash_task(struct buffer *out, enum task task)
{
	add_all(out, (const char *[]){ "\t'", task_row(task)->words,
	    "') words='", NULL });
	if (task == TASK_READ)
		add_tasks(out, TASK_READ + 1, TASK_LIBRARY + 1);
	if (task == TASK_LIBRARY)
		add_tasks(out, TASK_LIBRARY + 1, TASKS);
	for (size_t i = 0; i < OPTIONS; i++)
		if (option_is_for(&option_rows[i], task))
			add_all(out, (const char *[]){ " --",
			    option_rows[i].text,
			    option_rows[i].value != NULL ? "=" : "", NULL });
	buffer_add_string(out, "' ;;\n");
}

/* A case of bash: the values of an option of a task. */
static void
bash_values(struct buffer *out, const struct option_row *row, enum task task)
{
	add_all(out, (const char *[]){ "\t'", task_row(task)->words, " --",
	    row->text, "') words='", NULL });
	add_words(out, row->value, " ");
	buffer_add_string(out, "' ;;\n");
}

/* bash cuts --lang=ar into three words. */
static void
write_bash(struct buffer *out)
{
	buffer_add_string(out,
	    "# bash completes qari; qari --completion=bash printed this.\n"
	    "_qari() {\n"
	    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} task= option= words= i\n"
	    "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	    "\t\tcase ${COMP_WORDS[i]} in\n"
	    "\t\t=) ((i++)) ;;\n"
	    "\t\t-*) ;;\n"
	    "\t\t*) case \" $task\" in\n"
	    "\t\t\t' '|' library') task=${task:+$task }${COMP_WORDS[i]} ;;\n"
	    "\t\t\tesac ;;\n"
	    "\t\tesac\n"
	    "\tdone\n"
	    "\t[ \"$cur\" = = ] && cur= && option=${COMP_WORDS[COMP_CWORD-1]}\n"
	    "\t[ \"${COMP_WORDS[COMP_CWORD-1]}\" = = ] &&\n"
	    "\t\toption=${COMP_WORDS[COMP_CWORD-2]}\n"
	    "\tcase $task${option:+ $option} in\n");
	for (enum task task = TASK_READ; task < TASKS; task++) {
		bash_task(out, task);
		for (size_t i = 0; i < OPTIONS; i++)
			if (option_is_for(&option_rows[i], task) &&
			    option_is_choice(&option_rows[i]))
				bash_values(out, &option_rows[i], task);
	}
	buffer_add_string(out,
	    "\tesac\n"
	    "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	    "\t[[ ${COMPREPLY-} == *= ]] && compopt -o nospace\n"
	    "\treturn 0\n"
	    "}\n"
	    "complete -o default -F _qari qari\n");
}

/* Arguments of zsh's _arguments: the options of a task. */
static void
zsh_options(struct buffer *out, enum task task)
{
	for (size_t i = 0; i < OPTIONS; i++) {
		const struct option_row *row = &option_rows[i];

		if (!option_is_for(row, task))
			continue;
		add_all(out, (const char *[]){ " \\\n\t\t--", row->text,
		    row->value != NULL ? "=" : "", NULL });
		buffer_add_string(out, "'['");
		add_quoted(out, row->help[LANGUAGE_ENGLISH], "[]:");
		buffer_add_string(out, "']'");
		if (row->value == NULL)
			continue;
		buffer_add_string(out, "':value:");
		if (option_is_choice(row)) {
			buffer_add_string(out, "(");
			add_words(out, row->value, " ");
			buffer_add_string(out, ")");
		} else
			buffer_add_string(out, "_files");
		buffer_add_string(out, "'");
	}
}

static void
zsh_task(struct buffer *out, enum task task)
{
	add_all(out, (const char *[]){ "\t'", task_row(task)->words,
	    "') _arguments", NULL });
	zsh_options(out, task);
	if (task == TASK_LIBRARY) {
		buffer_add_string(out, " \\\n\t\t'2:task:(");
		add_tasks(out, TASK_LIBRARY + 1, TASKS);
		buffer_add_string(out, ")'");
	}
	buffer_add_string(out, " \\\n\t\t'*:file:_files' ;;\n");
}

static void
write_zsh(struct buffer *out)
{
	buffer_add_string(out,
	    "#compdef qari\n"
	    "# zsh completes qari; qari --completion=zsh printed this.\n"
	    "local task= i\n"
	    "for ((i = 2; i < CURRENT; i++)); do\n"
	    "\t[[ $words[i] == -* ]] && continue\n"
	    "\t[[ -z $task || $task == library ]] || break\n"
	    "\ttask=${task:+$task }$words[i]\n"
	    "done\n"
	    "case $task in\n");
	for (enum task task = TASK_READ + 1; task < TASKS; task++)
		zsh_task(out, task);
	buffer_add_string(out, "\t*) task= ;;\nesac\n"
	    "[[ -n $task ]] && return\n_arguments");
	zsh_options(out, TASK_READ);
	buffer_add_string(out, " \\\n\t\t'1:task:(");
	add_tasks(out, TASK_READ + 1, TASK_LIBRARY + 1);
	buffer_add_string(out, ")' '*:file:_files'\n");
}

/* fish: a word of a task, where it may stand. */
static void
fish_task(struct buffer *out, enum task task)
{
	buffer_add_string(out, "complete -c qari -n '");
	if (task <= TASK_LIBRARY)
		buffer_add_string(out, "__fish_use_subcommand");
	else {
		buffer_add_string(out, "__fish_seen_subcommand_from library; "
		    "and not __fish_seen_subcommand_from ");
		add_tasks(out, TASK_LIBRARY + 1, TASKS);
	}
	add_all(out, (const char *[]){ "' -a ", task_word(task), " -d ",
	    NULL });
	add_quoted(out, task_row(task)->about[LANGUAGE_ENGLISH], "");
	buffer_add_string(out, "\n");
}

/* Where an option holds: after the words of one of its tasks. */
static void
fish_where(struct buffer *out, const struct option_row *row)
{
	if (option_is_for(row, TASK_READ) && option_is_for(row, TASK_SAME))
		return;
	buffer_add_string(out, " -n '");
	if (option_is_for(row, TASK_READ))
		buffer_add_string(out, "__fish_use_subcommand; or ");
	buffer_add_string(out, "__fish_seen_subcommand_from");
	for (enum task task = TASK_READ + 1; task < TASKS; task++)
		if (option_is_for(row, task))
			add_all(out, (const char *[]){ " ", task_word(task),
			    NULL });
	buffer_add_string(out, "'");
}

static void
fish_option(struct buffer *out, const struct option_row *row)
{
	char letter[] = { (char)row->letter, '\0' };

	buffer_add_string(out, "complete -c qari");
	fish_where(out, row);
	add_all(out, (const char *[]){ " -l ", row->text, row->letter != 0
	    ? " -s " : "", letter, " -d ", NULL });
	add_quoted(out, row->help[LANGUAGE_ENGLISH], "");
	if (option_is_choice(row)) {
		buffer_add_string(out, " -x -a '");
		add_words(out, row->value, " ");
		buffer_add_string(out, "'");
	} else if (row->value != NULL)
		buffer_add_string(out, " -r");
	buffer_add_string(out, "\n");
}

static void
write_fish(struct buffer *out)
{
	buffer_add_string(out,
	    "# fish completes qari; qari --completion=fish printed this.\n");
	for (enum task task = TASK_READ + 1; task < TASKS; task++)
		fish_task(out, task);
	for (size_t i = 0; i < OPTIONS; i++)
		fish_option(out, &option_rows[i]);
}

void
completion_write(enum shell shell, struct buffer *out)
{
	static void (*const writers[])(struct buffer *) = {
		[SHELL_BASH] = write_bash, [SHELL_ZSH] = write_zsh,
		[SHELL_FISH] = write_fish,
	};

	writers[shell](out);
}
