#include "ui/sign.h"

void ui_slip(struct ui *ui, struct rect rect)
{
    const float radius = 1.4F * ui->u, line = ui_stroke_px(ui, 0.18F);
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;
    ui_fill(ui, rect, radius, is_plain ? ui->theme->outline : ui->theme->line);
    ui_fill(ui, rect_inset(rect, line), radius - line, ui->theme->surface);
}

void ui_sign(struct ui *ui, enum sheet_kind kind, struct point centre, float half)
{
    const struct theme *t = ui->theme;
    bool is_right = kind == SHEET_RIGHT;
    struct rect box = {centre.x - half, centre.y - half, 2 * half, 2 * half};
    ui_fill(ui, box, kind == SHEET_WRONG ? 0.3F * half : half,
            is_right ? t->correct : t->wrong);
    enum mask mask = is_right ? MASK_CHECK : kind == SHEET_PARTLY ? MASK_HALF : MASK_CROSS;
    ui_icon(ui, mask, centre, 0.72F * half, 0.34F, is_right ? t->correct_ink : t->wrong_ink);
}
