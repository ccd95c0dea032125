// Scores of a lesson as they stand, and what a round changed.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/class_tally.h"
#include "screens/lesson.h"

bool lesson_shows_scores(const struct game *game)
{
    const struct contest *c = &game->run.contest;
    bool is_kept = game->run.log.start.manner.is_calm && c->phase != CONTEST_DONE;
    return !c->hides_scores && !is_kept;
}

bool lesson_is_at_scores(const struct lesson_screen *lesson, const struct contest *c)
{
    return lesson->shows_scores || c->phase == CONTEST_STANDING || c->phase == CONTEST_DONE;
}

bool lesson_is_ranked(const struct game *game, const struct lesson_standing *standing, int team)
{
    enum { BEST = 3 };

    return !game->run.log.start.manner.is_top_three || standing->places[team] <= BEST;
}

/// Puts the teams in the order of their sums, and says which place each has.
static void rank(const struct points *sums, int count, int *order, int *places)
{
    for (int team = 0; team < count; team++) {
        int at = 0;
        places[team] = 1;
        for (int other = 0; other < count; other++) {
            int ahead = score_compare(sums[other], sums[team]);
            places[team] += ahead > 0;
            at += ahead > 0 || (ahead == 0 && other < team);
        }
        order[at] = team;
    }
}

/// The sum of a team without what it earned since `asked` questions were asked.
static struct points sum_before(const struct contest *c, int team, int asked)
{
    struct points sum = c->scores[team];
    for (int i = 0; i < c->round_count; i++) {
        const struct contest_round *round = &c->rounds[i];
        if (!round->is_settled || round->nth <= asked)
            continue;
        const struct points *earned = &contest_share(round, team)->points;
        sum.accuracy -= earned->accuracy;
        sum.speed -= earned->speed;
        sum.streak -= earned->streak;
    }
    return sum;
}

static int questions_in_all(const struct contest *c)
{
    int count = 0;
    for (int i = 0; i < c->round_count; i++)
        count += !c->rounds[i].is_empty && !c->rounds[i].is_skipped;
    return count;
}

struct lesson_standing lesson_standing(const struct contest *c)
{
    struct lesson_standing s = {.count = c->rules.team_count};
    struct points before[TEAMS_MOST] = {{0}};
    int length = c->rules.round_length, asked = 0;
    if (length > 0 && c->asked > 0) {
        s.round = (c->asked + length - 1) / length;
        s.round_count = (questions_in_all(c) + length - 1) / length;
        asked = (s.round - 1) * length;
    }
    s.has_before = asked > 0;
    for (int team = 0; team < s.count; team++) {
        before[team] = sum_before(c, team, asked);
        s.totals[team] = score_total(c->scores[team]);
        s.totals_before[team] = score_total(before[team]);
    }
    rank(c->scores, s.count, s.order, s.places);
    rank(before, s.count, s.order_before, s.places_before);
    return s;
}

const char *lesson_place_change(const struct lesson_standing *standing, int team,
                                struct arena *arena)
{
    int up = standing->places_before[team] - standing->places[team];
    int by = up < 0 ? -up : up;
    if (!by)
        return "–";
    const char *words = up > 0 ? ngettext("+{1} place", "+{1} places", (unsigned long)by)
                               : ngettext("−{1} place", "−{1} places", (unsigned long)by);
    return fill_text(arena, words, fill_number(arena, by), NULL);
}

int lesson_class_share(const struct contest *c, struct lesson_class_share *worst, int most,
                       int *count)
{
    int sum = 0, asked = 0;
    *count = 0;
    for (int i = 0; i < c->round_count; i++) {
        const struct contest_answers answers = contest_answers(c, i);
        int credit = class_tally_share(answers.right, answers.all);
        if (credit < 0 || !c->rounds[i].is_settled)
            continue;
        sum += credit;
        asked++;
        int at = *count;
        while (at > 0 && worst[at - 1].credit > credit)
            at--;
        if (credit == CREDIT_FULL || at == most)
            continue;
        *count += *count < most;
        for (int j = *count - 1; j > at; j--)
            worst[j] = worst[j - 1];
        worst[at] = (struct lesson_class_share){i, credit};
    }
    return asked ? (sum + asked / 2) / asked : CONTEST_NOBODY;
}
