// base/date.h: days of the calendar. Pure arithmetic: no clock, no time zone.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A day of the Gregorian calendar, also before it was introduced.
struct date {
    int32_t year; // from -2,000,000 to 2,000,000
    int month;    // 1 to 12
    int day;      // 1 to 31
};

enum date_weekday {
    DATE_MONDAY,
    DATE_TUESDAY,
    DATE_WEDNESDAY,
    DATE_THURSDAY,
    DATE_FRIDAY,
    DATE_SATURDAY,
    DATE_SUNDAY,
    DATE_WEEK // days of one
};

enum {
    DATE_LENGTH = 10, // bytes that date_read() reads
    DATE_ROOM = 20,   // and that date_write() may write, with the NUL
};

/// The date of day `number`, counted from 0 for 1 January 1970 as fsrs_days_number() does.
/// Further away than its years go counts as the last day of them.
struct date date_of(int64_t number);

/// The number of the day that date_of() gives `date` for.
int64_t date_number(struct date date);

enum date_weekday date_weekday(int64_t number);

/// Days of a month, 28 to 31; `month` is 1 to 12.
int date_month_days(int32_t year, int month);

/// Reads "2026-03-09": a year of four digits, from 0001, then the month and the day with two.
/// All `len` bytes at `text` have to be the date. Returns false, and leaves `*date`, if they
/// are not or if there is no such day.
bool date_read(const char *text, size_t len, struct date *date);

/// Writes a date as date_read() reads it, and returns how many bytes, less the NUL. Other years
/// have as many digits as they need.
size_t date_write(struct date date, char out[DATE_ROOM]);
