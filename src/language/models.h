/* models.h: what is known before an article is read: lists and weights. */
#ifndef QARI_LANGUAGE_MODELS_H
#define QARI_LANGUAGE_MODELS_H

#include "bytes/failure.h"

struct corrections;
struct gazetteer;
struct tagger;

struct models {
	struct gazetteer *gazetteer;
	struct tagger    *tagger;       /* NULL when there is no model */
	struct corrections *corrections; /* the reader's; NULL: none */
};

/* Reads the lists and weights in folder `data`. NULL and `failure` when a
 * file is missing or damaged. The caller frees them. */
struct models *models_load(const char *data, struct failure *failure);

void models_free(struct models *models);

#endif
