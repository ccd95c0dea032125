#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/options.h"
#include "screens/pick.h"
#include "screens/play.h"
#include "screens/problems.h"
#include "screens/row.h"
#include "ui/control.h"

bool pick_has_tabs(const struct ui *ui)
{
    return ui->grid != UI_WIDE || ui->is_compact || ui->text_scale > 1.2F;
}

static const char *question_words(struct arena *arena, int count)
{
    return fill_text(arena, ngettext("{1} question", "{1} questions", (unsigned long)count),
                     fill_number(arena, count), NULL);
}

/// A row and what it does.
struct item {
    struct row row;
    int id, arg;
    unsigned flags;
};

struct items {
    struct item *list;
    int count;
};

static void add_item(struct items *items, struct row row, int id, int arg, unsigned flags)
{
    items->list[items->count++] = (struct item){row, id, arg, flags};
}

static float items_height(const struct ui *ui, const struct items *items, float width)
{
    float height = 0;
    for (int i = 0; i < items->count; i++)
        height += row_height(ui, &items->list[i].row, width) + 0.6F * ui->u;
    return height;
}

static void draw_items(struct ui *ui, const struct items *items, struct rect *rest)
{
    for (int i = 0; i < items->count; i++) {
        const struct item *item = &items->list[i];
        struct rect at = rect_cut_top(rest, row_height(ui, &item->row, rest->w));
        rect_cut_top(rest, 0.6F * ui->u);
        row_draw(ui, at, &item->row, item->id, item->arg, item->flags);
    }
}

/// Says in place of a list that Find left nothing of it.
static void add_no_match(const struct pick *pick, struct items *items, const struct ui *ui)
{
    struct row row = {
        .kind = ROW_ICON,
        .icon = MASK_CROSS,
        .title = fill_text(ui->arena, _("No match for {1}"), pick->find.text, NULL),
        .detail = _("Show all"),
    };
    add_item(items, row, PICK_CLEAR, items->count, 0);
}

static struct row bank_row(const struct library_entry *entry, bool is_on, struct arena *arena)
{
    const struct bank *bank = entry->file.bank;
    struct row row = {.title = pick_bank_title(entry), .is_on = is_on, .is_warned = true};
    if (entry->shadowed_by) {
        row.detail = fill_text(arena, _("Has the same id as {1}, which comes first"),
                               entry->shadowed_by, NULL);
        row.is_dim = true;
    } else if (!game_is_playable(entry)) {
        const char *why = problems_first(&entry->file.diags, arena);
        row.detail = why ? why : _("No question to play");
        row.is_dim = true;
    } else if (bank->set_aside) {
        row.detail = fill_text(
            arena,
            ngettext("{1}, {2} left out", "{1}, {2} left out", (unsigned long)bank->set_aside),
            question_words(arena, bank->question_count), fill_number(arena, bank->set_aside),
            NULL);
    } else if (entry->is_gone) {
        row.detail = _("The file has moved. Playing from memory.");
    } else {
        row.is_warned = false;
        row.detail = question_words(arena, bank->question_count);
    }
    return row;
}

static struct items bank_items(const struct pick *pick, const struct game *game,
                               const struct ui *ui)
{
    const struct library *library = &game->library;
    struct items items = {ARENA_ARRAY(ui->arena, library->count + 2, struct item), 0};
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        bool is_here = i == pick->at;
        if (entry->is_gone && i != game->bank_at)
            continue;
        if (!pick_finds(pick, pick_bank_title(entry), ui->arena))
            continue;
        // On the bank that is chosen Enter starts the quiz.
        unsigned flags = is_here ? AREA_FIRST : 0;
        if (is_here && !pick_refusal(pick, game) && !pick_has_tabs(ui))
            flags |= AREA_REST;
        add_item(&items, bank_row(entry, is_here, ui->arena), PICK_BANK, i, flags);
    }
    if (!items.count && library->count)
        add_no_match(pick, &items, ui);
    struct row open = {.kind = ROW_ICON, .icon = MASK_FOLDER, .title = _("Open a file…")};
    add_item(&items, open, PICK_OPEN, 0, library->count ? 0 : AREA_FIRST);
    return items;
}

static void draw_banks(const struct pick *pick, const struct game *game, struct ui *ui,
                       struct rect rect)
{
    struct items items = bank_items(pick, game, ui);
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    struct rect inner = rect_inset(rect, ui->u);
    float edge = ui->u; // for the focus ring
    float width = inner.w - 2 * edge;
    float height = items_height(ui, &items, width - ui->u) + 2 * edge;
    if (height > inner.h)
        width -= ui->u; // for the bar
    float up = ui_scroll_begin(ui, PICK_BANKS_REGION, inner, height);
    struct rect rest = {inner.x + edge, inner.y + edge - up, width, 1e6F};
    draw_items(ui, &items, &rest);
    ui_scroll_end(ui);
}

static struct items topic_items(const struct pick *pick, const struct game *game,
                                const struct ui *ui)
{
    struct items items = {ARENA_ARRAY(ui->arena, pick->topic_count + 3, struct item), 0};
    const struct bank *bank = pick_bank(pick, game);
    if (bank && bank->set_aside) {
        unsigned long count = (unsigned long)bank->set_aside;
        struct row row = {
            .title = fill_text(
                ui->arena,
                ngettext("{1} question is left out", "{1} questions are left out", count),
                fill_number(ui->arena, (long long)count), NULL),
            .detail = _("Show what is wrong"),
            .is_warned = true,
        };
        add_item(&items, row, PICK_PROBLEMS, 0, 0);
    }
    int matches = 0;
    bool is_all = true;
    for (int i = 0; i < pick->topic_count; i++)
        is_all = is_all && pick->topics[i].is_on;
    if (pick->topic_count > 1 && !pick->needle[0]) {
        add_item(&items,
                 (struct row){.kind = ROW_CHECKED, .title = _("All topics"), .is_on = is_all},
                 PICK_ALL, 0, 0);
    }
    for (int i = 0; i < pick->topic_count; i++) {
        const struct pick_topic *topic = &pick->topics[i];
        if (!pick_finds(pick, topic->shown, ui->arena))
            continue;
        matches++;
        struct row row = {.kind = ROW_CHECKED,
                          .title = topic->shown,
                          .value = fill_number(ui->arena, topic->count),
                          .is_on = topic->is_on};
        add_item(&items, row, PICK_TOPIC, i, 0);
    }
    if (!matches && pick->topic_count)
        add_no_match(pick, &items, ui);
    return items;
}

// The options are set one after the other, as words are.

enum { OPTION_COUNT = 5 };

struct option {
    const char *label;
    int id;
    float width;
};

static void list_options(const struct pick *pick, const struct game *game, const struct ui *ui,
                         struct option options[OPTION_COUNT])
{
    const struct settings *s = &game->settings;
    options[0] = (struct option){.id = PICK_COUNT, .label = _("Questions")};
    options[1] = (struct option){.id = PICK_SHUFFLE, .label = _("Shuffle")};
    options[2] = (struct option){.id = PICK_MEMORY, .label = _("Count for cards")};
    options[3] = (struct option){
        .id = PICK_DIFFICULTY,
        .label = fill_text(ui->arena, _("Difficulty: {1}"), options_difficulty_name(s), NULL)};
    options[4] = (struct option){
        .id = PICK_TIMER,
        .label = fill_text(ui->arena, _("Timer: {1}"), options_timer_name(s, ui->arena), NULL)};
    (void)pick;
    for (int i = 0; i < OPTION_COUNT; i++) {
        bool is_check = options[i].id == PICK_SHUFFLE || options[i].id == PICK_MEMORY;
        bool is_body = options[i].id == PICK_COUNT || is_check;
        float more = options[i].id == PICK_COUNT ? 14 + 12 * ui->text_scale
                     : is_check                  ? 6.6F
                                                 : 10;
        options[i].width =
            ui_label_width(ui, is_body ? style_body : style_label, options[i].label) +
            more * ui->u;
    }
    // Changing these does not move what follows.
    options[3].width = fmaxf(options[3].width, 34 * ui->u * ui->text_scale);
    options[4].width = fmaxf(options[4].width, 44 * ui->u * ui->text_scale);
}

static void draw_option(const struct pick *pick, const struct game *game, struct ui *ui,
                        const struct option *option, struct rect rect)
{
    switch (option->id) {
    case PICK_COUNT: {
        float label = ui_label_width(ui, style_body, option->label);
        ui_label(ui, rect_cut_left(&rect, label), style_body, ALIGN_START, ui->theme->text,
                 option->label);
        rect_cut_left(&rect, 2 * ui->u);
        int asked = pick_asked(pick, game);
        const char *value =
            asked < pick->fitting || !asked
                ? fill_number(ui->arena, asked)
                : fill_text(ui->arena, _("All {1}"), fill_number(ui->arena, asked), NULL);
        ui_stepper(ui, rect, value, PICK_COUNT, 0, option->label);
        break;
    }
    case PICK_SHUFFLE:
        ui_check_row(ui, rect, option->label, game->settings.shuffle, PICK_SHUFFLE, 0);
        break;
    case PICK_MEMORY:
        ui_check_row(ui, rect, option->label, game->settings.memory, PICK_MEMORY, 0);
        break;
    default:
        ui_choice_pill(ui, rect, option->label, option->id, 0, 0);
        break;
    }
}

/// Sets the options in lines of `rect`; draws them if `draws`. Returns their height.
static float set_options(const struct pick *pick, const struct game *game, struct ui *ui,
                         struct rect rect, bool draws)
{
    struct option options[OPTION_COUNT];
    list_options(pick, game, ui, options);
    float line = fmaxf(6.4F * ui->u, ui_line_px(ui, 2.9F, 1.6F)), gap = 2 * ui->u;
    struct rect at = {rect.x, rect.y, 0, line};
    for (int i = 0; i < OPTION_COUNT; i++) {
        at.w = fminf(options[i].width, rect.w);
        if (at.x > rect.x && at.x + at.w > rect.x + rect.w + 0.5F) {
            at.x = rect.x;
            at.y += line + gap;
        }
        if (draws)
            draw_option(pick, game, ui, &options[i], at);
        at.x += at.w + 3 * ui->u;
    }
    return at.y + line - rect.y;
}

static void draw_problems(const struct pick *pick, const struct game *game, struct ui *ui,
                          struct rect rect)
{
    const struct library_entry *entry = pick_entry(pick, game);
    struct rect inner = rect_inset(rect, 2 * ui->u);
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    if (!entry)
        return;
    if (pick_bank(pick, game)) {
        struct row row = {
            .kind = ROW_ICON, .icon = MASK_BACK, .title = _("Back to the topics")};
        struct rect at = rect_cut_top(&inner, row_height(ui, &row, inner.w));
        row_draw(ui, at, &row, PICK_PROBLEMS, 0, 0);
        rect_cut_top(&inner, 1.4F * ui->u);
    }
    float width = inner.w - 3 * ui->u;
    const char *title = pick_bank(pick, game) ? pick_bank_title(entry)
                                              : fill_text(ui->arena, _("{1} cannot be played"),
                                                          pick_bank_title(entry), NULL);
    struct wrapped head = wrap_text(ui, style_strong, title, width);
    float height =
        wrapped_height(&head) + 1.4F * ui->u + problems_height(ui, width, &entry->file.diags);
    float up = ui_scroll_begin(ui, PICK_TOPICS_REGION, inner, height);
    struct rect rest = {inner.x + ui->u, inner.y - up, width, 1e6F};
    wrapped_draw(ui, &head, rect_cut_top(&rest, wrapped_height(&head)), ALIGN_START,
                 ui->theme->text);
    rect_cut_top(&rest, 1.4F * ui->u);
    problems_draw(ui, rest, &entry->file.diags);
    ui_scroll_end(ui);
}

/// The topics, and below them the options: in view all the time where there is room, else
/// scrolled along.
static void draw_topics(const struct pick *pick, const struct game *game, struct ui *ui,
                        struct rect rect, bool has_options)
{
    if (pick->shows_problems || !pick_bank(pick, game)) {
        draw_problems(pick, game, ui, rect);
        return;
    }
    float options = set_options(pick, game, ui, rect, false) + 2 * ui->u;
    bool is_apart = rect.h - options > 30 * ui->u || !has_options;
    struct rect below = {0};
    if (is_apart && has_options) {
        below = rect_cut_bottom(&rect, options - 2 * ui->u);
        rect_cut_bottom(&rect, 2.6F * ui->u);
    }
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    struct items items = topic_items(pick, game, ui);
    struct rect inner = rect_inset(rect, ui->u);
    float edge = ui->u; // for the focus ring
    float width = inner.w - 3 * edge;
    float height = items_height(ui, &items, width) + 2 * edge;
    if (!is_apart) {
        height +=
            set_options(pick, game, ui, (struct rect){0, 0, width - 2 * ui->u, 0}, false) +
            3 * ui->u;
    }
    float up = ui_scroll_begin(ui, PICK_TOPICS_REGION, inner, height);
    struct rect rest = {inner.x + edge, inner.y + edge - up, width, 1e6F};
    if (!is_apart) {
        struct rect at = {rest.x + ui->u, rest.y + ui->u, width - 2 * ui->u, 0};
        rect_cut_top(&rest, set_options(pick, game, ui, at, true) + 3 * ui->u);
    }
    draw_items(ui, &items, &rest);
    ui_scroll_end(ui);
    if (is_apart && has_options)
        set_options(pick, game, ui, below, true);
}

static void draw_status(const struct pick *pick, const struct game *game, struct ui *ui,
                        struct rect rect)
{
    const char *words = pick_refusal(pick, game);
    bool is_warning = words != NULL;
    if (!words) {
        words = fill_text(ui->arena,
                          ngettext("{1} of {2} question", "{1} of {2} questions",
                                   (unsigned long)pick->fitting),
                          fill_number(ui->arena, pick_asked(pick, game)),
                          fill_number(ui->arena, pick->fitting), NULL);
    }
    struct text_style style = is_warning ? style_small : style_label;
    struct wrapped text = wrap_text(ui, style, words, rect.w);
    rect.y += (rect.h - wrapped_height(&text)) / 2;
    wrapped_draw(ui, &text, rect, ALIGN_START, is_warning ? ui->theme->warn : ui->theme->text2);
}

/// Why the file that was just dropped is not in play, above the lists.
static void draw_notice(const struct pick *pick, struct ui *ui, struct rect *rest)
{
    if (!pick->notice)
        return;
    struct wrapped text = wrap_text(ui, style_small, pick->notice, rest->w);
    struct rect row = rect_cut_top(rest, wrapped_height(&text) + 1.2F * ui->u);
    wrapped_draw(ui, &text, row, ALIGN_START, ui->theme->warn);
}

/// The button that starts, and beside or above it how many questions there will be.
struct foot {
    struct rect button, status;
};

static struct foot cut_foot(const struct ui *ui, struct rect *rest)
{
    struct rect button = play_primary(ui, rest);
    struct rect status = {rest->x, button.y, button.x - rest->x - 2 * ui->u, button.h};
    float hints_top = ui->page.y + ui->page.h - ui_hints_height(ui);
    if (ui->grid == UI_TALL) {
        status = rect_cut_bottom(rest, ui_line_px(ui, 2.6F, 1.5F));
        rect_cut_bottom(rest, ui->u);
    } else if (!ui->is_compact) {
        status.y = fminf(button.y, hints_top) - 1.2F * ui->u;
        status.h = ui_line_px(ui, 2.6F, 1.3F);
    }
    return (struct foot){button, status};
}

/// Returns how far the hints may go.
static float draw_foot(const struct pick *pick, const struct game *game, struct ui *ui,
                       const struct foot *foot)
{
    draw_status(pick, game, ui, foot->status);
    unsigned flags = AREA_PRIMARY | (pick_refusal(pick, game) ? AREA_DISABLED : 0);
    if (pick_has_tabs(ui) && pick->tab == PICK_TAB_TOPICS)
        flags |= AREA_FIRST;
    ui_button(ui, foot->button, BUTTON_PRIMARY, _("Start quiz"), PICK_START, 0, flags);
    return ui->grid == UI_TALL ? 0 : foot->button.x - 2 * ui->u;
}

/// Find stands above the screen keyboard, so that a pad gets from one to the other; without one
/// in the header if the title leaves it room, else below.
static struct rect find_rect(const struct ui *ui, const char *title, bool has_keyboard,
                             struct rect *rest)
{
    const struct text_style title_style = {FACE_DISPLAY_BOLD, 4.4F, 1.18F};
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, 2.9F, 1.6F));
    if (has_keyboard) {
        struct rect own = rect_cut_bottom(rest, height);
        rect_cut_bottom(rest, 2 * ui->u);
        return own;
    }
    float taken = 13.4F * ui->u + ui_label_width(ui, title_style, title);
    float room = ui->content.w - taken;
    if (room < 26 * ui->u * ui->text_scale) {
        struct rect own = rect_cut_top(rest, height);
        rect_cut_top(rest, 2 * ui->u);
        return own;
    }
    float width = fminf(room, 46 * ui->u * ui->text_scale);
    float header = fmaxf(6.4F * ui->u, ui_line_px(ui, 4.4F, 1.2F));
    return (struct rect){ui->content.x + ui->content.w - width,
                         rest->y - 3 * ui->u - header + (header - height) / 2, width, height};
}

static bool draw_keyboard(const struct pick *pick, const struct game *game, struct ui *ui,
                          struct rect *rest)
{
    if (!pick->is_finding || !ui_wants_keyboard(ui, &pick->keyboard))
        return false;
    const struct bank *bank = pick_bank(pick, game);
    const struct keyboard_layout *layout = keyboard_layout(bank ? bank->language : NULL);
    struct rect keys = rect_cut_bottom(rest, ui_keyboard_height(ui, layout, rest->w));
    rect_cut_bottom(rest, 2 * ui->u);
    ui_keyboard(ui, keys, layout, &pick->keyboard, _("Done"), PICK_KEYBOARD);
    return true;
}

static void draw_hints(struct ui *ui, float end)
{
    const struct hint hints[] = {
        {.keys = _("Space"), .pad = PAD_SOUTH, .label = _("choose")},
        {.keys = "/", .pad = PAD_NORTH, .label = _("find")},
        {.keys = "Ctrl+A", .pad = PAD_WEST, .label = _("all topics")},
        {.keys = "Enter", .pad = PAD_START, .label = _("start")},
        {.keys = "Esc", .pad = PAD_EAST, .label = _("back")},
    };
    ui_hints(ui, hints, sizeof hints / sizeof *hints, end);
}

void pick_view(const struct pick *pick, const struct game *game, struct ui *ui)
{
    const char *title = _("Choose a bank");
    struct rect rest = ui_page(ui, title);
    const struct field_look look = {.placeholder = _("Find"), .size_u = 2.9F};
    bool has_keyboard = draw_keyboard(pick, game, ui, &rest);
    ui_field(ui, find_rect(ui, title, has_keyboard, &rest), &pick->find, look, PICK_FIND, 0);
    draw_notice(pick, ui, &rest);
    if (pick_has_tabs(ui)) {
        const char *const tabs[PICK_TABS] = {_("Banks"), _("Topics")};
        struct rect row = rect_cut_top(&rest, fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.8F)));
        ui_segments(ui, row, tabs, PICK_TABS, (int)pick->tab, PICK_TAB, _("List"));
        rect_cut_top(&rest, 2 * ui->u);
    } else {
        struct rect banks = rect_cut_left(&rest, 52 * ui->u);
        banks.h -= 0.7F * ui->u;
        rect_cut_left(&rest, 4 * ui->u);
        draw_banks(pick, game, ui, banks);
    }
    struct foot foot = {0};
    if (!has_keyboard)
        foot = cut_foot(ui, &rest);
    if (pick_has_tabs(ui) && pick->tab == PICK_TAB_BANKS) {
        draw_banks(pick, game, ui, rest);
    } else {
        draw_topics(pick, game, ui, rest, !has_keyboard);
    }
    draw_hints(ui, has_keyboard ? 0 : draw_foot(pick, game, ui, &foot));
}
