#include "core/contest.h"

#include <math.h>
#include <string.h>

#include "core/contest_log.h"

enum { PERCENT = 100, FIRST_ROOM = 64 };

enum contest_fit contest_fits(enum contest_mode mode, const struct question *question)
{
    bool has_choices = question->kind == KIND_CHOICE || question->kind == KIND_MULTI ||
                       question->kind == KIND_TRUEFALSE;
    return mode == CONTEST_HANDS && !has_choices ? CONTEST_NEEDS_CHOICES : CONTEST_FITS;
}

const struct contest_round *contest_round(const struct contest *c)
{
    return c->at >= 0 && c->phase != CONTEST_DONE ? &c->rounds[c->at] : NULL;
}

const struct contest_share *contest_share(const struct contest_round *round, int team)
{
    return team >= 0 ? &round->shares[team] : &round->own;
}

static bool is_running(const struct contest *c)
{
    return (c->phase == CONTEST_OPEN || c->phase == CONTEST_ANSWERING) && !c->is_paused;
}

static int64_t running_ms(const struct contest *c, int64_t now_ms)
{
    return is_running(c) && now_ms > c->since_ms ? now_ms - c->since_ms : 0;
}

static int percent_of(const struct contest *c, int team)
{
    int percent = team >= 0 ? c->rules.time_percent[team] : PERCENT;
    return percent ? percent : PERCENT;
}

/// The largest share of time of those that are asked together.
static int largest_percent(const struct contest *c)
{
    int percent = PERCENT;
    const struct contest_round *round = contest_round(c);
    for (int team = 0; round && round->mode == CONTEST_ALL && team < c->rules.team_count;
         team++)
        percent = percent_of(c, team) > percent ? percent_of(c, team) : percent;
    return percent;
}

int64_t contest_limit_ms(const struct contest *c, int team)
{
    bool has_clock = c->phase == CONTEST_OPEN || c->phase == CONTEST_ANSWERING;
    if (!has_clock || c->limit_ms <= 0)
        return 0;
    team = c->team >= 0 ? c->team : team;
    int percent = team >= 0 ? percent_of(c, team) : largest_percent(c);
    int64_t limit_ms = c->limit_ms * percent / PERCENT + c->more_ms;
    return limit_ms > 0 ? limit_ms : 1;
}

int64_t contest_left_ms(const struct contest *c, int team, int64_t now_ms)
{
    int64_t limit_ms = contest_limit_ms(c, team);
    int64_t used_ms = c->spent_ms + running_ms(c, now_ms);
    if (limit_ms <= 0)
        return INT64_MAX;
    return used_ms < limit_ms ? limit_ms - used_ms : 0;
}

static void stop_clock(struct contest *c, int64_t now_ms)
{
    c->spent_ms += running_ms(c, now_ms);
    if (now_ms > c->since_ms)
        c->since_ms = now_ms;
}

bool contest_can_buzz(const struct contest *c, int team, int64_t at_ms)
{
    return !c->is_paused && contest_counts_press(c, team, at_ms);
}

bool contest_is_free(const struct contest *c, int round)
{
    int cells = c->rules.board_columns * c->rules.board_rows;
    return c->rules.mode == CONTEST_BOARD && round >= 0 && round < cells &&
           !c->rounds[round].is_empty && !c->rounds[round].is_settled && round != c->at;
}

int contest_wager_most(const struct contest *c, int team)
{
    const struct contest_round *round = contest_round(c);
    if (!round || team < 0)
        return 0;
    int64_t score = score_total(c->scores[team]);
    int least = c->rules.board_value * (round->is_final ? 1 : c->rules.board_rows);
    if (score > CONTEST_AWARD_MOST)
        return CONTEST_AWARD_MOST;
    return score > least ? (int)score : least;
}

static bool may_wager(const struct contest *c, const struct contest_event *event)
{
    const struct contest_round *round = contest_round(c);
    bool is_asked = round && event->team >= 0 && event->team < c->rules.team_count &&
                    (round->is_final || event->team == c->team);
    return c->phase == CONTEST_WAGERING && is_asked && event->points >= 0 &&
           event->points <= contest_wager_most(c, event->team);
}

static bool has_wagers(const struct contest *c, const struct contest_round *round)
{
    if (!round->is_final)
        return round->shares[round->team].wager >= 0;
    for (int team = 0; team < c->rules.team_count; team++) {
        if (round->shares[team].wager < 0)
            return false;
    }
    return true;
}

static bool may_go(const struct contest *c, const struct contest_round *round)
{
    if (c->phase == CONTEST_OPEN)
        return round->mode == CONTEST_ALL || round->mode == CONTEST_HANDS;
    return c->phase == CONTEST_READING ||
           (c->phase == CONTEST_WAGERING && has_wagers(c, round));
}

/// Whether somebody is asked, who could answer.
static bool is_asked(const struct contest *c, const struct contest_round *round)
{
    if (c->phase == CONTEST_ANSWERING)
        return true;
    return c->phase == CONTEST_OPEN && !contest_is_buzzed(c, round) &&
           round->mode != CONTEST_ALL && round->mode != CONTEST_HANDS;
}

static bool may_pass(const struct contest *c, const struct contest_round *round)
{
    bool is_open = c->phase == CONTEST_READING || c->phase == CONTEST_OPEN;
    return is_asked(c, round) || (is_open && contest_is_buzzed(c, round));
}

static bool may_be_later(const struct contest *c, const struct contest_round *round)
{
    return round->mode == CONTEST_PUPILS && c->phase == CONTEST_OPEN &&
           contest_next_in_bag(c) >= 0;
}

/// Whether somebody without a team was asked, or is.
static bool is_alone(const struct contest *c, const struct contest_round *round)
{
    return round->own.result != CONTEST_NOT_TRIED ||
           (round->pupil >= 0 && contest_team_of(c, round->pupil) < 0);
}

bool contest_can_mark(const struct contest *c, int team)
{
    const struct contest_round *round = contest_round(c);
    if (!round || round->mode == CONTEST_HANDS || team >= c->rules.team_count ||
        (team < 0 && !is_alone(c, round)))
        return false;
    if (c->phase == CONTEST_OPEN || c->phase == CONTEST_ANSWERING)
        return contest_share(round, team)->result == CONTEST_GAVE;
    return c->phase == CONTEST_SHOWING || c->phase == CONTEST_MARKING;
}

static bool may_count(const struct contest *c, const struct contest_round *round,
                      const struct contest_event *event)
{
    bool is_place = event->place >= 0 &&
                    (event->place < round->ask.shown_count || event->place == ASK_PLACES);
    return round->mode == CONTEST_HANDS && is_place && event->hands >= 0 &&
           event->hands <= CONTEST_HANDS_MOST &&
           (c->phase == CONTEST_OPEN || c->phase == CONTEST_MARKING ||
            c->phase == CONTEST_SHOWING);
}

static bool may_press(const struct contest *c, const struct contest_event *event)
{
    if (event->press_count < 1 || event->press_count > CONTEST_PRESSES)
        return false;
    for (int i = 0; i < event->press_count; i++) {
        const struct contest_press *press = &event->presses[i];
        if (contest_can_buzz(c, press->team, press->at_ms))
            return true;
    }
    return false;
}

static bool may_award(const struct contest *c, const struct contest_event *event)
{
    return event->team >= 0 && event->team < c->rules.team_count && event->points != 0 &&
           event->points >= -CONTEST_AWARD_MOST && event->points <= CONTEST_AWARD_MOST;
}

/// Of those events that are about the question that is asked or shown.
static bool is_possible_now(const struct contest *c, const struct contest_round *round,
                            const struct contest_event *event)
{
    switch ((int)event->type) {
    case CONTEST_WAGER:
        return may_wager(c, event);
    case CONTEST_GO:
        return may_go(c, round);
    case CONTEST_PRESSED:
        return may_press(c, event);
    case CONTEST_ANSWER:
        return is_asked(c, round) && event->answer;
    case CONTEST_JUDGE:
        return is_asked(c, round) && event->credit >= 0 && event->credit <= CREDIT_FULL;
    case CONTEST_PASS:
        return may_pass(c, round);
    case CONTEST_LATER:
        return may_be_later(c, round);
    case CONTEST_MARK:
        return event->credit >= 0 && event->credit <= CREDIT_FULL &&
               contest_can_mark(c, event->team);
    case CONTEST_COUNT:
        return may_count(c, round, event);
    case CONTEST_TIME_UP:
        return !c->is_paused && contest_left_ms(c, CONTEST_NOBODY, event->at_ms) == 0;
    case CONTEST_REVEAL:
        return c->phase == CONTEST_READING || c->phase == CONTEST_OPEN ||
               c->phase == CONTEST_ANSWERING || c->phase == CONTEST_MARKING;
    default:
        return false;
    }
}

static bool may_leave_out(const struct contest *c, int round)
{
    return c->phase != CONTEST_DONE && round >= 0 && round < c->round_count && round != c->at &&
           !c->rounds[round].is_empty && !c->rounds[round].is_settled;
}

static bool may_bind(const struct contest *c, const struct contest_event *event)
{
    return c->phase != CONTEST_DONE && event->team >= 0 && event->team < c->rules.team_count &&
           event->buzzer >= 0 && event->buzzer != c->buzzers[event->team];
}

static bool is_possible(const struct contest *c, const struct contest_event *event)
{
    const struct contest_round *round = contest_round(c);
    bool has_clock = contest_limit_ms(c, CONTEST_NOBODY) > 0;
    switch ((int)event->type) {
    case CONTEST_PICK:
        return c->phase == CONTEST_CHOOSING && contest_is_free(c, event->round);
    case CONTEST_NEXT:
        return c->phase == CONTEST_SHOWING || c->phase == CONTEST_STANDING;
    case CONTEST_AWARD:
        return may_award(c, event);
    case CONTEST_MORE_TIME:
        return has_clock && event->more_ms != 0;
    case CONTEST_PAUSE:
        return !c->is_paused && c->phase != CONTEST_DONE;
    case CONTEST_RESUME:
        return c->is_paused;
    case CONTEST_HIDE:
        return !c->hides_scores;
    case CONTEST_UNHIDE:
        return c->hides_scores;
    case CONTEST_STOP:
        return c->phase != CONTEST_DONE;
    case CONTEST_LEAVE_OUT:
        return may_leave_out(c, event->round);
    case CONTEST_BIND:
        return may_bind(c, event);
    case CONTEST_UNDO:
        return contest_can_undo(c);
    case CONTEST_REDO:
        return contest_can_redo(c);
    default:
        return round && is_possible_now(c, round, event);
    }
}

/// Whether undo stops at such an event; the others go with the one before them.
static bool is_undoable(enum contest_event_type type)
{
    return type != CONTEST_NEXT;
}

static void add_entry(struct contest *c, const struct contest_entry *entry)
{
    struct contest_log *log = c->log;
    if (log->count == log->room) {
        log->room = log->room ? log->room * 2 : FIRST_ROOM;
        struct contest_entry *entries = ARENA_ARRAY(c->arena, log->room, struct contest_entry);
        if (log->count)
            memcpy(entries, log->entries, (size_t)log->count * sizeof *entries);
        log->entries = entries;
    }
    log->entries[log->count++] = *entry;
    log->total = log->count;
    contest_fold(c, entry);
}

int contest_last_credit(const struct contest *c)
{
    const struct contest_log *log = c->log;
    for (int i = log->count; i > 0; i--) {
        if (log->entries[i - 1].type == CONTEST_ANSWER)
            return log->entries[i - 1].credit;
    }
    return 0;
}

bool contest_can_undo(const struct contest *c)
{
    for (int i = c->log->count; i > 0; i--) {
        if (is_undoable(c->log->entries[i - 1].type))
            return true;
    }
    return false;
}

bool contest_can_redo(const struct contest *c)
{
    return c->log->count < c->log->total;
}

/// Takes back the last event with what followed, by folding those before it. The clock is then
/// where it was when that event came; one that had run out stands, so that there is time to
/// say what is to be.
static void undo(struct contest *c, int64_t now_ms)
{
    struct contest_log *log = c->log;
    bool is_paused = c->is_paused;
    do {
        log->count--;
    } while (!is_undoable(log->entries[log->count].type));
    contest_fold_nothing(c);
    for (int i = 0; i < log->count; i++)
        contest_fold(c, &log->entries[i]);
    c->spent_ms = log->entries[log->count].spent_ms;
    c->more_ms = log->entries[log->count].more_ms;
    c->since_ms = now_ms;
    c->is_paused = false;
    c->is_paused = is_paused || contest_left_ms(c, CONTEST_NOBODY, now_ms) == 0;
}

static void redo(struct contest *c)
{
    struct contest_log *log = c->log;
    do {
        contest_fold(c, &log->entries[log->count++]);
    } while (log->count < log->total && !is_undoable(log->entries[log->count].type));
}

/// No two teams have the same afterwards either.
static void bind(struct contest *c, int team, int buzzer)
{
    for (int other = 0; buzzer && other < c->rules.team_count; other++) {
        if (c->buzzers[other] == buzzer)
            c->buzzers[other] = c->buzzers[team];
    }
    c->buzzers[team] = buzzer;
}

static void sort_presses(struct contest_entry *entry, const struct contest_event *event)
{
    for (int i = 0; i < event->press_count; i++) {
        int at = entry->press_count++;
        for (; at > 0 && entry->presses[at - 1].at_ms > event->presses[i].at_ms; at--)
            entry->presses[at] = entry->presses[at - 1];
        entry->presses[at] = event->presses[i];
    }
}

/// Works out what the fold needs to know of `event`; the clock has been stopped.
static struct contest_entry make_entry(struct contest *c, const struct contest_event *event)
{
    struct contest_entry entry = {
        .type = event->type,
        .at_ms = event->at_ms,
        .team = event->team,
        .round = event->round,
        .credit = event->credit,
        .points = event->points,
        .place = event->place,
        .hands = event->hands,
        .spent_ms = c->spent_ms,
        .more_ms = c->more_ms,
        .left_ms = contest_left_ms(c, CONTEST_NOBODY, event->at_ms),
        .limit_ms = contest_limit_ms(c, CONTEST_NOBODY),
        .mark = {.verdict = VERDICT_WRONG, .accepted = -1, .value = (double)NAN},
    };
    if (event->type == CONTEST_ANSWER) {
        struct arena scratch = {0};
        entry.answer = answer_copy(event->answer, c->arena);
        entry.mark = mark_answer(&contest_round(c)->ask, &entry.answer, &scratch);
        entry.credit = entry.mark.credit;
        arena_free(&scratch);
    } else if (event->type == CONTEST_PRESSED) {
        sort_presses(&entry, event);
    }
    return entry;
}

bool contest_apply(struct contest *c, const struct contest_event *event)
{
    if (!is_possible(c, event))
        return false;
    stop_clock(c, event->at_ms);
    switch ((int)event->type) {
    case CONTEST_UNDO:
        undo(c, event->at_ms);
        break;
    case CONTEST_REDO:
        redo(c);
        c->since_ms = event->at_ms;
        break;
    case CONTEST_PAUSE:
    case CONTEST_RESUME: // what was undone can still be done again
        c->is_paused = event->type == CONTEST_PAUSE;
        break;
    case CONTEST_HIDE:
    case CONTEST_UNHIDE:
        c->hides_scores = event->type == CONTEST_HIDE;
        break;
    case CONTEST_MORE_TIME:
        c->more_ms += event->more_ms;
        break;
    case CONTEST_LEAVE_OUT:
        contest_leave_out(c, event->round);
        c->log->total = c->log->count; // what was undone may have been about it
        break;
    case CONTEST_BIND:
        bind(c, event->team, event->buzzer);
        break;
    default: {
        struct contest_entry entry = make_entry(c, event);
        add_entry(c, &entry);
        break;
    }
    }
    return true;
}
