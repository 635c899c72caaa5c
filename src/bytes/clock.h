/* clock.h: the time that only goes forward. */
#ifndef QARI_BYTES_CLOCK_H
#define QARI_BYTES_CLOCK_H

#include <stdint.h>
#include <time.h>

/* Safe in a signal handler, as clock_gettime() is. */
static inline int64_t
clock_milliseconds(void)
{
	struct timespec now = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

#endif
