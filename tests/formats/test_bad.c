// What is said of each bank in tests/bad: `expected` beside it, to the letter.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "formats/files.h"
#include "formats/native.h"

struct bad {
    const char *folder;
    const char *name;
};

static void says_what_is_expected(void **state)
{
    const struct bad *bad = *state;
    struct arena arena = {0};
    struct file input =
        files_read(&arena, arena_printf(&arena, "%s/%s/input.json", bad->folder, bad->name));
    struct file expected =
        files_read(&arena, arena_printf(&arena, "%s/%s/expected", bad->folder, bad->name));
    assert_non_null(input.text);
    assert_non_null(expected.text);
    // A copy of its own, so that the sanitizer sees a byte read behind the end.
    char *text = malloc(input.len ? input.len : 1);
    assert_non_null(text);
    memcpy(text, input.text, input.len);
    struct diags diags = {.arena = &arena};
    native_read("input.json", text, input.len, &arena, &diags);
    free(text);
    struct buf out = {0};
    for (size_t i = 0; i < diags.count; i++)
        diag_print(&diags.items[i], &out);
    const char *wanted = arena_text(&arena, expected.text, expected.len);
    assert_string_equal(out.data ? out.data : "", wanted);
    buf_free(&out);
    arena_free(&arena);
}

int main(void)
{
    struct arena arena = {0};
    const char *folder = files_source(&arena, "tests/bad");
    const char **names;
    size_t count = files_list(&arena, folder, &names);
    if (count == 0)
        return 1;
    struct bad *bads = ARENA_ARRAY(&arena, count, struct bad);
    struct CMUnitTest *tests = ARENA_ARRAY(&arena, count, struct CMUnitTest);
    for (size_t i = 0; i < count; i++) {
        bads[i] = (struct bad){.folder = folder, .name = names[i]};
        tests[i] = (struct CMUnitTest){
            .name = names[i], .test_func = says_what_is_expected, .initial_state = &bads[i]};
    }
    int failed = _cmocka_run_group_tests("bad", tests, count, NULL, NULL);
    arena_free(&arena);
    return failed;
}
