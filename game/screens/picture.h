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

/// The same of any picture, `alt` (NULL: none) what to say in its place, never larger than
/// `enlarged` times its pixels.
struct picture_box picture_lay_out_name(const struct ui *ui, struct picture_name name,
                                        const char *alt, float width, float height,
                                        float enlarged);

/// Whether there is a picture to be seen, now or in a moment.
bool picture_is_seen(const struct picture_box *box);

/// Whether the question has one.
bool picture_is_there(const struct question *question);

/// Opens the picture of `question` of `bank` over the whole window; stays if there is none.
struct step picture_enlarge(struct game *game, const struct bank *bank,
                            const struct question *question);

/// Declares that acting on the picture drawn in `rect` sends (id, 0), if it is to be seen.
void picture_area(struct ui *ui, const struct picture_box *box, struct rect rect, int id,
                  unsigned flags);

/// Draws it at the top of `rect`, in the middle of its width.
void picture_draw(struct ui *ui, const struct picture_box *box, struct rect rect);
