// screens/ask_typed.h: what the kinds that are typed have in common: keys on the screen, and
// the rows that say what was typed and what is right.
#pragma once

#include "base/spelling.h"
#include "screens/ask.h"
#include "ui/control.h"
#include "ui/keyboard.h"
#include "ui/tile.h"

/// Actions of these views. A field's arg is field_arg(), a key's as in ui/keyboard.h.
enum { TYPED_FIELD = ASK_ACTIONS, TYPED_KEYS, TYPED_STEP };

enum { TYPED_FIELDS_MAX = 4096 };

/// A question with one field.
struct typed_line {
    struct edit edit;
    struct keyboard keyboard;
};

/// update() and answer() of its view, as far as they are the same for all.
enum ask_outcome typed_line_update(struct typed_line *line, const struct action *action);
struct answer typed_line_answer(const void *self, const struct ask_context *context,
                                struct arena *arena);

/// What was typed into the only field; NULL if nothing was.
const char *typed_line_text(const struct turn *turn);

/// has_check() and hints() of the views.
bool typed_has_check(const struct ask_context *context);
int typed_hints(const void *self, const struct ask_context *context, struct arena *arena,
                const struct hint **rows);

/// The arg of field `i` of the question. Another question's field is another one, so that the
/// focus comes to it.
int typed_field_arg(const struct ask_context *context, int i);

/// Which field an action is for.
int typed_field_of(const struct action *action);

/// What the first field of a question has beside AREA_FIELD: the focus at once, or only once a
/// key asks for it.
unsigned typed_first(const struct ask_context *context);

/// What an empty field says: `usual`, or how to get there where keys mean something else until
/// then.
const char *typed_invitation(const struct ask_context *context, const struct ui *ui,
                             const char *usual);

/// The keys for the bank's language.
const struct keyboard_layout *typed_layout(const struct ask_context *context);

/// Draws the screen keyboard of a view at the bottom of `rest`, which keeps what is above, if
/// it is wanted. Its last key is Check.
bool typed_foot(const struct keyboard *keyboard, const struct keyboard_layout *layout,
                struct ui *ui, struct rect *rest);

/// The height of the row of accents with the gap above it; 0 while the keyboard is there.
float typed_accents_height(const struct keyboard *keyboard,
                           const struct keyboard_layout *layout, const struct ui *ui,
                           float width);

/// Draws that row below `top` within `area`.
void typed_accents(const struct keyboard *keyboard, const struct keyboard_layout *layout,
                   struct ui *ui, struct rect area, float top);

/// How high a field with text of this size is, in pixels.
float typed_field_height(const struct ui *ui, float size_u);

/// Size of the text in the only field of a question, and the height of that field.
#define TYPED_LINE_SIZE_U 5.2F
float typed_line_height(const struct ui *ui);

/// Pixels that the field is below the top of an area `free_px` higher than what stands in it.
float typed_line_top(const struct ui *ui, float free_px);

/// A row of the feedback.
struct typed_row {
    struct spelling spelling;
    const char *tag; // what it is: "Your answer"
    bool has_sign;   // of `kind`
    enum sheet_kind kind;
};

/// What an answer, or a part of one, with this credit is.
enum sheet_kind typed_kind_of(int credit);

/// Pixels of height that `rows` and the `note` below them (NULL: none) need in `width`.
float typed_rows_height(const struct ui *ui, const struct typed_row *rows, int count,
                        const char *note, float width);

/// Draws them from the top of `area`.
void typed_rows(struct ui *ui, struct rect area, const struct typed_row *rows, int count,
                const char *note);
