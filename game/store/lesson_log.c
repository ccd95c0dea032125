#include "store/lesson_log.h"

#include <string.h>

#include "core/grade.h"
#include "store/lesson_log_parts.h"
#include "store/question_key.h"

const struct quiz_item *lesson_items(const struct picked *picked, int count,
                                     struct arena *arena)
{
    struct quiz_item *items = ARENA_ARRAY(arena, count + 1, struct quiz_item);
    for (int i = 0; i < count; i++) {
        const struct question *question = picked[i].question;
        if (!question)
            continue;
        items[i] = (struct quiz_item){.bank = picked[i].bank->id,
                                      .key = question_key(question, arena),
                                      .hash = question_key_hash(question, arena)};
    }
    return items;
}

const char *lesson_log_first_bank(const struct lesson_start *start)
{
    for (int i = 0; i < start->count; i++) {
        if (start->items[i].bank)
            return start->items[i].bank;
    }
    return NULL;
}

void lesson_log_make_room(struct lesson_log *log, struct arena *arena)
{
    log->noted = ARENA_ARRAY(arena, log->start.count + 1, int);
    log->noted_credit = ARENA_ARRAY(arena, log->start.count + 1, int);
}

void lesson_log_start(struct lesson_log *log, struct journal *journal,
                      const struct contest *contest, const struct lesson_start *start,
                      int64_t now_ms, struct fsrs_time wall)
{
    *log = (struct lesson_log){.journal = journal, .origin_ms = now_ms, .start = *start};
    lesson_log_make_room(log, contest->arena);
    if (!journal || !journal->path)
        return;
    log->game = journal_free_game(journal, wall.at_ms, start->rules.seed);
    journal_append(journal,
                   &(struct journal_event){.at_ms = wall.at_ms,
                                           .game = log->game,
                                           .type = JOURNAL_LESSON,
                                           .bank = lesson_log_first_bank(start),
                                           .data = lesson_start_text(start, contest->arena)});
}

// --- what the class remembers

/// How right the class was on a question that the lesson has left; -1: it doesn't count.
static int credit_to_note(const struct contest *c, int round)
{
    bool is_left = c->rounds[round].is_settled &&
                   (c->at != round || c->phase == CONTEST_DONE || c->phase == CONTEST_STANDING);
    return is_left ? contest_class_credit(c, round) : -1;
}

/// The round that was settled as the nth, from 1 on; -1: none.
static int round_of(const struct contest *c, int nth)
{
    for (int i = 0; i < c->round_count; i++) {
        if (c->rounds[i].is_settled && c->rounds[i].nth == nth)
            return i;
    }
    return CONTEST_NOBODY;
}

/// The choice that most hands took for right and is not, as a bit; 0: none.
static uint32_t most_chosen_wrong(const struct contest_round *round)
{
    int most = 0;
    uint32_t picked = 0;
    for (int place = 0; place < round->ask.shown_count; place++) {
        if (round->hands[place] > most && !ask_is_right(&round->ask, place)) {
            most = round->hands[place];
            picked = UINT32_C(1) << round->ask.shown[place];
        }
    }
    return picked;
}

/// What the class gave as its answer, if that is known: the first that was wrong.
static bool find_said(const struct contest_round *round, int team_count, struct turn *turn)
{
    if (round->mode == CONTEST_HANDS) {
        turn->answer.picked = most_chosen_wrong(round);
        return turn->answer.picked != 0;
    }
    for (int team = CONTEST_NOBODY; team < team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        if (share->is_typed && share->credit < CREDIT_FULL) {
            turn->answer = share->answer;
            return true;
        }
    }
    return false;
}

static struct journal_event answer_of(const struct lesson_log *log, const struct contest *c,
                                      int at, int64_t t_ms, struct fsrs_time wall,
                                      struct arena *arena)
{
    const struct contest_round *round = &c->rounds[at];
    const struct quiz_item *item = &log->start.items[at];
    int credit = credit_to_note(c, at);
    struct turn turn = {.ask = round->ask,
                        .is_answered = true,
                        .mark = {.credit = credit},
                        .took_ms = round->took_ms};
    turn.is_timed_out = !find_said(round, c->rules.team_count, &turn);
    bool is_cloze = round->ask.question->kind == KIND_CLOZE;
    int parts = is_cloze ? round->ask.question->cloze.gap_count : 1;
    struct grade *grades = ARENA_ARRAY(arena, parts, struct grade);
    for (int i = 0; i < parts; i++)
        grades[i] = grade_card(&round->ask, i, credit, false, false);
    const struct quiz_given given = {.turn = &turn,
                                     .hash = item->hash,
                                     .ahead_min = wall.ahead_min,
                                     .grades = grades,
                                     .grade_count = parts};
    return (struct journal_event){.at_ms = wall.at_ms,
                                  .game = log->game,
                                  .type = JOURNAL_ANSWER,
                                  .bank = item->bank,
                                  .question = item->key,
                                  .data = quiz_event_text(t_ms, &given, arena)};
}

/// How many of the answers that were noted still hold.
static int noted_that_hold(const struct lesson_log *log, const struct contest *c)
{
    int holds = 0;
    while (holds < log->noted_count) {
        int round = log->noted[holds];
        if (credit_to_note(c, round) != log->noted_credit[holds])
            break;
        holds++;
    }
    return holds;
}

static bool is_unjudged(const struct lesson_log *log, int round)
{
    return log->unjudged && log->unjudged[round];
}

/// Notes what the class answers now on a question, unless it was noted, or nobody knows.
static void note_round(struct lesson_log *log, const struct contest *c, int round)
{
    int credit = round >= 0 ? credit_to_note(c, round) : CONTEST_NOBODY;
    bool is_noted = round >= 0 && is_unjudged(log, round);
    for (int i = 0; i < log->noted_count; i++)
        is_noted = is_noted || log->noted[i] == round;
    if (credit < 0 || is_noted)
        return;
    log->noted[log->noted_count] = round;
    log->noted_credit[log->noted_count++] = credit;
}

void lesson_log_note_news(struct lesson_log *log, const struct contest *c)
{
    for (int nth = 1; nth <= c->asked; nth++)
        note_round(log, c, round_of(c, nth));
}

/// Adds to `events` what takes back that which the class does not answer any more, and what it
/// answers now. `left`: the question that alone may be new, which is so unless something was
/// undone or done again; CONTEST_NOBODY: any. Returns how many there are.
static int follow_memory(struct lesson_log *log, const struct contest *c, int left,
                         int64_t t_ms, struct fsrs_time wall, struct arena *arena,
                         struct journal_event *events)
{
    bool is_any = left == CONTEST_NOBODY;
    int count = 0, holds = is_any ? noted_that_hold(log, c) : log->noted_count;
    for (; log->noted_count > holds; log->noted_count--) {
        events[count++] = (struct journal_event){.at_ms = wall.at_ms,
                                                 .game = log->game,
                                                 .type = JOURNAL_UNDO,
                                                 .data = quiz_event_text(t_ms, NULL, arena)};
    }
    if (is_any) {
        lesson_log_note_news(log, c);
    } else {
        note_round(log, c, left);
    }
    for (int i = holds; i < log->noted_count; i++)
        events[count++] = answer_of(log, c, log->noted[i], t_ms, wall, arena);
    return count;
}

bool lesson_log_apply(struct lesson_log *log, struct contest *contest,
                      const struct contest_event *event, struct fsrs_time wall)
{
    int at = contest->at;
    if (!contest_apply(contest, event))
        return false;
    if (!log->journal || !log->game)
        return true;
    struct arena scratch = {0};
    int64_t t_ms = event->at_ms > log->origin_ms ? event->at_ms - log->origin_ms : 0;
    struct lesson_told told = {.event = event,
                               .t_ms = t_ms,
                               .asked = contest->asked,
                               .is_over = contest->phase == CONTEST_DONE};
    bool is_judged = event->type == CONTEST_COUNT && !is_unjudged(log, at);
    if (event->type == CONTEST_ANSWER || is_judged)
        told.ask = &contest->rounds[at].ask;
    if (event->type == CONTEST_ANSWER)
        told.credit = contest_last_credit(contest);
    struct journal_event *events =
        ARENA_ARRAY(&scratch, 2 * log->start.count + 2, struct journal_event);
    events[0] = (struct journal_event){.at_ms = wall.at_ms,
                                       .game = log->game,
                                       .type = JOURNAL_HOST,
                                       .data = lesson_event_text(&told, &scratch)};
    if (at >= 0 && at < log->start.count) {
        events[0].bank = log->start.items[at].bank;
        events[0].question = log->start.items[at].key;
    }
    int count = 1;
    bool is_back = event->type == CONTEST_UNDO || event->type == CONTEST_REDO;
    if (log->start.manner.has_memory && (is_back || at >= 0)) {
        count += follow_memory(log, contest, is_back ? CONTEST_NOBODY : at, t_ms, wall,
                               &scratch, events + 1);
    }
    journal_append_all(log->journal, events, count);
    arena_free(&scratch);
    return true;
}
