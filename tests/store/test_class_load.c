#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/class_loaded.h"

static void the_last_lesson_is_compared_with_those_before(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0", "b:2,0,8,0");
    PLAY(&class, CONTEST_TURNS, "a:[Lyon]", "c:+", "d:p-", "b:[Paris]");
    PLAY(&class, CONTEST_ALL, "d:!"); // nothing was asked
    assert_true(load(&class, "8b", CLASS_LESSON_LAST));
    assert_int_equal(class.load.count, 3);
    assert_int_equal(class.load.wanted, 2);
    assert_int_equal(class.report.lessons, 1);
    assert_int_equal(class.report.first_day, 20461); // 8 January 2026
    assert_int_equal(class.report.question_count, 4);
    assert_string_equal(class.report.questions[0].text, "a?");
    assert_int_equal(class.report.questions[0].share, 0);
    assert_string_equal(class.report.questions[0].wrong, "Lyon");
    assert_int_equal(class.report.questions[0].change.before, 500);
    assert_int_equal(class.report.compared_count, 2);
    assert_int_equal(class.report.mode, CONTEST_TURNS);
    close_class(&class);
}

static void one_or_all_can_be_wanted(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0", "b:2,0,8,0");
    PLAY(&class, CONTEST_HANDS, "a:10,0,0,0");
    assert_true(load(&class, "8b", 1));
    assert_int_equal(class.load.at, 1);
    assert_int_equal(class.report.question_count, 2);
    assert_int_equal(class.report.compared_count, 0);
    assert_string_equal(class.report.questions[1].wrong, "Nice");
    assert_true(load(&class, "8b", CLASS_LESSON_ALL));
    assert_int_equal(class.report.lessons, 2);
    assert_int_equal(class.report.questions[0].share, 750);
    assert_false(load(&class, "8b", 3));
    assert_int_equal(class.load.count, 2);
    assert_false(load(&class, "9c", CLASS_LESSON_LAST));
    assert_int_equal(class.load.count, 0);
    close_class(&class);
}

static void classes_are_who_was_given_a_lesson_or_has_pupils(void **state)
{
    struct class class;
    const char *const *names;
    open_class(&class, *state, bank_text);
    assert_int_equal(class_load_names(&class.journal, &class.scratch->arena, &names), 0);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0");
    assert_true(journal_switch(&class.journal, "somebody"));
    assert_true(journal_switch(&class.journal, "9c"));
    assert_true(journal_append(&class.journal, &(struct journal_event){.type = JOURNAL_CLASS}));
    assert_int_equal(class_load_names(&class.journal, &class.scratch->arena, &names), 2);
    assert_string_equal(names[0], "8b");
    assert_string_equal(names[1], "9c");
    assert_true(load(&class, "8b", CLASS_LESSON_LAST)); // whoever's the journal is
    assert_false(load(&class, "nobody", CLASS_LESSON_LAST));
    assert_int_equal(journal_learners(&class.journal, &class.scratch->arena, &names), 3);
    close_class(&class);
}

static void a_bank_from_anywhere_is_found_again(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0");
    class.library.db = &class.journal.db;
    assert_true(library_keep_summaries(&class.library));
    library_close(&class.library);
    class.library = (struct library){.db = &class.journal.db};
    assert_true(load(&class, "8b", CLASS_LESSON_LAST));
    assert_string_equal(class.report.questions[0].text, "a?");
    assert_null(class.load.lost.id);
    class_load_end(&class.load);
    library_close(&class.library);

    class.library = (struct library){.db = &class.journal.db};
    const char *path = scratch_path(class.scratch, "b.json");
    assert_int_equal(rename(path, scratch_path(class.scratch, "else.json")), 0);
    assert_true(load(&class, "8b", CLASS_LESSON_LAST));
    assert_int_equal(class.report.gone, 1);
    assert_string_equal(class.load.lost.path, path);
    assert_true(class.load.lost.is_missing);
    scratch_write(class.scratch, "b.json", "[");
    assert_true(load(&class, "8b", CLASS_LESSON_LAST));
    assert_false(class.load.lost.is_missing);
    close_class(&class);
}

static void what_the_judge_said_then_holds(void **state)
{
    struct class class;
    open_class(&class, *state, HEAD TYPED("a", "") "," TYPED("b", ", \"typos\": 0") "]}");
    PLAY(&class, CONTEST_BUZZ, "a:[Lausane]", "b:[Lausane]+");
    close_class(&class);
    open_class(&class, class.scratch,
               HEAD TYPED("a", ", \"typos\": 0") "," TYPED("b", "") "]}");
    assert_true(load(&class, "8b", CLASS_LESSON_LAST));
    assert_int_equal(class.report.question_count, 2);
    assert_false(class.report.questions[0].is_changed);
    assert_int_equal(class.report.questions[0].share, CREDIT_FULL);
    assert_int_equal(class.report.questions[1].answers, 2);
    close_class(&class);
}

static void pupils_go_by_their_names(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    for (int i = 0; i < 3; i++)
        PLAY(&class, CONTEST_PUPILS, "a:+", "b:-", "c:[Nice]", "d:p+");
    assert_true(load(&class, "8b", CLASS_LESSON_ALL));
    assert_in_range(class.report.pupil_count, 4, CLASS_PLAY_PUPILS);
    int answers = 0;
    for (int i = 0; i < class.report.pupil_count; i++)
        answers += class.report.pupils[i].answers;
    assert_int_equal(answers, 12);
    close_class(&class);
}

static void what_pupils_answered_alone_is_counted(void **state)
{
    static struct class_pupil names[CLASS_PLAY_PUPILS + 1] = {{"Nobody", false}};
    const struct class_list list = {names, CLASS_PLAY_PUPILS + 1};
    struct teams_pupil pupils[CLASS_PLAY_PUPILS + 1] = {{false, 7, 7}};
    struct class class;
    for (int i = 0; i < CLASS_PLAY_PUPILS; i++)
        names[i + 1].name = class_play_pupils[i];
    open_class(&class, *state, bank_text);
    class_load_pupils(&class.journal, "8b", &class.library, &list, pupils);
    assert_int_equal(pupils[0].answered, 0);
    PLAY(&class, CONTEST_PUPILS, "a:+", "b:-", "c:[Nice]", "d:+");
    PLAY(&class, CONTEST_TURNS, "a:+", "b:+"); // of teams
    PLAY(&class, CONTEST_PUPILS, "a:-", "b:+");
    class_load_pupils(&class.journal, "8b", &class.library, &list, pupils);
    int right = 0, answered = 0;
    for (int i = 1; i < list.count; i++) {
        right += pupils[i].right;
        answered += pupils[i].answered;
        assert_true(pupils[i].right <= pupils[i].answered);
    }
    assert_int_equal(answered, 6);
    assert_int_equal(right, 3);
    assert_int_equal(pupils[0].answered, 0);
    assert_true(load(&class, "8b", CLASS_LESSON_ALL));
    for (int i = 0; i < class.report.pupil_count; i++) {
        int at = 1;
        while (strcmp(names[at].name, class.report.pupils[i].name) != 0)
            at++;
        assert_int_equal(pupils[at].answered, class.report.pupils[i].answers);
        assert_int_equal(pupils[at].right, class.report.pupils[i].right);
    }
    close_class(&class);
}

static void only_the_last_lessons_say_how_strong_a_pupil_is(void **state)
{
    static struct class_pupil names[CLASS_PLAY_PUPILS];
    const struct class_list list = {names, CLASS_PLAY_PUPILS};
    struct teams_pupil pupils[CLASS_PLAY_PUPILS] = {0};
    struct class class;
    int answered = 0;
    for (int i = 0; i < CLASS_PLAY_PUPILS; i++)
        names[i].name = class_play_pupils[i];
    open_class(&class, *state, bank_text);
    for (int i = 0; i < 25; i++) {
        PLAY(&class, CONTEST_PUPILS, "a:+");
        PLAY(&class, CONTEST_TURNS, "a:+"); // says nothing of them
    }
    class_load_pupils(&class.journal, "8b", &class.library, &list, pupils);
    for (int i = 0; i < list.count; i++)
        answered += pupils[i].answered;
    assert_int_equal(answered, 20);
    close_class(&class);
}

static void a_year_of_lessons_takes_no_more_memory_than_a_few(void **state)
{
    enum { FEW = 10, MANY = 200 };

    struct class class;
    size_t after_few = 0;
    open_class(&class, *state, bank_text);
    for (int i = 0; i < MANY; i++)
        PLAY(&class, CONTEST_TURNS, "a:[Lyon]", "b:+", "c:[Nice]", "d:-");
    assert_true(class_load_begin(&class.load, &class.journal, "8b", &class.library,
                                 CLASS_LESSON_ALL, &words));
    for (int i = 1; class_load_next(&class.load); i++) {
        size_t held = arena_size(&class.load.arena) + arena_size(&class.load.tally.arena);
        if (i == FEW)
            after_few = held;
    }
    assert_int_equal(class.load.at, MANY);
    assert_int_equal(arena_size(&class.load.arena) + arena_size(&class.load.tally.arena),
                     after_few);
    close_class(&class);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_last_lesson_is_compared_with_those_before,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(one_or_all_can_be_wanted, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(classes_are_who_was_given_a_lesson_or_has_pupils,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_bank_from_anywhere_is_found_again, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_the_judge_said_then_holds, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_pupils_answered_alone_is_counted, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(only_the_last_lessons_say_how_strong_a_pupil_is,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(pupils_go_by_their_names, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_year_of_lessons_takes_no_more_memory_than_a_few,
                                        scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests_name("class_load", tests, NULL, NULL);
}
