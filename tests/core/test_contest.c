#include "core/contest_make.h"

static void teams_answer_in_turn_and_the_rest_is_for_all(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 3});
    for (int team = 0; team < 3; team++) {
        assert_int_equal(l.c.phase, CONTEST_OPEN);
        assert_int_equal(l.c.team, team);
        assert_false(press(&l, team, 0));
        const struct answer right = {.picked = 1};
        const char *const said = "right";
        const struct answer text = {.texts = &said, .text_count = 1};
        assert_true(send(&l, (struct contest_event){.type = CONTEST_ANSWER,
                                                    .answer = team == 2 ? &text : &right}));
        assert_int_equal(l.c.phase, CONTEST_SHOWING);
        assert_false(judge(&l, CREDIT_FULL));
        assert_true(plain(&l, CONTEST_NEXT));
    }
    assert_int_equal(contest_round(&l.c)->mode, CONTEST_ALL);
    assert_true(plain(&l, CONTEST_GO));
    assert_int_equal(l.c.phase, CONTEST_MARKING);
    assert_true(mark(&l, 1, CREDIT_FULL));
    assert_true(plain(&l, CONTEST_REVEAL));
    assert_true(plain(&l, CONTEST_NEXT));
    assert_int_equal(l.c.phase, CONTEST_DONE);
    assert_int_equal(score(&l, 0), 1000);
    assert_int_equal(score(&l, 1), 2000);
    arena_free(&l.arena);
}

static void a_pass_goes_to_the_next_team(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 3, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 3});
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(l.c.team, 1);
    assert_true(judge(&l, CREDIT_FULL));
    const struct contest_round *round = contest_round(&l.c);
    assert_int_equal(round->shares[0].result, CONTEST_PASSED);
    assert_true(round->shares[1].is_stolen);
    assert_int_equal(contest_class_credit(&l.c, 0), CREDIT_FULL / 2);
    assert_true(plain(&l, CONTEST_NEXT));
    assert_int_equal(l.c.team, 1); // whose turn it is all the same
    assert_true(judge(&l, 0));
    assert_int_equal(l.c.phase, CONTEST_SHOWING); // in turn nobody steals
    assert_true(plain(&l, CONTEST_NEXT));
    for (int i = 0; i < 3; i++)
        assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(l.c.phase, CONTEST_SHOWING);
    assert_int_equal(contest_class_credit(&l.c, l.c.at), 0);
    arena_free(&l.arena);
}

static void who_buzzes_first_answers_and_the_others_may_steal(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 2, (struct contest_rules){.mode = CONTEST_BUZZ, .team_count = 3});
    assert_int_equal(l.c.phase, CONTEST_READING);
    l.now_ms = 1000;
    assert_true(press(&l, 0, 1000)); // too early
    assert_int_equal(l.c.phase, CONTEST_READING);
    l.now_ms = 1100;
    assert_true(plain(&l, CONTEST_GO));
    l.now_ms = 1200;
    assert_false(press(&l, 0, 1200)); // locked
    const struct contest_press presses[] = {{2, 1190}, {1, 1180}, {0, 1170}};
    assert_true(send(&l, (struct contest_event){
                             .type = CONTEST_PRESSED, .presses = presses, .press_count = 3}));
    assert_int_equal(l.c.phase, CONTEST_ANSWERING);
    assert_int_equal(l.c.team, 1);
    assert_false(press(&l, 2, 1210));
    assert_true(judge(&l, 0));
    assert_int_equal(l.c.phase, CONTEST_OPEN);
    l.now_ms = 1300;
    assert_false(press(&l, 1, 1300)); // it was wrong
    assert_true(press(&l, 0, 1300));
    assert_int_equal(l.c.team, 0);
    assert_true(judge(&l, CREDIT_FULL));
    assert_int_equal(l.c.phase, CONTEST_SHOWING);
    assert_int_equal(score(&l, 0), 1000);
    assert_int_equal(score(&l, 1), 0);
    assert_true(mark(&l, 1, CREDIT_FULL)); // the judge was wrong
    assert_int_equal(score(&l, 1), 1000);
    assert_true(plain(&l, CONTEST_UNDO));
    assert_int_equal(score(&l, 1), 0);
    assert_true(plain(&l, CONTEST_UNDO));
    assert_int_equal(l.c.phase, CONTEST_ANSWERING);
    assert_int_equal(score(&l, 0), 0);
    assert_true(plain(&l, CONTEST_REDO));
    assert_true(plain(&l, CONTEST_REDO));
    assert_false(plain(&l, CONTEST_REDO));
    assert_int_equal(score(&l, 1), 1000);
    arena_free(&l.arena);
}

static void presses_at_the_same_time_are_a_tie(void **state)
{
    (void)state;
    int wins[2] = {0};
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct lesson l;
        start(&l, 1,
              (struct contest_rules){.mode = CONTEST_BUZZ, .team_count = 3, .seed = seed});
        assert_true(plain(&l, CONTEST_GO));
        l.now_ms = 50;
        const struct contest_press presses[] = {{2, 41}, {1, 40}, {0, 40}};
        assert_true(send(&l, (struct contest_event){.type = CONTEST_PRESSED,
                                                    .presses = presses,
                                                    .press_count = 3}));
        assert_int_equal(contest_round(&l.c)->tied, 3);
        assert_in_range(l.c.team, 0, 1);
        wins[l.c.team]++;
        arena_free(&l.arena);
    }
    assert_in_range(wins[0], 70, 130);
}

static void a_press_before_the_opening_that_comes_late_is_early(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 1, (struct contest_rules){.mode = CONTEST_BUZZ, .team_count = 2});
    l.now_ms = 1000;
    assert_true(plain(&l, CONTEST_GO));
    l.now_ms = 1010;
    const struct contest_press presses[] = {{0, 995}, {1, 1005}};
    assert_true(send(&l, (struct contest_event){
                             .type = CONTEST_PRESSED, .presses = presses, .press_count = 2}));
    assert_int_equal(l.c.team, 1);
    assert_int_equal(l.c.locked_ms[0], 995 + CONTEST_EARLY_MS);
    arena_free(&l.arena);
    // A clock may be anywhere, also before 0: a lesson comes back soon after the start.
    start(&l, 1, (struct contest_rules){.mode = CONTEST_BUZZ, .team_count = 2});
    l.now_ms = -5000;
    assert_true(press(&l, 0, -5000));
    assert_int_equal(l.c.locked_ms[0], -5000 + CONTEST_EARLY_MS);
    arena_free(&l.arena);
}

static void teams_have_time_of_their_own(void **state)
{
    (void)state;
    struct lesson l;
    struct contest_rules rules = {.mode = CONTEST_TURNS,
                                  .team_count = 3,
                                  .time_percent = {100, 150, 200},
                                  .limit_ms = LIMIT_MS};
    start(&l, 3, rules);
    const int64_t limits[] = {LIMIT_MS, LIMIT_MS * 3 / 2, LIMIT_MS * 2};
    for (int team = 0; team < 3; team++) {
        assert_int_equal(contest_limit_ms(&l.c, CONTEST_NOBODY), limits[team]);
        l.now_ms += limits[team] - 1;
        assert_false(plain(&l, CONTEST_TIME_UP));
        l.now_ms += 1;
        assert_true(plain(&l, CONTEST_TIME_UP));
        assert_int_equal(contest_round(&l.c)->shares[team].result, CONTEST_LATE);
        assert_true(plain(&l, CONTEST_NEXT));
    }
    arena_free(&l.arena);
    rules.mode = CONTEST_ALL;
    start(&l, 3, rules);
    l.now_ms = LIMIT_MS;
    assert_int_equal(contest_left_ms(&l.c, 0, l.now_ms), 0);
    assert_int_equal(contest_left_ms(&l.c, 1, l.now_ms), LIMIT_MS / 2);
    assert_int_equal(contest_left_ms(&l.c, CONTEST_NOBODY, l.now_ms), LIMIT_MS);
    arena_free(&l.arena);
}

static void the_clock_stops_goes_on_and_gets_more(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 2,
          (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2, .limit_ms = LIMIT_MS});
    l.now_ms = 5000;
    assert_true(plain(&l, CONTEST_PAUSE));
    l.now_ms = 90000;
    assert_int_equal(contest_left_ms(&l.c, CONTEST_NOBODY, l.now_ms), LIMIT_MS - 5000);
    assert_true(plain(&l, CONTEST_RESUME));
    assert_true(send(&l, (struct contest_event){.type = CONTEST_MORE_TIME, .more_ms = 30000}));
    assert_int_equal(contest_left_ms(&l.c, CONTEST_NOBODY, l.now_ms), LIMIT_MS + 25000);
    l.now_ms += LIMIT_MS + 25000;
    assert_true(plain(&l, CONTEST_TIME_UP));
    assert_true(plain(&l, CONTEST_UNDO)); // it stands: there is time to decide
    assert_true(l.c.is_paused);
    assert_int_equal(contest_left_ms(&l.c, CONTEST_NOBODY, l.now_ms), 0);
    assert_false(plain(&l, CONTEST_TIME_UP));
    assert_true(judge(&l, CREDIT_FULL));
    assert_true(plain(&l, CONTEST_NEXT));
    assert_false(l.c.is_paused);
    assert_int_equal(contest_left_ms(&l.c, CONTEST_NOBODY, l.now_ms), LIMIT_MS);
    arena_free(&l.arena);
}

static void hands_are_counted_where_there_are_choices(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4, (struct contest_rules){.mode = CONTEST_HANDS});
    int right = -1;
    for (int place = 0; place < 3; place++) {
        if (ask_is_right(&contest_round(&l.c)->ask, place))
            right = place;
    }
    assert_true(plain(&l, CONTEST_GO));
    assert_true(
        send(&l, (struct contest_event){.type = CONTEST_COUNT, .place = right, .hands = 18}));
    assert_true(send(&l, (struct contest_event){
                             .type = CONTEST_COUNT, .place = (right + 1) % 3, .hands = 5}));
    assert_true(send(
        &l, (struct contest_event){.type = CONTEST_COUNT, .place = ASK_PLACES, .hands = 1}));
    assert_false(send(&l, (struct contest_event){.type = CONTEST_COUNT, .place = 3}));
    assert_true(plain(&l, CONTEST_REVEAL));
    assert_int_equal(contest_answers(&l.c, l.c.at).right, 18);
    assert_int_equal(contest_answers(&l.c, l.c.at).all, 24);
    assert_int_equal(contest_class_credit(&l.c, l.c.at), 750);
    assert_true(plain(&l, CONTEST_NEXT));
    assert_int_equal(l.c.skipped, 0);
    assert_true(plain(&l, CONTEST_REVEAL));
    assert_int_equal(contest_class_credit(&l.c, l.c.at), -1);
    assert_true(plain(&l, CONTEST_NEXT));
    assert_int_equal(l.c.skipped, 1); // a typed one
    assert_int_equal(l.c.at, 3);
    arena_free(&l.arena);
}

static struct contest_rules board_rules(void)
{
    return (struct contest_rules){.mode = CONTEST_BOARD,
                                  .team_count = 2,
                                  .board_columns = 3,
                                  .board_rows = 2,
                                  .board_value = 200,
                                  .has_wagers = true,
                                  .has_final = true};
}

static void a_board_has_values_wagers_and_a_final(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 7, board_rules());
    struct contest *c = &l.c;
    int wager = -1, wagers = 0;
    for (int i = 0; i < 6; i++) {
        wager = c->rounds[i].is_wager ? i : wager;
        wagers += c->rounds[i].is_wager;
        assert_int_equal(c->rounds[i].value, i % 2 ? 400 : 200);
    }
    assert_int_equal(wagers, 1);
    assert_int_equal(wager % 2, 1);
    assert_int_equal(c->phase, CONTEST_CHOOSING);
    assert_null(contest_round(c));
    assert_true(send(&l, (struct contest_event){.type = CONTEST_PICK, .round = wager}));
    assert_int_equal(c->phase, CONTEST_WAGERING);
    assert_false(plain(&l, CONTEST_GO));
    assert_int_equal(contest_wager_most(c, 0), 400);
    assert_false(send(&l, (struct contest_event){.type = CONTEST_WAGER, .points = 401}));
    assert_true(send(&l, (struct contest_event){.type = CONTEST_WAGER, .points = 300}));
    assert_true(plain(&l, CONTEST_GO));
    assert_true(judge(&l, 0));
    assert_int_equal(c->phase, CONTEST_SHOWING); // nobody steals a wager
    assert_int_equal(score(&l, 0), -300);
    assert_true(plain(&l, CONTEST_NEXT));
    assert_false(send(&l, (struct contest_event){.type = CONTEST_PICK, .round = wager}));
    assert_int_equal(c->team, 1);
    for (int i = 0; i < 6; i++) {
        if (i == wager)
            continue;
        int team = c->team;
        assert_true(send(&l, (struct contest_event){.type = CONTEST_PICK, .round = i}));
        assert_true(judge(&l, 0));
        assert_int_equal(c->team, 1 - team); // who chose was wrong, the other one may try
        assert_true(judge(&l, CREDIT_FULL));
        assert_true(plain(&l, CONTEST_NEXT));
    }
    assert_int_equal(c->turns[0], c->turns[1]);
    assert_int_equal(c->phase, CONTEST_WAGERING);
    int64_t before = score(&l, 1);
    for (int team = 0; team < 2; team++) {
        assert_true(send(
            &l, (struct contest_event){.type = CONTEST_WAGER, .team = team, .points = 100}));
    }
    assert_true(plain(&l, CONTEST_GO));
    assert_true(plain(&l, CONTEST_GO));
    assert_true(mark(&l, 1, CREDIT_FULL));
    assert_int_equal(score(&l, 1), before + 100);
    assert_true(plain(&l, CONTEST_REVEAL));
    assert_true(plain(&l, CONTEST_NEXT));
    assert_int_equal(c->phase, CONTEST_DONE);
    arena_free(&l.arena);
}

static void pupils_come_in_turn_pass_and_come_back(void **state)
{
    (void)state;
    struct lesson l;
    static const int teams[] = {0, 1, 0, 1, 0};
    start(&l, 20,
          (struct contest_rules){
              .mode = CONTEST_PUPILS, .team_count = 2, .pupil_count = 5, .pupil_teams = teams});
    int first = contest_round(&l.c)->pupil;
    assert_int_equal(l.c.team, teams[first]);
    assert_true(plain(&l, CONTEST_LATER));
    assert_int_not_equal(contest_round(&l.c)->pupil, first);
    assert_int_equal(l.c.draws[first], 0);
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(l.c.rules.pupil_count - l.c.bag_at, 3); // still to be drawn
    assert_true(judge(&l, CREDIT_FULL));
    assert_true(plain(&l, CONTEST_NEXT));
    for (int i = 0; i < 2; i++) {
        assert_true(judge(&l, 0));
        assert_true(plain(&l, CONTEST_NEXT));
    }
    assert_int_equal(contest_round(&l.c)->pupil, first);
    assert_false(plain(&l, CONTEST_LATER)); // all others were asked
    arena_free(&l.arena);
}

static void scores_show_after_a_round_but_not_at_the_end(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4,
          (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2, .round_length = 2});

    static const enum contest_phase phases[] = {CONTEST_OPEN, CONTEST_STANDING, CONTEST_OPEN,
                                                CONTEST_DONE};

    for (int i = 0; i < 4; i++) {
        assert_true(judge(&l, CREDIT_FULL));
        assert_true(plain(&l, CONTEST_NEXT));
        assert_int_equal(l.c.phase, phases[i]);
        if (l.c.phase == CONTEST_STANDING)
            assert_true(plain(&l, CONTEST_NEXT));
    }
    arena_free(&l.arena);
}

static void points_can_be_given_and_taken(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 2, (struct contest_rules){.mode = CONTEST_TURNS, .team_count = 2});
    assert_true(
        send(&l, (struct contest_event){.type = CONTEST_AWARD, .team = 1, .points = -100}));
    assert_false(
        send(&l, (struct contest_event){.type = CONTEST_AWARD, .team = 2, .points = 100}));
    assert_int_equal(score(&l, 1), -100);
    assert_int_equal(l.c.awarded[1], -100);
    arena_free(&l.arena);
}

static void an_edit_of_one_question_moves_no_choices_of_others(void **state)
{
    (void)state;
    struct lesson l;
    const struct contest_rules rules = {.mode = CONTEST_HANDS, .seed = 5};
    start(&l, 20, rules);
    const struct contest_round *before = l.c.rounds;
    struct picked picked[QUESTIONS];
    struct question edited = l.questions[0];
    edited.choice.options.count = 2; // "worse" went
    for (int i = 0; i < QUESTIONS; i++)
        picked[i] = (struct picked){&l.bank, i ? &l.questions[i] : &edited};
    contest_start(&l.c, &l.arena, picked, 20, &rules, 0);
    int moved = 0;
    for (int i = 1; i < 20; i++) {
        assert_memory_equal(before[i].ask.shown, l.c.rounds[i].ask.shown, 3);
        moved += before[i].ask.shown[0] != before[1].ask.shown[0];
    }
    assert_true(moved > 0); // they are shuffled all the same
    arena_free(&l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(teams_answer_in_turn_and_the_rest_is_for_all),
        cmocka_unit_test(a_pass_goes_to_the_next_team),
        cmocka_unit_test(who_buzzes_first_answers_and_the_others_may_steal),
        cmocka_unit_test(presses_at_the_same_time_are_a_tie),
        cmocka_unit_test(a_press_before_the_opening_that_comes_late_is_early),
        cmocka_unit_test(teams_have_time_of_their_own),
        cmocka_unit_test(the_clock_stops_goes_on_and_gets_more),
        cmocka_unit_test(hands_are_counted_where_there_are_choices),
        cmocka_unit_test(a_board_has_values_wagers_and_a_final),
        cmocka_unit_test(pupils_come_in_turn_pass_and_come_back),
        cmocka_unit_test(scores_show_after_a_round_but_not_at_the_end),
        cmocka_unit_test(points_can_be_given_and_taken),
        cmocka_unit_test(an_edit_of_one_question_moves_no_choices_of_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
