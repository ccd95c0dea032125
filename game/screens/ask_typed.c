#include "screens/ask_typed.h"

#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/underlined.h"
#include "ui/sign.h"

static const float row_size_u = 4.3F, row_gap_u = 2, note_size_u = 2.9F;

enum ask_outcome typed_line_update(struct typed_line *line, const struct action *action)
{
    switch (keyboard_update(&line->keyboard, TYPED_KEYS, action)) {
    case KEYBOARD_CHANGED:
        return ASK_CHANGED;
    case KEYBOARD_IS_DONE:
        return ASK_READY;
    case KEYBOARD_OTHER:
        break;
    }
    if (action->id != TYPED_FIELD)
        return ASK_IGNORED;
    edit_apply(&line->edit, action);
    return ASK_CHANGED;
}

struct answer typed_line_answer(const void *self, const struct ask_context *context,
                                struct arena *arena)
{
    (void)context;
    const struct typed_line *line = self;
    const char **texts = ARENA_ARRAY(arena, 1, const char *);
    texts[0] = arena_text(arena, line->edit.text, (size_t)line->edit.len);
    return (struct answer){.texts = texts, .text_count = 1};
}

const char *typed_line_text(const struct turn *turn)
{
    bool is_there = turn->is_answered && !turn->is_timed_out && turn->answer.text_count > 0;
    return is_there ? turn->answer.texts[0] : NULL;
}

bool typed_has_check(const struct ask_context *context)
{
    (void)context;
    return true;
}

int typed_hints(const void *self, const struct ask_context *context, struct arena *arena,
                const struct hint **rows)
{
    (void)self;
    (void)context;
    struct hint *hint = ARENA_ARRAY(arena, 1, struct hint);
    *hint = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("check")};
    *rows = hint;
    return 1;
}

int typed_field_arg(const struct ask_context *context, int i)
{
    return context->nth * TYPED_FIELDS_MAX + i;
}

int typed_field_of(const struct action *action)
{
    return action->arg % TYPED_FIELDS_MAX;
}

unsigned typed_first(const struct ask_context *context)
{
    return context->is_focus_late ? AREA_START : AREA_FIRST;
}

const char *typed_invitation(const struct ask_context *context, const struct ui *ui,
                             const char *usual)
{
    bool has_keys = ui->state->device == DEVICE_KEYBOARD || ui->state->device == DEVICE_NONE;
    return context->is_focus_late && has_keys && ui->state->focus.id != TYPED_FIELD
               ? _("Tab, then type")
               : usual;
}

const struct keyboard_layout *typed_layout(const struct ask_context *context)
{
    return keyboard_layout(context->turn->ask.bank->language);
}

bool typed_foot(const struct keyboard *keyboard, const struct keyboard_layout *layout,
                struct ui *ui, struct rect *rest)
{
    if (!ui_wants_keyboard(ui, keyboard))
        return false;
    rect_cut_bottom(rest, ui->u);
    struct rect keys = rect_cut_bottom(rest, ui_keyboard_height(ui, layout, rest->w));
    rect_cut_bottom(rest, 2 * ui->u);
    ui_keyboard(ui, keys, layout, keyboard, _("Check"), TYPED_KEYS);
    return true;
}

float typed_accents_height(const struct keyboard *keyboard,
                           const struct keyboard_layout *layout, const struct ui *ui,
                           float width)
{
    if (ui_wants_keyboard(ui, keyboard))
        return 0;
    return ui_accent_keys_height(ui, layout, width) + 2.4F * ui->u;
}

void typed_accents(const struct keyboard *keyboard, const struct keyboard_layout *layout,
                   struct ui *ui, struct rect area, float top)
{
    if (ui_wants_keyboard(ui, keyboard))
        return;
    struct rect row = {area.x, top + 2.4F * ui->u, area.w,
                       ui_accent_keys_height(ui, layout, area.w)};
    ui_accent_keys(ui, row, layout, TYPED_KEYS);
}

float typed_field_height(const struct ui *ui, float size_u)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, size_u, 1.2F) + 1.2F * ui->u);
}

float typed_line_height(const struct ui *ui)
{
    float least = (ui->is_compact ? 9 : 10) * ui->u;
    return fmaxf(least, typed_field_height(ui, TYPED_LINE_SIZE_U));
}

float typed_line_top(const struct ui *ui, float free_px)
{
    return fminf(fmaxf(0, free_px / 3), 7.4F * ui->u);
}

enum sheet_kind typed_kind_of(int credit)
{
    if (credit == CREDIT_FULL)
        return SHEET_RIGHT;
    return credit > 0 ? SHEET_PARTLY : SHEET_WRONG;
}

static float sign_width(const struct ui *ui)
{
    return 8.2F * ui->u;
}

static const struct text_style style_tag = {FACE_SEMIBOLD, 2.4F, 1.2F};

static float tag_width(const struct ui *ui, const struct typed_row *row, float width)
{
    return fminf(ui_label_width(ui, style_tag, row->tag) + ui->u, width * 0.4F);
}

static struct wrapped row_text(const struct ui *ui, const struct typed_row *row, float width)
{
    const float sizes[] = {row_size_u, row_size_u * 0.88F, row_size_u * 0.77F, 0};
    struct text_style style = {FACE_MEDIUM, row_size_u, 1.3F};
    float room = width - tag_width(ui, row, width) - sign_width(ui) - 5 * ui->u;
    return wrap_fit(ui, style, sizes, row->spelling.text, room, 2, 1e6F);
}

static float row_height(const struct ui *ui, const struct typed_row *row, float width)
{
    struct wrapped text = row_text(ui, row, width);
    return fmaxf(9 * ui->u, wrapped_height(&text) + 2.4F * ui->u);
}

static float note_height(const struct ui *ui, const char *note, float width)
{
    if (!note)
        return 0;
    struct text_style style = {FACE_REGULAR, note_size_u, 1.3F};
    struct wrapped text = wrap_text(ui, style, note, width);
    return wrapped_height(&text) + 0.6F * ui->u;
}

float typed_rows_height(const struct ui *ui, const struct typed_row *rows, int count,
                        const char *note, float width)
{
    float height = note_height(ui, note, width);
    for (int i = 0; i < count; i++)
        height += row_height(ui, &rows[i], width) + row_gap_u * ui->u;
    return height;
}

static struct colour row_colour(const struct ui *ui, const struct typed_row *row)
{
    if (!row->has_sign)
        return ui->theme->text2;
    return row->kind == SHEET_RIGHT ? ui->theme->correct : ui->theme->wrong;
}

/// The box of a row, as a tile is: a solid edge is right, a dashed one wrong.
static void draw_box(struct ui *ui, struct rect rect, const struct typed_row *row)
{
    float radius = 2 * ui->u, edge = ui_stroke_px(ui, 0.5F);
    struct colour colour = row_colour(ui, row);
    if (!row->has_sign) {
        edge = ui_stroke_px(ui, 0.18F);
        colour = ui->theme->line;
    }
    if (ui->theme_id != THEME_ID_HIGH_CONTRAST)
        ui_fill(ui, rect_move(rect, 0, 0.6F * ui->u), radius, ui->theme->ledge);
    if (!row->has_sign || row->kind != SHEET_WRONG) {
        ui_fill(ui, rect, radius, colour);
        ui_fill(ui, rect_inset(rect, edge), radius - edge, ui->theme->surface);
        return;
    }
    ui_fill(ui, rect, radius, ui->theme->surface);
    ui_dashes(ui, rect, radius, edge, colour);
}

static void draw_row(struct ui *ui, struct rect rect, const struct typed_row *row)
{
    struct wrapped text = row_text(ui, row, rect.w);
    draw_box(ui, rect, row);
    struct colour colour = row_colour(ui, row);
    struct point at = {rect.x + rect.w - 4.3F * ui->u, rect.y + rect.h / 2};
    if (row->has_sign)
        ui_sign(ui, row->kind, at, 2.3F * ui->u);
    float tag = tag_width(ui, row, rect.w);
    rect_cut_left(&rect, 3.2F * ui->u);
    rect_cut_right(&rect, sign_width(ui));
    ui_label(ui, rect_cut_right(&rect, tag), style_tag, ALIGN_END, colour, row->tag);
    rect.y += (rect.h - wrapped_height(&text)) / 2;
    rect.w -= 1.8F * ui->u;
    underlined_draw(ui, &text, rect, &row->spelling, ui->theme->text, colour);
}

void typed_rows(struct ui *ui, struct rect area, const struct typed_row *rows, int count,
                const char *note)
{
    for (int i = 0; i < count; i++) {
        draw_row(ui, rect_cut_top(&area, row_height(ui, &rows[i], area.w)), &rows[i]);
        rect_cut_top(&area, row_gap_u * ui->u);
    }
    struct text_style style = {FACE_REGULAR, note_size_u, 1.3F};
    if (note)
        ui_paragraph(ui, area, style, ALIGN_START, ui->theme->text2, note);
}
