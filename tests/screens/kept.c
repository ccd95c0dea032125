#include "screens/kept.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
