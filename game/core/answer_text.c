#include "core/answer_text.h"

#include <string.h>

#include "base/buf.h"
#include "base/fill.h"
#include "base/number.h"
#include "core/card.h"

/// The text gathered in `buf`, moved to `arena`.
static const char *finish(struct buf *buf, struct arena *arena)
{
    const char *text = arena_text(arena, buf->data ? buf->data : "", buf->len);
    buf_free(buf);
    return text;
}

static void add_item(struct buf *buf, const char *separator, const char *item)
{
    if (buf->len)
        buf_text(buf, separator);
    buf_text(buf, item);
}

const char *answer_text_asked(const struct question *question, struct arena *arena)
{
    if (question->kind != KIND_CLOZE)
        return question->text;
    struct buf text = {0};
    for (int i = 0; i < question->cloze.gap_count; i++)
        buf_printf(&text, "%s" CARD_BLANK, question->cloze.between[i]);
    buf_text(&text, question->cloze.between[question->cloze.gap_count]);
    return finish(&text, arena);
}

const char *answer_text_measure(const char *value, const char *unit, struct arena *arena)
{
    static const char *const close[] = {"°", "′", "″"};
    if (!unit)
        return arena_text(arena, value, strlen(value));
    const char *blank = " ";
    for (size_t i = 0; i < sizeof close / sizeof *close; i++)
        blank = strcmp(unit, close[i]) == 0 ? "" : blank;
    return arena_printf(arena, "%s%s%s", value, blank, unit);
}

static const char *number_text(const struct number_answer *number,
                               const struct answer_words *words, struct arena *arena)
{
    char low[NUMBER_ROOM], high[NUMBER_ROOM];
    number_format(number->min, low);
    number_format(number->max, high);
    const char *value = low;
    if (number->min < number->max)
        value = fill_text(arena, words->range, low, high, NULL);
    return answer_text_measure(value, number->unit, arena);
}

static const char *joined(const struct texts *texts, int count, const char *separator,
                          struct arena *arena)
{
    struct buf buf = {0};
    for (int i = 0; i < count; i++)
        add_item(&buf, separator, texts->items[i]);
    return finish(&buf, arena);
}

static const char *pairs_text(const struct question *q, const uint8_t *rights,
                              struct arena *arena)
{
    struct buf buf = {0};
    for (int i = 0; i < q->match.count; i++) {
        int right = rights ? rights[i] : i;
        add_item(&buf, ", ", q->match.lefts[i]);
        buf_text(&buf, " – ");
        buf_text(&buf, right == ASK_NONE ? "?" : q->match.rights[right]);
    }
    return finish(&buf, arena);
}

const char *answer_text_right(const struct question *q, const struct answer_words *words,
                              struct arena *arena)
{
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        return joined(&q->choice.options, q->choice.right_count, ", ", arena);
    case KIND_TRUEFALSE:
        return q->is_true ? words->is_true : words->is_false;
    case KIND_TEXT:
        return q->accepted.items[0];
    case KIND_NUMBER:
        return number_text(q->number, words, arena);
    case KIND_ORDER:
        return joined(&q->order, q->order.count, " → ", arena);
    case KIND_MATCH:
        return pairs_text(q, NULL, arena);
    case KIND_CARD:
        return q->card.back;
    case KIND_CLOZE: {
        struct buf buf = {0};
        for (int i = 0; i < q->cloze.gap_count; i++)
            add_item(&buf, ", ", q->cloze.gaps[i].accepted.items[0]);
        return finish(&buf, arena);
    }
    case KIND_COUNT:
        break;
    }
    return "";
}

static const char *picked_text(const struct ask *ask, uint32_t picked, struct arena *arena)
{
    struct buf buf = {0};
    for (int i = 0; i < ask->shown_count; i++) {
        if (picked & (1U << ask->shown[i]))
            add_item(&buf, ", ", ask->question->choice.options.items[ask->shown[i]]);
    }
    return finish(&buf, arena);
}

static const char *typed_text(const struct answer *answer, struct arena *arena)
{
    struct buf buf = {0};
    for (int i = 0; i < answer->text_count; i++) {
        const char *text = answer->texts[i];
        add_item(&buf, ", ", text && *text ? text : "?");
    }
    return finish(&buf, arena);
}

const char *answer_text_given(const struct ask *ask, const struct answer *answer,
                              const struct answer_words *words, struct arena *arena)
{
    const struct question *q = ask->question;
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        return picked_text(ask, answer->picked, arena);
    case KIND_TRUEFALSE:
        return !answer->picked ? "" : answer->picked & 1 ? words->is_true : words->is_false;
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_CLOZE:
        return typed_text(answer, arena);
    case KIND_ORDER: {
        struct buf buf = {0};
        for (int i = 0; i < q->order.count; i++) {
            if (answer->places[i] < q->order.count)
                add_item(&buf, " → ", q->order.items[answer->places[i]]);
        }
        return finish(&buf, arena);
    }
    case KIND_MATCH:
        return pairs_text(q, answer->places, arena);
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return "";
}
