#include "core/ask.h"

#include <stddef.h>

#include "core/kinds/kind.h"

enum { GREY_FROM = 3 }; // choices that there must be for a hint to take one away

static bool has_bank_hint(const struct question *question)
{
    return question->extras && question->extras->hint;
}

static uint8_t draw_greyed(const struct ask *ask, struct rng *rng)
{
    int wrong = (int)rng_below(rng, ask->shown_count - 1u);
    for (int i = 0; i < ask->shown_count; i++) {
        if (ask->shown[i] >= ask->question->choice.right_count && wrong-- == 0)
            return (uint8_t)i;
    }
    return ASK_NONE;
}

struct ask ask_make(const struct bank *bank, const struct question *question, struct rng *rng)
{
    struct ask ask = {.bank = bank, .question = question, .greyed = ASK_NONE};
    const struct kind_rules *rules = kind_rules(question->kind);
    if (rules->show)
        rules->show(&ask, rng);
    if (question->kind == KIND_CHOICE && ask.shown_count >= GREY_FROM &&
        !has_bank_hint(question))
        ask.greyed = draw_greyed(&ask, rng);
    return ask;
}

bool ask_has_hint(const struct ask *ask)
{
    return has_bank_hint(ask->question) || ask->greyed != ASK_NONE;
}

bool ask_is_right(const struct ask *ask, int place)
{
    if (ask->question->kind == KIND_TRUEFALSE)
        return ask->shown[place] == (ask->question->is_true ? 0 : 1);
    return ask->shown[place] < ask->question->choice.right_count;
}
