// Buzzers: who was first.
#include "base/rng.h"
#include "core/contest_log.h"

bool contest_is_buzzed(const struct contest *c, const struct contest_round *round)
{
    return round->mode == CONTEST_BUZZ ||
           (round->mode == CONTEST_BOARD && c->rules.is_buzzed && !round->is_wager);
}

bool contest_counts_press(const struct contest *c, int team, int64_t at_ms)
{
    const struct contest_round *round = contest_round(c);
    bool is_waiting = c->phase == CONTEST_READING || c->phase == CONTEST_OPEN;
    return round && is_waiting && contest_is_buzzed(c, round) && team >= 0 &&
           team < c->rules.team_count && !(c->out & 1U << team) && at_ms >= c->locked_ms[team];
}

/// The teams that pressed first among those that may, and at the same time.
static unsigned first_pressed(const struct contest *c, const struct contest_entry *entry)
{
    unsigned first = 0;
    int64_t at_ms = 0;
    for (int i = 0; i < entry->press_count; i++) {
        const struct contest_press *press = &entry->presses[i];
        bool counts =
            press->at_ms >= c->opened_ms && contest_counts_press(c, press->team, press->at_ms);
        if (!counts || (first && press->at_ms != at_ms))
            continue;
        first |= 1U << press->team;
        at_ms = press->at_ms;
    }
    return first;
}

static int count_bits(unsigned bits)
{
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/// One of `teams`, drawn by the seed.
static int draw_team(const struct contest *c, unsigned teams)
{
    uint64_t place = (uint64_t)c->at * 64 + (uint64_t)c->rounds[c->at].tries;
    struct rng rng = rng_seed(c->rules.seed ^ (0x9E3779B97F4A7C15U * (place + 1)));
    uint64_t nth = rng_below(&rng, (uint64_t)count_bits(teams));
    for (int team = 0; team < TEAMS_MOST; team++) {
        if (teams & 1U << team && nth-- == 0)
            return team;
    }
    return CONTEST_NOBODY;
}

void contest_press(struct contest *c, const struct contest_entry *entry)
{
    struct contest_round *round = &c->rounds[c->at];
    bool is_reading = c->phase == CONTEST_READING;
    for (int i = 0; i < entry->press_count; i++) {
        const struct contest_press *press = &entry->presses[i];
        bool is_early = is_reading || press->at_ms < c->opened_ms;
        if (is_early && contest_counts_press(c, press->team, press->at_ms))
            c->locked_ms[press->team] = press->at_ms + CONTEST_EARLY_MS;
    }
    unsigned first = is_reading ? 0 : first_pressed(c, entry);
    if (!first)
        return;
    int count = count_bits(first);
    round->tied = count > 1 ? first : 0;
    int team = draw_team(c, first);
    if (round->team < 0 || (c->rules.mode == CONTEST_BUZZ && round->tries == 0)) {
        round->team = team;
    }
    contest_open(c, CONTEST_ANSWERING, team);
    contest_hand_on(c, entry);
}
