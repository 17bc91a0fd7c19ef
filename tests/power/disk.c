/* Stands between the program and the disk, to be loaded before the C library: notes down whatever is done to the files
 * of one folder, and where it is asked to ends the program or lets the disk fail. It changes nothing of its own accord.
 *
 * DISK_FOLDER  the folder, an absolute path
 * DISK_LOG     where the record goes; a process adds to what is there
 * DISK_KILL    before which of its changes the program ends, as by kill -9
 *
 * A program asks for a failing disk by opening a name below /disk-of-tests: see `command`. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define COMMANDS "/disk-of-tests/"
#define MOST_FILES 4096

enum failing { WELL, ONCE, ALWAYS, FULL, GONE, READS };

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static int log_file = -1;
static unsigned char watched[MOST_FILES];
static long changes, reads, kill_at, fail_at, fired;
static int fail_errno;
static enum failing failing = WELL;

static void record(char what, long fd, long number, const void *bytes, size_t length) {
    if (log_file < 0) return;
    char head[96];
    int n = snprintf(head, sizeof head, "%c %ld %ld %zu\n", what, fd, number, length);
    struct iovec parts[] = {{head, (size_t)n}, {(void *)bytes, length}};
    if (syscall(SYS_writev, log_file, parts, 2) != n + (long)length) abort();
}

__attribute__((constructor)) static void begin(void) {
    const char *given = getenv("DISK_FOLDER");
    if (!given) return;
    snprintf(folder, sizeof folder, "%s", given);
    if (getenv("DISK_KILL")) kill_at = atol(getenv("DISK_KILL"));
    if (getenv("DISK_LOG"))
        log_file = (int)syscall(SYS_openat, AT_FDCWD, getenv("DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    record('P', 0, 0, "", 0);
}

/* The path as the record knows it, or nothing where it lies elsewhere. */
static const char *inside(const char *path, char *out) {
    if (!*folder || !path) return NULL;
    if (*path == '/') snprintf(out, PATH_MAX, "%s", path);
    else {
        char here[PATH_MAX / 2];
        if (syscall(SYS_getcwd, here, sizeof here) < 0) return NULL;
        while (!strncmp(path, "./", 2)) path += 2;
        if (!*path || !strcmp(path, ".")) snprintf(out, PATH_MAX, "%s", here);
        else snprintf(out, PATH_MAX, "%s/%s", here, path);
    }
    size_t n = strlen(folder);
    if (strncmp(out, folder, n) || (out[n] && out[n] != '/')) return NULL;
    return out;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FILES && watched[fd]; }

/* Whether this change may not happen. `grows`: it takes room on the disk. */
static int refused(int grows) {
    changes++;
    if (kill_at && changes == kill_at) raise(SIGKILL);
    int no = 0;
    if (failing == ONCE) no = changes == fail_at;
    if (failing == ALWAYS || failing == GONE) no = changes >= fail_at;
    if (failing == FULL) no = changes >= fail_at && grows;
    if (no) { fired++; record('F', 0, 0, "", 0); errno = fail_errno; }
    return no;
}

static int unreadable(void) {
    reads++;
    int no = (failing == GONE && changes >= fail_at) || (failing == READS && reads == fail_at);
    if (no) { fired++; record('F', 0, 0, "", 0); errno = fail_errno; }
    return no;
}

/* well | fired | fail/HOW/NTH/ERRNO. Answers with an errno, so that who asks knows that it was heard. */
static int command(const char *asked) {
    char how[16] = "";
    long nth = 0;
    int code = 0, heard = 1;
    if (!strcmp(asked, "well")) failing = WELL;
    else if (!strcmp(asked, "fired")) heard = fired > 0;
    else if (sscanf(asked, "fail/%15[a-z]/%ld/%d", how, &nth, &code) == 3) {
        failing = !strcmp(how, "once") ? ONCE : !strcmp(how, "always") ? ALWAYS : !strcmp(how, "full") ? FULL
            : !strcmp(how, "gone") ? GONE : !strcmp(how, "read") ? READS : WELL;
        changes = reads = fired = 0;
        fail_at = nth;
        fail_errno = code;
    } else heard = 0;
    errno = heard ? EEXIST : EACCES;
    return -1;
}

static long size_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : (long)found.st_size;
}

static int opened(int at, const char *path, int flags, mode_t mode) {
    if (path && !strncmp(path, COMMANDS, strlen(COMMANDS))) return command(path + strlen(COMMANDS));
    char full[PATH_MAX];
    const char *ours = (at == AT_FDCWD || (path && *path == '/')) ? inside(path, full) : NULL;
    if (!ours) return (int)syscall(SYS_openat, at, path, flags, mode);
    pthread_mutex_lock(&lock);
    struct stat before;
    int there = !fstatat(AT_FDCWD, ours, &before, 0);
    int made = !there && (flags & O_CREAT);
    int cut = there && (flags & O_TRUNC) && S_ISREG(before.st_mode);
    int no = made || cut ? refused(made) : unreadable();
    int fd = no ? -1 : (int)syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && fd < MOST_FILES) {
        watched[fd] = 1;
        int is_folder = there && S_ISDIR(before.st_mode);
        record('O', fd, made + 2 * is_folder, ours, strlen(ours));
        if (cut) record('T', fd, 0, "", 0);
    }
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return fd;
}

#define OPENED(at) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
    return opened(at, path, flags, mode)

int open(const char *path, int flags, ...) { OPENED(AT_FDCWD); }
int open64(const char *path, int flags, ...) { OPENED(AT_FDCWD); }
int openat(int at, const char *path, int flags, ...) { OPENED(at); }
int openat64(int at, const char *path, int flags, ...) { OPENED(at); }

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (is_watched(fd)) { watched[fd] = 0; record('C', fd, 0, "", 0); }
    int done = (int)syscall(SYS_close, fd), code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return done;
}

/* `at` < 0: where the file is now. */
static ssize_t put(int fd, const void *bytes, size_t length, long at) {
    if (fd == 1 && !is_watched(fd)) {
        pthread_mutex_lock(&lock);
        ssize_t said = syscall(SYS_write, fd, bytes, length);
        if (said > 0) record('A', fd, 0, bytes, (size_t)said);
        pthread_mutex_unlock(&lock);
        return said;
    }
    if (!is_watched(fd)) return at < 0 ? syscall(SYS_write, fd, bytes, length) : syscall(SYS_pwrite64, fd, bytes, length, at);
    pthread_mutex_lock(&lock);
    long where = at < 0 ? (long)lseek(fd, 0, SEEK_CUR) : at;
    ssize_t done = -1;
    if (!refused(where + (long)length > size_of(fd)))
        done = at < 0 ? syscall(SYS_write, fd, bytes, length) : syscall(SYS_pwrite64, fd, bytes, length, at);
    if (done > 0) record('W', fd, where, bytes, (size_t)done);
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return put(fd, bytes, length, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return put(fd, bytes, length, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return put(fd, bytes, length, at); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (!is_watched(fd) && fd != 1) return syscall(SYS_writev, fd, parts, count);
    ssize_t all = 0;
    for (int n = 0; n < count; n++) {
        ssize_t done = put(fd, parts[n].iov_base, parts[n].iov_len, -1);
        if (done < 0) return all ? all : done;
        all += done;
        if ((size_t)done < parts[n].iov_len) break;
    }
    return all;
}

ssize_t pread(int fd, void *bytes, size_t length, off_t at) {
    if (is_watched(fd) && unreadable()) return -1;
    return syscall(SYS_pread64, fd, bytes, length, at);
}
ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) { return pread(fd, bytes, length, at); }
ssize_t read(int fd, void *bytes, size_t length) {
    if (is_watched(fd) && unreadable()) return -1;
    return syscall(SYS_read, fd, bytes, length);
}

static int cut(int fd, long length) {
    if (!is_watched(fd)) return (int)syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&lock);
    int done = refused(length > size_of(fd)) ? -1 : (int)syscall(SYS_ftruncate, fd, length);
    if (!done) record('T', fd, length, "", 0);
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return done;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

static int synced(int fd, long call) {
    if (!is_watched(fd)) return (int)syscall(call, fd);
    pthread_mutex_lock(&lock);
    int done = refused(0) ? -1 : (int)syscall(call, fd);
    if (!done) record('S', fd, 0, "", 0);
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int unlink(const char *path) {
    char full[PATH_MAX];
    const char *ours = inside(path, full);
    if (!ours) return unlinkat(AT_FDCWD, path, 0);
    pthread_mutex_lock(&lock);
    struct stat found;
    int done = -1;
    if (fstatat(AT_FDCWD, ours, &found, AT_SYMLINK_NOFOLLOW)) errno = ENOENT;
    else if (!refused(0)) done = unlinkat(AT_FDCWD, path, 0);
    if (!done) record('U', 0, 0, ours, strlen(ours));
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return done;
}

int rename(const char *from, const char *to) {
    char one[PATH_MAX], two[PATH_MAX], both[2 * PATH_MAX];
    const char *old = inside(from, one), *new = inside(to, two);
    if (!old || !new) return renameat(AT_FDCWD, from, AT_FDCWD, to);
    pthread_mutex_lock(&lock);
    struct stat found;
    int done = -1;
    if (fstatat(AT_FDCWD, old, &found, AT_SYMLINK_NOFOLLOW)) errno = ENOENT;
    else if (!refused(0)) done = renameat(AT_FDCWD, from, AT_FDCWD, to);
    size_t n = strlen(old), m = strlen(new);
    memcpy(both, old, n + 1);
    memcpy(both + n + 1, new, m);
    if (!done) record('R', 0, 0, both, n + 1 + m);
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return done;
}
