// Questions about one fact stand apart, whatever was drawn.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/apart.h"
#include "core/make.h"

enum { MOST = 40, ROUNDS = 4000, FACTS_MOST = 3 };

/// Questions with facts.
struct made_facts {
    struct bank bank;
    struct question questions[MOST];
    struct question_extras extras[MOST];
    uint32_t facts[MOST][FACTS_MOST];
    struct picked items[MOST];
    uint32_t order[MOST];
    int count;
};

static void begin(struct made_facts *made)
{
    *made = (struct made_facts){0};
}

static void add(struct made_facts *made, const uint32_t *facts, int count)
{
    int at = made->count++;
    if (count)
        memcpy(made->facts[at], facts, (size_t)count * sizeof *facts);
    made->extras[at] = (struct question_extras){.facts = made->facts[at], .fact_count = count};
    made->questions[at].extras = count ? &made->extras[at] : NULL;
    made->items[at] = (struct picked){&made->bank, &made->questions[at]};
    made->order[at] = (uint32_t)at;
}

/// A question for each letter: '-' is about nothing, others are the name of its fact.
static void write(struct made_facts *made, const char *letters)
{
    begin(made);
    for (; *letters; letters++) {
        uint32_t fact = (uint32_t)*letters;
        add(made, &fact, *letters != '-');
    }
}

static void assert_order(struct made_facts *made, int before, const char *letters)
{
    apart_spread(made->items, made->order + before, before, made->count - before);
    for (int i = 0; i < made->count; i++) {
        const struct question_extras *extras = made->items[made->order[i]].question->extras;
        assert_int_equal(extras ? extras->facts[0] : '-', letters[i]);
    }
}

static int count_neighbours(const struct made_facts *made, int before)
{
    int count = 0;
    for (int i = before > 0 ? before : 1; i < made->count; i++) {
        count +=
            apart_is_same_fact(&made->items[made->order[i - 1]], &made->items[made->order[i]]);
    }
    return count;
}

static void assert_all_there(const struct made_facts *made)
{
    bool is_there[MOST] = {false};
    for (int i = 0; i < made->count; i++)
        is_there[made->order[i]] = true;
    for (int i = 0; i < made->count; i++)
        assert_true(is_there[i]);
}

static void those_about_one_fact_move_as_little_as_need_be(void **state)
{
    (void)state;

    static const struct {
        const char *drawn, *spread;
        int before;
    } rows[] = {
        {"", "", 0},
        {"a", "a", 0},
        {"abcd", "abcd", 0},
        {"----", "----", 0},
        {"aabcd", "abcda", 0},
        {"abcda", "abcda", 0},
        {"aab", "aba", 0},
        {"baa", "aba", 0}, // put back
        {"aaa", "aaa", 0}, // it can't be helped
        {"aa--", "a--a", 0},
        {"abcdaefg", "abcdaefg", 0},
        {"abacdefg", "abcdaefg", 0},
        {"aabcd", "abcda", 1}, // keeps away from what stays in front
        {"baa", "baa", 2},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made_facts made;
        write(&made, rows[i].drawn);
        assert_order(&made, rows[i].before, rows[i].spread);
    }
}

static void facts_of_other_banks_are_other_facts(void **state)
{
    (void)state;
    static const struct bank other = {0};
    struct made_facts made;
    write(&made, "aab");
    made.items[1].bank = &other;
    assert_order(&made, 0, "aab");
}

static void none_are_neighbours_where_that_can_be(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct rng rng = rng_seed(seed);
        struct made_facts made;
        int count = 1 + (int)rng_below(&rng, MOST), kinds = 1 + (int)rng_below(&rng, 8);
        int of_kind[9] = {0}, most = 0;
        begin(&made);
        for (int i = 0; i < count; i++) {
            uint32_t fact = (uint32_t)rng_below(&rng, (uint64_t)kinds + 1);
            of_kind[fact]++;
            add(&made, &fact, fact != 0); // 0: of none
        }
        for (int i = 1; i <= kinds; i++)
            most = of_kind[i] > most ? of_kind[i] : most;
        apart_spread(made.items, made.order, 0, count);
        assert_all_there(&made);
        if (most <= (count + 1) / 2)
            assert_int_equal(count_neighbours(&made, 0), 0);
    }
}

static void of_several_facts_each_there_are_fewer_neighbours_than_before(void **state)
{
    (void)state;
    int drawn = 0, spread = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct rng rng = rng_seed(seed);
        struct made_facts made;
        int count = 4 + (int)rng_below(&rng, MOST - 3), before = (int)rng_below(&rng, 4);
        begin(&made);
        for (int i = 0; i < count; i++) {
            uint32_t facts[FACTS_MOST];
            for (int k = 0; k < FACTS_MOST; k++)
                facts[k] = (uint32_t)rng_below(&rng, 30);
            add(&made, facts, (int)rng_below(&rng, FACTS_MOST + 1));
        }
        int first = count_neighbours(&made, before);
        struct made_facts again = made;
        apart_spread(made.items, made.order + before, before, count - before);
        apart_spread(again.items, again.order + before, before, count - before);
        assert_memory_equal(made.order, again.order, sizeof made.order);
        assert_all_there(&made);
        for (int i = 0; i < before; i++)
            assert_int_equal(made.order[i], i);
        assert_true(count_neighbours(&made, before) <= first);
        drawn += first;
        spread += count_neighbours(&made, before);
    }
    assert_true(spread * 50 < drawn); // nearly none
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_about_one_fact_move_as_little_as_need_be),
        cmocka_unit_test(facts_of_other_banks_are_other_facts),
        cmocka_unit_test(none_are_neighbours_where_that_can_be),
        cmocka_unit_test(of_several_facts_each_there_are_fewer_neighbours_than_before),
    };
    return cmocka_run_group_tests_name("apart", tests, NULL, NULL);
}
