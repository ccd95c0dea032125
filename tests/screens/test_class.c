// The class for a lesson: made, filled, changed, and chosen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/class_page.h"
#include "screens/forget.h"
#include "screens/kept.h"

static const char questions[] = "[{\"front\": \"Capital of Peru?\", \"back\": \"Lima\"}]";

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    desk_enter(*state, &screen_class);
    return 0;
}

static struct step insert(struct desk *desk, int id, const char *text)
{
    return desk_send(desk, (struct action){.id = id, .edit = EDIT_INSERT, .text = text});
}

/// The class 8b with these pupils, opened.
static void open_8b(struct desk *desk, const char *names)
{
    insert(desk, CLASS_NAME, " 8b ");
    desk_act(desk, CLASS_ADD, 0);
    if (*names) {
        insert(desk, CLASS_NAMES, names);
        desk_act(desk, CLASS_ADD_NAMES, 0);
    }
}

/// The pupils of 8b in the store, with "-" before who is absent, and "|" between.
static const char *kept_pupils(struct desk *desk)
{
    struct class_list list;
    struct arena *arena = &desk->scratch->arena;
    const char *text = "";
    assert_true(classes_read(&kept.journal, "8b", game_wall(&desk->game).at_ms, arena, &list));
    for (int i = 0; i < list.count; i++) {
        text = arena_printf(arena, "%s%s%s%s", text, i ? "|" : "",
                            list.pupils[i].is_absent ? "-" : "", list.pupils[i].name);
    }
    return text;
}

static void a_class_is_made_and_chosen(void **state)
{
    struct desk *desk = *state;
    desk_assert_says(desk, "No class");
    assert_int_equal(desk->stand.state.focus.id, CLASS_ROW);
    open_8b(desk, "");
    desk_assert_says(desk, "Class 8b");
    desk_assert_says(desk, "Nobody is in this class yet.");
    assert_null(desk_area(desk, CLASS_USE, 0));
    insert(desk, CLASS_NAMES, "Ada, Ben");
    desk_act(desk, CLASS_ADD_NAMES, 0);
    desk_assert_says(desk, "2 pupils are there.");
    desk_assert_says(desk, "2 pupils were added.");
    assert_string_equal(kept_pupils(desk), "Ada|Ben");
    assert_string_equal(kept.journal.learner, "me");
    assert_int_equal(desk_act(desk, CLASS_USE, 0).kind, STEP_BACK);
    assert_string_equal(desk->game.lesson.class_name, "8b");
    desk_enter(desk, &screen_class);
    desk_assert_says(desk, "8b");
    assert_int_equal(desk->stand.state.focus.arg, 1); // the class that is chosen
    assert_int_equal(desk_act(desk, CLASS_ROW, 0).kind, STEP_BACK);
    assert_string_equal(desk->game.lesson.class_name, "");
}

static void a_pasted_list_is_pupils_at_once(void **state)
{
    struct desk *desk = *state;
    open_8b(desk, "Ben");
    insert(desk, CLASS_NAMES, "Name\r\nAda King\r\nBen\r\nCleo\r\n---\r\n");
    assert_string_equal(kept_pupils(desk), "Ben|Ada King|Cleo");
    desk_assert_says(desk, "2 pupils were added.");
    desk_assert_says(desk, "1 was in the class already.");
    desk_assert_says(desk, "Line 5: is no name and is left out: ---.");
    assert_int_equal(desk->stand.state.focus.id, CLASS_USE); // what one goes on with
    insert(desk, CLASS_NAMES, "Dan");
    desk_assert_silent(desk, "Line 5");
    desk_act(desk, CLASS_KEYS, KEYBOARD_DONE);
    assert_string_equal(kept_pupils(desk), "Ben|Ada King|Cleo|Dan");
}

static void one_key_says_who_is_absent(void **state)
{
    struct desk *desk = *state;
    open_8b(desk, "Ada, Ben, Cleo");
    desk->stand.state.focus = (struct ui_id){CLASS_PUPIL, 1};
    desk_key(desk, KEY_SPACE);
    assert_string_equal(kept_pupils(desk), "Ada|-Ben|Cleo");
    desk_assert_says(desk, "2 pupils are there, 1 absent.");
    desk_key(desk, KEY_SPACE);
    assert_string_equal(kept_pupils(desk), "Ada|Ben|Cleo");
}

static void a_pupil_is_removed_and_brought_back(void **state)
{
    struct desk *desk = *state;
    open_8b(desk, "Ada, Ben, Cleo");
    desk->stand.state.focus = (struct ui_id){CLASS_PUPIL, 1};
    desk_key(desk, KEY_DELETE);
    assert_int_equal(desk->stand.state.focus.id, CLASS_PUPIL); // the next one
    assert_int_equal(desk->stand.state.focus.arg, 1);
    assert_string_equal(kept_pupils(desk), "Ada|Cleo");
    desk_assert_says(desk, "Ben is no longer in the class.");
    desk_act(desk, CLASS_UNDO, 0);
    assert_string_equal(kept_pupils(desk), "Ada|Ben|Cleo");
    desk_act(desk, CLASS_UNDO, 0); // the adding too
    assert_string_equal(kept_pupils(desk), "");
    desk_act(desk, CLASS_UNDO, 0);
    assert_string_equal(kept_pupils(desk), "");
}

static void a_pupil_is_renamed(void **state)
{
    struct desk *desk = *state;
    open_8b(desk, "Ada, Ben");
    desk_act(desk, CLASS_EDIT, 1);
    insert(desk, CLASS_PUPIL_NAME, "jamin");
    desk_act(desk, CLASS_RENAME, 0);
    assert_string_equal(kept_pupils(desk), "Ada|Benjamin");
    desk_act(desk, CLASS_EDIT, 1);
    desk_send(desk, (struct action){.id = CLASS_PUPIL_NAME, .edit = EDIT_SELECT_ALL});
    insert(desk, CLASS_PUPIL_NAME, "Ada");
    desk_act(desk, CLASS_RENAME, 0);
    desk_assert_says(desk, "Another pupil has this name.");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    desk_assert_says(desk, "Benjamin");
    desk_act(desk, CLASS_EDIT, 0);
    desk_act(desk, CLASS_REMOVE, 0);
    assert_string_equal(kept_pupils(desk), "Benjamin");
}

static void names_that_do_not_do_are_said(void **state)
{
    struct desk *desk = *state;
    char name[100] = "";
    memset(name, 'x', sizeof name - 1);
    insert(desk, CLASS_NAME, " ");
    desk_act(desk, CLASS_ADD, 0);
    desk_assert_says(desk, "Type a name first.");
    insert(desk, CLASS_NAME, name);
    desk_act(desk, CLASS_ADD, 0);
    desk_assert_says(desk, "This name is too long.");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    insert(desk, CLASS_NAME, "me");
    desk_act(desk, CLASS_ADD, 0);
    desk_assert_says(desk, "me is a learner already.");
    assert_false(classes_has(&kept.journal, "me"));
}

static void those_who_find_no_room_are_counted(void **state)
{
    struct desk *desk = *state;
    const char *list = "";
    open_8b(desk, "Ada, Ben");
    for (int i = 0; i < PUPILS_MOST; i++)
        list = arena_printf(&desk->scratch->arena, "%sPupil %d\n", list, i);
    const char *path = scratch_write(desk->scratch, "all.txt", list);
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    desk_assert_says(desk, "198 pupils were added.");
    desk_assert_says(desk, "A class has at most 200 pupils: 2 were left out.");
    insert(desk, CLASS_NAMES, "Zoe");
    desk_act(desk, CLASS_ADD, 0);
    desk_assert_says(desk, "1 was left out.");
}

static void a_dropped_list_is_a_class(void **state)
{
    struct desk *desk = *state;
    const char *path =
        scratch_write(desk->scratch, "8b.csv", "First name;Last name\nAda;King\n");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    desk_assert_says(desk, "Class 8b");
    assert_string_equal(kept_pupils(desk), "Ada King");
    path = scratch_write(desk->scratch, "more.txt", "Ben\n");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    assert_string_equal(kept_pupils(desk), "Ada King|Ben");
    path = scratch_path(desk->scratch, "none.csv");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    assert_string_equal(kept_pupils(desk), "Ada King|Ben");
    // A bank is none.
    path = desk_write_bank(desk, "bank.json", "Another", questions);
    assert_int_equal(desk_send(desk, (struct action){.id = ACTION_DROP, .text = path}).kind,
                     STEP_HOME);
}

static void what_cannot_be_saved_is_said_and_not_shown(void **state)
{
    struct desk *desk = *state;
    open_8b(desk, "Ada, Ben");
    assert_true(db_run(&kept.journal.db, "CREATE TRIGGER full BEFORE INSERT ON event "
                                         "BEGIN SELECT raise(ABORT, 'no'); END"));
    desk_act(desk, CLASS_PUPIL, 0);
    desk_assert_says(desk, "The class cannot be saved now.");
    desk_assert_says(desk, "2 pupils are there.");
    assert_true(db_run(&kept.journal.db, "DROP TRIGGER full"));
    desk_act(desk, CLASS_PUPIL, 0);
    assert_string_equal(kept_pupils(desk), "-Ada|Ben");
}

static void a_pad_types_on_the_screen(void **state)
{
    struct desk *desk = *state;
    desk->stand.state.device = DEVICE_PAD;
    assert_int_equal(desk_act(desk, CLASS_ADD, 0).focus.id, CLASS_NAME); // to the field first
    assert_non_null(desk_area(desk, CLASS_KEYS, KEYBOARD_DONE));
    insert(desk, CLASS_NAME, "8b");
    desk_act(desk, CLASS_KEYS, KEYBOARD_DONE);
    desk_assert_says(desk, "Class 8b");
    assert_null(desk_area(desk, CLASS_KEYS, KEYBOARD_DONE));
    desk_act(desk, CLASS_NAMES, 0);
    assert_non_null(desk_area(desk, CLASS_KEYS, KEYBOARD_DONE));
    insert(desk, CLASS_NAMES, "Ada");
    desk_act(desk, CLASS_KEYS, KEYBOARD_DONE);
    assert_string_equal(kept_pupils(desk), "Ada");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY); // the keyboard goes
    assert_null(desk_area(desk, CLASS_KEYS, KEYBOARD_DONE));
    desk_assert_says(desk, "Class 8b");
    desk_act(desk, ACTION_BACK, 0);
    desk_assert_says(desk, "No class");
}

static void a_class_is_forgotten_from_here(void **state)
{
    struct desk *desk = *state;
    open_8b(desk, "Ada");
    struct step step = desk_act(desk, CLASS_FORGET, 0);
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_FORGET);
    desk_enter(desk, &screen_forget);
    desk_assert_says(desk, "Forget this class");
    desk_assert_says(desk, "The class 8b is forgotten: its pupils and all that it did.");
    insert(desk, FORGET_FIELD, "forget");
    desk_act(desk, FORGET_DO, 0);
    desk_assert_says(desk, "It is forgotten.");
    assert_false(classes_has(&kept.journal, "8b"));
    assert_string_equal(desk->game.lesson.class_name, "");
    assert_string_equal(kept.journal.learner, "me");
}

static void without_a_store_there_are_no_classes(void **state)
{
    struct desk *desk = *state;
    desk->game.journal = NULL;
    desk_enter(desk, &screen_class);
    desk_assert_says(desk, "Nothing that is played now is kept.");
    insert(desk, CLASS_NAME, "8b");
    desk_act(desk, CLASS_ADD, 0);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
    desk->game.journal = &kept.journal;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_class_is_made_and_chosen),
        TEST(a_pasted_list_is_pupils_at_once),
        TEST(one_key_says_who_is_absent),
        TEST(a_pupil_is_removed_and_brought_back),
        TEST(a_pupil_is_renamed),
        TEST(names_that_do_not_do_are_said),
        TEST(those_who_find_no_room_are_counted),
        TEST(a_dropped_list_is_a_class),
        TEST(what_cannot_be_saved_is_said_and_not_shown),
        TEST(a_pad_types_on_the_screen),
        TEST(a_class_is_forgotten_from_here),
        TEST(without_a_store_there_are_no_classes),
    };
    return cmocka_run_group_tests_name("class", tests, NULL, NULL);
}
