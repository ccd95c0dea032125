#include "core/session.h"

#include <math.h>

#include "core/session_log.h"

enum { MS_PER_SECOND = 1000 };

static int turn_asked(const struct session *s)
{
    return s->at < s->turn_count ? s->queue[s->at] : -1;
}

static bool is_running(const struct session *s)
{
    return s->phase == SESSION_ASKING && !s->is_paused;
}

// Thinking time since the clock last started.
static int64_t running_ms(const struct session *s, int64_t now_ms)
{
    return is_running(s) && now_ms > s->since_ms ? now_ms - s->since_ms : 0;
}

static void stop_clock(struct session *s, int64_t now_ms)
{
    int turn = turn_asked(s);
    int64_t more_ms = running_ms(s, now_ms);
    if (turn >= 0)
        s->log->used_ms[turn] += more_ms;
    s->log->used_sum_ms += more_ms;
    s->spent_ms += more_ms;
    if (now_ms > s->since_ms)
        s->since_ms = now_ms;
}

// The clock goes on from what the question has used, also if that was undone since.
static void start_clock(struct session *s)
{
    int turn = turn_asked(s);
    s->spent_ms = turn >= 0 ? s->log->used_ms[turn] : 0;
}

static int64_t question_limit_ms(const struct session *s)
{
    int turn = turn_asked(s);
    if (turn < 0 || s->rules.question_limit_ms <= 0)
        return 0;
    int seconds = s->turns[turn].ask.question->seconds;
    return seconds > 0 ? (int64_t)seconds * MS_PER_SECOND : s->rules.question_limit_ms;
}

static int64_t left_of(int64_t limit_ms, int64_t used_ms)
{
    if (limit_ms <= 0)
        return INT64_MAX;
    return used_ms < limit_ms ? limit_ms - used_ms : 0;
}

static int64_t question_left_ms(const struct session *s, int64_t now_ms)
{
    return left_of(question_limit_ms(s), s->spent_ms + running_ms(s, now_ms));
}

static int64_t quiz_left_ms(const struct session *s, int64_t now_ms)
{
    return left_of(s->rules.quiz_limit_ms, s->log->used_sum_ms + running_ms(s, now_ms));
}

int64_t session_left_ms(const struct session *s, int64_t now_ms)
{
    int64_t question_ms = question_left_ms(s, now_ms), quiz_ms = quiz_left_ms(s, now_ms);
    return question_ms < quiz_ms ? question_ms : quiz_ms;
}

int64_t session_limit_ms(const struct session *s)
{
    int64_t question_ms = question_limit_ms(s), quiz_ms = s->rules.quiz_limit_ms;
    if (question_ms <= 0 || quiz_ms <= 0)
        return question_ms > quiz_ms ? question_ms : quiz_ms;
    // Both run down together, so which ends first is the same at any time.
    return question_ms - s->spent_ms < quiz_ms - s->log->used_sum_ms ? question_ms : quiz_ms;
}

void session_start(struct session *s, struct arena *arena, const struct picked *picked,
                   int count, const struct session_rules *rules, int64_t now_ms)
{
    *s = (struct session){
        .arena = arena,
        .rules = *rules,
        .turns = ARENA_ARRAY(arena, count + 1, struct turn),
        .turn_count = count,
        .queue = ARENA_ARRAY(arena, count + 1, int),
        .since_ms = now_ms,
        .log = ARENA_ARRAY(arena, 1, struct event_log),
    };
    s->log->used_ms = ARENA_ARRAY(arena, count + 1, int64_t);
    struct rng rng = rng_seed(rules->seed);
    for (int i = 0; i < count; i++)
        s->turns[i].ask = ask_make(picked[i].bank, picked[i].question, &rng);
    session_log_start(s);
}

static bool is_possible(const struct session *s, const struct event *event)
{
    const struct turn *turn = session_turn(s);
    switch (event->type) {
    case EVENT_ANSWER:
        return is_running(s) && event->answer;
    case EVENT_HINT:
        return is_running(s) && !turn->is_hinted && ask_has_hint(&turn->ask);
    case EVENT_SKIP:
        return is_running(s) && s->at + 1 < s->turn_count;
    case EVENT_TIME_UP:
        return is_running(s) && session_left_ms(s, event->at_ms) == 0;
    case EVENT_NEXT:
        return s->phase == SESSION_SHOWING && !s->is_paused;
    case EVENT_PAUSE:
        return s->phase != SESSION_DONE && !s->is_paused;
    case EVENT_RESUME:
        return s->is_paused;
    case EVENT_STOP:
        return s->phase != SESSION_DONE;
    case EVENT_UNDO:
        return session_can_undo(s);
    case EVENT_REDO:
        return session_can_redo(s);
    case EVENT_COUNT:
        break;
    }
    return false;
}

// Works out what the fold needs to know of `event`; the clock has been stopped.
static struct log_entry make_entry(struct session *s, const struct event *event)
{
    struct log_entry entry = {
        .type = event->type,
        .took_ms = s->spent_ms,
        .left_ms = session_left_ms(s, event->at_ms),
        .limit_ms = session_limit_ms(s),
        .ends_game = quiz_left_ms(s, event->at_ms) == 0,
        .mark = {.verdict = VERDICT_WRONG, .accepted = -1, .value = (double)NAN},
    };
    if (event->type == EVENT_ANSWER) {
        struct arena scratch = {0};
        entry.answer = answer_copy(event->answer, s->arena);
        entry.mark = mark_answer(&session_turn(s)->ask, &entry.answer, &scratch);
        arena_free(&scratch);
    }
    return entry;
}

bool session_apply(struct session *s, const struct event *event)
{
    if (!is_possible(s, event))
        return false;
    stop_clock(s, event->at_ms);
    if (event->type == EVENT_UNDO) {
        session_log_undo(s);
    } else if (event->type == EVENT_REDO) {
        session_log_redo(s);
    } else if (event->type == EVENT_PAUSE || event->type == EVENT_RESUME) {
        s->is_paused = event->type == EVENT_PAUSE; // what was undone can still be done again
    } else {
        struct log_entry entry = make_entry(s, event);
        session_log_add(s, &entry);
    }
    start_clock(s);
    return true;
}

bool session_edit(struct session *s, int turn, struct picked by)
{
    struct ask *ask = &s->turns[turn].ask;
    const struct question *before = ask->question, *now = by.question;
    bool has_options = now->kind == KIND_CHOICE || now->kind == KIND_MULTI;
    if (now->kind != before->kind ||
        (has_options && now->choice.options.count != before->choice.options.count))
        return false;
    ask->bank = by.bank;
    ask->question = now;
    return true;
}

const struct turn *session_turn(const struct session *s)
{
    int turn = s->phase == SESSION_DONE ? s->log->shown : turn_asked(s);
    return turn >= 0 ? &s->turns[turn] : NULL;
}

int session_answered(const struct session *s)
{
    return s->log->answered;
}

int session_right(const struct session *s)
{
    return s->log->right;
}
