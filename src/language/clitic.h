/* clitic.h: the letters that Arabic writes onto the front of a word: و ف
 * (and, so), ب ك ل (in, like, for), س (will), and the article ال, لل.
 *
 * Works on folded words. It proposes; who asks decides (a gazetteer by
 * looking each stem up, the tagger by its weights). */
#ifndef QARI_LANGUAGE_CLITIC_H
#define QARI_LANGUAGE_CLITIC_H

#include <stddef.h>

#define CLITIC_STEMS 6  /* stems one word has at most */

struct stem {
	size_t cut;             /* bytes of the folded word before the stem */
	size_t letters;         /* letters before it */
	char   proclitic[16];   /* what was cut, folded: وب، ال، لل */
	char   article;         /* 1 when the article was cut as well */
};

/* The stems of `word[size]`, the least cut first; the word itself is not
 * among them. A stem has at least two letters. للمدينه gives لمدينه (after
 * ل, as in ل+ليبيا) and مدينه (after لل). Returns their number. */
size_t clitics_split(const char *word, size_t size,
    struct stem stems[CLITIC_STEMS]);

#endif
