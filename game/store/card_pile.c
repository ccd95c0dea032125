#include "store/card_pile.h"

#include <stdlib.h>
#include <string.h>

#include "core/card.h"
#include "store/question_key.h"

static int compare(const void *a, const void *b)
{
    const struct memory_card *x = a, *y = b;
    int order = strcmp(x->question, y->question);
    return order ? order : (x->part > y->part) - (x->part < y->part);
}

struct card_pile card_pile_make(const struct bank *bank, const struct memory *memory,
                                struct arena *arena)
{
    struct memory_card *known = NULL;
    int known_count = memory ? memory_cards(memory, bank->id, arena, &known) : 0;
    int count = 0;
    for (int i = 0; i < bank->question_count; i++)
        count += card_count(&bank->questions[i]);
    struct card_pile pile = {.cards = ARENA_ARRAY(arena, count + 1, struct deck_card)};
    const char **keys = ARENA_ARRAY(arena, count + 1, const char *);
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        const char *key = question_key(question, arena);
        int parts = card_count(question);
        for (int part = 0; part < parts; part++) {
            struct deck_card *card = &pile.cards[pile.count];
            const struct memory_card wanted = {.question = key, .part = part};
            const struct memory_card *memory_card = NULL;
            if (known_count) {
                memory_card =
                    bsearch(&wanted, known, (size_t)known_count, sizeof wanted, compare);
            }
            *card = (struct deck_card){.bank = bank, .question = question, .part = part};
            card->seed = memory_card ? memory_card->seed : memory_seed(bank->id, key, part);
            if (memory_card) {
                card->memory = memory_card->card;
                card->hidden_until_ms = memory_card->hidden_until_ms;
                card->is_suspended = memory_card->is_suspended;
            }
            keys[pile.count++] = key;
        }
    }
    pile.keys = keys;
    return pile;
}

int card_pile_find(const struct card_pile *pile, const char *key, int part)
{
    for (int i = 0; i < pile->count; i++) {
        if (pile->cards[i].part == part && strcmp(pile->keys[i], key) == 0)
            return i;
    }
    return -1;
}
