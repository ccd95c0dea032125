#include <stddef.h>

#include "base/i18n.h"
#include "screens/results.h"

enum { TELLING_FROM = 2 }; // answers of a topic that say something about it

static bool is_full(const struct turn *turn)
{
    return turn->mark.credit == CREDIT_FULL;
}

static int best_row(const struct session *s)
{
    int best = 0, row = 0;
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        if (!turn->is_answered || turn->is_timed_out)
            continue;
        row = is_full(turn) ? row + 1 : 0;
        best = row > best ? row : best;
    }
    return best;
}

/// The entry for `name` among `count`, or the place for a new one.
static struct topic_sum *topic_of(struct topic_sum *sums, int *count, const char *name)
{
    for (int i = 0; i < *count; i++) {
        if (sums[i].name == name)
            return &sums[i];
    }
    sums[*count].name = name;
    return &sums[(*count)++];
}

static void add_turn(struct topic_sum *sum, const struct turn *turn)
{
    sum->answered++;
    sum->right += is_full(turn);
}

static bool has_topic(const struct question *q, int topic)
{
    for (int i = 0; i < q->topic_count; i++) {
        if ((int)q->topics[i] == topic)
            return true;
    }
    return false;
}

/// Sums up by topic; a question counts in each of its topics, and without any in "Other".
static void add_topics(struct summary *sum, const struct session *s, struct arena *arena)
{
    const struct bank *bank = s->turn_count ? s->turns[0].ask.bank : NULL;
    if (!bank)
        return;
    struct topic_sum *sums = ARENA_ARRAY(arena, bank->topic_count + 1, struct topic_sum);
    for (int t = 0; t <= bank->topic_count; t++) {
        const char *name = t < bank->topic_count ? bank->topics[t] : _("Other");
        for (int i = 0; i < s->turn_count; i++) {
            const struct question *q = s->turns[i].ask.question;
            bool counts = t < bank->topic_count ? has_topic(q, t) : !q->topic_count;
            if (counts && s->turns[i].is_answered)
                add_turn(topic_of(sums, &sum->topic_count, name), &s->turns[i]);
        }
    }
    sum->topics = sums;
}

struct summary results_summary(const struct session *s, struct arena *arena)
{
    struct summary sum = {.asked = s->turn_count, .best_row = best_row(s)};
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[i];
        if (!turn->is_answered)
            continue;
        sum.answered++;
        sum.right += is_full(turn);
        sum.took_ms += turn->took_ms;
    }
    sum.missed = sum.answered - sum.right;
    add_topics(&sum, s, arena);
    return sum;
}

bool results_is_good(const struct summary *sum)
{
    return sum->answered && sum->right * 5 >= sum->answered * 4;
}

/// The topic that went best of several, or NULL.
static const struct topic_sum *strongest(const struct summary *sum)
{
    const struct topic_sum *best = NULL;
    for (int i = 0; i < sum->topic_count; i++) {
        const struct topic_sum *t = &sum->topics[i];
        if (t->answered < TELLING_FROM || !t->right)
            continue;
        int ahead = best ? t->right * best->answered - best->right * t->answered : 1;
        if (ahead > 0 || (ahead == 0 && t->answered > best->answered))
            best = t;
    }
    return sum->topic_count > 1 ? best : NULL;
}

const char *results_sentence(const struct summary *sum, struct arena *arena)
{
    if (!sum->answered)
        return _("No question was answered this time.");
    if (sum->answered < sum->asked) {
        return arena_printf(arena, _("You stopped after %d of %d questions."), sum->answered,
                            sum->asked);
    }
    if (!sum->missed && sum->answered == 1)
        return _("Nothing to fix.");
    if (!sum->missed)
        return arena_printf(arena, _("All %d. Nothing to fix."), sum->answered);
    const struct topic_sum *best = strongest(sum);
    if (results_is_good(sum) && best) {
        return arena_printf(arena, _("Strongest topic: %s, %d of %d."), best->name, best->right,
                            best->answered);
    }
    return arena_printf(arena,
                        ngettext("%d to fix. Do it now, while it is fresh?",
                                 "%d to fix. Do it now, while they are fresh?",
                                 (unsigned long)sum->missed),
                        sum->missed);
}
