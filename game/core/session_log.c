#include "core/session_log.h"

#include <string.h>

enum { FIRST_ROOM = 64 };

// Whether undo stops at such an event; the others go with the one before them.
static bool is_undoable(enum event_type type)
{
    return type == EVENT_ANSWER || type == EVENT_HINT || type == EVENT_SKIP ||
           type == EVENT_TIME_UP || type == EVENT_STOP;
}

static void fold_answer(struct session *s, struct turn *turn, const struct log_entry *entry)
{
    bool is_right = entry->mark.credit == CREDIT_FULL;
    turn->is_answered = true;
    turn->is_timed_out = entry->type == EVENT_TIME_UP;
    turn->answer = entry->answer;
    turn->mark = entry->mark;
    turn->took_ms = entry->took_ms;
    if (!turn->is_timed_out)
        s->streak = is_right ? s->streak + 1 : 0;
    const struct score_rules rules = {
        .has_speed = s->rules.has_speed,
        .has_streak = s->rules.has_streak,
        .question_count = s->turn_count,
    };
    turn->points = score_answer(&rules, turn->ask.question, entry->mark.credit, turn->is_hinted,
                                s->streak, entry->left_ms, entry->limit_ms);
    s->sum = score_add(s->sum, turn->points);
    s->phase = SESSION_SHOWING;
    s->log->shown = (int)(turn - s->turns);
    s->log->answered++;
    s->log->right += is_right;
}

static void fold_skip(struct session *s, struct turn *turn)
{
    turn->is_skipped = true;
    int skipped = s->queue[s->at];
    int behind = s->turn_count - s->at - 1;
    memmove(&s->queue[s->at], &s->queue[s->at + 1], (size_t)behind * sizeof *s->queue);
    s->queue[s->turn_count - 1] = skipped;
}

static void fold_next(struct session *s, const struct log_entry *entry)
{
    if (entry->ends_game || s->at + 1 == s->turn_count) {
        s->phase = SESSION_DONE;
        return;
    }
    s->at++;
    s->phase = SESSION_ASKING;
}

static void fold(struct session *s, const struct log_entry *entry)
{
    struct turn *turn = &s->turns[s->queue[s->at]];
    switch (entry->type) {
    case EVENT_ANSWER:
    case EVENT_TIME_UP:
        fold_answer(s, turn, entry);
        break;
    case EVENT_HINT:
        turn->is_hinted = true;
        break;
    case EVENT_SKIP:
        fold_skip(s, turn);
        break;
    case EVENT_NEXT:
        fold_next(s, entry);
        break;
    case EVENT_STOP:
        s->phase = SESSION_DONE;
        s->is_paused = false;
        break;
    case EVENT_PAUSE:
    case EVENT_RESUME:
    case EVENT_UNDO:
    case EVENT_REDO:
    case EVENT_COUNT:
        break; // no entries
    }
}

void session_log_start(struct session *s)
{
    for (int i = 0; i < s->turn_count; i++) {
        s->queue[i] = i;
        s->turns[i] = (struct turn){.ask = s->turns[i].ask};
    }
    s->at = 0;
    s->phase = s->turn_count > 0 ? SESSION_ASKING : SESSION_DONE;
    s->streak = 0;
    s->sum = (struct points){0};
    s->log->answered = s->log->right = 0;
    s->log->shown = -1;
}

void session_log_add(struct session *s, const struct log_entry *entry)
{
    struct event_log *log = s->log;
    if (log->count == log->room) {
        log->room = log->room ? log->room * 2 : FIRST_ROOM;
        struct log_entry *entries = ARENA_ARRAY(s->arena, log->room, struct log_entry);
        if (log->count)
            memcpy(entries, log->entries, (size_t)log->count * sizeof *entries);
        log->entries = entries;
    }
    log->entries[log->count++] = *entry;
    log->total = log->count;
    fold(s, entry);
}

void session_log_undo(struct session *s)
{
    struct event_log *log = s->log;
    do {
        log->count--;
    } while (!is_undoable(log->entries[log->count].type));
    session_log_start(s);
    for (int i = 0; i < log->count; i++)
        fold(s, &log->entries[i]);
}

void session_log_redo(struct session *s)
{
    struct event_log *log = s->log;
    do {
        fold(s, &log->entries[log->count++]);
    } while (log->count < log->total && !is_undoable(log->entries[log->count].type));
}

bool session_can_undo(const struct session *s)
{
    for (int i = s->log->count; i > 0; i--) {
        if (is_undoable(s->log->entries[i - 1].type))
            return true;
    }
    return false;
}

bool session_can_redo(const struct session *s)
{
    return s->log->count < s->log->total;
}
