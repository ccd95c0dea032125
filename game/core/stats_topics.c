#include "core/stats_topics.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/stats_keys.h"

static const char no_tag[] = "other"; // what the topic of questions without one is folded to

/// What is known of one question.
struct figures {
    struct stats_tally tally;
    struct stats_due due;
    int lapses;
};

/// Figures of all questions of a source, each at its place.
struct counted {
    const struct stats_source *source;
    struct stats_keys keys;
    struct figures *questions;
    struct figures gone; // of questions that are not there
};

static struct counted count_none(const struct stats_source *source, struct arena *arena)
{
    struct counted counted = {
        .source = source,
        .questions = ARENA_ARRAY(arena, source->question_count + 1, struct figures),
    };
    stats_keys_of_questions(&counted.keys, source, arena);
    return counted;
}

static struct figures *figures_of(struct counted *counted, const char *bank, const char *key)
{
    int place = stats_keys_find(&counted->keys, bank, key, STATS_WHOLE);
    return place < 0 ? &counted->gone : &counted->questions[place];
}

static void count_answers(struct counted *counted, struct stats_span span)
{
    const struct stats_source *source = counted->source;
    for (int i = 0; i < source->answer_count; i++) {
        const struct past_answer *answer = &source->answers[i];
        if (stats_span_has(source, span, answer->at_ms, answer->ahead_min)) {
            struct figures *figures = figures_of(counted, answer->bank, answer->question);
            stats_tally_add(&figures->tally, answer);
        }
    }
}

static void count_due(struct counted *counted, int64_t day)
{
    const struct stats_source *source = counted->source;
    for (int i = 0; i < source->card_count; i++) {
        const struct stats_card *card = &source->cards[i];
        int64_t card_day = stats_due_day(source, card);
        if (card_day <= day) {
            struct stats_due *due = &figures_of(counted, card->bank, card->question)->due;
            due->cards++;
            due->overdue += card_day < day;
        }
    }
}

static void count_lapses(struct counted *counted, struct stats_span span)
{
    const struct stats_source *source = counted->source;
    for (int i = 0; i < source->review_count; i++) {
        const struct past_review *review = &source->reviews[i];
        if (review->rating == FSRS_AGAIN && review->phase == FSRS_REVIEW &&
            stats_span_has(source, span, review->at_ms, review->ahead_min))
            figures_of(counted, review->bank, review->question)->lapses++;
    }
}

static void add_figures(struct stats_tally *tally, struct stats_due *due,
                        const struct figures *figures)
{
    tally->answers += figures->tally.answers;
    tally->right += figures->tally.right;
    tally->took_ms += figures->tally.took_ms;
    due->cards += figures->due.cards;
    due->overdue += figures->due.overdue;
}

/// Topics by what makes them the same. The numbers of `keys` are places in `items`.
struct groups {
    struct stats_keys keys;
    struct stats_topic *items;
    struct arena *scratch; // of the folded names
    int *places;           // of the topics of one bank
};

static int topics_at_most(const struct stats_source *source)
{
    int most = 1; // for questions without one
    for (int i = 0; i < source->question_count; i++) {
        if (!i || source->questions[i].bank != source->questions[i - 1].bank)
            most += source->questions[i].bank->topic_count;
    }
    return most;
}

static int group_of(struct groups *groups, const char *name)
{
    const char *folded = name ? text_fold(groups->scratch, name, FOLD_CASE, NULL) : no_tag;
    int count = groups->keys.count;
    int place = stats_keys_number(&groups->keys, "", folded, 0);
    if (place == count)
        groups->items[place].name = strcmp(folded, no_tag) == 0 ? NULL : name;
    return place;
}

static void find_places(struct groups *groups, const struct bank *bank)
{
    groups->places = ARENA_ARRAY(groups->scratch, bank->topic_count + 1, int);
    for (int i = 0; i < bank->topic_count; i++)
        groups->places[i] = group_of(groups, bank->topics[i]);
}

static bool is_among(int place, const int *places, int count)
{
    for (int i = 0; i < count; i++) {
        if (places[i] == place)
            return true;
    }
    return false;
}

static void add_to_topics(struct groups *groups, const struct question *question,
                          const struct figures *figures)
{
    int places[UINT8_MAX], count = 0; // two of its topics may be the same but for case
    for (int i = 0; i < question->topic_count; i++) {
        int place = groups->places[question->topics[i]];
        if (!is_among(place, places, count))
            places[count++] = place;
    }
    if (!count)
        places[count++] = group_of(groups, NULL);
    for (int i = 0; i < count; i++) {
        struct stats_topic *topic = &groups->items[places[i]];
        topic->questions++;
        add_figures(&topic->tally, &topic->due, figures);
    }
}

static int compare_topics(const void *a, const void *b)
{
    const struct stats_topic *left = a, *right = b;
    if (left->tally.answers != right->tally.answers)
        return left->tally.answers < right->tally.answers ? 1 : -1;
    if (left->due.cards != right->due.cards)
        return left->due.cards < right->due.cards ? 1 : -1;
    return left->place - right->place;
}

// Leaves out topics that none of the source's questions has.
static int keep_used(struct stats_topic *items, int count)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (!items[i].questions)
            continue;
        items[kept] = items[i];
        items[kept].place = kept;
        kept++;
    }
    return kept;
}

struct stats_topics stats_topics(const struct stats_source *source, struct stats_span span,
                                 int64_t day, struct arena *arena)
{
    struct arena scratch = {0};
    struct counted counted = count_none(source, &scratch);
    count_answers(&counted, span);
    count_due(&counted, day);

    int most = topics_at_most(source);
    struct groups groups = {
        .items = ARENA_ARRAY(arena, most, struct stats_topic),
        .scratch = &scratch,
    };
    stats_keys_init(&groups.keys, most, &scratch);
    struct stats_topics topics = {.items = groups.items};
    for (int i = 0; i < source->question_count; i++) {
        const struct stats_question *question = &source->questions[i];
        if (!i || question->bank != source->questions[i - 1].bank)
            find_places(&groups, question->bank);
        add_to_topics(&groups, question->question, &counted.questions[i]);
        add_figures(&topics.known, &topics.due, &counted.questions[i]);
    }
    topics.gone = counted.gone.tally;
    topics.gone_due = counted.gone.due;
    topics.count = keep_used(groups.items, groups.keys.count);
    qsort(groups.items, (size_t)topics.count, sizeof *groups.items, compare_topics);
    stats_keys_free(&groups.keys);
    stats_keys_free(&counted.keys);
    arena_free(&scratch);
    return topics;
}

static int compare_hard(const void *a, const void *b)
{
    const struct stats_hard *left = a, *right = b;
    int64_t left_share = (int64_t)left->tally.right * right->tally.answers;
    int64_t right_share = (int64_t)right->tally.right * left->tally.answers;
    if (left_share != right_share)
        return left_share < right_share ? -1 : 1;
    if (left->lapses != right->lapses)
        return left->lapses < right->lapses ? 1 : -1;
    if (left->tally.answers != right->tally.answers)
        return left->tally.answers < right->tally.answers ? 1 : -1;
    return left->question - right->question;
}

int stats_topics_hardest(const struct stats_source *source, struct stats_span span, int most,
                         struct arena *arena, struct stats_hard **hardest)
{
    struct arena scratch = {0};
    struct counted counted = count_none(source, &scratch);
    count_answers(&counted, span);
    count_lapses(&counted, span);
    struct stats_hard *hard =
        ARENA_ARRAY(&scratch, source->question_count + 1, struct stats_hard);
    int count = 0;
    for (int i = 0; i < source->question_count; i++) {
        const struct figures *figures = &counted.questions[i];
        if (figures->tally.answers >= STATS_HARD_ANSWERS &&
            figures->tally.right < figures->tally.answers)
            hard[count++] = (struct stats_hard){i, figures->tally, figures->lapses};
    }
    qsort(hard, (size_t)count, sizeof *hard, compare_hard);
    count = count < most ? count : most;
    *hardest = ARENA_ARRAY(arena, count + 1, struct stats_hard);
    memcpy(*hardest, hard, (size_t)count * sizeof *hard);
    stats_keys_free(&counted.keys);
    arena_free(&scratch);
    return count;
}
