// Likeness: what is the same question mended, what may be it, what is another.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/likeness.h"
#include "core/make.h"

enum band { SAME, SURE, MAYBE, ANOTHER };

static const struct pair {
    const char *name;
    enum band band;
    const char *text, *right, *new_text, *new_right;
} pairs[] = {
    {"the same", SAME, "Capital of France?", "Paris", "Capital of France?", "Paris"},
    {"capitals and stops", SAME, "capital of France", "paris", "Capital of France?", "Paris"},
    {"a space too many", SAME, "The life time of stars", "long", "The lifetime of stars",
     "long"},
    {"another kind of quotes", SAME, "Who wrote \"Emma\"?", "Jane Austen", "Who wrote “Emma”?",
     "Jane Austen"},

    {"a typo in a long text", SURE,
     "Which planet of the solar sytem has the most moons that are known today?", "Saturn",
     "Which planet of the solar system has the most moons that are known today?", "Saturn"},
    {"a typo in a short text", SURE, "Haup", "head", "Haupt", "head"},
    {"swapped letters in a small word", SURE, "What is teh capital?", "Paris",
     "What is the capital?", "Paris"},
    {"a typo in the answer", SURE, "Capital of Australia?", "Canbera", "Capital of Australia?",
     "Canberra"},
    {"two typos", SURE, "Wich organ purifys the blood?", "the kidney",
     "Which organ purifies the blood?", "the kidney"},
    {"an accent", SURE, "Capitale du Perou ?", "Lima", "Capitale du Pérou ?", "Lima"},
    {"a word more", SURE, "What is the capital of Australia?", "Canberra",
     "What is the capital city of Australia?", "Canberra"},
    {"a typo in Cyrillic", SURE, "Столица Росси?", "Москва", "Столица России?", "Москва"},
    {"a wrong character in Chinese", SURE, "法国的首都在那里？", "巴黎", "法国的首都在里？",
     "巴黎"},
    {"a typo beside a number", SURE, "In wich year did World War 2 end?", "1945",
     "In which year did World War 2 end?", "1945"},

    {"other words", MAYBE, "What is the capital of France?", "Paris",
     "Which city is the capital of France?", "Paris"},
    {"other words, half of them", MAYBE, "Who wrote the play Hamlet?", "Shakespeare",
     "Name the author of Hamlet.", "Shakespeare"},
    {"one word for another", MAYBE,
     "Which of the oceans of the Earth is the largest one by its area?", "the Pacific",
     "Which of the oceans of the Earth is the deepest one by its area?", "the Pacific"},
    {"another answer", MAYBE, "What is the capital of Australia?", "Sydney",
     "What is the capital of Australia?", "Canberra"},
    {"the other truth", MAYBE, "Whales are fish.", "true", "Whales are fish.", "false"},
    {"a number in the answer", MAYBE, "g near the ground?", "9.8 m/s²", "g near the ground?",
     "9.81 m/s²"},
    {"a number in the text", MAYBE, "Which king was Henry VII of England?", "a Tudor",
     "Which king was Henry VIII of England?", "a Tudor"},
    {"a not", MAYBE, "Which of these animals is a mammal that can live in water?", "the otter",
     "Which of these animals is not a mammal that can live in water?", "the otter"},
    {"cannot", MAYBE, "Can penguins fly over the ice?", "no, they swim",
     "Can't penguins fly over the ice?", "no, they swim"},
    {"a prefix", MAYBE, "Is it legal to park here at any time?", "on Sundays",
     "Is it illegal to park here at any time?", "on Sundays"},
    {"another order of the answer", MAYBE, "Sort the planets from the sun outwards.",
     "Venus → Earth → Mars", "Sort the planets from the sun outwards.", "Mars → Earth → Venus"},

    {"another subject", ANOTHER, "What is the capital of France?", "Paris",
     "What is the capital of Greece?", "Athens"},
    {"another subject in many words", ANOTHER,
     "Which of these cities is, as of today, the capital of the country called France?",
     "Paris",
     "Which of these cities is, as of today, the capital of the country called Greece?",
     "Athens"},
    {"other numbers", ANOTHER, "7 × 8 = ?", "56", "7 × 9 = ?", "63"},
    {"another sign", ANOTHER, "What is 5 + 3?", "8", "What is 5 - 3?", "2"},
    {"other years", ANOTHER, "In which year did World War 1 end?", "1918",
     "In which year did World War 2 end?", "1945"},
    {"a not and another answer", ANOTHER, "Which of these is a mammal?", "the otter",
     "Which of these is not a mammal?", "the trout"},
    {"the same short answer", ANOTHER, "Whales are fish.", "false",
     "The moon is a star of its own.", "false"},
    {"nothing in common", ANOTHER, "Who wrote Hamlet?", "Shakespeare",
     "Boiling point of water?", "100 °C"},
    {"not known", ANOTHER, NULL, NULL, "Boiling point of water?", "100 °C"},
    {"nothing known of either", ANOTHER, NULL, NULL, NULL, NULL},
};

static double measure(const char *text, const char *right, const char *new_text,
                      const char *new_right)
{
    struct arena arena = {0};
    struct likeness a = likeness_make(text, right, &arena);
    struct likeness b = likeness_make(new_text, new_right, &arena);
    double alike = likeness_measure(&a, &b, &arena);
    assert_true(alike == likeness_measure(&b, &a, &arena));
    assert_true(alike >= 0 && alike <= 1);
    arena_free(&arena);
    return alike;
}

static void is_told(void **state)
{
    const struct pair *p = *state;
    double alike = measure(p->text, p->right, p->new_text, p->new_right);
    enum band band = alike == 1                ? SAME
                     : alike >= LIKENESS_SURE  ? SURE
                     : alike >= LIKENESS_MAYBE ? MAYBE
                                               : ANOTHER;
    if (band != p->band)
        fail_msg("%s: %.3f", p->name, alike);
}

static void a_text_is_like_itself_whatever_it_is(void **state)
{
    (void)state;
    static const char *const words[] = {"not", "7", "+", "paris", "法国", "a", "illegal", "iv"};
    struct rng rng = rng_seed(7);
    for (int i = 0; i < 300; i++) {
        char text[2][128] = {"", ""};
        for (int k = 0; k < 2; k++) {
            int count = (int)rng_below(&rng, 7);
            size_t len = 0;
            for (int n = 0; n < count; n++) {
                len += (size_t)snprintf(text[k] + len, sizeof text[k] - len, "%s ",
                                        words[rng_below(&rng, COUNT(words))]);
            }
        }
        measure(text[0], "x", text[1], "y"); // it is symmetric, and in range
        if (text[0][0])
            assert_true(measure(text[0], text[1], text[0], text[1]) == 1);
    }
}

static void a_text_without_end_is_looked_at_in_part(void **state)
{
    (void)state;
    char text[4000] = "";
    for (size_t len = 0; len < 3000; len += 5)
        snprintf(text + len, sizeof text - len, "word ");
    struct arena arena = {0};
    struct likeness made = likeness_make(text, NULL, &arena);
    assert_int_equal(made.text.count, LIKENESS_WORDS);
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(pairs) + 2] = {0};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        tests[i].name = pairs[i].name;
        tests[i].test_func = is_told;
        tests[i].initial_state = (void *)&pairs[i];
    }
    tests[COUNT(pairs)] =
        (struct CMUnitTest)cmocka_unit_test(a_text_is_like_itself_whatever_it_is);
    tests[COUNT(pairs) + 1] =
        (struct CMUnitTest)cmocka_unit_test(a_text_without_end_is_looked_at_in_part);
    return cmocka_run_group_tests_name("likeness", tests, NULL, NULL);
}
