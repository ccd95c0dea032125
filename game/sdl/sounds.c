#include "sdl/sounds.h"

#include <string.h>

#include <SDL.h>

#include "base/arena.h"
#include "sdl/audio.h"
#include "sdl/job.h"
#include "sdl/sound_decode.h"
#include "sdl/tones.h"

// A device is asked for so many samples at a time, and looked at so often whether it is done.
enum { DEVICE_SAMPLES = 2048, LOOK_MS = 20, TAIL_MS = 120 };

/// Which sound; `file` NULL: none.
struct sound_name {
    struct arena arena;
    const char *folder, *file;
};

struct sounds {
    struct arena arena; // of this struct too
    struct sounds_options options;
    SDL_mutex *audio;
    struct tones *tones;
    struct job *job; // plays; NULL: none
    struct sound_name now, next;
    SDL_atomic_t is_ended; // the job is to end early
    enum sound_state state;
};

struct sounds *sounds_open(const struct sounds_options *options)
{
    struct arena arena = {0};
    struct sounds *s = ARENA_ARRAY(&arena, 1, struct sounds);
    *s = (struct sounds){.arena = arena, .options = *options, .audio = SDL_CreateMutex()};
    s->tones = tones_open(s->audio);
    return s;
}

void sounds_close(struct sounds *s)
{
    if (!s)
        return;
    SDL_AtomicSet(&s->is_ended, 1);
    job_wait(s->job);
    tones_close(s->tones);
    SDL_DestroyMutex(s->audio);
    arena_free(&s->now.arena);
    arena_free(&s->next.arena);
    struct arena arena = s->arena;
    arena_free(&arena);
}

// In the thread.

static bool is_ended(struct sounds *s)
{
    return SDL_AtomicGet(&s->is_ended) != 0;
}

static enum sound_state play_samples(struct sounds *s, const struct sound_samples *samples)
{
    SDL_AudioDeviceID device = audio_open(
        s->audio, (struct audio_form){samples->rate, samples->channels, DEVICE_SAMPLES});
    if (!device)
        return SOUND_NO_DEVICE;
    SDL_QueueAudio(device, samples->bytes.data, (uint32_t)samples->bytes.len);
    while (!is_ended(s) && SDL_GetQueuedAudioSize(device) > 0)
        SDL_Delay(LOOK_MS);
    if (!is_ended(s))
        SDL_Delay(TAIL_MS); // what the device has taken is still to be heard
    audio_close(s->audio, device);
    return SOUND_FINE;
}

static void work(void *context)
{
    struct sounds *s = context;
    struct buf bytes = {0};
    struct sound_samples samples = {0};
    s->state = s->options.read(s->options.context, s->now.folder, s->now.file, &bytes);
    if (s->state == SOUND_FINE)
        s->state = sound_decode(bytes.data, bytes.len, &samples);
    buf_free(&bytes);
    if (s->state == SOUND_FINE && !is_ended(s))
        s->state = play_samples(s, &samples);
    buf_free(&samples.bytes);
}

static void tell(void *context)
{
    const struct sounds *s = context;
    s->options.wake(s->options.context);
}

// In the caller's thread.

static void set_name(struct sound_name *name, const char *folder, const char *file)
{
    arena_reset(&name->arena);
    name->folder = arena_text(&name->arena, folder, strlen(folder));
    name->file = arena_text(&name->arena, file, strlen(file));
}

static void start(struct sounds *s, const char *folder, const char *file)
{
    set_name(&s->now, folder, file);
    SDL_AtomicSet(&s->is_ended, 0);
    s->job = job_start(work, tell, s);
}

// A device takes longer than a frame to close, so nobody waits for it.
void sounds_play(struct sounds *s, const char *folder, const char *file)
{
    if (!s->job) {
        start(s, folder, file);
        return;
    }
    set_name(&s->next, folder, file);
    SDL_AtomicSet(&s->is_ended, 1);
}

void sounds_play_tone(struct sounds *s, enum tone tone)
{
    tones_play(s->tones, tone);
}

void sounds_stop(struct sounds *s)
{
    s->next.file = NULL;
    SDL_AtomicSet(&s->is_ended, 1);
    tones_stop(s->tones);
}

bool sounds_step(struct sounds *s, enum sound_state *state)
{
    if (!s->job || !job_is_done(s->job))
        return false;
    job_wait(s->job);
    s->job = NULL;
    if (s->next.file) {
        const char *file = s->next.file;
        s->next.file = NULL;
        start(s, s->next.folder, file);
        return false;
    }
    *state = s->state;
    return true;
}
