// The scores of a lesson: after a round, and at its end.
#include "screens/format.h"
#include "screens/lesson.h"

void lesson_view_scores(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    lesson_draw_call(lesson, game, ui, &rest);
    struct rect list = rest;
    lesson_draw_next(game, ui, &list);
    lesson_draw_report(game, ui, &list);
    for (int team = 0; team < c->rules.team_count; team++) {
        struct rect row = rect_cut_top(&list, 8 * ui->u);
        lesson_draw_team(ui, row, game, team, style_title, ui->theme->text);
        ui_label(ui, row, style_title, ALIGN_END, ui->theme->text,
                 format_count(ui->arena, score_total(c->scores[team])));
    }
}
