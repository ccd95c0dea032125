#include "ui/flow.h"

#include <math.h>
#include <string.h>

#include <linebreak.h>

#include "base/text.h"
#include "ui/bidi.h"
#include "ui/breaks.h"
#include "ui/looked.h"

// What stands for a box in the text that line ends are looked for in: the geta mark, which may
// stand at either end of a line, keeps to brackets and stops, and has no direction; and a word
// joiner behind it where no line may end.
static const char box_mark[] = "\u3013", joiner[] = "\u2060";

/// Where a span lies in the joined text.
struct extent {
    size_t from, to;
};

struct setter {
    const struct ui *ui;
    struct text_style style;
    const struct flow_span *spans;
    struct extent *extents;
    int span_count;
    const char *text;
    size_t len;
    float width, line_px;
    bool is_rtl;
    struct flow_piece *pieces; // room for what there is at most: one a span and line
    int piece_count, piece_room, line_count;
    bool has_split_word;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void join(struct setter *s)
{
    struct buf text = {0};
    s->extents = ARENA_ARRAY(s->ui->arena, s->span_count + 1, struct extent);
    for (int i = 0; i < s->span_count; i++) {
        s->extents[i].from = text.len;
        buf_text(&text, s->spans[i].text ? s->spans[i].text : box_mark);
        if (!s->spans[i].text && s->spans[i].is_stuck)
            buf_text(&text, joiner);
        s->extents[i].to = text.len;
    }
    s->len = text.len;
    s->text = arena_text(s->ui->arena, text.data ? text.data : "", text.len);
    buf_free(&text);
}

/// The part of span `i` that is [from, to) of the joined text, which looks as it does there.
static const char *text_of(const struct setter *s, int i, struct extent part)
{
    const char *text = arena_text(s->ui->arena, s->text + part.from, part.to - part.from);
    size_t start = part.from - s->extents[i].from;
    return looked_cut(s->ui, text, s->spans[i].text, start, start + part.to - part.from);
}

/// What of span `i` lies in [from, to). A box is all where it begins.
static struct extent part_of(const struct setter *s, int i, size_t from, size_t to)
{
    struct extent part = s->extents[i];
    if (!s->spans[i].text && part.from < from)
        return (struct extent){0};
    part.from = part.from > from ? part.from : from;
    part.to = part.to < to ? part.to : to;
    return part;
}

static float width_of(const struct setter *s, size_t from, size_t to)
{
    float width = 0;
    for (int i = 0; i < s->span_count; i++) {
        struct extent part = part_of(s, i, from, to);
        if (part.from >= part.to)
            continue;
        width += s->spans[i].text ? ui_label_width(s->ui, s->style, text_of(s, i, part))
                                  : s->spans[i].box_px;
    }
    return width;
}

static float visible_width(const struct setter *s, size_t from, size_t to)
{
    while (to > from && is_blank(s->text[to - 1]))
        to--;
    return width_of(s, from, to);
}

static void add_piece(struct setter *s, struct flow_piece piece)
{
    if (s->piece_count == s->piece_room) {
        int room = s->piece_room ? s->piece_room * 2 : 16;
        struct flow_piece *pieces = ARENA_ARRAY(s->ui->arena, room, struct flow_piece);
        if (s->piece_count)
            memcpy(pieces, s->pieces, (size_t)s->piece_count * sizeof *pieces);
        s->pieces = pieces;
        s->piece_room = room;
    }
    s->pieces[s->piece_count++] = piece;
}

static void add_line(struct setter *s, size_t from, size_t to)
{
    while (to > from && is_blank(s->text[to - 1]))
        to--;
    float x = 0, y = (float)s->line_count++ * s->line_px;
    for (int i = 0; i < s->span_count; i++) {
        struct extent part = part_of(s, i, from, to);
        if (part.from >= part.to)
            continue;
        struct flow_piece piece = {.span = i, .rect = {x, y, s->spans[i].box_px, s->line_px}};
        if (s->spans[i].text) {
            piece.text = text_of(s, i, part);
            piece.rect.w = ui_label_width(s->ui, s->style, piece.text);
        }
        x += piece.rect.w;
        if (s->is_rtl)
            piece.rect.x = s->width - x;
        add_piece(s, piece);
    }
}

/// Splits text[from, to), a word wider than a line, between characters. Returns where the last
/// piece, which has room after it, starts.
static size_t split_word(struct setter *s, size_t from, size_t to)
{
    size_t start = from;
    const char *end = s->text + to;
    for (const char *at = s->text + from; at < end;) {
        size_t here = (size_t)(at - s->text);
        text_next_cluster(&at, end);
        if (here > start && width_of(s, start, (size_t)(at - s->text)) > s->width) {
            add_line(s, start, here);
            start = here;
        }
    }
    s->has_split_word = true;
    return start;
}

/// Whether [line, to) is no wider than a line; the sum of its words is `sum`. Words are rounded
/// one by one, so close to the edge only the whole line tells.
static bool fits(const struct setter *s, size_t line, size_t to, float sum)
{
    return sum <= 0.9F * s->width || visible_width(s, line, to) <= s->width;
}

static void break_lines(struct setter *s, const char *breaks)
{
    size_t line = 0, word = 0;
    float used = 0; // by the line's words before this one
    for (size_t i = 0; i < s->len; i++) {
        bool must = breaks[i] == LINEBREAK_MUSTBREAK, is_end = i + 1 == s->len;
        if (!must && !is_end && breaks[i] != LINEBREAK_ALLOWBREAK)
            continue;
        float width = visible_width(s, word, i + 1);
        if (word > line && !fits(s, line, i + 1, used + width)) {
            add_line(s, line, word);
            line = word;
            used = 0;
        }
        if (width > s->width && word == line) {
            line = word = split_word(s, word, i + 1);
            used = 0;
        }
        used += width_of(s, word, i + 1);
        word = i + 1;
        if (must && !is_end) {
            add_line(s, line, i + 1);
            line = i + 1;
            used = 0;
        }
    }
    add_line(s, line, s->len);
}

struct flow flow_lay(const struct ui *ui, struct text_style style,
                     const struct flow_span *spans, int count, float width, float line_px)
{
    struct setter s = {.ui = ui,
                       .style = style,
                       .spans = spans,
                       .span_count = count,
                       .width = width,
                       .line_px = line_px};
    join(&s);
    s.is_rtl = bidi_line(ui->arena, s.text, s.len, 0, s.len).is_rtl;
    break_lines(&s, breaks_find(ui->arena, s.text, s.len));
    return (struct flow){.pieces = s.pieces,
                         .piece_count = s.piece_count,
                         .line_count = s.line_count,
                         .height = (float)s.line_count * line_px,
                         .has_split_word = s.has_split_word};
}
