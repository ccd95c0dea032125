// The play screen: asks, marks, shows what came of it.
#include "screens/play.h"

#include <stddef.h>

#include "base/i18n.h"
#include "screens/picture.h"
#include "screens/screen.h"
#include "screens/sound.h"

const struct ask_view *const ask_views[KIND_COUNT] = {
    [KIND_CHOICE] = &ask_view_choice,       [KIND_MULTI] = &ask_view_multi,
    [KIND_TRUEFALSE] = &ask_view_truefalse, [KIND_TEXT] = &ask_view_text,
    [KIND_NUMBER] = &ask_view_number,       [KIND_ORDER] = &ask_view_order,
    [KIND_MATCH] = &ask_view_match,         [KIND_CLOZE] = &ask_view_cloze,
    [KIND_CARD] = &ask_view_card,
};

const struct ask_view *play_ask_view(const struct turn *turn)
{
    return ask_views[turn->ask.question->kind];
}

struct ask_context play_context(const struct game *game, const struct turn *turn)
{
    return (struct ask_context){.game = game,
                                .turn = turn,
                                .nth = (int)(turn - game->session.turns),
                                .confirms = game->settings.confirm_answers};
}

/// Makes the view's state anew when another question is asked.
static void follow_session(struct play *play, struct game *game, int64_t now_ms)
{
    const struct session *s = &game->session;
    int at = s->phase == SESSION_ASKING ? s->queue[s->at] : -1;
    if (at == play->asked && s->rules.seed == play->seed)
        return;
    play->page++;
    play->asked = at;
    play->seed = s->rules.seed;
    play->shown_ms = now_ms;
    play->notice = NULL;
    play->hint_is_offered = false;
    game->sound_state = SOUND_FINE;
    if (at < 0)
        return;
    arena_reset(&play->arena);
    const struct turn *turn = session_turn(s);
    const struct ask_view *view = play_ask_view(turn);
    play->ask = arena_alloc(&play->arena, view->state_size, _Alignof(max_align_t));
    struct ask_context context = play_context(game, turn);
    if (view->enter)
        view->enter(play->ask, &context, &play->arena);
}

/// The turn whose feedback is up, or NULL.
static const struct turn *feedback_of(const struct play *play, const struct session *s)
{
    if (play->looking_at >= 0)
        return &s->turns[play->looking_at];
    return s->turn_count && s->phase == SESSION_SHOWING ? session_turn(s) : NULL;
}

static void see_flag(struct play *play, const struct game *game)
{
    const struct turn *turn = feedback_of(play, &game->session);
    flagging_see(&play->flag, game, turn ? turn->ask.bank : NULL,
                 turn ? turn->ask.question : NULL);
}

/// Between two questions the quiz takes over what was edited.
static void renew(struct play *play, struct game *game, int64_t now_ms)
{
    if (!game_renew_quiz(game, now_ms))
        return;
    play->asked = -1;
    follow_session(play, game, now_ms);
    if (game->gone_count) {
        play->notice =
            _("Questions were taken out of the bank. The quiz goes on without them.");
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct play *play = self;
    play->asked = -1;
    play->looking_at = PLAY_NOT_LOOKING;
    game_renew_quiz(game, now_ms);
    if (game->session.is_paused)
        game_apply(game, EVENT_RESUME, now_ms, NULL);
    follow_session(play, game, now_ms);
    see_flag(play, game);
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct play *play = self;
    arena_free(&play->arena);
}

static const struct step redraw = {.redraw = true};

/// Shows the feedback to `turn` again, or with PLAY_NOT_LOOKING what is up.
static void look_at(struct play *play, int turn)
{
    play->page += turn != play->looking_at;
    play->looking_at = turn;
}

static struct step apply(struct play *play, struct game *game, enum event_type type,
                         const struct answer *answer, int64_t now_ms)
{
    int64_t before = score_total(game->session.sum);
    if (!game_apply(game, type, now_ms, answer))
        return (struct step){0};
    play->before = before;
    look_at(play, PLAY_NOT_LOOKING);
    follow_session(play, game, now_ms);
    if (type == EVENT_NEXT || type == EVENT_SKIP)
        renew(play, game, now_ms);
    if (game->session.phase == SESSION_DONE)
        return (struct step){.kind = STEP_GO, .to = SCREEN_RESULTS};
    // Said here, for a focus that settles on what was drawn has it drawn again.
    if (game->session.phase == SESSION_SHOWING)
        return (struct step){.redraw = true, .focus = {PLAY_NEXT, 0}};
    return redraw;
}

static struct step answer_now(struct play *play, struct game *game, int64_t now_ms)
{
    const struct turn *turn = session_turn(&game->session);
    struct ask_context context = play_context(game, turn);
    struct answer answer = play_ask_view(turn)->answer(play->ask, &context, &play->arena);
    if (!answer_is_complete(&turn->ask, &answer)) {
        const char *incomplete = play_ask_view(turn)->incomplete;
        play->notice = incomplete ? _(incomplete)
                                  : _("Nothing answered yet. Answer, or skip the question.");
        return redraw;
    }
    return apply(play, game, EVENT_ANSWER, &answer, now_ms);
}

/// A hint is offered before it is given: it costs half the points.
static struct step hint(struct play *play, struct game *game, int64_t now_ms)
{
    const struct turn *turn = session_turn(&game->session);
    if (turn->is_hinted)
        return (struct step){0};
    if (!ask_has_hint(&turn->ask)) {
        play->notice = _("There is no hint for this question.");
        return redraw;
    }
    if (!play->hint_is_offered) {
        play->hint_is_offered = true;
        play->notice = turn->ask.greyed != ASK_NONE
                           ? _("Remove one wrong answer for half the points? Ask once more.")
                           : _("Show the hint for half the points? Ask once more.");
        return redraw;
    }
    play->notice = NULL;
    return apply(play, game, EVENT_HINT, NULL, now_ms);
}

static struct step skip(struct play *play, struct game *game, int64_t now_ms)
{
    struct step step = apply(play, game, EVENT_SKIP, NULL, now_ms);
    play->notice = step.redraw ? _("Skipped. It comes back at the end.")
                               : _("This is the last question. Answer it, or stop with Esc.");
    return redraw;
}

static struct step undo(struct play *play, struct game *game, enum event_type type,
                        int64_t now_ms)
{
    play->asked = -1; // the view starts anew, also on the same question
    if (type == EVENT_UNDO && !session_can_undo(&game->session) &&
        game_undo_restart(game, now_ms)) {
        follow_session(play, game, now_ms);
        play->notice = _("The quiz is back where it was.");
        return redraw;
    }
    struct step step = apply(play, game, type, NULL, now_ms);
    if (!step.redraw && step.kind == STEP_STAY) {
        follow_session(play, game, now_ms);
        play->notice = type == EVENT_UNDO ? _("Nothing to undo.") : _("Nothing to do again.");
    } else if (type == EVENT_UNDO) {
        play->notice = _("Undone. The question is back.");
    }
    step.redraw = true;
    return step;
}

static struct step asking(struct play *play, struct game *game, const struct action *action)
{
    const struct turn *turn = session_turn(&game->session);
    // A key pressed for the question before must not answer this one.
    bool is_locked = action->now_ms - play->shown_ms < PLAY_LOCK_MS;
    switch (action->id) {
    case PLAY_CHECK:
        return is_locked ? redraw : answer_now(play, game, action->now_ms);
    case PLAY_HINT:
        return hint(play, game, action->now_ms);
    case PLAY_SKIP:
        return is_locked ? redraw : skip(play, game, action->now_ms);
    default:
        break;
    }
    if (action->id < ASK_ACTIONS || is_locked)
        return (struct step){0};
    struct ask_context context = play_context(game, turn);
    enum ask_outcome outcome = play_ask_view(turn)->update(play->ask, &context, action);
    if (outcome == ASK_READY)
        return answer_now(play, game, action->now_ms);
    if (outcome == ASK_CHANGED)
        play->notice = NULL;
    return (struct step){.redraw = outcome != ASK_IGNORED};
}

/// The turn shown before the one that is asked or shown, or PLAY_NOT_LOOKING.
static int previous_turn(const struct session *s)
{
    for (int i = s->at - 1; i >= 0; i--) {
        if (s->turns[s->queue[i]].is_answered)
            return s->queue[i];
    }
    return PLAY_NOT_LOOKING;
}

/// The turn whose question is on the screen.
static const struct turn *turn_in_view(const struct play *play, const struct session *s)
{
    return play->looking_at >= 0 ? &s->turns[play->looking_at] : session_turn(s);
}

/// Where the question on the screen comes from, or NULL.
static const char *source_url(const struct play *play, const struct session *s)
{
    const struct question_extras *extras = turn_in_view(play, s)->ask.question->extras;
    return extras ? extras->source.url : NULL;
}

static struct step play_sound(const struct play *play, struct game *game)
{
    const struct ask *ask = &turn_in_view(play, &game->session)->ask;
    return (struct step){.redraw = sound_ask(game, ask->bank, ask->question)};
}

static struct step enlarge_picture(const struct play *play, struct game *game)
{
    const struct ask *ask = &turn_in_view(play, &game->session)->ask;
    return picture_enlarge(game, ask->bank, ask->question);
}

static struct step edit(const struct play *play, struct game *game)
{
    const struct turn *turn = turn_in_view(play, &game->session);
    if (turn)
        game_edit(game, turn->ask.bank, turn->ask.question);
    return (struct step){0};
}

static struct step open_source(const struct play *play, struct game *game)
{
    const char *url = source_url(play, &game->session);
    if (url)
        game->asks_open_url = url;
    return (struct step){0};
}

/// What lay over the question is gone: the pause is over, or the quiz, or it was restarted.
static struct step shown(struct play *play, struct game *game, int64_t now_ms)
{
    struct session *s = &game->session;
    if (s->is_paused)
        game_apply(game, EVENT_RESUME, now_ms, NULL);
    if (s->phase == SESSION_DONE)
        return (struct step){.kind = STEP_GO, .to = SCREEN_RESULTS};
    bool is_another = s->rules.seed != play->seed;
    follow_session(play, game, now_ms);
    if (is_another && game->restarted.turn_count)
        play->notice = _("Started again. U takes you back to where you were.");
    return redraw;
}

static struct step act(struct play *play, struct game *game, const struct action *action)
{
    struct session *s = &game->session;
    int64_t now_ms = action->now_ms;
    switch (action->id) {
    case ACTION_PAD_LOST:
        game->has_lost_pad = true;
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_PAUSE};
    case ACTION_BACK:
        if (play->looking_at >= 0) {
            look_at(play, PLAY_NOT_LOOKING);
            return redraw;
        }
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_PAUSE};
    case ACTION_SHOWN:
        return shown(play, game, now_ms);
    case ACTION_TICK:
        if (session_left_ms(s, now_ms) == 0)
            return apply(play, game, EVENT_TIME_UP, NULL, now_ms);
        return redraw;
    case PLAY_UNDO:
        return undo(play, game, EVENT_UNDO, now_ms);
    case PLAY_REDO:
        return undo(play, game, EVENT_REDO, now_ms);
    case PLAY_PREVIOUS:
        look_at(play, previous_turn(s));
        return redraw;
    case PLAY_SOURCE:
        return open_source(play, game);
    case PLAY_SOUND:
        return play_sound(play, game);
    case PLAY_PICTURE:
        return enlarge_picture(play, game);
    case PLAY_FLAG:
        return (struct step){.redraw = flagging_toggle(&play->flag, game, game->quiz_log.game)};
    case ACTION_EDIT:
        return edit(play, game);
    case PLAY_NEXT:
        if (play->looking_at >= 0) {
            look_at(play, PLAY_NOT_LOOKING);
            return redraw;
        }
        return apply(play, game, EVENT_NEXT, NULL, now_ms);
    default:
        break;
    }
    if (play->looking_at >= 0 || s->phase != SESSION_ASKING)
        return (struct step){0};
    return asking(play, game, action);
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct step step = act(self, game, action);
    see_flag(self, game);
    return step;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct play *play = self;
    const struct session *s = &game->session;
    if (!s->turn_count)
        return;
    if (play->looking_at >= 0) {
        play_view_feedback(play, game, &s->turns[play->looking_at], ui);
    } else if (s->phase == SESSION_ASKING && !s->is_paused) {
        play_view_question(play, game, ui);
    } else if (s->phase == SESSION_SHOWING) {
        play_view_feedback(play, game, session_turn(s), ui);
    }
}

static bool foresee(const void *self, const struct game *game, int nth, struct ui *ui)
{
    return play_foresee(self, game, nth, ui);
}

/// The clock steps once a second; the end of the time is met exactly.
static int64_t wake_ms(const void *self, const struct game *game)
{
    (void)self;
    const struct session *s = &game->session;
    if (!s->turn_count || s->phase != SESSION_ASKING || s->is_paused || !session_limit_ms(s))
        return INT64_MAX;
    int64_t left_ms = session_left_ms(s, s->since_ms);
    int64_t end_ms = s->since_ms + left_ms;
    // session_left_ms() at `since_ms` is the whole rest; the clock shows whole seconds of it.
    int64_t shown_ms = game->now_ms > s->since_ms ? game->now_ms : s->since_ms;
    int64_t rest_ms = end_ms - shown_ms;
    if (rest_ms <= 0)
        return end_ms;
    return shown_ms + (rest_ms - 1) % 1000 + 1;
}

static const struct shortcut *moment_shortcuts(const void *self, const struct game *game)
{
    const struct play *play = self;
    const struct session *s = &game->session;
    if (play->looking_at >= 0 || s->phase != SESSION_ASKING || !s->turn_count)
        return NULL;
    const struct turn *turn = session_turn(s);
    const struct ask_view *view = play_ask_view(turn);
    if (!view->moment_shortcuts)
        return view->shortcuts;
    struct ask_context context = play_context(game, turn);
    // cppcheck-suppress returnDanglingLifetime ; the rows are const tables
    return view->moment_shortcuts(play->ask, &context);
}

/// Whether a key stands for an answer: there are keys for six, and questions with fewer.
static bool has_answer(const struct turn *turn, const struct shortcut *row)
{
    const struct question *q = turn->ask.question;
    bool is_digit = row->key >= '1' && row->key <= '9';
    bool is_letter = row->key >= 'a' && row->key <= 'z';
    if (q->kind != KIND_CHOICE && q->kind != KIND_MULTI && q->kind != KIND_MATCH)
        return true;
    int numbers = q->kind == KIND_MATCH ? q->match.count : turn->ask.shown_count;
    if (is_digit)
        return row->key - '1' < numbers;
    return !is_letter || row->key - 'a' < turn->ask.shown_count;
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)ui;
    const struct play *play = self;
    const struct session *s = &game->session;
    const struct turn *turn = session_turn(s);
    bool is_asking = s->phase == SESSION_ASKING && play->looking_at < 0;
    switch (row->id) {
    case PLAY_HINT:
        return is_asking && !turn->is_hinted && ask_has_hint(&turn->ask);
    case PLAY_SKIP:
        return is_asking && s->at + 1 < s->turn_count;
    case PLAY_UNDO:
        return session_can_undo(s) || game->restarted.turn_count;
    case PLAY_REDO:
        return session_can_redo(s);
    case PLAY_PREVIOUS:
        return play->looking_at < 0 && previous_turn(s) >= 0;
    case PLAY_SOURCE:
        return source_url(play, s) != NULL;
    case PLAY_SOUND:
        return sound_is_there(turn_in_view(play, s)->ask.question);
    case PLAY_PICTURE:
        return picture_is_there(turn_in_view(play, s)->ask.question);
    case PLAY_FLAG:
        return play->flag.question != NULL;
    default:
        return row->id < ASK_ACTIONS || has_answer(turn, row);
    }
}

static const struct shortcut shortcuts[] = {
    {'h', 0, PAD_WEST, PLAY_HINT, 0, "H", N_("Hint, for half the points")},
    {'h', MOD_CTRL, PAD_NONE, PLAY_HINT, 0, NULL, NULL},
    {'s', 0, PAD_NORTH, PLAY_SKIP, 0, "S", N_("Skip: it comes back at the end")},
    {'s', MOD_CTRL, PAD_NONE, PLAY_SKIP, 0, NULL, NULL},
    {'u', 0, PAD_BACK, PLAY_UNDO, 0, "U", N_("Undo")},
    {'z', MOD_CTRL, PAD_NONE, PLAY_UNDO, 0, NULL, NULL},
    {'y', MOD_CTRL, PAD_NONE, PLAY_REDO, 0, "Ctrl Y", N_("Do again")},
    {KEY_PAGE_UP, 0, PAD_NONE, PLAY_PREVIOUS, 0, "PageUp", N_("See the last answer again")},
    {'o', 0, PAD_NONE, PLAY_SOURCE, 0, "O", N_("Open the source")},
    {'r', 0, PAD_RIGHT_STICK, PLAY_SOUND, 0, "R", N_("Play the sound")},
    {'r', MOD_CTRL, PAD_NONE, PLAY_SOUND, 0, NULL, NULL},
    {'i', 0, PAD_NONE, PLAY_PICTURE, 0, "I", N_("See the picture large")},
    {'i', MOD_CTRL, PAD_NONE, PLAY_PICTURE, 0, NULL, NULL},
    {'m', 0, PAD_NONE, PLAY_FLAG, 0, "M", N_("Mark the question as wrong, or no longer")},
    {'e', MOD_CTRL, PAD_NONE, ACTION_EDIT, 0, "Ctrl E", N_("Open the question in your editor")},
    {KEY_ESCAPE, 0, PAD_START, ACTION_BACK, 0, "Esc", N_("Pause")},
    {0},
};

const struct screen screen_play = {
    .name = "play",
    .holds_no_bank = true,
    .state_size = sizeof(struct play),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .foresee = foresee,
    .wake_ms = wake_ms,
    .works = works,
    .moment_shortcuts = moment_shortcuts,
};
