// screens/game.h: what outlives screens: banks, settings, the quiz in play.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rng.h"
#include "core/session.h"
#include "screens/buzzers.h"
#include "screens/data_game.h"
#include "screens/edits.h"
#include "screens/lesson_game.h"
#include "screens/lesson_run.h"
#include "screens/look_back.h"
#include "screens/lost_bank.h"
#include "screens/reload.h"
#include "screens/screen.h"
#include "screens/study_game.h"
#include "store/library.h"
#include "store/memory.h"
#include "store/mistake_tally.h"
#include "store/paths.h"
#include "store/quiz_log.h"
#include "store/settings.h"
#include "ui/sound.h"
#include "ui/tone.h"

/// What a quiz is made of; kept so that it can be played again.
struct quiz_plan {
    const struct bank *bank;
    const char *const *topics; // in `arena`; none: all
    int topic_count;
    const struct picked *first; // in `arena`: asked first
    int first_count;
    bool is_only_first; // ask these and no others
    bool is_drill;      // and note nothing
    struct arena arena;
};

/// Something that was asked for and cannot be played.
struct refusal {
    const char *path;
    int entry;          // its number in the library; -1: it is no bank file that could be tried
    struct diags other; // what is wrong beside that which was found in the file
    struct refusal *next;
};

/// The screen that Help lies on, as it was then.
struct help_topic {
    const struct screen *screen;
    const void *self;
    const struct shortcut *moment; // may be NULL
    bool is_typing;                // letters are text
    bool scrolls;                  // there is a region to scroll
    bool opens_guide;              // Help opens with how to add questions
};

/// What the large view of a picture shows; as long as it is open.
struct picture_topic {
    struct arena arena; // of what follows
    struct picture_name name;
    const char *alt; // NULL: none
};

/// Everything screens share. One in the program, owned by the app.
struct game {
    struct settings settings;
    bool settings_changed;      // the app saves them and clears this
    const char *settings_fault; // why they could not be saved; NULL if they could
    const struct paths *paths;
    struct library library;
    int bank_at;   // the bank that is chosen, in the library; -1: none
    bool may_wait; // a large bank is chosen by its summary, and game_take_bank() follows
    int quiz_at, quiz_count; // where, from 0 on, and of how many questions, a quiz stopped that
                             // comes back once its bank is read; no count: none

    struct refusal *refused; // of what was asked for last; in `refused_arena`
    struct refusal **refused_end;
    int refused_count;
    struct arena refused_arena;

    struct quiz_plan plan;
    struct arena quiz_arena;  // of the session
    struct arena drill_arena; // of the questions of game_start_drill()
    struct session session;   // changed by game_apply() only
    struct journal *journal;  // where its events go; NULL: nowhere
    struct memory *memory;    // what the journal says of cards; NULL: none
    struct quiz_log quiz_log; // of the session
    bool has_quiz;            // begun and not given up: Home offers to go on
    struct session restarted; // as it was before game_restart_quiz(); no turns: none
    struct quiz_log restarted_log;
    struct arena restarted_arena;
    int changed_count, gone_count;  // of a quiz that came back from the journal: its questions
                                    // that read otherwise since, and those that are gone
    struct study_session cards;     // changed by screens/study_game.c only, see there
    struct learners learners;       // changed by screens/data_game.c only, see there
    struct lesson_run run;          // changed by screens/lesson_run.c only, see there
    struct lesson_left lesson_left; // likewise
    struct look_back back;
    struct mistake_tally tally; // what `back` counts mistakes with
    struct lost_bank lost;
    struct edits edits;           // changed by screens/edits.c only, see there
    struct study_outlook outlook; // likewise
    int asked_of_cards;    // by the menu of the cards: an action of the screen below; 0: none
    int asked_of_lesson;   // likewise by the menu of a lesson
    bool schedule_changed; // since the session in `cards` began or came back
    bool has_host_window;  // what is for the host alone is seen there
    bool has_two_displays; // one for the class, one for the host
    bool asks_host_window; // the app opens it again and clears this
    bool has_lost_pad;     // the pad in use went away: Pause says so and clears this
    struct rng rng;        // seeds of new quizzes
    int64_t now_ms;        // of the last frame or input, for wake_ms()
    int64_t wall_ms;       // the same time since 1970, for the journal
    int32_t ahead_min;     // and how far the clock on the wall was ahead of UTC

    int review_at; // the turn, counted from 1, whose card Review opens with all questions of
                   // the quiz; 0: the first of the missed ones, and only those
    bool reviews_past;         // Review opens with what was ever missed
    enum forget_scope forgets; // what Forget opens with
    struct lesson lesson;      // with a class
    struct buzzers buzzers;
    const char *report_of; // the class that Report opens with; NULL: who plays

    struct reload reload; // changed by screens/reload.c only, see there
    struct help_topic help;
    const char *asks_open_url; // the app opens it and clears this
    const char *asks_sound; // a sound's path in the folder below: the app plays it and clears
                            // this
    const char *asks_sound_in; // in `sound_arena`
    struct arena sound_arena;
    enum tone asks_tone;         // the app plays it, unless sounds are off, and clears this
    bool asks_silence;           // the app ends all that is heard and clears this
    int64_t sound_said_until_ms; // until then it is said whether sounds are on
    struct picture_topic picture;
    enum sound_state sound_state; // what came of the last sound; the app sets it
    const char *asks_copy;        // the app puts it on the clipboard and clears this
    const char *asks_edit;        // a file: the app opens it in an editor and clears this
    int asks_edit_line;           // at this line
};

/// The bank that is chosen, or NULL; NULL also while it is not read yet.
const struct bank *game_bank(const struct game *game);

/// What there is to say of the bank that is chosen: while it is not read yet only id, title and
/// counts are known, see store/bank_summary.h. NULL: none is chosen.
const struct bank *game_known_bank(const struct game *game);

/// Whether the bank that is chosen was not read yet: Home can be shown, but nothing be done.
bool game_is_waiting(const struct game *game);

/// Makes `file`, which bank_file_open() read of the bank that was waited for, the bank that is
/// chosen; the quiz that waited for it comes back. If it can't be played any more, the banks
/// are found anew in `places`.
void game_take_bank(struct game *game, struct bank_file *file,
                    const struct library_places *places, int64_t now_ms);

/// Its file, with what was wrong in it, or NULL.
const struct bank_file *game_bank_file(const struct game *game);

/// Whether there is a question to play in `entry`: it was read, was not refused, and no other
/// bank goes before it.
bool game_is_playable(const struct library_entry *entry);

/// Chooses bank `at` of the library and remembers it. Returns false if it cannot be played.
bool game_choose_bank(struct game *game, int at);

/// Finds the banks in `places` and chooses one. What is named there comes first, and when it
/// cannot be played, no other bank takes its place; if nothing is named, it is the bank that
/// was played last, else the first that plays. What was asked for and refused is in
/// `game->refused`: files that were named, those of a named folder if none of them plays. What
/// the journal's database knows of their files need not be read.
void game_find_banks(struct game *game, const struct library_places *places);

/// Adds `path` (a bank file or a folder of them) to the library and chooses its first bank.
/// Returns false if there is none to play; then `game->refused` says why, and the bank that was
/// chosen stays.
bool game_open_path(struct game *game, const char *path);

/// Opens once more what was refused: somebody may have mended it. Returns as game_open_path().
bool game_open_refused(struct game *game);

/// What is wrong with it. Void when something is opened again.
const struct diags *game_refusal_why(const struct game *game, const struct refusal *refusal);

/// Leaves alone what was refused.
void game_forget_refused(struct game *game);

/// Draws the questions of a quiz by `plan` and the settings, with the chance of `rng`, into
/// `*picked` (in `arena`). Returns how many.
int game_pick(const struct game *game, const struct quiz_plan *plan, struct rng *rng,
              struct arena *arena, struct picked **picked);

/// Begins a quiz by `game->plan` and the settings. Returns false if no question is left.
bool game_start_quiz(struct game *game, int64_t now_ms);

/// Begins a quiz of exactly these questions, which are made up in `arena`: that is the game's
/// from now on. Neither the journal nor the memory hears of it. Returns false if there are
/// none.
bool game_start_drill(struct game *game, const struct picked *questions, int count,
                      struct arena *arena, int64_t now_ms);

/// Applies an event to the quiz and notes it in the journal; `answer` is of an EVENT_ANSWER.
/// When it returns, what happened is on the disk, or `journal->fault` says why not. Returns
/// whether the event made sense.
bool game_apply(struct game *game, enum event_type type, int64_t now_ms,
                const struct answer *answer);

/// The time on the wall, for the journal and the memory.
struct fsrs_time game_wall(const struct game *game);

/// Brings back the quiz that was in play when the program ended last, and chooses its bank, or
/// lets it wait for it: Home offers to go on. `is_bank_asked_for`: only if it is of the bank
/// that is chosen already. Returns false if there is none.
bool game_resume_quiz(struct game *game, bool is_bank_asked_for, int64_t now_ms);

/// Plans a quiz over the chosen bank: `topics` (`count`; 0: all) are copied.
void game_plan_quiz(struct game *game, const char *const *topics, int count);

/// Plans a quiz of exactly these questions, which are copied, in this order.
void game_plan_only(struct game *game, const struct picked *questions, int count);

/// Plans the same quiz again with what was missed first.
void game_plan_again(struct game *game);

/// How many of the last quiz's questions were missed.
int game_missed_count(const struct game *game);

/// Asks the questions of this quiz again from the first, with answers in other places.
void game_restart_quiz(struct game *game, int64_t now_ms);

/// Takes game_restart_quiz() back, at most one. Returns false if there is nothing to take back.
bool game_undo_restart(struct game *game, int64_t now_ms);

/// Ends the quiz: Home does not offer it any more.
void game_drop_quiz(struct game *game);

void game_free(struct game *game);
