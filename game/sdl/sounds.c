#include "sdl/sounds.h"

#include <string.h>

#include <SDL.h>

#include "base/arena.h"
#include "sdl/job.h"
#include "sdl/sound_decode.h"

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
    struct job *job; // plays; NULL: none
    struct sound_name now, next;
    SDL_atomic_t is_ended; // the job is to end early
    enum sound_state state;
};

struct sounds *sounds_open(const struct sounds_options *options)
{
    struct arena arena = {0};
    struct sounds *s = ARENA_ARRAY(&arena, 1, struct sounds);
    *s = (struct sounds){.arena = arena, .options = *options};
    return s;
}

void sounds_close(struct sounds *s)
{
    if (!s)
        return;
    SDL_AtomicSet(&s->is_ended, 1);
    job_wait(s->job);
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
    const SDL_AudioSpec wanted = {.freq = samples->rate,
                                  .format = AUDIO_S16SYS,
                                  .channels = (uint8_t)samples->channels,
                                  .samples = DEVICE_SAMPLES};
    SDL_AudioDeviceID device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (!device)
        return SOUND_NO_DEVICE;
    SDL_QueueAudio(device, samples->bytes.data, (uint32_t)samples->bytes.len);
    SDL_PauseAudioDevice(device, 0);
    while (!is_ended(s) && SDL_GetQueuedAudioSize(device) > 0)
        SDL_Delay(LOOK_MS);
    if (!is_ended(s))
        SDL_Delay(TAIL_MS); // what the device has taken is still to be heard
    SDL_CloseAudioDevice(device);
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
    if (s->state == SOUND_FINE && !is_ended(s)) {
        bool has_audio = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
        s->state = has_audio ? play_samples(s, &samples) : SOUND_NO_DEVICE;
        if (has_audio)
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
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
