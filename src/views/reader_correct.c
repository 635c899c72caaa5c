/* reader_correct.c: what the reader says of a name, from its box: remembered,
 * and at once applied to what is read. */
#include "views/reader.h"

#include "views/corrections.h"
#include "views/legend.h"

/* The text of `span` as a name: white space of any kind is a space. */
static char *
name_at(const struct reader *reader, struct span span)
{
	char *name = memory_string(reader->article->text.at + span.start,
	    span_size(span));

	for (char *at = name; *at != '\0'; at++)
		if (*at == '\n' || *at == '\t' || *at == '\r')
			*at = ' ';
	return name;
}

char *
reader_name(const struct reader *reader, size_t mention)
{
	static const char    lam[] = "ل", article[] = "ال";
	const size_t         one   = sizeof lam - 1;
	const struct analysis *analysis = reader->analysis;
	const struct mention  *at   = &analysis->mentions.at[mention];
	const char            *text = reader->article->text.at;
	char                  *name = name_at(reader, at->span);
	char                  *whole;

	if (at->entity == NONE || at->span.start < one ||
	    memcmp(text + at->span.start - one, lam, one) != 0 ||
	    strncmp(name, lam, one) != 0 ||
	    strncmp(analysis->entities->at[at->entity].name, article,
	    sizeof article - 1) != 0)
		return name;
	whole = memory_new(strlen(name) + sizeof article, 1);
	memcpy(whole, article, sizeof article - 1 - one);
	strcpy(whole + sizeof article - 1 - one, name);
	free(name);
	return whole;
}

static struct corrections *
held(struct app *app)
{
	return app_models(app) == NULL ? NULL : app->models->corrections;
}

/* Remembers decisions; false when it was said why not. */
static bool
remember(struct reader *reader, struct app *app,
    const struct corrections *more)
{
	struct failure      failure     = { 0 };
	struct corrections *corrections = held(app);

	if (more->count == 0)
		app_say(app, MESSAGE_CORRECTION_NO_NAME);
	if (corrections == NULL || more->count == 0)
		return false;
	if (!corrections_store(corrections, more, &failure)) {
		app_say_failure(app, &failure);
		return false;
	}
	reader_analyse_anew(reader, app);
	return true;
}

static void
say(struct app *app, enum message message, const char *name,
    const char *other)
{
	struct argument values[2] = { { name, 0 }, { other, 0 } };

	app_say_with(app, message, values, 2);
}

/* What the box is of: the mention, or a text that is none. */
static char *
name_here(const struct reader *reader)
{
	return reader->focus != NO_FOCUS ? reader_name(reader, reader->focus)
	    : name_at(reader, reader->spot);
}

static void
say_kind(struct reader *reader, struct app *app, enum kind kind)
{
	struct corrections *more = corrections_new();
	char               *name = name_here(reader);
	struct correction   said = { DECISION_KIND, kind, name, NULL };

	corrections_add(more, &said);
	if (remember(reader, app, more))
		say(app, MESSAGE_CORRECTED_KIND, name, kind_name(app, kind));
	corrections_free(more);
	free(name);
}

static void
say_not(struct reader *reader, struct app *app)
{
	struct corrections *more = corrections_new();
	char               *name = name_here(reader);
	struct correction   said = { DECISION_NOT, KINDS, name, NULL };

	corrections_add(more, &said);
	if (remember(reader, app, more))
		say(app, MESSAGE_CORRECTED_NOT, name, NULL);
	corrections_free(more);
	free(name);
}

/* What `+` marks: what is selected, else the hit. */
static struct span
span_to_mark(const struct reader *reader)
{
	return span_is_empty(reader->selection.span) ? reader->search.hit
	    : reader->selection.span;
}

/* Says of the guesses that reach beyond `span` that they are no names. */
static void
add_guesses_across(const struct reader *reader, struct span span,
    struct corrections *more)
{
	const struct mentions *mentions = &reader->analysis->mentions;

	for (size_t i = mentions_at(mentions, span.start);
	    i < mentions->count && mentions->at[i].span.start < span.end;
	    i++) {
		struct span guess = mentions->at[i].span;
		char       *name;

		if (guess.start >= span.start && guess.end <= span.end)
			continue;
		name = reader_name(reader, i);
		corrections_add(more, &(struct correction){ DECISION_NOT,
		    KINDS, name, NULL });
		free(name);
	}
}

/* Marks a text as a name; what was found around or across it is then
 * none. */
static bool
mark_as(struct reader *reader, struct app *app, enum kind kind)
{
	struct span         span = span_to_mark(reader);
	struct corrections *more = corrections_new();
	char               *name = name_at(reader, span);
	struct correction   said = { DECISION_KIND, kind, name, NULL };
	bool                good;

	reader_analyse(reader, app);
	if (reader->analysis != NULL)
		add_guesses_across(reader, span, more);
	good = corrections_add(more, &said);
	if (!good)
		app_say(app, MESSAGE_CORRECTION_NO_NAME);
	reader->spot = span;
	good = good && remember(reader, app, more);
	if (good)
		say(app, MESSAGE_CORRECTED_KIND, name, kind_name(app, kind));
	corrections_free(more);
	free(name);
	return good;
}

bool
reader_kind_answer(struct reader *reader, struct app *app)
{
	int digit = key_digit(app->prompt.key);

	if (digit >= 1 && digit <= KINDS)
		return mark_as(reader, app, (enum kind)(digit - 1));
	app_say(app, MESSAGE_CORRECTION_NO_KIND);
	return false;
}

/* Without a hit the guess is right as it is. */
static void
mark(struct reader *reader, struct app *app)
{
	if (!span_is_empty(reader->search.hit))
		app_ask(app, PROMPT_KEY, MESSAGE_CORRECTION_KIND_WANTED);
	else if (reader->focus != NO_FOCUS)
		say_kind(reader, app, reader->analysis->mentions.at[
		    reader->focus].kind);
	else
		app_say(app, MESSAGE_CORRECTION_NO_HIT);
}

void
reader_say_same(struct reader *reader, struct app *app, size_t mention)
{
	const struct analysis *analysis = reader->analysis;
	struct corrections    *more  = corrections_new();
	char                  *name  = name_here(reader);
	const char            *other = analysis->entities->at[
	    analysis->mentions.at[mention].entity].name;
	struct correction      said  = { DECISION_SAME, KINDS, name,
	    memory_string(other, strlen(other)) };

	corrections_add(more, &said);
	if (remember(reader, app, more))
		say(app, MESSAGE_CORRECTED_SAME, name, said.other);
	corrections_free(more);
	free(said.other);
	free(name);
}

static void
take_back(struct reader *reader, struct app *app)
{
	struct failure      failure     = { 0 };
	struct correction   taken       = { 0 };
	struct corrections *corrections = held(app);

	if (corrections == NULL)
		return;
	if (corrections_undo(corrections, &taken, &failure)) {
		reader_analyse_anew(reader, app);
		say(app, MESSAGE_CORRECTION_TAKEN_BACK, taken.name, NULL);
		free(taken.name);
		free(taken.other);
	} else if (failure.kind != FAILURE_NONE)
		app_say_failure(app, &failure);
	else
		app_say(app, MESSAGE_CORRECTION_NONE);
}

bool
reader_correct(struct reader *reader, struct app *app, enum command command)
{
	if (command >= COMMAND_CORRECT_PERSON &&
	    command <= COMMAND_CORRECT_DATE)
		say_kind(reader, app, (enum kind)(KIND_PERSON + command -
		    COMMAND_CORRECT_PERSON));
	else if (command == COMMAND_CORRECT_NOT)
		say_not(reader, app);
	else if (command == COMMAND_CORRECT_MARK)
		mark(reader, app);
	else if (command == COMMAND_CORRECT_UNDO)
		take_back(reader, app);
	else
		return false;
	return true;
}
