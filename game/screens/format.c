#include "screens/format.h"

#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"

static const char *const weekdays[DATE_WEEK] = {
    [DATE_MONDAY] = N_("Monday"),       [DATE_TUESDAY] = N_("Tuesday"),
    [DATE_WEDNESDAY] = N_("Wednesday"), [DATE_THURSDAY] = N_("Thursday"),
    [DATE_FRIDAY] = N_("Friday"),       [DATE_SATURDAY] = N_("Saturday"),
    [DATE_SUNDAY] = N_("Sunday"),
};

static const char *const months[12] = {
    N_("January"),   N_("February"), N_("March"),    N_("April"),
    N_("May"),       N_("June"),     N_("July"),     N_("August"),
    N_("September"), N_("October"),  N_("November"), N_("December"),
};

const char *format_count(struct arena *arena, int64_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)(count < 0 ? -count : count));
    size_t len = strlen(digits);
    char *text = arena_alloc(arena, len * 3 + 2, 1);
    char *out = text;
    if (count < 0)
        *out++ = '-';
    for (size_t i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0) {
            *out++ = '\xC2'; // U+00A0 in UTF-8
            *out++ = '\xA0';
        }
        *out++ = digits[i];
    }
    return text;
}

const char *format_clock(struct arena *arena, int64_t ms)
{
    int64_t seconds = (ms + 999) / 1000;
    return arena_printf(arena, "%lld:%02lld", (long long)(seconds / 60),
                        (long long)(seconds % 60));
}

const char *format_date(struct arena *arena, struct date date)
{
    // TRANSLATORS: Friday, 3 April 2026
    return fill_text(arena, _("{1}, {2} {3} {4}"), _(weekdays[date_weekday(date_number(date))]),
                     fill_number(arena, date.day), _(months[date.month - 1]),
                     fill_number(arena, date.year), NULL);
}
