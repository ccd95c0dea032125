#include "sdl/watch.h"

#if !defined(__linux__)

#include <stddef.h>

struct watch *watch_open(void)
{
    return NULL;
}

void watch_close(struct watch *watch)
{
    (void)watch;
}

uint32_t watch_event(const struct watch *watch)
{
    (void)watch;
    return 0;
}

bool watch_has_pads(void)
{
    return true;
}

#else

#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <SDL.h>

#include "base/arena.h"

enum { END, DEVICES, PUPPET, FD_COUNT, LINE_ROOM = 128 };

struct watch {
    struct arena arena; // of this struct too
    SDL_Thread *thread;
    Uint32 type;
    int fds[FD_COUNT]; // -1: none; END is the reading end of a pipe
    int end;           // its writing end: closing it ends the thread
    char line[LINE_ROOM];
    size_t line_len;
};

static void send(const struct watch *w, enum watch_news news, char *line)
{
    SDL_Event event = {.user = {.type = w->type, .code = (int)news, .data1 = line}};
    if (SDL_PushEvent(&event) != 1)
        SDL_free(line);
}

static void read_lines(struct watch *w)
{
    char bytes[256];
    ssize_t count = read(w->fds[PUPPET], bytes, sizeof bytes);
    for (ssize_t i = 0; i < count; i++) {
        if (bytes[i] == '\n') {
            w->line[w->line_len] = '\0';
            send(w, WATCH_LINE, SDL_strdup(w->line));
            w->line_len = 0; // NOLINT(clang-analyzer-unix.Malloc): the event has the copy
        } else if (w->line_len + 1 < LINE_ROOM) {
            w->line[w->line_len++] = bytes[i];
        }
    }
}

static int run(void *data)
{
    struct watch *w = data;
    struct pollfd fds[FD_COUNT];
    for (int i = 0; i < FD_COUNT; i++)
        fds[i] = (struct pollfd){.fd = w->fds[i], .events = POLLIN};
    while (poll(fds, FD_COUNT, -1) >= 0 && !fds[END].revents) {
        if (fds[DEVICES].revents) {
            char changes[4096];
            if (read(w->fds[DEVICES], changes, sizeof changes) > 0)
                send(w, WATCH_DEVICES, NULL);
        }
        if (fds[PUPPET].revents)
            read_lines(w);
    }
    return 0;
}

static int watch_devices(void)
{
    int fd = inotify_init1(IN_CLOEXEC);
    // Devices are made first and given to their user in a second step.
    if (fd >= 0 && inotify_add_watch(fd, "/dev/input", IN_CREATE | IN_ATTRIB) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static int open_puppet(void)
{
    const char *path = SDL_getenv("QUARTET_VIRTUAL_PAD");
    // Open for writing too, so that it does not end when a writer goes.
    return path ? open(path, O_RDWR | O_CLOEXEC) : -1;
}

struct watch *watch_open(void)
{
    int devices = watch_devices(), puppet = open_puppet(), ends[2];
    if (devices < 0 && puppet < 0)
        return NULL;
    struct arena arena = {0};
    struct watch *w = ARENA_ARRAY(&arena, 1, struct watch);
    *w = (struct watch){.arena = arena, .fds = {-1, devices, puppet}, .end = -1};
    if (pipe(ends) == 0) {
        w->fds[END] = ends[0];
        w->end = ends[1];
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        w->type = SDL_RegisterEvents(1);
        w->thread = SDL_CreateThread(run, "watch", w);
    }
    if (w->thread)
        return w;
    watch_close(w);
    return NULL;
}

void watch_close(struct watch *w)
{
    if (!w)
        return;
    if (w->end >= 0)
        close(w->end);
    SDL_WaitThread(w->thread, NULL);
    for (int i = 0; i < FD_COUNT; i++) {
        if (w->fds[i] >= 0)
            close(w->fds[i]);
    }
    struct arena arena = w->arena;
    arena_free(&arena);
}

uint32_t watch_event(const struct watch *w)
{
    return w ? w->type : 0;
}

bool watch_has_pads(void)
{
    static const char *const patterns[] = {"/dev/input/by-path/*-joystick", "/dev/input/js*"};
    for (int i = 0; i < 2; i++) {
        glob_t found = {0};
        bool has = glob(patterns[i], 0, NULL, &found) == 0;
        globfree(&found);
        if (has)
            return true;
    }
    return false;
}

#endif
