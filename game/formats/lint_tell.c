// Whether the form of choices tells which is right.
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "core/bank.h"
#include "formats/lint_bank.h"

/// Where the right choice stood out, of how many questions.
struct tally {
    int questions, hits;
    double expected; // hits by chance
    int first;       // the first question that is a hit
};

static const double RARE = 0.01, FAR_MORE = 1.5;

static void count(struct tally *tally, int number, int choices, bool is_hit)
{
    if (is_hit && !tally->hits++)
        tally->first = number;
    tally->questions++;
    tally->expected += 1.0 / choices;
}

/// A bound of the chance that so many hits come about by chance, whatever the numbers of
/// choices. Source: W. Hoeffding, "Probability Inequalities for Sums of Bounded Random
/// Variables" (1963), theorem 1.
static double chance_of(const struct tally *tally)
{
    if (!tally->hits)
        return 1;
    double n = tally->questions;
    double share = tally->hits / n, by_chance = tally->expected / n;
    if (share <= by_chance)
        return 1;
    double distance = share * log(share / by_chance);
    if (share < 1)
        distance += (1 - share) * log((1 - share) / (1 - by_chance));
    return exp(-n * distance);
}

/// Whether the one right choice is longer than each wrong one.
static bool is_longest(const struct question *question)
{
    const struct texts *options = &question->choice.options;
    size_t right = text_count(options->items[0]);
    for (int i = 1; i < options->count; i++) {
        if (text_count(options->items[i]) >= right)
            return false;
    }
    return true;
}

void lint_end_longest(struct reader *r)
{
    struct tally tally = {0};
    for (int i = 0; i < r->bank->question_count; i++) {
        const struct question *question = &r->bank->questions[i];
        if (question->kind == KIND_CHOICE && lint_counts(r, LINT_LONGEST_ANSWER, i))
            count(&tally, i, question->choice.options.count, is_longest(question));
    }
    if (tally.hits < FAR_MORE * tally.expected || chance_of(&tally) >= RARE)
        return;
    lint_report_question(
        r, LINT_LONGEST_ANSWER, tally.first, "answer",
        "the right choice is the longest in %d of %d questions, as here; by "
        "chance it would be in %.0f. Shorten it, or give wrong ones its length",
        tally.hits, tally.questions, tally.expected);
}

// Choices that change places cannot tell anything by their place, so only the others count.
void lint_end_first(struct reader *r)
{
    struct tally tally = {0};
    for (int i = 0; i < r->bank->question_count; i++) {
        const struct question *question = &r->bank->questions[i];
        bool is_fixed = question->kind == KIND_CHOICE && !question->is_shuffled;
        if (is_fixed && lint_counts(r, LINT_FIRST_ANSWER, i))
            count(&tally, i, question->choice.options.count, true);
    }
    if (chance_of(&tally) >= RARE)
        return;
    lint_report_question(
        r, LINT_FIRST_ANSWER, tally.first, "shuffle",
        "the right choice stands first in all %d questions that say \"shuffle\": "
        "false, as here. Leave that out",
        tally.questions);
}
