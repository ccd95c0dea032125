// The course of a lesson: from question to question, and who is asked.
#include <string.h>

#include "base/rng.h"
#include "core/contest_log.h"

/// A new clock for who is asked now.
static void start_clock(struct contest *c)
{
    const struct contest_round *round = &c->rounds[c->at];
    int seconds = round->ask.question->seconds;
    c->limit_ms = c->rules.limit_ms;
    if (c->limit_ms > 0 && seconds > 0)
        c->limit_ms = (int64_t)seconds * 1000;
    c->spent_ms = 0;
    c->more_ms = 0;
    c->is_paused = false;
}

void contest_open(struct contest *c, enum contest_phase phase, int team)
{
    c->phase = phase;
    c->team = team;
    start_clock(c);
}

void contest_hand_on(struct contest *c, const struct contest_entry *entry)
{
    int64_t left_ms = entry->more_ms - entry->spent_ms;
    if (c->rules.keeps_more_time && left_ms > 0)
        c->more_ms = left_ms;
}

void contest_fill_bag(struct contest *c, int last)
{
    int count = c->rules.pupil_count;
    int drawn = 0;
    for (int i = 0; i < count; i++)
        drawn += c->draws[i];
    struct rng rng = rng_seed(c->rules.seed + 1 + (uint64_t)drawn);
    for (int i = 0; i < count; i++) {
        int j = (int)rng_below(&rng, (uint64_t)i + 1);
        c->bag[i] = c->bag[j];
        c->bag[j] = i;
    }
    if (count > 1 && c->bag[0] == last) {
        c->bag[0] = c->bag[count - 1];
        c->bag[count - 1] = last;
    }
    c->bag_at = 0;
}

int contest_team_of(const struct contest *c, int pupil)
{
    int team = c->rules.pupil_teams ? c->rules.pupil_teams[pupil] : CONTEST_NOBODY;
    return team < c->rules.team_count ? team : CONTEST_NOBODY;
}

int contest_next_in_bag(const struct contest *c)
{
    for (int i = c->bag_at; i < c->rules.pupil_count; i++) {
        if (!c->has_tried[c->bag[i]])
            return i;
    }
    return CONTEST_NOBODY;
}

/// Takes a pupil to another place in the bag; those between move by one.
static void move_in_bag(struct contest *c, int from, int to)
{
    int pupil = c->bag[from], step = from < to ? 1 : -1;
    for (int i = from; i != to; i += step)
        c->bag[i] = c->bag[i + step];
    c->bag[to] = pupil;
}

void contest_draw(struct contest *c)
{
    struct contest_round *round = &c->rounds[c->at];
    if (c->rules.pupil_count <= 0)
        return;
    if (c->bag_at >= c->rules.pupil_count)
        contest_fill_bag(c, c->bag[c->rules.pupil_count - 1]);
    move_in_bag(c, contest_next_in_bag(c), c->bag_at);
    round->pupil = c->bag[c->bag_at++];
    c->draws[round->pupil]++;
    contest_open(c, CONTEST_OPEN, contest_team_of(c, round->pupil));
    if (round->tries == 0)
        round->team = c->team;
}

/// Who was drawn goes to the end of the bag, and another one is drawn.
void contest_draw_later(struct contest *c)
{
    int at = --c->bag_at;
    c->draws[c->bag[at]]--;
    move_in_bag(c, at, c->rules.pupil_count - 1);
    contest_draw(c);
}

static int turns_so_far(const struct contest *c)
{
    int turns = 0;
    for (int team = 0; team < c->rules.team_count; team++)
        turns += c->turns[team];
    return turns;
}

void contest_unlock(struct contest *c)
{
    for (int team = 0; team < TEAMS_MOST; team++)
        c->locked_ms[team] = INT64_MIN;
    c->opened_ms = INT64_MIN;
}

void contest_begin(struct contest *c, int at)
{
    struct contest_round *round = &c->rounds[at];
    c->at = at;
    c->out = 0;
    contest_unlock(c);
    c->limit_ms = c->more_ms = c->spent_ms = 0;
    switch (round->mode) {
    case CONTEST_TURNS:
        round->team = turns_so_far(c) % c->rules.team_count;
        c->turns[round->team]++;
        contest_open(c, CONTEST_OPEN, round->team);
        break;
    case CONTEST_BUZZ:
        c->phase = CONTEST_READING;
        c->team = CONTEST_NOBODY;
        break;
    case CONTEST_ALL:
        if (round->is_wager) {
            c->phase = CONTEST_WAGERING;
            c->team = CONTEST_NOBODY;
            break;
        }
        contest_open(c, CONTEST_OPEN, CONTEST_NOBODY);
        break;
    case CONTEST_HANDS:
        contest_open(c, CONTEST_OPEN, CONTEST_NOBODY);
        break;
    case CONTEST_BOARD:
        round->team = c->team;
        c->turns[c->team]++;
        if (round->is_wager) {
            c->phase = CONTEST_WAGERING;
        } else if (c->rules.is_buzzed) {
            c->phase = CONTEST_READING;
            c->team = CONTEST_NOBODY;
        } else {
            contest_open(c, CONTEST_OPEN, round->team);
        }
        break;
    case CONTEST_PUPILS:
        c->team = CONTEST_NOBODY;
        memset(c->has_tried, 0, (size_t)c->rules.pupil_count * sizeof *c->has_tried);
        contest_draw(c);
        break;
    case CONTEST_MODE_COUNT:
        break;
    }
}

void contest_end(struct contest *c)
{
    c->phase = CONTEST_DONE;
    c->team = CONTEST_NOBODY;
    c->is_paused = false;
}

static void choose_cell(struct contest *c)
{
    int cells = c->rules.board_columns * c->rules.board_rows;
    bool is_any_free = false;
    c->at = CONTEST_NOBODY;
    for (int i = 0; i < cells; i++)
        is_any_free = is_any_free || contest_is_free(c, i);
    if (is_any_free) {
        c->phase = CONTEST_CHOOSING;
        c->team = turns_so_far(c) % c->rules.team_count;
    } else if (cells < c->round_count && !c->rounds[cells].is_settled &&
               !c->rounds[cells].is_empty) {
        contest_begin(c, cells);
    } else {
        contest_end(c);
    }
}

/// What comes is for a team in its turn as long as all get as many.
static void deal_turns(struct contest *c)
{
    int left = 0;
    for (int i = c->at + 1; i < c->round_count; i++)
        left += !c->rounds[i].is_empty;
    int in_turn = left - (turns_so_far(c) + left) % c->rules.team_count;
    for (int i = c->at + 1; i < c->round_count; i++) {
        if (!c->rounds[i].is_empty)
            c->rounds[i].mode = in_turn-- > 0 ? CONTEST_TURNS : CONTEST_ALL;
    }
}

void contest_leave_out(struct contest *c, int round)
{
    c->rounds[round].is_empty = true;
    if (c->rules.mode == CONTEST_TURNS)
        deal_turns(c);
    if (c->phase == CONTEST_CHOOSING)
        choose_cell(c); // if there is still one
}

static bool can_be_asked(const struct contest_round *round)
{
    return !round->is_empty && contest_fits(round->mode, round->ask.question) == CONTEST_FITS;
}

/// To the next question, whichever that is; those that can't be asked are passed over.
void contest_go_on(struct contest *c)
{
    if (c->rules.mode == CONTEST_BOARD) {
        choose_cell(c);
        return;
    }
    int at = c->at + 1;
    c->skipped = 0;
    for (; at < c->round_count; at++) {
        struct contest_round *round = &c->rounds[at];
        if (can_be_asked(round))
            break;
        round->is_skipped = !round->is_empty;
        c->skipped += round->is_skipped;
    }
    if (at < c->round_count) {
        contest_begin(c, at);
    } else {
        contest_end(c);
    }
}

static bool is_last(const struct contest *c)
{
    if (c->rules.mode == CONTEST_BOARD) {
        for (int i = 0; i < c->round_count; i++) {
            if (!c->rounds[i].is_empty && !c->rounds[i].is_settled)
                return false;
        }
        return true;
    }
    for (int i = c->at + 1; i < c->round_count; i++) {
        if (can_be_asked(&c->rounds[i]))
            return false;
    }
    return true;
}

void contest_next(struct contest *c)
{
    bool is_round_over = c->phase == CONTEST_SHOWING && c->rules.round_length > 0 &&
                         c->asked % c->rules.round_length == 0 && !is_last(c);
    if (is_round_over) {
        c->phase = CONTEST_STANDING;
        c->team = CONTEST_NOBODY;
        return;
    }
    contest_go_on(c);
}

static void copy_course(const struct contest *c, struct arena *arena, struct contest *copy)
{
    size_t pupils = (size_t)c->rules.pupil_count;
    *copy = *c;
    copy->rounds = ARENA_ARRAY(arena, c->round_count, struct contest_round);
    copy->bag = ARENA_ARRAY(arena, c->rules.pupil_count + 1, int);
    copy->draws = ARENA_ARRAY(arena, c->rules.pupil_count + 1, int);
    memcpy(copy->rounds, c->rounds, (size_t)c->round_count * sizeof *c->rounds);
    memcpy(copy->bag, c->bag, pupils * sizeof *c->bag);
    memcpy(copy->draws, c->draws, pupils * sizeof *c->draws);
}

bool contest_foresee(const struct contest *c, int cell, struct arena *arena,
                     struct contest *next)
{
    bool is_choosing = c->phase == CONTEST_CHOOSING && contest_is_free(c, cell);
    if (!is_choosing && c->phase != CONTEST_SHOWING && c->phase != CONTEST_STANDING)
        return false;
    copy_course(c, arena, next);
    if (is_choosing) {
        contest_begin(next, cell);
    } else {
        contest_go_on(next);
    }
    return contest_round(next) != NULL;
}

/// The answer is shown: the question counts.
void contest_show(struct contest *c, int64_t took_ms)
{
    struct contest_round *round = &c->rounds[c->at];
    c->phase = CONTEST_SHOWING;
    if (!round->is_settled) {
        round->is_settled = true;
        round->took_ms = took_ms;
        round->nth = ++c->asked;
    }
}
