// Cloze: a text with gaps that are typed into.
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/ask_typed.h"
#include "ui/flow.h"
#include "ui/sign.h"

static const float sizes_u[] = {6.1F, 5.2F, 4.3F, 3.6F, 3.1F};

enum { SIZES = sizeof sizes_u / sizeof *sizes_u };

struct cloze {
    struct edit *gaps; // one a gap
    int gap_count;
    struct keyboard keyboard;
};

static void enter(void *self, const struct ask_context *context, struct arena *arena)
{
    struct cloze *cloze = self;
    cloze->gap_count = context->turn->ask.question->cloze.gap_count;
    cloze->gaps = ARENA_ARRAY(arena, cloze->gap_count, struct edit);
}

static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    struct cloze *cloze = self;
    (void)context;
    switch (keyboard_update(&cloze->keyboard, TYPED_KEYS, action)) {
    case KEYBOARD_CHANGED:
        return ASK_CHANGED;
    case KEYBOARD_IS_DONE:
        return ASK_READY;
    case KEYBOARD_OTHER:
        break;
    }
    int gap = typed_field_of(action);
    if (action->id != TYPED_FIELD || gap >= cloze->gap_count)
        return ASK_IGNORED;
    edit_apply(&cloze->gaps[gap], action);
    return ASK_CHANGED;
}

static struct answer answer(const void *self, const struct ask_context *context,
                            struct arena *arena)
{
    (void)context;
    const struct cloze *cloze = self;
    const char **texts = ARENA_ARRAY(arena, cloze->gap_count, const char *);
    for (int i = 0; i < cloze->gap_count; i++) {
        const struct edit *gap = &cloze->gaps[i];
        texts[i] = gap->len ? arena_text(arena, gap->text, (size_t)gap->len) : NULL;
    }
    return (struct answer){.texts = texts, .text_count = cloze->gap_count};
}

static struct text_style style_of(float size_u)
{
    return (struct text_style){FACE_DISPLAY, size_u, 1.2F};
}

static float gap_height(const struct ui *ui, float size_u)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, size_u, 1.2F) + 1.6F * ui->u);
}

/// From line to line: fields stand in the lines and need room around them.
static float line_height(const struct ui *ui, float size_u)
{
    return gap_height(ui, size_u) + 1.4F * ui->u;
}

/// A field keeps off a letter or stop right beside it, so that its focus ring has room.
struct margins {
    float left, right;
};

static struct margins gap_margins(const struct ui *ui, const struct question *q, int i)
{
    const char *before = q->cloze.between[i], *after = q->cloze.between[i + 1];
    size_t len = strlen(before);
    bool is_left = len && before[len - 1] != ' ' && before[len - 1] != '\n';
    bool is_right = *after && *after != ' ' && *after != '\n';
    return (struct margins){is_left ? ui->u : 0, is_right ? ui->u : 0};
}

static const char *gap_name(const struct gap *gap, int i, struct arena *arena)
{
    return gap->hint ? gap->hint
                     : fill_text(arena, _("Gap {1}"), fill_number(arena, i + 1), NULL);
}

/// How wide a gap is, of three widths so that it does not tell how long the answer is; wider if
/// what stands in it before is.
static float gap_width(const struct ui *ui, const struct question *q, int i, float size_u)
{
    const struct gap *gap = &q->cloze.gaps[i];
    struct margins margins = gap_margins(ui, q, i);
    size_t letters = text_count(gap->accepted.items[0]);
    float characters = letters <= 6 ? 8 : letters <= 14 ? 14 : 22;
    float width = characters * 0.55F * (float)ui_text_px(ui, size_u);
    width = fmaxf(width, ui_field_width(ui, size_u, gap_name(gap, i, ui->arena)));
    return width + margins.left + margins.right;
}

static struct flow lay(const struct ui *ui, const struct question *q, float size_u, float width)
{
    int count = 2 * q->cloze.gap_count + 1;
    struct flow_span *spans = ARENA_ARRAY(ui->arena, count, struct flow_span);
    for (int i = 0; i < count; i++) {
        if (i % 2 == 0) {
            spans[i].text = q->cloze.between[i / 2];
        } else {
            spans[i].box_px = fminf(width, gap_width(ui, q, i / 2, size_u));
        }
    }
    return flow_lay(ui, style_of(size_u), spans, count, width, line_height(ui, size_u));
}

/// In a small window hint and skip stand at the right of the text.
static float text_width(const struct ui *ui, float width)
{
    return ui->is_compact ? width - 16 * ui->u : width;
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    const struct cloze *cloze = self;
    const struct question *q = context->turn->ask.question;
    struct flow flow = lay(ui, q, sizes_u[SIZES - 1], text_width(ui, width));
    return flow.height +
           typed_accents_height(&cloze->keyboard, typed_layout(context), ui, width);
}

static void draw_gap(const struct cloze *cloze, const struct ask_context *context, int i,
                     struct ui *ui, struct rect rect, float size_u)
{
    const struct question *q = context->turn->ask.question;
    struct margins margins = gap_margins(ui, q, i);
    float height = gap_height(ui, size_u);
    rect.y += (rect.h - height) / 2;
    rect.h = height;
    rect_cut_left(&rect, margins.left);
    rect_cut_right(&rect, margins.right);
    const struct field_look look = {.placeholder = gap_name(&q->cloze.gaps[i], i, ui->arena),
                                    .size_u = size_u,
                                    .flags = i == 0 ? typed_first(context) : 0};
    ui_field(ui, rect, &cloze->gaps[i], look, TYPED_FIELD, typed_field_arg(context, i));
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct cloze *cloze = self;
    const struct question *q = context->turn->ask.question;
    const struct keyboard_layout *layout = typed_layout(context);
    float accents = typed_accents_height(&cloze->keyboard, layout, ui, area.w);
    float width = text_width(ui, area.w);
    struct flow flow = {0};
    int size = 0;
    for (; size < SIZES; size++) {
        flow = lay(ui, q, sizes_u[size], width);
        if (size + 1 == SIZES || (flow.height + accents <= area.h && !flow.has_split_word))
            break;
    }
    for (int i = 0; i < flow.piece_count; i++) {
        const struct flow_piece *piece = &flow.pieces[i];
        struct rect at = rect_move(piece->rect, area.x, area.y);
        if (piece->text) {
            ui_label(ui, at, style_of(sizes_u[size]), ALIGN_START, ui->theme->text,
                     piece->text);
        } else {
            draw_gap(cloze, context, piece->span / 2, ui, at, sizes_u[size]);
        }
    }
    typed_accents(&cloze->keyboard, layout, ui, area, area.y + flow.height);
}

static bool foot(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect *rest)
{
    const struct cloze *cloze = self;
    return typed_foot(&cloze->keyboard, typed_layout(context), ui, rest);
}

/// What part of the answered text a span is.
struct part {
    enum { PART_TEXT, PART_SIGN, PART_WRONG, PART_RIGHT, PART_NEARLY } kind;
    enum sheet_kind sign;
};

/// The text with its gaps filled in: a sign, what was typed where it is wrong, what is right,
/// and what was typed where that is nearly the same.
struct answered_text {
    struct flow_span *spans;
    struct part *parts; // of each span
    int count;
};

static void add(struct answered_text *text, struct flow_span span, struct part part)
{
    text->spans[text->count] = span;
    text->parts[text->count++] = part;
}

static const char *typed_into(const struct turn *turn, int gap)
{
    bool is_there = turn->is_answered && !turn->is_timed_out && gap < turn->answer.text_count;
    return is_there ? turn->answer.texts[gap] : NULL;
}

/// Where the host judges and nobody typed anything, no gap was right or wrong by itself.
static bool has_signs(const struct ask_context *context)
{
    return !context->is_judged || !context->turn->is_timed_out;
}

static void add_gap(struct answered_text *text, const struct ask_context *context, int i,
                    struct arena *arena)
{
    const struct turn *turn = context->turn;
    const struct gap *gap = &turn->ask.question->cloze.gaps[i];
    const char *typed = typed_into(turn, i);
    struct mark mark = mark_gap(&turn->ask, i, typed, arena);
    bool is_right = mark.credit == CREDIT_FULL;
    const char *right = gap->accepted.items[is_right && mark.accepted >= 0 ? mark.accepted : 0];
    int credit = ask_ruled_credit(context, mark.credit);
    if (has_signs(context)) {
        add(text, (struct flow_span){.is_stuck = true},
            (struct part){PART_SIGN, typed_kind_of(credit)});
    }
    if (typed && credit < CREDIT_FULL) {
        add(text, (struct flow_span){.text = typed}, (struct part){.kind = PART_WRONG});
        add(text, (struct flow_span){.text = " "}, (struct part){.kind = PART_TEXT});
    }
    if (typed && credit > mark.credit) { // the host let it count: both are right
        add(text, (struct flow_span){.text = typed}, (struct part){.kind = PART_RIGHT});
        add(text, (struct flow_span){.text = arena_printf(arena, " (%s)", right)},
            (struct part){.kind = PART_NEARLY});
        return;
    }
    add(text, (struct flow_span){.text = right}, (struct part){.kind = PART_RIGHT});
    if (is_right && mark.verdict == VERDICT_NEARLY) {
        add(text, (struct flow_span){.text = arena_printf(arena, " (%s)", typed)},
            (struct part){.kind = PART_NEARLY});
    }
}

static struct answered_text answered_text(const struct ask_context *context,
                                          struct arena *arena)
{
    const struct question *q = context->turn->ask.question;
    int most = 5 * q->cloze.gap_count + 1;
    struct answered_text text = {
        .spans = ARENA_ARRAY(arena, most, struct flow_span),
        .parts = ARENA_ARRAY(arena, most, struct part),
    };
    for (int i = 0; i <= q->cloze.gap_count; i++) {
        add(&text, (struct flow_span){.text = q->cloze.between[i]},
            (struct part){.kind = PART_TEXT});
        if (i < q->cloze.gap_count)
            add_gap(&text, context, i, arena);
    }
    return text;
}

static float sign_size(const struct ui *ui, float size_u)
{
    return (float)ui_text_px(ui, size_u) * 0.9F;
}

static const float answered_sizes_u[] = {4.6F, 3.9F, 3.3F};

enum { ANSWERED_SIZES = sizeof answered_sizes_u / sizeof *answered_sizes_u };

static struct flow lay_answered(const struct ui *ui, const struct answered_text *text,
                                float size_u, float width)
{
    for (int i = 0; i < text->count; i++) {
        if (text->parts[i].kind == PART_SIGN)
            text->spans[i].box_px = sign_size(ui, size_u) * 1.25F;
    }
    return flow_lay(ui, style_of(size_u), text->spans, text->count, width,
                    ui_line_px(ui, size_u, 1.5F));
}

static float answered_height(const struct ask_context *context, const struct ui *ui,
                             float width)
{
    float size_u = answered_sizes_u[ANSWERED_SIZES - 1];
    struct answered_text text = answered_text(context, ui->arena);
    return lay_answered(ui, &text, size_u, width).height;
}

static void draw_piece(struct ui *ui, const struct flow_piece *piece, struct rect at,
                       struct part part, float size_u)
{
    struct colour colour = ui->theme->text;
    float px = (float)ui_text_px(ui, size_u), line = fmaxf(2, px * 0.07F);
    float middle = at.y + at.h / 2;
    if (part.kind == PART_SIGN) {
        float size = sign_size(ui, size_u);
        struct point centre = {at.x + size / 2, middle};
        ui_sign(ui, part.sign, centre, size / 2);
        return;
    }
    if (part.kind == PART_WRONG) {
        colour = ui->theme->wrong;
    } else if (part.kind == PART_RIGHT) {
        colour = ui->theme->correct;
    } else if (part.kind == PART_NEARLY) {
        colour = ui->theme->text3;
    }
    ui_label(ui, at, style_of(size_u), ALIGN_START, colour, piece->text);
    struct rect stroke = {at.x, middle, at.w, line};
    if (part.kind == PART_RIGHT)
        stroke.y += px * (TEXT_CAP_EM / 2 + 0.12F); // below the baseline
    if (part.kind == PART_WRONG || part.kind == PART_RIGHT)
        ui_fill(ui, stroke, 0, colour);
}

static void answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct answered_text text = answered_text(context, ui->arena);
    struct flow flow = {0};
    float size_u = 0;
    for (int size = 0; size < ANSWERED_SIZES; size++) {
        size_u = answered_sizes_u[size];
        flow = lay_answered(ui, &text, size_u, area.w);
        if (flow.height <= area.h)
            break;
    }
    for (int i = 0; i < flow.piece_count; i++) {
        const struct flow_piece *piece = &flow.pieces[i];
        draw_piece(ui, piece, rect_move(piece->rect, area.x, area.y), text.parts[piece->span],
                   size_u);
    }
}

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)self;
    struct hint *hint = ARENA_ARRAY(arena, 2, struct hint);
    hint[0] = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("check")};
    hint[1] = (struct hint){.keys = "Tab", .label = _("next gap")};
    *rows = hint;
    return context->turn->ask.question->cloze.gap_count > 1 ? 2 : 1;
}

const struct ask_view ask_view_cloze = {
    .kind = KIND_CLOZE,
    .state_size = sizeof(struct cloze),
    .incomplete = N_("Fill at least one gap, or skip with Ctrl+S."),
    .enter = enter,
    .update = update,
    .answer = answer,
    .has_check = typed_has_check,
    .least_height = least_height,
    .view = view,
    .foot = foot,
    .answered_height = answered_height,
    .answered = answered,
    .hints = hints,
};
