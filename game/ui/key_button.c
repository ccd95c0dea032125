#include "ui/key_button.h"

#include <math.h>
#include <stddef.h>

static const float cap_gap_u = 1.8F; // between cap and edge, and cap and label

static const char *cap_of(const struct ui *ui, const struct key_button *button)
{
    switch (ui->state->device) {
    case DEVICE_PAD:
        return button->pad ? ui_pad_label(button->pad, ui->state->glyphs) : NULL;
    case DEVICE_MOUSE:
    case DEVICE_TOUCH:
        return NULL;
    case DEVICE_NONE:
    case DEVICE_KEYBOARD:
        break;
    }
    return button->key;
}

/// As wide as ui_keycap() draws it.
static float cap_width(const struct ui *ui, const char *cap)
{
    const struct text_style style = {FACE_SEMIBOLD, 2.4F, 1.2F};
    return fmaxf(3.6F * ui->u, ui_label_width(ui, style, cap) + 2 * ui->u);
}

static float label_width(const struct ui *ui, const char *label)
{
    const struct text_style style = {FACE_SEMIBOLD, 3.1F, 1.2F};
    return ui_label_width(ui, style, label);
}

/// The width at which the label is in the middle and the cap beside it.
static float width_with(const struct ui *ui, const char *label, const char *cap)
{
    return label_width(ui, label) + 2 * (cap_width(ui, cap) + 2 * cap_gap_u * ui->u);
}

float ui_key_button_width(const struct ui *ui, const struct key_button *button)
{
    float width = ui_button_width(ui, button->label);
    // The key counts whatever is in use, so that buttons don't move when that changes.
    if (!button->key)
        return width;
    return fmaxf(width, width_with(ui, button->label, button->key) / ui->u);
}

/// What can be read on the face of the button.
static struct colour cap_colour(const struct ui *ui, enum button_kind kind)
{
    switch (kind) {
    case BUTTON_PRIMARY:
        return ui->theme->accent_ink;
    case BUTTON_CORRECT:
        return ui->theme->correct_ink;
    case BUTTON_WRONG:
        return ui->theme->wrong_ink;
    case BUTTON_QUIET:
        break;
    }
    return ui->theme->text3;
}

void ui_key_button(struct ui *ui, struct rect rect, const struct key_button *button)
{
    ui_button(ui, rect, button->kind, button->label, button->id, button->arg, button->flags);
    const char *cap = cap_of(ui, button);
    if (!cap || width_with(ui, button->label, cap) > rect.w + 1)
        return;
    float sunk = 0.4F * ui->u * ui_press_depth(ui, button->id, button->arg);
    float left = rect.x + rect.w - cap_width(ui, cap) - cap_gap_u * ui->u;
    ui_keycap(ui, left, rect.y + rect.h / 2 + sunk, cap, cap_colour(ui, button->kind));
}
