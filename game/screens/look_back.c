#include "screens/look_back.h"

#include "core/mistakes.h"
#include "screens/game.h"
#include "screens/review.h"
#include "store/stats_load.h"

bool game_has_looked_back(const struct game *game)
{
    return game->back.bank && game->back.bank == game_bank(game);
}

void game_look_back(struct game *game)
{
    const struct bank *bank = game_bank(game);
    struct look_back *back = &game->back;
    if (!bank || !game->memory || !game->memory->journal) {
        *back = (struct look_back){0};
        return;
    }
    memory_catch_up(game->memory);
    struct fsrs_time now = game_wall(game);
    int64_t folded = game->memory->folded;
    int64_t day = fsrs_days_number(game->memory->options.fsrs.days, now);
    if (back->bank == bank && back->folded == folded && back->day == day)
        return;
    *back = (struct look_back){.bank = bank, .folded = folded, .day = day};
    review_count_past(game, &back->mistakes, &back->to_fix);
    back->week = stats_load_week(game->memory, now);
}
