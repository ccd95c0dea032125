#include "core/fsrs_text.h"

#include <string.h>

#include "base/number.h"

static const char between[] = " \t\r\n,;";

static const struct {
    char letter;
    int64_t ms;
} units[] = {{'d', FSRS_DAY_MS}, {'h', 3600000}, {'m', 60000}, {'s', 1000}};

enum { UNITS = sizeof units / sizeof *units, DIGITS_MOST = 12 };

/// Reads a step of `len` bytes; 0 if it is none.
static int64_t step_ms(const char *text, size_t len)
{
    int64_t number = 0, unit_ms = 0;
    if (len < 2 || len > DIGITS_MOST + 1)
        return 0;
    for (size_t i = 0; i + 1 < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        number = number * 10 + (text[i] - '0');
    }
    for (int i = 0; i < UNITS; i++) {
        if (units[i].letter == text[len - 1])
            unit_ms = units[i].ms;
    }
    const int64_t most_ms = (int64_t)FSRS_INTERVAL_MOST * FSRS_DAY_MS;
    return unit_ms && number <= most_ms / unit_ms ? number * unit_ms : 0;
}

bool fsrs_steps_read(const char *text, struct fsrs_steps *steps)
{
    struct fsrs_steps read = {0};
    for (text += strspn(text, between); *text; text += strspn(text, between)) {
        size_t len = strcspn(text, between);
        int64_t ms = step_ms(text, len);
        if (ms <= 0 || read.count == FSRS_STEPS_MOST)
            return false;
        read.ms[read.count++] = ms;
        text += len;
    }
    *steps = read;
    return true;
}

const char *fsrs_steps_text(const struct fsrs_steps *steps, struct arena *arena)
{
    const char *text = "";
    for (int i = 0; i < steps->count; i++) {
        int64_t ms = steps->ms[i];
        int unit = 0;
        while (unit < UNITS - 1 && ms % units[unit].ms != 0)
            unit++;
        text = arena_printf(arena, "%s%s%lld%c", text, i ? " " : "",
                            (long long)(ms / units[unit].ms), units[unit].letter);
    }
    return text;
}

enum fsrs_text_fault fsrs_params_text_read(const char *text, struct fsrs_params *params)
{
    double values[FSRS_PARAM_COUNT];
    size_t count = 0;
    text += strspn(text, between);
    text += *text == '[';
    for (;;) {
        text += strspn(text, between);
        size_t len = strcspn(text, " \t\r\n,;]");
        if (!len)
            break;
        if (count == FSRS_PARAM_COUNT)
            return FSRS_TEXT_COUNT;
        if (!number_parse(text, len, &values[count++]))
            return FSRS_TEXT_NO_NUMBERS;
        text += len;
    }
    text += *text == ']';
    if (text[strspn(text, between)])
        return FSRS_TEXT_NO_NUMBERS;
    if (!fsrs_params_read(values, count, params))
        return FSRS_TEXT_COUNT;
    return fsrs_params_outside(params) >= 0 ? FSRS_TEXT_RANGE : FSRS_TEXT_GOOD;
}
