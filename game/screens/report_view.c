#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "formats/report_page.h"
#include "screens/date_words.h"
#include "screens/play.h"
#include "screens/report.h"
#include "ui/control.h"
#include "ui/key_button.h"
#include "ui/tile.h"

static const struct text_style row_style = {FACE_MEDIUM, 3.1F, 1.24F};
static const struct text_style notice_style = {FACE_DISPLAY_BOLD, 5.2F, 1.2F};
static const float gap_u = 2, padding_u = 2;

static float line_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.8F));
}

static const char *percent(const struct ui *ui, int thousandths)
{
    return report_page_percent(_("{1}%"), thousandths, ui->arena);
}

static const char *number(const struct ui *ui, long long value)
{
    return fill_number(ui->arena, value);
}

// --- rows -----------------------------------------------------------------------------------

/// What a row says.
struct entry {
    const char *title, *value, *detail; // `detail` may be NULL
    int share;                          // of the bar; -1: no bar
};

/// A row, laid out.
struct laid {
    struct wrapped title, detail;
    float line, value, height; // of a line, width of the value, height of all
    bool is_stacked;           // the value stands below the title
};

/// How many rows there are for the tab.
static int all_rows(const struct report *report)
{
    switch (report->tab) {
    case REPORT_QUESTIONS:
        return report->figures.question_count;
    case REPORT_TOPICS:
        return report->figures.topic_count;
    case REPORT_TEACH:
        return report->figures.teach_count;
    case REPORT_COMPARED:
        return report->figures.compared_count;
    case REPORT_TABS:
        break;
    }
    return 0;
}

/// How many are shown: each frame lays them out.
static int row_count(const struct report *report)
{
    int count = all_rows(report);
    return count < REPORT_ROWS ? count : REPORT_ROWS;
}

/// Adds a sentence to others.
static const char *joined(const struct ui *ui, const char *words, const char *more)
{
    return words ? fill_text(ui->arena, _("{1} {2}"), words, more, NULL) : more;
}

static const char *wrong_words(const struct ui *ui, const struct class_question *question)
{
    return fill_text(ui->arena, _("Most often instead: {1} ({2})."), question->wrong,
                     number(ui, question->wrong_count), NULL);
}

static const char *detail_words(const struct ui *ui, const struct class_question *question)
{
    const char *words = question->is_gone
                            ? _("In no bank any more.")
                            : fill_text(ui->arena, _("Answer: {1}."), question->right, NULL);
    if (question->wrong)
        words = joined(ui, words, wrong_words(ui, question));
    if (question->took_ms > 0) {
        words = joined(ui, words,
                       fill_text(ui->arena, _("In {1}."),
                                 date_words_time(ui->arena, question->took_ms), NULL));
    }
    if (!isnan(question->discrimination)) {
        words = joined(
            ui, words,
            fill_text(ui->arena, _("Discrimination {1}."),
                      report_page_discrimination(question->discrimination, ui->arena), NULL));
    }
    return question->is_changed ? joined(ui, words, _("Edited since.")) : words;
}

static const char *share_words(const struct ui *ui, const struct class_question *question)
{
    if (question->share < 0)
        return _("nobody answered");
    return fill_text(ui->arena, _("{1}, {2} of {3}"), percent(ui, question->share),
                     number(ui, question->answers_right), number(ui, question->answers), NULL);
}

static const char *before_words(const struct ui *ui, const struct class_change *change)
{
    return fill_text(ui->arena, _("Last time {1}, on {2}."), percent(ui, change->before),
                     date_words_day(ui->arena, change->before_day), NULL);
}

static struct entry topic_entry(const struct ui *ui, const struct class_topic *topic)
{
    const char *detail = fill_text(
        ui->arena, ngettext("{1} question.", "{1} questions.", (unsigned long)topic->questions),
        number(ui, topic->questions), NULL);
    if (topic->change.before >= 0)
        detail = joined(ui, detail, before_words(ui, &topic->change));
    return (struct entry){topic->name ? topic->name : _("Other"), percent(ui, topic->share),
                          detail, topic->share};
}

static struct entry compared_entry(const struct ui *ui, const struct class_question *question)
{
    const struct class_change *change = &question->change;
    const char *value = fill_text(ui->arena, _("{1} → {2}"), percent(ui, change->before),
                                  percent(ui, change->now), NULL);
    return (struct entry){question->text, value, before_words(ui, change), change->now};
}

static struct entry entry_of(const struct report *report, const struct ui *ui, int i)
{
    const struct class_report *figures = &report->figures;
    if (report->tab == REPORT_TOPICS)
        return topic_entry(ui, &figures->topics[i]);
    if (report->tab == REPORT_COMPARED)
        return compared_entry(ui, &figures->questions[figures->compared[i]]);
    const struct class_question *question =
        &figures->questions[report->tab == REPORT_TEACH ? figures->teach[i] : i];
    return (struct entry){question->text, share_words(ui, question), detail_words(ui, question),
                          question->share};
}

static struct laid lay_out_row(const struct ui *ui, const struct entry *entry, float width)
{
    struct laid row = {.line = ui_line_px(ui, row_style.size_u, row_style.spacing)};
    float inner = width - 2 * padding_u * ui->u;
    row.value = ui_label_width(ui, row_style, entry->value) + 2 * ui->u;
    row.is_stacked = row.value > inner * 0.4F;
    row.title =
        wrap_text(ui, row_style, entry->title, row.is_stacked ? inner : inner - row.value);
    row.detail = wrap_text(ui, style_small, entry->detail, inner);
    row.height = wrapped_height(&row.title) + wrapped_height(&row.detail) +
                 (row.is_stacked ? row.line : 0) + (entry->share >= 0 ? 2.6F * ui->u : 0) +
                 2 * ui->u;
    return row;
}

static void draw_row(struct ui *ui, struct rect rect, const struct entry *entry, int i)
{
    struct laid row = lay_out_row(ui, entry, rect.w);
    ui_card(ui, rect, 1.6F, ui->theme->surface);
    ui_focus_ring(ui, REPORT_ROW, i, rect, 1.6F * ui->u);
    ui_area(ui, rect, REPORT_ROW, i, AREA_REST,
            fill_text(ui->arena, _("{1}: {2}. {3}"), entry->title, entry->value, entry->detail,
                      NULL));
    rect_cut_left(&rect, padding_u * ui->u);
    rect_cut_right(&rect, padding_u * ui->u);
    rect_cut_top(&rect, ui->u);
    struct rect title = rect_cut_top(&rect, wrapped_height(&row.title));
    struct rect value =
        row.is_stacked ? rect_cut_top(&rect, row.line) : rect_cut_right(&title, row.value);
    value.h = row.line;
    wrapped_draw(ui, &row.title, title, ALIGN_START, ui->theme->text);
    ui_label(ui, value, row_style, row.is_stacked ? ALIGN_START : ALIGN_END, ui->theme->text,
             entry->value);
    if (entry->share >= 0) {
        rect_cut_top(&rect, 0.7F * ui->u);
        ui_bar(ui, rect_cut_top(&rect, 1.2F * ui->u), (float)entry->share / CREDIT_FULL,
               ui->theme->accent);
        rect_cut_top(&rect, 0.7F * ui->u);
    }
    wrapped_draw(ui, &row.detail, rect, ALIGN_START, ui->theme->text2);
}

// --- the page -------------------------------------------------------------------------------

static const char *const tab_names[REPORT_TABS] = {N_("Questions"), N_("Topics"),
                                                   N_("Teach again"), N_("Compared")};

/// Which lessons it is about, and how right they were.
static const char *summary_words(const struct report *report, const struct ui *ui)
{
    const struct class_report *figures = &report->figures;
    const char *words =
        report->is_all
            ? fill_text(ui->arena,
                        ngettext("{1} lesson, until {2}.", "{1} lessons, until {2}.",
                                 (unsigned long)figures->lessons),
                        number(ui, figures->lessons),
                        date_words_day(ui->arena, figures->last_day), NULL)
            : fill_text(ui->arena, _("Lesson {1} of {2}, {3}: {4}."),
                        number(ui, report->load.wanted), number(ui, report->load.count),
                        date_words_day(ui->arena, figures->last_day),
                        _(report_page_modes[figures->mode]), NULL);
    if (figures->gone > 0) {
        words = joined(ui, words,
                       fill_text(ui->arena, _("Asked, and in no bank any more: {1}."),
                                 number(ui, figures->gone), NULL));
        const char *lost = report_lost_words(report, ui->arena);
        words = lost ? joined(ui, words, lost) : words;
    }
    if (figures->share < 0)
        return joined(ui, words, _("No question was answered."));
    words = joined(
        ui, words,
        fill_text(ui->arena, _("Right on average: {1}."), percent(ui, figures->share), NULL));
    if (figures->change.before < 0)
        return words;
    return joined(ui, words,
                  report->is_all
                      ? fill_text(ui->arena, _("The last two lessons: {1}, then {2}."),
                                  percent(ui, figures->change.before),
                                  percent(ui, figures->change.now), NULL)
                      : fill_text(ui->arena, _("In the lesson before: {1}."),
                                  percent(ui, figures->change.before), NULL));
}

/// What is to be said beside the rows; NULL: nothing.
static const char *note_words(const struct report *report, const struct ui *ui)
{
    int count = all_rows(report);
    if (count > REPORT_ROWS) {
        return fill_text(ui->arena, _("And {1} more: what is saved has all of them."),
                         number(ui, count - REPORT_ROWS), NULL);
    }
    if (count > 0)
        return NULL;
    if (report->tab == REPORT_TEACH) {
        return fill_text(ui->arena,
                         _("Nothing: {1} or more was right of all that was answered."),
                         percent(ui, CLASS_REPORT_TEACH), NULL);
    }
    if (report->tab == REPORT_COMPARED)
        return _("None of these questions was asked in an earlier lesson.");
    if (report->tab == REPORT_TOPICS && report->figures.share >= 0)
        return _("The topics of these questions are not known.");
    return _("No question was answered.");
}

/// Where everything stands below the header. Tops are from the top of the page.
struct page {
    struct wrapped summary, note, notice; // `note`: what there is beside the rows
    bool has_segments;                    // the tabs stand beside each other
    float which;     // pixels of width of the choice of lessons; 0: there is none
    bool is_stacked; // that stands below the tabs
    float summary_top, tabs_top, rows_top, note_top, height;
};

static float segments_width(const struct ui *ui)
{
    float widest = 0;
    for (int i = 0; i < REPORT_TABS; i++)
        widest = fmaxf(widest, ui_label_width(ui, style_label, _(tab_names[i])));
    return (widest + 3 * ui->u) * REPORT_TABS;
}

static const char *which_words(const struct report *report)
{
    return report->is_all ? _("All lessons") : _("The last lesson");
}

static void lay_out_head(struct page *page, const struct report *report, const struct ui *ui,
                         float width)
{
    float tabs = fminf(segments_width(ui), width);
    if (report->notice) { // what was done last comes first
        page->notice = wrap_text(ui, style_label, report->notice, width);
        page->summary_top = wrapped_height(&page->notice) + ui->u;
    }
    page->summary = wrap_text(ui, style_label, summary_words(report, ui), width);
    page->has_segments = segments_width(ui) <= width;
    if (report->load.count > 1)
        page->which = ui_label_width(ui, style_label, which_words(report)) + 10 * ui->u;
    page->which = fminf(page->which, width);
    page->is_stacked = page->which > 0 && tabs + page->which + gap_u * ui->u > width;
    page->tabs_top = page->summary_top + wrapped_height(&page->summary) + gap_u * ui->u;
    page->rows_top =
        page->tabs_top + (line_height(ui) + gap_u * ui->u) * (page->is_stacked ? 2.0F : 1.0F);
}

static struct page lay_out(const struct report *report, const struct ui *ui, float width)
{
    struct page page = {0};
    int count = row_count(report);
    lay_out_head(&page, report, ui, width);
    float top = page.rows_top;
    for (int i = 0; i < count; i++) {
        struct entry entry = entry_of(report, ui, i);
        top += lay_out_row(ui, &entry, width).height + gap_u * ui->u;
    }
    page.note_top = top;
    const char *note = note_words(report, ui);
    if (note) {
        page.note = wrap_text(ui, style_body, note, width);
        top += wrapped_height(&page.note) + gap_u * ui->u;
    }
    page.height = top;
    return page;
}

static void draw_choices(const struct report *report, struct ui *ui, const struct page *page,
                         struct rect rect)
{
    const char *names[REPORT_TABS];
    for (int i = 0; i < REPORT_TABS; i++)
        names[i] = _(tab_names[i]);
    struct rect tabs = {rect.x, rect.y, rect.w, line_height(ui)}, which = tabs;
    if (page->is_stacked) {
        which.y += line_height(ui) + gap_u * ui->u;
        which.w = page->which;
    } else if (page->which > 0) {
        which = rect_cut_right(&tabs, page->which);
        rect_cut_right(&tabs, gap_u * ui->u);
    }
    if (page->has_segments) {
        tabs.w = fminf(tabs.w, segments_width(ui));
        ui_segments(ui, tabs, names, REPORT_TABS, (int)report->tab, REPORT_TAB, _("Part"));
    } else {
        ui_choice_pill(ui, tabs, names[report->tab], REPORT_NEXT_TAB, 0, 0);
    }
    if (page->which > 0)
        ui_choice_pill(ui, which, which_words(report), REPORT_WHICH, 0, 0);
}

static void draw_parts(const struct report *report, struct ui *ui, const struct page *page,
                       struct rect at)
{
    struct rect head = {at.x, at.y + page->tabs_top, at.w, line_height(ui)};
    struct rect summary = {at.x, at.y + page->summary_top, at.w,
                           page->tabs_top - page->summary_top};
    if (report->notice)
        wrapped_draw(ui, &page->notice, at, ALIGN_START, ui->theme->text);
    wrapped_draw(ui, &page->summary, summary, ALIGN_START, ui->theme->text2);
    draw_choices(report, ui, page, head);
    struct rect rest = {at.x, at.y + page->rows_top, at.w, page->height - page->rows_top};
    int count = row_count(report);
    for (int i = 0; i < count; i++) {
        struct entry entry = entry_of(report, ui, i);
        float height = lay_out_row(ui, &entry, rest.w).height;
        draw_row(ui, rect_cut_top(&rest, height), &entry, i);
        rect_cut_top(&rest, gap_u * ui->u);
    }
    struct rect note = {at.x, at.y + page->note_top, at.w, wrapped_height(&page->note)};
    if (note_words(report, ui))
        wrapped_draw(ui, &page->note, note, ALIGN_START, ui->theme->text2);
}

/// All below the header but the button at the bottom; scrolls where it does not fit.
static void draw_page(const struct report *report, struct ui *ui, struct rect rect)
{
    struct page page = lay_out(report, ui, rect.w);
    float edge = ui->u; // for focus rings
    struct rect at = rect;
    bool scrolls = page.height > rect.h + 0.5F;
    if (scrolls) {
        at.w -= 2 * ui->u;
        page = lay_out(report, ui, at.w);
        struct rect region = {rect.x - edge, rect.y - edge, rect.w + edge, rect.h + edge};
        // Another part, and a notice that is new, are seen from the top.
        int top = 1 + (int)report->tab + (report->notice ? REPORT_TABS : 0);
        at.y -= ui_page_begin(ui, REPORT_REGION, top, region, page.height + 2 * edge);
    }
    draw_parts(report, ui, &page, at);
    if (scrolls)
        ui_scroll_end(ui);
}

/// Takes its room from `rest` and returns where the row of hints has to end.
static float draw_save(struct ui *ui, struct rect *rest)
{
    const struct key_button save = {
        .kind = BUTTON_PRIMARY,
        .label = _("Save report"),
        .key = "E",
        .pad = PAD_NORTH,
        .id = REPORT_SAVE,
        .flags = AREA_PRIMARY | AREA_FIRST,
    };
    struct rect button = play_primary(ui, rest);
    button.w = fmaxf(button.w, ui_key_button_width(ui, &save) * ui->u);
    button.w = fminf(button.w, rest->w);
    button.x = rest->x + rest->w - button.w;
    ui_key_button(ui, button, &save);
    return ui->grid == UI_TALL ? 0 : button.x - 2 * ui->u;
}

/// One sentence, where there is nothing else.
static void draw_words(struct ui *ui, struct rect rest, const char *words)
{
    rest.h -= 2 * ui->u;
    struct wrapped text = wrap_text(ui, notice_style, words, rest.w - 3 * ui->u);
    float height = wrapped_height(&text);
    float up = ui_scroll_begin(ui, REPORT_REGION, rest, height);
    struct rect at = {rest.x, rest.y - up + fmaxf(0, (rest.h - height) * 0.4F),
                      rest.w - 3 * ui->u, height};
    wrapped_draw(ui, &text, at, ALIGN_CENTRE, ui->theme->text);
    ui_scroll_end(ui);
}

static void draw_hints(const struct report *report, struct ui *ui, float end)
{
    struct hint hints[3] = {{.keys = "Esc", .pad = PAD_EAST, .label = _("back")}};
    int count = 1;
    if (report->load.count > 1)
        hints[count++] = (struct hint){.keys = "A", .pad = PAD_WEST, .label = _("lessons")};
    if (!report->fault && !report->is_loading)
        hints[count++] = (struct hint){.keys = "V", .label = _("next part")};
    ui_hints(ui, hints, ui->text_scale > 1.4F ? 1 : count, end);
}

void report_view(const struct report *report, struct ui *ui)
{
    struct rect rest =
        ui_page(ui, fill_text(ui->arena, _("Report: {1}"), report->class_name, NULL));
    float end = 0;
    if (report->is_loading) {
        draw_words(ui, rest,
                   fill_text(ui->arena, _("Reading lesson {1} of {2}…"),
                             number(ui, report->load.at), number(ui, report->load.wanted),
                             NULL));
    } else if (report->fault) {
        draw_words(ui, rest, report->fault);
    } else {
        end = draw_save(ui, &rest);
        draw_page(report, ui, rest);
    }
    draw_hints(report, ui, end);
}
