/* data.c: where our lists and models are: by option, by $QARI_DATA, beside
 * the program (so that a build runs uninstalled and an installation can be
 * moved), else where they were installed. */
#include "views/data.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bytes/file.h"
#include "views/corrections.h"

/* Seen from the folder of the program. */
static const char *const beside[] = { "data", "../share/qari" };

/* The folder of the running program, without a slash behind it. */
static bool
program_folder(char folder[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	char   *slash;

	if (length <= 0)
		return false;
	folder[length] = '\0';
	slash = strrchr(folder, '/');
	if (slash == NULL)
		return false;
	*slash = '\0';
	return true;
}

static bool
find_beside(char found[PATH_MAX])
{
	char folder[PATH_MAX];

	if (!program_folder(folder))
		return false;
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
		int length = snprintf(found, PATH_MAX, "%s/%s", folder,
		    beside[i]);

		if (length < PATH_MAX && file_is_folder(found))
			return true;
	}
	return false;
}

static struct models *
load(const char *folder, struct failure *failure)
{
	const char *environment = getenv("QARI_DATA");
	char        found[PATH_MAX];

	if (folder != NULL)
		return models_load(folder, failure);
	if (environment != NULL && *environment != '\0')
		return models_load(environment, failure);
	if (find_beside(found))
		return models_load(found, failure);
	return models_load(QARI_DATA_DIR, failure);
}

struct models *
data_models(const char *folder, struct failure *failure)
{
	struct models *models = load(folder, failure);

	if (models != NULL)
		models->corrections = corrections_load(failure);
	return models;
}
