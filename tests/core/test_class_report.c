// Reports of lessons whose figures are known.
#include <math.h>

#include "core/class_make.h"

static void of_teams_in_turn_each_try_counts(void **state)
{
    (void)state;
    static const int which[] = {0, 2, 3, 4};
    struct class c;
    make(&c);
    begin(&c, which, 4, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2});
    pick(&c, 1U << 1); // Lyon
    does(&c, CONTEST_NEXT);
    does(&c, CONTEST_PASS);
    type(&c, " Paris ");
    does(&c, CONTEST_NEXT);
    pick(&c, 2); // false
    does(&c, CONTEST_NEXT);
    judge(&c, 500);
    count(&c, NULL, true);

    assert_int_equal(c.report.lessons, 1);
    assert_int_equal(c.report.question_count, 4);
    assert_string_equal(question(&c, "a")->text, "a");
    assert_string_equal(question(&c, "a")->right, "Paris");
    assert_int_equal(question(&c, "a")->share, 0);
    assert_int_equal(question(&c, "a")->answers, 1);
    assert_string_equal(question(&c, "a")->wrong, "Lyon");
    assert_int_equal(question(&c, "a")->took_ms, 1000);
    assert_int_equal(question(&c, "c")->share, 500); // one passed, the other knew it
    assert_int_equal(question(&c, "c")->answers, 2);
    assert_int_equal(question(&c, "c")->took_ms, 2000);
    assert_null(question(&c, "c")->wrong);
    assert_string_equal(question(&c, "d")->wrong, "False");
    assert_int_equal(question(&c, "e")->share, 0); // half right is not right
    assert_null(question(&c, "e")->wrong);         // nobody wrote down what was said
    assert_int_equal(c.report.share, 125);
    assert_true(isnan(question(&c, "a")->discrimination));
    assert_int_equal(c.report.pupil_count, 0);
    end(&c);
}

static void hands_say_what_is_taken_for_right(void **state)
{
    (void)state;
    static const int which[] = {1, 2, 4};
    struct class c;
    make(&c);
    begin(&c, which, 3, (struct contest_rules){.mode = CONTEST_HANDS});
    raise(&c, 0, 6);
    raise(&c, 1, 4);
    raise(&c, 2, 10);
    raise(&c, -1, 5);
    does(&c, CONTEST_GO);
    does(&c, CONTEST_REVEAL);
    does(&c, CONTEST_NEXT);
    does(&c, CONTEST_REVEAL); // nobody counted
    count(&c, NULL, true);

    assert_int_equal(question(&c, "b")->share, 240);
    assert_int_equal(question(&c, "b")->answers_right, 6);
    assert_int_equal(question(&c, "b")->answers, 25);
    assert_true(question(&c, "b")->has_hands);
    assert_string_equal(question(&c, "b")->wrong, "Nice");
    assert_int_equal(question(&c, "b")->wrong_count, 10);
    assert_int_equal(c.report.skipped, 1); // "c" has no choices
    assert_null(question(&c, "c"));
    assert_int_equal(question(&c, "e")->share, -1);
    assert_false(question(&c, "e")->is_unanswered);
    assert_int_equal(c.report.teach_count, 1);
    assert_int_equal(c.report.answered, 1);
    end(&c);
}

static void typed_answers_are_the_same_whatever_their_case(void **state)
{
    (void)state;
    static const int which[] = {2};
    struct class c;
    make(&c);
    begin(&c, which, 1, (struct contest_rules){.mode = CONTEST_BUZZ, .team_count = 5});
    static const char *const said[] = {"Rome", "LYON", "Bonn", "lyon"};
    does(&c, CONTEST_GO);
    for (int team = 0; team < 4; team++) {
        const struct contest_press press = {team, c.now_ms + 1000};
        assert_true(send(&c, (struct contest_event){.type = CONTEST_PRESSED,
                                                    .presses = &press,
                                                    .press_count = 1}));
        type(&c, said[team]);
    }
    mark(&c, 2, CREDIT_FULL); // Bonn was right once
    count(&c, NULL, true);
    assert_string_equal(question(&c, "c")->wrong, "LYON");
    assert_int_equal(question(&c, "c")->wrong_count, 2);
    assert_int_equal(question(&c, "c")->answers, 4);
    assert_int_equal(question(&c, "c")->answers_right, 1);
    end(&c);
}

static void all_teams_count_however_the_host_marks(void **state)
{
    (void)state;
    static const int which[] = {0, 1, 4};
    struct class c;
    make(&c);
    begin(&c, which, 3, (struct contest_rules){.mode = CONTEST_ALL, .team_count = 4});
    does(&c, CONTEST_GO);
    mark(&c, 1, CREDIT_FULL);
    does(&c, CONTEST_REVEAL);
    does(&c, CONTEST_NEXT);
    does(&c, CONTEST_REVEAL); // at once, and marked then
    mark(&c, 1, CREDIT_FULL);
    mark(&c, 3, CREDIT_FULL);
    does(&c, CONTEST_NEXT);
    does(&c, CONTEST_REVEAL);
    count(&c, NULL, true);
    assert_int_equal(question(&c, "a")->share, 250);
    assert_int_equal(question(&c, "b")->share, 500);
    assert_int_equal(question(&c, "b")->answers, 4);
    assert_int_equal(question(&c, "e")->share, -1);
    assert_int_equal(c.report.share, 375);
    end(&c);
}

static void what_was_not_asked_does_not_count(void **state)
{
    (void)state;
    static const int which[] = {0, -1, 2, 4, 5, 6};
    static const bool is_gone[] = {true, false, false, false, false, false};
    struct class c;
    make(&c);
    begin(&c, which, 6,
          (struct contest_rules){.mode = CONTEST_BOARD,
                                 .team_count = 2,
                                 .board_columns = 3,
                                 .board_rows = 2,
                                 .board_value = 100});
    static const int cells[] = {0, 2, 4, 3};
    for (int i = 0; i < 3; i++) {
        assert_true(send(&c, (struct contest_event){.type = CONTEST_PICK, .round = cells[i]}));
        judge(&c, CREDIT_FULL);
        if (i == 2)
            break;
        does(&c, CONTEST_NEXT);
    }
    does(&c, CONTEST_UNDO);
    does(&c, CONTEST_UNDO); // cell 4 was not meant
    assert_true(send(&c, (struct contest_event){.type = CONTEST_PICK, .round = cells[3]}));
    does(&c, CONTEST_STOP); // while it is open
    count(&c, is_gone, true);
    assert_int_equal(c.report.question_count, 2); // one of them by its name only
    assert_true(c.report.questions[0].is_gone);
    assert_string_equal(c.report.questions[1].key, "c");
    assert_int_equal(c.report.gone, 1);
    end(&c);
}

static void who_is_gone_from_one_lesson_only_is_known_from_the_others(void **state)
{
    (void)state;
    static const int which[] = {0};
    static const bool gone[] = {true}, there[] = {false};
    static const bool *const orders[][2] = {{gone, there}, {there, gone}};
    for (int i = 0; i < 2; i++) {
        struct class c;
        make(&c);
        for (int k = 0; k < 2; k++) {
            begin(&c, which, 1,
                  (struct contest_rules){.mode = CONTEST_PUPILS, .pupil_count = 1});
            pick(&c, 2);
            does(&c, CONTEST_STOP);
            count(&c, orders[i][k], true);
        }
        assert_int_equal(c.report.question_count, 1);
        assert_false(c.report.questions[0].is_gone);
        assert_int_equal(c.report.questions[0].asked, 2);
        assert_string_equal(c.report.questions[0].text, "a");
        assert_string_equal(c.report.questions[0].right, "Paris");
        assert_string_equal(c.report.questions[0].wrong, "Lyon");
        assert_int_equal(c.report.questions[0].wrong_count, 1); // of the lesson that knows it
        assert_int_equal(c.report.topic_count, 1);
        assert_int_equal(c.report.gone, 1);
        end(&c);
    }
}

static void nothing_asked_is_an_empty_report(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    c.report = class_report_make(&c.tally, &c.arena);
    assert_int_equal(c.report.lessons, 0);
    static const int which[] = {0};
    begin(&c, which, 1, (struct contest_rules){.mode = CONTEST_ALL, .team_count = 2});
    does(&c, CONTEST_STOP);
    count(&c, NULL, true);
    assert_int_equal(c.report.lessons, 1);
    assert_int_equal(c.report.question_count, 0);
    assert_int_equal(c.report.share, -1);
    assert_int_equal(c.report.topic_count, 0);
    end(&c);
}

/// A lesson of hands: so many right ones of ten for each question.
static void vote(struct class *class, const int *which, const int *right, int asked,
                 bool counts)
{
    begin(class, which, asked, (struct contest_rules){.mode = CONTEST_HANDS});
    for (int i = 0; i < asked; i++) {
        raise(class, 0, right[i]);
        raise(class, 1, 10 - right[i]);
        does(class, CONTEST_REVEAL);
        if (i + 1 < asked)
            does(class, CONTEST_NEXT);
    }
    count(class, NULL, counts);
}

static void what_went_badly_is_taught_again_worst_first(void **state)
{
    (void)state;
    static const int which[] = {0, 1, 3, 4, 5}, right[] = {5, 6, 2, 10, 5};
    struct class c;
    make(&c);
    vote(&c, which, right, 5, true);
    assert_int_equal(c.report.teach_count, 3);
    assert_string_equal(c.report.questions[c.report.teach[0]].key, "d");
    assert_string_equal(c.report.questions[c.report.teach[1]].key, "a");
    assert_string_equal(c.report.questions[c.report.teach[2]].key, "f"); // asked later

    static const int nobody[] = {6};
    begin(&c, nobody, 1, (struct contest_rules){.mode = CONTEST_BUZZ, .team_count = 2});
    does(&c, CONTEST_PASS);
    count(&c, NULL, true);
    assert_int_equal(c.report.teach_count, 4);
    assert_string_equal(c.report.questions[c.report.teach[3]].key, "g");
    assert_true(question(&c, "g")->is_unanswered);
    end(&c);
}

static void topics_that_differ_by_case_are_one(void **state)
{
    (void)state;
    static const int which[] = {0, 1, 4}, right[] = {5, 10, 1};
    struct class c;
    make(&c);
    vote(&c, which, right, 3, true);
    assert_int_equal(c.report.topic_count, 3);
    assert_null(c.report.topics[0].name); // the worst
    assert_int_equal(c.report.topics[0].share, 100);
    assert_string_equal(c.report.topics[1].name, "Rivers");
    assert_int_equal(c.report.topics[1].share, 750);
    assert_int_equal(c.report.topics[1].questions, 2);
    assert_string_equal(c.report.topics[2].name, "Hills");
    assert_int_equal(c.report.share, 533);
    end(&c);
}

static void is_compared_with_the_last_time_it_was_asked(void **state)
{
    (void)state;
    static const int first[] = {0, 1, 3}, first_right[] = {2, 8, 5};
    static const int second[] = {0, 4}, second_right[] = {4, 4};
    static const int third[] = {1, 0, 5}, third_right[] = {5, 9, 0};
    struct class c;
    make(&c);
    vote(&c, first, first_right, 3, false);
    assert_int_equal(c.report.question_count, 0);
    vote(&c, second, second_right, 2, false);
    vote(&c, third, third_right, 3, true);
    assert_int_equal(c.report.lessons, 1);
    assert_int_equal(c.report.first_day, 102);
    assert_int_equal(c.report.question_count, 3);
    assert_int_equal(c.report.compared_count, 2);
    assert_string_equal(c.report.questions[c.report.compared[0]].key, "b"); // fell
    assert_int_equal(question(&c, "b")->change.before, 800);
    assert_int_equal(question(&c, "b")->change.now, 500);
    assert_int_equal(question(&c, "b")->change.before_day, 100);
    assert_int_equal(question(&c, "a")->change.before, 400);
    assert_int_equal(question(&c, "a")->change.before_day, 101);
    assert_int_equal(question(&c, "f")->change.before, -1);
    assert_int_equal(c.report.change.before, 400); // the lesson before
    assert_int_equal(c.report.change.now, 467);
    const struct class_topic *hill = &c.report.topics[1];
    assert_string_equal(hill->name, "Hills");
    assert_int_equal(hill->change.before, 800);
    assert_int_equal(hill->change.before_day, 100); // not asked in the second
    end(&c);
}

static void several_lessons_are_added_up(void **state)
{
    (void)state;
    static const int which[] = {0}, few[] = {2}, many[] = {9};
    struct class c;
    make(&c);
    vote(&c, which, few, 1, true);
    vote(&c, which, many, 1, true);
    assert_int_equal(c.report.lessons, 2);
    assert_int_equal(question(&c, "a")->asked, 2);
    assert_int_equal(question(&c, "a")->answers, 20);
    assert_int_equal(question(&c, "a")->share, 550);
    assert_int_equal(question(&c, "a")->wrong_count, 9);
    assert_int_equal(question(&c, "a")->change.now, 900);
    assert_int_equal(question(&c, "a")->change.before, 200);
    assert_int_equal(c.report.first_day, 100);
    assert_int_equal(c.report.last_day, 101);
    end(&c);
}

/// Lessons in which `count` pupils are asked four questions each, one of them alone at a time.
/// Those before `good` are right on the first, and on the second and third; the others only on
/// the third if they are even.
static void ask_pupils(struct class *class, int count_of, int good)
{
    static const int which[] = {0, 1, 4, 5};
    for (int pupil = 0; pupil < count_of; pupil++) {
        struct class_lesson lesson = {
            .contest = &class->contest, .pupils = &pupil_names[pupil], .day = class->day++};
        begin(class, which, 4,
              (struct contest_rules){.mode = CONTEST_PUPILS, .pupil_count = 1});
        for (int i = 0; i < 4; i++) {
            bool is_good = pupil < good;
            bool is_right = i == 0 || i == 1 ? is_good : i == 2 && (is_good || pupil % 2 == 0);
            judge(class, is_right ? CREDIT_FULL : 0);
            if (i < 3)
                does(class, CONTEST_NEXT);
        }
        lesson.keys = class->names;
        class_tally_add(&class->tally, &lesson, true);
    }
    class->report = class_report_make(&class->tally, &class->arena);
}

static void a_question_that_the_better_ones_know_tells_them_apart(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    ask_pupils(&c, 12, 6);
    // Of the others had the first six 2/3 each, and the last six 1/3, 0, 1/3, 0, 1/3, 0.
    double mean = (6 * 2.0 / 3 + 3 * 1.0 / 3) / 12;
    double yy = (6 * 4.0 / 9 + 3 * 1.0 / 9) / 12 - mean * mean;
    double xy = 6 * (2.0 / 3) / 12 - 0.5 * mean;
    double expected = xy / (0.5 * sqrt(yy));
    assert_true(fabs(question(&c, "a")->discrimination - expected) < 1e-9);
    assert_true(question(&c, "a")->discrimination > 0.9);
    assert_true(isnan(question(&c, "f")->discrimination)); // nobody was right
    assert_int_equal(question(&c, "a")->pupils, 12);
    assert_true(c.report.has_discrimination);
    assert_int_equal(c.report.pupil_count, 12);
    assert_string_equal(c.report.pupils[0].name, "A");
    assert_int_equal(c.report.pupils[0].answers, 4);
    assert_string_equal(c.report.pupils[1].name, "P");
    assert_int_equal(c.report.pupils[1].right, 3);
    end(&c);
}

static void of_a_few_pupils_nothing_is_said(void **state)
{
    (void)state;
    struct class c;
    make(&c);
    ask_pupils(&c, CLASS_REPORT_PUPILS - 1, 4);
    assert_true(isnan(question(&c, "a")->discrimination));
    assert_int_equal(question(&c, "a")->pupils, CLASS_REPORT_PUPILS - 1);
    assert_false(c.report.has_discrimination);
    end(&c);
}

static void who_passes_counts_and_who_comes_later_does_not(void **state)
{
    (void)state;
    static const int which[] = {0};
    struct class c;
    make(&c);
    begin(&c, which, 1, (struct contest_rules){.mode = CONTEST_PUPILS, .pupil_count = 4});
    does(&c, CONTEST_LATER);
    does(&c, CONTEST_PASS);
    judge(&c, CREDIT_FULL);
    count(&c, NULL, true);
    assert_int_equal(question(&c, "a")->answers, 2);
    assert_int_equal(question(&c, "a")->share, 500);
    assert_int_equal(c.report.pupil_count, 1);
    end(&c);
}

static void what_a_pupil_said_is_nobody_elses(void **state)
{
    (void)state;
    static const int teams[] = {0, 1, 0, 1};
    struct class c;
    make(&c);
    for (int has_teams = 0; has_teams < 2; has_teams++) {
        begin(&c, (const int[]){0}, 1,
              (struct contest_rules){.mode = CONTEST_PUPILS,
                                     .pupil_count = 4,
                                     .team_count = has_teams ? 2 : 0,
                                     .pupil_teams = has_teams ? teams : NULL});
        const struct contest_round *round = contest_round(&c.contest);
        int first = round->pupil;
        does(&c, CONTEST_PASS);
        const struct contest_share *passed =
            contest_share(round, has_teams ? teams[first] : CONTEST_NOBODY);
        assert_int_equal(passed->pupil, first);
        does(&c, CONTEST_REVEAL); // while another pupil was asked
        assert_int_not_equal(round->pupil, first);
        count(&c, NULL, true);
        assert_int_equal(c.report.pupil_count, 1);
        assert_string_equal(c.report.pupils[0].name, pupil_names[first]);
        assert_int_equal(c.report.pupils[0].answers, 1);
        class_tally_free(&c.tally);
        c.tally.words = &words;
    }
    end(&c);
}

static void who_is_marked_without_a_try_is_who_was_drawn(void **state)
{
    (void)state;
    static const int teams[] = {0, 1};
    struct class c;
    make(&c);
    begin(&c, (const int[]){0}, 1,
          (struct contest_rules){
              .mode = CONTEST_PUPILS, .pupil_count = 2, .team_count = 2, .pupil_teams = teams});
    const struct contest_round *round = contest_round(&c.contest);
    does(&c, CONTEST_REVEAL);
    mark(&c, teams[round->pupil], CREDIT_FULL);
    mark(&c, 1 - teams[round->pupil], CREDIT_FULL); // whoever that was of this team
    assert_int_equal(round->shares[teams[round->pupil]].pupil, round->pupil);
    assert_int_equal(round->shares[1 - teams[round->pupil]].pupil, CONTEST_NOBODY);
    count(&c, NULL, true);
    assert_int_equal(c.report.pupil_count, 1);
    end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_teams_in_turn_each_try_counts),
        cmocka_unit_test(hands_say_what_is_taken_for_right),
        cmocka_unit_test(typed_answers_are_the_same_whatever_their_case),
        cmocka_unit_test(all_teams_count_however_the_host_marks),
        cmocka_unit_test(what_was_not_asked_does_not_count),
        cmocka_unit_test(who_is_gone_from_one_lesson_only_is_known_from_the_others),
        cmocka_unit_test(nothing_asked_is_an_empty_report),
        cmocka_unit_test(what_went_badly_is_taught_again_worst_first),
        cmocka_unit_test(topics_that_differ_by_case_are_one),
        cmocka_unit_test(is_compared_with_the_last_time_it_was_asked),
        cmocka_unit_test(several_lessons_are_added_up),
        cmocka_unit_test(a_question_that_the_better_ones_know_tells_them_apart),
        cmocka_unit_test(of_a_few_pupils_nothing_is_said),
        cmocka_unit_test(who_passes_counts_and_who_comes_later_does_not),
        cmocka_unit_test(what_a_pupil_said_is_nobody_elses),
        cmocka_unit_test(who_is_marked_without_a_try_is_who_was_drawn),
    };
    return cmocka_run_group_tests_name("class_report", tests, NULL, NULL);
}
