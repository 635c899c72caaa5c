/* session.c: any keys, on any article, at any size: the reader draws. Before
 * the first NUL stand the keys, a letter each; behind it the article. */
#include <sys/mman.h>
#include <unistd.h>

#include "target.h"
#include "views/app.h"
#include "views/reader.h"

enum { KEYS_MOST = 64 };

/* What single bytes cannot be. */
static const key_code pressed[] = {
	PRESSED_UP, PRESSED_DOWN, PRESSED_LEFT, PRESSED_RIGHT, PRESSED_HOME,
	PRESSED_END, PRESSED_PAGE_UP, PRESSED_PAGE_DOWN, PRESSED_INSERT,
	PRESSED_DELETE, PRESSED_BACK_TAB, PRESSED_F1, PRESSED_SHIFT_F1 + 2
};

static struct article *
open_article(struct input input)
{
	struct failure  failure = { 0 };
	struct article *article;
	char            path[64];
	int             fd = memfd_create("fuzz", MFD_CLOEXEC);

	CHECK(fd >= 0 && write(fd, input.at, input.size) ==
	    (ssize_t)input.size);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	article = article_open(path, &failure);
	close(fd);
	return article;
}

static void
resize(struct app *app, uint8_t byte)
{
	app_resize(app, 1 + byte % 30, 1 + byte % 97);
}

static void
press(struct app *app, struct input *keys)
{
	uint8_t byte = input_byte(keys);

	if (byte >= 0x80 && byte < 0x80 + sizeof pressed / sizeof *pressed)
		app_key(app, pressed[byte - 0x80]);
	else if (byte >= 0xF8)
		resize(app, input_byte(keys));
	else
		app_key(app, byte < 0x80 ? byte : (key_code)byte - 0xA0 + 0x620);
	app->wish = WISH_NOTHING;
}

static void
play(struct app *app, struct input keys)
{
	resize(app, input_byte(&keys));
	for (size_t i = 0; i < KEYS_MOST && keys.size > 0 && !app->ended;
	    i++) {
		if (app->changed)
			app_draw(app);
		press(app, &keys);
		if ((i & 1) != 0)
			app_work(app);
	}
	for (size_t i = 0; i < 8 && !app->ended; i++)
		app_work(app);
	app_draw(app);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input    input   = input_of(bytes, size);
	struct input    keys    = input_until(&input, '\0');
	struct options  options = { .harakat = true, .display_auto = true,
	    .data = "/nonexistent" };
	struct article *article = open_article(input);
	struct app     *app;

	if (article == NULL)
		return 0;
	app = app_new(&options);
	app_push(app, reader_new(app, article));
	play(app, keys);
	app_free(app);
	return 0;
}
