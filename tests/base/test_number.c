#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/number.h"
#include "base/rng.h"

enum { ROUNDS = 20000 };

static void reads(const char *text, double wanted)
{
    double value = (double)NAN;
    if (!number_parse(text, strlen(text), &value))
        fail_msg("%s is refused", text);
    if (value != wanted || signbit(value) != signbit(wanted))
        fail_msg("%s is read as %.17g, not %.17g", text, value, wanted);
}

static void reads_what_json_allows(void **state)
{
    (void)state;
    reads("0", 0);
    reads("-0", -0.0);
    reads("9.81", 9.81);
    reads("-12.5e3", -12500);
    reads("1E+2", 100);
    reads("0.1", 0.1);
    reads("1e23", 1e23);
    reads("0.000e99999999999999999999", 0);
    reads("1e-400", 0);
    reads("5e-324", 5e-324);
    reads("2.2250738585072014e-308", 2.2250738585072014e-308);
    reads("1.7976931348623157e308", 1.7976931348623157e308);
    reads("9007199254740993", 9007199254740992.0);
    reads("9007199254740993.0000000000000000001", 9007199254740994.0);
    reads("123456789012345678901234567890", 123456789012345678901234567890.0);
    reads("100000000000000000000000000000000e-32", 1);
    reads("0.00000000000000000000000000000000001e35", 1);
}

static void refuses_all_else(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",    "-",    "+1",   "01",       "-01",   "1.",    ".5",
        "1e",  "1e+",  "1.e5", " 1",       "1 ",    "0x1",   "1,5",
        "NaN", "1e5.", "--1",  "Infinity", "1e309", "1_000", "1e99999999999999999999",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        double value = 7;
        if (number_parse(wrong[i], strlen(wrong[i]), &value))
            fail_msg("%s is read", wrong[i]);
        assert_true(value == 7);
    }
    double value = 0;
    assert_true(number_parse("12345", 3, &value));
    assert_true(value == 123);
}

static void agrees_with_the_c_library(void **state)
{
    (void)state;
    struct rng rng = rng_seed(3);
    for (int i = 0; i < ROUNDS; i++) {
        char text[64];
        size_t len = 0;
        int digits = (int)rng_below(&rng, 19) + 1;
        int point = (int)rng_below(&rng, (uint64_t)digits);
        text[len++] = (char)('1' + rng_below(&rng, 9));
        for (int d = 1; d < digits; d++) {
            if (d == point)
                text[len++] = '.';
            text[len++] = (char)('0' + rng_below(&rng, 10));
        }
        snprintf(text + len, sizeof text - len, "e%d", (int)rng_below(&rng, 600) - 300);
        double value;
        double wanted = strtod(text, NULL);
        if (isinf(wanted)) {
            assert_false(number_parse(text, strlen(text), &value));
        } else {
            reads(text, wanted);
        }
    }
}

static void takes_many_digits_in_linear_time(void **state)
{
    (void)state;

    enum { LEN = 100 * 1000 };

    char *text = malloc(LEN);
    memset(text, '9', LEN);
    double value = 0;
    assert_false(number_parse(text, LEN, &value));
    text[0] = '0';
    text[1] = '.';
    assert_true(number_parse(text, LEN, &value));
    assert_true(value == 1);
    free(text);
}

static void writes(double value, const char *wanted)
{
    char text[NUMBER_ROOM];
    size_t len = number_format(value, text);
    assert_string_equal(text, wanted);
    assert_int_equal(len, strlen(wanted));
}

static void writes_the_shortest_digits(void **state)
{
    (void)state;
    writes(0, "0");
    writes(-0.0, "0");
    writes(9.81, "9.81");
    writes(-0.5, "-0.5");
    writes(0.1 + 0.2, "0.30000000000000004");
    writes(1949, "1949");
    writes(1200, "1200");
    writes(1e15, "1000000000000000");
    writes(-123456789012345.6, "-123456789012345.6");
    writes(1e16, "1e+16");
    writes(1.5e300, "1.5e+300");
    writes(0.000001, "0.000001");
    writes(0.00000125, "0.00000125");
    writes(1e-7, "1e-07");
    writes(-1.7976931348623157e308, "-1.7976931348623157e+308");
}

static void reads_back_what_it_writes(void **state)
{
    (void)state;
    struct rng rng = rng_seed(4);
    for (int i = 0; i < ROUNDS; i++) {
        uint64_t bits = rng_next(&rng);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        char text[NUMBER_ROOM];
        number_format(value, text);
        reads(text, value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_json_allows),
        cmocka_unit_test(refuses_all_else),
        cmocka_unit_test(agrees_with_the_c_library),
        cmocka_unit_test(takes_many_digits_in_linear_time),
        cmocka_unit_test(writes_the_shortest_digits),
        cmocka_unit_test(reads_back_what_it_writes),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
