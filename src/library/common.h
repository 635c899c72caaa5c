/* common.h: words that most articles have, whatever they are about. */
#ifndef QARI_LIBRARY_COMMON_H
#define QARI_LIBRARY_COMMON_H

/* The share of articles that have the folded, bare word, 0 to 1, in the
 * press at large; 0 for a rare one. */
double common_share(const char *word);

#endif
