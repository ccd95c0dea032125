// A question's picture on all screens that show the question.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/desk.h"
#include "screens/layout.h"
#include "screens/picture.h"
#include "screens/review.h"

static const char questions[] =
    "[{\"question\": \"Which country has this flag?\", \"image\": \"media/flag.png\",\n"
    "  \"imageAlt\": \"Blue, white and red bands\", \"answer\": \"France\",\n"
    "  \"wrong\": [\"Italy\", \"Ireland\", \"Belgium\"], \"shuffle\": false,\n"
    "  \"explanation\": \"Italy's is green, white and red.\"}]";

/// What the source says of every picture, and what it was asked for last.
static struct picture_info known;
static struct picture_name asked;

static struct picture_info look(void *context, struct picture_name name)
{
    (void)context;
    asked = name;
    return known;
}

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    desk->stand.look.pictures.look = look;
    desk_add_bank(desk, "flags.json", "Flags", questions);
    known = (struct picture_info){PICTURE_READY, 300, 200};
    return 0;
}

static void show_at(struct desk *desk, int width, int height, int percent)
{
    desk->stand.look.width = width;
    desk->stand.look.height = height;
    desk->stand.look.text_percent = percent;
    desk_act(desk, 0, 0);
}

static void ask(struct desk *desk)
{
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_play);
}

static void answer(struct desk *desk, uint32_t picked)
{
    const struct answer given = {.picked = picked};
    ask(desk);
    desk->stand.now_ms += 1000;
    assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &given));
    desk_act(desk, 0, 0);
}

static const struct draw_cmd *picture(struct desk *desk)
{
    return stand_drawn(&desk->stand, DRAW_PICTURE, 0);
}

static void it_is_in_the_folder_of_its_bank(void **state)
{
    struct desk *desk = *state;
    ask(desk);
    assert_string_equal(asked.folder, desk->scratch->dir);
    assert_string_equal(asked.file, "media/flag.png");
    assert_string_equal(picture(desk)->picture.file, "media/flag.png");
}

static void it_keeps_its_ratio_and_is_at_most_twice_as_large(void **state)
{
    struct desk *desk = *state;
    static const int sizes[][2] = {{300, 200}, {4000, 100}, {100, 4000}, {20, 10}};
    ask(desk);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        known.width = sizes[i][0];
        known.height = sizes[i][1];
        show_at(desk, 1600, 900, 100);
        struct rect rect = picture(desk)->rect;
        float ratio = (float)known.width / (float)known.height;
        assert_true(fabsf(rect.w - rect.h * ratio) <= fmaxf(1, ratio));
        assert_true(rect.w <= 2 * (float)known.width && rect.h <= 2 * (float)known.height);
    }
    assert_int_equal((int)picture(desk)->rect.w, 40);
}

static void what_is_read_has_its_place_already(void **state)
{
    struct desk *desk = *state;
    ask(desk);
    struct rect ready = picture(desk)->rect;
    known.state = PICTURE_WAITING;
    show_at(desk, 1600, 900, 100);
    assert_memory_equal(&picture(desk)->rect, &ready, sizeof ready);
    desk_assert_silent(desk, "Blue, white and red bands");
}

static void what_is_wrong_is_said_with_the_alt_text(void **state)
{
    static const struct {
        enum picture_state state;
        const char *says;
    } cases[] = {
        {PICTURE_MISSING, "The picture is not there."},
        {PICTURE_OUTSIDE, "out of the folder"},
        {PICTURE_TOO_HEAVY, "8 MiB"},
        {PICTURE_TOO_LARGE, "4096 pixels"},
        {PICTURE_BROKEN, "damaged"},
        {PICTURE_NO_READER, "Pictures need the package"},
    };
    struct desk *desk = *state;
    ask(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        known = (struct picture_info){cases[i].state, 0, 0};
        show_at(desk, 1600, 900, 100);
        desk_assert_says(desk, cases[i].says);
        desk_assert_says(desk, "Blue, white and red bands");
        assert_null(picture(desk));
    }
}

static void opens_large(struct desk *desk, struct step step)
{
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_PICTURE);
    assert_string_equal(desk->game.picture.name.file, "media/flag.png");
    assert_string_equal(desk->game.picture.name.folder, desk->scratch->dir);
    assert_string_equal(desk->game.picture.alt, "Blue, white and red bands");
}

static void it_opens_large_everywhere(void **state)
{
    struct desk *desk = *state;
    known = (struct picture_info){PICTURE_READY, 600, 400};
    ask(desk);
    assert_non_null(desk_area(desk, PLAY_PICTURE, 0));
    opens_large(desk, desk_key(desk, 'i'));
    desk_key(desk, KEY_DOWN);
    assert_string_equal(ui_focused(&desk->stand.state, &desk->stand.frame)->name, "France");
    answer(desk, 2);
    assert_non_null(desk_area(desk, PLAY_PICTURE, 0));
    opens_large(desk, desk_key(desk, 'i'));
    desk_act(desk, PLAY_NEXT, 0);
    desk_enter(desk, &screen_review);
    assert_non_null(desk_area(desk, REVIEW_PICTURE, 0));
    opens_large(desk, desk_key(desk, 'i'));
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    assert_non_null(desk_area(desk, CARDS_PICTURE, 0));
    opens_large(desk, desk_key(desk, 'i'));
    // A finger that goes over the picture swipes the card.
    desk->stand.now_ms += 1000;
    desk_act(desk, CARDS_FLIP, 0);
    desk->stand.now_ms += 1000;
    struct step step = desk_send(desk, (struct action){.id = CARDS_PICTURE,
                                                       .swipe = SWIPE_LEFT,
                                                       .now_ms = desk->stand.now_ms});
    assert_int_equal(step.kind, STEP_STAY);
    assert_true(study_can_undo(&desk->game.cards.study));
}

static void a_large_one_fills_the_window_and_any_key_closes_it(void **state)
{
    struct desk *desk = *state;
    known = (struct picture_info){PICTURE_READY, 600, 400};
    ask(desk);
    desk_key(desk, 'i');
    desk_enter(desk, &screen_picture);
    show_at(desk, 1600, 900, 100);
    assert_true(picture(desk)->rect.h > 700);
    desk_assert_says(desk, "Blue, white and red bands");
    const int keys[] = {'i', 'z', '1', KEY_ENTER, KEY_SPACE, KEY_LEFT, KEY_TAB};
    for (size_t i = 0; i < COUNT(keys); i++)
        assert_int_equal(desk_key(desk, keys[i]).kind, STEP_BACK);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void the_end_of_the_time_closes_it(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.question_timer_s = 20;
    ask(desk);
    desk_key(desk, 'i');
    desk_enter(desk, &screen_picture);
    int64_t end_ms = screen_picture.wake_ms(desk->self, &desk->game);
    assert_int_equal(end_ms, desk->game.session.since_ms + 20000);
    desk->stand.now_ms = end_ms - 1;
    assert_int_equal(desk_act(desk, ACTION_TICK, 0).kind, STEP_STAY);
    desk->stand.now_ms = end_ms;
    assert_int_equal(desk_act(desk, ACTION_TICK, 0).kind, STEP_BACK);
}

static void it_is_seen_with_the_feedback_and_in_review(void **state)
{
    struct desk *desk = *state;
    answer(desk, 2);
    assert_non_null(picture(desk));
    desk_act(desk, PLAY_NEXT, 0);
    desk_enter(desk, &screen_review);
    assert_non_null(picture(desk));
    desk_assert_says(desk, "Right: France");
}

static void it_is_on_both_sides_of_a_card(void **state)
{
    struct desk *desk = *state;
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    assert_non_null(picture(desk));
    desk->stand.now_ms += 1000;
    desk_act(desk, CARDS_FLIP, 0);
    assert_non_null(picture(desk));
}

/// Nothing that is written or can be acted on lies under the picture.
static void check_picture(struct desk *desk, const char *what)
{
    const struct draw_cmd *cmd = picture(desk);
    const struct ui_frame *frame = &desk->stand.frame;
    if (!cmd)
        return;
    for (int i = 0; i < frame->list.count; i++) {
        const struct draw_cmd *other = &frame->list.items[i];
        float size = (float)other->size_px;
        struct rect text = {other->rect.x, other->baseline - 0.7F * size, other->rect.w, size};
        struct rect common = rect_overlap(text, cmd->rect);
        if (other->kind == DRAW_TEXT && other < cmd && common.w > 2 && common.h > 2)
            fail_msg("%s: a text lies under the picture: %s", what, other->text);
    }
    struct rect seen = rect_overlap(cmd->rect, (struct rect){0, 0, 4000, 4000});
    if (cmd->rect.x < 0 || seen.w < cmd->rect.w ||
        cmd->rect.x + cmd->rect.w > (float)desk->stand.look.width)
        fail_msg("%s: the picture leaves the window", what);
}

static void look_at_all_sizes(struct desk *desk, const char *screen)
{
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {640, 360}, {720, 1280}};
    static const struct picture_info infos[] = {{PICTURE_READY, 600, 400},
                                                {PICTURE_READY, 200, 900},
                                                {PICTURE_WAITING, 0, 0},
                                                {PICTURE_MISSING, 0, 0}};
    int faults = 0;
    for (size_t i = 0; i < COUNT(sizes) * COUNT(infos) * 3; i++) {
        const int *size = sizes[i % COUNT(sizes)];
        int percent = (int[]){100, 150, 200}[i / COUNT(sizes) % 3];
        char what[100];
        known = infos[i / COUNT(sizes) / 3];
        snprintf(what, sizeof what, "%s, %dx%d, %d %%, picture %d", screen, size[0], size[1],
                 percent, (int)known.state);
        show_at(desk, size[0], size[1], percent);
        faults += layout_check(&desk->stand.frame, &desk->stand.look, what);
        check_picture(desk, what);
    }
    assert_int_equal(faults, 0);
}

static void there_is_room_in_all_sizes(void **state)
{
    struct desk *desk = *state;
    ask(desk);
    look_at_all_sizes(desk, "question");
    answer(desk, 2);
    look_at_all_sizes(desk, "feedback");
    desk_act(desk, PLAY_NEXT, 0);
    desk_enter(desk, &screen_review);
    look_at_all_sizes(desk, "review");
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    look_at_all_sizes(desk, "front");
    desk->stand.now_ms += 1000;
    desk_act(desk, CARDS_FLIP, 0);
    look_at_all_sizes(desk, "back");
    desk_key(desk, 'i');
    desk_enter(desk, &screen_picture);
    look_at_all_sizes(desk, "large");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_is_in_the_folder_of_its_bank),
        TEST(it_keeps_its_ratio_and_is_at_most_twice_as_large),
        TEST(what_is_read_has_its_place_already),
        TEST(what_is_wrong_is_said_with_the_alt_text),
        TEST(it_is_seen_with_the_feedback_and_in_review),
        TEST(it_opens_large_everywhere),
        TEST(a_large_one_fills_the_window_and_any_key_closes_it),
        TEST(the_end_of_the_time_closes_it),
        TEST(it_is_on_both_sides_of_a_card),
        TEST(there_is_room_in_all_sizes),
    };
    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
