#include "core/study_log.h"

#include <assert.h>
#include <string.h>

enum { FIRST_ROOM = 32 };

/// The figure that counts a card where it is.
static int *figure_of(struct study *s, uint32_t card)
{
    switch ((enum study_where)s->log->where[card]) {
    case STUDY_OUT:
        return NULL;
    case STUDY_WAITING:
        return &s->left.learning;
    case STUDY_QUEUED:
        break;
    }
    switch ((enum fsrs_phase)s->cards[card].memory.phase) {
    case FSRS_NEW:
        return &s->left.new_cards;
    case FSRS_REVIEW:
        return &s->left.due;
    case FSRS_LEARNING:
    case FSRS_RELEARNING:
    case FSRS_PHASE_COUNT:
        break;
    }
    return &s->left.learning;
}

static void put_in(struct study *s, uint32_t card, struct study_place place)
{
    struct study_log *log = s->log;
    assert(log->where[card] == STUDY_OUT);
    log->where[card] = (uint8_t)place.where;
    if (place.where == STUDY_WAITING)
        study_wait_add(&log->wait, card, place.at_ms);
    if (place.where == STUDY_QUEUED && (int)log->queue_places[card] < log->next)
        log->next = (int)log->queue_places[card];
    int *figure = figure_of(s, card);
    if (figure)
        ++*figure;
}

static struct study_place take_out(struct study *s, uint32_t card)
{
    struct study_log *log = s->log;
    struct study_place place = {.where = (enum study_where)log->where[card]};
    int *figure = figure_of(s, card);
    if (figure)
        --*figure;
    if (place.where == STUDY_WAITING)
        place.at_ms = study_wait_remove(&log->wait, card);
    log->where[card] = STUDY_OUT;
    return place;
}

void study_log_init(struct study *s)
{
    struct study_log *log = ARENA_ARRAY(s->arena, 1, struct study_log);
    *log = (struct study_log){
        .queue_places = ARENA_ARRAY(s->arena, s->card_count + 1, uint32_t),
        .where = ARENA_ARRAY(s->arena, s->card_count + 1, uint8_t),
        .is_graded = ARENA_ARRAY(s->arena, s->card_count + 1, bool),
    };
    study_wait_init(&log->wait, s->card_count, s->arena);
    s->log = log;
    for (int i = 0; i < s->deck.queue_count; i++) {
        log->queue_places[s->deck.queue[i]] = (uint32_t)i;
        put_in(s, s->deck.queue[i], (struct study_place){.where = STUDY_QUEUED});
    }
    for (int i = 0; i < s->deck.learning_count; i++) {
        uint32_t card = s->deck.learning[i];
        put_in(s, card, (struct study_place){STUDY_WAITING, s->cards[card].memory.due_ms});
    }
}

struct study_state study_log_state(const struct study *s, uint32_t card)
{
    const struct deck_card *c = &s->cards[card];
    return (struct study_state){c->memory, c->hidden_until_ms, c->is_suspended};
}

void study_log_set_state(struct study *s, uint32_t card, const struct study_state *state)
{
    struct deck_card *c = &s->cards[card];
    c->memory = state->memory;
    c->hidden_until_ms = state->hidden_until_ms;
    c->is_suspended = state->is_suspended;
}

/// Counts a grade in, or out if `by` is -1. The card is as it was before the grade.
static void count_grade(struct study *s, const struct study_step *step, int by)
{
    if (step->action != STUDY_GRADE)
        return;
    s->done.grades[step->grade.rating] += by;
    s->done.took_ms += by * step->took_ms;
    if (!step->is_first_grade)
        return;
    s->done.cards += by;
    s->done.new_cards += s->cards[step->card].memory.phase == FSRS_NEW ? by : 0;
    s->log->is_graded[step->card] = by > 0;
}

static void swap_state(struct study *s, struct study_step *step)
{
    struct study_state here = study_log_state(s, step->card);
    study_log_set_state(s, step->card, &step->other);
    step->other = here;
}

void study_log_redo(struct study *s)
{
    struct study_log *log = s->log;
    assert(log->count < log->total);
    struct study_step *step = &log->steps[log->count++];
    step->from = take_out(s, step->card);
    step->is_first_grade = !log->is_graded[step->card];
    count_grade(s, step, 1);
    swap_state(s, step);
    put_in(s, step->card, step->to);
}

void study_log_undo(struct study *s)
{
    struct study_log *log = s->log;
    assert(log->count > 0);
    struct study_step *step = &log->steps[--log->count];
    take_out(s, step->card);
    swap_state(s, step);
    count_grade(s, step, -1);
    put_in(s, step->card, step->from);
}

void study_log_add(struct study *s, const struct study_step *step,
                   const struct study_state *after)
{
    struct study_log *log = s->log;
    if (log->count == log->room) {
        log->room = log->room ? log->room * 2 : FIRST_ROOM;
        struct study_step *steps = ARENA_ARRAY(s->arena, log->room, struct study_step);
        if (log->count)
            memcpy(steps, log->steps, (size_t)log->count * sizeof *steps);
        log->steps = steps;
    }
    log->steps[log->count] = *step;
    log->steps[log->count].other = *after;
    log->total = log->count + 1;
    study_log_redo(s);
}

int study_log_first(struct study *s)
{
    struct study_log *log = s->log;
    for (; log->next < s->deck.queue_count; log->next++) {
        uint32_t card = s->deck.queue[log->next];
        if (log->where[card] == STUDY_QUEUED)
            return (int)card;
    }
    return -1;
}
