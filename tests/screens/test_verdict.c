#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/verdict.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const cities[] = {"Paris", "Lyon", "Nice"};
static const struct note notes[] = {{0}, {.why = "Lyon is no capital."}, {0}};
static const char *const names[] = {"Zürich", "Zurich am See"};
static const struct note credits[] = {{.credit = 1000},
                                      {.credit = 500, .why = "A longer name."}};
static const char *const rows[] = {"one", "two", "three"};
static const char *const lefts[] = {"Japan", "Canada"}, *const rights[] = {"Tokyo", "Ottawa"};
static const char *const primes[] = {"2", "3", "4", "6", "8"};
static const struct note divisors[] = {{0},
                                       {.why = "Said of none that is right."},
                                       {.why = "It is 2 · 2."},
                                       {.why = "It is 2 · 3."},
                                       {0}};

static const struct question choice = {
    .kind = KIND_CHOICE,
    .points = 1,
    .choice = {{.items = cities, .notes = notes, .count = 3}, 1}};
static const struct question multi = {
    .kind = KIND_MULTI,
    .points = 1,
    .choice = {{.items = primes, .notes = divisors, .count = 5}, 2}};
static const struct question truefalse = {.kind = KIND_TRUEFALSE, .points = 1, .is_true = true};
static const struct question text = {
    .kind = KIND_TEXT,
    .points = 1,
    .typos = TYPOS_BY_LENGTH,
    .accepted = {.items = names, .notes = credits, .count = 2}};
static const struct question order = {
    .kind = KIND_ORDER, .points = 1, .order = {.items = rows, .count = 3}};
static const struct question match = {
    .kind = KIND_MATCH, .points = 1, .match = {.lefts = lefts, .rights = rights, .count = 2}};
static const struct question card = {.kind = KIND_CARD, .points = 1, .card = {.back = "Bern"}};

static const struct bank bank = {.id = "b", .title = "Bank", .language = "de"};

#define TYPED(word) .texts = (const char *const[]){word}, .text_count = 1

static const struct verdict_case {
    const char *name;
    const struct question *question;
    struct answer answer;
    const char *title, *sentence;
    const char *why; // NULL: nothing is said
} cases[] = {
    {"choice, right", &choice, {.picked = 1}, "Right", "Paris.", NULL},
    {"choice, wrong, with a why",
     &choice,
     {.picked = 2},
     "Not quite",
     "It is A: Paris.",
     "Lyon is no capital."},
    {"choice, wrong, without", &choice, {.picked = 4}, "Not quite", "It is A: Paris.", NULL},
    {"multi, all", &multi, {.picked = 3}, "Right", "All parts are right.", NULL},
    {"multi, half", &multi, {.picked = 1}, "Partly right", "Right are: 2, 3.", NULL},
    {"multi, one wrong, with a why",
     &multi,
     {.picked = 4},
     "Not quite",
     "Right are: 2, 3.",
     "4: It is 2 · 2."},
    {"multi, everything",
     &multi,
     {.picked = 31},
     "Not quite",
     "Right are: 2, 3.",
     "4: It is 2 · 2.\n6: It is 2 · 3."},
    {"multi, one wrong, without",
     &multi,
     {.picked = 16},
     "Not quite",
     "Right are: 2, 3.",
     NULL},
    {"true, right", &truefalse, {.picked = 1}, "Right", "True.", NULL},
    {"true, wrong", &truefalse, {.picked = 2}, "Not quite", "It is: True.", NULL},
    {"text, exact", &text, {TYPED("Zürich")}, "Right", "Zürich.", NULL},
    {"text, capitals", &text, {TYPED("zürich")}, "Right", "Zürich.", NULL},
    {"text, accents", &text, {TYPED("Zurich")}, "Right", "Mind the accents: Zürich.", NULL},
    {"text, a typo",
     &text,
     {TYPED("Zürch")},
     "Right, nearly",
     "Check the spelling: Zürich.",
     NULL},
    {"text, half credit",
     &text,
     {TYPED("Zurich am See")},
     "Partly right",
     "It is: Zürich.",
     "A longer name."},
    {"text, wrong", &text, {TYPED("Bern")}, "Not quite", "It is: Zürich.", NULL},
    {"order, right", &order, {.places = {0, 1, 2}}, "Right", "All parts are right.", NULL},
    {"order, half", &order, {.places = {0, 2, 1}}, "Partly right", "2 of 3 are right.", NULL},
    {"match, half",
     &match,
     {.places = {0, ASK_NONE}},
     "Partly right",
     "1 of 2 are right.",
     NULL},
    {"card, known", &card, {.credit = 1000}, "Right", "Full points.", NULL},
    {"card, not known", &card, {.credit = 0}, "Not yet", "Here is what is right.", NULL},
};

static struct arena arena;
static struct session session;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void begin(const struct question *question, int count, const struct session_rules *rules)
{
    struct picked *picked = ARENA_ARRAY(&arena, count, struct picked);
    for (int i = 0; i < count; i++)
        picked[i] = (struct picked){&bank, question};
    session_start(&session, &arena, picked, count, rules, 0);
    // Choices stand as they were written.
    for (int i = 0; i < count; i++) {
        for (int place = 0; place < session.turns[i].ask.shown_count; place++)
            session.turns[i].ask.shown[place] = (uint8_t)place;
    }
}

static void happens(enum event_type type, const struct answer *answer, int64_t at_ms)
{
    const struct event event = {.type = type, .at_ms = at_ms, .answer = answer};
    assert_true(session_apply(&session, &event));
}

static void is_said(void **state)
{
    const struct verdict_case *c = *state;
    begin(c->question, 1, &(struct session_rules){.seed = 1});
    happens(EVENT_ANSWER, &c->answer, 500);
    const struct turn *turn = session_turn(&session);
    assert_string_equal(verdict_title(turn), c->title);
    assert_string_equal(verdict_sentence(&session, turn, &arena), c->sentence);
    const char *why = verdict_why(turn, &arena);
    assert_string_equal(why ? why : "", c->why ? c->why : "");
}

static void a_row_of_right_answers_is_said_from_three(void **state)
{
    (void)state;
    static const char *const said[] = {"Paris.", "Paris.", "Three in a row.", "Four in a row."};
    const struct answer right = {.picked = 1};
    begin(&choice, 12, &(struct session_rules){.seed = 1});
    for (int i = 0; i < 12; i++) {
        happens(EVENT_ANSWER, &right, 500);
        const char *sentence = verdict_sentence(&session, session_turn(&session), &arena);
        assert_string_equal(sentence, i < 4 ? said[i] : i == 10 ? "11 in a row." : sentence);
        happens(EVENT_NEXT, NULL, 500);
    }
}

static void the_sum_is_said_where_there_are_bonuses(void **state)
{
    (void)state;
    const struct answer right = {.picked = 1}, wrong = {.picked = 4};
    begin(&choice, 2,
          &(struct session_rules){
              .seed = 1, .question_limit_ms = 10000, .has_speed = true, .has_streak = true});
    happens(EVENT_ANSWER, &right, 0);
    assert_string_equal(verdict_sentence(&session, session_turn(&session), &arena),
                        "Paris. 1\u00A0000 right + 249 speed + 49 streak");
    happens(EVENT_NEXT, NULL, 0);
    happens(EVENT_ANSWER, &wrong, 100);
    assert_string_equal(verdict_sentence(&session, session_turn(&session), &arena),
                        "It is A: Paris. 0 right + 0 speed + 0 streak");
}

static void when_the_time_is_up_the_answer_is_shown(void **state)
{
    (void)state;
    begin(&choice, 1, &(struct session_rules){.seed = 1, .question_limit_ms = 10000});
    happens(EVENT_TIME_UP, NULL, 10000);
    const struct turn *turn = session_turn(&session);
    assert_string_equal(verdict_title(turn), "Time");
    assert_string_equal(verdict_sentence(&session, turn, &arena),
                        "Read the answer as long as you like. It is A: Paris.");
    assert_string_equal(verdict_given_answer(turn, &arena), "nothing, the time was up");
    assert_null(verdict_why(turn, &arena));
}

static void answers_are_said_in_one_line(void **state)
{
    (void)state;
    assert_string_equal(verdict_right_answer(&order, &arena), "one → two → three");
    assert_string_equal(verdict_right_answer(&match, &arena), "Japan – Tokyo, Canada – Ottawa");
    assert_string_equal(verdict_right_answer(&truefalse, &arena), "True");
    const struct answer pairs = {.places = {1, ASK_NONE}};
    begin(&match, 1, &(struct session_rules){.seed = 1});
    assert_string_equal(verdict_given_answer(session_turn(&session), &arena),
                        "nothing, the time was up");
    happens(EVENT_ANSWER, &pairs, 500);
    assert_non_null(
        strstr(verdict_given_answer(session_turn(&session), &arena), "Japan – Ottawa"));
    begin(&card, 1, &(struct session_rules){.seed = 1});
    happens(EVENT_ANSWER, &(struct answer){.credit = 500}, 500);
    assert_string_equal(verdict_given_answer(session_turn(&session), &arena), "partly known");
}

int main(void)
{
    struct CMUnitTest verdicts[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        verdicts[i] =
            (struct CMUnitTest){cases[i].name, is_said, NULL, clean, (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_row_of_right_answers_is_said_from_three, clean),
        cmocka_unit_test_teardown(the_sum_is_said_where_there_are_bonuses, clean),
        cmocka_unit_test_teardown(when_the_time_is_up_the_answer_is_shown, clean),
        cmocka_unit_test_teardown(answers_are_said_in_one_line, clean),
    };
    return cmocka_run_group_tests_name("verdicts", verdicts, NULL, NULL) +
           cmocka_run_group_tests_name("sentences", tests, NULL, NULL);
}
