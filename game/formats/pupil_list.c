#include "formats/pupil_list.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "formats/chars.h"
#include "formats/json_where.h"
#include "formats/quote.h"

/// A cell as it stands in the text, and what it says.
struct field {
    const char *text; // without quotes, blanks at its ends and what cannot be seen
    size_t at, len;   // its bytes, with quotes
};

struct reader {
    const char *file, *text;
    size_t len;
    struct arena *arena;
    struct diags *diags;
    size_t start; // behind a byte order mark
    struct json_mark mark;
    char separator; // between fields; '\0': none
    int columns[2]; // that a name is made of, in this order; below 0: none
    bool has_columns;
    bool has_pairs; // each line has the two names of one pupil
    struct pupil_list list;
};

/// Says `what` is wrong at a field, and of which name.
static void complain(struct reader *r, enum diag_severity severity, const struct field *field,
                     const char *what, const char *name)
{
    json_mark_move(&r->mark, r->text, field->at);
    struct place place = {r->file, r->mark.line, r->mark.column};
    int width = json_width(r->text, (struct json_range){field->at, field->len});
    diag_add(r->diags, severity, place, width, r->text, r->len, field->at, "%s: %s", what,
             quote_string(name).text);
}

/// What spreadsheets write where nobody asks them for UTF-8. Places stay where they are, for a
/// character stays one.
static void read_windows_1252(struct reader *r)
{
    static const uint16_t signs[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    struct buf out = {0};
    buf_reserve(&out, r->len * 3);
    for (size_t i = 0; i < r->len; i++) {
        unsigned c = (unsigned char)r->text[i];
        c = c >= 0x80 && c < 0xA0 ? signs[c - 0x80] : c;
        if (c < 0x80) {
            buf_byte(&out, (char)c);
            continue;
        }
        if (c >= 0x800)
            buf_byte(&out, (char)(0xE0 | c >> 12));
        buf_byte(&out, (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3F) : 0xC0 | c >> 6));
        buf_byte(&out, (char)(0x80 | (c & 0x3F)));
    }
    r->text = arena_text(r->arena, out.data, out.len);
    r->len = out.len;
    buf_free(&out);
    diag_add_file(
        r->diags, DIAG_WARNING, r->file,
        "is not UTF-8 and was read as Windows-1252; look whether all names are right");
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/// The end of the quoted bytes at `at`: behind the closing quote, or where the line ends.
static size_t quoted_end(const struct reader *r, size_t at, bool *is_closed)
{
    *is_closed = false;
    for (at++; at < r->len && !is_line_end(r->text[at]); at++) {
        if (r->text[at] != '"')
            continue;
        if (at + 1 == r->len || r->text[at + 1] != '"') {
            *is_closed = true;
            return at + 1;
        }
        at++;
    }
    return at;
}

/// Which of the separators stands outside quotes somewhere.
static char find_separator(const struct reader *r)
{
    static const char separators[] = "\t;,";
    bool is_there[sizeof separators] = {false}, is_closed, is_start = true;
    for (size_t at = r->start; at < r->len; at++) {
        const char *found = r->text[at] ? strchr(separators, r->text[at]) : NULL;
        if (is_start && r->text[at] == '"')
            at = quoted_end(r, at, &is_closed) - 1;
        if (found)
            is_there[found - separators] = true;
        is_start = found || is_line_end(r->text[at]) || (is_start && r->text[at] == ' ');
    }
    for (size_t i = 0; separators[i]; i++) {
        if (is_there[i])
            return separators[i];
    }
    return '\0';
}

/// The `len` bytes at `text` as a name is written: one blank between words, nothing hidden.
static const char *clean(struct arena *arena, const char *text, size_t len)
{
    const char *at = text, *end = text + len;
    char *name = arena_text(arena, text, len), *to = name;
    while (at < end) {
        const char *start = at;
        uint32_t c = text_next(&at, end);
        if (c == '\0' || c == '\t' || chars_is_blank(c) || chars_is_control(c)) {
            if (to > name && to[-1] != ' ')
                *to++ = ' ';
        } else if (!chars_is_invisible(c) && !chars_is_bidi(c)) {
            memmove(to, start, (size_t)(at - start));
            to += at - start;
        }
    }
    to -= to > name && to[-1] == ' ';
    *to = '\0';
    return name;
}

/// Reads a field at `*at`, and steps to the separator or line end behind it.
static struct field read_field(struct reader *r, size_t *at)
{
    size_t start = *at;
    struct buf plain = {0};
    bool is_closed = true;
    while (start < r->len && r->text[start] == ' ')
        start++;
    size_t end = start;
    if (end < r->len && r->text[end] == '"') {
        end = quoted_end(r, start, &is_closed);
        for (size_t i = start + 1; i + is_closed < end; i++) {
            buf_byte(&plain, r->text[i]);
            i += r->text[i] == '"'; // of two quotes one is meant
        }
    }
    size_t rest = end;
    while (end < r->len && !is_line_end(r->text[end]) &&
           (!r->separator || r->text[end] != r->separator))
        end++;
    buf_add(&plain, r->text + rest, end - rest);
    struct field field = {.at = start, .len = end - start};
    field.text = clean(r->arena, plain.data, plain.len);
    buf_free(&plain);
    if (!is_closed) {
        complain(r, DIAG_ERROR, &field, "the quote before this name is not closed", field.text);
        field.text = "";
    }
    *at = end;
    return field;
}

/// Reads the next line that has more than blanks. Returns how many fields, 0 at the end.
static int read_row(struct reader *r, size_t *at, struct buf *row)
{
    bool has_text = false;
    while (*at < r->len && !has_text) {
        buf_clear(row);
        for (;;) {
            struct field field = read_field(r, at);
            has_text = has_text || field.text[0];
            buf_add(row, &field, sizeof field);
            if (*at == r->len || is_line_end(r->text[*at]))
                break;
            ++*at;
        }
        *at += *at < r->len;
    }
    return has_text ? (int)(row->len / sizeof(struct field)) : 0;
}

static bool is_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/// Without a number or a bullet before it: "1. Ada", "2) Ada", "- Ada", "• Ada".
static const char *without_number(const char *text)
{
    static const char *const bullets[] = {"- ", "* ", "• ", "– "};
    size_t digits = strspn(text, "0123456789");
    if (digits && (text[digits] == '.' || text[digits] == ')')) {
        const char *rest = text + digits + 1;
        return rest + (*rest == ' ');
    }
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        if (strncmp(text, bullets[i], strlen(bullets[i])) == 0)
            return text + strlen(bullets[i]);
    }
    return text;
}

enum heading { HEADING_NONE, HEADING_WHOLE, HEADING_FIRST, HEADING_LAST, HEADINGS };

static enum heading heading_of(const char *text, struct arena *scratch)
{
    static const struct {
        const char *word; // folded
        enum heading heading;
    } words[] = {
        {"name", HEADING_WHOLE},        {"names", HEADING_WHOLE},
        {"fullname", HEADING_WHOLE},    {"student", HEADING_WHOLE},
        {"students", HEADING_WHOLE},    {"studentname", HEADING_WHOLE},
        {"pupil", HEADING_WHOLE},       {"pupils", HEADING_WHOLE},
        {"pupilname", HEADING_WHOLE},   {"learner", HEADING_WHOLE},
        {"schuler", HEADING_WHOLE},     {"schulerin", HEADING_WHOLE},
        {"eleve", HEADING_WHOLE},       {"alumno", HEADING_WHOLE},
        {"firstname", HEADING_FIRST},   {"forename", HEADING_FIRST},
        {"givenname", HEADING_FIRST},   {"first", HEADING_FIRST},
        {"vorname", HEADING_FIRST},     {"prenom", HEADING_FIRST},
        {"nombre", HEADING_FIRST},      {"lastname", HEADING_LAST},
        {"surname", HEADING_LAST},      {"familyname", HEADING_LAST},
        {"last", HEADING_LAST},         {"nachname", HEADING_LAST},
        {"familienname", HEADING_LAST}, {"nom", HEADING_LAST},
        {"apellido", HEADING_LAST},     {"apellidos", HEADING_LAST},
    };

    const char *folded = text_fold(scratch, text, FOLD_ALL & ~(unsigned)FOLD_ARTICLE, NULL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(folded, words[i].word) == 0)
            return words[i].heading;
    }
    return HEADING_NONE;
}

/// Whether the row says what the columns are. "Name" beside a column of first names is the
/// last name.
static bool take_headings(struct reader *r, const struct field *fields, int count)
{
    int found[HEADINGS];
    for (int i = 0; i < HEADINGS; i++)
        found[i] = -1;
    for (int i = 0; i < count; i++) {
        enum heading heading = heading_of(fields[i].text, r->arena);
        if (found[heading] < 0)
            found[heading] = i;
    }
    int last = found[HEADING_LAST] >= 0 ? found[HEADING_LAST] : found[HEADING_WHOLE];
    r->columns[0] = found[HEADING_FIRST];
    r->columns[1] = last;
    r->has_columns = r->columns[0] >= 0 || last >= 0;
    return r->has_columns;
}

/// Whether there is a name like it; `key` is it, folded.
static bool is_known(const struct reader *r, const char *name, char **keys)
{
    unsigned flags = FOLD_CASE | FOLD_INVISIBLE;
    keys[r->list.count] = text_fold(r->arena, name, flags, NULL);
    for (int i = 0; i < r->list.count; i++) {
        if (strcmp(keys[i], keys[r->list.count]) == 0)
            return true;
    }
    return false;
}

/// Adds a name, if it can be one. Returns false when the list is full.
static bool add_name(struct reader *r, const struct field *field, const char *name, char **keys)
{
    if (r->list.count == PUPILS_MOST) {
        complain(r, DIAG_ERROR, field,
                 "a class has at most 200 pupils; this one and all below are left out", name);
        return false;
    }
    const char *whole = name;
    for (int i = 2; is_known(r, name, keys); i++)
        name = arena_printf(r->arena, "%s (%d)", whole, i);
    if (!text_letters(name)) {
        complain(r, DIAG_ERROR, field, "is no name and is left out", name);
    } else if (strlen(name) >= PUPIL_NAME_BYTES) {
        complain(r, DIAG_ERROR, field, "the name is too long and is left out; shorten it",
                 name);
    } else {
        if (name != whole)
            complain(r, DIAG_WARNING, field, "is there already, so this one becomes", name);
        r->list.names[r->list.count++] = name;
    }
    return true;
}

/// Adds the one name of a row whose columns are known.
static bool add_by_columns(struct reader *r, const struct field *fields, int count, char **keys)
{
    const char *parts[2] = {"", ""};
    const struct field *place = &fields[0];
    for (int i = 1; i >= 0; i--) {
        int column = r->columns[i];
        if (column >= 0 && column < count && fields[column].text[0]) {
            parts[i] = fields[column].text;
            place = &fields[column];
        }
    }
    const char *gap = parts[0][0] && parts[1][0] ? " " : "";
    const char *name = arena_printf(r->arena, "%s%s%s", parts[0], gap, parts[1]);
    return add_name(r, place, r->columns[0] < 0 ? without_number(name) : name, keys);
}

/// A row of numbers and names, whose numbers are of no use.
static int skip_number(const struct field *fields, int count)
{
    return count > 1 && is_digits(fields[0].text) && !is_digits(fields[1].text);
}

static bool add_row(struct reader *r, const struct field *fields, int count, char **keys)
{
    if (r->has_columns)
        return add_by_columns(r, fields, count, keys);
    int first = skip_number(fields, count);
    if (r->has_pairs) {
        const char *name =
            arena_printf(r->arena, "%s %s", fields[first].text, fields[first + 1].text);
        return add_name(r, &fields[first], name, keys);
    }
    for (int i = first; i < count; i++) {
        const char *name = i == first ? without_number(fields[i].text) : fields[i].text;
        if (*fields[i].text && !add_name(r, &fields[i], name, keys))
            return false;
    }
    return true;
}

static bool is_pair(const struct field *fields, int count)
{
    int first = skip_number(fields, count);
    return count - first == 2 && fields[first].text[0] && fields[first + 1].text[0];
}

/// Whether there are three lines or more, and each has two names: those of one pupil, for a
/// list of names in a row would not break like this.
static bool are_pairs(struct reader *r, size_t at)
{
    struct diags unheard = {.arena = r->arena}, *diags = r->diags;
    struct buf row = {0};
    int rows = 0;
    bool is_good = true;
    r->diags = &unheard;
    for (int count; is_good && (count = read_row(r, &at, &row)) > 0; rows++)
        is_good = is_pair((const struct field *)(const void *)row.data, count);
    r->diags = diags;
    buf_free(&row);
    return is_good && rows >= 3;
}

static void read_rows(struct reader *r)
{
    struct buf row = {0};
    char **keys = ARENA_ARRAY(r->arena, PUPILS_MOST + 1, char *);
    bool is_first = true, goes_on = true;
    int count = 0;
    for (size_t at = r->start, start = at; goes_on; start = at) {
        count = read_row(r, &at, &row);
        if (!count)
            break;
        const struct field *fields = (const struct field *)(const void *)row.data;
        bool is_heading = is_first && take_headings(r, fields, count);
        if (is_first && !is_heading && are_pairs(r, start)) {
            r->has_pairs = true;
            complain(r, DIAG_WARNING, &fields[0],
                     "each line has two names, which are taken as one pupil's; to have it "
                     "otherwise, write one name a line",
                     fields[0].text);
        }
        is_first = false;
        goes_on = is_heading || add_row(r, fields, count, keys);
    }
    buf_free(&row);
}

struct pupil_list pupil_list_read(const char *file, const char *text, size_t len,
                                  struct arena *arena, struct diags *diags)
{
    struct reader r = {.file = file, .text = text, .len = len, .arena = arena, .diags = diags};
    r.list.names = ARENA_ARRAY(arena, PUPILS_MOST, const char *);
    if (len >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)) {
        diag_add_file(diags, DIAG_ERROR, file, "is UTF-16; save it as UTF-8");
        return r.list;
    }
    if (!chars_is_utf8(text, len))
        read_windows_1252(&r);
    r.mark = json_mark_start(r.text, r.len);
    r.start = r.mark.at;
    r.separator = find_separator(&r);
    read_rows(&r);
    return r.list;
}

const char *pupil_list_name(const char *text, struct arena *arena)
{
    const char *name = clean(arena, text, strlen(text));
    return text_letters(name) && strlen(name) < PUPIL_NAME_BYTES ? name : NULL;
}
