#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/row.h"
#include "screens/teams_page.h"
#include "ui/widget.h"

static const float gap_u = 2;

const char *teams_page_available_words(const struct teams_page *page, struct arena *arena)
{
    unsigned long count = (unsigned long)page->available;
    const char *words =
        teams_page_has_all_topics(page)
            ? ngettext("{1} question of this bank can be asked.",
                       "{1} questions of this bank can be asked.", count)
            : ngettext("{1} question of the chosen topics can be asked.",
                       "{1} questions of the chosen topics can be asked.", count);
    return fill_text(arena, words, fill_number(arena, page->available), NULL);
}

/// The rows: all topics, then each; two beside each other where there is room.
struct rows {
    struct row *list;
    int count, columns;
    float column, row, height;
};

static struct rows lay_out(const struct teams_page *page, const struct ui *ui, float width)
{
    struct rows r = {.list = ARENA_ARRAY(ui->arena, page->topic_count + 1, struct row),
                     .columns = ui->grid == UI_TALL || ui->text_scale > 1.4F ? 1 : 2};
    r.column = (width - gap_u * ui->u * (float)(r.columns - 1)) / (float)r.columns;
    r.list[r.count++] = (struct row){.kind = ROW_CHECKED,
                                     .title = _("All topics"),
                                     .is_on = teams_page_has_all_topics(page)};
    for (int i = 0; i < page->topic_count; i++) {
        r.list[r.count++] = (struct row){.kind = ROW_CHECKED,
                                         .title = page->topics[i].shown,
                                         .value = fill_number(ui->arena, page->topics[i].count),
                                         .is_on = page->topics[i].is_on};
    }
    for (int i = 0; i < r.count; i++)
        r.row = fmaxf(r.row, row_height(ui, &r.list[i], r.column));
    int down = (r.count - 1 + r.columns - 1) / r.columns + 1; // the first row stands alone
    r.height = (float)down * (r.row + 0.6F * ui->u);
    return r;
}

static void draw_rows(const struct rows *r, struct ui *ui, struct rect rest)
{
    struct rect first = {rest.x, rest.y, r->column, r->row};
    row_draw(ui, first, &r->list[0], TEAMS_ALL_TOPICS, 0, AREA_FIRST);
    rect_cut_top(&rest, r->row + 0.6F * ui->u);
    for (int i = 0; i + 1 < r->count; i++) {
        int across = i % r->columns, down = i / r->columns;
        struct rect cell = {rest.x + (float)across * (r->column + gap_u * ui->u),
                            rest.y + (float)down * (r->row + 0.6F * ui->u), r->column, r->row};
        row_draw(ui, cell, &r->list[i + 1], TEAMS_TOPIC, i, 0);
    }
}

void teams_page_draw_topics(const struct teams_page *page, struct ui *ui, struct rect rect)
{
    float edge = 1.2F * ui->u, width = rect.w - 2 * edge - 1.6F * ui->u;
    const char *available = teams_page_available_words(page, ui->arena);
    struct wrapped words = wrap_text(ui, style_body, available, width);
    struct rows rows = lay_out(page, ui, width);
    float above = wrapped_height(&words) + ui->u;
    float up = ui_scroll_begin(ui, TEAMS_TOPICS_REGION, rect, 2 * edge + above + rows.height);
    struct rect rest = {rect.x + edge, rect.y + edge - up, width, 1e6F};
    wrapped_draw(ui, &words, rest, ALIGN_START, ui->theme->text2);
    rect_cut_top(&rest, above);
    draw_rows(&rows, ui, rest);
    ui_scroll_end(ui);
}
