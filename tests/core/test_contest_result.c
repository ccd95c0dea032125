// Lessons in which somebody or something is missing, and what came of their questions.
#include "core/class_make.h"

static const int which[] = {0, 1, 3, 4};

/// How right the class was on the question that is shown.
static int credit_now(const struct class *class)
{
    return contest_class_credit(&class->contest, class->contest.at);
}

static void buzzers_that_nobody_pressed_say_that_nobody_knew(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 4,
          (struct contest_rules){
              .mode = CONTEST_BUZZ, .team_count = 2, .limit_ms = 20000, .seed = 1});
    does(&c, CONTEST_GO);
    assert_int_equal(credit_now(&c), CONTEST_NOBODY); // somebody may still know it
    does(&c, CONTEST_PASS);
    assert_int_equal(credit_now(&c), 0);
    does(&c, CONTEST_NEXT);
    does(&c, CONTEST_GO);
    does(&c, CONTEST_REVEAL);
    assert_int_equal(credit_now(&c), 0);
    mark(&c, 1, CREDIT_FULL); // who knew it without a buzzer
    assert_int_equal(credit_now(&c), CREDIT_FULL);
    does(&c, CONTEST_NEXT);
    does(&c, CONTEST_GO);
    c.now_ms += 20000;
    does(&c, CONTEST_TIME_UP);
    assert_int_equal(credit_now(&c), 0);
    end(&c);
}

static void without_buzzers_what_nobody_tried_says_nothing(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 2, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2});
    does(&c, CONTEST_REVEAL);
    assert_int_equal(credit_now(&c), CONTEST_NOBODY);
    end(&c);
}

static void a_pupil_without_a_team_is_marked_alone(void **state)
{
    (void)state;
    static const int teams[] = {0, CONTEST_NOBODY};
    struct class c;
    make(&c);
    begin(&c, which, 2,
          (struct contest_rules){
              .mode = CONTEST_PUPILS, .pupil_count = 2, .team_count = 2, .pupil_teams = teams});
    for (int i = 0; i < 2; i++) {
        const struct contest_round *round = contest_round(&c.contest);
        bool is_alone = round->pupil == 1;
        assert_false(contest_can_mark(&c.contest, CONTEST_NOBODY)); // nothing was said yet
        judge(&c, 0);
        assert_int_equal(contest_can_mark(&c.contest, CONTEST_NOBODY), is_alone);
        if (is_alone) {
            mark(&c, CONTEST_NOBODY, CREDIT_FULL);
            assert_int_equal(round->own.credit, CREDIT_FULL);
        }
        does(&c, CONTEST_NEXT);
    }
    end(&c);
}

static void a_final_question_that_is_gone_is_not_asked(void **state)
{
    (void)state;
    const struct contest_rules rules = {.mode = CONTEST_BOARD,
                                        .team_count = 2,
                                        .board_columns = 1,
                                        .board_rows = 1,
                                        .board_value = 100,
                                        .has_final = true};
    for (int is_left_out = 0; is_left_out < 2; is_left_out++) {
        struct class c;
        make(&c);
        begin(&c, is_left_out ? which : (const int[]){0, -1}, 2, rules);
        if (is_left_out) {
            assert_true(
                send(&c, (struct contest_event){.type = CONTEST_LEAVE_OUT, .round = 1}));
        }
        assert_true(send(&c, (struct contest_event){.type = CONTEST_PICK}));
        judge(&c, CREDIT_FULL);
        does(&c, CONTEST_NEXT);
        assert_int_equal(c.contest.phase, CONTEST_DONE);
        end(&c);
    }
}

/// Asks a question of at most `count` pupils, each of whom comes back later if that can be; the
/// last one knows it.
static void ask_pupils(struct class *class, int count)
{
    const struct contest_round *round = contest_round(&class->contest);
    bool was_drawn[PUPILS] = {false};
    for (int i = 1; i <= count; i++) {
        send(class, (struct contest_event){.type = CONTEST_LATER});
        assert_false(was_drawn[round->pupil]);
        was_drawn[round->pupil] = true;
        if (i < count) {
            does(class, CONTEST_PASS);
        } else {
            judge(class, CREDIT_FULL);
        }
    }
    does(class, CONTEST_NEXT);
}

static void nobody_is_drawn_twice_for_a_question(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct class c;
        make(&c);
        begin(&c, which, 4,
              (struct contest_rules){.mode = CONTEST_PUPILS, .pupil_count = 3, .seed = seed});
        ask_pupils(&c, 2); // so that the bag is filled again within what follows
        ask_pupils(&c, 3);
        ask_pupils(&c, 2);
        ask_pupils(&c, 3);
        assert_int_equal(c.contest.phase, CONTEST_DONE);
        end(&c);
    }
}

static void a_host_who_agrees_overrules_nobody(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 2, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2});
    const struct contest_share *share = &contest_round(&c.contest)->shares[0];
    pick(&c, 1);
    static const int credits[] = {CREDIT_FULL, 500, 0, CREDIT_FULL};
    for (int i = 0; i < 4; i++) {
        mark(&c, 0, credits[i]);
        assert_int_equal(share->is_overruled, credits[i] != CREDIT_FULL);
    }
    mark(&c, 1, CREDIT_FULL); // who answered aloud
    assert_false(contest_round(&c.contest)->shares[1].is_overruled);
    end(&c);
}

static void each_try_is_an_answer_and_only_full_credit_is_right(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 2, (struct contest_rules){.mode = CONTEST_PUPILS, .pupil_count = 3});
    does(&c, CONTEST_PASS);
    judge(&c, CREDIT_FULL);
    assert_int_equal(contest_answers(&c.contest, 0).right, 1);
    assert_int_equal(contest_answers(&c.contest, 0).all, 2);
    does(&c, CONTEST_NEXT);
    judge(&c, 500);
    assert_int_equal(contest_answers(&c.contest, 1).right, 0);
    assert_int_equal(contest_answers(&c.contest, 1).all, 1);
    end(&c);
}

static void a_team_that_nobody_marked_was_wrong(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 2, (struct contest_rules){.mode = CONTEST_ALL, .team_count = 4});
    does(&c, CONTEST_REVEAL); // at once, and marked then
    assert_int_equal(contest_answers(&c.contest, 0).all, 0);
    assert_int_equal(credit_now(&c), CONTEST_NOBODY);
    mark(&c, 1, CREDIT_FULL);
    assert_int_equal(contest_answers(&c.contest, 0).right, 1);
    assert_int_equal(contest_answers(&c.contest, 0).all, 4);
    assert_int_equal(credit_now(&c), CREDIT_FULL / 4);
    end(&c);
}

static bool leave_out(struct class *class, int round)
{
    return send(class, (struct contest_event){.type = CONTEST_LEAVE_OUT, .round = round});
}

static void turns_stay_equal_where_questions_are_gone(void **state)
{
    (void)state;
    static const int all[] = {0, 1, 2, 3, 4, 5, 6, 7};
    for (int played = 0; played < 3; played++) {
        struct class c;
        make(&c);
        begin(&c, all, 8, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 3});
        for (int i = 0; i < played; i++) {
            judge(&c, 0);
            does(&c, CONTEST_NEXT);
        }
        assert_false(leave_out(&c, played)); // it is asked
        assert_true(leave_out(&c, 5));
        assert_true(leave_out(&c, 6));
        assert_true(leave_out(&c, 7));
        assert_false(leave_out(&c, 7));
        while (c.contest.phase != CONTEST_DONE) {
            does(&c, CONTEST_REVEAL);
            does(&c, CONTEST_NEXT);
        }
        assert_int_equal(c.contest.asked, 5);
        assert_int_equal(c.contest.turns[0], c.contest.turns[1]);
        assert_int_equal(c.contest.turns[0], c.contest.turns[2]);
        end(&c);
    }
}

static void what_was_undone_is_not_done_again_once_something_is_gone(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 4, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2});
    judge(&c, CREDIT_FULL);
    does(&c, CONTEST_NEXT);
    judge(&c, CREDIT_FULL);
    does(&c, CONTEST_UNDO);
    assert_true(leave_out(&c, 2));
    assert_false(contest_can_redo(&c.contest));
    does(&c, CONTEST_UNDO);
    assert_int_equal(c.contest.at, 0);
    assert_true(c.contest.rounds[2].is_empty);
    end(&c);
}

static void a_board_of_which_all_is_gone_ends(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    begin(&c, which, 2,
          (struct contest_rules){.mode = CONTEST_BOARD,
                                 .team_count = 2,
                                 .board_columns = 1,
                                 .board_rows = 2,
                                 .board_value = 100});
    assert_true(leave_out(&c, 1));
    assert_int_equal(c.contest.phase, CONTEST_CHOOSING);
    assert_true(leave_out(&c, 0));
    assert_int_equal(c.contest.phase, CONTEST_DONE);
    end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buzzers_that_nobody_pressed_say_that_nobody_knew),
        cmocka_unit_test(a_final_question_that_is_gone_is_not_asked),
        cmocka_unit_test(nobody_is_drawn_twice_for_a_question),
        cmocka_unit_test(a_host_who_agrees_overrules_nobody),
        cmocka_unit_test(each_try_is_an_answer_and_only_full_credit_is_right),
        cmocka_unit_test(a_team_that_nobody_marked_was_wrong),
        cmocka_unit_test(turns_stay_equal_where_questions_are_gone),
        cmocka_unit_test(what_was_undone_is_not_done_again_once_something_is_gone),
        cmocka_unit_test(a_board_of_which_all_is_gone_ends),
        cmocka_unit_test(a_pupil_without_a_team_is_marked_alone),
        cmocka_unit_test(without_buzzers_what_nobody_tried_says_nothing),
    };
    return cmocka_run_group_tests_name("contest_result", tests, NULL, NULL);
}
