#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/draw.h"

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void a_list_keeps_order_however_long(void **state)
{
    (void)state;

    enum { MANY = 5000 };
    struct draw_list list = {.arena = &arena};
    for (int i = 0; i < MANY; i++)
        draw_add(&list, &(struct draw_cmd){.kind = DRAW_FILL, .size_px = i});
    assert_int_equal(list.count, MANY);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(list.items[i].size_px, i);
}

static void a_dump_says_what_counts(void **state)
{
    (void)state;
    struct draw_list list = {.arena = &arena};
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_FILL,
                                       .rect = {1.4F, -1.4F, 2.5F, 3.49F},
                                       .colour = {1, 2, 0xAB, 255}});
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_STROKE, .is_dashed = true});
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_MASK, .mask = MASK_HEART});
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_TEXT, .size_px = 20, .text = "Hi"});
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_CLIP, .rect = {-0.6F, 0, 9, 9}});
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_PICTURE,
                                       .rect = {1, 2, 30, 20},
                                       .picture = {"/bank", "media/flag.png"}});
    struct buf out = {0};
    draw_dump(&list, &out);
    assert_string_equal(out.data, "fill 1,-1 3x3 #0102ABFF\n"
                                  "stroke 0,0 0x0 #00000000 dashed\n"
                                  "mask 0,0 0x0 #00000000 heart\n"
                                  "text 0,0 0x0 #00000000 20px \"Hi\"\n"
                                  "clip -1,0 9x9 #00000000\n"
                                  "picture 1,2 30x20 #00000000 \"media/flag.png\"\n");
    buf_free(&out);
}

static void colours_mix(void **state)
{
    (void)state;
    struct colour under = {0, 100, 255, 255}, over = {255, 200, 0, 255};
    struct colour none = colour_mix(under, over, 0), all = colour_mix(under, over, 1);
    struct colour half = colour_mix(under, over, 0.5F);
    assert_memory_equal(&none, &under, sizeof none);
    assert_memory_equal(&all, &over, sizeof all);
    assert_int_equal(half.r, 128);
    assert_int_equal(half.g, 150);
    assert_int_equal(half.b, 128);
    assert_int_equal(half.a, 255);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_list_keeps_order_however_long, clean),
        cmocka_unit_test_teardown(a_dump_says_what_counts, clean),
        cmocka_unit_test(colours_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
