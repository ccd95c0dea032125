#include "sdl/file_watch.h"

#include <stddef.h>

#if !defined(__linux__)

struct file_watch *file_watch_open(void (*tell)(void *context), void *context)
{
    (void)tell;
    (void)context;
    return NULL;
}

void file_watch_close(struct file_watch *watch)
{
    (void)watch;
}

bool file_watch_add(struct file_watch *watch, const char *dir, const char *name)
{
    (void)watch;
    (void)dir;
    (void)name;
    return false;
}

bool file_watch_take(struct file_watch *watch)
{
    (void)watch;
    return false;
}

#else

#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <SDL.h>

#include "base/arena.h"

// What has its last word when the file is closed counts then; what is only written to, and kept
// open, counts after the longest wait.
static const uint32_t wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                               IN_DELETE | IN_MODIFY | IN_DELETE_SELF | IN_MOVE_SELF |
                               IN_ONLYDIR;

struct watched {
    int number;       // inotify's, of the folder; below 0: it is gone
    const char *dir;  // as it was named
    const char *name; // NULL: all banks
    struct watched *next;
};

struct file_watch {
    struct arena arena; // of this struct too
    SDL_Thread *thread;
    SDL_mutex *lock;         // of `watched` and `arena`
    struct watched *watched; // read by the thread
    SDL_atomic_t has_news;
    int notices, end, end_writer; // file descriptors; closing the last one ends the thread
    void (*tell)(void *context);
    void *context;
};

/// What a burst has brought so far.
struct burst {
    int64_t since_ms; // when its first change came; below 0: none did
    bool is_whole;    // a file was closed, or came or went
};

static bool is_bank_name(const char *name)
{
    size_t len = strlen(name);
    return len > 5 && strcmp(name + len - 5, ".json") == 0;
}

static bool is_of(const struct watched *watched, const struct inotify_event *event)
{
    const char *name = event->len ? event->name : "";
    if (watched->number != event->wd)
        return false;
    // The folder itself went.
    if (event->mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF))
        return true;
    return watched->name ? strcmp(watched->name, name) == 0 : is_bank_name(name);
}

static void take_event(struct file_watch *w, const struct inotify_event *event,
                       struct burst *burst)
{
    bool is_wanted = (event->mask & IN_Q_OVERFLOW) != 0;
    SDL_LockMutex(w->lock);
    for (struct watched *i = w->watched; i; i = i->next) {
        is_wanted = is_wanted || is_of(i, event);
        // It may be named again, when there is such a folder again.
        if (i->number == event->wd && (event->mask & (IN_IGNORED | IN_MOVE_SELF)))
            i->number = -1;
    }
    SDL_UnlockMutex(w->lock);
    if (event->mask & IN_MOVE_SELF)
        inotify_rm_watch(w->notices, event->wd);
    if (!is_wanted)
        return;
    if (burst->since_ms < 0)
        burst->since_ms = (int64_t)SDL_GetTicks64();
    burst->is_whole = burst->is_whole || !(event->mask & (IN_MODIFY | IN_CREATE));
}

static void read_events(struct file_watch *w, struct burst *burst)
{
    _Alignas(struct inotify_event) char bytes[4096];
    ssize_t count = read(w->notices, bytes, sizeof bytes);
    for (ssize_t at = 0; at < count;) {
        const struct inotify_event *event = (const void *)(bytes + at);
        take_event(w, event, burst);
        at += (ssize_t)(sizeof *event + event->len);
    }
}

/// How long to wait for more; -1: for ever.
static int wait_ms(const struct burst *burst)
{
    if (burst->since_ms < 0)
        return -1;
    int64_t left_ms = burst->since_ms + FILE_WATCH_BURST_MS - (int64_t)SDL_GetTicks64();
    int64_t most_ms = burst->is_whole ? FILE_WATCH_QUIET_MS : FILE_WATCH_BURST_MS;
    return (int)SDL_clamp(left_ms, 0, most_ms);
}

static int run(void *data)
{
    struct file_watch *w = data;
    struct burst burst = {.since_ms = -1};
    struct pollfd fds[2] = {{.fd = w->notices, .events = POLLIN},
                            {.fd = w->end, .events = POLLIN}};
    for (;;) {
        int wait = wait_ms(&burst);
        int count = wait ? poll(fds, 2, wait) : 0;
        if (count < 0 || (count > 0 && fds[1].revents))
            return 0;
        if (count > 0) {
            read_events(w, &burst);
            continue;
        }
        burst = (struct burst){.since_ms = -1};
        if (!SDL_AtomicSet(&w->has_news, 1))
            w->tell(w->context);
    }
}

struct file_watch *file_watch_open(void (*tell)(void *context), void *context)
{
    int ends[2] = {-1, -1};
    struct arena arena = {0};
    struct file_watch *w = ARENA_ARRAY(&arena, 1, struct file_watch);
    *w = (struct file_watch){.arena = arena,
                             .notices = inotify_init1(IN_CLOEXEC),
                             .end = -1,
                             .end_writer = -1,
                             .tell = tell,
                             .context = context};
    w->lock = SDL_CreateMutex();
    if (w->lock && w->notices >= 0 && pipe(ends) == 0) {
        w->end = ends[0];
        w->end_writer = ends[1];
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        w->thread = SDL_CreateThread(run, "file watch", w);
    }
    if (w->thread)
        return w;
    file_watch_close(w);
    return NULL;
}

static void close_fd(int fd)
{
    if (fd >= 0)
        close(fd);
}

void file_watch_close(struct file_watch *w)
{
    if (!w)
        return;
    close_fd(w->end_writer);
    SDL_WaitThread(w->thread, NULL);
    close_fd(w->end);
    close_fd(w->notices);
    SDL_DestroyMutex(w->lock);
    struct arena arena = w->arena;
    arena_free(&arena);
}

static bool is_same_name(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/// The place of this folder and name, made if there is none yet.
static struct watched *place_of(struct file_watch *w, const char *dir, const char *name)
{
    for (struct watched *i = w->watched; i; i = i->next) {
        if (strcmp(i->dir, dir) == 0 && is_same_name(i->name, name))
            return i;
    }
    struct watched *place = ARENA_ARRAY(&w->arena, 1, struct watched);
    *place = (struct watched){.number = -1,
                              .dir = arena_text(&w->arena, dir, strlen(dir)),
                              .name = name ? arena_text(&w->arena, name, strlen(name)) : NULL,
                              .next = w->watched};
    return w->watched = place;
}

bool file_watch_add(struct file_watch *w, const char *dir, const char *name)
{
    if (!w)
        return false;
    SDL_LockMutex(w->lock);
    struct watched *place = place_of(w, dir, name);
    if (place->number < 0)
        place->number = inotify_add_watch(w->notices, dir, wanted);
    bool is_watched = place->number >= 0;
    SDL_UnlockMutex(w->lock);
    return is_watched;
}

bool file_watch_take(struct file_watch *w)
{
    return w && SDL_AtomicSet(&w->has_news, 0);
}

#endif
