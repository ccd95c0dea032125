#include "base/date.h"

#include <stdio.h>

enum {
    ERA_YEARS = 400, // after which the calendar repeats
    ERA_DAYS = 146097,
    EPOCH = 719468,       // 1 January 1970, from 1 March 0
    FURTHEST = 729765837, // 31 December 2,000,000, from 1 January 1970
    NEAREST = -731204528, // 1 January -2,000,000
};

// How often `part` goes into `whole`, rounded down also below 0.
static int64_t floored(int64_t whole, int64_t part)
{
    return whole / part - (whole % part < 0);
}

struct date date_of(int64_t number)
{
    // Howard Hinnant's civil_from_days: years begin in March, so that leap days end them.
    int64_t day = number < NEAREST ? NEAREST : number > FURTHEST ? FURTHEST : number;
    day += EPOCH;
    int64_t era = floored(day, ERA_DAYS);
    int64_t of_era = day - era * ERA_DAYS;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA_DAYS - 1)) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t from_march = (5 * of_year + 2) / 153;
    int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    return (struct date){
        .year = (int32_t)(era * ERA_YEARS + year + (month <= 2)),
        .month = month,
        .day = (int)(of_year - (153 * from_march + 2) / 5) + 1,
    };
}

int64_t date_number(struct date date)
{
    // Howard Hinnant's days_from_civil.
    int64_t year = date.month <= 2 ? date.year - (int64_t)1 : date.year;
    int64_t era = floored(year, ERA_YEARS), of_era = year - era * ERA_YEARS;
    int64_t from_march = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t of_year = (153 * from_march + 2) / 5 + date.day - 1;
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}

enum date_weekday date_weekday(int64_t number)
{
    // Day 0 was a Thursday.
    return (enum date_weekday)((number % DATE_WEEK + DATE_WEEK + DATE_THURSDAY) % DATE_WEEK);
}

int date_month_days(int32_t year, int month)
{
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % ERA_YEARS == 0);
    if (month == 2)
        return is_leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// The number that the `len` bytes at `text` are; -1 if one of them is no digit.
static int digits(const char *text, size_t len)
{
    int value = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool date_read(const char *text, size_t len, struct date *date)
{
    if (len != DATE_LENGTH || text[4] != '-' || text[7] != '-')
        return false;
    struct date read = {digits(text, 4), digits(text + 5, 2), digits(text + 8, 2)};
    if (read.year < 1 || read.month < 1 || read.month > 12 || read.day < 1 ||
        read.day > date_month_days(read.year, read.month))
        return false;
    *date = read;
    return true;
}

size_t date_write(struct date date, char out[DATE_ROOM])
{
    int len = snprintf(out, DATE_ROOM, "%04d-%02d-%02d", (int)date.year, date.month, date.day);
    return (size_t)len < DATE_ROOM ? (size_t)len : DATE_ROOM - 1;
}
