// The memory and its file: options, faults, other versions and other programs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/events.h"
#include "store/memory_rows.h"

static void options_hold_from_then_on(void **state)
{
    struct desk desk, other;
    desk_open(&desk, *state, "me");
    desk_open(&other, *state, "me"); // another program
    struct memory_options options = desk.memory.options;
    options.fsrs.retention = 0.8;
    options.fsrs.learning.count = 0;
    assert_int_equal(memory_set_options(&desk.memory, &options, day_0), FSRS_OK);
    assert_true(desk.memory.fsrs.options.retention == 0.8);
    assert_true(memory_catch_up(&other.memory));
    assert_true(other.memory.options.fsrs.retention == 0.8);
    options.fsrs.retention = 0.5;
    assert_int_equal(memory_set_options(&desk.memory, &options, day_0), FSRS_BAD_RETENTION);
    assert_true(desk.memory.options.fsrs.retention == 0.8);
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    assert_int_equal(card_of(&desk, "q", 0).card.phase, FSRS_REVIEW); // without steps
    desk_close(&other);
    desk_close(&desk);
    desk_open(&desk, *state, "me");
    assert_true(desk.memory.options.fsrs.retention == 0.8);
    assert_int_equal(desk.memory.options.fsrs.learning.count, 0);
    desk_close(&desk);
}

static void the_same_options_are_no_event(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    struct memory_options options = desk.memory.options;
    memory_set_options(&desk.memory, &options, day_0);
    assert_int_equal(desk.memory.folded, 0);
    options.params.w[3] = 8.25;
    memory_set_options(&desk.memory, &options, day_0);
    memory_set_options(&desk.memory, &options, day_0);
    assert_int_equal(desk.memory.folded, 1);
    desk_close(&desk);
}

static void a_journal_that_fails_leaves_what_was_folded(void **state)
{
    struct desk desk;
    struct memory_card *cards;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    tell_answer(&desk, 1, day_0, "r", FSRS_GOOD);
    assert_true(db_run(&desk.journal.db, "PRAGMA query_only = 1"));
    assert_false(memory_catch_up(&desk.memory));
    assert_string_not_equal(desk.memory.fault, "");
    assert_int_equal(memory_cards(&desk.memory, "b", &desk.scratch->arena, &cards), 1);
    assert_true(db_run(&desk.journal.db, "PRAGMA query_only = 0"));
    assert_true(memory_catch_up(&desk.memory));
    assert_string_equal(desk.memory.fault, "");
    assert_int_equal(memory_cards(&desk.memory, "b", &desk.scratch->arena, &cards), 2);
    desk_close(&desk);
}

static void what_another_version_folded_is_made_anew(void **state)
{
    struct desk desk;
    struct memory_card *cards;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    assert_true(db_run(&desk.journal.db, "UPDATE fold SET version = 0; DELETE FROM card"));
    assert_true(memory_catch_up(&desk.memory));
    assert_int_equal(memory_cards(&desk.memory, "b", &desk.scratch->arena, &cards), 1);
    // Events that were folded are gone.
    assert_true(db_run(&desk.journal.db, "DELETE FROM event"));
    assert_true(memory_catch_up(&desk.memory));
    assert_int_equal(memory_cards(&desk.memory, "b", &desk.scratch->arena, &cards), 0);
    desk_close(&desk);
}

static void answers_stay_as_safe_as_they_were(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct memory memory;
    journal_open(&journal, s->dir, "me", &s->diags);
    const struct journal_event event = {.type = JOURNAL_STUDY};
    assert_true(journal_append(&journal, &event));
    assert_true(memory_open(&memory, &journal));
    struct folder folder = {.db = &journal.db};
    static const char level[] = "PRAGMA synchronous";
    assert_int_equal(rows_number(&folder, rows_statement(&folder, level, NULL, 0)), 2); // FULL
    memory_close(&memory);
    journal_close(&journal);
}

/// Answers and catches up, by turns.
static bool play_on(struct desk *desk, int64_t game)
{
    bool is_good = true;
    for (int i = 0; i < 100; i++) {
        tell_answer(desk, game, day_0 + i, i % 3 ? "q" : "r", FSRS_GOOD);
        if (i % 7 == 0)
            tell(desk, JOURNAL_UNDO, game, day_0 + i, NULL, NULL);
        is_good = is_good && memory_catch_up(&desk->memory);
    }
    return is_good;
}

static void two_programs_fold_one_journal(void **state)
{
    struct desk desk;
    pid_t child = fork();
    desk_open(&desk, *state, "me");
    bool is_good = play_on(&desk, child ? 1 : 2);
    if (!child) {
        desk_close(&desk);
        _exit(is_good ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_true(is_good);
    struct past_answer *answers;
    memory_catch_up(&desk.memory);
    assert_int_equal(memory_answers(&desk.memory, "b", 0, &desk.scratch->arena, &answers),
                     2 * (100 - 15));
    assert_rebuilt_alike(&desk);
    desk_close(&desk);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(options_hold_from_then_on),
        IN_SCRATCH(the_same_options_are_no_event),
        IN_SCRATCH(a_journal_that_fails_leaves_what_was_folded),
        IN_SCRATCH(what_another_version_folded_is_made_anew),
        IN_SCRATCH(answers_stay_as_safe_as_they_were),
        IN_SCRATCH(two_programs_fold_one_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
