#include "base/fill.h"
#include "base/i18n.h"
#include "core/interval.h"
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

/// "4", "1.5".
static const char *interval_number(struct interval interval, struct arena *arena)
{
    const char *whole = fill_number(arena, interval.tenths / 10);
    if (interval.tenths % 10 == 0)
        return whole;
    // TRANSLATORS: a number with one decimal
    return fill_text(arena, _("{1}.{2}"), whole, fill_number(arena, interval.tenths % 10),
                     NULL);
}

static const char *brief_pattern(enum interval_unit unit)
{
    switch (unit) {
    case INTERVAL_SECONDS:
        return _("{1} s");
    case INTERVAL_MINUTES:
        return _("{1} min");
    case INTERVAL_HOURS:
        return _("{1} h");
    case INTERVAL_DAYS:
        return _("{1} d");
    case INTERVAL_MONTHS:
        return _("{1} mo");
    case INTERVAL_YEARS:
        break;
    }
    return _("{1} y");
}

static const char *pattern(struct interval interval)
{
    switch (interval.unit) {
    case INTERVAL_SECONDS:
        return _("in {1} s");
    case INTERVAL_MINUTES:
        return _("in {1} min");
    case INTERVAL_HOURS:
        return _("in {1} hours");
    case INTERVAL_DAYS:
        return ngettext("in {1} day", "in {1} days", (unsigned long)(interval.tenths / 10));
    case INTERVAL_MONTHS:
        return _("in {1} months");
    case INTERVAL_YEARS:
        break;
    }
    return _("in {1} years");
}

const char *cards_wait(const struct fsrs_outcome *outcome, bool is_short, struct arena *arena)
{
    struct interval interval = interval_of(outcome);
    return fill_text(arena, is_short ? brief_pattern(interval.unit) : pattern(interval),
                     interval_number(interval, arena), NULL);
}
