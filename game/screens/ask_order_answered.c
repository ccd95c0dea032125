#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/ask_order.h"
#include "ui/sign.h"

static const float row_gap_u = 0.6F;
static const struct text_style answered_style = {FACE_MEDIUM, 3.3F, 1.15F};

float order_number_width(const struct ui *ui)
{
    return 5.2F * ui->u * ui->text_scale;
}

void order_draw_number(struct ui *ui, struct rect row, int number)
{
    const struct text_style style = {FACE_SEMIBOLD, 3.3F, 1.2F};
    row.w = order_number_width(ui) - ui->u;
    ui_label(ui, row, style, ALIGN_START, ui->theme->text2,
             arena_printf(ui->arena, "%d", number));
}

const char *order_item(const struct ask *ask, int item)
{
    return ask->question->order.items[item];
}

/// Where it was put, and by whom.
static const char *tag_text(const struct ask_context *context, int place, struct arena *arena)
{
    const char *nth = fill_number(arena, place + 1);
    return context->answerer ? fill_text(arena, _("{1}: {2}"), context->answerer, nth, NULL)
                             : fill_text(arena, _("Yours: {1}"), nth, NULL);
}

static float tag_width(const struct ask_context *context, const struct ui *ui)
{
    const float most_u = 16; // a long name is made smaller
    const char *text = tag_text(context, ASK_PLACES - 1, ui->arena);
    float width = ui_label_width(ui, style_small, text) + ui->u;
    return fminf(width, most_u * ui->u * ui->text_scale);
}

static float answered_width(const struct ui *ui, int columns, float width)
{
    return columns == 1 ? width : (width - 4 * ui->u) / 2;
}

/// How the rows of the right order are set out.
struct rows {
    int columns, count; // `count`: in a column
    float width, height;
    bool splits_word;
};

static struct rows rows_in(const struct ask_context *context, const struct ui *ui, float width,
                           int columns)
{
    const struct ask *ask = &context->turn->ask;
    struct rows rows = {.columns = columns, .width = answered_width(ui, columns, width)};
    rows.count = (ask->shown_count + columns - 1) / columns;
    rows.height = 5.4F * ui->u;
    float inner = rows.width - order_number_width(ui) - 8.2F * ui->u - tag_width(context, ui);
    for (int i = 0; i < ask->shown_count; i++) {
        struct wrapped text = wrap_text(ui, answered_style, order_item(ask, i), inner);
        rows.height = fmaxf(rows.height, wrapped_height(&text) + ui->u);
        rows.splits_word |= text.has_split_word;
    }
    return rows;
}

static float height_of(const struct rows *rows, const struct ui *ui)
{
    return (rows->height + row_gap_u * ui->u) * (float)rows->count;
}

/// Two columns where there is room beside each other but not below.
static struct rows rows_for(const struct ask_context *context, const struct ui *ui, float width)
{
    const struct ask *ask = &context->turn->ask;
    bool is_wide = ui->grid == UI_WIDE && ui->text_scale < 1.4F;
    struct rows rows = rows_in(context, ui, width, is_wide && ask->shown_count > 4 ? 2 : 1);
    if (!context->tight)
        return rows;
    struct rows tight = rows_in(context, ui, width, 2);
    bool is_lower = height_of(&tight, ui) < height_of(&rows, ui);
    return is_lower && !tight.splits_word ? tight : rows;
}

float order_answered_height(const struct ask_context *context, const struct ui *ui, float width)
{
    struct rows rows = rows_for(context, ui, width);
    return height_of(&rows, ui);
}

/// A line of the right order: its place, its text, and where it was put if it had to move.
static void draw_answered(struct ui *ui, struct rect row, const struct ask_context *context,
                          int item)
{
    const struct turn *turn = context->turn;
    bool kept[ASK_PLACES] = {false};
    bool is_marked = turn->is_answered && !turn->is_timed_out;
    int place = -1;
    for (int i = 0; i < turn->ask.shown_count && is_marked; i++)
        place = turn->answer.places[i] == item ? i : place;
    if (is_marked)
        mark_kept(turn->ask.question, &turn->answer, kept);
    bool is_kept = place >= 0 && ask_ruled_credit(context, kept[place] ? CREDIT_FULL : 0) > 0;
    order_draw_number(ui, row, item + 1);
    rect_cut_left(&row, order_number_width(ui));
    ui_slip(ui, row);
    rect_cut_left(&row, 2 * ui->u);
    rect_cut_right(&row, 1.2F * ui->u);
    if (place >= 0) {
        struct rect sign = rect_cut_right(&row, 4 * ui->u);
        ui_sign(ui, is_kept ? SHEET_RIGHT : SHEET_WRONG, rect_centre(sign), 1.7F * ui->u);
        rect_cut_right(&row, ui->u);
        struct rect tag = rect_cut_right(&row, tag_width(context, ui));
        if (!is_kept) {
            ui_label(ui, tag, style_small, ALIGN_END, ui->theme->text2,
                     tag_text(context, place, ui->arena));
        }
    }
    struct wrapped text = wrap_text(ui, answered_style, order_item(&turn->ask, item), row.w);
    row.y += (row.h - wrapped_height(&text)) / 2;
    wrapped_draw(ui, &text, row, ALIGN_START, ui->theme->text);
}

void order_answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct rows rows = rows_for(context, ui, area.w);
    for (int i = 0; i < context->turn->ask.shown_count; i++) {
        int column = i / rows.count;
        struct rect row = {
            area.x + (float)column * (rows.width + 4 * ui->u),
            area.y + (float)(i % rows.count) * (rows.height + row_gap_u * ui->u),
            rows.width,
            rows.height,
        };
        draw_answered(ui, row, context, i);
    }
}
