// What the stage says of banks that are edited, and how it opens them.
#include <unistd.h>

#include "app/on_stage.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_line_covers_nothing_and_takes_no_focus, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(a_note_goes_by_itself, set_up, close_stage),
        cmocka_unit_test_setup_teardown(a_good_save_is_not_spoken_of, set_up, close_stage),
        cmocka_unit_test_setup_teardown(help_lists_the_key_only_while_there_is_a_fault, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(ctrl_e_opens_the_question_at_its_line, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(a_fault_is_opened_where_it_is, set_up, close_stage),
        cmocka_unit_test_setup_teardown(an_editor_that_cannot_be_started_is_said, set_up,
                                        close_stage),
        cmocka_unit_test_setup_teardown(banks_that_were_replaced_go_once_only_home_is_open,
                                        set_up, close_stage),
    };
    return cmocka_run_group_tests_name("stage_reload", tests, NULL, NULL);
}
