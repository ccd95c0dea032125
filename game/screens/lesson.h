// screens/lesson.h: the parts of the lesson screen.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/contest.h"
#include "screens/game.h"
#include "screens/play.h"

/// Actions of the screen; those of play.h and of the answers' views have other numbers.
enum {
    LESSON_NEXT = 40, // the primary: what it does depends on the phase
    LESSON_RIGHT,     // who is asked was right,
    LESSON_WRONG,     // or not
    LESSON_PASS,
    LESSON_LATER,    // the pupil comes back later
    LESSON_OVERRULE, // the last that was judged was right if it was wrong, and the other way
    LESSON_TEAM,     // arg: is chosen for points; where all are marked it was right, or not
    LESSON_MORE,     // points for the chosen team
    LESSON_LESS,
    LESSON_CLOCK, // stops the clock, or lets it go on
    LESSON_MORE_TIME,
    LESSON_LESS_TIME,
    LESSON_UNDO,
    LESSON_REDO,
    LESSON_SCORES, // the scores, or back
    LESSON_SWAP,   // the display of the class with that of the host
    LESSON_BLANK,  // a dark screen
    LESSON_PEEK,   // the answer in a corner, for the host
    LESSON_CELL,   // arg: of the board
    LESSON_WAGER,  // arg: the team; turned up or down
    LESSON_HANDS,  // arg: the place, ASK_PLACES for no choice; turned up or down
    LESSON_DIGIT,  // arg: typed to the count of the row that is chosen
    LESSON_ERASE,
    LESSON_ROW,         // arg: the row below, or above
    LESSON_REPORT,      // at the end: what came of it
    LESSON_HIDE,        // the scores, or shows them again
    LESSON_ACCEPT,      // asks whether the bank is to accept what was typed
    LESSON_TEXT_REGION, // scroll regions
    LESSON_SCORES_REGION,
};

enum {
    LESSON_SWALLOW_MS = 600, // a buzzer pressed after the one that won
    LESSON_LOCK_MS = 300,    // a key pressed for what was shown before
    LESSON_EARLY_MS = 1500,  // that somebody buzzed too early is said so long
    LESSON_GATHER_MS = 25,   // presses that may still come in are waited for so long
    LESSON_PEEK_MS = 3000,
    LESSON_POINTS = 100, // given or taken at once
    LESSON_TIME_MS = 30000,
};

/// What the screen knows beside the lesson itself.
struct lesson_screen {
    struct play play; // what the views of questions look at; its arena is of the question
    struct turn turn; // the question as they see it
    int seen_at;      // what that was made for
    enum contest_phase seen_phase;
    int seen_team, seen_tries;
    int chosen;        // the team that points go to; CONTEST_NOBODY: none
    int judged;        // the team that was judged last; CONTEST_NOBODY: none
    int row;           // of the hands that is chosen, or CONTEST_NOBODY
    bool is_row_fresh; // the next digit begins a number
    bool is_blank, shows_scores, is_stopped;
    bool asks_buzzers; // gamepads may have changed places, or be gone: that is seen to first
    int64_t peek_until_ms;
    struct contest_press presses[CONTEST_PRESSES]; // not yet told
    int press_count;
    int64_t gather_until_ms; // when they are
};

// --- what can be done

/// Whether buzzers count now.
bool lesson_is_buzzing(const struct contest *c);

/// Whether who is asked could answer on the screen: the question is no card, which only the
/// host can judge.
bool lesson_can_answer(const struct contest *c);

/// Whether somebody is asked: a team, or a pupil.
bool lesson_is_asking(const struct contest *c);

/// What the views of answers look at.
struct ask_context lesson_context(const struct lesson_screen *lesson, const struct game *game);

/// Makes the state of the question's view anew when another one is asked, or another team.
void lesson_follow(struct lesson_screen *lesson, const struct game *game, int64_t now_ms);

/// Makes the state of the question's view anew, in `arena`.
void lesson_open_question(struct lesson_screen *lesson, const struct game *game,
                          struct arena *arena);

/// Applies an event and follows it. Returns whether it made sense.
bool lesson_send(struct lesson_screen *lesson, struct game *game, struct contest_event event,
                 int64_t now_ms);

/// Whether hands can be counted now: until the answer is shown, and then to put a count right.
bool lesson_is_counting(const struct contest *c);

/// Whether a count is put right: its row is chosen though the answer is shown.
bool lesson_is_correcting(const struct lesson_screen *lesson, const struct contest *c);

/// The place that row `row` of the hands stands for.
int lesson_place_of_row(const struct contest *c, int row);

/// Adds a digit to the count of the row that is chosen; below 0 takes the last one away.
struct step lesson_type_digit(struct lesson_screen *lesson, struct game *game, int digit,
                              int64_t now_ms);

/// A count was turned up or down, or its row chosen.
struct step lesson_turn_hands(struct lesson_screen *lesson, struct game *game,
                              struct action action);

/// Chooses the row below or above. Returns whether hands are counted at all.
bool lesson_move_row(struct lesson_screen *lesson, const struct contest *c, int by);

/// From a row that was counted to the next: so that hands can be counted with digits and Enter
/// alone. Returns false if there is none.
bool lesson_goes_to_next_row(struct lesson_screen *lesson, const struct contest *c);

/// A wager was turned up or down.
struct step lesson_wager(struct lesson_screen *lesson, struct game *game, struct action action);

/// Who has not said what it wagers wagers nothing.
bool lesson_wager_nothing(struct lesson_screen *lesson, struct game *game, int64_t now_ms);

/// Whether there is something to report: the lesson is over, and is kept.
bool lesson_has_report(const struct game *game);

/// To the report of the lesson, if there is one; back leads here again.
struct step lesson_open_report(struct game *game);

/// Whether an action of the screen does anything as things stand.
bool lesson_can(const struct game *game, int id);

/// A key or a gamepad went down. Presses are kept for a moment: one that happened before may be
/// told after. A late one must not answer for the team that was first, and the pad of a team
/// never acts for the host.
struct step lesson_press(struct lesson_screen *lesson, const struct game *game,
                         const struct action *action);

/// Until when it is said that `team` buzzed too early, by the clock of the lesson; INT64_MIN:
/// it did not.
int64_t lesson_early_until_ms(const struct contest *c, int team);

/// Tells what was kept once its moment is over.
void lesson_tell_presses(struct lesson_screen *lesson, struct game *game, int64_t now_ms);

/// A gamepad was attached, perhaps that of a team whose host went on without it.
struct step lesson_pad_found(struct lesson_screen *lesson, const struct game *game, int number);

/// Opens the page of buzzers if a team misses its gamepad and nobody saw that, but not over a
/// dark screen.
struct step lesson_say_lost(struct lesson_screen *lesson, struct game *game, int64_t now_ms);

/// Does what was asked for.
struct step lesson_act(struct lesson_screen *lesson, struct game *game,
                       const struct action *action);

// --- words, in `arena`

/// "In turn", "First to buzz" …
const char *lesson_mode_name(enum contest_mode mode);

/// The name of a team, also where the scores hide it.
const char *lesson_team_name(const struct game *game, int team);

/// What is up: "Owls, your turn.", "Foxes first. Your answer?", "Hands up for each answer.",
/// and what happened just now, but where a question is asked.
const char *lesson_call(const struct lesson_screen *lesson, const struct game *game,
                        struct arena *arena);

/// What the primary does: "Open the buzzers"; NULL: it does nothing now.
const char *lesson_next_label(const struct game *game);

/// What a team earned with the question, in a line: "Foxes: right, +1 000"; NULL: it did not
/// try.
const char *lesson_line(const struct game *game, int team, struct arena *arena);

/// The class is to look at the other display from now on, and the host at this one; or if the
/// host closed the window there, it comes back.
struct step lesson_swap_displays(struct game *game);

/// How this way of playing goes, for who never gave such a lesson.
const char *lesson_how(const void *self, const struct game *game);

/// Draws what the host alone sees, where there is a second display.
void lesson_host_view(const void *self, const struct game *game, struct ui *ui);

// --- scores

/// Whether scores may be seen now: neither hidden by the host, nor kept for the end of a calm
/// lesson.
bool lesson_shows_scores(const struct game *game);

/// The teams by their scores, now and before the round that was played last. Teams that share
/// a place stand in their own order.
struct lesson_standing {
    int count;                         // of teams
    int order[TEAMS_MOST];             // who is at each rank, from the best on
    int places[TEAMS_MOST];            // of each team, from 1 on; equal scores share one
    int64_t totals[TEAMS_MOST];        // of each team
    bool has_before;                   // a round was played before that one
    int order_before[TEAMS_MOST];      // as `order`, `places` and `totals`,
    int places_before[TEAMS_MOST];     // but for what the round brought
    int64_t totals_before[TEAMS_MOST]; //
    int round, round_count;            // which one that was; 0: there are no rounds
};

/// "After round 2 of 5", which stands in the header.
const char *lesson_scores_title(const struct contest *c, struct arena *arena);

/// Whether the scores are what is looked at.
bool lesson_is_at_scores(const struct lesson_screen *lesson, const struct contest *c);

struct lesson_standing lesson_standing(const struct contest *c);

/// "+1 place", "−2 places", "–".
const char *lesson_place_change(const struct lesson_standing *standing, int team,
                                struct arena *arena);

/// How much of what the class answered was right, in thousandths.
struct lesson_class_share {
    int round; // whose question it is
    int credit;
};

/// The share right of all questions that were asked; CONTEST_NOBODY: none was. The `most`
/// worst of them, without those that all knew, go to `worst`, of which there are `*count`.
int lesson_class_share(const struct contest *c, struct lesson_class_share *worst, int most,
                       int *count);

// --- views; `rest` is what the header leaves

/// Pause, teams with their scores, and the clock. Returns what is below.
struct rect lesson_header(const struct lesson_screen *lesson, const struct game *game,
                          struct ui *ui);

/// The same where every line counts: without the teams, with what is up and which question it
/// is in their place.
struct rect lesson_bare_header(const struct lesson_screen *lesson, const struct game *game,
                               struct ui *ui);

/// Whether a question is up that the teams' scores have nothing to do with.
bool lesson_can_be_bare(const struct contest *c);

/// Whether a question is up and there are no teams.
bool lesson_is_bare(const struct lesson_screen *lesson, const struct contest *c);

/// The line above a question: what is up, and which question it is.
void lesson_draw_call(const struct lesson_screen *lesson, const struct game *game,
                      struct ui *ui, struct rect *rest);

/// Where the primary is, as wide as `label` wants (NULL: it has none). Cuts off what is below
/// `rest`.
struct rect lesson_primary(const struct ui *ui, struct rect *rest, const char *label);

/// The primary at its place; cuts off what is below `rest`.
void lesson_draw_next(const struct game *game, struct ui *ui, struct rect *rest);

/// A team's mark; with a rim where its colour hardly stands out, as a yellow star on white.
void lesson_draw_mark(struct ui *ui, int mark, struct point centre, float radius);

/// A team's mark with its name beside it. Returns the width drawn.
float lesson_draw_team(struct ui *ui, struct rect rect, const struct game *game, int team,
                       struct text_style style, struct colour colour);

/// `is_bare`: what is up stands in the header already.
void lesson_view_question(const struct lesson_screen *lesson, const struct game *game,
                          struct ui *ui, struct rect rest, bool is_bare);
void lesson_view_answer(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, struct rect rest, bool is_bare);
void lesson_view_board(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest);
void lesson_view_hands(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest, bool is_bare);
void lesson_view_scores(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, struct rect rest);

/// The end: who won, or without teams what the class knew.
void lesson_view_end(const struct lesson_screen *lesson, const struct game *game, struct ui *ui,
                     struct rect rest);

/// The teams as rows, best first, which glide there from where they were before the round if
/// `since_ms` says when the scores came up; INT64_MIN: they are there.
void lesson_draw_rows(const struct lesson_screen *lesson, const struct game *game,
                      struct ui *ui, struct rect rest, int64_t since_ms);

/// Whether the team may be seen among the scores: of many only the best three, if that is
/// wished.
bool lesson_is_ranked(const struct game *game, const struct lesson_standing *standing,
                      int team);
