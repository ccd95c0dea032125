// What came of a lesson.
#include "core/contest_log.h"

int contest_hands_right(const struct contest_round *round)
{
    int all = round->hands[ASK_PLACES], right = 0;
    for (int place = 0; place < round->ask.shown_count; place++) {
        all += round->hands[place];
        right += ask_is_right(&round->ask, place) ? round->hands[place] : 0;
    }
    return all > 0 ? (right * CREDIT_FULL + all / 2) / all : CONTEST_NOBODY;
}

/// Four fifths of a class is as good as all of it: somebody is always elsewhere.
static int class_share(int right, int all)
{
    if (all <= 0)
        return CONTEST_NOBODY;
    return right * 5 >= all * 4 ? CREDIT_FULL : (right * CREDIT_FULL + all / 2) / all;
}

/// What `share` says, given how many had tried before.
static int credit_of(const struct contest_share *share)
{
    return share->is_stolen ? share->credit / 2 : share->credit;
}

int contest_class_credit(const struct contest *c, int at)
{
    const struct contest_round *round = &c->rounds[at];
    if (round->mode == CONTEST_HANDS) {
        int right = contest_hands_right(round);
        return right < 0 ? right : class_share(right, CREDIT_FULL);
    }
    int best = CONTEST_NOBODY, sum = 0, tried = 0;
    for (int team = CONTEST_NOBODY; team < c->rules.team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        if (share->result == CONTEST_NOT_TRIED)
            continue;
        tried++;
        sum += share->credit;
        best = credit_of(share) > best ? credit_of(share) : best;
    }
    if (!tried && round->is_settled && contest_is_buzzed(c, round))
        return 0;
    return round->mode == CONTEST_ALL ? class_share(sum, tried * CREDIT_FULL) : best;
}
