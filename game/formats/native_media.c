// Paths of images and sounds: inside the bank's folder, on every system.
#include <string.h>

#include "base/text.h"
#include "formats/chars.h"
#include "formats/native_reader.h"

enum { PATH_CHARS = 255 };

static const char *const image_endings[] = {"png", "jpg", "jpeg", "webp",
                                            "gif", "PNG", "JPG",  "JPEG"};
static const char *const sound_endings[] = {"ogg", "mp3", "wav"};

static bool has_ending(const char *path, const char *const *endings, size_t count)
{
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < count; i++) {
        if (strcmp(dot + 1, endings[i]) == 0)
            return true;
    }
    return false;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/// Whether `len` bytes at `name` start with `word` in any case and end there.
static bool is_word(const char *name, size_t len, const char *word)
{
    size_t i = 0;
    while (i < len && word[i] && upper(name[i]) == word[i])
        i++;
    return i == len && !word[i];
}

/// Whether a file of this name is a device on Windows, whatever its ending.
static bool is_device(const char *name, size_t len)
{
    static const char *const devices[] = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
    size_t stem = 0;
    while (stem < len && name[stem] != '.')
        stem++;
    while (stem > 0 && name[stem - 1] == ' ')
        stem--;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        if (is_word(name, stem, devices[i]))
            return true;
    }
    if (stem < 4 || !(is_word(name, 3, "COM") || is_word(name, 3, "LPT")))
        return false;
    static const char *const superscripts[] = {"\xC2\xB9", "\xC2\xB2", "\xC2\xB3"};
    for (size_t i = 0; i < 3; i++) {
        if (stem == 5 && memcmp(name + 3, superscripts[i], 2) == 0)
            return true;
    }
    return stem == 4 && name[3] >= '0' && name[3] <= '9';
}

static size_t find_char(const char *path, uint32_t *found)
{
    const char *end = path + strlen(path);
    for (const char *p = path; p < end;) {
        size_t at = (size_t)(p - path);
        uint32_t c = text_next(&p, end);
        if ((c < 0x80 && strchr("\\:*?\"<>|\t\n\r", (int)c)) || chars_is_control(c) ||
            chars_is_bidi(c)) {
            *found = c;
            return at;
        }
    }
    return SIZE_MAX;
}

/// Says what is wrong with the folders and the name in a path, or returns NULL.
static const char *fault_in_segments(const char *path)
{
    for (const char *name = path; *name;) {
        size_t len = strcspn(name, "/");
        if ((len == 1 && name[0] == '.') || (len == 2 && memcmp(name, "..", 2) == 0)) {
            return "climbs out of the bank's folder. Keep the file beside the bank, and write "
                   "the path without . and ..";
        }
        if (is_device(name, len))
            return "has the name of a device on Windows. Give the file another name";
        if (len && (name[len - 1] == ' ' || name[len - 1] == '.')) {
            return "has a name that ends in a space or a full stop, which Windows drops. Give "
                   "it another name";
        }
        name += len + (name[len] == '/');
    }
    return NULL;
}

static const char *fault_in_path(const char *path)
{
    bool has_drive = ((path[0] | 32) >= 'a' && (path[0] | 32) <= 'z') && path[1] == ':';
    if (strstr(path, "://")) {
        return "is an address. Nothing is fetched from the net: put the file beside the bank, "
               "as in \"media/flag.png\"";
    }
    if (path[0] == '/' || has_drive || strncmp(path, "\\\\", 2) == 0)
        return "is an absolute path. Write it from the bank's folder, as in \"media/flag.png\"";
    if (strchr(path, '\\'))
        return "has a backslash. Part folders by /, as in \"media/flag.png\"";
    return fault_in_segments(path);
}

static bool check_path(struct reader *r, const cJSON *item)
{
    const char *path = item->valuestring;
    const char *fault = fault_in_path(path);
    if (fault) {
        native_report(r, DIAG_ERROR, spot_value(item), "%s %s", native_label(r, item, ""),
                      fault);
        return false;
    }
    uint32_t c = 0;
    size_t at = find_char(path, &c);
    if (at != SIZE_MAX) {
        if (c > 0x20 && c < 0x7F) {
            native_report(r, DIAG_ERROR, spot_char(item, at),
                          "%c cannot stand in the name of a file on every system. Give it "
                          "another name",
                          (int)c);
        } else {
            native_report(r, DIAG_ERROR, spot_char(item, at),
                          "%s U+%04X in the name of a file. Give it another name",
                          chars_name(c), (unsigned)c);
        }
        return false;
    }
    size_t chars = text_count(path);
    if (chars > PATH_CHARS) {
        native_report(r, DIAG_ERROR, spot_value(item),
                      "%s has %zu characters. At most %d are allowed",
                      native_label(r, item, ""), chars, PATH_CHARS);
        return false;
    }
    return true;
}

/// A path in its own right and with one of the endings.
static const char *read_path(struct reader *r, const cJSON *item, const char *const *endings,
                             size_t count, const char *advice)
{
    if (!cJSON_IsString(item)) {
        native_report_type(r, item, "", "Write the path of a file in double quotes");
        return NULL;
    }
    if (!check_path(r, item))
        return NULL;
    const char *dot = strrchr(item->valuestring, '.');
    if (!has_ending(item->valuestring, endings, count) || dot == item->valuestring ||
        dot[-1] == '/') {
        native_report(r, DIAG_ERROR, spot_value(item), "%s is %s. %s",
                      native_label(r, item, ""), native_describe(r, item), advice);
        return NULL;
    }
    return arena_text(r->arena, item->valuestring, strlen(item->valuestring));
}

const char *native_image(struct reader *r, const cJSON *item)
{
    return read_path(r, item, image_endings, sizeof image_endings / sizeof *image_endings,
                     "An image ends in .png, .jpg, .jpeg, .webp or .gif");
}

const char *native_sound(struct reader *r, const cJSON *item)
{
    return read_path(r, item, sound_endings, sizeof sound_endings / sizeof *sound_endings,
                     "A sound ends in .ogg, .mp3 or .wav");
}
