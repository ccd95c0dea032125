#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/index.h"

enum { THINGS = 5000 };

// A thing is a number; two are the same if they are equal.
static bool is_same(const void *owner, uint32_t number, const void *key)
{
    const uint32_t *things = owner;
    return things[number] == *(const uint32_t *)key;
}

static void fill(uint32_t *things)
{
    for (uint32_t i = 0; i < THINGS; i++)
        things[i] = i * 2654435761u;
}

static void finds_what_is_there(void **state)
{
    (void)state;
    static uint32_t things[THINGS];
    fill(things);
    struct index index = {.is_same = is_same, .owner = things};
    assert_true(index_find(&index, things[0], &things[0]) == INDEX_NONE);
    for (uint32_t i = 0; i < THINGS; i++) {
        assert_true(index_add(&index, things[i], i, &things[i]) == INDEX_NONE);
        assert_int_equal(index_find(&index, things[i], &things[i]), i);
    }
    for (uint32_t i = 0; i < THINGS; i++)
        assert_int_equal(index_add(&index, things[i], THINGS + i, &things[i]), i);
    uint32_t other = things[THINGS - 1] + 1;
    assert_true(index_find(&index, things[THINGS - 1], &other) == INDEX_NONE);
    assert_int_equal(index.count, THINGS);
    index_free(&index);
}

// Equal hashes are not equal things.
static void tells_apart_what_has_one_hash(void **state)
{
    (void)state;
    static uint32_t things[THINGS];
    fill(things);
    struct index index = {.is_same = is_same, .owner = things};
    for (uint32_t i = 0; i < 100; i++)
        assert_true(index_add(&index, 42, i, &things[i]) == INDEX_NONE);
    for (uint32_t i = 0; i < 100; i++)
        assert_int_equal(index_add(&index, 42, THINGS, &things[i]), i);
    index_free(&index);
}

static void keeps_all_while_it_grows(void **state)
{
    (void)state;
    static uint32_t things[THINGS];
    fill(things);
    struct index index = {.is_same = is_same, .owner = things};
    index_reserve(&index, 10);
    size_t room = index.room;
    for (uint32_t i = 0; i < 10; i++)
        index_add(&index, things[i], i, &things[i]);
    assert_int_equal(index.room, room);
    index_reserve(&index, THINGS);
    assert_true(index.room > THINGS);
    for (uint32_t i = 0; i < 10; i++)
        assert_int_equal(index_add(&index, things[i], 99, &things[i]), i);
    index_free(&index);
    index_free(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_there),
        cmocka_unit_test(tells_apart_what_has_one_hash),
        cmocka_unit_test(keeps_all_while_it_grows),
    };
    return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
