// sdl/sound_decode.h: sounds from the bytes of their files, in memory.
#pragma once

#include <stddef.h>

#include "base/buf.h"
#include "ui/sound.h"

/// A sound as a device plays it: 16 bits a sample in the order of the machine.
struct sound_samples {
    int rate, channels; // samples a second of each channel
    struct buf bytes;   // of the samples, channel after channel
};

enum { SAMPLES_MOST_BYTES = 128 << 20 }; // 12 minutes in the quality of a CD

/// Decodes `len` bytes of a WAV file, or with the library libsndfile, which is loaded on first
/// use, of an Ogg or MP3 file. `samples` is zeroed before; the caller frees its bytes. For any
/// thread, one at a time.
enum sound_state sound_decode(const void *bytes, size_t len, struct sound_samples *samples);
