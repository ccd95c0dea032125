// sdl/tones.h: tones played beside the frames, the newest at once.
#pragma once

#include <SDL.h>

#include "ui/tone.h"

struct tones;

/// `audio` is the lock of sdl/audio.h, which outlives what is returned.
struct tones *tones_open(SDL_mutex *audio);

/// Ends what is heard, and frees all; NULL is fine.
void tones_close(struct tones *tones);

/// Plays it from its beginning; one that is played ends. The device stays open for a moment
/// after it, as ticks come one after the other. Without a device nothing happens.
void tones_play(struct tones *tones, enum tone tone);

/// Ends what is heard.
void tones_stop(struct tones *tones);
