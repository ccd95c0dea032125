// Number: a value that is typed or stepped to.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/number.h"
#include "core/answer_text.h"
#include "core/kinds/numeral.h"
#include "screens/ask_typed.h"
#include "screens/step_number.h"
#include "screens/verdict.h"

static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    struct typed_line *line = self;
    (void)context;
    if (action->id != TYPED_STEP)
        return typed_line_update(line, action);
    struct arena scratch = {0};
    const char *stepped = step_number(line->edit.text, action->arg, &scratch);
    if (stepped)
        edit_set(&line->edit, stepped);
    arena_free(&scratch);
    return ASK_CHANGED;
}

/// [-] field [+] unit, or where the unit has no room there, below.
struct layout {
    float side, gap, field; // widths
    struct wrapped unit;    // no lines: there is none
    float beside;           // its width in the row with the gap before it; 0: it is not there
    float below;            // its height with the gap above it; 0: it is not there
};

/// The unit in the row if it fits there: where there is more height than width in one line as
/// large as the number, else in up to two smaller ones. No lines if it does not.
static struct wrapped wrap_beside(const struct ui *ui, const char *unit, float width)
{
    const struct text_style style = {FACE_MEDIUM, TYPED_LINE_SIZE_U, 1.1F};
    const float sizes[] = {TYPED_LINE_SIZE_U, ui->grid == UI_TALL ? 0 : 4.3F, 3.6F, 2.9F, 0};
    int most = ui->grid == UI_TALL ? 1 : 2;
    float height = typed_line_height(ui);
    struct wrapped text = wrap_fit(ui, style, sizes, unit, width, most, height);
    bool fits = text.line_count <= most && wrapped_height(&text) <= height;
    return fits && !text.has_split_word ? text : (struct wrapped){0};
}

static struct wrapped wrap_below(const struct ui *ui, const char *unit, float width)
{
    const struct text_style style = {FACE_MEDIUM, TYPED_LINE_SIZE_U, 1.2F};
    const float sizes[] = {TYPED_LINE_SIZE_U, 4.3F, 3.6F, 2.9F, 0};
    return wrap_fit(ui, style, sizes, unit, width, 1, 1e6F);
}

static struct layout lay_out(const struct ui *ui, const char *unit, float width)
{
    struct layout l = {.side = 8 * ui->u, .gap = 2 * ui->u};
    float rest = width - 2 * (l.side + l.gap);
    float usual = 44 * ui->u * fmaxf(1, ui->text_scale * 0.8F), least = 0.6F * usual;
    if (unit) {
        l.unit = wrap_beside(ui, unit, rest - least - l.gap);
        l.beside = l.unit.line_count ? l.gap + l.unit.width : 0;
    }
    if (unit && !l.unit.line_count) {
        l.unit = wrap_below(ui, unit, width);
        l.below = 1.2F * ui->u + wrapped_height(&l.unit);
    }
    l.field = fminf(usual, rest - l.beside);
    return l;
}

static const char *unit_of(const struct ask_context *context)
{
    return context->turn->ask.question->number->unit;
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    const struct typed_line *line = self;
    return typed_line_height(ui) + lay_out(ui, unit_of(context), width).below +
           typed_accents_height(&line->keyboard, &keyboard_numpad, ui, width);
}

static void draw_step(struct ui *ui, struct rect rect, enum mask icon, const char *name, int by)
{
    rect.y += (rect.h - rect.w) / 2;
    rect.h = rect.w;
    ui_icon_button(ui, rect, icon, name, TYPED_STEP, by, 0);
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct typed_line *line = self;
    const char *unit = unit_of(context);
    struct layout l = lay_out(ui, unit, area.w);
    float width = 2 * (l.side + l.gap) + l.field + l.beside;
    float free = area.h - least_height(self, context, ui, area.w);
    rect_cut_top(&area, typed_line_top(ui, free));
    struct rect row = rect_cut_top(&area, typed_line_height(ui));
    row.x += (row.w - width) / 2;
    row.w = width;

    draw_step(ui, rect_cut_left(&row, l.side), MASK_MINUS, _("Less"), -1);
    rect_cut_left(&row, l.gap);
    const struct field_look look = {typed_invitation(context, ui, _("Type a number")),
                                    TYPED_LINE_SIZE_U, typed_first(context)};
    ui_field(ui, rect_cut_left(&row, l.field), &line->edit, look, TYPED_FIELD,
             typed_field_arg(context, 0));
    rect_cut_left(&row, l.gap);
    draw_step(ui, rect_cut_left(&row, l.side), MASK_PLUS, _("More"), +1);
    rect_cut_left(&row, l.gap);
    bool is_beside = l.beside > 0;
    struct rect at = is_beside ? row : rect_cut_top(&area, l.below);
    float spare = at.h - wrapped_height(&l.unit);
    at.y += is_beside ? spare / 2 : spare;
    wrapped_draw(ui, &l.unit, at, is_beside ? ALIGN_START : ALIGN_CENTRE, ui->theme->text2);
    typed_accents(&line->keyboard, &keyboard_numpad, ui, area, area.y);
}

static bool foot(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect *rest)
{
    const struct typed_line *line = self;
    (void)context;
    return typed_foot(&line->keyboard, &keyboard_numpad, ui, rest);
}

static const char *number_text(double value, struct arena *arena)
{
    char digits[NUMBER_ROOM];
    return arena_text(arena, digits, number_format(value, digits));
}

/// "9.81 m/s², within 1 %": what is right and how far off still is.
static const char *right_text(const struct question *question, struct arena *arena)
{
    const struct number_answer *number = question->number;
    const char *right = verdict_right_answer(question, arena);
    if (number->tolerance <= 0)
        return right;
    if (!number->is_share) {
        return fill_text(arena, _("{1}, within {2}"), right,
                         number_text(number->tolerance, arena), NULL);
    }
    // A share times 100 may come out as 7.000000000000001.
    double percent = round(number->tolerance * 1e8) / 1e6;
    return fill_text(arena, _("{1}, within {2} %"), right, number_text(percent, arena), NULL);
}

/// What was typed, with the unit that stood beside the field.
static const char *mine_text(const char *typed, const char *unit, struct arena *arena)
{
    struct numeral numeral = numeral_read(typed, arena);
    bool is_bare = !*numeral.before && !*numeral.after;
    return is_bare ? answer_text_measure(typed, unit, arena) : typed;
}

struct feedback {
    struct typed_row rows[2];
    int count;
    const char *note;
};

static struct feedback feedback_of(const struct ask_context *context, struct arena *arena)
{
    const struct turn *turn = context->turn;
    const struct question *q = turn->ask.question;
    const char *typed = typed_line_text(turn);
    struct feedback f = {0};
    if (typed) {
        f.rows[f.count++] = (struct typed_row){
            .spelling = {.text = mine_text(typed, q->number->unit, arena)},
            .tag = ask_answer_tag(context, arena),
            .has_sign = true,
            .kind = typed_kind_of(ask_ruled_credit(context, turn->mark.credit))};
    }
    f.rows[f.count++] = (struct typed_row){
        .spelling = {.text = right_text(q, arena)},
        .tag = _("Right answer"),
        .has_sign = true,
        .kind = SHEET_RIGHT,
    };
    if (typed && turn->mark.is_ambiguous) {
        f.note = fill_text(arena, _("{1} was read as {2}."), typed,
                           number_text(turn->mark.value, arena), NULL);
    }
    return f;
}

static float answered_height(const struct ask_context *context, const struct ui *ui,
                             float width)
{
    struct feedback f = feedback_of(context, ui->arena);
    return typed_rows_height(ui, f.rows, f.count, f.note, width);
}

static void answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct feedback f = feedback_of(context, ui->arena);
    typed_rows(ui, area, f.rows, f.count, f.note);
}

static const struct shortcut shortcuts[] = {
    {KEY_UP, 0, PAD_NONE, TYPED_STEP, +1, "↑ ↓", N_("One more, one less")},
    {KEY_DOWN, 0, PAD_NONE, TYPED_STEP, -1, NULL, NULL},
    {0},
};

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)self;
    (void)context;
    struct hint *hint = ARENA_ARRAY(arena, 2, struct hint);
    hint[0] = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("check")};
    hint[1] = (struct hint){.keys = "↑ ↓", .label = _("more, less")};
    *rows = hint;
    return 2;
}

const struct ask_view ask_view_number = {
    .kind = KIND_NUMBER,
    .state_size = sizeof(struct typed_line),
    .shortcuts = shortcuts,
    .incomplete = N_("Type a number, or skip with Ctrl+S."),
    .update = update,
    .answer = typed_line_answer,
    .has_check = typed_has_check,
    .least_height = least_height,
    .view = view,
    .foot = foot,
    .answered_height = answered_height,
    .answered = answered,
    .hints = hints,
};
