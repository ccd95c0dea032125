#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/deck.h"
#include "screens/options.h"
#include "screens/play.h"
#include "screens/row.h"
#include "screens/settings_page.h"
#include "ui/control.h"

enum control {
    CONTROL_SWITCH,
    CONTROL_STEPPER,
    CONTROL_CHOICES,
    CONTROL_FIELD,
    CONTROL_BUTTON
};

static const char *const themes_names[THEME_CHOICES + 1] = {[THEME_AUTO] = N_("Auto"),
                                                            [THEME_DARK] = N_("Dark"),
                                                            [THEME_LIGHT] = N_("Light"),
                                                            [THEME_HIGH_CONTRAST] =
                                                                N_("High contrast")};

static const char *const motion_names[MOTION_CHOICES + 1] = {
    [MOTION_AUTO] = N_("Auto"), [MOTION_FULL] = N_("Full"), [MOTION_REDUCED] = N_("Reduced")};

static const char *const new_names[DECK_NEW_COUNT + 1] = {[DECK_NEW_MIXED] = N_("Mixed in"),
                                                          [DECK_NEW_AFTER] = N_("Last"),
                                                          [DECK_NEW_BEFORE] = N_("First")};

static const char *const tab_names[SETTINGS_TABS] = {[SETTINGS_LOOK] = N_("Look"),
                                                     [SETTINGS_TEXT] = N_("Text"),
                                                     [SETTINGS_PLAY] = N_("Play"),
                                                     [SETTINGS_MEMORY] = N_("Memory"),
                                                     [SETTINGS_DATA] = N_("Data")};

/// One setting on its page.
static const struct setting {
    enum settings_tab tab;
    enum control control;
    int id;
    const char *label;
    const char *help;           // a sentence below; NULL for none
    const char *const *choices; // ends with NULL
} settings_table[] = {
    {SETTINGS_LOOK, CONTROL_CHOICES, SET_THEME, N_("Theme"), NULL, themes_names},
    {SETTINGS_LOOK, CONTROL_CHOICES, SET_MOTION, N_("Motion"),
     N_("Reduced: things fade instead of moving."), motion_names},
    {SETTINGS_LOOK, CONTROL_SWITCH, ACTION_FULLSCREEN, N_("Full screen"), NULL, NULL},
    {SETTINGS_LOOK, CONTROL_SWITCH, SET_SOUNDS, N_("Sounds"), NULL, NULL},
    {SETTINGS_TEXT, CONTROL_STEPPER, SET_TEXT_SIZE, N_("Text size"), NULL, NULL},
    {SETTINGS_PLAY, CONTROL_STEPPER, SET_COUNT, N_("Questions a quiz"), NULL, NULL},
    {SETTINGS_PLAY, CONTROL_SWITCH, SET_SHUFFLE, N_("Shuffle"), NULL, NULL},
    {SETTINGS_PLAY, CONTROL_SWITCH, SET_CONFIRM, N_("Confirm answers"),
     N_("Choose first, then Check."), NULL},
    {SETTINGS_PLAY, CONTROL_STEPPER, SET_QUESTION_TIMER, N_("Time for a question"), NULL, NULL},
    {SETTINGS_PLAY, CONTROL_STEPPER, SET_QUIZ_TIMER, N_("Time for the quiz"), NULL, NULL},
    {SETTINGS_PLAY, CONTROL_SWITCH, SET_SPEED, N_("Bonus for speed"),
     N_("Counts only while there is a time limit."), NULL},
    {SETTINGS_PLAY, CONTROL_SWITCH, SET_STREAK, N_("Bonus for a streak"),
     N_("All bonuses of a quiz are never worth more than one question."), NULL},
    {SETTINGS_MEMORY, CONTROL_SWITCH, SET_ANSWER_CARDS, N_("Answer cards"),
     N_("Type or choose the answer instead of turning the card over."), NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_RETENTION, N_("Wanted recall"),
     N_("The chance to know a card when it comes back. More means more reviews."), NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_NEW_CARDS, N_("New cards a day"), NULL, NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_REVIEW_CARDS, N_("Reviews a day"), NULL, NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_CARD_ORDER, N_("First come"), NULL, NULL},
    {SETTINGS_MEMORY, CONTROL_CHOICES, SET_NEW_PLACE, N_("New cards come"), NULL, new_names},
    {SETTINGS_MEMORY, CONTROL_FIELD, SET_LEARNING_STEPS, N_("Steps of learning"),
     N_("Waits before a new card gets days, such as 1m 10m."), NULL},
    {SETTINGS_MEMORY, CONTROL_FIELD, SET_RELEARNING_STEPS, N_("Steps after a lapse"),
     N_("The same for a card that was forgotten."), NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_MAXIMUM, N_("Longest wait"), NULL, NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_ROLLOVER, N_("A new day begins at"), NULL, NULL},
    {SETTINGS_MEMORY, CONTROL_SWITCH, SET_FUZZ, N_("Spread the days"),
     N_("So that cards learned together do not all come back on one day."), NULL},
    {SETTINGS_MEMORY, CONTROL_SWITCH, SET_MONOTONE, N_("A better grade waits longer"), NULL,
     NULL},
    {SETTINGS_MEMORY, CONTROL_STEPPER, SET_LEECH, N_("Say that a card slips away after"), NULL,
     NULL},
    {SETTINGS_MEMORY, CONTROL_FIELD, SET_PARAMETERS, N_("Parameters of your own"),
     N_("A list of 21 numbers from a trainer of FSRS-6. Empty: the usual ones."), NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_FOLDER, N_("Your data"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_LEARNER, N_("Who plays"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_BACK_UP, N_("Backup"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_RESTORE, N_("Go back"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_FORGET_BANK, N_("One bank"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_FORGET_LEARNER, N_("One learner"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_FORGET_EVERYTHING, N_("All of it"), NULL, NULL},
    {SETTINGS_DATA, CONTROL_BUTTON, SET_DATA_FAULT, N_("Not now"), NULL, NULL},
};

enum { SETTINGS = sizeof settings_table / sizeof *settings_table, CHOICES_MAX = 4 };

static const float gap_u = 2.6F;

static int choices_of(const struct setting *setting, const char **names)
{
    int count = 0;
    for (; setting->choices && setting->choices[count] && count < CHOICES_MAX; count++)
        names[count] = _(setting->choices[count]);
    return count;
}

static int chosen(const struct settings *s, int id)
{
    if (id == SET_NEW_PLACE)
        return s->new_place;
    return id == SET_THEME ? (int)s->theme : (int)s->motion;
}

static bool is_on(const struct settings *s, int id)
{
    switch (id) {
    case SET_SOUNDS:
        return s->sounds;
    case SET_SHUFFLE:
        return s->shuffle;
    case SET_CONFIRM:
        return s->confirm_answers;
    case SET_SPEED:
        return s->speed_bonus;
    case SET_STREAK:
        return s->streak_bonus;
    case SET_ANSWER_CARDS:
        return s->answer_cards;
    case SET_FUZZ:
        return s->fuzz;
    case SET_MONOTONE:
        return s->monotone;
    default:
        return s->fullscreen;
    }
}

static const char *value_of(const struct settings *s, int id, struct arena *arena)
{
    const char *value = settings_schedule_value(s, id, arena);
    if (value)
        return value;
    switch (id) {
    case SET_TEXT_SIZE:
        return fill_text(arena, "{1} %", fill_number(arena, s->text_percent), NULL);
    case SET_COUNT:
        return options_count_name(s, arena);
    case SET_QUESTION_TIMER:
        return options_time_name(s->question_timer_s, arena);
    default:
        return options_time_name(s->quiz_timer_s, arena);
    }
}

/// Where the parts of a setting stand: its control beside the label if both have room.
struct layout {
    bool is_stacked;
    bool is_list; // choices one under the other
    float line, control_w, control_h, help, height;
};

static bool is_field(const struct setting *setting)
{
    return setting->control == CONTROL_FIELD;
}

static bool is_shown(const struct settings_page *page, const struct setting *setting)
{
    return setting->tab == page->tab &&
           (setting->control != CONTROL_BUTTON || settings_datum(page, setting->id)->help);
}

/// All buttons of a page are as wide as the widest.
static float button_width(const struct settings_page *page, const struct ui *ui)
{
    float widest = 0;
    for (int i = 0; i < SETTINGS_DATA_ROWS; i++) {
        if (page->data[i].button)
            widest = fmaxf(widest, ui_button_width(ui, page->data[i].button) * ui->u);
    }
    return widest;
}

static float control_width(const struct settings_page *page, const struct ui *ui,
                           const struct setting *setting)
{
    if (setting->control == CONTROL_BUTTON)
        return settings_datum(page, setting->id)->button ? button_width(page, ui) : 0;
    if (setting->control == CONTROL_SWITCH)
        return 8 * ui->u;
    if (setting->control == CONTROL_STEPPER) {
        float value = setting->id == SET_CARD_ORDER ? 26 : 18;
        return (14 + value * fmaxf(ui->is_compact ? 1.2F : 1, ui->text_scale)) * ui->u;
    }
    if (is_field(setting))
        return setting->id == SET_PARAMETERS ? 1e6F : 40 * ui->u * fmaxf(1, ui->text_scale);
    const char *names[CHOICES_MAX];
    int count = choices_of(setting, names);
    float widest = 0;
    for (int i = 0; i < count; i++)
        widest = fmaxf(widest, ui_label_width(ui, style_label, names[i]));
    return (widest + 4.4F * ui->u) * (float)count;
}

/// The sentence below a setting: what is wrong with what was typed, or its help. NULL: none.
static const char *help_of(const struct settings_page *page, const struct setting *setting,
                           const struct ui *ui, bool *is_fault)
{
    *is_fault = false;
    if (setting->control == CONTROL_BUTTON) {
        *is_fault = settings_datum(page, setting->id)->is_fault;
        return settings_datum(page, setting->id)->help;
    }
    if (is_field(setting)) {
        const char *text = page->edits[setting->id - SET_LEARNING_STEPS].text;
        const char *fault = settings_field_fault(setting->id, text, ui->arena);
        *is_fault = fault != NULL;
        if (fault)
            return fault;
    }
    return setting->help ? _(setting->help) : NULL;
}

/// Between a control and the sentence below it: a button has a ledge.
static float help_gap(const struct ui *ui, const struct setting *setting)
{
    return (setting->control == CONTROL_BUTTON ? 1.2F : 0.4F) * ui->u;
}

static struct layout lay_out(const struct settings_page *page, const struct ui *ui,
                             const struct setting *setting, float width)
{
    struct layout layout = {.line = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.4F)),
                            .control_w = control_width(page, ui, setting)};
    layout.control_h = layout.line;
    float label = ui_label_width(ui, style_body, _(setting->label));
    bool is_switch = setting->control == CONTROL_SWITCH;
    layout.is_stacked = !is_switch && label + 3 * ui->u + layout.control_w > width;
    if (setting->control == CONTROL_CHOICES && layout.control_w > width) {
        const char *names[CHOICES_MAX];
        layout.is_list = true;
        layout.control_h = layout.line * (float)choices_of(setting, names);
    }
    layout.control_w = fminf(layout.control_w, width);
    bool is_fault;
    const char *text = help_of(page, setting, ui, &is_fault);
    if (text) {
        struct wrapped help = wrap_text(ui, style_small, text, width);
        layout.help = wrapped_height(&help) + help_gap(ui, setting);
    }
    layout.height = layout.control_h + layout.help;
    if (layout.is_stacked)
        layout.height += ui_line_px(ui, 3.1F, 1.5F);
    return layout;
}

static void draw_choices(const struct settings *s, struct ui *ui, const struct setting *setting,
                         struct rect rect, bool is_list)
{
    const char *names[CHOICES_MAX];
    int count = choices_of(setting, names), id = setting->id;
    const char *label = _(setting->label);
    if (!is_list) {
        ui_segments(ui, rect, names, count, chosen(s, id), id, label);
        return;
    }
    ui_choices_area(ui, rect, id, count, chosen(s, id), label);
    for (int i = 0; i < count; i++) {
        struct row row = {.title = names[i], .is_on = chosen(s, id) == i};
        row_draw(ui, rect_cell(rect, 1, count, 0, i, 0), &row, id, i, AREA_NO_FOCUS);
    }
    ui_focus_ring(ui, id, UI_CHOICES, rect, 1.8F * ui->u);
}

static void draw_field(const struct settings_page *page, struct ui *ui,
                       const struct setting *setting, struct rect rect)
{
    const struct field_look look = {_(setting->label), 3.1F, 0};
    ui_field(ui, rect, &page->edits[setting->id - SET_LEARNING_STEPS], look, setting->id, 0);
}

static void draw_button(const struct settings_page *page, struct ui *ui,
                        const struct setting *setting, struct rect rect)
{
    const char *label = settings_datum(page, setting->id)->button;
    if (label)
        ui_button(ui, rect, BUTTON_QUIET, label, setting->id, 0, 0);
}

static void draw_setting(const struct settings_page *page, const struct settings *s,
                         struct ui *ui, const struct setting *setting, struct rect rect)
{
    struct layout layout = lay_out(page, ui, setting, rect.w);
    const char *label = _(setting->label);
    if (setting->control == CONTROL_SWITCH) {
        ui_switch(ui, rect_cut_top(&rect, layout.line), label, is_on(s, setting->id),
                  setting->id, 0);
    } else {
        if (layout.is_stacked) {
            ui_label(ui, rect_cut_top(&rect, ui_line_px(ui, 3.1F, 1.5F)), style_body,
                     ALIGN_START, ui->theme->text, label);
        }
        struct rect control = rect_cut_top(&rect, layout.control_h);
        if (!layout.is_stacked) {
            ui_label(ui, control, style_body, ALIGN_START, ui->theme->text, label);
            rect_cut_left(&control, control.w - layout.control_w);
        }
        if (setting->control == CONTROL_CHOICES) {
            draw_choices(s, ui, setting, control, layout.is_list);
        } else if (is_field(setting)) {
            draw_field(page, ui, setting, control);
        } else if (setting->control == CONTROL_BUTTON) {
            draw_button(page, ui, setting, control);
        } else {
            ui_stepper(ui, control, value_of(s, setting->id, ui->arena), setting->id, 0, label);
        }
    }
    bool is_fault;
    const char *help = help_of(page, setting, ui, &is_fault);
    if (help) {
        rect_cut_top(&rect, help_gap(ui, setting));
        ui_paragraph(ui, rect, style_small, ALIGN_START,
                     is_fault ? ui->theme->warn : ui->theme->text3, help);
    }
}

static float page_height(const struct settings_page *page, const struct ui *ui, float width)
{
    enum settings_tab tab = page->tab;
    float height = 0;
    for (int i = 0; i < SETTINGS; i++) {
        if (is_shown(page, &settings_table[i]))
            height += lay_out(page, ui, &settings_table[i], width).height + gap_u * ui->u;
    }
    if (tab == SETTINGS_TEXT)
        height += settings_preview_height(ui, width);
    return height - (tab == SETTINGS_TEXT ? 0 : gap_u * ui->u);
}

static void draw_page(const struct settings_page *page, const struct settings *s, struct ui *ui,
                      struct rect rect)
{
    enum settings_tab tab = page->tab;
    float edge = 1.2F * ui->u; // for the focus ring
    float width = rect.w - 2 * edge - 1.6F * ui->u;
    float up = ui_scroll_begin(ui, SET_REGION, rect, page_height(page, ui, width) + 2 * edge);
    struct rect rest = {rect.x + edge, rect.y + edge - up, width, 1e6F};
    for (int i = 0; i < SETTINGS; i++) {
        if (!is_shown(page, &settings_table[i]))
            continue;
        float height = lay_out(page, ui, &settings_table[i], width).height;
        draw_setting(page, s, ui, &settings_table[i], rect_cut_top(&rest, height));
        rect_cut_top(&rest, gap_u * ui->u);
    }
    if (tab == SETTINGS_TEXT)
        settings_preview_draw(ui, rest);
    ui_scroll_end(ui);
}

/// The tabs in a column at the left, or side by side on top.
static struct rect draw_tabs(enum settings_tab tab, struct ui *ui, struct rect rest)
{
    if (ui->grid != UI_WIDE || ui->is_compact || ui->text_scale > 1.6F) {
        const char *names[SETTINGS_TABS];
        for (int i = 0; i < SETTINGS_TABS; i++)
            names[i] = _(tab_names[i]);
        struct rect tabs = rect_cut_top(&rest, fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.8F)));
        ui_segments(ui, tabs, names, SETTINGS_TABS, (int)tab, SET_TAB, _("Page"));
        rect_cut_top(&rest, 2.4F * ui->u);
        return rest;
    }
    struct rect column = rect_cut_left(&rest, 34 * ui->u);
    rect_cut_left(&rest, 4 * ui->u);
    float gap = 0.8F * ui->u;
    for (int i = 0; i < SETTINGS_TABS; i++) {
        struct row row = {.title = _(tab_names[i]), .is_on = i == (int)tab};
        struct rect at = rect_cut_top(&column, row_height(ui, &row, column.w) + ui->u);
        rect_cut_top(&column, gap);
        row_draw(ui, at, &row, SET_TAB, i, i == (int)tab ? AREA_FIRST : 0);
    }
    return rest;
}

static void draw_fault(const struct game *game, struct ui *ui, struct rect rect)
{
    ui_strip(ui, rect, MASK_FLAG, ui->theme->warn, game->settings_fault);
}

/// Whether the last change is on the disk, at the left of the button that resets the page.
/// Returns how far the hints may go.
static float draw_foot(const struct settings_page *page, const struct game *game, struct ui *ui,
                       struct rect *rest)
{
    const char *label = _("Reset this page");
    float line = ui_line_px(ui, 2.6F, 1.5F);
    if (page->tab == SETTINGS_DATA) { // has nothing to reset
        if (game->settings_fault)
            draw_fault(game, ui, rect_cut_bottom(rest, line));
        return 0;
    }
    struct rect button = play_primary(ui, rest);
    float more = fminf(ui_button_width(ui, label) * ui->u, rest->w) - button.w;
    if (more > 0) {
        button.x -= more;
        button.w += more;
    }
    struct rect said = {rest->x, button.y, button.x - rest->x - 2 * ui->u, button.h};
    float hints_top = ui->page.y + ui->page.h - ui_hints_height(ui);
    if (ui->grid == UI_TALL) {
        said = rect_cut_bottom(rest, line);
    } else if (!ui->is_compact) {
        said = (struct rect){rest->x, fminf(button.y, hints_top) - ui->u, said.w, line};
    }
    if (game->settings_fault) {
        draw_fault(game, ui, said);
    } else if (page->has_changed && !game->settings_changed) {
        ui_strip(ui, said, MASK_CHECK, ui->theme->correct, _("Saved"));
    }
    ui_button(ui, button, BUTTON_QUIET, label, SET_RESET, 0, 0);
    return ui->grid == UI_TALL ? 0 : button.x - 2 * ui->u;
}

/// While somebody types by a pad or a finger there is room for one field and the keyboard.
static bool draw_typing(const struct settings_page *page, const struct game *game,
                        struct ui *ui, struct rect rest)
{
    if (!page->typing || !ui_wants_keyboard(ui, &page->keyboard))
        return false;
    const struct keyboard_layout *layout = keyboard_layout(NULL);
    rest.h = ui->page.y + ui->page.h - ui->u - rest.y;
    struct rect keys = rect_cut_bottom(&rest, ui_keyboard_height(ui, layout, rest.w));
    for (int i = 0; i < SETTINGS; i++) {
        if (settings_table[i].id == page->typing)
            draw_setting(page, &game->settings, ui, &settings_table[i], rest);
    }
    ui_keyboard(ui, keys, layout, &page->keyboard, _("Done"), SET_KEYS);
    return true;
}

void settings_page_view(const struct settings_page *page, const struct game *game,
                        struct ui *ui)
{
    struct rect rest = ui_page(ui, _("Settings"));
    if (draw_typing(page, game, ui, rest))
        return;
    float end = draw_foot(page, game, ui, &rest);
    rest = draw_tabs(page->tab, ui, rest);
    // The card is as tall as what is on it.
    rest.h = fminf(rest.h, page_height(page, ui, rest.w - 8 * ui->u) + 6.4F * ui->u);
    ui_card(ui, rest, 2.4F, ui->theme->surface);
    draw_page(page, &game->settings, ui, rect_inset(rest, 2 * ui->u));
    int focus = ui->state->focus.id;
    bool is_on_value =
        (focus >= SET_THEME && focus < SET_LEARNING_STEPS) || focus == ACTION_FULLSCREEN;
    struct hint hints[5];
    int count = 0;
    hints[count++] =
        is_on_value ? (struct hint){.keys = "← →", .label = _("change")}
                    : (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("choose")};
    hints[count++] = (struct hint){.keys = "↑ ↓", .label = _("move")};
    hints[count++] = (struct hint){.keys = "1–5", .label = _("page")};
    if (page->undo_count) {
        hints[count++] = (struct hint){
            .keys = "Ctrl+Z", .pad = PAD_BACK, .label = _("undo"), .id = SET_UNDO};
    }
    hints[count++] = (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = _("back")};
    ui_hints(ui, hints, count, end);
}
