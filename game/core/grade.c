#include "core/grade.h"

#include <stddef.h>

void grade_pace_add(struct grade_pace *pace, int64_t took_ms)
{
    if (took_ms <= 0)
        return;
    pace->took_ms[pace->next] = took_ms;
    pace->next = (pace->next + 1) % GRADE_PACE_MOST;
    pace->count += pace->count < GRADE_PACE_MOST;
}

/// The median twice, so that the mean of two in the middle stays a whole number.
static int64_t median_twice_ms(const struct grade_pace *pace)
{
    int64_t sorted[GRADE_PACE_MOST] = {0};
    for (int i = 0; i < pace->count; i++) {
        int at = i;
        for (; at > 0 && sorted[at - 1] > pace->took_ms[i]; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = pace->took_ms[i];
    }
    return sorted[(pace->count - 1) / 2] + sorted[pace->count / 2];
}

bool grade_is_slow(const struct grade_pace *pace, int64_t took_ms)
{
    // Capping the others too would change nothing: where one of them is in the middle, twice
    // the median is no less than the cap.
    int64_t capped_ms = took_ms < GRADE_PACE_CAP_MS ? took_ms : GRADE_PACE_CAP_MS;
    return pace->count >= GRADE_PACE_LEAST && capped_ms > median_twice_ms(pace);
}

static int rounded_share(int64_t part, int64_t whole)
{
    return (int)((INT64_C(2) * GRADE_EVIDENCE_FULL * part + whole) / (2 * whole));
}

static int evidence_of(const struct ask *ask, bool is_hinted)
{
    int shown = ask->shown_count;
    switch ((enum kind)ask->question->kind) {
    case KIND_CHOICE:
        shown -= is_hinted && ask->greyed != ASK_NONE;
        return shown > 1 ? rounded_share(shown - 1, shown) : 1;
    case KIND_TRUEFALSE:
        return rounded_share(1, 2);
    case KIND_MULTI:
        return rounded_share((INT64_C(1) << shown) - 1, INT64_C(1) << shown);
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_ORDER:
    case KIND_MATCH:
    case KIND_CLOZE:
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return GRADE_EVIDENCE_FULL;
}

struct grade grade_card(const struct ask *ask, int part, int credit, bool is_hinted,
                        bool is_slow)
{
    struct grade grade = {
        .part = part, .rating = FSRS_GOOD, .evidence = evidence_of(ask, is_hinted)};
    if (credit < CREDIT_FULL / 2) {
        grade.rating = FSRS_AGAIN;
    } else if (credit < CREDIT_FULL || is_hinted || is_slow) {
        grade.rating = FSRS_HARD;
    }
    return grade;
}

static int credit_of_gap(const struct turn *turn, int gap)
{
    struct arena scratch = {0};
    const char *typed = gap < turn->answer.text_count ? turn->answer.texts[gap] : NULL;
    int credit = mark_gap(&turn->ask, gap, typed, &scratch).credit;
    arena_free(&scratch);
    return credit;
}

int grade_turn(const struct turn *turn, const struct grade_pace *pace, struct arena *arena,
               struct grade **grades)
{
    const struct question *q = turn->ask.question;
    bool is_slow = pace && grade_is_slow(pace, turn->took_ms), is_cloze = q->kind == KIND_CLOZE;
    int count = is_cloze ? q->cloze.gap_count : 1;
    *grades = ARENA_ARRAY(arena, count, struct grade);
    for (int i = 0; i < count; i++) {
        int credit = is_cloze ? credit_of_gap(turn, i) : turn->mark.credit;
        (*grades)[i] = grade_card(&turn->ask, i, credit, turn->is_hinted, is_slow);
    }
    return count;
}
