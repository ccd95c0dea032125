// Results: how the quiz went, and what to do next.
#include "screens/results.h"

#include "base/i18n.h"
#include "screens/screen.h"

/// The memory has not taken in the quiz yet.
static void look_at_cards(struct results *results, const struct game *game)
{
    if (game->memory && memory_catch_up(game->memory)) {
        results->moved = memory_moved(game->memory, game->quiz_log.game, game_wall(game));
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct results *results = self;
    results->shown_ms = now_ms;
    look_at_cards(results, game);
}

static struct step review(struct game *game, int at)
{
    game->review_at = at;
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_REVIEW};
}

static struct step play_again(struct game *game, int64_t now_ms)
{
    game_plan_again(game);
    if (!game_start_quiz(game, now_ms))
        return (struct step){.kind = STEP_HOME};
    return (struct step){.kind = STEP_GO, .to = SCREEN_PLAY};
}

static struct step undo(struct game *game, int64_t now_ms)
{
    if (!game_apply(game, EVENT_UNDO, now_ms, NULL))
        return (struct step){0};
    return (struct step){.kind = STEP_GO, .to = SCREEN_PLAY};
}

static struct step leave_out(struct results *results, struct game *game)
{
    enum results_cards cards = results_cards(results, game);
    if (cards != CARDS_MOVED && cards != CARDS_MOVED_BACK)
        return (struct step){0};
    results->moved.is_out = cards == CARDS_MOVED;
    quiz_log_leave_out(&game->quiz_log, results->moved.is_out, game_wall(game));
    look_at_cards(results, game);
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    switch (action->id) {
    case RESULTS_HOME:
    case ACTION_BACK:
        return (struct step){.kind = STEP_HOME};
    case RESULTS_AGAIN:
        return play_again(game, action->now_ms);
    case RESULTS_FIX:
        return game_missed_count(game) ? review(game, 0) : (struct step){0};
    case RESULTS_CARD:
        return review(game, action->arg + 1);
    case RESULTS_UNDO:
        return undo(game, action->now_ms);
    case RESULTS_MEMORY:
        return leave_out(self, game);
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    results_view(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)ui;
    enum results_cards cards = results_cards(self, game);
    bool has_moved = cards == CARDS_MOVED || cards == CARDS_MOVED_BACK;
    return row->id != RESULTS_MEMORY || has_moved;
}

static const struct shortcut shortcuts[] = {
    {'r', 0, PAD_NORTH, RESULTS_AGAIN, 0, "R", N_("Play again")},
    {'f', 0, PAD_NONE, RESULTS_FIX, 0, "F", N_("Fix the mistakes")},
    {'u', 0, PAD_BACK, RESULTS_UNDO, 0, "U", N_("Undo the last answer")},
    {'c', 0, PAD_WEST, RESULTS_MEMORY, 0, "C", N_("Undo what the quiz did to your cards")},
    {'z', MOD_CTRL, PAD_NONE, RESULTS_UNDO, 0, NULL, NULL},
    {KEY_ESCAPE, 0, PAD_EAST, RESULTS_HOME, 0, "Esc", N_("Home")},
    {0},
};

const struct screen screen_results = {
    .name = "results",
    .state_size = sizeof(struct results),
    .shortcuts = shortcuts,
    .enter = enter,
    .update = update,
    .view = view,
    .works = works,
};
