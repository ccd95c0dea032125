#include "formats/make_bank.h"

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { QUESTIONS_MOST = 6, KINDS = 9 };

/// How blanks are put: none, as most do, or anyhow.
enum manner { MANNER_NONE, MANNER_USUAL, MANNER_ANY, MANNERS };

struct maker {
    struct rng *rng;
    struct buf *out;
    enum manner manner;
    const char *line_end;
    int depth;
    int number; // makes each text another
    bool is_first;
};

// As they stand between quotes.
static const char *const words[] = {
    "river",
    "Paris",
    "a \\\"quoted\\\" word",
    "caf\\u00e9",
    "tr\\u00E8s bien",
    "Stra\u00DFe",
    "\xE6\xB1\xBA\xE5\xAE\x9A",
    "\xD1\x80\xD0\xB5\xD0\xBA\xD0\xB0",
    "C:\\\\x",
    "a\\/b",
    "{braces}",
    "[one]",
    "a, b: c",
    "\\ud83d\\ude00",
    "\xF0\x9F\x98\x80",
    "tab\\tand",
    "two\\nlines",
    "%n%s",
    "<b>bold</b>",
};

static uint64_t below(struct maker *m, uint64_t limit)
{
    return rng_below(m->rng, limit);
}

static void gap(struct maker *m)
{
    if (m->manner != MANNER_ANY)
        return;
    static const char *const blanks[] = {"", "", "", " ", "  ", "\t", "\n", "\n\n", " \n  "};
    const char *chosen = blanks[below(m, COUNT(blanks))];
    for (; *chosen; chosen++)
        buf_text(m->out, *chosen == '\n' ? m->line_end : (const char[]){*chosen, '\0'});
}

static void new_line(struct maker *m)
{
    if (m->manner == MANNER_USUAL) {
        buf_text(m->out, m->line_end);
        for (int i = 0; i < m->depth; i++)
            buf_text(m->out, "    ");
    }
    gap(m);
}

static void add_open(struct maker *m, const char *bracket)
{
    buf_text(m->out, bracket);
    m->depth++;
    m->is_first = true;
}

static void add_close(struct maker *m, const char *bracket)
{
    m->depth--;
    new_line(m);
    buf_text(m->out, bracket);
    m->is_first = false;
}

static void next(struct maker *m)
{
    if (!m->is_first) {
        gap(m);
        buf_text(m->out, ",");
    }
    new_line(m);
    m->is_first = false;
}

static void add_key(struct maker *m, const char *key)
{
    next(m);
    buf_printf(m->out, "\"%s\"", key);
    gap(m);
    buf_text(m->out, m->manner == MANNER_NONE ? ":" : ": ");
    gap(m);
}

static void add_text(struct maker *m)
{
    buf_printf(m->out, "\"%d", m->number++);
    for (uint64_t i = below(m, 7); i; i--)
        buf_printf(m->out, " %s", words[below(m, COUNT(words))]);
    buf_printf(m->out, " %d\"", m->number++);
}

static void add_number(struct maker *m)
{
    static const char *const numbers[] = {"0",   "-0",   "1",     "1.0",   "10.50",
                                          "1e3", "1E+2", "-2e-3", "0.1e1", "299792.458"};
    buf_text(m->out, numbers[below(m, COUNT(numbers))]);
}

static void add_texts(struct maker *m, uint64_t count)
{
    add_open(m, "[");
    for (; count; count--) {
        next(m);
        add_text(m);
    }
    add_close(m, "]");
}

static void add_wrong(struct maker *m)
{
    add_key(m, "wrong");
    add_open(m, "[");
    for (uint64_t count = 1 + below(m, 11); count; count--) {
        next(m);
        if (below(m, 3)) {
            add_text(m);
            continue;
        }
        add_open(m, "{");
        add_key(m, "text");
        add_text(m);
        add_key(m, "why");
        add_text(m);
        add_close(m, "}");
    }
    add_close(m, "]");
}

static void add_pairs(struct maker *m)
{
    add_key(m, "pairs");
    add_open(m, "[");
    for (uint64_t count = 2 + below(m, 19); count; count--) {
        next(m);
        add_texts(m, 2);
    }
    add_close(m, "]");
    if (below(m, 2)) {
        add_key(m, "extra");
        add_texts(m, below(m, 11));
    }
}

static void add_range(struct maker *m)
{
    add_open(m, "{");
    add_key(m, "min");
    buf_text(m->out, "-1e2");
    add_key(m, "max");
    buf_text(m->out, "12.0");
    add_close(m, "}");
}

/// What another program may keep there.
static void add_foreign(struct maker *m, int depth)
{
    switch (below(m, depth ? 7 : 5)) {
    case 0:
        add_number(m);
        break;
    case 1:
        buf_text(m->out, "null");
        break;
    case 2:
        add_open(m, "{");
        buf_text(m->out, "}");
        m->depth--;
        m->is_first = false;
        break;
    case 3:
        add_open(m, "[");
        gap(m);
        buf_text(m->out, "]");
        m->depth--;
        m->is_first = false;
        break;
    case 4:
        add_text(m);
        break;
    case 5:
        add_open(m, "[");
        for (uint64_t i = 1 + below(m, 4); i; i--) {
            next(m);
            add_foreign(m, depth - 1);
        }
        add_close(m, "]");
        break;
    default:
        add_open(m, "{");
        for (uint64_t i = 1 + below(m, 4); i; i--) {
            char key[24];
            snprintf(key, sizeof key, "k%d", m->number++);
            add_key(m, key);
            add_foreign(m, depth - 1);
        }
        add_close(m, "}");
    }
}

static void add_answer(struct maker *m, uint64_t kind)
{
    if (kind <= 4)
        add_key(m, "answer");
    switch (kind) {
    case 0:
        add_text(m);
        add_wrong(m);
        break;
    case 1:
        add_texts(m, 1 + below(m, 4));
        add_wrong(m);
        break;
    case 2:
        buf_text(m->out, below(m, 2) ? "true" : "false");
        break;
    case 3:
        if (below(m, 2)) {
            add_range(m);
        } else {
            add_number(m);
        }
        break;
    case 4:
        add_texts(m, 1 + below(m, 5));
        break;
    case 5:
        add_key(m, "order");
        add_texts(m, 2 + below(m, 7));
        break;
    default:
        add_pairs(m);
    }
}

static void add_more(struct maker *m)
{
    if (below(m, 3) == 0) {
        add_key(m, "explanation");
        add_text(m);
    }
    if (below(m, 3) == 0) {
        add_key(m, "source");
        add_open(m, "{");
        add_key(m, "title");
        add_text(m);
        add_key(m, "url");
        buf_text(m->out, "\"https://example.org/a?b=c\"");
        add_close(m, "}");
    }
    if (below(m, 3) == 0) {
        add_key(m, "points");
        buf_text(m->out, below(m, 2) ? "2.0" : "1e1");
    }
    if (below(m, 3) == 0) {
        add_key(m, "x-mine");
        add_foreign(m, 4);
    }
}

static void add_question(struct maker *m)
{
    uint64_t kind = below(m, KINDS);
    add_open(m, "{");
    if (below(m, 3) == 0) {
        add_key(m, "id");
        buf_printf(m->out, "\"q%d\"", m->number++);
    }
    if (kind == 7) {
        add_key(m, "cloze");
        buf_printf(m->out, "\"It %d is [[%s|other::hint]] and [[", m->number++,
                   words[below(m, 2)]);
        buf_printf(m->out, "gap %d]].\"", m->number++);
    } else if (kind == 8) {
        add_key(m, "front");
        add_text(m);
        add_key(m, "back");
        add_text(m);
    } else {
        add_key(m, below(m, 8) ? "question" : "\\u0071uestion");
        add_text(m);
        add_answer(m, kind);
    }
    add_more(m);
    add_close(m, "}");
}

void make_bank(struct rng *rng, struct buf *out)
{
    struct maker m = {.rng = rng, .out = out};
    m.manner = (enum manner)below(&m, MANNERS);
    m.line_end = below(&m, 4) ? "\n" : "\r\n";
    if (below(&m, 8) == 0)
        buf_text(out, "\xEF\xBB\xBF");
    add_open(&m, "{");
    add_key(&m, "format");
    buf_text(out, "\"quizbank/1\"");
    add_key(&m, "title");
    add_text(&m);
    if (below(&m, 3) == 0) {
        add_key(&m, "x-other");
        add_foreign(&m, 4);
    }
    add_key(&m, "questions");
    add_open(&m, "[");
    for (uint64_t count = 1 + below(&m, QUESTIONS_MOST); count; count--) {
        next(&m);
        add_question(&m);
    }
    add_close(&m, "]");
    add_close(&m, "}");
    if (below(&m, 2))
        buf_text(out, m.line_end);
}
