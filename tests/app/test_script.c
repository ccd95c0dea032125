#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "app/replay.h"
#include "store/paths.h"
#include "store/scratch.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char bank[] =
    "{\"format\": \"quizbank/1\", \"title\": \"Sums\", \"questions\": [\n"
    "{\"question\": \"2 + 2?\", \"answer\": \"Four\", \"wrong\": [\"Five\"]}]}\n";

enum { MET = 0, NOT_MET = 1, BROKEN = 2 };

/// A script of which the first line opens the bank.
static const struct script_case {
    const char *name, *lines;
    int status;
} cases[] = {
    {"nothing is wrong with nothing", "", MET},
    {"comments, blanks and empty lines", "# a word\n\n   \n  # more\r\n", MET},
    {"an expectation that is met", "expect screen home\n", MET},
    {"one that is not", "expect screen play\n", NOT_MET},
    {"the script goes on after one", "expect screen play\nexpect nonsense\n", BROKEN},
    {"and stops at what makes no sense", "expect nonsense\nexpect screen play\n", BROKEN},
    {"an unknown command", "dance\n", BROKEN},
    {"a bank that is none", "bank /missing.json\n", BROKEN},
    {"text that is there", "expect text Start the quiz\n", MET},
    {"text over two runs", "expect text 1 question\n", MET},
    {"text that is not there", "expect text Stop the quiz\n", NOT_MET},
    {"text that must not be there", "expect no text Start the quiz\n", NOT_MET},
    {"text that is rightly not there", "expect no text Stop the quiz\n", MET},
    {"the focus", "expect focus Start the quiz\n", MET},
    {"another focus", "key Tab\nexpect focus Start the quiz\n", NOT_MET},
    {"an area by the beginning of its name", "expect area Start\n", MET},
    {"an area that is not there", "expect area Stop\n", NOT_MET},
    {"an area that must not be there", "expect no area Start\n", NOT_MET},
    {"a key by its name", "key Enter\nexpect screen play\n", MET},
    {"a key by another name", "key Return\n", BROKEN},
    {"a character key", "key Enter\nwait 500\nkey 1\nwait 900\nexpect area Continue\n", MET},
    {"a key with others", "key ctrl+t\nkey alt+Enter\nkey shift+Tab\n", MET},
    {"a click", "click Settings\nexpect screen settings\n", MET},
    {"a click on nothing", "click Nowhere\n", BROKEN},
    {"a click at a place", "click 5,5\nexpect screen home\n", MET},
    {"a tap", "tap Settings\nexpect screen settings\n", MET},
    {"a key that only buzzes", "key F7\nkey LeftShift\nexpect screen home\n", MET},
    {"a pad button", "pad south\nexpect screen play\n", MET},
    {"a pad button of no name", "pad middle\n", BROKEN},
    {"a button of the second pad", "pad south 2\nexpect screen play\n", MET},
    {"a pad of no number", "pad south two\n", BROKEN},
    {"no tone", "key Tab\nexpect tone nothing\n", MET},
    {"a tone that nobody asked for", "expect tone buzz\n", NOT_MET},
    {"nothing for the host", "host 800x600\nexpect no host Sums\nhost off\n", MET},
    {"the host does not see it", "host 800x600\nexpect host Sums\n", NOT_MET},
    {"a window of the host of no size", "host large\n", BROKEN},
    {"a picture of nothing", "host 800x600\nshot-host nothing\n", BROKEN},
    {"a drag without an end", "drag Settings\n", BROKEN},
    {"a size", "size 720x1280\nexpect screen home\n", MET},
    {"a size that is none", "size large\n", BROKEN},
    {"a theme", "theme light\nexpect screen home\n", MET},
    {"a theme that is none", "theme blue\n", BROKEN},
    {"a setting", "set count 1\nexpect screen home\n", MET},
    {"a setting that is none", "set speed 1\n", BROKEN},
    {"a setting out of range", "set question_timer_s 1\n", BROKEN},
    {"a setting without a value", "set count\n", BROKEN},
    {"the clock goes", "set question_timer_s 5\nkey Enter\nwait 6000\nexpect text Time\n", MET},
    {"a file is dropped", "drop /missing.json\nwait 300\nexpect text missing.json\n", MET},
    {"a picture without a folder for it is left out", "shot a\n", MET},
};

static int play(struct scratch *scratch, const char *lines, const char *shots_dir)
{
    const char *path = scratch_write(scratch, "bank.json", bank);
    const char *text = arena_printf(&scratch->arena, "bank %s\n%s", path, lines);
    const char *script = scratch_write(scratch, "script.txt", text);
    const struct paths nowhere = {
        .home_dir = "/", .data_dir = "/", .questions_dir = "/", .settings_file = "/"};
    return replay_run(&script, 1, shots_dir, &nowhere);
}

// The row that is played; its folder becomes the state.
static const struct script_case *playing;

static int open_case(void **state)
{
    playing = *state;
    return scratch_setup(state);
}

static void ends_with_its_status(void **state)
{
    assert_int_equal(play(*state, playing->lines, NULL), playing->status);
}

static void a_script_that_is_not_there_could_not_be_played(void **state)
{
    (void)state;
    const char *const missing[] = {"/missing/script.txt"};
    const struct paths nowhere = {.home_dir = "/"};
    assert_int_equal(replay_run(missing, 1, NULL, &nowhere), BROKEN);
}

static void of_several_scripts_the_worst_counts(void **state)
{
    struct scratch *scratch = *state;
    const char *good = scratch_write(scratch, "good.txt", "expect screen home\n");
    const char *bad = scratch_write(scratch, "bad.txt", "expect screen play\n");
    const char *const scripts[] = {good, bad, good};
    const struct paths nowhere = {.home_dir = "/", .questions_dir = "/"};
    assert_int_equal(replay_run(scripts, 3, NULL, &nowhere), NOT_MET);
    assert_int_equal(replay_run(scripts, 1, NULL, &nowhere), MET);
}

static void a_picture_is_written(void **state)
{
    struct scratch *scratch = *state;
    assert_int_equal(play(scratch, "size 400x400\nshot home\n", scratch->dir), MET);
    FILE *file = fopen(scratch_path(scratch, "home.png"), "rb");
    assert_non_null(file);
    unsigned char head[24] = {0};
    assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
    fclose(file);
    assert_memory_equal(head, "\x89PNG", 4);
    assert_int_equal(head[18] << 8 | head[19], 400); // the width
}

static void a_picture_that_cannot_be_written_is_said(void **state)
{
    struct scratch *scratch = *state;
    assert_int_equal(mkdir(scratch_path(scratch, "home.png"), 0700), 0);
    assert_int_equal(play(scratch, "shot home\n", scratch->dir), BROKEN);
}

int main(void)
{
    struct CMUnitTest scripts[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        scripts[i] = (struct CMUnitTest){cases[i].name, ends_with_its_status, open_case,
                                         scratch_teardown, (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_that_is_not_there_could_not_be_played),
        cmocka_unit_test_setup_teardown(of_several_scripts_the_worst_counts, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_picture_is_written, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_picture_that_cannot_be_written_is_said, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests_name("script", scripts, NULL, NULL) +
           cmocka_run_group_tests_name("replay", tests, NULL, NULL);
}
