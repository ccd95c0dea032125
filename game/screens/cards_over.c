#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/cards_parts.h"
#include "screens/format.h"

/// What is said while no card is up, and what can be done then.
struct over {
    const char *title, *sentence, *more; // more: what was done; NULL: nothing
    bool can_learn, can_cram, can_leave_cram;
    int learn; // new cards that are offered
};

enum { MINUTE_MS = 60000 };

static const char *done_words(const struct study_done *done, struct arena *arena)
{
    if (!done->cards)
        return NULL;
    int minutes = (int)((done->took_ms + MINUTE_MS - 1) / MINUTE_MS);
    const char *cards =
        fill_text(arena, ngettext("{1} card", "{1} cards", (unsigned long)done->cards),
                  format_count(arena, done->cards), NULL);
    return fill_text(arena,
                     ngettext("{1} in {2} minute, {3} of them new.",
                              "{1} in {2} minutes, {3} of them new.", (unsigned long)minutes),
                     cards, fill_number(arena, minutes), fill_number(arena, done->new_cards),
                     NULL);
}

static int offered(const struct study *study)
{
    int held = study->deck.held_new;
    return held > STUDY_MORE_NEW ? STUDY_MORE_NEW : held;
}

static struct over wait_words(const struct cards *cards, const struct game *game,
                              struct arena *arena)
{
    const struct study *study = &game->cards.study;
    int64_t left_ms = cards->wait_until_ms - game->wall_ms;
    int minutes = left_ms > 0 ? (int)((left_ms + MINUTE_MS - 1) / MINUTE_MS) : 0;
    const char *sentence =
        fill_text(arena,
                  ngettext("The next card comes in {1} minute. You can leave until then.",
                           "The next card comes in {1} minutes. You can leave until then.",
                           (unsigned long)minutes),
                  fill_number(arena, minutes), NULL);
    return (struct over){.title = _("A short break"),
                         .sentence = sentence,
                         .more = done_words(&study->done, arena),
                         .can_learn = offered(study) > 0,
                         .learn = offered(study)};
}

static struct over words_for(const struct cards *cards, const struct game *game,
                             struct arena *arena)
{
    const struct study *study = &game->cards.study;
    bool is_cram = study->rules.mode == DECK_CRAM;
    if (cards->wait_until_ms != INT64_MAX)
        return wait_words(cards, game, arena);
    struct over over = {.more = done_words(&study->done, arena), .learn = offered(study)};
    if (is_cram) {
        over.title = _("Through with all cards");
        over.sentence = _("When each card is due is as it was before.");
        over.can_cram = over.can_leave_cram = true;
        return over;
    }
    int tomorrow = study_tomorrow(study);
    over.can_learn = over.learn > 0;
    over.can_cram = study->card_count > 0;
    bool was_done = study->done.cards || study->rules.new_done || study->rules.reviews_done;
    over.title = was_done ? _("Done for today") : _("Nothing due");
    if (was_done || tomorrow) {
        over.sentence = tomorrow ? fill_text(arena, _("Next cards tomorrow: {1}."),
                                             format_count(arena, tomorrow), NULL)
                                 : _("No cards tomorrow.");
    } else {
        over.sentence = over.can_learn ? fill_text(arena, _("Learn {1} new?"),
                                                   fill_number(arena, over.learn), NULL)
                                       : _("There are no new cards left either.");
    }
    return over;
}

struct choice {
    const char *label;
    int id;
};

static int choices_for(const struct over *over, struct arena *arena, struct choice choices[4])
{
    int count = 0;
    if (over->can_learn) {
        choices[count++] =
            (struct choice){fill_text(arena,
                                      ngettext("Learn {1} new card", "Learn {1} new cards",
                                               (unsigned long)over->learn),
                                      fill_number(arena, over->learn), NULL),
                            CARDS_MORE};
    }
    if (over->can_leave_cram)
        choices[count++] = (struct choice){_("What is due"), CARDS_DUE};
    if (over->can_cram)
        choices[count++] = (struct choice){_("Cram all cards"), CARDS_CRAM};
    choices[count++] = (struct choice){_("Back to Home"), ACTION_BACK};
    return count;
}

/// The buttons side by side, or where they are too wide one under the other.
static void draw_choices(struct ui *ui, struct rect rest, const struct choice *choices,
                         int count)
{
    float height = fmaxf(7.2F * ui->u, ui_line_px(ui, 3.1F, 1.8F)), gap = 2 * ui->u;
    float widest = 30 * ui->u;
    for (int i = 0; i < count; i++)
        widest = fmaxf(widest, ui_button_width(ui, choices[i].label) * ui->u);
    widest = fminf(widest, rest.w);
    bool is_row = (widest + gap) * (float)count - gap <= rest.w;
    int columns = is_row ? count : 1, rows = is_row ? 1 : count;
    float width = (widest + gap) * (float)columns - gap;
    struct rect area = {rest.x + (rest.w - width) / 2, rest.y, width,
                        (height + gap) * (float)rows - gap};
    for (int i = 0; i < count; i++) {
        struct rect cell = rect_cell(area, columns, rows, is_row ? i : 0, is_row ? 0 : i, gap);
        bool is_last = choices[i].id == ACTION_BACK;
        ui_button(ui, cell, is_last ? BUTTON_PRIMARY : BUTTON_QUIET, choices[i].label,
                  choices[i].id, 0, is_last ? AREA_PRIMARY | AREA_FIRST : 0);
    }
}

void cards_view_over(const struct cards *cards, const struct game *game, struct ui *ui,
                     struct rect rest)
{
    const struct text_style large = {FACE_DISPLAY_BOLD, 6.8F, 1.15F};
    const float sizes[] = {6.8F, 5.6F, 4.6F, 0};
    struct over over = words_for(cards, game, ui->arena);
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 2 * ui->u) - rest.y;
    struct wrapped title = wrap_fit(ui, large, sizes, over.title, rest.w, 2, 1e6F);
    struct wrapped sentence = wrap_text(ui, style_body, over.sentence, rest.w);
    struct wrapped more = wrap_text(ui, style_body, over.more ? over.more : "", rest.w);
    struct choice choices[4];
    int count = choices_for(&over, ui->arena, choices);
    float words = wrapped_height(&title) + ui->u + wrapped_height(&sentence) +
                  (over.more ? wrapped_height(&more) : 0);
    float needed = words + 3 * ui->u +
                   (fmaxf(7.2F * ui->u, ui_line_px(ui, 3.1F, 1.8F)) + 2 * ui->u) *
                       (float)(ui->grid == UI_WIDE ? 1 : count);
    struct rect region = rest;
    bool scrolls = needed > rest.h;
    if (scrolls) {
        rest.w -= 2 * ui->u;
        rest.y -= ui_scroll_begin(ui, CARDS_REGION, region, needed + 2 * ui->u);
        rest.h = needed;
    } else {
        rect_cut_top(&rest, (rest.h - needed) * 0.4F);
    }
    wrapped_draw(ui, &title, rect_cut_top(&rest, wrapped_height(&title) + ui->u), ALIGN_CENTRE,
                 ui->theme->text);
    wrapped_draw(ui, &sentence, rect_cut_top(&rest, wrapped_height(&sentence)), ALIGN_CENTRE,
                 ui->theme->text2);
    if (over.more) {
        wrapped_draw(ui, &more, rect_cut_top(&rest, wrapped_height(&more)), ALIGN_CENTRE,
                     ui->theme->text3);
    }
    rect_cut_top(&rest, 3 * ui->u);
    draw_choices(ui, rest, choices, count);
    if (scrolls)
        ui_scroll_end(ui);
}
