#include "screens/game_wait.h"

// Smaller banks are read before the first frame: within the time that the window takes.
enum { WAIT_LEAST_BYTES = 512 * 1024 };

bool game_is_waiting(const struct game *game)
{
    const struct library *library = &game->library;
    return game->bank_at >= 0 && game->bank_at < library->count &&
           !library->entries[game->bank_at].is_open;
}

const struct bank *game_known_bank(const struct game *game)
{
    return game_is_waiting(game) ? &game->library.entries[game->bank_at].summary->bank
                                 : game_bank(game);
}

bool game_can_wait(struct game *game, int at)
{
    const struct library_entry *entry = &game->library.entries[at];
    if (!game->may_wait || entry->is_open)
        return false;
    const struct bank_summary *summary = library_summary(&game->library, at);
    return summary && summary->bank.question_count > 0 &&
           summary->stamp.bytes >= WAIT_LEAST_BYTES;
}

bool game_let_quiz_wait(struct game *game, const struct quiz_glance *glance)
{
    struct library *library = &game->library;
    int at = 0;
    while (at < library->count && !library_has_id(library, at, glance->bank))
        at++;
    if (at == library->count || !game_can_wait(game, at) || !game_choose_bank(game, at))
        return false;
    game->quiz_at = glance->at;
    game->quiz_count = glance->count;
    return true;
}

/// What was said of the bank when it was only known holds for it now, until it is worked out
/// anew.
static void say_the_same(struct game *game, const struct bank *known)
{
    if (game->outlook.bank == known)
        game->outlook.bank = game_bank(game);
    if (game->back.bank == known)
        game->back.bank = game_bank(game);
}

static void find_another(struct game *game, const struct library_places *places)
{
    game->outlook = (struct study_outlook){0};
    game->back = (struct look_back){0};
    game->bank_at = -1;
    mistake_tally_free(&game->tally);
    library_close(&game->library);
    game_find_banks(game, places);
}

void game_take_bank(struct game *game, struct bank_file *file,
                    const struct library_places *places, int64_t now_ms)
{
    const struct bank *known = game_known_bank(game);
    bool has_quiz = game->quiz_count > 0;
    library_take(&game->library, game->bank_at, file);
    game->may_wait = false;
    game->quiz_at = game->quiz_count = 0;
    if (game_choose_bank(game, game->bank_at)) {
        say_the_same(game, known);
    } else {
        find_another(game, places);
    }
    if (has_quiz)
        game_resume_quiz(game, false, now_ms);
}
