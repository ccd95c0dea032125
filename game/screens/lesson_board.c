// The board of a lesson, and wagers.
#include "screens/lesson.h"

void lesson_view_board(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    lesson_draw_call(lesson, game, ui, &rest);
    struct rect grid = rest;
    lesson_draw_next(game, ui, &grid);
    for (int i = 0;
         c->phase == CONTEST_CHOOSING && i < c->rules.board_columns * c->rules.board_rows;
         i++) {
        struct rect cell = rect_cell(grid, c->rules.board_columns, c->rules.board_rows,
                                     i / c->rules.board_rows, i % c->rules.board_rows, ui->u);
        if (contest_is_free(c, i))
            ui_button(ui, cell, BUTTON_QUIET, arena_printf(ui->arena, "%d", c->rounds[i].value),
                      LESSON_CELL, i, 0);
    }
}
