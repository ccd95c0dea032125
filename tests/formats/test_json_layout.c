// The usual layout of a bank: the same bank, and the same layout again.
// QUARTET_BANKS says how many random banks are tried.
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/bank.h"
#include "formats/files.h"
#include "formats/json_layout.h"
#include "formats/json_scan.h"
#include "formats/make_bank.h"
#include "formats/native.h"
#include "formats/question_hash.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FIFTY        "12345678901234567890123456789012345678901234567890"

enum { USUAL = 300 };

static const struct layout_case {
    const char *name, *text, *wanted;
} cases[] = {
    {"a bank on one line", "{\"title\":\"T\",\"questions\":[{\"front\":\"a\",\"back\":1.50}]}",
     "{\n  \"title\": \"T\",\n  \"questions\": [\n    {\"front\": \"a\", \"back\": 1.50}\n  "
     "]\n}\n"},
    {"what is empty", "{ \"a\" : [ ] , \"b\" : {\n} }", "{\n  \"a\": [],\n  \"b\": {}\n}\n"},
    {"nothing at all", " { \n } ", "{}\n"},
    {"no object", "[1,\n2]", "[\n  1,\n  2\n]\n"},
    {"no more than a word", "  null", "null\n"},
    {"questions that are none", "{\"questions\": [], \"x\": {\"questions\": [\n1]}}",
     "{\n  \"questions\": [],\n  \"x\": {\"questions\": [1]}\n}\n"},
    {"one empty line stays, at the start and end none",
     "{\n\n\n\"a\":1,\n\n\n\"b\":2,\n\"c\":3\n\n}",
     "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"c\": 3\n}\n"},
    {"CR LF stays", "{\"a\":\r\n1}", "{\r\n  \"a\": 1\r\n}\r\n"},
    {"CR becomes LF, and an empty line stays one", "{\"a\":1,\r\r\"b\":2}",
     "{\n  \"a\": 1,\n\n  \"b\": 2\n}\n"},
    {"a byte order mark goes", "\xEF\xBB\xBF{\"a\":1}", "{\n  \"a\": 1\n}\n"},
    {"texts and numbers as written", "{\"\\u0061\":\"\\/\\u00e9\",\"a\":1.0e+05}",
     "{\n  \"\\u0061\": \"\\/\\u00e9\",\n  \"a\": 1.0e+05\n}\n"},
    {"brackets in a text", "{\"a\":\"[{,:\",\"b\":[\"\\\"]\",\"}\"]}",
     "{\n  \"a\": \"[{,:\",\n  \"b\": [\"\\\"]\", \"}\"]\n}\n"},
    {"a hundred characters fit",
     "{\"a\":[\"" FIFTY "\",\"45678901234567890123456789012345678\"]}",
     "{\n  \"a\": [\"" FIFTY "\", \"45678901234567890123456789012345678\"]\n}\n"},
    {"with a comma they do not",
     "{\"a\":[\"" FIFTY "\",\"45678901234567890123456789012345678\"],\"b\":1}",
     "{\n  \"a\": [\n    \"" FIFTY
     "\",\n    \"45678901234567890123456789012345678\"\n  ],\n  \"b\": 1\n}\n"},
};

/// The layout of a text, which is copied, so that the sanitizer sees a byte read behind its
/// end.
static struct buf lay_out(const char *text, size_t len)
{
    char *copy = malloc(len + !len);
    assert_non_null(copy);
    memcpy(copy, text, len);
    struct patch patch = {.text = copy, .len = len};
    struct buf made = {0};
    json_layout(&patch);
    patch_apply(&patch, &made);
    patch_free(&patch);
    free(copy);
    return made;
}

static void is_as_wanted(void **state)
{
    const struct layout_case *c = *state;
    struct buf made = lay_out(c->text, strlen(c->text));
    assert_string_equal(made.data, c->wanted);
    buf_free(&made);
}

/// A text without the blanks between its tokens.
static struct buf squeeze(const char *text, size_t len)
{
    struct buf out = {0};
    bool is_text = false;
    size_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (; at < len; at++) {
        if (text[at] == '"')
            is_text = !is_text;
        if (!is_text && strchr(" \t\r\n", text[at]))
            continue;
        buf_byte(&out, text[at]);
        if (text[at] == '\\')
            buf_byte(&out, text[++at]);
    }
    return out;
}

static void expect_same(const char *name, const struct buf *a, const struct buf *b,
                        const char *what)
{
    if (a->len != b->len || (a->len && memcmp(a->data, b->data, a->len) != 0))
        fail_msg("%s: %s\n%.*s", name, what, (int)(a->len < 3000 ? a->len : 3000), a->data);
}

static void expect_same_bank(const char *name, const struct file *file, const struct buf *made)
{
    struct arena arena = {0};
    struct diags before = {.arena = &arena}, after = {.arena = &arena};
    const struct bank *a = native_read("f", file->text, file->len, &arena, &before);
    const struct bank *b = native_read("f", made->data, made->len, &arena, &after);
    if (!a != !b || before.errors != after.errors || before.warnings != after.warnings)
        fail_msg("%s: other problems", name);
    for (int i = 0; a && b && i < a->question_count; i++) {
        assert_int_equal(a->question_count, b->question_count);
        struct question_hash one = question_hash(&a->questions[i], &arena);
        struct question_hash two = question_hash(&b->questions[i], &arena);
        if (one.high != two.high || one.low != two.low)
            fail_msg("%s: question %d is another", name, i);
    }
    arena_free(&arena);
}

/// Returns whether the file is JSON.
static bool try_file(const struct file *file)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct json_scan scan = {0};
    bool is_json = file->text && json_scan(&scan, file->name, file->text, file->len,
                                           &json_limits_plain, NULL, &diags);
    json_scan_free(&scan);
    arena_free(&arena);
    if (!is_json)
        return false;
    struct buf made = lay_out(file->text, file->len);
    struct buf again = lay_out(made.data, made.len);
    expect_same(file->name, &made, &again, "changes again");
    struct buf tokens = squeeze(file->text, file->len), same = squeeze(made.data, made.len);
    expect_same(file->name, &tokens, &same, "has other tokens");
    expect_same_bank(file->name, file, &made);
    buf_free(&made);
    buf_free(&again);
    buf_free(&tokens);
    buf_free(&same);
    return true;
}

/// Tries all files in a folder and in those below. Returns how many are JSON.
static int try_folder(const char *folder)
{
    struct arena arena = {0};
    const char **names;
    size_t count = files_list(&arena, folder, &names);
    int tried = 0;
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(&arena, "%s/%s", folder, names[i]);
        DIR *dir = opendir(path);
        if (dir) {
            closedir(dir);
            tried += try_folder(path);
        } else if (strstr(names[i], ".json")) {
            struct file file = files_read(&arena, path);
            tried += try_file(&file);
        }
    }
    arena_free(&arena);
    return tried;
}

static void keeps_every_file_of_ours(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_true(try_folder(files_source(&arena, "tests/bad")) > 20);
    assert_true(try_folder(files_source(&arena, "tests/cli/data")) > 2);
    arena_free(&arena);
}

static void keeps_every_shared_file(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *folder = files_shared(&arena, "formats");
    if (!folder) {
        arena_free(&arena);
        skip();
    }
    int tried = try_folder(folder);
    print_message("%d files laid out\n", tried);
    assert_true(tried > 100);
    arena_free(&arena);
}

static void keeps_random_banks(void **state)
{
    (void)state;
    const char *wanted = getenv("QUARTET_BANKS");
    long count = wanted && *wanted ? strtol(wanted, NULL, 10) : USUAL;
    struct rng rng = rng_seed(1);
    struct buf text = {0};
    for (long i = 0; i < count; i++) {
        buf_clear(&text);
        make_bank(&rng, &text);
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        native_read("made.json", text.data, text.len, &arena, &diags);
        if (diags.errors)
            fail_msg("no good bank was made: %s\n%s", diags.items[0].message, text.data);
        arena_free(&arena);
        struct file file = {.name = "made.json", .text = text.data, .len = text.len};
        assert_true(try_file(&file));
    }
    print_message("%ld random banks laid out\n", count);
    buf_free(&text);
}

static void our_banks_are_laid_out_so(void **state)
{
    (void)state;
    static const char *const banks[] = {"nato-secretary-general.json", "tour.json"};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(banks); i++) {
        const char *path = files_source(&arena, arena_printf(&arena, "questions/%s", banks[i]));
        struct file file = files_read(&arena, path);
        assert_non_null(file.text);
        struct patch patch = {.text = file.text, .len = file.len};
        json_layout(&patch);
        assert_true(patch_is_empty(&patch));
        patch_free(&patch);
    }
    arena_free(&arena);
}

int main(void)
{
    enum { MORE = 4 };

    struct CMUnitTest tests[COUNT(cases) + MORE] = {
        cmocka_unit_test(keeps_every_file_of_ours),
        cmocka_unit_test(keeps_every_shared_file),
        cmocka_unit_test(keeps_random_banks),
        cmocka_unit_test(our_banks_are_laid_out_so),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[MORE + i].name = cases[i].name;
        tests[MORE + i].test_func = is_as_wanted;
        tests[MORE + i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("json_layout", tests, NULL, NULL);
}
