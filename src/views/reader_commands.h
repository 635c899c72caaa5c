/* reader_commands.h: what each command does in the reader. `count` is the
 * number typed before the command, 0 when none was. */
#ifndef QARI_VIEWS_READER_COMMANDS_H
#define QARI_VIEWS_READER_COMMANDS_H

#include "views/reader.h"

typedef void reader_action(struct reader *reader, struct app *app,
    size_t count);

/* reader_move.c: by rows and pages, to the ends. */
reader_action reader_line_down;
reader_action reader_line_up;
reader_action reader_half_page_down;
reader_action reader_half_page_up;
reader_action reader_page_forward;
reader_action reader_page_back;
reader_action reader_left;
reader_action reader_right;
reader_action reader_top;
reader_action reader_end;
reader_action reader_go_percent;

/* reader_marks.c: places that a letter leads back to; the answer is the
 * letter. */
reader_action reader_mark_set;
reader_action reader_mark_go;
void reader_letter_answer(struct reader *reader, struct app *app);

/* reader_search.c: opening the prompt, hearing it, the next hits. */
reader_action reader_search;
reader_action reader_search_next;
reader_action reader_search_previous;
void reader_search_answer(struct reader *reader, struct app *app,
    enum prompt_answer answer);

/* reader_focus.c: from mention to mention; what stands out: all kinds,
 * people alone, … */
reader_action reader_entity_next;
reader_action reader_entity_previous;
reader_action reader_entity_same;
reader_action reader_entity_kinds;

/* reader_select.c: selecting. */
reader_action reader_select;

/* reader_looks.c: how the text is set. */
reader_action reader_wider;
reader_action reader_narrower;
reader_action reader_width;
reader_action reader_harakat;
reader_action reader_reveal;
reader_action reader_boilerplate;

/* reader_notice.c: the place in the article, and what is odd about it. */
reader_action reader_position;

#endif
