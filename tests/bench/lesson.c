// Measures a lesson: the program itself with a clock that runs PACE times as fast, in the hands
// of a host who gives one lesson after the other: lesson ARGUMENT...
//
// The arguments are those of quartet. The lessons are about the banks BANK_A and BANK_B by
// turns; SERVER is the process that shows the windows. When MINUTES of that clock are over it
// prints
//
//     frame MS WORK SCREEN   for each frame how long it took until it was on the screen, less
//                            the time when other programs had the processor; the processor's
//                            part of it; and what was up
//     key MS WORK SCREEN     the same for each input, from when it was taken to the frame that
//                            shows what came of it, with what went to the disk
//     taken MS               the time that was taken off a frame
//     memory MINUTE KB HEAP  what the system and the heap have in use, each minute
//     lessons COUNT
//     did COUNT NAME         what the host did beside leading them
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/app.h"
#include "app/trace.h"
#include "lesson_host.h"

enum { PACE = 100, ROOM = 20000, MEMORY_MS = 60 * 1000 };

/// A moment, in microseconds.
struct moment {
    int64_t at_us;
    int64_t work_us;  // of the processor for this thread so far,
    int64_t taken_us; // and how long it and the server of the display waited for one
};

struct span {
    float ms, work_ms, taken_ms;
    const char *screen; // that was up then
};

static struct {
    struct span frames[ROOM], keys[ROOM];
    int frame_count, key_count;
    struct moment drawn, pressed; // when the frame, and what came of an input, began
    bool is_pressed;              // that is not to be seen yet
    int64_t memory_ms;            // when it was last looked at
} measured;

static struct host host = {.bank = -1};
static struct stage *stage; // NULL: it is not open yet
static int64_t began_us, end_ms;
static char server[64]; // what the system says of that which shows the windows

// --- clocks and memory

static int64_t clock_us(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t lesson_ms(void)
{
    return (clock_us(CLOCK_MONOTONIC) - began_us) * PACE / 1000;
}

/// How long whom the file is about has waited for a processor.
static int64_t waited_us(const char *path)
{
    char line[64] = "";
    FILE *file = fopen(path, "r");
    if (file) {
        if (!fgets(line, sizeof line, file))
            line[0] = '\0';
        fclose(file);
    }
    char *rest = line;
    strtoll(line, &rest, 10);
    return strtoll(rest, NULL, 10) / 1000;
}

static struct moment moment(void)
{
    return (struct moment){.at_us = clock_us(CLOCK_MONOTONIC),
                           .work_us = clock_us(CLOCK_THREAD_CPUTIME_ID),
                           .taken_us =
                               waited_us("/proc/thread-self/schedstat") + waited_us(server)};
}

static struct span since(const struct moment *from)
{
    const struct moment now = moment();
    float work_ms = (float)(now.work_us - from->work_us) / 1e3F;
    float taken_ms = (float)(now.taken_us - from->taken_us) / 1e3F;
    float ms = (float)(now.at_us - from->at_us) / 1e3F - taken_ms;
    return (struct span){.ms = ms > work_ms ? ms : work_ms, // both may have waited at once
                         .work_ms = work_ms,
                         .taken_ms = taken_ms,
                         .screen = stage_screen(stage)->name};
}

static long memory_kb(void)
{
    char line[256];
    long kb = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "RssAnon:", 8) == 0)
            kb = strtol(line + 8, NULL, 10);
    }
    if (file)
        fclose(file);
    return kb;
}

/// What was allocated and not freed yet.
static size_t heap_bytes(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static void look_at_memory(int64_t now_ms)
{
    if (now_ms - measured.memory_ms < MEMORY_MS)
        return;
    measured.memory_ms = now_ms - now_ms % MEMORY_MS;
    printf("memory %d %ld %zu\n", (int)(now_ms / MEMORY_MS), memory_kb(), heap_bytes());
}

// --- what stands between the program and the system: the linker leads calls here

#define IN_PLACE_OF(name) __asm__("__wrap_" #name)
#define REAL(name)        __asm__("__real_" #name)

Uint64 get_ticks(void) IN_PLACE_OF(SDL_GetTicks64);
int get_time(struct timespec *time, int base) IN_PLACE_OF(timespec_get);
int open_url(const char *url) IN_PLACE_OF(SDL_OpenURL);
int poll_event(SDL_Event *event) IN_PLACE_OF(SDL_PollEvent);
int wait_event(SDL_Event *event) IN_PLACE_OF(SDL_WaitEvent);
int wait_event_timeout(SDL_Event *event, int timeout_ms) IN_PLACE_OF(SDL_WaitEventTimeout);
void trace(const struct trace *trace, const char *what) IN_PLACE_OF(trace_event);
void open_stage(struct stage *opened, struct game *game, const struct stage_host *system,
                const struct ui_look *look, int64_t now_ms) IN_PLACE_OF(stage_open);
int run_app(const struct app_options *options) IN_PLACE_OF(app_run);
int real_poll_event(SDL_Event *event) REAL(SDL_PollEvent);
int real_wait_event_timeout(SDL_Event *event, int timeout_ms) REAL(SDL_WaitEventTimeout);
void real_open_stage(struct stage *opened, struct game *game, const struct stage_host *system,
                     const struct ui_look *look, int64_t now_ms) REAL(stage_open);
int real_run_app(const struct app_options *options) REAL(app_run);

Uint64 get_ticks(void)
{
    return (Uint64)lesson_ms();
}

int get_time(struct timespec *time, int base)
{
    enum { FIRST_S = 1767603600 }; // Monday 5 January 2026, 9:00 UTC

    int64_t now_ms = lesson_ms();
    *time = (struct timespec){.tv_sec = FIRST_S + (time_t)(now_ms / 1000),
                              .tv_nsec = (long)(now_ms % 1000) * 1000000};
    return base;
}

/// Nobody looks at what is to be opened.
int open_url(const char *url)
{
    return url ? 0 : -1;
}

/// What the host does next, once all that came of the last thing is on the screen.
static bool take_deed(SDL_Event *event, int64_t now_ms)
{
    if (!stage || stage->is_dirty || measured.is_pressed)
        return false;
    look_at_memory(now_ms);
    if (now_ms > end_ms) {
        *event = (SDL_Event){.type = SDL_QUIT};
        return true;
    }
    if (host.hands.at == host.hands.count)
        host_go_on(&host, stage, now_ms);
    if (!hands_take(&host.hands, now_ms, event))
        return false;
    measured.pressed = moment();
    measured.is_pressed = true;
    return true;
}

int wait_event_timeout(SDL_Event *event, int timeout_ms)
{
    enum { LONGEST_MS = 10 };

    int64_t until_ms = timeout_ms < 0 ? INT64_MAX : lesson_ms() + timeout_ms;
    for (;;) {
        int64_t now_ms = lesson_ms();
        if (take_deed(event, now_ms))
            return 1;
        int64_t next_ms = host.hands.next_ms < until_ms ? host.hands.next_ms : until_ms;
        int64_t wait_ms = next_ms > now_ms ? (next_ms - now_ms + PACE - 1) / PACE : 0;
        if (real_wait_event_timeout(event, wait_ms > LONGEST_MS ? LONGEST_MS : (int)wait_ms))
            return 1;
        measured.is_pressed = false; // it needed no frame
        if (lesson_ms() >= until_ms)
            return 0;
    }
}

int wait_event(SDL_Event *event)
{
    return wait_event_timeout(event, -1);
}

/// What was done in the same moment as the last thing is told with it.
int poll_event(SDL_Event *event)
{
    const struct hands *hands = &host.hands;
    bool is_same = hands->at > 0 && hands->at < hands->count && !hands->pauses_ms[hands->at];
    if (is_same && hands_take(&host.hands, lesson_ms(), event))
        return 1;
    return real_poll_event(event);
}

void trace(const struct trace *trace, const char *what)
{
    (void)trace;
    if (strcmp(what, "draw") == 0)
        measured.drawn = moment();
    if (strcmp(what, "frame") != 0 || !host.lessons || measured.frame_count == ROOM)
        return;
    measured.frames[measured.frame_count++] = since(&measured.drawn);
    if (measured.is_pressed)
        measured.keys[measured.key_count++] = since(&measured.pressed);
    measured.is_pressed = false;
}

void open_stage(struct stage *opened, struct game *game, const struct stage_host *system,
                const struct ui_look *look, int64_t now_ms)
{
    real_open_stage(opened, game, system, look, now_ms);
    stage = opened;
}

// --- the whole

static void print_spans(const char *name, const struct span *spans, int count)
{
    for (int i = 0; i < count; i++) {
        printf("%s %.3f %.3f %s\n", name, (double)spans[i].ms, (double)spans[i].work_ms,
               spans[i].screen);
    }
}

static void print_all(void)
{
    print_spans("frame", measured.frames, measured.frame_count);
    print_spans("key", measured.keys, measured.key_count);
    for (int i = 0; i < measured.frame_count; i++)
        printf("taken %.3f\n", (double)measured.frames[i].taken_ms);
    printf("lessons %d\n", host.lessons);
    for (int i = 0; i < HOST_DEEDS; i++)
        printf("did %d %s\n", host.deeds[i], host_deed_name((enum host_deed)i));
}

int run_app(const struct app_options *options)
{
    const char *minutes = getenv("MINUTES");
    host.banks[0] = getenv("BANK_A");
    host.banks[1] = getenv("BANK_B");
    host.rng = rng_seed(1);
    const char *pid = getenv("SERVER");
    snprintf(server, sizeof server, "/proc/%s/schedstat", pid ? pid : "0");
    if (!host.banks[0] || !host.banks[1]) {
        fputs("lesson: wants BANK_A and BANK_B\n", stderr);
        return 2;
    }
    memset(&measured, 0, sizeof measured); // what is touched later would count as memory
    end_ms = strtoll(minutes ? minutes : "60", NULL, 10) * 60 * 1000;
    began_us = clock_us(CLOCK_MONOTONIC);
    int status = real_run_app(options);
    stage = NULL;
    print_all();
    return status;
}
