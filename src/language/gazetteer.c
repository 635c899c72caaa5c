/* gazetteer.c: names known before an article is read, found in its words. */
#include "language/gazetteer.h"

#include <string.h>

#include "bytes/file.h"
#include "language/hash.h"
#include "language/word.h"

enum { LIMIT = 4 << 20 };       /* bytes: the largest list */

struct gazetteer {
	struct buffer text;             /* the file */
	uint32_t     *slots;            /* [mask + 1] line start + 1; 0: free */
	size_t        mask;
};

static size_t
slot_of(const struct gazetteer *gazetteer, const char *word, size_t size)
{
	return hash_bytes(word, size) & gazetteer->mask;
}

/* Bytes of the first word of a line. */
static size_t
first_size(const char *line)
{
	return strcspn(line, " \t\n");
}

static bool
index_lines(struct gazetteer *gazetteer)
{
	char  *text  = gazetteer->text.at;
	size_t size  = gazetteer->text.count;
	size_t lines = 0;

	for (size_t i = 0; i < size; i++)
		lines += text[i] == '\n';
	for (gazetteer->mask = 15; gazetteer->mask < 2 * lines;)
		gazetteer->mask = 2 * gazetteer->mask + 1;
	gazetteer->slots = memory_new(gazetteer->mask + 1, sizeof(uint32_t));
	for (size_t i = 0; i < size;) {
		char  *end  = memchr(text + i, '\n', size - i);
		size_t slot = slot_of(gazetteer, text + i, first_size(text + i));

		if (end == NULL || end - (text + i) < 3 || end[-2] != '\t')
			return false;
		while (gazetteer->slots[slot] != 0)
			slot = (slot + 1) & gazetteer->mask;
		gazetteer->slots[slot] = (uint32_t)i + 1;
		i = (size_t)(end - text) + 1;
	}
	return true;
}

struct gazetteer *
gazetteer_load(const char *path, struct failure *failure)
{
	struct gazetteer *gazetteer = memory_new(1, sizeof *gazetteer);
	struct file      *file      = file_open(path, failure);
	bool              sound     = file != NULL;

	while (sound && !file_ended(file))
		sound = file_read(file, &gazetteer->text, LIMIT, failure) &&
		    (gazetteer->text.count <= LIMIT ||
		    failure_set_limit(failure, path, LIMIT));
	if (file != NULL)
		file_close(file);
	if (sound) {
		buffer_add(&gazetteer->text, "", 1);
		gazetteer->text.count--;
		sound = index_lines(gazetteer);
		if (!sound)
			failure_set(failure, FAILURE_DAMAGED, path);
	}
	if (sound)
		return gazetteer;
	gazetteer_free(gazetteer);
	return NULL;
}

/* How many tokens from `first` the line's name takes, its first word being
 * known to match; 0 when the others do not stand there. */
static size_t
line_tokens(const char *line, const struct tokens *tokens, size_t first)
{
	size_t at = first + 1;

	for (line += first_size(line); *line == ' '; at++) {
		size_t size = first_size(++line);

		if (at >= tokens->count ||
		    tokens->at[at].part != tokens->at[first].part ||
		    tokens->at[at].folded_size != size ||
		    memcmp(token_folded(tokens, at), line, size) != 0)
			return 0;
		line += size;
	}
	return at - first;
}

enum known
gazetteer_at(const struct gazetteer *gazetteer, const struct tokens *tokens,
    size_t first, const char *word, size_t size, size_t *taken)
{
	enum known best = KNOWN_NOT;
	size_t     slot = slot_of(gazetteer, word, size);

	*taken = 0;
	for (; gazetteer->slots[slot] != 0;
	    slot = (slot + 1) & gazetteer->mask) {
		const char *line = gazetteer->text.at +
		    gazetteer->slots[slot] - 1;
		size_t count;

		if (strncmp(line, word, size) != 0 ||
		    first_size(line) != size)
			continue;
		count = line_tokens(line, tokens, first);
		if (count > *taken) {
			*taken = count;
			best = (enum known)*(strchr(line, '\t') + 1);
		}
	}
	return best;
}

static enum kind
kind_of(enum known known)
{
	return known == KNOWN_PLACE ? KIND_PLACE
	    : known == KNOWN_AGENCY ? KIND_AGENCY : KIND_EVENT;
}

static bool
is_name(enum known known)
{
	return known != KNOWN_NOT && known != KNOWN_FIRST;
}

/* The longest name at token `i`, whole or without clitics; `*letters` gets
 * how many letters of clitics stand before it. */
static enum known
name_at(const struct gazetteer *gazetteer, const struct tokens *tokens,
    size_t i, size_t *taken, size_t *letters)
{
	const char *word  = token_folded(tokens, i);
	size_t      size  = tokens->at[i].folded_size;
	enum known  known = gazetteer_at(gazetteer, tokens, i, word, size,
	    taken);
	struct bare bares[CLITIC_STEMS];
	size_t      count;

	*letters = 0;
	if (is_name(known))
		return known;
	count = token_bares(tokens, i, bares);
	for (size_t b = 0; b < count; b++) {
		known = gazetteer_at(gazetteer, tokens, i, bares[b].word,
		    bares[b].size, taken);
		*letters = bares[b].letters;
		if (is_name(known))
			return known;
	}
	return KNOWN_NOT;
}

struct mentions
gazetteer_match(const struct gazetteer *gazetteer,
    const struct tokens *tokens)
{
	struct mentions mentions = { 0 };

	for (size_t i = 0; i < tokens->count;) {
		size_t     taken, letters;
		enum known known;

		known = tokens->at[i].kind == TOKEN_SIGN ? KNOWN_NOT
		    : name_at(gazetteer, tokens, i, &taken, &letters);
		if (!is_name(known)) {
			i++;
			continue;
		}
		array_add(&mentions, (struct mention){
		    .span = { token_byte(tokens, i, letters),
			tokens->at[i + taken - 1].span.end },
		    .kind = kind_of(known), .finder = FOUND_BY_NAME,
		    .sure = SURE_OF_LISTS, .entity = NONE, .date = NONE,
		    .first = (uint32_t)i,
		    .last = (uint32_t)(i + taken - 1) });
		i += taken;
	}
	return mentions;
}

void
gazetteer_free(struct gazetteer *gazetteer)
{
	if (gazetteer == NULL)
		return;
	array_free(&gazetteer->text);
	free(gazetteer->slots);
	free(gazetteer);
}
