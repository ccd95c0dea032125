#include "ui/widget.h"

#include <math.h>
#include <string.h>

#include "ui/mask.h"

const struct text_style style_title = {FACE_DISPLAY_BOLD, 5.2F, 1.18F};
const struct text_style style_question = {FACE_DISPLAY, 6.1F, 1.18F};
const struct text_style style_answer = {FACE_MEDIUM, 4.3F, 1.15F};
const struct text_style style_body = {FACE_REGULAR, 3.1F, 1.36F};
const struct text_style style_strong = {FACE_SEMIBOLD, 3.1F, 1.3F};
const struct text_style style_label = {FACE_SEMIBOLD, 2.6F, 1.24F};
const struct text_style style_small = {FACE_REGULAR, 2.4F, 1.24F};

static bool is_high_contrast(const struct ui *ui)
{
    return ui->theme_id == THEME_ID_HIGH_CONTRAST;
}

void ui_mark(struct ui *ui, enum mask mask, struct point centre, float radius,
             struct colour colour)
{
    ui_mask(ui, mask, centre, 2 * MASK_SHAPE_SPAN * radius, 0, colour);
}

void ui_icon(struct ui *ui, enum mask mask, struct point centre, float radius, float stroke,
             struct colour colour)
{
    ui_mask(ui, mask, centre, 2 * radius, stroke, colour);
}

void ui_card(struct ui *ui, struct rect rect, float radius_u, struct colour face)
{
    float radius = radius_u * ui->u;
    bool plain = is_high_contrast(ui);
    if (!plain)
        ui_fill(ui, rect_move(rect, 0, 0.55F * ui->u), radius, ui->theme->ledge);
    // The line is drawn as a larger shape under the face: two fills are cheaper than a stroke.
    ui_fill(ui, rect, radius, plain ? ui->theme->outline : ui->theme->line);
    float line = ui_stroke_px(ui, plain ? 0.22F : 0.18F);
    ui_fill(ui, rect_inset(rect, line), radius - line, face);
}

struct button_colours {
    struct colour face, ink, ledge;
};

static struct button_colours button_colours(const struct ui *ui, enum button_kind kind)
{
    const struct theme *t = ui->theme;
    switch (kind) {
    case BUTTON_PRIMARY:
        return (struct button_colours){t->accent, t->accent_ink, t->accent_ledge};
    case BUTTON_CORRECT:
        return (struct button_colours){t->correct, t->correct_ink, t->correct_ledge};
    case BUTTON_WRONG:
        return (struct button_colours){t->wrong, t->wrong_ink, t->wrong_ledge};
    case BUTTON_QUIET:
        break;
    }
    return (struct button_colours){t->surface, t->text, t->ledge};
}

void ui_button(struct ui *ui, struct rect rect, enum button_kind kind, const char *label,
               int id, int arg, unsigned flags)
{
    const float radius = 1.8F * ui->u, ledge = 0.7F * ui->u;
    struct button_colours colours = button_colours(ui, kind);
    bool is_disabled = flags & AREA_DISABLED;
    bool has_ledge = !is_high_contrast(ui) && !is_disabled;
    if (is_disabled) {
        colours.face = ui->theme->surface2;
        colours.ink = ui->theme->text3;
    } else if (kind == BUTTON_QUIET && ui_is_hovered(ui, id, arg)) {
        colours.face = ui->theme->surface2;
    }
    struct rect face = rect;
    if (has_ledge) {
        ui_fill(ui, rect_move(rect, 0, ledge), radius, colours.ledge);
        face = rect_move(rect, 0, 0.4F * ui->u * ui_press_depth(ui, id, arg));
    }
    if (kind == BUTTON_QUIET || is_disabled) {
        float line = ui_stroke_px(ui, 0.22F);
        ui_fill(ui, face, radius, is_disabled ? ui->theme->line : ui->theme->outline);
        ui_fill(ui, rect_inset(face, line), radius - line, colours.face);
    } else {
        ui_fill(ui, face, radius, colours.face);
    }
    struct text_style style = {FACE_SEMIBOLD, 3.1F, 1.2F};
    ui_label(ui, rect_inset(face, 1.2F * ui->u), style, ALIGN_CENTRE, colours.ink, label);
    rect.h += has_ledge ? ledge : 0;
    ui_focus_ring(ui, id, arg, rect, radius);
    ui_area(ui, rect, id, arg, flags, label);
}

float ui_button_width(const struct ui *ui, const char *label)
{
    struct text_style style = {FACE_SEMIBOLD, 3.1F, 1.2F};
    return ui_label_width(ui, style, label) / ui->u + 7;
}

void ui_icon_button(struct ui *ui, struct rect rect, enum mask icon, const char *name, int id,
                    int arg, unsigned flags)
{
    float radius = rect.h / 2, line = ui_stroke_px(ui, 0.18F);
    bool is_hovered = ui_is_hovered(ui, id, arg) || ui_is_pressed(ui, id, arg);
    ui_fill(ui, rect, radius, is_high_contrast(ui) ? ui->theme->outline : ui->theme->line);
    ui_fill(ui, rect_inset(rect, line), radius - line,
            is_hovered ? ui->theme->surface2 : ui->theme->surface);
    ui_icon(ui, icon, rect_centre(rect), rect.h * 0.27F, 0.26F, ui->theme->text2);
    ui_focus_ring(ui, id, arg, rect, radius);
    ui_area(ui, rect, id, arg, flags, name);
}

float ui_keycap(struct ui *ui, float left, float middle_y, const char *label,
                struct colour colour)
{
    struct text_style style = {FACE_SEMIBOLD, 2.4F, 1.2F};
    float height = fmaxf(3.8F * ui->u, ui_line_px(ui, 2.4F, 1.5F));
    float width = fmaxf(3.6F * ui->u, ui_label_width(ui, style, label) + 2 * ui->u);
    struct rect cap = {left, middle_y - height / 2, width, height};
    ui_outline(ui, cap, 0.8F * ui->u, ui_stroke_px(ui, 0.2F), colour);
    ui_label(ui, cap, style, ALIGN_CENTRE, colour, label);
    return width;
}

const char *ui_pad_label(enum pad pad, enum pad_glyphs glyphs)
{
    static const char *const letters[PAD_COUNT] = {
        [PAD_SOUTH] = "A",
        [PAD_EAST] = "B",
        [PAD_WEST] = "X",
        [PAD_NORTH] = "Y",
        [PAD_UP] = "↑",
        [PAD_DOWN] = "↓",
        [PAD_LEFT] = "←",
        [PAD_RIGHT] = "→",
        [PAD_LEFT_SHOULDER] = "LB",
        [PAD_RIGHT_SHOULDER] = "RB",
        [PAD_LEFT_TRIGGER] = "LT",
        [PAD_RIGHT_TRIGGER] = "RT",
        [PAD_START] = "Start",
        [PAD_BACK] = "View",
        [PAD_RIGHT_STICK] = "R3",
    };
    static const char *const shapes[] = {
        [PAD_SOUTH] = "✕", [PAD_EAST] = "○", [PAD_WEST] = "□", [PAD_NORTH] = "△"};
    static const char *const swapped[] = {
        [PAD_SOUTH] = "B", [PAD_EAST] = "A", [PAD_WEST] = "Y", [PAD_NORTH] = "X"};
    if (glyphs == PAD_GLYPHS_SHAPES && pad <= PAD_NORTH)
        return shapes[pad];
    if (glyphs == PAD_GLYPHS_SWAPPED && pad <= PAD_NORTH)
        return swapped[pad];
    return letters[pad];
}

float ui_hints_height(const struct ui *ui)
{
    if (ui->is_compact)
        return 0;
    return fmaxf(10.6F * ui->u, ui_line_px(ui, 2.4F, 1.5F) + 6.8F * ui->u);
}

/// Draws key caps for each of the words of `keys`; returns where they end.
static float keycaps(struct ui *ui, float x, float middle, const char *keys)
{
    while (*keys) {
        size_t len = strcspn(keys, " ");
        x += ui_keycap(ui, x, middle, arena_text(ui->arena, keys, len), ui->theme->text3);
        x += 0.7F * ui->u;
        keys += len;
        keys += strspn(keys, " ");
    }
    return x;
}

static float hint_pill(struct ui *ui, const struct hint *hint, float x, float middle)
{
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, 2.4F, 1.5F));
    float width = ui_label_width(ui, style_label, hint->label) + 4 * ui->u;
    struct rect pill = {x, middle - height / 2, width, height};
    float radius = height / 2, line = ui_stroke_px(ui, 0.2F);
    ui_fill(ui, pill, radius, ui->theme->outline);
    ui_fill(ui, rect_inset(pill, line), radius - line,
            ui_is_hovered(ui, hint->id, hint->arg) ? ui->theme->surface2 : ui->theme->surface);
    ui_label(ui, pill, style_label, ALIGN_CENTRE, ui->theme->text2, hint->label);
    ui_area(ui, pill, hint->id, hint->arg, 0, hint->label);
    return x + width + 2 * ui->u;
}

/// The height in which the row of hints is centred.
static float hints_middle(const struct ui *ui)
{
    return ui->page.y + ui->page.h - 2.5F * ui->u - ui_line_px(ui, 2.4F, 0.75F);
}

float ui_hints_top(const struct ui *ui)
{
    if (ui->is_compact)
        return ui->page.y + ui->page.h;
    return hints_middle(ui) - fmaxf(6.4F * ui->u, ui_line_px(ui, 2.4F, 1.5F)) / 2;
}

void ui_hints(struct ui *ui, const struct hint *hints, int count, float end)
{
    if (ui->is_compact)
        return;
    enum device device = ui->state->device;
    bool is_pointer = device == DEVICE_MOUSE || device == DEVICE_TOUCH;
    float middle = hints_middle(ui);
    float x = ui->content.x;
    end = end > 0 ? end : x + ui->content.w;
    float height = fmaxf(4.4F * ui->u, ui_line_px(ui, 2.4F, 1.2F));
    for (int i = 0; i < count; i++) {
        const struct hint *hint = &hints[i];
        if (is_pointer) {
            if (hint->id)
                x = hint_pill(ui, hint, x, middle);
            continue;
        }
        const char *keys = hint->keys;
        if (device == DEVICE_PAD)
            keys = hint->pad ? ui_pad_label(hint->pad, ui->state->glyphs) : NULL;
        if (!keys)
            continue;
        float wanted = ui_label_width(ui, style_small, hint->label) +
                       (float)strlen(keys) * 2.2F * ui->u + 4 * ui->u;
        if (x + wanted > end)
            break;
        struct rect area = {x, middle - height / 2, 0, height};
        x = keycaps(ui, x, middle, keys) + 0.5F * ui->u * ui->text_scale;
        struct rect label = {x, area.y, end - x, area.h};
        x += ui_label(ui, label, style_small, ALIGN_START, ui->theme->text3, hint->label);
        area.w = x - area.x;
        if (hint->id) {
            ui_focus_ring(ui, hint->id, hint->arg, area, 0.8F * ui->u);
            ui_area(ui, area, hint->id, hint->arg, 0, hint->label);
        }
        x += 3.4F * ui->u;
    }
}

float ui_logo(struct ui *ui, struct point at)
{
    for (int i = 0; i < 4; i++) {
        int row = i / 2;
        struct point p = {at.x + (1.9F + 4.3F * (float)(i % 2)) * ui->u,
                          at.y + (1.4F + 4.3F * (float)row) * ui->u};
        ui_mark(ui, (enum mask)i, p, 1.55F * ui->u,
                is_high_contrast(ui) ? ui->theme->text : answer_colours[i].fill);
    }
    struct text_style style = {FACE_DISPLAY_BOLD, 4.4F, 1.18F};
    struct rect name = {at.x + 10 * ui->u, at.y, 40 * ui->u, 7 * ui->u};
    return 10 * ui->u + ui_label(ui, name, style, ALIGN_START, ui->theme->text, "Quartet");
}

struct rect ui_page(struct ui *ui, const char *title)
{
    struct rect rest = ui->content;
    float top = (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    rest.y = ui->page.y + top;
    rest.h = ui->page.y + ui->page.h - ui_hints_height(ui) - rest.y;
    if (ui->is_compact)
        rest.h -= 2 * ui->u;
    struct rect header = rect_cut_top(&rest, fmaxf(6.4F * ui->u, ui_line_px(ui, 4.4F, 1.2F)));
    struct rect back = rect_cut_left(&header, 6.4F * ui->u);
    back.y += (back.h - 6.4F * ui->u) / 2;
    back.h = 6.4F * ui->u;
    ui_icon_button(ui, back, MASK_BACK, "Back", ACTION_BACK, 0, 0);
    rect_cut_left(&header, 3 * ui->u);
    struct text_style style = {FACE_DISPLAY_BOLD, 4.4F, 1.18F};
    ui_label(ui, header, style, ALIGN_START, ui->theme->text, title);
    rect_cut_top(&rest, 3 * ui->u);
    return rest;
}

void ui_strip(struct ui *ui, struct rect rect, enum mask icon, struct colour colour,
              const char *text)
{
    struct point at = {rect.x + 1.6F * ui->u, rect.y + rect.h / 2};
    ui_icon(ui, icon, at, 1.3F * ui->u, 0.26F, colour);
    rect_cut_left(&rect, 4 * ui->u);
    ui_label(ui, rect, style_label, ALIGN_START, colour, text);
}
