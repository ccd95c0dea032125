// Review: what was missed in the last quiz, one card at a time.
#include "screens/review.h"

#include <stddef.h>

#include "base/i18n.h"
#include "screens/screen.h"

static bool is_missed(const struct turn *turn)
{
    return turn->mark.credit < CREDIT_FULL;
}

const struct turn *review_turn(const struct review *review, const struct game *game, int row)
{
    return &game->session.turns[review->turns[row]];
}

int review_missed(const struct review *review, const struct game *game)
{
    int count = 0;
    for (int i = 0; i < review->count; i++)
        count += !review->is_hidden[i] && is_missed(review_turn(review, game, i));
    return count;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct review *review = self;
    const struct session *s = &game->session;
    int opens = game->review_at - 1;
    game->review_at = 0;
    review->is_all = review->is_detail = opens >= 0;
    review->turns = ARENA_ARRAY(&review->arena, s->turn_count + 1, int);
    review->is_hidden = ARENA_ARRAY(&review->arena, s->turn_count + 1, bool);
    review->hidden = ARENA_ARRAY(&review->arena, s->turn_count + 1, int);
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        if (!turn->is_answered || (!review->is_all && !is_missed(turn)))
            continue;
        if (s->queue[i] == opens)
            review->chosen = review->count;
        review->turns[review->count++] = s->queue[i];
    }
    if (!review->count)
        review->chosen = -1;
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct review *review = self;
    arena_free(&review->arena);
}

/// The next row from `from` in direction `step` that is not hidden, or -1.
static int next_row(const struct review *review, int from, int step)
{
    for (int i = from + step; i >= 0 && i < review->count; i += step) {
        if (!review->is_hidden[i])
            return i;
    }
    return -1;
}

static void move(struct review *review, int step)
{
    int next = review->chosen >= 0 ? next_row(review, review->chosen, step) : -1;
    if (next >= 0)
        review->chosen = next;
}

static void hide(struct review *review, const struct game *game)
{
    int row = review->chosen;
    if (row < 0 || !is_missed(review_turn(review, game, row)))
        return;
    review->is_hidden[row] = true;
    review->hidden[review->hidden_count++] = row;
    int next = next_row(review, row, +1);
    review->chosen = next >= 0 ? next : next_row(review, row, -1);
}

static void unhide(struct review *review)
{
    if (!review->hidden_count)
        return;
    int row = review->hidden[--review->hidden_count];
    review->is_hidden[row] = false;
    review->chosen = row;
}

static void choose(struct review *review, int row)
{
    if (row >= 0 && row < review->count && !review->is_hidden[row])
        review->chosen = row;
}

static void open_source(const struct review *review, struct game *game)
{
    if (review->chosen < 0)
        return;
    const struct question *q = review_turn(review, game, review->chosen)->ask.question;
    if (q->extras && q->extras->source.url)
        game->asks_open_url = q->extras->source.url;
}

/// Begins a quiz of exactly the missed questions that are still in the list.
static struct step try_these(const struct review *review, struct game *game, int64_t now_ms)
{
    if (!review_missed(review, game))
        return (struct step){0};
    struct arena arena = {0};
    struct picked *picked = ARENA_ARRAY(&arena, review->count, struct picked);
    int count = 0;
    for (int i = 0; i < review->count; i++) {
        const struct turn *turn = review_turn(review, game, i);
        if (!review->is_hidden[i] && is_missed(turn)) {
            picked[count++] =
                (struct picked){.bank = turn->ask.bank, .question = turn->ask.question};
        }
    }
    game_plan_only(game, picked, count);
    arena_free(&arena);
    if (!game_start_quiz(game, now_ms))
        return (struct step){.redraw = true};
    return (struct step){.kind = STEP_ANEW, .to = SCREEN_PLAY};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct review *review = self;
    switch (action->id) {
    case ACTION_BACK:
        // A card that was opened by itself has no list to go back to.
        if (!review->is_detail || review->is_all || review->chosen < 0)
            return (struct step){.kind = STEP_BACK};
        review->is_detail = false;
        break;
    case REVIEW_MOVE:
        move(review, action->arg);
        break;
    case REVIEW_OPEN:
        choose(review, action->arg);
        review->is_detail = true;
        break;
    case REVIEW_ROW:
        choose(review, action->arg);
        break;
    case REVIEW_SOURCE:
        open_source(review, game);
        break;
    case REVIEW_TRY:
        return try_these(review, game, action->now_ms);
    case REVIEW_HIDE:
        hide(review, game);
        break;
    case REVIEW_UNHIDE:
        unhide(review);
        break;
    default:
        break;
    }
    return (struct step){.redraw = true};
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    review_view(self, game, ui);
}

static const struct shortcut shortcuts[] = {
    {KEY_UP, 0, PAD_UP, REVIEW_MOVE, -1, "↑ ↓", N_("Go through the list")},
    {KEY_DOWN, 0, PAD_DOWN, REVIEW_MOVE, +1, NULL, NULL},
    {'o', 0, PAD_NONE, REVIEW_SOURCE, 0, N_("O Enter"), N_("Open the source")},
    {'t', 0, PAD_NORTH, REVIEW_TRY, 0, "T", N_("Try these again")},
    {KEY_DELETE, 0, PAD_WEST, REVIEW_HIDE, 0, N_("Delete"), N_("Got it: take it off the list")},
    {'u', 0, PAD_BACK, REVIEW_UNHIDE, 0, "U", N_("Bring it back")},
    {'z', MOD_CTRL, PAD_NONE, REVIEW_UNHIDE, 0, NULL, NULL},
    {0},
};

const struct screen screen_review = {
    .name = "review",
    .state_size = sizeof(struct review),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
};
