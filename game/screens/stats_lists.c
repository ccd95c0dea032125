#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/answer_text.h"
#include "screens/date_words.h"
#include "screens/stats_parts.h"
#include "ui/sign.h"
#include "ui/tile.h"

static const float row_gap_u = 1;
static const struct text_style row_style = {FACE_MEDIUM, 2.6F, 1.24F};

const char *stats_percent_words(struct arena *arena, int part, int whole)
{
    return fill_text(arena, _("{1}%"), fill_number(arena, stats_percent(part, whole)), NULL);
}

const char *stats_share_words(struct arena *arena, int part, int whole)
{
    if (!whole)
        return _("none");
    return fill_text(arena, _("{1}%, {2} of {3}"),
                     fill_number(arena, stats_percent(part, whole)), fill_number(arena, part),
                     fill_number(arena, whole), NULL);
}

float stats_words_height(const struct ui *ui, const char *text, float width)
{
    struct wrapped words = wrap_text(ui, style_small, text, width);
    return wrapped_height(&words);
}

void stats_words_draw(struct ui *ui, const char *text, struct colour colour, struct rect *rect)
{
    struct wrapped words = wrap_text(ui, style_small, text, rect->w);
    wrapped_draw(ui, &words, rect_cut_top(rect, wrapped_height(&words)), ALIGN_START, colour);
}

/// A row that is only read: the focus rests on it, and what it says is its name.
static void read_only(struct ui *ui, struct rect row, int id, int arg, const char *words)
{
    ui_focus_ring(ui, id, arg, row, ui->u);
    ui_area(ui, row, id, arg, AREA_REST, words);
}

// --- right by topic -------------------------------------------------------------------------

/// What a topic's row says, laid out.
struct topic_row {
    struct wrapped name;
    const char *share;
    float line, share_width, height;
    bool is_stacked; // the share stands below the name, for which there is no room beside it
};

static const char *topic_name(const struct stats_topic *topic)
{
    return topic->name ? topic->name : _("Other");
}

static struct topic_row lay_out_topic(const struct ui *ui, const struct stats_topic *topic,
                                      float width)
{
    struct topic_row row = {
        .share = stats_share_words(ui->arena, topic->tally.right, topic->tally.answers),
        .line = ui_line_px(ui, 2.6F, 1.24F),
    };
    float inner = width - 2 * ui->u;
    row.share_width = ui_label_width(ui, row_style, row.share) + ui->u;
    row.name =
        wrap_text(ui, row_style, topic_name(topic), fmaxf(8 * ui->u, inner - row.share_width));
    if (row.name.has_split_word || row.name.line_count > 2) {
        row.is_stacked = true;
        row.name = wrap_text(ui, row_style, topic_name(topic), inner);
    }
    row.height = wrapped_height(&row.name) + (row.is_stacked ? row.line : 0) + 2.8F * ui->u;
    return row;
}

/// How many topics were answered: those come first.
static int answered_topics(const struct stats *stats)
{
    const struct stats_topics *topics = &stats->figures.topics;
    int count = 0;
    while (count < topics->count && topics->items[count].tally.answers)
        count++;
    return count;
}

static int shown_topics(const struct stats *stats)
{
    int count = answered_topics(stats);
    // One more is no more than the button that would show it.
    bool is_cut = !stats->has_all_topics && count > STATS_TOPICS_SHOWN + 1;
    return is_cut ? STATS_TOPICS_SHOWN : count;
}

static float more_height(const struct ui *ui)
{
    return fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F));
}

static const char *gone_words(const struct stats *stats, struct arena *arena)
{
    int gone = stats->figures.topics.gone.answers;
    if (!gone)
        return NULL;
    return fill_text(arena,
                     ngettext("{1} answer to a question that is not there any more.",
                              "{1} answers to questions that are not there any more.",
                              (unsigned long)gone),
                     fill_number(arena, gone), NULL);
}

static float topics_height(const struct stats *stats, const struct ui *ui, float width)
{
    int count = shown_topics(stats);
    float height = 0;
    for (int i = 0; i < count; i++) {
        height += lay_out_topic(ui, &stats->figures.topics.items[i], width).height +
                  row_gap_u * ui->u;
    }
    if (answered_topics(stats) > STATS_TOPICS_SHOWN + 1)
        height += more_height(ui) + 2 * row_gap_u * ui->u;
    const char *gone = gone_words(stats, ui->arena);
    if (gone || !count)
        height += stats_words_height(ui, gone ? gone : _("No answers in this time."), width);
    return height;
}

static void draw_topic(struct ui *ui, struct rect rect, const struct stats_topic *topic, int i)
{
    struct topic_row row = lay_out_topic(ui, topic, rect.w);
    const char *words = fill_text(ui->arena, _("{1}: {2}"), topic_name(topic), row.share, NULL);
    read_only(ui, rect, STATS_TOPIC, i, words);
    struct rect inner = rect;
    rect_cut_left(&inner, ui->u);
    rect_cut_right(&inner, ui->u);
    rect_cut_top(&inner, 0.5F * ui->u);
    struct rect text = rect_cut_top(&inner, wrapped_height(&row.name));
    struct rect share = row.is_stacked ? rect_cut_top(&inner, row.line)
                                       : rect_cut_right(&text, row.share_width);
    share.h = row.line;
    wrapped_draw(ui, &row.name, text, ALIGN_START, ui->theme->text);
    ui_label(ui, share, row_style, row.is_stacked ? ALIGN_START : ALIGN_END, ui->theme->text2,
             row.share);
    rect_cut_top(&inner, 0.6F * ui->u);
    struct rect bar = rect_cut_top(&inner, 1.2F * ui->u);
    ui_bar(ui, bar, (float)topic->tally.right / (float)topic->tally.answers, ui->theme->accent);
}

static void draw_topics(const struct stats *stats, struct ui *ui, struct rect rect)
{
    int count = shown_topics(stats), all = answered_topics(stats);
    for (int i = 0; i < count; i++) {
        const struct stats_topic *topic = &stats->figures.topics.items[i];
        float height = lay_out_topic(ui, topic, rect.w).height;
        draw_topic(ui, rect_cut_top(&rect, height), topic, i);
        rect_cut_top(&rect, row_gap_u * ui->u);
    }
    if (all > STATS_TOPICS_SHOWN + 1) {
        rect_cut_top(&rect, row_gap_u * ui->u);
        const char *label = stats->has_all_topics
                                ? _("Show fewer")
                                : fill_text(ui->arena, _("Show all {1} topics"),
                                            fill_number(ui->arena, all), NULL);
        ui_button(ui, rect_cut_top(&rect, more_height(ui)), BUTTON_QUIET, label,
                  STATS_ALL_TOPICS, 0, 0);
        rect_cut_top(&rect, row_gap_u * ui->u);
    }
    const char *gone = gone_words(stats, ui->arena);
    if (gone || !count) {
        stats_words_draw(ui, gone ? gone : _("No answers in this time."), ui->theme->text3,
                         &rect);
    }
}

const struct stats_part stats_topics_part = {topics_height, draw_topics};

// --- hardest questions ----------------------------------------------------------------------

struct hard_row {
    const char *asked, *detail;
    struct wrapped text, words;
    float height;
};

static const char *hard_words(const struct stats_hard *hard, struct arena *arena)
{
    const char *share =
        fill_text(arena, _("Right {1} of {2} times"), fill_number(arena, hard->tally.right),
                  fill_number(arena, hard->tally.answers), NULL);
    if (!hard->lapses)
        return share;
    return fill_text(arena,
                     ngettext("{1}; forgotten {2} time", "{1}; forgotten {2} times",
                              (unsigned long)hard->lapses),
                     share, fill_number(arena, hard->lapses), NULL);
}

static const float sign_column_u = 5;

static struct hard_row lay_out_hard(const struct stats *stats, const struct ui *ui, int i,
                                    float width)
{
    const struct stats_hard *hard = &stats->figures.hardest[i];
    const struct question *question = stats->source.questions[hard->question].question;
    struct hard_row row = {
        .asked = answer_text_asked(question, ui->arena),
        .detail = hard_words(hard, ui->arena),
    };
    float room = width - (sign_column_u + 2) * ui->u;
    row.text = wrap_text(ui, row_style, row.asked, room);
    row.words = wrap_text(ui, style_small, row.detail, room);
    row.height = fmaxf(6.4F * ui->u,
                       wrapped_height(&row.text) + wrapped_height(&row.words) + 1.6F * ui->u);
    return row;
}

static float hardest_height(const struct stats *stats, const struct ui *ui, float width)
{
    float height = 0;
    for (int i = 0; i < stats->figures.hardest_count; i++)
        height += lay_out_hard(stats, ui, i, width).height + row_gap_u * ui->u;
    if (!stats->figures.hardest_count)
        height = stats_words_height(ui, _("No question is missed again and again."), width);
    return height;
}

static void draw_hardest(const struct stats *stats, struct ui *ui, struct rect rect)
{
    if (!stats->figures.hardest_count) {
        stats_words_draw(ui, _("No question is missed again and again."), ui->theme->text3,
                         &rect);
        return;
    }
    for (int i = 0; i < stats->figures.hardest_count; i++) {
        struct hard_row row = lay_out_hard(stats, ui, i, rect.w);
        struct rect at = rect_cut_top(&rect, row.height);
        rect_cut_top(&rect, row_gap_u * ui->u);
        const char *words = fill_text(ui->arena, _("{1}: {2}"), row.asked, row.detail, NULL);
        read_only(ui, at, STATS_HARD, i, words);
        bool is_never = stats->figures.hardest[i].tally.right == 0;
        ui_sign(ui, is_never ? SHEET_WRONG : SHEET_PARTLY,
                (struct point){at.x + 3 * ui->u, at.y + at.h / 2}, 1.5F * ui->u);
        rect_cut_left(&at, (sign_column_u + 1) * ui->u);
        rect_cut_top(&at, (at.h - wrapped_height(&row.text) - wrapped_height(&row.words)) / 2);
        wrapped_draw(ui, &row.text, rect_cut_top(&at, wrapped_height(&row.text)), ALIGN_START,
                     ui->theme->text);
        wrapped_draw(ui, &row.words, at, ALIGN_START, ui->theme->text2);
    }
}

const struct stats_part stats_hardest_part = {hardest_height, draw_hardest};

// --- answers and time -----------------------------------------------------------------------

enum { TIME_ROWS = STATS_WINDOWS + 2 };

/// A name at the left and what is said of it at the right; below each other where the two have
/// no room on one line.
struct pair {
    const char *name, *words;
    bool is_stacked;
    float height;
};

static const char *window_name(enum stats_window window, struct arena *arena)
{
    return fill_text(arena, _("{1} days"), fill_number(arena, stats_window_days(window)), NULL);
}

static const char *tally_words(const struct stats_tally *tally, struct arena *arena)
{
    if (!tally->answers)
        return _("no answers");
    return fill_text(arena, _("{1} right, in {2}"),
                     stats_share_words(arena, tally->right, tally->answers),
                     date_words_time(arena, tally->took_ms), NULL);
}

static struct pair time_pair(const struct stats *stats, const struct ui *ui, int i, float width)
{
    const struct stats_figures *figures = &stats->figures;
    struct pair pair = {.name = _("Today"), .words = tally_words(&figures->today, ui->arena)};
    if (i == TIME_ROWS - 1) {
        pair.name = _("Ever");
        pair.words = tally_words(&figures->all, ui->arena);
    } else if (i > 0) {
        pair.name = window_name((enum stats_window)(i - 1), ui->arena);
        pair.words = tally_words(&figures->in_window[i - 1], ui->arena);
    }
    float line = ui_line_px(ui, 2.6F, 1.8F), inner = width - 2 * ui->u;
    pair.is_stacked = ui_label_width(ui, style_label, pair.name) +
                          ui_label_width(ui, style_label, pair.words) + 3 * ui->u >
                      inner;
    struct wrapped words = wrap_text(ui, row_style, pair.words, inner);
    pair.height = pair.is_stacked ? line + wrapped_height(&words) : line;
    return pair;
}

static float time_height(const struct stats *stats, const struct ui *ui, float width)
{
    float height = 0;
    for (int i = 0; i < TIME_ROWS; i++)
        height += time_pair(stats, ui, i, width).height;
    return height;
}

static void draw_time(const struct stats *stats, struct ui *ui, struct rect rect)
{
    for (int i = 0; i < TIME_ROWS; i++) {
        struct pair pair = time_pair(stats, ui, i, rect.w);
        struct rect row = rect_cut_top(&rect, pair.height);
        read_only(ui, row, STATS_TIME, i,
                  fill_text(ui->arena, _("{1}: {2}"), pair.name, pair.words, NULL));
        rect_cut_left(&row, ui->u);
        rect_cut_right(&row, ui->u);
        struct rect line = rect_cut_top(&row, ui_line_px(ui, 2.6F, 1.8F));
        ui_label(ui, line, style_label, ALIGN_START, ui->theme->text2, pair.name);
        if (pair.is_stacked) {
            ui_paragraph(ui, row, row_style, ALIGN_START, ui->theme->text, pair.words);
        } else {
            ui_label(ui, line, style_label, ALIGN_END, ui->theme->text, pair.words);
        }
    }
}

const struct stats_part stats_time_part = {time_height, draw_time};

// --- true retention -------------------------------------------------------------------------

/// The table's columns have room for their texts, or each row is a sentence.
struct recall_table {
    bool is_table;
    float line, first, column; // pixels
};

static const char *share_of(const struct stats_share *share, struct arena *arena)
{
    return stats_share_words(arena, share->recalled, share->reviews);
}

static const char *recall_words(const struct stats *stats, enum stats_window w,
                                struct arena *arena)
{
    const struct stats_retention *retention = &stats->figures.recall.retention;
    return fill_text(arena, _("{1}: young cards {2}; mature cards {3}"), window_name(w, arena),
                     share_of(&retention->young[w], arena),
                     share_of(&retention->mature[w], arena), NULL);
}

static struct recall_table lay_out_recall(const struct stats *stats, const struct ui *ui,
                                          float width)
{
    struct recall_table table = {.line = ui_line_px(ui, 2.6F, 1.8F)};
    const struct stats_retention *retention = &stats->figures.recall.retention;
    float first = 0, column = ui_label_width(ui, style_label, _("Mature cards"));
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++) {
        first = fmaxf(first, ui_label_width(ui, style_label, window_name(w, ui->arena)));
        column = fmaxf(
            column, ui_label_width(ui, style_label, share_of(&retention->young[w], ui->arena)));
        column = fmaxf(column, ui_label_width(ui, style_label,
                                              share_of(&retention->mature[w], ui->arena)));
    }
    table.first = first + 3 * ui->u;
    table.column = (width - table.first - ui->u) / 2;
    table.is_table = column + 2 * ui->u <= table.column;
    return table;
}

static const char *wanted_words(const struct stats *stats, struct arena *arena)
{
    return fill_text(arena,
                     _("Wanted: {1}%. Young cards came back after less than {2} days, mature "
                       "ones later."),
                     fill_number(arena, stats_percent(stats->figures.target, 1)),
                     fill_number(arena, STATS_MATURE), NULL);
}

static float recall_height(const struct stats *stats, const struct ui *ui, float width)
{
    struct recall_table table = lay_out_recall(stats, ui, width);
    float height = stats_words_height(ui, wanted_words(stats, ui->arena), width) + ui->u;
    if (table.is_table)
        return height + table.line * STATS_WINDOWS + ui_line_px(ui, 2.6F, 1.4F);
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++) {
        struct wrapped words =
            wrap_text(ui, row_style, recall_words(stats, w, ui->arena), width - 2 * ui->u);
        height += wrapped_height(&words) + 1.2F * ui->u;
    }
    return height;
}

static void draw_recall_cells(struct ui *ui, struct rect row, const struct recall_table *table,
                              const char *const cells[3], struct colour colour)
{
    rect_cut_left(&row, ui->u);
    ui_label(ui, rect_cut_left(&row, table->first), style_label, ALIGN_START, colour, cells[0]);
    for (int i = 1; i < 3; i++) {
        ui_label(ui, rect_cut_left(&row, table->column), style_label, ALIGN_START, colour,
                 cells[i]);
    }
}

static void draw_recall_row(const struct stats *stats, struct ui *ui, struct rect *rect,
                            const struct recall_table *table, enum stats_window w)
{
    const struct stats_retention *retention = &stats->figures.recall.retention;
    const char *words = recall_words(stats, w, ui->arena);
    if (table->is_table) {
        struct rect row = rect_cut_top(rect, table->line);
        read_only(ui, row, STATS_RECALL, (int)w, words);
        const char *const cells[3] = {window_name(w, ui->arena),
                                      share_of(&retention->young[w], ui->arena),
                                      share_of(&retention->mature[w], ui->arena)};
        draw_recall_cells(ui, row, table, cells, ui->theme->text);
        return;
    }
    struct wrapped text = wrap_text(ui, row_style, words, rect->w - 2 * ui->u);
    struct rect row = rect_cut_top(rect, wrapped_height(&text) + 1.2F * ui->u);
    read_only(ui, row, STATS_RECALL, (int)w, words);
    rect_cut_left(&row, ui->u);
    rect_cut_top(&row, (row.h - wrapped_height(&text)) / 2);
    wrapped_draw(ui, &text, row, ALIGN_START, ui->theme->text);
}

static void draw_recall(const struct stats *stats, struct ui *ui, struct rect rect)
{
    struct recall_table table = lay_out_recall(stats, ui, rect.w);
    stats_words_draw(ui, wanted_words(stats, ui->arena), ui->theme->text3, &rect);
    rect_cut_top(&rect, ui->u);
    if (table.is_table) {
        const char *const heads[3] = {"", _("Young cards"), _("Mature cards")};
        struct rect head = rect_cut_top(&rect, ui_line_px(ui, 2.6F, 1.4F));
        draw_recall_cells(ui, head, &table, heads, ui->theme->text2);
    }
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++)
        draw_recall_row(stats, ui, &rect, &table, w);
}

const struct stats_part stats_recall_part = {recall_height, draw_recall};
