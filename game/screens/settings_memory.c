// The page about the memory: what can be chosen of the schedule.
#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/deck.h"
#include "core/fsrs_text.h"
#include "screens/format.h"
#include "screens/options.h"
#include "screens/settings_page.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const int new_cards[] = {0, 1, 2, 3, 5, 10, 15, 20, 30, 40, 50, 75, 100, 200, 500, 9999};
static const int review_cards[] = {0, 20, 50, 100, 150, 200, 300, 400, 500, 750, 1000, 9999};
static const int maximum_days[] = {7, 30, 90, 180, 365, 730, 1825, 3650, FSRS_INTERVAL_MOST};

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

bool settings_schedule_step(struct settings *s, int id, int by, int arg)
{
    switch (id) {
    case SET_ANSWER_CARDS:
        s->answer_cards = !s->answer_cards;
        return true;
    case SET_RETENTION:
        s->retention_percent = within(s->retention_percent + by, 70, 99);
        return true;
    case SET_NEW_CARDS:
        s->new_cards = options_step(new_cards, COUNT(new_cards), s->new_cards, by);
        return true;
    case SET_REVIEW_CARDS:
        s->review_cards = options_step(review_cards, COUNT(review_cards), s->review_cards, by);
        return true;
    case SET_CARD_ORDER:
        s->card_order = within(s->card_order + by, 0, DECK_ORDER_COUNT - 1);
        return true;
    case SET_NEW_PLACE:
        s->new_place = arg;
        return true;
    case SET_MAXIMUM:
        s->maximum_days = options_step(maximum_days, COUNT(maximum_days), s->maximum_days, by);
        return true;
    case SET_ROLLOVER:
        s->rollover_hour = within(s->rollover_hour + by, 0, 23);
        return true;
    case SET_LEECH:
        s->leech_lapses = within(s->leech_lapses + by, 0, 99);
        return true;
    case SET_FUZZ:
        s->fuzz = !s->fuzz;
        return true;
    case SET_MONOTONE:
        s->monotone = !s->monotone;
        return true;
    default:
        return false;
    }
}

static const char *days_name(int days, struct arena *arena)
{
    if (days >= FSRS_INTERVAL_MOST)
        return _("No limit");
    if (days % 365 == 0) {
        unsigned long years = (unsigned long)days / 365;
        return fill_text(arena, ngettext("{1} year", "{1} years", years),
                         fill_number(arena, (long long)years), NULL);
    }
    return fill_text(arena, ngettext("{1} day", "{1} days", (unsigned long)days),
                     fill_number(arena, days), NULL);
}

static const char *count_name(int count, struct arena *arena)
{
    return count >= 9999 ? _("No limit") : format_count(arena, count);
}

const char *settings_schedule_value(const struct settings *s, int id, struct arena *arena)
{
    static const char *const orders[DECK_ORDER_COUNT] = {
        [DECK_BY_RISK] = N_("Most at risk"),  [DECK_BY_DUE] = N_("Longest due"),
        [DECK_BY_CHANCE] = N_("At random"),   [DECK_BY_DIFFICULTY] = N_("Hardest"),
        [DECK_BY_YOUTH] = N_("Newest known"), [DECK_BY_AGE] = N_("Longest known"),
        [DECK_BY_LIST] = N_("As in the bank")};
    switch (id) {
    case SET_RETENTION:
        return fill_text(arena, "{1} %", fill_number(arena, s->retention_percent), NULL);
    case SET_NEW_CARDS:
        return count_name(s->new_cards, arena);
    case SET_REVIEW_CARDS:
        return count_name(s->review_cards, arena);
    case SET_CARD_ORDER:
        return _(orders[s->card_order]);
    case SET_MAXIMUM:
        return days_name(s->maximum_days, arena);
    case SET_ROLLOVER:
        return arena_printf(arena, "%d:00", s->rollover_hour);
    case SET_LEECH:
        if (!s->leech_lapses)
            return _("Never");
        return fill_text(arena,
                         ngettext("{1} lapse", "{1} lapses", (unsigned long)s->leech_lapses),
                         fill_number(arena, s->leech_lapses), NULL);
    default:
        return NULL;
    }
}

char *settings_field_text(struct settings *s, int id, size_t *size)
{
    switch (id) {
    case SET_LEARNING_STEPS:
        *size = sizeof s->learning_steps;
        return s->learning_steps;
    case SET_RELEARNING_STEPS:
        *size = sizeof s->relearning_steps;
        return s->relearning_steps;
    default:
        *size = sizeof s->parameters;
        return s->parameters;
    }
}

const char *settings_field_fault(int id, const char *text, struct arena *arena)
{
    struct fsrs_steps steps;
    struct fsrs_params params;
    struct settings any;
    size_t size = 0;
    settings_field_text(&any, id, &size);
    if (strlen(text) >= size)
        return _("This is too long. What was set before holds.");
    if (id != SET_PARAMETERS) {
        return fsrs_steps_read(text, &steps)
                   ? NULL
                   : _("Write waits such as 1m 10m: numbers with s, m, h or d behind them.");
    }
    switch (fsrs_params_text_read(text, &params)) {
    case FSRS_TEXT_GOOD:
        return NULL;
    case FSRS_TEXT_NO_NUMBERS:
        return _("Something in it is no number. Paste the list as the trainer wrote it.");
    case FSRS_TEXT_COUNT:
        return _("A list has 21 numbers, or 19 or 17 of older models.");
    case FSRS_TEXT_RANGE:
        break;
    }
    int at = fsrs_params_outside(&params);
    struct fsrs_range range = fsrs_params_range(at);
    return fill_text(arena, _("Number {1} has to be from {2} to {3}."),
                     fill_number(arena, at + 1), arena_printf(arena, "%g", range.least),
                     arena_printf(arena, "%g", range.most), NULL);
}

void settings_schedule_copy(struct settings *to, const struct settings *from)
{
    to->answer_cards = from->answer_cards;
    to->retention_percent = from->retention_percent;
    to->new_cards = from->new_cards;
    to->review_cards = from->review_cards;
    to->card_order = from->card_order;
    to->new_place = from->new_place;
    to->maximum_days = from->maximum_days;
    to->rollover_hour = from->rollover_hour;
    to->leech_lapses = from->leech_lapses;
    to->fuzz = from->fuzz;
    to->monotone = from->monotone;
    memcpy(to->learning_steps, from->learning_steps, sizeof to->learning_steps);
    memcpy(to->relearning_steps, from->relearning_steps, sizeof to->relearning_steps);
    memcpy(to->parameters, from->parameters, sizeof to->parameters);
}

bool settings_schedule_is_same(const struct settings *a, const struct settings *b)
{
    return a->answer_cards == b->answer_cards && a->retention_percent == b->retention_percent &&
           a->new_cards == b->new_cards && a->review_cards == b->review_cards &&
           a->card_order == b->card_order && a->new_place == b->new_place &&
           a->maximum_days == b->maximum_days && a->rollover_hour == b->rollover_hour &&
           a->leech_lapses == b->leech_lapses && a->fuzz == b->fuzz &&
           a->monotone == b->monotone && strcmp(a->learning_steps, b->learning_steps) == 0 &&
           strcmp(a->relearning_steps, b->relearning_steps) == 0 &&
           strcmp(a->parameters, b->parameters) == 0;
}
