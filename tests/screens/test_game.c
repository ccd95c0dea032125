#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/problems.h"

static const char good[] =
    "[{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"]}]";
static const char bad[] = "[{\"question\": \"3 + 3?\"}, {\"question\": \"4 + 4?\"}]";

/// Starts with up to three names, some NULL, beside a library with a good bank.
static void start(struct desk *desk, const char *first, const char *second, const char *third)
{
    const char *names[] = {first, second, third}, *named[3];
    int count = 0;
    for (int i = 0; i < 3; i++) {
        if (names[i])
            named[count++] = scratch_path(desk->scratch, names[i]);
    }
    mkdir(scratch_path(desk->scratch, "installed"), 0700);
    desk_write_bank(desk, "installed/installed.json", "Installed", good);
    game_find_banks(&desk->game, &(struct library_places){
                                     .named = named,
                                     .named_count = count,
                                     .installed_dir = scratch_path(desk->scratch, "installed"),
                                 });
}

static void plays(const struct desk *desk, const char *title)
{
    const struct bank *bank = game_bank(&desk->game);
    assert_non_null(bank);
    assert_string_equal(bank->title, title);
}

static void says(struct desk *desk, const char *expected)
{
    const char *words = problems_refused(&desk->game, &desk->scratch->arena);
    assert_non_null(words);
    assert_string_equal(words, expected);
}

static void make_folder(struct desk *desk, const char *name)
{
    assert_int_equal(mkdir(scratch_path(desk->scratch, name), 0700), 0);
}

static void with_nothing_named_the_last_bank_is_chosen(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "installed");
    desk_write_bank(desk, "installed/a.json", "A", good);
    desk_write_bank(desk, "installed/z.json", "Z", good);
    start(desk, NULL, NULL, NULL);
    plays(desk, "A");
    strcpy(desk->game.settings.last_bank, "z");
    library_close(&desk->game.library);
    start(desk, NULL, NULL, NULL);
    plays(desk, "Z");
    assert_null(desk->game.refused);
}

static void a_bank_that_is_named_goes_before_the_last_one(void **state)
{
    struct desk *desk = *state;
    desk_write_bank(desk, "mine.json", "Mine", good);
    strcpy(desk->game.settings.last_bank, "installed");
    start(desk, "mine.json", NULL, NULL);
    plays(desk, "Mine");
}

// What is refused, and what is said of it.
static const struct refused_case {
    const char *name, *file, *text, *said;
} cases[] = {
    {"missing", "gone.json", NULL,
     "gone.json cannot be played: it cannot be opened: there is no such file."},
    {"empty", "empty.json", "",
     "empty.json cannot be played. Line 1, column 1: the file is empty; it should start with "
     "{."},
    {"schema", "my.schema.json", "{}",
     "my.schema.json cannot be played: it is left out: it says how banks are written, and is "
     "none."},
    {"a control character in the name", "b\nd.json", NULL,
     "b\xef\xbf\xbd"
     "d.json cannot be played: it cannot be opened: there is no such file."},
};

static void is_said_and_not_replaced(void **state)
{
    const struct refused_case *c = *state;
    void *made = NULL;
    assert_int_equal(desk_setup(&made), 0);
    struct desk *desk = made;
    if (c->text)
        scratch_write(desk->scratch, c->file, c->text);
    start(desk, c->file, NULL, NULL);
    assert_null(game_bank(&desk->game));
    says(desk, c->said);
    desk_teardown(&made);
}

static void a_folder_without_banks_is_said(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "folder");
    start(desk, "folder/", NULL, NULL);
    assert_null(game_bank(&desk->game));
    says(desk, "folder cannot be played: it holds no banks; their names end in .json.");
}

static void a_missing_library_is_said_beside_the_usual_bank(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "installed");
    desk_write_bank(desk, "installed/a.json", "A", good);
    game_find_banks(&desk->game, &(struct library_places){
                                     .library_dir = scratch_path(desk->scratch, "none"),
                                     .installed_dir = scratch_path(desk->scratch, "installed"),
                                 });
    plays(desk, "A");
    says(desk, "none cannot be played: it is no folder; name one that holds banks.");
}

static void the_problems_of_the_first_file_and_the_other_files_are_counted(void **state)
{
    struct desk *desk = *state;
    desk_write_bank(desk, "bad.json", "Bad", bad);
    start(desk, "bad.json", "gone.json", "lost.json");
    assert_null(game_bank(&desk->game));
    assert_int_equal(desk->game.refused_count, 3);
    const char *words = problems_refused(&desk->game, &desk->scratch->arena);
    assert_non_null(strstr(words, "bad.json cannot be played. Line 2, column 15: "));
    assert_non_null(strstr(words, ". 2 problems in all. 2 more files are refused."));
}

static void a_bad_file_beside_a_good_one_is_said_too(void **state)
{
    struct desk *desk = *state;
    desk_write_bank(desk, "mine.json", "Mine", good);
    desk_write_bank(desk, "other.json", "Other", good);
    start(desk, "gone.json", "mine.json", "other.json");
    plays(desk, "Mine");
    assert_int_equal(desk->game.refused_count, 1);
}

static void a_folder_is_refused_only_if_nothing_in_it_plays(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "folder");
    desk_write_bank(desk, "folder/a.json", "Bad", bad);
    desk_write_bank(desk, "folder/b.json", "Bad", bad);
    start(desk, "folder", NULL, NULL);
    assert_null(game_bank(&desk->game));
    assert_int_equal(desk->game.refused_count, 2);
    desk_write_bank(desk, "folder/b.json", "Mended", good);
    assert_true(game_open_path(&desk->game, scratch_path(desk->scratch, "folder")));
    plays(desk, "Mended");
    assert_null(desk->game.refused);
}

static void what_was_refused_is_opened_once_it_is_mended(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "folder");
    desk_write_bank(desk, "bad.json", "Bad", bad);
    start(desk, "folder", "bad.json", "gone.json");
    assert_false(game_open_refused(&desk->game));
    assert_int_equal(desk->game.refused_count, 3);
    desk_write_bank(desk, "gone.json", "Found", good);
    assert_true(game_open_refused(&desk->game));
    plays(desk, "Found");
    assert_int_equal(desk->game.refused_count, 2); // the others still are
    desk_write_bank(desk, "folder/a.json", "In the folder", good);
    desk_write_bank(desk, "bad.json", "Mended", good);
    assert_true(game_open_refused(&desk->game));
    plays(desk, "Mended");
    assert_null(desk->game.refused);
}

static void a_path_that_is_refused_leaves_the_bank_that_was_chosen(void **state)
{
    struct desk *desk = *state;
    desk_write_bank(desk, "mine.json", "Mine", good);
    start(desk, "mine.json", NULL, NULL);
    assert_false(game_open_path(&desk->game, scratch_path(desk->scratch, "gone.json")));
    plays(desk, "Mine");
    assert_int_equal(desk->game.refused_count, 1);
    game_forget_refused(&desk->game);
    assert_null(problems_refused(&desk->game, &desk->scratch->arena));
}

static void a_bank_whose_id_is_taken_says_by_which(void **state)
{
    struct desk *desk = *state;
    const char *same = "{\"format\": \"quizbank/1\", \"id\": \"same\", \"title\": \"Same\", "
                       "\"questions\": [{\"question\": \"Q?\", \"answer\": \"A\", \"wrong\": "
                       "[\"B\"]}]}";
    scratch_write(desk->scratch, "a.json", same);
    scratch_write(desk->scratch, "b.json", same);
    start(desk, "a.json", "b.json", NULL);
    library_open_all(&desk->game.library);
    assert_false(game_open_path(&desk->game, scratch_path(desk->scratch, "b.json")));
    const char *words = problems_refused(&desk->game, &desk->scratch->arena);
    assert_non_null(strstr(words, "b.json cannot be played: it has the same id as "));
    assert_non_null(strstr(words, "a.json, which comes first"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

int main(void)
{
    struct CMUnitTest each[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        each[i].name = cases[i].name;
        each[i].test_func = is_said_and_not_replaced;
        each[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest tests[] = {
        TEST(with_nothing_named_the_last_bank_is_chosen),
        TEST(a_bank_that_is_named_goes_before_the_last_one),
        TEST(a_folder_without_banks_is_said),
        TEST(a_missing_library_is_said_beside_the_usual_bank),
        TEST(the_problems_of_the_first_file_and_the_other_files_are_counted),
        TEST(a_bad_file_beside_a_good_one_is_said_too),
        TEST(a_folder_is_refused_only_if_nothing_in_it_plays),
        TEST(what_was_refused_is_opened_once_it_is_mended),
        TEST(a_path_that_is_refused_leaves_the_bank_that_was_chosen),
        TEST(a_bank_whose_id_is_taken_says_by_which),
    };
    int failed = cmocka_run_group_tests_name("each refusal", each, NULL, NULL);
    return failed + cmocka_run_group_tests_name("game", tests, NULL, NULL);
}
