/* schema.c: the tables of the library. What the reader put there is in the
 * last three, by the article's text and not by its row, so that nothing that
 * happens to the others touches it. */
#include "library/schema.h"

#include <stddef.h>

#include "library/tokenizer.h"

#define DIGITS(number)  DIGITS_(number)
#define DIGITS_(number) #number

/* A table of the reader's own, and the same again: a page that is damaged
 * holds a fact only once. */
#define OWN(name, columns, kind)                                              \
	"CREATE TABLE " name " (" columns ")" kind ";"                        \
	"CREATE TABLE " name "_copy (" columns ")" kind ";"

/* The copy of a table that is there. */
#define COPY(name)                                                            \
	"CREATE TABLE " name "_copy AS SELECT * FROM " name ";"               \
	"CREATE UNIQUE INDEX " name "_copied ON " name "_copy "

/* What is done to one is done to the other; `out` takes the old row out. */
#define FOLLOW(name, values, out)                                             \
	"CREATE TRIGGER " name "_put AFTER INSERT ON " name " BEGIN "         \
	"INSERT OR REPLACE INTO " name "_copy VALUES (" values "); END;"      \
	"CREATE TRIGGER " name "_set AFTER UPDATE ON " name " BEGIN "         \
	"DELETE FROM " name "_copy WHERE " out "; "                           \
	"INSERT OR REPLACE INTO " name "_copy VALUES (" values "); END;"      \
	"CREATE TRIGGER " name "_out AFTER DELETE ON " name " BEGIN "         \
	"DELETE FROM " name "_copy WHERE " out "; END;"

#define COPIES                                                                \
	FOLLOW("reading", "NEW.key, NEW.position, NEW.read, NEW.starred,"     \
	" NEW.opened", "key = OLD.key")                                       \
	FOLLOW("mark", "NEW.key, NEW.letter, NEW.position",                   \
	"key = OLD.key AND letter = OLD.letter")                              \
	FOLLOW("tag", "NEW.key, NEW.tag", "key = OLD.key AND tag = OLD.tag")

const char library_schema[] =
    "PRAGMA application_id = " DIGITS(SCHEMA_OURS) ";"
    "PRAGMA user_version = " DIGITS(SCHEMA_VERSION) ";"

    "CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "INSERT INTO about VALUES ('tokenizer', " DIGITS(TOKENIZER_VERSION) ");"

    /* An article. `published` in days, `added` in seconds since 1970. */
    "CREATE TABLE article ("
    "    id INTEGER PRIMARY KEY AUTOINCREMENT, key INTEGER NOT NULL,"
    "    added INTEGER NOT NULL, published INTEGER, day INTEGER NOT NULL,"
    "    words INTEGER NOT NULL, title TEXT NOT NULL,"
    "    section TEXT NOT NULL);"
    "CREATE INDEX article_key ON article (key);"
    "CREATE INDEX article_day ON article (day, id);"

    /* The files that hold it. `changed` in nanoseconds since 1970. */
    "CREATE TABLE source ("
    "    path BLOB PRIMARY KEY, size INTEGER NOT NULL,"
    "    changed INTEGER NOT NULL, article INTEGER NOT NULL)"
    "    WITHOUT ROWID;"
    "CREATE INDEX source_article ON source (article);"

    /* Its text and parts (see pack.h). */
    "CREATE TABLE text ("
    "    article INTEGER PRIMARY KEY, parts BLOB NOT NULL,"
    "    packed BLOB NOT NULL);"

    /* The body is the first column: only later ones cost FTS5 two bytes more
     * wherever a word stands. */
    "CREATE VIRTUAL TABLE word USING fts5 ("
    "    body, title, content = '', columnsize = 0, tokenize = 'arabic');"
    "CREATE VIRTUAL TABLE word_row USING fts5vocab (word, row);"

    /* A name as one article has it at its fullest. Names of one figure have
     * one leader, whose row counts for all and says what to call it; empty:
     * as it is shown. */
    "CREATE TABLE name ("
    "    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL,"
    "    hash INTEGER NOT NULL, folded TEXT NOT NULL,"
    "    shown TEXT NOT NULL,"
    "    leader INTEGER NOT NULL, articles INTEGER NOT NULL,"
    "    mentions INTEGER NOT NULL, all_articles INTEGER NOT NULL,"
    "    all_mentions INTEGER NOT NULL, figure TEXT NOT NULL);"
    "CREATE INDEX name_hash ON name (hash);"
    "CREATE INDEX name_leader ON name (leader);"
    "CREATE INDEX name_rank ON name (kind, all_articles DESC)"
    "    WHERE leader = id;"
    "CREATE TABLE name_key ("
    "    key INTEGER, name INTEGER, PRIMARY KEY (key, name)) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE name_word USING fts5 ("
    "    shown, content = '', columnsize = 0, detail = none,"
    "    tokenize = 'arabic');"
    "CREATE VIRTUAL TABLE name_word_row USING fts5vocab (name_word, row);"

    /* Where names stand: by name, and by article in full (see pack.h). */
    "CREATE TABLE naming ("
    "    name INTEGER, article INTEGER, mentions INTEGER NOT NULL,"
    "    PRIMARY KEY (name, article)) WITHOUT ROWID;"
    "CREATE TABLE mention ("
    "    article INTEGER PRIMARY KEY, packed BLOB NOT NULL);"

    /* Dates with a value; first and last day since 1970. */
    "CREATE TABLE dated ("
    "    first INTEGER, last INTEGER, article INTEGER, start INTEGER,"
    "    iso TEXT NOT NULL, PRIMARY KEY (first, last, article, start))"
    "    WITHOUT ROWID;"
    "CREATE INDEX dated_article ON dated (article, start);"

    /* Articles that were given a story, known by its first article. */
    "CREATE TABLE story ("
    "    article INTEGER PRIMARY KEY, story INTEGER NOT NULL,"
    "    copy_of INTEGER NOT NULL);"
    "CREATE INDEX story_story ON story (story);"

    /* Articles whose names are to be read anew (see decision.c). */
    "CREATE TABLE stale (article INTEGER PRIMARY KEY);"

    OWN("reading", "key INTEGER PRIMARY KEY, position INTEGER NOT NULL,"
    "    read INTEGER NOT NULL, starred INTEGER NOT NULL,"
    "    opened INTEGER NOT NULL", "")
    OWN("mark", "key INTEGER, letter TEXT, position INTEGER NOT NULL,"
    "    PRIMARY KEY (key, letter)", " WITHOUT ROWID")
    OWN("tag", "key INTEGER, tag TEXT, PRIMARY KEY (key, tag)",
    " WITHOUT ROWID")
    COPIES;

const char library_upgrade[] =
    "DELETE FROM name;"
    "DROP INDEX name_folded;"
    "ALTER TABLE name ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;"
    "CREATE INDEX name_hash ON name (hash);"
    "CREATE TABLE stale (article INTEGER PRIMARY KEY);"
    "DROP TABLE correction;"
    COPY("reading") "(key);" COPY("mark") "(key, letter);"
    COPY("tag") "(key, tag);" COPIES
    "UPDATE about SET value = 0 WHERE name = 'tokenizer';"
    "PRAGMA user_version = " DIGITS(SCHEMA_VERSION);

const char library_upgrade_texts[] =
    "PRAGMA user_version = " DIGITS(SCHEMA_VERSION);

const char *const schema_forget[] = {
	"INSERT INTO word (word) VALUES ('delete-all')",
	"INSERT INTO name_word (name_word) VALUES ('delete-all')",
	"DELETE FROM name", "DELETE FROM name_key", "DELETE FROM naming",
	"DELETE FROM mention", "DELETE FROM dated", "DELETE FROM story",
	"DELETE FROM stale",
	"DELETE FROM about WHERE name IN ('decisions', 'rarities')",
	NULL
};
