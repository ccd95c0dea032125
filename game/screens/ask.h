// screens/ask.h: how a question of each kind is shown and answered in the window.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "core/session.h"
#include "screens/game.h"
#include "ui/ui.h"
#include "ui/widget.h"

/// What is made of an answer.
enum ask_ruling {
    ASK_AS_MARKED,      // what the judge said
    ASK_TAKEN_AS_RIGHT, // the host said otherwise
    ASK_TAKEN_AS_WRONG,
};

/// What a view may look at.
struct ask_context {
    const struct game *game;
    const struct turn *turn; // the question, and after the answer what became of it
    int nth;                 // tells its fields from those of other questions, from 0 on
    bool confirms;           // choose first, then Check
    bool is_focus_late;      // nothing has the focus until a key asks for it
    int tight;               // how low what was answered is shown: 0, 1, or 2: as low as it
                             // can be read
    bool is_for_show;        // nobody is asked here: no Check, and nothing to type into
    bool is_judged;          // beside Check there are buttons that say how right it was
    bool has_pages;          // what is too high is read in pages, and does not scroll
    float below_px;          // what has to stay free below a screen keyboard
    const char *answerer;    // who answered; NULL: you
    enum ask_ruling ruling;
};

enum ask_outcome {
    ASK_IGNORED, // not an action of this view
    ASK_CHANGED, // to be drawn again
    ASK_READY,   // the answer is given: to be marked at once
};

/// Actions of views begin here; what lies below is the play screen's.
enum { ASK_ACTIONS = 100 };

/// The view of a kind. `self` is state_size zeroed bytes; further memory of the view comes from
/// the arena of the question.
struct ask_view {
    enum kind kind;
    size_t state_size;
    const struct shortcut *shortcuts; // may be NULL

    /// Those of the moment, in place of `shortcuts`; may be NULL, may return NULL.
    const struct shortcut *(*moment_shortcuts)(const void *self,
                                               const struct ask_context *context);

    /// What is said when Check comes too early; NULL: that nothing is answered yet.
    const char *incomplete;

    /// May be NULL.
    void (*enter)(void *self, const struct ask_context *context, struct arena *arena);

    enum ask_outcome (*update)(void *self, const struct ask_context *context,
                               const struct action *action);

    /// The answer as it stands; texts live as long as `self` or in `arena`.
    struct answer (*answer)(const void *self, const struct ask_context *context,
                            struct arena *arena);

    /// Whether a Check button stands below the view.
    bool (*has_check)(const struct ask_context *context);

    /// A few words at the left of the Check button: "2 chosen"; may be NULL, may return NULL.
    const char *(*status)(const void *self, const struct ask_context *context,
                          struct arena *arena);

    /// Draws what stands at the bottom of `rest` in place of Check, such as a screen keyboard,
    /// and cuts it off; returns false, with nothing drawn, if there is nothing. May be NULL.
    bool (*foot)(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect *rest);

    /// Pixels of height that the view needs at least to be read, at this width.
    float (*least_height)(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width);

    /// Draws it into `area` and declares what can be acted on.
    void (*view)(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area);

    /// Pixels of height that answered() needs.
    float (*answered_height)(const struct ask_context *context, const struct ui *ui,
                             float width);

    /// Draws what was answered and what is right.
    void (*answered)(const struct ask_context *context, struct ui *ui, struct rect area);

    /// What Esc does, a word for the hint row, while it does not pause; else NULL. May be NULL.
    const char *(*escape)(const void *self);

    /// Entries of the hint row that are the view's own: "1–4 answer".
    int (*hints)(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **hints);
};

/// "Your answer", or "Owls answered", in `arena`.
const char *ask_answer_tag(const struct ask_context *context, struct arena *arena);

/// The credit in thousandths that an answer has once the host spoke, if the judge gave `credit`
/// to it, or to a part of it.
int ask_ruled_credit(const struct ask_context *context, int credit);

/// The view of each kind.
extern const struct ask_view *const ask_views[KIND_COUNT];

extern const struct ask_view ask_view_choice, ask_view_multi, ask_view_truefalse, ask_view_text,
    ask_view_number, ask_view_order, ask_view_match, ask_view_cloze, ask_view_card;
