// Slips of the pen: what is said of a bank names the line where it was changed.
//
// A mutation deletes, doubles or replaces a byte, a token or a line of a shipped bank. It
// counts if more than blanks between tokens changed. Where what comes out is as good a bank as
// before (another word in a text, another number, a question less), nothing can be said of it
// and nothing is: such are counted by themselves. Of all others a problem, or what lint says,
// has to name the line that was changed, as its place or in its words ("first at line 12:7");
// where a line is gone, one that was beside it.
// QUARTET_MUTATIONS says how many are tried for each bank.
#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/rng.h"
#include "core/bank.h"
#include "formats/files.h"
#include "formats/lint.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { USUAL = 1000, WANTED_PERCENT = 95, CONTEXT = 70 };

static const char *const banks[] = {"nato-secretary-general.json", "tour.json"};
static const char *const unit_names[] = {"byte", "token", "line"};
static const char *const deed_names[] = {"delete", "double", "replace"};

enum { UNIT_BYTE, UNIT_TOKEN, UNIT_LINE, UNITS };

enum { DEED_DELETE, DEED_DOUBLE, DEED_REPLACE, DEEDS };

/// Some bytes of a text.
struct part {
    size_t at, len;
};

/// A text in parts.
struct parts {
    const char *text;
    size_t len;
    struct buf tokens, lines; // struct part
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of the token at `at`, as well as it can be told in a text that may be broken.
static size_t token_end(const char *text, size_t len, size_t at)
{
    if (text[at] == '"') {
        for (at++; at < len && text[at] != '"' && text[at] != '\n'; at++)
            at += text[at] == '\\' && at + 1 < len;
        return at < len ? at + 1 : len;
    }
    size_t end = at + 1;
    if (strchr("{}[],:", text[at]))
        return end;
    while (end < len && !is_blank(text[end]) && !strchr("{}[],:\"", text[end]))
        end++;
    return end;
}

static void split(struct parts *parts)
{
    for (size_t at = 0; at < parts->len;) {
        if (is_blank(parts->text[at])) {
            at++;
            continue;
        }
        struct part token = {.at = at};
        at = token_end(parts->text, parts->len, at);
        token.len = at - token.at;
        buf_add(&parts->tokens, &token, sizeof token);
    }
    for (size_t at = 0; at < parts->len;) {
        const char *end = memchr(parts->text + at, '\n', parts->len - at);
        struct part line = {.at = at};
        at = end ? (size_t)(end - parts->text) + 1 : parts->len;
        line.len = at - line.at;
        buf_add(&parts->lines, &line, sizeof line);
    }
}

/// A text without the blanks between its tokens.
static void squeeze(const char *text, size_t len, struct buf *out)
{
    buf_clear(out);
    for (size_t at = 0; at < len;) {
        if (is_blank(text[at])) {
            at++;
            continue;
        }
        size_t end = token_end(text, len, at);
        buf_add(out, text + at, end - at);
        buf_byte(out, '\n');
        at = end;
    }
}

static struct part pick_from(struct rng *rng, const struct buf *buf)
{
    const struct part *parts = (const void *)buf->data;
    assert(parts);
    return parts[rng_below(rng, buf->len / sizeof *parts)];
}

static struct part pick(struct rng *rng, const struct parts *parts, int unit)
{
    if (unit == UNIT_BYTE)
        return (struct part){.at = (size_t)rng_below(rng, parts->len), .len = 1};
    return pick_from(rng, unit == UNIT_TOKEN ? &parts->tokens : &parts->lines);
}

struct mutation {
    int unit, deed;
    int line;              // where something changed, in the new text
    int first, last;       // lines that may be named
    const char *old_bytes; // what was there
    size_t old_len;
};

/// Adds something of the same kind.
static void add_other(struct rng *rng, const struct parts *parts, int unit, struct buf *out)
{
    static const char slips[] = "{}[],:\"\\'.;-0ae";

    if (unit == UNIT_BYTE) {
        buf_byte(out, slips[rng_below(rng, sizeof slips - 1)]);
        return;
    }
    struct part other = pick(rng, parts, unit);
    buf_add(out, parts->text + other.at, other.len);
}

static struct mutation mutate(struct rng *rng, const struct parts *parts, struct buf *out)
{
    struct mutation m = {.unit = (int)rng_below(rng, UNITS),
                         .deed = (int)rng_below(rng, DEEDS)};
    struct part part = pick(rng, parts, m.unit);
    buf_clear(out);
    buf_add(out, parts->text, part.at);
    if (m.deed == DEED_DOUBLE) {
        buf_add(out, parts->text + part.at, part.len);
        buf_add(out, parts->text + part.at, part.len);
    } else if (m.deed == DEED_REPLACE) {
        add_other(rng, parts, m.unit, out);
    }
    buf_add(out, parts->text + part.at + part.len, parts->len - part.at - part.len);
    m.line = 1;
    for (size_t i = 0; i < part.at; i++)
        m.line += parts->text[i] == '\n';
    m.first = m.last = m.line;
    m.first -= m.unit == UNIT_LINE && m.deed == DEED_DELETE;
    m.last += m.unit == UNIT_LINE && m.deed == DEED_DOUBLE;
    m.old_bytes = parts->text + part.at;
    m.old_len = part.len;
    return m;
}

struct score {
    int tried, silent, said;
    int placed, named; // at the line, or by words only
};

static bool is_it(const struct mutation *m, int line)
{
    return line >= m->first && line <= m->last;
}

static bool is_placed(const struct diags *diags, const struct mutation *m)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (is_it(m, diags->items[i].place.line))
            return true;
    }
    return false;
}

static bool is_named(const struct diags *diags, const struct mutation *m)
{
    for (size_t i = 0; i < diags->count; i++) {
        const char *words = diags->items[i].message;
        while ((words = strstr(words, "line "))) {
            words += strlen("line ");
            if (is_it(m, (int)strtol(words, NULL, 10)))
                return true;
        }
    }
    return false;
}

/// Shows where a problem is said to be.
static void show(const struct mutation *m, const struct diags *wrong, const struct diags *bad)
{
    const struct diag *diag = wrong->count ? &wrong->items[0] : &bad->items[0];
    size_t len = m->old_len < CONTEXT ? m->old_len : CONTEXT;
    print_message("    line %d, %s %s: %.*s\n      but %d:%d: %s\n", m->line,
                  deed_names[m->deed], unit_names[m->unit], (int)len, m->old_bytes,
                  diag->place.line, diag->place.column, diag->message);
}

/// Reads a text that a mutation made.
static void judge(const struct mutation *m, const struct buf *text, struct score *score)
{
    struct arena arena = {0};
    struct diags wrong = {.arena = &arena}, bad = {.arena = &arena};
    struct lint lint = {.wanted = LINT_ALL, .diags = &bad};
    // A copy of its own, so that the sanitizer sees a byte read behind the end.
    char *copy = malloc(text->len ? text->len : 1);
    assert_non_null(copy);
    if (text->len)
        memcpy(copy, text->data, text->len);
    const struct bank *bank =
        native_read_lint("m.json", copy, text->len, &arena, &wrong, &lint);
    assert_true(bank || wrong.errors);
    if (!wrong.count && !bad.count) {
        score->silent++;
    } else {
        score->said++;
        bool is_there = is_placed(&wrong, m) || is_placed(&bad, m);
        bool is_in_words = !is_there && (is_named(&wrong, m) || is_named(&bad, m));
        score->placed += is_there;
        score->named += is_in_words;
        if (!is_there && !is_in_words)
            show(m, &wrong, &bad);
    }
    free(copy);
    lint_free(&lint);
    arena_free(&arena);
}

static int wanted_mutations(void)
{
    const char *wanted = getenv("QUARTET_MUTATIONS");
    return wanted && *wanted ? (int)strtol(wanted, NULL, 10) : USUAL;
}

static void names_the_line_that_was_changed(void **state)
{
    struct arena arena = {0};
    const char *path =
        files_source(&arena, arena_printf(&arena, "questions/%s", (const char *)*state));
    struct file file = files_read(&arena, path);
    assert_non_null(file.text);
    struct parts parts = {.text = file.text, .len = file.len};
    split(&parts);
    struct buf text = {0}, before = {0}, after = {0};
    squeeze(file.text, file.len, &before);
    struct rng rng = rng_seed(1);
    struct score score = {0};
    while (score.tried < wanted_mutations()) {
        struct mutation m = mutate(&rng, &parts, &text);
        squeeze(text.data, text.len, &after);
        if (before.len == after.len && memcmp(before.data, after.data, after.len) == 0)
            continue;
        score.tried++;
        judge(&m, &text, &score);
    }
    int found = score.placed + score.named;
    print_message("%s: of %d mutations %d left a sound bank; of the other %d the line is the "
                  "place of %d and named by %d: %.1f %%\n",
                  (const char *)*state, score.tried, score.silent, score.said, score.placed,
                  score.named, 100.0 * found / (score.said ? score.said : 1));
    assert_true(found * 100 >= score.said * WANTED_PERCENT);
    buf_free(&parts.tokens);
    buf_free(&parts.lines);
    buf_free(&text);
    buf_free(&before);
    buf_free(&after);
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(banks)] = {0};
    for (size_t i = 0; i < COUNT(banks); i++) {
        tests[i].name = banks[i];
        tests[i].test_func = names_the_line_that_was_changed;
        tests[i].initial_state = (void *)banks[i];
    }
    return cmocka_run_group_tests_name("mutate", tests, NULL, NULL);
}
