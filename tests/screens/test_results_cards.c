// Results: what the quiz did to the cards, and taking that back.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screens/quiz.h"
#include "screens/results.h"
#include "store/scratch.h"

#define ASKED(name)                                                                            \
    {                                                                                          \
        .id = (name), .text = "True?", .kind = KIND_TRUEFALSE, .points = 1, .is_true = true    \
    }

static const struct question questions[] = {ASKED("a"), ASKED("b"), ASKED("c")};

static const struct bank bank = {
    .id = "b", .title = "B", .questions = questions, .question_count = COUNT(questions)};

static const struct answer right = {.picked = 1}, wrong = {.picked = 2};

/// A quiz with a journal and a memory.
struct table {
    struct quiz *quiz;
    struct scratch *scratch;
    struct journal journal;
    struct memory memory;
};

static int table_setup(void **state)
{
    struct table *table = calloc(1, sizeof *table);
    void *quiz = NULL, *scratch = NULL;
    assert_non_null(table);
    assert_int_equal(quiz_setup(&quiz), 0);
    assert_int_equal(scratch_setup(&scratch), 0);
    table->quiz = quiz;
    table->scratch = scratch;
    journal_open(&table->journal, table->scratch->dir, "me", &table->scratch->diags);
    memory_open(&table->memory, &table->journal);
    table->quiz->game.journal = &table->journal;
    table->quiz->game.memory = &table->memory;
    table->quiz->game.wall_ms = INT64_C(20000) * FSRS_DAY_MS;
    *state = table;
    return 0;
}

static int table_teardown(void **state)
{
    struct table *table = *state;
    void *quiz = table->quiz, *scratch = table->scratch;
    memory_close(&table->memory);
    journal_close(&table->journal);
    quiz_teardown(&quiz);
    scratch_teardown(&scratch);
    free(table);
    return 0;
}

static void apply(struct table *table, enum event_type type, const struct answer *answer)
{
    struct quiz *quiz = table->quiz;
    quiz->stand.now_ms += 1000;
    assert_true(game_apply(&quiz->game, type, quiz->stand.now_ms, answer));
}

/// Plays: "r" right, "w" wrong; stops after the last letter, and shows the results.
static void play(struct table *table, const char *answers, struct session_rules rules)
{
    struct game *game = &table->quiz->game;
    quiz_start(table->quiz, &bank, questions, COUNT(questions), &rules);
    quiz_log_start(&game->quiz_log, game->journal, &game->session, table->quiz->stand.now_ms,
                   game_wall(game));
    for (const char *a = answers; *a; a++) {
        apply(table, EVENT_ANSWER, *a == 'r' ? &right : &wrong);
        apply(table, EVENT_NEXT, NULL);
    }
    if (game->session.phase != SESSION_DONE)
        apply(table, EVENT_STOP, NULL);
    quiz_enter(table->quiz, &screen_results);
}

static const struct session_rules counts = {.has_memory = true};

/// The last event of the quiz.
static int last_type(struct table *table)
{
    struct journal_event *events;
    int count = journal_read_game(&table->journal, table->quiz->game.quiz_log.game,
                                  &table->scratch->arena, &events);
    assert_true(count > 0);
    return events[count - 1].type;
}

static int cards_known(struct table *table)
{
    struct memory_card *cards;
    return memory_cards(&table->memory, "b", &table->scratch->arena, &cards);
}

static void what_moved_is_said(void **state)
{
    struct table *table = *state;
    play(table, "rwr", counts);
    assert_int_equal(cards_known(table), 3); // what is not folded yet was
    assert_true(quiz_says(table->quiz, "3 cards moved, 3 come back tomorrow."));
    assert_true(quiz_says(table->quiz, "+3|cards"));
    assert_non_null(quiz_named(table->quiz, "Undo cards"));
}

static void one_key_takes_the_whole_quiz_out_and_back_in(void **state)
{
    struct table *table = *state;
    play(table, "rw", counts);
    quiz_key(table->quiz, 'c');
    assert_int_equal(last_type(table), JOURNAL_OUT);
    assert_int_equal(cards_known(table), 0);
    assert_true(quiz_says(table->quiz, "Your cards are as they were before this quiz."));
    assert_true(quiz_says(table->quiz, "0|cards"));
    assert_false(quiz_says(table->quiz, "come back"));
    quiz_click(table->quiz, "Redo cards");
    assert_int_equal(last_type(table), JOURNAL_IN);
    assert_int_equal(cards_known(table), 2);
    assert_true(quiz_says(table->quiz, "2 cards moved"));
    assert_int_equal(session_answered(&table->quiz->game.session), 2);
}

static void a_quiz_that_is_out_is_so_after_one_more_answer(void **state)
{
    struct table *table = *state;
    play(table, "rwr", counts);
    quiz_key(table->quiz, 'c');
    quiz_key(table->quiz, 'u');
    apply(table, EVENT_ANSWER, &wrong);
    apply(table, EVENT_NEXT, NULL);
    quiz_enter(table->quiz, &screen_results);
    assert_int_equal(cards_known(table), 0);
    assert_non_null(quiz_named(table->quiz, "Redo cards"));
}

static void a_quiz_that_leaves_the_cards_alone_says_so(void **state)
{
    struct table *table = *state;
    play(table, "rwr", (struct session_rules){0});
    assert_true(quiz_says(table->quiz, "This quiz does not count for your cards."));
    assert_null(quiz_area(table->quiz, RESULTS_MEMORY, 0));
    assert_false(quiz_says(table->quiz, "|cards"));
    int before = last_type(table);
    quiz_key(table->quiz, 'c');
    assert_int_equal(last_type(table), before);
}

static void nothing_answered_moved_nothing(void **state)
{
    struct table *table = *state;
    play(table, "", counts);
    assert_null(quiz_area(table->quiz, RESULTS_MEMORY, 0));
    quiz_key(table->quiz, 'c');
    assert_int_equal(last_type(table), JOURNAL_STOP);
}

/// A file that is not ours to write: nothing is known of the cards.
static void without_a_memory_nothing_is_said_of_cards(void **state)
{
    struct table *table = *state;
    memory_close(&table->memory);
    play(table, "rwr", counts);
    assert_false(quiz_says(table->quiz, "cards"));
    assert_null(quiz_area(table->quiz, RESULTS_MEMORY, 0));
    quiz_key(table->quiz, 'c');
    assert_int_equal(last_type(table), JOURNAL_NEXT);
}

static void help_tells_of_the_key_where_it_works(void **state)
{
    struct table *table = *state;
    const struct shortcut row = {.id = RESULTS_MEMORY}, other = {.id = RESULTS_AGAIN};
    const struct game *game = &table->quiz->game;
    play(table, "rw", counts);
    assert_true(screen_results.works(table->quiz->self, game, NULL, &row));
    quiz_key(table->quiz, 'c');
    assert_true(screen_results.works(table->quiz->self, game, NULL, &row));
    play(table, "rw", (struct session_rules){0});
    assert_false(screen_results.works(table->quiz->self, game, NULL, &row));
    assert_true(screen_results.works(table->quiz->self, game, NULL, &other));
}

static const struct words_case {
    const char *name;
    struct memory_moved moved;
    const char *words;
} words_cases[] = {
    {"one", {.cards = 1, .tomorrow = 1}, "1 card moved, and comes back tomorrow."},
    {"one, later", {.cards = 1}, "1 card moved."},
    {"all later", {.cards = 12}, "12 cards moved."},
    {"one of many", {.cards = 12, .tomorrow = 1}, "12 cards moved, 1 comes back tomorrow."},
    {"some", {.cards = 12, .tomorrow = 4}, "12 cards moved, 4 come back tomorrow."},
};

static void has_its_words(void **state)
{
    const struct words_case *c = *state;
    void *made = NULL;
    table_setup(&made);
    struct table *table = made;
    play(table, "rwr", counts);
    struct results *results = table->quiz->self;
    results->moved = c->moved;
    quiz_show(table->quiz);
    if (!quiz_says(table->quiz, c->words))
        fail_msg("\"%s\" is not said: %s", c->words, stand_text(&table->quiz->stand));
    table_teardown(&made);
}

#define TABLE_TEST(test) cmocka_unit_test_setup_teardown(test, table_setup, table_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TABLE_TEST(what_moved_is_said),
        TABLE_TEST(one_key_takes_the_whole_quiz_out_and_back_in),
        TABLE_TEST(a_quiz_that_is_out_is_so_after_one_more_answer),
        TABLE_TEST(a_quiz_that_leaves_the_cards_alone_says_so),
        TABLE_TEST(nothing_answered_moved_nothing),
        TABLE_TEST(without_a_memory_nothing_is_said_of_cards),
        TABLE_TEST(help_tells_of_the_key_where_it_works),
    };
    struct CMUnitTest rows[COUNT(words_cases)] = {0};
    for (size_t i = 0; i < COUNT(words_cases); i++) {
        rows[i] = (struct CMUnitTest){words_cases[i].name, has_its_words, NULL, NULL,
                                      (void *)&words_cases[i]};
    }
    int failed = cmocka_run_group_tests_name("results_cards, in words", rows, NULL, NULL);
    return failed + cmocka_run_group_tests_name("results_cards", tests, NULL, NULL);
}
