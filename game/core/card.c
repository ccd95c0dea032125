#include "core/card.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"

int card_count(const struct question *question)
{
    if (question->kind == KIND_CLOZE)
        return question->cloze.gap_count;
    return question->kind == KIND_CARD && question->card.is_reversible ? 2 : 1;
}

static struct card_line *add_lines(struct card_face *face, enum card_list list, int count,
                                   struct arena *arena)
{
    struct card_line *lines = ARENA_ARRAY(arena, count, struct card_line);
    face->list = list;
    face->lines = lines;
    face->line_count = count;
    return lines;
}

static void list_texts(struct card_face *face, enum card_list list, const char *const *items,
                       int count, struct arena *arena)
{
    struct card_line *lines = add_lines(face, list, count, arena);
    for (int i = 0; i < count; i++)
        lines[i].text = items[i];
}

/// Lists `items` as they are shown in `ask`.
static void list_shown(struct card_face *face, enum card_list list, const struct ask *ask,
                       const char *const *items, struct arena *arena)
{
    struct card_line *lines = add_lines(face, list, ask->shown_count, arena);
    for (int i = 0; i < ask->shown_count; i++)
        lines[i].text = items[ask->shown[i]];
}

static void fill_choice(struct card_faces *faces, const struct ask *ask, struct arena *arena)
{
    const struct question *q = ask->question;
    bool is_multi = q->kind == KIND_MULTI, is_shown = card_keeps_choices(ask->bank, q, arena);
    if (is_shown)
        list_shown(&faces->front, CARD_CHOICES, ask, q->choice.options.items, arena);
    if (is_multi) {
        faces->task = is_shown ? CARD_CHOOSE_ALL : CARD_RECALL_ALL;
        list_texts(&faces->back, CARD_ALL, q->choice.options.items, q->choice.right_count,
                   arena);
        return;
    }
    faces->task = is_shown ? CARD_CHOOSE : CARD_RECALL;
    faces->back.text = q->choice.options.items[0];
}

/// The first of `accepted`, and below it the others that are as good.
static void fill_accepted(struct card_face *back, const struct texts *accepted,
                          struct arena *arena)
{
    back->text = accepted->items[0];
    if (accepted->count == 1)
        return;
    struct card_line *lines = add_lines(back, CARD_ALSO, accepted->count - 1, arena);
    back->line_count = 0;
    for (int i = 1; i < accepted->count; i++) {
        if (!accepted->notes || accepted->notes[i].credit == CREDIT_FULL)
            lines[back->line_count++].text = accepted->items[i];
    }
    if (back->line_count == 0)
        back->list = CARD_NO_LIST;
}

static void fill_number(struct card_face *back, const struct question *q,
                        const struct answer_words *words, struct arena *arena)
{
    const struct number_answer *number = q->number;
    back->text = answer_text_right(q, words, arena);
    if (number->tolerance <= 0)
        return;
    // A share times 100 may come out as 7.000000000000001.
    double off = number->is_share ? round(number->tolerance * 1e8) / 1e6 : number->tolerance;
    char digits[NUMBER_ROOM];
    number_format(off, digits);
    const char *measure = number->is_share ? arena_printf(arena, "%s%%", digits)
                                           : answer_text_measure(digits, number->unit, arena);
    add_lines(back, CARD_TOLERANCE, 1, arena)[0].text = arena_printf(arena, "± %s", measure);
}

static void fill_match(struct card_faces *faces, const struct ask *ask, struct arena *arena)
{
    const struct question *q = ask->question;
    list_shown(&faces->front, CARD_ENDS, ask, q->match.rights, arena);
    struct card_line *ends = ARENA_ARRAY(arena, ask->shown_count, struct card_line);
    for (int i = 0; i < ask->shown_count; i++) {
        ends[i].text = i < q->match.count ? q->match.lefts[i] : NULL;
        ends[i].other = faces->front.lines[i].text;
    }
    faces->front.lines = ends;
    struct card_line *pairs = add_lines(&faces->back, CARD_PAIRS, q->match.count, arena);
    for (int i = 0; i < q->match.count; i++)
        pairs[i] = (struct card_line){q->match.lefts[i], q->match.rights[i]};
}

static void fill_cloze(struct card_faces *faces, const struct question *q, int part,
                       struct arena *arena)
{
    struct buf text = {0};
    size_t from = 0, len = 0;
    for (int i = 0; i < q->cloze.gap_count; i++) {
        const struct gap *gap = &q->cloze.gaps[i];
        buf_text(&text, q->cloze.between[i]);
        if (i != part) {
            buf_text(&text, gap->accepted.items[0]);
            continue;
        }
        from = text.len;
        buf_text(&text, CARD_BLANK);
        if (gap->hint)
            buf_printf(&text, " (%s)", gap->hint);
        len = text.len - from;
    }
    buf_text(&text, q->cloze.between[q->cloze.gap_count]);
    faces->front.text = arena_text(arena, text.data, text.len);
    faces->blank = faces->front.text + from;
    faces->blank_len = (int)len;
    buf_free(&text);
    fill_accepted(&faces->back, &q->cloze.gaps[part].accepted, arena);
}

struct card_faces card_faces(const struct bank *bank, const struct question *q, int part,
                             uint64_t seed, const struct answer_words *words,
                             struct arena *arena)
{
    static const enum card_task tasks[KIND_COUNT] = {
        [KIND_TRUEFALSE] = CARD_TRUE_OR_FALSE,
        [KIND_ORDER] = CARD_SORT,
        [KIND_MATCH] = CARD_PAIR,
        [KIND_CLOZE] = CARD_FILL,
    };

    assert(part >= 0 && part < card_count(q));
    struct rng rng = rng_seed(seed);
    struct ask ask = ask_make(bank, q, &rng);
    struct card_faces faces = {.front.text = q->text, .task = tasks[q->kind]};
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        fill_choice(&faces, &ask, arena);
        break;
    case KIND_TRUEFALSE:
        faces.back.text = answer_text_right(q, words, arena);
        break;
    case KIND_TEXT:
        fill_accepted(&faces.back, &q->accepted, arena);
        break;
    case KIND_NUMBER:
        fill_number(&faces.back, q, words, arena);
        break;
    case KIND_ORDER:
        list_shown(&faces.front, CARD_MIXED, &ask, q->order.items, arena);
        list_texts(&faces.back, CARD_SORTED, q->order.items, q->order.count, arena);
        break;
    case KIND_MATCH:
        fill_match(&faces, &ask, arena);
        break;
    case KIND_CLOZE:
        fill_cloze(&faces, q, part, arena);
        break;
    case KIND_CARD:
        faces.is_reversed = part == 1;
        faces.front.text = faces.is_reversed ? q->card.back : q->text;
        faces.back.text = faces.is_reversed ? q->text : q->card.back;
        break;
    case KIND_COUNT:
        break;
    }
    return faces;
}
