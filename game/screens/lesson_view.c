// A lesson's question as it is asked, and its answer.
#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/accept.h"
#include "screens/lesson.h"
#include "ui/key_button.h"

struct rect lesson_primary(const struct ui *ui, struct rect *rest, const char *label)
{
    struct rect button = play_primary(ui, rest);
    float wanted = label ? ui_button_width(ui, label) * ui->u : 0;
    float width = fminf(rest->w, fmaxf(button.w, wanted));
    button.x -= width - button.w;
    button.w = width;
    return button;
}

void lesson_draw_next(const struct game *game, struct ui *ui, struct rect *rest)
{
    const char *label = lesson_next_label(game);
    struct rect button = lesson_primary(ui, rest, label);
    if (label)
        ui_button(ui, button, BUTTON_PRIMARY, label, LESSON_NEXT, 0, AREA_PRIMARY | AREA_FIRST);
}

// --- what the host says of an answer

enum { JUDGE_MOST = 4 };

static const float judge_gap_u = 1.6F;

/// Whether who is asked chooses on tiles: then what is chosen says how right it was.
static bool is_on_tiles(const struct contest *c)
{
    enum kind kind = (enum kind)contest_round(c)->ask.question->kind;
    return kind == KIND_CHOICE || kind == KIND_MULTI || kind == KIND_TRUEFALSE;
}

static int judge_buttons(const struct game *game, const struct ui *ui,
                         struct key_button buttons[JUDGE_MOST])
{
    const struct contest *c = &game->run.contest;
    bool is_calm = game->run.log.start.manner.is_calm, is_asking = lesson_is_asking(c);
    enum button_kind right = is_calm ? BUTTON_QUIET : BUTTON_CORRECT;
    enum button_kind wrong = is_calm ? BUTTON_QUIET : BUTTON_WRONG;
    int count = 0;
    if (!is_asking && c->phase != CONTEST_SHOWING)
        return 0;
    if (contest_round(c)->mode == CONTEST_ALL || contest_round(c)->mode == CONTEST_HANDS)
        return 0;
    if (!ui->is_dense || !is_asking || !is_on_tiles(c)) {
        buttons[count++] =
            (struct key_button){right, _("Right"), "Y", PAD_WEST, LESSON_RIGHT, 0, AREA_HOST};
        buttons[count++] = (struct key_button){
            wrong, _("Not right"), "N", PAD_NORTH, LESSON_WRONG, 0, AREA_HOST};
    }
    if (!is_asking)
        return count;
    buttons[count++] =
        (struct key_button){BUTTON_QUIET, _("Pass"), "S", PAD_LEFT_SHOULDER, LESSON_PASS, 0, 0};
    if (contest_round(c)->mode == CONTEST_PUPILS) {
        buttons[count++] = (struct key_button){BUTTON_QUIET, _("Later"), "L",      PAD_NONE,
                                               LESSON_LATER, 0,          AREA_HOST};
    }
    return count;
}

/// Pixels of width that the host's buttons want of `most`; where things are dense without their
/// keys if there is no room for these.
static float judge_width(const struct ui *ui, const struct key_button *buttons, int count,
                         float most)
{
    float keyed = 0, bare = 0, gaps = judge_gap_u * ui->u * (float)(count - 1);
    for (int i = 0; i < count; i++) {
        struct key_button on_pad = buttons[i];
        if (on_pad.pad)
            on_pad.key = ui_pad_label(on_pad.pad, ui->state->glyphs);
        keyed = fmaxf(keyed, ui_key_button_width(ui, &buttons[i]) * ui->u);
        keyed = fmaxf(keyed, ui_key_button_width(ui, &on_pad) * ui->u);
        bare = fmaxf(bare, ui_button_width(ui, buttons[i].label) * ui->u);
    }
    keyed = keyed * (float)count + gaps;
    return ui->is_dense && keyed > most ? bare * (float)count + gaps : keyed;
}

/// Where the primary is: Check, or what leads on.
static struct rect primary_of(const struct game *game, const struct ui *ui, struct rect *rest)
{
    return lesson_can_answer(&game->run.contest)
               ? play_check(ui, rest)
               : lesson_primary(ui, rest, lesson_next_label(game));
}

/// Whether they stand above the primary, for there is no room left of it.
static bool judge_is_above(const struct game *game, const struct ui *ui, struct rect rest)
{
    struct key_button buttons[JUDGE_MOST];
    int count = judge_buttons(game, ui, buttons);
    struct rect primary = primary_of(game, ui, &rest);
    float most = primary.x - rest.x - 2 * ui->u;
    return count && (ui->grid == UI_TALL || judge_width(ui, buttons, count, most) > most);
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
    int count = judge_buttons(game, ui, buttons);
    if (!count)
        return;
    struct rect free = *rest;
    struct rect primary = primary_of(game, ui, &free);
    struct rect row = {rest->x, primary.y, primary.x - rest->x - 2 * ui->u, primary.h};
    if (judge_is_above(game, ui, *rest))
        row = (struct rect){rest->x, primary.y - judge_height(ui), rest->w, primary.h};
    row.w = fminf(row.w, judge_width(ui, buttons, count, row.w));
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
                          struct ui *ui, struct rect rest, bool is_bare)
{
    struct ask_context context = lesson_context(lesson, game);
    if (!is_bare)
        lesson_draw_call(lesson, game, ui, &rest);
    rest.h = ui->page.y + ui->page.h - 4 * ui->u - rest.y;
    if (!lesson_can_answer(&game->run.contest)) {
        show_question(lesson, game, context, ui, rest);
        return;
    }
    struct rect whole = rest;
    if (judge_is_above(game, ui, whole)) {
        struct rect primary = play_check(ui, &rest);
        rest.h = primary.y - judge_height(ui) - 2 * ui->u - rest.y;
    } else {
        context.below_px = judge_height(ui);
    }
    play_view_asked(&lesson->play, &context, ui, rest);
    draw_judge(game, ui, &whole);
}

// --- the answer

/// What each team earned, in lines, which are beside each other where room is scarce.
struct lines {
    struct wrapped items[TEAMS_MOST + 1];
    int count, columns;
    float height;
};

static struct lines lay_out_lines(const struct game *game, const struct ui *ui, float width,
                                  int columns)
{
    struct lines lines = {.columns = columns};
    struct text_style style = style_strong;
    if (ui->is_densest)
        style.spacing = 1.2F;
    const struct contest *c = &game->run.contest;
    // While boards are up who was right is marked on the teams, but for what is wagered.
    if (c->phase == CONTEST_MARKING && !contest_round(c)->is_wager)
        return lines;
    for (int team = CONTEST_NOBODY; team < c->rules.team_count; team++) {
        const char *line = lesson_line(game, team, ui->arena);
        if (!line)
            continue;
        struct wrapped words = wrap_text(ui, style, line, width / (float)columns);
        if (columns > 1 && words.line_count > 1)
            return lay_out_lines(game, ui, width, 1);
        lines.height += lines.count % columns == 0 ? wrapped_height(&words) : 0;
        lines.items[lines.count++] = words;
    }
    return lines;
}

static void draw_lines(struct ui *ui, const struct lines *lines, struct rect *flow)
{
    struct rect row = *flow;
    for (int i = 0; i < lines->count; i++) {
        int column = i % lines->columns;
        struct rect at = rect_cell(row, lines->columns, 1, column, 0, 0);
        wrapped_draw(ui, &lines->items[i], at, ALIGN_START, ui->theme->text);
        if (column == lines->columns - 1)
            rect_cut_top(&row, wrapped_height(&lines->items[i]));
    }
    rect_cut_top(flow, lines->height);
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
    float answered, gap, why_gap, height;
};

static struct answer_page lay_out_answer(const struct lesson_screen *lesson,
                                         const struct game *game, const struct ui *ui,
                                         float width, int tight)
{
    const float sizes[] = {4.6F, 3.9F, 3.3F, 0};
    const struct ask_view *view = play_ask_view(&lesson->turn);
    const char *why = play_why(&lesson->turn, ui);
    const char *text = play_question_text(lesson->turn.ask.question, ui->arena);
    float gap_u = tight ? 1.2F : 2;
    if (ui->is_densest)
        gap_u = 0.6F;
    struct answer_page page = {.context = lesson_context(lesson, game),
                               .lines = lay_out_lines(game, ui, width, ui->is_densest ? 2 : 1),
                               .gap = gap_u * ui->u};
    struct text_style asked = style_question, body = style_body;
    if (ui->is_densest) {
        asked.spacing = 1.12F;
        body.spacing = 1.2F;
    }
    page.context.tight = tight > 0; // lower than that it can't be read from the back row
    page.asked = wrap_fit(ui, asked, sizes + tight, text, width, 3, 1e6F);
    page.why = wrap_text(ui, body, why ? why : "", width);
    page.answered = view->answered_height(&page.context, ui, width);
    if (lesson->turn.ask.question->kind != KIND_CLOZE)
        page.asked_height = wrapped_height(&page.asked) + page.gap;
    page.height = page.asked_height + page.answered + page.lines.height +
                  (page.lines.count ? page.gap : 0) + accept_height(game, ui);
    page.why_gap = ui->is_densest ? 0 : page.gap; // the answers end with one
    if (why)
        page.height += page.why_gap + wrapped_height(&page.why);
    return page;
}

/// Gives what is left of `height` to the gaps, as far as they want it.
static void loosen(struct answer_page *page, float height, float most)
{
    float more = fmaxf(0, fminf(most, (height - page->height) / 3));
    page->asked_height += page->asked_height > 0 ? more : 0;
    page->gap += more;
    page->why_gap += more;
    page->height += 3 * more;
}

/// What came of it goes first: that is in view whatever scrolls.
static void draw_answer(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, const struct answer_page *page, struct rect flow)
{
    draw_lines(ui, &page->lines, &flow);
    draw_accept(game, ui, &flow);
    rect_cut_top(&flow, page->lines.count ? page->gap : 0);
    if (page->asked_height > 0)
        wrapped_draw(ui, &page->asked, flow, ALIGN_START, ui->theme->text);
    rect_cut_top(&flow, page->asked_height);
    play_ask_view(&lesson->turn)
        ->answered(&page->context, ui, rect_cut_top(&flow, page->answered));
    rect_cut_top(&flow, page->why_gap);
    wrapped_draw(ui, &page->why, flow, ALIGN_START, ui->theme->text2);
}

void lesson_view_answer(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, struct rect rest, bool is_bare)
{
    bool is_said = game->run.contest.phase == CONTEST_SHOWING && !lesson->play.notice;
    if (!is_bare && (!is_said || !ui->is_densest))
        lesson_draw_call(lesson, game, ui, &rest);
    struct rect below = rest;
    lesson_draw_next(game, ui, &rest);
    draw_judge(game, ui, &below);
    rest.h = fminf(rest.h, below.h);
    struct answer_page page = {.height = 1e6F};
    for (int tight = 0; tight <= 2 && page.height > rest.h; tight++)
        page = lay_out_answer(lesson, game, ui, rest.w, tight);
    if (ui->is_densest)
        loosen(&page, rest.h, 0.8F * ui->u);
    ui_pages_begin(ui, LESSON_TEXT_REGION, lesson->play.page, rest, page.height);
    draw_answer(lesson, game, ui, &page, (struct rect){rest.x, rest.y, rest.w, page.height});
    ui_pages_end(ui, play_page_words());
}
