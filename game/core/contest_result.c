// What came of a lesson.
#include "core/contest_log.h"

static struct contest_answers count_hands(const struct contest_round *round)
{
    struct contest_answers answers = {.all = round->hands[ASK_PLACES]};
    for (int place = 0; place < round->ask.shown_count; place++) {
        answers.all += round->hands[place];
        answers.right += ask_is_right(&round->ask, place) ? round->hands[place] : 0;
    }
    return answers;
}

struct contest_answers contest_answers(const struct contest *c, int at)
{
    const struct contest_round *round = &c->rounds[at];
    if (round->mode == CONTEST_HANDS)
        return count_hands(round);
    struct contest_answers answers = {0};
    for (int team = CONTEST_NOBODY; team < c->rules.team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        answers.all += share->result != CONTEST_NOT_TRIED;
        answers.right += share->result != CONTEST_NOT_TRIED && share->credit == CREDIT_FULL;
    }
    if (round->mode == CONTEST_ALL) {
        answers.all = answers.all ? c->rules.team_count : 0;
    } else if (round->tries > answers.all) { // of a pupil who passed only the try is left
        answers.all = round->tries;
    }
    return answers;
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
    struct contest_answers answers = contest_answers(c, at);
    if (round->mode == CONTEST_HANDS)
        return class_share(answers.right, answers.all);
    int best = CONTEST_NOBODY, sum = 0;
    for (int team = CONTEST_NOBODY; team < c->rules.team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        if (share->result == CONTEST_NOT_TRIED)
            continue;
        sum += share->credit;
        best = credit_of(share) > best ? credit_of(share) : best;
    }
    if (!answers.all && round->is_settled && contest_is_buzzed(c, round))
        return 0;
    return round->mode == CONTEST_ALL ? class_share(sum, answers.all * CREDIT_FULL) : best;
}
