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
    enum pad pad;
    const char *key;
} grades[FSRS_RATING_END] = {
    [FSRS_AGAIN] = {MASK_REDO, PAD_LEFT_SHOULDER, "1"},
    [FSRS_HARD] = {MASK_CLIMB, PAD_LEFT_TRIGGER, "2"},
    [FSRS_GOOD] = {MASK_CHECK, PAD_RIGHT_SHOULDER, "3"},
    [FSRS_EASY] = {MASK_DOUBLE_CHECK, PAD_RIGHT_TRIGGER, "4"},
};

static struct colour icon_colour(const struct ui *ui, enum fsrs_rating rating)
{
    const struct theme *t = ui->theme;
    if (is_plain(ui))
        return t->text;
    return rating == FSRS_AGAIN ? t->wrong : rating == FSRS_HARD ? t->warn : t->correct;
}

/// The plate of a grade: sunk while it is pressed. Returns where what is on it stands.
static struct rect draw_plate(struct ui *ui, struct rect rect, enum fsrs_rating rating,
                              bool is_filled)
{
    const struct theme *t = ui->theme;
    const float radius = 1.8F * ui->u, ledge = 0.7F * ui->u, line = ui_stroke_px(ui, 0.22F);
    bool is_lit = ui_is_hovered(ui, CARDS_GRADE, (int)rating);
    struct rect face = rect;
    if (!is_plain(ui)) {
        ui_fill(ui, rect_move(rect, 0, ledge), radius, is_filled ? t->accent_ledge : t->ledge);
        face = rect_move(rect, 0, 0.4F * ui->u * ui_press_depth(ui, CARDS_GRADE, (int)rating));
    }
    ui_fill(ui, face, radius, is_filled ? t->accent : t->outline);
    if (!is_filled)
        ui_fill(ui, rect_inset(face, line), radius - line, is_lit ? t->surface2 : t->surface);
    return face;
}

static const struct text_style strong = {FACE_SEMIBOLD, 3.1F, 1.2F};
static const struct text_style small = {FACE_REGULAR, 2.4F, 1.2F};

/// How the four buttons look: all in one way, one of them filled.
struct look {
    enum fsrs_rating filled;
    bool is_short, has_icon, has_cap;
    float icon, cap; // pixels of width
};

static const char *wait_of(const struct cards *cards, enum fsrs_rating rating, bool is_short,
                           struct arena *arena)
{
    return cards->has_waits ? cards_wait(&cards->waits[rating], is_short, arena) : NULL;
}

static struct look look_of(const struct cards *cards, const struct ui *ui, float width)
{
    struct look look = {.filled = cards->suggested.rating,
                        .icon = 7.6F * ui->u,
                        .cap = 6 * ui->u * fmaxf(1, ui->text_scale * 0.8F)};
    enum device device = ui->state->device;
    float widest = 0;
    look.is_short = width < 24 * ui->u * ui->text_scale;
    for (int i = FSRS_AGAIN; i < FSRS_RATING_END; i++) {
        enum fsrs_rating rating = (enum fsrs_rating)i;
        const char *wait = wait_of(cards, rating, look.is_short, ui->arena);
        widest = fmaxf(widest, ui_label_width(ui, strong, cards_grade_name(rating)));
        widest = fmaxf(widest, wait ? ui_label_width(ui, small, wait) : 0);
    }
    look.has_icon = widest + look.icon + 2 * ui->u < width;
    look.has_cap = look.has_icon && widest + look.icon + look.cap + 2 * ui->u < width &&
                   (device == DEVICE_KEYBOARD || device == DEVICE_PAD);
    return look;
}

static void draw_grade(const struct cards *cards, struct ui *ui, struct rect rect,
                       const struct look *look, enum fsrs_rating rating)
{
    const struct theme *t = ui->theme;
    bool is_filled = rating == look->filled;
    const char *name = cards_grade_name(rating);
    const char *wait = wait_of(cards, rating, look->is_short, ui->arena);
    struct rect inner = draw_plate(ui, rect, rating, is_filled);
    if (look->has_cap) {
        const char *key = grades[rating].key;
        if (ui->state->device == DEVICE_PAD) {
            enum pad pad = is_filled ? PAD_SOUTH : grades[rating].pad;
            key = ui_pad_label(pad, ui->state->glyphs);
        }
        struct rect at = rect_cut_right(&inner, look->cap);
        ui_keycap(ui, at.x, at.y + at.h / 2, key, is_filled ? t->accent_ink : t->text3);
    }
    if (look->has_icon) {
        struct rect at = rect_cut_left(&inner, look->icon);
        ui_icon(ui, grades[rating].icon, rect_centre(at), 1.7F * ui->u, 0.3F,
                is_filled ? t->accent_ink : icon_colour(ui, rating));
    } else {
        inner = rect_inset(inner, ui->u);
    }
    enum align align = look->has_icon ? ALIGN_START : ALIGN_CENTRE;
    float first = ui_line_px(ui, 3.1F, 1.2F), second = wait ? ui_line_px(ui, 2.4F, 1.2F) : 0;
    struct rect line = {inner.x, inner.y + (inner.h - first - second) / 2, inner.w, first};
    ui_label(ui, line, strong, align, is_filled ? t->accent_ink : t->text, name);
    if (wait) {
        line = (struct rect){line.x, line.y + first, line.w, second};
        ui_label(ui, line, small, align, is_filled ? t->accent_ink : t->text3, wait);
    }
    ui_focus_ring(ui, CARDS_GRADE, (int)rating, rect, 1.8F * ui->u);
    ui_area(ui, rect, CARDS_GRADE, (int)rating, is_filled ? AREA_PRIMARY | AREA_FIRST : 0,
            name);
}

static void draw_grades(const struct cards *cards, struct ui *ui, struct rect area)
{
    int columns = grade_columns(ui);
    float gap = (columns == 4 ? 3 : 2) * ui->u;
    struct look look = look_of(cards, ui, rect_cell(area, columns, 1, 0, 0, gap).w);
    for (int i = 0; i < 4; i++) {
        struct rect cell = rect_cell(area, columns, 4 / columns, i % columns, i / columns, gap);
        draw_grade(cards, ui, cell, &look, (enum fsrs_rating)(FSRS_AGAIN + i));
    }
}

void cards_buttons(const struct cards *cards, struct ui *ui, struct rect area)
{
    struct rect row = area;
    if (grade_columns(ui) == 2)
        row = rect_cut_bottom(&row, button_height(ui));
    if (cards->is_looking) {
        ui_button(ui, row, BUTTON_PRIMARY, _("Go on"), CARDS_GO_ON, 0,
                  AREA_PRIMARY | AREA_FIRST);
    } else if (!cards->is_turned) {
        ui_button(ui, row, BUTTON_PRIMARY, _("Show answer"), CARDS_FLIP, 0,
                  AREA_PRIMARY | AREA_FIRST);
    } else {
        draw_grades(cards, ui, area);
    }
}
