#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct day_case {
    const char *name;
    int64_t number;
    struct date date;
    enum date_weekday weekday;
} days[] = {
    {"the first day", 0, {1970, 1, 1}, DATE_THURSDAY},
    {"the day before", -1, {1969, 12, 31}, DATE_WEDNESDAY},
    {"a leap day", 19782, {2024, 2, 29}, DATE_THURSDAY},
    {"the day after", 19783, {2024, 3, 1}, DATE_FRIDAY},
    {"a leap day of a century", 11016, {2000, 2, 29}, DATE_TUESDAY},
    {"after February of 1900, which had none", -25508, {1900, 3, 1}, DATE_THURSDAY},
    {"before it", -25509, {1900, 2, 28}, DATE_WEDNESDAY},
    {"after February of 2100", 47541, {2100, 3, 1}, DATE_MONDAY},
    {"a Saturday", 20743, {2026, 10, 17}, DATE_SATURDAY},
    {"a Sunday", 20744, {2026, 10, 18}, DATE_SUNDAY},
    {"a new year", 20819, {2027, 1, 1}, DATE_FRIDAY},
    {"of year 1", -719162, {1, 1, 1}, DATE_MONDAY},
    {"of year 0", -719469, {0, 2, 29}, DATE_TUESDAY},
    {"of year -1", -719529, {-1, 12, 31}, DATE_FRIDAY},
    {"of year 9999", 2932896, {9999, 12, 31}, DATE_FRIDAY},
    {"the last", 729765837, {2000000, 12, 31}, DATE_SUNDAY},
    {"the earliest", -731204528, {-2000000, 1, 1}, DATE_SATURDAY},
};

static void assert_date(struct date date, struct date wanted)
{
    assert_int_equal(date.year, wanted.year);
    assert_int_equal(date.month, wanted.month);
    assert_int_equal(date.day, wanted.day);
}

static void numbers_a_day(void **state)
{
    const struct day_case *c = *state;
    assert_int_equal(date_number(c->date), c->number);
    assert_date(date_of(c->number), c->date);
    assert_int_equal(date_weekday(c->number), c->weekday);
}

static void counts_each_day_of_800_years(void **state)
{
    (void)state;
    struct date date = {1599, 12, 31};
    int64_t number = date_number(date);
    while (date.year < 2400) {
        date.day++;
        if (date.day > date_month_days(date.year, date.month)) {
            date.day = 1;
            date.month++;
        }
        if (date.month > 12) {
            date.month = 1;
            date.year++;
        }
        assert_int_equal(date_number(date), ++number);
        assert_date(date_of(number), date);
    }
}

static void stops_at_its_last_days(void **state)
{
    (void)state;
    assert_date(date_of(INT64_MAX), (struct date){2000000, 12, 31});
    assert_date(date_of(INT64_MIN), (struct date){-2000000, 1, 1});
    assert_date(date_of(729765838), (struct date){2000000, 12, 31});
    assert_date(date_of(-731204529), (struct date){-2000000, 1, 1});
    assert_in_range(date_weekday(INT64_MAX), DATE_MONDAY, DATE_SUNDAY);
    assert_in_range(date_weekday(INT64_MIN), DATE_MONDAY, DATE_SUNDAY);
}

static const struct text_case {
    const char *text;
    bool is_read;
} texts[] = {
    {"2026-03-09", true},   {"2024-02-29", true},  {"0001-01-01", true},
    {"9999-12-31", true},   {"2026-02-29", false}, {"1900-02-29", false},
    {"2026-04-31", false},  {"2026-13-01", false}, {"2026-00-01", false},
    {"2026-01-00", false},  {"2026-01-32", false}, {"0000-01-01", false},
    {"2026-3-9", false},    {"26-03-09", false},   {"2026-03-09 ", false},
    {" 2026-03-09", false}, {"2026/03/09", false}, {"2026-03/09", false},
    {"-026-03-09", false},  {"2026-+3-09", false}, {"2026-03-0x", false},
    {"2026-03-", false},    {"", false},
};

static void reads_what_it_writes(void **state)
{
    const struct text_case *c = *state;
    struct date date = {7, 7, 7};
    assert_int_equal(date_read(c->text, strlen(c->text), &date), c->is_read);
    char out[DATE_ROOM];
    if (c->is_read) {
        assert_int_equal(date_write(date, out), strlen(c->text));
        assert_string_equal(out, c->text);
    } else {
        assert_date(date, (struct date){7, 7, 7});
    }
}

static void reads_all_bytes_only(void **state)
{
    (void)state;
    struct date date;
    assert_true(date_read("2026-03-091", 10, &date));
    assert_false(date_read("2026-03-09", 9, &date));
}

static void writes_other_years(void **state)
{
    (void)state;
    char out[DATE_ROOM];
    assert_int_equal(date_write((struct date){33658, 9, 27}, out), 11);
    assert_string_equal(out, "33658-09-27");
    date_write((struct date){-2000000, 1, 1}, out);
    assert_string_equal(out, "-2000000-01-01");
}

int main(void)
{
    struct CMUnitTest tests[COUNT(days) + COUNT(texts) + 4] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(days); i++) {
        tests[count++] =
            (struct CMUnitTest){days[i].name, numbers_a_day, NULL, NULL, (void *)&days[i]};
    }
    for (size_t i = 0; i < COUNT(texts); i++) {
        tests[count++] = (struct CMUnitTest){texts[i].text, reads_what_it_writes, NULL, NULL,
                                             (void *)&texts[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(counts_each_day_of_800_years);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(stops_at_its_last_days);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(reads_all_bytes_only);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(writes_other_years);
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
