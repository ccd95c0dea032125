#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/date_words.h"
#include "screens/format.h"
#include "screens/plan_page.h"

static const char *number(struct arena *arena, int64_t value)
{
    return format_count(arena, value);
}

static const char *minutes_text(struct arena *arena, int minutes)
{
    return fill_text(arena, ngettext("{1} minute", "{1} minutes", (unsigned long)minutes),
                     number(arena, minutes), NULL);
}

static const char *cards_text(struct arena *arena, int cards)
{
    return fill_text(arena, ngettext("{1} card", "{1} cards", (unsigned long)cards),
                     number(arena, cards), NULL);
}

/// Minutes that are worked out: of a part of one one has to be taken.
static int whole(double minutes)
{
    return minutes <= 1 ? 1 : (int)ceil(minutes - 0.5);
}

static const char *percent(struct arena *arena, double share)
{
    return fill_text(arena, _("{1} %"), number(arena, (int64_t)floor(100 * share + 0.5)), NULL);
}

const char *plan_words_when(const struct plan_page *page, int64_t day, struct arena *arena)
{
    int64_t days = day - page->today;
    if (days == 0)
        return _("today");
    if (days == 1)
        return _("tomorrow");
    int64_t count = days < 0 ? -days : days;
    const char *text = days < 0 ? ngettext("{1} day ago", "{1} days ago", (unsigned long)count)
                                : ngettext("in {1} day", "in {1} days", (unsigned long)count);
    return fill_text(arena, text, number(arena, count), NULL);
}

/// Sentences that are being collected.
struct speech {
    struct plan_words *words;
    int count;
};

static void say(struct speech *speech, enum plan_tone tone, const char *text)
{
    if (speech->count < PLAN_WORDS_MOST)
        speech->words[speech->count++] = (struct plan_words){tone, text};
}

static void say_due(const struct plan_page *page, struct arena *arena, struct speech *speech)
{
    const struct plan_today *today = &page->back.today;
    if (!today->due) {
        say(speech, PLAN_STRESSES, _("Nothing is due today."));
        return;
    }
    say(speech, PLAN_STRESSES,
        fill_text(arena, _("Due today: {1}, about {2}."), cards_text(arena, today->due),
                  minutes_text(arena, whole(today->due_minutes)), NULL));
}

/// When what has piled up is done.
static void say_way_back(const struct plan_page *page, int minutes, struct arena *arena,
                         struct speech *speech)
{
    const struct plan_back *back = &page->back;
    const char *given = minutes_text(arena, minutes);
    if (back->is_level) {
        say(speech, PLAN_SAYS,
            fill_text(arena, _("You are level again {1}, on {2}. New cards wait until then."),
                      plan_words_when(page, back->level_day, arena),
                      date_words_day(arena, back->level_day), NULL));
        return;
    }
    say(speech, PLAN_WARNS,
        fill_text(arena,
                  back->grows
                      ? _("At {1} a day what is left over grows.")
                      : _("At {1} a day it takes longer than a year to be level again."),
                  given, NULL));
    if (!back->enough) {
        say(speech, PLAN_SAYS,
            _("Not even all day would do: put away cards that you can do without."));
        return;
    }
    say(speech, PLAN_SAYS,
        fill_text(arena, _("{1} a day would do: you would be level on {2}."),
                  minutes_text(arena, back->enough), date_words_day(arena, back->enough_day),
                  NULL));
}

int plan_words_of_minutes(const struct plan_page *page, int minutes, struct arena *arena,
                          struct plan_words words[PLAN_WORDS_MOST])
{
    struct speech speech = {.words = words};
    const struct plan_today *today = &page->back.today;
    if (!minutes || today->share == today->due) {
        say_due(page, arena, &speech);
        if (!minutes) {
            say(&speech, PLAN_SAYS,
                _("With a number of minutes no day asks for more, however much has piled up."));
        } else {
            say(&speech, PLAN_SAYS, _("You are level: nothing is left over today."));
        }
        return speech.count;
    }
    if (today->share) {
        say(&speech, PLAN_STRESSES,
            fill_text(arena,
                      _("Today {1} of {2}: first those that you are most likely to forget."),
                      number(arena, today->share), cards_text(arena, today->due), NULL));
    } else {
        say(&speech, PLAN_STRESSES,
            fill_text(arena, _("Your minutes of today are over. Left over: {1}."),
                      cards_text(arena, today->due), NULL));
    }
    say_way_back(page, minutes, arena, &speech);
    return speech.count;
}

static void say_what_it_takes(const struct plan_page *page, struct arena *arena,
                              struct speech *speech)
{
    const struct plan_exam *exam = &page->exam;
    const char *minutes = minutes_text(arena, exam->minutes);
    if (exam->new_a_day) {
        const char *text = ngettext("It takes {1} a day, with {2} new card a day.",
                                    "It takes {1} a day, with {2} new cards a day.",
                                    (unsigned long)exam->new_a_day);
        say(speech, PLAN_SAYS,
            fill_text(arena, text, minutes, number(arena, exam->new_a_day), NULL));
    } else {
        say(speech, PLAN_SAYS, fill_text(arena, _("It takes {1} a day."), minutes, NULL));
    }
}

/// Why it can't be done.
static void say_what_is_missing(const struct plan_page *page, int minutes, struct arena *arena,
                                struct speech *speech)
{
    const struct plan_exam *exam = &page->exam;
    const char *given = minutes_text(arena, minutes);
    if (!exam->minutes) {
        say(speech, PLAN_WARNS,
            _("There is not enough time: not even all day, each day, would do."));
    } else if (exam->unseen) {
        const char *text = ngettext("Not enough: at {1} a day {2} card would stay unseen.",
                                    "Not enough: at {1} a day {2} cards would stay unseen.",
                                    (unsigned long)exam->unseen);
        say(speech, PLAN_WARNS,
            fill_text(arena, text, given, number(arena, exam->unseen), NULL));
    } else {
        say(speech, PLAN_WARNS,
            fill_text(arena, _("Not enough: at {1} a day cards would be left over."), given,
                      NULL));
    }
}

static void say_what_would_do(const struct plan_page *page, int minutes, struct arena *arena,
                              struct speech *speech)
{
    const struct plan_exam *exam = &page->exam;
    const char *more = minutes_text(arena, exam->minutes);
    const char *given = minutes_text(arena, minutes);
    const char *known = percent(arena, exam->known_enough);
    const char *day = exam->enough_day ? date_words_day(arena, exam->enough_day) : NULL;
    if (exam->minutes && day) {
        say(speech, PLAN_SAYS,
            fill_text(arena,
                      _("{1} a day would do: you would know {2}. Or {3} a day, for an exam on "
                        "{4}."),
                      more, known, given, day, NULL));
    } else if (exam->minutes) {
        say(speech, PLAN_SAYS,
            fill_text(arena, _("{1} a day would do: you would know {2}."), more, known, NULL));
    } else if (day) {
        say(speech, PLAN_SAYS,
            fill_text(arena, _("{1} a day would do for an exam on {2}."), given, day, NULL));
    }
}

static void say_exam(const struct plan_page *page, int minutes, struct arena *arena,
                     struct speech *speech)
{
    const struct plan_exam *exam = &page->exam;
    const char *known = percent(arena, exam->known);
    if (exam->days == 0) {
        say(speech, PLAN_STRESSES,
            fill_text(arena, _("The exam is today. You know about {1}."), known, NULL));
        if (exam->unseen) {
            const char *text = ngettext("{1} card is new to you.", "{1} cards are new to you.",
                                        (unsigned long)exam->unseen);
            say(speech, PLAN_WARNS, fill_text(arena, text, number(arena, exam->unseen), NULL));
        }
        return;
    }
    say(speech, PLAN_STRESSES,
        fill_text(arena, _("You will know about {1} on the day."), known, NULL));
    if (exam->fits) {
        say_what_it_takes(page, arena, speech);
        return;
    }
    int given = minutes ? minutes : PLAN_MINUTES_MOST;
    say_what_is_missing(page, given, arena, speech);
    say_what_would_do(page, given, arena, speech);
}

int plan_words_of_exam(const struct plan_page *page, int minutes, struct arena *arena,
                       struct plan_words words[PLAN_WORDS_MOST])
{
    struct speech speech = {.words = words};
    if (page->is_crowded) {
        say(&speech, PLAN_WARNS,
            _("These are more topics than can be kept: choose fewer, or all."));
    }
    if (plan_page_has_exam(page) && !plan_page_has_topic(page)) {
        say(&speech, PLAN_WARNS, _("Choose at least one topic"));
    } else if (plan_page_has_exam(page)) {
        say_exam(page, minutes, arena, &speech);
    } else if (page->exam_day >= 0) {
        say(&speech, PLAN_SAYS,
            fill_text(arena, _("The exam was on {1}."), date_words_day(arena, page->exam_day),
                      NULL));
    } else if (page->other_exam_day >= page->today) {
        say(&speech, PLAN_SAYS,
            fill_text(arena,
                      _("There is an exam in another bank, on {1}. One here would take its "
                        "place."),
                      date_words_day(arena, page->other_exam_day), NULL));
    } else {
        say(&speech, PLAN_SAYS,
            _("Set a date to see what it takes and how much you will know."));
    }
    return speech.count;
}
