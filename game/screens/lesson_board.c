// The board of a lesson, and wagers.
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/board.h"
#include "screens/format.h"
#include "screens/lesson.h"
#include "ui/control.h"

static const struct text_style head_style = {FACE_SEMIBOLD, 2.9F, 1.2F};
static const float ring_u = 1.2F; // room for that of the focus, where something scrolls
static const float head_sizes_u[] = {2.9F, 2.4F};

enum { HEAD_SIZES = sizeof head_sizes_u / sizeof *head_sizes_u };

static const struct text_style value_style = {FACE_DISPLAY_BOLD, 5.2F, 1.15F};

static const struct text_style most_style = {FACE_REGULAR, 2.6F, 1.3F};

static const char *topic_name(const struct game *game, int column)
{
    const char *name = game->run.log.start.topics[column];
    return strcmp(name, board_other) == 0 ? _("Other") : name;
}

/// "Rivers, 400"
static const char *cell_name(const struct game *game, struct arena *arena, int round)
{
    const struct contest *c = &game->run.contest;
    return fill_text(arena, _("{1}, {2}"), topic_name(game, round / c->rules.board_rows),
                     format_count(arena, c->rounds[round].value), NULL);
}

/// The topics above the columns, all in the size at which each word fits; as high as the
/// highest of them.
static float draw_heads(const struct game *game, struct ui *ui, struct rect rest, float gap)
{
    int columns = game->run.contest.rules.board_columns, at = 0;
    struct wrapped *heads = ARENA_ARRAY(ui->arena, columns, struct wrapped);
    float height = 0, most = 0.3F * rest.h;
    for (int i = 0; i < columns;) {
        struct text_style style = head_style;
        style.size_u = head_sizes_u[at];
        heads[i] =
            wrap_text(ui, style, topic_name(game, i), rect_cell(rest, columns, 1, i, 0, gap).w);
        bool fits = !heads[i].has_split_word && heads[i].line_count <= 3 &&
                    wrapped_height(&heads[i]) <= most;
        bool is_again = !fits && at + 1 < HEAD_SIZES; // with all of them
        at += is_again;
        i = is_again ? 0 : i + 1;
    }
    for (int i = 0; i < columns; i++)
        height = fmaxf(height, wrapped_height(&heads[i]));
    for (int i = 0; i < columns; i++) {
        struct rect cell = rect_cell(rest, columns, 1, i, 0, gap);
        cell.y += height - wrapped_height(&heads[i]);
        wrapped_draw(ui, &heads[i], cell, ALIGN_CENTRE, ui->theme->text2);
    }
    return height;
}

static void draw_value(const struct game *game, struct ui *ui, struct rect rect, int round,
                       unsigned flags)
{
    const struct contest *c = &game->run.contest;
    float depth = ui_press_depth(ui, LESSON_CELL, round) * 0.4F * ui->u;
    bool is_lit = ui_is_hovered(ui, LESSON_CELL, round);
    struct rect whole = rect;
    rect = rect_move(rect, 0, depth);
    ui_card(ui, rect, 1.8F, is_lit ? ui->theme->surface2 : ui->theme->surface);
    const char *text = format_count(ui->arena, c->rounds[round].value);
    struct text_style style = value_style;
    // Digits are as high as three quarters of their size.
    style.size_u = fminf(style.size_u, 0.8F * rect.h / (ui->u * ui->text_scale));
    ui_label(ui, rect_inset(rect, 0.2F * ui->u), style, ALIGN_CENTRE, ui->theme->accent, text);
    ui_focus_ring(ui, LESSON_CELL, round, whole, 1.8F * ui->u);
    ui_area(ui, whole, LESSON_CELL, round, AREA_CELL | flags,
            cell_name(game, ui->arena, round));
}

static void draw_cells(const struct game *game, struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    int columns = c->rules.board_columns, rows = c->rules.board_rows;
    bool is_tight = columns > 6 || rows > 6 || rest.h < 9 * ui->u * (float)rows;
    float gap = (is_tight ? 0.9F : 2) * ui->u;
    bool has_first = false;
    rect_cut_top(&rest, draw_heads(game, ui, rest, gap));
    float edge = ring_u * ui->u, least = ui_line_px(ui, 2.4F, 1.2F) + gap; // else they scroll
    float height = fmaxf(rest.h, edge + least * (float)rows);
    float up = ui_scroll_begin(ui, LESSON_TEXT_REGION, rest, height);
    struct rect grid = {rest.x, rest.y - up, rest.w, height - ui->u}; // with the last ledge
    rect_cut_top(&grid, edge);
    if (height > rest.h)
        rect_cut_right(&grid, 2 * ui->u);
    for (int i = 0; i < columns * rows; i++) {
        // In the order of reading, which is that of Tab.
        int round = i % columns * rows + i / columns;
        struct rect cell = rect_cell(grid, columns, rows, i % columns, i / columns, gap);
        if (contest_is_free(c, round)) {
            draw_value(game, ui, cell, round, has_first ? 0 : AREA_FIRST);
            has_first = true;
        } else {
            ui_outline(ui, cell, 1.8F * ui->u, ui_stroke_px(ui, 0.18F), ui->theme->line);
        }
    }
    ui_scroll_end(ui);
}

// --- wagers

/// How a row of a team's wager looks.
struct wager_look {
    float size_u;
    bool has_most; // what it may be at most is said below the name, else beside the wager
};

static const struct wager_look wager_looks[] = {
    {5.2F, true}, {4.3F, true}, {4.3F, false}, {3.1F, false}};

enum { WAGER_LOOKS = sizeof wager_looks / sizeof *wager_looks };

static float wager_row_px(const struct ui *ui, const struct wager_look *look)
{
    float line = ui_line_px(ui, look->size_u, 1.3F);
    if (!look->has_most)
        return fmaxf(line, 6.4F * ui->u) + 1.2F * ui->u;
    return line + ui_line_px(ui, most_style.size_u, 1.3F) + 2 * ui->u;
}

static void draw_wager(const struct game *game, struct ui *ui, struct rect row, int team,
                       const struct wager_look *look)
{
    const struct contest *c = &game->run.contest;
    const struct text_style style = {FACE_SEMIBOLD, look->size_u, 1.3F};
    int wager = contest_share(contest_round(c), team)->wager;
    const char *value = format_count(ui->arena, wager < 0 ? 0 : wager);
    const char *most = format_count(ui->arena, contest_wager_most(c, team));
    float line = ui_line_px(ui, look->size_u, 1.3F);
    struct rect stepper = rect_cut_right(&row, fminf(0.6F * row.w, 56 * ui->u));
    float height = fmaxf(6.4F * ui->u, line);
    stepper.y += (stepper.h - height) / 2;
    stepper.h = height;
    ui_stepper_flagged(ui, stepper, "", LESSON_WAGER, team, AREA_FIRST | AREA_REST,
                       lesson_team_name(game, team));
    if (!look->has_most)
        value = fill_text(ui->arena, _("{1} of {2}"), value, most, NULL);
    struct rect middle = stepper;
    rect_cut_left(&middle, 7 * ui->u);
    rect_cut_right(&middle, 7 * ui->u);
    ui_label(ui, middle, style, ALIGN_CENTRE, ui->theme->text, value);
    rect_cut_right(&row, 2 * ui->u);
    struct rect name = look->has_most ? rect_cut_top(&row, line) : row;
    lesson_draw_team(ui, name, game, team, style, ui->theme->text);
    if (look->has_most) {
        ui_label(ui, row, most_style, ALIGN_START, ui->theme->text3,
                 fill_text(ui->arena, _("up to {1}"), most, NULL));
    }
}

/// What may be known before it is wagered: the topic and the value, not the question.
static void draw_known(const struct game *game, struct ui *ui, struct rect *rest)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    if (round->is_final)
        return;
    const char *words = cell_name(game, ui->arena, c->at);
    float height = ui_paragraph(ui, *rest, style_title, ALIGN_START, ui->theme->text, words);
    rect_cut_top(rest, height + 2 * ui->u);
}

static void draw_wagers(const struct game *game, struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    bool is_final = contest_round(c)->is_final;
    int count = is_final ? c->rules.team_count : 1;
    draw_known(game, ui, &rest);
    float edge = ring_u * ui->u;
    const struct wager_look *look = wager_looks; // as large as there is room for
    while (look + 1 < wager_looks + WAGER_LOOKS &&
           wager_row_px(ui, look) * (float)count + 2 * edge > rest.h)
        look++;
    float row = wager_row_px(ui, look), height = row * (float)count + 2 * edge;
    float up = ui_scroll_begin(ui, LESSON_TEXT_REGION, rest, height);
    struct rect list = {rest.x, rest.y - up + edge, rest.w - 2 * ui->u, height};
    for (int team = 0; team < c->rules.team_count; team++) {
        if (is_final || team == c->team)
            draw_wager(game, ui, rect_cut_top(&list, row), team, look);
    }
    ui_scroll_end(ui);
}

void lesson_view_board(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest)
{
    lesson_draw_call(lesson, game, ui, &rest);
    if (game->run.contest.phase == CONTEST_CHOOSING) {
        rest.h = ui->page.y + ui->page.h - 4 * ui->u - rest.y;
        draw_cells(game, ui, rest);
        return;
    }
    struct rect whole = rest;
    play_primary(ui, &rest);
    draw_wagers(game, ui, rest);
    lesson_draw_next(game, ui, &whole); // Tab comes to it last
}
