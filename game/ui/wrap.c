#include "ui/wrap.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <linebreak.h>

#include "base/text.h"
#include "ui/bidi.h"
#include "ui/breaks.h"
#include "ui/looked.h"

static float measure(const struct ui *ui, enum face face, int size_px, const char *text,
                     size_t len)
{
    return len ? ui->measure.width(ui->measure.context, face, size_px, text, len) : 0;
}

static const float plate_share = 0.11F; // of the ink in the plate behind code

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A text being broken.
struct breaker {
    const struct ui *ui;
    enum face face;
    int size_px;
    float width;
    const char *text;
    size_t len;
    const char *breaks;            // a LINEBREAK_* for each byte
    const struct look_text *looks; // NULL: all looks the same
    struct wrap_line *lines;
    int count, room;
    bool has_split_word;
};

static float measure_part(const struct breaker *b, size_t from, size_t to)
{
    float width = 0;
    struct looked_part part;
    while (looked_next(b->looks, b->face, &from, to, &part)) {
        width +=
            measure(b->ui, part.face, b->size_px, b->text + part.from, part.to - part.from);
    }
    return width;
}

/// Puts the parts of `run` that look the same each into `laid` (NULL: only counts them), from
/// left to right. Returns how many.
static int lay_run(const struct breaker *b, const struct bidi_run *run, struct wrap_run *laid)
{
    int count = 0;
    struct looked_part part;
    for (size_t at = run->from; looked_next(b->looks, b->face, &at, run->to, &part); count++) {
        if (!laid)
            continue;
        if (run->is_rtl)
            memmove(laid + 1, laid, (size_t)count * sizeof *laid);
        size_t len = part.to - part.from;
        laid[run->is_rtl ? 0 : count] = (struct wrap_run){
            .text = arena_text(b->ui->arena, b->text + part.from, len),
            .face = part.face,
            .width = measure(b->ui, part.face, b->size_px, b->text + part.from, len),
            .is_rtl = run->is_rtl,
            .is_code = part.is_code,
        };
    }
    return count;
}

static void add_line(struct breaker *b, size_t from, size_t to)
{
    while (to > from && is_blank(b->text[to - 1]))
        to--;
    if (b->count == b->room) {
        int room = b->room ? b->room * 2 : 8;
        struct wrap_line *lines = ARENA_ARRAY(b->ui->arena, room, struct wrap_line);
        if (b->count)
            memcpy(lines, b->lines, (size_t)b->count * sizeof *lines);
        b->lines = lines;
        b->room = room;
    }
    struct wrap_line line = {0};
    struct bidi_runs runs = bidi_line(b->ui->arena, b->text, b->len, from, to);
    for (int i = 0; i < runs.count; i++)
        line.run_count += lay_run(b, &runs.items[i], NULL);
    struct wrap_run *laid = ARENA_ARRAY(b->ui->arena, line.run_count, struct wrap_run);
    for (int i = 0, count = 0; i < runs.count; i++)
        count += lay_run(b, &runs.items[i], laid + count);
    for (int i = 0; i < line.run_count; i++)
        line.width += laid[i].width;
    line.runs = laid;
    line.is_rtl = runs.is_rtl;
    b->lines[b->count++] = line;
}

/// Splits text[from, to), a word wider than a line, between characters. Returns where the last
/// piece, which has room after it, starts.
static size_t split_word(struct breaker *b, size_t from, size_t to)
{
    const char *at = b->text + from, *end = b->text + to;
    size_t start = from;
    while (at < end) {
        const char *next = at;
        text_next_cluster(&next, end);
        size_t len = (size_t)(next - b->text) - start;
        if (at > b->text + start && measure_part(b, start, start + len) > b->width) {
            add_line(b, start, (size_t)(at - b->text));
            start = (size_t)(at - b->text);
        }
        at = next;
    }
    b->has_split_word = true;
    return start;
}

/// The width of text[from, to) without the blanks at its end.
static float visible_width(const struct breaker *b, size_t from, size_t to)
{
    while (to > from && is_blank(b->text[to - 1]))
        to--;
    return measure_part(b, from, to);
}

/// Whether text[line, to) is no wider than a line; the sum of its words is `sum`. Words are
/// rounded one by one, so close to the edge only the whole line tells.
static bool fits(const struct breaker *b, size_t line, size_t to, float sum)
{
    return sum <= 0.9F * b->width || visible_width(b, line, to) <= b->width;
}

static void break_lines(struct breaker *b)
{
    size_t line = 0, word = 0; // where the current line and word start
    float used = 0;            // by the line's words before this one
    for (size_t i = 0; i < b->len; i++) {
        bool is_end = i + 1 == b->len;
        bool must = b->breaks[i] == LINEBREAK_MUSTBREAK;
        if (!must && !is_end && b->breaks[i] != LINEBREAK_ALLOWBREAK)
            continue;
        float word_width = visible_width(b, word, i + 1);
        if (word > line && !fits(b, line, i + 1, used + word_width)) {
            add_line(b, line, word);
            line = word;
            used = 0;
        }
        if (word_width > b->width && word == line) {
            line = split_word(b, word, i + 1);
            used = 0;
            word = line;
        }
        used += measure_part(b, word, i + 1);
        word = i + 1;
        if (must && !is_end) {
            add_line(b, line, i + 1);
            line = word = i + 1;
            used = 0;
        }
    }
    add_line(b, line, b->len);
}

/// Whether nothing in the text ends a line by itself (UAX #14: BK, CR, LF, NL).
static bool is_one_paragraph(const char *text, size_t len)
{
    const char *end = text + len;
    while (text < end) {
        uint32_t c =
            (unsigned char)*text < 0x80 ? (unsigned char)*text++ : text_next(&text, end);
        if ((c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029)
            return false;
    }
    return true;
}

struct wrapped wrap_text(const struct ui *ui, struct text_style style, const char *text,
                         float width)
{
    float spacing = style.spacing > 0 ? style.spacing : 1.36F;
    size_t len = strlen(text);
    struct breaker b = {.ui = ui,
                        .face = style.face,
                        .size_px = ui_text_px(ui, style.size_u),
                        .width = width,
                        .text = text,
                        .len = len,
                        .looks = looked_find(ui, text)};
    // Most texts are one line: to look for places to break them would be half of the layout.
    if (visible_width(&b, 0, len) <= width && is_one_paragraph(text, len)) {
        add_line(&b, 0, len);
    } else {
        b.breaks = breaks_find(ui->arena, text, len);
        break_lines(&b);
    }
    struct wrapped wrapped = {.lines = b.lines,
                              .line_count = b.count,
                              .face = style.face,
                              .size_px = b.size_px,
                              .line_px = ceilf((float)b.size_px * spacing),
                              .has_split_word = b.has_split_word};
    for (int i = 0; i < b.count; i++)
        wrapped.width = fmaxf(wrapped.width, b.lines[i].width);
    return wrapped;
}

struct wrapped wrap_fit(const struct ui *ui, struct text_style style, const float *sizes_u,
                        const char *text, float width, int max_lines, float max_height)
{
    struct wrapped wrapped = {0};
    for (int i = 0; sizes_u[i] > 0; i++) {
        style.size_u = sizes_u[i];
        wrapped = wrap_text(ui, style, text, width);
        if (wrapped.line_count <= max_lines && wrapped_height(&wrapped) <= max_height &&
            !wrapped.has_split_word)
            break;
    }
    return wrapped;
}

float wrapped_height(const struct wrapped *wrapped)
{
    return (float)wrapped->line_count * wrapped->line_px;
}

/// Where the baseline lies in a line box, so that capitals stand in its middle.
static float baseline_in(float height, int size_px)
{
    float cap = (float)size_px * TEXT_CAP_EM;
    return (height + cap) / 2;
}

static void draw_run(struct ui *ui, int size_px, struct colour colour,
                     const struct wrap_run *run, struct point at)
{
    struct rect box = {at.x, at.y - (float)size_px, run->width, (float)size_px * 1.25F};
    struct draw_cmd cmd = {
        .kind = DRAW_TEXT,
        .rect = rect_move(ui_squeezed(ui, box), ui->shift_x, ui->shift_y),
        .baseline = at.y + ui->shift_y,
        .face = run->face,
        .size_px = size_px,
        .is_rtl = run->is_rtl,
        .squeeze = ui->squeeze,
        .text = run->text,
        .colour = colour,
    };
    cmd.colour.a = (uint8_t)((float)colour.a * ui->alpha + 0.5F);
    if (run->text[0] && cmd.colour.a)
        draw_add(ui->list, &cmd);
}

/// Plates behind code, which are below the words around it too: they reach into the blanks.
static void draw_plates(struct ui *ui, const struct wrap_line *line, struct point at, float em,
                        struct colour colour)
{
    for (int i = 0; i < line->run_count; i++) {
        const struct wrap_run *run = &line->runs[i];
        struct rect plate = {at.x - 0.12F * em, at.y - 0.9F * em, run->width + 0.24F * em,
                             1.18F * em};
        colour.a = (uint8_t)(plate_share * 255);
        if (run->is_code)
            ui_fill(ui, plate, 0.2F * em, colour);
        at.x += run->width;
    }
}

static float line_start(const struct wrap_line *line, struct rect rect, enum align align)
{
    if (align == ALIGN_CENTRE)
        return rect.x + (rect.w - line->width) / 2;
    bool is_right = (align == ALIGN_END) != line->is_rtl;
    return is_right ? rect.x + rect.w - line->width : rect.x;
}

void wrapped_draw(struct ui *ui, const struct wrapped *wrapped, struct rect rect,
                  enum align align, struct colour colour)
{
    for (int i = 0; i < wrapped->line_count; i++) {
        const struct wrap_line *line = &wrapped->lines[i];
        struct point at = {line_start(line, rect, align),
                           rect.y + (float)i * wrapped->line_px +
                               baseline_in(wrapped->line_px, wrapped->size_px)};
        draw_plates(ui, line, at, (float)wrapped->size_px, colour);
        for (int r = 0; r < line->run_count; r++) {
            draw_run(ui, wrapped->size_px, colour, &line->runs[r], at);
            at.x += line->runs[r].width;
        }
    }
}

float ui_label_width(const struct ui *ui, struct text_style style, const char *text)
{
    const struct breaker b = {.ui = ui,
                              .face = style.face,
                              .size_px = ui_text_px(ui, style.size_u),
                              .text = text,
                              .looks = looked_find(ui, text)};
    return measure_part(&b, 0, strlen(text));
}

/// Cuts `text` so that it and "…" are at most `width` wide.
static const char *cut_short(struct ui *ui, enum face face, int size_px, const char *text,
                             float width)
{
    size_t len = strlen(text);
    while (len) {
        len--;
        while (len && ((unsigned char)text[len] & 0xC0) == 0x80)
            len--;
        char *cut = arena_printf(ui->arena, "%.*s…", (int)len, text);
        if (measure(ui, face, size_px, cut, strlen(cut)) <= width)
            return cut;
    }
    return "…";
}

float ui_label(struct ui *ui, struct rect rect, struct text_style style, enum align align,
               struct colour colour, const char *text)
{
    struct wrapped line = wrap_text(ui, style, text, 1e9F);
    if (line.width > rect.w + 0.5F) {
        int floor_px = ui_text_px(ui, 0);
        int size_px = (int)((float)line.size_px * rect.w / line.width);
        float size_u =
            (float)(size_px > floor_px ? size_px : floor_px) / (ui->u * ui->text_scale);
        style.size_u = size_u;
        line = wrap_text(ui, style, text, 1e9F);
        if (line.width > rect.w + 0.5F) {
            line = wrap_text(ui, style, cut_short(ui, style.face, line.size_px, text, rect.w),
                             1e9F);
        }
    }
    rect.y += (rect.h - line.line_px) / 2;
    line.line_count = line.line_count > 1 ? 1 : line.line_count;
    wrapped_draw(ui, &line, rect, align, colour);
    return line.width;
}

float ui_paragraph(struct ui *ui, struct rect rect, struct text_style style, enum align align,
                   struct colour colour, const char *text)
{
    struct wrapped wrapped = wrap_text(ui, style, text, rect.w);
    wrapped_draw(ui, &wrapped, rect, align, colour);
    return wrapped_height(&wrapped);
}

float ui_digits(struct ui *ui, struct rect rect, struct text_style style, enum align align,
                struct colour colour, const char *text)
{
    int size_px = ui_text_px(ui, style.size_u);
    float cell = measure(ui, style.face, size_px, "0", 1);
    float width = 0;
    const char *end = text + strlen(text);
    for (int pass = 0; pass < 2; pass++) {
        float x = align == ALIGN_END      ? rect.x + rect.w - width
                  : align == ALIGN_CENTRE ? rect.x + (rect.w - width) / 2
                                          : rect.x;
        for (const char *at = text; at < end;) {
            const char *from = at;
            text_next(&at, end);
            size_t len = (size_t)(at - from);
            float own = measure(ui, style.face, size_px, from, len);
            float step = *from >= '0' && *from <= '9' ? cell : own;
            struct wrap_run run = {
                .text = arena_text(ui->arena, from, len), .face = style.face, .width = own};
            struct point p = {x + (step - own) / 2, rect.y + baseline_in(rect.h, size_px)};
            if (pass == 1) {
                draw_run(ui, size_px, colour, &run, p);
            } else {
                width += step;
            }
            x += step;
        }
    }
    return width;
}
