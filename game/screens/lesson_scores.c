// The scores of a lesson: after a round, and whenever somebody asks.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/lesson.h"
#include "ui/key_button.h"

enum { GLIDE_MS = 320 };

static const struct text_style name_style = {FACE_SEMIBOLD, 4.3F, 1.3F};
static const struct text_style change_style = {FACE_REGULAR, 3.1F, 1.3F};
static const float row_gap_u = 1.4F, least_bar_u = 16;

// --- where a row is

/// One team after the other goes up to its new rank, and those in between make way.
struct glide {
    float slots[TEAMS_MOST]; // of each team, from 0 on
    int mover;               // who is on the way now; CONTEST_NOBODY: nobody
    float counted;           // how much of what the round brought is in the bars, 0 to 1
};

static int rank_of(const int *order, int team)
{
    int at = 0;
    while (order[at] != team)
        at++;
    return at;
}

/// One step of it: who is at `from` goes up to `to`, as far as `done` says.
static void go_up(struct glide *glide, int *order, int from, int to, float done)
{
    int mover = order[from];
    glide->slots[mover] -= (float)(from - to) * done;
    for (int at = from; at > to; at--) {
        order[at] = order[at - 1];
        glide->slots[order[at]] += done;
    }
    order[to] = mover;
    if (done > 0 && done < 1)
        glide->mover = mover;
}

static struct glide glide_at(const struct lesson_standing *standing, struct ui *ui,
                             int64_t since_ms)
{
    struct glide glide = {.mover = CONTEST_NOBODY, .counted = 1};
    bool is_over = since_ms == INT64_MIN || ui->state->acted_ms > since_ms;
    int order[TEAMS_MOST] = {0}, steps = 1; // the bars grow first
    for (int at = 0; at < standing->count; at++) {
        order[at] = standing->order_before[at];
        glide.slots[order[at]] = (float)at;
    }
    if (!is_over)
        glide.counted = ui_progress(ui, since_ms, GLIDE_MS, EASE_OUT_CUBIC);
    for (int to = 0; to < standing->count; to++) {
        int from = rank_of(order, standing->order[to]);
        if (from == to)
            continue;
        int64_t start_ms = since_ms + (int64_t)GLIDE_MS * steps++;
        float done = is_over ? 1 : ui_progress(ui, start_ms, GLIDE_MS, EASE_IN_OUT_CUBIC);
        go_up(&glide, order, from, to, done);
    }
    return glide;
}

// --- rows

/// How wide the parts of all rows are, in pixels, and how high rows are.
struct columns {
    float place, name, points, change, bar;
    bool has_two_lines; // the bar is below the name
    float height, step; // of a row, and from one to the next
    int64_t most;       // what a full bar stands for
};

static float mark_width(const struct ui *ui)
{
    return 2.6F * 0.34F * ui_line_px(ui, name_style.size_u, 1.6F) + 1.2F * ui->u;
}

static void measure_team(struct columns *columns, const struct game *game,
                         const struct lesson_standing *standing, const struct ui *ui, int team,
                         bool has_changes)
{
    const char *points = format_count(ui->arena, standing->totals[team]);
    const char *change = lesson_place_change(standing, team, ui->arena);
    columns->points = fmaxf(columns->points, ui_label_width(ui, name_style, points));
    if (has_changes)
        columns->change = fmaxf(columns->change, ui_label_width(ui, change_style, change));
    if (!game->run.log.start.manner.hides_names) {
        float name = ui_label_width(ui, name_style, lesson_team_name(game, team));
        columns->name = fmaxf(columns->name, name);
    }
    if (standing->totals[team] > columns->most)
        columns->most = standing->totals[team];
    if (standing->totals_before[team] > columns->most)
        columns->most = standing->totals_before[team];
}

/// How far the rows are from each other: as far as there is room. Where there is too little,
/// first what is between them gives way, and then what is above and below a line.
static void set_steps(struct columns *columns, const struct ui *ui, int rows, float room)
{
    float gap = row_gap_u * ui->u, count = (float)rows, gaps = fmaxf(1, count - 1);
    float over = count * columns->height + gaps * gap - room;
    if (rows && over > 0) {
        float spared = fminf(over, gaps * (gap - 0.5F * ui->u));
        gap -= spared / gaps;
        if (!columns->has_two_lines)
            columns->height -= fminf((over - spared) / count, 1.6F * ui->u);
    }
    columns->step = columns->height + gap;
    if (rows)
        columns->step = fminf(fmaxf(columns->step, room / count), columns->height * 1.5F);
}

/// `room` is that of all rows.
static struct columns lay_out(const struct game *game, const struct lesson_standing *standing,
                              const struct ui *ui, struct rect room, bool has_changes)
{
    struct columns columns = {.place = ui_label_width(ui, name_style, "0") + 2 * ui->u};
    int rows = 0;
    for (int team = 0; team < standing->count; team++) {
        if (!lesson_is_ranked(game, standing, team))
            continue;
        rows++;
        measure_team(&columns, game, standing, ui, team, has_changes);
    }
    float gap = 2 * ui->u, line = ui_line_px(ui, name_style.size_u, name_style.spacing);
    float left = room.w - 2 * gap - columns.place - columns.points - gap;
    columns.name += mark_width(ui);
    columns.change += columns.change > 0 ? gap : 0;
    columns.bar = left - columns.name - columns.change - gap;
    columns.has_two_lines = columns.bar < least_bar_u * ui->u;
    columns.height = line + 2 * ui->u;
    if (columns.has_two_lines) {
        columns.name = left;
        columns.bar = room.w - 2 * gap - columns.change;
        columns.height += fmaxf(
            2.2F * ui->u,
            columns.change > 0 ? ui_line_px(ui, change_style.size_u, change_style.spacing) : 0);
    }
    set_steps(&columns, ui, rows, room.h);
    return columns;
}

static void draw_bar(const struct game *game, const struct lesson_standing *standing,
                     const struct columns *columns, struct ui *ui, struct rect at, int team,
                     float counted)
{
    int mark = game->run.log.start.teams[team].mark;
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;
    float from = (float)standing->totals_before[team], to = (float)standing->totals[team];
    float share = (from + (to - from) * counted) / fmaxf(1, (float)columns->most);
    float height = (columns->has_two_lines ? 1.4F : 2.4F) * ui->u;
    struct rect bar = {at.x, at.y + (at.h - height) / 2, at.w, height};
    ui_fill(ui, bar, height / 2, ui->theme->surface2);
    bar.w = fmaxf(share, 0) * bar.w;
    if (bar.w >= 1) {
        ui_fill(ui, bar, fminf(height, bar.w) / 2,
                is_plain ? ui->theme->text : answer_colours[mark].fill);
    }
}

static void draw_row(const struct game *game, const struct lesson_standing *standing,
                     const struct columns *columns, struct ui *ui, struct rect row, int team,
                     float counted)
{
    int64_t from = standing->totals_before[team], to = standing->totals[team];
    int64_t total = from + (int64_t)((double)(to - from) * (double)counted);
    float gap = 2 * ui->u;
    ui_fill(ui, row, 1.6F * ui->u, ui->theme->surface);
    struct rect inner = {row.x + gap, row.y + ui->u, row.w - 2 * gap, row.h - 2 * ui->u};
    struct rect line = inner;
    if (columns->has_two_lines)
        line = rect_cut_top(&inner, ui_line_px(ui, name_style.size_u, name_style.spacing));
    struct rect place = rect_cut_left(&line, columns->place);
    ui_label(ui, place, name_style, ALIGN_START, ui->theme->text2,
             fill_number(ui->arena, standing->places[team]));
    struct rect name = rect_cut_left(&line, columns->name);
    lesson_draw_team(ui, name, game, team, name_style, ui->theme->text);
    struct rect below = columns->has_two_lines ? inner : line;
    if (columns->change > 0) {
        ui_label(ui, rect_cut_right(&below, columns->change), change_style, ALIGN_END,
                 ui->theme->text2, lesson_place_change(standing, team, ui->arena));
    }
    struct rect points = columns->has_two_lines ? line : below;
    points = rect_cut_right(&points, columns->points);
    ui_digits(ui, points, name_style, ALIGN_END, ui->theme->text,
              format_count(ui->arena, total));
    if (!columns->has_two_lines) {
        rect_cut_right(&below, columns->points + gap);
        rect_cut_left(&below, gap);
    }
    draw_bar(game, standing, columns, ui, below, team, counted);
}

void lesson_draw_rows(const struct lesson_screen *lesson, const struct game *game,
                      struct ui *ui, struct rect rest, int64_t since_ms)
{
    const struct lesson_standing standing = lesson_standing(&game->run.contest);
    bool has_changes = since_ms != INT64_MIN && standing.has_before;
    struct rect room = rest;
    room.w -= 2 * ui->u; // beside a scroll bar
    const struct columns columns = lay_out(game, &standing, ui, room, has_changes);
    const struct glide glide = glide_at(&standing, ui, since_ms);
    int rows = 0, mover = glide.mover;
    for (int team = 0; team < standing.count; team++)
        rows += lesson_is_ranked(game, &standing, team);
    float gap = columns.step - columns.height;
    float height = (float)rows * columns.step - gap;
    float up = ui_page_begin(ui, LESSON_SCORES_REGION, lesson->play.page, rest, height);
    for (int i = 0; i <= standing.count; i++) {
        int team = i < standing.count ? standing.order[i] : mover; // over the others
        if (team < 0 || (i < standing.count && team == mover) ||
            !lesson_is_ranked(game, &standing, team))
            continue;
        struct rect row = {room.x, room.y - up + glide.slots[team] * columns.step, room.w,
                           columns.height};
        draw_row(game, &standing, &columns, ui, row, team, glide.counted);
        if (team == lesson->chosen)
            ui_outline(ui, row, 1.6F * ui->u, ui_stroke_px(ui, 0.25F), ui->theme->outline);
    }
    ui_scroll_end(ui);
}

// --- the page

const char *lesson_scores_title(const struct contest *c, struct arena *arena)
{
    const struct lesson_standing standing = lesson_standing(c);
    if (c->phase == CONTEST_DONE)
        return _("The end");
    if (c->phase != CONTEST_STANDING || !standing.round_count)
        return _("The scores so far");
    return fill_text(arena, _("After round {1} of {2}"), fill_number(arena, standing.round),
                     fill_number(arena, standing.round_count), NULL);
}

/// Why there are no scores to be seen; NULL: there are.
static const char *excuse(const struct game *game)
{
    const struct contest *c = &game->run.contest;
    if (!c->rules.team_count)
        return c->phase == CONTEST_DONE ? NULL : _("There are no teams, and so no scores.");
    if (c->hides_scores)
        return _("The scores are hidden. K shows them again.");
    return lesson_shows_scores(game) ? NULL : _("A calm lesson: scores come at its end.");
}

/// What can be done besides going on: left of the primary, or above it.
static int other_buttons(const struct game *game, struct key_button buttons[2])
{
    int count = 0;
    if (contest_can_undo(&game->run.contest)) {
        buttons[count++] = (struct key_button){.kind = BUTTON_QUIET,
                                               .label = _("Undo"),
                                               .key = "U",
                                               .pad = PAD_BACK,
                                               .id = LESSON_UNDO};
    }
    if (lesson_has_report(game)) {
        buttons[count++] = (struct key_button){
            .kind = BUTTON_QUIET, .label = _("Report"), .key = "E", .id = LESSON_REPORT};
    }
    return count;
}

/// Cuts off what is below `rest`.
static void draw_buttons(const struct game *game, struct ui *ui, struct rect *rest)
{
    enum contest_phase phase = game->run.contest.phase;
    bool is_stop = phase == CONTEST_STANDING || phase == CONTEST_DONE;
    const char *label = is_stop ? lesson_next_label(game) : _("Back to the lesson");
    float gap = 2 * ui->u, width = 0;
    struct rect primary = lesson_primary(ui, rest, label);
    ui_button(ui, primary, BUTTON_PRIMARY, label, LESSON_NEXT, 0, AREA_PRIMARY | AREA_FIRST);
    struct key_button others[2];
    int count = other_buttons(game, others);
    for (int i = 0; i < count; i++)
        width = fmaxf(width, ui_key_button_width(ui, &others[i]) * ui->u);
    float all = (width + gap) * (float)count;
    struct rect row = {rest->x, primary.y, all - gap, primary.h};
    if (rest->x + all > primary.x) { // there is no room beside it
        row.y -= primary.h + gap;
        row.w = fminf(rest->w, all - gap);
    }
    for (int i = 0; i < count; i++)
        ui_key_button(ui, rect_cell(row, count, 1, i, 0, gap), &others[i]);
    if (count)
        rest->h = fminf(rest->h, row.y - gap - rest->y);
}

void lesson_view_scores(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    rest.h = ui->page.y + ui->page.h - 4 * ui->u - rest.y;
    rect_cut_top(&rest, play_draw_notice(ui, rest, lesson->play.notice));
    draw_buttons(game, ui, &rest);
    const char *why_not = excuse(game);
    if (why_not) {
        ui_paragraph(ui, rest, style_body, ALIGN_START, ui->theme->text2, why_not);
    } else if (c->phase == CONTEST_DONE) {
        lesson_view_end(lesson, game, ui, rest);
    } else {
        bool is_new = c->phase == CONTEST_STANDING;
        lesson_draw_rows(lesson, game, ui, rest, is_new ? lesson->play.shown_ms : INT64_MIN);
    }
}
