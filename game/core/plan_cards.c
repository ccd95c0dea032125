#include "core/plan_cards.h"

#include "core/pick.h"

// Which questions of the bank have to do with the topics, by their places in it.
static const bool *find_wanted(const struct bank *bank, struct plan_topics topics,
                               struct arena *arena)
{
    bool *is_wanted = ARENA_ARRAY(arena, bank->question_count + 1, bool);
    const struct pick_rules rules = {
        .topics = topics.names, .topic_count = topics.count, .difficulty = PICK_ANY_DIFFICULTY};
    struct picked *picked = NULL;
    int count = pick_questions(&bank, 1, &rules, arena, &picked);
    for (int i = 0; i < count; i++)
        is_wanted[picked[i].question - bank->questions] = true;
    return is_wanted;
}

struct plan_deck plan_cards(const struct deck_card *cards, int count, struct plan_topics topics,
                            const struct fsrs *fsrs, struct fsrs_time now, struct arena *arena)
{
    struct plan_deck deck = {.fsrs = fsrs, .now = now};
    struct fsrs_card *seen = ARENA_ARRAY(arena, count + 1, struct fsrs_card);
    const bool *is_wanted = count ? find_wanted(cards[0].bank, topics, arena) : NULL;
    deck.cards = seen;
    for (int i = 0; i < count; i++) {
        const struct deck_card *card = &cards[i];
        if (card->is_suspended || !is_wanted[card->question - card->bank->questions])
            continue;
        if (!plan_is_seen(&card->memory)) {
            deck.unseen++;
            continue;
        }
        seen[deck.count] = card->memory;
        if (card->hidden_until_ms > card->memory.due_ms)
            seen[deck.count].due_ms = card->hidden_until_ms;
        deck.count++;
    }
    return deck;
}

void plan_limit(const struct plan_deck *deck, int minutes, struct deck_rules *rules,
                struct arena *scratch)
{
    int *order = ARENA_ARRAY(scratch, deck->count + 1, int);
    struct plan_today today = plan_today(deck, minutes, order, scratch);
    int new_most = rules->new_done + plan_new_today(deck, minutes, &today);
    rules->new_a_day = new_most < rules->new_a_day ? new_most : rules->new_a_day;
    if (today.share == today.due)
        return;
    int most = rules->reviews_done;
    for (int i = 0; i < today.share; i++)
        most += deck->cards[order[i]].phase == FSRS_REVIEW; // others are not limited
    rules->reviews_a_day = most < rules->reviews_a_day ? most : rules->reviews_a_day;
    rules->order = DECK_BY_RISK;
}
