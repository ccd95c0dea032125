#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/deck_make.h"
#include "core/plan_cards.h"

const struct question deck_questions[QUESTIONS];

enum { COUNT_OF_BANK = 6 };

static const char *const topics[] = {"Animals", "Plants"};
static const uint32_t animals[] = {0}, both[] = {0, 1}, plants[] = {1};

static const struct question questions[COUNT_OF_BANK] = {
    {.topics = animals, .topic_count = 1}, {.topics = both, .topic_count = 2},
    {.topics = plants, .topic_count = 1},  {.topic_count = 0},
    {.topics = plants, .topic_count = 1},  {.topics = animals, .topic_count = 1},
};

static const struct bank bank = {
    .topics = topics,
    .topic_count = COUNT(topics),
    .questions = questions,
    .question_count = COUNT_OF_BANK,
};

static struct arena arena;
static struct fsrs fsrs;
static struct deck_card cards[COUNT_OF_BANK];

// 0 to 3 are seen, and due since 0, 5, 10 and 15 days; 4 and 5 are new.
static int lay_out(void **state)
{
    (void)state;
    fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    for (int i = 0; i < COUNT_OF_BANK; i++) {
        cards[i] = i < 4 ? known_card(i, 20, -5 * i) : new_card(i);
        cards[i].bank = &bank;
        cards[i].question = &questions[i];
    }
    return 0;
}

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct plan_deck look_at(const char *const *names, int count)
{
    const struct plan_topics wanted = {names, count};
    struct plan_deck deck = plan_cards(cards, COUNT_OF_BANK, wanted, &fsrs, noon, &arena);
    deck.habit.pace_ms = 10000;
    return deck;
}

static void takes_all_cards_without_topics(void **state)
{
    (void)state;
    struct plan_deck deck = look_at(NULL, 0);
    assert_int_equal(deck.count, 4);
    assert_int_equal(deck.unseen, 2);
    assert_int_equal(deck.cards[3].due_ms, cards[3].memory.due_ms);
    assert_ptr_equal(deck.fsrs, &fsrs);
    assert_int_equal(deck.now.at_ms, noon.at_ms);
}

static void takes_those_of_the_topics(void **state)
{
    (void)state;
    static const char *const wanted[] = {"plants"}, *const two[] = {"Animals", "Other"};
    struct plan_deck deck = look_at(wanted, 1);
    assert_int_equal(deck.count, 2);
    assert_int_equal(deck.unseen, 1);
    assert_int_equal(deck.cards[0].due_ms, cards[1].memory.due_ms);
    deck = look_at(two, 2);
    assert_int_equal(deck.count, 3);
    assert_int_equal(deck.unseen, 1);
}

static void leaves_out_what_is_suspended(void **state)
{
    (void)state;
    cards[0].is_suspended = cards[4].is_suspended = true;
    struct plan_deck deck = look_at(NULL, 0);
    assert_int_equal(deck.count, 3);
    assert_int_equal(deck.unseen, 1);
}

static void what_is_hidden_is_due_later(void **state)
{
    (void)state;
    cards[0].hidden_until_ms = noon.at_ms + 16 * HOUR;
    cards[1].hidden_until_ms = noon.at_ms - 100 * DAY;
    struct plan_deck deck = look_at(NULL, 0);
    assert_int_equal(deck.cards[0].due_ms, cards[0].hidden_until_ms);
    assert_int_equal(deck.cards[1].due_ms, cards[1].memory.due_ms);
    int order[COUNT_OF_BANK];
    assert_int_equal(plan_today(&deck, 60, order, &arena).due, 3);
}

static void a_bank_may_have_no_cards(void **state)
{
    (void)state;
    struct plan_deck deck = plan_cards(NULL, 0, (struct plan_topics){0}, &fsrs, noon, &arena);
    assert_int_equal(deck.count + deck.unseen, 0);
}

static void limits_what_is_asked_while_something_is_left(void **state)
{
    (void)state;
    // A card takes more than half of the minute: the second one is begun.
    struct plan_deck deck = look_at(NULL, 0);
    deck.habit.pace_ms = 31000;
    struct deck_rules rules = deck_rules_default(&fsrs, noon);
    rules.order = DECK_BY_DUE;
    rules.reviews_done = 7;
    plan_limit(&deck, 1, &rules, &arena);
    assert_int_equal(rules.reviews_a_day, 7 + 2);
    assert_int_equal(rules.new_a_day, 0);
    assert_int_equal(rules.order, DECK_BY_RISK);
    struct deck drawn = deck_draw(cards, COUNT_OF_BANK, &rules, &arena);
    assert_int_equal(drawn.queue_count, 2);
    assert_int_equal(drawn.queue[0], 3); // the riskiest
    assert_int_equal(drawn.queue[1], 2);
}

static void does_not_put_off_what_was_begun(void **state)
{
    (void)state;
    cards[1].memory.phase = FSRS_RELEARNING;
    struct plan_deck deck = look_at(NULL, 0);
    deck.habit.pace_ms = 31000;
    struct deck_rules rules = deck_rules_default(&fsrs, noon);
    plan_limit(&deck, 1, &rules, &arena);
    assert_int_equal(rules.reviews_a_day, 1);
    struct deck drawn = deck_draw(cards, COUNT_OF_BANK, &rules, &arena);
    assert_int_equal(drawn.queue_count, 1);
    assert_int_equal(drawn.queue[0], 3);
    assert_int_equal(drawn.learning_count, 1);
}

static void lifts_no_limit(void **state)
{
    (void)state;
    struct plan_deck deck = look_at(NULL, 0);
    deck.habit.pace_ms = 31000;
    struct deck_rules rules = deck_rules_default(&fsrs, noon);
    rules.reviews_a_day = 1;
    plan_limit(&deck, 1, &rules, &arena);
    assert_int_equal(rules.reviews_a_day, 1);
    // Nothing is left over: all is as it was.
    rules = deck_rules_default(&fsrs, noon);
    rules.order = DECK_BY_DUE;
    plan_limit(&deck, 60, &rules, &arena);
    assert_int_equal(rules.reviews_a_day, DECK_REVIEWS_A_DAY);
    assert_int_equal(rules.new_a_day, DECK_NEW_A_DAY);
    assert_int_equal(rules.order, DECK_BY_DUE);
    // Something is left, but not enough for 20 new cards.
    deck.habit.pace_ms = 5000;
    rules.new_done = 3;
    plan_limit(&deck, 1, &rules, &arena);
    assert_int_equal(rules.reviews_a_day, DECK_REVIEWS_A_DAY);
    assert_int_equal(rules.new_a_day, 3 + 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_all_cards_without_topics, lay_out, clean),
        cmocka_unit_test_setup_teardown(takes_those_of_the_topics, lay_out, clean),
        cmocka_unit_test_setup_teardown(leaves_out_what_is_suspended, lay_out, clean),
        cmocka_unit_test_setup_teardown(what_is_hidden_is_due_later, lay_out, clean),
        cmocka_unit_test_setup_teardown(a_bank_may_have_no_cards, lay_out, clean),
        cmocka_unit_test_setup_teardown(limits_what_is_asked_while_something_is_left, lay_out,
                                        clean),
        cmocka_unit_test_setup_teardown(does_not_put_off_what_was_begun, lay_out, clean),
        cmocka_unit_test_setup_teardown(lifts_no_limit, lay_out, clean),
    };
    return cmocka_run_group_tests_name("plan_cards", tests, NULL, NULL);
}
