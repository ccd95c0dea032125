// Buzzers that change, and those who try what others did not know.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/contest.h"
#include "core/make.h"

enum { QUESTIONS = 4 };

struct lesson {
    struct arena arena;
    struct question question;
    struct bank bank;
    struct contest c;
    int64_t now_ms;
};

static const char *const options[] = {"right", "wrong", "worse"};

static void start(struct lesson *lesson, struct contest_rules rules)
{
    *lesson = (struct lesson){.bank = {.language = "en"}};
    lesson->question = (struct question){.kind = KIND_CHOICE, .points = 1};
    lesson->question.choice.options = TEXTS(options);
    lesson->question.choice.right_count = 1;
    struct picked picked[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++)
        picked[i] = (struct picked){&lesson->bank, &lesson->question};
    lesson->bank.questions = &lesson->question;
    lesson->bank.question_count = 1;
    contest_start(&lesson->c, &lesson->arena, picked, QUESTIONS, &rules, 0);
}

static bool send(struct lesson *lesson, struct contest_event event)
{
    event.at_ms = lesson->now_ms;
    return contest_apply(&lesson->c, &event);
}

static bool plain(struct lesson *lesson, enum contest_event_type type)
{
    return send(lesson, (struct contest_event){.type = type});
}

static bool judge(struct lesson *lesson, int credit)
{
    return send(lesson, (struct contest_event){.type = CONTEST_JUDGE, .credit = credit});
}

static bool press(struct lesson *lesson, int team)
{
    const struct contest_press presses[] = {{team, lesson->now_ms}};
    return send(lesson, (struct contest_event){
                            .type = CONTEST_PRESSED, .presses = presses, .press_count = 1});
}

static int64_t score(const struct lesson *lesson, int team)
{
    return score_total(lesson->c.scores[team]);
}

static bool bind(struct lesson *l, int team, int buzzer)
{
    return send(l,
                (struct contest_event){.type = CONTEST_BIND, .team = team, .buzzer = buzzer});
}

static void a_team_gets_another_buzzer(void **state)
{
    (void)state;
    struct lesson l;
    start(&l,
          (struct contest_rules){
              .mode = CONTEST_BUZZ, .team_count = 3, .buzzers = {'q', 'p'}, .limit_ms = 5000});
    assert_true(plain(&l, CONTEST_GO));
    assert_true(press(&l, 0));
    assert_true(judge(&l, CREDIT_FULL));
    assert_false(bind(&l, 0, 'q')); // has it
    assert_false(bind(&l, 3, 'x'));
    assert_false(bind(&l, 0, -1));
    assert_true(bind(&l, 2, 'q')); // that of another one: they change
    assert_int_equal(l.c.buzzers[0], 0);
    assert_int_equal(l.c.buzzers[2], 'q');
    assert_true(bind(&l, 1, 'q'));
    assert_int_equal(l.c.buzzers[1], 'q');
    assert_int_equal(l.c.buzzers[2], 'p');
    assert_true(bind(&l, 1, 0));
    assert_true(bind(&l, 0, 'a'));
    assert_int_equal(score(&l, 0), 1000);
    assert_true(plain(&l, CONTEST_UNDO)); // what was judged, not which keys there are
    assert_int_equal(l.c.phase, CONTEST_ANSWERING);
    assert_int_equal(l.c.buzzers[0], 'a');
    assert_int_equal(l.c.buzzers[1], 0);
    assert_true(plain(&l, CONTEST_REDO));
    assert_int_equal(score(&l, 0), 1000);
    assert_true(plain(&l, CONTEST_STOP));
    assert_false(bind(&l, 0, 'x'));
    arena_free(&l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_team_gets_another_buzzer),
    };
    return cmocka_run_group_tests_name("contest_buzz", tests, NULL, NULL);
}
