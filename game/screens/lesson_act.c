// What the host and the teams do in a lesson.
#include <stddef.h>

#include "base/i18n.h"
#include "screens/accept.h"
#include "screens/lesson.h"
#include "screens/lesson_sound.h"
#include "screens/screen.h"

static const struct step redraw = {.redraw = true};

static void note_skipped(struct lesson_screen *lesson, const struct game *game)
{
    if (game->run.contest.skipped) {
        lesson->play.notice =
            _("Skipped what has no choices: hands can be counted for choices only.");
    }
}

bool lesson_send(struct lesson_screen *lesson, struct game *game, struct contest_event event,
                 int64_t now_ms)
{
    event.at_ms = now_ms;
    int at = game->run.contest.at;
    if (!lesson_run_apply(game, &event))
        return false;
    lesson_sound(game, &event);
    lesson_follow(lesson, game, now_ms);
    if (at != game->run.contest.at)
        note_skipped(lesson, game);
    return true;
}

static struct step plain(struct lesson_screen *lesson, struct game *game,
                         enum contest_event_type type, int64_t now_ms)
{
    bool is_done = lesson_send(lesson, game, (struct contest_event){.type = type}, now_ms);
    return (struct step){.redraw = is_done};
}

// --- answers

static struct step answer_now(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    struct ask_context context = lesson_context(lesson, game);
    const struct ask_view *view = play_ask_view(&lesson->turn);
    struct answer answer = view->answer(lesson->play.ask, &context, &lesson->play.arena);
    if (!answer_is_complete(&lesson->turn.ask, &answer)) {
        lesson->play.notice =
            _("Nothing answered yet. Answer here, or say whether it was right.");
        return redraw;
    }
    lesson->judged = game->run.contest.team;
    return (struct step){
        .redraw = lesson_send(lesson, game,
                              (struct contest_event){.type = CONTEST_ANSWER, .answer = &answer},
                              now_ms)};
}

/// Whose answer the host judges once it is shown: the first of the two that is a team, else who
/// was asked.
static int judged_team(const struct contest *c, int first, int second)
{
    if (!c->rules.team_count)
        return CONTEST_NOBODY;
    if (first >= 0 || second >= 0)
        return first >= 0 ? first : second;
    return c->team >= 0 ? c->team : contest_round(c)->team;
}

static struct step mark(struct lesson_screen *lesson, struct game *game, int team, int credit,
                        int64_t now_ms)
{
    if (team < 0 && !contest_can_mark(&game->run.contest, team)) {
        const struct contest_round *round = contest_round(&game->run.contest);
        bool is_hands = round && round->mode == CONTEST_HANDS;
        lesson->play.notice = is_hands ? _("Nobody is judged here: hands are counted.")
                                       : _("Choose a team first.");
        return redraw;
    }
    lesson->judged = team;
    return (struct step){
        .redraw = lesson_send(
            lesson, game,
            (struct contest_event){.type = CONTEST_MARK, .team = team, .credit = credit},
            now_ms)};
}

static struct step judge(struct lesson_screen *lesson, struct game *game, int credit,
                         int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    if (c->phase == CONTEST_SHOWING) {
        int team = judged_team(c, lesson->chosen, lesson->judged);
        return mark(lesson, game, team, credit, now_ms);
    }
    lesson->judged = c->team;
    return (struct step){
        .redraw = lesson_send(lesson, game,
                              (struct contest_event){.type = CONTEST_JUDGE, .credit = credit},
                              now_ms)};
}

/// The last that was judged was right if it was wrong, and the other way.
static struct step overrule(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    if (!round)
        return (struct step){0};
    int team = judged_team(c, lesson->judged, lesson->chosen);
    int credit = contest_share(round, team)->credit == CREDIT_FULL ? 0 : CREDIT_FULL;
    return mark(lesson, game, team, credit, now_ms);
}

// --- teams and points

static struct step choose_team(struct lesson_screen *lesson, struct game *game, int team,
                               int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    if (team < 0 || team >= c->rules.team_count)
        return (struct step){0};
    lesson->chosen = team;
    if (c->phase != CONTEST_MARKING || contest_round(c)->mode != CONTEST_ALL)
        return redraw;
    const struct contest_share *share = contest_share(contest_round(c), team);
    return mark(lesson, game, team, share->credit == CREDIT_FULL ? 0 : CREDIT_FULL, now_ms);
}

static struct step award(struct lesson_screen *lesson, struct game *game, int points,
                         int64_t now_ms)
{
    if (lesson->chosen < 0) {
        lesson->play.notice = game->run.contest.rules.team_count
                                  ? _("Choose a team first, then + or −.")
                                  : _("There are no teams to give points to.");
        return redraw;
    }
    return (struct step){.redraw = lesson_send(lesson, game,
                                               (struct contest_event){.type = CONTEST_AWARD,
                                                                      .team = lesson->chosen,
                                                                      .points = points},
                                               now_ms)};
}

// --- the clock

static struct step tick(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    lesson_tell_presses(lesson, game, now_ms);
    lesson_sound_tick(game, now_ms);
    int late = game->run.contest.team;
    // A press that is not told yet came before the time was up.
    if (!lesson->press_count &&
        lesson_send(lesson, game, (struct contest_event){.type = CONTEST_TIME_UP}, now_ms))
        lesson->judged = late >= 0 ? late : lesson->judged;
    return redraw;
}

static struct step more_time(struct lesson_screen *lesson, struct game *game, int64_t more_ms,
                             int64_t now_ms)
{
    return (struct step){.redraw = lesson_send(lesson, game,
                                               (struct contest_event){.type = CONTEST_MORE_TIME,
                                                                      .more_ms = more_ms},
                                               now_ms)};
}

static struct step stop_clock(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    bool is_paused = game->run.contest.is_paused;
    return plain(lesson, game, is_paused ? CONTEST_RESUME : CONTEST_PAUSE, now_ms);
}

// --- on to what is next

static struct step next(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    if (lesson->shows_scores && c->phase != CONTEST_STANDING && c->phase != CONTEST_DONE) {
        lesson->shows_scores = false;
        return redraw;
    }
    switch (c->phase) {
    case CONTEST_WAGERING: // who says nothing wagers nothing
        lesson_wager_nothing(lesson, game, now_ms);
        return plain(lesson, game, CONTEST_GO, now_ms);
    case CONTEST_READING:
        return plain(lesson, game, CONTEST_GO, now_ms);
    case CONTEST_OPEN: {
        enum contest_mode mode = contest_round(c)->mode;
        bool is_for_all = mode == CONTEST_ALL || mode == CONTEST_HANDS;
        return plain(lesson, game, is_for_all ? CONTEST_GO : CONTEST_REVEAL, now_ms);
    }
    case CONTEST_MARKING:
        if (lesson_goes_to_next_row(lesson, c))
            return redraw;
        return plain(lesson, game, CONTEST_REVEAL, now_ms);
    case CONTEST_ANSWERING:
        return plain(lesson, game, CONTEST_REVEAL, now_ms);
    case CONTEST_SHOWING:
        if (lesson_is_correcting(lesson, c)) {
            lesson->row = CONTEST_NOBODY;
            return redraw;
        }
        lesson->chosen = CONTEST_NOBODY;
        return plain(lesson, game, CONTEST_NEXT, now_ms);
    case CONTEST_STANDING:
        lesson->chosen = CONTEST_NOBODY;
        return plain(lesson, game, CONTEST_NEXT, now_ms);
    case CONTEST_DONE:
        return (struct step){.kind = STEP_HOME};
    case CONTEST_CHOOSING:
        break;
    }
    return (struct step){0};
}

static struct step undo(struct lesson_screen *lesson, struct game *game,
                        enum contest_event_type type, int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    int at = c->at, judged = lesson->judged;
    lesson->seen_at = -2; // the view starts anew, also on the same question
    if (plain(lesson, game, type, now_ms).redraw) {
        if (at == c->at && judged >= 0 && contest_share(&c->rounds[at], judged)->result)
            lesson->judged = judged;
        if (type == CONTEST_UNDO)
            lesson->play.notice = _("Undone.");
        return redraw;
    }
    lesson_follow(lesson, game, now_ms);
    lesson->play.notice =
        type == CONTEST_UNDO ? _("Nothing to undo.") : _("Nothing to do again.");
    return redraw;
}

/// What a view of answers makes of an action.
static struct step answer(struct lesson_screen *lesson, struct game *game,
                          const struct action *action)
{
    const struct contest *c = &game->run.contest;
    bool is_locked = action->now_ms - lesson->play.shown_ms < LESSON_LOCK_MS;
    if (!lesson_can_answer(c) || is_locked)
        return (struct step){0};
    if (action->id == PLAY_CHECK)
        return answer_now(lesson, game, action->now_ms);
    struct ask_context context = lesson_context(lesson, game);
    enum ask_outcome outcome =
        play_ask_view(&lesson->turn)->update(lesson->play.ask, &context, action);
    if (outcome == ASK_READY)
        return answer_now(lesson, game, action->now_ms);
    if (outcome == ASK_CHANGED)
        lesson->play.notice = NULL;
    return (struct step){.redraw = outcome != ASK_IGNORED};
}

/// What lies over the lesson stops its clock, if it runs.
static struct step covered(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    struct contest_event pause = {.type = CONTEST_PAUSE, .at_ms = now_ms};
    lesson->is_stopped = !game->run.contest.is_paused && lesson_run_apply(game, &pause);
    return redraw;
}

static struct step open_over(struct lesson_screen *lesson, struct game *game, enum screen_id to,
                             int64_t now_ms)
{
    covered(lesson, game, now_ms);
    return (struct step){.kind = STEP_PUSH, .to = to};
}

static struct step open_buzzers(struct lesson_screen *lesson, struct game *game,
                                enum buzzers_why why, int64_t now_ms)
{
    covered(lesson, game, now_ms);
    return buzzers_open_for_lesson(game, why);
}

struct step lesson_say_lost(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    bool is_due = !lesson->is_blank && buzzers_is_any_lost(game);
    return is_due ? open_buzzers(lesson, game, BUZZERS_LOST, now_ms) : redraw;
}

static struct step shown(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    struct contest_event resume = {.type = CONTEST_RESUME, .at_ms = now_ms};
    if (!game->run.is_there)
        return (struct step){.kind = STEP_HOME};
    if (lesson->is_stopped)
        lesson_run_apply(game, &resume);
    lesson->is_stopped = false;
    lesson_follow(lesson, game, now_ms);
    struct step first = lesson_say_lost(lesson, game, now_ms);
    if (first.kind != STEP_STAY)
        return first; // what was asked for comes after it
    const struct action asked = {.id = game->asked_of_lesson, .now_ms = now_ms};
    game->asked_of_lesson = 0;
    return asked.id ? lesson_act(lesson, game, &asked) : redraw;
}

/// That of a team is missed at once; whose it is not was perhaps the host's, for whom the menu
/// waits.
static struct step pad_lost(struct lesson_screen *lesson, struct game *game, int number,
                            int64_t now_ms)
{
    if (lesson->is_blank || lesson_run_team(game, BUZZER_PADS + number) >= 0)
        return lesson_say_lost(lesson, game, now_ms);
    return open_over(lesson, game, SCREEN_LESSON_MENU, now_ms);
}

/// What comes on every screen.
static struct step told(struct lesson_screen *lesson, struct game *game,
                        const struct action *action)
{
    int64_t now_ms = action->now_ms;
    switch (action->id) {
    case ACTION_TICK:
        if (lesson->asks_buzzers) {
            lesson->asks_buzzers = false;
            enum buzzers_why why = buzzers_may_have_moved(game) ? BUZZERS_MOVED : BUZZERS_LOST;
            return open_buzzers(lesson, game, why, now_ms);
        }
        return tick(lesson, game, now_ms);
    case ACTION_PRESS:
        return lesson_press(lesson, game, action);
    case ACTION_SHOWN:
        return shown(lesson, game, now_ms);
    case ACTION_COVERED:
        return covered(lesson, game, now_ms);
    case ACTION_PAD_FOUND:
        return lesson_pad_found(lesson, game, action->arg);
    case ACTION_PAD_LOST:
        return pad_lost(lesson, game, action->arg, now_ms);
    case ACTION_BACK:
        return open_over(lesson, game, SCREEN_LESSON_MENU, now_ms);
    default:
        return (struct step){0};
    }
}

struct step lesson_act(struct lesson_screen *lesson, struct game *game,
                       const struct action *action)
{
    int64_t now_ms = action->now_ms;
    if (action->id <= ACTION_NONE)
        return told(lesson, game, action);
    lesson->play.notice = NULL; // what it says was before that
    switch (action->id) {
    case LESSON_NEXT:
        return now_ms - lesson->play.shown_ms < LESSON_LOCK_MS ? redraw
                                                               : next(lesson, game, now_ms);
    case LESSON_RIGHT:
        return judge(lesson, game, CREDIT_FULL, now_ms);
    case LESSON_WRONG:
        return judge(lesson, game, 0, now_ms);
    case LESSON_PASS:
        lesson->judged = game->run.contest.team;
        return plain(lesson, game, CONTEST_PASS, now_ms);
    case LESSON_LATER:
        return plain(lesson, game, CONTEST_LATER, now_ms);
    case LESSON_OVERRULE:
        return overrule(lesson, game, now_ms);
    case LESSON_TEAM:
        return choose_team(lesson, game, action->arg, now_ms);
    case LESSON_MORE:
        return award(lesson, game, LESSON_POINTS, now_ms);
    case LESSON_LESS:
        return award(lesson, game, -LESSON_POINTS, now_ms);
    case LESSON_CLOCK:
        return stop_clock(lesson, game, now_ms);
    case LESSON_MORE_TIME:
        return more_time(lesson, game, LESSON_TIME_MS, now_ms);
    case LESSON_LESS_TIME:
        return more_time(lesson, game, -LESSON_TIME_MS, now_ms);
    case LESSON_UNDO:
        return undo(lesson, game, CONTEST_UNDO, now_ms);
    case LESSON_REDO:
        return undo(lesson, game, CONTEST_REDO, now_ms);
    case LESSON_SCORES:
        lesson->shows_scores = !lesson->shows_scores;
        return redraw;
    case LESSON_REPORT:
        return lesson_open_report(game);
    case LESSON_ACCEPT:
        return accept_offered(game) ? open_over(lesson, game, SCREEN_ACCEPT, now_ms)
                                    : (struct step){0};
    case LESSON_HIDE:
        return plain(lesson, game,
                     game->run.contest.hides_scores ? CONTEST_UNHIDE : CONTEST_HIDE, now_ms);
    case LESSON_BLANK:
        lesson->is_blank = true;
        return redraw;
    case LESSON_PEEK:
        lesson->peek_until_ms = lesson->peek_until_ms > now_ms ? 0 : now_ms + LESSON_PEEK_MS;
        return redraw;
    case LESSON_CELL:
        return (struct step){.redraw = lesson_send(lesson, game,
                                                   (struct contest_event){.type = CONTEST_PICK,
                                                                          .round = action->arg},
                                                   now_ms)};
    case LESSON_WAGER:
        return lesson_wager(lesson, game, *action);
    case LESSON_HANDS:
        return lesson_turn_hands(lesson, game, *action);
    case LESSON_ERASE:
        return lesson_type_digit(lesson, game, -1, now_ms);
    case LESSON_ROW:
        lesson_move_row(lesson, &game->run.contest, action->arg);
        return redraw;
    case LESSON_DIGIT:
        return lesson_type_digit(lesson, game, action->arg, now_ms);
    default:
        return answer(lesson, game, action);
    }
}
