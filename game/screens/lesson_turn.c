// The question of a lesson as the views of questions see it.
#include <stddef.h>

#include "screens/lesson.h"

/// Whose answer is shown, of those that were given here: one that was right, or else the last;
/// NULL: none was given.
static const struct contest_share *shown_share(const struct contest *c, int *team)
{
    const struct contest_share *shown = NULL;
    for (int i = CONTEST_NOBODY; i < c->rules.team_count; i++) {
        const struct contest_share *share = contest_share(&c->rounds[c->at], i);
        if (!share->is_typed || (shown && shown->credit == CREDIT_FULL))
            continue;
        shown = share;
        *team = i;
    }
    return shown;
}

/// The question, with that answer.
static struct turn turn_of(const struct contest *c)
{
    int team = CONTEST_NOBODY;
    const struct contest_share *share = shown_share(c, &team);
    struct turn turn = {
        .ask = c->rounds[c->at].ask, .is_answered = true, .is_timed_out = !share};
    if (share) {
        turn.answer = share->answer;
        turn.mark = share->mark;
    }
    return turn;
}

/// Says who answered, and what the host said of it in place of the judge.
static void note_answerer(const struct game *game, struct ask_context *context)
{
    const struct contest *c = &game->run.contest;
    int team = CONTEST_NOBODY;
    const struct contest_share *share = c->at < 0 ? NULL : shown_share(c, &team);
    if (!share)
        return;
    if (team >= 0) {
        context->answerer = lesson_team_name(game, team);
    } else if (share->pupil >= 0) {
        context->answerer = game->run.log.start.pupils[share->pupil];
    }
    if (share->is_overruled) {
        context->ruling =
            share->credit == CREDIT_FULL ? ASK_TAKEN_AS_RIGHT : ASK_TAKEN_AS_WRONG;
    }
}

struct ask_context lesson_context(const struct lesson_screen *lesson, const struct game *game)
{
    struct ask_context context = {.game = game,
                                  .turn = &lesson->turn,
                                  .nth = lesson->seen_at,
                                  .confirms = true,
                                  .is_judged = true,
                                  .has_pages = true,
                                  .is_focus_late = true};
    note_answerer(game, &context);
    return context;
}

void lesson_open_question(struct lesson_screen *lesson, const struct game *game,
                          struct arena *arena)
{
    lesson->turn = turn_of(&game->run.contest);
    const struct ask_view *view = play_ask_view(&lesson->turn);
    lesson->play.ask = arena_alloc(arena, view->state_size, _Alignof(max_align_t));
    struct ask_context context = lesson_context(lesson, game);
    if (view->enter)
        view->enter(lesson->play.ask, &context, arena);
}

void lesson_follow(struct lesson_screen *lesson, const struct game *game, int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    int tries = c->at >= 0 ? c->rounds[c->at].tries : 0;
    bool is_same = c->at == lesson->seen_at && c->phase == lesson->seen_phase &&
                   c->team == lesson->seen_team && tries == lesson->seen_tries;
    if (c->at >= 0)
        lesson->turn = turn_of(c);
    if (is_same)
        return;
    lesson->play.page++;
    lesson->play.shown_ms = now_ms;
    lesson->play.notice = NULL;
    lesson->peek_until_ms = 0; // it was of what was asked before
    if (c->at != lesson->seen_at) {
        lesson->judged = CONTEST_NOBODY;
    }
    lesson->row = c->phase == CONTEST_SHOWING ? CONTEST_NOBODY : 0;
    lesson->is_row_fresh = true;
    lesson->seen_at = c->at;
    lesson->seen_phase = c->phase;
    lesson->seen_team = c->team;
    lesson->seen_tries = tries;
    arena_reset(&lesson->play.arena);
    if (c->at >= 0)
        lesson_open_question(lesson, game, &lesson->play.arena);
}
