// What is said of writing banks is true, and the same everywhere.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/bank.h"
#include "formats/bank_guide.h"
#include "formats/files.h"
#include "formats/native.h"

static struct arena arena;
static struct diags diags;

static int start(void **state)
{
    (void)state;
    diags = (struct diags){.arena = &arena};
    return 0;
}

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct bank *read_bank(const char *text)
{
    return native_read("first.json", text, strlen(text), &arena, &diags);
}

static void the_example_is_ten_lines_without_problems(void **state)
{
    (void)state;
    int lines = 0;
    for (const char *c = bank_guide_example; *c; c++)
        lines += *c == '\n';
    assert_int_equal(lines, 10);
    const struct bank *bank = read_bank(bank_guide_example);
    assert_int_equal(diags.count, 0);
    assert_int_equal(bank->question_count, 4);
}

static void each_line_is_of_its_kind(void **state)
{
    (void)state;
    for (int i = 0; i < KIND_COUNT; i++) {
        const struct bank *bank =
            read_bank(arena_printf(&arena,
                                   "{\"format\": \"quizbank/1\", \"title\": \"One\", "
                                   "\"questions\": [\n%s]}",
                                   bank_guide_kinds[i].line));
        assert_int_equal(diags.count, 0);
        assert_int_equal(bank->question_count, 1);
        assert_int_equal(bank->questions[0].kind, i);
    }
}

/// The example with its line number BANK_GUIDE_MISTAKE_LINE as somebody got it wrong.
static const char *mistaken(void)
{
    const char *line = bank_guide_example;
    for (int i = 1; i < BANK_GUIDE_MISTAKE_LINE; i++)
        line = strchr(line, '\n') + 1;
    return arena_printf(&arena, "%.*s%s%s", (int)(line - bank_guide_example),
                        bank_guide_example, bank_guide_mistake, strchr(line, '\n'));
}

static void the_checker_says_what_it_is_said_to_say(void **state)
{
    (void)state;
    struct buf said = {0};
    assert_int_equal(read_bank(mistaken())->question_count, 3);
    assert_int_equal(diags.count, 1);
    diag_print(&diags.items[0], &said);
    assert_memory_equal(said.data, bank_guide_says, strlen(bank_guide_says));
    buf_free(&said);
}

/// As the table of the page has it, where a | has a backslash.
static const char *in_table(const char *line)
{
    struct buf out = {0};
    for (; *line; line++) {
        if (*line == '|')
            buf_byte(&out, '\\');
        buf_byte(&out, *line);
    }
    const char *kept = arena_text(&arena, out.data, out.len);
    buf_free(&out);
    return kept;
}

static void the_page_beside_the_banks_says_the_same(void **state)
{
    (void)state;
    const struct file page = files_read(&arena, files_source(&arena, "questions/README.md"));
    assert_non_null(page.text);
    const char *text = arena_text(&arena, page.text, page.len);
    assert_non_null(strstr(text, bank_guide_example));
    for (int i = 0; i < KIND_COUNT; i++) {
        assert_non_null(strstr(text, in_table(bank_guide_kinds[i].line)));
        assert_non_null(
            strstr(text, arena_printf(&arena, "\n| %s | ", bank_guide_kinds[i].name)));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, clean)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_example_is_ten_lines_without_problems),
        TEST(each_line_is_of_its_kind),
        TEST(the_checker_says_what_it_is_said_to_say),
        TEST(the_page_beside_the_banks_says_the_same),
    };
    return cmocka_run_group_tests_name("bank_guide", tests, NULL, NULL);
}
