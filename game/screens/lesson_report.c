// From the end of a lesson to its report.
#include <stddef.h>

#include "screens/lesson.h"

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
