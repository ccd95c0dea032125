#include "screens/study_game.h"

#include <limits.h>

#include "screens/game.h"
#include "store/schedule.h"

static struct study_store store_of(const struct game *game)
{
    return (struct study_store){game->journal, game->memory, &game->settings};
}

struct fsrs game_schedule(const struct game *game)
{
    const struct study_store store = store_of(game);
    return study_store_schedule(&store);
}

void game_follow_schedule(struct game *game)
{
    const struct memory_options options = schedule_options(&game->settings, game->journal);
    game_outlook_is_old(game);
    game->schedule_changed = true;
    if (game->memory && game->memory->journal)
        memory_set_options(game->memory, &options, game->wall_ms);
}

bool game_study(struct game *game, enum deck_mode mode)
{
    const struct bank *bank = game_bank(game);
    const struct study_store store = store_of(game);
    if (!bank)
        return false;
    study_session_begin(&game->cards, &store, bank, mode, game_wall(game), &game->rng);
    game->schedule_changed = false;
    return true;
}

void game_study_more(struct game *game)
{
    const struct bank *bank = game_bank(game);
    const struct study_store store = store_of(game);
    if (!bank)
        return;
    study_session_begin_with(&game->cards, &store, bank, STUDY_MORE_NEW, game_wall(game),
                             &game->rng);
    game->schedule_changed = false;
}

const struct deck_card *game_study_card(struct game *game)
{
    return study_session_card(&game->cards, game->wall_ms);
}

static bool changed(struct game *game, bool is_changed)
{
    if (is_changed)
        game_outlook_is_old(game);
    return is_changed;
}

bool game_study_grade(struct game *game, struct study_grade grade, struct fsrs_outcome *outcome)
{
    return changed(game, study_session_grade(&game->cards, grade, game_wall(game), outcome));
}

bool game_study_hide(struct game *game)
{
    return changed(game, study_session_hide(&game->cards, game_wall(game)));
}

bool game_study_suspend(struct game *game)
{
    return changed(game, study_session_suspend(&game->cards, game_wall(game)));
}

bool game_study_undo(struct game *game)
{
    return changed(game, study_session_undo(&game->cards, game_wall(game)));
}

bool game_study_redo(struct game *game)
{
    return changed(game, study_session_redo(&game->cards, game_wall(game)));
}

void game_drop_study(struct game *game)
{
    study_session_close(&game->cards);
    game->asked_of_cards = 0;
}

// --- what Home says

enum { CARD_USUAL_MS = 15000, PACE_DAYS = 7, MINUTE_MS = 60000 };

/// How long a card has taken of late.
static int64_t card_ms(const struct game *game, const struct bank *bank)
{
    int64_t from_ms = game->wall_ms - (int64_t)PACE_DAYS * FSRS_DAY_MS, ms = 0;
    if (game->memory && game->memory->journal)
        ms = memory_pace(game->memory, bank->id, from_ms, STUDY_TOOK_MOST_MS);
    return ms ? ms : CARD_USUAL_MS;
}

void game_outlook_is_old(struct game *game)
{
    game->outlook = (struct study_outlook){0};
}

/// The cards of a question stand side by side.
static int count_seen(const struct card_pile *pile)
{
    const struct question *last = NULL;
    int count = 0;
    for (int i = 0; i < pile->count; i++) {
        const struct deck_card *card = &pile->cards[i];
        if (card->memory.phase == FSRS_NEW || card->question == last)
            continue;
        last = card->question;
        count++;
    }
    return count;
}

static int minutes_for(int cards, int64_t each_ms)
{
    return (int)((cards * each_ms + MINUTE_MS - 1) / MINUTE_MS);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int left_of(int limit, int done)
{
    return limit > done ? limit - done : 0;
}

void game_glance(struct game *game)
{
    const struct bank *bank = game_known_bank(game);
    struct study_outlook *o = &game->outlook;
    if (!bank || bank == o->bank)
        return;
    *o = (struct study_outlook){.bank = bank, .until_ms = INT64_MIN};
    const struct study_store store = store_of(game);
    bool has_memory = study_store_catch_up(&store);
    struct fsrs fsrs = study_store_schedule(&store);
    struct deck_rules rules =
        study_store_usual_rules(&store, bank, &fsrs, DECK_DUE, game_wall(game));
    int64_t each_ms = card_ms(game, bank);
    int minutes = game->settings.minutes_a_day;
    int fit = minutes ? (int)(minutes * (int64_t)MINUTE_MS / each_ms) : INT_MAX;
    struct memory_glance seen = {0};
    if (has_memory) {
        int most = least(fit, left_of(rules.reviews_a_day, rules.reviews_done));
        seen = memory_glance(game->memory, bank->id, rules.now, deck_end_ms(&rules), most);
    }
    int unknown = left_of(bank->question_count, seen.known);
    int new_left = least(left_of(fit, seen.due), left_of(rules.new_a_day, rules.new_done));
    o->new_cards = least(unknown, new_left);
    o->held_new = unknown - o->new_cards;
    o->due = seen.due + seen.learning;
    o->seen = least(seen.known, bank->question_count);
    o->tomorrow = seen.tomorrow;
    o->done = rules.new_done + rules.reviews_done;
    o->minutes = minutes_for(o->due, each_ms);
}

void game_look_out(struct game *game)
{
    const struct bank *bank = game_bank(game);
    struct study_outlook *o = &game->outlook;
    if (game_is_waiting(game))
        return;
    if (bank == o->bank && (!bank || game->wall_ms < o->until_ms))
        return;
    *o = (struct study_outlook){.bank = bank};
    if (!bank)
        return;
    struct arena arena = {0};
    const struct study_store store = store_of(game);
    bool has_memory = study_store_catch_up(&store);
    struct fsrs fsrs = study_store_schedule(&store);
    struct card_pile list = card_pile_make(bank, has_memory ? game->memory : NULL, &arena);
    struct deck_rules rules =
        study_store_rules(&store, bank, &list, &fsrs, DECK_DUE, game_wall(game));
    struct study study;
    study_start(&study, &arena, list.cards, list.count, &rules);
    o->new_cards = study.left.new_cards;
    o->due = study.left.due + study.left.learning;
    o->held_new = study.deck.held_new;
    o->done = rules.new_done + rules.reviews_done;
    o->tomorrow = study_tomorrow(&study);
    o->seen = count_seen(&list);
    o->minutes = minutes_for(o->due, card_ms(game, bank));
    int64_t day = fsrs_days_number(fsrs.options.days, rules.now);
    o->until_ms = fsrs_days_begin_ms(fsrs.options.days, day + 1, rules.now.ahead_min);
    for (int i = 0; i < list.count; i++) {
        int64_t due_at_ms = list.cards[i].memory.due_ms;
        if (list.cards[i].memory.phase != FSRS_NEW && due_at_ms > game->wall_ms &&
            due_at_ms < o->until_ms)
            o->until_ms = due_at_ms;
    }
    arena_free(&arena);
}
