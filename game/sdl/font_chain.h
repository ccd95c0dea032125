// sdl/font_chain.h: which font file has a character, found on the system and opened on demand.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <SDL_ttf.h>

#include "base/arena.h"
#include "ui/draw.h"

struct font_chain;

/// A file opened at one size.
struct font {
    TTF_Font *ttf;
    float scale;        // 1; of colour emoji, which come in one size: from their pixels to ours
    bool is_colour;     // its glyphs have colours of their own
    int ascent, height; // pixels
};

/// Writing systems that need to be named to the shaper.
struct font_script {
    uint32_t first, last;
    char tag[5];      // ISO 15924
    const char *stem; // of its font files: STEM-Regular.ttf; NULL: the general ones have it
    bool is_rtl;      // written from right to left
};

/// Prepares the search; opens no font. `own_file` (NULL: none) goes before all others. `dirs`
/// ends in NULL and outlives the chain; NULL: where systems keep fonts. Lives in `arena` but
/// for what font_chain_close() frees.
struct font_chain *font_chain_open(struct arena *arena, const char *own_file,
                                   const char *const *dirs);

void font_chain_close(struct font_chain *chain);

/// Whether the own file is a font; true if there is none.
bool font_chain_own_is_good(struct font_chain *chain);

/// Whether any file for `face` itself, not only for some characters of it, is there.
bool font_chain_has_face(struct font_chain *chain, enum face face);

/// The font for `character` in `face` at `size_px`; `wants_emoji` asks for a coloured one if
/// there is. NULL: no font has it. What is returned lives until many others were asked for.
const struct font *font_chain_find(struct font_chain *chain, enum face face, int size_px,
                                   uint32_t character, bool wants_emoji);

/// The writing system of `character`; NULL: any (digits, punctuation, symbols).
const struct font_script *font_chain_script(uint32_t character);
