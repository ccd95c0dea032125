#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/json.h"
#include "cli/problems.h"
#include "cli/record.h"
#include "cli/run.h"
#include "store/card_pile.h"
#include "store/plan_past.h"
#include "store/plan_wish.h"

// What is planned with, and what came of it for the bank in hand.
struct planning {
    struct cli *cli;
    struct settings settings;
    struct record record;
    struct plan_past past;
    cJSON *list;    // of --json; NULL: words
    struct buf out; // words

    struct arena arena; // of the bank
    const struct bank *bank;
    struct plan_wish wish;
    struct plan_back back;
    struct plan_exam exam;
};

// The exam that is asked for instead of that of the settings.
static bool take_options(struct planning *p)
{
    struct date date;
    const struct option_value *minutes = &p->cli->values[OPTION_MINUTES];
    const struct option_value *exam = &p->cli->values[OPTION_EXAM];
    if (minutes->is_set)
        p->settings.minutes_a_day = (int)minutes->number;
    if (!exam->is_set && p->cli->values[OPTION_TAG].is_set) {
        fputs(_("quartet: --tag says what an exam is about; it needs --exam\n"), stderr);
        return false;
    }
    if (!exam->is_set)
        return true;
    if (!date_read(exam->text, strlen(exam->text), &date)) {
        fprintf(stderr, _("quartet: --exam is \"%s\"; write a date as 2026-05-31\n"),
                exam->text);
        return false;
    }
    date_write(date, p->settings.exam_date);
    return true;
}

static struct plan_deck deck_of(struct planning *p, const struct card_pile *pile,
                                struct plan_topics topics)
{
    struct plan_deck deck = plan_cards(pile->cards, pile->count, topics, &p->record.memory.fsrs,
                                       p->record.source.now, &p->arena);
    deck.habit = p->past.habit;
    deck.spent_ms = p->past.spent_ms;
    return deck;
}

static void work_out(struct planning *p)
{
    const struct option_value *tags = &p->cli->values[OPTION_TAG];
    int minutes = p->settings.minutes_a_day ? p->settings.minutes_a_day : PLAN_MINUTES_MOST;
    if (p->cli->values[OPTION_EXAM].is_set) {
        snprintf(p->settings.exam_bank, sizeof p->settings.exam_bank, "%s", p->bank->id);
        p->settings.exam_topics[0] = '\0';
    }
    struct card_pile pile = card_pile_make(p->bank, &p->record.memory, &p->arena);
    struct plan_deck deck = deck_of(p, &pile, (struct plan_topics){0});
    p->back = plan_back(&deck, minutes, &p->arena);
    p->wish = plan_wish_read(&p->settings, p->bank->id, &p->arena);
    if (tags->is_set)
        p->wish.topics = (struct plan_topics){tags->texts, tags->text_count};
    p->wish.has_exam = p->wish.has_exam && p->wish.exam_day >= stats_today(&p->record.source);
    if (p->wish.has_exam) {
        deck = deck_of(p, &pile, p->wish.topics);
        p->exam = plan_exam(&deck, p->wish.exam_day, minutes, &p->arena);
    }
}

static const char *date_text(struct planning *p, int64_t day)
{
    char text[DATE_ROOM];
    return arena_text(&p->arena, text, date_write(date_of(day), text));
}

static const char *number(struct planning *p, double value)
{
    return fill_number(&p->arena, (long long)floor(value + 0.5));
}

static void say(struct planning *p, const char *pattern, const char *a, const char *b,
                const char *c)
{
    buf_printf(&p->out, "  %s\n", fill_text(&p->arena, pattern, a, b, c, NULL));
}

static void print_back(struct planning *p)
{
    const struct plan_back *back = &p->back;
    const char *minutes = number(p, p->settings.minutes_a_day);
    say(p, _("due today: {1}, about {2} min"), number(p, back->today.due),
        number(p, back->today.due_minutes), NULL);
    if (!p->settings.minutes_a_day || !back->today.due)
        return;
    if (back->is_level) {
        say(p, _("{1} min a day: {2} today, level on {3}"), minutes,
            number(p, back->today.share), date_text(p, back->level_day));
    } else {
        say(p,
            back->grows ? _("{1} min a day: {2} today, and what is left over grows")
                        : _("{1} min a day: {2} today, level in more than a year"),
            minutes, number(p, back->today.share), NULL);
        if (back->enough) {
            say(p, _("{1} min a day would do: level on {2}"), number(p, back->enough),
                date_text(p, back->enough_day), NULL);
        }
    }
}

static void print_exam(struct planning *p)
{
    const struct plan_exam *exam = &p->exam;
    say(p, _("exam on {1}: about {2} % known"), date_text(p, p->wish.exam_day),
        number(p, 100 * exam->known), NULL);
    if (exam->fits) {
        say(p, _("it takes {1} min a day, with {2} new a day"), number(p, exam->minutes),
            number(p, exam->new_a_day), NULL);
        return;
    }
    say(p, _("too little time: {1} stay unseen"), number(p, exam->unseen), NULL, NULL);
    if (exam->minutes) {
        say(p, _("{1} min a day would do: about {2} % known"), number(p, exam->minutes),
            number(p, 100 * exam->known_enough), NULL);
    }
    if (exam->enough_day)
        say(p, _("or an exam on {1}"), date_text(p, exam->enough_day), NULL, NULL);
}

static void add_date(struct planning *p, cJSON *object, const char *key, bool is_there,
                     int64_t day)
{
    cJSON_AddItemToObject(
        object, key, is_there ? cJSON_CreateString(date_text(p, day)) : cJSON_CreateNull());
}

static void add_number(cJSON *object, const char *key, double value)
{
    cJSON_AddNumberToObject(object, key, floor(value * 1000 + 0.5) / 1000);
}

static void add_exam(struct planning *p, cJSON *object)
{
    const struct plan_exam *exam = &p->exam;
    if (!p->wish.has_exam) {
        cJSON_AddNullToObject(object, "exam");
        return;
    }
    cJSON *made = cJSON_AddObjectToObject(object, "exam");
    add_date(p, made, "date", true, p->wish.exam_day);
    add_number(made, "days", exam->days);
    cJSON_AddBoolToObject(made, "fits", exam->fits);
    add_number(made, "known", exam->known);
    add_number(made, "unseen", exam->unseen);
    add_number(made, "new_a_day", exam->new_a_day);
    add_number(made, "minutes_enough", exam->minutes);
    add_number(made, "known_enough", exam->known_enough);
    add_date(p, made, "date_enough", exam->enough_day > 0, exam->enough_day);
}

static void add_bank(struct planning *p)
{
    const struct plan_back *back = &p->back;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "bank", p->bank->id);
    cJSON_AddStringToObject(object, "title", p->bank->title);
    add_number(object, "due", back->today.due);
    add_number(object, "due_minutes", back->today.due_minutes);
    add_number(object, "minutes_a_day", p->settings.minutes_a_day);
    add_number(object, "today", back->today.share);
    add_date(p, object, "level", back->is_level, back->level_day);
    cJSON_AddBoolToObject(object, "grows", back->grows);
    add_number(object, "minutes_enough", back->enough);
    add_date(p, object, "level_enough", back->enough > 0, back->enough_day);
    add_exam(p, object);
    cJSON_AddItemToArray(p->list, object);
}

static void plan_all(struct planning *p)
{
    for (int i = 0; i < p->record.chosen_count; i++) {
        p->bank = p->record.chosen[i];
        work_out(p);
        if (p->list) {
            add_bank(p);
        } else {
            buf_printf(&p->out, "%s\n", p->bank->title);
            print_back(p);
            if (p->wish.has_exam)
                print_exam(p);
        }
        arena_reset(&p->arena);
    }
}

static bool make_plans(struct planning *p)
{
    struct diags diags = {.arena = &p->cli->arena};
    p->settings = settings_load(p->cli->paths.settings_file, &diags);
    problems_print(&diags, false, stderr);
    if (!take_options(p) || !record_open(&p->record, p->cli, false))
        return false;
    p->past = plan_past(&p->record.memory, p->record.source.now);
    cJSON *root = NULL;
    if (p->cli->values[OPTION_JSON].is_set) {
        root = cJSON_CreateObject();
        p->list = cJSON_AddArrayToObject(root, "plans");
    }
    plan_all(p);
    if (root) {
        json_print(root);
    } else {
        record_print(&p->out);
    }
    return true;
}

int run_plan(struct cli *cli)
{
    struct planning p = {.cli = cli};
    bool is_done = make_plans(&p);
    buf_free(&p.out);
    record_close(&p.record);
    arena_free(&p.arena);
    return is_done ? CLI_DONE : CLI_FAILED;
}
