// An answer that is accepted from now on: what that makes of a bank.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/bank.h"
#include "formats/accept.h"
#include "formats/json_layout.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BANK(questions)                                                                        \
    "{\n  \"format\": \"quizbank/1\",\n  \"title\": \"T\",\n  \"questions\": [\n" questions    \
    "\n  ]\n}\n"
#define Q "{\"question\": \"Who?\", \"answer\": "
#define LONG                                                                                   \
    "    {\"question\": \"Who wrote that nobody steps twice into one "                         \
    "river?\", "

static const struct accept_case {
    const char *name, *text, *answer, *wanted; // wanted NULL: the text stays
    enum accept_outcome outcome;
} cases[] = {
    {"one becomes two", BANK("    " Q "\"Ann\"}"), "Anna",
     BANK("    " Q "[\"Ann\", \"Anna\"]}"), ACCEPT_DONE},
    {"two become three", BANK("    " Q "[\"Ann\", \"An\"]}"), "Anna",
     BANK("    " Q "[\"Ann\", \"An\", \"Anna\"]}"), ACCEPT_DONE},
    {"with an id", BANK("    {\"id\": \"who\", \"question\": \"Who?\", \"answer\": \"Ann\"}"),
     "Anna",
     BANK("    {\"id\": \"who\", \"question\": \"Who?\", \"answer\": [\"Ann\", \"Anna\"]}"),
     ACCEPT_DONE},
    {"a weighed one stays", BANK("    " Q "[\"Ann\", {\"text\": \"A\", \"credit\": 0.5}]}"),
     "Anna", BANK("    " Q "[\"Ann\", {\"text\": \"A\", \"credit\": 0.5}, \"Anna\"]}"),
     ACCEPT_DONE},
    {"quotes", BANK("    " Q "\"Ann\"}"), "\"A\\", BANK("    " Q "[\"Ann\", \"\\\"A\\\\\"]}"),
     ACCEPT_DONE},
    {"of what is typed nothing is read as more", BANK("    " Q "\"Ann\"}"), "Änne 漢",
     BANK("    " Q "[\"Ann\", \"Änne 漢\"]}"), ACCEPT_DONE},
    {"the other questions stay as they are",
     BANK("    {\"question\": \"What?\", \"answer\": \"Tea\"},\n    " Q
          "\"Ann\"},\n    {\"front\": \"A\", \"back\": \"B\"}"),
     "Anna",
     BANK("    {\"question\": \"What?\", \"answer\": \"Tea\"},\n    " Q
          "[\"Ann\", \"Anna\"]},\n    {\"front\": \"A\", \"back\": \"B\"}"),
     ACCEPT_DONE},
    {"what has no room on its line any more", BANK(LONG "\"answer\": \"Cratylus\"}"),
     "Heraclitus",
     BANK("    {\n      \"question\": \"Who wrote that nobody steps "
          "twice into one river?\",\n      \"answer\": [\"Cratylus\", \"Heraclitus\"]\n    }"),
     ACCEPT_DONE},
    {"another layout stays",
     "{\"format\":\"quizbank/"
     "1\",\"title\":\"T\",\"questions\":[{\"question\":\"Who?\",\"answer\":\"Ann\"}]}",
     "Anna",
     "{\"format\":\"quizbank/"
     "1\",\"title\":\"T\",\"questions\":[{\"question\":\"Who?\",\"answer\":[\"Ann\", "
     "\"Anna\"]}]}",
     ACCEPT_DONE},
    {"a list on lines of its own",
     "{\"format\":\"quizbank/"
     "1\",\"title\":\"T\",\"questions\":[{\"question\":\"Who?\",\"answer\":[\r\n\t\"Ann\","
     "\r\n\t\"An\"\r\n]}]}",
     "Anna",
     "{\"format\":\"quizbank/"
     "1\",\"title\":\"T\",\"questions\":[{\"question\":\"Who?\",\"answer\":[\r\n\t\"Ann\","
     "\r\n\t\"An\",\r\n\t"
     "\"Anna\"\r\n]}]}",
     ACCEPT_DONE},
    {"what is there already", BANK("    " Q "[\"Ann\", \"Anna\"]}"), "Anna", NULL,
     ACCEPT_KNOWN},
    {"what is wrong by the bank",
     BANK("    {\"type\": \"text\", \"question\": \"Who?\", \"answer\": \"Ann\", \"wrong\": "
          "[\"Anna\"]}"),
     "Anna", NULL, ACCEPT_KNOWN},
    {"nothing", BANK("    " Q "\"Ann\"}"), "", NULL, ACCEPT_REFUSED},
};

/// The question of `text` that is called "who", or asks "Who".
static const struct question *asked(const char *text, struct arena *arena)
{
    struct diags diags = {.arena = arena};
    const struct bank *bank = native_read("b", text, strlen(text), arena, &diags);
    assert_non_null(bank);
    assert_int_equal(diags.errors, 0);
    for (int i = 0; i < bank->question_count; i++) {
        if (bank->questions[i].text && strncmp(bank->questions[i].text, "Who", 3) == 0)
            return &bank->questions[i];
    }
    fail_msg("no such question");
    return NULL;
}

static void is_taken(void **state)
{
    const struct accept_case *c = *state;
    struct arena arena = {0};
    struct buf out = {0};
    struct patch patch = {.text = c->text, .len = strlen(c->text)};
    assert_int_equal(accept_answer(&patch, asked(c->text, &arena), c->answer), c->outcome);
    assert_int_equal(patch_is_empty(&patch), c->wanted == NULL);
    patch_apply(&patch, &out);
    assert_string_equal(out.data, c->wanted ? c->wanted : c->text);
    if (c->wanted) {
        const struct question *question = asked(out.data, &arena);
        assert_string_equal(question->accepted.items[question->accepted.count - 1], c->answer);
    }
    patch_free(&patch);
    buf_free(&out);
    arena_free(&arena);
}

static void laid_out_stays_laid_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct patch before = {.text = cases[i].text, .len = strlen(cases[i].text)};
        json_layout(&before);
        if (cases[i].wanted && patch_is_empty(&before)) {
            struct patch after = {.text = cases[i].wanted, .len = strlen(cases[i].wanted)};
            json_layout(&after);
            assert_true(patch_is_empty(&after));
            patch_free(&after);
        }
        patch_free(&before);
    }
}

static void a_question_that_changed_is_gone(void **state)
{
    (void)state;
    static const char was[] = BANK("    " Q "\"Ann\"}"), now[] = BANK("    " Q "\"Eve\"}"),
                      none[] = "{\"questions\": 1}";
    struct arena arena = {0};
    const struct question *question = asked(was, &arena);
    struct patch patch = {.text = now, .len = strlen(now)};
    assert_int_equal(accept_answer(&patch, question, "Anna"), ACCEPT_GONE);
    patch = (struct patch){.text = none, .len = strlen(none)};
    assert_int_equal(accept_answer(&patch, question, "Anna"), ACCEPT_GONE);
    assert_true(patch_is_empty(&patch));
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases) + 2] = {
        cmocka_unit_test(laid_out_stays_laid_out),
        cmocka_unit_test(a_question_that_changed_is_gone),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i + 2] = (struct CMUnitTest){
            .name = cases[i].name, .test_func = is_taken, .initial_state = (void *)&cases[i]};
    }
    return cmocka_run_group_tests_name("accept", tests, NULL, NULL);
}
