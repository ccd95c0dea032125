#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/format.h"
#include "screens/party.h"
#include "screens/play.h"
#include "screens/results.h"
#include "ui/key_button.h"
#include "ui/tile.h"

enum { DOTS_MOST = 30 };

// When the parts come up, after the score.
enum { DOTS_AFTER_MS = 250, TILES_AFTER_MS = 400, TOPICS_AFTER_MS = 550 };

static const float section_gap_u = 3, least_gap_u = 1.2F;

/// Any key, button or press ends all motion here.
static bool is_over(const struct results *results, const struct ui *ui)
{
    return ui->reduced_motion || ui->state->acted_ms > results->shown_ms;
}

static float shown(const struct results *results, struct ui *ui, int after_ms, int duration_ms)
{
    if (is_over(results, ui))
        return 1;
    return ui_progress(ui, results->shown_ms + after_ms, duration_ms, EASE_OUT_CUBIC);
}

/// What there is to see, and how much room it takes.
struct layout {
    const struct summary *sum;
    const char *sentence;
    float hero, words, dots, tiles, cards, topics; // heights in pixels; 0: left out
    int dot_columns, topic_columns;
    int tile_count, tile_columns, tile_rows;
    bool has_tile_rows; // the tiles are rows, for they are too narrow beside each other
};

static struct text_style hero_style(const struct ui *ui)
{
    float least = fminf(1, 1.4F / ui->text_scale); // it is large enough not to grow all the way
    return (struct text_style){FACE_DISPLAY_BOLD, 12 * least, 1.15F};
}

static const struct text_style empty_style = {FACE_DISPLAY_BOLD, 6.1F, 1.2F};
static const struct text_style sentence_style = {FACE_REGULAR, 3.1F, 1.3F};
static const struct text_style value_style = {FACE_DISPLAY_BOLD, 5.2F, 1.15F};

static float topic_height(const struct layout *l, const struct ui *ui, float width)
{
    float cell = (width - section_gap_u * ui->u * (float)(l->topic_columns - 1)) /
                 (float)l->topic_columns;
    float height = 0;
    for (int i = 0; i < l->sum->topic_count; i++) {
        struct wrapped name = wrap_text(ui, style_label, l->sum->topics[i].name,
                                        cell - 9 * ui->u * ui->text_scale);
        height = fmaxf(height, wrapped_height(&name));
    }
    return height + 3.6F * ui->u;
}

static int topic_columns(const struct ui *ui)
{
    int most = ui->grid == UI_WIDE ? 3 : ui->grid == UI_SQUARE ? 2 : 1;
    return ui->text_scale > 1.4F && most > 1 ? most - 1 : most;
}

static bool has_bonus(const struct session *s)
{
    return s->rules.has_speed || s->rules.has_streak;
}

static float tiles_height(struct layout *l, const struct game *game, const struct ui *ui,
                          float width)
{
    float least = 25 * ui->u * fmaxf(1, ui->text_scale * 0.8F);
    l->tile_columns = l->tile_count;
    l->tile_rows = 1;
    if (width / (float)l->tile_columns < least && l->tile_count == 4)
        l->tile_columns = l->tile_rows = 2;
    l->has_tile_rows = width / (float)l->tile_columns < least;
    float line = ui_line_px(ui, value_style.size_u, 1.2F), label = ui_line_px(ui, 2.6F, 1.3F);
    float sum = has_bonus(&game->session) ? ui_line_px(ui, 2.4F, 1.3F) : 0;
    if (l->has_tile_rows)
        return (float)l->tile_count * (line + 1.2F * ui->u) + sum;
    return (float)l->tile_rows * (line + label + sum + 3 * ui->u + section_gap_u * ui->u) -
           section_gap_u * ui->u;
}

static struct layout layout_for(const struct results *results, const struct summary *sum,
                                const struct game *game, const struct ui *ui, float width)
{
    struct layout l = {.sum = sum, .sentence = results_sentence(sum, ui->arena)};
    l.hero = ui_line_px(ui, sum->answered ? hero_style(ui).size_u : empty_style.size_u, 1.15F);
    struct wrapped words = wrap_text(ui, sentence_style, l.sentence, width);
    l.words = wrapped_height(&words);
    if (!sum->answered)
        return l;
    l.dot_columns = (int)fminf(width / (7 * ui->u), (float)sum->asked);
    int rows = (sum->asked + l.dot_columns - 1) / l.dot_columns;
    l.dots = sum->asked > DOTS_MOST ? 2.4F * ui->u : 6.4F * ui->u * (float)rows;
    enum results_cards cards = results_cards(results, game);
    l.tile_count = cards == CARDS_MOVED || cards == CARDS_MOVED_BACK ? 4 : 3;
    l.tiles = tiles_height(&l, game, ui, width);
    l.cards = results_cards_height(results, game, ui, width);
    l.topic_columns = topic_columns(ui);
    int lines = (sum->topic_count + l.topic_columns - 1) / l.topic_columns;
    l.topics = ui_line_px(ui, 2.6F, 1.6F) + topic_height(&l, ui, width) * (float)lines;
    return l;
}

static float sections_height(const struct layout *l, float gap)
{
    float height = l->hero + l->words;
    const float more[] = {l->dots, l->tiles, l->cards, l->topics};
    for (int i = 0; i < 4; i++)
        height += more[i] > 0 ? more[i] + gap : 0;
    return height;
}

/// A small wide window shows what has room: topics go first, then the numbers.
static void leave_out(struct layout *l, const struct ui *ui, float height)
{
    if (!ui->is_compact || ui->grid != UI_WIDE)
        return;
    if (sections_height(l, section_gap_u * ui->u) > height)
        l->topics = 0;
    if (sections_height(l, section_gap_u * ui->u) > height)
        l->tiles = 0;
}

static void draw_hero(const struct results *results, const struct layout *l, struct ui *ui,
                      struct rect area)
{
    if (!l->sum->answered) {
        ui_label(ui, area, empty_style, ALIGN_CENTRE, ui->theme->text, _("Nothing to score"));
        return;
    }
    float counted = shown(results, ui, 0, MOTION_COUNT_MS);
    int right = (int)((float)l->sum->right * counted + 0.5F);
    ui_digits(ui, area, hero_style(ui), ALIGN_CENTRE, ui->theme->text,
              arena_printf(ui->arena, _("%d of %d"), right, l->sum->answered));
}

static void draw_dot(const struct session *s, struct ui *ui, struct rect cell, int at)
{
    int turn = s->queue[at];
    enum step_state step = play_step(&s->turns[turn]);
    struct rect pill = cell;
    rect_cut_left(&pill, 0.6F * ui->u);
    rect_cut_right(&pill, 0.6F * ui->u);
    if (step == STEP_OPEN) {
        ui_steps(ui, pill, &step, 1);
        return;
    }
    struct rect face = {pill.x, pill.y + pill.h / 2 - 1.7F * ui->u, pill.w, 3.4F * ui->u};
    if (ui_is_hovered(ui, RESULTS_CARD, turn))
        ui_fill(ui, rect_inset(face, -0.5F * ui->u), 2.2F * ui->u, ui->theme->surface2);
    ui_steps(ui, pill, &step, 1);
    ui_focus_ring(ui, RESULTS_CARD, turn, face, 1.7F * ui->u);
    ui_area(ui, cell, RESULTS_CARD, turn, 0, arena_printf(ui->arena, _("Question %d"), at + 1));
}

static void draw_dots(const struct session *s, const struct layout *l, struct ui *ui,
                      struct rect area)
{
    if (s->turn_count > DOTS_MOST) {
        struct rect bar = {area.x, area.y + 0.6F * ui->u, area.w, 1.2F * ui->u};
        ui_bar(ui, bar, (float)l->sum->right / (float)l->sum->answered, ui->theme->correct);
        return;
    }
    int most = l->dot_columns > 0 ? l->dot_columns : 1;
    int rows = (s->turn_count + most - 1) / most;
    int columns = (s->turn_count + rows - 1) / rows; // rows of about one length
    float width = fminf(area.w / (float)columns, 7.4F * ui->u);
    float left = area.x + (area.w - width * (float)columns) / 2;
    for (int i = 0; i < s->turn_count; i++) {
        int row = i / columns;
        struct rect cell = {left + (float)(i % columns) * width,
                            area.y + (float)row * 6.4F * ui->u, width, 6.4F * ui->u};
        draw_dot(s, ui, cell, i);
    }
}

/// "1 000 right + 14 speed + 5 streak".
static const char *sum_text(const struct session *s, struct arena *arena)
{
    const char *sum = arena_printf(arena, _("%s right"), format_count(arena, s->sum.accuracy));
    if (s->rules.has_speed)
        sum = arena_printf(arena, _("%s + %d speed"), sum, s->sum.speed);
    if (s->rules.has_streak)
        sum = arena_printf(arena, _("%s + %d streak"), sum, s->sum.streak);
    return sum;
}

/// A number with its name; as a tile below it, as a row beside it.
static void draw_number(struct ui *ui, struct rect card, bool is_row, const char *value,
                        const char *label, const char *more)
{
    float line = ui_line_px(ui, value_style.size_u, 1.2F);
    if (is_row) {
        struct rect row = rect_cut_top(&card, line);
        ui_label(ui, row, style_body, ALIGN_START, ui->theme->text2, label);
        ui_label(ui, row, value_style, ALIGN_END, ui->theme->text, value);
        if (more)
            ui_label(ui, card, style_small, ALIGN_END, ui->theme->text2, more);
        return;
    }
    ui_card(ui, card, 2.4F, ui->theme->surface);
    card = rect_inset(card, 1.4F * ui->u);
    ui_label(ui, rect_cut_top(&card, line), value_style, ALIGN_CENTRE, ui->theme->text, value);
    struct rect below = rect_cut_top(&card, ui_line_px(ui, 2.6F, 1.3F));
    ui_label(ui, below, style_label, ALIGN_CENTRE, ui->theme->text2, label);
    if (more)
        ui_label(ui, card, style_small, ALIGN_CENTRE, ui->theme->text2, more);
}

/// "+12"; "0" once they were moved back.
static const char *cards_moved(const struct results *results, struct arena *arena)
{
    if (results->moved.is_out)
        return format_count(arena, 0);
    return arena_printf(arena, "+%s", format_count(arena, results->moved.cards));
}

static void draw_tiles(const struct results *results, const struct game *game,
                       const struct layout *l, struct ui *ui, struct rect area)
{
    const struct session *s = &game->session;

    const struct {
        const char *value, *label, *more;
    } tiles[] = {
        {format_count(ui->arena, score_total(s->sum)), _("points"),
         has_bonus(s) ? sum_text(s, ui->arena) : NULL},
        {format_count(ui->arena, l->sum->best_row), _("best row"), NULL},
        {format_clock(ui->arena, l->sum->took_ms), _("thinking time"), NULL},
        {cards_moved(results, ui->arena), _("cards"), NULL},
    };

    float line = ui_line_px(ui, value_style.size_u, 1.2F) + 1.2F * ui->u;
    int most = l->tile_columns > 0 ? l->tile_columns : 1;
    for (int i = 0; i < l->tile_count; i++) {
        struct rect card = rect_cell(area, l->tile_columns, l->tile_rows, i % most, i / most,
                                     section_gap_u * ui->u);
        if (l->has_tile_rows) {
            card = rect_cut_top(&area, line);
            if (tiles[i].more)
                card.h += rect_cut_top(&area, ui_line_px(ui, 2.4F, 1.3F)).h;
        }
        draw_number(ui, card, l->has_tile_rows, tiles[i].value, tiles[i].label, tiles[i].more);
    }
}

static void draw_topic(struct ui *ui, struct rect cell, const struct topic_sum *topic)
{
    struct rect row = cell;
    struct rect number = rect_cut_right(&row, 9 * ui->u * ui->text_scale);
    number.h = ui_line_px(ui, 2.6F, 1.24F);
    const char *share = arena_printf(ui->arena, _("%d/%d"), topic->right, topic->answered);
    float height =
        ui_paragraph(ui, row, style_label, ALIGN_START, ui->theme->text, topic->name);
    ui_label(ui, number, style_label, ALIGN_END, ui->theme->text2, share);
    struct rect bar = {cell.x, cell.y + height + 0.6F * ui->u, cell.w, 1.1F * ui->u};
    ui_bar(ui, bar, (float)topic->right / (float)topic->answered, ui->theme->accent);
}

static void draw_topics(const struct layout *l, struct ui *ui, struct rect area)
{
    struct rect title = rect_cut_top(&area, ui_line_px(ui, 2.6F, 1.6F));
    ui_label(ui, title, style_label, ALIGN_START, ui->theme->text3, _("Topics"));
    float height = topic_height(l, ui, area.w);
    float gap = section_gap_u * ui->u;
    int columns = l->topic_columns > 0 ? l->topic_columns : 1;
    for (int i = 0; i < l->sum->topic_count; i++) {
        struct rect cell = rect_cell(area, columns, 1, i % columns, 0, gap);
        int row = i / columns;
        cell.y += (float)row * height;
        cell.h = height;
        draw_topic(ui, cell, &l->sum->topics[i]);
    }
}

/// All between the top and the buttons, which scrolls where it does not fit.
static void draw_sections(const struct results *results, const struct game *game,
                          const struct layout *l, struct ui *ui, struct rect area)
{
    float gap = section_gap_u * ui->u;
    if (sections_height(l, gap) > area.h)
        gap = least_gap_u * ui->u;
    float height = sections_height(l, gap);
    bool scrolls = height > area.h + 0.5F;
    float offset = scrolls ? ui_scroll_begin(ui, RESULTS_REGION, area, height) : 0;
    struct rect rest = rect_move(area, 0, -offset);
    rest.h = fmaxf(area.h, height);
    if (scrolls) {
        rest.w -= 2 * ui->u;
    } else {
        gap += fminf(2.4F * ui->u, (area.h - height) / 5);
    }
    if (!l->sum->answered)
        rect_cut_top(&rest, (rest.h - height) * 0.4F);
    draw_hero(results, l, ui, rect_cut_top(&rest, l->hero));
    struct rect words = rect_cut_top(&rest, l->words);
    ui_paragraph(ui, words, sentence_style, ALIGN_CENTRE, ui->theme->text2, l->sentence);

    const struct {
        float height;
        int after_ms;
    } parts[] = {{l->dots, DOTS_AFTER_MS},
                 {l->tiles, TILES_AFTER_MS},
                 {l->cards, TILES_AFTER_MS},
                 {l->topics, TOPICS_AFTER_MS}};

    for (int i = 0; i < 4; i++) {
        if (parts[i].height <= 0)
            continue;
        rect_cut_top(&rest, gap);
        struct rect part = rect_cut_top(&rest, parts[i].height);
        ui->alpha = shown(results, ui, parts[i].after_ms, MOTION_BASE_MS);
        if (i == 0) {
            draw_dots(&game->session, l, ui, part);
        } else if (i == 1) {
            draw_tiles(results, game, l, ui, part);
        } else if (i == 2) {
            results_cards_draw(results, game, ui, part);
        } else {
            draw_topics(l, ui, part);
        }
    }
    ui->alpha = 1;
    if (scrolls)
        ui_scroll_end(ui);
}

/// Where Home, Play again and Fix stand.
struct buttons {
    struct key_button others[2], primary;
    int count; // of the others
    struct rect row, primary_rect;
};

static struct buttons buttons_for(const struct summary *sum, const struct ui *ui)
{
    struct key_button home = {
        .label = _("Home"), .key = "Esc", .pad = PAD_EAST, .id = RESULTS_HOME};
    struct key_button again = {
        .label = _("Play again"), .key = "R", .pad = PAD_NORTH, .id = RESULTS_AGAIN};
    home.kind = again.kind = BUTTON_QUIET;
    struct buttons b = {.others = {again, home}, .primary = home, .count = 1};
    if (sum->missed) {
        b = (struct buttons){.others = {home, again}, .count = 2};
        b.primary.id = RESULTS_FIX;
        b.primary.label = arena_printf(
            ui->arena,
            ngettext("Fix %d mistake", "Fix %d mistakes", (unsigned long)sum->missed),
            sum->missed);
    }
    b.primary.kind = BUTTON_PRIMARY;
    b.primary.key = _("Enter");
    b.primary.pad = PAD_SOUTH;
    b.primary.flags = AREA_PRIMARY | AREA_FIRST;
    return b;
}

/// Places the buttons along the bottom, in two rows where one does not hold them, and takes
/// their room from `rest`.
static void place_buttons(struct buttons *b, const struct ui *ui, struct rect *rest)
{
    float gap = 3 * ui->u, widest = 22 * ui->u;
    for (int i = 0; i < b->count; i++)
        widest = fmaxf(widest, ui_key_button_width(ui, &b->others[i]) * ui->u);
    float wanted = (widest + gap) * (float)b->count - gap;
    struct rect primary = play_primary(ui, rest);
    primary.w = fmaxf(primary.w, ui_key_button_width(ui, &b->primary) * ui->u);
    bool is_stacked = ui->grid == UI_TALL || wanted + gap + primary.w > rest->w;
    if (is_stacked)
        primary.w = rest->w;
    primary.x = rest->x + rest->w - primary.w;
    b->primary_rect = primary;
    b->row = (struct rect){rest->x, primary.y, wanted, primary.h};
    if (is_stacked) {
        b->row.w = rest->w;
        b->row.y -= primary.h + 2.4F * ui->u;
        rest->h = b->row.y - 2 * ui->u - rest->y;
    }
}

static void draw_buttons(const struct buttons *b, struct ui *ui)
{
    for (int i = 0; i < b->count; i++)
        ui_key_button(ui, rect_cell(b->row, b->count, 1, i, 0, 3 * ui->u), &b->others[i]);
    ui_key_button(ui, b->primary_rect, &b->primary);
}

/// Returns how much height it takes, with a gap below.
static float draw_undo(struct ui *ui, struct rect rest)
{
    const struct key_button undo = {.kind = BUTTON_QUIET,
                                    .label = _("Undo"),
                                    .key = "U",
                                    .pad = PAD_BACK,
                                    .id = RESULTS_UNDO};
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F));
    float width = ui_key_button_width(ui, &undo) * ui->u;
    struct rect at = {rest.x + rest.w - width, rest.y, width, height};
    ui_key_button(ui, at, &undo);
    return height + 1.2F * ui->u;
}

void results_view(const struct results *results, const struct game *game, struct ui *ui)
{
    struct summary sum = results_summary(&game->session, ui->arena);
    struct rect rest = ui->content;
    float top = ui->page.y + (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    rest.h += rest.y - top;
    rest.y = top;
    float undo = session_can_undo(&game->session) ? draw_undo(ui, rest) : 0;
    struct buttons buttons = buttons_for(&sum, ui);
    place_buttons(&buttons, ui, &rest);
    struct layout l = layout_for(results, &sum, game, ui, rest.w - 2 * ui->u);
    leave_out(&l, ui, rest.h);
    // The score has room beside Undo, unless it scrolls away.
    bool is_crowded = sections_height(&l, least_gap_u * ui->u) > rest.h;
    if (ui->grid == UI_TALL || ui->text_scale > 1.2F || is_crowded)
        rect_cut_top(&rest, undo);
    draw_sections(results, game, &l, ui, rest);
    draw_buttons(&buttons, ui);
    if (results_is_good(&sum) && !is_over(results, ui)) {
        struct point from = {rest.x + rest.w / 2, rest.y + rest.h * 0.9F};
        party_draw(ui, from, results->shown_ms);
    }
}
