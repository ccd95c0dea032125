// Settings: each change acts at once, is saved at once, and can be undone.
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/options.h"
#include "screens/screen.h"
#include "screens/settings_page.h"
#include "ui/control.h"

/// Takes what this page can change from `from`; window and last bank are not its business.
static void copy_choices(struct settings *to, const struct settings *from)
{
    to->theme = from->theme;
    to->motion = from->motion;
    to->text_percent = from->text_percent;
    to->count = from->count;
    to->shuffle = from->shuffle;
    to->confirm_answers = from->confirm_answers;
    to->question_timer_s = from->question_timer_s;
    to->quiz_timer_s = from->quiz_timer_s;
    to->speed_bonus = from->speed_bonus;
    to->streak_bonus = from->streak_bonus;
}

static void reset(struct settings *s, enum settings_tab tab)
{
    const struct settings fresh = settings_default();
    struct settings all = *s;
    copy_choices(&all, &fresh);
    switch (tab) {
    case SETTINGS_LOOK:
        s->theme = all.theme;
        s->motion = all.motion;
        break;
    case SETTINGS_TEXT:
        s->text_percent = all.text_percent;
        break;
    case SETTINGS_PLAY:
        all.theme = s->theme;
        all.motion = s->motion;
        all.text_percent = s->text_percent;
        copy_choices(s, &all);
        break;
    case SETTINGS_TABS:
        break;
    }
}

static void change(struct settings *s, enum settings_tab tab, struct action action)
{
    int by = ui_stepper_adjust(&action);
    switch (action.id) {
    case SET_THEME:
        s->theme = (enum theme_choice)action.arg;
        break;
    case SET_MOTION:
        s->motion = (enum motion_choice)action.arg;
        break;
    case SET_TEXT_SIZE:
        options_step_text_size(s, by);
        break;
    case SET_COUNT:
        options_step_count(s, by);
        break;
    case SET_SHUFFLE:
        s->shuffle = !s->shuffle;
        break;
    case SET_CONFIRM:
        s->confirm_answers = !s->confirm_answers;
        break;
    case SET_QUESTION_TIMER:
        options_step_question_timer(s, by);
        break;
    case SET_QUIZ_TIMER:
        options_step_quiz_timer(s, by);
        break;
    case SET_SPEED:
        s->speed_bonus = !s->speed_bonus;
        break;
    case SET_STREAK:
        s->streak_bonus = !s->streak_bonus;
        break;
    case SET_RESET:
        reset(s, tab);
        break;
    default:
        break;
    }
}

static bool is_same(const struct settings *a, const struct settings *b)
{
    return a->theme == b->theme && a->motion == b->motion &&
           a->text_percent == b->text_percent && a->count == b->count &&
           a->shuffle == b->shuffle && a->confirm_answers == b->confirm_answers &&
           a->question_timer_s == b->question_timer_s && a->quiz_timer_s == b->quiz_timer_s &&
           a->speed_bonus == b->speed_bonus && a->streak_bonus == b->streak_bonus;
}

static void remember(struct settings_page *page, const struct settings *before)
{
    if (page->undo_count == SETTINGS_UNDO_MAX) {
        page->undo_count--;
        memmove(page->undo, page->undo + 1, (size_t)page->undo_count * sizeof *page->undo);
    }
    page->undo[page->undo_count++] = *before;
}

static void mark_changed(struct settings_page *page, struct game *game)
{
    page->has_changed = true;
    game->settings_changed = true;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct settings_page *page = self;
    const struct settings before = game->settings;
    switch (action->id) {
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    case SET_TAB:
        page->tab = (enum settings_tab)action->arg;
        return (struct step){.redraw = true};
    case SET_UNDO:
        if (!page->undo_count)
            return (struct step){0};
        copy_choices(&game->settings, &page->undo[--page->undo_count]);
        mark_changed(page, game);
        return (struct step){.redraw = true};
    default:
        break;
    }
    change(&game->settings, page->tab, *action);
    if (is_same(&before, &game->settings))
        return (struct step){0};
    remember(page, &before);
    mark_changed(page, game);
    return (struct step){.redraw = true};
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    settings_page_view(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)game;
    (void)ui;
    const struct settings_page *page = self;
    return row->id != SET_UNDO || page->undo_count;
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, SET_TAB, SETTINGS_LOOK, "1–3", N_("Look, Text, Play")},
    {'2', 0, PAD_NONE, SET_TAB, SETTINGS_TEXT, NULL, NULL},
    {'3', 0, PAD_NONE, SET_TAB, SETTINGS_PLAY, NULL, NULL},
    {'z', MOD_CTRL, PAD_BACK, SET_UNDO, 0, "Ctrl Z", N_("Undo the last change")},
    {'u', 0, PAD_NONE, SET_UNDO, 0, NULL, NULL},
    {0},
};

const struct screen screen_settings = {
    .name = "settings",
    .state_size = sizeof(struct settings_page),
    .shortcuts = shortcuts,
    .update = update,
    .view = view,
    .works = works,
};
