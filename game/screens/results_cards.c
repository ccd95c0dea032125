#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/results.h"
#include "ui/key_button.h"

enum results_cards results_cards(const struct results *results, const struct game *game)
{
    if (!game->quiz_log.game)
        return CARDS_UNKNOWN;
    if (!game->session.rules.has_memory)
        return CARDS_LEFT_ALONE;
    if (!results->moved.cards)
        return CARDS_UNKNOWN;
    return results->moved.is_out ? CARDS_MOVED_BACK : CARDS_MOVED;
}

/// "12 cards moved, 4 come back tomorrow."
static const char *moved_text(struct memory_moved moved, struct arena *arena)
{
    unsigned long cards = (unsigned long)moved.cards;
    const char *pattern = ngettext("{1} card moved, {2} come back tomorrow.",
                                   "{1} cards moved, {2} come back tomorrow.", cards);
    if (!moved.tomorrow)
        pattern = ngettext("{1} card moved.", "{1} cards moved.", cards);
    if (moved.tomorrow == 1) {
        pattern = ngettext("{1} card moved, and comes back tomorrow.",
                           "{1} cards moved, {2} comes back tomorrow.", cards);
    }
    return fill_text(arena, pattern, fill_number(arena, moved.cards),
                     fill_number(arena, moved.tomorrow), NULL);
}

/// What is said of the cards, and how it is laid out.
struct row {
    const char *words; // NULL: nothing is said
    struct key_button button;
    bool has_button, is_stacked;
    float words_width, words_height, button_width, line;
};

static struct row row_for(const struct results *results, const struct game *game,
                          const struct ui *ui, float width)
{
    struct row row = {.button = {.kind = BUTTON_QUIET,
                                 .label = _("Undo cards"),
                                 .key = "C",
                                 .pad = PAD_WEST,
                                 .id = RESULTS_MEMORY}};
    switch (results_cards(results, game)) {
    case CARDS_UNKNOWN:
        return row;
    case CARDS_LEFT_ALONE:
        row.words = _("This quiz does not count for your cards.");
        break;
    case CARDS_MOVED:
        row.words = moved_text(results->moved, ui->arena);
        row.has_button = true;
        break;
    case CARDS_MOVED_BACK:
        row.words = _("Your cards are as they were before this quiz.");
        row.button.label = _("Redo cards");
        row.has_button = true;
        break;
    }
    struct wrapped words = wrap_text(ui, style_body, row.words, width);
    row.words_height = wrapped_height(&words);
    row.words_width = fminf(width, ui_label_width(ui, style_body, row.words));
    if (!row.has_button)
        return row;
    row.line = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F));
    row.button_width = ui_key_button_width(ui, &row.button) * ui->u;
    row.is_stacked = row.words_width + 3 * ui->u + row.button_width > width;
    return row;
}

float results_cards_height(const struct results *results, const struct game *game,
                           const struct ui *ui, float width)
{
    struct row row = row_for(results, game, ui, width);
    if (row.is_stacked)
        return row.words_height + 1.2F * ui->u + row.line;
    return fmaxf(row.words_height, row.line);
}

void results_cards_draw(const struct results *results, const struct game *game, struct ui *ui,
                        struct rect area)
{
    struct row row = row_for(results, game, ui, area.w);
    struct wrapped words = wrap_text(ui, style_body, row.words, area.w);
    if (row.is_stacked || !row.has_button) {
        wrapped_draw(ui, &words, rect_cut_top(&area, row.words_height), ALIGN_CENTRE,
                     ui->theme->text2);
        rect_cut_top(&area, 1.2F * ui->u);
        rect_cut_left(&area, (area.w - row.button_width) / 2);
    } else {
        float gap = 3 * ui->u;
        rect_cut_left(&area, (area.w - row.words_width - gap - row.button_width) / 2);
        ui_label(ui, rect_cut_left(&area, row.words_width), style_body, ALIGN_START,
                 ui->theme->text2, row.words);
        rect_cut_left(&area, gap);
    }
    area.w = row.button_width;
    if (row.has_button)
        ui_key_button(ui, area, &row.button);
}
