#include "screens/form.h"

#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/play.h"
#include "ui/control.h"

static const float gap_u = 1.6F, row_gap_u = 0.4F, row_button_u = 6.4F;

static struct text_style style_of(const struct form_part *part)
{
    switch (part->role) {
    case FORM_STRONG:
    case FORM_GOOD:
        return style_strong;
    case FORM_DETAIL:
        return style_small;
    case FORM_WORDS:
    case FORM_FAULT:
        break;
    }
    return style_body;
}

static struct colour colour_of(const struct ui *ui, const struct form_part *part)
{
    switch (part->role) {
    case FORM_DETAIL:
        return ui->theme->text2;
    case FORM_FAULT:
        return ui->theme->warn;
    case FORM_GOOD:
        return ui->theme->correct;
    case FORM_WORDS:
    case FORM_STRONG:
        break;
    }
    return ui->theme->text;
}

static float parts_height(const struct ui *ui, const struct form *form, float width)
{
    float height = 0;
    for (int i = 0; i < FORM_PARTS; i++) {
        const struct form_part *part = &form->parts[i];
        if (!part->text)
            continue;
        struct wrapped words = wrap_text(ui, style_of(part), part->text, width);
        height += wrapped_height(&words) + gap_u * ui->u;
    }
    return height;
}

static void draw_parts(struct ui *ui, const struct form *form, struct rect *rest)
{
    for (int i = 0; i < FORM_PARTS; i++) {
        const struct form_part *part = &form->parts[i];
        if (!part->text)
            continue;
        float height = ui_paragraph(ui, *rest, style_of(part), ALIGN_START, colour_of(ui, part),
                                    part->text);
        rect_cut_top(rest, height + gap_u * ui->u);
    }
}

/// What is left of a row beside its button.
static float row_width(const struct ui *ui, const struct form *form, float width)
{
    return form->row_button_id ? width - (row_button_u + gap_u) * ui->u : width;
}

static float rows_height(const struct ui *ui, const struct form *form, float width)
{
    float height = form->row_count ? gap_u * ui->u : 0;
    width = row_width(ui, form, width);
    for (int i = 0; i < form->row_count; i++)
        height += row_height(ui, &form->rows[i], width) + row_gap_u * ui->u;
    return height;
}

static void draw_rows(struct ui *ui, const struct form *form, struct rect *rest)
{
    for (int i = 0; i < form->row_count; i++) {
        const struct row *row = &form->rows[i];
        bool is_first = i == form->row_first && !form->is_primary_first;
        float width = row_width(ui, form, rest->w);
        struct rect button = rect_cut_top(rest, row_height(ui, row, width));
        struct rect line = rect_cut_left(&button, width);
        row_draw(ui, line, row, form->row_id, i, form->row_flags | (is_first ? AREA_FIRST : 0));
        if (form->row_button_id && !row->has_no_button) {
            float side = row_button_u * ui->u;
            button = (struct rect){button.x + button.w - side, line.y + (line.h - side) / 2,
                                   side, side};
            ui_icon_button(ui, button, form->row_button_icon, form->row_button_name,
                           form->row_button_id, i, 0);
        }
        rect_cut_top(rest, row_gap_u * ui->u);
    }
    rect_cut_top(rest, form->row_count ? gap_u * ui->u : 0);
}

/// What belongs to the field, with its label.
struct field_layout {
    struct wrapped label;
    float line, height;
};

static bool has_keyboard(const struct ui *ui, const struct form *form)
{
    return form->field && form->is_typing && ui_wants_keyboard(ui, form->keyboard);
}

static struct field_layout lay_out_field(const struct ui *ui, const struct form *form,
                                         float width)
{
    struct field_layout l = {0};
    if (!form->field)
        return l;
    l.line = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.6F));
    l.height = l.line + gap_u * ui->u;
    // What is wrong stands where it is seen beside the field, also above a keyboard.
    l.label = wrap_text(ui, style_strong, form->fault ? form->fault : form->label, width);
    l.height += wrapped_height(&l.label) + gap_u * ui->u / 2;
    return l;
}

static void draw_field(struct ui *ui, const struct form *form, const struct field_layout *l,
                       struct rect rest)
{
    bool is_first = !form->is_primary_first && !(form->row_count && form->row_first >= 0);
    const struct field_look look = {form->placeholder, 3.1F, is_first ? AREA_FIRST : 0};
    if (!form->field)
        return;
    struct rect label = rect_cut_top(&rest, wrapped_height(&l->label));
    wrapped_draw(ui, &l->label, label, ALIGN_START,
                 form->fault ? ui->theme->warn : ui->theme->text);
    rect_cut_top(&rest, gap_u * ui->u / 2);
    struct rect line = rect_cut_top(&rest, l->line);
    // With a mouse the key that calls the keyboard stands beside it.
    float key = 9 * ui->u;
    line.w = fminf(line.w - key, 100 * ui->u * ui->text_scale);
    ui_field(ui, line, form->field, look, form->field_id, 0);
    if (!has_keyboard(ui, form)) {
        float height = ui_accent_keys_height(ui, keyboard_layout(NULL), key);
        struct rect keys = {line.x + line.w, line.y + (line.h - height) / 2, key, height};
        ui_accent_keys(ui, keys, keyboard_layout(NULL), form->keys_id);
    }
}

static void draw_body(struct ui *ui, const struct form *form, struct rect rest)
{
    // `edge`: for the focus ring.
    float edge = ui->u, inset = (ui->is_compact ? 0.6F : 2) * ui->u;
    float width = rest.w - 2 * inset - 2 * edge - 1.6F * ui->u;
    struct field_layout field = lay_out_field(ui, form, width);
    float height =
        parts_height(ui, form, width) + rows_height(ui, form, width) + field.height + 2 * edge;
    // The card is as tall as what is on it.
    rest.h = fminf(rest.h - 0.7F * ui->u, height + 2 * inset);
    ui_card(ui, rest, 2.4F, ui->theme->surface);
    struct rect inner = rect_inset(rest, inset);
    float up = ui_scroll_begin(ui, form->region_id, inner, height);
    struct rect at = {inner.x + edge, inner.y + edge - up, width, 1e6F};
    draw_parts(ui, form, &at);
    draw_rows(ui, form, &at);
    draw_field(ui, form, &field, at);
    ui_scroll_end(ui);
}

/// The buttons: beside each other, in portrait one above the other. Returns how far the hints
/// may go.
static float cut_foot(const struct ui *ui, const struct form *form, struct rect *rest,
                      struct rect *primary, struct rect *other)
{
    *primary = play_primary(ui, rest);
    *other = *primary;
    if (!form->other)
        return ui->grid == UI_TALL ? 0 : primary->x - 2 * ui->u;
    if (ui->grid == UI_TALL) {
        other->y -= other->h + 2 * ui->u;
        rest->h -= other->h + 2 * ui->u;
        return 0;
    }
    other->w =
        fminf(ui_button_width(ui, form->other) * ui->u, primary->x - 2 * ui->u - rest->x);
    other->x = primary->x - 2 * ui->u - other->w;
    return other->x - 2 * ui->u;
}

static void draw_hints(const struct form *form, struct ui *ui, float end)
{
    struct hint hints[3];
    int count = 0;
    if (form->hints) {
        ui_hints(ui, form->hints, form->hint_count, end);
        return;
    }
    if (form->row_count)
        hints[count++] = (struct hint){.keys = "↑ ↓", .label = _("move")};
    hints[count++] = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("choose")};
    hints[count++] = (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = _("back")};
    ui_hints(ui, hints, count, end);
}

void form_draw(struct ui *ui, const struct form *form)
{
    struct rect rest = ui_page(ui, form->title);
    if (has_keyboard(ui, form)) {
        const struct keyboard_layout *layout = keyboard_layout(NULL);
        rest.h = ui->page.y + ui->page.h - ui->u - rest.y;
        struct rect keys = rect_cut_bottom(&rest, ui_keyboard_height(ui, layout, rest.w));
        rect_cut_bottom(&rest, 2 * ui->u);
        draw_body(ui, form, rest);
        ui_keyboard(ui, keys, layout, form->keyboard, form->done, form->keys_id);
        return;
    }
    struct rect primary = {0}, other = {0};
    float end = 0;
    if (form->primary)
        end = cut_foot(ui, form, &rest, &primary, &other);
    draw_body(ui, form, rest);
    if (form->other)
        ui_button(ui, other, BUTTON_QUIET, form->other, form->other_id, 0, 0);
    if (form->primary) {
        bool is_first = form->is_primary_first || (!form->row_count && !form->field);
        // On a field the button of a pad asks for the screen keyboard first.
        bool is_asking =
            !form->is_typing && ui->state->device == DEVICE_PAD && ui_takes_text(ui);
        ui_button(ui, primary, BUTTON_PRIMARY, form->primary, form->primary_id, 0,
                  (is_asking ? 0 : AREA_PRIMARY) | (is_first ? AREA_FIRST : 0));
    }
    draw_hints(form, ui, end);
}
