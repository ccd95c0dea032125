#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MIB = 1024 * 1024, TRIES = 3, NEW_NAMES = 100 };

// strerror() speaks the user's language, which the messages around it do not.
static const char *reason(int error)
{
    switch (error) {
    case ENOENT:
        return "there is no such file";
    case ENOTDIR:
        return "a part of its path is not a folder";
    case EACCES:
    case EPERM:
        return "you have no permission; see who owns it and its folder";
    case ELOOP:
        return "its symbolic links go round in a circle";
    case ENAMETOOLONG:
        return "its name is too long";
    case EMFILE:
    case ENFILE:
        return "too many files are open; close some programs and try again";
    case EIO:
        return "the disk reports a fault";
    case EISDIR:
        return "it is a folder";
    case EEXIST:
        return "rename or remove what has its name";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "the disk is full; free some space and try again";
    case EROFS:
        return "the disk is read-only";
    default:
        return "the system refuses it";
    }
}

static bool fail(struct diags *diags, const char *path, const char *what, int error)
{
    diag_add_file(diags, DIAG_ERROR, path, "%s: %s", what, reason(error));
    return false;
}

static bool is_same_state(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool too_large(struct diags *diags, const char *path, off_t bytes, size_t max_bytes)
{
    // Rounded up, so that one byte too many does not read as "64 MiB; the limit is 64 MiB".
    diag_add_file(diags, DIAG_ERROR, path, "is too large: %lld MiB; the limit is %zu MiB",
                  ((long long)bytes + MIB - 1) / MIB, max_bytes / MIB);
    return false;
}

// Opens a regular file of at most `max_bytes`; -1 with a message otherwise.
static int open_regular(const char *path, size_t max_bytes, struct stat *st,
                        struct diags *diags)
{
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0 && errno == ENXIO) {
        diag_add_file(diags, DIAG_ERROR, path, "is not a regular file");
        return -1;
    }
    if (fd < 0 || fstat(fd, st) != 0) {
        fail(diags, path, "cannot be opened", errno);
        goto fail;
    }
    if (S_ISDIR(st->st_mode)) {
        diag_add_file(diags, DIAG_ERROR, path, "is a folder; name a file in it");
        goto fail;
    }
    if (!S_ISREG(st->st_mode)) {
        diag_add_file(diags, DIAG_ERROR, path, "is not a regular file");
        goto fail;
    }
    if (st->st_size > (off_t)max_bytes) {
        too_large(diags, path, st->st_size, max_bytes);
        goto fail;
    }
    return fd;
fail:
    if (fd >= 0)
        close(fd);
    return -1;
}

// Reads to the end, or to one byte beyond `max_bytes`. Returns 0 or an errno.
static int read_all(int fd, size_t expected, size_t max_bytes, struct buf *out)
{
    size_t start = out->len;
    buf_reserve(out, expected + 1);
    for (;;) {
        // One byte more than expected, so that the end of the file is seen in the same pass.
        size_t room = out->room - out->len - 1;
        if (!room) {
            buf_reserve(out, out->len - start + MIB);
            continue;
        }
        ssize_t got = read(fd, out->data + out->len, room);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        out->len += (size_t)got;
        out->data[out->len] = '\0';
        if (got == 0 || out->len - start > max_bytes)
            return 0;
    }
}

static void cut_back(struct buf *out, size_t len)
{
    out->len = len;
    if (out->data)
        out->data[len] = '\0';
}

bool file_read(const char *path, size_t max_bytes, struct buf *out, struct diags *diags)
{
    size_t start = out->len;
    for (int i = 0; i < TRIES; i++) {
        struct stat before, after;
        int fd = open_regular(path, max_bytes, &before, diags);
        if (fd < 0)
            return false;
        int error = read_all(fd, (size_t)before.st_size, max_bytes, out);
        if (!error && fstat(fd, &after) != 0)
            error = errno;
        close(fd);
        if (!error && out->len - start <= max_bytes && is_same_state(&before, &after))
            return true;
        size_t got = out->len - start;
        cut_back(out, start);
        if (error)
            return fail(diags, path, "cannot be read", error);
        if (got > max_bytes)
            return too_large(diags, path, (off_t)got, max_bytes);
    }
    diag_add_file(diags, DIAG_ERROR, path,
                  "keeps changing while it is read; try again when it is written");
    return false;
}

static int write_all(int fd, const char *bytes, size_t len)
{
    while (len) {
        ssize_t put = write(fd, bytes, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes += put;
        len -= (size_t)put;
    }
    return 0;
}

// Opens a new file beside `path`, whose name comes back in `*name`. Returns -1 on failure.
static int open_beside(const char *path, struct arena *arena, const char **name)
{
    const char *folder = file_folder(arena, path);
    for (int i = 0; i < NEW_NAMES; i++) {
        *name = arena_printf(arena, "%s/.%.200s.%ld-%d.new", folder, file_name(path),
                             (long)getpid(), i);
        int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

// Fills the new file and sees it onto the disk; closes `fd`. Returns 0 or an errno.
static int fill_new(int fd, const char *old, const void *bytes, size_t len)
{
    struct stat st;
    int error = 0;
    if (stat(old, &st) == 0 && fchmod(fd, st.st_mode & 07777) != 0)
        error = errno;
    if (!error)
        error = write_all(fd, bytes, len);
    if (!error && fsync(fd) != 0)
        error = errno;
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

// A rename is only safe from a power cut once its folder is on the disk. Some file systems
// cannot do that for folders; the file itself is whole either way.
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd);
    close(fd);
}

bool file_write(const char *path, const void *bytes, size_t len, struct diags *diags)
{
    struct arena scratch = {0};
    char *resolved = realpath(path, NULL);
    const char *target = resolved ? resolved : path;
    const char *made = NULL;
    int error = 0;
    struct stat st;
    if (stat(target, &st) == 0 && !S_ISREG(st.st_mode)) {
        diag_add_file(diags, DIAG_ERROR, path, "cannot be saved: it is not a regular file");
        free(resolved);
        return false;
    }
    int fd = open_beside(target, &scratch, &made);
    if (fd < 0)
        error = errno;
    if (!error)
        error = fill_new(fd, target, bytes, len);
    if (!error && rename(made, target) != 0)
        error = errno;
    if (!error) {
        sync_folder(file_folder(&scratch, target));
    } else if (fd >= 0) {
        unlink(made);
    }
    free(resolved);
    arena_free(&scratch);
    if (error == ENOENT) {
        diag_add_file(diags, DIAG_ERROR, path,
                      "cannot be saved: its folder is not there; make that first");
        return false;
    }
    return error ? fail(diags, path, "cannot be saved", error) : true;
}

bool file_make_folder(const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    char *part = arena_text(&scratch, path, strlen(path));
    bool is_made = true;
    for (char *at = part; *at && is_made; at++) {
        bool is_end = at[1] == '\0';
        if (!is_end && (at == part || *at != '/'))
            continue;
        if (!is_end)
            *at = '\0';
        if (mkdir(part, 0700) != 0 && !file_is_folder(part)) {
            int error = errno;
            const char *kept = arena_text(diags->arena, part, strlen(part));
            is_made = fail(diags, kept, "cannot be made", error);
        }
        if (!is_end)
            *at = '/';
    }
    arena_free(&scratch);
    return is_made;
}

bool file_stamp(const char *path, struct file_stamp *stamp)
{
    enum { NS_PER_S = 1000000000 };

    struct stat st;
    *stamp = (struct file_stamp){0};
    if (stat(path, &st) != 0)
        return false;
    stamp->bytes = st.st_size;
    stamp->written_ns = (int64_t)st.st_mtim.tv_sec * NS_PER_S + st.st_mtim.tv_nsec;
    stamp->changed_ns = (int64_t)st.st_ctim.tv_sec * NS_PER_S + st.st_ctim.tv_nsec;
    return true;
}

bool file_stamp_is_same(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->changed_ns && a->bytes == b->bytes && a->written_ns == b->written_ns &&
           a->changed_ns == b->changed_ns;
}

const char *file_whole_path(struct arena *arena, const char *path)
{
    char folder[PATH_MAX];
    if (path[0] == '/' || !getcwd(folder, sizeof folder))
        return path;
    return arena_printf(arena, "%s/%s", folder, path);
}

bool file_is_missing(const char *path)
{
    struct stat st;
    return lstat(path, &st) != 0 && errno == ENOENT;
}

bool file_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_is_read_only(const char *path)
{
    // Whoever is root may write to what is marked as read-only, but should not either.
    struct stat st;
    bool is_marked = stat(path, &st) == 0 && !(st.st_mode & 0222);
    return is_marked || (access(path, W_OK) != 0 && (errno == EACCES || errno == EROFS));
}

const char *file_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_text(arena, path, (size_t)(slash - path));
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}
