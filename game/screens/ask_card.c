// Card: the back is shown when asked for; then the player says whether they knew it.
#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/ask.h"
#include "screens/play.h"
#include "ui/key_button.h"

enum { CARD_SHOW = ASK_ACTIONS, CARD_GRADE };

enum { GRADE_MISSED, GRADE_PARTLY, GRADE_KNEW, GRADES };

struct card {
    bool is_turned;
    int64_t turned_ms;
    int grade; // GRADE_*
};

static const int credits[GRADES] = {0, CREDIT_FULL / 2, CREDIT_FULL};

static const struct key_button grade_buttons[GRADES] = {
    {BUTTON_PRIMARY, N_("I knew it"), "1", PAD_SOUTH, CARD_GRADE, GRADE_KNEW,
     AREA_PRIMARY | AREA_FIRST},
    {BUTTON_QUIET, N_("Partly"), "2", PAD_LEFT_TRIGGER, CARD_GRADE, GRADE_PARTLY, 0},
    {BUTTON_QUIET, N_("Not yet"), "3", PAD_LEFT_SHOULDER, CARD_GRADE, GRADE_MISSED, 0},
};

static bool has_check(const struct ask_context *context)
{
    (void)context;
    return false;
}

/// Nobody grades blind: before the card is turned every key turns it, and the press that did is
/// not taken for a grade as well.
static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    struct card *card = self;
    (void)context;
    if (action->id != CARD_SHOW && action->id != CARD_GRADE)
        return ASK_IGNORED;
    if (!card->is_turned) {
        card->is_turned = true;
        card->turned_ms = action->now_ms;
        return ASK_CHANGED;
    }
    if (action->id == CARD_SHOW || action->now_ms - card->turned_ms < PLAY_LOCK_MS)
        return ASK_CHANGED;
    card->grade = action->arg;
    return ASK_READY;
}

static struct answer answer(const void *self, const struct ask_context *context,
                            struct arena *arena)
{
    (void)context, (void)arena;
    const struct card *card = self;
    return (struct answer){.credit = credits[card->grade]};
}

static float padding(const struct ui *ui)
{
    return (ui->is_densest ? 1 : ui->is_compact || ui->is_dense ? 2 : 4) * ui->u;
}

static struct wrapped back_text(const struct ui *ui, const struct turn *turn, float width,
                                float height)
{
    const float sizes[] = {8.4F, 6.1F, 5.2F, 4.3F, 3.6F, 3.1F, 0};
    const struct text_style style = {FACE_DISPLAY_BOLD, 0, 1.2F};
    return wrap_fit(ui, style, sizes, turn->ask.question->card.back, width - 2 * padding(ui), 4,
                    height - 2 * padding(ui));
}

static float label_height(const struct ui *ui)
{
    return ui_line_px(ui, style_label.size_u, style_label.spacing);
}

static float card_height(const struct ui *ui, const struct turn *turn, float width,
                         float height)
{
    struct wrapped text = back_text(ui, turn, width, height - label_height(ui));
    return wrapped_height(&text) + label_height(ui) + 2 * padding(ui);
}

/// As wide as a card is, in the middle.
static struct rect card_rect(const struct ui *ui, struct rect area, float most_height)
{
    float width = fminf(area.w, 112 * ui->u);
    float height = fminf(area.h, most_height);
    return (struct rect){area.x + (area.w - width) / 2, area.y, width, height};
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    const struct card *card = self;
    if (!card->is_turned)
        return 10 * ui->u;
    return card_height(ui, context->turn, fminf(width, 112 * ui->u), 0) + ui->u;
}

/// The face of the card with what is on it: `label` in the corner, the back in the middle.
static void draw_back(struct ui *ui, struct rect rect, const struct turn *turn,
                      const char *label)
{
    struct wrapped text = back_text(ui, turn, rect.w, rect.h - label_height(ui));
    struct rect inner = rect_inset(rect, padding(ui));
    ui_label(ui, rect_cut_top(&inner, label_height(ui)), style_label, ALIGN_END,
             ui->theme->text3, label);
    inner.y += (inner.h - wrapped_height(&text)) / 2;
    wrapped_draw(ui, &text, inner, ALIGN_CENTRE, ui->theme->text);
}

/// The side that hides the answer: four marks, as on the cards of Home.
static void draw_hidden(struct ui *ui, struct rect rect)
{
    struct point middle = rect_centre(rect);
    float step = fminf(7 * ui->u, rect.h / 4), radius = step * 0.3F;
    for (int i = 0; i < 4; i++) {
        struct point at = {middle.x + ((float)i - 1.5F) * step, middle.y};
        ui_mark(ui, (enum mask)i, at, radius, ui->theme->outline);
    }
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct card *card = self;
    struct rect rect = card_rect(ui, area, 44 * ui->u * fmaxf(1, ui->text_scale * 0.8F));
    rect.h -= ui->u;
    if (!card->is_turned) {
        ui_card(ui, rect, 2.4F, ui->theme->surface);
        draw_hidden(ui, rect);
        ui_focus_ring(ui, CARD_SHOW, 1, rect, 2.4F * ui->u);
        ui_area(ui, rect, CARD_SHOW, 1, AREA_NO_FOCUS, _("Card"));
        return;
    }
    // The second half of the turn: the face opens from its middle.
    float open = ui_progress(ui, card->turned_ms, MOTION_BASE_MS, EASE_OUT_CUBIC);
    struct rect face = rect;
    face.w *= fmaxf(open, 0.02F);
    face.x += (rect.w - face.w) / 2;
    ui_card(ui, face, 2.4F, ui->theme->surface);
    float alpha = ui->alpha;
    ui->alpha *= ui_fade(ui, card->turned_ms, MOTION_BASE_MS);
    struct rect outer = ui_clip(ui, face);
    draw_back(ui, rect, context->turn, _("Answer"));
    ui_clip_end(ui, outer);
    ui->alpha = alpha;
}

static float button_height(const struct ui *ui)
{
    return fmaxf(9 * ui->u, ui_line_px(ui, 3.1F, 1.2F) + 3 * ui->u);
}

/// "Show answer" over the whole width, then the three grades in its place.
static bool foot(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect *rest)
{
    const struct card *card = self;
    (void)context;
    rect_cut_bottom(rest, 1.6F * ui->u);
    struct rect row = rect_cut_bottom(rest, button_height(ui));
    rect_cut_bottom(rest, 2.4F * ui->u);
    if (!card->is_turned) {
        ui_button(ui, row, BUTTON_PRIMARY, _("Show answer"), CARD_SHOW, 0,
                  AREA_PRIMARY | AREA_FIRST);
        return true;
    }
    for (int i = 0; i < GRADES; i++) {
        struct key_button button = grade_buttons[i];
        button.label = _(button.label);
        ui_key_button(ui, rect_cell(row, GRADES, 1, i, 0, 2 * ui->u), &button);
    }
    return true;
}

/// The back for a class, which reads it from afar: as large as the question above it.
static struct wrapped back_from_afar(const struct ask_context *context, const struct ui *ui,
                                     float width)
{
    float size_u = ui->is_densest ? 3.3F : context->tight ? 3.9F : 5.2F;
    const struct text_style style = {FACE_DISPLAY_BOLD, size_u, 1.2F};
    return wrap_text(ui, style, context->turn->ask.question->card.back,
                     width - 2 * padding(ui));
}

static float answered_height(const struct ask_context *context, const struct ui *ui,
                             float width)
{
    if (context->has_pages) {
        struct wrapped text = back_from_afar(context, ui, width);
        return wrapped_height(&text) + 2 * padding(ui) + ui->u;
    }
    return card_height(ui, context->turn, fminf(width, 112 * ui->u), 0) + ui->u;
}

static const char *said(const struct turn *turn)
{
    if (!turn->is_answered || turn->is_timed_out)
        return _("Answer");
    if (turn->mark.credit == CREDIT_FULL)
        return _("You knew it");
    return turn->mark.credit > 0 ? _("You knew it partly") : _("You did not know it yet");
}

static void answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct rect rect = area;
    if (!context->has_pages)
        rect = card_rect(ui, area, 30 * ui->u * ui->text_scale);
    rect.h -= ui->u;
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    if (!context->has_pages) {
        draw_back(ui, rect, context->turn, said(context->turn));
        return;
    }
    struct wrapped text = back_from_afar(context, ui, area.w);
    wrapped_draw(ui, &text, rect_inset(rect, padding(ui)), ALIGN_CENTRE, ui->theme->text);
}

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)context;
    const struct card *card = self;
    struct hint *hint = ARENA_ARRAY(arena, 2, struct hint);
    hint[0] = (struct hint){.keys = _("Space"),
                            .pad = PAD_SOUTH,
                            .label = card->is_turned ? _("choose") : _("show answer")};
    hint[1] = (struct hint){.keys = "1–3", .label = _("say how it went")};
    *rows = hint;
    return card->is_turned ? 2 : 1;
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, CARD_GRADE, GRADE_KNEW, "1 2 3", N_("Say whether you knew it")},
    {'2', 0, PAD_LEFT_TRIGGER, CARD_GRADE, GRADE_PARTLY, NULL, NULL},
    {'3', 0, PAD_LEFT_SHOULDER, CARD_GRADE, GRADE_MISSED, NULL, NULL},
    {0},
};

const struct ask_view ask_view_card = {
    .kind = KIND_CARD,
    .state_size = sizeof(struct card),
    .shortcuts = shortcuts,
    .update = update,
    .answer = answer,
    .has_check = has_check,
    .least_height = least_height,
    .view = view,
    .foot = foot,
    .answered_height = answered_height,
    .answered = answered,
    .hints = hints,
};
