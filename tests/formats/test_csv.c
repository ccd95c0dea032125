#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/csv.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct csv_case {
    const char *name, *text, *cell;
} cells[] = {
    {"nothing", NULL, ""},
    {"empty", "", ""},
    {"a word", "Cells", "Cells"},
    {"a comma", "a, b", "\"a, b\""},
    {"a semicolon, which some spreadsheets split at", "a; b", "\"a; b\""},
    {"a quotation mark", "say \"hi\"", "\"say \"\"hi\"\"\""},
    {"a line end", "a\nb", "\"a\nb\""},
    {"a tab", "a\tb", "\"a\tb\""},
    {"a minus inside", "a-b", "a-b"},
    {"a formula", "=1+1", "\"'=1+1\""},
    {"a formula that calls a program", "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""},
    {"a plus", "+1", "\"'+1\""},
    {"a minus", "-1", "\"'-1\""},
    {"an at sign", "@SUM(A1)", "\"'@SUM(A1)\""},
    {"a tab before a formula", "\t=1", "\"'\t=1\""},
    {"a return before a formula", "\r=1", "\"'\r=1\""},
    {"a line end before a formula", "\n=1", "\"'\n=1\""},
    {"a wide equals sign", "＝1+1", "\"'＝1+1\""},
    {"a wide plus", "＋1", "\"'＋1\""},
    {"a wide minus", "－1", "\"'－1\""},
    {"a wide at sign", "＠A1", "\"'＠A1\""},
};

static void writes_a_cell(void **state)
{
    const struct csv_case *c = *state;
    struct buf out = {0}, wanted = {0};
    csv_text(&out, c->text);
    csv_text(&out, "end");
    csv_end_row(&out);
    buf_printf(&wanted, "%s,end\r\n", c->cell);
    assert_string_equal(out.data, wanted.data);
    buf_free(&out);
    buf_free(&wanted);
}

static void writes_rows(void **state)
{
    (void)state;
    struct buf out = {0};
    csv_text(&out, NULL);
    csv_number(&out, -1.5);
    csv_end_row(&out);
    csv_number(&out, 1000000);
    csv_text(&out, NULL);
    csv_end_row(&out);
    assert_string_equal(out.data, ",-1.5\r\n1000000,\r\n");
    buf_free(&out);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cells) + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(cells); i++) {
        tests[count++] =
            (struct CMUnitTest){cells[i].name, writes_a_cell, NULL, NULL, (void *)&cells[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(writes_rows);
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
