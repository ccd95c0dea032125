#include "core/mistakes.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/mark.h"

static int compare_questions(const struct past_answer *a, const struct past_answer *b)
{
    int order = strcmp(a->bank, b->bank);
    return order ? order : strcmp(a->question, b->question);
}

// By question, and of one question in the order they were given.
static int compare_answers(const void *a, const void *b)
{
    const struct past_answer *one = *(const struct past_answer *const *)a;
    const struct past_answer *other = *(const struct past_answer *const *)b;
    int order = compare_questions(one, other);
    return order ? order : (one > other) - (one < other);
}

static const struct past_answer **sort_answers(const struct past_answer *answers, int count,
                                               struct arena *arena)
{
    const struct past_answer **sorted =
        ARENA_ARRAY(arena, count + 1, const struct past_answer *);
    for (int i = 0; i < count; i++)
        sorted[i] = &answers[i];
    qsort(sorted, (size_t)count, sizeof(const struct past_answer *), compare_answers);
    return sorted;
}

static bool is_missed(const struct past_answer *answer)
{
    return answer->credit < CREDIT_FULL;
}

void mistake_take(struct mistake_state *state, int credit, int part, int64_t day)
{
    if (credit < CREDIT_FULL) {
        *state = (struct mistake_state){.missed = state->missed + 1, .part = part};
        return;
    }
    bool mends = part < 0 || state->part < 0 || part == state->part;
    if (!state->missed || !mends || (state->right_days && day == state->right_day))
        return;
    state->right_day = day;
    state->right_days++;
    if (state->right_days == MISTAKE_DAYS)
        *state = (struct mistake_state){0};
}

static int64_t day_of(const struct past_answer *answer, struct fsrs_days days)
{
    return fsrs_days_number(days, (struct fsrs_time){answer->at_ms, answer->ahead_min});
}

// The mistake that the answers to one question leave; its `last` is NULL if there is none.
static struct mistake fold(const struct past_answer *const *answers, int count,
                           struct fsrs_days days)
{
    struct mistake_state state = {0};
    const struct past_answer *last = NULL;
    for (int i = 0; i < count; i++) {
        mistake_take(&state, answers[i]->credit, answers[i]->part, day_of(answers[i], days));
        last = is_missed(answers[i]) ? answers[i] : last;
    }
    if (!state.missed)
        return (struct mistake){0};
    return (struct mistake){
        .last = last, .missed = state.missed, .right_days = state.right_days};
}

static int compare_age(const void *a, const void *b)
{
    const struct mistake *one = a, *other = b;
    return (other->last > one->last) - (other->last < one->last);
}

int mistakes_find(const struct past_answer *answers, int count, struct fsrs_days days,
                  struct arena *arena, struct mistake **mistakes)
{
    const struct past_answer **sorted = sort_answers(answers, count, arena);
    struct mistake *list = ARENA_ARRAY(arena, count + 1, struct mistake);
    int found = 0;
    for (int i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && compare_questions(sorted[i], sorted[end]) == 0;)
            end++;
        struct mistake mistake = fold(sorted + i, end - i, days);
        if (mistake.last)
            list[found++] = mistake;
    }
    qsort(list, (size_t)found, sizeof *list, compare_age);
    *mistakes = list;
    return found;
}

static int compare_risk(const void *a, const void *b)
{
    const struct mistake *one = a, *other = b;
    int order = (one->recall > other->recall) - (one->recall < other->recall);
    return order ? order : compare_age(a, b);
}

void mistakes_sort_by_risk(struct mistake *mistakes, int count)
{
    qsort(mistakes, (size_t)count, sizeof *mistakes, compare_risk);
}

/// Something said for another thing, with what it is compared by.
struct said {
    const struct past_answer *answer;
    const char *folded;
};

static int compare_said(const void *a, const void *b)
{
    const struct said *one = a, *other = b;
    int order = compare_questions(one->answer, other->answer);
    if (!order)
        order = strcmp(one->folded, other->folded);
    return order ? order : (one->answer > other->answer) - (one->answer < other->answer);
}

static int compare_times(const void *a, const void *b)
{
    const struct mixup *one = a, *other = b;
    int order = other->times - one->times;
    return order ? order : (other->last > one->last) - (other->last < one->last);
}

static int compare_mistakes(const void *a, const void *b)
{
    return compare_questions(((const struct mistake *)a)->last,
                             ((const struct mistake *)b)->last);
}

// What was said in `answers` to questions that `mistakes`, in the order of questions, have.
static int find_said(const struct past_answer *answers, int answer_count,
                     const struct mistake *mistakes, int count, struct arena *arena,
                     struct said *list)
{
    int found = 0;
    for (int i = 0; i < answer_count; i++) {
        const struct mistake wanted = {.last = &answers[i]};
        // Half right is no mix-up.
        if (answers[i].credit == 0 && answers[i].said &&
            bsearch(&wanted, mistakes, (size_t)count, sizeof wanted, compare_mistakes)) {
            list[found++] = (struct said){
                &answers[i], text_fold(arena, answers[i].said, FOLD_ALL & ~FOLD_ARTICLE, NULL)};
        }
    }
    return found;
}

int mixups_find(const struct past_answer *answers, int answer_count,
                const struct mistake *mistakes, int count, struct arena *arena,
                struct mixup **mixups)
{
    struct mistake *sorted = ARENA_ARRAY(arena, count + 1, struct mistake);
    if (count)
        memcpy(sorted, mistakes, (size_t)count * sizeof *sorted);
    qsort(sorted, (size_t)count, sizeof *sorted, compare_mistakes);
    struct said *said = ARENA_ARRAY(arena, answer_count + 1, struct said);
    int said_count = find_said(answers, answer_count, sorted, count, arena, said);
    qsort(said, (size_t)said_count, sizeof *said, compare_said);

    struct mixup *list = ARENA_ARRAY(arena, said_count + 1, struct mixup);
    int found = 0;
    for (int i = 0, end; i < said_count; i = end) {
        for (end = i + 1; end < said_count && strcmp(said[i].folded, said[end].folded) == 0 &&
                          compare_questions(said[i].answer, said[end].answer) == 0;)
            end++;
        if (end - i > 1)
            list[found++] = (struct mixup){said[end - 1].answer, end - i};
    }
    qsort(list, (size_t)found, sizeof *list, compare_times);
    *mixups = list;
    return found;
}
