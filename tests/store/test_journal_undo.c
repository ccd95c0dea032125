// Undo and redo on a line of steps, which are written as letters.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/journal.h"
#include "store/journal_undo.h"

static const struct line_case {
    const char *name, *events, *counts;
} cases[] = {
    {"nothing undone", "anan", "0123"},
    {"an undo takes what followed", "ananU", "01"},
    {"all", "ananUU", ""},
    {"one too many", "aUUg", "3"},
    {"a redo gives it back", "ananUR", "0123"},
    {"step by step", "ananUURR", "0123"},
    {"one redo of two", "ananUUR", "01"},
    {"a redo of nothing", "aR", "0"},
    {"what is new ends the redo", "aUgR", "2"},
    {"so does going on", "nanUnR", "04"},
    {"a pause does not", "aUprR", "0"},
    {"nor what is no step", "aUfoR", "0"},
    {"a pause is not undone", "apU", ""},
    {"all that can be undone", "ahsteguUUUUUUU", ""},
    {"a card is a step", "u", "0"},
    {"going on alone can't be", "nU", "0"},
};

static int type_of(char letter)
{
    static const char letters[] = "ahsnteprUgfoRu";
    static const int types[] = {JOURNAL_ANSWER,  JOURNAL_HINT,  JOURNAL_SKIP,  JOURNAL_NEXT,
                                JOURNAL_TIME_UP, JOURNAL_STOP,  JOURNAL_PAUSE, JOURNAL_RESUME,
                                JOURNAL_UNDO,    JOURNAL_GRADE, JOURNAL_FLAG,  JOURNAL_OUT,
                                JOURNAL_REDO,    JOURNAL_CARD};
    return types[strchr(letters, letter) - letters];
}

static void leaves_what_counts(void **state)
{
    const struct line_case *c = *state;
    struct undo_line line = {0};
    char counts[32] = "";
    bool is_in[32] = {false};
    for (int i = 0; c->events[i]; i++) {
        int before = line.count;
        struct undo_span span = undo_line_add(&line, type_of(c->events[i]), i);
        for (int k = span.first; k < span.end; k++)
            is_in[undo_line_steps(&line)[k].id] = span.counts;
        if (line.count > before && span.first == span.end)
            is_in[i] = true;
    }
    for (int i = 0; i < line.count; i++) {
        counts[i] = (char)('0' + undo_line_steps(&line)[i].id);
        assert_int_equal(undo_line_steps(&line)[i].type,
                         type_of(c->events[undo_line_steps(&line)[i].id]));
    }
    assert_string_equal(counts, c->counts);
    for (int i = 0; i < 10; i++) // the spans say the same
        assert_int_equal(is_in[i], strchr(counts, '0' + i) != NULL);
    undo_line_free(&line);
}

int main(void)
{
    struct CMUnitTest tests[sizeof cases / sizeof *cases] = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = leaves_what_counts;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("undo_line", tests, NULL, NULL);
}
