#include "formats/accept.h"

#include <string.h>

#include "core/bank.h"
#include "formats/json_layout.h"
#include "formats/json_tree.h"
#include "formats/json_where.h"
#include "formats/native.h"
#include "formats/question_hash.h"

/// A text of a bank, as it reads.
struct reading {
    const char *text;
    size_t len;
    const struct bank *bank;         // NULL: it is none
    const struct question *question; // NULL: it is not there
    size_t problems;
};

static const struct question *find_question(const struct bank *bank,
                                            const struct question *wanted, struct arena *arena)
{
    if (wanted->id)
        return bank_find(bank, wanted->id);
    struct question_hash hash = question_hash(wanted, arena);
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        struct question_hash other = question_hash(question, arena);
        if (!question->id && hash.high == other.high && hash.low == other.low)
            return question;
    }
    return NULL;
}

static struct reading read_text(const char *text, size_t len, struct arena *arena)
{
    struct diags diags = {.arena = arena};
    struct reading reading = {.text = text, .len = len};
    reading.bank = native_read("", text, len, arena, &diags);
    reading.problems = diags.errors + diags.warnings;
    return reading;
}

/// Whether `answer` is among those that are listed, and how right it is said to be then.
static bool is_listed(const struct question *question, const char *answer, int *credit)
{
    const struct texts *all = &question->accepted;
    for (int i = 0; i < all->count; i++) {
        if (strcmp(all->items[i], answer) != 0)
            continue;
        *credit = all->notes ? all->notes[i].credit : 1000;
        return true;
    }
    return false;
}

/// The question's own part of the text, which begins where it was read; false: nowhere.
static bool find_item(const struct json_scan *scan, const struct reading *reading,
                      struct json_item *item)
{
    const struct json_item *items = (const void *)scan->elements.data;
    struct json_mark mark = json_mark_start(reading->text, reading->len);
    for (size_t i = 0; i < scan->elements.len / sizeof *items; i++) {
        json_mark_move(&mark, reading->text, items[i].at);
        *item = items[i];
        if (mark.line == reading->question->line && mark.column == reading->question->column)
            return true;
    }
    return false;
}

static void add_quoted(struct buf *out, const char *text)
{
    buf_byte(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buf_byte(out, '\\');
        buf_byte(out, *text);
    }
    buf_byte(out, '"');
}

/// Adds what stands between a list's "[" or comma before `at` and the value at `at`, if that is
/// a line end and an indent; else one blank.
static void add_gap(struct buf *out, const char *text, size_t at)
{
    size_t start = at;
    while (start && strchr(" \t\r\n", text[start - 1]))
        start--;
    bool has_line = memchr(text + start, '\n', at - start) != NULL;
    buf_add(out, has_line ? text + start : " ", has_line ? at - start : 1);
}

/// Puts the answer behind those that "answer" has, at its place in the text.
static void put(struct patch *patch, const cJSON *root, const cJSON *member,
                struct json_item item, const char *answer)
{
    const char *slice = patch->text + item.at;
    struct json_range range = json_find(slice, item.len, root, member);
    struct buf words = {0};
    if (!cJSON_IsArray(member)) {
        buf_byte(&words, '[');
        buf_add(&words, slice + range.at, range.len);
        buf_text(&words, ", ");
        add_quoted(&words, answer);
        buf_byte(&words, ']');
        patch_add(patch, item.at + range.at, range.len, words.data, words.len);
    } else if (member->child) {
        const cJSON *last = member->child;
        while (last->next)
            last = last->next;
        struct json_range at = json_find(slice, item.len, root, last);
        buf_byte(&words, ',');
        add_gap(&words, patch->text, item.at + at.at);
        add_quoted(&words, answer);
        patch_add(patch, item.at + at.at + at.len, 0, words.data, words.len);
    }
    buf_free(&words);
}

/// The change alone, however the lines around it fall.
static void change(struct patch *patch, struct json_item item, const char *answer,
                   struct arena *arena)
{
    static const char *const names[] = {"answer"};
    struct json_maker maker = {.names = names, .count = 1};
    const cJSON *root = json_tree(&maker, patch->text, patch->len, &item, arena, arena);
    for (const cJSON *member = root->child; member; member = member->next) {
        if (json_tree_name(member) == 0) {
            put(patch, root, member, item, answer);
            return;
        }
    }
}

static bool is_laid_out(const char *text, size_t len)
{
    struct patch patch = {.text = text, .len = len};
    json_layout(&patch);
    bool is_same = patch_is_empty(&patch);
    patch_free(&patch);
    return is_same;
}

/// Lays `text` out anew.
static void lay_out(struct buf *text)
{
    struct patch patch = {.text = text->data, .len = text->len};
    struct buf out = {0};
    json_layout(&patch);
    patch_apply(&patch, &out);
    patch_free(&patch);
    buf_free(text);
    *text = out;
}

/// Notes what makes `to` of the text: all but what both begin and end with.
static void note_difference(struct patch *patch, const struct buf *to)
{
    size_t least = to->len < patch->len ? to->len : patch->len, head = 0, tail = 0;
    while (head < least && patch->text[head] == to->data[head])
        head++;
    while (tail < least - head &&
           patch->text[patch->len - 1 - tail] == to->data[to->len - 1 - tail])
        tail++;
    patch_add(patch, head, patch->len - head - tail, to->data + head, to->len - head - tail);
}

/// Whether the new text reads as the old one, but that `question` takes `answer`.
static bool is_good(const struct reading *before, const struct buf *text, const char *answer,
                    struct arena *arena)
{
    struct reading after = read_text(text->data, text->len, arena);
    int at = (int)(before->question - before->bank->questions), credit;
    if (!after.bank || after.problems > before->problems ||
        after.bank->question_count != before->bank->question_count)
        return false;
    const struct question *question = &after.bank->questions[at];
    return question->kind == KIND_TEXT && is_listed(question, answer, &credit) &&
           credit == 1000;
}

static enum accept_outcome accept_found(struct patch *patch, const struct reading *before,
                                        struct json_item item, const char *answer,
                                        struct arena *arena)
{
    struct patch plain = {.text = patch->text, .len = patch->len};
    struct buf text = {0};
    change(&plain, item, answer, arena);
    patch_apply(&plain, &text);
    patch_free(&plain);
    if (is_laid_out(patch->text, patch->len))
        lay_out(&text);
    bool is_done = is_good(before, &text, answer, arena);
    if (is_done)
        note_difference(patch, &text);
    buf_free(&text);
    return is_done ? ACCEPT_DONE : ACCEPT_REFUSED;
}

enum accept_outcome accept_answer(struct patch *patch, const struct question *question,
                                  const char *answer)
{
    struct arena arena = {0};
    struct json_scan scan = {0};
    struct json_item item;
    struct diags diags = {.arena = &arena};
    enum accept_outcome outcome = ACCEPT_GONE;
    int credit;
    struct reading before = read_text(patch->text, patch->len, &arena);
    if (before.bank)
        before.question = find_question(before.bank, question, &arena);
    if (before.question && before.question->kind == KIND_TEXT &&
        json_scan(&scan, "", patch->text, patch->len, &json_limits_own, "questions", &diags) &&
        find_item(&scan, &before, &item)) {
        outcome = is_listed(before.question, answer, &credit)
                      ? ACCEPT_KNOWN
                      : accept_found(patch, &before, item, answer, &arena);
    }
    json_scan_free(&scan);
    arena_free(&arena);
    return outcome;
}
