#include "screens/menu.h"

#include <math.h>

#include "base/i18n.h"

/// Where the buttons stand: one under the other, or in as many columns as make them all seen.
struct layout {
    float width, height, gap; // of a button
    int columns, rows;
};

static struct layout lay_out(const struct menu *menu, const struct ui *ui, struct rect rest)
{
    struct layout layout = {.columns = 1, .rows = menu->count, .gap = 2 * ui->u};
    layout.height = fmaxf(7.2F * ui->u, ui_line_px(ui, 3.1F, 1.8F));
    layout.width = 44 * ui->u;
    for (int i = 0; i < menu->count; i++) {
        float width = ui_button_width(ui, _(menu->entries[i].label)) * ui->u;
        layout.width = fmaxf(layout.width, width);
    }
    layout.width = fminf(layout.width, rest.w - 3 * ui->u);
    float tall = (layout.height + layout.gap) * (float)menu->count;
    while (tall > rest.h &&
           (layout.width + layout.gap) * (float)(layout.columns + 1) - layout.gap < rest.w) {
        layout.columns++;
        layout.rows = (menu->count + layout.columns - 1) / layout.columns;
        tall = (layout.height + layout.gap) * (float)layout.rows;
    }
    return layout;
}

/// Moves them together, as far as that spares somebody the scrolling.
static void fit(struct layout *layout, const struct ui *ui, float room)
{
    float least = ui->u, tall = (layout->height + layout->gap) * (float)layout->rows;
    float gap = layout->gap - (tall - room) / (float)layout->rows;
    if (tall > room && gap >= least)
        layout->gap = gap;
}

static void draw_buttons(const struct menu *menu, struct ui *ui, struct rect rest)
{
    struct layout layout = lay_out(menu, ui, rest);
    float edge = 1.2F * ui->u; // for the focus ring
    fit(&layout, ui, rest.h - 2 * edge - 1);
    float height = (layout.height + layout.gap) * (float)layout.rows;
    float width = (layout.width + layout.gap) * (float)layout.columns - layout.gap;
    float up = ui_scroll_begin(ui, menu->region, rest, height + 2 * edge);
    float left = rest.x + (rest.w - width) / 2, top = rest.y + edge - up;
    for (int i = 0; i < menu->count; i++) {
        int row = i / layout.columns;
        struct rect button = {left + (float)(i % layout.columns) * (layout.width + layout.gap),
                              top + (float)row * (layout.height + layout.gap), layout.width,
                              layout.height};
        ui_button(ui, button, i == 0 ? BUTTON_PRIMARY : BUTTON_QUIET, _(menu->entries[i].label),
                  menu->entries[i].id, 0, i == 0 ? AREA_PRIMARY | AREA_FIRST : 0);
    }
    ui_scroll_end(ui);
}

void menu_view(struct ui *ui, const struct menu *menu)
{
    struct rect rest = ui->content;
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 2 * ui->u) - rest.y;
    struct wrapped said = wrap_text(ui, style_body, menu->sentence, rest.w);
    float title = ui_line_px(ui, 5.2F, 1.18F);
    struct layout layout = lay_out(menu, ui, rest);
    float needed = title + wrapped_height(&said) + 4 * ui->u +
                   (layout.height + layout.gap) * (float)layout.rows;
    rect_cut_top(&rest, fmaxf(0, (rest.h - needed) * 0.4F));
    ui_label(ui, rect_cut_top(&rest, title), style_title, ALIGN_CENTRE, ui->theme->text,
             menu->title);
    wrapped_draw(ui, &said, rect_cut_top(&rest, wrapped_height(&said)), ALIGN_CENTRE,
                 menu->is_warning ? ui->theme->warn : ui->theme->text2);
    rect_cut_top(&rest, 2 * ui->u);
    draw_buttons(menu, ui, rest);
    ui_hints(ui, menu->hints, menu->hint_count, 0);
}
