#include "core/kinds/kind.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const struct kind_rules *const table[KIND_COUNT] = {
    [KIND_CHOICE] = &kind_choice,       [KIND_MULTI] = &kind_multi,
    [KIND_TRUEFALSE] = &kind_truefalse, [KIND_TEXT] = &kind_text,
    [KIND_NUMBER] = &kind_number,       [KIND_ORDER] = &kind_order,
    [KIND_MATCH] = &kind_match,         [KIND_CLOZE] = &kind_cloze,
    [KIND_CARD] = &kind_card,
};

const struct kind_rules *kind_rules(int kind)
{
    assert(kind >= 0 && kind < KIND_COUNT);
    return table[kind];
}

enum kind kind_find(const char *name)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (strcmp(table[kind]->name, name) == 0)
            return (enum kind)kind;
    }
    return KIND_COUNT;
}

struct mark kind_mark(int credit)
{
    enum verdict verdict = VERDICT_PARTLY;
    if (credit <= 0) {
        verdict = VERDICT_WRONG;
    } else if (credit >= CREDIT_FULL) {
        verdict = VERDICT_EXACT;
    }
    return (struct mark){
        .credit = credit, .verdict = verdict, .accepted = -1, .value = (double)NAN};
}

int kind_share(int right, int parts)
{
    return parts > 0 ? (2 * CREDIT_FULL * right + parts) / (2 * parts) : 0;
}

void kind_show_all(struct ask *ask, int count, bool is_shuffled, struct rng *rng)
{
    ask->shown_count = (uint8_t)(count < ASK_PLACES ? count : ASK_PLACES);
    for (int i = 0; i < ask->shown_count; i++)
        ask->shown[i] = (uint8_t)i;
    if (is_shuffled)
        rng_shuffle_u8(rng, ask->shown, ask->shown_count);
}

bool kind_are_different(const uint8_t *places, int count, int bound)
{
    uint64_t seen = 0;
    for (int i = 0; i < count; i++) {
        if (places[i] >= bound || (seen >> places[i] & 1))
            return false;
        seen |= (uint64_t)1 << places[i];
    }
    return true;
}
