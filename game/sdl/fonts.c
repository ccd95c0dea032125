#include "sdl/fonts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <SDL.h>
#include <SDL_ttf.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "sdl/font_chain.h"
#include "sdl/key.h"

enum { WIDTH_ROOM = 2048 }; // pairs

// Of the box that stands for a missing character, in em.
static const float box_advance = .7F, box_width = .56F, box_height = .73F;

struct fonts {
    struct arena arena; // of this struct too
    struct font_chain *chain;
    struct buf scratch;

    // Each in the pair that its key says, the one used last first. Without a second place, two
    // texts of a frame that share a place would be measured anew in every frame.
    struct measured {
        uint64_t check; // 0: empty
        float width;
    } widths[WIDTH_ROOM][2];
};

struct fonts *fonts_open(const struct fonts_options *options, char *error, size_t size)
{
    if (TTF_Init() != 0) {
        snprintf(error, size, "Text cannot be drawn: %s.", TTF_GetError());
        return NULL;
    }
    struct arena arena = {0};
    struct fonts *fonts = ARENA_ARRAY(&arena, 1, struct fonts);
    fonts->chain = font_chain_open(&arena, options->own_file, options->dirs);
    fonts->arena = arena;
    if (!font_chain_own_is_good(fonts->chain)) {
        snprintf(error, size, "%s cannot be used as a font. Name a TrueType or OpenType file.",
                 options->own_file);
    } else if (!font_chain_has_face(fonts->chain, FACE_REGULAR)) {
        snprintf(error, size,
                 "No font was found to draw text with. Install the package "
                 "fonts-inter or fonts-dejavu-core, or name a file with --font.");
    } else {
        return fonts;
    }
    fonts_close(fonts);
    return NULL;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    font_chain_close(fonts->chain);
    buf_free(&fonts->scratch);
    struct arena arena = fonts->arena;
    arena_free(&arena);
    TTF_Quit();
}

/// Part of a run that one font draws.
struct piece {
    const char *text;
    size_t len;
    const struct font *font; // NULL: boxes
    const struct font_script *script;
    int count; // characters
};

// Characters that belong to the one before them, whatever their own font would be.
static bool sticks(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0300, 0x036F},   {0x0483, 0x0489},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},
        {0x200C, 0x200F},   {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},
        {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
    };

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= c; i++) {
        if (c <= ranges[i].last)
            return true;
    }
    return false;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

static const struct font *font_of(struct fonts *fonts, const struct text_run *run, uint32_t c,
                                  const char *after)
{
    const char *end = run->text + run->len;
    bool wants_emoji = after < end && text_next(&after, end) == 0xFE0F;
    return font_chain_find(fonts->chain, run->face, run->size_px, c, wants_emoji);
}

// Cuts the next piece off `run` from `*at` on.
static bool next_piece(struct fonts *fonts, const struct text_run *run, const char **at,
                       struct piece *piece)
{
    const char *end = run->text + run->len, *next = *at;
    if (next >= end)
        return false;
    uint32_t c = text_next(&next, end);
    *piece = (struct piece){*at, 0, font_of(fonts, run, c, next), font_chain_script(c), 1};
    while (next < end) {
        const char *after = next;
        c = text_next(&after, end);
        bool stays = sticks(c) || (is_blank(c) && piece->font && !piece->font->is_colour);
        if (!stays) {
            const struct font_script *script = font_chain_script(c);
            if (font_of(fonts, run, c, after) != piece->font ||
                (script && piece->script && strcmp(script->tag, piece->script->tag) != 0))
                break;
            if (!piece->script)
                piece->script = script;
        }
        piece->count += !sticks(c);
        next = after;
    }
    piece->len = (size_t)(next - *at);
    *at = next;
    return true;
}

/// Where a piece's picture goes, in pixels.
struct extent {
    float advance;
    int left;         // the picture begins so far from the pen, 0 or below
    int above, below; // the baseline
};

// Sets the shaper up for `piece` and returns its text with a NUL.
static const char *set_up(struct fonts *fonts, const struct piece *piece, bool is_rtl)
{
    TTF_Font *ttf = piece->font->ttf;
    bool backwards = is_rtl || (piece->script && piece->script->is_rtl);
    TTF_SetFontDirection(ttf, backwards ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(ttf, piece->script ? piece->script->tag : "Latn");
    buf_clear(&fonts->scratch);
    buf_add(&fonts->scratch, piece->text, piece->len);
    return fonts->scratch.data;
}

// SDL_ttf makes its picture higher for glyphs above the ascent, and does not say by how much.
static int highest(const struct piece *piece)
{
    int top = piece->font->ascent;
    const char *end = piece->text + piece->len;
    for (const char *at = piece->text; at < end;) {
        int left, right, bottom, up, advance;
        uint32_t c = text_next(&at, end);
        if (TTF_GlyphMetrics32(piece->font->ttf, c, &left, &right, &bottom, &up, &advance) == 0)
            top = SDL_max(top, up);
    }
    return top;
}

// SDL_ttf measures the picture, which begins left of the pen where the first glyph does.
static struct extent measure(struct fonts *fonts, const struct text_run *run,
                             const struct piece *piece)
{
    if (!piece->font) {
        float em = (float)run->size_px;
        return (struct extent){(float)piece->count * box_advance * em, 0, (int)(.76F * em) + 1,
                               1};
    }
    const struct font *font = piece->font;
    int width = 0, height = 0, left = 0, right, bottom, top, advance;
    const char *text = set_up(fonts, piece, run->is_rtl), *first = piece->text;
    TTF_SizeUTF8(font->ttf, text, &width, &height);
    uint32_t c = text_next(&first, piece->text + piece->len);
    if (TTF_GlyphMetrics32(font->ttf, c, &left, &right, &bottom, &top, &advance) != 0 ||
        left > 0 || run->is_rtl)
        left = 0;
    int above = height > font->height ? highest(piece) : font->ascent;
    return (struct extent){
        .advance = (float)(width + left) * font->scale,
        .left = (int)floorf((float)left * font->scale),
        .above = (int)ceilf((float)above * font->scale),
        .below = (int)ceilf((float)(height - above) * font->scale),
    };
}

// The run up to what is no UTF-8.
static struct text_run valid_part(const struct text_run *run)
{
    struct text_run part = *run;
    size_t bad = run->len;
    if (!text_is_utf8(run->text, run->len, &bad))
        part.len = bad;
    return part;
}

static float add_widths(struct fonts *fonts, const struct text_run *run)
{
    float width = 0;
    struct piece piece;
    for (const char *at = run->text; next_piece(fonts, run, &at, &piece);)
        width += measure(fonts, run, &piece).advance;
    return width;
}

float fonts_width(struct fonts *fonts, const struct text_run *run)
{
    struct key key = key_start();
    key_add_int(&key, (int64_t)run->face << 32 | run->size_px);
    key_add(&key, run->text, run->len);
    struct measured *pair = fonts->widths[key.a % WIDTH_ROOM];
    if (pair[0].check == key.b)
        return pair[0].width;
    struct measured found = pair[1];
    if (found.check != key.b) {
        struct text_run part = valid_part(run);
        found = (struct measured){key.b, add_widths(fonts, &part)};
    }
    pair[1] = pair[0];
    pair[0] = found;
    return found.width;
}

static float width_for_layout(void *context, enum face face, int size_px, const char *text,
                              size_t len)
{
    struct text_run run = {.face = face, .size_px = size_px, .text = text, .len = len};
    return fonts_width(context, &run);
}

struct text_measure fonts_measure(struct fonts *fonts)
{
    return (struct text_measure){.context = fonts, .width = width_for_layout};
}

static SDL_Surface *new_surface(int width, int height, struct colour colour)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (surface) {
        SDL_FillRect(surface, NULL,
                     SDL_MapRGBA(surface->format, colour.r, colour.g, colour.b, 0));
    }
    return surface;
}

static void draw_boxes(SDL_Surface *onto, int x, int baseline, const struct piece *piece,
                       int size_px, struct colour colour)
{
    Uint32 ink = SDL_MapRGBA(onto->format, colour.r, colour.g, colour.b, 255);
    Uint32 none = SDL_MapRGBA(onto->format, colour.r, colour.g, colour.b, 0);
    float em = (float)size_px;
    int line = SDL_max(1, size_px / 14);
    for (int i = 0; i < piece->count; i++) {
        SDL_Rect box = {
            x + (int)(((float)i * box_advance + (box_advance - box_width) / 2) * em),
            baseline - (int)(box_height * em), (int)(box_width * em), (int)(box_height * em)};
        SDL_FillRect(onto, &box, ink);
        box = (SDL_Rect){box.x + line, box.y + line, box.w - 2 * line, box.h - 2 * line};
        SDL_FillRect(onto, &box, none);
    }
}

// Emoji are made smaller here; the blending keeps what lies under their clear parts.
static void draw_coloured(SDL_Surface *onto, const SDL_Surface *picture, SDL_Rect place)
{
    SDL_Surface *small = new_surface(place.w, place.h, (struct colour){0});
    if (small && SDL_SoftStretchLinear((SDL_Surface *)picture, NULL, small, NULL) == 0)
        SDL_BlitSurface(small, NULL, onto, &place);
    SDL_FreeSurface(small);
}

/// A line of pieces in the making.
struct canvas {
    const struct text_run *run;
    struct colour colour;
    struct text_image *image;
};

static void draw_piece(struct fonts *fonts, const struct canvas *canvas,
                       const struct piece *piece, struct extent extent, float pen)
{
    struct text_image *image = canvas->image;
    int x = (int)lroundf(pen) + extent.left - image->left;
    if (!piece->font) {
        draw_boxes(image->ink, x, image->baseline, piece, canvas->run->size_px, canvas->colour);
        return;
    }
    SDL_Color ink = {canvas->colour.r, canvas->colour.g, canvas->colour.b, 255};
    SDL_Surface *picture = TTF_RenderUTF8_Blended(
        piece->font->ttf, set_up(fonts, piece, canvas->run->is_rtl), ink);
    if (!picture)
        return;
    SDL_Rect place = {x, image->baseline - extent.above,
                      (int)((float)picture->w * piece->font->scale),
                      (int)((float)picture->h * piece->font->scale)};
    if (!piece->font->is_colour) {
        SDL_BlitSurface(picture, NULL, image->ink, &place);
    } else {
        if (!image->coloured)
            image->coloured = new_surface(image->ink->w, image->ink->h, (struct colour){0});
        if (image->coloured)
            draw_coloured(image->coloured, picture, place);
    }
    SDL_FreeSurface(picture);
}

// Most text is one piece, and its picture needs no putting together.
static bool draw_single(struct fonts *fonts, const struct canvas *canvas,
                        const struct piece *piece)
{
    struct extent extent = measure(fonts, canvas->run, piece);
    SDL_Color ink = {canvas->colour.r, canvas->colour.g, canvas->colour.b, 255};
    const char *text = set_up(fonts, piece, canvas->run->is_rtl);
    *canvas->image = (struct text_image){
        .ink = TTF_RenderUTF8_Blended(piece->font->ttf, text, ink),
        .left = extent.left,
        .baseline = extent.above,
    };
    return canvas->image->ink != NULL;
}

bool fonts_draw(struct fonts *fonts, const struct text_run *whole, struct colour colour,
                struct text_image *image)
{
    *image = (struct text_image){0};
    struct text_run run = valid_part(whole);
    struct canvas canvas = {&run, colour, image};
    struct piece piece;
    float width = 0;
    int above = 0, below = 0, count = 0;
    for (const char *at = run.text; next_piece(fonts, &run, &at, &piece); count++) {
        if (count == 0 && piece.len == run.len && piece.font && !piece.font->is_colour)
            return draw_single(fonts, &canvas, &piece);
        struct extent extent = measure(fonts, &run, &piece);
        image->left = SDL_min(image->left, extent.left + (int)width);
        above = SDL_max(above, extent.above);
        below = SDL_max(below, extent.below);
        width += extent.advance;
    }
    // Italics and swashes may reach past the advance of the last piece.
    int room = (int)ceilf(width) - image->left + run.size_px / 4;
    if (count == 0 || !(image->ink = new_surface(room, above + below, colour)))
        return false;
    image->baseline = above;
    float pen = run.is_rtl ? width : 0;
    for (const char *at = run.text; next_piece(fonts, &run, &at, &piece);) {
        struct extent extent = measure(fonts, &run, &piece);
        pen -= run.is_rtl ? extent.advance : 0;
        draw_piece(fonts, &canvas, &piece, extent, pen);
        pen += run.is_rtl ? 0 : extent.advance;
    }
    return true;
}

void text_image_free(struct text_image *image)
{
    SDL_FreeSurface(image->ink);
    SDL_FreeSurface(image->coloured);
    *image = (struct text_image){0};
}
