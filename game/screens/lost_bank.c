#include "screens/lost_bank.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/game.h"
#include "store/bank_summary.h"
#include "store/file.h"

static bool has_memory(const struct game *game)
{
    return game->memory && game->memory->journal;
}

void game_lose_bank(struct game *game, const char *id)
{
    game->lost = (struct lost_bank){0};
    snprintf(game->lost.id, sizeof game->lost.id, "%s", id);
}

/// Of the chosen one the file is missing now, or is there again.
static void look_at_chosen(struct game *game)
{
    const struct bank *bank = game_bank(game);
    const char *path = bank ? game->library.entries[game->bank_at].path : NULL;
    struct lost_bank *lost = &game->lost;
    bool is_missing = path && file_is_missing(path);
    if (is_missing && !lost->is_open) {
        game_lose_bank(game, bank->id);
        snprintf(lost->name, sizeof lost->name, "%s", file_name(path));
        lost->is_open = true;
    } else if (!is_missing && lost->is_open) {
        *lost = (struct lost_bank){0};
    }
}

/// Works out what is said of it. A bank that only was opened from elsewhere last time is not
/// lost.
static void look_up(struct game *game)
{
    struct lost_bank *lost = &game->lost;
    struct arena scratch = {0};
    const char *const *paths;
    bool is_known = !lost->is_open &&
                    bank_summary_paths(&game->journal->db, lost->id, &scratch, &paths) > 0;
    const char *path = is_known ? paths[0] : NULL;
    struct memory_glance glance =
        memory_glance(game->memory, lost->id, game_wall(game), game->wall_ms, INT_MAX);
    if (path)
        snprintf(lost->name, sizeof lost->name, "%s", file_name(path));
    lost->is_known = glance.known > 0 && path && file_is_missing(path);
    lost->due = glance.due + glance.learning;
    lost->is_counted = true;
    arena_free(&scratch);
}

void game_look_for_lost(struct game *game)
{
    look_at_chosen(game);
    if (game->lost.id[0] && !game->lost.is_counted && has_memory(game))
        look_up(game);
}

const char *lost_bank_words(const struct game *game, const struct ui *ui)
{
    const struct lost_bank *lost = &game->lost;
    struct arena *arena = ui->arena;
    if (lost->is_open) {
        return fill_text(arena,
                         _("{1} was moved or deleted. You can play on until you quit, and "
                           "nothing that you know is lost."),
                         lost->name, NULL);
    }
    if (!lost->is_known)
        return NULL;
    enum device device = ui->state->device;
    bool is_keyboard = device == DEVICE_KEYBOARD || device == DEVICE_NONE;
    const char *way = is_keyboard ? _("Open it (Ctrl+O)") : _("Open it");
    const char *words = _("{1} was moved or deleted. What you know comes back with it.");
    if (lost->due) {
        words = ngettext("{1} was moved or deleted. Its {2} due card comes back with it.",
                         "{1} was moved or deleted. Its {2} due cards come back with it.",
                         (unsigned long)lost->due);
    }
    return arena_printf(
        arena, "%s %s",
        fill_text(arena, words, lost->name, format_count(arena, lost->due), NULL), way);
}
