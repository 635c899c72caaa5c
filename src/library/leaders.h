/* leaders.h: whom names stand for, and how often that is named. */
#ifndef QARI_LIBRARY_LEADERS_H
#define QARI_LIBRARY_LEADERS_H

#include "library/handle.h"

struct leaders;

/* The library is lent for their life. */
struct leaders *leaders_new(struct library *library);

/* The leader of the name, a row, and how many articles name the leader;
 * looked up once. 0 where there is none. */
int64_t leader_of(struct leaders *leaders, int64_t name);
double  leader_articles(struct leaders *leaders, int64_t name);

void leaders_free(struct leaders *leaders);

#endif
