#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/date_words.h"
#include "screens/format.h"
#include "screens/play.h"
#include "screens/stats_parts.h"
#include "ui/control.h"
#include "ui/key_button.h"

static const struct text_style title_style = {FACE_DISPLAY_BOLD, 4.4F, 1.18F};
static const struct text_style value_style = {FACE_DISPLAY_BOLD, 5.2F, 1.15F};
static const struct text_style notice_style = {FACE_DISPLAY_BOLD, 5.2F, 1.2F};
static const float gap_u = 3, padding_u = 2;

static const struct section {
    const char *title, *tab; // tab: shorter
    const struct stats_part *part;
} sections[SECTION_COUNT] = {
    [SECTION_TOPICS] = {N_("Right by topic"), N_("Topics"), &stats_topics_part},
    [SECTION_DUE] = {N_("Cards due"), N_("Due"), &stats_due_part},
    [SECTION_HARDEST] = {N_("Hardest questions"), N_("Hardest"), &stats_hardest_part},
    [SECTION_YEAR] = {N_("The last year"), N_("Year"), &stats_year_part},
    [SECTION_TIME] = {N_("Answers and time"), N_("Time"), &stats_time_part},
    [SECTION_RECALL] = {N_("Recalled when a card came back"), N_("Recall"), &stats_recall_part},
    [SECTION_FORESEEN] = {N_("Expected and recalled"), N_("Expected"), &stats_foreseen_part},
};

static float line_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.8F));
}

// --- filters --------------------------------------------------------------------------------

/// The bank and the time that are looked at.
struct filters {
    float bank, window; // pixels of width that they want
    float line;         // and of height
    bool is_in_header;  // beside the title; else they stand above all else,
    bool is_stacked;    // one below the other where they are too wide
    float height;       // that they take there
};

static const char *bank_name(const struct stats *stats)
{
    const struct bank *bank = stats->banks[stats->bank];
    return bank ? bank->title : _("All banks");
}

static void name_windows(const char *names[STATS_WINDOWS])
{
    names[STATS_7_DAYS] = _("7 days");
    names[STATS_30_DAYS] = _("30 days");
    names[STATS_365_DAYS] = _("Year");
}

/// Pixels of width at which segments show their labels whole.
static float segments_width(const struct ui *ui, const char *const *names, int count)
{
    float widest = 0;
    for (int i = 0; i < count; i++)
        widest = fmaxf(widest, ui_label_width(ui, style_label, names[i]));
    return (widest + 3 * ui->u) * (float)count;
}

static struct filters lay_out_filters(const struct stats *stats, const struct ui *ui,
                                      const char *title)
{
    const char *windows[STATS_WINDOWS];
    name_windows(windows);
    float name = ui_label_width(ui, style_label, bank_name(stats)) + 10 * ui->u;
    struct filters f = {
        .bank = fminf(fmaxf(name, 26 * ui->u), 44 * ui->u * ui->text_scale),
        .window = fmaxf(segments_width(ui, windows, STATS_WINDOWS), 44 * ui->u),
        .line = line_height(ui),
    };
    float taken = 13.4F * ui->u + ui_label_width(ui, title_style, title) + 3 * ui->u;
    float both = f.bank + f.window + 2 * ui->u;
    f.is_in_header = taken + both <= ui->content.w;
    f.is_stacked = !f.is_in_header && both > ui->content.w - 2 * ui->u;
    if (!f.is_in_header)
        f.height = f.line * (f.is_stacked ? 2 : 1) + (f.is_stacked ? 4 : 2) * ui->u;
    return f;
}

static void draw_filters(const struct stats *stats, struct ui *ui, const struct filters *f,
                         struct rect rect)
{
    const char *windows[STATS_WINDOWS];
    name_windows(windows);
    struct rect window = rect, bank = rect;
    window.h = bank.h = f->line;
    if (f->is_stacked) {
        window.y += f->line + 2 * ui->u;
    } else {
        window = rect_cut_right(&bank, f->window);
        rect_cut_right(&bank, 2 * ui->u);
    }
    ui_choice_pill(ui, bank, bank_name(stats), STATS_BANK, 0, 0);
    ui_segments(ui, window, windows, STATS_WINDOWS, (int)stats->figures.window, STATS_WINDOW,
                _("Time"));
}

/// Where they stand in the header, above `rest`.
static struct rect header_rect(const struct ui *ui, const struct filters *f, struct rect rest)
{
    float width = f->bank + f->window + 2 * ui->u;
    float header = fmaxf(6.4F * ui->u, ui_line_px(ui, 4.4F, 1.2F));
    return (struct rect){ui->content.x + ui->content.w - width,
                         rest.y - gap_u * ui->u - header + (header - f->line) / 2, width,
                         f->line};
}

// --- tiles ----------------------------------------------------------------------------------

enum { TILES = 4 };

/// A number, what it counts, and more of it.
struct number_tile {
    const char *value, *label, *more;
};

static void make_tiles(const struct stats *stats, struct arena *arena,
                       struct number_tile tiles[TILES])
{
    const struct stats_figures *figures = &stats->figures;
    const struct stats_tally *tally = &figures->in_window[figures->window];
    const struct stats_streak *streak = &figures->streak;
    const struct stats_stages *stages = &figures->stages;
    int known = stages->young + stages->mature;
    tiles[0] = (struct number_tile){
        tally->answers ? stats_percent_words(arena, tally->right, tally->answers) : "–",
        _("right"),
        fill_text(arena, _("{1} of {2}"), format_count(arena, tally->right),
                  format_count(arena, tally->answers), NULL)};
    tiles[1] = (struct number_tile){
        format_count(arena, tally->answers), _("answered"),
        fill_text(arena, _("in {1}"), date_words_time(arena, tally->took_ms), NULL)};
    tiles[2] = (struct number_tile){
        streak->days ? format_count(arena, streak->days) : "–",
        ngettext("day in a row", "days in a row", (unsigned long)streak->days),
        streak->days
            ? fill_text(arena, _("{1} at best"), fill_number(arena, streak->longest), NULL)
            : _("A new streak starts today.")};
    tiles[3] = (struct number_tile){format_count(arena, known),
                                    ngettext("card known", "cards known", (unsigned long)known),
                                    fill_text(arena, _("{1} mature, {2} being learned"),
                                              format_count(arena, stages->mature),
                                              format_count(arena, stages->learning), NULL)};
}

/// How the tiles stand.
struct tile_grid {
    int columns;
    float height; // of one, pixels
};

static float tile_height(const struct ui *ui, const struct number_tile *tile, float width)
{
    struct wrapped label = wrap_text(ui, style_label, tile->label, width);
    struct wrapped more = wrap_text(ui, style_small, tile->more, width);
    return ui_line_px(ui, value_style.size_u, 1.2F) + wrapped_height(&label) +
           wrapped_height(&more) + 2.4F * ui->u;
}

static struct tile_grid lay_out_tiles(const struct ui *ui,
                                      const struct number_tile tiles[TILES], float width)
{
    struct tile_grid grid = {.columns = TILES};
    while (grid.columns > 1 &&
           width / (float)grid.columns < 24 * ui->u * fmaxf(1, ui->text_scale * 0.8F))
        grid.columns /= 2;
    float inner = (width - gap_u * ui->u * (float)(grid.columns - 1)) / (float)grid.columns -
                  2 * padding_u * ui->u;
    for (int i = 0; i < TILES; i++)
        grid.height = fmaxf(grid.height, tile_height(ui, &tiles[i], inner));
    return grid;
}

static float tiles_height(const struct tile_grid *grid, const struct ui *ui)
{
    int count = TILES / grid->columns;
    float rows = (float)count;
    return rows * grid->height + (rows - 1) * gap_u * ui->u;
}

static void draw_tile(struct ui *ui, struct rect rect, const struct number_tile *tile, int i)
{
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    const char *words =
        fill_text(ui->arena, _("{1} {2}, {3}"), tile->value, tile->label, tile->more, NULL);
    ui_focus_ring(ui, STATS_TILE, i, rect, 2.4F * ui->u);
    ui_area(ui, rect, STATS_TILE, i, AREA_REST | (i ? 0 : AREA_FIRST), words);
    rect_cut_left(&rect, padding_u * ui->u);
    rect_cut_right(&rect, padding_u * ui->u);
    rect_cut_top(&rect, 1.2F * ui->u);
    struct rect value = rect_cut_top(&rect, ui_line_px(ui, value_style.size_u, 1.2F));
    ui_label(ui, value, value_style, ALIGN_START, ui->theme->text, tile->value);
    float label =
        ui_paragraph(ui, rect, style_label, ALIGN_START, ui->theme->text2, tile->label);
    rect_cut_top(&rect, label);
    ui_paragraph(ui, rect, style_small, ALIGN_START, ui->theme->text3, tile->more);
}

static void draw_tiles(struct ui *ui, struct rect rect, const struct number_tile tiles[TILES],
                       const struct tile_grid *grid)
{
    int rows = TILES / grid->columns;
    for (int i = 0; i < TILES; i++) {
        struct rect cell = rect_cell(rect, grid->columns, rows, i % grid->columns,
                                     i / grid->columns, gap_u * ui->u);
        draw_tile(ui, cell, &tiles[i], i);
    }
}

// --- sections -------------------------------------------------------------------------------

/// Where everything stands below the header. Tops are from the top of the page.
struct page {
    struct filters filters;
    struct number_tile tiles[TILES];
    struct tile_grid grid;
    bool has_tabs; // one section is shown; else all are, in columns
    int columns;
    float width; // of a column, pixels
    float tops[SECTION_COUNT], heights[SECTION_COUNT];
    int column_of[SECTION_COUNT];
    float tiles_top, tabs_top, foot_top, height;
    struct wrapped notice;
};

static float section_height(const struct stats *stats, const struct ui *ui, int section,
                            float width)
{
    float inner = width - 2 * padding_u * ui->u;
    float title = stats_words_height(ui, "", inner); // at least
    struct wrapped words = wrap_text(ui, style_strong, _(sections[section].title), inner);
    title = fmaxf(title, wrapped_height(&words));
    return title + 1.2F * ui->u + sections[section].part->height(stats, ui, inner) +
           2 * padding_u * ui->u;
}

static void draw_section(const struct stats *stats, struct ui *ui, int section,
                         struct rect rect)
{
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    rect = rect_inset(rect, padding_u * ui->u);
    float title = ui_paragraph(ui, rect, style_strong, ALIGN_START, ui->theme->text,
                               _(sections[section].title));
    rect_cut_top(&rect, title + 1.2F * ui->u);
    sections[section].part->draw(stats, ui, rect);
}

static void name_tabs(const char *names[SECTION_COUNT])
{
    for (int i = 0; i < SECTION_COUNT; i++)
        names[i] = _(sections[i].tab);
}

static bool has_tabs(const struct ui *ui, float width)
{
    const char *names[SECTION_COUNT];
    name_tabs(names);
    return ui->is_compact && ui->grid == UI_WIDE &&
           segments_width(ui, names, SECTION_COUNT) <= width;
}

/// Sets the sections from `top` down, each in the column that ends first. Returns where the
/// last one ends.
static float place_sections(struct page *page, const struct stats *stats, const struct ui *ui,
                            float top)
{
    float ends[2] = {top, top}, gap = gap_u * ui->u;
    for (int i = 0; i < SECTION_COUNT; i++) {
        if (page->has_tabs && i != (int)stats->tab)
            continue;
        int column = page->columns == 2 && ends[1] < ends[0];
        page->column_of[i] = column;
        page->tops[i] = ends[column];
        page->heights[i] = section_height(stats, ui, i, page->width);
        ends[column] += page->heights[i] + gap;
    }
    return fmaxf(ends[0], ends[1]);
}

static float export_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F));
}

static struct page lay_out(const struct stats *stats, const struct ui *ui,
                           const struct filters *filters, float width)
{
    struct page page = {.filters = *filters, .has_tabs = has_tabs(ui, width)};
    bool has_two = ui->grid == UI_WIDE && !page.has_tabs && ui->text_scale < 1.4F;
    float gap = gap_u * ui->u;
    page.columns = has_two ? 2 : 1;
    page.width = (width - gap * (float)(page.columns - 1)) / (float)page.columns;
    make_tiles(stats, ui->arena, page.tiles);
    page.grid = lay_out_tiles(ui, page.tiles, width);
    page.tiles_top = filters->height;
    page.tabs_top = page.tiles_top + tiles_height(&page.grid, ui) + gap;
    float top = page.tabs_top + (page.has_tabs ? line_height(ui) + 2 * ui->u : 0);
    page.foot_top = place_sections(&page, stats, ui, top);
    page.height = page.foot_top + export_height(ui) + ui->u; // for its ledge
    if (stats->notice) {
        page.notice = wrap_text(ui, style_label, stats->notice, width);
        page.height += wrapped_height(&page.notice) + ui->u;
    }
    return page;
}

static void draw_tabs(const struct stats *stats, struct ui *ui, struct rect rect)
{
    const char *names[SECTION_COUNT];
    name_tabs(names);
    ui_segments(ui, rect, names, SECTION_COUNT, (int)stats->tab, STATS_TAB, _("Part"));
}

/// The export, and what came of it.
static void draw_export(const struct stats *stats, struct ui *ui, const struct page *page,
                        struct rect rect)
{
    const struct key_button export = {
        .kind = BUTTON_QUIET, .label = _("Export a table"), .key = "X", .id = STATS_EXPORT};
    struct rect button = rect_cut_top(&rect, export_height(ui));
    button.w = fminf(button.w, ui_key_button_width(ui, &export) * ui->u);
    ui_key_button(ui, button, &export);
    rect_cut_top(&rect, ui->u);
    if (stats->notice)
        wrapped_draw(ui, &page->notice, rect, ALIGN_START, ui->theme->text2);
}

static void draw_parts(const struct stats *stats, struct ui *ui, const struct page *page,
                       struct rect at)
{
    if (!page->filters.is_in_header)
        draw_filters(stats, ui, &page->filters, at);
    struct rect tiles = {at.x, at.y + page->tiles_top, at.w, tiles_height(&page->grid, ui)};
    draw_tiles(ui, tiles, page->tiles, &page->grid);
    struct rect tabs = {at.x, at.y + page->tabs_top, at.w, line_height(ui)};
    if (page->has_tabs)
        draw_tabs(stats, ui, tabs);
    for (int i = 0; i < SECTION_COUNT; i++) {
        float left = (page->width + gap_u * ui->u) * (float)page->column_of[i];
        struct rect section = {at.x + left, at.y + page->tops[i], page->width,
                               page->heights[i]};
        if (section.h > 0)
            draw_section(stats, ui, i, section);
    }
    draw_export(stats, ui, page,
                (struct rect){at.x, at.y + page->foot_top, at.w, at.h - page->foot_top});
}

/// All below the header but the button at the bottom; scrolls where it does not fit.
static void draw_page(const struct stats *stats, struct ui *ui, const struct filters *filters,
                      struct rect rect)
{
    struct page page = lay_out(stats, ui, filters, rect.w);
    float edge = ui->u; // for focus rings
    struct rect at = rect;
    bool scrolls = page.height > rect.h + 0.5F;
    if (scrolls) {
        at.w -= 2 * ui->u;
        page = lay_out(stats, ui, filters, at.w);
        struct rect region = {rect.x - edge, rect.y - edge, rect.w + edge, rect.h + edge};
        at.y -= ui_scroll_begin(ui, STATS_REGION, region, page.height + 2 * edge);
    }
    at.h = fmaxf(at.h, page.height);
    draw_parts(stats, ui, &page, at);
    if (scrolls)
        ui_scroll_end(ui);
}

/// What the hardest questions are practised with, at the bottom, if there are any. Takes its
/// room from `rest` and returns where the row of hints has to end.
static float draw_practise(const struct stats *stats, const struct game *game, struct ui *ui,
                           struct rect *rest)
{
    int count = stats->figures.hardest_count;
    if (!count || !game_bank(game)) {
        rest->h -= 2 * ui->u;
        return 0;
    }
    const struct key_button practise = {
        .kind = BUTTON_PRIMARY,
        .label = fill_text(
            ui->arena,
            ngettext("Practise the hardest", "Practise the hardest {1}", (unsigned long)count),
            fill_number(ui->arena, count), NULL),
        .key = _("Enter"),
        .pad = PAD_SOUTH,
        .id = STATS_PRACTISE,
        .flags = AREA_PRIMARY,
    };
    struct rect button = play_primary(ui, rest);
    button.w = fmaxf(button.w, ui_key_button_width(ui, &practise) * ui->u);
    button.w = fminf(button.w, rest->w);
    button.x = rest->x + rest->w - button.w;
    ui_key_button(ui, button, &practise);
    return ui->grid == UI_TALL ? 0 : button.x - 2 * ui->u;
}

/// What to do to see more. Returns where the row of hints has to end.
static float draw_empty(const struct stats *stats, struct ui *ui, struct rect rest)
{
    const struct key_button quiz = {
        .kind = BUTTON_PRIMARY,
        .label = _("Choose a quiz"),
        .key = _("Enter"),
        .pad = PAD_SOUTH,
        .id = STATS_QUIZ,
        .flags = AREA_PRIMARY | AREA_FIRST,
    };
    struct rect button = play_primary(ui, &rest);
    button.w = fmaxf(button.w, ui_key_button_width(ui, &quiz) * ui->u);
    button.x = rest.x + rest.w - button.w;
    int answers = stats->figures.all.answers;
    const char *todo = fill_text(ui->arena, _("Answer {1} questions and this page fills up."),
                                 fill_number(ui->arena, STATS_FEW), NULL);
    const char *done =
        fill_text(ui->arena,
                  ngettext("{1} answer so far.", "{1} answers so far.", (unsigned long)answers),
                  fill_number(ui->arena, answers), NULL);
    float width = rest.w - 3 * ui->u, gap = 1.4F * ui->u;
    struct wrapped first = wrap_text(ui, notice_style, todo, width);
    struct wrapped second = wrap_text(ui, style_body, done, width);
    float height = wrapped_height(&first) + gap + wrapped_height(&second);
    float up = ui_scroll_begin(ui, STATS_REGION, rest, height);
    struct rect at = {rest.x, rest.y - up + fmaxf(0, (rest.h - height) * 0.4F), width, height};
    wrapped_draw(ui, &first, rect_cut_top(&at, wrapped_height(&first)), ALIGN_CENTRE,
                 ui->theme->text);
    rect_cut_top(&at, gap);
    wrapped_draw(ui, &second, at, ALIGN_CENTRE, ui->theme->text2);
    ui_scroll_end(ui);
    ui_key_button(ui, button, &quiz);
    return ui->grid == UI_TALL ? 0 : button.x - 2 * ui->u;
}

static void draw_hints(const struct stats *stats, struct ui *ui, float end)
{
    const struct hint hints[] = {
        {.keys = "Esc", .pad = PAD_EAST, .label = _("back")},
        {.keys = "B", .pad = PAD_NORTH, .label = _("bank")},
        {.keys = "W", .pad = PAD_WEST, .label = _("time")},
        {.keys = "← →", .label = _("bar by bar")},
    };
    int count = ui->text_scale > 1.4F ? 1 : stats_is_empty(stats) ? 2 : 4;
    ui_hints(ui, hints, count, end);
}

/// Where things will stand when they are counted.
static void draw_outlines(struct ui *ui, struct rect rest)
{
    float gap = gap_u * ui->u, line = ui_line_px(ui, 3.1F, 1.6F);
    int columns = ui->grid == UI_WIDE ? TILES : 2;
    rest.h -= 2 * ui->u;
    ui_label(ui, rect_cut_top(&rest, line), style_body, ALIGN_START, ui->theme->text2,
             _("Counting…"));
    struct rect tiles = rect_cut_top(&rest, fminf(14 * ui->u, rest.h * 0.4F));
    for (int i = 0; i < columns; i++) {
        ui_outline(ui, rect_cell(tiles, columns, 1, i, 0, gap), 2.4F * ui->u,
                   ui_stroke_px(ui, 0.18F), ui->theme->line);
    }
    rect_cut_top(&rest, gap);
    for (int i = 0; i < columns / 2; i++) {
        ui_outline(ui, rect_cell(rest, columns / 2, 1, i, 0, gap), 2.4F * ui->u,
                   ui_stroke_px(ui, 0.18F), ui->theme->line);
    }
}

void stats_view(const struct stats *stats, const struct game *game, struct ui *ui)
{
    const char *title = _("Statistics");
    struct rect rest = ui_page(ui, title);
    if (stats->todo != STATS_DONE) {
        draw_outlines(ui, rest);
        return;
    }
    struct filters filters = lay_out_filters(stats, ui, title);
    if (filters.is_in_header)
        draw_filters(stats, ui, &filters, header_rect(ui, &filters, rest));
    float end = 0;
    if (stats_is_empty(stats)) {
        if (!filters.is_in_header)
            draw_filters(stats, ui, &filters, rect_cut_top(&rest, filters.height));
        end = draw_empty(stats, ui, rest);
    } else {
        end = draw_practise(stats, game, ui, &rest);
        draw_page(stats, ui, &filters, rest);
    }
    draw_hints(stats, ui, end);
}
