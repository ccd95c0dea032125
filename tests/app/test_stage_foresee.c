// What is made ready before anybody asks for it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/on_stage.h"

static const char *said(const struct draw_list *list)
{
    struct buf text = {0};
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_TEXT && strpbrk(cmd->text, "aeiou")) {
            buf_add(&text, cmd->text, strlen(cmd->text));
            buf_add(&text, "\n", 1);
        }
    }
    const char *kept = arena_text(&on.arena, text.data, text.len);
    buf_free(&text);
    return kept;
}

static void look_ahead(const char *foreseen[8], int *count)
{
    *count = 0;
    rest();
    for (const struct draw_list *list; (list = stage_foresee(&on.stage, on.now_ms));) {
        assert_true(*count < 8);
        foreseen[(*count)++] = said(list);
    }
}

static void each_answer_to_a_question_is_foreseen(void **state)
{
    (void)state;
    const char *foreseen[8];
    int count;
    look_ahead(foreseen, &count);
    assert_int_equal(count, 0); // Home
    key(KEY_ENTER, 0);
    is_on("play");
    for (int i = 0; i < 3; i++) {
        look_ahead(foreseen, &count);
        assert_int_equal(count, 3);
        assert_null(stage_foresee(&on.stage, on.now_ms)); // nothing has changed
        key('1' + i, 0);
        rest();
        assert_string_equal(said(&stage_frame(&on.stage)->list), foreseen[i]);
        look_ahead(foreseen, &count);
        assert_int_equal(count, i < 2); // with the feedback the question that comes next
        key(KEY_ENTER, 0);
        rest();
        if (count)
            assert_string_equal(said(&stage_frame(&on.stage)->list), foreseen[0]);
    }
}

/// Adds a bank of which every question has a picture of its own, and chooses it.
static void open_pictures(void)
{
    drop("picture-bands.json");
    on.now_ms += 500;
}

/// Whether `list` shows a picture.
static bool has_picture(const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_PICTURE)
            return true;
    }
    return false;
}

static void the_first_picture_of_a_quiz_is_asked_for_before_it_begins(void **state)
{
    (void)state;
    open_pictures();
    is_on("home");
    rest();
    const struct draw_list *list = stage_foresee(&on.stage, on.now_ms);
    assert_non_null(list);
    assert_true(has_picture(list));
    const char *foreseen = said(list);
    assert_null(stage_foresee(&on.stage, on.now_ms)); // once is enough
    key('1', 0);
    is_on("pick");
    rest();
    list = stage_foresee(&on.stage, on.now_ms);
    assert_non_null(list);
    assert_string_equal(said(list), foreseen);
    key(KEY_ENTER, 0);
    is_on("play");
    rest();
    assert_string_equal(said(&stage_frame(&on.stage)->list), foreseen);
}

/// As if the bank that was read were only known.
static void let_bank_wait(void)
{
    static struct bank_summary summary;
    summary.bank = *game_bank(&on.game);
    on.game.library.entries[0].summary = &summary;
    on.game.library.entries[0].is_open = false;
    on.reads = 0;
}

static void a_bank_is_read_before_anything_is_done(void **state)
{
    (void)state;
    let_bank_wait();
    key(KEY_DOWN, 0);
    key(KEY_UP, 0);
    key(KEY_F11, 0);
    stage_tick(&on.stage, on.now_ms + 1000);
    key(KEY_F1, 0);
    is_on("help");
    assert_int_equal(on.reads, 0);
    drop("three-capitals.json"); // opens another bank
    assert_int_equal(on.reads, 1);
    is_on("home");
    let_bank_wait();
    key(KEY_ENTER, 0);
    assert_int_equal(on.reads, 1);
    is_on("play");
}

static void what_was_foreseen_is_void_after_a_resize(void **state)
{
    (void)state;
    const char *foreseen[8];
    int count;
    key(KEY_ENTER, 0);
    look_ahead(foreseen, &count);
    stage_resize(&on.stage, 720, 1280);
    assert_null(stage_foresee(&on.stage, on.now_ms)); // what is there now is drawn first
    look_ahead(foreseen, &count);
    assert_int_equal(count, 3);
}

static void the_next_question_of_a_lesson_is_foreseen_in_both_windows(void **state)
{
    (void)state;
    const char *foreseen[8];
    int count;
    key('4', 0);
    click("Start");
    is_on("lesson");
    stage_resize_host(&on.stage, 1024, 768);
    look_ahead(foreseen, &count);
    assert_int_equal(count, 0); // who knows how it goes
    assert_null(stage_foresee_host(&on.stage, on.now_ms));
    for (int i = 0; i < 2; i++) {
        key('y', 0);
        look_ahead(foreseen, &count);
        assert_int_equal(count, 1);
        key('y', 0);
        rest();
        assert_non_null(stage_foresee(&on.stage, on.now_ms));
        const char *to_host = said(stage_foresee_host(&on.stage, on.now_ms));
        key(KEY_PAGE_DOWN, 0);
        rest();
        assert_string_equal(said(&stage_frame(&on.stage)->list), foreseen[0]);
        assert_string_equal(said(stage_draw_host(&on.stage, on.now_ms)), to_host);
    }
    key('y', 0);
    look_ahead(foreseen, &count);
    assert_int_equal(count, 0); // it was the last one
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STAGE(each_answer_to_a_question_is_foreseen),
        WITH_STAGE(the_first_picture_of_a_quiz_is_asked_for_before_it_begins),
        WITH_STAGE(a_bank_is_read_before_anything_is_done),
        WITH_STAGE(what_was_foreseen_is_void_after_a_resize),
        WITH_STAGE(the_next_question_of_a_lesson_is_foreseen_in_both_windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
