// From the end of a lesson to its report.
#include <stddef.h>

#include "base/i18n.h"
#include "screens/lesson.h"
#include "ui/key_button.h"

bool lesson_has_report(const struct game *game)
{
    return game->run.contest.phase == CONTEST_DONE && game->journal && game->run.log.game;
}

struct step lesson_open_report(struct game *game)
{
    if (!lesson_has_report(game))
        return (struct step){0};
    game->report_of = NULL; // the lesson is of who plays
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_REPORT};
}

void lesson_draw_report(const struct game *game, struct ui *ui, struct rect *rest)
{
    const struct key_button report = {
        .kind = BUTTON_QUIET, .label = _("Report"), .key = "E", .id = LESSON_REPORT};
    if (!lesson_has_report(game))
        return;
    struct rect room = *rest, primary = play_primary(ui, &room);
    struct rect button = {rest->x, primary.y, ui_key_button_width(ui, &report) * ui->u,
                          primary.h};
    if (button.x + button.w + 2 * ui->u > primary.x) { // there is no room beside it
        button.y = primary.y - primary.h - 2 * ui->u;
        rest->h = button.y - 2 * ui->u - rest->y;
    }
    ui_key_button(ui, button, &report);
}
