// Progress follows edited questions beside the loop where it would take long.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "app/links.h"
#include "base/buf.h"
#include "store/question_key.h"
#include "store/scratch.h"

enum { QUESTIONS = 6000, LONG_MS = 20000 };

/// A learner with a large bank, and what wakes the loop.
struct house {
    struct scratch *scratch;
    struct journal journal;
    struct memory memory;
    struct game game;
    struct links links;
    SDL_sem *woken;
};

static void wake(void *context)
{
    struct house *house = context;
    SDL_SemPost(house->woken);
}

static const char *write_bank(struct house *house, const char *first)
{
    struct buf text = {0};
    buf_printf(&text, "{\"format\": \"quizbank/1\", \"title\": \"T\", \"questions\": [");
    buf_printf(&text, "{\"question\": \"%s\", \"answer\": \"Canberra\"}", first);
    for (int i = 1; i < QUESTIONS; i++)
        buf_printf(&text, ", {\"question\": \"Is %d odd?\", \"answer\": true}", i);
    buf_printf(&text, "]}");
    const char *path = scratch_write(house->scratch, "t.json", text.data);
    buf_free(&text);
    return path;
}

/// The first question was learnt.
static void learn(struct house *house)
{
    struct arena *arena = &house->scratch->arena;
    const struct question *question = &game_bank(&house->game)->questions[0];
    const char *hash = question_key_hash(question, arena);
    const struct journal_event event = {
        .at_ms = 1000000000000,
        .game = 1,
        .type = JOURNAL_GRADE,
        .bank = "t",
        .question = hash,
        .data = arena_printf(arena,
                             "{\"hash\":\"%s\",\"text\":\"%s\",\"right\":\"Canberra\","
                             "\"grades\":[[0,3,1000]]}",
                             hash, question->text),
    };
    assert_true(journal_append(&house->journal, &event));
    assert_true(memory_catch_up(&house->memory));
}

static void mend(struct house *house, const char *first)
{
    struct bank_file file;
    library_read_again(&file, write_bank(house, first));
    game_reload(&house->game, &file, 0);
}

/// Does what the loop does until all is looked for.
static void run(struct house *house)
{
    struct edits *edits = &house->game.edits;
    while (edits->is_wanted || edits->asks_beside || edits->is_beside) {
        if (game_can_find_edits(&house->game))
            game_find_edits(&house->game, true);
        links_follow(&house->links, &house->game);
        if (edits->is_beside)
            assert_int_equal(SDL_SemWaitTimeout(house->woken, LONG_MS), 0);
        links_follow(&house->links, &house->game);
    }
}

static int set_up(void **state)
{
    void *scratch = NULL;
    if (scratch_setup(&scratch) != 0)
        return -1;
    struct house *house = calloc(1, sizeof *house);
    assert_non_null(house);
    *state = house;
    house->scratch = scratch;
    house->woken = SDL_CreateSemaphore(0);
    house->game = (struct game){.settings = settings_default(), .bank_at = -1};
    journal_open(&house->journal, house->scratch->dir, "me", &house->scratch->diags);
    memory_open(&house->memory, &house->journal);
    house->game.journal = &house->journal;
    house->game.memory = &house->memory;
    assert_true(
        game_open_path(&house->game, write_bank(house, "What is the captial of Australia?")));
    learn(house);
    links_open(&house->links, &house->game, wake, house);
    game_want_edits(&house->game);
    run(house);
    return 0;
}

static int tear_down(void **state)
{
    struct house *house = *state;
    void *scratch = house->scratch;
    links_close(&house->links, &house->game);
    game_free(&house->game);
    memory_close(&house->memory);
    journal_close(&house->journal);
    SDL_DestroySemaphore(house->woken);
    free(house);
    return scratch_teardown(&scratch);
}

static void progress_follows_while_the_loop_goes_on(void **state)
{
    struct house *house = *state;
    assert_int_equal(game_edits_news(&house->game), 0);
    mend(house, "What is the capital of Australia?");
    game_find_edits(&house->game, true);
    assert_true(house->game.edits.asks_beside);
    assert_int_equal(game_edits_news(&house->game), 0);
    run(house);
    assert_int_equal(game_edits_news(&house->game), 1);
    assert_string_equal(house->game.edits.items[0].pair.from.text,
                        "What is the captial of Australia?");
}

static void banks_that_are_looked_at_are_not_freed(void **state)
{
    struct house *house = *state;
    mend(house, "What is the capital of Australia?");
    game_find_edits(&house->game, true);
    links_follow(&house->links, &house->game);
    assert_true(house->game.edits.is_beside);
    mend(house, "What is the capital city of Australia?");
    game_drop_old_banks(&house->game);
    assert_non_null(house->game.library.old);
    run(house);
    game_drop_old_banks(&house->game);
    assert_null(house->game.library.old);
    assert_int_equal(game_edits_news(&house->game), 1);
}

static void what_somebody_looks_at_stays(void **state)
{
    struct house *house = *state;
    mend(house, "What is the capital of Australia?");
    run(house);
    const struct edit_item *items = house->game.edits.items;
    house->game.edits.is_open = true;
    mend(house, "What is the Capital of Australia?");
    game_find_edits(&house->game, true);
    links_follow(&house->links, &house->game);
    assert_int_equal(SDL_SemWaitTimeout(house->woken, LONG_MS), 0);
    links_follow(&house->links, &house->game);
    assert_ptr_equal(house->game.edits.items, items);
    assert_int_equal(house->game.edits.count, 1);
    house->game.edits.is_open = false;
    run(house);
    assert_int_equal(game_edits_news(&house->game), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(progress_follows_while_the_loop_goes_on, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(banks_that_are_looked_at_are_not_freed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_somebody_looks_at_stays, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
