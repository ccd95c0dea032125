#include "store/study_session.h"

#include "store/plan_past.h"
#include "store/plan_wish.h"
#include "store/schedule.h"

static bool has_memory(const struct study_store *store)
{
    return store->memory && store->memory->journal;
}

bool study_store_catch_up(const struct study_store *store)
{
    return has_memory(store) && store->journal && !store->journal->fault[0] &&
           memory_catch_up(store->memory);
}

struct fsrs study_store_schedule(const struct study_store *store)
{
    struct fsrs fsrs;
    if (has_memory(store))
        return store->memory->fsrs;
    const struct memory_options options = schedule_options(store->settings, store->journal);
    if (fsrs_init(&fsrs, &options.params, &options.fsrs) != FSRS_OK) {
        const struct memory_options usual = memory_options_default();
        fsrs_init(&fsrs, &usual.params, &usual.fsrs);
    }
    return fsrs;
}

struct deck_rules study_store_usual_rules(const struct study_store *store,
                                          const struct bank *bank, const struct fsrs *fsrs,
                                          enum deck_mode mode, struct fsrs_time now)
{
    struct deck_rules rules = deck_rules_default(fsrs, now);
    rules.mode = mode;
    rules.order = (enum deck_order)store->settings->card_order;
    rules.new_place = (enum deck_new)store->settings->new_place;
    rules.new_a_day = store->settings->new_cards;
    rules.reviews_a_day = store->settings->review_cards;
    if (has_memory(store)) {
        struct memory_today today = memory_today(store->memory, bank->id, now);
        rules.new_done = today.new_cards;
        rules.reviews_done = today.reviews;
    }
    return rules;
}

/// Makes the rules follow the learner's plan: the new cards that an exam wants, and no more
/// than fits into the minutes a day.
static void keep_to_plan(const struct study_store *store, const struct bank *bank,
                         const struct card_pile *list, struct deck_rules *rules)
{
    int minutes = store->settings->minutes_a_day;
    struct arena scratch = {0};
    struct plan_wish wish = plan_wish_read(store->settings, bank->id, &scratch);
    plan_wish_follow(&wish, list->cards, list->count, rules, &scratch);
    if (minutes) {
        struct plan_past past = plan_past(store->memory, rules->now);
        struct plan_deck deck = plan_cards(list->cards, list->count, (struct plan_topics){0},
                                           rules->fsrs, rules->now, &scratch);
        deck.habit = past.habit;
        deck.spent_ms = past.spent_ms;
        plan_limit(&deck, minutes, rules, &scratch);
    }
    arena_free(&scratch);
}

struct deck_rules study_store_rules(const struct study_store *store, const struct bank *bank,
                                    const struct card_pile *list, const struct fsrs *fsrs,
                                    enum deck_mode mode, struct fsrs_time now)
{
    struct deck_rules rules = study_store_usual_rules(store, bank, fsrs, mode, now);
    if (mode == DECK_DUE)
        keep_to_plan(store, bank, list, &rules);
    return rules;
}

static bool is_over(struct study *study, int64_t now_ms)
{
    return !study_current(study, now_ms) && study_next_ms(study) == INT64_MAX;
}

/// Whether a session that begins by `rules` now has a card to ask.
static bool has_more(const struct study_session *s, const struct deck_rules *rules)
{
    struct arena scratch = {0};
    struct study study;
    study_start(&study, &scratch, s->list.cards, s->list.count, rules);
    bool is_empty = is_over(&study, rules->now.at_ms);
    arena_free(&scratch);
    return !is_empty;
}

/// Goes on with the session of today, if there is one that is not over, or if a new one would
/// have no card: then what was done last can still be taken back. The limits of the two say
/// little: a plan counts anew what is left of the day.
static bool go_on(struct study_session *s, const struct study_store *store,
                  const struct deck_rules *rules)
{
    struct study_found found;
    int64_t now_ms = rules->now.at_ms;
    if (!study_journal_find(store->journal, store->memory, s->bank->id, &s->list, rules,
                            &s->arena, &found))
        return false;
    const struct study_history history = {found.past, found.past_count, found.undone_count};
    study_restore(&s->study, &s->arena, s->list.cards, s->list.count, &found.rules, &history,
                  now_ms);
    s->log = found.log;
    return !is_over(&s->study, now_ms) || (rules->mode != DECK_CRAM && !has_more(s, rules));
}

static void start(struct study_session *s, const struct study_store *store,
                  const struct deck_rules *rules, struct rng *rng)
{
    struct deck_rules own = *rules;
    own.seed = rng_next(rng);
    study_start(&s->study, &s->arena, s->list.cards, s->list.count, &own);
    study_journal_start(&s->log, store->journal, s->bank->id, &own);
}

/// Makes the list of cards anew.
static void open_list(struct study_session *s, const struct study_store *store,
                      const struct bank *bank, bool is_remembered)
{
    study_session_close(s);
    s->bank = bank;
    s->fsrs = study_store_schedule(store);
    s->list = card_pile_make(bank, is_remembered ? store->memory : NULL, &s->arena);
    s->is_begun = true;
}

/// Whether `s` is what a session that begins now goes on with.
static bool is_of(const struct study_session *s, const struct bank *bank, enum deck_mode mode,
                  struct fsrs_time now)
{
    const struct fsrs_days days = s->fsrs.options.days;
    return s->is_begun && s->bank == bank && s->study.rules.mode == mode &&
           fsrs_days_number(days, s->study.rules.now) == fsrs_days_number(days, now);
}

void study_session_begin(struct study_session *s, const struct study_store *store,
                         const struct bank *bank, enum deck_mode mode, struct fsrs_time now,
                         struct rng *rng)
{
    bool is_remembered = study_store_catch_up(store);
    if (!is_remembered && is_of(s, bank, mode, now))
        return; // what the journal can't tell is only here
    open_list(s, store, bank, is_remembered);
    const struct deck_rules rules =
        study_store_rules(store, bank, &s->list, &s->fsrs, mode, now);
    if (!is_remembered || !go_on(s, store, &rules))
        start(s, store, &rules, rng);
}

void study_session_begin_with(struct study_session *s, const struct study_store *store,
                              const struct bank *bank, int new_cards, struct fsrs_time now,
                              struct rng *rng)
{
    open_list(s, store, bank, study_store_catch_up(store));
    struct deck_rules rules = study_store_usual_rules(store, bank, &s->fsrs, DECK_DUE, now);
    rules.new_a_day = rules.new_done + new_cards;
    start(s, store, &rules, rng);
}

const struct deck_card *study_session_card(struct study_session *s, int64_t now_ms)
{
    return s->is_begun ? study_current(&s->study, now_ms) : NULL;
}

/// What is done with the card that is up, before it is done.
static struct study_deed deed_of(const struct study_session *s, enum study_action action,
                                 int64_t now_ms)
{
    int64_t took_ms = now_ms - s->study.shown_ms;
    took_ms = took_ms > STUDY_TOOK_MOST_MS ? STUDY_TOOK_MOST_MS : took_ms;
    return (struct study_deed){.card = &s->study.cards[s->study.shown],
                               .key = s->list.keys[s->study.shown],
                               .action = action,
                               .took_ms = took_ms < 0 ? 0 : took_ms};
}

bool study_session_grade(struct study_session *s, struct study_grade grade,
                         struct fsrs_time now, struct fsrs_outcome *outcome)
{
    if (!study_session_card(s, now.at_ms))
        return false;
    struct study_deed deed = deed_of(s, STUDY_GRADE, now.at_ms);
    deed.grade = grade;
    if (!study_grade(&s->study, grade, now, outcome))
        return false;
    study_journal_deed(&s->log, &deed, now);
    return true;
}

static bool put_away(struct study_session *s, enum study_action action, struct fsrs_time now)
{
    if (!study_session_card(s, now.at_ms))
        return false;
    struct study_deed deed = deed_of(s, action, now.at_ms);
    bool is_done =
        action == STUDY_HIDE ? study_hide(&s->study, now) : study_suspend(&s->study, now);
    if (!is_done)
        return false;
    deed.until_ms = deed.card->hidden_until_ms;
    study_journal_deed(&s->log, &deed, now);
    return true;
}

bool study_session_hide(struct study_session *s, struct fsrs_time now)
{
    return put_away(s, STUDY_HIDE, now);
}

bool study_session_suspend(struct study_session *s, struct fsrs_time now)
{
    return put_away(s, STUDY_SUSPEND, now);
}

bool study_session_undo(struct study_session *s, struct fsrs_time now)
{
    if (!s->is_begun || study_undo(&s->study, now.at_ms) < 0)
        return false;
    study_journal_undo(&s->log, now);
    return true;
}

bool study_session_redo(struct study_session *s, struct fsrs_time now)
{
    if (!s->is_begun || study_redo(&s->study, now.at_ms) < 0)
        return false;
    study_journal_redo(&s->log, now);
    return true;
}

void study_session_close(struct study_session *s)
{
    arena_free(&s->arena);
    *s = (struct study_session){0};
}
