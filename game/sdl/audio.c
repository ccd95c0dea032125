#include "sdl/audio.h"

// SDL counts its users of audio without a lock of its own.
static bool start(SDL_mutex *lock)
{
    SDL_LockMutex(lock);
    bool is_there = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    SDL_UnlockMutex(lock);
    return is_there;
}

static void stop(SDL_mutex *lock)
{
    SDL_LockMutex(lock);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    SDL_UnlockMutex(lock);
}

SDL_AudioDeviceID audio_open(SDL_mutex *lock, struct audio_form form)
{
    if (!start(lock))
        return 0;
    const SDL_AudioSpec wanted = {.freq = form.rate,
                                  .format = AUDIO_S16SYS,
                                  .channels = (uint8_t)form.channels,
                                  .samples = (uint16_t)form.samples};
    SDL_AudioDeviceID device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (!device) {
        stop(lock);
        return 0;
    }
    SDL_PauseAudioDevice(device, 0);
    return device;
}

void audio_close(SDL_mutex *lock, SDL_AudioDeviceID device)
{
    SDL_CloseAudioDevice(device);
    stop(lock);
}
