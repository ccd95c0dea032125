#include "sdl/tones.h"

#include <stdbool.h>

#include "base/arena.h"
#include "sdl/audio.h"
#include "sdl/job.h"

// How often is looked whether a tone is over, and how long the next one is waited for: the end
// of this one is still to be heard, and ticks come every second.
enum { DEVICE_SAMPLES = 1024, LOOK_MS = 20, LINGER_MS = 1500 };

struct tones {
    struct arena arena; // of this struct too
    SDL_mutex *audio;
    SDL_mutex *lock; // of what follows
    SDL_cond *news;
    enum tone next;   // TONE_NONE: none
    bool is_silenced; // what is heard is to end
    bool is_ended;    // and no more to come
    bool is_running;
    struct job *job; // plays; of the caller's thread only
    int16_t samples[TONE_SAMPLES_MOST];
};

struct tones *tones_open(SDL_mutex *audio)
{
    struct arena arena = {0};
    struct tones *t = ARENA_ARRAY(&arena, 1, struct tones);
    t->arena = arena;
    t->audio = audio;
    t->lock = SDL_CreateMutex();
    t->news = SDL_CreateCond();
    return t;
}

void tones_close(struct tones *t)
{
    if (!t)
        return;
    SDL_LockMutex(t->lock);
    t->is_ended = true;
    SDL_CondSignal(t->news);
    SDL_UnlockMutex(t->lock);
    job_wait(t->job);
    SDL_DestroyCond(t->news);
    SDL_DestroyMutex(t->lock);
    struct arena arena = t->arena;
    arena_free(&arena);
}

// In the thread, with the lock held but while it waits or renders.

/// Until there is a next tone, or nothing more is to be heard, or LINGER_MS are over since what
/// was queued has been played. Returns whether there is a next tone.
static bool await_next(struct tones *t, SDL_AudioDeviceID device)
{
    uint32_t since = SDL_GetTicks();
    while (t->next == TONE_NONE && !t->is_ended && SDL_GetTicks() - since < LINGER_MS) {
        if (t->is_silenced)
            SDL_ClearQueuedAudio(device);
        t->is_silenced = false;
        bool is_over = SDL_GetQueuedAudioSize(device) == 0;
        if (!is_over)
            since = SDL_GetTicks();
        SDL_CondWaitTimeout(t->news, t->lock, is_over ? LINGER_MS : LOOK_MS);
    }
    return t->next != TONE_NONE && !t->is_ended;
}

static void play(struct tones *t, SDL_AudioDeviceID device)
{
    enum tone tone = t->next;
    t->next = TONE_NONE;
    t->is_silenced = false;
    SDL_UnlockMutex(t->lock);
    tone_render(tone, t->samples);
    SDL_ClearQueuedAudio(device);
    SDL_QueueAudio(device, t->samples, (uint32_t)tone_length(tone) * sizeof *t->samples);
    SDL_LockMutex(t->lock);
}

/// What there is to play, on a device that is closed after it. Without one that is nothing.
static void play_all(struct tones *t)
{
    SDL_AudioDeviceID device = audio_open(
        t->audio,
        (struct audio_form){.rate = TONE_RATE, .channels = 1, .samples = DEVICE_SAMPLES});
    SDL_LockMutex(t->lock);
    while (device && await_next(t, device))
        play(t, device);
    if (!device)
        t->next = TONE_NONE;
    SDL_UnlockMutex(t->lock);
    if (device)
        audio_close(t->audio, device);
}

static void work(void *context)
{
    struct tones *t = context;
    bool is_running = true;
    while (is_running) {
        play_all(t);
        SDL_LockMutex(t->lock);
        is_running = t->is_running = t->next != TONE_NONE && !t->is_ended;
        SDL_UnlockMutex(t->lock);
    }
}

// In the caller's thread. Nothing here waits for a device.

void tones_play(struct tones *t, enum tone tone)
{
    SDL_LockMutex(t->lock);
    bool is_running = t->is_running;
    t->next = tone;
    t->is_running = true;
    SDL_CondSignal(t->news);
    SDL_UnlockMutex(t->lock);
    if (is_running)
        return;
    job_wait(t->job);
    t->job = job_start(work, NULL, t);
}

void tones_stop(struct tones *t)
{
    SDL_LockMutex(t->lock);
    t->next = TONE_NONE;
    t->is_silenced = true;
    SDL_CondSignal(t->news);
    SDL_UnlockMutex(t->lock);
}
