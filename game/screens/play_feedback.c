#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/format.h"
#include "screens/picture.h"
#include "screens/play.h"
#include "screens/verdict.h"
#include "ui/looked.h"
#include "ui/tile.h"

enum { TIGHT_MOST = 2 };

enum sheet_kind play_sheet_kind(const struct turn *turn)
{
    if (turn->mark.credit == CREDIT_FULL)
        return SHEET_RIGHT;
    return turn->mark.credit > 0 ? SHEET_PARTLY : SHEET_WRONG;
}

/// The upper part of the feedback: the question once more with its picture, and the answers.
struct upper {
    struct wrapped question;
    struct picture_box picture;
    float aside;                   // width that the picture takes beside them, else 0
    float question_height, height; // pixels
};

/// The picture stands beside question and answers, or between them.
static void place_picture(struct upper *upper, const struct game *game, const struct turn *turn,
                          const struct ui *ui, float width, int tight)
{
    bool is_beside = picture_is_beside(ui);
    float most_width = is_beside ? fminf(40 * ui->u, 0.32F * width) : width;
    float height = is_beside ? 34 : 22;
    upper->picture =
        picture_lay_out(ui, picture_folder(game, turn->ask.bank, ui->arena), turn->ask.question,
                        most_width, (tight ? 0.7F : 1) * height * ui->u);
    if (is_beside && upper->picture.height > 0)
        upper->aside = upper->picture.width + 4 * ui->u;
}

static struct upper measure_upper(const struct game *game, const struct turn *turn,
                                  const struct ui *ui, float width, int tight)
{
    struct ask_context context = play_context(game, turn);
    context.tight = tight;
    const float sizes[] = {4.6F, 3.9F, 3.3F, 0};
    const struct question *question = turn->ask.question;
    struct upper upper = {0};
    place_picture(&upper, game, turn, ui, width, tight);
    width -= upper.aside;
    upper.question = wrap_fit(ui, style_question, sizes + tight,
                              play_question_text(question, ui->arena), width, 2, 1e6F);
    if (question->kind != KIND_CLOZE)
        upper.question_height = wrapped_height(&upper.question) + 2 * ui->u;
    upper.height =
        upper.question_height + play_ask_view(turn)->answered_height(&context, ui, width);
    if (upper.aside > 0) {
        upper.height = fmaxf(upper.height, upper.picture.height);
    } else if (upper.picture.height > 0) {
        upper.height += upper.picture.height + 2 * ui->u;
    }
    return upper;
}

/// What does not fit scrolls, and goes on under the sheet that begins `gap` pixels below.
static void draw_upper(const struct play *play, const struct game *game,
                       const struct turn *turn, struct ui *ui, struct rect area, float gap,
                       int tight)
{
    struct ask_context context = play_context(game, turn);
    context.tight = tight;
    struct upper upper = measure_upper(game, turn, ui, area.w, tight);
    bool scrolls = upper.height > area.h + 0.5F;
    if (scrolls) {
        area.h += gap;
        struct rect region = area;
        area.w -= 2 * ui->u;
        upper = measure_upper(game, turn, ui, area.w, tight);
        area.y -= ui_page_begin(ui, PLAY_TEXT_REGION, play->page, region, upper.height + ui->u);
        area.h = upper.height;
    }
    if (upper.aside > 0) {
        struct rect picture = rect_cut_right(&area, upper.picture.width);
        area.w -= upper.aside - upper.picture.width;
        picture_draw(ui, &upper.picture, picture);
        picture_area(ui, &upper.picture, picture, PLAY_PICTURE, 0);
    }
    if (upper.question_height > 0)
        wrapped_draw(ui, &upper.question, area, ALIGN_START, ui->theme->text);
    rect_cut_top(&area, upper.question_height);
    if (upper.aside <= 0 && upper.picture.height > 0) {
        picture_draw(ui, &upper.picture, area);
        picture_area(ui, &upper.picture, area, PLAY_PICTURE, 0);
        rect_cut_top(&area, upper.picture.height + 2 * ui->u);
    }
    play_ask_view(turn)->answered(&context, ui, area);
    if (scrolls)
        ui_scroll_end(ui);
}

/// The points at the right of the sheet's title; returns the width taken.
static float draw_points(const struct play *play, const struct turn *turn, struct ui *ui,
                         struct rect row, enum sheet_kind kind)
{
    int64_t total = score_total(turn->points);
    if (total <= 0)
        return 0;
    float done = ui_progress(ui, play->shown_ms, MOTION_COUNT_MS, EASE_OUT_CUBIC);
    int64_t shown = (int64_t)((float)total * done + 0.5F);
    const char *text = arena_printf(ui->arena, "+%s", format_count(ui->arena, shown));
    const struct text_style style = {FACE_DISPLAY_BOLD, 5.6F, 1.15F};
    struct colour colour = kind == SHEET_RIGHT ? ui->theme->correct : ui->theme->text2;
    return ui_digits(ui, row, style, ALIGN_END, colour, text);
}

static const char *source_text(const struct turn *turn)
{
    const struct question_extras *extras = turn->ask.question->extras;
    if (!extras)
        return NULL;
    return extras->source.title ? extras->source.title : extras->source.url;
}

/// Source at the left, with the key that opens it where it can be opened.
static void draw_source(const struct turn *turn, struct ui *ui, struct rect row)
{
    const char *text = source_text(turn);
    if (!text)
        return;
    bool is_link = turn->ask.question->extras->source.url != NULL;
    struct rect whole = row;
    if (is_link) {
        struct point at = {row.x + 1.2F * ui->u, row.y + row.h / 2};
        ui_icon(ui, MASK_LINK, at, 1.15F * ui->u, 0.24F, ui->theme->text2);
        rect_cut_left(&row, 3.6F * ui->u);
    }
    struct text_style style = {FACE_REGULAR, 2.5F, 1.24F};
    rect_cut_right(&row, 6 * ui->u);
    float width = ui_label(ui, row, style, ALIGN_START, ui->theme->text2, text);
    if (!is_link)
        return;
    whole.w = width + 4 * ui->u;
    if (ui->state->device == DEVICE_KEYBOARD)
        ui_keycap(ui, row.x + width + 1.4F * ui->u, row.y + row.h / 2, "O", ui->theme->text2);
    ui_focus_ring(ui, PLAY_SOURCE, 0, whole, 0.8F * ui->u);
    ui_area(ui, whole, PLAY_SOURCE, 0, 0, text);
}

const char *play_why(const struct turn *turn, const struct ui *ui)
{
    const char *why = verdict_why(turn, ui->arena);
    const struct question_extras *extras = turn->ask.question->extras;
    const char *explanation = extras ? extras->explanation : NULL;
    if (!why || !explanation)
        return why ? why : explanation;
    const char *both = arena_printf(ui->arena, "%s\n%s", why, explanation);
    return looked_keep(ui, looked_keep(ui, both, why), explanation);
}

/// What the sheet says below its title.
struct words {
    struct wrapped sentence, why;
    float gap, height;
};

static struct words lay_out_words(const struct play *play, const struct session *s,
                                  const struct turn *turn, const struct ui *ui, float width)
{
    const struct text_style second = {FACE_REGULAR, 2.9F, 1.3F};
    const char *sentence = verdict_sentence(s, turn, ui->arena);
    if (play->flag.is_up && play->flag.question == turn->ask.question)
        sentence = arena_printf(ui->arena, "%s %s", sentence, flagging_words(ui));
    struct words words = {.sentence = wrap_text(ui, second, sentence, width)};
    words.height = wrapped_height(&words.sentence);
    const char *why = play_why(turn, ui);
    if (!why)
        return words;
    words.why = wrap_text(ui, style_body, why, fminf(width, 122 * ui->u));
    words.gap = 1.6F * ui->u;
    words.height += words.gap + wrapped_height(&words.why);
    return words;
}

/// The height up to `height` that ends below a line.
static float whole_lines(const struct words *words, float height)
{
    float rest = height - wrapped_height(&words->sentence) - words->gap;
    if (words->why.line_count == 0)
        return height;
    float line = wrapped_height(&words->why) / (float)words->why.line_count;
    return rest < line ? height : height - fmodf(rest, line);
}

static void draw_words(const struct play *play, const struct session *s,
                       const struct turn *turn, struct ui *ui, struct rect area)
{
    struct words words = lay_out_words(play, s, turn, ui, area.w);
    bool scrolls = words.height > area.h + 0.5F;
    if (scrolls) {
        words = lay_out_words(play, s, turn, ui, area.w - 2 * ui->u);
        area.h = whole_lines(&words, area.h);
        area.y -= ui_page_begin(ui, PLAY_WHY_REGION, play->page, area, words.height);
    }
    wrapped_draw(ui, &words.sentence, area, ALIGN_START, ui->theme->text2);
    area.y += wrapped_height(&words.sentence) + words.gap;
    wrapped_draw(ui, &words.why, area, ALIGN_START, ui->theme->text);
    if (scrolls)
        ui_scroll_end(ui);
}

static float sign_scale(const struct ui *ui)
{
    return ui->is_compact ? 0.8F : 1;
}

/// With a sentence alone to say the sheet is low: what it says stands beside its button.
static bool is_low(const struct turn *turn, const struct ui *ui)
{
    return ui->grid != UI_TALL && !source_text(turn) && !play_why(turn, ui);
}

/// Pixels of height that the sheet needs: `whole` if nothing scrolls in it, `least` if two
/// lines of the explanation are seen at once.
struct lower {
    float whole, least;
    bool is_low;
};

static struct lower measure_lower(const struct play *play, const struct session *s,
                                  const struct turn *turn, const struct ui *ui)
{
    float width = ui->content.w - (9.6F * sign_scale(ui) + 3.8F) * ui->u;
    float head = (3.6F + 0.8F) * ui->u + ui_line_px(ui, 5.2F, 1.18F);
    float bottom = ui->page.y + ui->page.h;
    struct rect rest = ui->content;
    rest.h = ui->window.h;
    struct rect button = play_primary(ui, &rest);
    if (is_low(turn, ui)) {
        struct words words = lay_out_words(play, s, turn, ui, width - button.w - 2 * ui->u);
        float height = head + words.height + bottom - button.y - button.h;
        // The points are above the button, whatever the size of the text.
        height = fmaxf(fmaxf(height, head + bottom - button.y), 22 * ui->u);
        return (struct lower){height, height, true};
    }
    struct words words = lay_out_words(play, s, turn, ui, width);
    float source = ui->grid == UI_TALL ? ui_line_px(ui, 2.5F, 1.6F) : 0;
    float whole = head + words.height + source + 2.2F * ui->u + bottom - button.y;
    float why = wrapped_height(&words.why);
    float seen = 2 * ui_line_px(ui, style_body.size_u, style_body.spacing);
    return (struct lower){whole, whole - why + fminf(why, seen), false};
}

/// Where the sheet's top edge rests: at its usual place, unless one part needs more room and
/// the other can spare it. What is above it is seen whole before the explanation is.
static float sheet_top(const struct ui *ui, float upper_bottom, struct lower lower)
{
    float bottom = ui->page.y + ui->page.h;
    float highest = bottom - lower.whole; // at which the sheet scrolls nothing
    if (lower.is_low)
        return highest;
    // Larger text needs a larger sheet.
    float larger = ui->text_scale - 1;
    float usual = ui->grid == UI_TALL ? ui->page.h * (0.45F - 0.06F * larger)
                                      : (50.6F - 14 * larger) * ui->u;
    usual += ui->page.y;
    if (upper_bottom > usual && highest > usual)
        return fminf(upper_bottom, highest);
    if (highest < usual && upper_bottom < usual)
        return fmaxf(upper_bottom, highest);
    if (upper_bottom > usual && upper_bottom <= bottom - lower.least)
        return upper_bottom;
    return usual;
}

/// The button that marks the question as wrong, at the end of the title's row but not beyond
/// `end`: a finger that wants to go on must not meet it.
static void draw_flag(const struct play *play, const struct turn *turn, struct ui *ui,
                      struct rect *row, float end)
{
    if (play->flag.question != turn->ask.question)
        return;
    row->w = fminf(row->w, end - row->x);
    struct rect flag = rect_cut_right(row, fminf(row->h, 6 * ui->u));
    flag.y += (flag.h - flag.w) / 2;
    flag.h = flag.w;
    flagging_button(&play->flag, ui, flag, PLAY_FLAG);
    rect_cut_right(row, 2 * ui->u);
}

static void draw_sheet(const struct play *play, const struct session *s,
                       const struct turn *turn, struct ui *ui, float top)
{
    enum sheet_kind kind = play_sheet_kind(turn);
    struct rect inner = ui_sheet(ui, top, kind, sign_scale(ui));
    struct rect foot = ui->content;
    foot.h = inner.y + inner.h - foot.y;
    struct rect button = play_primary(ui, &foot);
    bool is_beside = is_low(turn, ui);
    inner.h = (is_beside ? button.y + button.h : button.y - 2 * ui->u) - inner.y;

    struct rect title = rect_cut_top(&inner, ui_line_px(ui, 5.2F, 1.18F));
    rect_cut_right(&title, draw_points(play, turn, ui, title, kind) + 2 * ui->u);
    draw_flag(play, turn, ui, &title, is_beside ? button.x - 2 * ui->u : 1e6F);
    ui_label(ui, title, style_title, ALIGN_START, ui->theme->text, verdict_title(turn));
    rect_cut_top(&inner, 0.8F * ui->u);
    struct rect source = {inner.x, button.y, button.x - inner.x - 2 * ui->u, button.h};
    if (ui->grid == UI_TALL)
        source = rect_cut_bottom(&inner, ui_line_px(ui, 2.5F, 1.6F));
    if (is_beside)
        inner.w = source.w;
    draw_source(turn, ui, source);
    draw_words(play, s, turn, ui, inner);
    ui_button(ui, button, BUTTON_PRIMARY, _("Continue"), PLAY_NEXT, 0,
              AREA_PRIMARY | AREA_FIRST);
}

void play_view_feedback(const struct play *play, const struct game *game,
                        const struct turn *turn, struct ui *ui)
{
    const struct session *s = &game->session;
    int64_t score = score_total(s->sum);
    float counted = ui_progress(ui, play->shown_ms, MOTION_COUNT_MS, EASE_OUT_CUBIC);
    if (play->looking_at < 0)
        score = play->before + (int64_t)((float)(score - play->before) * counted);
    ui->looks = &turn->ask.bank->looks;
    struct rect rest = play_header(game, ui, score, NULL);
    struct lower lower = measure_lower(play, s, turn, ui);
    float gap = 2 * ui->u, top = 0;
    int tight = 0;
    for (;; tight++) {
        struct upper upper = measure_upper(game, turn, ui, rest.w, tight);
        float upper_bottom = rest.y + upper.height + gap;
        top = sheet_top(ui, upper_bottom, lower);
        bool fits =
            upper_bottom <= top + 0.5F && top <= ui->page.y + ui->page.h - lower.whole + 0.5F;
        if (fits || tight == TIGHT_MOST)
            break;
    }
    rest.h = top - gap - rest.y;
    draw_upper(play, game, turn, ui, rest, gap, tight);

    float up = ui_progress(ui, play->shown_ms, MOTION_SHEET_MS, EASE_OUT_CUBIC);
    ui->shift_y = (1 - up) * (ui->window.h - top) * 0.35F;
    ui->alpha = ui_fade(ui, play->shown_ms, MOTION_SHEET_MS);
    draw_sheet(play, s, turn, ui, top);
    ui->shift_y = 0;
    ui->alpha = 1;
}
