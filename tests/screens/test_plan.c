#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screens/date_words.h"
#include "screens/desk.h"
#include "screens/plan_page.h"
#include "ui/control.h"

enum {
    QUESTIONS = 90,
    SEEN = 60, // of them, once, two months ago
    TODAY = 20601,
};

/// A desk with a memory.
struct seat {
    struct desk *desk;
    struct journal journal;
    struct memory memory;
};

static const int64_t today_ms = TODAY * (int64_t)FSRS_DAY_MS + 12 * INT64_C(3600000);

static void add_bank(struct desk *desk, const char *name)
{
    struct buf questions = {0};
    buf_text(&questions, "[");
    for (int i = 0; i < QUESTIONS; i++) {
        buf_printf(&questions,
                   "%s{\"id\": \"q%d\", \"question\": \"What is %d?\", \"answer\": \"It %d\", "
                   "\"tags\": [\"%s\"]}",
                   i ? "," : "", i, i, i, i % 3 ? "Animals" : "Plants");
    }
    buf_text(&questions, "]");
    buf_byte(&questions, '\0');
    desk_add_bank(desk, name, "Nature", questions.data);
    buf_free(&questions);
}

static void answer(struct seat *seat, int question, int64_t at_ms)
{
    char id[16];
    snprintf(id, sizeof id, "q%d", question);
    const struct journal_event event = {
        .at_ms = at_ms,
        .game = 1,
        .type = JOURNAL_ANSWER,
        .bank = game_bank(&seat->desk->game)->id,
        .question = id,
        .data = "{\"t\":1,\"credit\":1000,\"took_ms\":20000,\"kind\":\"text\",\"ahead\":0,"
                "\"grades\":[[0,4,1000]]}",
    };
    assert_true(journal_append(&seat->journal, &event));
}

static int sit_down(void **state)
{
    void *desk = NULL;
    static struct seat only;
    struct seat *seat = &only;
    if (desk_setup(&desk) != 0)
        return -1;
    only = (struct seat){.desk = desk};
    add_bank(desk, "nature.json");
    journal_open(&seat->journal, seat->desk->scratch->dir, "me", &seat->desk->scratch->diags);
    if (!db_run(&seat->journal.db, "PRAGMA synchronous = OFF"))
        return -1;
    memory_open(&seat->memory, &seat->journal);
    struct game *game = &seat->desk->game;
    game->journal = &seat->journal;
    game->memory = &seat->memory;
    game->wall_ms = today_ms;
    for (int i = 0; i < SEEN; i++)
        answer(seat, i, today_ms - 60 * (int64_t)FSRS_DAY_MS);
    *state = seat;
    return 0;
}

static int stand_up(void **state)
{
    struct seat *seat = *state;
    void *desk = seat->desk;
    desk_teardown(&desk);
    memory_close(&seat->memory);
    journal_close(&seat->journal);
    return 0;
}

static const struct plan_page *page_of(struct desk *desk)
{
    return desk->self;
}

static struct desk *open_page(void **state)
{
    struct seat *seat = *state;
    desk_enter(seat->desk, &screen_plan);
    return seat->desk;
}

static void turn(struct desk *desk, int id, int by)
{
    desk_send(desk, (struct action){.id = id, .adjust = by});
}

static void assert_exam(struct desk *desk, const char *date, const char *topics)
{
    assert_string_equal(desk->game.settings.exam_date, date);
    assert_string_equal(desk->game.settings.exam_topics, topics);
    assert_string_equal(desk->game.settings.exam_bank, *date ? game_bank(&desk->game)->id : "");
}

static void says_what_is_due(void **state)
{
    struct desk *desk = open_page(state);
    desk_assert_says(desk, "Nature");
    desk_assert_says(desk, "As it comes");
    desk_assert_says(desk, "Due today: 60 cards, about 26 minutes.");
    desk_assert_says(desk, "none");
}

static void minutes_give_a_share_and_a_day(void **state)
{
    struct desk *desk = open_page(state);
    turn(desk, PLAN_MINUTES, +1);
    assert_int_equal(desk->game.settings.minutes_a_day, 5);
    assert_true(desk->game.settings_changed);
    desk_assert_says(desk, "5 minutes");
    desk_assert_says(desk, "Today 12 of 60 cards: first those that you are most likely");
    const struct plan_back *back = &page_of(desk)->back;
    assert_true(back->is_level && back->level_day > TODAY + 2);
    desk_assert_says(desk, "You are level again in");
    desk_assert_says(desk, date_words_day(&desk->arena, back->level_day));
    desk_assert_says(desk, "New cards wait until then.");
    for (int i = 0; i < 5; i++)
        turn(desk, PLAN_MINUTES, +1);
    desk_assert_says(desk, "Due today: 60 cards, about 26 minutes.");
    desk_assert_says(desk, "You are level: nothing is left over today.");
}

static void what_was_done_today_takes_of_the_minutes(void **state)
{
    struct seat *seat = *state;
    seat->desk->game.settings.minutes_a_day = 1;
    for (int i = 0; i < 2; i++)
        answer(seat, i, today_ms - 600000);
    struct desk *desk = open_page(state);
    desk_assert_says(desk, "Today 1 of 58 cards");
    for (int i = 2; i < 4; i++)
        answer(seat, i, today_ms - 500000);
    desk = open_page(state);
    desk_assert_says(desk, "Your minutes of today are over. Left over: 56 cards.");
    // What was done yesterday does not.
    desk->game.wall_ms += FSRS_DAY_MS;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "Today 3 of 5");
}

static void an_exam_is_stepped_by_weeks_and_days(void **state)
{
    struct desk *desk = open_page(state);
    assert_null(desk_area(desk, PLAN_DAY, 0));
    turn(desk, PLAN_EXAM, -1);
    assert_exam(desk, "", "");
    turn(desk, PLAN_EXAM, +1);
    assert_exam(desk, "2026-06-04", ""); // TODAY is Thursday, 28 May 2026
    desk_assert_says(desk, "in 7 days");
    desk_assert_says(desk, "Thursday, 4 June 2026");
    turn(desk, PLAN_EXAM, -1);
    assert_exam(desk, "", "");
    turn(desk, PLAN_EXAM, +1);
    turn(desk, PLAN_DAY, -1);
    desk_assert_says(desk, "Wednesday, 3 June 2026");
    turn(desk, PLAN_EXAM, +1);
    assert_exam(desk, "2026-06-10", "");
    turn(desk, PLAN_EXAM, -1);
    turn(desk, PLAN_EXAM, -1);
    assert_exam(desk, "", "");
}

static void an_exam_is_today_at_the_earliest(void **state)
{
    struct desk *desk = open_page(state);
    turn(desk, PLAN_EXAM, +1);
    for (int i = 0; i < 9; i++)
        turn(desk, PLAN_DAY, -1);
    assert_exam(desk, "2026-05-28", "");
    desk_assert_says(desk, "The exam is today. You know about");
    desk_assert_says(desk, "30 cards are new to you.");
    turn(desk, PLAN_EXAM, +1);
    assert_exam(desk, "2026-06-04", "");
}

static void an_exam_is_a_year_away_at_most(void **state)
{
    struct desk *desk = open_page(state);
    turn(desk, PLAN_EXAM, +1);
    strcpy(desk->game.settings.exam_date, "2027-05-24");
    desk_act(desk, ACTION_SHOWN, 0);
    turn(desk, PLAN_EXAM, +1);
    assert_exam(desk, "2027-05-28", "");
    turn(desk, PLAN_DAY, +1);
    assert_exam(desk, "2027-05-28", "");
}

static void says_what_an_exam_takes(void **state)
{
    struct desk *desk = open_page(state);
    turn(desk, PLAN_EXAM, +1);
    turn(desk, PLAN_EXAM, +1);
    const struct plan_exam *exam = &page_of(desk)->exam;
    assert_true(exam->fits && exam->minutes > 1 && exam->known > 0.8);
    assert_int_equal(exam->new_a_day, 3); // 30 in 14 days
    char words[100];
    snprintf(words, sizeof words, "It takes %d minutes a day, with 3 new cards a day.",
             exam->minutes);
    desk_assert_says(desk, words);
    snprintf(words, sizeof words, "You will know about %.0f %% on the day.", 100 * exam->known);
    desk_assert_says(desk, words);
}

static void warns_of_what_cannot_be_done(void **state)
{
    struct seat *seat = *state;
    seat->desk->game.settings.minutes_a_day = 1;
    struct desk *desk = open_page(state);
    turn(desk, PLAN_EXAM, +1);
    const struct plan_exam *exam = &page_of(desk)->exam;
    assert_false(exam->fits);
    char words[100];
    snprintf(words, sizeof words, "Not enough: at 1 minute a day %d cards would stay unseen.",
             exam->unseen);
    desk_assert_says(desk, words);
    snprintf(words, sizeof words, "%d minutes a day would do: you would know %.0f %%.",
             exam->minutes, 100 * exam->known_enough);
    desk_assert_says(desk, words);
    desk_assert_says(desk, date_words_day(&desk->arena, exam->enough_day));
}

static void an_exam_may_be_about_some_topics(void **state)
{
    struct desk *desk = open_page(state);
    assert_null(desk_area(desk, PLAN_TOPIC, 0));
    turn(desk, PLAN_EXAM, +1);
    double known = page_of(desk)->exam.known;
    assert_int_equal(page_of(desk)->exam.new_a_day, 5);
    assert_true(desk_area(desk, PLAN_ALL, 0)->flags & AREA_SELECTED);
    desk_act(desk, PLAN_TOPIC, 1);
    assert_exam(desk, "2026-06-04", "Plants");          // the first question's
    assert_int_equal(page_of(desk)->exam.new_a_day, 2); // 10 of 30
    assert_true(page_of(desk)->exam.known != known);
    desk_act(desk, PLAN_TOPIC, 0);
    desk_assert_says(desk, "Choose at least one topic");
    assert_exam(desk, "2026-06-04", "Plants");
    desk_act(desk, PLAN_TOPIC, 1);
    assert_exam(desk, "2026-06-04", "Animals");
    turn(desk, PLAN_DAY, +1);
    assert_exam(desk, "2026-06-05", "Animals");
    desk_act(desk, PLAN_ALL, 0);
    assert_exam(desk, "2026-06-05", "");
    desk_act(desk, PLAN_ALL, 0);
    desk_assert_says(desk, "Choose at least one topic");
}

static void the_exam_comes_back(void **state)
{
    struct desk *desk = open_page(state);
    turn(desk, PLAN_EXAM, +1);
    desk_act(desk, PLAN_TOPIC, 1);
    desk = open_page(state);
    desk_assert_says(desk, "in 7 days");
    assert_true(desk_area(desk, PLAN_TOPIC, 0)->flags & AREA_SELECTED);
    assert_false(desk_area(desk, PLAN_TOPIC, 1)->flags & AREA_SELECTED);
    // Topics that there are not any more ask for nothing: then it is about all.
    strcpy(desk->game.settings.exam_topics, "Plant\nAnimal");
    desk = open_page(state);
    assert_true(desk_area(desk, PLAN_ALL, 0)->flags & AREA_SELECTED);
    // It is over.
    desk->game.wall_ms += 8 * (int64_t)FSRS_DAY_MS;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "The exam was on Thursday, 4 June 2026.");
    assert_null(desk_area(desk, PLAN_DAY, 0));
    turn(desk, PLAN_EXAM, +1);
    assert_exam(desk, "2026-06-12", "");
}

static void one_bank_has_an_exam(void **state)
{
    struct seat *seat = *state;
    strcpy(seat->desk->game.settings.exam_bank, "another");
    strcpy(seat->desk->game.settings.exam_date, "2026-06-01");
    strcpy(seat->desk->game.settings.exam_topics, "Plants");
    struct desk *desk = open_page(state);
    desk_assert_says(desk, "There is an exam in another bank, on Monday, 1 June 2026.");
    turn(desk, PLAN_EXAM, -1);
    assert_string_equal(desk->game.settings.exam_bank, "another");
    turn(desk, PLAN_EXAM, +1);
    assert_exam(desk, "2026-06-04", "");
    desk_act(desk, PLAN_UNDO, 0);
    assert_string_equal(desk->game.settings.exam_bank, "another");
    assert_string_equal(desk->game.settings.exam_topics, "Plants");
}

static void changes_are_undone_one_by_one(void **state)
{
    struct desk *desk = open_page(state);
    turn(desk, PLAN_MINUTES, +1);
    turn(desk, PLAN_EXAM, +1);
    desk_act(desk, PLAN_TOPIC, 1);
    desk->game.settings_changed = false;
    desk_act(desk, PLAN_UNDO, 0);
    assert_true(desk->game.settings_changed);
    assert_exam(desk, "2026-06-04", "");
    assert_true(desk_area(desk, PLAN_ALL, 0)->flags & AREA_SELECTED);
    desk_act(desk, PLAN_UNDO, 0);
    assert_exam(desk, "", "");
    desk_act(desk, PLAN_UNDO, 0);
    assert_int_equal(desk->game.settings.minutes_a_day, 0);
    desk_assert_says(desk, "Due today: 60 cards");
    assert_false(desk_act(desk, PLAN_UNDO, 0).redraw);
}

static void only_the_last_changes_can_be_undone(void **state)
{
    struct desk *desk = open_page(state);
    for (int i = 0; i < PLAN_UNDO_MOST / 2 + 1; i++) {
        turn(desk, PLAN_MINUTES, +1);
        turn(desk, PLAN_MINUTES, -1);
    }
    for (int i = 0; i < PLAN_UNDO_MOST; i++)
        assert_true(desk_act(desk, PLAN_UNDO, 0).redraw);
    assert_false(desk_act(desk, PLAN_UNDO, 0).redraw);
    assert_int_equal(desk->game.settings.minutes_a_day, 0);
}

static void keys_reach_all(void **state)
{
    struct desk *desk = open_page(state);
    desk_key(desk, KEY_TAB);
    desk_key(desk, KEY_TAB);
    desk_key(desk, KEY_RIGHT);
    assert_int_equal(desk->game.settings.minutes_a_day, 5);
    desk_key(desk, KEY_DOWN);
    desk_key(desk, KEY_RIGHT);
    assert_exam(desk, "2026-06-04", "");
    desk_key(desk, KEY_DOWN);
    desk_key(desk, KEY_RIGHT);
    assert_exam(desk, "2026-06-05", "");
    desk_key(desk, KEY_DOWN);
    desk_key(desk, KEY_DOWN);
    desk_key(desk, KEY_SPACE); // off
    assert_exam(desk, "2026-06-05", "Animals");
}

static void there_may_be_no_bank(void **state)
{
    struct seat *seat = *state;
    seat->desk->game.bank_at = -1;
    struct desk *desk = open_page(state);
    desk_assert_says(desk, "Plans are made for the cards of a bank.");
    turn(desk, PLAN_MINUTES, +1);
    assert_int_equal(desk->game.settings.minutes_a_day, 0);
    assert_int_equal(desk_act(desk, PLAN_OPEN, 0).to, SCREEN_PICK);
    desk->game.bank_at = 0;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "Due today: 60 cards");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void there_may_be_no_memory(void **state)
{
    struct seat *seat = *state;
    seat->desk->game.memory = NULL;
    struct desk *desk = open_page(state);
    desk_assert_says(desk, "Nothing is due today.");
    turn(desk, PLAN_EXAM, +1);
    assert_int_equal(page_of(desk)->exam.new_a_day, 13); // 90 in 7 days
}

static void topics_may_be_too_many_to_keep(void **state)
{
    struct desk *desk = ((struct seat *)*state)->desk;
    struct buf questions = {0};
    buf_text(&questions, "[");
    for (int i = 0; i < 40; i++) {
        buf_printf(&questions,
                   "%s{\"question\": \"What is %d?\", \"answer\": \"It %d\", \"tags\": "
                   "[\"A topic whose name is as long as number %d\"]}",
                   i ? "," : "", i, i, i);
    }
    buf_text(&questions, "]");
    buf_byte(&questions, '\0');
    desk_add_bank(desk, "topics.json", "Topics", questions.data);
    buf_free(&questions);
    assert_true(game_choose_bank(&desk->game, 1));
    desk_enter(desk, &screen_plan);
    turn(desk, PLAN_EXAM, +1);
    desk_act(desk, PLAN_TOPIC, 3);
    desk_assert_says(desk, "These are more topics than can be kept: choose fewer, or all.");
    assert_true(desk_area(desk, PLAN_ALL, 0)->flags & AREA_SELECTED);
    assert_exam(desk, "2026-06-04", "");
    desk_act(desk, PLAN_ALL, 0);
    desk_assert_silent(desk, "These are more topics");
    desk_act(desk, PLAN_TOPIC, 3);
    assert_exam(desk, "2026-06-04", "A topic whose name is as long as number 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_what_is_due, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(minutes_give_a_share_and_a_day, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(what_was_done_today_takes_of_the_minutes, sit_down,
                                        stand_up),
        cmocka_unit_test_setup_teardown(an_exam_is_stepped_by_weeks_and_days, sit_down,
                                        stand_up),
        cmocka_unit_test_setup_teardown(an_exam_is_today_at_the_earliest, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(an_exam_is_a_year_away_at_most, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(says_what_an_exam_takes, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(warns_of_what_cannot_be_done, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(an_exam_may_be_about_some_topics, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(the_exam_comes_back, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(one_bank_has_an_exam, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(changes_are_undone_one_by_one, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(only_the_last_changes_can_be_undone, sit_down,
                                        stand_up),
        cmocka_unit_test_setup_teardown(keys_reach_all, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(there_may_be_no_bank, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(there_may_be_no_memory, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(topics_may_be_too_many_to_keep, sit_down, stand_up),
    };
    return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
