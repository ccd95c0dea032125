// Text: an answer that is typed.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/ask_typed.h"

enum { ALSO_MAX = 6, ALSO_CHARACTERS = 90 };

static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    (void)context;
    return typed_line_update(self, action);
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    const struct typed_line *line = self;
    return typed_line_height(ui) +
           typed_accents_height(&line->keyboard, typed_layout(context), ui, width);
}

/// The field in the middle of `area`, a third of the free room from its top.
static struct rect field_rect(const struct ui *ui, struct rect area, float needed)
{
    float width = fminf(area.w, 100 * ui->u);
    float above = typed_line_top(ui, area.h - needed);
    return (struct rect){area.x + (area.w - width) / 2, area.y + above, width,
                         typed_line_height(ui)};
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct typed_line *line = self;
    const struct keyboard_layout *layout = typed_layout(context);
    struct rect field = field_rect(ui, area, least_height(self, context, ui, area.w));
    const struct field_look look = {typed_invitation(context, ui, _("Type your answer")),
                                    TYPED_LINE_SIZE_U, typed_first(context)};
    ui_field(ui, field, &line->edit, look, TYPED_FIELD, typed_field_arg(context, 0));
    typed_accents(&line->keyboard, layout, ui, area, field.y + field.h);
}

static bool foot(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect *rest)
{
    const struct typed_line *line = self;
    return typed_foot(&line->keyboard, typed_layout(context), ui, rest);
}

static bool is_full(const struct texts *accepted, int i)
{
    return !accepted->notes || accepted->notes[i].credit == CREDIT_FULL;
}

/// "Also accepted: Holland, the Low Countries" where that is short; else NULL.
static const char *also_accepted(const struct texts *accepted, int shown, struct arena *arena)
{
    const char *list = NULL;
    int count = 0;
    for (int i = 0; i < accepted->count; i++) {
        if (i == shown || !is_full(accepted, i))
            continue;
        count++;
        list =
            list ? arena_printf(arena, "%s, %s", list, accepted->items[i]) : accepted->items[i];
    }
    if (!list || count > ALSO_MAX || text_count(list) > ALSO_CHARACTERS)
        return NULL;
    return fill_text(arena, _("Also accepted: {1}"), list, NULL);
}

/// Two rows at most: what was typed, and what is right where that is not the same.
struct feedback {
    struct typed_row rows[2];
    int count;
    const char *note;
};

static struct feedback feedback_of(const struct ask_context *context, struct arena *arena)
{
    const struct turn *turn = context->turn;
    const struct question *q = turn->ask.question;
    const struct texts *accepted = &q->accepted;
    const struct mark *mark = &turn->mark;
    const char *typed = typed_line_text(turn);
    struct feedback f = {0};
    bool is_right = typed && mark->credit == CREDIT_FULL;
    int shown = is_right && mark->accepted >= 0 ? mark->accepted : 0;
    struct spelling mine = spelling_plain(typed);
    struct spelling right = spelling_plain(accepted->items[shown]);
    if (is_right && mark->verdict != VERDICT_EXACT)
        spelling_compare(typed, accepted->items[shown], q->is_exact, arena, &mine, &right);
    if (typed) {
        f.rows[f.count++] =
            (struct typed_row){.spelling = mine,
                               .tag = ask_answer_tag(context, arena),
                               .has_sign = true,
                               .kind = typed_kind_of(ask_ruled_credit(context, mark->credit))};
    }
    if (!is_right || context->ruling == ASK_TAKEN_AS_WRONG) {
        f.rows[f.count++] = (struct typed_row){
            .spelling = right, .tag = _("Right answer"), .has_sign = true, .kind = SHEET_RIGHT};
    } else if (mark->verdict != VERDICT_EXACT) {
        f.rows[f.count++] = (struct typed_row){.spelling = right, .tag = _("Written so")};
    }
    f.note = also_accepted(accepted, shown, arena);
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

const struct ask_view ask_view_text = {
    .kind = KIND_TEXT,
    .state_size = sizeof(struct typed_line),
    .incomplete = N_("Type something, or skip with Ctrl+S."),
    .update = update,
    .answer = typed_line_answer,
    .has_check = typed_has_check,
    .least_height = least_height,
    .view = view,
    .foot = foot,
    .answered_height = answered_height,
    .answered = answered,
    .hints = typed_hints,
};
