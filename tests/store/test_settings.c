#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/deck.h"
#include "core/pick.h"
#include "store/scratch.h"
#include "store/settings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void assert_default(struct settings settings)
{
    struct settings fresh = settings_default();
    assert_int_equal(settings.theme, fresh.theme);
    assert_int_equal(settings.text_percent, fresh.text_percent);
    assert_int_equal(settings.question_timer_s, fresh.question_timer_s);
    assert_int_equal(settings.count, fresh.count);
    assert_int_equal(settings.difficulty, fresh.difficulty);
    assert_int_equal(settings.shuffle, fresh.shuffle);
    assert_int_equal(settings.window_width, fresh.window_width);
    assert_string_equal(settings.last_bank, fresh.last_bank);
    assert_int_equal(settings.retention_percent, fresh.retention_percent);
    assert_string_equal(settings.learning_steps, fresh.learning_steps);
    assert_string_equal(settings.parameters, fresh.parameters);
    assert_int_equal(settings.minutes_a_day, 0);
    assert_string_equal(settings.exam_date, "");
}

// Each text holds one thing that is wrong, which is said at its place and leaves the default.
static const struct wrong_case {
    const char *name, *text;
    int line, column;
    const char *message;
} wrongs[] = {
    {"a word for a number", "{\"text_percent\": \"big\"}", 1, 18,
     "\"text_percent\" is \"big\"; allowed: 100, 115, 130, 150, 175, 200; the default is used"},
    {"a number between the steps", "{\"text_percent\": 120}", 1, 18,
     "\"text_percent\" is 120; allowed: 100, 115, 130, 150, 175, 200; the default is used"},
    {"a number below the range", "{\n  \"question_timer_s\": 4\n}", 2, 23,
     "\"question_timer_s\" is 4; allowed: 0 and 5 to 600; the default is used"},
    {"a number above the range", "{\"count\": 200001}", 1, 11,
     "\"count\" is 200001; allowed: 0 to 200000; the default is used"},
    {"a broken number", "{\"count\": 1.5}", 1, 11,
     "\"count\" is 1.5; allowed: 0 to 200000; the default is used"},
    {"a word that is none of those", "{\"theme\": \"Dark\"}", 1, 11,
     "\"theme\" is \"Dark\"; allowed: \"auto\", \"dark\", \"light\", \"high-contrast\"; the "
     "default is used"},
    {"a number for a switch", "{\"shuffle\": 0}", 1, 13,
     "\"shuffle\" is 0; allowed: true and false; the default is used"},
    {"null", "{\"theme\": null}", 1, 11,
     "\"theme\" is null; allowed: \"auto\", \"dark\", \"light\", \"high-contrast\"; the "
     "default is used"},
    {"something long", "{\"theme\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]}", 1, 11,
     "\"theme\" is something long; allowed: \"auto\", \"dark\", \"light\", \"high-contrast\"; "
     "the default is used"},
    {"steps without a unit", "{\"learning_steps\": \"1 10\"}", 1, 20,
     "\"learning_steps\" is \"1 10\"; allowed: steps such as \"1m 10m\"; the default is used"},
    {"parameters that are too few", "{\"parameters\": \"1, 2\"}", 1, 16,
     "\"parameters\" is \"1, 2\"; allowed: \"\" and a list of 21 numbers in their ranges; the "
     "default is used"},
    {"a date that there is not", "{\"exam_date\": \"2026-02-29\"}", 1, 15,
     "\"exam_date\" is \"2026-02-29\"; allowed: \"\" and a date such as \"2026-05-31\"; the "
     "default is used"},
    {"more minutes than a day has", "{\"minutes_a_day\": 1441}", 1, 19,
     "\"minutes_a_day\" is 1441; allowed: 0 to 1440; the default is used"},
    {"more than can be remembered", "{\"retention_percent\": 100}", 1, 23,
     "\"retention_percent\" is 100; allowed: 70 to 99; the default is used"},
    {"a key that is not known", "{\"colour\": 1}", 1, 2,
     "this setting is not known; it is kept as it is"},
    {"no object", "[]", 0, 0,
     "holds no settings: it must be an object, {...}; the defaults are used"},
};

static void warns_and_uses_the_default(void **state)
{
    const struct wrong_case *c = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct settings settings = settings_parse("s", c->text, strlen(c->text), &diags);
    assert_default(settings);
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.warnings, 1);
    assert_string_equal(diags.items[0].message, c->message);
    assert_int_equal(diags.items[0].place.line, c->line);
    assert_int_equal(diags.items[0].place.column, c->column);
    arena_free(&arena);
}

static void says_where_json_is_broken(void **state)
{
    struct scratch *s = *state;
    const char *text = "{\n  \"theme\": \"dark\",\n}";
    assert_default(settings_parse("s", text, strlen(text), &s->diags));
    assert_int_equal(s->diags.errors, 1);
    assert_int_equal(s->diags.items[0].place.line > 1, true);
}

static void a_missing_file_is_no_problem(void **state)
{
    struct scratch *s = *state;
    assert_default(settings_load(scratch_path(s, "none.json"), &s->diags));
    assert_int_equal(s->diags.count, 0);
}

static void a_folder_is_a_problem(void **state)
{
    struct scratch *s = *state;
    assert_default(settings_load(s->dir, &s->diags));
    assert_int_equal(s->diags.errors, 1);
}

static void a_file_in_place_of_their_folder_is_a_problem(void **state)
{
    struct scratch *s = *state;
    struct settings settings = settings_default();
    const char *file = scratch_write(s, "quartet", "");
    assert_false(settings_save(&settings, scratch_path(s, "quartet/settings.json"), &s->diags));
    assert_string_equal(s->diags.items[0].place.file, file);
    assert_string_equal(scratch_read(s, file), "");
}

static struct settings all_changed(void)
{
    return (struct settings){
        .theme = THEME_HIGH_CONTRAST,
        .text_percent = 175,
        .motion = MOTION_REDUCED,
        .question_timer_s = 30,
        .quiz_timer_s = 600,
        .confirm_answers = true,
        .shuffle = false,
        .count = 0,
        .difficulty = DIFFICULTY_HARD,
        .speed_bonus = true,
        .streak_bonus = true,
        .window_x = -10,
        .window_y = 20,
        .window_width = 1280,
        .window_height = 720,
        .fullscreen = true,
        .lesson_on_main_display = true,
        .sounds = false,
        .last_bank = "nato",
        .learner = "Ana",
        .answer_cards = true,
        .retention_percent = 85,
        .new_cards = 0,
        .review_cards = 9999,
        .card_order = DECK_BY_LIST,
        .new_place = DECK_NEW_BEFORE,
        .learning_steps = "",
        .relearning_steps = "5m 1d",
        .maximum_days = 365,
        .rollover_hour = 0,
        .leech_lapses = 4,
        .parameters =
            "0.2 1.3 2.3 8.3 6.4 0.8 3 0.01 1.9 0.2 0.8 1.5 0.1 0.3 1.6 0.6 1.9 0.5 0.1 "
            "0.1 0.15",
        .minutes_a_day = 15,
        .exam_bank = "nato",
        .exam_date = "2028-02-29",
        .exam_topics = "History\nBotany & co.",
    };
}

static void comes_back_as_saved(void **state)
{
    struct scratch *s = *state;
    struct settings saved = all_changed();
    const char *path = scratch_path(s, "made/on/the/way/settings.json");
    assert_true(settings_save(&saved, path, &s->diags));
    struct settings loaded = settings_load(path, &s->diags);
    assert_int_equal(s->diags.count, 0);
    assert_int_equal(loaded.theme, saved.theme);
    assert_int_equal(loaded.text_percent, saved.text_percent);
    assert_int_equal(loaded.motion, saved.motion);
    assert_int_equal(loaded.question_timer_s, saved.question_timer_s);
    assert_int_equal(loaded.quiz_timer_s, saved.quiz_timer_s);
    assert_string_equal(loaded.learner, "Ana");
    assert_true(loaded.confirm_answers && loaded.speed_bonus && loaded.streak_bonus);
    assert_false(loaded.shuffle);
    assert_int_equal(loaded.count, saved.count);
    assert_int_equal(loaded.difficulty, saved.difficulty);
    assert_int_equal(loaded.window_x, saved.window_x);
    assert_int_equal(loaded.window_y, saved.window_y);
    assert_int_equal(loaded.window_width, saved.window_width);
    assert_int_equal(loaded.window_height, saved.window_height);
    assert_true(loaded.fullscreen);
    assert_true(loaded.lesson_on_main_display);
    assert_false(loaded.sounds);
    assert_string_equal(loaded.last_bank, saved.last_bank);
    assert_true(loaded.answer_cards);
    assert_int_equal(loaded.retention_percent, saved.retention_percent);
    assert_int_equal(loaded.new_cards, saved.new_cards);
    assert_int_equal(loaded.review_cards, saved.review_cards);
    assert_string_equal(loaded.learning_steps, saved.learning_steps);
    assert_string_equal(loaded.relearning_steps, saved.relearning_steps);
    assert_int_equal(loaded.card_order, saved.card_order);
    assert_int_equal(loaded.new_place, saved.new_place);
    assert_int_equal(loaded.maximum_days, saved.maximum_days);
    assert_int_equal(loaded.rollover_hour, saved.rollover_hour);
    assert_int_equal(loaded.leech_lapses, saved.leech_lapses);
    assert_false(loaded.fuzz || loaded.monotone);
    assert_string_equal(loaded.parameters, saved.parameters);
    assert_int_equal(loaded.minutes_a_day, saved.minutes_a_day);
    assert_string_equal(loaded.exam_bank, saved.exam_bank);
    assert_string_equal(loaded.exam_date, saved.exam_date);
    assert_string_equal(loaded.exam_topics, saved.exam_topics);
}

static void nothing_turns_a_timer_or_an_exam_off(void **state)
{
    struct scratch *s = *state;
    const char *text = "{\"question_timer_s\": 0, \"quiz_timer_s\": 0, \"exam_date\": \"\"}";
    struct settings timed = all_changed();
    struct settings settings = settings_change(&timed, "s", text, strlen(text), &s->diags);
    assert_int_equal(s->diags.count, 0);
    assert_int_equal(settings.question_timer_s, 0);
    assert_int_equal(settings.quiz_timer_s, 0);
    assert_string_equal(settings.exam_date, "");
}

static void keeps_keys_it_does_not_know(void **state)
{
    struct scratch *s = *state;
    struct settings settings = all_changed();
    const char *path =
        scratch_write(s, "settings.json", "{\"later\": {\"a\": [1, 2]}, \"theme\": \"dark\"}");
    assert_true(settings_save(&settings, path, &s->diags));
    const char *text = scratch_read(s, path);
    assert_non_null(strstr(text, "\"later\""));
    assert_non_null(strstr(text, "[1, 2]"));
    assert_null(strstr(text, "\"dark\""));
}

static void lays_a_broken_file_aside(void **state)
{
    struct scratch *s = *state;
    struct settings settings = all_changed();
    const char *path = scratch_write(s, "settings.json", "{\"theme\": \"dark\",}");
    assert_true(settings_save(&settings, path, &s->diags));
    assert_string_equal(scratch_read(s, scratch_path(s, "settings.json.bad")),
                        "{\"theme\": \"dark\",}");
}

static void says_why_it_cannot_be_saved(void **state)
{
    struct scratch *s = *state;
    struct settings settings = all_changed();
    scratch_write(s, "file", "");
    assert_false(settings_save(&settings, scratch_path(s, "file/settings.json"), &s->diags));
    assert_int_equal(s->diags.errors, 1);
}

static void cuts_no_bank_short(void **state)
{
    struct scratch *s = *state;
    char id[200] = {0};
    memset(id, 'a', sizeof(id) - 1);
    const char *text = arena_printf(&s->arena, "{\"last_bank\": \"%s\"}", id);
    assert_default(settings_parse("s", text, strlen(text), &s->diags));
    assert_int_equal(s->diags.warnings, 1);
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(says_where_json_is_broken),
        TEST(a_missing_file_is_no_problem),
        TEST(a_file_in_place_of_their_folder_is_a_problem),
        TEST(a_folder_is_a_problem),
        TEST(comes_back_as_saved),
        TEST(nothing_turns_a_timer_or_an_exam_off),
        TEST(keeps_keys_it_does_not_know),
        TEST(lays_a_broken_file_aside),
        TEST(says_why_it_cannot_be_saved),
        TEST(cuts_no_bank_short),
    };
    struct CMUnitTest rows[COUNT(wrongs)] = {0};
    for (size_t i = 0; i < COUNT(wrongs); i++) {
        rows[i].name = wrongs[i].name;
        rows[i].test_func = warns_and_uses_the_default;
        rows[i].initial_state = (void *)&wrongs[i];
    }
    int failed = cmocka_run_group_tests_name("settings, wrong ones", rows, NULL, NULL);
    return failed + cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
