#include "formats/report_page.h"

#include <string.h>

#include "base/date.h"
#include "base/fill.h"
#include "base/i18n.h"

const char *const report_page_modes[CONTEST_MODE_COUNT] = {
    [CONTEST_TURNS] = N_("In turn"),  [CONTEST_BUZZ] = N_("First to buzz"),
    [CONTEST_ALL] = N_("All answer"), [CONTEST_HANDS] = N_("Show of hands"),
    [CONTEST_BOARD] = N_("Board"),    [CONTEST_PUPILS] = N_("Random pupil"),
};

const char *report_page_percent(const char *pattern, int thousandths, struct arena *arena)
{
    if (thousandths < 0)
        return "–";
    return fill_text(arena, pattern, fill_number(arena, (thousandths + 5) / 10), NULL);
}

const char *report_page_date(int64_t day, struct arena *arena)
{
    char text[DATE_ROOM];
    date_write(date_of(day), text);
    return arena_text(arena, text, strlen(text));
}

const char *report_page_discrimination(double value, struct arena *arena)
{
    // In whole numbers: a point whatever the locale says, and no "-0.00".
    int hundredths = (int)(value * 100 + (value < 0 ? -0.5 : 0.5));
    int size = hundredths < 0 ? -hundredths : hundredths;
    return arena_printf(arena, "%s%d.%02d", hundredths < 0 ? "-" : "", size / 100, size % 100);
}
