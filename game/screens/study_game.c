#include "screens/study_game.h"

#include "screens/game.h"
#include "store/plan_past.h"
#include "store/plan_wish.h"
#include "store/schedule.h"

/// Whether the memory says what the journal does, so that a session can be made from them.
static bool catch_up(struct game *game)
{
    return game->memory && game->memory->journal && game->journal && !game->journal->fault[0] &&
           memory_catch_up(game->memory);
}

struct fsrs game_schedule(const struct game *game)
{
    struct fsrs fsrs;
    if (game->memory && game->memory->journal)
        return game->memory->fsrs;
    const struct memory_options options = schedule_options(&game->settings);
    if (fsrs_init(&fsrs, &options.params, &options.fsrs) != FSRS_OK) {
        const struct memory_options usual = memory_options_default();
        fsrs_init(&fsrs, &usual.params, &usual.fsrs);
    }
    return fsrs;
}

void game_follow_schedule(struct game *game)
{
    const struct memory_options options = schedule_options(&game->settings);
    game_outlook_is_old(game);
    game->cards.is_old = true;
    if (game->memory && game->memory->journal)
        memory_set_options(game->memory, &options, game->wall_ms);
}

static struct deck_rules rules_for(struct game *game, const struct bank *bank,
                                   const struct fsrs *fsrs, enum deck_mode mode)
{
    struct deck_rules rules = deck_rules_default(fsrs, game_wall(game));
    rules.mode = mode;
    rules.order = (enum deck_order)game->settings.card_order;
    rules.new_place = (enum deck_new)game->settings.new_place;
    rules.new_a_day = game->settings.new_cards;
    rules.reviews_a_day = game->settings.review_cards;
    if (game->memory && game->memory->journal) {
        struct memory_today today = memory_today(game->memory, bank->id, rules.now);
        rules.new_done = today.new_cards;
        rules.reviews_done = today.reviews;
    }
    return rules;
}

/// Makes the rules follow the learner's plan: the new cards that an exam wants, and no more
/// than fits into the minutes a day.
static void keep_to_plan(const struct game *game, const struct bank *bank,
                         const struct card_pile *list, struct deck_rules *rules)
{
    int minutes = game->settings.minutes_a_day;
    struct arena scratch = {0};
    if (rules->mode != DECK_DUE)
        return;
    struct plan_wish wish = plan_wish_read(&game->settings, bank->id, &scratch);
    plan_wish_follow(&wish, list->cards, list->count, rules, &scratch);
    if (minutes) {
        struct plan_past past = plan_past(game->memory, rules->now);
        struct plan_deck deck = plan_cards(list->cards, list->count, (struct plan_topics){0},
                                           rules->fsrs, rules->now, &scratch);
        deck.habit = past.habit;
        deck.spent_ms = past.spent_ms;
        plan_limit(&deck, minutes, rules, &scratch);
    }
    arena_free(&scratch);
}

static bool is_over(struct study *study, int64_t now_ms)
{
    return !study_current(study, now_ms) && study_next_ms(study) == INT64_MAX;
}

static bool is_same(const struct deck_rules *a, const struct deck_rules *b)
{
    return a->order == b->order && a->new_place == b->new_place &&
           a->new_a_day == b->new_a_day && a->reviews_a_day == b->reviews_a_day;
}

/// Goes on with the session of today, if there is one that is not over, or that a new one would
/// not differ from.
static bool go_on(struct game *game, const struct deck_rules *rules)
{
    struct study_game *s = &game->cards;
    struct study_found found;
    if (!study_journal_find(game->journal, game->memory, s->bank->id, &s->list, rules,
                            &s->arena, &found))
        return false;
    const struct study_history history = {found.past, found.past_count, found.undone_count};
    study_restore(&s->study, &s->arena, s->list.cards, s->list.count, &found.rules, &history,
                  rules->now.at_ms);
    s->log = found.log;
    return !is_over(&s->study, rules->now.at_ms) || is_same(&found.rules, rules);
}

static void start(struct game *game, const struct deck_rules *rules)
{
    struct study_game *s = &game->cards;
    struct deck_rules own = *rules;
    own.seed = rng_next(&game->rng);
    study_start(&s->study, &s->arena, s->list.cards, s->list.count, &own);
    study_journal_start(&s->log, game->journal, s->bank->id, &own);
}

/// Makes the list of cards anew. Returns false, and leaves all, if no bank is chosen.
static bool open_list(struct game *game, bool has_memory)
{
    const struct bank *bank = game_bank(game);
    if (!bank)
        return false;
    game_drop_study(game);
    struct study_game *s = &game->cards;
    s->bank = bank;
    s->fsrs = game_schedule(game);
    s->list = card_pile_make(bank, has_memory ? game->memory : NULL, &s->arena);
    s->is_begun = true;
    return true;
}

bool game_study(struct game *game, enum deck_mode mode)
{
    struct study_game *s = &game->cards;
    bool has_memory = catch_up(game);
    struct fsrs_time now = game_wall(game);
    // What the journal can't tell is only here.
    if (!has_memory && s->is_begun && s->bank == game_bank(game) &&
        s->study.rules.mode == mode &&
        fsrs_days_number(s->fsrs.options.days, s->study.rules.now) ==
            fsrs_days_number(s->fsrs.options.days, now))
        return true;
    if (!open_list(game, has_memory))
        return false;
    struct deck_rules rules = rules_for(game, s->bank, &s->fsrs, mode);
    keep_to_plan(game, s->bank, &s->list, &rules);
    if (!has_memory || !go_on(game, &rules))
        start(game, &rules);
    return true;
}

void game_study_more(struct game *game)
{
    struct study_game *s = &game->cards;
    if (!open_list(game, catch_up(game)))
        return;
    struct deck_rules rules = rules_for(game, s->bank, &s->fsrs, DECK_DUE);
    int limit = rules.new_done > rules.new_a_day ? rules.new_done : rules.new_a_day;
    rules.new_a_day = limit + STUDY_MORE_NEW;
    start(game, &rules);
}

const struct deck_card *game_study_card(struct game *game)
{
    return game->cards.is_begun ? study_current(&game->cards.study, game->wall_ms) : NULL;
}

/// What is done with the card that is up, before it is done.
static struct study_deed deed_of(const struct game *game, enum study_action action)
{
    const struct study_game *s = &game->cards;
    int64_t took_ms = game->wall_ms - s->study.shown_ms;
    took_ms = took_ms > STUDY_TOOK_MOST_MS ? STUDY_TOOK_MOST_MS : took_ms;
    return (struct study_deed){.card = &s->study.cards[s->study.shown],
                               .key = s->list.keys[s->study.shown],
                               .action = action,
                               .took_ms = took_ms < 0 ? 0 : took_ms};
}

bool game_study_grade(struct game *game, struct study_grade grade, struct fsrs_outcome *outcome)
{
    struct study_game *s = &game->cards;
    if (!game_study_card(game))
        return false;
    struct study_deed deed = deed_of(game, STUDY_GRADE);
    struct fsrs_time now = game_wall(game);
    deed.grade = grade;
    if (!study_grade(&s->study, grade, now, outcome))
        return false;
    study_journal_deed(&s->log, &deed, now);
    game_outlook_is_old(game);
    return true;
}

static bool put_away(struct game *game, enum study_action action)
{
    struct study_game *s = &game->cards;
    if (!game_study_card(game))
        return false;
    struct study_deed deed = deed_of(game, action);
    struct fsrs_time now = game_wall(game);
    bool is_done =
        action == STUDY_HIDE ? study_hide(&s->study, now) : study_suspend(&s->study, now);
    if (!is_done)
        return false;
    deed.until_ms = deed.card->hidden_until_ms;
    study_journal_deed(&s->log, &deed, now);
    game_outlook_is_old(game);
    return true;
}

bool game_study_hide(struct game *game)
{
    return put_away(game, STUDY_HIDE);
}

bool game_study_suspend(struct game *game)
{
    return put_away(game, STUDY_SUSPEND);
}

bool game_study_undo(struct game *game)
{
    struct study_game *s = &game->cards;
    if (!s->is_begun || study_undo(&s->study, game->wall_ms) < 0)
        return false;
    study_journal_undo(&s->log, game_wall(game));
    game_outlook_is_old(game);
    return true;
}

bool game_study_redo(struct game *game)
{
    struct study_game *s = &game->cards;
    if (!s->is_begun || study_redo(&s->study, game->wall_ms) < 0)
        return false;
    study_journal_redo(&s->log, game_wall(game));
    game_outlook_is_old(game);
    return true;
}

void game_drop_study(struct game *game)
{
    arena_free(&game->cards.arena);
    game->cards = (struct study_game){0};
}

// --- what Home says

enum { CARD_USUAL_MS = 15000, PACE_DAYS = 7, PACE_LEAST = 10, MINUTE_MS = 60000 };

/// How long a card has taken of late.
static int64_t card_ms(const struct game *game, const struct bank *bank, struct arena *arena)
{
    struct past_review *reviews = NULL;
    int64_t sum_ms = 0;
    int count = 0, graded = 0;
    if (game->memory && game->memory->journal) {
        count =
            memory_reviews(game->memory, bank->id,
                           game->wall_ms - (int64_t)PACE_DAYS * FSRS_DAY_MS, arena, &reviews);
    }
    for (int i = 0; i < count; i++) {
        int32_t took_ms = reviews[i].took_ms;
        if (reviews[i].is_quiz)
            continue;
        sum_ms += took_ms > STUDY_TOOK_MOST_MS ? STUDY_TOOK_MOST_MS : took_ms;
        graded++;
    }
    return graded >= PACE_LEAST ? sum_ms / graded : CARD_USUAL_MS;
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

void game_glance(struct game *game)
{
    const struct bank *bank = game_bank(game);
    struct study_outlook *o = &game->outlook;
    if (!bank || bank == o->bank)
        return;
    *o = (struct study_outlook){.bank = bank, .until_ms = INT64_MIN, .is_rough = true};
    struct arena arena = {0};
    struct memory_due *due = NULL;
    int count = 0;
    if (catch_up(game))
        count = memory_due(game->memory, game_wall(game), &arena, &due);
    for (int i = 0; i < count; i++) {
        if (strcmp(due[i].bank, bank->id) == 0)
            o->due = due[i].cards;
    }
    if (o->due > game->settings.review_cards)
        o->due = game->settings.review_cards;
    o->minutes = minutes_for(o->due, CARD_USUAL_MS);
    arena_free(&arena);
}

void game_look_out(struct game *game)
{
    const struct bank *bank = game_bank(game);
    struct study_outlook *o = &game->outlook;
    if (bank == o->bank && (!bank || game->wall_ms < o->until_ms))
        return;
    *o = (struct study_outlook){.bank = bank};
    if (!bank)
        return;
    struct arena arena = {0};
    bool has_memory = catch_up(game);
    struct fsrs fsrs = game_schedule(game);
    struct card_pile list = card_pile_make(bank, has_memory ? game->memory : NULL, &arena);
    struct deck_rules rules = rules_for(game, bank, &fsrs, DECK_DUE);
    keep_to_plan(game, bank, &list, &rules);
    struct study study;
    study_start(&study, &arena, list.cards, list.count, &rules);
    o->new_cards = study.left.new_cards;
    o->due = study.left.due + study.left.learning;
    o->held_new = study.deck.held_new;
    o->done = rules.new_done + rules.reviews_done;
    o->tomorrow = study_tomorrow(&study);
    o->seen = count_seen(&list);
    o->minutes = minutes_for(o->due, card_ms(game, bank, &arena));
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
