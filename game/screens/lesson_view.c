// A lesson's question: who is asked, with what score and how much time, and what is asked.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/accept.h"
#include "screens/format.h"
#include "screens/lesson.h"
#include "ui/key_button.h"
#include "ui/tile.h"

static const struct text_style chip_style = {FACE_SEMIBOLD, 2.9F, 1.2F};
static const struct text_style call_style = {FACE_SEMIBOLD, 3.1F, 1.25F};
static const struct text_style place_style = {FACE_REGULAR, 2.6F, 1.24F};

float lesson_draw_team(struct ui *ui, struct rect rect, const struct game *game, int team,
                       struct text_style style, struct colour colour)
{
    int mark = game->run.log.start.teams[team].mark;
    float radius = 0.34F * fminf(rect.h, ui_line_px(ui, style.size_u, 1.6F));
    struct point centre = {rect.x + radius * 1.3F, rect.y + rect.h / 2};
    ui_mark(ui, (enum mask)mark, centre, radius, answer_colours[mark].fill);
    rect_cut_left(&rect, radius * 2.6F + 1.2F * ui->u);
    float width = radius * 2.6F + 1.2F * ui->u;
    if (game->run.log.start.manner.hides_names)
        return width;
    return width + ui_label(ui, rect, style, ALIGN_START, colour, lesson_team_name(game, team));
}

/// What of a team can be seen at once: asked, out, or neither.
static struct colour chip_colour(const struct contest *c, const struct ui *ui, int team)
{
    bool is_out = c->out & 1U << team && c->phase != CONTEST_SHOWING;
    return is_out ? ui->theme->text3 : ui->theme->text;
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
    if (is_marked) {
        struct rect tick = rect_cut_right(&inner, 3.2F * ui->u);
        ui_icon(ui, MASK_CHECK, rect_centre(tick), 1.2F * ui->u, 0.26F, ui->theme->text);
    } else if (lesson_shows_scores(lesson, game)) {
        const char *score = format_count(ui->arena, score_total(c->scores[team]));
        float width = ui_label_width(ui, chip_style, score) + 0.8F * ui->u;
        struct rect at = rect_cut_right(&inner, width);
        ui_digits(ui, at, chip_style, ALIGN_END, ui->theme->text2, score);
    }
    lesson_draw_team(ui, inner, game, team, chip_style, chip_colour(c, ui, team));
    ui_focus_ring(ui, LESSON_TEAM, team, rect, radius);
    ui_area(ui, rect, LESSON_TEAM, team, 0, lesson_team_name(game, team));
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

static void draw_clock(const struct contest *c, struct ui *ui, struct rect rect)
{
    int64_t limit_ms = contest_limit_ms(c, CONTEST_NOBODY);
    if (!limit_ms)
        return;
    int64_t left_ms = contest_left_ms(c, CONTEST_NOBODY, ui->now_ms);
    struct colour colour = c->is_paused ? ui->theme->text3 : ui->theme->text;
    ui_digits(ui, rect, chip_style, ALIGN_END, colour, format_clock(ui->arena, left_ms));
}

/// Teams beside each other that have room for a name and a score.
static int chip_columns(const struct ui *ui, int count, float width)
{
    float least = 26 * ui->u * fmaxf(1, ui->text_scale * 0.9F);
    int most = (int)fmaxf(1, width / least);
    if (most >= count)
        return count ? count : 1;
    int rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

struct rect lesson_header(const struct lesson_screen *lesson, const struct game *game,
                          struct ui *ui)
{
    const struct contest *c = &game->run.contest;
    struct rect rest = ui->content;
    float top = (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    rest.h += rest.y - (ui->page.y + top);
    rest.y = ui->page.y + top;
    float side = fmaxf(6.4F * ui->u, ui_line_px(ui, chip_style.size_u, 1.7F));
    struct rect row = rect_cut_top(&rest, side);
    struct rect pause = rect_cut_left(&row, 6.4F * ui->u);
    pause.y += (pause.h - 6.4F * ui->u) / 2;
    pause.h = 6.4F * ui->u;
    ui_icon_button(ui, pause, MASK_PAUSE, _("Menu"), ACTION_BACK, 0, AREA_NO_FOCUS);
    rect_cut_left(&row, 2 * ui->u);
    // Where the scores are, the teams are too.
    int count = lesson_is_at_scores(lesson, c) ? 0 : c->rules.team_count;
    if (contest_limit_ms(c, CONTEST_NOBODY))
        draw_clock(c, ui, rect_cut_right(&row, 10 * ui->u * ui->text_scale));
    int columns = chip_columns(ui, count, row.w);
    if (count && columns < count) {
        row = rest;
        columns = chip_columns(ui, count, row.w);
        int rows = (count + columns - 1) / columns;
        rect_cut_top(&rest, 1.2F * ui->u);
        row = rect_cut_top(&rest, (side + ui->u) * (float)rows - ui->u);
    }
    if (count)
        draw_chips(lesson, game, ui, row, columns);
    rect_cut_top(&rest, 1.6F * ui->u);
    int64_t limit_ms = contest_limit_ms(c, CONTEST_NOBODY);
    struct rect bar = rect_cut_top(&rest, 0.9F * ui->u);
    if (limit_ms) {
        float share = (float)contest_left_ms(c, CONTEST_NOBODY, ui->now_ms) / (float)limit_ms;
        ui_bar(ui, bar, share, ui->theme->accent);
    }
    rect_cut_top(&rest, 1.6F * ui->u);
    return rest;
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
    if (round->mode == CONTEST_HANDS || (c->rules.team_count == 0) || ui->grid == UI_TALL)
        return fill_text(ui->arena, _("Question {1} of {2}"), at, of, NULL);
    return fill_text(ui->arena, _("Question {1} of {2}, worth {3}"), at, of,
                     format_count(ui->arena, round->value), NULL);
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
    rect_cut_top(rest, 1.2F * ui->u);
}

void lesson_draw_next(const struct game *game, struct ui *ui, struct rect *rest)
{
    const char *label = lesson_next_label(game);
    struct rect button = play_primary(ui, rest);
    if (label)
        ui_button(ui, button, BUTTON_PRIMARY, label, LESSON_NEXT, 0, AREA_PRIMARY | AREA_FIRST);
}

// --- what the host says of an answer

enum { JUDGE_MOST = 4 };

static const float judge_gap_u = 1.6F;

static int judge_buttons(const struct game *game, struct key_button buttons[JUDGE_MOST])
{
    const struct contest *c = &game->run.contest;
    bool is_calm = game->run.log.start.manner.is_calm;
    int count = 0;
    if (!lesson_is_asking(c) && c->phase != CONTEST_SHOWING)
        return 0;
    if (contest_round(c)->mode == CONTEST_ALL || contest_round(c)->mode == CONTEST_HANDS)
        return 0;
    buttons[count++] = (struct key_button){
        is_calm ? BUTTON_QUIET : BUTTON_CORRECT, _("Right"), "Y", PAD_WEST, LESSON_RIGHT, 0, 0};
    buttons[count++] = (struct key_button){is_calm ? BUTTON_QUIET : BUTTON_WRONG,
                                           _("Not right"),
                                           "N",
                                           PAD_NORTH,
                                           LESSON_WRONG,
                                           0,
                                           0};
    if (!lesson_is_asking(c))
        return count;
    buttons[count++] =
        (struct key_button){BUTTON_QUIET, _("Pass"), "S", PAD_LEFT_SHOULDER, LESSON_PASS, 0, 0};
    if (contest_round(c)->mode == CONTEST_PUPILS) {
        buttons[count++] =
            (struct key_button){BUTTON_QUIET, _("Later"), "L", PAD_NONE, LESSON_LATER, 0, 0};
    }
    return count;
}

/// Pixels of width that the host's buttons want.
static float judge_width(const struct ui *ui, const struct key_button *buttons, int count)
{
    float wanted = 0;
    for (int i = 0; i < count; i++)
        wanted = fmaxf(wanted, ui_key_button_width(ui, &buttons[i]) * ui->u);
    return (wanted + judge_gap_u * ui->u) * (float)count - judge_gap_u * ui->u;
}

/// Whether they stand above the primary, for there is no room left of it.
static bool judge_is_above(const struct game *game, const struct ui *ui, struct rect rest)
{
    struct key_button buttons[JUDGE_MOST];
    int count = judge_buttons(game, buttons);
    struct rect primary = play_primary(ui, &rest);
    return count && (ui->grid == UI_TALL ||
                     judge_width(ui, buttons, count) > primary.x - rest.x - 2 * ui->u);
}

static float judge_height(const struct ui *ui)
{
    struct rect rest = ui->content;
    return play_primary(ui, &rest).h + judge_gap_u * ui->u;
}

/// The host's buttons left of the primary, or above it. Cuts off what is below `rest`.
static void draw_judge(const struct game *game, struct ui *ui, struct rect *rest)
{
    struct key_button buttons[JUDGE_MOST];
    int count = judge_buttons(game, buttons);
    if (!count)
        return;
    struct rect free = *rest;
    struct rect primary = play_primary(ui, &free);
    struct rect row = {rest->x, primary.y, primary.x - rest->x - 2 * ui->u, primary.h};
    if (judge_is_above(game, ui, *rest))
        row = (struct rect){rest->x, primary.y - judge_height(ui), rest->w, primary.h};
    row.w = fminf(row.w, judge_width(ui, buttons, count));
    for (int i = 0; i < count; i++)
        ui_key_button(ui, rect_cell(row, count, 1, i, 0, judge_gap_u * ui->u), &buttons[i]);
    rest->h = fminf(rest->h, row.y - 2 * ui->u - rest->y);
}

/// A question that nobody answers here: what is shown of it acts on nothing.
static void show_question(const struct lesson_screen *lesson, const struct game *game,
                          struct ask_context context, struct ui *ui, struct rect rest)
{
    struct rect below = rest;
    lesson_draw_next(game, ui, &rest);
    draw_judge(game, ui, &below);
    rest.h = fminf(rest.h, below.h);
    int from = ui_area_count(ui);
    context.is_for_show = true;
    play_view_asked(&lesson->play, &context, ui, rest);
    ui_show_only(ui, from);
}

void lesson_view_question(const struct lesson_screen *lesson, const struct game *game,
                          struct ui *ui, struct rect rest)
{
    struct ask_context context = lesson_context(lesson, game);
    lesson_draw_call(lesson, game, ui, &rest);
    rest.h = ui->page.y + ui->page.h - 4 * ui->u - rest.y;
    if (!lesson_can_answer(&game->run.contest)) {
        show_question(lesson, game, context, ui, rest);
        return;
    }
    struct rect whole = rest;
    if (judge_is_above(game, ui, whole)) {
        struct rect primary = play_primary(ui, &rest);
        rest.h = primary.y - judge_height(ui) - 2 * ui->u - rest.y;
    }
    play_view_asked(&lesson->play, &context, ui, rest);
    draw_judge(game, ui, &whole);
}

// --- the answer

/// What each team earned, in lines.
struct lines {
    struct wrapped items[TEAMS_MOST + 1];
    int count;
    float height;
};

static struct lines lay_out_lines(const struct game *game, const struct ui *ui, float width)
{
    struct lines lines = {.count = 0};
    for (int team = CONTEST_NOBODY; team < game->run.contest.rules.team_count; team++) {
        const char *line = lesson_line(game, team, ui->arena);
        if (!line)
            continue;
        struct wrapped words = wrap_text(ui, style_strong, line, width);
        lines.height += wrapped_height(&words);
        lines.items[lines.count++] = words;
    }
    return lines;
}

static struct key_button accept_button(void)
{
    return (struct key_button){
        BUTTON_QUIET, _("Accept it from now on"), "A", PAD_NONE, LESSON_ACCEPT, 0, 0};
}

/// The height that it takes, with a gap above; 0: what was typed needs none.
static float accept_height(const struct game *game, const struct ui *ui)
{
    return accept_offered(game)
               ? fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F)) + judge_gap_u * ui->u
               : 0;
}

static void draw_accept(const struct game *game, struct ui *ui, struct rect *flow)
{
    struct rect at = rect_cut_top(flow, accept_height(game, ui));
    const struct key_button button = accept_button();
    rect_cut_top(&at, judge_gap_u * ui->u);
    at.w = fminf(at.w, ui_key_button_width(ui, &button) * ui->u);
    if (at.h > 0)
        ui_key_button(ui, at, &button);
}

/// All of what is shown with the answer, in its order.
struct answer_page {
    struct wrapped asked, why;
    struct lines lines;
    struct ask_context context;
    float asked_height; // with the gap below it; a text with gaps is in its answer already
    float answered, gap, height;
};

static struct answer_page lay_out_answer(const struct lesson_screen *lesson,
                                         const struct game *game, const struct ui *ui,
                                         float width, int tight)
{
    const float sizes[] = {4.6F, 3.9F, 3.3F, 0};
    const struct ask_view *view = play_ask_view(&lesson->turn);
    const char *why = play_why(&lesson->turn, ui);
    const char *text = play_question_text(lesson->turn.ask.question, ui->arena);
    struct answer_page page = {.context = lesson_context(lesson, game),
                               .lines = lay_out_lines(game, ui, width),
                               .gap = (tight ? 1.2F : 2) * ui->u};
    page.context.tight = tight;
    page.asked = wrap_fit(ui, style_question, sizes + tight, text, width, 3, 1e6F);
    page.why = wrap_text(ui, style_body, why ? why : "", width);
    page.answered = view->answered_height(&page.context, ui, width);
    if (lesson->turn.ask.question->kind != KIND_CLOZE)
        page.asked_height = wrapped_height(&page.asked) + page.gap;
    page.height = page.asked_height + page.answered + page.lines.height + 2 * page.gap +
                  accept_height(game, ui);
    if (why)
        page.height += wrapped_height(&page.why);
    return page;
}

/// What came of it goes first: that is in view whatever scrolls.
static void draw_answer(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, const struct answer_page *page, struct rect flow)
{
    for (int i = 0; i < page->lines.count; i++) {
        wrapped_draw(ui, &page->lines.items[i], flow, ALIGN_START, ui->theme->text);
        rect_cut_top(&flow, wrapped_height(&page->lines.items[i]));
    }
    draw_accept(game, ui, &flow);
    rect_cut_top(&flow, page->lines.count ? page->gap : 0);
    if (page->asked_height > 0)
        wrapped_draw(ui, &page->asked, flow, ALIGN_START, ui->theme->text);
    rect_cut_top(&flow, page->asked_height);
    play_ask_view(&lesson->turn)
        ->answered(&page->context, ui, rect_cut_top(&flow, page->answered));
    rect_cut_top(&flow, page->gap);
    wrapped_draw(ui, &page->why, flow, ALIGN_START, ui->theme->text2);
}

void lesson_view_answer(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, struct rect rest)
{
    lesson_draw_call(lesson, game, ui, &rest);
    struct rect below = rest;
    lesson_draw_next(game, ui, &rest);
    draw_judge(game, ui, &below);
    rest.h = fminf(rest.h, below.h);
    float width = rest.w - 2 * ui->u; // beside a scroll bar
    struct answer_page page = {.height = 1e6F};
    for (int tight = 0; tight <= 2 && page.height > rest.h; tight++)
        page = lay_out_answer(lesson, game, ui, width, tight);
    float up = ui_page_begin(ui, LESSON_TEXT_REGION, lesson->play.page, rest, page.height);
    draw_answer(lesson, game, ui, &page,
                (struct rect){rest.x, rest.y - up, width, page.height});
    ui_scroll_end(ui);
}
