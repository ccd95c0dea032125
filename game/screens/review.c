// Review: what was missed, in the last quiz or ever, one card at a time.
#include "screens/review.h"

#include "base/i18n.h"
#include "screens/picture.h"
#include "screens/screen.h"

static void see_flag(struct review *review, const struct game *game)
{
    const struct review_row *row = review->chosen >= 0 ? &review->rows[review->chosen] : NULL;
    flagging_see(&review->flag, game, row ? row->bank : NULL, row ? row->question : NULL);
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct review *review = self;
    int opens = game->review_at - 1;
    review->scope = opens >= 0           ? REVIEW_ANSWERS
                    : game->reviews_past ? REVIEW_PAST
                                         : REVIEW_MISSED;
    review->is_detail = opens >= 0;
    game->review_at = 0;
    game->reviews_past = false;
    review_load(review, game, opens);
    see_flag(review, game);
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

static void hide(struct review *review)
{
    int row = review->chosen;
    if (row < 0 || !review->rows[row].is_missed)
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
    const struct question *q = review->rows[review->chosen].question;
    if (q->extras && q->extras->source.url)
        game->asks_open_url = q->extras->source.url;
}

static void edit(const struct review *review, struct game *game)
{
    if (review->chosen < 0)
        return;
    const struct review_row *row = &review->rows[review->chosen];
    game_edit(game, row->bank, row->question);
}

/// The missed questions that are still in the list. Returns how many.
static int pick_missed(const struct review *review, struct arena *arena, struct picked **picked)
{
    int count = 0;
    *picked = ARENA_ARRAY(arena, review->count + 1, struct picked);
    for (int i = 0; i < review->count; i++) {
        const struct review_row *row = &review->rows[i];
        if (!review->is_hidden[i] && row->is_missed)
            (*picked)[count++] = (struct picked){row->bank, row->question};
    }
    return count;
}

/// Begins a quiz of exactly what is in the list, or of what is mixed up there.
static struct step try_these(struct review *review, struct game *game, int64_t now_ms)
{
    if (!review_missed(review))
        return (struct step){0};
    struct arena arena = {0};
    struct picked *picked;
    bool is_started;
    if (review->scope == REVIEW_MIXUPS) {
        int count = review_drill(review, &arena, &picked);
        is_started = game_start_drill(game, picked, count, &arena, now_ms);
    } else {
        bool is_of_quiz = review->scope == REVIEW_MISSED || review->scope == REVIEW_ANSWERS;
        bool is_drill = is_of_quiz && game->plan.is_drill;
        int count = pick_missed(review, &arena, &picked);
        game_plan_only(game, picked, count);
        game->plan.is_drill = is_drill;
        arena_free(&arena);
        is_started = game_start_quiz(game, now_ms);
    }
    if (!is_started)
        return (struct step){.redraw = true};
    // The rows were of the quiz before.
    review->count = 0;
    review->chosen = -1;
    return (struct step){.kind = STEP_ANEW, .to = SCREEN_PLAY};
}

/// The list of the last quiz, if there is one, then those of all time.
static void next_scope(struct review *review, const struct game *game)
{
    if (!review_has_scopes(game))
        return;
    switch (review->scope) {
    case REVIEW_MISSED:
    case REVIEW_ANSWERS:
        review->scope = REVIEW_PAST;
        break;
    case REVIEW_PAST:
        review->scope = REVIEW_MIXUPS;
        break;
    case REVIEW_MIXUPS:
        review->scope = game_missed_count(game) ? REVIEW_MISSED : REVIEW_PAST;
        break;
    }
    review->is_detail = false;
    review_load(review, game, -1);
}

/// What is not of the last quiz is asked anew of the bank as it reads now. What was taken off
/// the list stays off: then the list stays as it is.
static struct step follow_files(struct review *review, const struct game *game)
{
    bool is_of_quiz = review->scope == REVIEW_MISSED || review->scope == REVIEW_ANSWERS;
    int chosen = review->chosen;
    if (!is_of_quiz && !review->hidden_count) {
        review_load(review, game, -1);
        choose(review, chosen);
    }
    return (struct step){.redraw = true};
}

static struct step act(struct review *review, struct game *game, const struct action *action)
{
    switch (action->id) {
    case ACTION_BACK:
        // A card that was opened by itself has no list to go back to.
        if (!review->is_detail || review->scope == REVIEW_ANSWERS || review->chosen < 0)
            return (struct step){.kind = STEP_BACK};
        review->is_detail = false;
        break;
    case ACTION_RELOADED:
        return follow_files(review, game);
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
    case REVIEW_PICTURE:
        if (review->chosen >= 0) {
            const struct review_row *row = &review->rows[review->chosen];
            return picture_enlarge(game, row->bank, row->question);
        }
        break;
    case REVIEW_FLAG:
        flagging_toggle(&review->flag, game, 0);
        break;
    case ACTION_EDIT:
        edit(review, game);
        break;
    case REVIEW_TRY:
        return try_these(review, game, action->now_ms);
    case REVIEW_HIDE:
        hide(review);
        break;
    case REVIEW_UNHIDE:
        unhide(review);
        break;
    case REVIEW_SCOPE:
        next_scope(review, game);
        break;
    case REVIEW_ORDER:
        if (review->scope != REVIEW_PAST)
            return (struct step){0};
        review->is_by_risk = !review->is_by_risk;
        review_load(review, game, -1);
        break;
    default:
        break;
    }
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct step step = act(self, game, action);
    see_flag(self, game);
    return step;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    review_view(self, game, ui);
}

static const struct shortcut shortcuts[] = {
    {KEY_UP, 0, PAD_UP, REVIEW_MOVE, -1, "↑ ↓", N_("Go through the list")},
    {KEY_DOWN, 0, PAD_DOWN, REVIEW_MOVE, +1, NULL, NULL},
    {'o', 0, PAD_NONE, REVIEW_SOURCE, 0, N_("O Enter"), N_("Open the source")},
    {'i', 0, PAD_NONE, REVIEW_PICTURE, 0, "I", N_("See the picture large")},
    {'m', 0, PAD_NONE, REVIEW_FLAG, 0, "M", N_("Mark the question as wrong, or no longer")},
    {'e', MOD_CTRL, PAD_NONE, ACTION_EDIT, 0, "Ctrl E", N_("Open the question in your editor")},
    {'t', 0, PAD_NORTH, REVIEW_TRY, 0, "T", N_("Try these again")},
    {KEY_DELETE, 0, PAD_WEST, REVIEW_HIDE, 0, N_("Delete"), N_("Got it: take it off the list")},
    {'l', 0, PAD_LEFT_SHOULDER, REVIEW_SCOPE, 0, "L",
     N_("Another list: this quiz, ever, mix-ups")},
    {'n', 0, PAD_RIGHT_SHOULDER, REVIEW_ORDER, 0, "N", N_("Newest or riskiest first")},
    {'u', 0, PAD_BACK, REVIEW_UNHIDE, 0, "U", N_("Bring it back")},
    {'z', MOD_CTRL, PAD_NONE, REVIEW_UNHIDE, 0, NULL, NULL},
    {0},
};

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)ui;
    const struct review *review = self;
    switch (row->id) {
    case REVIEW_SCOPE:
        return review_has_scopes(game);
    case REVIEW_ORDER:
        return review->scope == REVIEW_PAST && review->count > 1;
    case REVIEW_UNHIDE:
        return review->hidden_count > 0;
    case REVIEW_MOVE:
    case REVIEW_SOURCE:
    case ACTION_EDIT:
        return review->chosen >= 0;
    case REVIEW_PICTURE:
        return review->chosen >= 0 && picture_is_there(review->rows[review->chosen].question);
    case REVIEW_FLAG:
        return review->flag.question != NULL;
    case REVIEW_TRY:
    case REVIEW_HIDE:
        return review_missed(review) > 0;
    default:
        return true;
    }
}

const struct screen screen_review = {
    .name = "review",
    .state_size = sizeof(struct review),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
};
