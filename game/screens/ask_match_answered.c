#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/ask_match.h"
#include "ui/sign.h"

const char *match_letter(int place)
{
    static const char letters[ASK_PLACES][3] = {
        "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K",  "L",  "M",  "N",  "O",  "P",
        "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "AA", "AB", "AC", "AD", "AE", "AF",
    };
    return letters[place];
}

/// How the pairs are set out.
struct pairs {
    int columns, rows;
    float width, height, gap;
    struct text_style left, right, given;
    bool splits_word;
};

static const float sign_width_u = 6;

/// A pair in words: what is right, and what was given instead, NULL if that was right.
struct pair {
    const char *left, *right, *given;
    const char *giver; // NULL: you
    bool is_marked;    // there was an answer,
    bool is_right;     // and it counts
};

static struct pair pair_at(const struct ask_context *context, struct arena *arena, int left)
{
    const struct turn *turn = context->turn;
    const struct question *q = turn->ask.question;
    struct pair pair = {.left = q->match.lefts[left], .right = q->match.rights[left]};
    pair.is_marked = turn->is_answered && !turn->is_timed_out;
    if (!pair.is_marked)
        return pair;
    int given = turn->answer.places[left];
    bool is_right = mark_pair(&turn->ask, left, given, arena);
    pair.giver = context->answerer;
    pair.is_right = ask_ruled_credit(context, is_right ? CREDIT_FULL : 0) > 0;
    if (!is_right)
        pair.given = given == ASK_NONE ? _("nothing") : q->match.rights[given];
    return pair;
}

struct pair_rects {
    struct rect sign, left, right;
};

static struct pair_rects cut_pair(const struct ui *ui, struct rect row)
{
    struct pair_rects rects;
    rect_cut_left(&row, ui->u);
    rects.sign = rect_cut_left(&row, sign_width_u * ui->u);
    rect_cut_right(&row, 1.4F * ui->u);
    rects.left = rect_cut_left(&row, row.w * 0.44F);
    rect_cut_left(&row, 2 * ui->u);
    rects.right = row;
    return rects;
}

static const char *yours(const struct pair *pair, struct arena *arena)
{
    if (!pair->given)
        return NULL;
    return pair->giver ? fill_text(arena, _("{1}: {2}"), pair->giver, pair->given, NULL)
                       : fill_text(arena, _("You: {1}"), pair->given, NULL);
}

/// Makes the pairs as high as this one needs.
static void make_room(const struct ui *ui, const struct pair *pair, struct pairs *pairs)
{
    struct pair_rects rects = cut_pair(ui, (struct rect){0, 0, pairs->width, 0});
    struct wrapped left = wrap_text(ui, pairs->left, pair->left, rects.left.w);
    struct wrapped right = wrap_text(ui, pairs->right, pair->right, rects.right.w);
    float height = wrapped_height(&right);
    const char *given = yours(pair, ui->arena);
    if (given) {
        struct wrapped text = wrap_text(ui, pairs->given, given, rects.right.w);
        height += wrapped_height(&text);
        pairs->splits_word |= text.has_split_word;
    }
    pairs->splits_word |= left.has_split_word || right.has_split_word;
    height = fmaxf(height, wrapped_height(&left)) + 1.2F * ui->u;
    pairs->height = fmaxf(pairs->height, height);
}

static struct pairs pairs_in(const struct ask_context *context, const struct ui *ui,
                             float width, int columns)
{
    const struct turn *turn = context->turn;
    bool is_afar = context->has_pages;
    float size_u = is_afar ? 3.3F : 3.1F;
    int count = turn->ask.question->match.count;
    struct pairs pairs = {.columns = columns, .height = 5.2F * ui->u, .gap = 0.6F * ui->u};
    pairs.left = (struct text_style){FACE_REGULAR, size_u, 1.2F};
    pairs.right = (struct text_style){FACE_SEMIBOLD, size_u, 1.2F};
    pairs.given = is_afar ? (struct text_style){FACE_REGULAR, 2.9F, 1.2F} : style_small;
    pairs.width = (width - 2 * ui->u * (float)(columns - 1)) / (float)columns;
    pairs.rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; i++) {
        struct pair pair = pair_at(context, ui->arena, i);
        make_room(ui, &pair, &pairs);
    }
    return pairs;
}

static float height_of(const struct pairs *pairs)
{
    return (pairs->height + pairs->gap) * (float)pairs->rows;
}

static struct pairs pairs_for(const struct ask_context *context, const struct ui *ui,
                              float width)
{
    int count = context->turn->ask.question->match.count;
    bool is_wide = ui->grid == UI_WIDE && ui->text_scale < 1.4F;
    struct pairs pairs = pairs_in(context, ui, width, is_wide && count > 3 ? 2 : 1);
    if (!context->tight)
        return pairs;
    for (int columns = 2; columns <= (is_wide ? 3 : 2); columns++) {
        struct pairs tight = pairs_in(context, ui, width, columns);
        if (!tight.splits_word && height_of(&tight) < height_of(&pairs))
            pairs = tight;
    }
    return pairs;
}

float match_answered_height(const struct ask_context *context, const struct ui *ui, float width)
{
    struct pairs pairs = pairs_for(context, ui, width);
    return height_of(&pairs);
}

static void draw_middle(struct ui *ui, struct rect rect, struct text_style style,
                        struct colour colour, const char *text)
{
    struct wrapped wrapped = wrap_text(ui, style, text, rect.w);
    rect_cut_top(&rect, (rect.h - wrapped_height(&wrapped)) / 2);
    wrapped_draw(ui, &wrapped, rect, ALIGN_START, colour);
}

static void draw_pair(struct ui *ui, const struct pairs *pairs, struct rect row,
                      const struct pair *pair)
{
    ui_slip(ui, row);
    struct pair_rects rects = cut_pair(ui, row);
    struct point at = {rects.sign.x + 2.2F * ui->u, rects.sign.y + rects.sign.h / 2};
    if (pair->is_marked)
        ui_sign(ui, pair->is_right ? SHEET_RIGHT : SHEET_WRONG, at, 1.7F * ui->u);
    draw_middle(ui, rects.left, pairs->left, ui->theme->text2, pair->left);
    const char *given = yours(pair, ui->arena);
    if (!given) {
        draw_middle(ui, rects.right, pairs->right, ui->theme->text, pair->right);
        return;
    }
    struct wrapped right = wrap_text(ui, pairs->right, pair->right, rects.right.w);
    struct wrapped below = wrap_text(ui, pairs->given, given, rects.right.w);
    float height = wrapped_height(&right) + wrapped_height(&below);
    rect_cut_top(&rects.right, (rects.right.h - height) / 2);
    wrapped_draw(ui, &right, rects.right, ALIGN_START, ui->theme->text);
    rect_cut_top(&rects.right, wrapped_height(&right));
    wrapped_draw(ui, &below, rects.right, ALIGN_START,
                 pair->is_right ? ui->theme->text2 : ui->theme->wrong);
}

void match_answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct pairs pairs = pairs_for(context, ui, area.w);
    for (int i = 0; i < context->turn->ask.question->match.count; i++) {
        int column = i / pairs.rows;
        struct rect row = {
            area.x + (float)column * (pairs.width + 2 * ui->u),
            area.y + (float)(i % pairs.rows) * (pairs.height + pairs.gap),
            pairs.width,
            pairs.height,
        };
        struct pair pair = pair_at(context, ui->arena, i);
        draw_pair(ui, &pairs, row, &pair);
    }
}
