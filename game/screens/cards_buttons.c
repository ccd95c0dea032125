#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/cards_parts.h"

static bool is_plain(const struct ui *ui)
{
    return ui->theme_id == THEME_ID_HIGH_CONTRAST;
}

static float button_height(const struct ui *ui)
{
    float lines = ui_line_px(ui, 3.1F, 1.2F) + ui_line_px(ui, 2.4F, 1.2F);
    return fmaxf((ui->is_compact ? 10 : 11) * ui->u, lines + 2.4F * ui->u);
}

static int grade_columns(const struct ui *ui)
{
    return ui->grid == UI_TALL ? 2 : 4;
}

struct rect cards_cut_buttons(const struct ui *ui, struct rect *rest)
{
    float bottom = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 2 * ui->u) -
                   (ui->is_compact ? 0 : 0.7F * ui->u);
    rest->h = bottom - rest->y;
    float rows = 4 / (float)grade_columns(ui);
    struct rect area = rect_cut_bottom(rest, button_height(ui) * rows + 2 * ui->u * (rows - 1));
    rect_cut_bottom(rest, (ui->is_compact ? 1.6F : 2) * ui->u);
    return area;
}

static const struct {
    enum mask icon;
    const char *key;
    enum pad pad;
} grades[FSRS_RATING_END] = {
    [FSRS_AGAIN] = {MASK_REDO, "1", PAD_LEFT_SHOULDER},
    [FSRS_HARD] = {MASK_CLIMB, "2", PAD_LEFT_TRIGGER},
    [FSRS_GOOD] = {MASK_CHECK, "3", PAD_SOUTH},
    [FSRS_EASY] = {MASK_DOUBLE_CHECK, "4", PAD_RIGHT_TRIGGER},
};

static struct colour icon_colour(const struct ui *ui, enum fsrs_rating rating)
{
    const struct theme *t = ui->theme;
    if (is_plain(ui))
        return t->text;
    return rating == FSRS_AGAIN ? t->wrong : rating == FSRS_HARD ? t->warn : t->correct;
}

/// The plate of a grade: sunk while it is pressed. Returns where what is on it stands.
static struct rect draw_plate(struct ui *ui, struct rect rect, enum fsrs_rating rating)
{
    const struct theme *t = ui->theme;
    const float radius = 1.8F * ui->u, ledge = 0.7F * ui->u, line = ui_stroke_px(ui, 0.22F);
    bool is_good = rating == FSRS_GOOD;
    bool is_lit = ui_is_hovered(ui, CARDS_GRADE, (int)rating);
    struct rect face = rect;
    if (!is_plain(ui)) {
        ui_fill(ui, rect_move(rect, 0, ledge), radius, is_good ? t->accent_ledge : t->ledge);
        face = rect_move(rect, 0, 0.4F * ui->u * ui_press_depth(ui, CARDS_GRADE, (int)rating));
    }
    ui_fill(ui, face, radius, is_good ? t->accent : t->outline);
    if (!is_good)
        ui_fill(ui, rect_inset(face, line), radius - line, is_lit ? t->surface2 : t->surface);
    return face;
}

static void draw_grade(const struct cards *cards, struct ui *ui, struct rect rect,
                       enum fsrs_rating rating)
{
    const struct text_style strong = {FACE_SEMIBOLD, 3.1F, 1.2F};
    const struct text_style small = {FACE_REGULAR, 2.4F, 1.2F};
    const struct theme *t = ui->theme;
    bool is_good = rating == FSRS_GOOD;
    const char *name = cards_grade_name(rating);
    struct rect inner = draw_plate(ui, rect, rating);
    bool is_short = rect.w < 24 * ui->u * ui->text_scale;
    const char *wait =
        cards->has_waits ? cards_wait(&cards->waits[rating], is_short, ui->arena) : NULL;
    float width = ui_label_width(ui, strong, name);
    if (wait)
        width = fmaxf(width, ui_label_width(ui, small, wait));
    float cap = 6 * ui->u * fmaxf(1, ui->text_scale * 0.8F), icon = 7.6F * ui->u;
    bool is_keyed = ui->state->device == DEVICE_KEYBOARD || ui->state->device == DEVICE_PAD;
    bool has_icon = width + icon + 3 * ui->u < rect.w;
    bool has_cap = is_keyed && has_icon && width + icon + cap + 2 * ui->u < rect.w;
    if (has_cap) {
        const char *key = ui->state->device == DEVICE_PAD
                              ? ui_pad_label(grades[rating].pad, ui->state->glyphs)
                              : grades[rating].key;
        struct rect at = rect_cut_right(&inner, cap);
        ui_keycap(ui, at.x, at.y + at.h / 2, key, is_good ? t->accent_ink : t->text3);
    }
    if (has_icon) {
        struct rect at = rect_cut_left(&inner, icon);
        ui_icon(ui, grades[rating].icon, rect_centre(at), 1.7F * ui->u, 0.3F,
                is_good ? t->accent_ink : icon_colour(ui, rating));
    } else {
        inner = rect_inset(inner, ui->u);
    }
    enum align align = has_icon ? ALIGN_START : ALIGN_CENTRE;
    float lines = ui_line_px(ui, 3.1F, 1.2F) + (wait ? ui_line_px(ui, 2.4F, 1.2F) : 0);
    inner.y += (inner.h - lines) / 2;
    ui_label(ui, (struct rect){inner.x, inner.y, inner.w, ui_line_px(ui, 3.1F, 1.2F)}, strong,
             align, is_good ? t->accent_ink : t->text, name);
    inner.y += ui_line_px(ui, 3.1F, 1.2F);
    if (wait) {
        ui_label(ui, (struct rect){inner.x, inner.y, inner.w, ui_line_px(ui, 2.4F, 1.2F)},
                 small, align, is_good ? t->accent_ink : t->text3, wait);
    }
    ui_focus_ring(ui, CARDS_GRADE, (int)rating, rect, 1.8F * ui->u);
    ui_area(ui, rect, CARDS_GRADE, (int)rating, is_good ? AREA_PRIMARY | AREA_FIRST : 0, name);
}

void cards_buttons(const struct cards *cards, struct ui *ui, struct rect area)
{
    int columns = grade_columns(ui);
    struct rect row = area;
    if (columns == 2)
        row = rect_cut_bottom(&row, button_height(ui));
    if (cards->is_looking) {
        ui_button(ui, row, BUTTON_PRIMARY, _("Go on"), CARDS_GO_ON, 0,
                  AREA_PRIMARY | AREA_FIRST);
    } else if (!cards->is_turned) {
        ui_button(ui, row, BUTTON_PRIMARY, _("Show answer"), CARDS_FLIP, 0,
                  AREA_PRIMARY | AREA_FIRST);
    } else {
        for (int i = 0; i < 4; i++) {
            struct rect cell = rect_cell(area, columns, 4 / columns, i % columns, i / columns,
                                         (columns == 4 ? 3 : 2) * ui->u);
            draw_grade(cards, ui, cell, (enum fsrs_rating)(FSRS_AGAIN + i));
        }
    }
}
