// Where the data lies, backups, and forgetting: the page in the settings and the screens that
// it opens.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/forget.h"
#include "screens/kept.h"
#include "screens/restore.h"
#include "screens/settings_page.h"
#include "store/classes.h"
#include "store/file.h"

static const char questions[] = "[{\"front\": \"Capital of Peru?\", \"back\": \"Lima\"},\n"
                                "{\"front\": \"Capital of Cuba?\", \"back\": \"Havana\"},\n"
                                "{\"question\": \"Capital of France?\", \"answer\": \"Paris\","
                                " \"wrong\": [\"Lyon\", \"Nice\"]}]";

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    return 0;
}

static void open_page(struct desk *desk)
{
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_DATA);
}

static const char *path_of(struct desk *desk, const char *name)
{
    return scratch_path(desk->scratch, name);
}

static void type(struct desk *desk, int id, const char *text)
{
    desk_send(desk, (struct action){.id = id, .edit = EDIT_INSERT, .text = text});
}

// --- the page

static void the_page_says_where_it_lies_and_opens_it(void **state)
{
    struct desk *desk = *state;
    open_page(desk);
    desk_assert_says(desk, desk->scratch->dir);
    desk_act(desk, SET_FOLDER, 0);
    assert_string_equal(desk->game.asks_open_url, desk->scratch->dir);
}

static void a_backup_is_made_and_said(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    open_page(desk);
    assert_null(desk_area(desk, SET_RESTORE, 0)); // nothing to restore yet
    desk_act(desk, SET_BACK_UP, 0);
    const char *path = path_of(desk, "backups/quartet-backup-2026-01-01.db");
    assert_false(file_is_missing(path));
    desk_assert_says(desk, "Saved and checked:");
    desk_assert_says(desk, "1 learner, as");
    assert_non_null(desk_area(desk, SET_RESTORE, 0));
    assert_int_equal(desk_act(desk, SET_RESTORE, 0).to, SCREEN_RESTORE);
}

static void a_backup_that_fails_says_why(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "backups", "no folder");
    open_page(desk);
    desk_act(desk, SET_BACK_UP, 0);
    desk_assert_says(desk, "backups");
    desk_assert_silent(desk, "Saved");
    assert_true(settings_datum(desk->self, SET_BACK_UP)->is_fault);
}

static void each_thing_opens_its_screen(void **state)
{
    static const struct {
        int id, to, scope;
    } rows[] = {{SET_LEARNER, SCREEN_LEARNERS, 0},
                {SET_FORGET_BANK, SCREEN_FORGET, FORGET_BANK},
                {SET_FORGET_LEARNER, SCREEN_FORGET, FORGET_LEARNER},
                {SET_FORGET_EVERYTHING, SCREEN_FORGET, FORGET_EVERYTHING}};
    struct desk *desk = *state;
    open_page(desk);
    desk->game.settings_changed = false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct step step = desk_act(desk, rows[i].id, 0);
        assert_int_equal(step.kind, STEP_PUSH);
        assert_int_equal(step.to, rows[i].to);
        if (rows[i].to == SCREEN_FORGET)
            assert_int_equal(desk->game.forgets, rows[i].scope);
    }
    assert_false(desk->game.settings_changed);
    assert_null(desk_area(desk, SET_RESET, 0)); // there is nothing to reset
}

static void without_a_store_the_page_says_so(void **state)
{
    struct desk *desk = *state;
    desk->game.journal = NULL;
    desk->game.memory = NULL;
    open_page(desk);
    desk_assert_says(desk, "Nothing that is played now is kept.");
    for (int id = SET_LEARNER; id <= SET_DATA_FAULT; id++)
        assert_null(desk_area(desk, id, 0));
    assert_int_equal(desk_act(desk, SET_BACK_UP, 0).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, SET_FORGET_BANK, 0).kind, STEP_STAY);
    desk->game.forgets = FORGET_BANK;
    desk_enter(desk, &screen_forget);
    desk_assert_says(desk, "Nothing that is played now is kept.");
    assert_int_equal(desk_act(desk, FORGET_DO, 0).kind, STEP_STAY);
    desk_enter(desk, &screen_learners);
    desk_assert_says(desk, "Nothing that is played now is kept.");
    desk_enter(desk, &screen_restore);
    desk_assert_says(desk, "Nothing that is played now is kept.");
}

static void a_store_out_of_order_says_why(void **state)
{
    struct desk *desk = *state;
    assert_true(db_run(&kept.journal.db, "CREATE TRIGGER full BEFORE INSERT ON event "
                                         "BEGIN SELECT raise(ABORT, 'no'); END"));
    journal_append(&kept.journal, &(struct journal_event){.type = JOURNAL_FLAG});
    assert_true(kept.journal.fault[0]);
    open_page(desk);
    desk_assert_says(desk, "are out of order.");
    desk_assert_says(desk, "quartet.db");
    assert_null(desk_area(desk, SET_BACK_UP, 0));
    assert_false(game_play_as(&desk->game, "Ana"));
    assert_string_equal(kept.journal.learner, "me");
    assert_true(db_run(&kept.journal.db, "DROP TRIGGER full"));
}

// --- restoring

static void a_backup_is_restored_and_taken_back(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    open_page(desk);
    desk_act(desk, SET_BACK_UP, 0);
    kept_grade(desk);
    assert_int_equal(kept_seen(desk), 2);
    desk_enter(desk, &screen_restore);
    desk_assert_says(desk, "quartet-backup-2026-01-01.db");
    desk_assert_says(desk, "events, 1 learner");
    desk_act(desk, RESTORE_ROW, 0);
    desk_assert_says(desk, "Go back to");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY); // to the list
    desk_act(desk, RESTORE_ROW, 0);
    desk_act(desk, RESTORE_DO, 0);
    desk_assert_says(desk, "Everything is as it was on");
    desk_assert_says(desk, "quartet.db.replaced-1");
    desk_assert_silent(desk, "plays now");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_HOME);
    assert_int_equal(kept_seen(desk), 1);
    kept_grade(desk); // it goes on
    assert_int_equal(kept_seen(desk), 2);
    desk_enter(desk, &screen_restore);
    desk_assert_says(desk, "what was there before going back");
}

static void who_is_not_in_the_backup_does_not_go_on(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    open_page(desk);
    desk_act(desk, SET_BACK_UP, 0);
    kept_play_as(desk, "Ana");
    kept_grade(desk);
    kept_grade(desk);
    desk_enter(desk, &screen_restore);
    desk_act(desk, RESTORE_ROW, 0);
    desk_act(desk, RESTORE_DO, 0);
    desk_assert_says(desk, "me plays now.");
    assert_string_equal(desk->game.settings.learner, "me");
    assert_int_equal(kept_seen(desk), 1);
}

static void what_is_no_backup_is_said_and_changes_nothing(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    for (int i = 1; i <= 2; i++) {
        const char *name = arena_printf(&desk->scratch->arena, "quartet.db.backup-%d", i);
        scratch_write(desk->scratch, name, "no database");
    }
    desk_enter(desk, &screen_restore);
    desk_assert_says(desk, "made by itself");
    desk_assert_says(desk, "cannot be read");
    desk_act(desk, RESTORE_ROW, 1);
    desk_act(desk, RESTORE_DO, 0);
    desk_assert_says(desk, "is no backup of Quartet, or is damaged.");
    assert_int_equal(desk->stand.state.focus.id, RESTORE_DO);
    desk_act(desk, RESTORE_LIST, 0);
    assert_int_equal(desk->stand.state.focus.id, RESTORE_ROW);
    assert_int_equal(desk->stand.state.focus.arg, 1);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
    assert_int_equal(kept_seen(desk), 1);
}

static void without_backups_there_is_nothing_to_choose(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_restore);
    desk_assert_says(desk, "There is no backup yet.");
    assert_int_equal(desk_act(desk, RESTORE_ROW, 0).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, RESTORE_DO, 0).kind, STEP_STAY);
}

// --- forgetting

static void open_forget(struct desk *desk, enum forget_scope scope)
{
    desk->game.forgets = scope;
    desk_enter(desk, &screen_forget);
}

static void only_the_word_forgets(void **state)
{
    static const char *const wrong[] = {"", "yes", "forge", "forgetful"};
    struct desk *desk = *state;
    kept_grade(desk);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        open_forget(desk, FORGET_BANK);
        desk_assert_says(desk, "All that was done in Cards by me is forgotten.");
        type(desk, FORGET_FIELD, wrong[i]);
        desk_act(desk, FORGET_DO, 0);
        desk_assert_says(desk, "Type the word forget first.");
    }
    assert_int_equal(kept_seen(desk), 1);
    assert_true(file_is_missing(path_of(desk, "backups")));
    open_forget(desk, FORGET_BANK);
    type(desk, FORGET_FIELD, "forget ");
    desk_act(desk, FORGET_DO, 0);
    desk_assert_says(desk, "It is forgotten.");
    desk_assert_says(desk, "quartet-backup-2026-01-01.db");
    assert_false(file_is_missing(path_of(desk, "backups/quartet-backup-2026-01-01.db")));
    assert_int_equal(desk_act(desk, FORGET_HOME, 0).kind, STEP_HOME);
    assert_int_equal(kept_seen(desk), 0);
    kept_grade(desk); // it goes on
    assert_int_equal(kept_seen(desk), 1);
}

static void a_class_is_forgotten_with_no_way_back(void **state)
{
    struct desk *desk = *state;
    struct class_pupil pupils[] = {{"Ada", false}};
    assert_true(classes_write(&kept.journal, "8b", &(struct class_list){pupils, 1}, 1));
    assert_true(game_play_as(&desk->game, "8b"));
    kept_grade(desk);
    open_forget(desk, FORGET_BANK); // of its answers in one bank there is a backup
    desk_assert_says(desk, "A backup of everything is made first");
    open_forget(desk, FORGET_LEARNER);
    desk_assert_says(desk, "The class 8b is forgotten: its pupils and all that it did.");
    desk_assert_says(desk, "no backup is made");
    type(desk, FORGET_FIELD, "forget");
    desk_act(desk, FORGET_DO, 0);
    desk_assert_says(desk, "No backup that Quartet made has it any more.");
    desk_assert_says(desk, "me plays now.");
    assert_true(file_is_missing(path_of(desk, "backups")));
    assert_false(classes_has(&kept.journal, "8b"));
}

static void a_screen_keyboard_forgets_too(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    open_forget(desk, FORGET_LEARNER);
    type(desk, FORGET_FIELD, "forget");
    desk_act(desk, FORGET_KEYS, KEYBOARD_DONE);
    desk_assert_says(desk, "It is forgotten.");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_HOME);
    assert_int_equal(kept_seen(desk), 0);
}

static void who_is_forgotten_makes_room_for_another(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    kept_play_as(desk, "Ana");
    kept_grade(desk);
    kept_grade(desk);
    open_forget(desk, FORGET_LEARNER);
    type(desk, FORGET_FIELD, "forget");
    desk_act(desk, FORGET_DO, 0);
    desk_assert_says(desk, "me plays now.");
    assert_string_equal(desk->game.settings.learner, "me");
    assert_int_equal(desk->game.learners.count, 1);
    assert_int_equal(kept_seen(desk), 1);
}

static void everything_is_forgotten_also_a_quiz_in_play(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    kept_play_as(desk, "Ana");
    kept_grade(desk);
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, 0));
    open_forget(desk, FORGET_EVERYTHING);
    type(desk, FORGET_FIELD, "forget");
    desk_act(desk, FORGET_DO, 0);
    desk_assert_says(desk, "me plays now.");
    assert_false(desk->game.has_quiz);
    assert_int_equal(desk->game.learners.count, 1);
    assert_string_equal(desk->game.settings.learner, "me");
    assert_int_equal(kept_seen(desk), 0);
}

static void nothing_is_forgotten_without_a_backup(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    scratch_write(desk->scratch, "backups", "no folder");
    open_forget(desk, FORGET_EVERYTHING);
    type(desk, FORGET_FIELD, "forget");
    desk_act(desk, FORGET_DO, 0);
    desk_assert_silent(desk, "It is forgotten.");
    desk_assert_says(desk, "backups");
    assert_int_equal(kept_seen(desk), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_page_says_where_it_lies_and_opens_it),
        TEST(a_backup_is_made_and_said),
        TEST(a_backup_that_fails_says_why),
        TEST(each_thing_opens_its_screen),
        TEST(without_a_store_the_page_says_so),
        TEST(a_store_out_of_order_says_why),
        TEST(a_backup_is_restored_and_taken_back),
        TEST(who_is_not_in_the_backup_does_not_go_on),
        TEST(what_is_no_backup_is_said_and_changes_nothing),
        TEST(without_backups_there_is_nothing_to_choose),
        TEST(only_the_word_forgets),
        TEST(a_class_is_forgotten_with_no_way_back),
        TEST(a_screen_keyboard_forgets_too),
        TEST(who_is_forgotten_makes_room_for_another),
        TEST(everything_is_forgotten_also_a_quiz_in_play),
        TEST(nothing_is_forgotten_without_a_backup),
    };
    return cmocka_run_group_tests_name("data", tests, NULL, NULL);
}
