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

static bool read_jpeg(const uint8_t *bytes, size_t len, int *width, int *height)
{
    if (len < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    for (size_t at = 2; at + 4 <= len && bytes[at] == 0xFF;) {
        int marker = bytes[at + 1];
        if (marker == 0xFF) { // fills up
            at++;
            continue;
        }
        if (is_frame_marker(marker) && at + 9 <= len) {
            *height = big16(bytes + at + 5);
            *width = big16(bytes + at + 7);
            return true;
        }
        at += 2 + (size_t)big16(bytes + at + 2);
    }
    return false;
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
