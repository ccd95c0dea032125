#include "screens/options.h"

#include <limits.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/pick.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const int counts[] = {5, 10, 20, 30, 50, INT_MAX};
static const int question_times_s[] = {0, 10, 15, 20, 30, 45, 60, 90, 120};
static const int quiz_times_s[] = {0, 60, 120, 300, 600, 900, 1200, 1800, 2700, 3600};
static const int minutes_a_day[] = {0,  5,  10, 15, 20,  25,  30,  40,
                                    50, 60, 75, 90, 120, 150, 180, 240};
static const int text_sizes[] = {100, 115, 130, 150, 175, 200};

static const struct {
    int question_s, quiz_s;
} timers[] = {{0, 0},  {10, 0},  {20, 0},  {30, 0},   {45, 0},
              {60, 0}, {0, 300}, {0, 600}, {0, 1200}, {0, 1800}};

int options_step(const int *values, int count, int now, int by)
{
    int at = 0;
    while (at < count && values[at] < now)
        at++;
    bool is_between = at < count && values[at] != now;
    if (!is_between || by < 0)
        at += by;
    return values[at < 0 ? 0 : at >= count ? count - 1 : at];
}

void options_step_count(struct settings *settings, int by)
{
    int now = settings->count ? settings->count : INT_MAX;
    int next = options_step(counts, COUNT(counts), now, by);
    settings->count = next == INT_MAX ? 0 : next;
}

void options_step_question_timer(struct settings *settings, int by)
{
    settings->question_timer_s =
        options_step(question_times_s, COUNT(question_times_s), settings->question_timer_s, by);
}

void options_step_quiz_timer(struct settings *settings, int by)
{
    settings->quiz_timer_s =
        options_step(quiz_times_s, COUNT(quiz_times_s), settings->quiz_timer_s, by);
}

void options_step_text_size(struct settings *settings, int by)
{
    settings->text_percent =
        options_step(text_sizes, COUNT(text_sizes), settings->text_percent, by);
}

void options_step_minutes_a_day(struct settings *settings, int by)
{
    settings->minutes_a_day =
        options_step(minutes_a_day, COUNT(minutes_a_day), settings->minutes_a_day, by);
}

void options_next_difficulty(struct settings *settings)
{
    int next = settings->difficulty + 1;
    settings->difficulty = next < DIFFICULTY_COUNT ? next : PICK_ANY_DIFFICULTY;
}

void options_next_timer(struct settings *settings)
{
    int next = 0;
    for (int i = 0; i < COUNT(timers); i++) {
        if (timers[i].question_s == settings->question_timer_s &&
            timers[i].quiz_s == settings->quiz_timer_s)
            next = (i + 1) % COUNT(timers);
    }
    settings->question_timer_s = timers[next].question_s;
    settings->quiz_timer_s = timers[next].quiz_s;
}

const char *options_count_name(const struct settings *settings, struct arena *arena)
{
    return settings->count ? fill_number(arena, settings->count) : _("All");
}

const char *options_time_name(int seconds, struct arena *arena)
{
    if (!seconds)
        return _("Off");
    if (seconds % 60 == 0 && seconds > 60) {
        unsigned long minutes = (unsigned long)seconds / 60;
        return fill_text(arena, ngettext("{1} minute", "{1} minutes", minutes),
                         fill_number(arena, (long long)minutes), NULL);
    }
    return fill_text(arena, ngettext("{1} second", "{1} seconds", (unsigned long)seconds),
                     fill_number(arena, seconds), NULL);
}

const char *options_difficulty_name(const struct settings *settings)
{
    static const char *const names[DIFFICULTY_COUNT] = {
        [DIFFICULTY_EASY] = N_("easy"),
        [DIFFICULTY_MEDIUM] = N_("medium"),
        [DIFFICULTY_HARD] = N_("hard"),
    };
    bool is_one = settings->difficulty >= 0 && settings->difficulty < DIFFICULTY_COUNT;
    return is_one ? _(names[settings->difficulty]) : _("all");
}

static const char *quiz_time(int seconds, struct arena *arena)
{
    if (seconds % 60)
        return fill_text(arena, _("{1} s in all"), fill_number(arena, seconds), NULL);
    return fill_text(arena, _("{1} min in all"), fill_number(arena, seconds / 60), NULL);
}

const char *options_timer_name(const struct settings *settings, struct arena *arena)
{
    const char *each = NULL, *all = NULL;
    if (settings->question_timer_s) {
        each = fill_text(arena, _("{1} s a question"),
                         fill_number(arena, settings->question_timer_s), NULL);
    }
    if (settings->quiz_timer_s)
        all = quiz_time(settings->quiz_timer_s, arena);
    if (each && all)
        return arena_printf(arena, "%s, %s", each, all);
    if (each || all)
        return each ? each : all;
    return _("off");
}
