#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/make.h"
#include "core/mark.h"

#define NB  "\u00A0" // no-break space
#define NNB "\u202F" // narrow no-break space

// What was typed as an answer to 1234.5 or the like, without tolerance.
static const struct read_case {
    const char *name, *typed;
    double wanted;
    const char *unit;
    bool is_right, is_ambiguous;
    double value;
} reads[] = {
    {"plain", "1949", 1949, NULL, true, false, 1949},
    {"another", "1948", 1949, NULL, false, false, 1948},
    {"blanks around", "  1949 ", 1949, NULL, true, false, 1949},
    {"the end of a sentence", "1949.", 1949, NULL, true, false, 1949},
    {"leading zeros", "007", 7, NULL, true, false, 7},
    {"point", "9.81", 9.81, NULL, true, false, 9.81},
    {"comma", "9,81", 9.81, NULL, true, false, 9.81},
    {"no digit before the point", ".5", 0.5, NULL, true, false, 0.5},
    {"no digit before the comma", "-,5", -0.5, NULL, true, false, -0.5},
    {"three decimals below 1", "0.125", 0.125, NULL, true, false, 0.125},
    {"minus", "-40", -40, NULL, true, false, -40},
    {"the real minus", "\u221240", -40, NULL, true, false, -40},
    {"a dash for a minus", "\u201340", -40, NULL, true, false, -40},
    {"a blank after the sign", "- 40", -40, NULL, true, false, -40},
    {"plus", "+40", 40, NULL, true, false, 40},
    {"minus where plus is meant", "-40", 40, NULL, false, false, -40},
    {"minus nothing", "-0", 0, NULL, true, false, -0.0},
    {"exponent", "6.02e23", 6.02e23, NULL, true, false, 6.02e23},
    {"capital exponent with a sign", "1,5E-3", 0.0015, NULL, true, false, 0.0015},
    {"blank groups", "1 234 567", 1234567, NULL, true, false, 1234567},
    {"no-break groups", "1" NB "234" NB "567", 1234567, NULL, true, false, 1234567},
    {"narrow groups", "1" NNB "234" NNB "567,5", 1234567.5, NULL, true, false, 1234567.5},
    {"apostrophes", "1'234'567", 1234567, NULL, true, false, 1234567},
    {"typographic apostrophes", "1\u2019234.5", 1234.5, NULL, true, false, 1234.5},
    {"English groups", "1,234,567.5", 1234567.5, NULL, true, false, 1234567.5},
    {"German groups", "1.234.567,5", 1234567.5, NULL, true, false, 1234567.5},
    {"English thousands", "12,345.678", 12345.678, NULL, true, false, 12345.678},
    {"Indian groups", "12,34,567", 1234567, NULL, true, false, 1234567},
    {"two readings, grouped", "1,234", 1234, NULL, true, true, 1234},
    {"two readings, comma for decimals", "1,234", 1.234, NULL, true, true, 1.234},
    {"two readings, point for groups", "1.234", 1234, NULL, true, true, 1234},
    {"two readings, point for decimals", "1.234", 1.234, NULL, true, true, 1.234},
    {"two readings, neither right: comma", "1,234", 5, NULL, false, true, 1234},
    {"two readings, neither right: point", "1.234", 5, NULL, false, true, 1.234},
    {"two decimals are one reading", "1,23", 123, NULL, false, false, 1.23},
    {"four decimals are one reading", "1,2345", 1.2345, NULL, true, false, 1.2345},
    {"four digits before are one reading", "1234,567", 1234.567, NULL, true, false, 1234.567},
    {"an exponent is one reading", "1.234e3", 1234, NULL, true, false, 1234},
    {"full width", "\uFF11\uFF12\uFF0E\uFF15", 12.5, NULL, true, false, 12.5},
    {"15 digits", "123456789012345", 123456789012345.0, NULL, true, false, 123456789012345.0},
    {"15 digits, the last wrong", "123456789012346", 123456789012345.0, NULL, false, false,
     123456789012346.0},
    {"15 digits, the last one too few", "123456789012344", 123456789012345.0, NULL, false,
     false, 123456789012344.0},
    {"16 digits, the last wrong", "1000000000000001", 1e15, NULL, false, false, 1e15 + 1},

    {"crooked groups", "1 2 345", 12345, NULL, false, false, (double)NAN},
    {"a group too long", "1,2345,678", 12345678, NULL, false, false, (double)NAN},
    {"marks mixed", "1.234,567.8", 1234567.8, NULL, false, false, (double)NAN},
    {"groups from nothing", "0,123,456", 123456, NULL, false, false, (double)NAN},
    {"no number", "many", 5, NULL, false, false, (double)NAN},
    {"nothing", "", 0, NULL, false, false, (double)NAN},
    {"only a sign", "-", 0, NULL, false, false, (double)NAN},
    {"too large for a number", "1e999", 1e15, NULL, false, false, (double)NAN},
    {"not finite", "inf", 5, NULL, false, false, (double)NAN},
    {"hexadecimal", "0x10", 16, NULL, false, false, 0},

    {"unit left out", "9.81", 9.81, "m/s\u00B2", true, false, 9.81},
    {"unit", "9.81 m/s\u00B2", 9.81, "m/s\u00B2", true, false, 9.81},
    {"unit without a blank", "9.81m/s\u00B2", 9.81, "m/s\u00B2", true, false, 9.81},
    {"unit with a plain digit", "9,81 m/s2", 9.81, "m/s\u00B2", true, false, 9.81},
    {"unit with a power", "9.81 m/s^2", 9.81, "m/s\u00B2", true, false, 9.81},
    {"another unit", "9.81 m", 9.81, "m/s\u00B2", false, false, 9.81},
    {"unit in capitals", "42 KM", 42, "km", true, false, 42},
    {"a million of the unit", "5 MW", 5, "mW", false, false, 5},
    {"a word in capitals", "5 Miles", 5, "miles", true, false, 5},
    {"degrees", "100 \u00B0C", 100, "\u00B0C", true, false, 100},
    {"degrees without the sign", "100 C", 100, "\u00B0C", true, false, 100},
    {"other degrees", "100 \u00B0F", 100, "\u00B0C", false, false, 100},
    {"per cent", "5%", 5, "%", true, false, 5},
    {"unit before", "\u20AC5", 5, "\u20AC", true, false, 5},
    {"unit before with a sign", "$ -5", -5, "$", true, false, -5},
    {"unit before and after", "$5 $", 5, "$", false, false, 5},
    {"unit that starts like an exponent", "5 eV", 5, "eV", true, false, 5},
    {"unit without a blank like an exponent", "5eV", 5, "eV", true, false, 5},
    {"grouped with a unit", "1 000 m", 1000, "m", true, false, 1000},
    {"a unit where there is none", "5 apples", 5, NULL, false, false, 5},
};

static struct number_answer exactly(double value)
{
    return (struct number_answer){.min = value, .max = value};
}

static void is_read(void **state)
{
    const struct read_case *c = *state;
    struct number_answer wanted = exactly(c->wanted);
    wanted.unit = c->unit;
    struct made made = {.question = {.kind = KIND_NUMBER, .number = &wanted}};
    make_ask(&made);
    struct arena scratch = {0};
    struct answer answer = typed(&c->typed);
    struct mark mark = mark_answer(&made.ask, &answer, &scratch);
    assert_int_equal(mark.credit, c->is_right ? 1000 : 0);
    assert_int_equal(mark.verdict, c->is_right ? VERDICT_EXACT : VERDICT_WRONG);
    assert_int_equal(mark.is_ambiguous, c->is_ambiguous);
    if (isnan(c->value)) {
        assert_true(isnan(mark.value));
    } else {
        assert_true(mark.value == c->value);
    }
    if (isnan(c->value) || c->is_right)
        assert_int_equal(answer_is_complete(&made.ask, &answer), c->is_right);
    arena_free(&scratch);
}

// Edges that binary rounding would put on the wrong side.
static const struct edge_case {
    const char *name, *typed;
    struct number_answer wanted;
    bool is_right;
} edges[] = {
    {"share, upper edge",
     "9.9081",
     {.min = 9.81, .max = 9.81, .tolerance = 0.01, .is_share = true},
     true},
    {"share, lower edge",
     "9.7119",
     {.min = 9.81, .max = 9.81, .tolerance = 0.01, .is_share = true},
     true},
    {"share, above",
     "9.90811",
     {.min = 9.81, .max = 9.81, .tolerance = 0.01, .is_share = true},
     false},
    {"share, below",
     "9.71189",
     {.min = 9.81, .max = 9.81, .tolerance = 0.01, .is_share = true},
     false},
    {"share of a negative",
     "-9.9081",
     {.min = -9.81, .max = -9.81, .tolerance = 0.01, .is_share = true},
     true},
    {"share of a negative, beyond",
     "-9.91",
     {.min = -9.81, .max = -9.81, .tolerance = 0.01, .is_share = true},
     false},
    {"share of nothing", "0.001", {.is_share = true, .tolerance = 0.5}, false},
    {"sum", "0.3", {.min = 0.1, .max = 0.1, .tolerance = 0.2}, true},
    {"sum in the answer", "0.3", {.min = 0.1 + 0.2, .max = 0.1 + 0.2}, true},
    {"difference", "0.7", {.min = 0.8, .max = 0.8, .tolerance = 0.1}, true},
    {"tolerance", "5.5", {.min = 5, .max = 5, .tolerance = 0.5}, true},
    {"beyond the tolerance", "5.51", {.min = 5, .max = 5, .tolerance = 0.5}, false},
    {"range, lower end", "10", {.min = 10, .max = 20}, true},
    {"range, upper end", "20", {.min = 10, .max = 20}, true},
    {"range, below", "9.999", {.min = 10, .max = 20}, false},
    {"range with tolerance", "9", {.min = 10, .max = 20, .tolerance = 1}, true},
    {"range with a share of each end",
     "22",
     {.min = 10, .max = 20, .tolerance = 0.1, .is_share = true},
     true},
    {"next to nothing", "0.0000001", {.min = 0, .max = 0}, false},
};

static void is_within_tolerance(void **state)
{
    const struct edge_case *c = *state;
    struct made made = {.question = {.kind = KIND_NUMBER, .number = &c->wanted}};
    make_ask(&made);
    struct arena scratch = {0};
    struct answer answer = typed(&c->typed);
    assert_int_equal(mark_answer(&made.ask, &answer, &scratch).credit, c->is_right ? 1000 : 0);
    arena_free(&scratch);
}

static void needs_a_number_to_be_complete(void **state)
{
    (void)state;
    struct number_answer bare = exactly(5), metres = exactly(5);
    metres.unit = "m";
    static const char *const apples = "5 apples", *const word = "five";
    struct made made = {.question = {.kind = KIND_NUMBER, .number = &bare}};
    make_ask(&made);
    struct answer answer = typed(&apples);
    assert_false(answer_is_complete(&made.ask, &answer));
    made.question.number = &metres;
    assert_true(answer_is_complete(&made.ask, &answer));
    answer = typed(&word);
    assert_false(answer_is_complete(&made.ask, &answer));
    assert_false(answer_is_complete(&made.ask, &(struct answer){0}));
}

int main(void)
{
    struct CMUnitTest tests[COUNT(reads) + COUNT(edges) + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(reads); i++) {
        tests[count++] =
            (struct CMUnitTest){reads[i].name, is_read, NULL, NULL, (void *)&reads[i]};
    }
    for (size_t i = 0; i < COUNT(edges); i++) {
        tests[count++] = (struct CMUnitTest){edges[i].name, is_within_tolerance, NULL, NULL,
                                             (void *)&edges[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(needs_a_number_to_be_complete);
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
