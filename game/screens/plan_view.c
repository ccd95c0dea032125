#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/date_words.h"
#include "screens/format.h"
#include "screens/options.h"
#include "screens/plan_page.h"
#include "screens/row.h"
#include "ui/control.h"

/// What stands on the page, one below the other.
struct block {
    enum { BLOCK_HEAD, BLOCK_STEPPER, BLOCK_WORDS, BLOCK_ROW } kind;

    const char *text;  // of a head; what a stepper is called
    const char *value; // of a stepper
    struct plan_words words;
    struct row row;
    int id, arg;
};

struct blocks {
    struct block *list;
    int count;
};

static void add(struct blocks *blocks, struct block block)
{
    blocks->list[blocks->count++] = block;
}

static void add_words(struct blocks *blocks, const struct plan_words *words, int count)
{
    for (int i = 0; i < count; i++)
        add(blocks, (struct block){.kind = BLOCK_WORDS, .words = words[i]});
}

static void add_minutes(struct blocks *blocks, const struct plan_page *page,
                        const struct settings *s, struct arena *arena)
{
    struct plan_words words[PLAN_WORDS_MOST] = {0};
    int minutes = s->minutes_a_day;
    const char *head = fill_text(arena, _("Each day: {1}"), page->bank->title, NULL);
    add(blocks, (struct block){.kind = BLOCK_HEAD, .text = head});
    const char *value =
        minutes
            ? fill_text(arena, ngettext("{1} minute", "{1} minutes", (unsigned long)minutes),
                        format_count(arena, minutes), NULL)
            : _("As it comes");
    add(blocks, (struct block){.kind = BLOCK_STEPPER,
                               .text = _("Time for cards"),
                               .value = value,
                               .id = PLAN_MINUTES});
    add_words(blocks, words, plan_words_of_minutes(page, minutes, arena, words));
}

static void add_topics(struct blocks *blocks, const struct plan_page *page)
{
    bool is_all = true;
    for (int i = 0; i < page->topic_count; i++)
        is_all = is_all && page->topics[i].is_on;
    if (page->topic_count < 2)
        return;
    struct row all = {.kind = ROW_CHECKED, .title = _("All topics"), .is_on = is_all};
    add(blocks, (struct block){.kind = BLOCK_ROW, .row = all, .id = PLAN_ALL});
    for (int i = 0; i < page->topic_count; i++) {
        const struct plan_topic *topic = &page->topics[i];
        struct row row = {.kind = ROW_CHECKED, .title = topic->shown, .is_on = topic->is_on};
        add(blocks, (struct block){.kind = BLOCK_ROW, .row = row, .id = PLAN_TOPIC, .arg = i});
    }
}

static void add_exam(struct blocks *blocks, const struct plan_page *page,
                     const struct settings *s, struct arena *arena)
{
    struct plan_words words[PLAN_WORDS_MOST] = {0};
    bool has_exam = plan_page_has_exam(page);
    add(blocks, (struct block){.kind = BLOCK_HEAD, .text = _("Exam")});
    add(blocks, (struct block){.kind = BLOCK_STEPPER,
                               .text = _("When"),
                               .value = has_exam ? plan_words_when(page, page->exam_day, arena)
                                                 : _("none"),
                               .id = PLAN_EXAM});
    if (has_exam) {
        add(blocks, (struct block){.kind = BLOCK_STEPPER,
                                   .text = _("Day"),
                                   .value = date_words_day(arena, page->exam_day),
                                   .id = PLAN_DAY});
    }
    add_words(blocks, words, plan_words_of_exam(page, s->minutes_a_day, arena, words));
    if (has_exam)
        add_topics(blocks, page);
}

static float stepper_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.4F));
}

/// Beside its name if both have room, else below it.
static bool is_stepper_stacked(const struct ui *ui, const struct block *block, float width,
                               float *stepper_width)
{
    *stepper_width = fmaxf(ui_label_width(ui, style_body, block->value) + 18 * ui->u,
                           (14 + 18 * ui->text_scale) * ui->u);
    return ui_label_width(ui, style_body, block->text) + 3 * ui->u + *stepper_width > width;
}

static struct text_style words_style(const struct block *block)
{
    return block->words.tone == PLAN_STRESSES ? style_strong : style_body;
}

static float words_indent(const struct ui *ui, const struct block *block)
{
    return block->words.tone == PLAN_WARNS ? 3.6F * ui->u : 0;
}

static float block_height(const struct ui *ui, const struct block *block, float width)
{
    float stepper_width;
    switch (block->kind) {
    case BLOCK_HEAD:
        return ui_line_px(ui, 2.6F, 1.3F);
    case BLOCK_STEPPER:
        return stepper_height(ui) + (is_stepper_stacked(ui, block, width, &stepper_width)
                                         ? ui_line_px(ui, 3.1F, 1.5F)
                                         : 0);
    case BLOCK_WORDS: {
        struct wrapped text = wrap_text(ui, words_style(block), block->words.text,
                                        width - words_indent(ui, block));
        return wrapped_height(&text);
    }
    case BLOCK_ROW:
        return row_height(ui, &block->row, width);
    }
    return 0;
}

static void draw_stepper(struct ui *ui, const struct block *block, struct rect rect)
{
    float width;
    if (is_stepper_stacked(ui, block, rect.w, &width)) {
        ui_label(ui, rect_cut_top(&rect, ui_line_px(ui, 3.1F, 1.5F)), style_body, ALIGN_START,
                 ui->theme->text, block->text);
        ui_stepper(ui, rect, block->value, block->id, 0, block->text);
        return;
    }
    ui_stepper(ui, rect_cut_right(&rect, width), block->value, block->id, 0, block->text);
    ui_label(ui, rect, style_body, ALIGN_START, ui->theme->text, block->text);
}

static void draw_words(struct ui *ui, const struct block *block, struct rect rect)
{
    const struct theme *t = ui->theme;
    bool is_warning = block->words.tone == PLAN_WARNS;
    if (is_warning) {
        struct point at = {rect.x + 1.2F * ui->u, rect.y + ui_line_px(ui, 3.1F, 1.36F) / 2};
        ui_mark(ui, MASK_TRIANGLE, at, 1.05F * ui->u, t->warn);
        rect_cut_left(&rect, words_indent(ui, block));
    }
    ui_paragraph(ui, rect, words_style(block), ALIGN_START, is_warning ? t->warn : t->text,
                 block->words.text);
}

static void draw_block(struct ui *ui, const struct block *block, struct rect rect)
{
    switch (block->kind) {
    case BLOCK_HEAD:
        ui_label(ui, rect, style_label, ALIGN_START, ui->theme->accent, block->text);
        break;
    case BLOCK_STEPPER:
        draw_stepper(ui, block, rect);
        break;
    case BLOCK_WORDS:
        draw_words(ui, block, rect);
        break;
    case BLOCK_ROW:
        row_draw(ui, rect, &block->row, block->id, block->arg, 0);
        break;
    }
}

/// The gap below a block.
static float gap_below(const struct ui *ui, const struct blocks *blocks, int at)
{
    if (at + 1 == blocks->count)
        return 0;
    if (blocks->list[at + 1].kind == BLOCK_HEAD)
        return 4 * ui->u;
    return (blocks->list[at].kind == BLOCK_ROW ? 0.6F : 1.4F) * ui->u;
}

static float blocks_height(const struct ui *ui, const struct blocks *blocks, float width)
{
    float height = 0;
    for (int i = 0; i < blocks->count; i++)
        height += block_height(ui, &blocks->list[i], width) + gap_below(ui, blocks, i);
    return height;
}

/// A card that is as tall as what is on it, or scrolls.
static void draw_card(struct ui *ui, struct rect rect, const struct blocks *blocks)
{
    float edge = 1.2F * ui->u; // for the focus ring
    struct rect inner = rect_inset(rect, 2 * ui->u);
    float width = inner.w - 2 * edge - 1.6F * ui->u;
    float height = blocks_height(ui, blocks, width) + 2 * edge;
    inner.h = fminf(inner.h, height);
    rect.h = inner.h + 4 * ui->u;
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    float up = ui_scroll_begin(ui, PLAN_REGION, inner, height);
    struct rect rest = {inner.x + edge, inner.y + edge - up, width, 1e6F};
    for (int i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->list[i];
        draw_block(ui, block, rect_cut_top(&rest, block_height(ui, block, width)));
        rect_cut_top(&rest, gap_below(ui, blocks, i));
    }
    ui_scroll_end(ui);
}

static void draw_blocks(const struct plan_page *page, const struct settings *s, struct ui *ui,
                        struct rect rest)
{
    int most = 2 * (PLAN_WORDS_MOST + 3) + page->topic_count + 1;
    struct blocks blocks = {ARENA_ARRAY(ui->arena, most, struct block), 0};
    add_minutes(&blocks, page, s, ui->arena);
    add_exam(&blocks, page, s, ui->arena);
    rest.h -= 0.7F * ui->u; // of the ledge
    draw_card(ui, rest, &blocks);
}

static void draw_no_bank(struct ui *ui, struct rect rest)
{
    const char *label = _("Choose a bank");
    rect_cut_top(&rest, 2 * ui->u);
    float height = ui_paragraph(ui, rest, style_body, ALIGN_START, ui->theme->text,
                                _("Plans are made for the cards of a bank."));
    rect_cut_top(&rest, height + 3 * ui->u);
    struct rect button = rect_cut_top(&rest, fmaxf(6.6F * ui->u, ui_line_px(ui, 3.1F, 1.7F)));
    button.w = fminf(rest.w, ui_button_width(ui, label) * ui->u);
    ui_button(ui, button, BUTTON_PRIMARY, label, PLAN_OPEN, 0, AREA_PRIMARY | AREA_FIRST);
}

static bool is_on_stepper(const struct ui *ui)
{
    int focus = ui->state->focus.id;
    return focus == PLAN_MINUTES || focus == PLAN_EXAM || focus == PLAN_DAY;
}

static void draw_hints(const struct plan_page *page, struct ui *ui)
{
    struct hint hints[5];
    int count = 0;
    if (page->bank) {
        hints[count++] =
            is_on_stepper(ui)
                ? (struct hint){.keys = "← →", .label = _("change")}
                : (struct hint){.keys = _("Space"), .pad = PAD_SOUTH, .label = _("choose")};
        hints[count++] = (struct hint){.keys = "↑ ↓", .label = _("move")};
    }
    if (page->undo_count) {
        hints[count++] = (struct hint){
            .keys = "Ctrl+Z", .pad = PAD_BACK, .label = _("undo"), .id = PLAN_UNDO};
    }
    hints[count++] = (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = _("back")};
    ui_hints(ui, hints, count, 0);
}

/// Cuts off the line that says why the plan could not be saved.
static void draw_fault(const struct game *game, struct ui *ui, struct rect *rest)
{
    if (!game->settings_fault)
        return;
    struct rect line = rect_cut_bottom(rest, ui_line_px(ui, 2.6F, 1.5F));
    ui_strip(ui, line, MASK_FLAG, ui->theme->warn, game->settings_fault);
}

void plan_page_view(const struct plan_page *page, const struct game *game, struct ui *ui)
{
    struct rect rest = ui_page(ui, _("Plan"));
    rest.h = fminf(rest.h, ui_hints_top(ui) - rest.y);
    if (page->bank) {
        draw_fault(game, ui, &rest);
        draw_blocks(page, &game->settings, ui, rest);
    } else {
        draw_no_bank(ui, rest);
    }
    draw_hints(page, ui);
}
