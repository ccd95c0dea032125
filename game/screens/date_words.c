#include "screens/date_words.h"

#include <string.h>

#include "base/date.h"
#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"

enum { SECOND_MS = 1000, MINUTE_S = 60, HOUR_MIN = 60, MONTHS = 12 };

static const char *const weekdays[DATE_WEEK] = {N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                                N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                                N_("Sunday")};

static const char *const months[MONTHS] = {N_("January"), N_("February"), N_("March"),
                                           N_("April"),   N_("May"),      N_("June"),
                                           N_("July"),    N_("August"),   N_("September"),
                                           N_("October"), N_("November"), N_("December")};

static const char *const short_months[MONTHS] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
                                                 N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
                                                 N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};

const char *date_words_day(struct arena *arena, int64_t number)
{
    struct date date = date_of(number);
    return fill_text(arena, _("{1}, {2} {3} {4}"), _(weekdays[date_weekday(number)]),
                     fill_number(arena, date.day), _(months[date.month - 1]),
                     fill_number(arena, date.year), NULL);
}

const char *date_words_near(struct arena *arena, int64_t number, int64_t today)
{
    if (number == today)
        return _("Today");
    if (number == today + 1)
        return _("Tomorrow");
    struct date date = date_of(number);
    return fill_text(arena, _("{1}, {2} {3}"), _(weekdays[date_weekday(number)]),
                     fill_number(arena, date.day), _(months[date.month - 1]), NULL);
}

const char *date_words_initial(struct arena *arena, int weekday)
{
    const char *name = _(weekdays[weekday]), *end = name;
    text_next_cluster(&end, name + strlen(name));
    return arena_text(arena, name, (size_t)(end - name));
}

const char *date_words_month(int month)
{
    return _(short_months[month - 1]);
}

const char *date_words_time(struct arena *arena, int64_t ms)
{
    int64_t seconds = ms / SECOND_MS, minutes = seconds / MINUTE_S;
    if (minutes >= HOUR_MIN) {
        return fill_text(arena, _("{1} h {2} min"), fill_number(arena, minutes / HOUR_MIN),
                         fill_number(arena, minutes % HOUR_MIN), NULL);
    }
    if (minutes) {
        return fill_text(arena, ngettext("{1} minute", "{1} minutes", (unsigned long)minutes),
                         fill_number(arena, minutes), NULL);
    }
    return fill_text(arena, ngettext("{1} second", "{1} seconds", (unsigned long)seconds),
                     fill_number(arena, seconds), NULL);
}
