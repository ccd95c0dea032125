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
    to->sounds = from->sounds;
    to->text_percent = from->text_percent;
    to->count = from->count;
    to->shuffle = from->shuffle;
    to->confirm_answers = from->confirm_answers;
    to->question_timer_s = from->question_timer_s;
    to->quiz_timer_s = from->quiz_timer_s;
    to->speed_bonus = from->speed_bonus;
    to->streak_bonus = from->streak_bonus;
    settings_schedule_copy(to, from);
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
        s->sounds = all.sounds;
        break;
    case SETTINGS_TEXT:
        s->text_percent = all.text_percent;
        break;
    case SETTINGS_PLAY:
        all.theme = s->theme;
        all.motion = s->motion;
        all.sounds = s->sounds;
        all.text_percent = s->text_percent;
        settings_schedule_copy(&all, s);
        copy_choices(s, &all);
        break;
    case SETTINGS_MEMORY:
        settings_schedule_copy(s, &all);
        break;
    case SETTINGS_DATA:
    case SETTINGS_TABS:
        break;
    }
}

static void change(struct settings *s, enum settings_tab tab, struct action action)
{
    int by = ui_stepper_adjust(&action);
    if (settings_schedule_step(s, action.id, by, action.arg))
        return;
    switch (action.id) {
    case SET_THEME:
        s->theme = (enum theme_choice)action.arg;
        break;
    case SET_MOTION:
        s->motion = (enum motion_choice)action.arg;
        break;
    case SET_SOUNDS:
        s->sounds = !s->sounds;
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
    return a->theme == b->theme && a->motion == b->motion && a->sounds == b->sounds &&
           a->text_percent == b->text_percent && a->count == b->count &&
           a->shuffle == b->shuffle && a->confirm_answers == b->confirm_answers &&
           a->question_timer_s == b->question_timer_s && a->quiz_timer_s == b->quiz_timer_s &&
           a->speed_bonus == b->speed_bonus && a->streak_bonus == b->streak_bonus &&
           settings_schedule_is_same(a, b);
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

/// What the fields show is what is set.
static void fill_fields(struct settings_page *page, struct settings *settings)
{
    for (int i = 0; i < SETTINGS_FIELDS; i++) {
        size_t size = 0;
        edit_set(&page->edits[i], settings_field_text(settings, SET_LEARNING_STEPS + i, &size));
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    fill_fields(self, &game->settings);
    settings_data_look(self, game);
}

/// The schedule holds from when the page is left, not from each step on the way to a value.
static void leave(void *self, struct game *game)
{
    struct settings_page *page = self;
    if (page->has_rescheduled)
        game_follow_schedule(game);
    arena_free(&page->data_arena);
    arena_free(&page->said_arena);
}

/// Types into a field: what makes sense is set at once.
static bool type(struct settings_page *page, struct settings *settings,
                 const struct action *action)
{
    struct edit *edit = &page->edits[action->id - SET_LEARNING_STEPS];
    struct arena scratch = {0};
    size_t size = 0;
    char *text = settings_field_text(settings, action->id, &size);
    bool is_seen = edit_apply(edit, action);
    if ((size_t)edit->len < size && !settings_field_fault(action->id, edit->text, &scratch))
        memcpy(text, edit->text, (size_t)edit->len + 1);
    arena_free(&scratch);
    return is_seen;
}

static struct step press_field(struct settings_page *page, struct game *game,
                               const struct action *action)
{
    const struct settings before = game->settings;
    page->typing = action->id;
    if (action->edit == EDIT_NONE)
        return (struct step){.redraw = true};
    bool is_seen = type(page, &game->settings, action);
    if (!is_same(&before, &game->settings)) {
        remember(page, &before);
        mark_changed(page, game);
        page->has_rescheduled = true;
    }
    return (struct step){.redraw = is_seen};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct settings_page *page = self;
    const struct settings before = game->settings;
    struct step step;
    switch (keyboard_update(&page->keyboard, SET_KEYS, action)) {
    case KEYBOARD_IS_DONE:
        page->typing = 0;
        return (struct step){.redraw = true};
    case KEYBOARD_CHANGED:
        return (struct step){.redraw = true};
    case KEYBOARD_OTHER:
        break;
    }
    if (action->id >= SET_LEARNING_STEPS && action->id <= SET_PARAMETERS)
        return press_field(page, game, action);
    switch (action->id) {
    case ACTION_BACK:
        if (page->typing && page->keyboard.is_called) {
            page->typing = 0;
            page->keyboard.is_called = false;
            return (struct step){.redraw = true};
        }
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        settings_data_look(page, game);
        return (struct step){.redraw = true};
    case SET_TAB:
        page->tab = (enum settings_tab)action->arg;
        page->typing = 0;
        return (struct step){.redraw = true};
    case SET_UNDO:
        if (!page->undo_count)
            return (struct step){0};
        copy_choices(&game->settings, &page->undo[--page->undo_count]);
        mark_changed(page, game);
        page->has_rescheduled |= !settings_schedule_is_same(&before, &game->settings);
        fill_fields(page, &game->settings);
        return (struct step){.redraw = true};
    default:
        break;
    }
    if (settings_data_act(page, game, action->id, &step))
        return step;
    change(&game->settings, page->tab, *action);
    if (is_same(&before, &game->settings))
        return (struct step){0};
    remember(page, &before);
    mark_changed(page, game);
    page->has_rescheduled |= !settings_schedule_is_same(&before, &game->settings);
    if (action->id == SET_RESET)
        fill_fields(page, &game->settings);
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
    {'1', 0, PAD_NONE, SET_TAB, SETTINGS_LOOK, "1–5", N_("Look, Text, Play, Memory, Data")},
    {'2', 0, PAD_NONE, SET_TAB, SETTINGS_TEXT, NULL, NULL},
    {'3', 0, PAD_NONE, SET_TAB, SETTINGS_PLAY, NULL, NULL},
    {'4', 0, PAD_NONE, SET_TAB, SETTINGS_MEMORY, NULL, NULL},
    {'5', 0, PAD_NONE, SET_TAB, SETTINGS_DATA, NULL, NULL},
    {'z', MOD_CTRL, PAD_BACK, SET_UNDO, 0, "Ctrl Z", N_("Undo the last change")},
    {'u', 0, PAD_NONE, SET_UNDO, 0, NULL, NULL},
    {0},
};

const struct screen screen_settings = {
    .name = "settings",
    .state_size = sizeof(struct settings_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
};
