#include "screens/home_strip.h"

#include <math.h>

#include "screens/home.h"
#include "ui/widget.h"

struct home_strip home_strip_lay_out(const struct ui *ui, const char *text, int id, float width)
{
    const struct text_style style = {FACE_MEDIUM, 2.6F, 1.26F};
    struct home_strip strip = {
        .text = text, .id = id, .sign = 4.4F * ui->u, .padding = 1.8F * ui->u};
    float line = ui_line_px(ui, 2.6F, 1.26F);
    strip.words = wrap_text(ui, style, text, width - strip.sign - 2 * strip.padding);
    strip.height =
        fmaxf(fmaxf(6.4F * ui->u, line * 1.5F), wrapped_height(&strip.words) + 1.6F * ui->u);
    return strip;
}

float home_strip_width(const struct home_strip *strip)
{
    return strip->words.width + strip->sign + 2 * strip->padding + 1;
}

/// What is wrong is in the colour of warnings.
void home_strip_draw(struct ui *ui, struct rect rect, const struct home_strip *strip)
{
    bool is_warning = strip->id == HOME_PROBLEMS || strip->id == HOME_LOST;
    struct colour colour = is_warning ? ui->theme->warn : ui->theme->accent;
    float radius = 1.8F * ui->u, line = ui_stroke_px(ui, 0.22F);
    bool is_lit = ui_is_hovered(ui, strip->id, 0) || ui_is_pressed(ui, strip->id, 0);
    ui_fill(ui, rect, radius, colour);
    ui_fill(ui, rect_inset(rect, line), radius - line,
            is_lit ? ui->theme->surface2 : ui->theme->surface);
    struct point sign = {rect.x + strip->padding + 1.4F * ui->u, rect.y + rect.h / 2};
    ui_icon(ui, is_warning ? MASK_FLAG : MASK_PENCIL, sign, 1.4F * ui->u, 0.26F, colour);
    struct rect text = rect;
    rect_cut_left(&text, strip->padding + strip->sign);
    rect_cut_right(&text, strip->padding);
    rect_cut_top(&text, (text.h - wrapped_height(&strip->words)) / 2);
    wrapped_draw(ui, &strip->words, text, ALIGN_START, is_warning ? colour : ui->theme->text);
    ui_focus_ring(ui, strip->id, 0, rect, radius);
    ui_area(ui, rect, strip->id, 0, 0, strip->text);
}
