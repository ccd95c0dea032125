#include "base/fill.h"
#include "base/i18n.h"
#include "screens/cards.h"

const char *cards_task(const struct cards_shown *shown, struct arena *arena)
{
    int lines = shown->faces.back.line_count;
    switch (shown->faces.task) {
    case CARD_TRUE_OR_FALSE:
        return _("True or false?");
    case CARD_CHOOSE:
        return _("Choose one.");
    case CARD_RECALL_ALL:
        return fill_text(arena, ngettext("Name {1}.", "Name all {1}.", (unsigned long)lines),
                         fill_number(arena, lines), NULL);
    case CARD_CHOOSE_ALL:
        return _("Choose all that are right.");
    case CARD_SORT:
        return _("Put in order.");
    case CARD_PAIR:
        return _("Find the pairs.");
    case CARD_FILL:
        return _("What is missing?");
    case CARD_RECALL:
        break;
    }
    return NULL;
}

const char *cards_topic(const struct cards_shown *shown)
{
    const struct question *q = shown->question;
    return q->topic_count ? shown->bank->topics[q->topics[0]] : _("Other");
}

const char *cards_source_url(const struct cards_shown *shown)
{
    const struct question_extras *extras = shown->number >= 0 ? shown->question->extras : NULL;
    return extras ? extras->source.url : NULL;
}

const char *cards_grade_name(enum fsrs_rating rating)
{
    switch (rating) {
    case FSRS_AGAIN:
        return _("Again");
    case FSRS_HARD:
        return _("Hard");
    case FSRS_GOOD:
        return _("Good");
    case FSRS_EASY:
    case FSRS_RATING_END:
        break;
    }
    return _("Easy");
}

enum {
    MINUTE_S = 60,
    HOUR_S = 3600,
    MINUTES_UNTIL_S = 2 * HOUR_S,
    DAYS_MOST = 59,
    MONTH_DAYS = 30,
    YEAR_DAYS = 365
};

/// A time in tenths of its unit, as a number: "4", "1.5".
static const char *tenths(int64_t number, struct arena *arena)
{
    if (number % 10 == 0 || number >= 100)
        return fill_number(arena, (number + 5) / 10);
    // TRANSLATORS: a number with one decimal
    return fill_text(arena, _("{1}.{2}"), fill_number(arena, number / 10),
                     fill_number(arena, number % 10), NULL);
}

static const char *step_wait(int64_t wait_ms, bool is_short, struct arena *arena)
{
    int64_t seconds = (wait_ms + 999) / 1000;
    if (seconds < MINUTE_S) {
        return fill_text(arena, is_short ? _("{1} s") : _("in {1} s"),
                         fill_number(arena, seconds), NULL);
    }
    if (seconds < MINUTES_UNTIL_S) {
        return fill_text(arena, is_short ? _("{1} min") : _("in {1} min"),
                         fill_number(arena, (seconds + MINUTE_S / 2) / MINUTE_S), NULL);
    }
    return fill_text(arena, is_short ? _("{1} h") : _("in {1} hours"),
                     fill_number(arena, (seconds + HOUR_S / 2) / HOUR_S), NULL);
}

const char *cards_wait(const struct fsrs_outcome *outcome, bool is_short, struct arena *arena)
{
    int64_t days = outcome->interval_days;
    if (!days)
        return step_wait(outcome->wait_ms, is_short, arena);
    if (days <= DAYS_MOST) {
        const char *number = fill_number(arena, days);
        return is_short ? fill_text(arena, _("{1} d"), number, NULL)
                        : fill_text(arena,
                                    ngettext("in {1} day", "in {1} days", (unsigned long)days),
                                    number, NULL);
    }
    if (days < YEAR_DAYS) {
        return fill_text(arena, is_short ? _("{1} mo") : _("in {1} months"),
                         tenths(days * 10 / MONTH_DAYS, arena), NULL);
    }
    return fill_text(arena, is_short ? _("{1} y") : _("in {1} years"),
                     tenths(days * 10 / YEAR_DAYS, arena), NULL);
}
