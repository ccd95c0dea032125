// Starts a program that writes a trace (game/app/trace.h), does things to its window and tells
// how long they took: drive STEP... -- PROGRAM ARGUMENT...
//
//     start              "start MS": from just before the program begins to its first frame
//     rss                "rss KB": what it has in memory
//     KEY                presses the key, by its X11 name (Return, Escape, 1)
//     idle:SECONDS:NAME  "idle NAME SWITCHES FRAMES": does nothing and counts context switches
//                        of all its threads, and frames
//     key:COUNT:KEY:KEY  "key MS", COUNT times: from the press of the first key to the frame
//                        that follows; the other key, if there is one, leads on
//     draw:COUNT         "draw MS", COUNT times: the whole window is drawn anew
//     save:COUNT:FILE    writes FILE.0 and FILE.1 over FILE by turns, COUNT times: "reload MS"
//                        from when FILE is closed to the frame that shows it; meanwhile "held
//                        MS", the longest time in which nothing else could be done, and "later
//                        MS", the same of the two seconds since; of both the longest frame,
//                        "frame MS"
//
// Before each step the window has been still for SETTLED_MS.
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    SETTLED_MS = 150,
    FIRST_FRAME_MS = 20000,
    FRAME_MS = 2000,
    LONGEST_MS = 8000,
    SAVED_MS = 2000
};

/// The program that is watched.
struct watched {
    Display *display;
    pid_t pid;
    int64_t started_us;
    int trace; // our end of the pipe
    char lines[8192];
    size_t len; // of what was read and not taken yet
};

struct line {
    int64_t at_us;
    char what[32];
};

static pid_t started;

static void fail(const char *message)
{
    fprintf(stderr, "drive: %s\n", message);
    if (started > 0)
        kill(started, SIGTERM);
    exit(2);
}

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void start(struct watched *w, char **command)
{
    int ends[2];
    char path[32];
    if (pipe(ends) != 0)
        fail("no pipe");
    snprintf(path, sizeof path, "/dev/fd/%d", ends[1]);
    setenv("QUARTET_TRACE", path, 1);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    w->trace = ends[0];
    w->started_us = now_us();
    w->pid = fork();
    if (w->pid == 0) {
        execvp(command[0], command);
        perror(command[0]);
        _exit(127);
    }
    close(ends[1]);
    started = w->pid;
}

static bool take_line(struct watched *w, struct line *line)
{
    char *end = memchr(w->lines, '\n', w->len);
    if (!end)
        return false;
    *end++ = '\0';
    char *what = w->lines;
    line->at_us = strtoll(w->lines, &what, 10);
    if (what == w->lines || *what != ' ')
        fail("a line of the trace is not understood");
    snprintf(line->what, sizeof line->what, "%s", what + 1);
    w->len -= (size_t)(end - w->lines);
    memmove(w->lines, end, w->len);
    return true;
}

/// The next line of the trace. Returns false if none comes within `wait_ms`.
static bool next_line(struct watched *w, int wait_ms, struct line *line)
{
    while (!take_line(w, line)) {
        struct pollfd ready = {.fd = w->trace, .events = POLLIN};
        if (poll(&ready, 1, wait_ms) <= 0)
            return false;
        ssize_t got = read(w->trace, w->lines + w->len, sizeof w->lines - w->len);
        if (got <= 0)
            fail("the program ended");
        w->len += (size_t)got;
    }
    return true;
}

static int64_t next_frame_us(struct watched *w, int wait_ms)
{
    struct line line;
    while (next_line(w, wait_ms, &line)) {
        if (strcmp(line.what, "frame") == 0)
            return line.at_us;
    }
    fail("no frame came");
    return 0;
}

/// Waits until nothing was traced for `still_ms` and returns the number of frames until then.
static int settle(struct watched *w, int still_ms)
{
    struct line line;
    int64_t from_us = now_us();
    int frames = 0;
    while (now_us() - from_us < (int64_t)LONGEST_MS * 1000 && next_line(w, still_ms, &line))
        frames += strcmp(line.what, "frame") == 0;
    return frames;
}

static int64_t press(struct watched *w, const char *name)
{
    KeySym symbol = XStringToKeysym(name);
    KeyCode code = symbol == NoSymbol ? 0 : XKeysymToKeycode(w->display, symbol);
    if (!code)
        fail("there is no such key");
    int64_t at_us = now_us();
    XTestFakeKeyEvent(w->display, code, True, 0);
    XTestFakeKeyEvent(w->display, code, False, 0);
    XFlush(w->display);
    return at_us;
}

/// The sum of the numbers behind `name` in a file of "NAME: NUMBER" lines, wherever in a line.
static long sum_of(const char *path, const char *name)
{
    char line[256];
    long sum = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        const char *at = strstr(line, name);
        sum += at ? strtol(at + strlen(name), NULL, 10) : 0;
    }
    if (file)
        fclose(file);
    return sum;
}

static long switches(const struct watched *w)
{
    char path[300];
    long sum = 0;
    snprintf(path, sizeof path, "/proc/%d/task", (int)w->pid);
    DIR *tasks = opendir(path);
    for (const struct dirent *task; tasks && (task = readdir(tasks));) {
        if (task->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "/proc/%d/task/%.20s/status", (int)w->pid, task->d_name);
        sum += sum_of(path, "voluntary_ctxt_switches:");
    }
    if (tasks)
        closedir(tasks);
    return sum;
}

static void print_rss(const struct watched *w)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)w->pid);
    printf("rss %ld\n", sum_of(path, "Rss:"));
}

static void idle(struct watched *w, int seconds, const char *name)
{
    long before = switches(w);
    struct timespec rest = {.tv_sec = seconds};
    nanosleep(&rest, NULL);
    long after = switches(w);
    printf("idle %s %ld %d\n", name, after - before, settle(w, 0));
}

static void time_key(struct watched *w, int count, const char *key, const char *next)
{
    for (int i = 0; i < count; i++) {
        int64_t pressed_us = press(w, key);
        printf("key %.3f\n", (double)(next_frame_us(w, FRAME_MS) - pressed_us) / 1000);
        settle(w, SETTLED_MS);
        if (next[0]) {
            press(w, next);
            settle(w, SETTLED_MS);
        }
    }
}

/// Tells the window that has the focus that all it showed is lost.
static void expose(struct watched *w)
{
    Window window;
    int revert_to;
    XGetInputFocus(w->display, &window, &revert_to);
    if (window == None || window == PointerRoot)
        fail("no window has the focus");
    XClearArea(w->display, window, 0, 0, 0, 0, True);
    XFlush(w->display);
}

/// The whole file, `*size` bytes.
static char *read_file(const char *path, int variant, size_t *size)
{
    enum { ROOM = 64 * 1024 * 1024 };

    char name[512];
    snprintf(name, sizeof name, "%s.%d", path, variant);
    FILE *file = fopen(name, "rb");
    char *text = file ? malloc(ROOM) : NULL;
    if (!text)
        fail("a file to save cannot be read");
    *size = fread(text, 1, ROOM, file);
    fclose(file);
    return text;
}

static int64_t write_file(const char *path, const char *text, size_t size)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    for (size_t at = 0; at < size;) {
        ssize_t count = file < 0 ? -1 : write(file, text + at, size - at);
        if (count <= 0)
            fail("the file cannot be saved");
        at += (size_t)count;
    }
    close(file);
    return now_us();
}

static void longest(int64_t *most_us, int64_t from_us, int64_t to_us)
{
    if (from_us && to_us - from_us > *most_us)
        *most_us = to_us - from_us;
}

static void watch_save(struct watched *w, int64_t saved_us)
{
    int64_t draw_us = 0, woke_us = 0, reload_us = 0, shown_us = 0, frame_us = 0, held_us = 0,
            later_us = 0;
    struct line line;
    while (now_us() - saved_us < (int64_t)SAVED_MS * 1000) {
        if (!next_line(w, SETTLED_MS, &line))
            continue;
        if (strcmp(line.what, "draw") == 0) {
            draw_us = line.at_us;
        } else if (strcmp(line.what, "woke") == 0) {
            woke_us = line.at_us;
        } else if (strcmp(line.what, "reload") == 0) {
            reload_us = line.at_us;
        } else if (strcmp(line.what, "wait") == 0) {
            longest(shown_us && woke_us > shown_us ? &later_us : &held_us, woke_us, line.at_us);
        } else if (strcmp(line.what, "frame") == 0) {
            longest(&frame_us, draw_us, line.at_us);
            shown_us = reload_us && !shown_us ? line.at_us : shown_us;
        }
    }
    if (!shown_us)
        fail("what was saved was never shown");
    printf("reload %.3f\nframe %.3f\nheld %.3f\nlater %.3f\n",
           (double)(shown_us - saved_us) / 1000, (double)frame_us / 1000,
           (double)held_us / 1000, (double)later_us / 1000);
}

static void time_saves(struct watched *w, int count, const char *path)
{
    size_t sizes[2];
    char *texts[2] = {read_file(path, 0, &sizes[0]), read_file(path, 1, &sizes[1])};
    for (int i = 0; i < count; i++) {
        watch_save(w, write_file(path, texts[i % 2], sizes[i % 2]));
        settle(w, SETTLED_MS);
    }
    free(texts[0]);
    free(texts[1]);
}

static void time_draws(struct watched *w, int count)
{
    for (int i = 0; i < count; i++) {
        expose(w);
        struct line line;
        int64_t draw_us = 0;
        for (int wait_ms = FRAME_MS; next_line(w, wait_ms, &line); wait_ms = 20) {
            if (strcmp(line.what, "draw") == 0)
                draw_us = line.at_us;
            if (strcmp(line.what, "frame") == 0)
                printf("draw %.3f\n", (double)(line.at_us - draw_us) / 1000);
        }
    }
}

/// Takes what stands before the next colon of `*step`; "" at the end.
static const char *take_part(char **step)
{
    char *part = *step, *colon = strchr(part, ':');
    *step = colon ? colon + 1 : part + strlen(part);
    if (colon)
        *colon = '\0';
    return part;
}

static void take_step(struct watched *w, char *step)
{
    const char *what = take_part(&step);
    int number = (int)strtol(take_part(&step), NULL, 10);
    const char *name = take_part(&step);
    if (strcmp(what, "start") == 0) {
        printf("start %.2f\n",
               (double)(next_frame_us(w, FIRST_FRAME_MS) - w->started_us) / 1000);
    } else if (strcmp(what, "rss") == 0) {
        print_rss(w);
    } else if (strcmp(what, "idle") == 0) {
        idle(w, number, name);
    } else if (strcmp(what, "key") == 0) {
        time_key(w, number, name, step);
    } else if (strcmp(what, "save") == 0) {
        time_saves(w, number, name);
    } else if (strcmp(what, "draw") == 0) {
        time_draws(w, number);
    } else {
        press(w, what);
    }
    fflush(stdout);
}

int main(int argc, char **argv)
{
    struct watched w = {.display = XOpenDisplay(NULL)};
    int end = 1;
    while (end < argc && strcmp(argv[end], "--") != 0)
        end++;
    if (!w.display || end + 1 >= argc)
        fail("wants a display, steps, -- and a program");
    start(&w, argv + end + 1);
    for (int i = 1; i < end; i++) {
        take_step(&w, argv[i]);
        settle(&w, SETTLED_MS);
    }
    kill(w.pid, SIGTERM);
    waitpid(w.pid, NULL, 0);
    return 0;
}
