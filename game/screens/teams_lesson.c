#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/board.h"
#include "core/contest.h"
#include "screens/options.h"
#include "screens/row.h"
#include "screens/teams_page.h"
#include "ui/control.h"

static const float gap_u = 2;

static const struct {
    const char *title, *detail;
} modes[CONTEST_MODE_COUNT] = {
    [CONTEST_TURNS] = {N_("In turn"), N_("Each team answers its own questions.")},
    [CONTEST_BUZZ] = {N_("First to buzz"), N_("Who is wrong is out, the others may steal.")},
    [CONTEST_ALL] = {N_("All answer"), N_("On boards or cards; you mark who was right.")},
    [CONTEST_HANDS] = {N_("Show of hands"), N_("You count the hands for each choice.")},
    [CONTEST_BOARD] = {N_("Board"), N_("Topics by values; teams choose in turn.")},
    [CONTEST_PUPILS] = {N_("Random pupil"), N_("One is drawn for each question.")},
};

static const struct setting {
    int id;
    bool is_switch;
    const char *label, *help; // `help` may be NULL
} settings[] = {
    {TEAMS_QUESTIONS, false, N_("Questions"), NULL},
    {TEAMS_ROUNDS, false, N_("Rounds"), N_("The scores are shown after each.")},
    {TEAMS_LIMIT, false, N_("Time for a question"), NULL},
    {TEAMS_DUE_FIRST, true, N_("First what is due"), N_("What this class missed before.")},
    {TEAMS_CALM, true, N_("Calm"),
     N_("No timer, no points for speed, no ranking until the end, no sound, no red and "
        "green.")},
    {TEAMS_ACCURACY, true, N_("No points for speed"), NULL},
    {TEAMS_BUZZED, true, N_("Buzzers on the board"), NULL},
    {TEAMS_HIDE_NAMES, true, N_("Hide names in the scores"), NULL},
    {TEAMS_TOP_THREE, true, N_("Show the top three only"), NULL},
    {TEAMS_TEXT, false, N_("Text for the back row"), NULL},
};

enum { SETTINGS = sizeof settings / sizeof *settings };

static bool is_on(const struct lesson_wish *wish, int id)
{
    switch (id) {
    case TEAMS_CALM:
        return wish->is_calm;
    case TEAMS_ACCURACY:
        return !wish->has_speed;
    case TEAMS_BUZZED:
        return wish->is_buzzed;
    case TEAMS_HIDE_NAMES:
        return wish->hides_names;
    case TEAMS_TOP_THREE:
        return wish->top_three;
    default:
        return wish->is_due_first;
    }
}

static const char *value_of(const struct lesson_wish *wish, int id, struct arena *arena)
{
    switch (id) {
    case TEAMS_QUESTIONS:
        return fill_number(arena, wish->questions);
    case TEAMS_ROUNDS:
        return fill_number(arena, wish->rounds);
    case TEAMS_LIMIT:
        return options_time_name(wish->limit_s, arena);
    default:
        return fill_text(arena, "{1} %", fill_number(arena, wish->text_percent), NULL);
    }
}

/// What a setting is called: a board has fields, and its final question is none of them.
static const char *label_of(const struct teams_page *page, const struct setting *setting)
{
    bool is_fields = setting->id == TEAMS_QUESTIONS && page->wish.mode == CONTEST_BOARD;
    return is_fields ? _("Fields") : _(setting->label);
}

/// How many questions there will be, and of how many.
static const char *count_words(const struct teams_page *page, struct arena *arena)
{
    const char *available = teams_page_available_words(page, arena);
    if (page->wish.mode != CONTEST_BOARD)
        return available;
    int topics = 0;
    for (int i = 0; i < page->topic_count; i++)
        topics += page->topics[i].is_on;
    struct board_shape shape = board_shape(page->wish.questions, topics);
    return fill_text(arena, _("Topics: {1}. Fields of each: {2}. Then a final question. {3}"),
                     fill_number(arena, shape.columns), fill_number(arena, shape.rows),
                     available, NULL);
}

static const char *help_of(const struct teams_page *page, const struct setting *setting,
                           struct arena *arena)
{
    if (setting->id == TEAMS_QUESTIONS)
        return page->bank ? count_words(page, arena) : NULL;
    return setting->help ? _(setting->help) : NULL;
}

struct layout {
    bool is_stacked; // the control below its label
    float line, control_w, height;
    const char *help; // NULL: none
};

static struct layout lay_out(const struct teams_page *page, const struct ui *ui,
                             const struct setting *setting, float width)
{
    struct layout l = {.line = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.4F)),
                       .help = help_of(page, setting, ui->arena)};
    float scale = fmaxf(ui->is_compact ? 1.2F : 1, ui->text_scale);
    float label = ui_label_width(ui, style_body, label_of(page, setting));
    l.control_w = setting->is_switch ? 8 * ui->u : fminf(width, (14 + 18 * scale) * ui->u);
    l.is_stacked = !setting->is_switch && label + 3 * ui->u + l.control_w > width;
    l.height = l.line + (l.is_stacked ? ui_line_px(ui, 3.1F, 1.5F) : 0);
    if (l.help) {
        struct wrapped help = wrap_text(ui, style_small, l.help, width);
        l.height += wrapped_height(&help) + 0.4F * ui->u;
    }
    return l;
}

static void draw_setting(const struct teams_page *page, struct ui *ui,
                         const struct setting *setting, struct rect rect)
{
    const struct lesson_wish *wish = &page->wish;
    struct layout l = lay_out(page, ui, setting, rect.w);
    const char *label = label_of(page, setting);
    if (l.is_stacked) {
        ui_label(ui, rect_cut_top(&rect, ui_line_px(ui, 3.1F, 1.5F)), style_body, ALIGN_START,
                 ui->theme->text, label);
    }
    struct rect line = rect_cut_top(&rect, l.line);
    if (setting->is_switch) {
        ui_switch(ui, line, label, is_on(wish, setting->id), setting->id, 0);
    } else {
        if (!l.is_stacked) {
            ui_label(ui, line, style_body, ALIGN_START, ui->theme->text, label);
            rect_cut_left(&line, line.w - l.control_w);
        }
        ui_stepper(ui, line, value_of(wish, setting->id, ui->arena), setting->id, 0, label);
    }
    if (l.help) {
        rect_cut_top(&rect, 0.4F * ui->u);
        ui_paragraph(ui, rect, style_small, ALIGN_START, ui->theme->text3, l.help);
    }
}

/// The ways to play: two beside each other where there is room.
struct modes {
    struct row rows[CONTEST_MODE_COUNT];
    int columns;
    float row, height;
};

static struct modes lay_out_modes(const struct lesson_wish *wish, const struct ui *ui,
                                  float width)
{
    struct modes m = {.columns = ui->grid == UI_TALL || ui->text_scale > 1.4F ? 1 : 2};
    float column = (width - gap_u * ui->u * (float)(m.columns - 1)) / (float)m.columns;
    for (int i = 0; i < CONTEST_MODE_COUNT; i++) {
        m.rows[i] = (struct row){
            .title = _(modes[i].title), .detail = _(modes[i].detail), .is_on = i == wish->mode};
        m.row = fmaxf(m.row, row_height(ui, &m.rows[i], column));
    }
    int rows = (CONTEST_MODE_COUNT + m.columns - 1) / m.columns;
    m.height = (float)rows * (m.row + ui->u) - ui->u;
    return m;
}

static void draw_modes(const struct modes *m, struct ui *ui, struct rect rect)
{
    float column = (rect.w - gap_u * ui->u * (float)(m->columns - 1)) / (float)m->columns;
    for (int i = 0; i < CONTEST_MODE_COUNT; i++) {
        int across = i % m->columns, down = i / m->columns;
        struct rect cell = {rect.x + (float)across * (column + gap_u * ui->u),
                            rect.y + (float)down * (m->row + ui->u), column, m->row};
        row_draw(ui, cell, &m->rows[i], TEAMS_MODE, i, m->rows[i].is_on ? AREA_FIRST : 0);
    }
}

void teams_page_draw_lesson(const struct teams_page *page, struct ui *ui, struct rect rect)
{
    float edge = 1.2F * ui->u, gap = gap_u * ui->u, width = rect.w - 2 * edge - 1.6F * ui->u;
    struct modes m = lay_out_modes(&page->wish, ui, width);
    float height = 2 * edge + m.height;
    for (int i = 0; i < SETTINGS; i++) {
        if (teams_page_has(page, settings[i].id))
            height += gap + lay_out(page, ui, &settings[i], width).height;
    }
    float up = ui_scroll_begin(ui, TEAMS_LESSON_REGION, rect, height);
    struct rect rest = {rect.x + edge, rect.y + edge - up, width, 1e6F};
    draw_modes(&m, ui, rect_cut_top(&rest, m.height));
    for (int i = 0; i < SETTINGS; i++) {
        if (!teams_page_has(page, settings[i].id))
            continue;
        rect_cut_top(&rest, gap);
        float setting = lay_out(page, ui, &settings[i], width).height;
        draw_setting(page, ui, &settings[i], rect_cut_top(&rest, setting));
    }
    ui_scroll_end(ui);
}
