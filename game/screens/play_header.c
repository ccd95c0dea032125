// The head of a quiz: the way out, what became of each question, streak and score.
#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/format.h"
#include "screens/play.h"
#include "ui/tile.h"

static const float header_button_u = 6.4F;

static void draw_steps(const struct session *s, struct ui *ui, struct rect rect, bool is_asking)
{
    enum step_state *steps = ARENA_ARRAY(ui->arena, s->turn_count, enum step_state);
    for (int i = 0; i < s->turn_count; i++)
        steps[i] = play_step(&s->turns[s->queue[i]]);
    if (is_asking)
        steps[s->at] = STEP_HERE;
    ui_steps(ui, rect, steps, s->turn_count);
}

static void draw_score(struct ui *ui, struct rect *row, int64_t score)
{
    const struct text_style number = {FACE_SEMIBOLD, 3.6F, 1.2F};
    const char *text = format_count(ui->arena, score);
    float cell = ui_label_width(ui, number, "0");
    struct rect at = rect_cut_right(row, cell * 7);
    float width = ui_digits(ui, at, number, ALIGN_END, ui->theme->text, text);
    if (ui->grid == UI_WIDE && !ui->is_compact && ui->text_scale < 1.4F) {
        rect_cut_right(&at, width + 2.2F * ui->u);
        at.x -= 6 * ui->u;
        at.w += 6 * ui->u;
        ui_label(ui, at, style_small, ALIGN_END, ui->theme->text3, _("score"));
        rect_cut_right(row, 4 * ui->u);
    }
}

/// Room for two buttons, whether there is a hint or not, so that the steps do not jump.
static struct rect cut_tools(const struct ui *ui, struct rect *row)
{
    struct rect tools = {0};
    if (!ui->is_compact)
        return tools;
    rect_cut_right(row, 2 * ui->u);
    tools = rect_cut_right(row, (2 * header_button_u + 2) * ui->u);
    tools.y += (tools.h - header_button_u * ui->u) / 2;
    tools.h = header_button_u * ui->u;
    rect_cut_right(row, 2 * ui->u);
    return tools;
}

struct rect play_header(const struct game *game, struct ui *ui, int64_t score,
                        struct rect *tools)
{
    const struct session *s = &game->session;
    struct rect rest = ui->content;
    float top = (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    rest.h += rest.y - (ui->page.y + top);
    rest.y = ui->page.y + top;
    float side = header_button_u * ui->u;
    struct rect row = rect_cut_top(&rest, fmaxf(side, ui_line_px(ui, 3.6F, 1.2F)));
    struct rect pause = rect_cut_left(&row, side);
    pause.y += (pause.h - side) / 2;
    pause.h = side;
    ui_icon_button(ui, pause, MASK_PAUSE, _("Pause"), ACTION_BACK, 0, AREA_NO_FOCUS);
    draw_score(ui, &row, score);
    struct rect flame = rect_cut_right(&row, 12 * ui->u * fmaxf(1, ui->text_scale * 0.8F));
    ui_flame(ui, flame, s->streak);
    if (tools)
        *tools = cut_tools(ui, &row);
    if (ui->grid == UI_TALL) {
        rect_cut_top(&rest, 3.6F * ui->u);
        row = rect_cut_top(&rest, 2.4F * ui->u);
    } else {
        rect_cut_left(&row, 3.6F * ui->u);
        rect_cut_right(&row, 4 * ui->u);
    }
    draw_steps(s, ui, row, tools != NULL);
    rect_cut_top(&rest, 2.3F * ui->u);
    return rest;
}
