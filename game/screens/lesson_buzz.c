// Buzzers in a lesson.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/lesson.h"
#include "screens/screen.h"

/// Whether the press answers, or chooses, for the team that is to: its pad does that, but does
/// not judge.
static bool is_answering(const struct contest *c, int team, const struct action *action)
{
    bool points = action->is_stick || action->pad == PAD_SOUTH || action->pad == PAD_UP ||
                  action->pad == PAD_DOWN || action->pad == PAD_LEFT ||
                  action->pad == PAD_RIGHT;
    bool is_its = lesson_can_answer(c) || c->phase == CONTEST_CHOOSING;
    return is_its && c->team == team && points;
}

struct step lesson_press(struct lesson_screen *lesson, const struct game *game,
                         const struct action *action)
{
    const struct contest *c = &game->run.contest;
    int team = lesson_run_team(game, action->arg);
    bool is_buzzing = lesson_is_buzzing(c), is_pad = buzzer_pad(action->arg);
    bool is_just_won = c->phase == CONTEST_ANSWERING &&
                       action->now_ms - lesson->play.shown_ms < LESSON_SWALLOW_MS;
    if (team < 0 || (!is_buzzing && !is_just_won && (!is_pad || is_answering(c, team, action))))
        return (struct step){0};
    if (lesson->press_count < CONTEST_PRESSES && is_buzzing && action_may_buzz(action)) {
        if (lesson->press_count == 0)
            lesson->gather_until_ms = action->now_ms + LESSON_GATHER_MS;
        lesson->presses[lesson->press_count++] =
            (struct contest_press){team, action->pressed_ms};
    }
    return (struct step){.redraw = true}; // a buzzer means nothing else
}

void lesson_tell_presses(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    int count = lesson->press_count;
    if (!count || now_ms < lesson->gather_until_ms)
        return;
    lesson->press_count = 0;
    lesson_send(lesson, game,
                (struct contest_event){
                    .type = CONTEST_PRESSED, .presses = lesson->presses, .press_count = count},
                now_ms);
}

struct step lesson_pad_found(struct lesson_screen *lesson, const struct game *game, int number)
{
    int team = lesson_run_team(game, BUZZER_PADS + number);
    if (team < 0)
        return (struct step){0};
    lesson->play.notice = fill_text(&lesson->play.arena, _("The gamepad of {1} is back."),
                                    lesson_team_name(game, team), NULL);
    return (struct step){.redraw = true};
}

int64_t lesson_early_until_ms(const struct contest *c, int team)
{
    int64_t locked_ms = c->locked_ms[team];
    if (locked_ms == INT64_MIN || !contest_round(c) || !lesson_is_buzzing(c))
        return INT64_MIN;
    return locked_ms - CONTEST_EARLY_MS + LESSON_EARLY_MS;
}
