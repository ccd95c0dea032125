// sdl/sounds.h: sounds from files, read and played beside the frames one at a time, and tones.
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "ui/sound.h"
#include "ui/tone.h"

struct sounds;

struct sounds_options {
    void *context;

    /// Adds the bytes of `file`, a path in `folder`, to `out`, or returns why that can't be.
    /// Called in the thread that plays.
    enum sound_state (*read)(void *context, const char *folder, const char *file,
                             struct buf *out);

    /// Called in that thread when the sound is over; sounds_step() is to follow.
    void (*wake)(void *context);
};

struct sounds *sounds_open(const struct sounds_options *options);

/// Ends what is played, and frees all; NULL is fine.
void sounds_close(struct sounds *sounds);

/// Plays the sound from its beginning; one that is played ends. The audio device is open only
/// meanwhile: an open one wakes the machine 50 times a second.
void sounds_play(struct sounds *sounds, const char *folder, const char *file);

/// Plays a tone beside the sound, instead of the tone before. Without a device nothing happens.
void sounds_play_tone(struct sounds *sounds, enum tone tone);

/// Ends all that is heard.
void sounds_stop(struct sounds *sounds);

/// Returns whether a sound is over, and what came of it in `state`; once for each.
bool sounds_step(struct sounds *sounds, enum sound_state *state);
