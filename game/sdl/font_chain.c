#include "sdl/font_chain.h"

#include <stdio.h>
#include <string.h>

#include "sdl/file_map.h"

enum { FONT_ROOM = 48, MEMO_ROOM = 1024, PATH_ROOM = 512 };

static const char *const system_dirs[] = {
    "/usr/share/fonts/opentype/inter",
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/truetype/inter",
    "/usr/share/fonts/inter",
    "/usr/share/fonts/rsms-inter-fonts",
    "/usr/share/fonts/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/dejavu-sans-mono-fonts",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/OTF",
    "/usr/share/fonts/truetype/liberation",
    "/usr/local/share/fonts",
    NULL,
};

// Where a user keeps fonts, below the home folder.
static const char *const home_dirs[] = {".local/share/fonts", ".fonts", "Library/Fonts"};

enum { NAME_ROOM = 5 };

/// The files of a face, from best to what will do.
struct face_files {
    const char *names[NAME_ROOM];
    int made_from; // names from here on lack what the face stands for, and so does a font of
    int made;      // the user's: SDL_ttf then makes it: TTF_STYLE_*
};

// Slanted by SDL_ttf is better than not to be seen, and so is underlined: it makes nothing
// heavier that is bold.
static const struct face_files face_files[FACE_COUNT] = {
    [FACE_REGULAR] = {.names = {"Inter-Regular.otf", "NotoSans-Regular.ttf", "DejaVuSans.ttf",
                                "LiberationSans-Regular.ttf"}},
    [FACE_MEDIUM] = {.names = {"Inter-Medium.otf", "NotoSans-Medium.ttf",
                               "NotoSans-Regular.ttf", "DejaVuSans.ttf",
                               "LiberationSans-Regular.ttf"}},
    [FACE_SEMIBOLD] = {.names = {"Inter-SemiBold.otf", "NotoSans-SemiBold.ttf",
                                 "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf",
                                 "LiberationSans-Bold.ttf"}},
    [FACE_DISPLAY] = {.names = {"InterDisplay-SemiBold.otf", "Inter-SemiBold.otf",
                                "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf",
                                "LiberationSans-Bold.ttf"}},
    [FACE_DISPLAY_BOLD] = {.names = {"InterDisplay-Bold.otf", "Inter-Bold.otf",
                                     "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf",
                                     "LiberationSans-Bold.ttf"}},
    [FACE_MONO] = {.names = {"DejaVuSansMono.ttf", "NotoSansMono-Regular.ttf",
                             "LiberationMono-Regular.ttf", "NotoSans-Regular.ttf",
                             "DejaVuSans.ttf"}},
    [FACE_ITALIC] = {{"Inter-Italic.otf", "NotoSans-Italic.ttf", "DejaVuSans.ttf",
                      "LiberationSans-Italic.ttf"},
                     2,
                     TTF_STYLE_ITALIC},
    [FACE_MEDIUM_ITALIC] = {{"Inter-MediumItalic.otf", "NotoSans-MediumItalic.ttf",
                             "NotoSans-Italic.ttf", "DejaVuSans.ttf",
                             "LiberationSans-Italic.ttf"},
                            3,
                            TTF_STYLE_ITALIC},
    [FACE_SEMIBOLD_ITALIC] = {{"Inter-SemiBoldItalic.otf", "NotoSans-SemiBoldItalic.ttf",
                               "NotoSans-BoldItalic.ttf", "DejaVuSans-Bold.ttf",
                               "LiberationSans-BoldItalic.ttf"},
                              3,
                              TTF_STYLE_ITALIC},
    [FACE_BOLD] = {{"Inter-Bold.otf", "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf",
                    "LiberationSans-Bold.ttf"},
                   NAME_ROOM,
                   TTF_STYLE_BOLD},
    [FACE_HEAVY] = {{"Inter-ExtraBold.otf", "NotoSans-ExtraBold.ttf", "NotoSans-Bold.ttf",
                     "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"},
                    2,
                    TTF_STYLE_UNDERLINE},
    [FACE_HEAVY_ITALIC] = {{"Inter-ExtraBoldItalic.otf", "NotoSans-ExtraBoldItalic.ttf",
                            "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf",
                            "LiberationSans-Bold.ttf"},
                           2,
                           TTF_STYLE_UNDERLINE | TTF_STYLE_ITALIC},
    [FACE_DISPLAY_ITALIC] = {{"InterDisplay-SemiBoldItalic.otf", "Inter-SemiBoldItalic.otf",
                              "NotoSans-BoldItalic.ttf", "DejaVuSans-Bold.ttf",
                              "LiberationSans-BoldItalic.ttf"},
                             3,
                             TTF_STYLE_ITALIC},
    [FACE_DISPLAY_BOLD_ITALIC] = {{"InterDisplay-BoldItalic.otf", "Inter-BoldItalic.otf",
                                   "NotoSans-BoldItalic.ttf", "DejaVuSans-Bold.ttf",
                                   "LiberationSans-BoldItalic.ttf"},
                                  3,
                                  TTF_STYLE_ITALIC},
    [FACE_DISPLAY_HEAVY] = {{"InterDisplay-Black.otf", "Inter-Black.otf", "NotoSans-Black.ttf",
                             "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"},
                            3,
                            TTF_STYLE_UNDERLINE},
    [FACE_DISPLAY_HEAVY_ITALIC] = {{"InterDisplay-BlackItalic.otf", "Inter-BlackItalic.otf",
                                    "NotoSans-BlackItalic.ttf", "DejaVuSans-Bold.ttf",
                                    "LiberationSans-Bold.ttf"},
                                   3,
                                   TTF_STYLE_UNDERLINE | TTF_STYLE_ITALIC},
    [FACE_MONO_BOLD] = {.names = {"DejaVuSansMono-Bold.ttf", "NotoSansMono-Bold.ttf",
                                  "LiberationMono-Bold.ttf", "NotoSans-Bold.ttf",
                                  "DejaVuSans-Bold.ttf"}},
};

// In the order of their code points.
static const struct font_script scripts[] = {
    {0x0041, 0x024F, "Latn", NULL, false},
    {0x0370, 0x03FF, "Grek", NULL, false},
    {0x0400, 0x052F, "Cyrl", NULL, false},
    {0x0531, 0x058F, "Armn", "NotoSansArmenian", false},
    {0x0590, 0x05FF, "Hebr", "NotoSansHebrew", true},
    {0x0600, 0x06FF, "Arab", "NotoSansArabic", true},
    {0x0700, 0x074F, "Syrc", "NotoSansSyriac", true},
    {0x0750, 0x077F, "Arab", "NotoSansArabic", true},
    {0x0780, 0x07BF, "Thaa", "NotoSansThaana", true},
    {0x07C0, 0x07FF, "Nkoo", "NotoSansNKo", true},
    {0x08A0, 0x08FF, "Arab", "NotoSansArabic", true},
    {0x0900, 0x097F, "Deva", "NotoSansDevanagari", false},
    {0x0980, 0x09FF, "Beng", "NotoSansBengali", false},
    {0x0A00, 0x0A7F, "Guru", "NotoSansGurmukhi", false},
    {0x0A80, 0x0AFF, "Gujr", "NotoSansGujarati", false},
    {0x0B00, 0x0B7F, "Orya", "NotoSansOriya", false},
    {0x0B80, 0x0BFF, "Taml", "NotoSansTamil", false},
    {0x0C00, 0x0C7F, "Telu", "NotoSansTelugu", false},
    {0x0C80, 0x0CFF, "Knda", "NotoSansKannada", false},
    {0x0D00, 0x0D7F, "Mlym", "NotoSansMalayalam", false},
    {0x0D80, 0x0DFF, "Sinh", "NotoSansSinhala", false},
    {0x0E00, 0x0E7F, "Thai", "NotoSansThai", false},
    {0x0E80, 0x0EFF, "Laoo", "NotoSansLao", false},
    {0x0F00, 0x0FFF, "Tibt", "NotoSerifTibetan", false},
    {0x1000, 0x109F, "Mymr", "NotoSansMyanmar", false},
    {0x10A0, 0x10FF, "Geor", "NotoSansGeorgian", false},
    {0x1100, 0x11FF, "Hang", NULL, false},
    {0x1200, 0x139F, "Ethi", "NotoSansEthiopic", false},
    {0x13A0, 0x13FF, "Cher", "NotoSansCherokee", false},
    {0x1780, 0x17FF, "Khmr", "NotoSansKhmer", false},
    {0x1E00, 0x1EFF, "Latn", NULL, false},
    {0x1F00, 0x1FFF, "Grek", NULL, false},
    {0x3040, 0x309F, "Hira", NULL, false},
    {0x30A0, 0x30FF, "Kana", NULL, false},
    {0x3400, 0x9FFF, "Hani", NULL, false},
    {0xAC00, 0xD7AF, "Hang", NULL, false},
    {0xFB1D, 0xFB4F, "Hebr", "NotoSansHebrew", true},
    {0xFB50, 0xFDFF, "Arab", "NotoSansArabic", true},
    {0xFE70, 0xFEFF, "Arab", "NotoSansArabic", true},
    {0x20000, 0x323AF, "Hani", NULL, false},
};

enum { SCRIPT_COUNT = sizeof(scripts) / sizeof(*scripts) };

/// The places that are asked in turn for a character.
enum link {
    LINK_OWN,
    LINK_FACE,
    LINK_NOTO,
    LINK_SCRIPT,
    LINK_MATH,
    LINK_SYMBOLS2,
    LINK_SYMBOLS,
    LINK_CJK,
    LINK_DEJAVU,
    LINK_EMOJI,
    LINK_COUNT
};

// Bold, then regular, of the links that are the same for all characters.
static const char *const link_names[LINK_COUNT][2] = {
    [LINK_NOTO] = {"NotoSans-Bold.ttf", "NotoSans-Regular.ttf"},
    [LINK_MATH] = {"NotoSansMath-Bold.ttf", "NotoSansMath-Regular.ttf"},
    [LINK_SYMBOLS2] = {"NotoSansSymbols2-Bold.ttf", "NotoSansSymbols2-Regular.ttf"},
    [LINK_SYMBOLS] = {"NotoSansSymbols-Bold.ttf", "NotoSansSymbols-Regular.ttf"},
    [LINK_CJK] = {"NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc"},
    [LINK_DEJAVU] = {"DejaVuSans-Bold.ttf", "DejaVuSans.ttf"},
    [LINK_EMOJI] = {"NotoColorEmoji.ttf", "NotoColorEmoji.ttf"},
};

// Files by number: the own one, one a face, two weights a link, two weights a script.
enum {
    FILE_OWN,
    FILE_FACES,
    FILE_LINKS = FILE_FACES + FACE_COUNT,
    FILE_SCRIPTS = FILE_LINKS + 2 * LINK_COUNT,
    FILE_COUNT = FILE_SCRIPTS + 2 * SCRIPT_COUNT
};

/// A font file; fonts of all sizes read the same bytes.
struct font_file {
    bool is_sought;
    struct file_map map; // empty: no such file
    int style;           // that SDL_ttf makes of it: TTF_STYLE_*
};

struct opened {
    int file, size_px, style;
    struct font font;
    unsigned used; // when last, by the chain's count of uses
};

/// A character, and the link that has it; LINK_COUNT: none.
struct memo {
    uint32_t character;
    uint8_t face, link;
};

struct font_chain {
    const char *own_file;
    const char *const *dirs; // NULL: the system's and the user's
    struct font_file files[FILE_COUNT];
    struct opened opened[FONT_ROOM];
    int opened_count;
    unsigned uses;
    struct memo memo[MEMO_ROOM];
};

struct font_chain *font_chain_open(struct arena *arena, const char *own_file,
                                   const char *const *dirs)
{
    struct font_chain *chain = ARENA_ARRAY(arena, 1, struct font_chain);
    chain->own_file = own_file;
    chain->dirs = dirs;
    return chain;
}

void font_chain_close(struct font_chain *chain)
{
    for (int i = 0; i < chain->opened_count; i++)
        TTF_CloseFont(chain->opened[i].font.ttf);
    chain->opened_count = 0;
    for (int i = 0; i < FILE_COUNT; i++)
        file_map_close(&chain->files[i].map);
}

static bool seek_in(const char *const *dirs, const char *name, struct file_map *map)
{
    char path[PATH_ROOM];
    for (; *dirs; dirs++) {
        int len = snprintf(path, sizeof path, "%s/%s", *dirs, name);
        if (len < PATH_ROOM && file_map_open(map, path))
            return true;
    }
    return false;
}

static bool seek(const struct font_chain *chain, const char *name, struct file_map *map)
{
    if (chain->dirs)
        return seek_in(chain->dirs, name, map);
    if (seek_in(system_dirs, name, map))
        return true;
    const char *home = SDL_getenv("HOME");
    char path[PATH_ROOM];
    for (size_t i = 0; home && i < sizeof home_dirs / sizeof *home_dirs; i++) {
        int len = snprintf(path, sizeof path, "%s/%s/%s", home, home_dirs[i], name);
        if (len < PATH_ROOM && file_map_open(map, path))
            return true;
    }
    return false;
}

static void seek_script(const struct font_chain *chain, int number, struct file_map *map)
{
    static const char *const weights[] = {"Bold", "Regular"};
    const char *stem = scripts[number / 2].stem;
    char name[PATH_ROOM];
    for (int weight = number % 2; stem && weight < 2; weight++) {
        snprintf(name, sizeof name, "%s-%s.ttf", stem, weights[weight]);
        if (seek(chain, name, map))
            return;
    }
}

static void seek_face(const struct font_chain *chain, const struct face_files *files,
                      struct font_file *file)
{
    for (int i = 0; i < NAME_ROOM && files->names[i] && !file->map.bytes; i++) {
        seek(chain, files->names[i], &file->map);
        file->style = i >= files->made_from ? files->made : TTF_STYLE_NORMAL;
    }
}

static const struct file_map *file_bytes(struct font_chain *chain, int number)
{
    struct font_file *file = &chain->files[number];
    if (file->is_sought)
        return &file->map;
    file->is_sought = true;
    if (number == FILE_OWN) {
        if (chain->own_file)
            file_map_open(&file->map, chain->own_file);
    } else if (number < FILE_LINKS) {
        seek_face(chain, &face_files[number - FILE_FACES], file);
    } else if (number < FILE_SCRIPTS) {
        const char *const *names = link_names[(number - FILE_LINKS) / 2];
        for (int i = (number - FILE_LINKS) % 2; i < 2 && names[i] && !file->map.bytes; i++)
            seek(chain, names[i], &file->map);
    } else {
        seek_script(chain, number - FILE_SCRIPTS, &file->map);
    }
    return &file->map;
}

bool font_chain_has_face(struct font_chain *chain, enum face face)
{
    return file_bytes(chain, FILE_OWN)->bytes ||
           file_bytes(chain, FILE_FACES + (int)face)->bytes;
}

static bool open_at(const struct file_map *map, int size_px, struct font *font)
{
    TTF_Font *ttf = TTF_OpenFontRW(SDL_RWFromConstMem(map->bytes, (int)map->size), 1, size_px);
    if (!ttf)
        return false;
    TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
    *font = (struct font){
        .ttf = ttf, .scale = 1, .ascent = TTF_FontAscent(ttf), .height = TTF_FontHeight(ttf)};
    return true;
}

// Colour emoji are bitmaps of one size, about 136 x 128, whatever is asked for.
static void fit_emoji(struct font *font, int size_px)
{
    int left, right, bottom, top, advance;
    font->is_colour = true;
    if (TTF_GlyphMetrics32(font->ttf, 0x1F600, &left, &right, &bottom, &top, &advance) == 0 &&
        advance > 0)
        font->scale = 1.15F * (float)size_px / (float)advance;
}

static struct opened *least_used(struct font_chain *chain)
{
    struct opened *oldest = &chain->opened[0];
    for (int i = 1; i < chain->opened_count; i++) {
        if (chain->opened[i].used < oldest->used)
            oldest = &chain->opened[i];
    }
    return oldest;
}

static const struct font *file_font(struct font_chain *chain, int file, int size_px, int style)
{
    for (int i = 0; i < chain->opened_count; i++) {
        struct opened *o = &chain->opened[i];
        if (o->file == file && o->size_px == size_px && o->style == style) {
            o->used = ++chain->uses;
            return &o->font;
        }
    }
    const struct file_map *map = file_bytes(chain, file);
    struct font font;
    if (!map->bytes || !open_at(map, size_px, &font))
        return NULL;
    if (style)
        TTF_SetFontStyle(font.ttf, style);
    if ((file - FILE_LINKS) / 2 == LINK_EMOJI)
        fit_emoji(&font, size_px);
    struct opened *slot = &chain->opened[chain->opened_count];
    if (chain->opened_count < FONT_ROOM) {
        chain->opened_count++;
    } else {
        slot = least_used(chain);
        TTF_CloseFont(slot->font.ttf);
    }
    *slot = (struct opened){file, size_px, style, font, ++chain->uses};
    return &slot->font;
}

bool font_chain_own_is_good(struct font_chain *chain)
{
    enum { ANY_PX = 16 };

    return !chain->own_file || file_font(chain, FILE_OWN, ANY_PX, TTF_STYLE_NORMAL);
}

const struct font_script *font_chain_script(uint32_t character)
{
    for (int i = 0; i < SCRIPT_COUNT && scripts[i].first <= character; i++) {
        if (character <= scripts[i].last)
            return &scripts[i];
    }
    return NULL;
}

// The number of the file that `link` means for this face and character, -1: none.
static int link_file(enum link link, enum face face, uint32_t character)
{
    // Emphasis is heavier where letters do not lean.
    bool is_bold = face == FACE_SEMIBOLD || face == FACE_DISPLAY || face >= FACE_DISPLAY_BOLD;
    int weight = is_bold && face != FACE_MONO ? 0 : 1;
    if (link == LINK_OWN)
        return FILE_OWN;
    if (link == LINK_FACE)
        return FILE_FACES + (int)face;
    if (link != LINK_SCRIPT)
        return FILE_LINKS + 2 * (int)link + weight;
    const struct font_script *script = font_chain_script(character);
    return script && script->stem ? FILE_SCRIPTS + 2 * (int)(script - scripts) + weight : -1;
}

static const struct font *link_font(struct font_chain *chain, enum link link, enum face face,
                                    int size_px, uint32_t character)
{
    int file = link_file(link, face, character), style = TTF_STYLE_NORMAL;
    if (file < 0)
        return NULL;
    if (link == LINK_OWN) {
        style = face_files[face].made;
    } else if (link == LINK_FACE && file_bytes(chain, file)->bytes) {
        style = chain->files[file].style;
    }
    return file_font(chain, file, size_px, style);
}

static enum link find_link(struct font_chain *chain, enum face face, int size_px,
                           uint32_t character)
{
    for (int link = LINK_OWN; link < LINK_COUNT; link++) {
        const struct font *font = link_font(chain, (enum link)link, face, size_px, character);
        if (font && TTF_GlyphIsProvided32(font->ttf, character))
            return (enum link)link;
    }
    return LINK_COUNT;
}

const struct font *font_chain_find(struct font_chain *chain, enum face face, int size_px,
                                   uint32_t character, bool wants_emoji)
{
    if (wants_emoji) {
        const struct font *font = link_font(chain, LINK_EMOJI, face, size_px, character);
        if (font && TTF_GlyphIsProvided32(font->ttf, character))
            return font;
    }
    struct memo *memo = &chain->memo[(character * FACE_COUNT + (uint32_t)face) % MEMO_ROOM];
    // Character 0 never comes, so an unused memo fits none.
    if (memo->character != character || memo->face != face) {
        enum link link = find_link(chain, face, size_px, character);
        *memo = (struct memo){character, (uint8_t)face, (uint8_t)link};
    }
    return memo->link == LINK_COUNT
               ? NULL
               : link_font(chain, (enum link)memo->link, face, size_px, character);
}
