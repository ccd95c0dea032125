// The file of a bank goes, before the program starts or while it runs, and comes back.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "screens/home.h"
#include "screens/kept.h"

static const char four[] = "[{\"question\": \"1?\", \"answer\": \"a\"},"
                           " {\"question\": \"2?\", \"answer\": \"b\"},"
                           " {\"question\": \"3?\", \"answer\": \"c\"},"
                           " {\"question\": \"4?\", \"answer\": \"d\"}]";

static const char other[] = "[{\"question\": \"Moon?\", \"answer\": \"Io\"}]";

static const char *const file = "installed/capitals.json";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    mkdir(scratch_path(desk->scratch, "installed"), 0700);
    desk_write_bank(desk, file, "Capitals", four);
    desk->game.wall_ms = 1767268800000;
    desk->game.settings.card_order = DECK_BY_LIST;
    desk->game.settings.fuzz = false;
    kept_open(desk);
    return 0;
}

/// Ends the program and starts it again, up to Home.
static void start(struct desk *desk)
{
    const struct settings settings = desk->game.settings;
    int64_t wall_ms = desk->game.wall_ms;
    const struct library_places places = {.installed_dir =
                                              scratch_path(desk->scratch, "installed")};
    library_keep_summaries(&desk->game.library);
    game_free(&desk->game);
    desk->game = (struct game){.settings = settings,
                               .paths = &desk->paths,
                               .bank_at = -1,
                               .rng = rng_seed(7),
                               .wall_ms = wall_ms,
                               .journal = &kept.journal,
                               .memory = &kept.memory};
    game_find_banks(&desk->game, &places);
    game_resume_quiz(&desk->game, false, desk->stand.now_ms);
    desk_enter(desk, &screen_home);
}

/// Learns so many new cards, which are due a week later.
static void learn(struct desk *desk, int count)
{
    struct fsrs_outcome outcome;
    assert_true(game_study(&desk->game, DECK_DUE));
    for (int i = 0; i < count; i++) {
        assert_non_null(game_study_card(&desk->game));
        kept_pass(desk, 10000);
        assert_true(game_study_grade(
            &desk->game, (struct study_grade){FSRS_EASY, STUDY_EVIDENCE_FULL}, &outcome));
    }
}

static void drop_file(struct desk *desk)
{
    assert_int_equal(unlink(scratch_path(desk->scratch, file)), 0);
}

static void what_was_deleted_while_due_is_said_and_comes_back(void **state)
{
    struct desk *desk = *state;
    start(desk);
    learn(desk, 3);
    kept_pass(desk, 8 * (int64_t)FSRS_DAY_MS);
    start(desk);
    desk_assert_says(desk, "1 new, 3 due");
    desk_write_bank(desk, "installed/other.json", "Other", other);
    drop_file(desk);
    start(desk);
    desk_assert_says(desk, "Other");
    desk_assert_says(desk, "capitals.json was moved or deleted. Its 3 due cards come back with "
                           "it. Open it (Ctrl+O)");
    assert_int_equal(desk_act(desk, HOME_LOST, 0).to, SCREEN_OPEN);
    assert_false(game_open_path(&desk->game, scratch_path(desk->scratch, "missing.json")));
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "capitals.json was moved or deleted.");
    desk_write_bank(desk, file, "Capitals", four);
    assert_true(game_open_path(&desk->game, scratch_path(desk->scratch, file)));
    desk_enter(desk, &screen_home);
    desk_assert_silent(desk, "moved or deleted");
    desk_assert_says(desk, "1 new, 3 due");
}

static void it_is_said_where_no_bank_is_left(void **state)
{
    struct desk *desk = *state;
    start(desk);
    learn(desk, 1);
    drop_file(desk);
    start(desk);
    desk_assert_says(desk, "Welcome to Quartet");
    desk_assert_says(desk, "capitals.json was moved or deleted. What you know comes back");
    desk_write_bank(desk, file, "Capitals", four);
    start(desk);
    desk_assert_silent(desk, "moved or deleted");
    desk_assert_says(desk, "3 new, 0 due");
    desk_assert_says(desk, "You have seen 1 of them.");
}

static void nothing_is_said_of_a_bank_that_nobody_knows_or_that_is_elsewhere(void **state)
{
    struct desk *desk = *state;
    start(desk);
    desk_write_bank(desk, "elsewhere.json", "Elsewhere", other);
    drop_file(desk);
    start(desk);
    desk_assert_silent(desk, "moved or deleted");
    desk_write_bank(desk, file, "Capitals", four);
    assert_true(game_open_path(&desk->game, scratch_path(desk->scratch, "elsewhere.json")));
    learn(desk, 1);
    start(desk);
    desk_assert_says(desk, "Capitals");
    desk_assert_silent(desk, "moved or deleted");
}

static void while_the_program_runs_the_bank_is_played_on(void **state)
{
    struct desk *desk = *state;
    start(desk);
    learn(desk, 1);
    drop_file(desk);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk,
                     "capitals.json was moved or deleted. You can play on until you quit, "
                     "and nothing that you know is lost.");
    learn(desk, 2);
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    start(desk);
    desk_assert_silent(desk, "You stopped");
    desk_assert_says(desk, "capitals.json was moved or deleted. What you know comes back");
    desk_write_bank(desk, file, "Capitals", four);
    start(desk);
    desk_assert_says(desk, "You stopped at question 1 of 4. Go on?");
    desk_assert_says(desk, "1 new, 0 due");
    drop_file(desk);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "moved or deleted");
    desk_write_bank(desk, file, "Capitals", four);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_silent(desk, "moved or deleted");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_deleted_while_due_is_said_and_comes_back),
        TEST(it_is_said_where_no_bank_is_left),
        TEST(nothing_is_said_of_a_bank_that_nobody_knows_or_that_is_elsewhere),
        TEST(while_the_program_runs_the_bank_is_played_on),
    };
    return cmocka_run_group_tests_name("lost_bank", tests, NULL, NULL);
}
