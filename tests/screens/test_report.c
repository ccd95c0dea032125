#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/report.h"
#include "store/class_play.h"
#include "store/file.h"

static const char questions[] =
    "[{\"id\": \"a\", \"question\": \"Capital of France?\", \"answer\": \"Paris\", "
    "\"wrong\": [\"Lyon\", \"Nice\"], \"tags\": [\"Europe\"]},"
    "{\"id\": \"b\", \"question\": \"Capital of Australia?\", \"answer\": \"Canberra\", "
    "\"wrong\": [\"Sydney\", \"Perth\"]}]";

static const struct report *shown(const struct desk *desk)
{
    return desk->self;
}

static void give(struct desk *desk, struct class_play *play, enum contest_mode mode,
                 const char *first, const char *second)
{
    const char *const specs[] = {first, second};
    assert_true(journal_switch(&kept.journal, "8b/ö"));
    play->journal = &kept.journal;
    play->library = &desk->game.library;
    class_play(play, mode, specs, 2);
    assert_true(journal_switch(&kept.journal, "me"));
}

/// Two lessons of 8b, while somebody else plays.
static void begin_with_lessons(struct desk *desk)
{
    struct class_play play = {.wall_ms = INT64_C(1767614400000), .seed = 1}; // 5 January 2026
    kept_begin(desk, questions);
    give(desk, &play, CONTEST_HANDS, "a:20,5,2,1", "b:6,18,2,2");
    give(desk, &play, CONTEST_BUZZ, "a:+", "b:-[Sydney]+");
    desk->game.report_of = "8b/ö";
    desk_enter(desk, &screen_report);
}

static void shows_the_last_lesson_question_by_question(void **state)
{
    struct desk *desk = *state;
    begin_with_lessons(desk);
    desk_assert_says(desk, "Report: 8b/ö");
    desk_assert_says(desk, "Lesson 2 of 2, Monday, 12 January 2026: First to buzz.");
    desk_assert_says(desk, "Right on average: 67%. In the lesson before: 46%.");
    desk_assert_says(desk, "Capital of Australia?");
    desk_assert_says(desk, "33%, 1 of 3");
    desk_assert_says(desk, "Answer: Canberra. Most often instead: Sydney (1).");
    const struct ui_area *row = desk_area(desk, REPORT_ROW, 0);
    assert_non_null(row);
    assert_non_null(strstr(row->name, "Capital of France?: 100%, 1 of 1. Answer: Paris."));
    assert_true(row->flags & AREA_REST);
}

static void a_bank_that_is_gone_is_named_and_the_figures_stay(void **state)
{
    struct desk *desk = *state;
    begin_with_lessons(desk);
    struct library *library = &desk->game.library;
    library->db = &kept.journal.db;
    assert_true(library_keep_summaries(library));
    const char *path = arena_printf(&desk->scratch->arena, "%s", library->entries[0].path);
    library_close(library);
    library->db = &kept.journal.db;
    assert_int_equal(remove(path), 0);
    desk_enter(desk, &screen_report);
    desk_assert_says(desk, "Asked, and in no bank any more: 2.");
    desk_assert_says(desk, "cards.json was moved or deleted: open it, and they are back.");
    desk_assert_says(desk, "33%, 1 of 3");
    desk_assert_says(desk, "In no bank any more.");
    desk_assert_silent(desk, "Canberra");
    desk_act(desk, REPORT_TAB, REPORT_TOPICS);
    desk_assert_says(desk, "The topics of these questions are not known.");
}

static void each_part_has_its_rows(void **state)
{
    struct desk *desk = *state;
    begin_with_lessons(desk);
    desk_act(desk, REPORT_TAB, REPORT_TOPICS);
    desk_assert_says(desk, "Europe");
    desk_assert_says(desk, "Other");
    desk_assert_says(desk, "1 question. Last time 21%, on Monday, 5 January 2026.");
    desk_assert_silent(desk, "Capital");
    desk_act(desk, REPORT_TAB, REPORT_TEACH);
    desk_assert_says(desk, "Capital of Australia?");
    desk_assert_silent(desk, "Capital of France?");
    desk_key(desk, 'v');
    assert_int_equal(shown(desk)->tab, REPORT_COMPARED);
    desk_assert_says(desk, "71% → 100%");
    desk_assert_says(desk, "21% → 33%");
    desk_key(desk, 'v');
    assert_int_equal(shown(desk)->tab, REPORT_QUESTIONS);
    desk_act(desk, REPORT_TAB, 9); // there is none
    assert_int_equal(shown(desk)->tab, REPORT_QUESTIONS);
}

static void all_lessons_can_be_looked_at(void **state)
{
    struct desk *desk = *state;
    begin_with_lessons(desk);
    desk_key(desk, 'a');
    desk_assert_says(desk, "2 lessons, until Monday, 12 January 2026.");
    desk_assert_says(desk, "The last two lessons: 46%, then 67%.");
    desk_assert_says(desk, "23%, 7 of 31");
    desk_key(desk, 'a');
    desk_assert_says(desk, "33%, 1 of 3");
}

static void is_saved_as_a_page_and_a_table_without_names(void **state)
{
    struct desk *desk = *state;
    begin_with_lessons(desk);
    desk_key(desk, 'e');
    const char *page = arena_printf(&desk->scratch->arena, "%s/reports/8b-ö-2-2026-01-12.html",
                                    desk->scratch->dir);
    const char *table = arena_printf(&desk->scratch->arena, "%s/reports/8b-ö-2-2026-01-12.csv",
                                     desk->scratch->dir);
    desk_assert_says(desk, arena_printf(&desk->scratch->arena,
                                        "Saved as %s, and as a table beside it.", page));
    const char *html = scratch_read(desk->scratch, page);
    assert_non_null(strstr(html, "Report: 8b/ö"));
    assert_null(strstr(html, "Ada"));
    assert_non_null(strstr(scratch_read(desk->scratch, table), "question,Capital of France?"));
    assert_non_null(desk->game.asks_open_url);
    assert_string_equal(desk->game.asks_open_url,
                        arena_printf(&desk->scratch->arena,
                                     "file://%s/reports/8b-%%C3%%B6-2-2026-01-12.html",
                                     desk->scratch->dir));
    desk_key(desk, 'v');
    desk_assert_silent(desk, "Saved as");
}

static void says_why_it_cannot_be_saved(void **state)
{
    struct desk *desk = *state;
    begin_with_lessons(desk);
    // A file stands where the folder should be.
    struct diags diags = {.arena = &desk->scratch->arena};
    const char *path = arena_printf(&desk->scratch->arena, "%s/reports", desk->scratch->dir);
    assert_true(file_write(path, "", 0, &diags));
    desk_key(desk, 'e');
    desk_assert_says(desk, "cannot be made");
    assert_null(desk->game.asks_open_url);
    desk_assert_says(desk, "Capital of France?"); // the report stays
}

static void many_lessons_are_read_one_by_one(void **state)
{
    struct desk *desk = *state;
    struct class_play play = {.wall_ms = INT64_C(1767614400000), .seed = 1};
    kept_begin(desk, questions);
    for (int i = 0; i < 12; i++)
        give(desk, &play, CONTEST_HANDS, "a:20,5,2,1", "b:6,18,2,2");
    desk->game.report_of = "8b/ö";
    desk_enter(desk, &screen_report);
    desk_assert_says(desk, "Reading lesson 0 of 12…");
    assert_int_equal(screen_report.wake_ms(desk->self, &desk->game), desk->game.now_ms);
    desk_key(desk, 'e'); // there is nothing to save yet
    assert_null(desk->game.asks_open_url);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Reading lesson 1 of 12…");
    for (int i = 0; i < 12; i++)
        desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Lesson 12 of 12");
    assert_int_equal(screen_report.wake_ms(desk->self, &desk->game), INT64_MAX);
    desk_key(desk, 'a');
    desk_assert_says(desk, "Reading lesson 0 of 12…");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void says_that_there_is_nothing_to_report(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, questions);
    desk_enter(desk, &screen_report); // of who plays
    desk_assert_says(desk, "Report: me");
    desk_assert_says(desk, "me was not asked anything yet.");
    assert_null(desk_area(desk, REPORT_SAVE, 0));
    desk->game.journal = NULL;
    desk_enter(desk, &screen_report);
    desk_assert_says(desk, "Nothing that is played now is kept.");
    desk->game.journal = &kept.journal;
}

static void says_that_nothing_has_to_be_taught_again(void **state)
{
    struct desk *desk = *state;
    struct class_play play = {.wall_ms = INT64_C(1767614400000), .seed = 1};
    kept_begin(desk, questions);
    give(desk, &play, CONTEST_HANDS, "a:28,0,0,0", "b:28,0,0,0");
    desk->game.report_of = "8b/ö";
    desk_enter(desk, &screen_report);
    assert_null(desk_area(desk, REPORT_WHICH, 0)); // there is one lesson only
    desk_act(desk, REPORT_TAB, REPORT_TEACH);
    desk_assert_says(desk, "Nothing: 60% or more was right of all that was answered.");
    desk_act(desk, REPORT_TAB, REPORT_COMPARED);
    desk_assert_says(desk, "None of these questions was asked in an earlier lesson.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shows_the_last_lesson_question_by_question, desk_setup,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(a_bank_that_is_gone_is_named_and_the_figures_stay,
                                        desk_setup, kept_teardown),
        cmocka_unit_test_setup_teardown(each_part_has_its_rows, desk_setup, kept_teardown),
        cmocka_unit_test_setup_teardown(all_lessons_can_be_looked_at, desk_setup,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(is_saved_as_a_page_and_a_table_without_names,
                                        desk_setup, kept_teardown),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_be_saved, desk_setup, kept_teardown),
        cmocka_unit_test_setup_teardown(many_lessons_are_read_one_by_one, desk_setup,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(says_that_there_is_nothing_to_report, desk_setup,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(says_that_nothing_has_to_be_taught_again, desk_setup,
                                        kept_teardown),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
