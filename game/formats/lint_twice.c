// Questions that are asked twice, in one bank or in several.
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/number.h"
#include "base/text.h"
#include "core/bank.h"
#include "formats/lint_bank.h"

enum { FOLDS = FOLD_CASE | FOLD_PUNCTUATION | FOLD_INVISIBLE };

/// A bank that was looked at.
struct asked_bank {
    const char *file, *id, *language;
};

/// A question that was looked at.
struct asked {
    XXH128_hash_t stem, all; // of what is asked, and with the right answer too
    uint32_t bank;
    int line, column;
};

static const struct asked *asked_at(const struct lint *lint, uint32_t number)
{
    return (const struct asked *)(const void *)lint->asked.data + number;
}

static bool is_same_all(const void *owner, uint32_t number, const void *key)
{
    return XXH128_isEqual(asked_at(owner, number)->all, ((const struct asked *)key)->all);
}

static bool is_same_stem(const void *owner, uint32_t number, const void *key)
{
    return XXH128_isEqual(asked_at(owner, number)->stem, ((const struct asked *)key)->stem);
}

/// Adds `text` as people compare it, and a NUL.
static void add_text(struct reader *r, struct buf *out, const char *text)
{
    if (text)
        buf_text(out, text_fold(&r->scratch, text, FOLDS, NULL));
    buf_byte(out, '\0');
}

static uint64_t hash_text(struct reader *r, const char *text)
{
    const char *folded = text_fold(&r->scratch, text, FOLDS, NULL);
    return XXH3_64bits(folded, strlen(folded));
}

/// Adds texts whose order does not matter.
static void add_set(struct reader *r, struct buf *out, const char *const *texts, int count)
{
    uint64_t sum = 0;
    for (int i = 0; i < count; i++)
        sum += hash_text(r, texts[i]);
    buf_add(out, &sum, sizeof sum);
}

static void add_stem(struct reader *r, struct buf *out, const struct question *question)
{
    if (question->kind == KIND_CLOZE) {
        for (int i = 0; i <= question->cloze.gap_count; i++)
            add_text(r, out, question->cloze.between[i]);
    } else {
        add_text(r, out, question->text);
    }
    const struct question_extras *extras = question->extras;
    add_text(r, out, extras ? extras->image : NULL);
    add_text(r, out, extras ? extras->sound : NULL);
}

static void add_pairs(struct reader *r, struct buf *out, const struct question *question)
{
    uint64_t sum = 0;
    for (int i = 0; i < question->match.count; i++) {
        const uint64_t pair[] = {hash_text(r, question->match.lefts[i]),
                                 hash_text(r, question->match.rights[i])};
        sum += XXH3_64bits(pair, sizeof pair);
    }
    buf_add(out, &sum, sizeof sum);
}

/// Adds the right answer: the same for kinds that differ only in how it is given.
static void add_right(struct reader *r, struct buf *out, const struct question *question)
{
    char digits[NUMBER_ROOM];
    switch ((enum kind)question->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        add_set(r, out, question->choice.options.items, question->choice.right_count);
        break;
    case KIND_TEXT:
        add_set(r, out, question->accepted.items, 1);
        break;
    case KIND_CARD:
        add_set(r, out, &question->card.back, 1);
        break;
    case KIND_TRUEFALSE:
        buf_text(out, question->is_true ? "true" : "false");
        break;
    case KIND_NUMBER:
        number_format(question->number->min, digits);
        buf_text(out, digits);
        break;
    case KIND_ORDER:
        for (int i = 0; i < question->order.count; i++)
            add_text(r, out, question->order.items[i]);
        break;
    case KIND_MATCH:
        add_pairs(r, out, question);
        break;
    case KIND_CLOZE:
        for (int i = 0; i < question->cloze.gap_count; i++)
            add_text(r, out, question->cloze.gaps[i].accepted.items[0]);
        break;
    case KIND_COUNT:
        break;
    }
}

/// Whether what is asked has one answer, so that with another one it is the same question. The
/// other kinds may ask "Match." of everything.
static bool has_one_answer(const struct question *question)
{
    switch ((enum kind)question->kind) {
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_TRUEFALSE:
    case KIND_CARD:
        return true;
    case KIND_CHOICE:
    case KIND_MULTI:
    case KIND_ORDER:
    case KIND_MATCH:
    case KIND_CLOZE:
    case KIND_COUNT:
        break;
    }
    return false;
}

static struct asked make_asked(struct reader *r, struct buf *bytes,
                               const struct question *question, uint32_t bank)
{
    buf_clear(bytes);
    add_stem(r, bytes, question);
    struct asked asked = {.stem = XXH3_128bits(bytes->data, bytes->len),
                          .bank = bank,
                          .line = question->line,
                          .column = question->column};
    add_right(r, bytes, question);
    asked.all = XXH3_128bits(bytes->data, bytes->len);
    return asked;
}

static const struct asked_bank *bank_at(const struct lint *lint, uint32_t number)
{
    return (const struct asked_bank *)(const void *)lint->banks.data + number;
}

static uint32_t add_bank(struct reader *r)
{
    struct lint *lint = r->lint->lint;
    const char *id = r->bank->id, *language = r->bank->language;
    struct asked_bank bank = {
        .file = arena_text(&lint->arena, r->file, strlen(r->file)),
        .id = arena_text(&lint->arena, id, strlen(id)),
        .language = arena_text(&lint->arena, language, strlen(language)),
    };
    buf_add(&lint->banks, &bank, sizeof bank);
    return (uint32_t)(lint->banks.len / sizeof bank - 1);
}

/// Whether two banks are played side by side by one person: not a bank and its copy, of which
/// only one is, and not in two languages.
static bool are_together(const struct lint *lint, uint32_t a, uint32_t b)
{
    const struct asked_bank *x = bank_at(lint, a), *y = bank_at(lint, b);
    return a == b || (strcmp(x->id, y->id) != 0 && strcmp(x->language, y->language) == 0);
}

static void report(struct reader *r, int number, const struct asked *asked,
                   const struct asked *other, const char *what)
{
    const struct lint *lint = r->lint->lint;
    if (asked->bank == other->bank) {
        lint_report_question(r, LINT_ASKED_TWICE, number, NULL, "%s is at line %d:%d. %s", what,
                             other->line, other->column, "Remove one of them");
    } else {
        lint_report_question(r, LINT_ASKED_TWICE, number, NULL, "%s is at %s:%d:%d. %s", what,
                             bank_at(lint, other->bank)->file, other->line, other->column,
                             "Remove one of them");
    }
}

/// Looks a question up, and adds it to those that others are compared with.
static void look_up(struct reader *r, int number, struct asked asked)
{
    struct lint *lint = r->lint->lint;
    const struct question *question = &r->bank->questions[number];
    uint32_t next = (uint32_t)(lint->asked.len / sizeof asked);
    buf_add(&lint->asked, &asked, sizeof asked);
    uint32_t same = index_add(&lint->asked_index, asked.all.low64, next, &asked);
    uint32_t stem = INDEX_NONE;
    if (has_one_answer(question))
        stem = index_add(&lint->stem_index, asked.stem.low64, next, &asked);
    if (!lint_counts(r, LINT_ASKED_TWICE, number))
        return;
    if (same != INDEX_NONE && are_together(lint, asked.bank, asked_at(lint, same)->bank)) {
        report(r, number, &asked, asked_at(lint, same), "the same question");
    } else if (same == INDEX_NONE && stem != INDEX_NONE &&
               are_together(lint, asked.bank, asked_at(lint, stem)->bank)) {
        report(r, number, &asked, asked_at(lint, stem),
               "the same question with another answer");
    }
}

void lint_end_twice(struct reader *r)
{
    struct lint *lint = r->lint->lint;
    lint->asked_index.is_same = is_same_all;
    lint->stem_index.is_same = is_same_stem;
    lint->asked_index.owner = lint->stem_index.owner = lint;
    index_reserve(&lint->asked_index,
                  lint->asked_index.count + (size_t)r->bank->question_count);
    uint32_t bank = add_bank(r);
    struct buf bytes = {0};
    for (int i = 0; i < r->bank->question_count; i++) {
        look_up(r, i, make_asked(r, &bytes, &r->bank->questions[i], bank));
        arena_reset(&r->scratch);
    }
    buf_free(&bytes);
}
