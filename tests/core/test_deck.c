#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/deck_make.h"

const struct question deck_questions[QUESTIONS];

/// Rules for a deck at noon.
struct table {
    struct arena arena;
    struct fsrs fsrs;
    struct deck_rules rules;
};

static int set_up(void **state)
{
    static struct table table;
    table = (struct table){.fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default())};
    table.rules = deck_rules_default(&table.fsrs, noon);
    *state = &table;
    return 0;
}

static int clean(void **state)
{
    struct table *table = *state;
    arena_free(&table->arena);
    return 0;
}

static struct deck draw(struct table *table, const struct deck_card *cards, int count)
{
    return deck_draw(cards, count, &table->rules, &table->arena);
}

/// Whether the queue is these cards, one letter each, from "a" on.
static void assert_queue(const struct deck *deck, const char *wanted)
{
    char queue[QUESTIONS + 1] = {0};
    for (int i = 0; i < deck->queue_count; i++)
        queue[i] = (char)('a' + deck->queue[i]);
    assert_string_equal(queue, wanted);
}

static struct deck_card put_away(struct deck_card card, bool is_suspended, int64_t hidden_ms)
{
    card.is_suspended = is_suspended;
    card.hidden_until_ms = noon.at_ms + hidden_ms;
    return card;
}

static void draws_what_is_due_today(void **state)
{
    struct table *table = *state;
    const struct deck_card due[] = {
        known_card(0, 9, 0), known_card(1, 9, -400), new_card(2),
        put_away(known_card(3, 9, 0), false, 0), // hidden until just now
    };
    struct deck deck = draw(table, due, COUNT(due));
    assert_int_equal(deck.queue_count, 4);
    assert_int_equal(deck.learning_count, 0);
    const struct deck_card others[] = {
        known_card(0, 9, 1),
        put_away(known_card(1, 9, 0), true, 0),
        put_away(known_card(2, 9, 0), false, 1),
        put_away(new_card(3), true, 0),
        put_away(learning_card(4, 0), false, DAY),
    };
    deck = draw(table, others, COUNT(others));
    assert_int_equal(deck.queue_count, 0);
    assert_int_equal(deck.learning_count, 0);
    assert_int_equal(deck.held_siblings + deck.held_reviews + deck.held_new, 0);
    assert_int_equal(draw(table, NULL, 0).queue_count, 0);
}

static void a_day_lasts_from_4_to_4(void **state)
{
    struct table *table = *state;
    const struct deck_card tomorrow[] = {known_card(0, 9, 1)};
    table->rules.now = after_noon(16 * HOUR - 1);
    assert_int_equal(draw(table, tomorrow, 1).queue_count, 0);
    table->rules.now = after_noon(16 * HOUR);
    assert_int_equal(draw(table, tomorrow, 1).queue_count, 1);
    // Two hours ahead of UTC it begins two hours earlier.
    table->rules.now = after_noon(14 * HOUR);
    assert_int_equal(draw(table, tomorrow, 1).queue_count, 0);
    table->rules.now.ahead_min = 120;
    assert_int_equal(draw(table, tomorrow, 1).queue_count, 1);
    // Summer time has ended since this was put on tomorrow: then it began an hour earlier.
    struct deck_card summer[] = {known_card(0, 9, 1)};
    summer[0].memory.due_ms -= HOUR;
    table->rules.now = noon;
    assert_int_equal(draw(table, summer, 1).queue_count, 0);
}

static void days_of_24_hours_are_due_from_the_morning_on(void **state)
{
    struct table *table = *state;
    table->fsrs.options.days.policy = FSRS_DAYS_24H;
    struct deck_card cards[] = {known_card(0, 9, 0), known_card(1, 9, 0)};
    cards[0].memory.due_ms = noon.at_ms + 15 * HOUR;
    cards[1].memory.due_ms = noon.at_ms + 17 * HOUR;
    struct deck deck = draw(table, cards, 2);
    assert_queue(&deck, "a");
}

static void learning_comes_by_the_minute_until_the_day_ends(void **state)
{
    struct table *table = *state;
    const struct deck_card cards[] = {
        learning_card(0, -3 * DAY),
        learning_card(1, 16 * HOUR + 20 * MINUTE), // may be shown ahead before the day ends
        learning_card(2, 16 * HOUR + 20 * MINUTE + 1),
    };
    struct deck deck = draw(table, cards, 3);
    assert_int_equal(deck.queue_count, 0);
    assert_int_equal(deck.learning_count, 2);
    assert_int_equal(deck.learning[0], 0);
    assert_int_equal(deck.learning[1], 1);
}

static void cards_about_one_fact_are_kept_apart(void **state)
{
    static const uint32_t facts[] = {1, 2};
    static const struct question_extras one = {.facts = facts, .fact_count = 1};
    static const struct question_extras both = {.facts = facts, .fact_count = 2};
    static const struct question about[] = {{.extras = &one}, {.extras = &both}};
    struct table *table = *state;
    struct deck_card cards[] = {new_card(0),          new_card(1),
                                new_card(2),          known_card(3, 20, 0),
                                known_card(4, 20, 0), known_card(5, 20, 0)};
    cards[0].question = cards[3].question = &about[0];
    cards[4].question = &about[1];
    table->rules.new_place = DECK_NEW_AFTER; // those stay after the reviews
    struct deck deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "dfebca");
    table->rules.order = DECK_BY_LIST; // who wants it so gets it
    deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "defabc");
}

static void in_a_cram_each_round_is_spread_alone(void **state)
{
    static const uint32_t fact = 1;
    static const struct question_extras extras = {.facts = &fact, .fact_count = 1};
    static const struct question about[] = {
        {.extras = &extras}, {.extras = &extras}, {.extras = NULL}};
    struct table *table = *state;
    struct deck_card cards[6];
    for (int i = 0; i < 6; i++) {
        cards[i] = new_card(i / 2);
        cards[i].question = &about[i / 2];
    }
    table->rules.mode = DECK_CRAM;
    struct deck deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "aecfbd");
}

static void limits_cut_what_comes_last(void **state)
{
    struct table *table = *state;
    // Most at risk: c, a, b.
    const struct deck_card cards[] = {known_card(0, 20, -10),
                                      known_card(1, 9, 0),
                                      known_card(2, 30, -25),
                                      new_card(3),
                                      new_card(4),
                                      learning_card(5, 0)};
    table->rules.new_place = DECK_NEW_AFTER;

    static const struct {
        int reviews, reviews_done, news, new_done;
        const char *queue;
    } rows[] = {
        {200, 0, 20, 0, "cabde"},
        {2, 0, 1, 0, "cad"},
        {0, 0, 0, 0, ""},
        {5, 3, 5, 4, "cad"},
        {5, 5, 5, 9, ""},
        {-1, 0, -7, 0, ""},
        {INT32_MAX, -9, 20, -9, "cabde"},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        table->rules.reviews_a_day = rows[i].reviews;
        table->rules.reviews_done = rows[i].reviews_done;
        table->rules.new_a_day = rows[i].news;
        table->rules.new_done = rows[i].new_done;
        struct deck deck = draw(table, cards, COUNT(cards));
        assert_queue(&deck, rows[i].queue);
        assert_int_equal(deck.held_reviews + deck.held_new, 5 - (int)strlen(rows[i].queue));
        assert_int_equal(deck.learning_count, 1);
    }
}

static void orders_as_asked(void **state)
{
    struct table *table = *state;
    struct deck_card cards[] = {known_card(0, 20, -10), known_card(1, 9, 0),
                                known_card(2, 30, -25), known_card(3, 60, -1)};
    cards[1].memory.memory.difficulty = 9;
    cards[3].memory.memory.difficulty = 7;
    cards[2].memory.memory.difficulty = 1;
    static const char *const queues[DECK_ORDER_COUNT] = {
        [DECK_BY_RISK] = "cadb",  [DECK_BY_DUE] = "cadb", [DECK_BY_DIFFICULTY] = "bdac",
        [DECK_BY_YOUTH] = "cbad", [DECK_BY_AGE] = "dabc", [DECK_BY_LIST] = "abcd"};
    for (int order = 0; order < DECK_ORDER_COUNT; order++) {
        table->rules.order = (enum deck_order)order;
        struct deck deck = draw(table, cards, COUNT(cards));
        if (order != DECK_BY_CHANCE)
            assert_queue(&deck, queues[order]);
    }
}

static void the_first_at_risk_is_the_least_likely_recalled(void **state)
{
    struct table *table = *state;
    struct rng rng = rng_seed(3);
    struct deck_card cards[200];
    for (int i = 0; i < 200; i++) {
        cards[i] = known_card(i, (int)rng_below(&rng, 300), -(int)rng_below(&rng, 30));
        cards[i].memory.memory.stability = make_double(&rng, 0.1, 200);
    }
    struct deck deck = draw(table, cards, 200);
    double before = 0;
    for (int i = 0; i < deck.queue_count; i++) {
        double r = fsrs_retrievability(&table->fsrs, &cards[deck.queue[i]].memory, noon.at_ms);
        assert_true(r >= before);
        before = r;
    }
    assert_int_equal(deck.queue_count, 200);
}

/// A hundred new cards drawn by chance.
static struct deck draw_by_chance(struct table *table, uint64_t seed)
{
    struct deck_card cards[100];
    for (int i = 0; i < 100; i++)
        cards[i] = new_card(i);
    table->rules.new_a_day = 10;
    table->rules.is_new_by_chance = true;
    table->rules.seed = seed;
    return draw(table, cards, 100);
}

static void chance_goes_by_its_seed(void **state)
{
    struct table *table = *state;
    struct deck a = draw_by_chance(table, 1), b = draw_by_chance(table, 2);
    struct deck c = draw_by_chance(table, 1);
    assert_memory_equal(a.queue, c.queue, 10 * sizeof *a.queue);
    assert_memory_not_equal(a.queue, b.queue, 10 * sizeof *a.queue);

    struct deck_card cards[20];
    for (int i = 0; i < 20; i++)
        cards[i] = known_card(i, 9, 0);
    table->rules.order = DECK_BY_CHANCE;
    struct deck first = draw(table, cards, 20);
    table->rules.seed++;
    struct deck second = draw(table, cards, 20);
    assert_memory_not_equal(first.queue, second.queue, 20 * sizeof *first.queue);
}

static void new_cards_stand_where_they_are_wanted(void **state)
{
    struct table *table = *state;
    const struct deck_card cards[] = {
        new_card(0),         new_card(1),         known_card(2, 9, 0), known_card(3, 9, 0),
        known_card(4, 9, 0), known_card(5, 9, 0), known_card(6, 9, 0)};
    static const char *const queues[DECK_NEW_COUNT] = {[DECK_NEW_MIXED] = "cadefbg",
                                                       [DECK_NEW_AFTER] = "cdefgab",
                                                       [DECK_NEW_BEFORE] = "abcdefg"};
    for (int place = 0; place < DECK_NEW_COUNT; place++) {
        table->rules.new_place = (enum deck_new)place;
        struct deck deck = draw(table, cards, COUNT(cards));
        assert_queue(&deck, queues[place]);
    }
}

enum { SIBLINGS = 3 };

static struct deck_card seen_today(struct deck_card card)
{
    card.memory.last_ms = noon.at_ms - HOUR;
    return card;
}

/// What is drawn of the three cards of a question.
static void assert_drawn(struct table *table, struct deck_card a, struct deck_card b,
                         struct deck_card c, const char *queue, int learning, int held)
{
    const struct deck_card cards[SIBLINGS] = {a, b, c};
    struct deck deck = draw(table, cards, SIBLINGS);
    assert_queue(&deck, queue);
    assert_int_equal(deck.learning_count, learning >= 0);
    if (learning >= 0)
        assert_int_equal(deck.learning[0], learning);
    assert_int_equal(deck.held_siblings, held);
}

static void of_a_question_one_card_is_asked_a_day(void **state)
{
    struct table *t = *state;
    struct deck_card fresh = new_card(0), safe = known_card(0, 9, 0);
    struct deck_card risky = known_card(0, 30, -20), later = known_card(0, 9, 1);
    struct deck_card soon = learning_card(0, MINUTE), sooner = learning_card(0, 0);
    struct deck_card far = learning_card(0, 2 * DAY);
    struct deck_card gone = put_away(known_card(0, 30, -9), true, 0);
    assert_drawn(t, fresh, fresh, fresh, "a", -1, 2);
    assert_drawn(t, fresh, safe, risky, "c", -1, 2);
    assert_drawn(t, risky, safe, risky, "a", -1, 2);
    assert_drawn(t, later, fresh, later, "b", -1, 0);
    assert_drawn(t, risky, soon, fresh, "", 1, 2);
    assert_drawn(t, soon, risky, fresh, "", 0, 2);
    assert_drawn(t, soon, sooner, soon, "", 1, 2);
    assert_drawn(t, gone, safe, far, "b", -1, 0);
    // One that was answered today goes on, and keeps the others away, even if it is through.
    assert_drawn(t, seen_today(soon), sooner, risky, "", 0, 2);
    assert_drawn(t, seen_today(later), sooner, fresh, "", -1, 2);
    assert_drawn(t, seen_today(gone), safe, fresh, "", -1, 2);
    assert_drawn(t, seen_today(soon), seen_today(sooner), fresh, "", 1, 2);
    assert_drawn(t, fresh, seen_today(far), later, "", -1, 1);
}

static void the_first_of_new_siblings_comes_first(void **state)
{
    struct table *table = *state;
    struct deck_card cards[] = {new_card(0), new_card(0)};
    table->rules.order = DECK_BY_CHANCE;
    table->rules.is_new_by_chance = true;
    for (uint64_t seed = 0; seed < 20; seed++) {
        cards[1].seed = seed;
        struct deck deck = draw(table, cards, 2);
        assert_queue(&deck, "a");
    }
    // A computer that has lost its clock: then new cards are not from today all the same.
    table->rules.now.at_ms = 0;
    cards[1] = learning_card(0, 0);
    cards[1].memory.last_ms = cards[1].memory.due_ms = -DAY;
    assert_int_equal(draw(table, cards, 2).learning_count, 1);
}

static void siblings_are_of_the_same_question_only(void **state)
{
    struct table *table = *state;
    const struct deck_card cards[] = {new_card(0), new_card(1), new_card(1), new_card(2)};
    struct deck deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "abd");
}

static void a_held_sibling_takes_nothing_of_the_limits(void **state)
{
    struct table *table = *state;
    const struct deck_card cards[] = {new_card(0), new_card(0), new_card(1)};
    table->rules.new_a_day = 2;
    struct deck deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "ac");
}

static void cramming_goes_round_by_round(void **state)
{
    struct table *table = *state;
    const struct deck_card cards[] = {
        new_card(0),
        new_card(0),
        put_away(new_card(0), true, 0),
        new_card(0),
        known_card(1, 9, 9),
        learning_card(1, 9 * DAY),
        put_away(new_card(2), false, DAY),
        known_card(3, 9, 0),
    };
    table->rules.order = DECK_BY_LIST;
    table->rules.new_a_day = table->rules.reviews_a_day = 0;
    table->rules.mode = DECK_CRAM;
    struct deck deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "aehbfd");
    assert_int_equal(deck.learning_count, 0);
    table->rules.mode = DECK_ONLY;
    deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "aeghbfcd");
    table->rules.order = DECK_BY_RISK; // what is new is not known at all
    deck = draw(table, cards, COUNT(cards));
    assert_queue(&deck, "aghebfcd");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, clean)
    const struct CMUnitTest tests[] = {
        TEST(draws_what_is_due_today),
        TEST(a_day_lasts_from_4_to_4),
        TEST(days_of_24_hours_are_due_from_the_morning_on),
        TEST(learning_comes_by_the_minute_until_the_day_ends),
        TEST(cards_about_one_fact_are_kept_apart),
        TEST(in_a_cram_each_round_is_spread_alone),
        TEST(limits_cut_what_comes_last),
        TEST(orders_as_asked),
        TEST(the_first_at_risk_is_the_least_likely_recalled),
        TEST(chance_goes_by_its_seed),
        TEST(new_cards_stand_where_they_are_wanted),
        TEST(of_a_question_one_card_is_asked_a_day),
        TEST(the_first_of_new_siblings_comes_first),
        TEST(siblings_are_of_the_same_question_only),
        TEST(a_held_sibling_takes_nothing_of_the_limits),
        TEST(cramming_goes_round_by_round),
    };
    return cmocka_run_group_tests_name("deck", tests, NULL, NULL);
}
