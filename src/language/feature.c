/* feature.c: what the tagger looks at, as hashes. A family's number and the
 * offset are mixed into each hash, so that families do not meet. */
#include "language/feature.h"

#include "bytes/utf8.h"
#include "language/fold.h"
#include "language/hash.h"

enum { LETTER = 2, KEY_MOST = 256 };            /* bytes */

enum family {
	WORD, FOLDED, STEM, ROOT, PROCLITIC, FIRST, LAST, ROOT_FIRST, SHAPE,
	FREQUENCY, CLUSTER, PROFILE, OWN, NEXT, BEFORE, CLASS,
	WORD_PAIR, STEM_PAIR, CLUSTER_PAIR, CLUSTER_TRIPLE, CLUSTER_WORD,
	WORD_CLUSTER, CLASS_PAIR, CLASS_TRIPLE, CLASSES, SHAPE_TRIPLE, STARTS,
	GLUED
};

const struct form form_boundary = { .folded = 1, .root = 1,
	.word = { .light = 1, .stem = 1, .shape = 0xFF } };

static void
add(struct features *features, enum family family, size_t row, int offset,
    uint64_t value)
{
	uint64_t where = (uint64_t)family << 16 | row << 8 |
	    (uint64_t)(offset + 8);

	if (features->count < FEATURES_MOST)
		features->at[features->count++] = hash_pair(value, where);
}

/* The light fold: as fold_letter(), but ى is not ي (على is not علي), nor is
 * a Persian ی at the end, which stands for both, and all digits are 0. At most
 * KEY_MOST bytes of it; returns their number. */
static size_t
light_fold(const char *text, size_t size, enum token_kind kind,
    char light[KEY_MOST])
{
	size_t count = 0;

	for (size_t at = 0; at < size;) {
		char32_t letter;
		char32_t folded[FOLD_MOST];
		size_t   letters;

		at += utf8_read(text + at, size - at, &letter);
		letters = fold_letter(letter, folded);
		if (count + letters * UTF8_MOST > KEY_MOST)
			break;
		if (letter == U'ى' || (letter == U'ی' && at == size))
			folded[0] = U'ى';
		for (size_t i = 0; i < letters; i++)
			count += utf8_write(kind == TOKEN_NUMBER
			    ? U'0' : folded[i], light + count);
	}
	return count;
}

uint64_t
word_key(const char *text, size_t size, enum token_kind kind,
    struct buffer *light)
{
	char   form[KEY_MOST];
	size_t count = light_fold(text, size, kind, form);

	if (light != NULL)
		buffer_add(light, form, count);
	return hash_bytes(form, count);
}

static void
read_affixes(struct form *form, const char *folded, size_t size)
{
	size_t letters = size / LETTER;

	for (size_t n = 1; n <= AFFIXES; n++) {
		size_t bytes = LETTER * (n < letters ? n : letters);

		form->first[n - 1] = hash_bytes(folded, bytes);
		form->last[n - 1] = hash_bytes(folded + size - bytes, bytes);
	}
}

static void
read_stems(struct form *form, const char *folded, size_t size,
    const struct stem *stems, size_t count)
{
	size_t rest;

	for (size_t i = 0; i < count; i++) {
		uint64_t hash = hash_bytes(folded + stems[i].cut,
		    size - stems[i].cut);

		if (!stems[i].article)
			form->word.stem = hash;
		form->root = hash;
	}
	if (count == 0)
		return;
	form->proclitic = hash_bytes(stems[count - 1].proclitic,
	    strlen(stems[count - 1].proclitic));
	rest = stems[count - 1].cut;
	for (size_t n = 2; n <= 3; n++)
		form->root_first[n - 2] = hash_bytes(folded + rest,
		    rest + LETTER * n < size ? LETTER * n : size - rest);
}

/* The record of the word itself, else of the stem that was cut least. */
static uint32_t
find_record(const struct weights *weights, const struct form *form,
    const char *folded, const char *light, size_t size,
    const struct stem *stems, size_t count)
{
	uint32_t found = weights_word(weights, form->word.light);

	if (found == WORD_NONE)
		found = weights_word(weights, form->folded);
	for (size_t i = 0; i < count && found == WORD_NONE; i++) {
		found = weights_word(weights, hash_bytes(light + stems[i].cut,
		    size - stems[i].cut));
		if (found == WORD_NONE)
			found = weights_word(weights,
			    hash_bytes(folded + stems[i].cut,
			    size - stems[i].cut));
	}
	return found;
}

/* The likeliest type of a profile with its bin, and its place. */
static uint16_t
profile_class(const struct profile *profile)
{
	size_t best = 0;

	for (size_t type = 1; type < PROFILE_TYPES; type++)
		if (profile->own[type] > profile->own[best])
			best = type;
	return profile->own[best] == 0 ? 0 : (uint16_t)(best << 8 |
	    (size_t)profile->own[best] << 4 | profile->place);
}

static void
read_record(struct form *form, const struct weights *weights, uint32_t index)
{
	struct word  *word = &form->word;
	struct record record;

	if (index == WORD_NONE)
		return;
	record = record_unpack(weights->record[index]);
	form->frequency = record.frequency;
	for (size_t i = 0; i < CLUSTERINGS; i++)
		word->cluster[i] = record.cluster[i];
	for (size_t k = 0; k < LEXICONS; k++) {
		form->profile[k] = weights_profile(weights, k,
		    record.profile[k]);
		word->class[k] = profile_class(&form->profile[k]);
	}
}

void
form_read(struct form *form, const struct tokens *tokens, size_t i,
    const struct weights *weights)
{
	const struct token *token = &tokens->at[i];
	const char  *folded = token_folded(tokens, i);
	size_t       size = token->folded_size;
	char         light[KEY_MOST];
	struct stem  stems[CLITIC_STEMS];
	size_t       count = 0;
	size_t       length = token->letters < 7 ? token->letters : 7;

	memset(form, 0, sizeof *form);
	form->word.shape = (uint8_t)((size_t)token->kind << 3 | length);
	if (size > KEY_MOST)
		size = KEY_MOST;
	form->word.light = hash_bytes(light, light_fold(tokens->text +
	    token->span.start, span_size(token->span), token->kind, light));
	form->folded = hash_bytes(folded, size);
	form->word.stem = form->root = form->folded;
	if (token->kind == TOKEN_WORD && size == LETTER * token->letters) {
		count = clitics_split(folded, size, stems);
		read_affixes(form, folded, size);
		read_stems(form, folded, size, stems, count);
	}
	read_record(form, weights, find_record(weights, form, folded, light,
	    size, stems, count));
}

static void
add_profile(const struct form *form, size_t lexicon, int offset,
    struct features *features)
{
	const struct profile *profile = &form->profile[lexicon];
	size_t                first = lexicon * PROFILE_TYPES;

	for (size_t type = 0; type < PROFILE_TYPES; type++) {
		if (profile->own[type] != 0)
			add(features, OWN, first + type, offset,
			    profile->own[type]);
		if (profile->next[type] != 0)
			add(features, NEXT, first + type, offset,
			    profile->next[type]);
		if (profile->before[type] != 0)
			add(features, BEFORE, first + type, offset,
			    profile->before[type]);
	}
	if (form->word.class[lexicon] != 0)
		add(features, CLASS, lexicon, offset,
		    form->word.class[lexicon]);
}

/* What only the token's own word is asked. */
static void
add_inside(const struct form *form, struct features *features)
{
	add(features, FOLDED, 0, 0, form->folded);
	add(features, ROOT, 0, 0, form->root);
	add(features, FREQUENCY, 0, 0, form->frequency);
	for (size_t n = 0; n < AFFIXES && form->first[0] != 0; n++) {
		add(features, FIRST, n, 0, form->first[n]);
		add(features, LAST, n, 0, form->last[n]);
	}
	for (size_t n = 0; n < 2 && form->root_first[0] != 0; n++)
		add(features, ROOT_FIRST, n, 0, form->root_first[n]);
	for (size_t k = 0; k < LEXICONS; k++)
		if (form->word.class[k] != 0)
			add(features, PROFILE, k, 0, hash_bytes((const char *)
			    &form->profile[k], sizeof form->profile[k]));
}

static void
add_form_words(const struct form *form, int offset, struct features *features)
{
	bool beside = offset == -1 || offset == 1;

	add(features, WORD, 0, offset, form->word.light);
	if (offset == 0)
		add_inside(form, features);
	for (size_t n = 1; n < 3 && beside && form->first[0] != 0; n++) {
		add(features, FIRST, n, offset, form->first[n]);
		add(features, LAST, n, offset, form->last[n]);
	}
	if (offset >= -1 && offset <= 1)
		add(features, STEM, 0, offset, form->word.stem);
}

static void
add_form_shape(const struct form *form, int offset, struct features *features)
{
	if (offset < -1 || offset > 1)
		return;
	add(features, SHAPE, 0, offset, form->word.shape);
	add(features, PROCLITIC, 0, offset, form->proclitic);
}

static void
add_form_cluster(const struct form *form, size_t which, int offset,
    struct features *features)
{
	if (form->word.cluster[which] != 0)
		add(features, CLUSTER, which, offset,
		    form->word.cluster[which]);
}

void
features_of_form(const struct form *form, int offset, enum form_family family,
    struct features *features)
{
	switch (family) {
	case FORM_WORDS:
		add_form_words(form, offset, features);
		break;
	case FORM_SHAPE:
		add_form_shape(form, offset, features);
		break;
	case FORM_CLUSTER:
	case FORM_OTHER_CLUSTER:
		add_form_cluster(form, family - FORM_CLUSTER, offset,
		    features);
		break;
	default:
		add_profile(form, family - FORM_LEXICON, offset, features);
	}
}

static void
add_pair(struct features *features, enum family family, size_t row,
    size_t place, uint64_t a, uint64_t b)
{
	add(features, family, row, (int)place, hash_pair(a, b));
}

static void
add_words(const struct word *const window[WINDOW], struct features *features)
{
	static const uint8_t pairs[][2] = {
		{ 1, 2 }, { 2, 3 }, { 0, 1 }, { 3, 4 }, { 1, 3 }
	};

	for (size_t i = 0; i < 5; i++)
		add_pair(features, WORD_PAIR, 0, i, window[pairs[i][0]]->light,
		    window[pairs[i][1]]->light);
	for (size_t i = 0; i < 2; i++)
		add_pair(features, STEM_PAIR, 0, i, window[pairs[i][0]]->stem,
		    window[pairs[i][1]]->stem);
}

static void
add_clusters(const struct word *const window[WINDOW],
    struct features *features)
{
	const struct word *here = window[REACH];

	for (size_t i = 0; i < CLUSTERINGS; i++) {
		uint64_t before = window[REACH - 1]->cluster[i];
		uint64_t own    = here->cluster[i];
		uint64_t behind = window[REACH + 1]->cluster[i];

		add_pair(features, CLUSTER_PAIR, i, 0, before, own);
		add_pair(features, CLUSTER_PAIR, i, 1, own, behind);
		add_pair(features, CLUSTER_PAIR, i, 2, before, behind);
		add_pair(features, CLUSTER_TRIPLE, i, 0,
		    hash_pair(before, own), behind);
	}
	add_pair(features, CLUSTER_WORD, 0, 0,
	    window[REACH - 1]->cluster[0], here->light);
	add_pair(features, WORD_CLUSTER, 0, 0, here->light,
	    window[REACH + 1]->cluster[0]);
	add_pair(features, WORD_CLUSTER, 0, 1, window[REACH - 1]->light,
	    here->cluster[0]);
	add_pair(features, CLUSTER_WORD, 0, 1, here->cluster[0],
	    window[REACH + 1]->light);
}

static void
add_classes(const struct word *const window[WINDOW], size_t lexicon,
    struct features *features)
{
	uint64_t before = window[REACH - 1]->class[lexicon];
	uint64_t own    = window[REACH]->class[lexicon];
	uint64_t behind = window[REACH + 1]->class[lexicon];

	add_pair(features, CLASS_PAIR, lexicon, 0, before, own);
	add_pair(features, CLASS_PAIR, lexicon, 1, own, behind);
	add_pair(features, CLASS_TRIPLE, lexicon, 0, hash_pair(before, own),
	    behind);
}

static void
add_shapes(const struct word *const window[WINDOW],
    const struct tokens *tokens, size_t i, struct features *features)
{
	const struct token *token = &tokens->at[i];
	bool     glued = i + 1 < tokens->count && !tokens->at[i + 1].spaced;
	uint64_t shapes = (uint64_t)window[REACH - 1]->shape << 16 |
	    (uint64_t)window[REACH]->shape << 8 | window[REACH + 1]->shape;

	add(features, SHAPE_TRIPLE, 0, 0, shapes);
	add(features, GLUED, 0, 0, (uint64_t)(token->spaced * 2 + glued));
	if (token->starts)
		add(features, STARTS, 0, 0, window[REACH]->shape);
}

void
features_of_place(const struct word *const window[WINDOW],
    const struct tokens *tokens, size_t i, enum place_family family,
    struct features *features)
{
	switch (family) {
	case PLACE_SHAPES:
		add_shapes(window, tokens, i, features);
		break;
	case PLACE_WORDS:
		add_words(window, features);
		add_clusters(window, features);
		break;
	case PLACE_OWN_CLASSES:
		add_classes(window, 0, features);
		break;
	case PLACE_OTHER_CLASSES:
		add_classes(window, 1, features);
		break;
	default:
		add_pair(features, CLASSES, 0, 0, window[REACH]->class[0],
		    window[REACH]->class[1]);
	}
}
