// Forgets a bank, a learner or everything: what that is, a word to type, and what came of it.
#include "screens/forget.h"

#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/form.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "store/copies.h"

static const char *describe(const struct game *game, enum forget_scope scope,
                            struct arena *arena)
{
    const struct bank *bank = game_known_bank(game);
    if (scope == FORGET_EVERYTHING)
        return _("All that was done by everybody is forgotten. Banks and settings stay.");
    if (scope == FORGET_BANK && bank) {
        return fill_text(arena, _("All that was done in {1} by {2} is forgotten."), bank->title,
                         game->journal->learner, NULL);
    }
    if (game_forgets_class(game, scope)) {
        return fill_text(
            arena, _("The class {1} is forgotten: its pupils and all that it did."),
            scope == FORGET_CLASS ? game->lesson.class_name : game->journal->learner, NULL);
    }
    return fill_text(arena, _("All that was done by {1}, in all banks, is forgotten."),
                     game->journal->learner, NULL);
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct forget_page *page = self;
    struct arena scratch = {0};
    (void)now_ms;
    page->scope = game->forgets;
    if (!game_data_fault(game, &scratch)) {
        page->what = describe(game, page->scope, &page->arena);
        page->events = game_forget_count(game, page->scope);
        page->is_class = game_forgets_class(game, page->scope);
        page->folder =
            data_path_words(copies_folder(game->journal->path, &page->arena), &page->arena);
    }
    arena_free(&scratch);
}

static void leave(void *self, struct game *game)
{
    struct forget_page *page = self;
    (void)game;
    arena_free(&page->arena);
}

static bool is_word_typed(const struct forget_page *page)
{
    const char *word = _("forget"), *text = page->edit.text + strspn(page->edit.text, " ");
    size_t len = strlen(word);
    return strncmp(text, word, len) == 0 && text[len + strspn(text + len, " ")] == '\0';
}

static struct step forget_it(struct forget_page *page, struct game *game)
{
    struct diags diags = {.arena = &page->arena};
    const char *before = game->journal->learner;
    before = arena_text(&page->arena, before, strlen(before));
    page->is_done = game_forget(game, page->scope, &page->backup, &diags);
    page->fault = data_problem_words(&diags, DIAG_ERROR, &page->arena);
    page->left = data_problem_words(&diags, DIAG_WARNING, &page->arena);
    const char *now = game->journal->learner;
    if (strcmp(before, now) != 0)
        page->now_plays = arena_text(&page->arena, now, strlen(now));
    return (struct step){.redraw = true};
}

static struct step go_on(struct forget_page *page, struct game *game)
{
    if (!page->what)
        return (struct step){0};
    if (is_word_typed(page))
        return forget_it(page, game);
    page->fault = fill_text(&page->arena, _("Type the word {1} first."), _("forget"), NULL);
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct forget_page *page = self;
    if (page->is_done) {
        // What lies below is of a game that is not any more.
        bool is_over = action->id == FORGET_HOME || action->id == ACTION_BACK;
        return (struct step){.kind = is_over ? STEP_HOME : STEP_STAY, .redraw = true};
    }
    switch (keyboard_update(&page->keyboard, FORGET_KEYS, action)) {
    case KEYBOARD_IS_DONE:
        return go_on(page, game);
    case KEYBOARD_CHANGED:
        return (struct step){.redraw = true};
    case KEYBOARD_OTHER:
        break;
    }
    switch (action->id) {
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    case FORGET_FIELD:
        page->fault = NULL;
        edit_apply(&page->edit, action);
        return (struct step){.redraw = true};
    case FORGET_DO:
        return go_on(page, game);
    default:
        return (struct step){0};
    }
}

static void show_question(const struct forget_page *page, struct arena *arena,
                          struct form *form)
{
    form->parts[0] = (struct form_part){page->what, FORM_STRONG};
    if (page->events >= 0) {
        form->parts[1] =
            (struct form_part){fill_text(arena,
                                         ngettext("That is {1} event.", "Those are {1} events.",
                                                  (unsigned long)page->events),
                                         fill_number(arena, page->events), NULL),
                               FORM_WORDS};
    }
    const char *copies =
        page->is_class
            ? _("It can't be had back: no backup is made, and the class is taken out "
                "of those in {1} too.")
            : _("A backup of everything is made first, in {1}.");
    form->parts[2] =
        (struct form_part){fill_text(arena, copies, page->folder, NULL), FORM_WORDS};
    form->field = &page->edit;
    form->label = fill_text(arena, _("To forget it, type the word {1}"), _("forget"), NULL);
    form->placeholder = _("The word");
    form->field_id = FORGET_FIELD;
    form->keys_id = FORGET_KEYS;
    form->keyboard = &page->keyboard;
    form->is_typing = true;
    form->done = _("Forget");
    form->fault = page->fault;
    form->primary = _("Forget");
    form->primary_id = FORGET_DO;
}

static void show_done(const struct forget_page *page, struct arena *arena, struct form *form)
{
    form->parts[0] = (struct form_part){_("It is forgotten."), FORM_GOOD};
    const char *copies =
        page->backup ? fill_text(arena,
                                 _("The backup from before still has it. Restore it to get it "
                                   "back, remove it to lose it for good: {1}"),
                                 data_path_words(page->backup, arena), NULL)
                     : _("No backup that Quartet made has it any more. Copies that you made "
                         "elsewhere still do: remove those yourself.");
    form->parts[1] = (struct form_part){copies, FORM_WORDS};
    if (page->now_plays) {
        form->parts[2] = (struct form_part){
            fill_text(arena, _("{1} plays now."), page->now_plays, NULL), FORM_WORDS};
    }
    form->parts[3] = (struct form_part){page->left, FORM_DETAIL};
    form->parts[4] = (struct form_part){page->fault, FORM_FAULT};
    form->primary = _("Home");
    form->primary_id = FORGET_HOME;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    static const char *const titles[] = {[FORGET_BANK] = N_("Forget this bank"),
                                         [FORGET_LEARNER] = N_("Forget this learner"),
                                         [FORGET_EVERYTHING] = N_("Forget everything"),
                                         [FORGET_CLASS] = N_("Forget this class")};
    const struct forget_page *page = self;
    struct form form = {.title = _(titles[page->scope]), .region_id = FORGET_REGION};
    if (page->is_done) {
        show_done(page, ui->arena, &form);
    } else if (page->what) {
        show_question(page, ui->arena, &form);
    } else {
        form.parts[0] = (struct form_part){game_data_fault(game, ui->arena), FORM_FAULT};
    }
    form_draw(ui, &form);
}

const struct screen screen_forget = {
    .name = "forget",
    .state_size = sizeof(struct forget_page),
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
};
