/* styles.c: the one place where meaning becomes appearance. */
#include "views/styles.h"

#include "bytes/utf8.h"

/* A hit may begin so many bytes above the window and reach into it. */
enum { HIT_REACH = 512 };

static const enum role roles_of_kinds[] = {
	[KIND_PERSON] = ROLE_PERSON,
	[KIND_AGENCY] = ROLE_AGENCY,
	[KIND_PLACE]  = ROLE_PLACE,
	[KIND_EVENT]  = ROLE_EVENT,
	[KIND_DATE]   = ROLE_DATE,
};

enum role
role_of_kind(enum kind kind)
{
	return roles_of_kinds[kind];
}

static void
add_style(struct styles *styles, size_t start, size_t end, enum role role)
{
	if (start < end)
		array_add(styles, (struct style){ span_of(start, end), role });
}

struct styles
styles_over(const struct styles *below, const struct styles *above)
{
	struct styles merged = { 0 };
	size_t        reached = 0;      /* where the last one above ends */
	size_t        b = 0;

	for (size_t a = 0; a <= above->count; a++) {
		size_t start = a < above->count
		    ? above->at[a].span.start : SIZE_MAX;

		for (; b < below->count; b++) {
			struct style style = below->at[b];
			size_t       from  = style.span.start > reached
			    ? style.span.start : reached;

			add_style(&merged, from, style.span.end < start
			    ? style.span.end : start, style.role);
			if (style.span.end > start)
				break;          /* it may go on behind */
		}
		if (a < above->count) {
			array_add(&merged, above->at[a]);
			reached = above->at[a].span.end;
		}
	}
	return merged;
}

static void
lay_over(struct styles *styles, const struct styles *above)
{
	struct styles merged;

	if (above->count == 0)
		return;
	merged = styles_over(styles, above);
	array_free(styles);
	*styles = merged;
}

/* The look of a mention. Those of the same as the focus stand out whatever
 * their kind; of the others only the kinds that are wanted. */
static enum role
role_of_mention(const struct highlights *highlights, size_t i)
{
	const struct mentions *mentions = highlights->mentions;
	enum kind              kind     = mentions->at[i].kind;

	if (highlights->focus < mentions->count && mentions_same(mentions,
	    highlights->dates, i, highlights->focus))
		return ROLE_SAME;
	return highlights->only == KINDS || highlights->only == kind
	    ? role_of_kind(kind) : ROLE_TEXT;
}

static struct styles
mention_styles(const struct highlights *highlights, struct span window)
{
	const struct mentions *mentions = highlights->mentions;
	struct styles          styles   = { 0 };

	for (size_t i = mentions_at(mentions, window.start);
	    i < mentions->count && mentions->at[i].span.start < window.end;
	    i++) {
		enum role role = role_of_mention(highlights, i);

		if (role != ROLE_TEXT)
			array_add(&styles, (struct style){
			    mentions->at[i].span, role });
	}
	return styles;
}

static struct styles
hit_styles(const struct needle *needle, const char *text, size_t size,
    struct span window)
{
	struct styles styles = { 0 };
	struct span   hit;

	window.start -= window.start < HIT_REACH ? window.start : HIT_REACH;
	window.start = utf8_start(text, window.start);
	while (needle_find(needle, text, size, window, &hit)) {
		array_add(&styles, (struct style){ hit, ROLE_HIT });
		window.start = hit.end;
	}
	return styles;
}

static void
lay_one_over(struct styles *styles, struct span span, enum role role)
{
	struct style  style = { span, role };
	struct styles one   = { &style, 1, 1 };

	if (!span_is_empty(span))
		lay_over(styles, &one);
}

struct styles
styles_of(const struct highlights *highlights, const char *text, size_t size,
    struct span window)
{
	const struct mentions *mentions = highlights->mentions;
	struct styles          styles   = { 0 };

	if (mentions != NULL)
		styles = mention_styles(highlights, window);
	if (highlights->needle != NULL) {
		struct styles hits = hit_styles(highlights->needle, text,
		    size, window);

		lay_over(&styles, &hits);
		array_free(&hits);
	}
	if (mentions != NULL && highlights->focus < mentions->count)
		lay_one_over(&styles, mentions->at[highlights->focus].span,
		    ROLE_FOCUS);
	lay_one_over(&styles, highlights->hit, ROLE_HIT_CURRENT);
	lay_one_over(&styles, highlights->selected, ROLE_FOCUS);
	return styles;
}

/* The style that holds `byte`; NULL when none does. */
static const struct style *
style_at(const struct styles *styles, size_t byte)
{
	size_t at = span_find(styles->at, styles->count, sizeof *styles->at,
	    byte);

	if (at < styles->count && span_holds(styles->at[at].span, byte))
		return &styles->at[at];
	return NULL;
}

void
styles_paint(const struct styles *styles, struct cell *cells, size_t count)
{
	const struct style *style = NULL;

	if (styles->count == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		size_t byte = cells[i].byte;

		if (byte == CELL_NO_BYTE || cells[i].role == ROLE_CONTROL)
			continue;
		if (style == NULL || !span_holds(style->span, byte))
			style = style_at(styles, byte);
		if (style != NULL)
			cells[i].role = (uint8_t)style->role;
	}
}

void
styles_paint_box(const struct styles *styles, struct grid *grid,
    struct box box)
{
	for (size_t i = 0; i < box.rows; i++)
		styles_paint(styles, grid_cell(grid, box.row + i, box.column),
		    box.columns);
}
