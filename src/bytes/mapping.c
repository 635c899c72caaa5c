/* mapping.c: a whole file as memory. */
#include "bytes/mapping.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
map(struct mapping *mapping, int fd, const char *path,
    struct failure *failure)
{
	struct stat status;
	void       *at;

	if (fstat(fd, &status) < 0)
		return failure_set_errno(failure, path);
	if (!S_ISREG(status.st_mode))
		return failure_set(failure, FAILURE_NOT_A_FILE, path);
	if (status.st_size == 0)
		return true;
	at = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd,
	    0);
	if (at == MAP_FAILED)
		return failure_set_errno(failure, path);
	mapping->at = at;
	mapping->size = (size_t)status.st_size;
	return true;
}

bool
mapping_open(struct mapping *mapping, const char *path,
    struct failure *failure)
{
	int  fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	bool good;

	*mapping = (struct mapping){ NULL, 0 };
	if (fd < 0)
		return failure_set_errno(failure, path);
	good = map(mapping, fd, path, failure);
	close(fd);
	return good;
}

void
mapping_close(struct mapping *mapping)
{
	if (mapping->at != NULL)
		munmap((void *)(uintptr_t)mapping->at, mapping->size);
	*mapping = (struct mapping){ NULL, 0 };
}
