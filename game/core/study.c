#include "core/study.h"

#include <assert.h>
#include <string.h>

#include "core/study_log.h"

static bool is_cram(const struct study *s)
{
    return s->rules.mode == DECK_CRAM;
}

void study_start(struct study *s, struct arena *arena, const struct deck_card *cards, int count,
                 const struct deck_rules *rules)
{
    *s = (struct study){
        .arena = arena,
        .rules = *rules,
        .cards = ARENA_ARRAY(arena, count + 1, struct deck_card),
        .card_count = count,
        .shown = -1,
    };
    if (count > 0)
        memcpy(s->cards, cards, (size_t)count * sizeof *cards);
    s->deck = deck_draw(s->cards, count, rules, arena);
    study_log_init(s);
}

/// Which card comes next; -1: none now.
static int draw(struct study *s, int64_t now_ms)
{
    const struct study_wait *wait = &s->log->wait;
    int first = study_log_first(s);
    if (wait->count == 0)
        return first;
    int waiting = (int)wait->items[0].card;
    if (is_cram(s))
        return first >= 0 ? first : waiting;
    int64_t due_ms = wait->items[0].at_ms;
    if (due_ms <= now_ms)
        return waiting;
    if (first >= 0)
        return first;
    return due_ms - s->rules.ahead_ms <= now_ms ? waiting : -1;
}

const struct deck_card *study_current(struct study *s, int64_t now_ms)
{
    if (s->shown < 0) {
        s->shown = draw(s, now_ms);
        s->shown_ms = now_ms;
    }
    return s->shown >= 0 ? &s->cards[s->shown] : NULL;
}

uint64_t study_face_seed(const struct study *s, const struct deck_card *card)
{
    return s->rules.seed ^ card->seed ^ card->memory.reviews;
}

int64_t study_next_ms(const struct study *s)
{
    const struct study_wait *wait = &s->log->wait;
    return wait->count > 0 ? wait->items[0].at_ms - s->rules.ahead_ms : INT64_MAX;
}

static bool is_grade(struct study_grade grade)
{
    return grade.rating >= FSRS_AGAIN && grade.rating < FSRS_RATING_END &&
           grade.evidence >= 1 && grade.evidence <= STUDY_EVIDENCE_FULL;
}

/// Where a card goes with a grade after which it has `memory`.
static struct study_place place_after(const struct study *s, struct study_grade grade,
                                      const struct fsrs_card *memory)
{
    if (is_cram(s)) {
        return grade.rating == FSRS_AGAIN ? (struct study_place){STUDY_WAITING, s->log->count}
                                          : (struct study_place){.where = STUDY_OUT};
    }
    bool comes_back = memory->phase == FSRS_LEARNING || memory->phase == FSRS_RELEARNING;
    return comes_back && memory->due_ms <= s->deck.last_ms
               ? (struct study_place){STUDY_WAITING, memory->due_ms}
               : (struct study_place){.where = STUDY_OUT};
}

/// Reviews `memory` with `grade`, unless the session is for nothing.
static bool review(const struct study *s, uint32_t card, struct study_grade grade,
                   struct fsrs_time now, struct fsrs_card *memory, struct fsrs_outcome *outcome)
{
    *outcome = (struct fsrs_outcome){0};
    return is_grade(grade) &&
           (is_cram(s) || fsrs_review_weighed(s->rules.fsrs, memory, grade.rating,
                                              (double)grade.evidence / STUDY_EVIDENCE_FULL, now,
                                              s->cards[card].seed, outcome));
}

static int64_t took_ms(const struct study *s, int64_t now_ms)
{
    int64_t took = now_ms > s->shown_ms ? now_ms - s->shown_ms : 0;
    return took < STUDY_TOOK_MOST_MS ? took : STUDY_TOOK_MOST_MS;
}

static int64_t tomorrow_ms(const struct study *s, struct fsrs_time now)
{
    struct fsrs_days days = s->rules.fsrs->options.days;
    return fsrs_days_begin_ms(days, fsrs_days_number(days, now) + 1, now.ahead_min);
}

/// Takes a step that says card, action, grade and time. Returns false, and changes nothing, if
/// the card can't be graded so.
static bool take(struct study *s, struct study_step step, struct fsrs_time now,
                 struct fsrs_outcome *outcome)
{
    struct study_state after = study_log_state(s, step.card);
    switch (step.action) {
    case STUDY_GRADE:
        if (!review(s, step.card, step.grade, now, &after.memory, outcome))
            return false;
        step.to = place_after(s, step.grade, &after.memory);
        break;
    case STUDY_HIDE:
        after.hidden_until_ms = tomorrow_ms(s, now);
        break;
    case STUDY_SUSPEND:
        after.is_suspended = true;
        break;
    }
    study_log_add(s, &step, &after);
    s->shown = -1;
    return true;
}

bool study_grade(struct study *s, struct study_grade grade, struct fsrs_time now,
                 struct fsrs_outcome *outcome)
{
    struct study_step step = {
        .card = (uint32_t)s->shown,
        .action = STUDY_GRADE,
        .grade = grade,
        .took_ms = took_ms(s, now.at_ms),
    };
    return s->shown >= 0 && take(s, step, now, outcome);
}

bool study_hide(struct study *s, struct fsrs_time now)
{
    struct study_step step = {.card = (uint32_t)s->shown, .action = STUDY_HIDE};
    return s->shown >= 0 && take(s, step, now, NULL);
}

bool study_suspend(struct study *s, struct fsrs_time now)
{
    struct study_step step = {.card = (uint32_t)s->shown, .action = STUDY_SUSPEND};
    return s->shown >= 0 && take(s, step, now, NULL);
}

bool study_preview(const struct study *s, int evidence, struct fsrs_time now,
                   struct fsrs_outcome outcomes[FSRS_RATING_END])
{
    if (s->shown < 0 || is_cram(s))
        return false;
    const struct deck_card *card = &s->cards[s->shown];
    return fsrs_preview(s->rules.fsrs, &card->memory, (double)evidence / STUDY_EVIDENCE_FULL,
                        now, card->seed, outcomes);
}

bool study_can_undo(const struct study *s)
{
    return s->log->count > 0;
}

bool study_can_redo(const struct study *s)
{
    return s->log->count < s->log->total;
}

/// Puts up the card that the first undone step was done with.
static void show_undone(struct study *s, int64_t now_ms)
{
    const struct study_log *log = s->log;
    s->shown = study_can_redo(s) ? (int)log->steps[log->count].card : -1;
    s->shown_ms = now_ms;
}

int study_undo(struct study *s, int64_t now_ms)
{
    if (!study_can_undo(s))
        return -1;
    study_log_undo(s);
    show_undone(s, now_ms);
    return s->shown;
}

int study_redo(struct study *s, int64_t now_ms)
{
    if (!study_can_redo(s))
        return -1;
    int card = (int)s->log->steps[s->log->count].card;
    study_log_redo(s);
    show_undone(s, now_ms);
    return card;
}

/// Takes off what `past`, a grade, added to today's figures: nothing, if its card was graded
/// today before.
static void uncount(struct deck_rules *rules, const struct study_past *past)
{
    struct fsrs_days days = rules->fsrs->options.days;
    struct fsrs_time last = {past->before.last_ms, past->at.ahead_min};
    if (past->before.phase == FSRS_NEW) {
        rules->new_done--;
    } else if (fsrs_days_number(days, last) < fsrs_days_number(days, past->at)) {
        rules->reviews_done--;
    }
}

/// Makes `card` as it was before `past`, and returns how it was after.
static struct study_state rewind_card(struct deck_card *card, const struct study_past *past,
                                      bool counts)
{
    struct study_state after = {card->memory, card->hidden_until_ms, card->is_suspended};
    switch (past->action) {
    case STUDY_GRADE:
        card->memory = counts ? past->before : card->memory;
        break;
    case STUDY_HIDE:
        card->hidden_until_ms = 0;
        break;
    case STUDY_SUSPEND:
        card->is_suspended = false;
        break;
    }
    return after;
}

static struct study_step step_of(const struct study_past *past)
{
    return (struct study_step){
        .card = (uint32_t)past->card,
        .action = past->action,
        .grade = past->grade,
        .took_ms = past->took_ms,
    };
}

/// How the cards, which are as they are now, were before the session, and in `after` how each
/// was after what was done with it. In `scratch`.
static struct deck_card *rewind_cards(const struct deck_card *cards, int count,
                                      const struct study_history *history, bool counts,
                                      struct study_state *after, struct arena *scratch)
{
    struct deck_card *before = ARENA_ARRAY(scratch, count + 1, struct deck_card);
    if (count > 0)
        memcpy(before, cards, (size_t)count * sizeof *cards);
    for (int i = history->count - 1; i >= 0; i--) {
        const struct study_past *past = &history->past[i];
        assert(past->card >= 0 && past->card < count);
        after[i] = rewind_card(&before[past->card], past, counts);
    }
    return before;
}

/// Does again what is past, in a session that was just started.
static void repeat(struct study *s, const struct study_history *history,
                   const struct study_state *after)
{
    for (int i = 0; i < history->count; i++) {
        struct study_step step = step_of(&history->past[i]);
        if (step.action == STUDY_GRADE)
            step.to = place_after(s, step.grade, &after[i].memory);
        study_log_add(s, &step, &after[i]);
    }
    int again = 0;
    for (; again < history->undone_count; again++) {
        const struct study_past *undone = &history->past[history->count + again];
        struct fsrs_outcome outcome;
        if (!take(s, step_of(undone), undone->at, &outcome))
            break;
    }
    while (again-- > 0)
        study_log_undo(s);
}

void study_restore(struct study *s, struct arena *arena, const struct deck_card *cards,
                   int count, const struct deck_rules *rules,
                   const struct study_history *history, int64_t now_ms)
{
    struct arena scratch = {0};
    bool counts = rules->mode != DECK_CRAM;
    struct study_state *after = ARENA_ARRAY(&scratch, history->count + 1, struct study_state);
    struct deck_card *before = rewind_cards(cards, count, history, counts, after, &scratch);
    struct deck_rules then = *rules;
    for (int i = 0; i < history->count && counts; i++) {
        if (history->past[i].action == STUDY_GRADE)
            uncount(&then, &history->past[i]);
    }
    study_start(s, arena, before, count, &then);
    repeat(s, history, after);
    arena_free(&scratch);
    show_undone(s, now_ms);
}

int study_tomorrow(const struct study *s)
{
    const struct fsrs *f = s->rules.fsrs;
    int64_t tomorrow = fsrs_days_number(f->options.days, s->rules.now) + 1;
    int count = 0;
    for (int i = 0; i < s->card_count; i++) {
        const struct deck_card *card = &s->cards[i];
        count += card->memory.phase != FSRS_NEW && !card->is_suspended &&
                 fsrs_due_day(f, &card->memory, s->rules.now.ahead_min) <= tomorrow;
    }
    return count;
}
