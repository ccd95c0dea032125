// ui/picture.h: pictures from files, as far as the layout knows them.
#pragma once

/// Which picture: a file by its path in a folder, which it may not be out of. Both live as long
/// as the list that draws it.
struct picture_name {
    const char *folder, *file; // `file` NULL: none
};

enum picture_state {
    PICTURE_WAITING,   // it is being read
    PICTURE_READY,     // it can be drawn, or will be in a moment
    PICTURE_MISSING,   // from here on it never will: there is no such file,
    PICTURE_OUTSIDE,   // it is out of its folder, by a link,
    PICTURE_TOO_HEAVY, // it has too many bytes,
    PICTURE_TOO_LARGE, // a side has too many pixels,
    PICTURE_BROKEN,    // it is no picture, or damaged,
    PICTURE_NO_READER, // the library that reads it is not installed
};

enum { PICTURE_MOST_BYTES = 8 << 20, PICTURE_MOST_SIDE = 4096 };

struct picture_info {
    enum picture_state state;
    int width, height; // pixels; 0: not known
};

/// Says what is known of a picture, and has it read if that was not begun. The program's is
/// sdl/pictures; tests bring a plain one. `look` NULL: pictures are waited for forever.
struct picture_source {
    void *context;
    struct picture_info (*look)(void *context, struct picture_name name);
};
