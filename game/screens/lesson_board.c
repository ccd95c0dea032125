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
static const struct text_style value_style = {FACE_DISPLAY_BOLD, 5.2F, 1.15F};

static const struct text_style most_style = {FACE_REGULAR, 2.6F, 1.3F};
static const float wager_sizes_u[] = {5.2F, 4.3F, 3.1F};

enum { WAGER_SIZES = sizeof wager_sizes_u / sizeof *wager_sizes_u };

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

/// The topics above the columns, as high as the highest of them.
static float draw_heads(const struct game *game, struct ui *ui, struct rect rest, float gap)
{
    const float sizes[] = {2.9F, 2.4F, 0};
    int columns = game->run.contest.rules.board_columns;
    struct wrapped *heads = ARENA_ARRAY(ui->arena, columns, struct wrapped);
    float height = 0, most = 0.3F * rest.h;
    for (int i = 0; i < columns; i++) {
        struct rect cell = rect_cell(rest, columns, 1, i, 0, gap);
        heads[i] = wrap_fit(ui, head_style, sizes, topic_name(game, i), cell.w, 3, most);
        height = fmaxf(height, wrapped_height(&heads[i]));
    }
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
    style.size_u = fminf(style.size_u, 0.55F * rect.h / (ui->u * ui->text_scale));
    ui_label(ui, rect_inset(rect, 0.4F * ui->u), style, ALIGN_CENTRE, ui->theme->accent, text);
    ui_focus_ring(ui, LESSON_CELL, round, whole, 1.8F * ui->u);
    ui_area(ui, whole, LESSON_CELL, round, AREA_CELL | flags,
            cell_name(game, ui->arena, round));
}

static void draw_cells(const struct game *game, struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    int columns = c->rules.board_columns, rows = c->rules.board_rows;
    float gap = (columns > 6 || rows > 6 ? 1.2F : 2) * ui->u;
    bool has_first = false;
    rest.h -= ui->u; // for the last ledge
    rect_cut_top(&rest, draw_heads(game, ui, rest, gap) + 1.2F * ui->u);
    for (int i = 0; i < columns * rows; i++) {
        // In the order of reading, which is that of Tab.
        int round = i % columns * rows + i / columns;
        struct rect cell = rect_cell(rest, columns, rows, i % columns, i / columns, gap);
        if (contest_is_free(c, round)) {
            draw_value(game, ui, cell, round, has_first ? 0 : AREA_FIRST);
            has_first = true;
        } else {
            ui_outline(ui, cell, 1.8F * ui->u, ui_stroke_px(ui, 0.18F), ui->theme->line);
        }
    }
}

// --- wagers

/// A row of text of `size_u` with what it may be at most below.
static float wager_row_px(const struct ui *ui, float size_u)
{
    return ui_line_px(ui, size_u, 1.3F) + ui_line_px(ui, most_style.size_u, 1.3F) + 2 * ui->u;
}

static void draw_wager(const struct game *game, struct ui *ui, struct rect row, int team,
                       float size_u)
{
    const struct contest *c = &game->run.contest;
    const struct text_style style = {FACE_SEMIBOLD, size_u, 1.3F};
    int wager = contest_share(contest_round(c), team)->wager;
    int most = contest_wager_most(c, team);
    const char *value = format_count(ui->arena, wager < 0 ? 0 : wager);
    struct rect stepper = rect_cut_right(&row, fminf(0.5F * row.w, 52 * ui->u));
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, size_u, 1.3F));
    stepper.y += (stepper.h - height) / 2;
    stepper.h = height;
    ui_stepper_flagged(ui, stepper, "", LESSON_WAGER, team, AREA_FIRST | AREA_REST,
                       lesson_team_name(game, team));
    ui_label(ui, stepper, style, ALIGN_CENTRE, ui->theme->text, value);
    struct rect name = rect_cut_top(&row, ui_line_px(ui, size_u, 1.3F));
    lesson_draw_team(ui, name, game, team, style, ui->theme->text);
    const char *words =
        fill_text(ui->arena, _("up to {1}"), format_count(ui->arena, most), NULL);
    ui_label(ui, row, most_style, ALIGN_START, ui->theme->text3, words);
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
    int at = 0; // as large as there is room for
    while (at + 1 < WAGER_SIZES && wager_row_px(ui, wager_sizes_u[at]) * (float)count > rest.h)
        at++;
    float row = wager_row_px(ui, wager_sizes_u[at]), height = row * (float)count;
    float up = ui_scroll_begin(ui, LESSON_TEXT_REGION, rest, height);
    struct rect list = {rest.x, rest.y - up, rest.w - 2 * ui->u, height};
    for (int team = 0; team < c->rules.team_count; team++) {
        if (is_final || team == c->team)
            draw_wager(game, ui, rect_cut_top(&list, row), team, wager_sizes_u[at]);
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
