#include <stdint.h>

#include "screens/play.h"

enum { AT_REST_MS = 2 * MOTION_COUNT_MS };

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

bool play_foresee(const struct play *play, const struct game *game, int nth, struct ui *ui)
{
    const struct session *s = &game->session;
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
