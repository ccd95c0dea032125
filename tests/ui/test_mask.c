#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ui/mask.h"

enum { SIDE = 140 };

static uint8_t alpha[SIDE * SIDE];

// Share of the box that is covered, in thousandths.
static int covered(int width, int height)
{
    long sum = 0;
    for (int i = 0; i < width * height; i++)
        sum += alpha[i];
    return (int)(sum * 1000 / (255L * width * height));
}

static const struct area_case {
    const char *name;
    enum mask mask;
    int angle;
    int share; // worked out from the outline, in thousandths of the box
} area_cases[] = {
    {"circle: pi .96^2", MASK_CIRCLE, 0, 428},
    {"square with round corners", MASK_SQUARE, 0, 500},
    {"square turned", MASK_SQUARE, 33, 500},
    {"triangle", MASK_TRIANGLE, 0, 366},
    {"diamond", MASK_DIAMOND, 0, 419},
    {"star", MASK_STAR, 0, 360},
    {"card", MASK_CARD, 0, 700},
    {"card turned", MASK_CARD, 9, 700},
    {"minus: a line 1.1 long with round ends", MASK_MINUS, 0, 85},
    {"plus", MASK_PLUS, 45, 152},
    {"half a disc and a rim", MASK_HALF, 0, 531},
};

static void covers_its_area(void **state)
{
    const struct area_case *c = *state;
    mask_draw(c->mask, SIDE, SIDE, (float)c->angle, 0, alpha);
    assert_in_range(covered(SIDE, SIDE), c->share - 3, c->share + 3);
}

static void is_the_same_in_a_mirror(void **state)
{
    (void)state;

    static const enum mask masks[] = {MASK_CIRCLE, MASK_TRIANGLE, MASK_SQUARE,  MASK_DIAMOND,
                                      MASK_STAR,   MASK_HEART,    MASK_CROSS,   MASK_PAUSE,
                                      MASK_UP,     MASK_DOWN,     MASK_CHEVRON, MASK_GRIP};

    for (size_t i = 0; i < sizeof(masks) / sizeof(*masks); i++) {
        mask_draw(masks[i], 61, 61, 0, 0, alpha);
        for (int y = 0; y < 61; y++) {
            for (int x = 0; x < 30; x++)
                assert_in_range(alpha[y * 61 + x] - alpha[y * 61 + 60 - x] + 8, 0, 16);
        }
    }
}

static void keeps_its_proportions_in_a_wide_box(void **state)
{
    (void)state;
    static uint8_t small[40 * 40];
    mask_draw(MASK_DIAMOND, 40, 40, 0, 0, small);
    mask_draw(MASK_DIAMOND, 80, 40, 0, 0, alpha);
    for (int y = 0; y < 40; y++)
        assert_memory_equal(&alpha[(size_t)y * 80 + 20], &small[(size_t)y * 40], 40);
}

static void every_mask_fits_its_box_and_has_a_name(void **state)
{
    (void)state;
    for (int m = 0; m < MASK_COUNT; m++) {
        mask_draw((enum mask)m, SIDE, SIDE, 0, 0, alpha);
        assert_in_range(covered(SIDE, SIDE), 10, 800);
        for (int i = 0; m != MASK_FLAME && i < SIDE; i++) {
            assert_int_equal(alpha[i], 0);
            assert_int_equal(alpha[(size_t)i * SIDE], 0);
        }
        for (int n = 0; n < m; n++)
            assert_string_not_equal(mask_name((enum mask)m), mask_name((enum mask)n));
    }
}

static void thin_lines_never_vanish(void **state)
{
    (void)state;
    mask_draw(MASK_MINUS, 10, 10, 0, .01F, alpha);
    assert_int_equal(alpha[4 * 10 + 5] + alpha[5 * 10 + 5], 256);
}

static void a_line_is_as_thick_as_said(void **state)
{
    (void)state;
    mask_draw(MASK_MINUS, 100, 100, 0, .4F, alpha);
    int thick = 0;
    for (int y = 0; y < 100; y++)
        thick += alpha[y * 100 + 50];
    assert_int_equal(thick, 20 * 255);
}

static void an_empty_box_is_no_harm(void **state)
{
    (void)state;
    alpha[0] = 7;
    mask_draw(MASK_FLAME, 0, 0, 0, 0, alpha);
    assert_int_equal(alpha[0], 7);
}

static void a_corner_is_a_quarter_disc(void **state)
{
    (void)state;
    mask_corner(40, alpha);
    assert_in_range(covered(40, 40), 783, 787);
    assert_int_equal(alpha[0], 0);
    assert_int_equal(alpha[40 * 40 - 1], 255);
    assert_in_range(alpha[39], 253, 255);
    mask_corner_edge(40, 6, alpha);
    assert_in_range(covered(40, 40), 216, 220); // pi/4 (40^2 - 34^2) / 40^2
    assert_int_equal(alpha[40 * 40 - 1], 0);
}

int main(void)
{
    enum { AREAS = sizeof(area_cases) / sizeof(*area_cases) };
    struct CMUnitTest tests[AREAS + 7] = {
        cmocka_unit_test(is_the_same_in_a_mirror),
        cmocka_unit_test(keeps_its_proportions_in_a_wide_box),
        cmocka_unit_test(every_mask_fits_its_box_and_has_a_name),
        cmocka_unit_test(thin_lines_never_vanish),
        cmocka_unit_test(a_line_is_as_thick_as_said),
        cmocka_unit_test(an_empty_box_is_no_harm),
        cmocka_unit_test(a_corner_is_a_quarter_disc),
    };
    for (size_t i = 0; i < AREAS; i++) {
        struct CMUnitTest *t = &tests[7 + i];
        t->name = area_cases[i].name;
        t->test_func = covers_its_area;
        t->initial_state = (void *)&area_cases[i];
    }
    return cmocka_run_group_tests_name("mask", tests, NULL, NULL);
}
