/* entity_index.h: how the entities of a run are found again by their names. */
#ifndef QARI_LANGUAGE_ENTITY_INDEX_H
#define QARI_LANGUAGE_ENTITY_INDEX_H

#include "language/name.h"

struct entity_index *entity_index_new(void);

/* Makes the entity findable by this name. */
void entity_index_add(struct entity_index *index, enum kind kind,
    const struct name *name, uint32_t entity);

/* The entity that was added by the same letters or by another name of the
 * same row of a list; NONE when there is none. */
uint32_t entity_index_find(const struct entity_index *index, enum kind kind,
    const struct name *name);

/* The one person whose name, read before, the name can be; NONE when there
 * are several. */
uint32_t entity_index_person(struct entity_index *index,
    const struct name *name);

void entity_index_free(struct entity_index *index);

#endif
