// Plan: what so many minutes a day, and an exam on such a day, mean for the cards of a bank.
#include "screens/plan_page.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/options.h"
#include "screens/screen.h"
#include "ui/control.h"

enum { WEEK = 7 };

bool plan_page_has_exam(const struct plan_page *page)
{
    return page->exam_day >= page->today;
}

bool plan_page_has_topic(const struct plan_page *page)
{
    for (int i = 0; i < page->topic_count; i++) {
        if (page->topics[i].is_on)
            return true;
    }
    return page->topic_count == 0;
}

static bool are_all_on(const struct plan_page *page)
{
    for (int i = 0; i < page->topic_count; i++) {
        if (!page->topics[i].is_on)
            return false;
    }
    return true;
}

static bool is_kept(const struct memory *memory)
{
    return memory && memory->journal;
}

static void list_topics(struct plan_page *page)
{
    const struct bank *bank = page->bank;
    bool has_untagged = false;
    for (int i = 0; i < bank->question_count; i++)
        has_untagged = has_untagged || !bank->questions[i].topic_count;
    page->topics = ARENA_ARRAY(&page->arena, bank->topic_count + 1, struct plan_topic);
    page->topic_count = bank->topic_count + (bank->topic_count && has_untagged);
    for (int i = 0; i < page->topic_count; i++) {
        bool is_tag = i < bank->topic_count;
        page->topics[i].name = is_tag ? bank->topics[i] : "Other";
        page->topics[i].shown = is_tag ? bank->topics[i] : _("Other");
    }
}

static bool is_among(const struct plan_topics *topics, const char *name)
{
    for (int i = 0; i < topics->count; i++) {
        if (strcmp(topics->names[i], name) == 0)
            return true;
    }
    return topics->count == 0;
}

/// The exam as the settings have it.
static void read_exam(struct plan_page *page, const struct settings *s)
{
    struct arena scratch = {0};
    const struct plan_wish wish = plan_wish_read(s, page->bank->id, &scratch);
    const struct plan_wish other = plan_wish_read(s, s->exam_bank, &scratch);
    page->exam_day = wish.has_exam ? wish.exam_day : -1;
    page->other_exam_day = other.has_exam && !wish.has_exam ? other.exam_day : -1;
    for (int i = 0; i < page->topic_count; i++)
        page->topics[i].is_on = is_among(&wish.topics, page->topics[i].name);
    // The bank may have been edited since: topics that there are not any more ask for nothing.
    bool has_topic = plan_page_has_topic(page);
    for (int i = 0; i < page->topic_count && !has_topic; i++)
        page->topics[i].is_on = true;
    arena_free(&scratch);
}

static struct plan_deck deck_of(const struct plan_page *page, struct plan_topics topics,
                                struct arena *arena)
{
    struct plan_deck deck =
        plan_cards(page->pile.cards, page->pile.count, topics, &page->fsrs, page->now, arena);
    deck.habit = page->past.habit;
    deck.spent_ms = page->past.spent_ms;
    return deck;
}

static void foretell_back(struct plan_page *page, const struct settings *s)
{
    struct arena scratch = {0};
    struct plan_deck deck = deck_of(page, (struct plan_topics){0}, &scratch);
    int minutes = s->minutes_a_day ? s->minutes_a_day : PLAN_MINUTES_MOST;
    page->back = plan_back(&deck, minutes, &scratch);
    arena_free(&scratch);
}

static void foretell_exam(struct plan_page *page, const struct settings *s)
{
    if (!plan_page_has_exam(page) || !plan_page_has_topic(page))
        return;
    struct arena scratch = {0};
    const char **names = ARENA_ARRAY(&scratch, page->topic_count + 1, const char *);
    struct plan_topics topics = {.names = names};
    for (int i = 0; i < page->topic_count && !are_all_on(page); i++) {
        if (page->topics[i].is_on)
            names[topics.count++] = page->topics[i].name;
    }
    struct plan_deck deck = deck_of(page, topics, &scratch);
    int minutes = s->minutes_a_day ? s->minutes_a_day : PLAN_MINUTES_MOST;
    page->exam = plan_exam(&deck, page->exam_day, minutes, &scratch);
    arena_free(&scratch);
}

/// Looks at the bank that is chosen.
static void look_at(struct plan_page *page, struct game *game)
{
    arena_reset(&page->arena);
    bool is_caught_up = is_kept(game->memory) && memory_catch_up(game->memory);
    page->bank = game_bank(game);
    page->pile = (struct card_pile){0};
    page->topic_count = 0;
    page->exam_day = page->other_exam_day = -1;
    if (!page->bank)
        return;
    page->now = game_wall(game);
    page->fsrs = game_schedule(game);
    page->today = fsrs_days_number(page->fsrs.options.days, page->now);
    page->pile = card_pile_make(page->bank, is_caught_up ? game->memory : NULL, &page->arena);
    page->past = plan_past(is_caught_up ? game->memory : NULL, page->now);
    list_topics(page);
    read_exam(page, &game->settings);
    foretell_back(page, &game->settings);
    foretell_exam(page, &game->settings);
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    look_at(self, game);
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct plan_page *page = self;
    arena_free(&page->arena);
}

static struct plan_choice choice_of(const struct settings *s)
{
    struct plan_choice choice = {.minutes_a_day = s->minutes_a_day};
    snprintf(choice.exam_bank, sizeof choice.exam_bank, "%s", s->exam_bank);
    snprintf(choice.exam_date, sizeof choice.exam_date, "%s", s->exam_date);
    snprintf(choice.exam_topics, sizeof choice.exam_topics, "%s", s->exam_topics);
    return choice;
}

static void choose(struct settings *s, const struct plan_choice *choice)
{
    s->minutes_a_day = choice->minutes_a_day;
    snprintf(s->exam_bank, sizeof s->exam_bank, "%s", choice->exam_bank);
    snprintf(s->exam_date, sizeof s->exam_date, "%s", choice->exam_date);
    snprintf(s->exam_topics, sizeof s->exam_topics, "%s", choice->exam_topics);
}

static bool is_same(const struct plan_choice *a, const struct plan_choice *b)
{
    return a->minutes_a_day == b->minutes_a_day && strcmp(a->exam_bank, b->exam_bank) == 0 &&
           strcmp(a->exam_date, b->exam_date) == 0 &&
           strcmp(a->exam_topics, b->exam_topics) == 0;
}

/// Writes the topics that are on. Returns false if they find no room.
static bool write_topics(const struct plan_page *page, struct plan_choice *choice)
{
    char list[sizeof choice->exam_topics] = "";
    size_t len = 0;
    for (int i = 0; i < page->topic_count && !are_all_on(page); i++) {
        const char *name = page->topics[i].name;
        size_t more = strlen(name) + (len > 0);
        if (!page->topics[i].is_on)
            continue;
        if (len + more >= sizeof list)
            return false;
        if (len)
            list[len] = '\n';
        memcpy(list + len + (len > 0), name, strlen(name) + 1);
        len += more;
    }
    memcpy(choice->exam_topics, list, sizeof list);
    return true;
}

/// Steps the day of the exam: none, then from today to as far as forecasts reach.
static void step_exam(const struct plan_page *page, struct plan_choice *choice, int by)
{
    int64_t last = page->today + PLAN_DAYS;
    int64_t from = plan_page_has_exam(page) ? page->exam_day : page->today;
    int64_t day = from + by > last ? last : from + by;
    if (by < 0 && page->exam_day < 0)
        return;
    choice->exam_bank[0] = choice->exam_date[0] = choice->exam_topics[0] = '\0';
    if (day < page->today || (day == page->today && by == -WEEK))
        return;
    snprintf(choice->exam_bank, sizeof choice->exam_bank, "%s", page->bank->id);
    date_write(date_of(day), choice->exam_date);
    write_topics(page, choice);
}

static void toggle_topics(struct plan_page *page, struct plan_choice *choice, int id, int arg)
{
    bool is_on = !are_all_on(page);
    for (int i = 0; i < page->topic_count && id == PLAN_ALL; i++)
        page->topics[i].is_on = is_on;
    if (id == PLAN_TOPIC && arg >= 0 && arg < page->topic_count) {
        page->topics[arg].is_on = !page->topics[arg].is_on;
        page->is_crowded = plan_page_has_topic(page) && !write_topics(page, choice);
        if (page->is_crowded)
            page->topics[arg].is_on = !page->topics[arg].is_on;
    } else if (plan_page_has_topic(page)) {
        write_topics(page, choice);
    }
}

static void follow(struct game *game, const struct plan_choice *choice)
{
    choose(&game->settings, choice);
    game->settings_changed = true;
    game_outlook_is_old(game);
}

static void remember(struct plan_page *page, const struct plan_choice *before)
{
    if (page->undo_count == PLAN_UNDO_MOST) {
        page->undo_count--;
        memmove(page->undo, page->undo + 1, (size_t)page->undo_count * sizeof *page->undo);
    }
    page->undo[page->undo_count++] = *before;
}

static struct step undo(struct plan_page *page, struct game *game)
{
    if (!page->undo_count)
        return (struct step){0};
    follow(game, &page->undo[--page->undo_count]);
    read_exam(page, &game->settings);
    foretell_back(page, &game->settings);
    foretell_exam(page, &game->settings);
    return (struct step){.redraw = true};
}

static struct step change(struct plan_page *page, struct game *game, struct action action)
{
    const struct plan_choice before = choice_of(&game->settings);
    struct plan_choice choice = before;
    int by = ui_stepper_adjust(&action);
    page->is_crowded = false;
    bool is_exam_there = plan_page_has_exam(page);
    switch (action.id) {
    case PLAN_MINUTES:
        options_step_minutes_a_day(&game->settings, by);
        choice.minutes_a_day = game->settings.minutes_a_day;
        break;
    case PLAN_EXAM:
        if (by)
            step_exam(page, &choice, by * WEEK);
        break;
    case PLAN_DAY:
        if (by && is_exam_there && page->exam_day + by >= page->today)
            step_exam(page, &choice, by);
        break;
    default:
        if (is_exam_there)
            toggle_topics(page, &choice, action.id, action.arg);
        break;
    }
    bool is_topic = action.id == PLAN_TOPIC || action.id == PLAN_ALL;
    if (is_same(&before, &choice) && !is_topic)
        return (struct step){0};
    if (!is_same(&before, &choice)) {
        remember(page, &before);
        follow(game, &choice);
    }
    if (!is_topic)
        read_exam(page, &game->settings);
    if (action.id == PLAN_MINUTES)
        foretell_back(page, &game->settings);
    foretell_exam(page, &game->settings);
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct plan_page *page = self;
    switch (action->id) {
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
    case ACTION_RELOADED:
        look_at(page, game);
        return (struct step){.redraw = true};
    case PLAN_OPEN:
        return (struct step){.kind = STEP_PUSH,
                             .to = game->library.count ? SCREEN_PICK : SCREEN_OPEN};
    case PLAN_UNDO:
        return undo(page, game);
    case PLAN_MINUTES:
    case PLAN_EXAM:
    case PLAN_DAY:
    case PLAN_TOPIC:
    case PLAN_ALL:
        return page->bank ? change(page, game, *action) : (struct step){0};
    default:
        return (struct step){0};
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    plan_page_view(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)game;
    (void)ui;
    const struct plan_page *page = self;
    switch (row->id) {
    case PLAN_UNDO:
        return page->undo_count > 0;
    case PLAN_ALL:
        return plan_page_has_exam(page) && page->topic_count > 1;
    default:
        return true;
    }
}

static const struct shortcut shortcuts[] = {
    {'a', MOD_CTRL, PAD_WEST, PLAN_ALL, 0, "Ctrl A", N_("All topics, or none")},
    {'z', MOD_CTRL, PAD_BACK, PLAN_UNDO, 0, "Ctrl Z", N_("Undo the last change")},
    {'u', 0, PAD_NONE, PLAN_UNDO, 0, NULL, NULL},
    {0},
};

const struct screen screen_plan = {
    .name = "plan",
    .state_size = sizeof(struct plan_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
};
