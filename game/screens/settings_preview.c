// The preview of the page about text: a question and two answers at the size that is set.
#include <math.h>

#include "base/i18n.h"
#include "screens/settings_page.h"
#include "ui/tile.h"

static struct wrapped preview_question(const struct ui *ui, float width)
{
    return ui_question_text(ui, _("Which planet is the largest?"), 6.1F, width, 1e6F);
}

static int preview_columns(const struct ui *ui, float width)
{
    return width > 50 * ui->u * ui->text_scale ? 2 : 1;
}

static float preview_tile_height(const struct ui *ui, float width)
{
    float cell = preview_columns(ui, width) == 2 ? (width - 3 * ui->u) / 2 : width;
    const struct tile_words words = {.label = _("Jupiter")};
    return fmaxf(10 * ui->u, ui_tile_height(ui, cell, 4.3F, &words, 1e6F));
}

float settings_preview_height(const struct ui *ui, float width)
{
    struct wrapped question = preview_question(ui, width);
    float rows = preview_columns(ui, width) == 2 ? 1 : 2;
    return wrapped_height(&question) + 4.4F * ui->u +
           rows * (preview_tile_height(ui, width) + 2.4F * ui->u);
}

void settings_preview_draw(struct ui *ui, struct rect rect)
{
    struct wrapped question = preview_question(ui, rect.w);
    rect_cut_top(&rect, 1.4F * ui->u);
    struct rect at = rect_cut_top(&rect, wrapped_height(&question));
    wrapped_draw(ui, &question, at, ALIGN_START, ui->theme->text);
    rect_cut_top(&rect, 3 * ui->u);
    int columns = preview_columns(ui, rect.w), rows = 3 - columns;
    float gap = 2.4F * ui->u;
    rect.h = (preview_tile_height(ui, rect.w) + gap) * (float)rows - gap;
    const char *const labels[] = {_("Jupiter"), _("Saturn")}, *const letters[] = {"A", "B"};
    for (int i = 0; i < 2; i++) {
        const struct tile tile = {.mark = i,
                                  .letter = letters[i],
                                  .label = labels[i],
                                  .size_u = 4.3F,
                                  .is_read_only = true};
        struct rect cell =
            rect_cell(rect, columns, rows, columns == 2 ? i : 0, columns == 2 ? 0 : i, gap);
        ui_tile(ui, cell, &tile, SET_PREVIEW, i);
    }
}
