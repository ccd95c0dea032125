// Help: the keys of the screen it lies on, those that work everywhere, and how to add
// questions.
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/game.h"
#include "screens/guide.h"
#include "screens/keys_everywhere.h"
#include "screens/screen.h"
#include "ui/control.h"
#include "ui/edit.h"

enum { HELP_CLOSE = 1, HELP_TAB, HELP_ROW, HELP_HOW, HELP_REGION, HELP_GUIDE_REGION };

enum tab { TAB_KEYBOARD, TAB_PAD, TAB_GUIDE, TAB_COUNT };

struct help {
    bool is_chosen; // else the tab is that of the device in use
    enum tab tab;
};

struct help_row {
    const char *keys; // caps with blanks between
    const char *label;
};

struct help_list {
    const char *title;
    struct help_row *rows;
    int count;
};

// What ui_input() does on all screens stands in no table of shortcuts.
static const struct {
    const char *keys, *pad, *label;
    bool scrolls; // for screens that do
} built_in[] = {
    {"← ↑ → ↓", N_("D-pad"), N_("Move"), false},
    {"Tab", NULL, N_("Next thing"), false},
    {N_("Enter Space"), NULL, N_("Choose, go on"), false},
    {N_("Shift ↑ ↓"), N_("R-stick"), N_("Scroll long text"), true},
};

enum { BUILT_IN = sizeof built_in / sizeof *built_in };

static int table_length(const struct shortcut *table)
{
    int count = 0;
    while (table && table[count].id)
        count++;
    return count;
}

static const char *letter_of(const struct shortcut *row, struct arena *arena)
{
    bool is_small = row->key >= 'a' && row->key <= 'z';
    return arena_printf(arena, "%c", is_small ? row->key - 'a' + 'A' : row->key);
}

static const char *key_caps(const struct shortcut *row, struct arena *arena)
{
    if (row->caps)
        return _(row->caps);
    if (!row->key || row->key >= KEY_NAMED)
        return NULL;
    const char *letter = letter_of(row, arena);
    return row->mods & MOD_CTRL ? arena_printf(arena, "Ctrl %s", letter) : letter;
}

/// Whether the shortcut does anything on the screen below as things stand.
static bool works(const struct shortcut *row, const struct game *game, enum tab tab,
                  const struct ui *ui)
{
    const struct help_topic *topic = &game->help;
    if (tab == TAB_KEYBOARD && topic->is_typing && edit_takes_key(row->key, row->mods))
        return false;
    if (row->id == ACTION_PROBLEMS && !game_count_broken(game))
        return false;
    return !topic->screen->works || topic->screen->works(topic->self, game, ui, row);
}

/// The caps of a row. Of a range of keys, "1–6", only those that do something: "1–4".
static const char *working_caps(const struct shortcut *row, const struct game *game,
                                const struct ui *ui)
{
    const struct shortcut *last = row;
    bool is_whole = true;
    for (const struct shortcut *next = row + 1; next->id && !next->label; next++) {
        bool is_working = works(next, game, TAB_KEYBOARD, ui);
        is_whole = is_whole && is_working;
        last = is_working ? next : last;
    }
    if (is_whole || !row->caps || !strstr(row->caps, "–"))
        return key_caps(row, ui->arena);
    const char *from = letter_of(row, ui->arena);
    return last == row ? from
                       : arena_printf(ui->arena, "%s–%s", from, letter_of(last, ui->arena));
}

/// Whether the screen's own tables use the key or button of `row` for something else.
static bool is_taken(const struct shortcut *row, const struct shortcut *table, enum tab tab)
{
    for (; table && table->id; table++) {
        bool is_same = tab == TAB_PAD ? row->pad != PAD_NONE && row->pad == table->pad
                                      : row->key == table->key && row->mods == table->mods;
        if (is_same)
            return true;
    }
    return false;
}

static bool is_hidden(const struct shortcut *row, const struct shortcut *table,
                      const struct game *game, enum tab tab, const struct ui *ui)
{
    if (!works(row, game, tab, ui))
        return true;
    return table == keys_everywhere && (is_taken(row, game->help.screen->shortcuts, tab) ||
                                        is_taken(row, game->help.moment, tab));
}

/// Adds what `table` says. Rows without a label belong to the row before, and stand for it
/// where that one does nothing.
static void add_table(struct help_list *list, const struct shortcut *table,
                      const struct game *game, enum tab tab, const struct ui *ui)
{
    const char *label = NULL;
    bool is_said = false;
    for (const struct shortcut *row = table; row && row->id; row++) {
        is_said = is_said && !row->label;
        label = row->label ? row->label : label;
        if (!label || is_hidden(row, table, game, tab, ui))
            continue;
        const char *keys = NULL;
        if (tab == TAB_PAD && row->pad != PAD_NONE) {
            keys = ui_pad_label(row->pad, ui->state->glyphs);
        } else if (tab == TAB_KEYBOARD && !is_said) {
            keys = working_caps(row, game, ui);
            is_said = keys != NULL;
        }
        if (keys)
            list->rows[list->count++] = (struct help_row){keys, _(label)};
    }
}

static struct help_list screen_list(const struct game *game, enum tab tab, const struct ui *ui)
{
    struct help_list list = {.title = _("On this screen")};
    const struct help_topic *topic = &game->help;
    const struct shortcut *own = topic->screen ? topic->screen->shortcuts : NULL;
    int room = table_length(own) + table_length(topic->moment);
    list.rows = ARENA_ARRAY(ui->arena, room + 1, struct help_row);
    if (topic->screen) {
        add_table(&list, topic->moment, game, tab, ui);
        add_table(&list, own, game, tab, ui);
    }
    return list;
}

static struct help_list everywhere_list(const struct game *game, enum tab tab,
                                        const struct ui *ui)
{
    struct help_list list = {.title = _("Everywhere")};
    int room = table_length(keys_everywhere) + BUILT_IN + 1;
    list.rows = ARENA_ARRAY(ui->arena, room, struct help_row);
    for (int i = 0; i < BUILT_IN; i++) {
        const char *keys = tab == TAB_PAD ? built_in[i].pad : built_in[i].keys;
        if (keys && (game->help.scrolls || !built_in[i].scrolls))
            list.rows[list.count++] = (struct help_row){_(keys), _(built_in[i].label)};
    }
    if (tab == TAB_PAD) {
        list.rows[list.count++] =
            (struct help_row){ui_pad_label(PAD_SOUTH, ui->state->glyphs), _("Choose, go on")};
    }
    if (game->help.screen)
        add_table(&list, keys_everywhere, game, tab, ui);
    return list;
}

/// Draws key caps for the words of `keys` and returns the width they take.
static float draw_caps(struct ui *ui, float left, float middle, const char *keys)
{
    float x = left;
    while (*keys) {
        size_t len = strcspn(keys, " ");
        x += ui_keycap(ui, x, middle, arena_text(ui->arena, keys, len), ui->theme->text2);
        keys += len;
        keys += strspn(keys, " ");
        x += *keys ? 0.7F * ui->u : 0;
    }
    return x - left;
}

static float caps_width(struct ui *ui, const char *keys)
{
    float alpha = ui->alpha;
    ui->alpha = 0; // measures without drawing
    float width = draw_caps(ui, 0, 0, keys);
    ui->alpha = alpha;
    return width;
}

static float widest_caps(struct ui *ui, const struct help_list *list)
{
    float widest = 0;
    for (int i = 0; i < list->count; i++)
        widest = fmaxf(widest, caps_width(ui, list->rows[i].keys));
    return widest;
}

static const float edge_u = 1.2F; // room for the focus ring in a list
static const float row_gap_u = 1.4F;
static const struct text_style label_style = {FACE_REGULAR, 2.7F, 1.25F};
static const struct text_style heading_style = {FACE_SEMIBOLD, 2.7F, 1.3F};

/// The label of a row, beside its keys if that leaves a fair share of the width, else below.
struct row_layout {
    struct wrapped label;
    float label_x, label_y, caps_px, height;
};

static struct row_layout lay_out_row(struct ui *ui, const struct help_row *row, float keys_px,
                                     float width)
{
    float caps = fmaxf(3.8F * ui->u, ui_line_px(ui, 2.4F, 1.5F));
    bool is_beside = keys_px < width * 0.55F;
    float x = is_beside ? keys_px + 2 * ui->u : 0;
    struct row_layout layout = {.label = wrap_text(ui, label_style, row->label, width - x),
                                .label_x = x,
                                .caps_px = caps};
    float text = wrapped_height(&layout.label);
    layout.label_y = is_beside ? fmaxf(0, (caps - text) / 2) : caps + 0.4F * ui->u;
    layout.height = fmaxf(caps, layout.label_y + text) + row_gap_u * ui->u;
    return layout;
}

static float list_height(struct ui *ui, const struct help_list *list, float width)
{
    float keys_px = widest_caps(ui, list);
    float height = ui_line_px(ui, 2.7F, 1.3F) + 1.6F * ui->u;
    for (int i = 0; i < list->count; i++)
        height += lay_out_row(ui, &list->rows[i], keys_px, width).height;
    return height + 2 * ui->u;
}

static void draw_list(struct ui *ui, const struct help_list *list, struct rect rect, int from)
{
    float keys_px = widest_caps(ui, list);
    struct rect title = rect_cut_top(&rect, ui_line_px(ui, 2.7F, 1.3F));
    ui_label(ui, title, heading_style, ALIGN_START, ui->theme->accent, list->title);
    rect_cut_top(&rect, 1.6F * ui->u);
    for (int i = 0; i < list->count; i++) {
        const struct help_row *row = &list->rows[i];
        struct row_layout layout = lay_out_row(ui, row, keys_px, rect.w);
        struct rect at = rect_cut_top(&rect, layout.height);
        struct rect area = rect_move(at, 0, -0.5F * row_gap_u * ui->u);
        at.h -= row_gap_u * ui->u;
        draw_caps(ui, at.x, at.y + layout.caps_px / 2, row->keys);
        struct rect label = {at.x + layout.label_x, at.y + layout.label_y,
                             at.w - layout.label_x, at.h - layout.label_y};
        wrapped_draw(ui, &layout.label, label, ALIGN_START, ui->theme->text);
        // Rows can be walked along, so that arrows and a pad scroll them too.
        ui_focus_ring(ui, HELP_ROW, from + i, at, 0.8F * ui->u);
        ui_area(ui, area, HELP_ROW, from + i, AREA_REST, row->label);
    }
}

/// What is told of the screen before its keys; NULL: nothing.
static const char *how_of(const struct game *game)
{
    const struct help_topic *topic = &game->help;
    return topic->screen && topic->screen->how ? topic->screen->how(topic->self, game) : NULL;
}

/// Draws it from the top of `rect`, or only measures it. Returns its height, with a gap below.
static float draw_how(const char *how, struct ui *ui, struct rect rect, bool is_drawn)
{
    if (!how)
        return 0;
    float title = ui_line_px(ui, heading_style.size_u, heading_style.spacing), gap = ui->u;
    struct wrapped words = wrap_text(ui, label_style, how, rect.w);
    float height = title + gap + wrapped_height(&words);
    if (is_drawn) {
        struct rect whole = {rect.x, rect.y, rect.w, height};
        ui_label(ui, rect_cut_top(&rect, title), heading_style, ALIGN_START, ui->theme->accent,
                 _("How this goes"));
        rect_cut_top(&rect, gap);
        wrapped_draw(ui, &words, rect, ALIGN_START, ui->theme->text);
        ui_focus_ring(ui, HELP_HOW, 0, whole, 0.8F * ui->u);
        ui_area(ui, whole, HELP_HOW, 0, AREA_REST, _("How this goes"));
    }
    return height + 3 * ui->u;
}

static void draw_lists(const struct game *game, enum tab tab, struct ui *ui, struct rect rect)
{
    const struct help_list here = screen_list(game, tab, ui);
    const struct help_list everywhere = everywhere_list(game, tab, ui);
    int columns = ui->grid == UI_WIDE && ui->text_scale < 1.4F && here.count ? 2 : 1;
    float edge = edge_u * ui->u;
    float gap = 4 * ui->u, width = (rect.w - 2 * edge - 2 * ui->u - gap) / 2;
    if (columns == 1)
        width = rect.w - 2 * edge - 2 * ui->u;
    float left = here.count ? list_height(ui, &here, width) : 0;
    float right = list_height(ui, &everywhere, width);
    float height = columns == 2 ? fmaxf(left, right) : left + right;
    struct rect page = {rect.x + edge, rect.y + edge, rect.w - 2 * edge - 2 * ui->u, rect.h};
    const char *how = how_of(game);
    float told = draw_how(how, ui, page, false);
    page.y -= ui_scroll_begin(ui, HELP_REGION, rect, told + height + 2 * edge);
    draw_how(how, ui, page, true);
    struct rect column = {page.x, page.y + told, width, left};
    if (here.count)
        draw_list(ui, &here, column, 0);
    if (columns == 2) {
        column.x += width + gap;
    } else {
        column.y += left;
    }
    column.h = right;
    draw_list(ui, &everywhere, column, here.count);
    ui_scroll_end(ui);
}

/// Pixels of width that the tabs want.
static float tabs_width(const struct ui *ui, const char *const *tabs)
{
    float width = 4 * ui->u;
    for (int i = 0; i < TAB_COUNT; i++)
        width += ui_label_width(ui, style_label, tabs[i]) + 4 * ui->u;
    return width;
}

/// The tabs and Close: side by side, or one above the other where that is too wide.
static void draw_foot(enum tab tab, struct ui *ui, struct rect *rest)
{
    const char *const whole[TAB_COUNT] = {_("Keyboard"), _("Gamepad"), _("Add questions")};
    const char *const brief[TAB_COUNT] = {_("Keys"), _("Pad"), _("Questions")};
    const char *const *tabs = tabs_width(ui, whole) <= rest->w ? whole : brief;
    float height = fmaxf(7.2F * ui->u, ui_line_px(ui, 3.1F, 1.7F)), gap = 2 * ui->u;
    float width = tabs_width(ui, tabs);
    float close_width = fmaxf(28 * ui->u, ui_button_width(ui, _("Close")) * ui->u);
    struct rect foot = rect_cut_bottom(rest, height);
    struct rect close = foot, row = foot;
    if (width + gap + close_width > foot.w) {
        rect_cut_bottom(rest, gap);
        row = rect_cut_bottom(rest, height);
    } else {
        close = rect_cut_right(&foot, close_width);
        row.w = width;
    }
    rect_cut_bottom(rest, gap);
    ui_segments(ui, row, tabs, TAB_COUNT, (int)tab, HELP_TAB, _("Help with"));
    ui_button(ui, close, BUTTON_PRIMARY, _("Close"), HELP_CLOSE, 0, AREA_PRIMARY | AREA_FIRST);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct help *help = self;
    enum tab tab = ui->state->device == DEVICE_PAD ? TAB_PAD : TAB_KEYBOARD;
    if (help->is_chosen)
        tab = help->tab;
    struct rect card = ui_rect(ui, 20, 7, 120, 76);
    if (ui->grid != UI_WIDE || ui->text_scale > 1.2F || ui->is_compact)
        card = rect_inset(ui->page, 3 * ui->u);
    ui_shadow(ui, card, 3 * ui->u);
    ui_card(ui, card, 3, ui->theme->surface);
    struct rect inner = rect_inset(card, 4 * ui->u);
    struct rect title = rect_cut_top(&inner, ui_line_px(ui, 4.4F, 1.18F));
    const struct text_style style = {FACE_DISPLAY_BOLD, 4.4F, 1.18F};
    ui_label(ui, title, style, ALIGN_START, ui->theme->text,
             tab == TAB_GUIDE ? _("Add questions") : _("Keys"));
    rect_cut_top(&inner, 1.6F * ui->u);
    draw_foot(tab, ui, &inner);
    inner.x -= edge_u * ui->u; // what is in the lists is in line with the title
    inner.w += edge_u * ui->u;
    if (tab == TAB_GUIDE) {
        guide_draw(game, ui, inner, HELP_GUIDE_REGION, HELP_ROW);
    } else {
        draw_lists(game, tab, ui, inner);
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct help *help = self;
    help->is_chosen = game->help.opens_guide;
    help->tab = help->is_chosen ? TAB_GUIDE : TAB_KEYBOARD;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    (void)game;
    struct help *help = self;
    switch (action->id) {
    case HELP_CLOSE:
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case HELP_TAB:
        help->is_chosen = true;
        help->tab = (enum tab)action->arg;
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static const struct shortcut shortcuts[] = {
    {'?', 0, PAD_NONE, HELP_CLOSE, 0, "?", N_("Close")},
    {KEY_F1, 0, PAD_NONE, HELP_CLOSE, 0, NULL, NULL},
    {0, 0, PAD_START, HELP_CLOSE, 0, NULL, NULL},
    {0},
};

const struct screen screen_help = {
    .name = "help",
    .holds_no_bank = true,
    .is_overlay = true,
    .state_size = sizeof(struct help),
    .shortcuts = shortcuts,
    .enter = enter,
    .update = update,
    .view = view,
};
