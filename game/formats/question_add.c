#include "formats/question_add.h"

#include <string.h>

#include "base/text.h"
#include "formats/json_layout.h"
#include "formats/json_where.h"

/// A question on its way.
struct writer {
    struct buf *out;
    const char *new_line; // NULL: all on one line
    bool has_field;
};

static void add_text(struct buf *out, const char *text)
{
    buf_byte(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buf_byte(out, '\\');
        buf_byte(out, *text);
    }
    buf_byte(out, '"');
}

static void add_texts(struct buf *out, const char *const *texts, int count)
{
    buf_byte(out, '[');
    for (int i = 0; i < count; i++) {
        buf_text(out, i ? ", " : "");
        add_text(out, texts[i]);
    }
    buf_byte(out, ']');
}

static void begin_field(struct writer *w, const char *key)
{
    if (w->has_field)
        buf_byte(w->out, ',');
    if (w->new_line) {
        buf_printf(w->out, "%s%*s", w->new_line, JSON_LAYOUT_INDENT, "");
    } else if (w->has_field) {
        buf_byte(w->out, ' ');
    }
    buf_printf(w->out, "\"%s\": ", key);
    w->has_field = true;
}

static size_t digits_end(const char *text, size_t at)
{
    while (text[at] >= '0' && text[at] <= '9')
        at++;
    return at;
}

/// Whether a text is a number as JSON has it, without an exponent.
static bool is_number(const char *text)
{
    size_t start = text[0] == '-', end = digits_end(text, start);
    if (end == start || (text[start] == '0' && end > start + 1))
        return false;
    if (text[end] != '.')
        return text[end] == '\0';
    size_t last = digits_end(text, end + 1);
    return last > end + 1 && text[last] == '\0';
}

/// The word "true" or "false", if a text is that; else NULL.
static const char *truth(const char *text)
{
    static const char *const words[] = {"true", "false"};
    for (int i = 0; i < 2; i++) {
        size_t at = 0;
        while (text[at] && (text[at] | 32) == words[i][at])
            at++;
        if (!text[at] && !words[i][at])
            return words[i];
    }
    return NULL;
}

static void add_answer(struct buf *out, const struct new_question *question)
{
    const char *only = question->answers[0];
    if (question->answer_count > 1) {
        add_texts(out, question->answers, question->answer_count);
    } else if (!question->wrong_count && truth(only)) {
        buf_text(out, truth(only));
    } else if (!question->wrong_count && is_number(only)) {
        buf_text(out, only);
    } else {
        add_text(out, only);
    }
}

void question_write(const struct new_question *question, const char *new_line, struct buf *out)
{
    struct writer w = {.out = out, .new_line = new_line};
    buf_byte(out, '{');
    begin_field(&w, "question");
    add_text(out, question->question);
    begin_field(&w, "answer");
    add_answer(out, question);
    if (question->wrong_count) {
        begin_field(&w, "wrong");
        add_texts(out, question->wrong, question->wrong_count);
    }
    if (question->explanation && *question->explanation) {
        begin_field(&w, "explanation");
        add_text(out, question->explanation);
    }
    buf_text(out, new_line ? new_line : "");
    buf_byte(out, '}');
}

/// The line end and indent before byte `at`, in `out`; nothing if something else stands there.
static void find_new_line(const char *text, size_t at, struct buf *out)
{
    size_t start = at;
    while (start && (text[start - 1] == ' ' || text[start - 1] == '\t'))
        start--;
    if (!start || (text[start - 1] != '\n' && text[start - 1] != '\r'))
        return;
    start--;
    start -= start && text[start] == '\n' && text[start - 1] == '\r';
    buf_add(out, text + start, at - start);
}

/// Adds the question on one line if it fits there, else on several.
static void add_fitting(const struct new_question *question, const char *new_line,
                        struct buf *out)
{
    struct buf line = {0};
    question_write(question, NULL, &line);
    size_t indent = strlen(new_line) - strcspn(new_line, " \t");
    if (*new_line && indent + text_count(line.data) > JSON_LAYOUT_COLUMNS) {
        question_write(question, new_line, out);
    } else {
        buf_add(out, line.data, line.len);
    }
    buf_free(&line);
}

/// Where the list of questions begins; `len` if there is none.
static size_t find_list(const struct patch *patch, const struct json_scan *scan)
{
    const struct json_member *members = (const void *)scan->members.data;
    for (size_t i = 0; i < scan->members.len / sizeof *members; i++) {
        size_t at = members[i].value.at;
        if (json_string_is(patch->text, members[i].key_at, "questions") &&
            patch->text[at] == '[')
            return at;
    }
    return patch->len;
}

static void add_first(struct patch *patch, size_t list, const struct new_question *question)
{
    struct buf put = {0}, around = {0};
    bool has_cr = memchr(patch->text, '\r', patch->len);
    bool has_lines = has_cr || memchr(patch->text, '\n', patch->len);
    const char *end = !has_lines ? "" : has_cr ? "\r\n" : "\n";
    if (has_lines)
        buf_printf(&around, "%s%*s", end, 2 * JSON_LAYOUT_INDENT, "");
    buf_text(&put, has_lines ? around.data : "");
    add_fitting(question, has_lines ? around.data : "", &put);
    if (has_lines)
        buf_printf(&put, "%s%*s", end, JSON_LAYOUT_INDENT, "");
    size_t close = list + 1 + strspn(patch->text + list + 1, " \t\r\n");
    patch_add(patch, list + 1, close - list - 1, put.data, put.len);
    buf_free(&put);
    buf_free(&around);
}

bool question_add(struct patch *patch, const struct json_scan *scan,
                  const struct new_question *question)
{
    size_t list = find_list(patch, scan);
    if (list == patch->len)
        return false;
    size_t count = scan->elements.len / sizeof(struct json_item);
    if (!count) {
        add_first(patch, list, question);
        return true;
    }
    const struct json_item *items = (const void *)scan->elements.data;
    const struct json_item *last = &items[count - 1];
    struct buf put = {0}, new_line = {0};
    find_new_line(patch->text, last->at, &new_line);
    buf_text(&put, ",");
    buf_text(&put, new_line.len ? new_line.data : " ");
    add_fitting(question, new_line.len ? new_line.data : "", &put);
    patch_add(patch, last->at + last->len, 0, put.data, put.len);
    buf_free(&put);
    buf_free(&new_line);
    return true;
}
