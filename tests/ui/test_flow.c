// Words and boxes in lines: where they break, what sticks together, and which way they run.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/flow.h"
#include "ui/looked.h"
#include "ui/stand.h"

// At 10 pixels a unit and half an em a character a letter is 20 pixels wide.
static const struct text_style style = {FACE_REGULAR, 4, 1.2F};
static const float line_px = 50;

enum { SPANS = 6 };

static const struct flow_case {
    const char *name;
    struct flow_span spans[SPANS];
    int count;
    float width;
    const char *lines; // lines end in "/", a box is "[width]", pieces have a bar between
} cases[] = {
    {"a text alone", {{.text = "one two"}}, 1, 1000, "one two/"},
    {"a box among words",
     {{.text = "a "}, {.box_px = 100}, {.text = " b"}},
     3,
     1000,
     "a |[100]| b/"},
    {"words break", {{.text = "one two three"}}, 1, 150, "one two/three/"},
    {"a box goes to the next line when it has no room",
     {{.text = "one two "}, {.box_px = 100}, {.text = " b"}},
     3,
     200,
     "one two/[100]| b/"},
    {"a full stop stays with its box",
     {{.text = "one "}, {.box_px = 100}, {.text = "."}},
     3,
     190,
     "one/[100]|./"},
    {"an opening bracket stays with its box",
     {{.text = "one ("}, {.box_px = 100}, {.text = ")"}},
     3,
     200,
     "one/(|[100]|)/"},
    {"a stuck box goes with its word",
     {{.text = "one "}, {.box_px = 40, .is_stuck = true}, {.text = "three"}},
     3,
     150,
     "one/[40]|three/"},
    {"blanks at line ends go", {{.text = "one "}, {.text = "two"}}, 2, 70, "one/two/"},
    {"a line end in the text is kept", {{.text = "a\nb"}}, 1, 1000, "a/b/"},
    {"a word too long is split", {{.text = "abcdef"}}, 1, 70, "abc/def/"},
    {"a box is never split",
     {{.box_px = 100, .is_stuck = true}, {.text = "abcd"}},
     2,
     110,
     "[100]/abcd/"},
    {"a box wider than the line is one box",
     {{.box_px = 100, .is_stuck = true}, {.text = "ab"}},
     2,
     90,
     "[100]/ab/"},
    {"nothing is one line", {{.text = ""}}, 1, 100, "/"},
};

static void breaks_where_it_should(void **state)
{
    const struct flow_case *c = *state;
    struct stand stand = {0};
    stand_open(&stand);
    struct ui ui = stand_begin(&stand);
    struct flow flow = flow_lay(&ui, style, c->spans, c->count, c->width, line_px);
    const char *lines = "";
    int at = 0;
    for (int line = 0; line < flow.line_count; line++) {
        const char *bar = "";
        for (; at < flow.piece_count; at++) {
            const struct flow_piece *piece = &flow.pieces[at];
            if ((int)(piece->rect.y / line_px) != line)
                break;
            const char *text =
                piece->text ? piece->text : arena_printf(ui.arena, "[%d]", (int)piece->rect.w);
            lines = arena_printf(ui.arena, "%s%s%s", lines, bar, text);
            bar = "|";
            assert_true(piece->rect.x >= 0);
        }
        lines = arena_printf(ui.arena, "%s/", lines);
    }
    assert_string_equal(lines, c->lines);
    assert_true(flow.height == line_px * (float)flow.line_count);
    stand_close(&stand);
}

static void pieces_stand_side_by_side(void **state)
{
    (void)state;
    struct stand stand = {0};
    stand_open(&stand);
    struct ui ui = stand_begin(&stand);
    const struct flow_span spans[] = {{.text = "ab "}, {.box_px = 100}, {.text = " c"}};
    struct flow flow = flow_lay(&ui, style, spans, 3, 1000, line_px);
    assert_int_equal(flow.piece_count, 3);
    assert_true(flow.pieces[1].rect.x == 60);
    assert_true(flow.pieces[2].rect.x == 160);
    stand_close(&stand);
}

static void hebrew_runs_from_the_right(void **state)
{
    (void)state;
    struct stand stand = {0};
    stand_open(&stand);
    struct ui ui = stand_begin(&stand);
    const struct flow_span spans[] = {{.text = "אב "}, {.box_px = 100}};
    struct flow flow = flow_lay(&ui, style, spans, 2, 1000, line_px);
    assert_true(flow.pieces[0].rect.x == 940);
    assert_true(flow.pieces[1].rect.x == 840);
    stand_close(&stand);
}

static void a_span_keeps_its_looks(void **state)
{
    (void)state;
    static const char text[] = "one two";
    static const struct look_span span = {2, 6, LOOK_EMPHASIS};
    static const struct look_text looked = {text, &span, 1};
    static const struct looks looks = {&looked, 1};
    struct stand stand = {0};
    stand_open(&stand);
    struct ui ui = stand_begin(&stand);
    ui.looks = &looks;
    const struct flow_span spans[] = {{.box_px = 10}, {.text = text}};
    struct flow flow = flow_lay(&ui, style, spans, 2, 100, line_px);
    assert_int_equal(flow.piece_count, 3);
    const struct look_text *first = looked_find(&ui, flow.pieces[1].text);
    const struct look_text *second = looked_find(&ui, flow.pieces[2].text);
    assert_int_equal(first->spans[0].from, 2);
    assert_int_equal(first->spans[0].to, 3);
    assert_int_equal(second->spans[0].from, 0);
    assert_int_equal(second->spans[0].to, 2);
    stand_close(&stand);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = breaks_where_it_should;
        tests[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest more[] = {
        cmocka_unit_test(pieces_stand_side_by_side),
        cmocka_unit_test(hebrew_runs_from_the_right),
        cmocka_unit_test(a_span_keeps_its_looks),
    };
    int failed = cmocka_run_group_tests_name("flow", tests, NULL, NULL);
    return failed + cmocka_run_group_tests_name("flow places", more, NULL, NULL);
}
