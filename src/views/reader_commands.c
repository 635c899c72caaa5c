/* reader_commands.c: which command does what in the reader. */
#include "views/reader_commands.h"

#include "views/card.h"
#include "views/names.h"
#include "views/tags.h"

static void
entity_info(struct reader *reader, struct app *app, size_t count)
{
	size_t mention = reader_mention(reader);

	(void)count;
	if (mention == NO_FOCUS && span_is_empty(reader->search.hit)) {
		app_say(app, MESSAGE_NAME_WANTED);
		return;
	}
	if (mention != NO_FOCUS)
		reader_focus(reader, mention);
	else
		reader->spot = reader->search.hit;
	app_push(app, card_new(reader));
}

static void
entity_index(struct reader *reader, struct app *app, size_t count)
{
	(void)count;
	reader->index_wanted = true;
	app_push(app, names_new(reader));
	app_lacks_models(app);
}

/* Commands not in the table are not the reader's. */
static reader_action *const actions[COMMANDS] = {
	[COMMAND_LINE_DOWN]       = reader_line_down,
	[COMMAND_LINE_UP]         = reader_line_up,
	[COMMAND_PAGE_FORWARD]    = reader_page_forward,
	[COMMAND_PAGE_BACK]       = reader_page_back,
	[COMMAND_HALF_PAGE_DOWN]  = reader_half_page_down,
	[COMMAND_HALF_PAGE_UP]    = reader_half_page_up,
	[COMMAND_LEFT]            = reader_left,
	[COMMAND_RIGHT]           = reader_right,
	[COMMAND_TOP]             = reader_top,
	[COMMAND_END]             = reader_end,
	[COMMAND_GO_PERCENT]      = reader_go_percent,
	[COMMAND_MARK_SET]        = reader_mark_set,
	[COMMAND_MARK_GO]         = reader_mark_go,
	[COMMAND_SEARCH]          = reader_search,
	[COMMAND_SEARCH_NEXT]     = reader_search_next,
	[COMMAND_SEARCH_PREVIOUS] = reader_search_previous,
	[COMMAND_ENTITY_NEXT]     = reader_entity_next,
	[COMMAND_ENTITY_PREVIOUS] = reader_entity_previous,
	[COMMAND_ENTITY_INFO]     = entity_info,
	[COMMAND_OPEN]            = entity_info,
	[COMMAND_ENTITY_SAME]     = reader_entity_same,
	[COMMAND_ENTITY_KINDS]    = reader_entity_kinds,
	[COMMAND_ENTITY_INDEX]    = entity_index,
	[COMMAND_SELECT]          = reader_select,
	[COMMAND_POSITION]        = reader_position,
	[COMMAND_WIDER]           = reader_wider,
	[COMMAND_NARROWER]        = reader_narrower,
	[COMMAND_WIDTH]           = reader_width,
	[COMMAND_HARAKAT]         = reader_harakat,
	[COMMAND_REVEAL]          = reader_reveal,
	[COMMAND_BOILERPLATE]     = reader_boilerplate,
};

/* Esc clears a search before it leaves the article. */
static bool
clears_search(struct reader *reader, const struct app *app,
    enum command command)
{
	if (command != COMMAND_QUIT || app->key != '\033' ||
	    reader->search.needle == NULL)
		return false;
	search_clear(&reader->search);
	return true;
}

bool
reader_run(struct view *view, struct app *app, enum command command,
    size_t count)
{
	struct reader *reader = (struct reader *)view;

	reader->goal = GOAL_NONE;
	reader->obeyed = true;
	if (clears_search(reader, app, command))
		return true;
	if (actions[command] == NULL)
		return false;
	actions[command](reader, app, count);
	return true;
}

void
reader_answer(struct view *view, struct app *app, enum prompt_answer answer)
{
	struct reader *reader = (struct reader *)view;

	if (reader->asked == COMMAND_SEARCH)
		reader_search_answer(reader, app, answer);
	else if (answer == PROMPT_ACCEPTED && reader->asked == COMMAND_TAG)
		tags_answer(app);
	else if (answer == PROMPT_ACCEPTED)
		reader_letter_answer(reader, app);
}
