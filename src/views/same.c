/* same.c: qari same: whether two names are one, and why. */
#include <stdio.h>

#include "views/extract.h"
#include "views/message.h"
#include "views/read.h"
#include "views/sheet.h"

static const enum message reasons[] = {
	[SAME_SPELLING] = MESSAGE_SAME_SPELLING,
	[SAME_SPACING]  = MESSAGE_SAME_SPACING,
	[SAME_VARIANT]  = MESSAGE_SAME_VARIANT,
	[SAME_SHORTER]  = MESSAGE_SAME_SHORTER,
	[SAME_KNOWN]    = MESSAGE_SAME_KNOWN,
	[DIFFERENT]     = MESSAGE_SAME_NOT,
};

int
same_run(const struct options *options)
{
	enum sameness sameness = names_compare(KINDS, options->operand[0],
	    options->operand[1]);
	struct buffer line     = { 0 };

	buffer_add_string(&line, message_plain(options->language,
	    reasons[sameness]));
	buffer_add_string(&line, "\n");
	sheet_print(options, line.at, line.count, stdout);
	array_free(&line);
	if (!printed(options))
		return 2;
	return sameness == DIFFERENT;
}
