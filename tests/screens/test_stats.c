#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "screens/kept.h"
#include "screens/stats.h"
#include "store/file.h"

static const int64_t day_ms = FSRS_DAY_MS;

static const char questions[] =
    "[{\"id\": \"a\", \"question\": \"One?\", \"answer\": \"1\", \"tags\": [\"Low\"]},"
    "{\"id\": \"b\", \"question\": \"Two?\", \"answer\": \"2\", \"tags\": [\"Low\"]},"
    "{\"id\": \"c\", \"question\": \"Nine?\", \"answer\": \"9\", \"tags\": [\"High\"]},"
    "{\"id\": \"d\", \"question\": \"Zero?\", \"answer\": \"0\", \"tags\": [\"Rare\"]}]";

static const struct stats *shown(const struct desk *desk)
{
    return desk->self;
}

/// An answer `ago` days before today, that grades the card.
static void tell(const struct desk *desk, const char *bank, const char *key, int ago,
                 bool is_right)
{
    char data[160];
    snprintf(data, sizeof data,
             "{\"t\":1,\"credit\":%d,\"took_ms\":30000,\"kind\":\"text\",\"ahead\":0,"
             "\"grades\":[[0,%d,1000]]}",
             is_right ? 1000 : 0, is_right ? FSRS_GOOD : FSRS_AGAIN);
    const struct journal_event event = {
        .at_ms = desk->game.wall_ms - ago * day_ms,
        .game = 1,
        .type = JOURNAL_ANSWER,
        .bank = bank,
        .question = key,
        .data = data,
    };
    assert_true(journal_append(&kept.journal, &event));
}

/// Answers to the bank "cards": five long ago, four this week and four today. "c" is never
/// right, "b" is once in three times, and "d" was asked only long ago.
static void answer_some(struct desk *desk)
{
    static const int ago[] = {40, 3, 0};
    tell(desk, "cards", "d", 40, false);
    for (int i = 0; i < 3; i++) {
        tell(desk, "cards", "a", ago[i], true);
        tell(desk, "cards", "b", ago[i], i == 0);
        tell(desk, "cards", "a", ago[i], true);
        tell(desk, "cards", "c", ago[i], false);
    }
    desk_enter(desk, &screen_stats);
}

static void begin_with_answers(struct desk *desk)
{
    kept_begin(desk, questions);
    answer_some(desk);
}

static void says_what_to_do_while_there_is_little(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, questions);
    for (int i = 0; i < 9; i++)
        tell(desk, "cards", "a", 0, true);
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "Answer 10 questions and this page fills up.");
    desk_assert_says(desk, "9 answers so far.");
    desk_assert_silent(desk, "Right by topic");
    assert_int_equal(desk_act(desk, STATS_QUIZ, 0).to, SCREEN_PICK);
    tell(desk, "cards", "a", 0, true);
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "Right by topic");
}

static void shows_each_figure_as_a_number(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    desk_assert_says(desk, "50% right 4 of 8"); // of 30 days
    desk_assert_says(desk, "8 answered in 4 minutes");
    desk_assert_says(desk, "1 day in a row 1 at best");
    desk_assert_says(desk, "Low 67%, 4 of 6");
    desk_assert_says(desk, "High 0%, 0 of 2");
    desk_assert_silent(desk, "Rare");
    desk_assert_says(desk, "Cards due");
    desk_assert_says(desk, "7 days 50%, 4 of 8 right, in 4 minutes");
    desk_assert_says(desk, "Ever 54%, 7 of 13 right, in 6 minutes");
    desk_assert_says(desk, "Wanted: 90%.");
    assert_non_null(desk_area(desk, STATS_TILE, 0));
    assert_string_equal(desk_area(desk, STATS_TOPIC, 1)->name, "High: 0%, 0 of 2");
}

static void looks_back_as_far_as_is_wanted(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    assert_int_equal(shown(desk)->figures.hardest_count, 0); // two answers say nothing
    desk_assert_says(desk, "No question is missed again and again.");
    desk_act(desk, STATS_WINDOW, STATS_365_DAYS);
    desk_assert_says(desk, "54% right 7 of 13");
    desk_assert_says(desk, "Nine? Right 0 of 3 times");
    desk_assert_says(desk, "Two? Right 1 of 3 times");
    desk_key(desk, 'w');
    desk_assert_says(desk, "50% right 4 of 8");
    desk_key(desk, 'w');
    desk_assert_says(desk, "30 days");
    assert_int_equal(shown(desk)->figures.window, STATS_30_DAYS);
    desk_act(desk, STATS_WINDOW, 7); // there is none
    assert_int_equal(shown(desk)->figures.window, STATS_30_DAYS);
}

static void goes_bar_by_bar(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    const struct action right = {.id = STATS_DUE, .adjust = +1};
    const struct action left = {.id = STATS_DUE, .adjust = -1};
    desk_assert_says(desk, "Today: 3 cards, 1 of them overdue (hollow)");
    desk_send(desk, right);
    desk_assert_says(desk, "Tomorrow: ");
    assert_non_null(strstr(desk_area(desk, STATS_DUE, 0)->name, "Tomorrow: "));
    desk_send(desk, right);
    desk_assert_says(desk, "Saturday, 3 January: ");
    desk_act(desk, STATS_DUE_BAR, 13);
    desk_assert_says(desk, "Wednesday, 14 January: ");
    desk_send(desk, right); // the last
    assert_int_equal(shown(desk)->due_at, 13);
    desk_act(desk, STATS_DUE_BAR, 0);
    desk_send(desk, left);
    assert_int_equal(shown(desk)->due_at, 0);
}

static void goes_day_by_day_and_by_months(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    desk_assert_says(desk, "Thursday, 1 January 2026: 4 answers, 2 right");
    desk_assert_says(desk, "3 days with answers.");
    for (int i = 0; i < 3; i++)
        desk_send(desk, (struct action){.id = STATS_YEAR_DAY, .adjust = -1});
    desk_assert_says(desk, "Monday, 29 December 2025: 4 answers, 2 right");
    desk_send(desk, (struct action){.id = STATS_YEAR_DAY, .adjust = +1});
    desk_assert_says(desk, "Tuesday, 30 December 2025: no answers");
    desk_act(desk, STATS_YEAR_MONTH, 2);
    desk_assert_says(desk, "Saturday, 22 November 2025: 5 answers, 3 right");
    desk_act(desk, STATS_YEAR_MONTH, 1);
    desk_assert_says(desk, "Monday, 29 December 2025: 4 answers");
    desk_act(desk, STATS_YEAR_MONTH, 3);
    desk_assert_says(desk, "Wednesday, 1 October 2025: no answers");
    desk_act(desk, STATS_YEAR_MONTH, 0); // most of it is to come
    desk_assert_says(desk, "Thursday, 1 January 2026: 4 answers");
    desk_act(desk, STATS_YEAR_MONTH, 12); // longer ago than a year
    desk_assert_says(desk, "Thursday, 2 January 2025: no answers");
}

static void goes_through_what_was_expected(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    int first = shown(desk)->foreseen_at;
    const struct stats_share *bins = shown(desk)->figures.recall.calibration.bins;
    assert_true(bins[first].reviews > 0);
    desk_assert_says(desk, "Expected ");
    desk_send(desk, (struct action){.id = STATS_FORESEEN, .adjust = -1});
    assert_true(shown(desk)->foreseen_at < first);
    assert_true(bins[shown(desk)->foreseen_at].reviews > 0);
    desk_send(desk, (struct action){.id = STATS_FORESEEN, .adjust = +1});
    assert_int_equal(shown(desk)->foreseen_at, first);
    desk_send(desk, (struct action){.id = STATS_FORESEEN, .adjust = +1});
    assert_int_equal(shown(desk)->foreseen_at, first);
}

static void practises_the_hardest(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    assert_null(desk_area(desk, STATS_PRACTISE, 0));
    desk_key(desk, 'w');
    struct step step = desk_act(desk, STATS_PRACTISE, 0);
    assert_int_equal(step.kind, STEP_ANEW);
    assert_int_equal(step.to, SCREEN_PLAY);
    const struct session *s = &desk->game.session;
    assert_int_equal(s->turn_count, 2);
    assert_string_equal(s->turns[s->queue[0]].ask.question->id, "c");
    assert_string_equal(s->turns[s->queue[1]].ask.question->id, "b");
}

static void counts_one_bank_or_all(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    desk_add_bank(desk, "more.json", "More",
                  "[{\"id\": \"m\", \"question\": \"More?\", \"answer\": \"1\"}]");
    desk_add_bank(desk, "none.json", "None",
                  "[{\"id\": \"n\", \"question\": \"None?\", \"answer\": \"1\"}]");
    for (int i = 0; i < 5; i++)
        tell(desk, "more", "m", 0, true);
    tell(desk, "away", "x", 0, true);
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "Cards ");
    assert_int_equal(shown(desk)->figures.all.answers, 13);
    desk_key(desk, 'b');
    desk_assert_says(desk, "All banks");
    assert_int_equal(shown(desk)->figures.all.answers, 19);
    desk_assert_says(desk, "1 answer to a question that is not there any more.");
    desk_key(desk, 'b');
    desk_assert_says(desk, "More"); // and not None, of which nothing was answered
    desk_assert_says(desk, "5 answers so far.");
    desk_key(desk, 'b');
    assert_int_equal(shown(desk)->figures.all.answers, 13);
    desk_key(desk, 'b');
    desk_assert_says(desk, "All banks");
}

static void begins_with_all_banks_if_the_chosen_one_is_new(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, questions);
    for (int i = 0; i < 12; i++)
        tell(desk, "away", "x", i, true);
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "All banks");
    desk_assert_says(desk, "12 answers to questions that are not there any more.");
    desk_assert_says(desk, "12 days in a row");
}

static void exports_a_table(void **state)
{
    struct desk *desk = *state;
    begin_with_answers(desk);
    desk_key(desk, 'x');
    const char *path = scratch_path(desk->scratch, "quartet-statistics-2026-01-01.csv");
    desk_assert_says(desk, "Saved as");
    desk_assert_says(desk, "quartet-statistics-2026-01-01.csv");
    struct buf text = {0};
    assert_true(file_read(path, 1 << 20, &text, &desk->scratch->diags));
    assert_non_null(strstr(text.data, "topic,,Low,"));
    buf_free(&text);
    desk->paths.home_dir = scratch_path(desk->scratch, "nowhere");
    desk_key(desk, 'x');
    desk_assert_says(desk, "could not be saved: ");
}

static void shows_more_topics_when_asked(void **state)
{
    struct desk *desk = *state;
    struct buf bank = {0};
    for (int i = 0; i < 12; i++) {
        buf_printf(&bank,
                   "%s{\"id\": \"q%d\", \"question\": \"Q%d?\", \"answer\": \"1\", \"tags\": "
                   "[\"Topic %02d\"]}",
                   i ? "," : "[", i, i, i);
    }
    buf_text(&bank, "]");
    kept_begin(desk, bank.data);
    buf_free(&bank);
    char key[8];
    for (int i = 0; i < 12; i++) {
        snprintf(key, sizeof key, "q%d", i);
        tell(desk, "cards", key, 0, true);
    }
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "Topic 09");
    desk_assert_silent(desk, "Topic 10");
    desk_assert_says(desk, "Show all 12 topics");
    desk_act(desk, STATS_ALL_TOPICS, 0);
    desk_assert_says(desk, "Topic 11");
    desk_act(desk, STATS_ALL_TOPICS, 0);
    desk_assert_silent(desk, "Topic 11");
}

static void has_tabs_in_a_small_window(void **state)
{
    struct desk *desk = *state;
    desk->stand.look.width = 640;
    desk->stand.look.height = 360;
    begin_with_answers(desk);
    desk_assert_says(desk, "Right by topic");
    desk_assert_silent(desk, "Wanted:");
    desk_act(desk, STATS_TAB, SECTION_RECALL);
    desk_assert_says(desk, "Wanted:");
    desk_assert_silent(desk, "Right by topic");
}

static void shortcuts_that_do_nothing_do_not_work(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, questions);
    desk_enter(desk, &screen_stats);
    int working = 0;
    for (const struct shortcut *row = screen_stats.shortcuts; row->id; row++)
        working += screen_stats.works(desk->self, &desk->game, NULL, row);
    assert_int_equal(working, 1); // the bank
    answer_some(desk);
    desk_key(desk, 'w');
    working = 0;
    for (const struct shortcut *row = screen_stats.shortcuts; row->id; row++)
        working += screen_stats.works(desk->self, &desk->game, NULL, row);
    assert_int_equal(working, 4);
}

static void shows_that_it_counts_what_takes_long(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, questions);
    answer_some(desk);
    // An event of a type that nobody knows, with a number as if many had come before it.
    assert_true(db_run(&kept.journal.db, "INSERT INTO event(id, at_ms, learner, type) "
                                         "SELECT 50001, 0, id, 99 FROM learner"));
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "Counting…");
    desk_assert_silent(desk, "Right by topic");
    assert_true(screen_stats.wake_ms(desk->self, &desk->game) == desk->game.now_ms);
    desk_key(desk, 'w'); // there is nothing to look at yet
    desk_assert_says(desk, "Counting…");
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Right by topic");
    desk_assert_says(desk, "50% right 4 of 8");
    assert_true(screen_stats.wake_ms(desk->self, &desk->game) == INT64_MAX);
    desk_key(desk, 'b');
    desk_assert_says(desk, "Counting…");
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "All banks");
    desk_key(desk, 'b');
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void can_do_without_a_store(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "cards.json", "Cards", questions);
    desk_enter(desk, &screen_stats);
    desk_assert_says(desk, "Answer 10 questions");
    desk_key(desk, 'b');
    desk_key(desk, 'p');
    assert_int_equal(desk->last.kind, STEP_STAY);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(says_what_to_do_while_there_is_little),
        TEST(shows_each_figure_as_a_number),
        TEST(looks_back_as_far_as_is_wanted),
        TEST(goes_bar_by_bar),
        TEST(goes_day_by_day_and_by_months),
        TEST(goes_through_what_was_expected),
        TEST(practises_the_hardest),
        TEST(counts_one_bank_or_all),
        TEST(begins_with_all_banks_if_the_chosen_one_is_new),
        TEST(exports_a_table),
        TEST(shows_more_topics_when_asked),
        TEST(has_tabs_in_a_small_window),
        TEST(shows_that_it_counts_what_takes_long),
        TEST(shortcuts_that_do_nothing_do_not_work),
        cmocka_unit_test_setup_teardown(can_do_without_a_store, desk_setup, desk_teardown),
    };
    return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
