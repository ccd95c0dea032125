// The page about data: where it lies, who plays, backups, and what is to be forgotten.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/settings_page.h"
#include "store/copies.h"
#include "store/file.h"

const struct settings_datum *settings_datum(const struct settings_page *page, int id)
{
    return &page->data[id - SET_FOLDER];
}

static void put(struct settings_page *page, int id, const char *help, const char *button)
{
    page->data[id - SET_FOLDER] = (struct settings_datum){.help = help, .button = button};
}

static void look_at_folder(struct settings_page *page, const struct game *game)
{
    struct arena *arena = &page->data_arena;
    const char *folder = game->paths ? game->paths->data_dir : NULL;
    if (game->journal && game->journal->path)
        folder = file_folder(arena, game->journal->path);
    page->folder = folder ? file_whole_path(arena, folder) : NULL;
    if (page->folder) {
        put(page, SET_FOLDER, data_path_words(page->folder, arena),
            file_is_folder(page->folder) ? _("Open folder") : NULL);
    }
}

static void look_at_backups(struct settings_page *page, const struct game *game)
{
    struct arena *arena = &page->data_arena;
    struct copy *copies;
    const char *folder = data_path_words(copies_folder(game->journal->path, arena), arena);
    int count = copies_list(game->journal->path, arena, &copies);
    put(page, SET_BACK_UP,
        page->said
            ? page->said
            : fill_text(arena, _("Everything goes into a new file in {1}."), folder, NULL),
        _("Back up"));
    page->data[SET_BACK_UP - SET_FOLDER].is_fault = page->said && page->has_failed;
    if (count) {
        put(page, SET_RESTORE,
            fill_text(arena,
                      ngettext("{1} backup is there.", "{1} backups are there.",
                               (unsigned long)count),
                      fill_number(arena, count), NULL),
            _("Restore"));
    }
}

static void look_at_forgetting(struct settings_page *page, const struct game *game)
{
    struct arena *arena = &page->data_arena;
    const char *learner = game->journal->learner;
    const struct bank *bank = game_known_bank(game);
    if (bank) {
        put(page, SET_FORGET_BANK,
            fill_text(arena, _("What was done in {1} by {2}."), bank->title, learner, NULL),
            _("Forget this bank"));
    }
    put(page, SET_FORGET_LEARNER,
        fill_text(arena, _("All that was done by {1}."), learner, NULL),
        _("Forget this learner"));
    put(page, SET_FORGET_EVERYTHING,
        _("All that was done by everybody. Banks and settings stay."), _("Forget everything"));
}

void settings_data_look(struct settings_page *page, struct game *game)
{
    struct arena *arena = &page->data_arena;
    arena_reset(arena);
    for (int i = 0; i < SETTINGS_DATA_ROWS; i++)
        page->data[i] = (struct settings_datum){0};
    look_at_folder(page, game);
    const char *fault = game_data_fault(game, arena);
    if (fault) {
        page->data[SET_DATA_FAULT - SET_FOLDER] =
            (struct settings_datum){.help = fault, .is_fault = true};
        return;
    }
    game_find_learners(game);
    put(page, SET_LEARNER,
        fill_text(arena, _("{1}. Each has cards, mistakes and statistics of their own."),
                  game->journal->learner, NULL),
        game->learners.count > 1 ? _("Change learner") : _("New learner"));
    look_at_backups(page, game);
    look_at_forgetting(page, game);
}

static void back_up(struct settings_page *page, struct game *game)
{
    struct arena *arena = &page->said_arena;
    struct copies_contents contents;
    arena_reset(arena);
    struct diags diags = {.arena = arena};
    const char *path = copies_make(&game->journal->db, game_wall(game), &contents, &diags);
    page->has_failed = !path;
    page->said = path ? fill_text(arena, _("Saved and checked: {1}, as {2}."),
                                  data_contents_words(&contents, arena),
                                  data_path_words(path, arena), NULL)
                      : data_problem_words(&diags, DIAG_ERROR, arena);
}

static struct step ask_to_forget(struct game *game, enum forget_scope scope)
{
    game->forgets = scope;
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_FORGET};
}

bool settings_data_act(struct settings_page *page, struct game *game, int id, struct step *step)
{
    if (id < SET_FOLDER || id > SET_DATA_FAULT)
        return false;
    *step = (struct step){.redraw = true};
    if (!settings_datum(page, id)->button)
        return true;
    switch (id) {
    case SET_FOLDER:
        game->asks_open_url = page->folder;
        break;
    case SET_LEARNER:
        *step = (struct step){.kind = STEP_PUSH, .to = SCREEN_LEARNERS};
        break;
    case SET_BACK_UP:
        back_up(page, game);
        settings_data_look(page, game);
        break;
    case SET_RESTORE:
        *step = (struct step){.kind = STEP_PUSH, .to = SCREEN_RESTORE};
        break;
    case SET_FORGET_BANK:
        *step = ask_to_forget(game, FORGET_BANK);
        break;
    case SET_FORGET_LEARNER:
        *step = ask_to_forget(game, FORGET_LEARNER);
        break;
    default:
        *step = ask_to_forget(game, FORGET_EVERYTHING);
        break;
    }
    return true;
}
