#include <stddef.h>
#include <stdint.h>

#include "screens/play.h"

// To draw from larger banks by chance takes longer than it saves.
enum { AT_REST_MS = 2 * MOTION_COUNT_MS, FORESEEN_MOST = 10000 };

/// Answer `nth` of those that are likely. Returns false if there are no more: where the player
/// types or arranges, there are too many.
static bool likely_answer(const struct ask *ask, int nth, struct answer *answer)
{
    switch (ask->question->kind) {
    case KIND_CHOICE:
        *answer = (struct answer){.picked = nth < ask->shown_count ? 1U << ask->shown[nth] : 0};
        return nth < ask->shown_count;
    case KIND_TRUEFALSE:
        *answer = (struct answer){.picked = 1U << nth};
        return nth < 2;
    case KIND_MULTI:
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_ORDER:
    case KIND_MATCH:
    case KIND_CLOZE:
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return false;
}

/// Draws the question that the session of `next` is at, as one of `seed` on `page`.
static void draw_asked(struct game *next, uint64_t seed, int page, struct ui *ui)
{
    next->session.phase = SESSION_ASKING;
    next->session.is_paused = false;
    next->session.since_ms = ui->now_ms;
    const struct turn *turn = session_turn(&next->session);
    const struct ask_view *view = play_ask_view(turn);
    struct play later = {.asked = next->session.queue[next->session.at],
                         .seed = seed,
                         .page = page,
                         .shown_ms = ui->now_ms - AT_REST_MS,
                         .looking_at = PLAY_NOT_LOOKING};
    later.ask = arena_alloc(ui->arena, view->state_size, _Alignof(max_align_t));
    struct ask_context context = play_context(next, turn);
    if (view->enter)
        view->enter(later.ask, &context, ui->arena);
    play_view_question(&later, next, ui);
}

static struct game *copy_of(const struct game *game, struct arena *arena)
{
    struct game *copy = ARENA_ARRAY(arena, 1, struct game);
    *copy = *game;
    return copy;
}

/// Draws the question that comes next. Returns false if there is none.
static bool foresee_next(const struct play *play, const struct game *game, struct ui *ui)
{
    if (game->session.at + 1 >= game->session.turn_count)
        return false;
    struct game *next = copy_of(game, ui->arena);
    next->session.at++;
    draw_asked(next, play->seed, play->page + 1, ui);
    return true;
}

static bool has_picture(const struct question *question)
{
    return question->extras && question->extras->image;
}

bool play_foresee_quiz(const struct game *game, const struct quiz_plan *plan, struct ui *ui)
{
    struct game *next = copy_of(game, ui->arena);
    if (plan && plan->bank && plan->bank->question_count <= FORESEEN_MOST) {
        struct picked *picked = NULL;
        struct session_rules rules = {0};
        int count = game_pick(game, plan, &next->rng, ui->arena, &picked);
        rules.seed = rng_next(&next->rng);
        if (!count || !has_picture(picked[0].question))
            return false;
        session_start(&next->session, ui->arena, picked, 1, &rules, ui->now_ms);
    } else if (plan || game->session.phase != SESSION_ASKING || !game->session.turn_count ||
               !has_picture(session_turn(&game->session)->ask.question)) {
        return false;
    }
    draw_asked(next, next->session.rules.seed, 1, ui);
    return true;
}

bool play_foresee(const struct play *play, const struct game *game, int nth, struct ui *ui)
{
    const struct session *s = &game->session;
    if (s->turn_count && s->phase == SESSION_SHOWING && !s->is_paused && play->looking_at < 0)
        return nth == 0 && foresee_next(play, game, ui);
    if (!s->turn_count || s->phase != SESSION_ASKING || s->is_paused || play->looking_at >= 0)
        return false;
    struct turn turn = *session_turn(s);
    if (!likely_answer(&turn.ask, nth, &turn.answer))
        return false;
    turn.is_answered = true;
    turn.mark = mark_answer(&turn.ask, &turn.answer, ui->arena);
    struct play later = *play;
    later.page++;
    later.shown_ms = ui->now_ms - AT_REST_MS;
    play_view_feedback(&later, game, &turn, ui);
    return true;
}
