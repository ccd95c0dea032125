// Who plays: those that there are, and a new one.
#include "screens/learners.h"

#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/form.h"
#include "screens/game.h"
#include "screens/screen.h"

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)self, (void)now_ms;
    game_find_learners(game);
}

/// Home is another learner's then, and all that lay on it was of the one before.
static struct step play_as(struct learners_page *page, struct game *game, const char *name)
{
    if (strcmp(name, game->journal->learner) == 0)
        return (struct step){.kind = STEP_BACK};
    if (game_play_as(game, name))
        return (struct step){.kind = STEP_HOME};
    page->fault = _("That cannot be done now. What was answered has to be saved first.");
    return (struct step){.redraw = true};
}

/// What was typed, without blanks around it; NULL, with the reason said, if it is no name.
static const char *name_typed(struct learners_page *page, const struct game *game,
                              struct arena *arena)
{
    const char *text = page->edit.text + strspn(page->edit.text, " ");
    size_t len = strlen(text);
    while (len && text[len - 1] == ' ')
        len--;
    page->fault = NULL;
    if (!len)
        page->fault = _("Type a name first.");
    if (len >= sizeof game->settings.learner)
        page->fault = _("This name is too long. Type a shorter one.");
    return page->fault ? NULL : arena_text(arena, text, len);
}

static struct step add(struct learners_page *page, struct game *game)
{
    struct arena scratch = {0};
    const char *name = name_typed(page, game, &scratch);
    struct step step = {.redraw = true};
    if (name) {
        step = play_as(page, game, name);
    } else if (!page->is_typing) {
        page->is_typing = true; // a pad gets the screen keyboard now
        page->fault = NULL;
        step.focus = (struct ui_id){LEARNERS_FIELD, 0};
    }
    arena_free(&scratch);
    return step;
}

static struct step stop_typing(struct learners_page *page)
{
    page->is_typing = false;
    page->keyboard.is_called = false;
    page->fault = NULL;
    edit_set(&page->edit, "");
    return (struct step){.redraw = true, .focus = {LEARNERS_FIELD, 0}};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct learners_page *page = self;
    switch (keyboard_update(&page->keyboard, LEARNERS_KEYS, action)) {
    case KEYBOARD_IS_DONE:
        return add(page, game);
    case KEYBOARD_CHANGED:
        page->is_typing = true;
        if (action->arg == KEYBOARD_CALL)
            return (struct step){.redraw = true, .focus = {LEARNERS_FIELD, 0}};
        return (struct step){.redraw = true};
    case KEYBOARD_OTHER:
        break;
    }
    switch (action->id) {
    case ACTION_BACK:
        return page->is_typing ? stop_typing(page) : (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    case LEARNERS_FIELD:
        page->is_typing = true;
        page->fault = NULL;
        edit_apply(&page->edit, action);
        return (struct step){.redraw = true};
    case LEARNERS_ADD:
        return add(page, game);
    case LEARNERS_ROW:
        if (action->arg >= 0 && action->arg < game->learners.count)
            return play_as(page, game, game->learners.names[action->arg]);
        break;
    default:
        break;
    }
    return (struct step){0};
}

static const struct row *list_rows(const struct game *game, struct arena *arena, int *at)
{
    const struct learners *learners = &game->learners;
    struct row *rows = ARENA_ARRAY(arena, learners->count + 1, struct row);
    *at = 0;
    for (int i = 0; i < learners->count; i++) {
        bool plays = strcmp(learners->names[i], game->journal->learner) == 0;
        rows[i] = (struct row){.title = learners->names[i],
                               .value = plays ? _("plays now") : NULL,
                               .is_on = plays};
        if (plays)
            *at = i;
    }
    return rows;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct learners_page *page = self;
    const char *fault = game_data_fault(game, ui->arena);
    struct form form = {.title = _("Who plays?"), .region_id = LEARNERS_REGION};
    if (fault) {
        form.parts[0] = (struct form_part){fault, FORM_FAULT};
        form_draw(ui, &form);
        return;
    }
    form.rows = list_rows(game, ui->arena, &form.row_first);
    form.row_count = game->learners.count;
    form.row_id = LEARNERS_ROW;
    if (form.row_count == 1)
        form.row_first = -1; // there is nobody to change to
    form.parts[0] = (struct form_part){
        _("Each has cards, mistakes and statistics of their own."), FORM_DETAIL};
    form.field = &page->edit;
    form.label = _("Somebody new");
    form.placeholder = _("Name");
    form.field_id = LEARNERS_FIELD;
    form.keys_id = LEARNERS_KEYS;
    form.keyboard = &page->keyboard;
    form.is_typing = page->is_typing;
    form.done = _("Add");
    form.fault = page->fault;
    form.primary = _("Add");
    form.primary_id = LEARNERS_ADD;
    form_draw(ui, &form);
}

const struct screen screen_learners = {
    .name = "learners",
    .state_size = sizeof(struct learners_page),
    .enter = enter,
    .update = update,
    .view = view,
};
