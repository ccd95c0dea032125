#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/edits.h"
#include "screens/game.h"
#include "ui/widget.h"

/// A part of what is told: a label, or words.
struct part {
    const char *text; // NULL: not there
    struct text_style style;
    float gap_u; // above it

    enum { PART_LABEL, PART_WORDS, PART_ANSWER, PART_FATE, PART_FAULT } role;
};

enum { PARTS = 8 };

static const char *fate_words(const struct edit_item *item)
{
    switch (item->fate) {
    case EDIT_ASKED:
        return item->pair.is_known
                   ? _("Is it the same question? Then what you know of both becomes one.")
                   : _("Is it the same question? Then what you know of it comes along.");
    case EDIT_SAME:
        return _("The same: what you know of it came along.");
    case EDIT_OTHER:
        return _("Another one: it begins as new, and what you know of the old one is kept.");
    case EDIT_CAME:
        return _("What you know of it came along.");
    case EDIT_UNDONE:
        return _("Taken back: it begins as new, and what you know of the old one is kept.");
    }
    return "";
}

static const char *answer_words(const char *right, struct arena *arena)
{
    return right && right[0] ? arena_printf(arena, "→ %s", right) : NULL;
}

static void list_parts(const struct edits_page *page, const struct edit_item *item,
                       struct arena *arena, struct part parts[PARTS])
{
    const struct relink_pair *pair = &item->pair;
    const char *old = pair->from.text ? pair->from.text : pair->from.question;
    const struct part all[PARTS] = {
        {_("It was"), style_label, 0, PART_LABEL},
        {old, style_body, 0.4F, PART_WORDS},
        {answer_words(pair->from.right, arena), style_label, 0.4F, PART_ANSWER},
        {_("It is now"), style_label, 2.2F, PART_LABEL},
        {pair->text ? pair->text : pair->key, style_body, 0.4F, PART_WORDS},
        {answer_words(pair->right, arena), style_label, 0.4F, PART_ANSWER},
        {fate_words(item), style_strong, 2.6F, PART_FATE},
        {page->has_failed ? _("That cannot be kept now.") : NULL, style_label, 1, PART_FAULT},
    };
    for (int i = 0; i < PARTS; i++)
        parts[i] = all[i];
}

static float parts_height(const struct ui *ui, const struct part *parts, float width)
{
    float height = 0;
    for (int i = 0; i < PARTS; i++) {
        if (!parts[i].text)
            continue;
        struct wrapped words = wrap_text(ui, parts[i].style, parts[i].text, width);
        height += parts[i].gap_u * ui->u + wrapped_height(&words);
    }
    return height;
}

static void draw_parts(struct ui *ui, const struct part *parts, struct rect rest)
{
    const struct theme *t = ui->theme;
    const struct colour colours[] = {[PART_LABEL] = t->accent,
                                     [PART_WORDS] = t->text,
                                     [PART_ANSWER] = t->text2,
                                     [PART_FATE] = t->text,
                                     [PART_FAULT] = t->warn};
    for (int i = 0; i < PARTS; i++) {
        if (!parts[i].text)
            continue;
        rect_cut_top(&rest, parts[i].gap_u * ui->u);
        float height = ui_paragraph(ui, rest, parts[i].style, ALIGN_START,
                                    colours[parts[i].role], parts[i].text);
        rect_cut_top(&rest, height);
    }
}

/// The buttons of an item: the one that Enter presses last.
struct choice {
    const char *label;
    int id;
};

static int list_choices(const struct edits_page *page, const struct game *game,
                        struct choice choices[2])
{
    const struct edit_item *item = &game->edits.items[page->at];
    if (item->fate == EDIT_ASKED) {
        choices[0] = (struct choice){_("No, another one"), EDITS_NO};
        choices[1] = (struct choice){_("Yes, the same"), EDITS_YES};
        return 2;
    }
    bool is_last = page->at + 1 == game->edits.count;
    int count = 0;
    if (edits_can_undo(item))
        choices[count++] = (struct choice){_("Undo"), EDITS_UNDO};
    choices[count++] = (struct choice){is_last ? _("Done") : _("Next"), EDITS_NEXT};
    return count;
}

/// Side by side if both have room, else one under the other.
static bool are_stacked(const struct ui *ui, const struct choice *choices, int count,
                        float width)
{
    float widest = 0;
    for (int i = 0; i < count; i++)
        widest = fmaxf(widest, ui_button_width(ui, choices[i].label) * ui->u);
    return count > 1 && 2 * widest + 2 * ui->u > width;
}

static void draw_choices(struct ui *ui, const struct choice *choices, int count,
                         struct rect rect, bool is_stacked)
{
    for (int i = 0; i < count; i++) {
        // One under the other the one for Enter is on top.
        struct rect at = is_stacked ? rect_cell(rect, 1, count, 0, count - 1 - i, 2 * ui->u)
                                    : rect_cell(rect, count, 1, i, 0, 2 * ui->u);
        bool is_primary = i + 1 == count;
        ui_button(ui, at, is_primary ? BUTTON_PRIMARY : BUTTON_QUIET, choices[i].label,
                  choices[i].id, 0, is_primary ? AREA_PRIMARY | AREA_FIRST : 0);
    }
}

static void draw_title(const struct edits_page *page, const struct game *game, struct ui *ui,
                       struct rect row)
{
    const char *title =
        game->edits.items[page->at].fate == EDIT_ASKED ? _("Edited?") : _("Edited");
    if (game->edits.count > 1) {
        const char *where =
            fill_text(ui->arena, _("{1} of {2}"), fill_number(ui->arena, page->at + 1),
                      fill_number(ui->arena, game->edits.count), NULL);
        struct rect right =
            rect_cut_right(&row, ui_label_width(ui, style_label, where) + ui->u);
        ui_label(ui, right, style_label, ALIGN_END, ui->theme->text3, where);
    }
    ui_label(ui, row, style_title, ALIGN_START, ui->theme->text, title);
}

void edits_page_view(const struct edits_page *page, const struct game *game, struct ui *ui)
{
    if (page->at >= game->edits.count)
        return;
    struct part parts[PARTS];
    struct choice choices[2];
    list_parts(page, &game->edits.items[page->at], ui->arena, parts);
    int count = list_choices(page, game, choices);
    float edge = (ui->grid == UI_TALL ? 3 : 4) * ui->u, gap = 2 * ui->u;
    float width = fminf(108 * ui->u, ui->window.w - 4 * ui->u);
    float inner_width = width - 2 * edge;
    bool is_stacked = are_stacked(ui, choices, count, inner_width);
    float title = ui_line_px(ui, style_title.size_u, style_title.spacing) + gap;
    float button = fmaxf(6.6F * ui->u, ui_line_px(ui, 3.1F, 1.7F));
    float foot = is_stacked ? 2 * button + gap : button;
    float words = parts_height(ui, parts, inner_width - 2 * ui->u);
    float needed = title + words + gap + foot + 2 * edge + 0.7F * ui->u;
    struct rect panel = {0, 0, width, fminf(needed, ui->window.h - 4 * ui->u)};
    panel.x = ui->window.x + (ui->window.w - panel.w) / 2;
    panel.y = ui->window.y + (ui->window.h - panel.h) / 2;
    ui_shadow(ui, panel, 2.4F * ui->u);
    ui_card(ui, panel, 2.4F, ui->theme->surface);

    struct rect inner = rect_inset(panel, edge);
    draw_title(page, game, ui, rect_cut_top(&inner, title - gap));
    rect_cut_top(&inner, gap);
    struct rect buttons = rect_cut_bottom(&inner, foot + 0.7F * ui->u);
    buttons.h = foot;
    rect_cut_bottom(&inner, gap);
    inner.y -= ui_page_begin(ui, EDITS_REGION, page->at + 1, inner, words);
    inner.w -= 2 * ui->u;
    inner.h = words;
    draw_parts(ui, parts, inner);
    ui_scroll_end(ui);
    draw_choices(ui, choices, count, buttons, is_stacked);
}
