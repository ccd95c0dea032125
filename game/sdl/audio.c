#include "sdl/audio.h"

// SDL counts its users of audio and looks for a free place for a device without a lock of its
// own.
static SDL_AudioDeviceID open_device(struct audio_form form)
{
    const SDL_AudioSpec wanted = {.freq = form.rate,
                                  .format = AUDIO_S16SYS,
                                  .channels = (uint8_t)form.channels,
                                  .samples = (uint16_t)form.samples};
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return 0;
    SDL_AudioDeviceID device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (!device)
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return device;
}

SDL_AudioDeviceID audio_open(SDL_mutex *lock, struct audio_form form)
{
    SDL_LockMutex(lock);
    SDL_AudioDeviceID device = open_device(form);
    SDL_UnlockMutex(lock);
    if (device)
        SDL_PauseAudioDevice(device, 0);
    return device;
}

void audio_close(SDL_mutex *lock, SDL_AudioDeviceID device)
{
    SDL_LockMutex(lock);
    SDL_CloseAudioDevice(device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    SDL_UnlockMutex(lock);
}
