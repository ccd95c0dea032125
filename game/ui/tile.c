#include "ui/tile.h"

#include <math.h>

static const float tile_radius_u = 2;
static const float shown_edge_u = 0.5F; // of a right, wrong or chosen tile
static const float tall_tile_u = 13;    // from here on the badge has its letter below the mark
static const float low_badge_u = 10, tall_badge_u = 12.5F;
static const float dense_badge_u = 7.4F, densest_badge_u = 4.4F;

static const float dim_share = 0.45F; // of a badge that does not count any more

static bool is_high_contrast(const struct ui *ui)
{
    return ui->theme_id == THEME_ID_HIGH_CONTRAST;
}

/// Whether the badge has its letter below the mark, and is wider.
static bool has_tall_badge(const struct ui *ui, float height)
{
    return !ui->is_dense && height >= tall_tile_u * ui->u;
}

static float badge_width(const struct ui *ui, float height)
{
    if (ui->is_dense)
        return (ui->is_densest ? densest_badge_u : dense_badge_u) * ui->u;
    return (has_tall_badge(ui, height) ? tall_badge_u : low_badge_u) * ui->u;
}

/// From the badge to the words.
static float words_gap(const struct ui *ui)
{
    return (ui->is_densest ? 1 : ui->is_dense ? 1.6F : 3.2F) * ui->u;
}

/// What the words leave free at their end; `has_sign`: to a tick, a cross or a check box.
static float end_room(const struct ui *ui, bool has_sign)
{
    if (!has_sign)
        return (ui->is_densest ? 0.8F : ui->is_dense ? 1.2F : 2) * ui->u;
    return (ui->is_densest ? 4.4F : ui->is_dense ? 6.8F : 8.2F) * ui->u;
}

/// Whether a check box is on the badge, for the words to have the rest of the width.
static bool has_box_on_badge(const struct ui *ui, float height)
{
    const float least_u = 10; // for a mark, a letter and the box below each other
    return ui->is_densest && height >= least_u * ui->u;
}

static struct colour edge_colour(const struct ui *ui, const struct tile *tile)
{
    switch (tile->state) {
    case TILE_RIGHT:
        return ui->theme->correct;
    case TILE_WRONG:
        return ui->theme->wrong;
    case TILE_SELECTED:
        return ui->theme->accent;
    case TILE_IDLE:
    case TILE_DIM:
    case TILE_GREYED:
        break;
    }
    return is_high_contrast(ui) ? ui->theme->outline : ui->theme->line;
}

static bool has_thick_edge(const struct tile *tile)
{
    return tile->state == TILE_RIGHT || tile->state == TILE_WRONG ||
           tile->state == TILE_SELECTED;
}

static bool is_dim(const struct tile *tile)
{
    return tile->state == TILE_DIM || tile->state == TILE_GREYED;
}

static bool has_box(const struct tile *tile)
{
    return tile->has_check_box && !tile->is_read_only && tile->state != TILE_RIGHT &&
           tile->state != TILE_WRONG;
}

/// The check box at the foot of a badge, in its own colours.
static void draw_badge_box(struct ui *ui, struct point at, const struct tile *tile,
                           struct colour ink)
{
    float half = 1.45F * ui->u, line = ui_stroke_px(ui, 0.25F), radius = 0.6F * ui->u;
    struct rect box = {at.x - half, at.y - half, 2 * half, 2 * half};
    ui_fill(ui, box, radius, ink);
    ui_fill(ui, rect_inset(box, line), radius - line, ui->theme->surface);
    if (tile->state == TILE_SELECTED)
        ui_icon(ui, MASK_CHECK, at, 1.15F * ui->u, 0.34F, ui->theme->text);
}

/// `face` is the colour it lies on.
static void draw_badge(struct ui *ui, struct rect badge, float radius, const struct tile *tile,
                       struct colour face)
{
    bool plain = is_high_contrast(ui);
    struct colour fill = ui->theme->surface2, ink = ui->theme->text2;
    if (tile->mark >= 0) {
        fill = plain ? ui->theme->text : answer_colours[tile->mark].fill;
        ink = plain ? ui->theme->bg : answer_colours[tile->mark].ink;
    }
    if (is_dim(tile)) {
        // Mixed here: large areas that let others through cost ten times as much to draw.
        fill = colour_mix(face, fill, dim_share);
        ink = colour_mix(fill, ink, dim_share);
    }
    ui_fill_corners(ui, badge, radius, CORNERS_LEFT, fill);
    struct point middle = rect_centre(badge);
    struct rect letter = badge;
    if (has_box(tile) && has_box_on_badge(ui, badge.h)) {
        draw_badge_box(ui, (struct point){middle.x, middle.y + 3.2F * ui->u}, tile, ink);
        middle.y -= 1.9F * ui->u;
        letter.y -= 1.9F * ui->u;
    }
    bool is_tall = badge.w > low_badge_u * ui->u;
    float aside = ui->is_dense ? 0.8F : 1;
    // The badge is a sign, not text: it keeps its size so that mark and letter stay apart.
    struct text_style style = {FACE_SEMIBOLD, 3.1F / ui->text_scale, 1.15F};
    float cap = (float)ui_text_px(ui, style.size_u) * TEXT_CAP_EM;
    if (tile->mark >= 0) {
        struct point at = middle;
        float half = (is_tall ? 2.75F : 1.75F * aside) * ui->u;
        if (ui->is_densest) {
            half = 1.2F * ui->u;
            float between = 0.45F * ui->u, both = 2 * half + between + cap;
            at.y += half - both / 2;
            letter.y += (both - cap) / 2;
        } else if (is_tall) {
            at.y -= 2 * ui->u;
            letter.y += fminf(4.1F * ui->u, badge.h / 2 - ui->u - cap / 2);
        } else {
            at.x -= 2.1F * aside * ui->u;
            letter.x += 2.6F * aside * ui->u;
        }
        ui_mark(ui, (enum mask)tile->mark, at, half, ink);
    }
    ui_label(ui, letter, style, ALIGN_CENTRE, ink, tile->letter);
}

/// The sign at the right end of a tile: tick, cross or check box. Returns the room it takes.
static float draw_sign(struct ui *ui, struct rect face, const struct tile *tile)
{
    struct point at = {face.x + face.w - end_room(ui, true) / 2, face.y + face.h / 2};
    float scale = ui->is_densest ? 0.72F : 1, half = 2.3F * scale * ui->u;
    struct rect box = {at.x - half, at.y - half, 2 * half, 2 * half};
    if (tile->state == TILE_RIGHT) {
        ui_fill(ui, box, half, ui->theme->correct);
        ui_icon(ui, MASK_CHECK, at, 1.75F * scale * ui->u, 0.34F, ui->theme->correct_ink);
    } else if (tile->state == TILE_WRONG) {
        ui_fill(ui, box, 0.7F * ui->u, ui->theme->wrong);
        ui_icon(ui, MASK_CROSS, at, 1.6F * scale * ui->u, 0.34F, ui->theme->wrong_ink);
    } else if (has_box(tile) && !has_box_on_badge(ui, face.h)) {
        bool is_on = tile->state == TILE_SELECTED;
        ui_fill(ui, box, 0.7F * ui->u, is_on ? ui->theme->accent : ui->theme->outline);
        float line = ui_stroke_px(ui, 0.3F);
        if (!is_on) {
            ui_fill(ui, rect_inset(box, line), 0.7F * ui->u - line, ui->theme->surface);
        } else {
            ui_icon(ui, MASK_CHECK, at, 1.75F * scale * ui->u, 0.34F, ui->theme->accent_ink);
        }
    } else {
        return 0;
    }
    return end_room(ui, true);
}

static void draw_face(struct ui *ui, struct rect face, const struct tile *tile, bool is_lit)
{
    float radius = tile_radius_u * ui->u;
    float edge = ui_stroke_px(ui, has_thick_edge(tile) ? shown_edge_u : 0.18F);
    struct colour colour = is_lit ? ui->theme->surface2 : ui->theme->surface;
    if (tile->state == TILE_WRONG) {
        ui_fill(ui, face, radius, colour);
    } else {
        ui_fill(ui, face, radius, edge_colour(ui, tile));
        ui_fill(ui, rect_inset(face, edge), radius - edge, colour);
    }
    struct rect badge = rect_inset(face, edge);
    badge.w = badge_width(ui, face.h);
    draw_badge(ui, badge, radius - edge, tile, colour);
    if (tile->state == TILE_WRONG)
        ui_dashes(ui, face, radius, edge, ui->theme->wrong);
}

static const struct text_style style_tag = {FACE_SEMIBOLD, 2.4F, 1.2F};

/// Draws the label, and the tag: beside it where both fit in a line, else below it.
static void draw_words(struct ui *ui, struct rect text, const struct tile *tile)
{
    struct colour ink = is_dim(tile) ? ui->theme->text3 : ui->theme->text;
    struct colour colour = has_thick_edge(tile) ? edge_colour(ui, tile) : ui->theme->text2;
    struct text_style style = {FACE_MEDIUM, tile->size_u, 1.15F};
    float tag_height = 0;
    if (tile->tag) {
        float width = ui_label_width(ui, style_tag, tile->tag), gap = 1.5F * ui->u;
        if (ui_label_width(ui, style, tile->label) + gap + width <= text.w) {
            ui_label(ui, rect_cut_right(&text, width), style_tag, ALIGN_END, colour, tile->tag);
            rect_cut_right(&text, gap);
        } else {
            tag_height = ui_line_px(ui, 2.4F, 1.2F);
        }
    }
    float smaller_u = tile->keeps_size ? 0 : tile->size_u * 0.88F;
    const float sizes[] = {tile->size_u, smaller_u, tile->size_u * 0.77F, 2.4F, 0};
    struct wrapped label =
        wrap_fit(ui, style, sizes, tile->label, text.w, 99, text.h - tag_height);
    text.y += (text.h - wrapped_height(&label) - tag_height) / 2;
    wrapped_draw(ui, &label, text, ALIGN_START, ink);
    if (tag_height > 0) {
        struct rect below = {text.x, text.y + wrapped_height(&label), text.w, tag_height};
        ui_label(ui, below, style_tag, ALIGN_START, colour, tile->tag);
    }
}

void ui_tile(struct ui *ui, struct rect rect, const struct tile *tile, int id, int arg)
{
    bool is_shown = tile->is_read_only;
    float depth = is_shown ? 0 : ui_press_depth(ui, id, arg);
    if (!is_high_contrast(ui))
        ui_fill(ui, rect_move(rect, 0, 0.6F * ui->u), tile_radius_u * ui->u, ui->theme->ledge);
    struct rect face = rect_move(rect, 0, 0.4F * ui->u * depth);
    draw_face(ui, face, tile, !is_shown && ui_is_hovered(ui, id, arg));

    struct rect text = face;
    rect_cut_left(&text, badge_width(ui, face.h) + words_gap(ui));
    float sign = draw_sign(ui, face, tile);
    rect_cut_right(&text, sign > 0 ? sign : end_room(ui, false));
    draw_words(ui, text, tile);

    rect.h += 0.6F * ui->u;
    ui_focus_ring(ui, id, arg, rect, tile_radius_u * ui->u);
    unsigned flags = tile->flags;
    flags |= tile->state == TILE_GREYED ? AREA_DISABLED : 0;
    flags |= tile->state == TILE_SELECTED ? AREA_SELECTED : 0;
    if (!is_shown)
        ui_area(ui, rect, id, arg, flags, tile->label);
}

/// What the badge of a tile so high, and a sign, leave to the words.
static float label_width(const struct ui *ui, float width, float height, bool has_sign)
{
    return width - badge_width(ui, height) - words_gap(ui) - end_room(ui, has_sign);
}

/// What is free above and below the words together.
static float around(const struct ui *ui)
{
    return (ui->is_densest ? 0.9F : ui->is_dense ? 1.6F : 3) * ui->u;
}

static float height_beside(const struct ui *ui, float room, float size_u, const char *label,
                           const char *tag)
{
    struct text_style style = {FACE_MEDIUM, size_u, 1.15F};
    struct wrapped text = wrap_text(ui, style, label, room);
    float height = wrapped_height(&text) + around(ui);
    float beside = tag ? 1.5F * ui->u + ui_label_width(ui, style_tag, tag) : 0;
    if (tag && ui_label_width(ui, style, label) + beside > room)
        height += ui_line_px(ui, 2.4F, 1.2F);
    return height;
}

float ui_tile_height(const struct ui *ui, float width, float size_u,
                     const struct tile_words *words, float least_px)
{
    bool has_sign = words->has_sign || !ui->is_dense;
    float room = label_width(ui, width, 0, has_sign);
    float height = height_beside(ui, room, size_u, words->label, words->tag);
    if (words->is_box) {
        float whole = label_width(ui, width, 0, false);
        float alone = height_beside(ui, whole, size_u, words->label, words->tag);
        height = has_box_on_badge(ui, alone) ? alone : height;
    }
    if (!has_tall_badge(ui, fmaxf(height, least_px)))
        return height;
    room = label_width(ui, width, 1e6F, has_sign);
    return height_beside(ui, room, size_u, words->label, words->tag);
}

bool ui_tile_fits_tag(const struct ui *ui, float width, const char *tag)
{
    return ui_label_width(ui, style_tag, tag) <= label_width(ui, width, 1e6F, true);
}

float ui_tile_size(const struct ui *ui, struct rect tile, const char *const *labels, int count,
                   float largest_u, bool has_sign)
{
    const float sizes[] = {largest_u, largest_u * 0.88F, largest_u * 0.77F};
    const int lines_most = ui->is_dense ? 9 : 3;
    float room = label_width(ui, tile.w, 1e6F, has_sign || !ui->is_dense);
    for (int s = 0; s < 3; s++) {
        struct text_style style = {FACE_MEDIUM, sizes[s], 1.15F};
        bool fits = true;
        for (int i = 0; i < count && fits; i++) {
            struct wrapped text = wrap_text(ui, style, labels[i], room);
            fits = text.line_count <= lines_most && !text.has_split_word &&
                   wrapped_height(&text) <= tile.h - fminf(1.6F * ui->u, around(ui));
        }
        if (fits)
            return sizes[s];
    }
    return 0;
}

static void draw_step(struct ui *ui, struct rect cell, enum step_state state)
{
    const struct theme *t = ui->theme;
    float x = cell.x, y = cell.y + cell.h / 2, w = cell.w, u = ui->u;
    struct rect pill = {x, y - 0.95F * u, w, 1.9F * u};
    struct rect thin = {x, y - 0.5F * u, w, u};
    struct rect here = {x, y - 1.15F * u, w, 2.3F * u};
    switch (state) {
    case STEP_OPEN:
        ui_fill(ui, thin, 0.5F * u, t->track);
        break;
    case STEP_HERE:
        ui_fill(ui, here, fminf(1.15F * u, w / 2), t->text);
        break;
    case STEP_RIGHT:
        ui_fill(ui, pill, fminf(0.95F * u, w / 2), t->correct);
        break;
    case STEP_PARTLY:
    case STEP_WRONG:
        ui_outline(ui, pill, fminf(0.95F * u, w / 2), ui_stroke_px(ui, 0.32F), t->wrong);
        if (state == STEP_WRONG && w > 1.3F * u) {
            struct point at = {x + w / 2, y};
            ui_icon(ui, MASK_CROSS, at, 0.62F * u, 0.42F, t->wrong);
        } else if (state == STEP_PARTLY) {
            struct rect half = {x, y - 0.95F * u, w / 2, 1.9F * u};
            ui_fill_corners(ui, half, fminf(0.95F * u, w / 4), CORNERS_LEFT, t->wrong);
        }
        break;
    }
}

void ui_steps(struct ui *ui, struct rect rect, const enum step_state *steps, int count)
{
    enum { PILLS_MOST = 30 };

    if (count > PILLS_MOST) {
        int done = 0;
        for (int i = 0; i < count; i++)
            done += steps[i] != STEP_OPEN && steps[i] != STEP_HERE;
        struct rect bar = {rect.x, rect.y + rect.h / 2 - 0.6F * ui->u, rect.w, 1.2F * ui->u};
        ui_bar(ui, bar, (float)done / (float)count, ui->theme->correct);
        return;
    }
    float gap = count > 20 ? 0.5F * ui->u : 0.7F * ui->u;
    for (int i = 0; i < count; i++)
        draw_step(ui, rect_cell(rect, count, 1, i, 0, gap), steps[i]);
}

void ui_bar(struct ui *ui, struct rect rect, float share, struct colour colour)
{
    float radius = rect.h / 2;
    ui_fill(ui, rect, radius, ui->theme->track);
    rect.w *= fminf(fmaxf(share, 0), 1);
    if (rect.w >= 1)
        ui_fill(ui, rect, fminf(radius, rect.w / 2), colour);
}

void ui_flame(struct ui *ui, struct rect rect, int streak)
{
    float radius = (streak >= 10 ? 2.6F : streak >= 5 ? 2.35F : 2.1F) * ui->u;
    struct point at = {rect.x + 2.1F * ui->u, rect.y + rect.h / 2};
    struct colour outer = streak ? ui->theme->flame : ui->theme->flame_out;
    struct colour core = streak ? ui->theme->flame_core : ui->theme->bg;
    ui_mask(ui, MASK_FLAME, at, 2 * radius, 0, outer);
    ui_mask(ui, MASK_FLAME_CORE, at, 2 * radius, 0, core);
    rect_cut_left(&rect, 5.2F * ui->u);
    struct text_style style = {FACE_SEMIBOLD, 3.2F, 1.2F};
    ui_digits(ui, rect, style, ALIGN_START, ui->theme->text,
              arena_printf(ui->arena, "%d", streak));
}

struct rect ui_sheet(struct ui *ui, float top, enum sheet_kind kind, float sign_scale)
{
    const struct theme *t = ui->theme;
    bool is_right = kind == SHEET_RIGHT;
    struct colour colour = is_right ? t->correct : t->wrong;
    struct rect sheet = {0, top, ui->window.w, ui->window.h - top + 4 * ui->u};
    ui_fill(ui, sheet, 0, is_right ? t->correct_bg : t->wrong_bg);
    float edge = ui_stroke_px(ui, 0.5F);
    struct rect line = {-edge, top, sheet.w + 2 * edge, edge};
    if (kind == SHEET_WRONG) {
        ui_dashes(ui, line, 0, edge, colour);
    } else {
        ui_fill(ui, line, 0, colour);
    }

    struct rect inner = ui->content;
    inner.y = top + 3.6F * ui->u;
    inner.h = ui->page.y + ui->page.h - 3 * ui->u - inner.y;
    float size = 9.6F * ui->u * sign_scale;
    struct rect sign = {inner.x, inner.y + 0.8F * ui->u, size, size};
    ui_fill(ui, sign, kind == SHEET_WRONG ? 1.6F * ui->u : size / 2, colour);
    enum mask mask = kind == SHEET_RIGHT ? MASK_CHECK : MASK_CROSS;
    if (kind == SHEET_PARTLY)
        mask = MASK_HALF;
    ui_icon(ui, mask, rect_centre(sign), size * 0.375F, 0.3F,
            is_right ? t->correct_ink : t->wrong_ink);
    rect_cut_left(&inner, size + 3.8F * ui->u);
    return inner;
}

struct wrapped ui_question_text(const struct ui *ui, const char *text, float largest_u,
                                float width, float max_height)
{
    float least_u = ui->is_dense ? 3.3F : 0;
    const float sizes[] = {largest_u, largest_u * 0.85F, largest_u * 0.705F, least_u, 0};
    struct text_style style = style_question;
    if (ui->is_densest)
        style.spacing = 1.12F;
    return wrap_fit(ui, style, sizes, text, width, ui->is_dense ? 12 : 4, max_height);
}
