#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/stand.h"

enum { CARD = 1, REGION };

static struct stand stand;
static float text_height;

/// A card of 400 x 400 with a text in it that scrolls if it is higher than 200.
static void view_card(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 100, 400, 400}, CARD, 0, AREA_SWIPE, "Card");
    ui_scroll_begin(ui, REGION, (struct rect){100, 200, 400, 200}, text_height);
    ui_scroll_end(ui);
}

static int open_card(void **state)
{
    (void)state;
    text_height = 100;
    stand_open(&stand);
    stand_show(&stand, view_card, true);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

/// A finger (or the mouse) goes down at 300, 300 and up `dx`, `dy` further.
static struct action slide(enum device device, float dx, float dy)
{
    stand_point(&stand, INPUT_PRESS, device, 300, 300);
    stand_point(&stand, INPUT_POINT, device, 300 + dx / 2, 300 + dy / 2);
    stand_point(&stand, INPUT_POINT, device, 300 + dx, 300 + dy);
    return stand_point(&stand, INPUT_RELEASE, device, 300 + dx, 300 + dy);
}

static void a_finger_swipes_four_ways(void **state)
{
    (void)state;

    static const struct {
        float dx, dy;
        enum swipe swipe;
    } cases[] = {{-90, 20, SWIPE_LEFT},
                 {90, -20, SWIPE_RIGHT},
                 {10, 90, SWIPE_DOWN},
                 {10, -90, SWIPE_UP},
                 {-400, 0, SWIPE_LEFT}}; // off the card

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct action action = slide(DEVICE_TOUCH, cases[i].dx, cases[i].dy);
        assert_int_equal(action.id, CARD);
        assert_int_equal(action.swipe, cases[i].swipe);
    }
}

static void a_short_way_is_a_tap(void **state)
{
    (void)state;
    struct action action = slide(DEVICE_TOUCH, 40, 20);
    assert_int_equal(action.id, CARD);
    assert_int_equal(action.swipe, SWIPE_NONE);
}

static void a_finger_that_comes_back_swipes_nothing(void **state)
{
    (void)state;
    stand_point(&stand, INPUT_PRESS, DEVICE_TOUCH, 300, 300);
    stand_point(&stand, INPUT_POINT, DEVICE_TOUCH, 450, 300);
    struct point by = {0};
    struct ui ui = stand_begin(&stand);
    assert_true(ui_is_dragged(&ui, CARD, 0, &by)); // the card goes with the finger
    assert_int_equal((int)by.x, 150);
    stand_point(&stand, INPUT_POINT, DEVICE_TOUCH, 310, 300);
    struct action action = stand_point(&stand, INPUT_RELEASE, DEVICE_TOUCH, 310, 300);
    assert_int_equal(action.swipe, SWIPE_NONE);
}

static void the_mouse_slides_off_and_swipes_nothing(void **state)
{
    (void)state;
    assert_int_equal(slide(DEVICE_MOUSE, -400, 0).id, ACTION_NONE);
    struct action action = slide(DEVICE_MOUSE, -90, 0);
    assert_int_equal(action.id, CARD);
    assert_int_equal(action.swipe, SWIPE_NONE);
}

static void up_and_down_belong_to_a_text_that_scrolls(void **state)
{
    (void)state;
    text_height = 260;
    stand_show(&stand, view_card, false);
    assert_int_equal(slide(DEVICE_TOUCH, 0, -90).id, ACTION_NONE);
    assert_true(ui_scroll_offset(&stand.state, REGION, 0) > 50);
    assert_int_equal(slide(DEVICE_TOUCH, 0, -90).id, ACTION_NONE); // at its end too
    assert_int_equal(slide(DEVICE_TOUCH, 90, -20).swipe, SWIPE_RIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_finger_swipes_four_ways, open_card, close_stand),
        cmocka_unit_test_setup_teardown(a_short_way_is_a_tap, open_card, close_stand),
        cmocka_unit_test_setup_teardown(a_finger_that_comes_back_swipes_nothing, open_card,
                                        close_stand),
        cmocka_unit_test_setup_teardown(the_mouse_slides_off_and_swipes_nothing, open_card,
                                        close_stand),
        cmocka_unit_test_setup_teardown(up_and_down_belong_to_a_text_that_scrolls, open_card,
                                        close_stand),
    };
    return cmocka_run_group_tests_name("swipe", tests, NULL, NULL);
}
