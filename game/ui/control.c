#include "ui/control.h"

#include <math.h>
#include <string.h>

static const float placeholder_most_u = 3.6F; // a hint is smaller than what is typed
static const float beside_caret_u = 0.5F;     // and begins right of where the caret stands

static void draw_outlined(struct ui *ui, struct rect rect, float radius, struct colour line,
                          struct colour face)
{
    float stroke = ui_stroke_px(ui, 0.22F);
    ui_fill(ui, rect, radius, line);
    ui_fill(ui, rect_inset(rect, stroke), fmaxf(0, radius - stroke), face);
}

static struct colour lit_surface(const struct ui *ui, int id, int arg)
{
    bool is_lit = ui_is_hovered(ui, id, arg) || ui_is_pressed(ui, id, arg);
    return is_lit ? ui->theme->surface2 : ui->theme->surface;
}

void ui_switch(struct ui *ui, struct rect rect, const char *label, bool is_on, int id, int arg)
{
    const float height = 4.2F * ui->u, width = 8 * ui->u;
    struct rect row = rect;
    struct rect slot = rect_cut_right(&rect, width);
    slot.y += (slot.h - height) / 2;
    slot.h = height;
    rect_cut_right(&rect, 2 * ui->u);
    ui_label(ui, rect, style_body, ALIGN_START, ui->theme->text, label);
    struct colour face = is_on ? ui->theme->accent : ui->theme->surface2;
    draw_outlined(ui, slot, height / 2, is_on ? ui->theme->accent : ui->theme->outline, face);
    float knob = height - 1.2F * ui->u;
    struct rect disc = {is_on ? slot.x + slot.w - knob - 0.6F * ui->u : slot.x + 0.6F * ui->u,
                        slot.y + 0.6F * ui->u, knob, knob};
    ui_fill(ui, disc, knob / 2, is_on ? ui->theme->accent_ink : ui->theme->text2);
    if (is_on)
        ui_icon(ui, MASK_CHECK, rect_centre(disc), knob * 0.36F, 0.3F, ui->theme->accent);
    ui_focus_ring(ui, id, arg, slot, height / 2);
    ui_area(ui, row, id, arg, AREA_SWITCH | (is_on ? AREA_SELECTED : 0), label);
}

/// Pixels that label `i` of `count` gets of `width`: all the same, or where one would have to
/// be cut off, each by its length.
static float segment_width(const struct ui *ui, const char *const *labels, int count, int i,
                           float width)
{
    const struct text_style least = {style_label.face, style_small.size_u, 1};
    float padding = 2.4F * ui->u, sum = 0, widest = 0, own = 0;
    for (int k = 0; k < count; k++) {
        float wanted = ui_label_width(ui, least, labels[k]) + padding;
        widest = fmaxf(widest, wanted);
        sum += wanted;
        own = k == i ? wanted : own;
    }
    return widest <= width / (float)count ? width / (float)count : own * width / sum;
}

void ui_segments(struct ui *ui, struct rect rect, const char *const *labels, int count,
                 int chosen, int id, const char *name)
{
    float radius = 1.8F * ui->u;
    ui_choices_area(ui, rect, id, count, chosen, name);
    draw_outlined(ui, rect, radius, ui->theme->outline, ui->theme->surface);
    struct rect rest = rect;
    for (int i = 0; i < count; i++) {
        struct rect cell = rect_cut_left(&rest, segment_width(ui, labels, count, i, rect.w));
        struct rect face = rect_inset(cell, 0.5F * ui->u);
        bool is_chosen = i == chosen;
        if (is_chosen) {
            ui_fill(ui, face, radius - 0.5F * ui->u, ui->theme->accent);
        } else if (ui_is_hovered(ui, id, i)) {
            ui_fill(ui, face, radius - 0.5F * ui->u, ui->theme->surface2);
        }
        ui_label(ui, rect_inset(face, 0.6F * ui->u), style_label, ALIGN_CENTRE,
                 is_chosen ? ui->theme->accent_ink : ui->theme->text2, labels[i]);
        ui_area(ui, cell, id, i, AREA_NO_FOCUS | (is_chosen ? AREA_SELECTED : 0), labels[i]);
    }
    ui_focus_ring(ui, id, UI_CHOICES, rect, radius);
}

static void stepper_button(struct ui *ui, struct rect rect, enum mask icon, int id, int arg,
                           const char *name)
{
    float radius = 1.4F * ui->u;
    draw_outlined(ui, rect, radius, ui->theme->outline, lit_surface(ui, id, arg));
    ui_icon(ui, icon, rect_centre(rect), 1.5F * ui->u, 0.26F, ui->theme->text2);
    ui_area(ui, rect, id, arg, AREA_NO_FOCUS, name);
}

void ui_stepper(struct ui *ui, struct rect rect, const char *value, int id, int arg,
                const char *name)
{
    ui_stepper_flagged(ui, rect, value, id, arg, 0, name);
}

void ui_stepper_flagged(struct ui *ui, struct rect rect, const char *value, int id, int arg,
                        unsigned flags, const char *name)
{
    float side = fminf(rect.h, 6.4F * ui->u);
    struct rect whole = rect;
    rect.y += (rect.h - side) / 2;
    rect.h = side;
    struct rect down = rect_cut_left(&rect, side), up = rect_cut_right(&rect, side);
    ui_area(ui, whole, id, arg, AREA_ADJUST | flags, name);
    stepper_button(ui, down, MASK_MINUS, id, arg + STEPPER_DOWN, "Less");
    stepper_button(ui, up, MASK_PLUS, id, arg + STEPPER_UP, "More");
    struct text_style style = {FACE_SEMIBOLD, 3.1F, 1.2F};
    ui_label(ui, rect_inset(rect, 0.6F * ui->u), style, ALIGN_CENTRE, ui->theme->text, value);
    ui_focus_ring(ui, id, arg, whole, 1.4F * ui->u);
}

int ui_stepper_adjust(struct action *action)
{
    int adjust = action->adjust;
    if (action->arg >= STEPPER_UP) {
        adjust = +1;
    } else if (action->arg >= STEPPER_DOWN) {
        adjust = -1;
    }
    action->arg &= STEPPER_DOWN - 1;
    return adjust;
}

void ui_choice_pill(struct ui *ui, struct rect rect, const char *label, int id, int arg,
                    unsigned flags)
{
    float radius = rect.h / 2;
    draw_outlined(ui, rect, radius, ui->theme->outline, lit_surface(ui, id, arg));
    struct point at = {rect.x + rect.w - 3.8F * ui->u, rect.y + rect.h / 2};
    ui_icon(ui, MASK_CHEVRON, at, 1.15F * ui->u, 0.3F, ui->theme->text2);
    struct rect text = rect;
    rect_cut_left(&text, 3 * ui->u);
    rect_cut_right(&text, 6 * ui->u);
    ui_label(ui, text, style_label, ALIGN_START, ui->theme->text, label);
    ui_focus_ring(ui, id, arg, rect, radius);
    ui_area(ui, rect, id, arg, flags, label);
}

void ui_check_row(struct ui *ui, struct rect rect, const char *label, bool is_on, int id,
                  int arg)
{
    float side = 4 * ui->u;
    struct rect row = rect;
    struct rect box = rect_cut_left(&rect, side);
    box.y += (box.h - side) / 2;
    box.h = side;
    draw_outlined(ui, box, 0.7F * ui->u, is_on ? ui->theme->accent : ui->theme->outline,
                  is_on ? ui->theme->accent : lit_surface(ui, id, arg));
    if (is_on)
        ui_icon(ui, MASK_CHECK, rect_centre(box), 1.6F * ui->u, 0.34F, ui->theme->accent_ink);
    rect_cut_left(&rect, 1.6F * ui->u);
    ui_label(ui, rect, style_body, ALIGN_START, ui->theme->text, label);
    ui_focus_ring(ui, id, arg, row, 0.8F * ui->u);
    ui_area(ui, row, id, arg, is_on ? AREA_SELECTED : 0, label);
}

/// Where the line in a text field starts, and which way it runs.
struct field_line {
    struct rect inner;
    struct text_style style;
    float start;
    bool is_rtl;
};

/// The place of what begins `at` pixels from the line's start.
static struct rect part_at(const struct field_line *line, float at, float width)
{
    float x = line->is_rtl ? line->start - at - width : line->start + at;
    return (struct rect){x, line->inner.y, width, line->inner.h};
}

static float draw_part(struct ui *ui, const struct field_line *line, float at,
                       struct colour colour, const char *text)
{
    struct wrapped part = wrap_text(ui, line->style, text, 1e9F);
    struct rect rect = part_at(line, at, part.width);
    rect.y += (rect.h - part.line_px) / 2;
    wrapped_draw(ui, &part, rect, ALIGN_START, colour);
    return part.width;
}

/// A bar from `above` to `below` the middle of the line, in shares of the text's size.
static void draw_bar(struct ui *ui, const struct field_line *line, struct rect across,
                     float above, float below, struct colour colour)
{
    float size = (float)ui_text_px(ui, line->style.size_u);
    across.y += across.h / 2 - size * above;
    across.h = size * (above + below);
    ui_fill(ui, across, 0, colour);
}

static struct field_line field_line(struct ui *ui, struct rect inner, const struct edit *edit,
                                    struct text_style style, float caret_at)
{
    const char *text = edit->len ? edit->text : edit->composing;
    struct field_line line = {.inner = inner, .style = style};
    line.is_rtl = wrap_text(ui, style, text, 1e9F).lines[0].is_rtl;
    float scroll = fmaxf(0, caret_at - inner.w + ui->u);
    line.start = line.is_rtl ? inner.x + inner.w + scroll : inner.x - scroll;
    return line;
}

/// Text before, of and after the input method's, the caret, and the selection.
static void draw_field_text(struct ui *ui, struct rect inner, const struct edit *edit,
                            struct text_style style, bool is_active)
{
    const char *before = arena_text(ui->arena, edit->text, (size_t)edit->caret);
    const char *to_mark = arena_text(ui->arena, edit->text, (size_t)edit->mark);
    float caret_at = ui_label_width(ui, style, before);
    float composing = ui_label_width(ui, style, edit->composing);
    struct field_line line = field_line(ui, inner, edit, style, caret_at + composing);
    struct rect outer = ui_clip(ui, inner);
    if (is_active && edit->mark != edit->caret) {
        float mark_at = ui_label_width(ui, style, to_mark);
        struct rect selected =
            part_at(&line, fminf(mark_at, caret_at), fabsf(mark_at - caret_at));
        draw_bar(ui, &line, selected, 0.6F, 0.6F, ui->theme->accent_ledge);
    }
    if (edit->composing[0]) {
        float at = draw_part(ui, &line, 0, ui->theme->text, before);
        struct rect under = part_at(&line, at, composing);
        at += draw_part(ui, &line, at, ui->theme->accent, edit->composing);
        under.y += under.h / 2 + (float)ui_text_px(ui, style.size_u) * 0.5F;
        under.h = ui_stroke_px(ui, 0.3F);
        ui_fill(ui, under, 0, ui->theme->accent);
        draw_part(ui, &line, at, ui->theme->text, edit->text + edit->caret);
    } else {
        draw_part(ui, &line, 0, ui->theme->text, edit->text);
    }
    if (is_active) {
        struct rect caret = part_at(&line, caret_at + composing, fmaxf(1.5F, 0.25F * ui->u));
        draw_bar(ui, &line, caret, 0.55F, 0.55F, ui->theme->accent);
    }
    ui_clip_end(ui, outer);
}

static struct text_style placeholder_style(float size_u)
{
    return (struct text_style){FACE_MEDIUM, fminf(size_u, placeholder_most_u), 1.2F};
}

float ui_field_width(const struct ui *ui, float size_u, const char *placeholder)
{
    return ui_label_width(ui, placeholder_style(size_u), placeholder) +
           (4.8F + beside_caret_u) * ui->u + 1;
}

void ui_field(struct ui *ui, struct rect rect, const struct edit *edit, struct field_look look,
              int id, int arg)
{
    float radius = 1.8F * ui->u;
    bool is_active = ui->state->focus.id == id && ui->state->focus.arg == arg;
    // A pad's focus is on the keys of the screen keyboard while it types here.
    if (ui->state->device == DEVICE_PAD)
        is_active |= ui->state->field.id == id && ui->state->field.arg == arg;
    draw_outlined(ui, rect, radius, is_active ? ui->theme->accent : ui->theme->outline,
                  ui->theme->surface);
    struct text_style style = {FACE_MEDIUM, look.size_u, 1.2F};
    struct rect inner = rect_inset(rect, 0.6F * ui->u);
    rect_cut_left(&inner, 1.8F * ui->u);
    rect_cut_right(&inner, 1.8F * ui->u);
    if (!edit->len && !edit->composing[0]) {
        struct rect hint = inner;
        rect_cut_left(&hint, beside_caret_u * ui->u);
        ui_label(ui, hint, placeholder_style(look.size_u), ALIGN_START, ui->theme->text3,
                 look.placeholder);
    }
    draw_field_text(ui, inner, edit, style, is_active);
    ui_focus_ring(ui, id, arg, rect, radius);
    ui_area(ui, rect, id, arg, AREA_FIELD | look.flags, look.placeholder);
}
