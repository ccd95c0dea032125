#include "screens/kept.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/learners.h"

static const int64_t noon_ms = 1767268800000;

struct kept kept;

void kept_open(struct desk *desk)
{
    journal_open(&kept.journal, desk->scratch->dir, "me", &desk->scratch->diags);
    assert_true(memory_open(&kept.memory, &kept.journal));
    desk->game.journal = &kept.journal;
    desk->game.memory = &kept.memory;
    game_follow_schedule(&desk->game);
}

void kept_close(struct desk *desk)
{
    memory_close(&kept.memory);
    journal_close(&kept.journal);
    desk->game.journal = NULL;
    desk->game.memory = NULL;
}

void kept_begin(struct desk *desk, const char *questions)
{
    desk_add_bank(desk, "cards.json", "Cards", questions);
    desk->game.wall_ms = noon_ms;
    desk->game.settings.card_order = DECK_BY_LIST;
    desk->game.settings.fuzz = false;
    kept_open(desk);
}

int kept_teardown(void **state)
{
    kept_close(*state);
    return desk_teardown(state);
}

void kept_pass(struct desk *desk, int64_t ms)
{
    desk->stand.now_ms += ms;
    desk->game.now_ms += ms;
    desk->game.wall_ms += ms;
}

void kept_grade(struct desk *desk)
{
    struct fsrs_outcome outcome;
    assert_true(game_study(&desk->game, DECK_DUE));
    assert_non_null(game_study_card(&desk->game));
    assert_true(game_study_grade(&desk->game, (struct study_grade){FSRS_EASY, 1000}, &outcome));
    game_drop_study(&desk->game);
}

int kept_seen(struct desk *desk)
{
    desk_enter(desk, &screen_home);
    return desk->game.outlook.seen;
}

void kept_play_as(struct desk *desk, const char *name)
{
    desk_enter(desk, &screen_learners);
    desk_send(desk, (struct action){.id = LEARNERS_FIELD, .edit = EDIT_INSERT, .text = name});
    assert_int_equal(desk_act(desk, LEARNERS_ADD, 0).kind, STEP_HOME);
}
