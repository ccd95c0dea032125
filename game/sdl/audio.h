// sdl/audio.h: a sound device, open only while something is heard: an open one wakes the
// machine.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <SDL.h>

/// What is played: 16 bits a sample in the order of the machine.
struct audio_form {
    int rate, channels; // samples a second of each channel
    int samples;        // a device is asked for so many at a time
};

/// Starts SDL's audio and opens a device for SDL_QueueAudio(), which plays. Returns 0 if there
/// is none. For any thread; `lock` is the same for all of them.
SDL_AudioDeviceID audio_open(SDL_mutex *lock, struct audio_form form);

/// Closes the device, and SDL's audio with the last one.
void audio_close(SDL_mutex *lock, SDL_AudioDeviceID device);
