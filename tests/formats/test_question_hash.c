#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/bank.h"
#include "formats/native.h"
#include "formats/question_hash.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct question_hash hash_of(const char *question)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf text = {0};
    buf_printf(&text, "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[%s]}",
               question);
    const struct bank *bank = native_read("t.json", text.data, text.len, &arena, &diags);
    assert_non_null(bank);
    assert_int_equal(bank->question_count, 1);
    struct question_hash hash = question_hash(&bank->questions[0], &arena);
    buf_free(&text);
    arena_free(&arena);
    return hash;
}

// Fixed for ever: learners' progress is kept under these. Each is the XXH3 of 128 bits, seed 0,
// of the bytes that question_hash.h says, as `xxhsum -H2` prints it.
static const struct vector {
    const char *question;
    struct question_hash hash;
} vectors[] = {
    {"{\"question\":\"Capital of France?\",\"answer\":\"Paris\",\"wrong\":[\"Lyon\"]}",
     {0x102864511e877d40, 0x00e021183964f1ca}},
    {"{\"question\":\"Prime?\",\"answer\":[\"2\",\"7\"],\"wrong\":[\"1\"]}",
     {0x5eefef80d22fa2a3, 0x085ede710db73aa0}},
    {"{\"question\":\"Oslo is in Norway.\",\"answer\":true}",
     {0xe25106496b560a0a, 0x561e776878bdb224}},
    {"{\"question\":\"  Cafe\u0301\",\"answer\":[\"a\",\"b\"]}",
     {0xd17dd73c52f0b591, 0x84d06b880b83ce8e}},
    {"{\"question\":\"g?\",\"answer\":9.81,\"unit\":\"m\"}",
     {0x0fbcfed608d4d515, 0x15c2258c102e35d5}},
    {"{\"question\":\"Order\",\"order\":[\"a\",\"b\"]}",
     {0x04e7406b3ae0e3e4, 0xbe0e2582f53f44a6}},
    {"{\"question\":\"Match\",\"pairs\":[[\"a\",\"1\"],[\"b\",\"2\"]],\"extra\":[\"3\"]}",
     {0x53f074a3cf271d7b, 0x3ead3f17e730828d}},
    {"{\"cloze\":\"The [[sea|ocean::water]] is [[deep]].\"}",
     {0xf0c84e84fb984699, 0x2841b8e7493b97aa}},
    {"{\"front\":\"der Hund\",\"back\":\"dog\",\"reverse\":true}",
     {0xd223eea9ea96f80a, 0xc76ce5d80991f41f}},
};

static void never_changes(void **state)
{
    const struct vector *vector = *state;
    struct question_hash hash = hash_of(vector->question);
    assert_true(hash.high == vector->hash.high);
    assert_true(hash.low == vector->hash.low);
}

static void assert_same(const char *a, const char *b, bool is_same)
{
    struct question_hash x = hash_of(a), y = hash_of(b);
    assert_int_equal(x.high == y.high && x.low == y.low, is_same);
}

static void tells_what_is_asked(void **state)
{
    (void)state;
    static const char plain[] =
        "{\"question\":\"caf\u00E9?\",\"answer\":\"a\",\"wrong\":[\"b\"]}";
    assert_same(plain,
                "{\"question\":\" cafe\u0301? \",\"answer\":\"a\",\"wrong\":[\"c\",\"d\"],"
                "\"hint\":\"h\",\"id\":\"i\"}",
                true);
    assert_same(plain, "{\"question\":\"cafe?\",\"answer\":\"a\",\"wrong\":[\"b\"]}", false);
    assert_same(plain, "{\"question\":\"caf\u00E9?\",\"answer\":\"b\",\"wrong\":[\"a\"]}",
                false);
    assert_same(plain, "{\"question\":\"caf\u00E9?\",\"answer\":\"a\"}", false);
    assert_same("{\"question\":\"q\",\"answer\":[\"ab\",\"c\"]}",
                "{\"question\":\"q\",\"answer\":[\"a\",\"bc\"]}", false);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(vectors) + 1] = {0};
    for (size_t i = 0; i < COUNT(vectors); i++) {
        tests[i].name = vectors[i].question;
        tests[i].test_func = never_changes;
        tests[i].initial_state = (void *)&vectors[i];
    }
    tests[COUNT(vectors)] = (struct CMUnitTest)cmocka_unit_test(tells_what_is_asked);
    return cmocka_run_group_tests_name("question_hash", tests, NULL, NULL);
}
