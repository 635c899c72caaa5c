/* iofault.c - makes the Nth call of one kind fail, for error-path ("torture") tests of any program.
   cc -shared -fPIC -O2 iofault.c -o iofault.so -ldl
   IOFAULT=malloc:17        the 17th malloc/calloc/realloc gives NULL
   IOFAULT=write:3:ENOSPC   the 3rd write/pwrite to a regular file fails; kinds: malloc open read write fsync rename mmap close truncate unlink
   IOFAULT=write:3+:ENOSPC  the 3rd and every later one;  IOFAULT=count:malloc   counts calls, to fd 2 at exit
   IOFAULT=malloc:@1f3a     the first call from that stack; count:malloc writes the stacks that call to $IOFAULT_STACKS */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
static int ready, every, err = ENOSPC, counting, looking; static long nth = -1, seen; static char kind[16];
static uint64_t wanted, stacks[1 << 14]; static size_t stackn; static const char *stack_file;
static char boot[65536]; static size_t bootn;                       /* memory handed out while dlsym is at work */
static void *(*rmalloc)(size_t), *(*rcalloc)(size_t, size_t), *(*rrealloc)(void *, size_t); static void (*rfree)(void *);
static void setup(void)
{
    static int busy; if (ready || busy) return; busy = 1;
    rmalloc = dlsym(RTLD_NEXT, "malloc"); rcalloc = dlsym(RTLD_NEXT, "calloc"); rrealloc = dlsym(RTLD_NEXT, "realloc"); rfree = dlsym(RTLD_NEXT, "free");
    const char *e = getenv("IOFAULT"); ready = 1;
    if (!e) return;
    if (!strncmp(e, "count:", 6)) { counting = 1; snprintf(kind, sizeof kind, "%s", e + 6); stack_file = getenv("IOFAULT_STACKS"); return; }
    size_t k = strcspn(e, ":"); if (k < sizeof kind) memcpy(kind, e, k);
    if (e[k]) { char *p = (char *)e + k + 1; if (*p == '@') wanted = strtoull(p + 1, &p, 16); else nth = strtol(p, &p, 10); if (*p == '+') { every = 1; p++; }
        if (*p == ':') err = !strcmp(p + 1, "EIO") ? EIO : !strcmp(p + 1, "EINTR") ? EINTR : !strcmp(p + 1, "EACCES") ? EACCES : !strcmp(p + 1, "EMFILE") ? EMFILE : ENOSPC; }
}
/* Who calls, wherever the objects were loaded. What the unwinder itself allocates is nobody's. */
static uint64_t stack(void)
{
    void *at[64]; uint64_t h = 1469598103934665603u; Dl_info i; looking = 1;
    for (int n = backtrace(at, 64), k = 2; k < n; k++) h = (h ^ (uint64_t)((char *)at[k] - (dladdr(at[k], &i) ? (char *)i.dli_fbase : 0))) * 1099511628211u;
    looking = 0; return h;
}
static void note_stack(void)
{
    uint64_t h = stack(); size_t k = 0; while (k < stackn && stacks[k] != h) k++;
    if (k == stackn && k < sizeof stacks / sizeof *stacks) stacks[stackn++] = h;
}
static int fails(const char *k)
{
    setup(); if (!kind[0] || looking || strcmp(k, kind)) return 0;
    long n = ++seen; if (counting) { if (stack_file) note_stack(); return 0; }
    if (wanted) { if (stack() != wanted) return 0; wanted = 0; return 1; }
    return nth >= 0 && (n == nth || (every && n > nth));
}
static int regular(int fd) { struct stat s; return !fstat(fd, &s) && S_ISREG(s.st_mode); }
static void report_stacks(void) { int fd = open(stack_file, O_WRONLY | O_CREAT | O_TRUNC, 0600); char b[32]; for (size_t k = 0; k < stackn; k++) if (write(fd, b, snprintf(b, sizeof b, "%jx\n", (uintmax_t)stacks[k]))) {} close(fd); }
__attribute__((destructor)) static void report(void) { if (counting) { char b[80]; int n = snprintf(b, sizeof b, "\nIOFAULT %s %ld\n", kind, seen); counting = 0; kind[0] = 0; if (write(2, b, n)) {} if (stack_file) report_stacks(); } }
/* The dynamic loader and ncurses 6.4 end a program themselves when they have no memory, or crash, as FriBidi 1.0.8
   does, whatever the program would do but see that there is some before it calls them: what they allocate never fails
   here, what the program asks for before does. */
static const char *const careless[] = { "fribidi_shape", "setupterm" };
static int is_careless(const void *caller)
{
    static const void *base[sizeof careless / sizeof *careless]; static int known; Dl_info i; size_t n = sizeof careless / sizeof *careless;
    if (!known) { known = 1; for (size_t k = 0; k < n; k++) { void *f = dlsym(RTLD_DEFAULT, careless[k]); if (f && dladdr(f, &i)) base[k] = i.dli_fbase; } }
    if (!dladdr(caller, &i)) return 0;
    for (size_t k = 0; k < n; k++) if (base[k] && i.dli_fbase == base[k]) return 1;
    return 0;
}
static int fails_for(const void *caller)
{
    setup(); if (strcmp(kind, "malloc")) return 0;
    return (uintptr_t)caller - getauxval(AT_BASE) < 0x40000 || is_careless(caller) ? 0 : fails("malloc");
}
#define MALLOC_FAILS fails_for(__builtin_return_address(0))
void *malloc(size_t n) { setup(); if (!rmalloc) { n = (n + 15) & ~(size_t)15; void *p = boot + bootn; bootn += n; return p; } if (MALLOC_FAILS) { errno = ENOMEM; return NULL; } return rmalloc(n); }
void *calloc(size_t a, size_t b) { setup(); if (!rcalloc) { size_t n = (a * b + 15) & ~(size_t)15; void *p = boot + bootn; bootn += n; return p; } if (MALLOC_FAILS) { errno = ENOMEM; return NULL; } return rcalloc(a, b); }
void *realloc(void *p, size_t n) { setup(); if (MALLOC_FAILS) { errno = ENOMEM; return NULL; } return rrealloc(p, n); }
char *strdup(const char *s) { size_t n = strlen(s) + 1; setup(); if (MALLOC_FAILS) { errno = ENOMEM; return NULL; } char *p = rmalloc(n); return p ? memcpy(p, s, n) : NULL; }
void free(void *p) { if ((char *)p >= boot && (char *)p < boot + sizeof boot) return; setup(); if (rfree) rfree(p); }
#define NEXT(name, type, ...) static type (*r)(__VA_ARGS__); if (!r) r = dlsym(RTLD_NEXT, name)
ssize_t write(int fd, const void *b, size_t n) { NEXT("write", ssize_t, int, const void *, size_t); if (regular(fd) && fails("write")) { errno = err; return -1; } return r(fd, b, n); }
ssize_t read(int fd, void *b, size_t n) { NEXT("read", ssize_t, int, void *, size_t); if (regular(fd) && fails("read")) { errno = err; return -1; } return r(fd, b, n); }
int fsync(int fd) { NEXT("fsync", int, int); if (fails("fsync")) { errno = err; return -1; } return r(fd); }
/* What SQLite calls beside: reading and writing at a place, and the data alone made lasting. */
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { NEXT("pwrite", ssize_t, int, const void *, size_t, off_t); if (regular(fd) && fails("write")) { errno = err; return -1; } return r(fd, b, n, o); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { NEXT("pwrite64", ssize_t, int, const void *, size_t, off64_t); if (regular(fd) && fails("write")) { errno = err; return -1; } return r(fd, b, n, o); }
ssize_t pread64(int fd, void *b, size_t n, off64_t o) { NEXT("pread64", ssize_t, int, void *, size_t, off64_t); if (regular(fd) && fails("read")) { errno = err; return -1; } return r(fd, b, n, o); }
int fdatasync(int fd) { NEXT("fdatasync", int, int); if (fails("fsync")) { errno = err; return -1; } return r(fd); }
int ftruncate(int fd, off_t o) { NEXT("ftruncate", int, int, off_t); if (fails("truncate")) { errno = err; return -1; } return r(fd, o); }
int ftruncate64(int fd, off64_t o) { NEXT("ftruncate64", int, int, off64_t); if (fails("truncate")) { errno = err; return -1; } return r(fd, o); }
int unlink(const char *a) { NEXT("unlink", int, const char *); if (fails("unlink")) { errno = err; return -1; } return r(a); }
void *mmap64(void *a, size_t n, int p, int f, int fd, off64_t o) { NEXT("mmap64", void *, void *, size_t, int, int, int, off64_t); if (fd >= 0 && fails("mmap")) { errno = ENOMEM; return MAP_FAILED; } return r(a, n, p, f, fd, o); }
int rename(const char *a, const char *b) { NEXT("rename", int, const char *, const char *); if (fails("rename")) { errno = err; return -1; } return r(a, b); }
int close(int fd) { NEXT("close", int, int); if (regular(fd) && fails("close")) { r(fd); errno = err; return -1; } return r(fd); }
void *mmap(void *a, size_t n, int p, int f, int fd, off_t o) { NEXT("mmap", void *, void *, size_t, int, int, int, off_t); if (fd >= 0 && fails("mmap")) { errno = ENOMEM; return MAP_FAILED; } return r(a, n, p, f, fd, o); }
static int mode_of(int fl, va_list ap) { return fl & (O_CREAT | O_TMPFILE) ? va_arg(ap, int) : 0; }
int open(const char *p, int fl, ...) { va_list ap; va_start(ap, fl); int m = mode_of(fl, ap); va_end(ap); NEXT("open", int, const char *, int, ...); if (fails("open")) { errno = err; return -1; } return r(p, fl, m); }
int open64(const char *p, int fl, ...) { va_list ap; va_start(ap, fl); int m = mode_of(fl, ap); va_end(ap); NEXT("open64", int, const char *, int, ...); if (fails("open")) { errno = err; return -1; } return r(p, fl, m); }
int openat(int d, const char *p, int fl, ...) { va_list ap; va_start(ap, fl); int m = mode_of(fl, ap); va_end(ap); NEXT("openat", int, int, const char *, int, ...); if (fails("open")) { errno = err; return -1; } return r(d, p, fl, m); }
