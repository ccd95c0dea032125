// Slips that are mended, and what is not touched: the bank is what it was before the slip.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "core/bank.h"
#include "formats/lint.h"
#include "formats/make_bank.h"
#include "formats/mend.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define HEAD         "{\"format\": \"quizbank/1\", \"title\": \"T\", \"questions\": [\n"

enum { USUAL = 300 };

// What stands for the questions, before and after. The same: nothing is certain.
static const struct mend_case {
    const char *name, *text, *wanted;
} cases[] = {
    {"a comma too many in a list", "{\"question\":\"Q\",\"answer\":[\"a\",\"b\" , ]}]}",
     "{\"question\":\"Q\",\"answer\":[\"a\",\"b\"  ]}]}"},
    {"a comma behind the last question", "{\"front\":\"Q\",\"back\":\"A\"},\n]}",
     "{\"front\":\"Q\",\"back\":\"A\"}\n]}"},
    {"two commas", "{\"front\":\"Q\",,\"back\":\"A\"}]}", "{\"front\":\"Q\",\"back\":\"A\"}]}"},
    {"no comma at the end of lines",
     "{\"front\":\"Q\"\n\"back\":\"A\"}\n\n{\"front\":\"R\",\"back\":\"A\"}]}",
     "{\"front\":\"Q\",\n\"back\":\"A\"},\n\n{\"front\":\"R\",\"back\":\"A\"}]}"},
    {"no comma in a line", "{\"front\":\"Q\" \"back\":\"A\"}]}",
     "{\"front\":\"Q\" \"back\":\"A\"}]}"},
    {"words of other languages", "{\"question\":\"Q\",\"answer\":True}]}",
     "{\"question\":\"Q\",\"answer\":true}]}"},
    {"a no-break space between tokens", "{\"front\":\xC2\xA0\"Q\",\"back\":\"A\"}]}",
     "{\"front\": \"Q\",\"back\":\"A\"}]}"},
    {"a key with a typo, as it is laid out", "{ \"question\":\"Q\",\n\t\"anser\"  : \"A\"}]}",
     "{ \"question\":\"Q\",\n\t\"answer\"  : \"A\"}]}"},
    {"a key by its name elsewhere", "{\"question\":\"Q\",\"correct_answer\":\"A\"}]}",
     "{\"question\":\"Q\",\"answer\":\"A\"}]}"},
    {"a key that is there already", "{\"question\":\"Q\",\"answer\":\"A\",\"anser\":\"B\"}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"anser\":\"B\"}]}"},
    {"the same typo twice", "{\"question\":\"Q\",\"anser\":\"A\",\"answr\":\"B\"}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"answr\":\"B\"}]}"},
    {"a key of a choice",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[{\"txt\":\"B\",\"why\":\"C\"}]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[{\"text\":\"B\",\"why\":\"C\"}]}]}"},
    {"a key of the bank", "{\"front\":\"Q\",\"back\":\"A\"}],\"licence\":\"CC0-1.0\"}",
     "{\"front\":\"Q\",\"back\":\"A\"}],\"license\":\"CC0-1.0\"}"},
    {"a word", "{\"front\":\"Q\",\"back\":\"A\",\"difficulty\":\"Easy\"}]}",
     "{\"front\":\"Q\",\"back\":\"A\",\"difficulty\":\"easy\"}]}"},
    {"the same wrong choice twice",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"B\",\n \"C\",\n \"B\",\n \"D\"]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"B\",\n \"C\",\n \"D\"]}]}"},
    {"three times, and as an object",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[{\"text\":\"B\"},{\"text\":\"B\"},"
     "{\"text\":\"B\"}]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[{\"text\":\"B\"}]}]}"},
    {"choices that only read the same",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"B\",\"b\"]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"B\",\"b\"]}]}"},
    {"choices whose accents are written otherwise, escaped, or with blanks",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"Caf\xC3\xA9\",\"B\","
     "\"Cafe\xCC\x81\",\"\\u0042\",\"B \"]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"Caf\xC3\xA9\",\"B\"]}]}"},
    {"choices that differ in an accent",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"Cafe\",\"Caf\xC3\xA9\"]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"Cafe\",\"Caf\xC3\xA9\"]}]}"},
    {"a choice that is right and wrong",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"A\",\"b\"]}]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"A\",\"b\"]}]}"},
    {"what nobody sees, twice in a text, also escaped",
     "{\"front\":\"Q\xE2\x80\x8B to\\u200B\",\"back\":\"A\xEF\xBB\xBF\"}]}",
     "{\"front\":\"Q to\",\"back\":\"A\"}]}"},
    {"what has a use",
     "{\"front\":\"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\",\"back\":\"A\"}]}",
     "{\"front\":\"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\",\"back\":\"A\"}]}"},
    {"what is not to be looked at",
     "{\"front\":\"Q\xE2\x80\x8B\",\"back\":\"A\",\"x-lint-off\":[\"invisible\"]}]}",
     "{\"front\":\"Q\xE2\x80\x8B\",\"back\":\"A\",\"x-lint-off\":[\"invisible\"]}]}"},
    {"a rule with a typo", "{\"front\":\"Q\",\"back\":\"A\",\"x-lint-off\":[\"undatd\"]}]}",
     "{\"front\":\"Q\",\"back\":\"A\",\"x-lint-off\":[\"undated\"]}]}"},
    {"one slip behind another",
     "{\"question\":\"Q\",\"anser\":\"A\",\"wrong\":[\"B\",\"B\",]},]}",
     "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"B\"]}]}"},
    {"what only its author knows", "{\"question\":\"Q\",\"answer\":0,\"wrong\":[\"B\"]}]}",
     "{\"question\":\"Q\",\"answer\":0,\"wrong\":[\"B\"]}]}"},
};

static struct buf mended(const char *text, size_t len)
{
    char *copy = malloc(len + !len); // so that the sanitizer sees a byte read behind the end
    assert_non_null(copy);
    memcpy(copy, text, len);
    struct patch patch = {.text = copy, .len = len};
    struct buf made = {0};
    mend(&patch, LINT_ALL);
    patch_apply(&patch, &made);
    patch_free(&patch);
    free(copy);
    return made;
}

static void is_as_wanted(void **state)
{
    const struct mend_case *c = *state;
    struct buf text = {0};
    buf_printf(&text, HEAD "%s", c->text);
    struct buf made = mended(text.data, text.len);
    buf_clear(&text);
    buf_printf(&text, HEAD "%s", c->wanted);
    assert_string_equal(made.data, text.data);
    buf_free(&made);
    buf_free(&text);
}

static void a_byte_order_mark_goes(void **state)
{
    (void)state;
    static const char bank[] = HEAD "{\"front\":\"Q\",\"back\":\"A\",}]}";
    struct buf text = {0};
    buf_printf(&text, "\xEF\xBB\xBF%s", bank);
    struct buf made = mended(text.data, text.len);
    assert_string_equal(made.data, HEAD "{\"front\":\"Q\",\"back\":\"A\"}]}");
    buf_free(&made);
    made = mended("\xEF\xBB\xBF", 3); // there is nothing but the mark
    assert_int_equal(made.len, 3);
    buf_free(&made);
    buf_free(&text);
}

/// Makes a slip in `text`, which has none. Returns false if there is no place for it.
static bool slip(struct rng *rng, const struct buf *text, struct buf *out)
{
    static const struct {
        const char *right, *wrong;
    } slips[] = {
        {"\"]", "\",]"},
        {"}]", "},]"},
        {"\"answer\"", "\"anser\""},
        {"\"wrong\"", "\"worng\""},
        {"\"points\"", "\"Points\""},
        {"true", "True"},
        {"\"title\"", "\"titel\""},
        {"\"}", "\",}"},
    };

    size_t chosen = rng_below(rng, COUNT(slips));
    const char *right = slips[chosen].right;
    const char *at = text->data;
    for (uint64_t i = rng_below(rng, 8); at && i; i--)
        at = strstr(at + 1, right);
    at = at ? strstr(at, right) : NULL;
    if (!at)
        return false;
    buf_clear(out);
    buf_add(out, text->data, (size_t)(at - text->data));
    buf_text(out, slips[chosen].wrong);
    buf_text(out, at + strlen(right));
    return true;
}

static bool has_problems(const struct buf *text)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    native_read("f", text->data, text->len, &arena, &diags);
    bool has = diags.errors > 0 || diags.warnings > 0;
    arena_free(&arena);
    return has;
}

/// A byte order mark is a slip.
static void drop_mark(struct buf *text)
{
    if (memcmp(text->data, "\xEF\xBB\xBF", 3) != 0)
        return;
    text->len -= 3;
    memmove(text->data, text->data + 3, text->len + 1);
}

static void a_random_bank_is_what_it_was(void **state)
{
    (void)state;
    const char *wanted = getenv("QUARTET_BANKS");
    long count = wanted && *wanted ? strtol(wanted, NULL, 10) : USUAL;
    long tried = 0;
    struct rng rng = rng_seed(3);
    struct buf text = {0}, broken = {0};
    for (long i = 0; i < count; i++) {
        buf_clear(&text);
        make_bank(&rng, &text);
        drop_mark(&text);
        struct buf same = mended(text.data, text.len);
        assert_string_equal(same.data, text.data);
        buf_free(&same);
        // A slip in a text, or in what other programs keep there, is none.
        if (!slip(&rng, &text, &broken) || !has_problems(&broken))
            continue;
        tried++;
        struct buf made = mended(broken.data, broken.len);
        assert_string_equal(made.data, text.data);
        buf_free(&made);
    }
    print_message("%ld slips mended in %ld random banks\n", tried, count);
    assert_true(tried > count / 8);
    buf_free(&text);
    buf_free(&broken);
}

/// Whatever it is, what was mended needs no mending.
static void one_time_is_enough(void **state)
{
    (void)state;
    static const char bytes[] = "\"\\{}[],:0-.eT \n\x80\xE2\x80\x8B";

    enum { TRIES = 1000, CHANGES = 3 };

    struct rng rng = rng_seed(4);
    struct buf text = {0};
    for (int i = 0; i < TRIES; i++) {
        buf_clear(&text);
        make_bank(&rng, &text);
        for (int k = 0; k < CHANGES; k++)
            text.data[rng_below(&rng, text.len)] = bytes[rng_below(&rng, sizeof bytes - 1)];
        struct buf once = mended(text.data, text.len);
        struct buf twice = mended(once.data, once.len);
        assert_int_equal(once.len, twice.len);
        assert_memory_equal(once.data, twice.data, once.len);
        buf_free(&once);
        buf_free(&twice);
    }
    buf_free(&text);
}

int main(void)
{
    enum { MORE = 3 };

    struct CMUnitTest tests[COUNT(cases) + MORE] = {
        cmocka_unit_test(a_random_bank_is_what_it_was),
        cmocka_unit_test(one_time_is_enough),
        cmocka_unit_test(a_byte_order_mark_goes),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[MORE + i].name = cases[i].name;
        tests[MORE + i].test_func = is_as_wanted;
        tests[MORE + i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("mend", tests, NULL, NULL);
}
