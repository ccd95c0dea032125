#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/class_page.h"
#include "screens/key_label.h"
#include "screens/play.h"
#include "screens/teams_page.h"
#include "ui/control.h"

static const float gap_u = 2, side_u = 6.4F, name_least_u = 34;

/// Where the parts of a team stand: in one line if there is room, else the buzzer and the time
/// below the name.
struct layout {
    bool is_split;
    float line, buzzer_w, time_w, height;
    const char *members; // NULL: none
};

static const char *buzzer_words(const struct teams_page *page, int team, struct arena *arena)
{
    int buzzer = page->teams[team].buzzer;
    if (page->capture == team)
        return _("Press a key");
    return buzzer ? fill_text(arena, _("Buzzer {1}"), key_label(buzzer, arena), NULL)
                  : _("No buzzer");
}

static const char *time_words(const struct team *team)
{
    return team->time_percent == 200   ? _("Time ×2")
           : team->time_percent == 150 ? _("Time ×1.5")
                                       : _("Time ×1");
}

static const char *member_words(const struct teams_page *page, const struct team *team,
                                struct arena *arena)
{
    const char *all = NULL;
    for (int i = 0; i < team->pupil_count; i++) {
        const char *name = page->list.pupils[team->pupils[i]].name;
        all = all ? arena_printf(arena, "%s, %s", all, name) : name;
    }
    return all;
}

/// The widest that a button of this kind gets, so that all rows are alike.
static float widest(const struct ui *ui, const char *const *labels, int count)
{
    float width = 0;
    for (int i = 0; i < count; i++)
        width = fmaxf(width, ui_button_width(ui, labels[i]) * ui->u);
    return width;
}

static struct layout lay_out(const struct teams_page *page, const struct ui *ui, int team,
                             float width)
{
    const char *const buzzers[] = {_("Press a key"), _("No buzzer"), _("Buzzer Left Shift")};
    const char *const times[] = {_("Time ×1.5")};
    struct layout l = {.line = fmaxf(side_u * ui->u, ui_line_px(ui, 3.1F, 1.6F)),
                       .buzzer_w = widest(ui, buzzers, 3),
                       .time_w = widest(ui, times, 1)};
    float fixed = (2 * side_u + 4 * gap_u) * ui->u + l.buzzer_w + l.time_w;
    l.is_split = width - fixed < name_least_u * ui->u * ui->text_scale;
    l.height = l.line + (l.is_split ? l.line + 1.2F * ui->u : 0);
    l.members = member_words(page, &page->teams[team], ui->arena);
    if (l.members) {
        struct wrapped words = wrap_text(ui, style_small, l.members, width - 8.4F * ui->u);
        l.height += wrapped_height(&words) + 0.8F * ui->u;
    }
    return l;
}

static void draw_mark(struct ui *ui, struct rect rect, int mark, int team)
{
    static const char *const names[TEAMS_MOST] = {N_("Circle"),  N_("Triangle"), N_("Square"),
                                                  N_("Diamond"), N_("Star"),     N_("Heart")};
    float radius = 1.8F * ui->u;
    bool plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;
    struct colour fill = plain ? ui->theme->text : answer_colours[mark].fill;
    struct colour ink = plain ? ui->theme->bg : answer_colours[mark].ink;
    ui_fill(ui, rect, radius, fill);
    ui_mark(ui, (enum mask)(MASK_CIRCLE + mark), rect_centre(rect), 1.9F * ui->u, ink);
    ui_focus_ring(ui, TEAMS_MARK, team, rect, radius);
    ui_area(ui, rect, TEAMS_MARK, team, 0, _(names[mark]));
}

static void draw_team(const struct teams_page *page, struct ui *ui, int team, struct rect rect)
{
    struct layout l = lay_out(page, ui, team, rect.w);
    struct rect line = rect_cut_top(&rect, l.line), under = {0};
    float gap = gap_u * ui->u, side = side_u * ui->u;
    struct rect mark = rect_cut_left(&line, side);
    rect_cut_left(&line, gap);
    mark = (struct rect){mark.x, mark.y + (l.line - side) / 2, side, side};
    draw_mark(ui, mark, page->teams[team].mark, team);
    if (l.is_split) {
        rect_cut_top(&rect, 1.2F * ui->u);
        under = rect_cut_top(&rect, l.line);
        rect_cut_left(&under, side + gap);
    }
    struct rect remove = rect_cut_right(&line, side);
    rect_cut_right(&line, gap);
    if (!l.is_split) {
        under = rect_cut_right(&line, l.buzzer_w + gap + l.time_w);
        rect_cut_right(&line, gap);
    }
    const struct field_look look = {_("Name"), 3.1F, team == page->named ? AREA_FIRST : 0};
    ui_field(ui, line, &page->names[team], look, TEAMS_NAME, team);
    float share = fminf(1, (under.w - gap) / (l.buzzer_w + l.time_w));
    struct rect buzzer = rect_cut_left(&under, l.buzzer_w * share);
    rect_cut_left(&under, gap);
    ui_button(ui, buzzer, page->capture == team ? BUTTON_PRIMARY : BUTTON_QUIET,
              buzzer_words(page, team, ui->arena), TEAMS_BUZZER, team, 0);
    ui_button(ui, rect_cut_left(&under, l.time_w * share), BUTTON_QUIET,
              time_words(&page->teams[team]), TEAMS_TIME, team, 0);
    if (page->count > TEAMS_LEAST) {
        remove = (struct rect){remove.x, remove.y + (l.line - side) / 2, side, side};
        ui_icon_button(ui, remove, MASK_CROSS, _("Remove this team"), TEAMS_REMOVE, team, 0);
    }
    if (l.members) {
        rect_cut_top(&rect, 0.8F * ui->u);
        rect_cut_left(&rect, side + gap);
        ui_paragraph(ui, rect, style_small, ALIGN_START, ui->theme->text2, l.members);
    }
}

/// The class as its pill says it.
static const char *class_words(const struct teams_page *page, struct arena *arena)
{
    int present = class_page_present(&page->list);
    if (!page->class_name[0])
        return _("No class");
    return fill_text(arena,
                     ngettext("{1}: {2} pupil is there", "{1}: {2} pupils are there",
                              (unsigned long)present),
                     page->class_name, fill_number(arena, present), NULL);
}

/// What is below the teams: buttons that add one, and deal the pupils.
struct foot {
    const char *labels[5];
    int ids[5], args[5];
    int count, columns;
    float line, height;
    const char *left_over; // said of pupils in no team; NULL: there are none
};

static void add_button(struct foot *foot, const char *label, int id, int arg)
{
    foot->labels[foot->count] = label;
    foot->ids[foot->count] = id;
    foot->args[foot->count++] = arg;
}

static struct foot lay_out_foot(const struct teams_page *page, const struct ui *ui, float width)
{
    struct foot foot = {.line = fmaxf(side_u * ui->u, ui_line_px(ui, 3.1F, 1.8F))};
    int left_over = teams_page_left_over(page);
    if (page->count < TEAMS_MOST)
        add_button(&foot, _("Add a team"), TEAMS_ADD, 0);
    add_button(&foot, _("Try the buzzers"), TEAMS_TRY, 0);
    if (page->list.count) {
        add_button(&foot, _("Random"), TEAMS_DEAL, TEAMS_RANDOM);
        add_button(&foot, _("Balanced"), TEAMS_DEAL, TEAMS_BALANCED);
    }
    if (teams_page_can_repeat(page))
        add_button(&foot, _("As last time"), TEAMS_DEAL, TEAMS_AGAIN);
    float button = widest(ui, foot.labels, foot.count) + gap_u * ui->u;
    foot.columns = (int)fmaxf(1, fminf((float)foot.count, (width + gap_u * ui->u) / button));
    int rows = foot.count ? (foot.count + foot.columns - 1) / foot.columns : 0;
    foot.height = (float)rows * (foot.line + gap_u * ui->u);
    if (left_over > 0 && page->list.count) {
        foot.left_over =
            fill_text(ui->arena,
                      ngettext("{1} pupil is in no team yet.", "{1} pupils are in no team yet.",
                               (unsigned long)left_over),
                      fill_number(ui->arena, left_over), NULL);
        struct wrapped words = wrap_text(ui, style_body, foot.left_over, width);
        foot.height += wrapped_height(&words) + gap_u * ui->u;
    }
    return foot;
}

static void draw_foot(const struct foot *foot, struct ui *ui, struct rect rest)
{
    float gap = gap_u * ui->u;
    int rows = foot->count ? (foot->count + foot->columns - 1) / foot->columns : 0;
    if (foot->left_over) {
        float height =
            ui_paragraph(ui, rest, style_body, ALIGN_START, ui->theme->text2, foot->left_over);
        rect_cut_top(&rest, height + gap);
    }
    rest.h = (float)rows * (foot->line + gap) - gap;
    for (int i = 0; i < foot->count; i++) {
        struct rect cell =
            rect_cell(rest, foot->columns, rows, i % foot->columns, i / foot->columns, gap);
        ui_button(ui, cell, BUTTON_QUIET, foot->labels[i], foot->ids[i], foot->args[i], 0);
    }
}

/// What is above the teams: the class, and its report beside it or below.
struct head {
    bool is_split;
    float line, pill, button, height;
};

static struct head lay_out_head(const struct teams_page *page, const struct ui *ui, float width)
{
    struct head head = {.line = fmaxf(side_u * ui->u, ui_line_px(ui, 2.6F, 1.8F)),
                        .pill = fminf(width, 70 * ui->u * ui->text_scale)};
    head.height = head.line;
    if (!page->has_report)
        return head;
    float gap = gap_u * ui->u;
    float words = ui_label_width(ui, style_label, class_words(page, ui->arena)) + 9 * ui->u;
    head.button = fminf(width, ui_button_width(ui, _("Report")) * ui->u);
    head.is_split = words + gap + head.button > width;
    if (head.is_split) {
        head.height += head.line + gap;
    } else {
        head.pill = fminf(head.pill, width - gap - head.button);
    }
    return head;
}

static void draw_head(const struct teams_page *page, const struct head *head, struct ui *ui,
                      struct rect rest)
{
    struct rect line = rect_cut_top(&rest, head->line);
    struct rect pill = rect_cut_left(&line, head->pill);
    ui_choice_pill(ui, pill, class_words(page, ui->arena), TEAMS_CLASS, 0,
                   page->named < 0 || page->named >= page->count ? AREA_FIRST : 0);
    if (!page->has_report)
        return;
    if (head->is_split) {
        rect_cut_top(&rest, gap_u * ui->u);
        line = rect_cut_top(&rest, head->line);
    } else {
        rect_cut_left(&line, gap_u * ui->u);
    }
    line.w = head->button;
    ui_button(ui, line, BUTTON_QUIET, _("Report"), TEAMS_REPORT, 0, 0);
}

static void draw_teams(const struct teams_page *page, struct ui *ui, struct rect rect)
{
    float edge = 1.2F * ui->u, gap = gap_u * ui->u, width = rect.w - 2 * edge - 1.6F * ui->u;
    struct head head = lay_out_head(page, ui, width);
    struct foot foot = lay_out_foot(page, ui, width);
    float height = 2 * edge + head.height + gap + foot.height;
    for (int i = 0; i < page->count; i++)
        height += lay_out(page, ui, i, width).height + gap;
    float up = ui_scroll_begin(ui, TEAMS_REGION, rect, height);
    struct rect rest = {rect.x + edge, rect.y + edge - up, width, 1e6F};
    draw_head(page, &head, ui, rect_cut_top(&rest, head.height));
    rect_cut_top(&rest, gap);
    for (int i = 0; i < page->count; i++) {
        draw_team(page, ui, i, rect_cut_top(&rest, lay_out(page, ui, i, width).height));
        rect_cut_top(&rest, gap);
    }
    draw_foot(&foot, ui, rest);
    ui_scroll_end(ui);
}

static struct rect draw_tabs(const struct teams_page *page, struct ui *ui, struct rect rest)
{
    const char *const names[TEAMS_TABS] = {_("Teams"), _("Lesson"), _("Topics")};
    int count = teams_page_has_topics(page) ? TEAMS_TABS : TEAMS_TABS - 1;
    struct rect tabs = rect_cut_top(&rest, fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.8F)));
    tabs.w = fminf(tabs.w, 30 * (float)count * ui->u * ui->text_scale);
    ui_segments(ui, tabs, names, count, (int)page->tab, TEAMS_TAB, _("Page"));
    rect_cut_top(&rest, (ui->is_compact ? 1.2F : 2) * ui->u);
    if (page->fault) {
        float height =
            ui_paragraph(ui, rest, style_strong, ALIGN_START, ui->theme->warn, page->fault);
        rect_cut_top(&rest, height + ui->u);
    }
    return rest;
}

/// While somebody types by a pad or a finger there is room for one name and the keyboard.
static bool draw_typing(const struct teams_page *page, struct ui *ui, struct rect rest)
{
    if (page->typing == TEAMS_NOBODY || page->typing >= page->count ||
        !ui_wants_keyboard(ui, &page->keyboard))
        return false;
    const struct keyboard_layout *layout = keyboard_layout(NULL);
    rest.h = ui->page.y + ui->page.h - ui->u - rest.y;
    struct rect keys = rect_cut_bottom(&rest, ui_keyboard_height(ui, layout, rest.w));
    struct rect field = rect_cut_top(&rest, fmaxf(side_u * ui->u, ui_line_px(ui, 3.1F, 1.6F)));
    const struct field_look look = {_("Name"), 3.1F, AREA_FIRST};
    ui_field(ui, field, &page->names[page->typing], look, TEAMS_NAME, page->typing);
    ui_keyboard(ui, keys, layout, &page->keyboard, _("Done"), TEAMS_KEYS);
    return true;
}

static void draw_hints(const struct teams_page *page, struct ui *ui, float end)
{
    struct hint hints[7];
    int count = 0;
    if (page->capture != TEAMS_NOBODY) {
        hints[count++] = (struct hint){.keys = "Delete", .label = _("no buzzer")};
        hints[count++] = (struct hint){.keys = "Esc", .label = _("leave it")};
        ui_hints(ui, hints, count, end);
        return;
    }
    hints[count++] = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("choose")};
    hints[count++] = (struct hint){.keys = "↑ ↓", .label = _("move")};
    hints[count++] = (struct hint){.keys = teams_page_has_topics(page) ? "1 2 3" : "1 2",
                                   .label = _("page")};
    if (page->tab == TEAMS_TAB_TOPICS) {
        hints[count++] = (struct hint){.keys = "Ctrl+A", .pad = PAD_WEST, .label = _("all")};
    }
    if (page->has_report) {
        // Beside its button the hint is none.
        int id = page->tab == TEAMS_TAB_TEAMS ? 0 : TEAMS_REPORT;
        hints[count++] =
            (struct hint){.keys = "E", .pad = PAD_NORTH, .label = _("report"), .id = id};
    }
    if (page->undo_count) {
        hints[count++] = (struct hint){
            .keys = "Ctrl+Z", .pad = PAD_BACK, .label = _("undo"), .id = TEAMS_UNDO};
    }
    hints[count++] = (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = _("back")};
    ui_hints(ui, hints, count, end);
}

void teams_page_draw(const struct teams_page *page, const struct game *game, struct ui *ui)
{
    struct rect rest = ui_page(ui, _("Teams"));
    (void)game;
    if (draw_typing(page, ui, rest))
        return;
    struct rect primary = play_primary(ui, &rest);
    rest = draw_tabs(page, ui, rest);
    float inset = (ui->is_compact ? 0.6F : 1.6F) * ui->u;
    rest.h -= 0.7F * ui->u;
    ui_card(ui, rest, 2.4F, ui->theme->surface);
    if (page->tab == TEAMS_TAB_TEAMS) {
        draw_teams(page, ui, rect_inset(rest, inset));
    } else if (page->tab == TEAMS_TAB_TOPICS) {
        teams_page_draw_topics(page, ui, rect_inset(rest, inset));
    } else {
        teams_page_draw_lesson(page, ui, rect_inset(rest, inset));
    }
    // On a name the button of a pad asks for the screen keyboard.
    bool is_asking = ui->state->device == DEVICE_PAD && ui_takes_text(ui);
    ui_button(ui, primary, BUTTON_PRIMARY, _("Start"), TEAMS_START, 0,
              is_asking ? 0 : AREA_PRIMARY);
    draw_hints(page, ui, ui->grid == UI_TALL ? 0 : primary.x - 2 * ui->u);
}
