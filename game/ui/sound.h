// ui/sound.h: what came of a sound that was to be heard.
#pragma once

enum sound_state {
    SOUND_FINE,
    SOUND_MISSING,   // there is no such file,
    SOUND_OUTSIDE,   // or it is out of its folder, by a link,
    SOUND_TOO_HEAVY, // has too many bytes, or is too long,
    SOUND_BROKEN,    // is no sound, or damaged,
    SOUND_NO_READER, // the library that reads such files is not installed,
    SOUND_NO_DEVICE, // nothing to play it on is there
    SOUND_MUTED,     // the player wants none
};

enum { SOUND_MOST_BYTES = 16 << 20 };
