#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/geom.h"

static void same(struct rect is, float x, float y, float w, float h)
{
    assert_float_equal(is.x, x, 0.001);
    assert_float_equal(is.y, y, 0.001);
    assert_float_equal(is.w, w, 0.001);
    assert_float_equal(is.h, h, 0.001);
}

static void has_its_left_and_top_edge_only(void **state)
{
    (void)state;
    const struct rect r = {10, 20, 5, 6};
    assert_true(rect_has(r, (struct point){10, 20}));
    assert_true(rect_has(r, (struct point){14.9F, 25.9F}));
    assert_false(rect_has(r, (struct point){15, 20}));
    assert_false(rect_has(r, (struct point){10, 26}));
    assert_false(rect_has(r, (struct point){9.9F, 20}));
    assert_false(rect_has((struct rect){10, 20, 0, 0}, (struct point){10, 20}));
}

static void inset_stops_at_nothing(void **state)
{
    (void)state;
    same(rect_inset((struct rect){0, 0, 10, 6}, 2), 2, 2, 6, 2);
    same(rect_inset((struct rect){0, 0, 10, 6}, 4), 4, 4, 2, 0);
    same(rect_inset((struct rect){0, 0, 10, 6}, -1), -1, -1, 12, 8);
}

static void overlap_of_neighbours_is_nothing(void **state)
{
    (void)state;
    const struct rect a = {0, 0, 10, 10};
    same(rect_overlap(a, (struct rect){4, 5, 10, 2}), 4, 5, 6, 2);
    same(rect_overlap(a, (struct rect){2, 3, 4, 5}), 2, 3, 4, 5);
    same(rect_overlap(a, (struct rect){10, 0, 5, 10}), 10, 0, 0, 0);
    same(rect_overlap(a, (struct rect){20, 20, 5, 5}), 20, 20, 0, 0);
}

static void cuts_and_rest_make_the_whole(void **state)
{
    (void)state;
    struct rect r = {1, 2, 30, 40};
    same(rect_cut_top(&r, 10), 1, 2, 30, 10);
    same(rect_cut_bottom(&r, 5), 1, 37, 30, 5);
    same(rect_cut_left(&r, 4), 1, 12, 4, 25);
    same(rect_cut_right(&r, 6), 25, 12, 6, 25);
    same(r, 5, 12, 20, 25);
}

static void cuts_take_no_more_than_there_is(void **state)
{
    (void)state;
    struct rect r = {1, 2, 30, 40};
    same(rect_cut_top(&r, 50), 1, 2, 30, 40);
    same(r, 1, 42, 30, 0);
    r = (struct rect){1, 2, 30, 40};
    same(rect_cut_right(&r, 31), 1, 2, 30, 40);
    same(r, 1, 2, 0, 40);
    r = (struct rect){1, 2, 30, 40};
    same(rect_cut_left(&r, -3), 1, 2, 0, 40);
    same(r, 1, 2, 30, 40);
}

static void cells_leave_gaps_between_only(void **state)
{
    (void)state;
    const struct rect r = {10, 10, 32, 22};
    same(rect_cell(r, 3, 2, 0, 0, 1), 10, 10, 10, 10.5F);
    same(rect_cell(r, 3, 2, 2, 1, 1), 32, 20.5F + 1, 10, 10.5F);
    same(rect_cell(r, 1, 1, 0, 0, 9), 10, 10, 32, 22);
}

static void centre_and_move(void **state)
{
    (void)state;
    struct point p = rect_centre(rect_move((struct rect){2, 4, 6, 8}, 10, -4));
    assert_float_equal(p.x, 15, 0.001);
    assert_float_equal(p.y, 4, 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_its_left_and_top_edge_only),
        cmocka_unit_test(inset_stops_at_nothing),
        cmocka_unit_test(overlap_of_neighbours_is_nothing),
        cmocka_unit_test(cuts_and_rest_make_the_whole),
        cmocka_unit_test(cuts_take_no_more_than_there_is),
        cmocka_unit_test(cells_leave_gaps_between_only),
        cmocka_unit_test(centre_and_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
