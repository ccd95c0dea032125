// Questions that were edited: what Home tells and asks of them, and what becomes of it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/home.h"
#include "screens/study_game.h"

static const char before[] =
    "[{\"front\": \"Captial of Australia?\", \"back\": \"Canberra\"},\n"
    "{\"front\": \"What is the longest river of all?\", \"back\": \"Nile\"}]";
static const char after[] =
    "[{\"front\": \"Capital of Australia?\", \"back\": \"Canberra\"},\n"
    "{\"front\": \"Which river is longer than all others?\", \"back\": \"Nile\"}]";

/// A program whose learner has graded both cards; then it ends, the bank is edited, and it
/// begins again.
struct played {
    struct desk *desk;
    struct journal journal;
    struct memory memory;
};

static void open_store(struct played *p)
{
    struct game *game = &p->desk->game;
    journal_open(&p->journal, p->desk->scratch->dir, "me", &p->desk->scratch->diags);
    memory_open(&p->memory, &p->journal);
    game->journal = &p->journal;
    game->memory = &p->memory;
    game->wall_ms = 1767268800000;
}

static void close_store(struct played *p)
{
    p->desk->game.journal = NULL;
    p->desk->game.memory = NULL;
    memory_close(&p->memory);
    journal_close(&p->journal);
}

static void play_and_edit(struct played *p, struct desk *desk, const char *questions)
{
    struct fsrs_outcome outcome;
    *p = (struct played){.desk = desk};
    const char *path = desk_add_bank(desk, "a.json", "Facts", before);
    open_store(p);
    assert_true(game_study(&desk->game, DECK_DUE));
    for (int i = 0; i < 2; i++) {
        game_study_card(&desk->game);
        assert_true(
            game_study_grade(&desk->game, (struct study_grade){FSRS_EASY, 1000}, &outcome));
    }
    game_drop_study(&desk->game);
    library_close(&desk->game.library);
    desk->game.bank_at = -1;
    desk_write_bank(desk, "a.json", "Facts", questions);
    assert_true(game_open_path(&desk->game, path));
}

static struct step tick(struct desk *desk)
{
    return desk_act(desk, ACTION_TICK, 0);
}

static void home_tells_and_asks(void **state)
{
    struct desk *desk = *state;
    struct played p;
    play_and_edit(&p, desk, after);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "1 question may have been edited. Is it the same? Answer (E)");
    assert_true(screen_home.wake_ms(desk->self, &desk->game) > desk->game.now_ms);
    struct step step = desk_key(desk, 'e');
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_EDITS);
    desk_enter(desk, &screen_edits);
    desk_assert_says(desk, "1 of 2");
    desk_assert_says(desk, "What is the longest river of all?");
    desk_assert_says(desk, "Which river is longer than all others?");
    desk_assert_says(desk, "→ Nile");
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_STAY);
    desk_assert_says(desk, "2 of 2");
    desk_assert_says(desk, "Captial of Australia?");
    desk_assert_says(desk, "What you know of it came along.");
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
    desk_enter(desk, &screen_home);
    tick(desk);
    desk_assert_silent(desk, "edited");
    assert_int_equal(desk->game.outlook.new_cards, 0);
    assert_int_equal(desk->game.outlook.seen, 2);
    close_store(&p);
}

/// A bank that was not read yet is read when Home is to be seen.
static void what_takes_long_is_done_later(void **state)
{
    struct desk *desk = *state;
    struct played p;
    play_and_edit(&p, desk, after);
    library_add(&desk->game.library, desk_write_bank(desk, "b.json", "Others", before));
    desk_enter(desk, &screen_home);
    desk_assert_silent(desk, "edited");
    assert_true(screen_home.wake_ms(desk->self, &desk->game) <= desk->game.now_ms);
    tick(desk);
    // It has what is gone from the other one.
    desk_assert_silent(desk, "edited");
    assert_true(desk->game.library.entries[1].is_open);
    assert_true(screen_home.wake_ms(desk->self, &desk->game) > desk->game.now_ms);
    close_store(&p);
}

static void what_is_another_question_begins_as_new(void **state)
{
    struct desk *desk = *state;
    struct played p;
    play_and_edit(&p, desk, after);
    desk_enter(desk, &screen_home);
    tick(desk);
    desk_enter(desk, &screen_edits);
    desk_key(desk, 'n');
    desk_key(desk, 'u'); // the edit that came along
    desk_assert_says(desk, "Taken back");
    assert_null(desk_area(desk, EDITS_UNDO, 0));
    desk_key(desk, KEY_PAGE_UP);
    desk_assert_says(desk, "Another one");
    desk_enter(desk, &screen_home);
    game_want_edits(&desk->game);
    tick(desk);
    desk_assert_silent(desk, "edited");
    assert_int_equal(desk->game.outlook.new_cards, 2);
    close_store(&p);
}

static void an_answer_is_undone(void **state)
{
    struct desk *desk = *state;
    struct played p;
    play_and_edit(&p, desk, after);
    desk_enter(desk, &screen_home);
    tick(desk);
    desk_enter(desk, &screen_edits);
    assert_int_equal(desk_key(desk, 'u').kind, STEP_STAY);
    desk_assert_says(desk, "1 of 2");
    for (int i = 0; i < 2; i++) {
        desk_key(desk, i ? 'y' : 'n');
        desk_key(desk, KEY_PAGE_UP);
        desk_assert_says(desk, i ? "The same" : "Another one");
        desk_key(desk, 'n'); // was answered
        desk_assert_says(desk, i ? "The same" : "Another one");
        desk_key(desk, 'u');
        desk_assert_says(desk, "Is it the same question?");
    }
    assert_int_equal(game_edits_asked(&desk->game), 1);
    close_store(&p);
}

static void without_edits_there_is_nothing_to_see(void **state)
{
    struct desk *desk = *state;
    struct played p;
    play_and_edit(&p, desk, before);
    desk_enter(desk, &screen_home);
    tick(desk);
    desk_assert_silent(desk, "edited");
    assert_int_equal(desk_key(desk, 'e').kind, STEP_STAY);
    desk_enter(desk, &screen_edits); // whoever comes here goes back
    assert_int_equal(desk_key(desk, 'y').kind, STEP_BACK);
    close_store(&p);
}

static void what_cannot_be_kept_is_said(void **state)
{
    struct desk *desk = *state;
    struct played p;
    play_and_edit(&p, desk, after);
    desk_enter(desk, &screen_home);
    tick(desk);
    desk_enter(desk, &screen_edits);
    assert_true(db_run(&p.journal.db, "CREATE TRIGGER no BEFORE INSERT ON event BEGIN "
                                      "SELECT raise(ABORT, 'no'); END"));
    desk_key(desk, 'y');
    desk_assert_says(desk, "That cannot be kept now.");
    desk_assert_says(desk, "1 of 2");
    assert_int_equal(game_edits_asked(&desk->game), 1);
    close_store(&p);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
    const struct CMUnitTest tests[] = {
        TEST(home_tells_and_asks),
        TEST(what_takes_long_is_done_later),
        TEST(what_is_another_question_begins_as_new),
        TEST(an_answer_is_undone),
        TEST(without_edits_there_is_nothing_to_see),
        TEST(what_cannot_be_kept_is_said),
    };
    return cmocka_run_group_tests_name("edits", tests, NULL, NULL);
}
