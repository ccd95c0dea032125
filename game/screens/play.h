// screens/play.h: the parts of the play screen: the question, and its feedback.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "screens/ask.h"
#include "screens/flagging.h"
#include "screens/game.h"
#include "ui/tile.h"

enum {
    PLAY_CHECK = 1,
    PLAY_HINT,
    PLAY_SKIP,
    PLAY_NEXT,
    PLAY_UNDO,
    PLAY_REDO,
    PLAY_SOURCE,      // opens the source in a browser
    PLAY_FLAG,        // marks the question as wrong, or no longer
    PLAY_PREVIOUS,    // shows the feedback before this question again
    PLAY_SOUND,       // plays the sound of the question; not of a card
    PLAY_PICTURE,     // shows its picture over the whole window; likewise
    PLAY_TEXT_REGION, // scroll regions
    PLAY_WHY_REGION,
};

enum { PLAY_LOCK_MS = 300, PLAY_NOT_LOOKING = -1 };

struct play {
    struct arena arena;   // of the question
    void *ask;            // the state of its view
    int asked;            // which turn that is for, -1: none
    uint64_t seed;        // of the session it belongs to: another one starts anew
    int64_t shown_ms;     // when the question or its feedback came up
    int page;             // counts what is shown, from 1: each question, and each feedback
    int64_t before;       // the score before this answer, to count up from
    int looking_at;       // the turn whose feedback is looked at again; PLAY_NOT_LOOKING
    const char *notice;   // what just happened, under the question; NULL
    bool hint_is_offered; // H was pressed once: a second time takes it
    struct flagging flag; // of the question whose feedback is up
};

/// The view for the kind of question that `turn` is.
const struct ask_view *play_ask_view(const struct turn *turn);

/// What the ask views look at.
struct ask_context play_context(const struct game *game, const struct turn *turn);

/// Draws the header: pause, what became of each question, streak, score. Returns the content
/// below it. `score` is what to show. `tools` is NULL unless a question is asked, which is
/// marked then; it becomes the room for hint and skip in a small window.
struct rect play_header(const struct game *game, struct ui *ui, int64_t score,
                        struct rect *tools);

/// Draws the question and what it is answered with.
void play_view_question(const struct play *play, const struct game *game, struct ui *ui);

/// Draws the question of `context` into `rest`, what it is answered with below it, and Check at
/// its place. Returns where hints have to end; 0: nowhere.
float play_view_asked(const struct play *play, const struct ask_context *context, struct ui *ui,
                      struct rect rest);

/// Draws the feedback to `turn`.
void play_view_feedback(const struct play *play, const struct game *game,
                        const struct turn *turn, struct ui *ui);

/// Draws what may be seen next: the feedback to the likely answer `nth` of the question that is
/// asked, or after feedback the next question; returns false if there is no more.
bool play_foresee(const struct play *play, const struct game *game, int nth, struct ui *ui);

/// Draws the first question of the quiz by `plan` that would begin now, or if that is NULL the
/// one at which the quiz stopped; returns false unless there is one that has a picture, which
/// takes longer to read than a screen may take to come up.
bool play_foresee_quiz(const struct game *game, const struct quiz_plan *plan, struct ui *ui);

/// What is written at the end of a page that has another one after it.
struct page_words play_page_words(void);

/// Where Check and Continue stand, and what is left of `rest` above and beside it.
struct rect play_primary(const struct ui *ui, struct rect *rest);

/// Where Check stands: there, but narrower where things are dense.
struct rect play_check(const struct ui *ui, struct rect *rest);

/// What became of `turn`.
enum step_state play_step(const struct turn *turn);

/// How the feedback to `turn` looks.
enum sheet_kind play_sheet_kind(const struct turn *turn);

/// Why the answer that was given is wrong, and the explanation; NULL if the bank has neither.
const char *play_why(const struct turn *turn, const struct ui *ui);

/// What just happened, or why a sound cannot be heard, or the bank's own hint once it was
/// taken; NULL: nothing.
const char *play_notice(const struct game *game, const struct play *play,
                        const struct turn *turn);

/// Pixels of height that `notice` takes in `width` pixels; 0 if it is NULL.
float play_notice_height(const struct ui *ui, const char *notice, float width);

/// Draws it from the top of `rect` and returns that height.
float play_draw_notice(struct ui *ui, struct rect rect, const char *notice);

/// The text of a question; of a cloze its text with the gaps left open.
const char *play_question_text(const struct question *question, struct arena *arena);

/// Says that `whole`, which lives as long as the frame, tells the text of a cloze, whose parts
/// are to look there as they do alone. Returns `whole`.
const char *play_keep_looks(const struct ui *ui, const char *whole,
                            const struct question *question);
