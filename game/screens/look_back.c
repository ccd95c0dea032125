#include "screens/look_back.h"

#include <limits.h>

#include "screens/game.h"
#include "store/stats_load.h"

enum { STREAK_AT_ONCE_MOST = 60 }; // days that are counted before Home is shown

bool game_has_looked_back(const struct game *game)
{
    return game->back.bank && game->back.bank == game_known_bank(game);
}

/// Tells one state of the file of the bank that is chosen from another.
static int64_t file_of(const struct game *game)
{
    const struct library_entry *entry = &game->library.entries[game->bank_at];
    return entry->is_open ? entry->file.stamp.changed_ns : entry->summary->stamp.changed_ns;
}

static bool has_memory(const struct game *game)
{
    return game->memory && game->memory->journal;
}

/// What is known of the mistakes in `bank`, perhaps from another start. Returns false if that
/// is nothing.
static bool find_mistakes(const struct game *game, const struct bank *bank,
                          struct memory_mistakes *mistakes)
{
    if (game->back.bank != bank)
        return memory_find_mistakes(game->memory, bank->id, mistakes);
    *mistakes = game->back.mistakes;
    return true;
}

/// It is the same for every bank. Where it takes too long, what was said `before` stands.
static void count_streak(struct game *game, const struct look_back *before,
                         struct fsrs_time now, bool is_quick)
{
    struct look_back *back = &game->back;
    bool is_of_today = before->day == back->day;
    back->streak_event = game->memory->folded;
    back->has_streak =
        is_of_today && before->has_streak && before->streak_event == back->streak_event;
    back->streak = is_of_today ? before->streak : 0;
    if (back->has_streak)
        return;
    int most = is_quick ? STREAK_AT_ONCE_MOST : INT_MAX;
    int streak = memory_streak(game->memory, now, most);
    back->has_streak = streak < most;
    if (back->has_streak)
        back->streak = streak;
}

/// `is_quick`: nothing is counted, but what is known is shown.
static void look(struct game *game, bool is_quick)
{
    const struct bank *bank = game_known_bank(game);
    struct look_back *back = &game->back;
    if (!bank || !has_memory(game)) {
        *back = (struct look_back){0};
        return;
    }
    memory_catch_up(game->memory);
    struct fsrs_time now = game_wall(game);
    int64_t folded = game->memory->folded, file = file_of(game);
    int64_t day = fsrs_days_number(game->memory->options.fsrs.days, now);
    struct memory_mistakes mistakes;
    bool is_known = find_mistakes(game, bank, &mistakes);
    bool is_right = is_known && mistakes.event == folded && mistakes.file == file;
    if (back->bank == bank && back->day == day && (is_quick || (is_right && back->has_streak)))
        return;
    if (!is_right && !is_quick && !game_is_waiting(game)) {
        mistake_tally_update(&game->tally, game->memory, bank);
        mistakes.all = game->tally.all;
        mistakes.to_fix = game->tally.to_fix;
        mistakes.event = folded;
        mistakes.file = file;
        is_known = true;
    }
    struct look_back before = *back;
    back->bank = NULL;
    if (is_known) {
        *back = (struct look_back){.bank = bank, .day = day, .mistakes = mistakes};
        back->week = stats_load_week(game->memory, now);
        count_streak(game, &before, now, is_quick);
    }
}

void game_look_back(struct game *game)
{
    look(game, false);
}

void game_glance_back(struct game *game)
{
    look(game, true);
}

void game_keep_look_back(const struct game *game)
{
    const struct look_back *back = &game->back;
    struct memory_mistakes kept = {0};
    if (!has_memory(game) || !back->bank)
        return;
    memory_find_mistakes(game->memory, back->bank->id, &kept);
    if (kept.event != back->mistakes.event || kept.file != back->mistakes.file)
        memory_keep_mistakes(game->memory, back->bank->id, &back->mistakes);
}
