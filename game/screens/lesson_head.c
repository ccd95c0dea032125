// The head of a lesson's pages: the teams with their scores, the time, and what is up.
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/format.h"
#include "screens/lesson.h"
#include "ui/tile.h"

static const struct text_style chip_style = {FACE_SEMIBOLD, 2.9F, 1.2F};
static const struct text_style call_style = {FACE_SEMIBOLD, 3.1F, 1.25F};
static const struct text_style place_style = {FACE_REGULAR, 2.6F, 1.24F};

/// About that of the standard for contrast.
static float luminance(struct colour c)
{
    float r = (float)c.r / 255, g = (float)c.g / 255, b = (float)c.b / 255;
    return 0.2126F * r * r + 0.7152F * g * g + 0.0722F * b * b;
}

/// Whether `c` hardly stands out from what it is drawn on.
static bool is_faint(struct colour c, struct colour ground)
{
    float a = luminance(c) + 0.05F, b = luminance(ground) + 0.05F;
    return fmaxf(a, b) < 3 * fminf(a, b);
}

void lesson_draw_mark(struct ui *ui, int mark, struct point centre, float radius)
{
    struct colour fill = answer_colours[mark].fill;
    if (is_faint(fill, ui->theme->surface))
        ui_mark(ui, (enum mask)mark, centre, radius + 0.4F * ui->u, ui->theme->text2);
    ui_mark(ui, (enum mask)mark, centre, radius, fill);
}

/// Pixels that the mark, the name and a score of any team want beside each other; the name in
/// letters `share` as large as ever. Very long names are made smaller rather than put one under
/// the other.
static float chip_width(const struct game *game, const struct ui *ui, float share)
{
    float widest = 0, most = 10 * ui->u * ui->text_scale;
    bool is_named = !game->run.log.start.manner.hides_names;
    for (int team = 0; is_named && team < game->run.contest.rules.team_count; team++)
        widest = fmaxf(widest, ui_label_width(ui, chip_style, lesson_team_name(game, team)));
    // A score that grows does not move the others.
    float score = ui_label_width(ui, chip_style, format_count(ui->arena, 8888));
    float mark = 0.88F * ui_line_px(ui, chip_style.size_u, 1.6F);
    return mark + share * fminf(widest, most) + score + 5 * ui->u;
}

/// A team's mark with `name` beside it; NULL: none.
static float draw_team(struct ui *ui, struct rect rect, int mark, const char *name,
                       struct text_style style, struct colour colour)
{
    float radius = 0.34F * fminf(rect.h, ui_line_px(ui, style.size_u, 1.6F));
    struct point centre = {rect.x + radius * 1.3F, rect.y + rect.h / 2};
    lesson_draw_mark(ui, mark, centre, radius);
    float width = radius * 2.6F + 1.2F * ui->u;
    rect_cut_left(&rect, width);
    return name ? width + ui_label(ui, rect, style, ALIGN_START, colour, name) : width;
}

float lesson_draw_team(struct ui *ui, struct rect rect, const struct game *game, int team,
                       struct text_style style, struct colour colour)
{
    const struct lesson_start *start = &game->run.log.start;
    const char *name = start->manner.hides_names ? NULL : lesson_team_name(game, team);
    return draw_team(ui, rect, start->teams[team].mark, name, style, colour);
}

static float mark_width(const struct ui *ui)
{
    return 0.88F * ui_line_px(ui, chip_style.size_u, 1.6F) + 1.2F * ui->u;
}

/// What a chip of this width says of its team's name, with `room` for it and its mark: on a row
/// that all teams share the first character, if not all names have room there; NULL: nothing.
static const char *chip_name(const struct game *game, const struct ui *ui, int team,
                             float width, float room)
{
    const float least_share = 0.83F; // of the usual size, down to the floor
    const char *name = lesson_team_name(game, team), *end = name;
    if (game->run.log.start.manner.hides_names)
        return NULL;
    if (!ui->is_dense || chip_width(game, ui, least_share) <= width)
        return name;
    if (*name)
        text_next_cluster(&end, name + strlen(name));
    const char *first = arena_text(ui->arena, name, (size_t)(end - name));
    bool fits = ui_label_width(ui, chip_style, first) <= room - mark_width(ui);
    return fits ? first : NULL;
}

/// What of a team can be seen at once: asked, out, or neither.
static struct colour chip_colour(const struct contest *c, const struct ui *ui, int team)
{
    bool is_out = c->out & 1U << team && (lesson_is_asking(c) || lesson_is_buzzing(c));
    return is_out ? ui->theme->text3 : ui->theme->text;
}

/// In as many words as there is room for beside the sign.
static const char *early_words(const struct ui *ui, float width)
{
    const char *const words[] = {_("Too early"), _("Early")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (ui_label_width(ui, chip_style, words[i]) <= width)
            return words[i];
    }
    return "";
}

/// That it buzzed too early, in place of the name and points until it was read. Returns false
/// if it did not.
static bool draw_early(const struct game *game, struct ui *ui, struct rect rect, int team)
{
    int64_t until_ms = lesson_early_until_ms(&game->run.contest, team);
    float radius = 0.3F * ui_line_px(ui, chip_style.size_u, 1.6F);
    if (until_ms <= ui->now_ms)
        return false;
    ui_wake(ui, until_ms);
    rect_cut_left(&rect, draw_team(ui, rect, game->run.log.start.teams[team].mark, NULL,
                                   chip_style, ui->theme->text));
    struct rect sign = rect_cut_left(&rect, 2 * radius);
    rect_cut_left(&rect, ui->u);
    ui_icon(ui, MASK_CLOCK, rect_centre(sign), radius, 0.3F, ui->theme->warn);
    ui_label(ui, rect, chip_style, ALIGN_START, ui->theme->warn, early_words(ui, rect.w));
    return true;
}

/// The team with its points, or that it was right, within a chip that is `width` wide.
static void draw_on_chip(const struct game *game, struct ui *ui, struct rect inner, int team,
                         bool is_marked, float width)
{
    const struct contest *c = &game->run.contest;
    if (draw_early(game, ui, inner, team))
        return;
    if (is_marked) {
        float radius_px = 0.3F * ui_line_px(ui, chip_style.size_u, 1.6F);
        struct rect tick = rect_cut_right(&inner, 2 * radius_px + ui->u);
        ui_icon(ui, MASK_CHECK, rect_centre(tick), radius_px, 0.3F, ui->theme->text);
    } else if (lesson_shows_scores(game)) {
        const char *score = format_count(ui->arena, score_total(c->scores[team]));
        float score_px = ui_label_width(ui, chip_style, score) + 1.4F * ui->u;
        struct rect at = rect_cut_right(&inner, score_px);
        ui_digits(ui, at, chip_style, ALIGN_END, ui->theme->text2, score);
    }
    draw_team(ui, inner, game->run.log.start.teams[team].mark,
              chip_name(game, ui, team, width, inner.w), chip_style, chip_colour(c, ui, team));
}

static void draw_chip(const struct lesson_screen *lesson, const struct game *game,
                      struct ui *ui, struct rect rect, int team)
{
    const struct contest *c = &game->run.contest;
    bool is_asked = c->team == team && c->phase != CONTEST_SHOWING;
    float radius = 1.2F * ui->u;
    bool is_marked = c->phase == CONTEST_MARKING && contest_round(c)->mode == CONTEST_ALL &&
                     contest_share(contest_round(c), team)->credit == CREDIT_FULL;
    ui_fill(ui, rect, radius, is_asked ? ui->theme->surface2 : ui->theme->surface);
    if (is_asked || is_marked || lesson->chosen == team) {
        ui_outline(ui, rect, radius, ui_stroke_px(ui, is_asked || is_marked ? 0.5F : 0.25F),
                   is_asked || is_marked ? ui->theme->accent : ui->theme->outline);
    }
    struct rect inner = rect;
    rect_cut_left(&inner, 1.2F * ui->u);
    rect_cut_right(&inner, 1.2F * ui->u);
    draw_on_chip(game, ui, inner, team, is_marked, rect.w);
    ui_focus_ring(ui, LESSON_TEAM, team, rect, radius);
    ui_area(ui, rect, LESSON_TEAM, team, AREA_HOST, lesson_team_name(game, team));
}

/// Of the row of a team.
static float chip_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, chip_style.size_u, 1.7F));
}

static void draw_chips(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect row, int columns)
{
    int count = game->run.contest.rules.team_count;
    int rows = (count + columns - 1) / columns;
    for (int team = 0; team < count; team++) {
        struct rect chip = rect_cell(row, columns, rows, team % columns, team / columns, ui->u);
        draw_chip(lesson, game, ui, chip, team);
    }
}

static float clock_width(const struct ui *ui)
{
    return 10 * ui->u * ui->text_scale;
}

static void draw_clock(const struct contest *c, struct ui *ui, struct rect rect)
{
    int64_t limit_ms = contest_limit_ms(c, CONTEST_NOBODY);
    if (!limit_ms)
        return;
    int64_t left_ms = contest_left_ms(c, CONTEST_NOBODY, ui->now_ms);
    if (!c->is_paused && left_ms > 0)
        ui_wake(ui, ui->now_ms + (left_ms - 1) % 1000 + 1); // when the next second is gone
    struct colour colour = c->is_paused ? ui->theme->text3 : ui->theme->text;
    ui_digits(ui, rect, chip_style, ALIGN_END, colour, format_clock(ui->arena, left_ms));
}

/// Pixels that a mark and the longest of the scores want beside each other.
static float least_chip_width(const struct game *game, const struct ui *ui)
{
    const struct contest *c = &game->run.contest;
    float widest = 0;
    for (int team = 0; team < c->rules.team_count; team++) {
        const char *score = format_count(ui->arena, score_total(c->scores[team]));
        widest = fmaxf(widest, ui_label_width(ui, chip_style, score));
    }
    return mark_width(ui) + widest + 2.6F * ui->u;
}

/// Teams beside each other that have room for a name and a score; where things are dense
/// for a mark and a score.
static int chip_columns(const struct game *game, const struct ui *ui, int count, float width)
{
    float chip = ui->is_dense ? least_chip_width(game, ui) : chip_width(game, ui, 1);
    int most = (int)fmaxf(1, (width + ui->u) / (chip + ui->u));
    if (most >= count)
        return count ? count : 1;
    int rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

/// What the row at the top holds for all: the menu, and the clock. The row keeps the rest,
/// and is at least `least` high.
static struct rect draw_top_row(const struct contest *c, struct ui *ui, struct rect *rest,
                                float least)
{
    float top = (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    rest->h += rest->y - (ui->page.y + top);
    rest->y = ui->page.y + top;
    struct rect row = rect_cut_top(rest, fmaxf(chip_height(ui), least));
    struct rect pause = rect_cut_left(&row, 6.4F * ui->u);
    pause.y += (pause.h - 6.4F * ui->u) / 2;
    pause.h = 6.4F * ui->u;
    ui_icon_button(ui, pause, MASK_PAUSE, _("Menu"), ACTION_BACK, 0, AREA_NO_FOCUS);
    rect_cut_left(&row, 2 * ui->u);
    if (contest_limit_ms(c, CONTEST_NOBODY))
        draw_clock(c, ui, rect_cut_right(&row, clock_width(ui)));
    return row;
}

/// What is left of the time, as a bar below the row.
static void draw_time_bar(const struct contest *c, struct ui *ui, struct rect *rest)
{
    float gap = (ui->is_densest ? 0.5F : ui->is_dense ? 0.8F : 1.6F) * ui->u;
    int64_t limit_ms = contest_limit_ms(c, CONTEST_NOBODY);
    rect_cut_top(rest, gap);
    if (!limit_ms && ui->is_dense)
        return;
    struct rect bar = rect_cut_top(rest, (ui->is_densest ? 0.6F : 0.9F) * ui->u);
    rect_cut_top(rest, gap);
    if (limit_ms) {
        int64_t left_ms = contest_left_ms(c, CONTEST_NOBODY, ui->now_ms);
        ui_bar(ui, bar, (float)left_ms / (float)limit_ms, ui->theme->accent);
    }
}

/// "Question 3 of 20, worth 1 000", or where there is little room "3 of 20".
static const char *place_words(const struct contest *c, const struct ui *ui, bool is_short)
{
    const struct contest_round *round = contest_round(c);
    if (!round)
        return lesson_mode_name(c->rules.mode);
    int nth = round->nth ? round->nth : c->asked + 1;
    int count = 0;
    for (int i = 0; i < c->round_count; i++)
        count += !c->rounds[i].is_empty;
    const char *at = fill_number(ui->arena, nth), *of = fill_number(ui->arena, count);
    if (is_short)
        return fill_text(ui->arena, _("{1} of {2}"), at, of, NULL);
    bool is_worth = round->mode != CONTEST_HANDS && c->rules.team_count > 0 && !round->is_wager;
    if (!is_worth || ui->grid == UI_TALL)
        return fill_text(ui->arena, _("Question {1} of {2}"), at, of, NULL);
    return fill_text(ui->arena, _("Question {1} of {2}, worth {3}"), at, of,
                     format_count(ui->arena, round->value), NULL);
}

struct rect lesson_header(const struct lesson_screen *lesson, const struct game *game,
                          struct ui *ui)
{
    const struct contest *c = &game->run.contest;
    struct rect rest = ui->content;
    bool is_at_scores = lesson_is_at_scores(lesson, c);
    float title = is_at_scores ? ui_line_px(ui, style_title.size_u, 1.2F) : 0;
    struct rect row = draw_top_row(c, ui, &rest, title);
    // Where the scores are, the teams are too.
    int count = is_at_scores ? 0 : c->rules.team_count;
    if (is_at_scores) {
        ui_label(ui, row, style_title, ALIGN_START, ui->theme->text,
                 lesson_scores_title(c, ui->arena));
    }
    int columns = chip_columns(game, ui, count, row.w);
    if (columns < count && ui->is_dense) {
        int rows = (count + columns - 1) / columns;
        float more = (chip_height(ui) + ui->u) * (float)(rows - 1);
        row.h = chip_height(ui) + more;
        rect_cut_top(&rest, more);
    } else if (columns < count) {
        row = rest;
        columns = chip_columns(game, ui, count, row.w);
        int rows = (count + columns - 1) / columns;
        rect_cut_top(&rest, 1.2F * ui->u);
        row = rect_cut_top(&rest, (chip_height(ui) + ui->u) * (float)rows - ui->u);
    }
    if (count)
        draw_chips(lesson, game, ui, row, columns);
    draw_time_bar(c, ui, &rest);
    return rest;
}

struct rect lesson_bare_header(const struct lesson_screen *lesson, const struct game *game,
                               struct ui *ui)
{
    const struct contest *c = &game->run.contest;
    struct rect rest = ui->content;
    const char *place = place_words(c, ui, ui->is_dense || ui->grid == UI_TALL);
    float width = ui_label_width(ui, place_style, place);
    float aside = 8.4F * ui->u + width + 2 * ui->u;
    if (contest_limit_ms(c, CONTEST_NOBODY))
        aside += clock_width(ui) + 2 * ui->u;
    struct wrapped call =
        wrap_text(ui, call_style, lesson_call(lesson, game, ui->arena), rest.w - aside);
    struct rect row = draw_top_row(c, ui, &rest, wrapped_height(&call));
    if (contest_limit_ms(c, CONTEST_NOBODY))
        rect_cut_right(&row, 2 * ui->u);
    ui_label(ui, rect_cut_right(&row, width), place_style, ALIGN_END, ui->theme->text3, place);
    rect_cut_top(&row, (row.h - wrapped_height(&call)) / 2);
    wrapped_draw(ui, &call, row, ALIGN_START, ui->theme->accent);
    draw_time_bar(c, ui, &rest);
    return rest;
}

bool lesson_can_be_bare(const struct contest *c)
{
    return c->at >= 0 && (c->phase == CONTEST_OPEN || c->phase == CONTEST_ANSWERING) &&
           !lesson_is_buzzing(c);
}

bool lesson_is_bare(const struct lesson_screen *lesson, const struct contest *c)
{
    return !c->rules.team_count && contest_round(c) && !lesson_is_at_scores(lesson, c);
}

void lesson_draw_call(const struct lesson_screen *lesson, const struct game *game,
                      struct ui *ui, struct rect *rest)
{
    const struct contest *c = &game->run.contest;
    const char *call = lesson_call(lesson, game, ui->arena);
    const char *place = place_words(c, ui, false);
    if (ui_label_width(ui, place_style, place) > 0.4F * rest->w)
        place = place_words(c, ui, true);
    float width = ui_label_width(ui, place_style, place);
    bool is_apart = ui->grid != UI_TALL && !ui->is_compact && width < 0.4F * rest->w;
    struct rect words = *rest;
    if (is_apart)
        rect_cut_right(&words, width + 3 * ui->u);
    struct wrapped said = wrap_text(ui, call_style, call, words.w);
    struct rect row = rect_cut_top(rest, wrapped_height(&said));
    if (is_apart) {
        struct rect at = row;
        at.h = ui_line_px(ui, call_style.size_u, call_style.spacing);
        ui_label(ui, at, place_style, ALIGN_END, ui->theme->text3, place);
    }
    wrapped_draw(ui, &said, row, ALIGN_START, ui->theme->accent);
    rect_cut_top(rest, fmaxf(ui_ring_reach(ui), (ui->is_dense ? 0.6F : 1.2F) * ui->u));
}
