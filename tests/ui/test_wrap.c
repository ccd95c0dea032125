#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/looked.h"
#include "ui/stand.h"
#include "ui/wrap.h"

// 40 pixels of text, so 20 a character and 50 a line.
static const struct text_style style = {FACE_REGULAR, 4, 1.25F};

enum { CELL = 20, LINE = 50 };

static struct stand stand;
static struct ui ui;

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    ui = stand_begin(&stand);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

/// The lines with bars between; runs, from left to right, with "/" between.
static const char *lines_of(const struct wrapped *wrapped)
{
    struct buf out = {0};
    for (int i = 0; i < wrapped->line_count; i++) {
        if (i)
            buf_byte(&out, '|');
        for (int r = 0; r < wrapped->lines[i].run_count; r++) {
            buf_text(&out, r ? "/" : "");
            buf_text(&out, wrapped->lines[i].runs[r].text);
        }
    }
    const char *text = arena_text(&stand.frame.arena, out.data ? out.data : "", out.len);
    buf_free(&out);
    return text;
}

static const struct wrap_case {
    const char *name, *text;
    int columns;
    const char *lines;
} wrap_cases[] = {
    {"nothing is a line too", "", 9, ""},
    {"fits", "aaa bbb", 7, "aaa bbb"},
    {"one column too few", "aaa bbb", 6, "aaa|bbb"},
    {"the blank at a line's end takes no room", "aaa bbb ccc", 7, "aaa bbb|ccc"},
    {"many blanks at a line's end go", "aaa    bbb", 4, "aaa|bbb"},
    {"blanks at the text's end go", "aaa   ", 3, "aaa"},
    {"blanks within a line stay", "a  b", 9, "a  b"},
    {"a line end", "a\nb", 9, "a|b"},
    {"a line end as Windows writes it", "a\r\nb", 9, "a|b"},
    {"an empty line between", "a\n\nb", 9, "a||b"},
    {"a line end at the end", "a\n", 9, "a"},
    {"a line as wide as the room, then a line end", "abcd\nef", 4, "abcd|ef"},
    {"a word too long", "abcdefghij", 4, "abcd|efgh|ij"},
    {"a word too long after a short one", "ab cdefghij", 4, "ab|cdef|ghij"},
    {"a word follows the rest of a long one", "abcdef gh", 5, "abcde|f gh"},
    {"a word does not fit behind the rest", "abcdef gh", 4, "abcd|ef|gh"},
    {"room for less than a character", "ab", 0, "a|b"},
    {"behind a hyphen", "well-known", 6, "well-|known"},
    {"not before a comma", "aaa bbb, ccc", 7, "aaa|bbb,|ccc"},
    {"not at a no-break blank", "is 10\u00A0000 km", 6, "is|10\u00A0000|km"},
    {"not between a number and its unit sign", "a 25% b", 4, "a|25%|b"},
    {"between ideographs", "\u6F22\u5B57\u6F22\u5B57\u6F22", 4,
     "\u6F22\u5B57\u6F22\u5B57|\u6F22"},
    {"but not before their full stop", "\u6F22\u5B57\u6F22\u5B57\u3002", 4,
     "\u6F22\u5B57\u6F22|\u5B57\u3002"},
    {"an accent stays with its letter", "aae\u0301e\u0301", 3, "aa|e\u0301|e\u0301"},
    {"from right to left", "\u05D0\u05D1 \u05D2\u05D3", 9, "\u05D0\u05D1 \u05D2\u05D3"},
    {"from right to left on two lines", "\u05D0\u05D1 \u05D2\u05D3", 4,
     "\u05D0\u05D1|\u05D2\u05D3"},
    {"Latin within Hebrew", "\u05D0\u05D1 abc \u05D2\u05D3", 20,
     " \u05D2\u05D3/abc/\u05D0\u05D1 "},
    {"Hebrew within Latin", "ab \u05D0\u05D1 cd", 20, "ab /\u05D0\u05D1/ cd"},
    {"a number within Hebrew", "\u05D0 12 \u05D1", 20, " \u05D1/12/\u05D0 "},
};

static void breaks_into_lines(void **state)
{
    const struct wrap_case *c = *state;
    struct wrapped wrapped = wrap_text(&ui, style, c->text, (float)(c->columns * CELL));
    assert_string_equal(lines_of(&wrapped), c->lines);
    for (int i = 0; i < wrapped.line_count && !wrapped.has_split_word; i++)
        assert_true(wrapped.lines[i].width <= (float)(c->columns * CELL) + 0.1F);
    assert_float_equal(wrapped_height(&wrapped), wrapped.line_count * LINE, 0.01);
}

static void says_whether_it_split_a_word(void **state)
{
    (void)state;
    assert_false(wrap_text(&ui, style, "aaa bbb", 3 * CELL).has_split_word);
    assert_true(wrap_text(&ui, style, "aaa bbbb", 3 * CELL).has_split_word);
}

static void width_is_that_of_the_widest_line(void **state)
{
    (void)state;
    struct wrapped wrapped = wrap_text(&ui, style, "aa bbbbb c", 5 * CELL);
    assert_float_equal(wrapped.width, 5 * CELL, 0.01);
}

static const float sizes[] = {6, 5, 4, 0};

static void fits_at_the_first_size_that_holds_it(void **state)
{
    (void)state;
    // "aaaa bbbb" is 270, 225 and 180 wide.
    assert_int_equal(wrap_fit(&ui, style, sizes, "aaaa bbbb", 300, 1, 900).size_px, 60);
    assert_int_equal(wrap_fit(&ui, style, sizes, "aaaa bbbb", 230, 1, 900).size_px, 50);
    assert_int_equal(wrap_fit(&ui, style, sizes, "aaaa bbbb", 200, 1, 900).size_px, 40);
    assert_int_equal(wrap_fit(&ui, style, sizes, "aaaa bbbb", 230, 2, 900).size_px, 60);
}

static void fitting_heeds_height_and_whole_words(void **state)
{
    (void)state;
    // Two lines are 150, 126 and 100 high.
    assert_int_equal(wrap_fit(&ui, style, sizes, "aaaa bbbb", 130, 9, 130).size_px, 50);
    // A word of 120, 100 and 80.
    assert_int_equal(wrap_fit(&ui, style, sizes, "aaaa", 90, 9, 900).size_px, 40);
    struct wrapped none = wrap_fit(&ui, style, sizes, "aaaa", 70, 9, 900);
    assert_int_equal(none.size_px, 40);
    assert_true(none.has_split_word);
}

static const struct align_case {
    const char *name, *text;
    enum align align;
    float x;
} align_cases[] = {
    {"start", "abc", ALIGN_START, 100},
    {"centre", "abc", ALIGN_CENTRE, 170},
    {"end", "abc", ALIGN_END, 240},
    {"start of Hebrew", "\u05D0\u05D1\u05D2", ALIGN_START, 240},
    {"centre of Hebrew", "\u05D0\u05D1\u05D2", ALIGN_CENTRE, 170},
    {"end of Hebrew", "\u05D0\u05D1\u05D2", ALIGN_END, 100},
    {"Hebrew with Latin behind starts at the right", "\u05D0ab", ALIGN_START, 240},
};

static void stands_where_it_is_aligned(void **state)
{
    const struct align_case *c = *state;
    ui_paragraph(&ui, (struct rect){100, 50, 200, 300}, style, c->align, ui.theme->text,
                 c->text);
    const struct draw_cmd *run = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_non_null(run);
    assert_float_equal(run->rect.x, c->x, 0.01);
    // Capitals of .728 em in the middle of a line of 50.
    assert_float_equal(run->baseline, 50 + (50 + 40 * TEXT_CAP_EM) / 2, 0.01);
}

static void runs_of_a_line_stand_side_by_side(void **state)
{
    (void)state;
    ui_paragraph(&ui, (struct rect){0, 0, 400, 300}, style, ALIGN_START, ui.theme->text,
                 "ab \u05D0\u05D1 cd");
    assert_float_equal(stand_drawn(&stand, DRAW_TEXT, 0)->rect.x, 0, 0.01);
    assert_float_equal(stand_drawn(&stand, DRAW_TEXT, 1)->rect.x, 3 * CELL, 0.01);
    assert_float_equal(stand_drawn(&stand, DRAW_TEXT, 2)->rect.x, 5 * CELL, 0.01);
    assert_false(stand_drawn(&stand, DRAW_TEXT, 0)->is_rtl);
    assert_true(stand_drawn(&stand, DRAW_TEXT, 1)->is_rtl);
}

static const struct label_case {
    const char *name, *text;
    float columns_px;
    int size_px;
} label_cases[] = {
    // Ten characters of 40 pixels are 200 wide; at the floor of 24 they are 120.
    {"has room", "abcdefghij", 200, 40},
    {"is made smaller", "abcdefghij", 150, 30},
    {"at the floor", "abcdefghij", 120, 24},
    {"is cut off at the floor", "abcdefgh\u2026", 119, 24},
    {"is cut off between characters", "abc\u2026", 50, 24},
    {"leaves its dots at least", "\u2026", 5, 24},
};

static void a_label(void **state)
{
    const struct label_case *c = *state;
    float width = ui_label(&ui, (struct rect){0, 0, c->columns_px, 60}, style, ALIGN_START,
                           ui.theme->text, "abcdefghij");
    const struct draw_cmd *run = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_string_equal(run->text, c->text);
    assert_int_equal(run->size_px, c->size_px);
    assert_float_equal(width, run->rect.w, 0.01);
    assert_null(stand_drawn(&stand, DRAW_TEXT, 1));
}

static void a_label_is_cut_between_characters_of_many_bytes(void **state)
{
    (void)state;
    ui_label(&ui, (struct rect){0, 0, 60, 60}, style, ALIGN_START, ui.theme->text,
             "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9");
    assert_string_equal(stand_text(&stand), "\u00E9\u00E9\u00E9\u00E9\u2026");
}

static void a_label_is_one_line(void **state)
{
    (void)state;
    ui_label(&ui, (struct rect){0, 0, 600, 60}, style, ALIGN_START, ui.theme->text, "ab\ncd");
    assert_string_equal(stand_text(&stand), "ab");
}

static float narrow_ones(void *context, enum face face, int size_px, const char *text,
                         size_t len)
{
    float width = 0;
    for (size_t i = 0; i < len; i++)
        width += (text[i] == '1' || text[i] == ':' ? 0.25F : 0.5F) * (float)size_px;
    (void)context;
    (void)face;
    return width;
}

static void digits_stand_in_equal_cells(void **state)
{
    (void)state;
    stand.look.measure.width = narrow_ones;
    ui = stand_begin(&stand);
    float width = ui_digits(&ui, (struct rect){100, 0, 500, 60}, style, ALIGN_START,
                            ui.theme->text, "1:17");
    assert_float_equal(width, 3 * CELL + 10, 0.01);
    const float left[] = {105, 120, 135, 150};
    for (int i = 0; i < 4; i++)
        assert_float_equal(stand_drawn(&stand, DRAW_TEXT, i)->rect.x, left[i], 0.01);
}

static void digits_are_aligned(void **state)
{
    (void)state;
    ui_digits(&ui, (struct rect){100, 0, 500, 60}, style, ALIGN_END, ui.theme->text, "12");
    assert_float_equal(stand_drawn(&stand, DRAW_TEXT, 0)->rect.x, 560, 0.01);
    ui_digits(&ui, (struct rect){100, 0, 500, 60}, style, ALIGN_CENTRE, ui.theme->text, "12");
    assert_float_equal(stand_drawn(&stand, DRAW_TEXT, 2)->rect.x, 330, 0.01);
}

/// Rounds what it measures down to whole cells, so that words are less than their sum.
static float rounded_down(void *context, enum face face, int size_px, const char *text,
                          size_t len)
{
    (void)context;
    (void)face;
    (void)text;
    (void)size_px;
    return (float)((int)((float)len * 1.5F) * 10);
}

static void a_line_is_no_wider_than_its_room_though_words_are_rounded(void **state)
{
    (void)state;
    stand.look.measure.width = rounded_down;
    ui = stand_begin(&stand);
    struct wrapped wrapped = wrap_text(&ui, style, "aa bb cc dd ee", 200);
    for (int i = 0; i < wrapped.line_count; i++)
        assert_true(wrapped.lines[i].width <= 200);
    assert_string_equal(lines_of(&wrapped), "aa bb cc dd|ee");
    wrapped = wrap_text(&ui, style, "aa bb cc dd ee", 160);
    assert_string_equal(lines_of(&wrapped), "aa bb cc dd|ee");
    wrapped = wrap_text(&ui, style, "aa bb cc dd ee", 159);
    assert_string_equal(lines_of(&wrapped), "aa bb cc|dd ee");
}

static void nothing_invisible_is_drawn(void **state)
{
    (void)state;
    ui.alpha = 0;
    ui_paragraph(&ui, (struct rect){0, 0, 400, 300}, style, ALIGN_START, ui.theme->text, "a");
    ui.alpha = 0.5F;
    ui_paragraph(&ui, (struct rect){0, 0, 400, 300}, style, ALIGN_START, ui.theme->text, "b");
    assert_string_equal(stand_text(&stand), "b");
    assert_int_equal(stand_drawn(&stand, DRAW_TEXT, 0)->colour.a, 128);
}

#define WITH_STAND(test) cmocka_unit_test_setup_teardown(test, open_stand, close_stand)

// NOLINTBEGIN(bugprone-macro-parentheses): a name that is declared takes none
#define ROWS(array, cases, test)                                                               \
    struct CMUnitTest array[COUNT(cases)] = {0};                                               \
    for (size_t i = 0; i < COUNT(cases); i++)                                                  \
        array[i] = (struct CMUnitTest)                                                         \
        {                                                                                      \
            (cases)[i].name, test, open_stand, close_stand, (void *)&(cases)[i]                \
        }

// NOLINTEND(bugprone-macro-parentheses)

/// A face that is wide while the others are half as wide.
static float wide_if_heavy(void *context, enum face face, int size_px, const char *text,
                           size_t len)
{
    (void)context;
    (void)text;
    return (face == FACE_REGULAR ? 0.5F : 1) * (float)size_px * (float)len;
}

static const char marked[] = "aaa bbb ccc", hebrew[] = "\u05D0\u05D1\u05D2";

/// Sets "bbb" of the one and the middle letter of the other off.
static void set_off(uint8_t looks)
{
    static struct look_span spans[2];
    static struct look_text texts[2];
    static struct looks all = {texts, 2};
    spans[0] = (struct look_span){4, 7, looks};
    spans[1] = (struct look_span){2, 4, looks};
    texts[0] = (struct look_text){marked, &spans[0], 1};
    texts[1] = (struct look_text){hebrew, &spans[1], 1};
    looks_sort(texts, 2);
    ui.looks = &all;
    ui.measure.width = wide_if_heavy;
}

static void parts_of_a_text_have_their_own_face(void **state)
{
    (void)state;
    set_off(LOOK_STRONG);
    struct wrapped wrapped = wrap_text(&ui, style, marked, 900);
    assert_string_equal(lines_of(&wrapped), "aaa /bbb/ ccc");
    const struct wrap_run *runs = wrapped.lines[0].runs;
    assert_int_equal(runs[0].face, FACE_REGULAR);
    assert_int_equal(runs[1].face, FACE_BOLD);
    assert_int_equal(runs[2].face, FACE_REGULAR);
    assert_float_equal(wrapped.width, 14 * CELL, 0.01);
    assert_float_equal(ui_label_width(&ui, style, marked), 14 * CELL, 0.01);
    wrapped = wrap_text(&ui, style, hebrew, 900);
    assert_string_equal(lines_of(&wrapped), "\u05D2/\u05D1/\u05D0");
    // The same words elsewhere are not meant.
    wrapped = wrap_text(&ui, style, marked + 4, 900);
    assert_string_equal(lines_of(&wrapped), "bbb ccc");
}

static void lines_break_by_the_width_of_what_is_drawn(void **state)
{
    (void)state;
    set_off(LOOK_STRONG | LOOK_EMPHASIS);
    struct wrapped wrapped = wrap_text(&ui, style, marked, 10 * CELL);
    assert_string_equal(lines_of(&wrapped), "aaa /bbb|ccc");
    wrapped = wrap_text(&ui, style, marked, 9 * CELL);
    assert_string_equal(lines_of(&wrapped), "aaa|bbb|ccc");
    // "bbb" is as wide as six others.
    wrapped = wrap_text(&ui, style, marked, 5 * CELL);
    assert_true(wrapped.has_split_word);
    assert_string_equal(lines_of(&wrapped), "aaa|bb|b|ccc");
}

static void code_stands_on_a_plate(void **state)
{
    (void)state;
    set_off(LOOK_CODE);
    struct wrapped wrapped = wrap_text(&ui, style, marked, 900);
    wrapped_draw(&ui, &wrapped, (struct rect){100, 100, 900, LINE}, ALIGN_START,
                 ui.theme->text);
    const struct draw_cmd *cmds = ui.list->items;
    assert_int_equal(ui.list->count, 4);
    assert_int_equal(cmds[0].kind, DRAW_FILL);
    assert_int_equal(cmds[2].face, FACE_MONO);
    assert_true(cmds[0].rect.x < cmds[2].rect.x);
    assert_true(cmds[0].rect.x + cmds[0].rect.w > cmds[3].rect.x);
}

static void a_text_put_together_looks_as_its_parts_do(void **state)
{
    (void)state;
    set_off(LOOK_EMPHASIS);
    const char *whole = arena_printf(ui.arena, "x %s – %s.", marked, marked);
    assert_ptr_equal(looked_keep(&ui, whole, marked), whole);
    looked_keep(&ui, whole, marked);
    looked_keep(&ui, whole, marked); // which is not there a third time
    struct wrapped wrapped = wrap_text(&ui, style, whole, 9000);
    assert_string_equal(lines_of(&wrapped), "x aaa /bbb/ ccc – aaa /bbb/ ccc.");
    const char *piece = arena_printf(ui.arena, "%.4s", marked + 5);
    looked_cut(&ui, piece, marked, 5, 9);
    wrapped = wrap_text(&ui, style, piece, 9000);
    assert_string_equal(lines_of(&wrapped), "bb/ c");
}

int main(void)
{
    ROWS(wraps, wrap_cases, breaks_into_lines);
    ROWS(aligns, align_cases, stands_where_it_is_aligned);
    ROWS(labels, label_cases, a_label);
    const struct CMUnitTest tests[] = {
        WITH_STAND(says_whether_it_split_a_word),
        WITH_STAND(width_is_that_of_the_widest_line),
        WITH_STAND(fits_at_the_first_size_that_holds_it),
        WITH_STAND(fitting_heeds_height_and_whole_words),
        WITH_STAND(runs_of_a_line_stand_side_by_side),
        WITH_STAND(a_label_is_cut_between_characters_of_many_bytes),
        WITH_STAND(a_label_is_one_line),
        WITH_STAND(digits_stand_in_equal_cells),
        WITH_STAND(digits_are_aligned),
        WITH_STAND(a_line_is_no_wider_than_its_room_though_words_are_rounded),
        WITH_STAND(nothing_invisible_is_drawn),
        WITH_STAND(parts_of_a_text_have_their_own_face),
        WITH_STAND(lines_break_by_the_width_of_what_is_drawn),
        WITH_STAND(code_stands_on_a_plate),
        WITH_STAND(a_text_put_together_looks_as_its_parts_do),
    };
    return cmocka_run_group_tests_name("wrap_text", wraps, NULL, NULL) +
           cmocka_run_group_tests_name("align", aligns, NULL, NULL) +
           cmocka_run_group_tests_name("ui_label", labels, NULL, NULL) +
           cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
