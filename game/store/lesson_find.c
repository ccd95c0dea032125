// A lesson comes back from the journal.
#include <string.h>

#include "core/mark.h"
#include "store/lesson_log_parts.h"
#include "store/question_finder.h"

/// What is read on the way to the lesson.
struct finder {
    struct question_finder questions;
    struct arena *arena;
    struct journal_event *events;
    int event_count;
    struct lesson_found *found;
};

/// In place of a question of the bank `id` that is gone: a card, or as many choices as are
/// needed.
static struct picked nothing_left(const char *id, int choices, struct arena *arena)
{
    struct question *question = ARENA_ARRAY(arena, 1, struct question);
    struct bank *bank = ARENA_ARRAY(arena, 1, struct bank);
    *question = (struct question){.kind = KIND_CARD, .text = "", .points = 1};
    question->card.back = "";
    if (choices > 0) {
        const char **blank = ARENA_ARRAY(arena, choices, const char *);
        for (int i = 0; i < choices; i++)
            blank[i] = "";
        question->kind = KIND_MULTI; // a choice shows some of its options only
        question->choice.options = (struct texts){.items = blank, .count = choices};
        question->choice.right_count = 1;
    }
    *bank = (struct bank){
        .id = id, .title = "", .language = "en", .questions = question, .question_count = 1};
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

/// How many choices there must be for all hands that were counted for `item`, likewise.
static int choices_needed(const struct finder *f, const struct quiz_item *began,
                          const struct quiz_item *item)
{
    int needed = ASK_MARKS;
    for (int i = 1; i < f->event_count; i++) {
        struct contest_event event;
        bool is_count = (is_about(&f->events[i], began) || is_about(&f->events[i], item)) &&
                        lesson_event_read(f->events[i].data, 0, f->arena, &event) &&
                        event.type == CONTEST_COUNT && event.place < ASK_PLACES;
        if (is_count && event.place >= needed)
            needed = event.place + 1;
    }
    return needed;
}

/// A lesson of hands passes over what has no choices. Where that is otherwise now than it was
/// then, something else has the question's place, or what followed would be taken for answers
/// to others.
static void keep_course(const struct finder *f, const struct quiz_item *items,
                        struct picked *picked, bool *is_gone)
{
    const struct lesson_start *start = &f->found->log.start;
    struct picked *now = ARENA_ARRAY(f->arena, start->count + 1, struct picked);
    bool has_later = false;
    for (int i = start->count - 1; i >= 0 && start->rules.mode == CONTEST_HANDS; i--) {
        bool asked = was_asked(f, &start->items[i], &items[i]);
        bool fits = contest_fits(CONTEST_HANDS, picked[i].question) == CONTEST_FITS;
        if (asked ? !fits : fits && has_later) {
            int choices = asked ? choices_needed(f, &start->items[i], &items[i]) : 0;
            if (!is_gone[i])
                now[i] = picked[i];
            picked[i] = nothing_left(items[i].bank, choices, f->arena);
            is_gone[i] = true;
        }
        has_later = has_later || asked;
    }
    f->found->now = now;
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
                             : nothing_left(items[i].bank, 0, f->arena);
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

static bool has_hands(const struct contest_round *round, uint32_t places)
{
    for (int place = 0; place < ASK_PLACES; place++) {
        if ((places >> place & 1) && round->hands[place] > 0)
            return true;
    }
    return false;
}

/// Which places of the round at `at` were said to be right when hands for them were counted.
static struct class_hands told_hands(const struct finder *f, const struct lesson_start *began,
                                     int at)
{
    const struct quiz_item *item = &f->found->log.start.items[at];
    uint32_t told = 0, right = 0;
    for (int i = 1; i < f->event_count; i++) {
        int place;
        bool is_right;
        bool is_of_it =
            is_about(&f->events[i], &began->items[at]) || is_about(&f->events[i], item);
        if (!is_of_it || !lesson_event_hands(f->events[i].data, &place, &is_right) ||
            place >= ASK_PLACES)
            continue;
        // An edit may have changed what is right: what was said last holds.
        told |= UINT32_C(1) << place;
        right = (right & ~(UINT32_C(1) << place)) | (uint32_t)is_right << place;
    }
    return (struct class_hands){!has_hands(&f->found->contest.rounds[at], ~told), right};
}

/// What is known of the choices of questions that are gone.
static void find_hands(const struct finder *f, const struct lesson_start *began)
{
    struct class_hands *hands = ARENA_ARRAY(f->arena, began->count + 1, struct class_hands);
    bool is_hands = began->rules.mode == CONTEST_HANDS;
    for (int i = 0; is_hands && i < began->count; i++) {
        if (f->found->is_gone[i])
            hands[i] = told_hands(f, began, i);
    }
    f->found->hands = hands;
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
    f->questions.recalls = true; // a lesson can be given from a file in any place
    const struct picked *picked = find_questions(f);
    found->log.origin_ms = now_ms - last_ms(f);
    contest_start(&found->contest, f->arena, picked, began.count, &began.rules,
                  found->log.origin_ms);
    replay(f, &began, found->log.origin_ms);
    find_hands(f, &began);
    lesson_log_make_room(&found->log, f->arena);
    if (began.manner.has_memory)
        lesson_log_note_news(&found->log, &found->contest);
    // What was noted of those that are gone was judged while they were there.
    if (began.rules.mode == CONTEST_HANDS)
        found->log.unjudged = found->is_gone;
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
        found->gone == found->log.start.count || found->contest.phase == CONTEST_DONE)
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
    *glance = (struct lesson_glance){.bank = lesson_log_first_bank(&start),
                                     .count = start.count,
                                     .began_ms = events[0].at_ms};
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
