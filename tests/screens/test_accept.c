// A typed answer that the host took for right becomes one of the bank, if somebody says so.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "screens/accept.h"
#include "screens/desk.h"
#include "screens/lesson.h"

static const char questions[] = "[{\"question\": \"Who led?\", \"answer\": \"Joseph Luns\"}]";
static const char wanted[] = "\"answer\": [\"Joseph Luns\", \"J. M. A. H. Luns\"]";

static const char *path;

static void apply(struct desk *desk, struct contest_event event)
{
    event.at_ms = desk->stand.now_ms += 1000;
    assert_true(lesson_run_apply(&desk->game, &event));
}

/// A lesson whose only question was answered so, which the judge took for wrong.
static int setup(void **state)
{
    static const char *const typed[] = {" J. M. A. H.  Luns"};
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    path = desk_add_bank(desk, "b.json", "B", questions);
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.wish.mode = CONTEST_BUZZ;
    teams.teams[0] = (struct team){.name = "Owls"};
    teams.teams[1] = (struct team){.name = "Foxes", .mark = 1};
    desk->stand.now_ms = 10000;
    const struct lesson_setup lesson = {.teams = &teams, .seed = 1};
    assert_true(lesson_run_begin(&desk->game, &lesson, desk->stand.now_ms));
    const struct answer answer = {.texts = typed, .text_count = 1};
    apply(desk, (struct contest_event){.type = CONTEST_GO});
    const struct contest_press press = {.team = 1, .at_ms = desk->stand.now_ms + 500};
    apply(desk,
          (struct contest_event){.type = CONTEST_PRESSED, .presses = &press, .press_count = 1});
    apply(desk, (struct contest_event){.type = CONTEST_ANSWER, .answer = &answer});
    if (desk->game.run.contest.phase != CONTEST_SHOWING)
        apply(desk, (struct contest_event){.type = CONTEST_REVEAL});
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    lesson_run_close(&desk->game);
    return desk_teardown(state);
}

static void overrule(struct desk *desk)
{
    int team = desk->game.run.contest.rounds[0].team;
    apply(desk,
          (struct contest_event){.type = CONTEST_MARK, .team = team, .credit = CREDIT_FULL});
}

static void open_page(struct desk *desk)
{
    overrule(desk);
    desk_enter(desk, &screen_accept);
}

static const char *on_disk(struct desk *desk)
{
    return scratch_read(desk->scratch, path);
}

static void it_is_offered_once_the_host_said_right(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_lesson);
    assert_null(accept_offered(&desk->game));
    assert_int_equal(desk_key(desk, 'a').kind, STEP_STAY);
    desk_assert_silent(desk, "from now on");
    overrule(desk);
    assert_non_null(accept_offered(&desk->game));
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "Accept it from now on");
    struct step step = desk_key(desk, 'a');
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_ACCEPT);
}

static void the_change_is_shown_and_not_made(void **state)
{
    struct desk *desk = *state;
    const char *before = on_disk(desk);
    open_page(desk);
    desk_assert_says(desk, "J. M. A. H. Luns");
    desk_assert_says(desk, "b.json");
    const struct accept_page *page = desk->self;
    assert_non_null(strstr(page->diff, wanted));
    assert_string_equal(on_disk(desk), before);
    assert_int_equal(desk_key(desk, 'n').kind, STEP_BACK);
    assert_string_equal(on_disk(desk), before);
    assert_non_null(accept_offered(&desk->game));
}

/// How bright it is, about.
static int brightness(struct colour c)
{
    return (2 * c.r + 7 * c.g + c.b) / 10;
}

static void what_is_put_in_is_marked_in_each_theme(void **state)
{
    struct desk *desk = *state;
    open_page(desk);
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const struct theme *t = &themes[theme];
        const struct draw_list *list = &desk->stand.frame.list;
        int bars = 0, grounds = 0;
        desk->stand.look.theme = (enum theme_id)theme;
        desk_send(desk, (struct action){0});
        for (int i = 0; i + 1 < list->count; i++) {
            const struct draw_cmd *ground = &list->items[i], *bar = ground + 1;
            bool is_bar = bar->kind == DRAW_FILL && bar->rect.h == ground->rect.h &&
                          bar->rect.x == ground->rect.x && bar->rect.w < 20 &&
                          memcmp(&bar->colour, &t->accent, sizeof t->accent) == 0;
            if (ground->kind != DRAW_FILL || !is_bar)
                continue;
            bars++;
            grounds += abs(brightness(ground->colour) - brightness(t->bg)) >= 15;
        }
        assert_true(bars > 0);
        assert_int_equal(grounds, bars);
    }
}

static void yes_writes_it_and_the_judge_knows_it(void **state)
{
    struct desk *desk = *state;
    open_page(desk);
    desk_key(desk, 'y');
    assert_non_null(strstr(on_disk(desk), wanted));
    desk_assert_says(desk, "It is written.");
    assert_null(accept_offered(&desk->game));
    struct bank_file file = {0};
    assert_true(library_read_again(&file, path));
    const struct ask ask = {.bank = file.bank, .question = &file.bank->questions[0]};
    static const char *const typed[] = {"J. M. A. H. Luns"};
    const struct answer answer = {.texts = typed, .text_count = 1};
    struct mark mark = mark_answer(&ask, &answer, &desk->scratch->arena);
    assert_int_equal(mark.verdict, VERDICT_EXACT);
    assert_int_equal(mark.credit, CREDIT_FULL);
    bank_file_close(&file);
    assert_int_equal(desk_key(desk, 'y').kind, STEP_BACK); // it is not written twice
}

static void copies(struct desk *desk, enum library_asked asked)
{
    const char *before = on_disk(desk);
    assert_int_equal(chmod(path, 0444), 0);
    desk->game.library.entries[0].asked = asked;
    open_page(desk);
    desk_key(desk, 'y');
    assert_string_equal(on_disk(desk), before);
    desk_assert_says(desk, "copy of yours");
    const char *copy = scratch_path(desk->scratch, "questions/b.json");
    assert_non_null(strstr(scratch_read(desk->scratch, copy), wanted));
}

static void a_read_only_bank_is_copied(void **state)
{
    copies(*state, ASKED_NOT);
    desk_assert_says(*state, "From the next time on the answer is right.");
}

static void a_file_that_was_named_goes_before_its_copy(void **state)
{
    copies(*state, ASKED_BY_NAME);
    desk_assert_silent(*state, "From the next time on");
    desk_assert_says(*state, "Open it from now on: there the answer is right.");
}

static void a_file_that_changed_is_left_alone(void **state)
{
    struct desk *desk = *state;
    open_page(desk);
    desk_write_bank(desk, "b.json", "B", "[{\"question\": \"Who?\", \"answer\": \"She\"}]");
    const char *theirs = on_disk(desk);
    desk_key(desk, 'y');
    assert_string_equal(on_disk(desk), theirs);
    desk_assert_says(desk, "changed the file meanwhile");
    desk_enter(desk, &screen_accept);
    desk_assert_says(desk, "not in the file any more");
    desk_key(desk, 'y');
    assert_string_equal(on_disk(desk), theirs);
}

#define PAGE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE(it_is_offered_once_the_host_said_right),
        PAGE(the_change_is_shown_and_not_made),
        PAGE(what_is_put_in_is_marked_in_each_theme),
        PAGE(yes_writes_it_and_the_judge_knows_it),
        PAGE(a_read_only_bank_is_copied),
        PAGE(a_file_that_was_named_goes_before_its_copy),
        PAGE(a_file_that_changed_is_left_alone),
    };
    return cmocka_run_group_tests_name("accept", tests, NULL, NULL);
}
