// Mistakes of all time: the list, its order, and the drill of what is mixed up.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/play.h"
#include "screens/review.h"

static const char questions[] =
    "[{\"id\": \"members\", \"question\": \"How many members has NATO?\", \"answer\": \"32\",\n"
    "  \"wrong\": [\"28\", \"30\"], \"explanation\": \"Sweden was the last to join.\"},\n"
    " {\"id\": \"eu\", \"question\": \"How many members had the EU in 2013?\",\n"
    "  \"answer\": \"28\", \"wrong\": [\"27\"]},\n"
    " {\"id\": \"head\", \"question\": \"Who heads the conference?\", \"answer\": "
    "\"Heusgen\",\n"
    "  \"type\": \"text\"}]";

enum { DAY_MS = 24 * 60 * 60 * 1000 };

static const int64_t noon_ms = INT64_C(1700000000000);

struct past_desk {
    struct desk *desk;
    struct journal journal;
    struct memory memory;
    bool is_forgetful; // answers grade no cards
};

static int setup(void **state)
{
    struct past_desk *p = calloc(1, sizeof *p);
    assert_non_null(p);
    void *desk = NULL;
    assert_int_equal(desk_setup(&desk), 0);
    p->desk = desk;
    desk_add_bank(p->desk, "b.json", "B", questions);
    journal_open(&p->journal, p->desk->scratch->dir, "me", &p->desk->scratch->diags);
    assert_true(memory_open(&p->memory, &p->journal));
    p->desk->game.journal = &p->journal;
    p->desk->game.memory = &p->memory;
    p->desk->game.wall_ms = noon_ms + 10 * (int64_t)DAY_MS;
    *state = p;
    return 0;
}

static int teardown(void **state)
{
    struct past_desk *p = *state;
    memory_close(&p->memory);
    assert_true(journal_close(&p->journal));
    void *desk = p->desk;
    desk_teardown(&desk);
    free(p);
    return 0;
}

/// An answer of a quiz on day `day`, as the journal has it; `said` NULL: it was right.
static void answer(struct past_desk *p, const char *question, int day, const char *said)
{
    static int64_t game;
    struct arena *arena = &p->desk->scratch->arena;
    const char *grades =
        p->is_forgetful ? "" : arena_printf(arena, ",\"grades\":[[0,%d,1000]]", said ? 1 : 3);
    const char *words = said ? arena_printf(arena, ",\"said\":\"%s\"", said) : "";
    const char *data =
        arena_printf(arena,
                     "{\"t\":1,\"credit\":%d,\"took_ms\":2000,\"kind\":\"choice\","
                     "\"ahead\":0%s%s}",
                     said ? 0 : 1000, words, grades);
    assert_true(journal_append(&p->journal, &(struct journal_event){
                                                .at_ms = noon_ms + day * (int64_t)DAY_MS,
                                                .game = ++game,
                                                .type = JOURNAL_ANSWER,
                                                .bank = game_bank(&p->desk->game)->id,
                                                .question = question,
                                                .data = data,
                                            }));
}

static int64_t last_quiz(const struct past_desk *p)
{
    return journal_last_game(&p->journal, JOURNAL_QUIZ, JOURNAL_STOP, NULL);
}

static int count_past(struct past_desk *p)
{
    game_look_back(&p->desk->game);
    const struct memory_mistakes *mistakes = &p->desk->game.back.mistakes;
    assert_in_range(mistakes->to_fix, 0, mistakes->all);
    return mistakes->all;
}

static void open_past(struct past_desk *p)
{
    assert_true(memory_catch_up(&p->memory));
    p->desk->game.reviews_past = true;
    desk_enter(p->desk, &screen_review);
}

static void what_was_ever_missed_is_listed_the_newest_first(void **state)
{
    struct past_desk *p = *state;
    answer(p, "head", 0, "Ischinger");
    answer(p, "members", 1, "30");
    answer(p, "eu", 1, NULL);
    open_past(p);
    desk_assert_says(p->desk, "Mistakes, 2");
    desk_assert_says(p->desk, "All time");
    desk_assert_says(p->desk, "You said: 30");
    desk_assert_says(p->desk, "Right: 32");
    desk_assert_says(p->desk, "Sweden was the last to join.");
    assert_int_equal(count_past(p), 2);
    desk_key(p->desk, KEY_DOWN);
    desk_assert_says(p->desk, "You said: Ischinger");
}

static void right_answers_on_two_days_mend_it(void **state)
{
    struct past_desk *p = *state;
    answer(p, "members", 0, "30");
    answer(p, "members", 1, NULL);
    answer(p, "members", 2, NULL);
    open_past(p);
    desk_assert_says(p->desk, "No mistakes to fix. Nice place to be.");
    assert_int_equal(count_past(p), 0);
}

static void the_riskiest_come_first_on_request(void **state)
{
    struct past_desk *p = *state;
    answer(p, "head", 0, "Ischinger"); // missed long ago: least known now
    answer(p, "members", 9, "30");
    open_past(p);
    desk_assert_says(p->desk, "You said: 30");
    desk_key(p->desk, 'n');
    desk_assert_says(p->desk, "Riskiest first");
    desk_assert_says(p->desk, "You said: Ischinger");
    desk_key(p->desk, 'n');
    desk_assert_says(p->desk, "You said: 30");
}

static void how_often_it_was_missed_is_said(void **state)
{
    struct past_desk *p = *state;
    answer(p, "members", 0, "30");
    answer(p, "members", 0, "30");
    open_past(p);
    desk_assert_says(p->desk, "You said: 30, missed 2 times");
}

static void these_are_tried(void **state)
{
    struct past_desk *p = *state;
    answer(p, "head", 0, "Ischinger");
    answer(p, "members", 1, "30");
    open_past(p);
    desk_key(p->desk, KEY_DELETE); // "members": got it
    struct step step = desk_key(p->desk, 't');
    assert_int_equal(step.to, SCREEN_PLAY);
    const struct session *s = &p->desk->game.session;
    assert_int_equal(s->turn_count, 1);
    assert_string_equal(s->turns[0].ask.question->id, "head");
    assert_true(p->desk->game.quiz_log.game != 0);
}

static void what_is_gone_from_the_bank_is_said(void **state)
{
    struct past_desk *p = *state;
    answer(p, "removed", 0, "30");
    open_past(p);
    desk_assert_says(p->desk, "1 mistake is of a question that is not in the bank now.");
}

static void mixups_stand_side_by_side(void **state)
{
    struct past_desk *p = *state;
    for (int i = 0; i < 3; i++)
        answer(p, "members", i, "28");
    answer(p, "head", 3, "Ischinger");
    open_past(p);
    desk_key(p->desk, 'l');
    desk_assert_says(p->desk, "Mix-ups");
    desk_assert_says(p->desk, "28 or 32");
    desk_assert_says(p->desk, "You said 28, 3 times, for 32.");
    desk_assert_says(p->desk, "How many members had the EU in 2013?");
    desk_assert_silent(p->desk, "Ischinger");
}

static void mixups_are_drilled_both_ways(void **state)
{
    struct past_desk *p = *state;
    answer(p, "members", 0, "28");
    answer(p, "members", 1, "28");
    open_past(p);
    desk_key(p->desk, 'l');
    struct step step = desk_key(p->desk, 't');
    assert_int_equal(step.to, SCREEN_PLAY);
    struct game *game = &p->desk->game;
    assert_int_equal(game->session.turn_count, 2);
    static const char *const ids[] = {"members", "eu"}, *const rights[] = {"32", "28"};
    for (int i = 0; i < 2; i++) {
        const struct question *q = game->session.turns[i].ask.question;
        assert_string_equal(q->id, ids[i]);
        assert_int_equal(q->kind, KIND_CHOICE);
        assert_int_equal(q->choice.options.count, 2);
        assert_string_equal(q->choice.options.items[0], rights[i]);
        assert_string_equal(q->choice.options.items[1], rights[1 - i]);
    }
}

static void a_drill_follows_what_is_edited(void **state)
{
    struct past_desk *p = *state;
    struct game *game = &p->desk->game;
    answer(p, "members", 0, "28");
    answer(p, "members", 1, "28");
    open_past(p);
    desk_key(p->desk, 'l');
    desk_key(p->desk, 't');
    desk_enter(p->desk, &screen_play);
    const char *path = game->library.entries[0].path;
    desk_write_bank(p->desk, "b.json", "B",
                    "[{\"id\": \"members\", \"question\": \"NATO members?\", \"answer\": "
                    "\"32\", \"wrong\": [\"28\"]},\n"
                    " {\"id\": \"eu\", \"question\": \"EU members?\", \"answer\": \"27\", "
                    "\"wrong\": [\"28\"]}]");
    struct bank_file file;
    library_read_again(&file, path);
    game_reload(game, &file, 5000);
    desk_act(p->desk, ACTION_RELOADED, 0);
    desk_assert_says(p->desk, "How many members has NATO?"); // the one in view stays
    assert_true(game_apply(game, EVENT_ANSWER, 10000, &(struct answer){.picked = 1}));
    desk_act(p->desk, 0, 0);
    desk_assert_says(p->desk, "How many members has NATO?");
    desk_act(p->desk, PLAY_NEXT, 0);
    desk_assert_says(p->desk, "EU members?");
    assert_string_equal(session_turn(&game->session)->ask.question->choice.options.items[0],
                        "27");
    assert_int_equal(session_right(&game->session), 1);
    game_plan_quiz(game, NULL, 0);
    game_drop_old_banks(game);
    assert_null(game->library.old);
    desk_act(p->desk, 0, 0);
}

static void a_drill_leaves_no_trace(void **state)
{
    struct past_desk *p = *state;
    answer(p, "members", 0, "28");
    answer(p, "members", 1, "28");
    int64_t before = last_quiz(p);
    open_past(p);
    desk_key(p->desk, 'l');
    desk_key(p->desk, 't');
    struct game *game = &p->desk->game;
    assert_true(game_apply(game, EVENT_ANSWER, 10000, &(struct answer){.picked = 1}));
    game_restart_quiz(game, 10000);
    assert_true(game_apply(game, EVENT_ANSWER, 10000, &(struct answer){.picked = 2}));
    assert_true(game_apply(game, EVENT_NEXT, 10000, NULL));
    assert_true(game_apply(game, EVENT_ANSWER, 10000, &(struct answer){.picked = 1}));
    assert_true(game_apply(game, EVENT_NEXT, 10000, NULL));
    assert_int_equal(last_quiz(p), before);
    // Nor does what comes of it: the same again, and only what was missed in it.
    game_plan_again(game);
    assert_true(game_start_quiz(game, 20000));
    assert_int_equal(game->session.turn_count, 2);
    assert_true(game_apply(game, EVENT_ANSWER, 20000, &(struct answer){.picked = 2}));
    desk_enter(p->desk, &screen_review);
    desk_key(p->desk, 't');
    assert_int_equal(game->session.turn_count, 1);
    assert_int_equal(last_quiz(p), before);
    // What is planned next is no drill.
    game_plan_quiz(game, NULL, 0);
    assert_true(game_start_quiz(game, 30000));
    assert_int_not_equal(last_quiz(p), before);
}

static void the_lists_go_round(void **state)
{
    struct past_desk *p = *state;
    answer(p, "members", 0, "28");
    open_past(p);
    desk_key(p->desk, 'l');
    desk_assert_says(p->desk, "Nothing is mixed up.");
    desk_key(p->desk, 'l'); // no quiz was played
    desk_assert_says(p->desk, "All time");
}

static void home_leads_to_what_is_to_fix(void **state)
{
    struct past_desk *p = *state;
    answer(p, "head", 9, "Ischinger");
    answer(p, "members", 9, "30");
    answer(p, "members", 9, NULL);
    desk_enter(p->desk, &screen_home);
    assert_int_equal(p->desk->game.back.mistakes.all, 2);
    desk_assert_says(p->desk, "Mistakes");
    desk_assert_says(p->desk, "This week");
    struct step step = desk_key(p->desk, '3');
    assert_int_equal(step.to, SCREEN_REVIEW);
    assert_true(p->desk->game.reviews_past);
    assert_int_equal(desk_key(p->desk, '5').to, SCREEN_STATS);
    assert_int_equal(desk_key(p->desk, 'p').to, SCREEN_PLAN);
}

static void the_hero_is_about_mistakes_when_no_card_is_due(void **state)
{
    struct past_desk *p = *state;
    p->is_forgetful = true;
    answer(p, "head", 9, "Ischinger");
    answer(p, "members", 9, "30");
    answer(p, "members", 9, NULL); // mended as far as it can be today
    desk_enter(p->desk, &screen_home);
    desk_assert_says(p->desk, "To fix");
    desk_assert_says(p->desk, "1 mistake");
    assert_int_equal(desk_key(p->desk, KEY_ENTER).to, SCREEN_REVIEW);
    answer(p, "head", 10, NULL);
    desk_enter(p->desk, &screen_home);
    desk_assert_silent(p->desk, "To fix");
    assert_int_equal(p->desk->game.back.mistakes.all, 2);
}

static void without_a_memory_home_has_the_last_quiz_only(void **state)
{
    struct past_desk *p = *state;
    answer(p, "head", 9, "Ischinger");
    p->desk->game.memory = NULL;
    desk_enter(p->desk, &screen_home);
    desk_assert_silent(p->desk, "Mistakes");
    desk_assert_silent(p->desk, "This week");
    desk_assert_says(p->desk, "Open a bank");
}

#define PAST_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAST_TEST(what_was_ever_missed_is_listed_the_newest_first),
        PAST_TEST(right_answers_on_two_days_mend_it),
        PAST_TEST(the_riskiest_come_first_on_request),
        PAST_TEST(how_often_it_was_missed_is_said),
        PAST_TEST(these_are_tried),
        PAST_TEST(what_is_gone_from_the_bank_is_said),
        PAST_TEST(mixups_stand_side_by_side),
        PAST_TEST(mixups_are_drilled_both_ways),
        PAST_TEST(a_drill_follows_what_is_edited),
        PAST_TEST(a_drill_leaves_no_trace),
        PAST_TEST(the_lists_go_round),
        PAST_TEST(home_leads_to_what_is_to_fix),
        PAST_TEST(the_hero_is_about_mistakes_when_no_card_is_due),
        PAST_TEST(without_a_memory_home_has_the_last_quiz_only),
    };
    return cmocka_run_group_tests_name("mistakes", tests, NULL, NULL);
}
