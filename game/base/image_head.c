#include "base/image_head.h"

#include <string.h>

static int big16(const uint8_t *p)
{
    return p[0] << 8 | p[1];
}

static int little16(const uint8_t *p)
{
    return p[1] << 8 | p[0];
}

static int little24(const uint8_t *p)
{
    return p[2] << 16 | p[1] << 8 | p[0];
}

// A side of more than 31 bits is too large for whoever asks.
static int big32(const uint8_t *p)
{
    return p[0] & 0x80 ? INT32_MAX : (int)((uint32_t)big16(p) << 16 | (uint32_t)big16(p + 2));
}

static bool read_png(const uint8_t *bytes, size_t len, int *width, int *height)
{
    if (len < 24 || memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) != 0 ||
        memcmp(bytes + 12, "IHDR", 4) != 0)
        return false;
    *width = big32(bytes + 16);
    *height = big32(bytes + 20);
    return true;
}

static bool read_gif(const uint8_t *bytes, size_t len, int *width, int *height)
{
    if (len < 10 || memcmp(bytes, "GIF8", 4) != 0)
        return false;
    *width = little16(bytes + 6);
    *height = little16(bytes + 8);
    return true;
}

/// Whether a JPEG segment says the size: SOF0 to SOF15 without DHT, JPG and DAC.
static bool is_frame_marker(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
           marker != 0xCC;
}

/// A part of a JPEG file: its marker, and what follows its length.
struct segment {
    int marker;
    const uint8_t *bytes;
    size_t len;
};

/// Finds the segment at `*at`, 0 the first, and moves behind it. Returns false if there is no
/// more before the picture itself, or none that is whole.
static bool next_segment(const uint8_t *bytes, size_t len, size_t *at, struct segment *segment)
{
    if (*at == 0 && (len < 2 || bytes[0] != 0xFF || bytes[1] != 0xD8))
        return false;
    *at = *at ? *at : 2;
    while (*at + 4 <= len && bytes[*at] == 0xFF && bytes[*at + 1] == 0xFF) // fills up
        (*at)++;
    if (*at + 4 > len || bytes[*at] != 0xFF)
        return false;
    size_t size = (size_t)big16(bytes + *at + 2), rest = len - *at - 2;
    if (size < 2)
        return false;
    size = size < rest ? size : rest;
    *segment = (struct segment){bytes[*at + 1], bytes + *at + 4, size - 2};
    *at += 2 + size;
    return true;
}

static bool read_jpeg(const uint8_t *bytes, size_t len, int *width, int *height)
{
    struct segment segment;
    for (size_t at = 0; next_segment(bytes, len, &at, &segment);) {
        if (is_frame_marker(segment.marker) && segment.len >= 5) {
            *height = big16(segment.bytes + 1);
            *width = big16(segment.bytes + 3);
            return true;
        }
    }
    return false;
}

/// The directory of TIFF that EXIF is, in the byte order it says.
struct tiff {
    const uint8_t *bytes;
    size_t len;
    bool is_big;
};

static uint32_t tiff16(const struct tiff *t, size_t at)
{
    if (at + 2 > t->len)
        return 0;
    return (uint32_t)(t->is_big ? big16(t->bytes + at) : little16(t->bytes + at));
}

static uint32_t tiff32(const struct tiff *t, size_t at)
{
    uint32_t first = tiff16(t, at), second = tiff16(t, at + 2);
    return t->is_big ? first << 16 | second : second << 16 | first;
}

static enum image_turn read_exif(const uint8_t *bytes, size_t len)
{
    enum { TAG_TURN = 0x0112, TYPE_16 = 3, ENTRY_BYTES = 12 };

    struct tiff t = {bytes, len, len > 0 && bytes[0] == 'M'};
    if (len < 8 || (memcmp(bytes, "II*\0", 4) != 0 && memcmp(bytes, "MM\0*", 4) != 0))
        return TURN_NONE;
    size_t at = tiff32(&t, 4);
    uint32_t count = at < len ? tiff16(&t, at) : 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = at + 2 + (size_t)i * ENTRY_BYTES;
        if (entry + ENTRY_BYTES > len)
            break;
        uint32_t turn = tiff16(&t, entry + 8);
        if (tiff16(&t, entry) != TAG_TURN)
            continue;
        bool is_one = tiff16(&t, entry + 2) == TYPE_16 && tiff32(&t, entry + 4) == 1;
        return is_one && turn >= TURN_NONE && turn <= TURN_ANTICLOCKWISE ? (enum image_turn)turn
                                                                         : TURN_NONE;
    }
    return TURN_NONE;
}

enum image_turn image_turn_read(const uint8_t *bytes, size_t len)
{
    enum { APP1 = 0xE1, SCAN = 0xDA };

    static const char name[] = "Exif\0"; // and another NUL
    struct segment segment;
    for (size_t at = 0; next_segment(bytes, len, &at, &segment) && segment.marker != SCAN;) {
        if (segment.marker == APP1 && segment.len > sizeof name &&
            memcmp(segment.bytes, name, sizeof name) == 0)
            return read_exif(segment.bytes + sizeof name, segment.len - sizeof name);
    }
    return TURN_NONE;
}

static bool read_webp(const uint8_t *bytes, size_t len, int *width, int *height)
{
    if (len < 30 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WEBP", 4) != 0)
        return false;
    const uint8_t *data = bytes + 20;
    if (memcmp(bytes + 12, "VP8 ", 4) == 0) {
        *width = little16(data + 6) & 0x3FFF;
        *height = little16(data + 8) & 0x3FFF;
        return true;
    }
    if (memcmp(bytes + 12, "VP8L", 4) == 0 && data[0] == 0x2F) {
        *width = 1 + ((data[2] & 0x3F) << 8 | data[1]);
        *height = 1 + ((data[4] & 0xF) << 10 | data[3] << 2 | data[2] >> 6);
        return true;
    }
    if (memcmp(bytes + 12, "VP8X", 4) != 0)
        return false;
    *width = 1 + little24(data + 4);
    *height = 1 + little24(data + 7);
    return true;
}

bool image_head_read(const uint8_t *bytes, size_t len, int *width, int *height)
{
    return (read_png(bytes, len, width, height) || read_jpeg(bytes, len, width, height) ||
            read_webp(bytes, len, width, height) || read_gif(bytes, len, width, height)) &&
           *width > 0 && *height > 0;
}
