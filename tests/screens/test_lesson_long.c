// A lesson of many questions and thousands of events: it needs no more memory than what
// happened does, and neither an event nor a frame costs more than at its beginning.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/contest_log.h"
#include "screens/kept.h"
#include "screens/lesson.h"

enum { QUESTIONS = 500, SAMPLE = 8 };

// --- what is counted: the linker leads calls of these functions here

/// What something cost: events folded, answers of the class worked out, bytes allocated.
struct cost {
    int folds, credits;
    size_t bytes;
};

static struct cost cost;

void *counted_calloc(size_t count, size_t size) __asm__("__wrap_calloc");
void *real_calloc(size_t count, size_t size) __asm__("__real_calloc");
void counted_fold(struct contest *c,
                  const struct contest_entry *entry) __asm__("__wrap_contest_fold");
void real_fold(struct contest *c,
               const struct contest_entry *entry) __asm__("__real_contest_fold");
int counted_credit(const struct contest_round *round,
                   int team_count) __asm__("__wrap_contest_class_credit");
int real_credit(const struct contest_round *round,
                int team_count) __asm__("__real_contest_class_credit");

void *counted_calloc(size_t count, size_t size)
{
    cost.bytes += count * size;
    return real_calloc(count, size);
}

void counted_fold(struct contest *c, const struct contest_entry *entry)
{
    cost.folds++;
    real_fold(c, entry);
}

int counted_credit(const struct contest_round *round, int team_count)
{
    cost.credits++;
    return real_credit(round, team_count);
}

// --- the lesson

static int setup(void **state)
{
    struct buf text = {0};
    if (desk_setup(state) != 0)
        return -1;
    for (int i = 0; i < QUESTIONS; i++) {
        buf_printf(&text,
                   "%s{\"question\": \"What comes after %03d?\", \"answer\": \"It is %03d\", "
                   "\"wrong\": [\"It is %03d\"]}",
                   i ? "," : "[", i, i + 1, i + 2);
    }
    buf_text(&text, "]");
    kept_begin(*state, text.data);
    // The disk is not what is looked at here.
    assert_true(db_run(&kept.journal.db, "PRAGMA synchronous = OFF"));
    buf_free(&text);
    return 0;
}

static void begin(struct desk *desk)
{
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 4};
    static const char *const names[] = {"Owls", "Foxes", "Herons", "Bears"};
    for (int i = 0; i < teams.count; i++)
        teams.teams[i] = (struct team){.name = names[i], .mark = i, .time_percent = 100};
    teams.wish.questions = QUESTIONS;
    const struct lesson_setup lesson = {.teams = &teams, .is_class = true, .seed = 3};
    assert_true(lesson_run_begin(&desk->game, &lesson, desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
}

static void apply(struct desk *desk, struct contest_event event)
{
    desk->stand.now_ms += 1000;
    event.at_ms = desk->stand.now_ms;
    assert_true(lesson_run_apply(&desk->game, &event));
}

static void judge(struct desk *desk)
{
    apply(desk, (struct contest_event){.type = CONTEST_JUDGE, .credit = CREDIT_FULL});
}

/// A question as it goes when the host is not sure. Ten events, of which four stay.
static void play_question(struct desk *desk)
{
    judge(desk);
    apply(desk, (struct contest_event){.type = CONTEST_UNDO});
    apply(desk, (struct contest_event){.type = CONTEST_REDO});
    apply(desk, (struct contest_event){.type = CONTEST_MARK, .team = 1});
    apply(desk, (struct contest_event){.type = CONTEST_UNDO});
    apply(desk, (struct contest_event){.type = CONTEST_AWARD, .team = 2, .points = 100});
    apply(desk, (struct contest_event){.type = CONTEST_AWARD, .team = 2, .points = -100});
    apply(desk, (struct contest_event){.type = CONTEST_PAUSE});
    apply(desk, (struct contest_event){.type = CONTEST_RESUME});
    apply(desk, (struct contest_event){.type = CONTEST_NEXT});
}

static void play_plainly(struct desk *desk, int until)
{
    while (desk->game.run.contest.at < until) {
        judge(desk);
        apply(desk, (struct contest_event){.type = CONTEST_NEXT});
    }
}

static size_t lesson_bytes(const struct desk *desk)
{
    return arena_size(&desk->game.run.arena);
}

static void memory_grows_with_what_happened_alone(void **state)
{
    struct desk *desk = *state;

    enum { STAY = 4, ROOM_OF_EACH = 4 }; // room is doubled, and what was there before stays

    begin(desk);
    size_t before = lesson_bytes(desk);
    while (desk->game.run.contest.at < QUESTIONS - 1)
        play_question(desk);
    size_t most = (size_t)QUESTIONS * STAY * ROOM_OF_EACH * sizeof(struct contest_entry);
    assert_in_range(lesson_bytes(desk) - before, 1, most);
    size_t played = lesson_bytes(desk), frames = arena_size(&desk->stand.frame.arena);
    for (int i = 0; i < 100; i++) {
        apply(desk, (struct contest_event){.type = CONTEST_UNDO});
        desk_act(desk, ACTION_SHOWN, 0);
        apply(desk, (struct contest_event){.type = CONTEST_REDO});
        desk_act(desk, ACTION_SHOWN, 0);
    }
    assert_int_equal(lesson_bytes(desk), played);
    assert_in_range(arena_size(&desk->stand.frame.arena), 1, 2 * frames);
}

/// The least that one of a few questions costs from the answer to the next question: rooms that
/// are doubled by the way don't count.
static struct cost cost_of_events(struct desk *desk)
{
    struct cost least = {INT32_MAX, INT32_MAX, SIZE_MAX};
    for (int i = 0; i < SAMPLE; i++) {
        cost = (struct cost){0};
        judge(desk);
        apply(desk, (struct contest_event){.type = CONTEST_AWARD, .team = 2, .points = 100});
        apply(desk, (struct contest_event){.type = CONTEST_NEXT});
        least.folds = cost.folds < least.folds ? cost.folds : least.folds;
        least.credits = cost.credits < least.credits ? cost.credits : least.credits;
        least.bytes = cost.bytes < least.bytes ? cost.bytes : least.bytes;
    }
    return least;
}

static void an_event_costs_the_same_at_the_end(void **state)
{
    struct desk *desk = *state;
    begin(desk);
    play_plainly(desk, 4);
    struct cost first = cost_of_events(desk);
    play_plainly(desk, QUESTIONS - SAMPLE - 4);
    struct cost last = cost_of_events(desk);
    assert_int_equal(first.folds, 3);
    assert_int_equal(last.folds, first.folds);
    assert_int_equal(last.credits, first.credits);
    assert_int_equal(last.bytes, first.bytes);
}

/// What a frame costs once the one before it has made the room.
static struct cost cost_of_frame(struct desk *desk)
{
    desk_act(desk, ACTION_SHOWN, 0);
    cost = (struct cost){0};
    desk_act(desk, ACTION_SHOWN, 0);
    return cost;
}

static void a_frame_costs_the_same_at_the_end(void **state)
{
    struct desk *desk = *state;
    begin(desk);
    struct cost first = cost_of_frame(desk);
    play_plainly(desk, QUESTIONS - 1);
    struct cost last = cost_of_frame(desk);
    assert_int_equal(last.folds, 0);
    assert_int_equal(last.credits, 0);
    assert_int_equal(last.bytes, first.bytes);
}

#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(memory_grows_with_what_happened_alone),
        WITH_DESK(an_event_costs_the_same_at_the_end),
        WITH_DESK(a_frame_costs_the_same_at_the_end),
    };
    return cmocka_run_group_tests_name("lesson_long", tests, NULL, NULL);
}
