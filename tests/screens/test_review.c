// Review: the list of what was missed, its cards, and trying them again.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/quiz.h"
#include "screens/review.h"

static const char *const paris[] = {"Paris"}, *const bern[] = {"Bern"},
                         *const rome[] = {"Rome"};
static const struct question_extras extras = {
    .explanation = "It lies on the Aare.",
    .source = {.title = "Atlas", .url = "https://example.org/atlas"},
};

enum { ASK_FRANCE, ASK_SWITZERLAND, ASK_ITALY };

static const struct question questions[] = {
    [ASK_FRANCE] = {.text = "Capital of France?",
                    .kind = KIND_TEXT,
                    .points = 1,
                    .accepted = {.items = paris, .count = 1}},
    [ASK_SWITZERLAND] = {.text = "Capital of Switzerland?",
                         .kind = KIND_TEXT,
                         .points = 1,
                         .extras = &extras,
                         .accepted = {.items = bern, .count = 1}},
    [ASK_ITALY] = {.text = "Capital of Italy?",
                   .kind = KIND_TEXT,
                   .points = 1,
                   .accepted = {.items = rome, .count = 1}},
};

static const struct bank bank = {.id = "b",
                                 .title = "B",
                                 .language = "en",
                                 .questions = questions,
                                 .question_count = COUNT(questions)};

/// Answers France right and the others by Geneva and Milan, and opens the card of question
/// `at` (from 1), or with 0 the mistakes.
static void review(struct quiz *quiz, int at)
{
    static const char *const given[] = {"Paris", "Geneva", "Milan"};
    quiz_start(quiz, &bank, questions, COUNT(questions), &(struct session_rules){.seed = 3});
    for (size_t i = 0; i < COUNT(questions); i++)
        quiz_answer(quiz, &(struct answer){.texts = &given[i], .text_count = 1}, 1000);
    quiz->game.review_at = at;
    quiz_enter(quiz, &screen_review);
}

static void make_narrow(struct quiz *quiz)
{
    quiz->stand.look.width = 720;
    quiz->stand.look.height = 1280;
}

static void only_mistakes_are_listed(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    assert_true(quiz_says(quiz, "Mistakes, 2"));
    assert_non_null(quiz_named(quiz, "Capital of Switzerland?"));
    assert_non_null(quiz_named(quiz, "Capital of Italy?"));
    assert_null(quiz_named(quiz, "Capital of France?"));
}

static void the_card_tells_yours_the_right_one_and_why(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    assert_true(quiz_says(quiz, "You said: Geneva|Right: Bern|It lies on the Aare.|Atlas"));
}

static void the_arrows_go_through_the_list(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DOWN);
    assert_true(quiz_says(quiz, "You said: Milan"));
    quiz_key(quiz, KEY_DOWN); // stops at the end
    assert_true(quiz_says(quiz, "You said: Milan"));
    quiz_key(quiz, KEY_UP);
    assert_true(quiz_says(quiz, "You said: Geneva"));
    quiz_click(quiz, "Capital of Italy?");
    assert_true(quiz_says(quiz, "You said: Milan"));
}

static void enter_opens_the_source(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_ENTER);
    assert_string_equal(quiz->game.asks_open_url, "https://example.org/atlas");
    quiz->game.asks_open_url = NULL;
    quiz_key(quiz, KEY_DOWN); // Italy has none
    quiz_key(quiz, 'o');
    assert_null(quiz->game.asks_open_url);
}

static void what_is_got_leaves_the_list_and_comes_back(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DELETE);
    assert_true(quiz_says(quiz, "Mistakes, 1"));
    assert_true(quiz_says(quiz, "You said: Milan"));
    quiz_key(quiz, KEY_DELETE);
    assert_true(quiz_says(quiz, "No mistakes to fix. Nice place to be."));
    quiz_key(quiz, 'u');
    assert_true(quiz_says(quiz, "You said: Milan"));
    quiz_key(quiz, 'u');
    assert_true(quiz_says(quiz, "Mistakes, 2"));
    assert_true(quiz_says(quiz, "You said: Geneva"));
    quiz_key(quiz, 'u'); // nothing more to bring back
    assert_true(quiz_says(quiz, "Mistakes, 2"));
    assert_null(quiz_named(quiz, "Bring back"));
}

static void the_last_row_gives_way_to_the_one_above(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DOWN);
    quiz_key(quiz, KEY_DELETE);
    assert_true(quiz_says(quiz, "You said: Geneva"));
}

static void an_empty_list_leads_back(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DELETE);
    quiz_key(quiz, KEY_DELETE);
    assert_int_equal(quiz_key(quiz, KEY_ENTER).kind, STEP_BACK);
}

static void exactly_what_is_listed_is_tried_again(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DELETE);
    struct step step = quiz_key(quiz, 't');
    assert_int_equal(step.kind, STEP_ANEW);
    assert_int_equal(step.to, SCREEN_PLAY);
    assert_int_equal(quiz->game.session.turn_count, 1);
    assert_ptr_equal(quiz->game.session.turns[0].ask.question, &questions[ASK_ITALY]);
}

static void nothing_listed_is_not_tried(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DELETE);
    quiz_key(quiz, KEY_DELETE);
    assert_int_equal(quiz_key(quiz, 't').kind, STEP_STAY);
    assert_int_equal(quiz->game.session.phase, SESSION_DONE);
}

static void a_card_opens_among_all_answers(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 1);
    assert_int_equal(quiz->game.review_at, 0); // once only
    assert_true(quiz_says(quiz, "Answers, 3"));
    assert_true(quiz_says(quiz, "You said: Paris"));
    assert_false(quiz_says(quiz, "Right: "));
    assert_null(quiz_area(quiz, REVIEW_HIDE, 0)); // what was right is no mistake
    quiz_key(quiz, KEY_DELETE);
    assert_true(quiz_says(quiz, "You said: Paris"));
    quiz_key(quiz, 't');
    assert_int_equal(quiz->game.session.turn_count, 2);
}

static void narrow_windows_have_the_card_on_a_page(void **state)
{
    struct quiz *quiz = *state;
    make_narrow(quiz);
    review(quiz, 0);
    assert_false(quiz_says(quiz, "You said:"));
    quiz_key(quiz, KEY_DOWN);
    quiz_key(quiz, KEY_ENTER);
    assert_true(quiz_says(quiz, "You said: Milan"));
    assert_int_equal(quiz_send(quiz, (struct action){.id = ACTION_BACK}).kind, STEP_STAY);
    assert_false(quiz_says(quiz, "You said:"));
    assert_int_equal(quiz_send(quiz, (struct action){.id = ACTION_BACK}).kind, STEP_BACK);
}

static void a_card_on_a_page_of_its_own_leads_back_at_once(void **state)
{
    struct quiz *quiz = *state;
    make_narrow(quiz);
    review(quiz, 2);
    assert_true(quiz_says(quiz, "You said: Geneva"));
    assert_int_equal(quiz_send(quiz, (struct action){.id = ACTION_BACK}).kind, STEP_BACK);
}

static void a_row_that_is_gone_is_not_chosen(void **state)
{
    struct quiz *quiz = *state;
    review(quiz, 0);
    quiz_key(quiz, KEY_DELETE);
    quiz_send(quiz, (struct action){.id = REVIEW_ROW, .arg = 0});
    assert_true(quiz_says(quiz, "You said: Milan"));
    quiz_send(quiz, (struct action){.id = REVIEW_ROW, .arg = 7});
    assert_true(quiz_says(quiz, "You said: Milan"));
}

static const struct ui_region *card_region(const struct quiz *quiz)
{
    const struct ui_frame *frame = &quiz->stand.frame;
    for (int i = 0; i < frame->region_count; i++) {
        if (frame->regions[i].id == REVIEW_TEXT_REGION)
            return &frame->regions[i];
    }
    return NULL;
}

static void each_card_opens_at_its_top(void **state)
{
    static const char *const given[] = {"Lyon", "Geneva"};
    static const struct question_extras longer = {
        .explanation = "One\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven"};
    struct question both[] = {questions[ASK_FRANCE], questions[ASK_SWITZERLAND]};
    both[0].extras = both[1].extras = &longer;
    struct quiz *quiz = *state;
    quiz->stand.look.width = 640;
    quiz->stand.look.height = 360;
    quiz_start(quiz, &bank, both, 2, &(struct session_rules){.seed = 3});
    for (int i = 0; i < 2; i++)
        quiz_answer(quiz, &(struct answer){.texts = &given[i], .text_count = 1}, 1000);
    quiz->game.review_at = 1;
    quiz_enter(quiz, &screen_review);
    assert_true(quiz_says(quiz, "You said: Lyon"));
    quiz_send(quiz, stand_key(&quiz->stand, KEY_DOWN, MOD_SHIFT));
    assert_true(card_region(quiz)->offset > 0);
    quiz_send(quiz, (struct action){.id = REVIEW_ROW, .arg = 1});
    assert_true(quiz_says(quiz, "You said: Geneva"));
    assert_float_equal(card_region(quiz)->offset, 0, 0.01);
}

#define QUIZ_TEST(test) cmocka_unit_test_setup_teardown(test, quiz_setup, quiz_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        QUIZ_TEST(only_mistakes_are_listed),
        QUIZ_TEST(the_card_tells_yours_the_right_one_and_why),
        QUIZ_TEST(the_arrows_go_through_the_list),
        QUIZ_TEST(enter_opens_the_source),
        QUIZ_TEST(what_is_got_leaves_the_list_and_comes_back),
        QUIZ_TEST(the_last_row_gives_way_to_the_one_above),
        QUIZ_TEST(an_empty_list_leads_back),
        QUIZ_TEST(exactly_what_is_listed_is_tried_again),
        QUIZ_TEST(nothing_listed_is_not_tried),
        QUIZ_TEST(a_card_opens_among_all_answers),
        QUIZ_TEST(narrow_windows_have_the_card_on_a_page),
        QUIZ_TEST(a_card_on_a_page_of_its_own_leads_back_at_once),
        QUIZ_TEST(a_row_that_is_gone_is_not_chosen),
        QUIZ_TEST(each_card_opens_at_its_top),
    };
    return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
