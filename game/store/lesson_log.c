#include "store/lesson_log.h"

#include <string.h>

#include "core/grade.h"
#include "store/question_finder.h"

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

static const char *first_bank(const struct lesson_start *start)
{
    for (int i = 0; i < start->count; i++) {
        if (start->items[i].bank)
            return start->items[i].bank;
    }
    return NULL;
}

static void make_room(struct lesson_log *log, struct arena *arena)
{
    log->noted = ARENA_ARRAY(arena, log->start.count + 1, int);
    log->noted_credit = ARENA_ARRAY(arena, log->start.count + 1, int);
}

void lesson_log_start(struct lesson_log *log, struct journal *journal,
                      const struct contest *contest, const struct lesson_start *start,
                      int64_t now_ms, struct fsrs_time wall)
{
    *log = (struct lesson_log){.journal = journal, .origin_ms = now_ms, .start = *start};
    make_room(log, contest->arena);
    if (!journal || !journal->path)
        return;
    log->game = journal_free_game(journal, wall.at_ms, start->rules.seed);
    journal_append(journal,
                   &(struct journal_event){.at_ms = wall.at_ms,
                                           .game = log->game,
                                           .type = JOURNAL_LESSON,
                                           .bank = first_bank(start),
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

/// Notes what the class answers now on a question, unless it was noted.
static void note_round(struct lesson_log *log, const struct contest *c, int round)
{
    int credit = round >= 0 ? credit_to_note(c, round) : CONTEST_NOBODY;
    bool is_noted = false;
    for (int i = 0; i < log->noted_count; i++)
        is_noted = is_noted || log->noted[i] == round;
    if (credit < 0 || is_noted)
        return;
    log->noted[log->noted_count] = round;
    log->noted_credit[log->noted_count++] = credit;
}

/// Notes what the class answers now beside what was noted.
static void note_news(struct lesson_log *log, const struct contest *c)
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
        note_news(log, c);
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
    if (event->type == CONTEST_ANSWER) {
        told.ask = &contest->rounds[at].ask;
        told.credit = contest_last_credit(contest);
    }
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

// --- back from the journal

/// What is read on the way to the lesson.
struct finder {
    struct question_finder questions;
    struct arena *arena;
    struct journal_event *events;
    int event_count;
    struct lesson_found *found;
};

/// In place of a question that is gone: a card, or a choice where choices were needed.
static struct picked nothing_left(bool has_choices, struct arena *arena)
{
    static const char *const blank[ASK_MARKS] = {"", "", "", "", "", ""};
    struct question *question = ARENA_ARRAY(arena, 1, struct question);
    struct bank *bank = ARENA_ARRAY(arena, 1, struct bank);
    *question = (struct question){.kind = KIND_CARD, .text = "", .points = 1};
    question->card.back = "";
    if (has_choices) {
        question->kind = KIND_CHOICE;
        question->choice.options = (struct texts){.items = blank, .count = ASK_MARKS};
        question->choice.right_count = 1;
    }
    *bank = (struct bank){
        .id = "", .title = "", .language = "en", .questions = question, .question_count = 1};
    return (struct picked){bank, question};
}

static bool is_about(const struct journal_event *event, const struct quiz_item *item)
{
    return event->type == JOURNAL_HOST && event->bank && event->question && item->bank &&
           strcmp(event->question, item->key) == 0 && strcmp(event->bank, item->bank) == 0;
}

/// Whether something happened while `item` was asked, which was called `began` at first.
static bool was_asked(const struct finder *f, const struct quiz_item *began,
                      const struct quiz_item *item)
{
    for (int i = 1; i < f->event_count; i++) {
        if (is_about(&f->events[i], began) || is_about(&f->events[i], item))
            return true;
    }
    return false;
}

/// A lesson of hands passes over what has no choices. Where that is otherwise now than it was
/// then, something else has the question's place, or what followed would be taken for answers
/// to others.
static void keep_course(const struct finder *f, const struct quiz_item *items,
                        struct picked *picked, bool *is_gone)
{
    const struct lesson_start *start = &f->found->log.start;
    bool has_later = false;
    for (int i = start->count - 1; i >= 0 && start->rules.mode == CONTEST_HANDS; i--) {
        bool asked = was_asked(f, &start->items[i], &items[i]);
        bool fits = contest_fits(CONTEST_HANDS, picked[i].question) == CONTEST_FITS;
        if (asked ? !fits : fits && has_later) {
            picked[i] = nothing_left(asked, f->arena);
            is_gone[i] = true;
        }
        has_later = has_later || asked;
    }
}

static struct picked *find_questions(struct finder *f)
{
    struct lesson_start *start = &f->found->log.start;
    struct picked *picked = ARENA_ARRAY(f->arena, start->count + 1, struct picked);
    struct quiz_item *items = ARENA_ARRAY(f->arena, start->count + 1, struct quiz_item);
    bool *is_gone = ARENA_ARRAY(f->arena, start->count + 1, bool);
    bool *is_changed = ARENA_ARRAY(f->arena, start->count + 1, bool);
    for (int i = 0; i < start->count; i++) {
        const struct found_bank *bank;
        items[i] = start->items[i];
        if (!items[i].bank)
            continue;
        const struct question *question = question_finder_find(&f->questions, &items[i], &bank);
        is_gone[i] = !question;
        picked[i] = question ? (struct picked){bank->index.bank, question}
                             : nothing_left(false, f->arena);
        f->found->gone += is_gone[i];
        const char *hash = question ? question_key_hash(question, f->arena) : items[i].hash;
        is_changed[i] = strcmp(hash, items[i].hash) != 0;
        f->found->changed += is_changed[i];
        items[i].hash = hash;
    }
    keep_course(f, items, picked, is_gone);
    start->items = items;
    f->found->is_gone = is_gone;
    f->found->is_changed = is_changed;
    return picked;
}

static bool is_same_question(const struct finder *f, const struct lesson_start *began, int at)
{
    const struct lesson_found *found = f->found;
    return at >= 0 && !found->is_gone[at] &&
           strcmp(began->items[at].hash, found->log.start.items[at].hash) == 0;
}

/// Reads an answer to a question that reads as it did. Returns false also if the judge says
/// otherwise now than then, as where typos are looked at more strictly: what was said then
/// holds, or the course of the lesson would be another one.
static bool read_answer(const struct finder *f, const struct lesson_start *began,
                        const char *data, int credit, struct answer *answer)
{
    const struct contest *contest = &f->found->contest;
    if (!is_same_question(f, began, contest->at))
        return false;
    const struct ask *ask = &contest->rounds[contest->at].ask;
    return quiz_answer_read(data, ask, f->arena, answer) &&
           mark_answer(ask, answer, f->arena).credit == credit;
}

/// Applies what the journal says. What can't be is passed over: it can't have counted either.
static void replay(struct finder *f, const struct lesson_start *began, int64_t origin_ms)
{
    struct contest *contest = &f->found->contest;
    for (int i = 1; i < f->event_count; i++) {
        struct contest_event event;
        struct answer answer;
        const char *data = f->events[i].data;
        if (f->events[i].type != JOURNAL_HOST ||
            !lesson_event_read(data, origin_ms, f->arena, &event))
            continue;
        if (event.type == CONTEST_ANSWER) {
            bool is_read = read_answer(f, began, data, event.credit, &answer);
            event.answer = is_read ? &answer : NULL;
            event.type = is_read ? CONTEST_ANSWER : CONTEST_JUDGE;
        }
        contest_apply(contest, &event);
        f->found->ended_ms = f->events[i].at_ms;
    }
}

static int64_t last_ms(const struct finder *f)
{
    int64_t last = 0;
    for (int i = 1; i < f->event_count; i++) {
        struct contest_event event;
        bool is_read = f->events[i].type == JOURNAL_HOST &&
                       lesson_event_read(f->events[i].data, 0, f->arena, &event);
        if (is_read && event.at_ms > last)
            last = event.at_ms;
    }
    return last;
}

/// Reads `game`; the last event was at `now_ms`, by the clock of the lesson.
static bool read_lesson(struct finder *f, struct journal *journal, struct library *library,
                        int64_t game, int64_t now_ms)
{
    struct lesson_found *found = f->found;
    *found = (struct lesson_found){.log = {.journal = journal, .game = game}};
    f->event_count = game ? journal_read_game(journal, game, f->arena, &f->events) : 0;
    if (f->event_count == 0 || f->events[0].type != JOURNAL_LESSON ||
        !lesson_start_read(f->events[0].data, f->arena, &found->log.start))
        return false;
    const struct lesson_start began = found->log.start;
    found->began_ms = found->ended_ms = f->events[0].at_ms;
    f->questions = question_finder_make(library, journal, game, began.count, f->arena);
    const struct picked *picked = find_questions(f);
    if (found->gone == began.count)
        return false;
    found->log.origin_ms = now_ms - last_ms(f);
    contest_start(&found->contest, f->arena, picked, began.count, &began.rules,
                  found->log.origin_ms);
    replay(f, &began, found->log.origin_ms);
    make_room(&found->log, f->arena);
    if (began.manner.has_memory)
        note_news(&found->log, &found->contest);
    return true;
}

/// Notes it as well: where the questions are back the next time, the lesson goes its course.
static void leave_out_gone(struct lesson_found *found, int64_t now_ms, struct fsrs_time wall)
{
    struct contest_event event = {.type = CONTEST_LEAVE_OUT, .at_ms = now_ms};
    for (event.round = 0; event.round < found->log.start.count; event.round++) {
        if (found->is_gone[event.round])
            lesson_log_apply(&found->log, &found->contest, &event, wall);
    }
}

static int64_t last_lesson(const struct journal *journal)
{
    return journal_last_game(journal, JOURNAL_LESSON, JOURNAL_HOST, NULL);
}

bool lesson_log_find(struct journal *journal, struct library *library, struct arena *arena,
                     int64_t now_ms, struct fsrs_time wall, struct lesson_found *found)
{
    struct finder f = {.arena = arena, .found = found};
    if (!read_lesson(&f, journal, library, last_lesson(journal), now_ms) ||
        found->contest.phase == CONTEST_DONE)
        return false;
    leave_out_gone(found, now_ms, wall);
    lesson_log_apply(&found->log, &found->contest,
                     &(struct contest_event){.type = CONTEST_PAUSE, .at_ms = now_ms}, wall);
    return true;
}

void lesson_log_give_up(struct journal *journal, struct fsrs_time wall)
{
    struct arena scratch = {0};
    struct finder f = {.arena = &scratch};
    struct lesson_glance glance;
    if (lesson_log_glance(journal, &scratch, &glance)) {
        int64_t game = last_lesson(journal);
        f.event_count = journal_read_game(journal, game, &scratch, &f.events);
        const struct contest_event stop = {.type = CONTEST_STOP};
        const struct lesson_told told = {
            .event = &stop, .t_ms = last_ms(&f), .asked = glance.at, .is_over = true};
        journal_append(journal,
                       &(struct journal_event){.at_ms = wall.at_ms,
                                               .game = game,
                                               .type = JOURNAL_HOST,
                                               .data = lesson_event_text(&told, &scratch)});
    }
    arena_free(&scratch);
}

bool lesson_log_read(struct journal *journal, struct library *library, int64_t game,
                     struct arena *arena, struct lesson_found *found)
{
    struct finder f = {.arena = arena, .found = found};
    return read_lesson(&f, journal, library, game, 0);
}

bool lesson_log_glance(const struct journal *journal, struct arena *arena,
                       struct lesson_glance *glance)
{
    struct journal_event *events;
    struct lesson_start start;
    int64_t game = last_lesson(journal);
    int count = game ? journal_read_game(journal, game, arena, &events) : 0;
    bool is_over = false;
    *glance = (struct lesson_glance){0};
    if (count == 0 || events[0].type != JOURNAL_LESSON ||
        !lesson_start_read(events[0].data, arena, &start))
        return false;
    *glance = (struct lesson_glance){
        .bank = first_bank(&start), .count = start.count, .began_ms = events[0].at_ms};
    for (int i = count - 1; i > 0; i--) {
        if (events[i].type == JOURNAL_HOST &&
            lesson_event_glance(events[i].data, &glance->at, &is_over))
            break;
    }
    return !is_over;
}

int lesson_log_list(const struct journal *journal, struct arena *arena, int64_t **games)
{
    return journal_games(journal, JOURNAL_LESSON, arena, games);
}
