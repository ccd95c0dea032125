#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/cards_parts.h"
#include "ui/tile.h"

static const float stack_step_u = 1.4F;

static bool is_plain(const struct ui *ui)
{
    return ui->theme_id == THEME_ID_HIGH_CONTRAST;
}

static struct rect card_rect(const struct ui *ui, struct rect rest)
{
    float most = ui->grid == UI_SQUARE ? 100 : 112;
    float width = fminf(rest.w, most * ui->u * fmaxf(1, ui->text_scale * 0.8F));
    float below = ui->is_compact ? 0.6F : 2 * stack_step_u + 0.4F;
    return (struct rect){rest.x + (rest.w - width) / 2, rest.y, width, rest.h - below * ui->u};
}

/// The edges of the cards below: as many as there are, two at most.
static void draw_stack(const struct study *study, struct ui *ui, struct rect card)
{
    int below = study->left.new_cards + study->left.learning + study->left.due - 1;
    const float radius = 2.4F * ui->u, line = ui_stroke_px(ui, 0.18F);
    struct colour edge = is_plain(ui) ? ui->theme->outline : ui->theme->line;
    for (int i = below > 2 ? 2 : below; i > 0 && !ui->is_compact; i--) {
        struct rect rect = rect_move(card, 0, stack_step_u * ui->u * (float)i);
        rect.x += 2.6F * ui->u * (float)i;
        rect.w -= 5.2F * ui->u * (float)i;
        ui_fill(ui, rect, radius, edge);
        ui_fill(ui, rect_inset(rect, line), radius - line,
                colour_mix(ui->theme->bg2, ui->theme->surface, 0.6F));
    }
}

/// What is drawn of a card.
struct side {
    const struct cards_shown *shown;
    bool is_back, is_live;
    const char *label; // in its right corner; NULL: none
    int page;
};

static void draw_labels(const struct side *side, struct ui *ui, struct rect *inner)
{
    struct rect row = rect_cut_top(inner, ui_line_px(ui, 2.6F, 1.3F));
    if (side->label) {
        struct rect at = rect_cut_right(&row, row.w * 0.6F);
        float width = ui_label(ui, at, style_label, ALIGN_END, ui->theme->text2, side->label);
        row.w += at.w - width - 2 * ui->u;
    }
    ui_label(ui, row, style_label, ALIGN_START, ui->theme->accent, cards_topic(side->shown));
    rect_cut_top(inner, (ui->is_compact ? 0.4F : 0.8F) * ui->u);
}

static void draw_text(const struct side *side, struct ui *ui, struct rect inner)
{
    struct cards_face face =
        cards_face_lay_out(side->shown, side->is_back, ui, inner.w, inner.h);
    if (face.height <= inner.h + 0.5F) {
        inner.y += (inner.h - face.height) / 2;
        cards_face_draw(ui, &face, inner, side->is_live);
        return;
    }
    struct rect region = inner;
    inner.w -= 2 * ui->u;
    face = cards_face_lay_out(side->shown, side->is_back, ui, inner.w, inner.h);
    struct cards_face source = cards_face_take_source(&face);
    struct rect below = rect_cut_bottom(&region, source.height);
    cards_face_draw(ui, &source, below, side->is_live);
    if (!side->is_live) { // nobody reads what leaves
        struct rect outer = ui_clip(ui, region);
        cards_face_draw(ui, &face, inner, false);
        ui_clip_end(ui, outer);
        return;
    }
    inner.y -= ui_page_begin(ui, CARDS_REGION, side->page, region, face.height);
    cards_face_draw(ui, &face, inner, true);
    ui_scroll_end(ui);
}

/// The card without what is on it. In the middle of its turn it is an edge, and darker.
static void draw_plate(struct ui *ui, struct rect rect)
{
    const float radius = 2.4F * ui->u;
    struct colour face =
        colour_mix(ui->theme->surface, ui->theme->ledge, is_plain(ui) ? 0 : ui->squeeze * 0.7F);
    if (ui->alpha >= 1) {
        ui_card(ui, rect, 2.4F, face);
        return;
    }
    // While it fades, what lies under the face of a card would show through.
    ui_fill(ui, rect, radius, face);
    ui_outline(ui, rect, radius, ui_stroke_px(ui, 0.2F),
               is_plain(ui) ? ui->theme->outline : ui->theme->line);
}

static void draw_contents(const struct side *side, struct ui *ui, struct rect rect)
{
    ui->looks = &side->shown->bank->looks;
    const float aside = ui->is_compact ? 2 : ui->grid == UI_WIDE ? 5 : 4;
    const float above = ui->is_compact ? 1.4F : 2.6F;
    struct rect inner = {rect.x + aside * ui->u, rect.y + above * ui->u,
                         rect.w - 2 * aside * ui->u, rect.h - 2 * above * ui->u};
    draw_labels(side, ui, &inner);
    draw_text(side, ui, inner);
}

static void draw_side(const struct side *side, struct ui *ui, struct rect rect)
{
    draw_plate(ui, rect);
    if (ui->squeeze < 0.9F)
        draw_contents(side, ui, rect);
}

static const char *label_of(const struct cards *cards, struct ui *ui, enum swipe swipe)
{
    if (!cards->is_turned)
        return cards_task(&cards->up, ui->arena);
    const char *label = cards->verdict ? cards->verdict : _("Answer");
    return swipe == SWIPE_NONE ? label : cards_grade_name(cards_swiped_to(swipe));
}

/// The card goes with the finger that swipes it; `swipe` becomes what letting go would do.
static void follow_finger(const struct cards *cards, struct ui *ui, struct rect rect,
                          enum swipe *swipe)
{
    struct point by = {0};
    bool is_dragged =
        ui_is_dragged(ui, CARDS_CARD, 0, &by) || ui_is_dragged(ui, CARDS_PICTURE, 0, &by);
    if (!cards->is_turned || !is_dragged)
        return;
    const struct ui_area card = {.rect = rect};
    ui_swipe(ui->state, ui->frame, &card, ui->state->pointer, swipe);
    bool is_sideways = fabsf(by.x) >= fabsf(by.y);
    ui->shift_x = is_sideways ? by.x : 0;
    ui->shift_y = is_sideways ? 0 : by.y;
}

/// In place of a turn, the front fades into the back.
static void fade_over(const struct side *back, struct ui *ui, struct rect rect,
                      int64_t since_ms)
{
    float gone = (float)(ui->now_ms - since_ms) / MOTION_FAST_MS;
    draw_plate(ui, rect);
    if (gone < 1) {
        const struct side front = {.shown = back->shown, .label = back->label};
        ui_wake(ui, ui->now_ms);
        ui->alpha = 1 - gone;
        draw_contents(&front, ui, rect);
        ui->alpha = gone;
    }
    draw_contents(back, ui, rect);
    ui->alpha = 1;
}

/// The front turns into the back around the middle of the card.
static void draw_turning(const struct cards *cards, struct ui *ui, struct rect rect,
                         enum swipe swipe)
{
    struct side side = {.shown = &cards->up,
                        .is_back = true,
                        .is_live = true,
                        .label = label_of(cards, ui, swipe),
                        .page = cards->page};
    float turned = ui_progress(ui, cards->turned_ms, MOTION_FLIP_MS, EASE_IN_OUT_CUBIC);
    if (ui->reduced_motion) {
        fade_over(&side, ui, rect, cards->turned_ms);
        return;
    }
    if (turned < 0.5F && !cards->is_asked) {
        side.is_back = side.is_live = false;
        side.label = cards_task(&cards->up, ui->arena);
    }
    const float least = 1.6F * ui->u / rect.w;
    ui->squeeze = fminf(1 - fabsf(1 - 2 * turned), 1 - least);
    ui->squeeze_x = rect.x + rect.w / 2;
    draw_side(&side, ui, rect);
    ui->squeeze = 0;
}

/// The card that was graded goes to the side of its grade, over the one that comes.
static void draw_gone(const struct cards *cards, struct ui *ui, struct rect rect)
{
    static const struct point ways[FSRS_RATING_END] = {[FSRS_AGAIN] = {-1, 0},
                                                       [FSRS_HARD] = {0, 1},
                                                       [FSRS_GOOD] = {1, 0},
                                                       [FSRS_EASY] = {0, -1}};
    if (cards->gone.number < 0)
        return;
    float gone = ui_progress(ui, cards->gone_ms, MOTION_BASE_MS, EASE_OUT_CUBIC);
    if (gone >= 1)
        return;
    const struct side side = {
        .shown = &cards->gone, .is_back = cards->gone_rating != 0, .label = _("Answer")};
    ui->shift_x = ways[cards->gone_rating].x * gone * 40 * ui->u;
    ui->shift_y = ways[cards->gone_rating].y * gone * 40 * ui->u;
    ui->alpha = 1 - gone * gone;
    draw_side(&side, ui, rect);
    ui->shift_x = ui->shift_y = 0;
    ui->alpha = 1;
}

static void draw_card(const struct cards *cards, const struct game *game, struct ui *ui,
                      struct rect rect)
{
    enum swipe swipe = SWIPE_NONE;
    draw_stack(&game->cards.study, ui, rect);
    if (cards->is_looking) {
        const struct side side = {.shown = &cards->gone,
                                  .is_back = true,
                                  .is_live = true,
                                  .label = _("Keeps slipping away"),
                                  .page = cards->page};
        draw_side(&side, ui, rect);
        return;
    }
    float in = ui_progress(ui, cards->shown_ms, MOTION_BASE_MS, EASE_OUT_CUBIC);
    ui->shift_y = (1 - in) * 2 * ui->u;
    ui->alpha = ui_fade(ui, cards->shown_ms, MOTION_BASE_MS);
    follow_finger(cards, ui, rect, &swipe);
    ui_area(ui, rect, CARDS_CARD, 0, AREA_NO_FOCUS | AREA_SWIPE, _("Card"));
    if (cards->is_turned) {
        draw_turning(cards, ui, rect, swipe);
    } else {
        const struct side side = {.shown = &cards->up,
                                  .is_live = true,
                                  .label = label_of(cards, ui, swipe),
                                  .page = cards->page};
        draw_side(&side, ui, rect);
    }
    ui->shift_x = ui->shift_y = 0;
    ui->alpha = 1;
    draw_gone(cards, ui, rect);
}

static const char *grade_word(enum fsrs_rating rating)
{
    static const char *const words[FSRS_RATING_END] = {[FSRS_AGAIN] = N_("again"),
                                                       [FSRS_HARD] = N_("hard"),
                                                       [FSRS_GOOD] = N_("good"),
                                                       [FSRS_EASY] = N_("easy")};
    return _(words[rating]);
}

static void draw_hints(const struct cards *cards, const struct game *game, struct ui *ui)
{
    struct hint hints[8];
    int count = 0;
    if (cards->is_looking) {
        hints[count++] = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("go on")};
    } else if (!cards->is_turned) {
        hints[count++] =
            (struct hint){.keys = _("Space"), .pad = PAD_SOUTH, .label = _("show answer")};
    } else {
        hints[count++] = (struct hint){
            .keys = _("Space"), .pad = PAD_SOUTH, .label = grade_word(cards->suggested.rating)};
        hints[count++] = (struct hint){.keys = "1–4", .label = _("grade")};
    }
    if (!cards->is_looking && study_can_undo(&game->cards.study)) {
        hints[count++] =
            (struct hint){.keys = "U", .pad = PAD_BACK, .label = _("undo"), .id = CARDS_UNDO};
    }
    if (!cards->is_looking) {
        hints[count++] = (struct hint){.keys = "-", .label = _("until tomorrow")};
        hints[count++] = (struct hint){.keys = "@", .label = _("put away")};
    }
    hints[count++] = (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = _("stop")};
    ui_hints(ui, hints, count, 0);
}

void cards_view(const struct cards *cards, const struct game *game, struct ui *ui)
{
    struct rect back, menu;
    if (!game->cards.is_begun)
        return;
    struct rect rest = cards_header(game, ui, &back, &menu);
    cards_notice(cards, game, ui, &rest);
    if (cards->up.number < 0 && !cards->is_looking) {
        cards_view_over(cards, game, ui, rest);
    } else if (cards->is_asked && !cards->is_turned && !cards->is_looking) {
        cards_ask_view(cards, game, ui, rest);
    } else {
        struct rect buttons = cards_cut_buttons(ui, &rest);
        cards_buttons(cards, ui, buttons);
        draw_card(cards, game, ui, card_rect(ui, rest));
        draw_hints(cards, game, ui);
    }
    cards_header_buttons(ui, back, menu);
}
