// How a lesson looks: what fits, and what is where.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/ask_typed.h"
#include "screens/kept.h"
#include "screens/lesson.h"

static const char questions[] =
    "[{\"question\": \"Capital of Peru?\", \"answer\": \"Lima\", \"wrong\": [\"Cusco\"],"
    "  \"tags\": [\"South\"]},"
    " {\"question\": \"Capital of Chile?\", \"type\": \"text\", \"answer\": \"Santiago\","
    "  \"tags\": [\"South\"]},"
    " {\"question\": \"Capital of Cuba?\", \"answer\": \"Havana\", \"wrong\": [\"Holguin\"],"
    "  \"tags\": [\"North\"]}]";

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    return 0;
}

static void begin(struct desk *desk, enum contest_mode mode)
{
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.teams[0] = (struct team){.name = "Owls", .time_percent = 100};
    teams.teams[1] = (struct team){.name = "Foxes", .mark = 1, .time_percent = 100};
    teams.wish.mode = (int)mode;
    const struct lesson_setup lesson = {.teams = &teams, .seed = 3};
    assert_true(lesson_run_begin(&desk->game, &lesson, desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
    desk->stand.now_ms += LESSON_LOCK_MS;
}

static const struct contest *lesson(const struct desk *desk)
{
    return &desk->game.run.contest;
}

/// Does it once keys count again.
static void act(struct desk *desk, int id, int arg)
{
    desk->stand.now_ms += LESSON_LOCK_MS;
    desk_act(desk, id, arg);
}

static void a_gap_that_nobody_typed_into_is_neither_right_nor_wrong(void **state)
{
    static const char *const year[] = {"1949"}, *const between[] = {"Signed in ", "."};
    struct desk *desk = *state;
    const struct gap gap = {.accepted = {.items = year, .count = 1}};
    const struct question question = {
        .kind = KIND_CLOZE, .cloze = {.gaps = &gap, .between = between, .gap_count = 1}};
    const struct turn turn = {
        .ask = {.question = &question}, .is_answered = true, .is_timed_out = true};
    for (int judged = 0; judged < 2; judged++) {
        const struct ask_context context = {
            .game = &desk->game, .turn = &turn, .is_judged = judged == 1};
        struct ui ui = stand_begin(&desk->stand);
        ask_view_cloze.answered(&context, &ui, (struct rect){0, 0, 900, 300});
        assert_int_equal(stand_shapes(ui.list, MASK_CROSS), judged ? 0 : 1);
    }
}

static void a_screen_keyboard_is_above_what_the_host_says(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    while (contest_round(lesson(desk))->ask.question->kind != KIND_TEXT) {
        act(desk, LESSON_RIGHT, 0);
        act(desk, LESSON_NEXT, 0);
    }
    desk->stand.state.device = DEVICE_PAD;
    desk_send(desk, (struct action){0});
    const struct ui_frame *frame = &desk->stand.frame;
    struct rect judge = desk_area(desk, LESSON_RIGHT, 0)->rect;
    int keys = 0;
    for (int i = 0; i < frame->area_count; i++) {
        const struct ui_area *area = &frame->areas[i];
        if (area->id.id != TYPED_KEYS)
            continue;
        assert_true(area->rect.y + area->rect.h <= judge.y);
        keys++;
    }
    assert_true(keys > 26);
}

/// Nothing that is drawn was cut off for want of room.
static void assert_uncut(const struct desk *desk)
{
    const struct draw_list *list = &desk->stand.frame.list;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT && strstr(list->items[i].text, "\u2026"))
            fail_msg("cut: %s", list->items[i].text);
    }
}

static void nothing_is_cut_in_large_text(void **state)
{
    struct desk *desk = *state;
    desk->stand.look.width = 1024;
    desk->stand.look.height = 768;
    desk->stand.look.text_percent = 200;
    begin(desk, CONTEST_BOARD);
    int cells = lesson(desk)->rules.board_columns * lesson(desk)->rules.board_rows;
    for (int i = 0; i < cells; i++) {
        if (!contest_is_free(lesson(desk), i))
            continue;
        assert_uncut(desk);
        act(desk, LESSON_CELL, i);
        assert_uncut(desk);
        if (lesson(desk)->phase == CONTEST_WAGERING)
            act(desk, LESSON_NEXT, 0);
        act(desk, LESSON_RIGHT, 0);
        act(desk, LESSON_SCORES, 0);
        assert_uncut(desk);
        act(desk, LESSON_SCORES, 0);
        act(desk, LESSON_NEXT, 0);
    }
    assert_uncut(desk);
}

/// The colour of the first text that is `words`.
static struct colour colour_of(const struct desk *desk, const char *words)
{
    const struct draw_list *list = &desk->stand.frame.list;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT && strcmp(list->items[i].text, words) == 0)
            return list->items[i].colour;
    }
    fail_msg("%s is not there", words);
    return (struct colour){0};
}

static void who_was_wrong_is_out_only_while_others_are_asked(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BOARD);
    struct colour usual = colour_of(desk, "Owls");
    act(desk, LESSON_CELL, 0);
    act(desk, LESSON_WRONG, 0);
    struct colour out = colour_of(desk, "Owls");
    assert_memory_not_equal(&out, &usual, sizeof out);
    act(desk, LESSON_RIGHT, 0);
    act(desk, LESSON_NEXT, 0);
    assert_int_equal(lesson(desk)->phase, CONTEST_CHOOSING);
    struct colour again = colour_of(desk, "Owls");
    assert_memory_equal(&again, &usual, sizeof again);
}

static void a_mark_that_hardly_stands_out_has_a_rim(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.teams[0] = (struct team){.name = "Bees", .mark = MASK_STAR};
    teams.teams[1] = (struct team){.name = "Whales", .mark = MASK_HEART};
    const struct lesson_setup lesson = {.teams = &teams, .seed = 3};
    assert_true(lesson_run_begin(&desk->game, &lesson, desk->stand.now_ms));
    desk->stand.look.theme = THEME_ID_DARK;
    desk_enter(desk, &screen_lesson);
    assert_int_equal(stand_shapes(&desk->stand.frame.list, MASK_STAR), 1);
    assert_int_equal(stand_shapes(&desk->stand.frame.list, MASK_HEART), 2);
    desk->stand.look.theme = THEME_ID_LIGHT;
    desk_send(desk, (struct action){0});
    assert_int_equal(stand_shapes(&desk->stand.frame.list, MASK_STAR), 2);
    assert_int_equal(stand_shapes(&desk->stand.frame.list, MASK_HEART), 1);
}

/// Whether `text` was drawn by itself.
static bool is_drawn(const struct ui *ui, const char *text)
{
    for (int i = 0; i < ui->list->count; i++) {
        if (ui->list->items[i].kind == DRAW_TEXT && !strcmp(ui->list->items[i].text, text))
            return true;
    }
    return false;
}

static void teams_are_named_where_things_are_dense(void **state)
{
    struct desk *desk = *state;
    const struct lesson_screen screen = {.chosen = CONTEST_NOBODY, .judged = CONTEST_NOBODY};
    begin(desk, CONTEST_TURNS);
    struct ui ui = stand_begin(&desk->stand);
    ui.is_dense = true;
    lesson_header(&screen, &desk->game, &ui);
    assert_true(is_drawn(&ui, "Owls") && is_drawn(&ui, "Foxes"));
    struct lesson_run *run = &desk->game.run; // six of them have less room
    for (int i = 2; i < TEAMS_MOST; i++)
        run->log.start.teams[i] = (struct team){.name = "Herons", .mark = i};
    run->contest.rules.team_count = TEAMS_MOST;
    desk->stand.look.width = 1024;
    desk->stand.look.height = 768;
    desk->stand.look.text_percent = 130;
    ui = stand_begin(&desk->stand);
    ui.is_dense = true;
    lesson_header(&screen, &desk->game, &ui);
    assert_false(is_drawn(&ui, "Owls") || is_drawn(&ui, "Foxes"));
    assert_true(is_drawn(&ui, "O") && is_drawn(&ui, "F"));
    // In large text long scores have room beside the marks, in two rows.
    run->contest.scores[0].accuracy = 12000;
    desk->stand.look.text_percent = 200;
    ui = stand_begin(&desk->stand);
    ui.is_dense = true;
    struct rect below = lesson_header(&screen, &desk->game, &ui);
    const struct ui_frame *frame = &desk->stand.frame;
    struct rect chip = {0};
    for (int i = 0; i < frame->area_count; i++) {
        if (frame->areas[i].id.id == LESSON_TEAM)
            chip = frame->areas[i].rect;
    }
    assert_true(chip.w > 30 * ui.u && chip.y + chip.h <= below.y);
}

static void keys_of_a_pad_are_told_where_things_are_dense(void **state)
{
    struct desk *desk = *state;
    struct lesson_screen screen = {.seen_at = -2, .chosen = CONTEST_NOBODY};
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_WRONG, 0);
    assert_int_equal(lesson(desk)->phase, CONTEST_SHOWING);
    desk->stand.state.device = DEVICE_PAD;
    lesson_follow(&screen, &desk->game, desk->stand.now_ms);
    struct ui ui = stand_begin(&desk->stand);
    ui.is_dense = true;
    lesson_view_answer(&screen, &desk->game, &ui, ui.content, false);
    assert_true(is_drawn(&ui, ui_pad_label(PAD_WEST, ui.state->glyphs)));
    assert_true(is_drawn(&ui, ui_pad_label(PAD_NORTH, ui.state->glyphs)));
    arena_free(&screen.play.arena);
}

/// What the host peeks at is drawn last: a box with words in it.
static void assert_peek_is_whole(const struct desk *desk)
{
    const struct draw_list *list = &desk->stand.frame.list;
    const struct draw_cmd *box = NULL;
    int words = 0;
    for (int i = 0; i < list->count; i++)
        box = list->items[i].kind == DRAW_FILL ? &list->items[i] : box;
    assert_non_null(box);
    assert_true(box->rect.y >= 0);
    for (const struct draw_cmd *cmd = box + 1; cmd < list->items + list->count; cmd++) {
        assert_true(cmd->kind != DRAW_CLIP);
        if (cmd->kind != DRAW_TEXT)
            continue;
        assert_true(cmd->baseline < box->rect.y + box->rect.h);
        words++;
    }
    assert_true(words > 2); // it is long
}

static void a_peek_cuts_no_long_answer(void **state)
{
    static const char *const accepted[] = {
        "The Secretary General of the North Atlantic Treaty Organization, who is the chair of "
        "its council and of most of its committees, speaks for it in public, and leads its "
        "international staff in Brussels, for four years and sometimes a year longer"};
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    struct contest_round *round = &desk->game.run.contest.rounds[lesson(desk)->at];
    const struct question asked = {
        .kind = KIND_TEXT, .text = "Who?", .accepted = {.items = accepted, .count = 1}};
    round->ask.question = &asked;
    desk->stand.look.text_percent = 200;
    desk->stand.look.width = 1024;
    desk->stand.look.height = 768;
    act(desk, LESSON_PEEK, 0);
    assert_peek_is_whole(desk);
}

#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(a_gap_that_nobody_typed_into_is_neither_right_nor_wrong),
        WITH_DESK(a_screen_keyboard_is_above_what_the_host_says),
        WITH_DESK(nothing_is_cut_in_large_text),
        WITH_DESK(a_mark_that_hardly_stands_out_has_a_rim),
        WITH_DESK(keys_of_a_pad_are_told_where_things_are_dense),
        WITH_DESK(a_peek_cuts_no_long_answer),
        WITH_DESK(teams_are_named_where_things_are_dense),
        WITH_DESK(who_was_wrong_is_out_only_while_others_are_asked),
    };
    return cmocka_run_group_tests_name("lesson_looks", tests, NULL, NULL);
}
