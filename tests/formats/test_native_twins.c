#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/bank.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct reading {
    struct arena arena;
    struct diags diags;
    const struct bank *bank;
};

static void read_text(struct reading *r, const struct buf *text)
{
    *r = (struct reading){0};
    r->diags.arena = &r->arena;
    r->bank = native_read("t.json", text->data, text->len, &r->arena, &r->diags);
}

/// Reads a question for each id, of which those that end with "!" are wrong beside that.
static void read_ids(struct reading *r, const char *const *ids, size_t count)
{
    struct buf text = {0};
    buf_text(&text, "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[\n");
    for (size_t i = 0; i < count; i++) {
        size_t len = strcspn(ids[i], "!");
        buf_printf(&text, "{\"id\":\"%.*s\",\"question\":\"q\",\"answer\":%s}%s", (int)len,
                   ids[i], ids[i][len] ? "[]" : "true", i + 1 < count ? ",\n" : "]}");
    }
    read_text(r, &text);
    buf_free(&text);
}

// Ids that rise need no index, so where they stop doing so matters.
static void finds_an_id_that_is_there_twice(void **state)
{
    (void)state;

    static const struct {
        const char *ids[6];
        size_t count;
        int twin, first; // lines
    } cases[] = {
        {{"a", "b", "c", "d"}, 4, 0, 0},      {{"a", "c", "b", "d"}, 4, 0, 0},
        {{"d", "c", "b", "a"}, 4, 0, 0},      {{"a", "a"}, 2, 3, 2},
        {{"a", "b", "c", "a"}, 4, 5, 2},      {{"a", "b", "c", "b"}, 4, 5, 3},
        {{"a", "c", "b", "d", "c"}, 5, 6, 3}, {{"b", "a", "c", "a"}, 4, 5, 3},
        {{"a", "c", "b", "d", "d"}, 5, 6, 5}, {{"a", "b!", "b"}, 3, 4, 3},
        {{"a!", "b", "c", "a"}, 4, 5, 2},     {{"a", "b!", "c", "a", "b"}, 5, 5, 2},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        read_ids(&r, cases[i].ids, cases[i].count);
        char wanted[100] = "";
        if (cases[i].twin) {
            snprintf(wanted, sizeof wanted, "is taken by the question at line %d:1",
                     cases[i].first);
        }
        const struct diag *found = NULL;
        for (size_t k = 0; k < r.diags.count && !found; k++)
            found = strstr(r.diags.items[k].message, "is taken") ? &r.diags.items[k] : NULL;
        assert_int_equal(found ? found->place.line : 0, cases[i].twin);
        assert_true(!found || strstr(found->message, wanted));
        arena_free(&r.arena);
    }
}

// What is written as it was before is not checked again, but its folded form never was.
static void checks_each_spelling_of_a_tag(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_text(&text, "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[");
    for (int i = 0; i < 2; i++) {
        buf_printf(&text, "%s{\"question\":\"q%d\",\"answer\":true,\"tags\":[\"", i ? "," : "",
                   i);
        for (int k = 0; k < 40; k++)
            buf_text(&text, i ? "ss" : "\xC3\x9F"); // which "\u00DF" becomes
        buf_text(&text, "\"]}");
    }
    buf_text(&text, "]}");
    struct reading r;
    read_text(&r, &text);
    assert_int_equal(r.diags.errors, 1);
    assert_non_null(strstr(r.diags.items[0].message, "80 characters"));
    assert_int_equal(r.bank->topic_count, 1);
    arena_free(&r.arena);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_an_id_that_is_there_twice),
        cmocka_unit_test(checks_each_spelling_of_a_tag),
    };
    return cmocka_run_group_tests_name("native_twins", tests, NULL, NULL);
}
