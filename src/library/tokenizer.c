/* tokenizer.c: how articles are cut into the words of the full-text index,
 * and how its hits are ranked. The second door to SQLite. */
#include "library/tokenizer.h"

#include <string.h>

#include "language/token.h"
#include "library/forms.h"
#include "library/sqlite.h"

enum {
	TITLE        = 1,       /* the column of headlines */
	HITS         = 16,      /* of one phrase that count */
	LONGEST      = 256      /* bytes of an indexed word */
};

/* What is handed on to SQLite for each word. */
typedef int word_taker(void *context, int flags, const char *word, int size,
    int start, int end);

struct words {
	void       *context;
	word_taker *take;
	int         code;               /* the last answer */
};

static void
hand_on(struct words *words, const char *word, size_t size, bool marked,
    bool same_place, struct span span)
{
	char marked_word[LONGEST + 1];

	if (words->code != SQLITE_OK || size > LONGEST)
		return;
	if (marked) {
		marked_word[0] = MARK_STEM;
		memcpy(marked_word + 1, word, size);
		word = marked_word;
		size++;
	}
	words->code = words->take(words->context,
	    same_place ? FTS5_TOKEN_COLOCATED : 0, word, (int)size,
	    (int)span.start, (int)span.end);
}

/* A document's word, with all its stems. */
static void
hand_on_forms(struct words *words, const char *folded, size_t size,
    struct span span)
{
	struct forms forms;

	hand_on(words, folded, size, false, false, span);
	word_forms(folded, size, &forms);
	for (size_t i = 0; i < forms.count; i++)
		hand_on(words, forms.at[i].at, forms.at[i].size, true, true,
		    span);
}

/* A query's word: whole, or the end of one, or either. */
static void
hand_on_query(struct words *words, char mark, const char *folded, size_t size,
    struct span span)
{
	if (mark != MARK_STEM)
		hand_on(words, folded, size, false, false, span);
	if (mark != 0)
		hand_on(words, folded, size, true, mark != MARK_STEM, span);
}

static int
tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text,
    int size, word_taker *take)
{
	struct words  words = { context, take, SQLITE_OK };
	bool          asks  = (flags & FTS5_TOKENIZE_QUERY) != 0;
	char          mark  = 0;
	struct tokens tokens;

	(void)tokenizer;
	if (text == NULL || size <= 0)
		return SQLITE_OK;
	if (asks && (text[0] == MARK_STEM || text[0] == MARK_LOOSE))
		mark = text[0];
	tokens = tokens_of_text(text, (size_t)size);
	for (size_t i = 0; i < tokens.count && words.code == SQLITE_OK; i++) {
		const struct token *token  = &tokens.at[i];
		const char         *folded = token_folded(&tokens, i);

		if (token->kind == TOKEN_SIGN)
			continue;
		if (asks)
			hand_on_query(&words, mark, folded,
			    token->folded_size, token->span);
		else
			hand_on_forms(&words, folded, token->folded_size,
			    token->span);
	}
	tokens_free(&tokens);
	return words.code;
}

static int
tokenizer_new(void *context, const char **arguments, int count,
    Fts5Tokenizer **tokenizer)
{
	static char one;        /* it has no state, but must not be NULL */

	(void)context, (void)arguments, (void)count;
	*tokenizer = (Fts5Tokenizer *)&one;
	return SQLITE_OK;
}

static void
tokenizer_free(Fts5Tokenizer *tokenizer)
{
	(void)tokenizer;
}

/* What one phrase adds to a row's rank: its weight, twice that in a
 * headline, and a little for each further hit. */
static int64_t
phrase_rank(const Fts5ExtensionApi *api, Fts5Context *row, int phrase,
    int64_t weight)
{
	Fts5PhraseIter at;
	int     column;
	int     offset;
	int64_t hits  = 0;
	bool    title = false;

	if (api->xPhraseFirst(row, phrase, &at, &column, &offset) !=
	    SQLITE_OK || column < 0)
		return 0;
	for (; column >= 0; hits++) {
		title |= column == TITLE;
		api->xPhraseNext(row, &at, &column, &offset);
	}
	return weight * (title ? 2 : 1) * HITS +
	    (hits < HITS ? hits : HITS - 1);
}

/* search_rank(index): the rank of the row that matched; more is better. */
static void
search_rank(const Fts5ExtensionApi *api, Fts5Context *row,
    sqlite3_context *result, int count, sqlite3_value **values)
{
	const struct ranking *const *lent = api->xUserData(row);
	const struct ranking *ranking = *lent;
	int     phrases = api->xPhraseCount(row);
	int64_t rank    = 0;

	(void)count, (void)values;
	for (int i = 0; i < phrases && ranking != NULL &&
	    (size_t)i < ranking->phrases; i++)
		if (ranking->weight[i] > 0)
			rank += phrase_rank(api, row, i, ranking->weight[i]);
	sqlite()->result_int64(result, rank);
}

static fts5_api *
api_of(sqlite3 *connection)
{
	sqlite3_stmt *statement = NULL;
	fts5_api     *api       = NULL;

	if (sqlite()->prepare_v2(connection, "SELECT fts5(?1)", -1, &statement,
	    NULL) != SQLITE_OK)
		return NULL;
	sqlite()->bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
	sqlite()->step(statement);
	sqlite()->finalize(statement);
	return api;
}

bool
tokenizer_register(struct sqlite3 *connection,
    const struct ranking *const *ranking)
{
	fts5_tokenizer methods = { tokenizer_new, tokenizer_free, tokenize };
	fts5_api      *api     = api_of(connection);
	void          *lent;

	if (api == NULL || api->iVersion < 2)
		return false;
	/* SQLite's signature has no const; search_rank only reads. */
	memcpy(&lent, &ranking, sizeof lent);
	return api->xCreateTokenizer(api, "arabic", NULL, &methods, NULL) ==
	    SQLITE_OK && api->xCreateFunction(api, "search_rank", lent,
	    search_rank, NULL) == SQLITE_OK;
}
