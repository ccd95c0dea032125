// screens/cards.h: the parts of the screen for flashcards.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/card.h"
#include "screens/game.h"
#include "screens/play.h"
#include "ui/wrap.h"

enum {
    CARDS_FLIP = 40, // "Show answer"; what is below is of screens/play.h
    CARDS_CARD,      // the card itself: turned over by a press, graded by a swipe
    CARDS_GRADE,     // arg: enum fsrs_rating
    CARDS_UNDO,
    CARDS_REDO,
    CARDS_HIDE,
    CARDS_SUSPEND,
    CARDS_SOURCE,
    CARDS_SOUND,
    CARDS_PICTURE, // shows it over the whole window; a swipe is for the card
    CARDS_MENU,
    CARDS_LOOK,  // at the leech that was graded last
    CARDS_GO_ON, // from there
    CARDS_MORE,  // learn new cards beyond the limit
    CARDS_CRAM,
    CARDS_DUE,  // from cramming back to what is due
    CARDS_FLAG, // marks the question as wrong, or no longer
    CARDS_REGION,
};

enum { CARDS_LOCK_MS = 300, CARDS_NOTICE_MS = 5000, CARDS_LEECH_MS = 15000 };

/// A card as it is shown.
struct cards_shown {
    struct arena arena; // of the faces
    const struct question *question;
    const struct bank *bank;
    const char *folder; // of the bank's pictures
    int number;         // in the session's list; -1: none
    struct card_faces faces;
    const char *said; // what was answered, if that was not right; NULL
};

struct cards {
    struct cards_shown up;        // the card that is up
    struct cards_shown gone;      // the one before, which leaves to a side
    enum fsrs_rating gone_rating; // which side: that of its grade; 0: none
    int64_t gone_ms;
    int64_t shown_ms;             // when the card came up
    bool is_turned;               // its back is up
    int64_t turned_ms;            // since when
    int page;                     // counts what is shown, from 1
    bool is_asked;                // it is answered, not turned over
    struct play play;             // of such a card, with
    struct session session;       // the one question,
    struct arena session_arena;   // and its memory
    const char *verdict;          // "Right"; NULL unless it was answered
    struct study_grade suggested; // the grade that the answer gives; of all others Good
    struct fsrs_outcome waits[FSRS_RATING_END]; // what each grade would do; of a card turned
    bool has_waits;
    const char *notice; // what just happened; NULL
    int64_t notice_ms;
    int leech; // number of the card that became a leech just now; -1: none
    int64_t leech_ms;
    bool is_looking;       // at that one
    int64_t wait_until_ms; // since 1970: when one comes while none is up; INT64_MAX: never
};

/// Asks for the answer of the card that is up, if the settings say so and it is not one that
/// only says itself whether it was known.
void cards_ask(struct cards *cards, const struct game *game, int64_t now_ms);

/// Forgets what was asked.
void cards_ask_no_more(struct cards *cards);

enum cards_asked {
    CARDS_NOT_ASKED, // no action of an answer
    CARDS_ASKING,    // to be drawn again
    CARDS_ANSWERED,  // the card is to be turned: what it is graded by default is in `suggested`
};

/// Takes an action while the card is asked.
enum cards_asked cards_ask_update(struct cards *cards, const struct game *game,
                                  const struct action *action);

/// Shortcuts of what it is answered with.
const struct shortcut *cards_ask_shortcuts(const struct cards *cards, const struct game *game);

/// Draws the question, the answers and the hints.
void cards_ask_view(const struct cards *cards, const struct game *game, struct ui *ui,
                    struct rect rest);

/// Draws the screen.
void cards_view(const struct cards *cards, const struct game *game, struct ui *ui);

/// The grade that swiping the card away gives.
enum fsrs_rating cards_swiped_to(enum swipe swipe);

/// What is shown while no card is up: done for today, nothing due, or a short wait.
void cards_view_over(const struct cards *cards, const struct game *game, struct ui *ui,
                     struct rect rest);

/// The text of one side of a card, laid out.
struct cards_face {
    const struct cards_block *blocks;
    int count;
    float height; // pixels
};

/// Lays out the front of `shown`, or its back with all that goes with it, to `width` and as
/// large as fits into `height`; what does not fit even in the smallest sizes is higher.
struct cards_face cards_face_lay_out(const struct cards_shown *shown, bool is_back,
                                     const struct ui *ui, float width, float height);

/// Takes the source off the end of `face` and returns it, empty if there is none: where the
/// rest scrolls, it stands below.
struct cards_face cards_face_take_source(struct cards_face *face);

/// Draws it from the top of `rect`. `is_live`: the source can be pressed.
void cards_face_draw(struct ui *ui, const struct cards_face *face, struct rect rect,
                     bool is_live);

// Words.

/// What is wanted beside what the front says: "Choose all that are right."; NULL: nothing.
const char *cards_task(const struct cards_shown *shown, struct arena *arena);

/// The first topic of the card's question.
const char *cards_topic(const struct cards_shown *shown);

/// "Again".
const char *cards_grade_name(enum fsrs_rating rating);

/// "in 10 min", "in 5 days", or short: "10 min", "5 d".
const char *cards_wait(const struct fsrs_outcome *outcome, bool is_short, struct arena *arena);

/// The page of the source of the card that is up, or NULL.
const char *cards_source_url(const struct cards_shown *shown);
