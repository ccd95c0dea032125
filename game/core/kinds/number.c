#include <float.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "core/kinds/kind.h"
#include "core/kinds/numeral.h"

enum { ABBREVIATION = 3 }; // letters of a unit whose case may be a power of ten

// The unit without what people leave out: a degree sign, blanks, "^" before a power.
static const char *plain_unit(const char *unit, unsigned flags, struct arena *scratch)
{
    char *plain = arena_alloc(scratch, strlen(unit) + 1, 1);
    char *to = plain;
    for (const char *end = unit + strlen(unit); unit < end;) {
        const char *start = unit;
        uint32_t c = text_next(&unit, end);
        if (c == 0xB0 || c == 0xBA)
            continue;
        memcpy(to, start, (size_t)(unit - start));
        to += unit - start;
    }
    return text_fold(scratch, plain, flags | FOLD_PUNCTUATION | FOLD_SPACES | FOLD_INVISIBLE,
                     NULL);
}

static bool is_same_unit(const char *unit, const char *typed, struct arena *scratch)
{
    const char *exact = plain_unit(unit, 0, scratch);
    const char *typed_exact = plain_unit(typed, 0, scratch);
    if (strcmp(plain_unit(unit, FOLD_CASE, scratch), plain_unit(typed, FOLD_CASE, scratch)) !=
        0)
        return false;
    // MW is a thousand million mW.
    return exact[0] == typed_exact[0] || (exact[0] | 0x20) != 'm' ||
           text_letters(exact) > ABBREVIATION;
}

// Whether what stands around the number is the unit of the answer, if anything.
static bool has_right_unit(const struct number_answer *wanted, const struct numeral *numeral,
                           struct arena *scratch)
{
    bool is_before = numeral->before[0] != '\0', is_after = numeral->after[0] != '\0';
    if (!is_before && !is_after)
        return true;
    if (!wanted->unit || (is_before && is_after))
        return false;
    return is_same_unit(wanted->unit, is_before ? numeral->before : numeral->after, scratch);
}

// Beyond the bound by less than the rounding of its own arithmetic is not beyond it.
static bool is_within(const struct number_answer *wanted, double value)
{
    double below = wanted->tolerance * (wanted->is_share ? fabs(wanted->min) : 1);
    double above = wanted->tolerance * (wanted->is_share ? fabs(wanted->max) : 1);
    double slack_below = 2 * DBL_EPSILON * (fabs(wanted->min) + below);
    double slack_above = 2 * DBL_EPSILON * (fabs(wanted->max) + above);
    return value >= wanted->min - below - slack_below &&
           value <= wanted->max + above + slack_above;
}

static struct numeral read_typed(const struct answer *answer, struct arena *scratch)
{
    if (answer->text_count < 1 || !answer->texts[0])
        return (struct numeral){.before = "", .after = ""};
    return numeral_read(answer->texts[0], scratch);
}

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    const struct number_answer *wanted = ask->question->number;
    struct numeral numeral = read_typed(answer, scratch);
    struct mark mark = kind_mark(0);
    if (numeral.count == 0)
        return mark;
    mark.is_ambiguous = numeral.count > 1;
    mark.value = numeral.readings[0];
    if (!has_right_unit(wanted, &numeral, scratch))
        return mark;
    for (int i = 0; i < numeral.count; i++) {
        if (is_within(wanted, numeral.readings[i])) {
            mark.value = numeral.readings[i];
            mark.credit = CREDIT_FULL;
            mark.verdict = VERDICT_EXACT;
            break;
        }
    }
    return mark;
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    struct arena scratch = {0};
    struct numeral numeral = read_typed(answer, &scratch);
    bool is_bare = numeral.before[0] == '\0' && numeral.after[0] == '\0';
    arena_free(&scratch);
    return numeral.count > 0 && (is_bare || ask->question->number->unit);
}

const struct kind_rules kind_number = {
    .name = "number",
    .mark = mark,
    .is_complete = is_complete,
};
