#include "screens/row.h"

#include <math.h>
#include <stddef.h>

#include "screens/lesson.h"
#include "ui/widget.h"

static const float radius_u = 1.6F;
static const float pad_x_u = 2, pad_y_u = 1.1F;
static const float sign_u = 4; // check box or icon
static const struct text_style title_style = {FACE_MEDIUM, 2.9F, 1.24F};
static const struct text_style detail_style = {FACE_REGULAR, 2.4F, 1.28F};

struct layout {
    struct wrapped title, detail;
    float left, value, height; // `left`: where the texts begin, `value`: how wide it is
};

static struct layout lay_out(const struct ui *ui, const struct row *row, float width)
{
    struct layout layout = {.left = pad_x_u * ui->u};
    if (row->kind != ROW_PLAIN)
        layout.left += (sign_u + 1.8F) * ui->u;
    if (row->value)
        layout.value = ui_label_width(ui, detail_style, row->value) + 2 * ui->u;
    float room = fmaxf(ui->u, width - layout.left - layout.value - pad_x_u * ui->u);
    layout.title = wrap_text(ui, title_style, row->title, room);
    layout.height = wrapped_height(&layout.title) + 2 * pad_y_u * ui->u;
    if (row->detail) {
        if (row->is_warned)
            room -= 3.2F * ui->u;
        layout.detail = wrap_text(ui, detail_style, row->detail, fmaxf(ui->u, room));
        layout.height += wrapped_height(&layout.detail);
    }
    layout.height = fmaxf(layout.height, 6.4F * ui->u);
    return layout;
}

float row_height(const struct ui *ui, const struct row *row, float width)
{
    return lay_out(ui, row, width).height;
}

static void draw_check_box(struct ui *ui, struct point at, bool is_on)
{
    float side = sign_u * ui->u, line = ui_stroke_px(ui, 0.26F), radius = 0.7F * ui->u;
    struct rect box = {at.x - side / 2, at.y - side / 2, side, side};
    ui_fill(ui, box, radius, is_on ? ui->theme->accent : ui->theme->outline);
    if (is_on) {
        ui_icon(ui, MASK_CHECK, at, 1.6F * ui->u, 0.34F, ui->theme->accent_ink);
    } else {
        ui_fill(ui, rect_inset(box, line), radius - line, ui->theme->surface);
    }
}

/// What is chosen has a bar at its left and a mark at its right, so that it is told without
/// colour too.
static void draw_chosen(struct ui *ui, struct rect rect)
{
    struct rect bar = {rect.x, rect.y + 1.2F * ui->u, 0.7F * ui->u, rect.h - 2.4F * ui->u};
    ui_fill(ui, bar, bar.w / 2, ui->theme->accent);
}

static void draw_warning(struct ui *ui, struct rect *text)
{
    float size = ui_line_px(ui, 2.4F, 1.28F);
    struct point at = {text->x + 1.2F * ui->u, text->y + size / 2};
    ui_mark(ui, MASK_TRIANGLE, at, 1.05F * ui->u, ui->theme->warn);
    rect_cut_left(text, 3.2F * ui->u);
}

static void draw_texts(struct ui *ui, struct rect rect, const struct row *row,
                       const struct layout *layout)
{
    const struct theme *t = ui->theme;
    struct colour ink = row->is_lit ? t->accent_ink : row->is_dim ? t->text2 : t->text;
    struct colour quiet = row->is_lit ? t->accent_ink : t->text3;
    float height = wrapped_height(&layout->title);
    if (row->detail)
        height += wrapped_height(&layout->detail);
    struct rect text = {rect.x + layout->left, rect.y + (rect.h - height) / 2,
                        rect.w - layout->left - layout->value - pad_x_u * ui->u, height};
    if (row->value) {
        struct rect value = {rect.x + rect.w - layout->value - pad_x_u * ui->u, rect.y,
                             layout->value, rect.h};
        ui_label(ui, value, detail_style, ALIGN_END, quiet, row->value);
    }
    struct rect title = rect_cut_top(&text, wrapped_height(&layout->title));
    wrapped_draw(ui, &layout->title, title, ALIGN_START, ink);
    if (!row->detail)
        return;
    if (row->is_warned)
        draw_warning(ui, &text);
    wrapped_draw(ui, &layout->detail, text, ALIGN_START, row->is_warned ? t->warn : quiet);
}

/// On what is lit the colours of some would not stand out.
static void draw_mark(struct ui *ui, const struct row *row, struct point at)
{
    float radius = 1.7F * ui->u;
    if (row->is_lit) {
        ui_mark(ui, row->icon, at, radius, ui->theme->accent_ink);
    } else {
        lesson_draw_mark(ui, (int)row->icon, at, radius);
    }
}

void row_draw(struct ui *ui, struct rect rect, const struct row *row, int id, int arg,
              unsigned flags)
{
    float radius = radius_u * ui->u;
    struct layout layout = lay_out(ui, row, rect.w);
    bool is_chosen = row->is_on && row->kind != ROW_CHECKED;
    if (is_chosen || ui_is_hovered(ui, id, arg) || ui_is_pressed(ui, id, arg))
        ui_fill(ui, rect, radius, ui->theme->surface2);
    if (is_chosen)
        draw_chosen(ui, rect);
    if (row->is_lit)
        ui_fill(ui, rect, radius, ui->theme->accent);
    struct point sign = {rect.x + (pad_x_u + sign_u / 2) * ui->u, rect.y + rect.h / 2};
    if (row->kind == ROW_CHECKED) {
        draw_check_box(ui, sign, row->is_on);
    } else if (row->kind == ROW_ICON) {
        ui_icon(ui, row->icon, sign, 1.7F * ui->u, 0.26F, ui->theme->text2);
    } else if (row->kind == ROW_MARK) {
        draw_mark(ui, row, sign);
    }
    draw_texts(ui, rect, row, &layout);
    ui_focus_ring(ui, id, arg, rect, radius);
    ui_area(ui, rect, id, arg, flags | (row->is_on ? AREA_SELECTED : 0), row->title);
}
