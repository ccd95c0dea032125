// screens/picture.h: a question's picture, as it stands on a screen.
#pragma once

#include "core/bank.h"
#include "screens/game.h"
#include "ui/ui.h"
#include "ui/wrap.h"

/// A picture laid out; `height` 0: there is none.
struct picture_box {
    struct picture_name name;
    enum picture_state state;
    float width, height;         // pixels, whole
    struct wrapped why, instead; // of one that cannot be shown: what is wrong, its alt text
};

/// The folder that the pictures of `bank` are in, NULL: nobody knows.
const char *picture_folder(const struct game *game, const struct bank *bank,
                           struct arena *arena);

/// Whether a picture stands beside what it belongs to; else below.
bool picture_is_beside(const struct ui *ui);

/// Lays out the picture of `question` in `folder` into at most `width` x `height` pixels: it
/// keeps its ratio and is never larger than twice its pixels. What is being read has its place
/// already; what cannot be shown says why, and its alt text, as high as that takes.
struct picture_box picture_lay_out(const struct ui *ui, const char *folder,
                                   const struct question *question, float width, float height);

/// Draws it at the top of `rect`, in the middle of its width.
void picture_draw(struct ui *ui, const struct picture_box *box, struct rect rect);
