/* replay.c: the main of a fuzz target built without libFuzzer: tries the
 * files named, or else the kept inputs: tests/fuzz/corpus/ and the target's
 * name. */
#include "bytes/file.h"
#include "target.h"

static bool
replay(const char *path)
{
	struct failure failure = { 0 };
	struct file   *file    = file_open(path, &failure);
	struct buffer  bytes   = { 0 };
	uint8_t       *copy;

	if (file == NULL || !file_read(file, &bytes, 1 << 24, &failure)) {
		fprintf(stderr, "%s cannot be read\n", path);
		return false;
	}
	file_close(file);
	/* Its end is where a sanitizer sees it. */
	copy = memory_new(bytes.count, 1);
	if (bytes.count > 0)
		memcpy(copy, bytes.at, bytes.count);
	LLVMFuzzerTestOneInput(copy, bytes.count);
	free(copy);
	array_free(&bytes);
	return true;
}

static char *
corpus_of(const char *program)
{
	const char *slash  = strrchr(program, '/');
	const char *name   = slash == NULL ? program : slash + 1;
	const char *source = getenv("srcdir");
	size_t      size   = strlen(name) + 64;
	char       *folder;

	if (source == NULL)
		source = ".";
	size += strlen(source);
	folder = memory_new(size, 1);
	snprintf(folder, size, "%s/tests/fuzz/corpus/%s", source, name);
	return folder;
}

int
main(int argc, char **argv)
{
	struct failure failure = { 0 };
	struct paths   paths   = { 0 };
	char          *folder  = corpus_of(argv[0]);
	bool           good    = true;

	for (int i = 1; i < argc; i++)
		array_add(&paths, memory_string(argv[i], strlen(argv[i])));
	if (argc == 1 && (!folder_list(folder, &paths, &failure) ||
	    paths.count == 0)) {
		fprintf(stderr, "no inputs in %s\n", folder);
		good = false;
	}
	for (size_t i = 0; i < paths.count; i++)
		good = replay(paths.at[i]) && good;
	printf("%zu inputs\n", paths.count);
	paths_free(&paths);
	free(folder);
	return good ? 0 : 1;
}
