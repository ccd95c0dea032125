#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/layout.h"
#include "ui/stand.h"
#include "ui/widget.h"

static struct stand stand;

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

/// Faults of one screen drawn by `view`.
static int faults_of(void (*view)(struct ui *ui))
{
    struct ui ui = stand_begin(&stand);
    view(&ui);
    return layout_check(&stand.frame, &stand.look, "on purpose");
}

static void write_at(struct ui *ui, float x, float y, const char *text)
{
    ui_paragraph(ui, (struct rect){x, y, 1e4F, 50}, style_body, ALIGN_START, ui->theme->text,
                 text);
}

static void side_by_side(struct ui *ui)
{
    write_at(ui, 100, 100, "one");
    write_at(ui, 100, 142, "below");
    ui_area(ui, (struct rect){100, 300, 64, 64}, 1, 0, 0, "button");
    ui_area(ui, (struct rect){300, 500, 64, 64}, 1, 1, 0, "another");
}

static void overlapping(struct ui *ui)
{
    write_at(ui, 100, 100, "one");
    write_at(ui, 120, 110, "two");
}

static void leaving(struct ui *ui)
{
    write_at(ui, 1580, 100, "text at the edge");
}

static void cut(struct ui *ui)
{
    struct rect outer = ui_clip(ui, (struct rect){100, 100, 60, 60});
    write_at(ui, 100, 100, "too long");
    ui_clip_end(ui, outer);
}

static void hidden(struct ui *ui)
{
    write_at(ui, 100, 100, "one");
    ui_fill(ui, (struct rect){90, 90, 100, 100}, 0, ui->theme->surface);
}

static void in_the_way(struct ui *ui)
{
    write_at(ui, 100, 100, "a text that is read");
    ui_area(ui, (struct rect){200, 90, 64, 64}, 1, 0, 0, "button");
}

static void small(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 300, 64, 23}, 1, 0, 0, "small");
}

static void outside(struct ui *ui)
{
    ui_area(ui, (struct rect){1570, 300, 64, 64}, 1, 0, 0, "outside");
}

static void unreachable(void *context, struct ui *ui)
{
    (void)context;
    ui_area(ui, (struct rect){100, 100, 300, 300}, 1, 0, 0, "around");
    ui_area(ui, (struct rect){150, 150, 64, 64}, 1, 1, 0, "within");
}

static void the_check_finds_faults(void **state)
{
    (void)state;
    assert_int_equal(faults_of(side_by_side), 0);
    assert_int_equal(faults_of(overlapping), 1);
    assert_int_equal(faults_of(leaving), 1);
    assert_int_equal(faults_of(cut), 1);
    assert_int_equal(faults_of(hidden), 1);
    assert_int_equal(faults_of(in_the_way), 1);
    assert_int_equal(faults_of(small), 1);
    assert_int_equal(faults_of(outside), 1);
    const struct layout_view view = {.draw = unreachable};
    assert_int_equal(layout_check_reach(&view, &stand.look, "on purpose"), 1);
}

static void every_screen_can_be_read_and_hit(void **state)
{
    (void)state;
    assert_int_equal(layout_walk(stand_measure(), true), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_check_finds_faults, open_stand, close_stand),
        cmocka_unit_test(every_screen_can_be_read_and_hit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
