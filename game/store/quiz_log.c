#include "store/quiz_log.h"

#include <string.h>

#include "core/kinds/kind.h"
#include "store/journal_undo.h"
#include "store/question_finder.h"
#include "store/quiz_log_text.h"

static const int types[EVENT_COUNT] = {
    [EVENT_ANSWER] = JOURNAL_ANSWER,   [EVENT_HINT] = JOURNAL_HINT,
    [EVENT_SKIP] = JOURNAL_SKIP,       [EVENT_NEXT] = JOURNAL_NEXT,
    [EVENT_TIME_UP] = JOURNAL_TIME_UP, [EVENT_PAUSE] = JOURNAL_PAUSE,
    [EVENT_RESUME] = JOURNAL_RESUME,   [EVENT_STOP] = JOURNAL_STOP,
    [EVENT_UNDO] = JOURNAL_UNDO,       [EVENT_REDO] = JOURNAL_REDO,
};

/// EVENT_COUNT for what is no event of a quiz.
static enum event_type event_type_of(int type)
{
    for (int i = 0; i < EVENT_COUNT; i++) {
        if (types[i] == type)
            return (enum event_type)i;
    }
    return EVENT_COUNT;
}

void quiz_log_start(struct quiz_log *log, struct journal *journal,
                    const struct session *session, int64_t now_ms, struct fsrs_time wall)
{
    *log = (struct quiz_log){.journal = journal, .origin_ms = now_ms};
    if (!journal || !journal->path)
        return;
    struct arena *arena = session->arena;
    struct quiz_start start = {
        .rules = session->rules,
        .items = ARENA_ARRAY(arena, session->turn_count + 1, struct quiz_item),
        .count = session->turn_count,
    };
    const char **keys = ARENA_ARRAY(arena, session->turn_count + 1, const char *);
    const char **banks = ARENA_ARRAY(arena, session->turn_count + 1, const char *);
    const char **hashes = ARENA_ARRAY(arena, session->turn_count + 1, const char *);
    for (int i = 0; i < session->turn_count; i++) {
        const struct ask *ask = &session->turns[i].ask;
        hashes[i] = question_key_hash(ask->question, arena);
        keys[i] = ask->question->id ? ask->question->id : hashes[i];
        banks[i] = ask->bank->id;
        start.items[i] = (struct quiz_item){banks[i], keys[i], hashes[i]};
    }
    log->keys = keys;
    log->banks = banks;
    log->hashes = hashes;
    log->game = journal_free_game(journal, wall.at_ms, session->rules.seed);
    journal_append(journal, &(struct journal_event){.at_ms = wall.at_ms,
                                                    .game = log->game,
                                                    .type = JOURNAL_QUIZ,
                                                    .bank = start.count ? banks[0] : NULL,
                                                    .data = quiz_start_text(&start, arena)});
}

void quiz_log_set_paces(struct quiz_log *log, const struct session *session,
                        const struct grade_pace *paces)
{
    struct grade_pace *copies = ARENA_ARRAY(session->arena, KIND_COUNT, struct grade_pace);
    memcpy(copies, paces, KIND_COUNT * sizeof *copies);
    log->paces = copies;
    log->paced = session->at + (session->phase != SESSION_ASKING);
}

static void learn_pace(const struct memory *memory, int kind, struct grade_pace *pace)
{
    int64_t took_ms[GRADE_PACE_MOST];
    int count = memory_paces(memory, kind_rules(kind)->name, GRADE_PACE_MOST, took_ms);
    while (count > 0)
        grade_pace_add(pace, took_ms[--count]); // the oldest goes first
}

void quiz_log_learn_paces(struct quiz_log *log, const struct session *session,
                          const struct memory *memory)
{
    if (!memory)
        return;
    struct grade_pace paces[KIND_COUNT] = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++)
        learn_pace(memory, kind, &paces[kind]);
    quiz_log_set_paces(log, session, paces);
}

void quiz_log_leave_out(struct quiz_log *log, bool is_out, struct fsrs_time wall)
{
    if (!log->journal || !log->game)
        return;
    journal_append(log->journal,
                   &(struct journal_event){.at_ms = wall.at_ms,
                                           .game = log->game,
                                           .type = is_out ? JOURNAL_OUT : JOURNAL_IN});
}

/// How fast questions of the kind of `turn`, which stands last, were answered before it. Made
/// anew from what stands in the session, so that undo holds here too.
static struct grade_pace pace_before(const struct quiz_log *log, const struct session *session,
                                     const struct turn *turn)
{
    int kind = turn->ask.question->kind;
    struct grade_pace pace = {0};
    if (log->paces)
        pace = log->paces[kind];
    for (int i = log->paced; i < session->at; i++) {
        const struct turn *before = &session->turns[session->queue[i]];
        if (before->mark.credit == CREDIT_FULL && before->ask.question->kind == kind)
            grade_pace_add(&pace, before->took_ms);
    }
    return pace;
}

static struct quiz_given given_in(const struct quiz_log *log, const struct session *session,
                                  const struct turn *turn, int32_t ahead_min,
                                  struct arena *scratch)
{
    struct quiz_given given = {
        .turn = turn, .hash = log->hashes[turn - session->turns], .ahead_min = ahead_min};
    if (session->rules.has_memory) {
        struct grade_pace pace = pace_before(log, session, turn);
        struct grade *grades;
        given.grade_count = grade_turn(turn, &pace, scratch, &grades);
        given.grades = grades;
    }
    return given;
}

bool quiz_log_apply(struct quiz_log *log, struct session *session, const struct event *event,
                    struct fsrs_time wall)
{
    const struct turn *turn = session_turn(session);
    if (!session_apply(session, event))
        return false;
    if (!log->journal || !log->game)
        return true;
    struct arena scratch = {0};
    struct quiz_given given;
    int64_t t_ms = event->at_ms - log->origin_ms;
    bool is_given = event->type == EVENT_ANSWER || event->type == EVENT_TIME_UP;
    if (is_given)
        given = given_in(log, session, turn, wall.ahead_min, &scratch);
    struct journal_event noted = {
        .at_ms = wall.at_ms,
        .game = log->game,
        .type = types[event->type],
        .data = quiz_event_text(t_ms < 0 ? 0 : t_ms, is_given ? &given : NULL, &scratch),
    };
    if (turn) {
        noted.bank = log->banks[turn - session->turns];
        noted.question = log->keys[turn - session->turns];
    }
    journal_append(log->journal, &noted);
    arena_free(&scratch);
    return true;
}

// --- back from the journal

/// What is read on the way to the session.
struct finder {
    struct question_finder questions;
    struct arena *arena;
    struct quiz_start start;
    const char **keys; // what the questions that are there were kept under when it began
    struct journal_event *events;
    int event_count;
    struct quiz_found *found;
};

/// Finds the questions that are still there. Returns how many.
static int find_questions(struct finder *f, struct picked *picked)
{
    struct quiz_log *log = &f->found->log;
    const char **keys = ARENA_ARRAY(f->arena, f->start.count + 1, const char *);
    const char **ids = ARENA_ARRAY(f->arena, f->start.count + 1, const char *);
    const char **hashes = ARENA_ARRAY(f->arena, f->start.count + 1, const char *);
    int count = 0;
    f->keys = ARENA_ARRAY(f->arena, f->start.count + 1, const char *);
    f->found->bank_at = -1;
    for (int i = 0; i < f->start.count; i++) {
        struct quiz_item item = f->start.items[i];
        const struct found_bank *bank;
        const struct question *question = question_finder_find(&f->questions, &item, &bank);
        if (!question) {
            f->found->gone++;
            continue;
        }
        hashes[count] = question_key_hash(question, f->arena);
        f->found->changed += strcmp(hashes[count], item.hash) != 0;
        if (f->found->bank_at < 0)
            f->found->bank_at = bank->at;
        f->keys[count] = f->start.items[i].key;
        keys[count] = item.key;
        ids[count] = item.bank;
        picked[count++] = (struct picked){bank->index.bank, question};
    }
    log->keys = keys;
    log->banks = ids;
    log->hashes = hashes;
    return count;
}

/// Where a question is gone its events have to go too, and undo would then take back others. So
/// the events that count in the end are worked out first, and what was undone is dropped.
/// Returns how many are left.
static int drop_undone(struct journal_event *events, int count)
{
    struct undo_line line = {0};
    for (int i = 0; i < count; i++)
        undo_line_add(&line, events[i].type, i);
    const struct undo_step *steps = undo_line_steps(&line);
    int kept = 0;
    for (int i = 0, next = 0; i < count; i++) {
        bool counts = next < line.count && steps[next].id == i;
        next += counts;
        if (counts || events[i].type == JOURNAL_PAUSE || events[i].type == JOURNAL_RESUME)
            events[kept++] = events[i];
    }
    undo_line_free(&line);
    return kept;
}

static bool is_asked(const struct finder *f, const struct quiz_item *item)
{
    const struct quiz_log *log = &f->found->log;
    for (int i = 0; i < f->found->session.turn_count; i++) {
        bool is_it = strcmp(log->keys[i], item->key) == 0 || strcmp(f->keys[i], item->key) == 0;
        if (is_it && strcmp(log->banks[i], item->bank) == 0)
            return true;
    }
    return false;
}

static bool is_there(struct finder *f, const struct journal_event *event)
{
    struct quiz_item item = {.bank = event->bank ? event->bank : "", .key = event->question};
    return !event->question || is_asked(f, &item) ||
           (question_finder_follow(&f->questions, &item) && is_asked(f, &item));
}

/// Applies what the journal says. What can't be is passed over: it can't have counted either.
static void replay(struct finder *f, int64_t origin_ms)
{
    struct session *session = &f->found->session;
    int count = f->event_count - 1;
    struct journal_event *events = f->events + 1;
    if (f->found->gone)
        count = drop_undone(events, count);
    for (int i = 0; i < count; i++) {
        struct answer answer;
        struct event event = {.type = event_type_of(events[i].type)};
        const struct turn *turn = session_turn(session);
        if (event.type == EVENT_COUNT || !quiz_event_read(events[i].data, &event.at_ms) ||
            (f->found->gone && !is_there(f, &events[i])))
            continue;
        event.at_ms += origin_ms;
        if (event.type == EVENT_ANSWER) {
            if (!turn || !quiz_answer_read(events[i].data, &turn->ask, f->arena, &answer))
                continue;
            event.answer = &answer;
        }
        session_apply(session, &event);
    }
}

static int64_t last_ms(const struct finder *f)
{
    int64_t last = 0;
    for (int i = 1; i < f->event_count; i++) {
        int64_t t_ms;
        if (quiz_event_read(f->events[i].data, &t_ms) && t_ms > last)
            last = t_ms;
    }
    return last;
}

static int64_t last_quiz(const struct journal *journal)
{
    return journal_last_game(journal, JOURNAL_QUIZ, JOURNAL_STOP, NULL);
}

/// The events of the quiz that was played last, and how it began.
static bool read_last_quiz(struct finder *f, const struct journal *journal, int64_t game)
{
    f->event_count = game ? journal_read_game(journal, game, f->arena, &f->events) : 0;
    return f->event_count > 0 && f->events[0].type == JOURNAL_QUIZ &&
           quiz_start_read(f->events[0].data, f->arena, &f->start);
}

/// Whether the whole quiz ran out of time. A question's own clock, if it has one, may have been
/// what ran out.
static bool ran_out(const struct quiz_start *start, const struct undo_line *line)
{
    const struct undo_step *steps = undo_line_steps(line);
    int last = line->count - 1;
    return start->rules.quiz_limit_ms > 0 && start->rules.question_limit_ms <= 0 && last >= 1 &&
           steps[last].type == JOURNAL_NEXT && steps[last - 1].type == JOURNAL_TIME_UP;
}

bool quiz_log_glance(const struct journal *journal, struct arena *arena,
                     struct quiz_glance *glance)
{
    struct finder f = {.arena = arena};
    struct undo_line line = {0};
    if (!read_last_quiz(&f, journal, last_quiz(journal)) || !f.start.count)
        return false;
    *glance = (struct quiz_glance){.bank = f.start.items[0].bank, .count = f.start.count};
    for (int i = 1; i < f.event_count; i++)
        undo_line_add(&line, f.events[i].type, i);
    bool is_over = ran_out(&f.start, &line);
    for (int i = 0; i < line.count; i++) {
        int type = undo_line_steps(&line)[i].type;
        glance->at += type == JOURNAL_NEXT;
        is_over = is_over || type == JOURNAL_STOP;
    }
    undo_line_free(&line);
    return !is_over && glance->at < glance->count;
}

bool quiz_log_find(struct journal *journal, struct library *library, struct arena *arena,
                   int64_t now_ms, struct fsrs_time wall, struct quiz_found *found)
{
    struct finder f = {.arena = arena, .found = found};
    *found = (struct quiz_found){.log = {.journal = journal, .game = last_quiz(journal)}};
    if (!read_last_quiz(&f, journal, found->log.game))
        return false;
    struct picked *picked = ARENA_ARRAY(arena, f.start.count + 1, struct picked);
    f.questions = question_finder_make(library, journal, found->log.game, f.start.count, arena);
    int count = find_questions(&f, picked);
    if (!count)
        return false;
    // The clock goes on from the last event: what came between is no thinking time.
    found->log.origin_ms = now_ms - last_ms(&f);
    session_start(&found->session, arena, picked, count, &f.start.rules, found->log.origin_ms);
    replay(&f, found->log.origin_ms);
    if (found->session.phase == SESSION_DONE)
        return false;
    quiz_log_apply(&found->log, &found->session,
                   &(struct event){.type = EVENT_PAUSE, .at_ms = now_ms}, wall);
    return true;
}
