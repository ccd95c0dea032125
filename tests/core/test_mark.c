#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/kinds/kind.h"
#include "core/make.h"
#include "core/mark.h"

static void every_kind_has_its_row(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const struct kind_rules *rules = kind_rules(kind);
        assert_non_null(rules);
        assert_true(strlen(rules->name) > 0);
        assert_non_null(rules->mark);
        assert_non_null(rules->is_complete);
        assert_int_equal(kind_find(rules->name), kind);
    }
    assert_int_equal(kind_find("essay"), KIND_COUNT);
}

static const char *const options[] = {"Paris", "Nice", "Lyon", "Lille", "Metz", "Brest"};

// One of the kinds where things are picked, placed or given: bits, places or a share.
static const struct given_case {
    const char *name;
    int kind, count, right_count; // of options, items or pairs
    int credit;
    struct answer answer;
    enum verdict verdict;
    int right, parts;
    bool is_complete;
} given[] = {
    {"choice right", KIND_CHOICE, 4, 1, 1000, {.picked = 1}, VERDICT_EXACT, 0, 0, true},
    {"choice wrong", KIND_CHOICE, 4, 1, 0, {.picked = 4}, VERDICT_WRONG, 0, 0, true},
    {"choice of two", KIND_CHOICE, 4, 1, 0, {.picked = 3}, VERDICT_WRONG, 0, 0, false},
    {"choice of none", KIND_CHOICE, 4, 1, 0, {.picked = 0}, VERDICT_WRONG, 0, 0, false},
    {"choice not shown", KIND_CHOICE, 4, 1, 0, {.picked = 16}, VERDICT_WRONG, 0, 0, false},
    {"multi all", KIND_MULTI, 5, 3, 1000, {.picked = 7}, VERDICT_EXACT, 3, 3, true},
    {"multi two of three", KIND_MULTI, 5, 3, 667, {.picked = 3}, VERDICT_PARTLY, 2, 3, true},
    {"multi one of three", KIND_MULTI, 5, 3, 333, {.picked = 2}, VERDICT_PARTLY, 1, 3, true},
    {"multi one wrong", KIND_MULTI, 5, 3, 667, {.picked = 15}, VERDICT_PARTLY, 3, 3, true},
    {"multi as many wrong", KIND_MULTI, 5, 3, 0, {.picked = 9}, VERDICT_WRONG, 1, 3, true},
    {"multi never below 0", KIND_MULTI, 5, 3, 0, {.picked = 24}, VERDICT_WRONG, 0, 3, true},
    {"multi none", KIND_MULTI, 5, 3, 0, {.picked = 0}, VERDICT_WRONG, 0, 3, false},
    {"multi not shown", KIND_MULTI, 5, 3, 0, {.picked = 33}, VERDICT_WRONG, 1, 3, false},
    {"true", KIND_TRUEFALSE, 0, 0, 1000, {.picked = 1}, VERDICT_EXACT, 0, 0, true},
    {"false", KIND_TRUEFALSE, 0, 0, 0, {.picked = 2}, VERDICT_WRONG, 0, 0, true},
    {"both", KIND_TRUEFALSE, 0, 0, 0, {.picked = 3}, VERDICT_WRONG, 0, 0, false},
    {"order right",
     KIND_ORDER,
     4,
     0,
     1000,
     {.places = {0, 1, 2, 3}},
     VERDICT_EXACT,
     4,
     4,
     true},
    {"order of two turned", KIND_ORDER, 2, 0, 0, {.places = {1, 0}}, VERDICT_WRONG, 1, 2, true},
    {"order backwards",
     KIND_ORDER,
     4,
     0,
     0,
     {.places = {3, 2, 1, 0}},
     VERDICT_WRONG,
     1,
     4,
     true},
    {"order, one moved",
     KIND_ORDER,
     4,
     0,
     667,
     {.places = {1, 2, 3, 0}},
     VERDICT_PARTLY,
     3,
     4,
     true},
    {"order, halves",
     KIND_ORDER,
     4,
     0,
     333,
     {.places = {2, 3, 0, 1}},
     VERDICT_PARTLY,
     2,
     4,
     true},
    {"order, one twice",
     KIND_ORDER,
     4,
     0,
     667,
     {.places = {0, 1, 2, 2}},
     VERDICT_PARTLY,
     3,
     4,
     false},
    {"order, a gap",
     KIND_ORDER,
     4,
     0,
     1000,
     {.places = {0, 1, 2, ASK_NONE}},
     VERDICT_EXACT,
     4,
     4,
     false},
    {"match right", KIND_MATCH, 3, 0, 1000, {.places = {0, 1, 2}}, VERDICT_EXACT, 3, 3, true},
    {"match one", KIND_MATCH, 3, 0, 333, {.places = {0, 2, 1}}, VERDICT_PARTLY, 1, 3, true},
    {"match an extra one",
     KIND_MATCH,
     3,
     0,
     667,
     {.places = {0, 1, 4}},
     VERDICT_PARTLY,
     2,
     3,
     true},
    {"match one that reads alike",
     KIND_MATCH,
     3,
     0,
     1000,
     {.places = {3, 1, 2}},
     VERDICT_EXACT,
     3,
     3,
     true},
    {"match none", KIND_MATCH, 3, 0, 0, {.places = {1, 2, 0}}, VERDICT_WRONG, 0, 3, true},
    {"match, a gap",
     KIND_MATCH,
     3,
     0,
     667,
     {.places = {0, 1, ASK_NONE}},
     VERDICT_PARTLY,
     2,
     3,
     false},
    {"match, beyond the last",
     KIND_MATCH,
     3,
     0,
     667,
     {.places = {0, 1, 5}},
     VERDICT_PARTLY,
     2,
     3,
     false},
    {"card known", KIND_CARD, 0, 0, 1000, {.credit = 1000}, VERDICT_EXACT, 0, 0, true},
    {"card half", KIND_CARD, 0, 0, 500, {.credit = 500}, VERDICT_PARTLY, 0, 0, true},
    {"card not known", KIND_CARD, 0, 0, 0, {.credit = 0}, VERDICT_WRONG, 0, 0, true},
    {"card beyond full", KIND_CARD, 0, 0, 1000, {.credit = 2000}, VERDICT_EXACT, 0, 0, false},
    {"card below nothing", KIND_CARD, 0, 0, 0, {.credit = -5}, VERDICT_WRONG, 0, 0, false},
};

static void earns_its_share(void **state)
{
    static const char *const rights[] = {"Ottawa", "Tokyo", "Rome", "OTTAWA", "Kyoto"};
    const struct given_case *c = *state;
    struct made made = {.question = {.kind = (uint8_t)c->kind}};
    struct texts list = {.items = options, .count = c->count};
    switch (c->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        made.question.choice.options = list;
        made.question.choice.right_count = c->right_count;
        break;
    case KIND_TRUEFALSE:
        made.question.is_true = true;
        break;
    case KIND_ORDER:
        made.question.order = list;
        break;
    case KIND_MATCH:
        made.question.match.lefts = options;
        made.question.match.rights = rights;
        made.question.match.count = 3;
        made.question.match.extra_count = 2;
        break;
    default:
        break;
    }
    make_ask(&made);
    struct arena scratch = {0};
    struct mark mark = mark_answer(&made.ask, &c->answer, &scratch);
    assert_int_equal(mark.credit, c->credit);
    assert_int_equal(mark.verdict, c->verdict);
    assert_int_equal(mark.right, c->right);
    assert_int_equal(mark.parts, c->parts);
    assert_int_equal(mark.accepted, -1);
    assert_true(isnan(mark.value));
    assert_int_equal(answer_is_complete(&made.ask, &c->answer), c->is_complete);
    arena_free(&scratch);
}

static void says_which_items_need_not_move(void **state)
{
    (void)state;

    static const struct {
        uint8_t places[6];
        const char *kept;
    } cases[] = {
        {{0, 1, 2, 3, 4, 5}, "xxxxxx"},
        {{1, 2, 3, 4, 5, 0}, "xxxxx."},
        {{5, 0, 1, 2, 3, 4}, ".xxxxx"},
        {{0, 4, 1, 3, 2, 5}, "x.xx.x"},
    };
    const struct question question = {.kind = KIND_ORDER, .order = TEXTS(options)};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct answer answer = {0};
        memcpy(answer.places, cases[i].places, 6);
        bool kept[ASK_PLACES];
        char text[7] = "......";
        int count = 0;
        mark_kept(&question, &answer, kept);
        for (int at = 0; at < 6; at++) {
            if (kept[at])
                text[at] = 'x';
            count += kept[at];
        }
        assert_string_equal(text, cases[i].kept);
        assert_int_equal(mark_kept(&question, &answer, kept), count);
    }
}

static void copies_what_an_answer_points_to(void **state)
{
    (void)state;
    struct arena arena = {0};
    char first[] = "one";
    const char *texts[] = {first, NULL};
    struct answer answer = {.picked = 5, .texts = texts, .text_count = 2};
    struct answer copy = answer_copy(&answer, &arena);
    first[0] = 'x';
    texts[1] = "two";
    assert_int_equal(copy.picked, 5);
    assert_int_equal(copy.text_count, 2);
    assert_string_equal(copy.texts[0], "one");
    assert_null(copy.texts[1]);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(every_kind_has_its_row),
        cmocka_unit_test(says_which_items_need_not_move),
        cmocka_unit_test(copies_what_an_answer_points_to),
    };
    struct CMUnitTest tests[COUNT(given) + COUNT(plain)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(given); i++) {
        tests[count++] =
            (struct CMUnitTest){given[i].name, earns_its_share, NULL, NULL, (void *)&given[i]};
    }
    for (size_t i = 0; i < COUNT(plain); i++)
        tests[count++] = plain[i];
    return cmocka_run_group_tests_name("mark", tests, NULL, NULL);
}
