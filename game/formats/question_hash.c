#include "formats/question_hash.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/buf.h"
#include "base/number.h"
#include "base/text.h"

struct hasher {
    struct buf bytes;
    struct arena *scratch;
};

static void add(struct hasher *h, const char *text)
{
    const char *folded = text_fold(h->scratch, text ? text : "", 0, NULL);
    buf_add(&h->bytes, folded, strlen(folded) + 1);
}

static void add_all(struct hasher *h, const char *const *texts, int count)
{
    for (int i = 0; i < count; i++)
        add(h, texts[i]);
}

static void add_number(struct hasher *h, double value)
{
    char digits[NUMBER_ROOM];
    number_format(value, digits);
    add(h, digits);
}

static void add_answers(struct hasher *h, const struct question *q)
{
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        add_all(h, q->choice.options.items, q->choice.right_count);
        break;
    case KIND_TRUEFALSE:
        add(h, q->is_true ? "true" : "false");
        break;
    case KIND_TEXT:
        add_all(h, q->accepted.items, q->accepted.count);
        break;
    case KIND_NUMBER:
        add_number(h, q->number->min);
        add_number(h, q->number->max);
        break;
    case KIND_ORDER:
        add_all(h, q->order.items, q->order.count);
        break;
    case KIND_MATCH:
        for (int i = 0; i < q->match.count; i++) {
            add(h, q->match.lefts[i]);
            add(h, q->match.rights[i]);
        }
        break;
    case KIND_CLOZE:
        for (int i = 0; i < q->cloze.gap_count; i++)
            add_all(h, q->cloze.gaps[i].accepted.items, q->cloze.gaps[i].accepted.count);
        break;
    case KIND_CARD:
        add(h, q->card.back);
        break;
    case KIND_COUNT:
        break;
    }
}

struct question_hash question_hash(const struct question *question, struct arena *scratch)
{
    static const char *const kinds[KIND_COUNT] = {
        [KIND_CHOICE] = "choice", [KIND_MULTI] = "multi",   [KIND_TRUEFALSE] = "truefalse",
        [KIND_TEXT] = "text",     [KIND_NUMBER] = "number", [KIND_ORDER] = "order",
        [KIND_MATCH] = "match",   [KIND_CLOZE] = "cloze",   [KIND_CARD] = "card",
    };
    struct hasher h = {.scratch = scratch};
    add(&h, kinds[question->kind]);
    if (question->kind == KIND_CLOZE) {
        add_all(&h, question->cloze.between, question->cloze.gap_count + 1);
    } else {
        add(&h, question->text);
    }
    add_answers(&h, question);
    XXH128_hash_t hash = XXH3_128bits(h.bytes.data, h.bytes.len);
    buf_free(&h.bytes);
    return (struct question_hash){.high = hash.high64, .low = hash.low64};
}
