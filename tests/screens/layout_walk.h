// screens/layout_walk.h: the parts of layout_walk().
#pragma once

#include "screens/game.h"
#include "screens/screen.h"

/// A screen shown in one size.
struct walk {
    struct game game;
    struct ui_look look;
    struct ui_frame frame;
    struct ui_state state;
    bool is_thorough;
    int faults;
    int64_t now_ms; // of what is done on a screen
};

/// Shows a screen as it is, in all sizes, by keys and by touch.
void walk_in_all_sizes(struct walk *w, const struct screen *screen, const void *self,
                       const char *name);

/// Opens a screen, shows it in all sizes, and leaves it.
void walk_visit(struct walk *w, enum screen_id id, const char *name);

/// Begins a quiz with this question, and answers it as wrong as can be.
void walk_miss(struct walk *w, const struct bank *bank, const struct question *question);

/// Shows what is told and asked of questions that were edited.
void walk_edits(struct walk *w);

/// Shows Home where the file of a bank is gone.
void walk_lost(struct walk *w);

/// Shows feedback and review where questions can be marked as wrong, and one is.
void walk_flags(struct walk *w, const struct bank *bank);

/// Shows the report of a class over the questions of `bank`.
void walk_report(struct walk *w, const struct bank *bank);

/// Shows the scores of a lesson, and what its host sees.
void walk_lesson(struct walk *w);

/// Shows a question as a lesson asks it, for show and to be answered, and its answer.
void walk_lesson_question(struct walk *w, const struct bank *of, const struct question *asked);

/// Shows what there is about data and learners.
void walk_data(struct walk *w);
