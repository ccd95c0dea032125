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
    [SECTION_RECALL] = {N_("Recalled when a card came back"), N_("Recall"), &stats_recall_part},
    [SECTION_FORESEEN] = {N_("Expected and recalled"), N_("Forecast"), &stats_foreseen_part},
};

static float line_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.8F));
}

// --- filters --------------------------------------------------------------------------------

static const char *bank_name(const struct stats *stats)
{
    const struct bank *bank = stats->banks[stats->bank];
    return bank ? bank->title : _("All banks");
}

static void draw_filters(const struct stats *stats, struct ui *ui, struct rect rect)
{
    const char *const windows[STATS_WINDOWS] = {_("7 days"), _("30 days"), _("Year")};
    struct rect bank = rect_cut_left(&rect, rect.w * 0.46F);
    rect_cut_left(&rect, 2 * ui->u);
    ui_choice_pill(ui, bank, bank_name(stats), STATS_BANK, 0, AREA_ADJUST);
    ui_segments(ui, rect, windows, STATS_WINDOWS, (int)stats->figures.window, STATS_WINDOW,
                _("Time"));
}

/// In the header beside the title where both have room, else below it.
static struct rect filters_rect(const struct ui *ui, const char *title, struct rect *rest)
{
    float height = line_height(ui), wanted = 92 * ui->u * fmaxf(1, ui->text_scale * 0.9F);
    float taken = 13.4F * ui->u + ui_label_width(ui, title_style, title);
    if (ui->content.w - taken < wanted) {
        struct rect own = rect_cut_top(rest, height);
        rect_cut_top(rest, 2 * ui->u);
        return own;
    }
    float header = fmaxf(6.4F * ui->u, ui_line_px(ui, 4.4F, 1.2F));
    return (struct rect){ui->content.x + ui->content.w - wanted,
                         rest->y - gap_u * ui->u - header + (header - height) / 2, wanted,
                         height};
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
    tiles[0] = (struct number_tile){
        tally->answers ? stats_percent_words(arena, tally->right, tally->answers) : "–",
        _("right"),
        fill_text(arena, _("{1} of {2}"), format_count(arena, tally->right),
                  format_count(arena, tally->answers), NULL)};
    tiles[1] = (struct number_tile){
        format_count(arena, tally->answers), _("answered"),
        fill_text(arena, _("in {1}, today {2}"), date_words_time(arena, tally->took_ms),
                  date_words_time(arena, figures->today.took_ms), NULL)};
    tiles[2] = (struct number_tile){
        streak->days ? format_count(arena, streak->days) : "–", _("days in a row"),
        streak->days
            ? fill_text(arena, _("{1} at best"), fill_number(arena, streak->longest), NULL)
            : _("A new streak starts today.")};
    tiles[3] = (struct number_tile){format_count(arena, stages->young + stages->mature),
                                    _("cards known"),
                                    fill_text(arena, _("{1} for long, {2} still learned"),
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
    float rows = (float)(TILES / grid->columns);
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

/// Where sections stand: one after the other in columns, or one of them below tabs.
struct page {
    struct number_tile tiles[TILES];
    struct tile_grid grid;
    bool has_tabs;
    int columns;
    float width; // of a column, pixels
    float tops[SECTION_COUNT], heights[SECTION_COUNT];
    int column_of[SECTION_COUNT];
    float head, height; // of tiles (and tabs), and of all
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

static struct page lay_out(const struct stats *stats, const struct ui *ui, float width)
{
    struct page page = {.has_tabs = ui->is_compact && ui->grid == UI_WIDE};
    bool has_two = ui->grid == UI_WIDE && !page.has_tabs && ui->text_scale < 1.4F;
    float gap = gap_u * ui->u;
    page.columns = has_two ? 2 : 1;
    page.width = (width - gap * (float)(page.columns - 1)) / (float)page.columns;
    make_tiles(stats, ui->arena, page.tiles);
    page.grid = lay_out_tiles(ui, page.tiles, width);
    page.head = tiles_height(&page.grid, ui) + gap;
    if (page.has_tabs)
        page.head += line_height(ui) + 2 * ui->u;
    float ends[2] = {page.head, page.head};
    for (int i = 0; i < SECTION_COUNT; i++) {
        if (page.has_tabs && i != (int)stats->tab)
            continue;
        int column = page.columns == 2 && ends[1] < ends[0];
        page.column_of[i] = column;
        page.tops[i] = ends[column];
        page.heights[i] = section_height(stats, ui, i, page.width);
        ends[column] += page.heights[i] + gap;
    }
    page.height = fmaxf(ends[0], ends[1]) - gap + ui->u; // for the last ledge
    return page;
}

static void draw_tabs(const struct stats *stats, struct ui *ui, struct rect rect)
{
    const char *names[SECTION_COUNT];
    for (int i = 0; i < SECTION_COUNT; i++)
        names[i] = _(sections[i].tab);
    ui_segments(ui, rect, names, SECTION_COUNT, (int)stats->tab, STATS_TAB, _("Part"));
}

static void draw_page(const struct stats *stats, struct ui *ui, struct rect rect)
{
    struct page page = lay_out(stats, ui, rect.w);
    bool scrolls = page.height > rect.h + 0.5F;
    struct rect at = rect;
    if (scrolls) {
        at.w -= 2 * ui->u;
        page = lay_out(stats, ui, at.w);
        at.y -= ui_scroll_begin(ui, STATS_REGION, rect, page.height);
    }
    struct rect tiles = {at.x, at.y, at.w, tiles_height(&page.grid, ui)};
    draw_tiles(ui, tiles, page.tiles, &page.grid);
    if (page.has_tabs) {
        struct rect tabs = {at.x, tiles.y + tiles.h + gap_u * ui->u, at.w, line_height(ui)};
        draw_tabs(stats, ui, tabs);
    }
    for (int i = 0; i < SECTION_COUNT; i++) {
        float left = (page.width + gap_u * ui->u) * (float)page.column_of[i];
        struct rect section = {at.x + left, at.y + page.tops[i], page.width, page.heights[i]};
        if (page.heights[i] > 0)
            draw_section(stats, ui, i, section);
    }
    if (scrolls)
        ui_scroll_end(ui);
}

// --- the foot -------------------------------------------------------------------------------

static struct key_button export_button(void)
{
    return (struct key_button){
        .kind = BUTTON_QUIET, .label = _("Export a table"), .key = "X", .id = STATS_EXPORT};
}

static struct key_button practise_button(const struct stats *stats, struct arena *arena)
{
    int count = stats->figures.hardest_count;
    return (struct key_button){
        .kind = BUTTON_PRIMARY,
        .label = fill_text(
            arena,
            ngettext("Practise the hardest", "Practise the hardest {1}", (unsigned long)count),
            fill_number(arena, count), NULL),
        .key = _("Enter"),
        .pad = PAD_SOUTH,
        .id = STATS_PRACTISE,
        .flags = AREA_PRIMARY,
    };
}

/// The buttons along the bottom; above them what came of the export. Takes their room from
/// `rest` and returns where the row of hints has to end.
static float draw_foot(const struct stats *stats, const struct game *game, struct ui *ui,
                       struct rect *rest)
{
    struct key_button export = export_button();
    struct key_button practise = practise_button(stats, ui->arena);
    bool has_practise = stats->figures.hardest_count && game_bank(game);
    struct rect button = play_primary(ui, rest);
    float wanted = ui_key_button_width(ui, &export) * ui->u, gap = 2 * ui->u;
    struct rect first = button;
    if (has_practise) {
        button.w = fmaxf(button.w, ui_key_button_width(ui, &practise) * ui->u);
        button.w = fminf(button.w, rest->w);
        button.x = rest->x + rest->w - button.w;
        bool is_beside = ui->grid != UI_TALL && button.x - gap - wanted > rest->x;
        first = button;
        first.w = is_beside ? wanted : button.w;
        first.x = is_beside ? button.x - gap - wanted : button.x;
        first.y -= is_beside ? 0 : button.h + gap;
        rest->h = fminf(rest->h, first.y - gap - rest->y);
    }
    if (stats->notice) {
        struct wrapped words = wrap_text(ui, style_label, stats->notice, rest->w);
        struct rect at = rect_cut_bottom(rest, wrapped_height(&words));
        wrapped_draw(ui, &words, at, ALIGN_START, ui->theme->text2);
        rect_cut_bottom(rest, ui->u);
    }
    draw_page(stats, ui, *rest);
    ui_key_button(ui, first, &export);
    if (has_practise)
        ui_key_button(ui, button, &practise);
    return ui->grid == UI_TALL ? 0 : first.x - gap;
}

static void draw_empty(const struct stats *stats, struct ui *ui, struct rect rest)
{
    struct rect button = play_primary(ui, &rest);
    const char *words = fill_text(ui->arena, _("Answer {1} questions and this page fills up."),
                                  fill_number(ui->arena, STATS_FEW), NULL);
    struct wrapped text = wrap_text(ui, notice_style, words, fminf(rest.w, 110 * ui->u));
    const char *so_far = fill_text(ui->arena,
                                   ngettext("{1} answer so far.", "{1} answers so far.",
                                            (unsigned long)stats->figures.all.answers),
                                   fill_number(ui->arena, stats->figures.all.answers), NULL);
    rect_cut_top(&rest, fmaxf(0, (rest.h - wrapped_height(&text)) * 0.4F));
    wrapped_draw(ui, &text, rect_cut_top(&rest, wrapped_height(&text)), ALIGN_CENTRE,
                 ui->theme->text);
    rect_cut_top(&rest, 1.4F * ui->u);
    ui_paragraph(ui, rest, style_body, ALIGN_CENTRE, ui->theme->text2, so_far);
    const struct key_button quiz = {
        .kind = BUTTON_PRIMARY,
        .label = _("Choose a quiz"),
        .key = _("Enter"),
        .pad = PAD_SOUTH,
        .id = STATS_QUIZ,
        .flags = AREA_PRIMARY | AREA_FIRST,
    };
    button.w = fmaxf(button.w, ui_key_button_width(ui, &quiz) * ui->u);
    button.x = rest.x + rest.w - button.w;
    ui_key_button(ui, button, &quiz);
}

static void draw_hints(const struct stats *stats, struct ui *ui, float end)
{
    struct hint hints[5];
    int count = 0;
    hints[count++] = (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = _("back")};
    hints[count++] = (struct hint){.keys = "B", .pad = PAD_NORTH, .label = _("bank")};
    if (!stats_is_empty(stats)) {
        hints[count++] = (struct hint){.keys = "W", .pad = PAD_WEST, .label = _("time")};
        hints[count++] = (struct hint){.keys = "← →", .label = _("bar by bar")};
    }
    ui_hints(ui, hints, count, end);
}

void stats_view(const struct stats *stats, const struct game *game, struct ui *ui)
{
    const char *title = _("Statistics");
    struct rect rest = ui_page(ui, title);
    draw_filters(stats, ui, filters_rect(ui, title, &rest));
    float end = 0;
    if (stats_is_empty(stats)) {
        draw_empty(stats, ui, rest);
    } else {
        end = draw_foot(stats, game, ui, &rest);
    }
    draw_hints(stats, ui, end);
}
