#include "base/diag.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

enum {
    EXCERPT_WIDTH = 120, // characters of a line that are shown
    EXCERPT_BEFORE = 60, // of those before the place, when the line is cut at both ends
    MESSAGE_ROOM = 600,
};

// Reads a character of text that may be broken: U+FFFD stands for each wrong byte.
static utf8proc_int32_t read_char(const char **at, const char *end)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)*at, (utf8proc_ssize_t)(end - *at), &c);
    if (size <= 0) {
        ++*at;
        return 0xFFFD;
    }
    *at += size;
    return c;
}

static const char *step_back(const char *at, const char *start)
{
    int continued = 0;
    for (at--; at > start && ((unsigned char)*at & 0xC0) == 0x80 && continued < 3; at--)
        continued++;
    return at;
}

// What a terminal may be shown in place of `c`: nothing that moves the cursor, turns the
// writing round or cannot be seen.
static utf8proc_int32_t harmless(utf8proc_int32_t c)
{
    enum { MIDDLE_DOT = 0xB7 };

    if (c == '\t')
        return ' ';
    switch ((int)utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return MIDDLE_DOT;
    default:
        return c;
    }
}

static void add_harmless(struct buf *out, utf8proc_int32_t c)
{
    utf8proc_uint8_t bytes[4];
    buf_add(out, bytes, (size_t)utf8proc_encode_char(harmless(c), bytes));
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

// The line before the one that begins at `start`, and of a long one its end. NULL: there is
// none, or nothing in it.
static const char *cut_before(struct arena *arena, const char *text, const char *start)
{
    const char *end = start;
    end -= end > text && end[-1] == '\n';
    end -= end > text && end[-1] == '\r';
    const char *first = end;
    for (int i = 0; i < EXCERPT_WIDTH && first > text && !is_line_end(first[-1]); i++)
        first = step_back(first, text);
    bool is_blank = true;
    struct buf out = {0};
    buf_text(&out, first > text && !is_line_end(first[-1]) ? "…" : "");
    while (first < end) {
        utf8proc_int32_t c = read_char(&first, end);
        is_blank = is_blank && (c == ' ' || c == '\t');
        add_harmless(&out, c);
    }
    const char *line = is_blank ? NULL : arena_text(arena, out.data, out.len);
    buf_free(&out);
    return line;
}

// Cuts the line around `at` out of `text`, reading no more of it than is shown.
static void cut_excerpt(struct diag *diag, struct arena *arena, const char *text, size_t len,
                        size_t at)
{
    const char *end = text + len, *place = text + (at < len ? at : len);
    if (place > text && place < end && *place == '\n' && place[-1] == '\r')
        place--;
    const char *first = place, *last = place;
    int before = 0, after = 0;
    while (before < EXCERPT_WIDTH && first > text && !is_line_end(first[-1])) {
        first = step_back(first, text);
        before++;
    }
    while (after < EXCERPT_WIDTH && last < end && !is_line_end(*last)) {
        read_char(&last, end);
        after++;
    }
    int shown_before = EXCERPT_WIDTH - after;
    if (shown_before < EXCERPT_BEFORE)
        shown_before = EXCERPT_BEFORE;
    for (; before > shown_before; before--)
        read_char(&first, place);

    struct buf out = {0};
    bool is_cut = first > text && !is_line_end(first[-1]);
    diag->before = is_cut ? NULL : cut_before(arena, text, first);
    buf_text(&out, is_cut ? "…" : "");
    int shown = 0;
    diag->caret = is_cut;
    for (; first < end && !is_line_end(*first) && shown < EXCERPT_WIDTH; shown++) {
        diag->caret += first < place;
        add_harmless(&out, read_char(&first, first < place ? place : end));
    }
    if (first < end && !is_line_end(*first))
        buf_text(&out, "…");
    diag->excerpt = arena_text(arena, out.data ? out.data : "", out.len);
    buf_free(&out);
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 0)))
#endif
static const char *
make_message(struct arena *arena, const char *format, va_list args)
{
    char message[MESSAGE_ROOM];
    vsnprintf(message, sizeof message, format, args);
    size_t len = strlen(message);
    struct buf out = {0};
    buf_reserve(&out, len);
    for (const char *at = message, *end = message + len; at < end;)
        add_harmless(&out, read_char(&at, end));
    const char *copy = arena_text(arena, out.data, out.len);
    buf_free(&out);
    return copy;
}

static bool is_before(const struct place *a, const struct place *b)
{
    // Problems of another file stay where they are: files come one after the other.
    if (a->file != b->file && strcmp(a->file, b->file) != 0)
        return false;
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

static void count(struct diags *diags, enum diag_severity severity)
{
    if (severity == DIAG_ERROR) {
        diags->errors++;
    } else {
        diags->warnings++;
    }
}

bool diag_count_only(struct diags *diags, enum diag_severity severity, struct place place)
{
    if (diags->count < DIAGS_KEPT || is_before(&place, &diags->items[DIAGS_KEPT - 1].place))
        return false;
    count(diags, severity);
    return true;
}

// Makes room for a problem among those that are kept. Returns NULL if it comes after them all.
static struct diag *insert(struct diags *diags, enum diag_severity severity,
                           const struct place *place)
{
    count(diags, severity);
    if (!diags->items)
        diags->items = ARENA_ARRAY(diags->arena, DIAGS_KEPT, struct diag);
    size_t at = diags->count;
    while (at > 0 && is_before(place, &diags->items[at - 1].place))
        at--;
    if (at == DIAGS_KEPT)
        return NULL;
    if (diags->count < DIAGS_KEPT)
        diags->count++;
    struct diag *diag = &diags->items[at];
    memmove(diag + 1, diag, (diags->count - at - 1) * sizeof *diag);
    *diag = (struct diag){
        .severity = severity, .place = *place, .rule = diags->rule, .caret_width = 1};
    return diag;
}

// NOLINTNEXTLINE(readability-function-size): where it is takes a place, a width and a text.
void diag_add(struct diags *diags, enum diag_severity severity, struct place place, int width,
              const char *text, size_t len, size_t at, const char *format, ...)
{
    struct diag *diag = insert(diags, severity, &place);
    if (!diag)
        return;
    va_list args;
    va_start(args, format);
    diag->message = make_message(diags->arena, format, args);
    va_end(args);
    if (width > 1)
        diag->caret_width = width;
    if (text)
        cut_excerpt(diag, diags->arena, text, len, at);
}

void diag_fix(struct diags *diags, size_t at, size_t len, const char *put)
{
    if (!diags->fixes)
        return;
    const struct diag_fix fix = {at, len, arena_text(diags->arena, put, strlen(put))};
    buf_add(diags->fixes, &fix, sizeof fix);
}

void diag_add_file(struct diags *diags, enum diag_severity severity, const char *file,
                   const char *format, ...)
{
    struct diag *diag = insert(diags, severity, &(struct place){.file = file});
    if (!diag)
        return;
    va_list args;
    va_start(args, format);
    diag->message = make_message(diags->arena, format, args);
    va_end(args);
}

// Marks `diag->caret_width` characters of the excerpt by "^~~~", by their width on a terminal.
static void print_caret(const struct diag *diag, struct buf *out)
{
    const char *at = diag->excerpt, *end = at + strlen(at);
    for (int i = 0; i < diag->caret && at < end; i++) {
        for (int columns = utf8proc_charwidth(read_char(&at, end)); columns > 0; columns--)
            buf_byte(out, ' ');
    }
    int marked = 0;
    for (int i = 0; i < diag->caret_width && at < end; i++)
        marked += utf8proc_charwidth(read_char(&at, end));
    buf_byte(out, '^');
    for (int i = 1; i < marked; i++)
        buf_byte(out, '~');
    buf_byte(out, '\n');
}

void diag_add_name(struct buf *out, const char *file)
{
    for (; *file; file++) {
        unsigned char c = (unsigned char)*file, next = (unsigned char)file[1];
        if (c == 0xC2 && next >= 0x80 && next < 0xA0) { // U+0080 to U+009F
            buf_text(out, "??");
            file++;
        } else {
            buf_byte(out, c < ' ' || c == 0x7F ? '?' : *file);
        }
    }
}

void diag_print(const struct diag *diag, struct buf *out)
{
    diag_add_name(out, diag->place.file);
    if (diag->place.line > 0)
        buf_printf(out, ":%d:%d", diag->place.line, diag->place.column);
    buf_printf(out, ": %s: %s", diag->severity == DIAG_ERROR ? "error" : "warning",
               diag->message);
    if (diag->rule)
        buf_printf(out, " [%s]", diag->rule);
    buf_byte(out, '\n');
    if (!diag->excerpt)
        return;
    size_t start = out->len;
    buf_printf(out, "%5d", diag->place.line);
    int margin = (int)(out->len - start);
    buf_printf(out, " | %s\n%*s | ", diag->excerpt, margin, "");
    print_caret(diag, out);
}
