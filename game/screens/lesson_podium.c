// The end of a lesson: the podium, or what the class knew.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/lesson.h"
#include "screens/party.h"

enum {
    LEAST_ROW_U = 32,
    PLACES = 3,
    RISE_MS = 320,
    RISE_AFTER_MS = 450,
    WORST_MOST = 3,
    TO_PERCENT = 10
};

static const float block_heights[PLACES] = {1, 0.68F, 0.42F};
static const struct text_style place_style = {FACE_DISPLAY_BOLD, 6.1F, 1.15F};
static const struct text_style share_style = {FACE_DISPLAY_BOLD, 12, 1.15F};
static const struct text_style heading_style = {FACE_SEMIBOLD, 3.1F, 1.3F};
static const float name_sizes[] = {4.3F, 3.6F, 3.1F, 2.6F, 0};

static bool is_over(const struct lesson_screen *lesson, const struct ui *ui)
{
    return ui->reduced_motion || ui->state->acted_ms > lesson->play.shown_ms;
}

static int64_t rises_ms(const struct lesson_screen *lesson, int place)
{
    return lesson->play.shown_ms + (int64_t)RISE_AFTER_MS * (PLACES - place);
}

/// The nth best stands in the middle, then left and right of it in turn.
static int column_of(int nth, int count)
{
    int by = (nth + 1) / 2;
    return count / 2 + (nth % 2 ? -by : by);
}

/// The name of a team as it stands on its block; empty where names are hidden.
static struct wrapped wrap_name(const struct game *game, const struct ui *ui, int team,
                                float width)
{
    bool is_hidden = game->run.log.start.manner.hides_names;
    const char *name = is_hidden ? "" : lesson_team_name(game, team);
    return wrap_fit(ui, style_strong, name_sizes, name, width, 2, 1e6F);
}

/// The height of the name that takes most lines; below 0 if one has no room in its width.
static float names_height(const struct game *game, const struct ui *ui, const int *teams,
                          int count, float width)
{
    float height = 0;
    for (int i = 0; i < count; i++) {
        struct wrapped name = wrap_name(game, ui, teams[i], width);
        if (name.has_split_word)
            return -1;
        height = fmaxf(height, wrapped_height(&name));
    }
    return height;
}

/// The height of the number on a block.
static float number_px(const struct ui *ui)
{
    return ui_line_px(ui, place_style.size_u, place_style.spacing) + ui->u;
}

/// `room` is that of the block at its full height, `above` what its mark and name take.
static void draw_block(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect room, int team, int place, float above)
{
    int mark = game->run.log.start.teams[team].mark;
    float risen = is_over(lesson, ui)
                      ? 1
                      : ui_progress(ui, rises_ms(lesson, place), RISE_MS, EASE_OUT_CUBIC);
    float height = room.h * block_heights[place - 1] * risen;
    float radius = 2.6F * ui->u;
    struct rect block = {room.x, room.y + room.h - height, room.w, height};
    ui->alpha = risen;
    ui_fill_corners(ui, block, 1.6F * ui->u, CORNERS_TOP, ui->theme->surface2);
    if (block.h > 1)
        ui_outline(ui, block, 1.6F * ui->u, ui_stroke_px(ui, 0.25F), ui->theme->outline);
    struct rect number = block;
    number.h = number_px(ui);
    if (number.h <= block.h) {
        ui_label(ui, number, place_style, ALIGN_CENTRE, ui->theme->text,
                 fill_number(ui->arena, place));
    }
    struct point centre = {room.x + room.w / 2, block.y - above + radius * 1.2F};
    lesson_draw_mark(ui, mark, centre, radius);
    struct wrapped name = wrap_name(game, ui, team, room.w);
    float top = block.y - ui->u - wrapped_height(&name);
    struct rect words = {room.x, top, room.w, wrapped_height(&name)};
    wrapped_draw(ui, &name, words, ALIGN_CENTRE, ui->theme->text);
    ui->alpha = 1;
}

/// Returns false, and draws nothing, if there is no room for it.
static bool draw_podium(const struct lesson_screen *lesson, const struct game *game,
                        const struct lesson_standing *standing, struct ui *ui, struct rect room)
{
    int teams[TEAMS_MOST], count = 0, last = 1;
    while (count < standing->count && standing->places[standing->order[count]] <= PLACES) {
        teams[count] = standing->order[count];
        last = standing->places[teams[count++]];
    }
    float gap = 1.2F * ui->u;
    float width = fminf(24 * ui->u * ui->text_scale, (room.w + gap) / (float)count - gap);
    float all = (width + gap) * (float)count - gap;
    float names = names_height(game, ui, teams, count, width), above = names + 7 * ui->u;
    if (names < 0 || (room.h - above) * block_heights[last - 1] < number_px(ui))
        return false;
    for (int i = 0; i < count; i++) {
        struct rect block = {room.x + (room.w - all) / 2 +
                                 (width + gap) * (float)column_of(i, count),
                             room.y + above, width, fmaxf(0, room.h - above)};
        draw_block(lesson, game, ui, block, teams[i], standing->places[teams[i]], above);
    }
    return true;
}

static void view_teams(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest)
{
    const struct lesson_standing standing = lesson_standing(&game->run.contest);
    struct rect podium, rows = rest;
    if (ui->grid == UI_TALL) {
        podium = rect_cut_top(&rows, 0.42F * rest.h);
        rect_cut_top(&rows, 3 * ui->u);
    } else {
        podium = rect_cut_left(&rows, 0.48F * rest.w);
        rect_cut_left(&rows, 3 * ui->u);
    }
    bool has_room = ui->grid == UI_TALL || rows.w >= LEAST_ROW_U * ui->u * ui->text_scale;
    if (!has_room || !draw_podium(lesson, game, &standing, ui, podium))
        rows = rest;
    lesson_draw_rows(lesson, game, ui, rows, INT64_MIN);
    if (!game->run.log.start.manner.is_calm && !is_over(lesson, ui)) {
        struct point from = {podium.x + podium.w / 2, podium.y + podium.h * 0.8F};
        party_draw(ui, from, rises_ms(lesson, 1));
    }
}

static const char *percent(struct arena *arena, int credit)
{
    return fill_text(arena, _("{1} %"),
                     fill_number(arena, (credit + TO_PERCENT / 2) / TO_PERCENT), NULL);
}

/// Draws the question with its share, or only measures it with a NULL `at`. Returns how high
/// it is, with a gap below.
static float worst_row(const struct contest *c, struct ui *ui, float width,
                       const struct lesson_class_share *worst, const struct rect *at)
{
    const struct question *question = c->rounds[worst->round].ask.question;
    const char *share = percent(ui->arena, worst->credit);
    float gap = 2 * ui->u;
    float column = fmaxf(ui_label_width(ui, heading_style, share),
                         ui_label_width(ui, heading_style, percent(ui->arena, CREDIT_FULL)));
    struct wrapped text = wrap_text(ui, style_body, play_question_text(question, ui->arena),
                                    width - column - gap);
    if (at) {
        struct rect words = *at, number = *at;
        number.h = text.line_px;
        ui_label(ui, number, heading_style, ALIGN_START, ui->theme->text, share);
        rect_cut_left(&words, column + gap);
        wrapped_draw(ui, &text, words, ALIGN_START, ui->theme->text);
    }
    return wrapped_height(&text) + ui->u;
}

static void view_class(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest)
{
    const struct contest *c = &game->run.contest;
    struct lesson_class_share worst[WORST_MOST];
    int count;
    int right = lesson_class_share(c, worst, WORST_MOST, &count);
    const char *says = right < 0 ? _("No question was answered.")
                       : count   ? _("of the answers were right. Questions to teach again:")
                                 : _("of the answers were right. Nothing to teach again.");
    float width = rest.w - 2 * ui->u;
    float hero = right < 0 ? 0 : ui_line_px(ui, share_style.size_u, share_style.spacing);
    struct wrapped words = wrap_text(ui, heading_style, says, width);
    float height = hero + wrapped_height(&words) + 2 * ui->u;
    for (int i = 0; i < count; i++)
        height += worst_row(c, ui, width, &worst[i], NULL);
    float up = ui_page_begin(ui, LESSON_SCORES_REGION, lesson->play.page, rest, height);
    struct rect flow = {rest.x, rest.y - up, width, height};
    if (hero > 0) {
        ui_label(ui, rect_cut_top(&flow, hero), share_style, ALIGN_START, ui->theme->text,
                 percent(ui->arena, right));
    }
    wrapped_draw(ui, &words, flow, ALIGN_START, ui->theme->text2);
    rect_cut_top(&flow, wrapped_height(&words) + 2 * ui->u);
    for (int i = 0; i < count; i++)
        rect_cut_top(&flow, worst_row(c, ui, width, &worst[i], &flow));
    ui_scroll_end(ui);
}

void lesson_view_end(const struct lesson_screen *lesson, const struct game *game, struct ui *ui,
                     struct rect rest)
{
    if (game->run.contest.rules.team_count) {
        view_teams(lesson, game, ui, rest);
    } else {
        view_class(lesson, game, ui, rest);
    }
}
