// core/contest.h: a lesson with a class: teams, turns, buzzers, hands. A fold over its events.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/ask.h"
#include "core/mark.h"
#include "core/pick.h"
#include "core/score.h"
#include "core/team.h"

enum {
    CONTEST_NOBODY = -1,
    CONTEST_EARLY_MS = 250, // how long who buzzed too early is locked
    CONTEST_PRESSES = 16,   // that are looked at together
    CONTEST_AWARD_MOST = 1000000,
    CONTEST_HANDS_MOST = 999,
};

/// How a lesson is played.
enum contest_mode {
    CONTEST_TURNS,  // each team in its turn; what is left over is for everyone
    CONTEST_BUZZ,   // who buzzes first answers, the others may steal
    CONTEST_ALL,    // all answer at once, on boards or cards; the host marks who was right
    CONTEST_HANDS,  // hands are counted for each choice
    CONTEST_BOARD,  // topics by values; teams choose in turn
    CONTEST_PUPILS, // a pupil is drawn for each question
    CONTEST_MODE_COUNT
};

enum contest_phase {
    CONTEST_CHOOSING,  // `team` chooses a cell of the board
    CONTEST_WAGERING,  // `team` says what it wagers, in the final round each
    CONTEST_READING,   // the question is to be seen, buzzers are closed
    CONTEST_OPEN,      // time runs: `team`, `pupil` or all answer, or anybody may buzz
    CONTEST_ANSWERING, // `team` buzzed and answers
    CONTEST_MARKING,   // all gave their answer: marked or counted now
    CONTEST_SHOWING,   // the answer, and what it earned
    CONTEST_STANDING,  // scores, after a round
    CONTEST_DONE,
};

enum contest_event_type {
    CONTEST_PICK,      // a cell of the board: `round`
    CONTEST_WAGER,     // `team` wagers `points`
    CONTEST_GO,        // on to what is next: wagers made, buzzers opened, pens down
    CONTEST_PRESSED,   // buzzers: `presses`
    CONTEST_ANSWER,    // who is to answer gave `answer`, which the judge marks
    CONTEST_JUDGE,     // or the host said how right it was: `credit`
    CONTEST_PASS,      // who is to answer doesn't; with open buzzers: nobody does
    CONTEST_LATER,     // `pupil` is drawn again later; another one now
    CONTEST_MARK,      // `team` gets `credit` for this question, whatever was said before
    CONTEST_COUNT,     // `hands` for the choice at place `place`
    CONTEST_TIME_UP,   // only with a limit, once it is over
    CONTEST_REVEAL,    // the answer is shown, whoever may still have known it
    CONTEST_NEXT,      // from the answer or the scores to what comes then
    CONTEST_AWARD,     // `team` gets `points`, or loses them
    CONTEST_MORE_TIME, // `more_ms`, or less
    CONTEST_PAUSE,     // undo leaves this, the resuming and more time as they are
    CONTEST_RESUME,
    CONTEST_HIDE, // the scores, until they are shown again; undo leaves this too
    CONTEST_UNHIDE,
    CONTEST_BIND, // `team` buzzes with `buzzer` from now on, and who had that with what `team`
                  // had; undo leaves this too
    CONTEST_STOP, // the lesson ends; a question that is open doesn't count
    CONTEST_LEAVE_OUT, // `round` is gone and won't be asked; undo leaves that as it is, too
    CONTEST_UNDO,
    CONTEST_REDO,
    CONTEST_EVENT_COUNT
};

/// A buzzer that went down.
struct contest_press {
    int team;
    int64_t at_ms; // by the same clock as events; may be a little before that of its event
};

/// What the host, a team or a clock did. Members that its type does not name are 0.
struct contest_event {
    enum contest_event_type type;
    int64_t at_ms; // never runs backwards within a lesson
    int team, round, credit, points, place, hands, buzzer;
    int64_t more_ms;
    const struct answer *answer;         // copied
    const struct contest_press *presses; // `press_count` of CONTEST_PRESSES at most; copied
    int press_count;
};

/// The rules, fixed when the lesson starts.
struct contest_rules {
    enum contest_mode mode;
    int team_count;                // 0 only where no team is needed: hands and pupils
    int time_percent[TEAMS_MOST];  // of each team, 100 to 200; 0 is 100
    int buzzers[TEAMS_MOST];       // of each team, see core/team.h
    int pupil_count;               // that are present
    const int *pupil_teams;        // of each pupil its team, or CONTEST_NOBODY; NULL: no teams
    int64_t limit_ms;              // for a question; 0: none
    bool keeps_more_time;          // see contest_apply(); in lessons of old it is lost
    bool has_speed;                // bonus
    bool is_buzzed;                // board: by buzzers; else who chose answers first
    int board_columns, board_rows; // board: its questions run down each column
    int board_value;               // board: of the first row; the others are multiples of it
    bool has_wagers;               // board: one cell, of many two, is for a wager
    bool has_final;                // board: the last question is one for all, with wagers
    int round_length;              // questions between two looks at the scores; 0: none
    uint64_t seed;
};

/// What came of a question for one team.
enum contest_result {
    CONTEST_NOT_TRIED,
    CONTEST_GAVE, // an answer, or the host said what came of it
    CONTEST_PASSED,
    CONTEST_LATE, // its time was over
};

struct contest_share {
    enum contest_result result;
    bool is_stolen;    // others were asked before it
    bool is_typed;     // `answer` and `mark` are of an answer that the judge marked
    bool is_overruled; // and the host then said otherwise
    int pupil;         // who answered for the team, or alone; CONTEST_NOBODY: nobody was drawn
    struct answer answer;
    struct mark mark;
    int credit;           // thousandths
    int wager;            // CONTEST_NOBODY: none
    struct points points; // that it earned
    int64_t took_ms;      // since the question was open for it, or since it buzzed
    int64_t left_ms;      // of the clock then, of
    int64_t limit_ms;     // so much; 0: none
};

/// One question of the lesson and what became of it.
struct contest_round {
    struct ask ask;
    enum contest_mode mode; // a left-over question of turns, and a final one, are for all
    bool is_empty;          // board: no question fits into this cell; else it is left out
    bool is_wager;          // the cell, or the final round, has wagers
    bool is_final;
    bool is_skipped; // it can't be asked so: see contest_fits()
    bool is_settled; // its answer was shown,
    int nth;         // as that of the nth question of the lesson, from 1 on
    int value;       // points for full credit
    int team;        // whose turn it is or was first, or CONTEST_NOBODY
    int pupil;       // who was drawn last, or CONTEST_NOBODY
    struct contest_share shares[TEAMS_MOST];
    struct contest_share own;      // of `pupil`, when there are no teams
    int16_t hands[ASK_PLACES + 1]; // for the choice at each place; the last: no choice
    unsigned tied;                 // bits of teams that buzzed at the same time
    int tries;                     // of teams or pupils
    int tried;                     // the team that tried last, or CONTEST_NOBODY
    int64_t took_ms;               // until the answer was shown, on the clock
};

/// A lesson. Read it freely; change it only by contest_apply().
struct contest {
    struct arena *arena;
    struct contest_rules rules;
    struct contest_round *rounds;
    int round_count;
    int at; // the question, CONTEST_NOBODY while one is chosen
    enum contest_phase phase;
    bool is_paused;
    bool hides_scores;
    int team;                         // who is asked, chooses or wagers; CONTEST_NOBODY: all
    unsigned out;                     // bits of teams that can't answer this question any more
    int64_t locked_ms[TEAMS_MOST];    // until when who buzzed early is locked; INT64_MIN: not
    struct points scores[TEAMS_MOST]; // with awards
    int64_t awarded[TEAMS_MOST];      // of these
    int turns[TEAMS_MOST];            // how often each was first to be asked
    int buzzers[TEAMS_MOST];          // as in core/team.h
    int *bag;                         // pupils in the order in which they are drawn
    int bag_at;                       // who is next
    int *draws;                       // how often each pupil was drawn
    bool *has_tried;                  // of each pupil: this question
    int asked;                        // questions settled so far
    int skipped;                      // questions passed over since the last that was asked
    int64_t limit_ms, more_ms;        // of the clock that runs now; no limit: 0
    int64_t spent_ms;                 // on it up to
    int64_t since_ms;                 // when it was last started
    int64_t opened_ms;                // when buzzers were last opened
    struct contest_log *log;
};

/// Why a question can't be asked in a way of playing.
enum contest_fit { CONTEST_FITS, CONTEST_NEEDS_CHOICES };

enum contest_fit contest_fits(enum contest_mode mode, const struct question *question);

/// Starts a lesson over `picked` at `now_ms`. Everything lives in `arena`; the pupils' teams
/// are copied. Of a board there are columns x rows questions, NULL where a cell is empty, and
/// one more with a final round.
void contest_start(struct contest *c, struct arena *arena, const struct picked *picked,
                   int count, const struct contest_rules *rules, int64_t now_ms);

/// Applies an event. Returns false, and changes nothing, if it makes no sense now: a buzz of a
/// team that is locked or out, a cell that was taken, time up before it is.
///
/// Who is asked next about a question, as who buzzes or may steal, has the usual time, or what
/// was left of it when that is more because the host gave some: that time is the question's,
/// until undo goes back to before it was given. A team's own share, `time_percent`, is never
/// handed on.
bool contest_apply(struct contest *c, const struct contest_event *event);

/// Works out which question is asked once the host goes on from the answer or the scores, or
/// chooses `cell` of the board: `next` is the lesson then, a copy in `arena` to look at only.
/// Returns false if that can't be known, or there is none.
bool contest_foresee(const struct contest *c, int cell, struct arena *arena,
                     struct contest *next);

/// The question that is asked or shown; NULL while a cell is chosen, and at the end.
const struct contest_round *contest_round(const struct contest *c);

/// What came of a round for `team`, or for its pupil with CONTEST_NOBODY.
const struct contest_share *contest_share(const struct contest_round *round, int team);

/// Time left for `team`, each of which has its own share of it; CONTEST_NOBODY: until the last
/// of those that are asked has none. INT64_MAX without a limit or while no clock runs. Never
/// below 0.
int64_t contest_left_ms(const struct contest *c, int team, int64_t now_ms);

/// The limit that this counts down from; 0 without one.
int64_t contest_limit_ms(const struct contest *c, int team);

/// Whether `team` may buzz at `at_ms`, or the buzzers are closed and it is not locked yet.
bool contest_can_buzz(const struct contest *c, int team, int64_t at_ms);

/// Whether the host may say now how right `team` was, or with CONTEST_NOBODY the pupil who is
/// in no team.
bool contest_can_mark(const struct contest *c, int team);

/// The most that `team` may wager now.
int contest_wager_most(const struct contest *c, int team);

/// Whether the cell can be chosen.
bool contest_is_free(const struct contest *c, int round);

/// Answers to a question.
struct contest_answers {
    int right, all; // of teams, pupils or hands
};

/// What was answered to a question, as a report counts it: full credit is right; to pass, and
/// to be late, is not, nor is a team that nobody marked where all answer at once.
struct contest_answers contest_answers(const struct contest *c, int at);

/// How right the class was on a question, thousandths, for its memory: who was asked first
/// counts whole and a later one half; of all teams or hands the share that was right, of which
/// four fifths are full credit. Buzzers that nobody pressed say that nobody knew it, which is
/// 0. -1 if nobody answered it, nor passed.
int contest_class_credit(const struct contest *c, int at);

/// What the judge said of the last answer that was given, in thousandths.
int contest_last_credit(const struct contest *c);

bool contest_can_undo(const struct contest *c);
bool contest_can_redo(const struct contest *c);
