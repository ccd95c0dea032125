// How the events of a lesson change it.
#include <math.h>
#include <string.h>

#include "core/contest_log.h"

struct contest_share *contest_asked(struct contest *c)
{
    if (c->at < 0)
        return NULL;
    struct contest_round *round = &c->rounds[c->at];
    if (c->team >= 0)
        return &round->shares[c->team];
    return round->pupil >= 0 ? &round->own : NULL;
}

int contest_next_team(const struct contest *c)
{
    for (int i = 1; c->team >= 0 && i < c->rules.team_count; i++) {
        int team = (c->team + i) % c->rules.team_count;
        if (!(c->out & 1U << team))
            return team;
    }
    return CONTEST_NOBODY;
}

// --- what an answer earns

static struct points points_of(const struct contest *c, const struct contest_round *round,
                               const struct contest_share *share)
{
    if (share->result == CONTEST_NOT_TRIED)
        return (struct points){0};
    if (round->is_wager && share->wager >= 0) {
        bool is_right = share->credit == CREDIT_FULL;
        return (struct points){.accuracy = is_right ? share->wager : -share->wager};
    }
    if (c->rules.mode == CONTEST_BOARD) {
        int64_t whole = (int64_t)share->credit * round->value;
        return (struct points){.accuracy = (whole + CREDIT_FULL / 2) / CREDIT_FULL};
    }
    const struct score_rules rules = {
        .has_speed = c->rules.has_speed && round->mode != CONTEST_ALL,
        .question_count = c->round_count,
    };
    return score_answer(&rules, round->ask.question, share->credit, false, 0, share->left_ms,
                        share->limit_ms);
}

void contest_score(struct contest *c, const struct contest_round *round, int team,
                   struct contest_share *share)
{
    struct points before = share->points;
    share->points = points_of(c, round, share);
    if (team < 0)
        return;
    struct points *sum = &c->scores[team];
    sum->accuracy += share->points.accuracy - before.accuracy;
    sum->speed += share->points.speed - before.speed;
    sum->streak += share->points.streak - before.streak;
}

/// Notes that the pupil who was drawn is whom `share` is of, if that is so.
static void note_pupil(const struct contest *c, const struct contest_round *round, int team,
                       struct contest_share *share)
{
    if (round->pupil >= 0 && contest_team_of(c, round->pupil) == team)
        share->pupil = round->pupil;
}

/// Notes what came of the question for who is asked.
static void settle(struct contest *c, const struct contest_entry *entry,
                   enum contest_result result)
{
    struct contest_round *round = &c->rounds[c->at];
    struct contest_share *share = contest_asked(c);
    if (!share)
        return;
    share->result = result;
    share->is_stolen = round->tries > 0;
    share->credit = entry->credit;
    share->took_ms = entry->spent_ms;
    share->left_ms = entry->left_ms == INT64_MAX ? 0 : entry->left_ms;
    share->limit_ms = entry->limit_ms;
    if (entry->type == CONTEST_ANSWER) {
        share->is_typed = true;
        share->answer = entry->answer;
        share->mark = entry->mark;
    }
    round->tries++;
    round->tried = c->team;
    if (round->pupil >= 0)
        c->has_tried[round->pupil] = true;
    note_pupil(c, round, c->team, share);
    contest_score(c, round, c->team, share);
}

/// Who was asked is out: the others may try, if the way of playing lets them.
static void ask_others(struct contest *c, const struct contest_entry *entry, bool may_steal)
{
    const struct contest_round *round = &c->rounds[c->at];
    int count = c->rules.team_count;
    if (c->team >= 0)
        c->out |= 1U << c->team;
    if (round->mode == CONTEST_PUPILS) {
        if (may_steal && round->tries < c->rules.pupil_count) {
            contest_draw(c);
            contest_hand_on(c, entry);
            return;
        }
    } else if (may_steal && !round->is_wager && c->out != (1U << count) - 1) {
        if (contest_is_buzzed(c, round)) {
            contest_open(c, CONTEST_OPEN, CONTEST_NOBODY);
            c->opened_ms = entry->at_ms;
        } else {
            contest_open(c, CONTEST_OPEN, contest_next_team(c));
        }
        contest_hand_on(c, entry);
        return;
    }
    contest_show(c, entry->spent_ms);
}

static void given(struct contest *c, const struct contest_entry *entry)
{
    settle(c, entry, CONTEST_GAVE);
    if (entry->credit > 0) {
        contest_show(c, entry->spent_ms);
        return;
    }
    ask_others(c, entry,
               c->rounds[c->at].mode == CONTEST_BUZZ || c->rounds[c->at].mode == CONTEST_BOARD);
}

static void passed(struct contest *c, const struct contest_entry *entry)
{
    if (!contest_asked(c)) {
        contest_show(c, entry->spent_ms);
        return;
    }
    settle(c, entry, CONTEST_PASSED);
    ask_others(c, entry, true);
}

/// Everybody has answered: who is not marked has it wrong.
static void pens_down(struct contest *c)
{
    struct contest_round *round = &c->rounds[c->at];
    c->phase = CONTEST_MARKING;
    for (int team = 0; round->mode == CONTEST_ALL && team < c->rules.team_count; team++) {
        round->shares[team].result = CONTEST_GAVE;
        contest_score(c, round, team, &round->shares[team]);
    }
}

static void late(struct contest *c, const struct contest_entry *entry)
{
    const struct contest_round *round = &c->rounds[c->at];
    if (round->mode == CONTEST_ALL || round->mode == CONTEST_HANDS) {
        pens_down(c);
        return;
    }
    if (!contest_asked(c)) {
        contest_show(c, entry->spent_ms);
        return;
    }
    settle(c, entry, CONTEST_LATE);
    ask_others(c, entry, round->mode == CONTEST_BUZZ || round->mode == CONTEST_BOARD);
}

static void marked(struct contest *c, const struct contest_entry *entry)
{
    struct contest_round *round = &c->rounds[c->at];
    struct contest_share *share = entry->team >= 0 ? &round->shares[entry->team] : &round->own;
    share->is_overruled = share->is_typed && entry->credit != share->mark.credit;
    if (share->result == CONTEST_NOT_TRIED)
        note_pupil(c, round, entry->team, share);
    share->result = CONTEST_GAVE;
    share->credit = entry->credit;
    contest_score(c, round, entry->team, share);
    bool is_asking = c->phase == CONTEST_OPEN || c->phase == CONTEST_ANSWERING;
    if (is_asking && entry->credit == CREDIT_FULL)
        contest_show(c, entry->spent_ms);
}

static void gone_on(struct contest *c, const struct contest_entry *entry)
{
    const struct contest_round *round = &c->rounds[c->at];
    if (c->phase == CONTEST_OPEN) {
        pens_down(c);
        return;
    }
    bool is_for_all = round->is_final || contest_is_buzzed(c, round);
    contest_open(c, CONTEST_OPEN, is_for_all ? CONTEST_NOBODY : round->team);
    c->opened_ms = entry->at_ms;
}

// --- the fold

static void fold_score(struct contest *c, const struct contest_entry *entry)
{
    c->scores[entry->team].accuracy += entry->points;
    c->awarded[entry->team] += entry->points;
}

/// Events that are about the question that is asked or shown.
static void fold_question(struct contest *c, const struct contest_entry *entry)
{
    switch ((int)entry->type) {
    case CONTEST_WAGER:
        c->rounds[c->at].shares[entry->team].wager = entry->points;
        break;
    case CONTEST_GO:
        gone_on(c, entry);
        break;
    case CONTEST_PRESSED:
        contest_press(c, entry);
        break;
    case CONTEST_ANSWER:
    case CONTEST_JUDGE:
        given(c, entry);
        break;
    case CONTEST_PASS:
        passed(c, entry);
        break;
    case CONTEST_LATER:
        contest_draw_later(c);
        contest_hand_on(c, entry);
        break;
    case CONTEST_MARK:
        marked(c, entry);
        break;
    case CONTEST_COUNT:
        c->rounds[c->at].hands[entry->place] = (int16_t)entry->hands;
        break;
    case CONTEST_TIME_UP:
        late(c, entry);
        break;
    case CONTEST_REVEAL:
        contest_show(c, entry->spent_ms);
        break;
    default:
        break;
    }
}

void contest_fold(struct contest *c, const struct contest_entry *entry)
{
    switch ((int)entry->type) {
    case CONTEST_PICK:
        contest_begin(c, entry->round);
        break;
    case CONTEST_NEXT:
        contest_next(c);
        break;
    case CONTEST_AWARD:
        fold_score(c, entry);
        break;
    case CONTEST_STOP:
        contest_end(c);
        break;
    default:
        fold_question(c, entry);
        break;
    }
}

static struct contest_share nothing_yet(void)
{
    return (struct contest_share){
        .wager = CONTEST_NOBODY,
        .pupil = CONTEST_NOBODY,
        .mark = {.verdict = VERDICT_WRONG, .accepted = -1, .value = (double)NAN}};
}

void contest_fold_nothing(struct contest *c)
{
    for (int i = 0; i < c->round_count; i++) {
        const struct contest_round *old = &c->rounds[i];
        struct contest_round round = {.ask = old->ask,
                                      .mode = old->mode,
                                      .is_empty = old->is_empty,
                                      .is_wager = old->is_wager,
                                      .is_final = old->is_final,
                                      .value = old->value,
                                      .team = CONTEST_NOBODY,
                                      .tried = CONTEST_NOBODY,
                                      .pupil = CONTEST_NOBODY,
                                      .own = nothing_yet()};
        for (int team = 0; team < TEAMS_MOST; team++)
            round.shares[team] = nothing_yet();
        c->rounds[i] = round;
    }
    memset(c->scores, 0, sizeof c->scores);
    memset(c->awarded, 0, sizeof c->awarded);
    memset(c->turns, 0, sizeof c->turns);
    contest_unlock(c);
    memset(c->draws, 0, ((size_t)c->rules.pupil_count + 1) * sizeof *c->draws);
    c->asked = c->skipped = 0;
    c->at = c->team = CONTEST_NOBODY;
    c->out = 0;
    c->limit_ms = c->spent_ms = c->more_ms = 0;
    c->phase = CONTEST_READING;
    contest_fill_bag(c, CONTEST_NOBODY);
    contest_go_on(c);
}
