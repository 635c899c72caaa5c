/* sound.h: Arabic words that a word in Latin letters could stand for. */
#ifndef QARI_LIBRARY_SOUND_H
#define QARI_LIBRARY_SOUND_H

#include "library/handle.h"
#include "library/query.h"

#define SOUNDS_MOST 10          /* words one Latin word stands for */

/* Gives the condition the names of the library, or of known places, that its
 * Latin words together could stand for; with `misheard`, all but one of those
 * before the last. False when there is none. */
bool sounds_find_name(struct library *library, struct condition *condition,
    bool misheard);

/* Gives the condition the Arabic words of the library, or known names of
 * places, that its Latin words could stand for, the likeliest first. */
void sounds_find(struct library *library, struct condition *condition);

#endif
