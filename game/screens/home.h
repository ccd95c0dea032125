// screens/home.h: the parts of the first screen.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "ui/wrap.h"

enum {
    HOME_HERO = 1,
    HOME_QUIZ,
    HOME_BANK,
    HOME_OPEN,
    HOME_SETTINGS,
    HOME_REVIEW,
    HOME_PROBLEMS, // shows all that is wrong
    HOME_READ,     // opens what was refused once more
    HOME_CARDS,    // flashcards
    HOME_PLAN,     // minutes a day, and an exam
    HOME_STATS,
    HOME_EDITS,   // questions that were edited
    HOME_LOST,    // the bank that was played last is gone
    HOME_LEARNER, // who plays
    HOME_GUIDE,   // how to add questions
    HOME_TEAMS,   // a lesson with a class
    HOME_REGION,
};

enum home_hero_kind {
    HERO_REFUSED,
    HERO_NO_BANK,
    HERO_LESSON, // one that was left
    HERO_UNFINISHED,
    HERO_DUE,  // cards
    HERO_FIX,  // mistakes
    HERO_DONE, // for today, and more cards could be learned
    HERO_QUIZ,
};

struct home {
    const char *notice;  // why the last thing asked could not be done
    bool has_glanced;    // at mistakes, which are to be counted yet
    int64_t edits_at_ms; // not before then edited questions are looked for, if that takes long
};

/// The quiz that was left, and at least one answer of it given.
bool home_has_unfinished(const struct game *game);

/// Whether something was asked for that cannot be played, and nothing else is chosen.
bool home_is_refused(const struct game *game);

/// Whether there is something to say of problems: a file refused, or questions left out.
bool home_has_problems(const struct game *game);

/// Whether there is something to say of questions that were edited.
bool home_has_edits(const struct game *game);

/// Whether there is more than one learner to choose from.
bool home_has_learners(const struct game *game);

/// The single best next step.
enum home_hero_kind home_hero_kind(const struct game *game);

/// What the hero says: the label, the large line, the sentence, the button.
struct home_hero_words {
    const char *label, *title, *sentence, *button;
    bool is_warning;
};

/// The hero, laid out: the single best next step. Its card is as high as `height` at least.
struct home_hero {
    struct home_hero_words says;
    struct wrapped title, sentence;
    float button_height, padding, above, height; // pixels
    bool has_cards, has_notice;
};

/// Lays it out to `width`; `notice` stands in for its sentence, `is_tight` takes less room.
struct home_hero home_hero_lay_out(const struct game *game, const struct ui *ui, float width,
                                   const char *notice, bool is_tight);

void home_hero_draw(struct ui *ui, struct rect rect, const struct home_hero *hero);

/// Draws the bank that is chosen, and what is wrong: beside the words about the bank if it is
/// short, else below or, where height is scarce, in their place. Takes its room from `rest`.
void home_heading_draw(const struct game *game, struct ui *ui, struct rect *rest);

/// Draws the screen.
void home_view(const struct home *home, const struct game *game, struct ui *ui);
