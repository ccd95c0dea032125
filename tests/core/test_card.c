#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/card.h"
#include "core/make.h"

static const struct answer_words words = {
    .is_true = "True", .is_false = "False", .range = "from {1} to {2}"};

static const char *const cities[] = {"Paris", "Lyon", "Nice"};
static const char *const primes[] = {"2", "3", "4", "6"};
static const char *const planets[] = {"Mercury", "Venus", "Earth"};
static const char *const lefts[] = {"Canada", "Japan"};
static const char *const rights[] = {"Ottawa", "Tokyo", "Oslo"};
static const char *const authors[] = {"Shakespeare", "Shakespear", "the Bard"};
static const struct note author_notes[] = {{.credit = 1000}, {.credit = 500}, {.credit = 1000}};
static const char *const cells[] = {"mitochondrion", "mitochondria"};
static const char *const atp[] = {"ATP"};
static const char *const between[] = {"The ", " makes ", "."};
static const struct gap gaps[] = {
    {.accepted = {.items = cells, .count = 2}, .hint = "organelle"},
    {.accepted = {.items = atp, .count = 1}}};
static const struct number_answer gravity = {
    .min = 9.81, .max = 9.81, .tolerance = 0.07, .is_share = true, .unit = "m/s²"};
static const struct number_answer boiling = {
    .min = 100, .max = 100, .tolerance = 0.5, .unit = "°C"};
static const struct number_answer teeth = {.min = 28, .max = 32};

/// What a card says, in a form that is easy to read: the text, then in brackets its lines, of
/// a list in words.
static const struct card_case {
    const char *name;
    struct question question;
    const char *front, *back;
    enum card_task task;
    int part;
} cases[] = {
    {"choice",
     {.kind = KIND_CHOICE,
      .text = "Capital of France?",
      .choice = {{.items = cities, .count = 3}, 1}},
     "Capital of France?",
     "Paris",
     CARD_RECALL,
     0},
    {"choice that points at its choices",
     {.kind = KIND_CHOICE,
      .text = "Which is the capital of France?",
      .choice = {{.items = cities, .count = 3}, 1}},
     "Which is the capital of France? [choices: Paris; Lyon; Nice]",
     "Paris",
     CARD_CHOOSE,
     0},
    {"choice whose bank wants its choices",
     {.kind = KIND_CHOICE,
      .text = "Capital of France?",
      .keeps_choices = true,
      .choice = {{.items = cities, .count = 3}, 1}},
     "Capital of France? [choices: Paris; Lyon; Nice]",
     "Paris",
     CARD_CHOOSE,
     0},
    {"multi",
     {.kind = KIND_MULTI,
      .text = "The primes below 5?",
      .choice = {{.items = primes, .count = 4}, 2}},
     "The primes below 5?",
     "[all: 2; 3]",
     CARD_RECALL_ALL,
     0},
    {"multi that points at its choices",
     {.kind = KIND_MULTI,
      .text = "Which are primes?",
      .choice = {{.items = primes, .count = 4}, 1}},
     "Which are primes? [choices: 2; 3; 4; 6]",
     "[all: 2]",
     CARD_CHOOSE_ALL,
     0},
    {"true",
     {.kind = KIND_TRUEFALSE, .text = "Sound needs air.", .is_true = true},
     "Sound needs air.",
     "True",
     CARD_TRUE_OR_FALSE,
     0},
    {"false",
     {.kind = KIND_TRUEFALSE, .text = "These are not false."},
     "These are not false.",
     "False",
     CARD_TRUE_OR_FALSE,
     0},
    {"text",
     {.kind = KIND_TEXT,
      .text = "Who wrote Hamlet?",
      .accepted = {.items = authors, .notes = author_notes, .count = 3}},
     "Who wrote Hamlet?",
     "Shakespeare [also: the Bard]",
     CARD_RECALL,
     0},
    {"text with one answer",
     {.kind = KIND_TEXT, .text = "?", .accepted = {.items = atp, .count = 1}},
     "?",
     "ATP",
     CARD_RECALL,
     0},
    {"text with a worse answer",
     {.kind = KIND_TEXT,
      .text = "?",
      .accepted = {.items = authors, .notes = author_notes, .count = 2}},
     "?",
     "Shakespeare",
     CARD_RECALL,
     0},
    {"number with a share",
     {.kind = KIND_NUMBER, .text = "g?", .number = &gravity},
     "g?",
     "9.81 m/s² [tolerance: ± 7%]",
     CARD_RECALL,
     0},
    {"number with a tolerance",
     {.kind = KIND_NUMBER, .text = "Water boils at?", .number = &boiling},
     "Water boils at?",
     "100 °C [tolerance: ± 0.5 °C]",
     CARD_RECALL,
     0},
    {"number of a range",
     {.kind = KIND_NUMBER, .text = "Teeth?", .number = &teeth},
     "Teeth?",
     "from 28 to 32",
     CARD_RECALL,
     0},
    {"order",
     {.kind = KIND_ORDER, .text = "From the sun.", .order = {.items = planets, .count = 3}},
     "From the sun. [mixed: Venus; Mercury; Earth]",
     "[sorted: Mercury; Venus; Earth]",
     CARD_SORT,
     0},
    {"match",
     {.kind = KIND_MATCH,
      .text = "Match.",
      .match = {.lefts = lefts, .rights = rights, .count = 2, .extra_count = 1}},
     "Match. [ends: Canada | Tokyo; Japan | Ottawa; - | Oslo]",
     "[pairs: Canada | Ottawa; Japan | Tokyo]",
     CARD_PAIR,
     0},
    {"cloze",
     {.kind = KIND_CLOZE, .cloze = {.gaps = gaps, .between = between, .gap_count = 2}},
     "The ____ (organelle) makes ATP.",
     "mitochondrion [also: mitochondria]",
     CARD_FILL,
     0},
    {"cloze, second gap",
     {.kind = KIND_CLOZE, .cloze = {.gaps = gaps, .between = between, .gap_count = 2}},
     "The mitochondrion makes ____.",
     "ATP",
     CARD_FILL,
     1},
    {"card",
     {.kind = KIND_CARD, .text = "dog", .card = {.back = "Hund", .is_reversible = true}},
     "dog",
     "Hund",
     CARD_RECALL,
     0},
    {"card, reversed",
     {.kind = KIND_CARD, .text = "dog", .card = {.back = "Hund", .is_reversible = true}},
     "Hund",
     "dog",
     CARD_RECALL,
     1},
};

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *face_text(const struct card_face *face)
{
    static const char *const lists[] = {
        [CARD_CHOICES] = "choices", [CARD_MIXED] = "mixed",        [CARD_ENDS] = "ends",
        [CARD_ALL] = "all",         [CARD_SORTED] = "sorted",      [CARD_PAIRS] = "pairs",
        [CARD_ALSO] = "also",       [CARD_TOLERANCE] = "tolerance"};
    struct buf buf = {0};
    if (face->text)
        buf_text(&buf, face->text);
    assert_int_equal(face->list != CARD_NO_LIST, face->line_count > 0);
    for (int i = 0; i < face->line_count; i++) {
        const struct card_line *line = &face->lines[i];
        if (i == 0)
            buf_printf(&buf, "%s[%s:", buf.len ? " " : "", lists[face->list]);
        buf_printf(&buf, "%s %s", i ? ";" : "", line->text ? line->text : "-");
        if (line->other)
            buf_printf(&buf, " | %s", line->other);
    }
    if (face->line_count)
        buf_byte(&buf, ']');
    const char *text = arena_text(&arena, buf.data, buf.len);
    buf_free(&buf);
    return text;
}

static struct card_faces make_faces(const struct question *question, int part, uint64_t seed)
{
    static const struct bank bank = {.language = "en"};
    return card_faces(&bank, question, part, seed, &words, &arena);
}

static void has_two_faces(void **state)
{
    const struct card_case *c = *state;
    assert_in_range(c->part, 0, card_count(&c->question) - 1);
    struct card_faces faces = make_faces(&c->question, c->part, 1);
    assert_string_equal(face_text(&faces.front), c->front);
    assert_string_equal(face_text(&faces.back), c->back);
    assert_int_equal(faces.task, c->task);
    assert_int_equal(faces.is_reversed, c->question.kind == KIND_CARD && c->part == 1);
}

static void makes_a_card_for_each_part(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int kind = cases[i].question.kind;
        int wanted = kind == KIND_CLOZE || kind == KIND_CARD ? 2 : 1;
        assert_int_equal(card_count(&cases[i].question), wanted);
    }
    const struct question plain = {.kind = KIND_CARD, .card = {.back = "b"}};
    assert_int_equal(card_count(&plain), 1);
}

static void says_where_the_blank_is(void **state)
{
    (void)state;
    const struct question cloze = {.kind = KIND_CLOZE,
                                   .cloze = {.gaps = gaps, .between = between, .gap_count = 2}};
    struct card_faces faces = make_faces(&cloze, 0, 1);
    assert_ptr_equal(faces.blank, faces.front.text + strlen("The "));
    assert_int_equal(faces.blank_len, strlen("____ (organelle)"));
    faces = make_faces(&cloze, 1, 1);
    assert_int_equal(faces.blank_len, strlen(CARD_BLANK));
    assert_memory_equal(faces.blank, CARD_BLANK, strlen(CARD_BLANK));
    assert_null(make_faces(&cases[0].question, 0, 1).blank);
}

static void mixes_by_its_seed(void **state)
{
    (void)state;
    const struct question order = {
        .kind = KIND_ORDER, .text = "?", .order = {.items = planets, .count = 3}};
    unsigned seen = 0;
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct card_faces faces = make_faces(&order, 0, seed),
                          same = make_faces(&order, 0, seed);
        unsigned first = 0, second = 0;
        for (unsigned i = 0; i < 3; i++) {
            assert_ptr_equal(faces.front.lines[i].text, same.front.lines[i].text);
            first = faces.front.lines[0].text == planets[i] ? i : first;
            second = faces.front.lines[1].text == planets[i] ? i : second;
        }
        seen |= 1U << (3 * first + second);
    }
    // All but the right one: 0 1 2 has bit 1.
    assert_int_equal(seen, 1U << 2 | 1U << 3 | 1U << 5 | 1U << 6 | 1U << 7);
}

int main(void)
{
    struct CMUnitTest faces[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        faces[i] =
            (struct CMUnitTest){cases[i].name, has_two_faces, NULL, clean, (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(makes_a_card_for_each_part, clean),
        cmocka_unit_test_teardown(says_where_the_blank_is, clean),
        cmocka_unit_test_teardown(mixes_by_its_seed, clean),
    };
    return cmocka_run_group_tests_name("card faces", faces, NULL, NULL) +
           cmocka_run_group_tests_name("card", tests, NULL, NULL);
}
