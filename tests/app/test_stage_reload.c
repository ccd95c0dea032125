// What the stage says of banks that are edited, and how it opens them.
#include <unistd.h>

#include "app/on_stage.h"
#include "store/scratch.h"

static struct {
    const char *fails; // the program that cannot be started; NULL: it can
    char path[512];
    int line;
} editor;

static const char *open_editor(void *context, const char *path, int line)
{
    (void)context;
    snprintf(editor.path, sizeof editor.path, "%s", path);
    editor.line = line;
    return editor.fails;
}

static int set_up(void **state)
{
    memset(&editor, 0, sizeof editor);
    if (open_stage(state) != 0)
        return -1;
    on.stage.host.open_editor = open_editor;
    return 0;
}

/// The bank in play reads now as one of the replay tests.
static void save(const char *name)
{
    const char *root = getenv("QUARTET_SOURCE");
    struct bank_file file;
    bank_file_open(
        &file, arena_printf(&on.arena, "%s/tests/replay/banks/%s", root ? root : ".", name));
    assert_true(file.is_readable);
    const char *path = on.game.library.entries[0].path;
    file.path = arena_text(&file.arena, path, strlen(path));
    game_reload(&on.game, &file, on.now_ms);
    stage_reload(&on.stage, on.now_ms);
    draw();
}

static const struct ui_area *dock(void)
{
    const struct ui_area *area =
        ui_find(stage_frame(&on.stage), (struct ui_id){ACTION_PROBLEMS, 0});
    return area;
}

static void the_line_covers_nothing_and_takes_no_focus(void **state)
{
    (void)state;
    static const int sizes[][2] = {
        {1920, 1080}, {1024, 768}, {640, 360}, {720, 1280}, {360, 360}};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        save("three-capitals.json");
        stage_resize(&on.stage, sizes[i][0], sizes[i][1]);
        rest();
        const char *before = focus();
        save("three-capitals-broken.json");
        assert_string_equal(focus(), before);
        assert_non_null(dock());
        float top = dock()->rect.y;
        assert_true(top + dock()->rect.h <= (float)sizes[i][1]);
        const struct ui_frame *frame = stage_frame(&on.stage);
        for (int k = frame->covered; k < frame->area_count; k++) {
            const struct ui_area *area = &frame->areas[k];
            bool is_of_dock = area->id.id == ACTION_PROBLEMS || area->id.id == ACTION_UNDOCK;
            bool is_in_region = area->region >= 0;
            if (!is_of_dock && !is_in_region)
                assert_true(area->rect.y + area->rect.h <= top);
        }
    }
}

static void a_note_goes_by_itself(void **state)
{
    (void)state;
    save("three-capitals-broken.json");
    save("three-capitals.json");
    assert_true(shows("Fixed. 3 questions."));
    assert_true(stage_wake_ms(&on.stage) == on.now_ms + RELOAD_NOTE_MS);
    on.now_ms += RELOAD_NOTE_MS;
    stage_tick(&on.stage, on.now_ms);
    assert_true(on.stage.is_dirty);
    draw();
    assert_false(shows("Fixed."));
    assert_true(stage_wake_ms(&on.stage) > on.now_ms + RELOAD_NOTE_MS);
}

static void a_good_save_is_not_spoken_of(void **state)
{
    (void)state;
    save("weather.json");
    assert_null(dock());
    assert_true(shows("Weather"));
    assert_false(shows("Fixed"));
}

/// Looks at the files as the app does.
static void look(void)
{
    struct file_news news;
    on.game.now_ms = on.now_ms;
    assert_true(game_look_at_files(&on.game, &(struct library_places){0}, &on.arena, &news));
    draw();
}

static void a_look_is_answered_wherever_it_is_asked_for(void **state)
{
    (void)state;
    static const struct input keys[] = {{.key = KEY_F5}, {.key = 'r', .mods = MOD_CTRL}};
    static const int openers[] = {0, KEY_ENTER, KEY_F1};
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        if (openers[i])
            key(openers[i], 0);
        for (size_t k = 0; k < 2; k++) {
            if (openers[i] == KEY_ENTER && keys[k].mods)
                continue; // the question's sound
            key(keys[k].key, keys[k].mods);
            assert_true(on.game.reload.is_asked);
            assert_false(shows("nothing new"));
            look();
            assert_false(on.game.reload.is_asked);
            assert_true(shows("3 questions, nothing new."));
            on.now_ms += RELOAD_NOTE_MS;
            draw();
            assert_false(shows("nothing new"));
        }
    }
    assert_true(shows("Look for changed files"));
}

static void a_look_says_again_what_is_wrong(void **state)
{
    (void)state;
    save("three-capitals-broken.json");
    click("Close this line");
    assert_null(dock());
    on.game.library.entries[0].seen = on.game.library.entries[0].bad.stamp;
    key(KEY_F5, 0);
    on.game.reload.is_asked = false; // what is read is as wrong as before
    draw();
    assert_non_null(dock());
    assert_false(shows("nothing new"));
}

static void a_look_that_finds_something_says_what_was_read(void **state)
{
    (void)state;
    key(KEY_F5, 0);
    save("weather.json");
    assert_true(shows("Read anew: "));
    assert_false(on.game.reload.is_asked);
}

static void a_good_save_is_said_for_a_moment_where_it_cannot_be_seen(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    is_on("play");
    rest();
    const char *before = focus();
    save("three-capitals.json");
    assert_true(shows("Read anew: 3 questions."));
    assert_string_equal(focus(), before);
    assert_true(stage_wake_ms(&on.stage) <= on.now_ms + RELOAD_NOTE_MS);
    on.now_ms += RELOAD_NOTE_MS;
    draw();
    assert_false(shows("Read anew"));
}

/// Writes a bank of one question into the folder.
static const char *write_bank(struct scratch *scratch, const char *name, const char *title)
{
    return scratch_write(scratch, name,
                         arena_printf(&scratch->arena,
                                      "{\"format\": \"quizbank/1\", \"title\": \"%s\", "
                                      "\"questions\": [{\"question\": \"Still?\", "
                                      "\"type\": \"text\", \"answer\": \"yes\"}]}",
                                      title));
}

/// Opens that bank and its quiz.
static const char *play_bank(struct scratch *scratch, const char *name, const char *title)
{
    const char *path = write_bank(scratch, name, title);
    assert_true(game_open_path(&on.game, path));
    stage_reload(&on.stage, on.now_ms);
    rest();
    key(KEY_ENTER, 0);
    is_on("play");
    rest();
    return path;
}

static void stop(void)
{
    key(KEY_ESCAPE, 0);
    click("Stop, go on later");
    is_on("home");
    rest();
}

static void a_file_that_went_is_said_in_the_quiz_until_it_is_closed(void **state)
{
    void *own = NULL;
    (void)state;
    assert_int_equal(scratch_setup(&own), 0);
    const char *path = play_bank(own, "gone.json", "T");
    unlink(path);
    look();
    assert_true(shows("gone.json has moved. Playing from memory."));
    assert_true(shows("Ctrl+O"));
    assert_true(shows("Still?"));
    click("Close this line");
    assert_false(shows("has moved"));
    write_bank(own, "gone.json", "T");
    look();
    assert_false(shows("has moved"));
    unlink(path);
    look();
    assert_true(shows("has moved")); // it is news once more
    stop();
    assert_false(shows("has moved. Playing")); // Home has its own words
    scratch_teardown(&own);
}

static void home_says_the_title_that_a_quiz_has_now(void **state)
{
    void *own = NULL;
    (void)state;
    assert_int_equal(scratch_setup(&own), 0);
    const char *path = play_bank(own, "a.json", "Old title");
    stop();
    assert_true(shows("You stopped at question 1 of 1. Go on?"));
    struct bank_file file;
    bank_file_open(&file, write_bank(own, "a.json", "New title"));
    game_reload(&on.game, &file, on.now_ms);
    stage_reload(&on.stage, on.now_ms);
    draw();
    assert_true(shows("You stopped at question 1 of 1. Go on?"));
    assert_false(shows("Old title"));
    assert_true(game_open_path(&on.game, write_bank(own, "b.json", "Other")));
    stage_reload(&on.stage, on.now_ms);
    draw();
    assert_true(shows("New title"));
    assert_false(shows("Old title"));
    unlink(path);
    scratch_teardown(&own);
}

static void help_lists_the_key_only_while_there_is_a_fault(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    key(KEY_F1, 0);
    assert_false(shows("What is wrong in the file"));
    key(KEY_ESCAPE, 0);
    save("three-capitals-broken.json");
    key(KEY_F1, 0);
    assert_true(shows("What is wrong in the file"));
}

static void ctrl_e_opens_the_question_at_its_line(void **state)
{
    (void)state;
    on.game.settings.shuffle = false;
    key(KEY_ENTER, 0);
    is_on("play");
    key('e', MOD_CTRL);
    assert_string_equal(editor.path, on.game.library.entries[0].path);
    assert_int_equal(editor.line, session_turn(&on.game.session)->ask.question->line);
    assert_false(shows("could not be started"));
}

static void a_fault_is_opened_where_it_is(void **state)
{
    (void)state;
    save("three-capitals-broken.json");
    key('j', MOD_CTRL);
    is_on("problems");
    key('e', MOD_CTRL);
    assert_string_equal(editor.path, on.game.library.entries[0].path);
    assert_int_equal(editor.line, 7);
}

static void an_editor_that_cannot_be_started_is_said(void **state)
{
    (void)state;
    editor.fails = "vi";
    key(KEY_ENTER, 0);
    key('e', MOD_CTRL);
    assert_true(shows("vi could not be started. Set VISUAL or EDITOR"));
    on.now_ms += RELOAD_FAULT_MS;
    draw();
    assert_false(shows("could not be started"));
}

static void banks_that_were_replaced_go_once_only_home_is_open(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    save("weather.json");
    for (int i = 0; i < 5; i++) {
        draw();
        stage_tick(&on.stage, on.now_ms);
    }
    assert_non_null(on.game.library.old);
    key(KEY_ESCAPE, 0);
    click("Stop, go on later");
    is_on("home");
    stage_tick(&on.stage, on.now_ms);
    assert_non_null(on.game.library.old); // the quiz asks it still
    game_drop_quiz(&on.game);
    game_plan_quiz(&on.game, NULL, 0);
    stage_tick(&on.stage, on.now_ms);
    assert_null(on.game.library.old);
    draw();
}

static int count_old(void)
{
    int count = 0;
    for (const struct library_old *old = on.game.library.old; old; old = old->next)
        count++;
    return count;
}

static void versions_that_nobody_asks_go_while_the_quiz_is_open(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    is_on("play");
    rest();
    for (int i = 0; i < 10; i++) {
        save("three-capitals.json");
        for (int k = 0; k < 4; k++) {
            draw();
            stage_tick(&on.stage, on.now_ms);
        }
    }
    assert_int_equal(count_old(), 1); // the one that is asked
    key('1', 0);
    rest();
    key(KEY_ENTER, 0);
    rest();
    stage_tick(&on.stage, on.now_ms);
    assert_true(shows("Question 2 of 3"));
    key(KEY_ESCAPE, 0);
    is_on("pause");
    key(KEY_ESCAPE, 0);
    rest();
}

static void a_lesson_keeps_no_bank_but_the_one_it_asks_from(void **state)
{
    (void)state;
    key('4', 0);
    click("Start");
    is_on("lesson");
    for (int i = 0; i < 6; i++) {
        if (i == 5)
            key(KEY_ESCAPE, 0);
        is_on(i == 5 ? "lesson menu" : "lesson");
        save("three-capitals.json");
        rest();
        rest();
        rest();
        stage_tick(&on.stage, on.now_ms);
        assert_int_equal(count_old(), 1);
    }
    click("Stop, go on later");
    is_on("home");
    rest();
    stage_tick(&on.stage, on.now_ms);
    assert_int_equal(count_old(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_line_covers_nothing_and_takes_no_focus, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(a_note_goes_by_itself, set_up, close_stage),
        cmocka_unit_test_setup_teardown(a_good_save_is_not_spoken_of, set_up, close_stage),
        cmocka_unit_test_setup_teardown(a_look_is_answered_wherever_it_is_asked_for, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(a_look_says_again_what_is_wrong, set_up, close_stage),
        cmocka_unit_test_setup_teardown(a_look_that_finds_something_says_what_was_read, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(
            a_good_save_is_said_for_a_moment_where_it_cannot_be_seen, set_up, close_stage),
        cmocka_unit_test_setup_teardown(a_file_that_went_is_said_in_the_quiz_until_it_is_closed,
                                        set_up, close_stage),
        cmocka_unit_test_setup_teardown(versions_that_nobody_asks_go_while_the_quiz_is_open,
                                        set_up, close_stage),
        cmocka_unit_test_setup_teardown(home_says_the_title_that_a_quiz_has_now, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(help_lists_the_key_only_while_there_is_a_fault, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(ctrl_e_opens_the_question_at_its_line, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(a_fault_is_opened_where_it_is, set_up, close_stage),
        cmocka_unit_test_setup_teardown(an_editor_that_cannot_be_started_is_said, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(banks_that_were_replaced_go_once_only_home_is_open,
                                        set_up, close_stage),
        cmocka_unit_test_setup_teardown(a_lesson_keeps_no_bank_but_the_one_it_asks_from, set_up,
                                        close_stage),
    };
    return cmocka_run_group_tests_name("stage_reload", tests, NULL, NULL);
}
