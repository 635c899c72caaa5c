/* models.c: what is known before an article is read: lists and weights. */
#include "language/models.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bytes/memory.h"
#include "language/correction.h"
#include "language/gazetteer.h"
#include "language/tagger.h"

struct models *
models_load(const char *data, struct failure *failure)
{
	struct models *models = memory_new(1, sizeof *models);
	char           path[4096];

	snprintf(path, sizeof path, "%s/names.tsv", data);
	models->gazetteer = gazetteer_load(path, failure);
	if (models->gazetteer == NULL) {
		free(models);
		return NULL;
	}
	/* The rules answer alone where no model was trained. */
	snprintf(path, sizeof path, "%s/model.qari", data);
	if (access(path, F_OK) == 0) {
		models->tagger = tagger_load(path, failure);
		if (models->tagger == NULL) {
			models_free(models);
			return NULL;
		}
	}
	return models;
}

void
models_free(struct models *models)
{
	if (models == NULL)
		return;
	gazetteer_free(models->gazetteer);
	tagger_free(models->tagger);
	corrections_free(models->corrections);
	free(models);
}
