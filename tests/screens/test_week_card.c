#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/week_card.h"
#include "ui/stand.h"

enum { CARD = 7 };

static struct stats_week week;

static void view(struct ui *ui)
{
    struct rect rect = ui_rect(ui, 108, 27.6F, 46, 30.4F);
    rect.h = fmaxf(rect.h, week_card_least_height(ui));
    week_card_draw(ui, rect, &week, CARD, 0);
}

static int setup(void **state)
{
    static struct stand stand;
    week = (struct stats_week){
        .days = {{.answers = 4}, {.answers = 0}, {.answers = 8}, {.answers = 1}},
        .all = {.answers = 13, .right = 11},
        .today = 3,
    };
    stand_open(&stand);
    *state = &stand;
    return 0;
}

static int teardown(void **state)
{
    stand_close(*state);
    return 0;
}

static void says_how_the_week_goes(void **state)
{
    struct stand *stand = *state;
    stand_show(stand, view, true);
    assert_string_equal(stand_text(stand), "This week|85% right|M|T|W|T|F|S|S");
    assert_string_equal(ui_find(&stand->frame, (struct ui_id){CARD, 0})->name,
                        "Statistics. This week: 13 answers, 85% right, 1 of them today");
}

static void an_empty_week_is_no_reproach(void **state)
{
    struct stand *stand = *state;
    week = (struct stats_week){.today = 6};
    stand_show(stand, view, true);
    assert_string_equal(stand_text(stand), "This week|no answers yet|M|T|W|T|F|S|S");
    assert_string_equal(ui_find(&stand->frame, (struct ui_id){CARD, 0})->name,
                        "Statistics. This week: no answers yet");
}

/// The bars are the last fills of each day; the day with the most answers is twice as high as
/// one with half as many.
static void bars_are_as_high_as_their_share(void **state)
{
    struct stand *stand = *state;
    float heights[DATE_WEEK] = {0};
    int count = 0;
    stand_show(stand, view, true);
    const struct draw_list *list = &stand->frame.list;
    for (int i = 0; i + 1 < list->count; i++) {
        bool is_before_label = list->items[i + 1].kind == DRAW_TEXT;
        if (list->items[i].kind == DRAW_FILL && is_before_label && count < DATE_WEEK &&
            strlen(list->items[i + 1].text) == 1)
            heights[count++] = list->items[i].rect.h;
    }
    assert_int_equal(count, DATE_WEEK);
    assert_true(heights[0] > 0 && heights[2] > 1.99F * heights[0]);
    assert_true(heights[2] < 2.01F * heights[0]);
    assert_true(heights[1] < heights[3] && heights[3] < heights[0]);
    assert_true(heights[4] == heights[1]);
}

static void leads_on(void **state)
{
    struct stand *stand = *state;
    stand_show(stand, view, true);
    struct action action = stand_tap(stand, DEVICE_MOUSE, 1300, 400);
    assert_int_equal(action.id, CARD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_how_the_week_goes, setup, teardown),
        cmocka_unit_test_setup_teardown(an_empty_week_is_no_reproach, setup, teardown),
        cmocka_unit_test_setup_teardown(bars_are_as_high_as_their_share, setup, teardown),
        cmocka_unit_test_setup_teardown(leads_on, setup, teardown),
    };
    return cmocka_run_group_tests_name("week_card", tests, NULL, NULL);
}
