// Which facts a bank says its questions are about, and that a game keeps those apart.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/apart.h"
#include "formats/files.h"
#include "formats/native.h"

enum { GAMES = 300, LESSON = 20 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct bank *read(struct arena *arena, const char *text, size_t len)
{
    struct diags diags = {.arena = arena};
    const struct bank *bank = native_read("t.json", text, len, arena, &diags);
    assert_non_null(bank);
    assert_int_equal(diags.count, 0);
    return bank;
}

static void knows_what_two_questions_are_about(void **state)
{
    (void)state;

    static const struct {
        const char *first, *second;
        bool is_same;
    } rows[] = {
        {"[\"F1\"]", "[\"F1\"]", true},
        {"[\"F1\"]", "[\"F2\"]", false},
        {"[\"F1\", \"F2\"]", "[\"F3\", \"F2\"]", true},
        {"[\"F1\"]", "[\"f1\"]", false},
        {"[]", "[]", false},
        {"\"F1\"", "\"F1\"", false}, // no lists: they mean something else
        {"[1]", "[1]", false},
        {"[\"F1\", 2]", "[\"F1\", 2]", false},
        {"null", "{}", false},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct buf text = {0};
        buf_printf(&text,
                   "{\"format\": \"quizbank/1\", \"title\": \"T\", \"questions\": ["
                   "{\"question\": \"Q?\", \"answer\": \"A\", \"x-facts\": %s},"
                   "{\"question\": \"R?\", \"answer\": \"B\", \"x-facts\": %s}]}",
                   rows[i].first, rows[i].second);
        const struct bank *bank = read(&arena, text.data, text.len);
        const struct picked a = {bank, &bank->questions[0]}, b = {bank, &bank->questions[1]};
        assert_int_equal(apart_is_same_fact(&a, &b), rows[i].is_same);
        assert_int_equal(apart_is_same_fact(&b, &a), rows[i].is_same);
        buf_free(&text);
        arena_free(&arena);
    }
}

/// Games of `count` questions (0: all) in which two about one fact follow each other.
static int count_games(const struct bank *bank, int count)
{
    int found = 0;
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        struct arena arena = {0};
        struct picked *picked;
        const struct pick_rules rules = {.difficulty = PICK_ANY_DIFFICULTY,
                                         .count = count,
                                         .is_shuffled = true,
                                         .seed = seed};
        int drawn = pick_questions(&bank, 1, &rules, &arena, &picked);
        bool has_two = false;
        for (int i = 1; i < drawn; i++)
            has_two = has_two || apart_is_same_fact(&picked[i - 1], &picked[i]);
        found += has_two;
        arena_free(&arena);
    }
    return found;
}

static void no_game_of_the_shipped_bank_asks_a_fact_twice_in_a_row(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct file file =
        files_read(&arena, files_source(&arena, "questions/nato-secretary-general.json"));
    const struct bank *bank = read(&arena, file.text, file.len);
    int about = 0;
    for (int i = 0; i < bank->question_count; i++) {
        const struct question_extras *extras = bank->questions[i].extras;
        about += extras && extras->fact_count > 0;
    }
    assert_int_equal(about, bank->question_count);
    assert_int_equal(count_games(bank, LESSON), 0);
    assert_int_equal(count_games(bank, 0), 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_two_questions_are_about),
        cmocka_unit_test(no_game_of_the_shipped_bank_asks_a_fact_twice_in_a_row),
    };
    return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
