#include "core/kinds/rivals.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum {
    ARTICLE_LETTERS = 5, // "einem" is the longest that folding may take away
    FOLD_GROWTH = 3,     // one character becomes at most three letters: "ﬃ"
};

// What can be said of a folded text without folding it: of ASCII the letters and digits stay
// for certain, all but a leading article, and each other character can become some.
struct sizes {
    int plain, others;
    char last; // of the plain ones, as a small letter
};

struct search {
    const struct ask *ask;
    const char *folded;
    unsigned flags;
    struct sizes sizes; // of `folded`
    struct arena scratch;
};

static struct sizes measure(const char *text)
{
    struct sizes sizes = {0};
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        unsigned char small = c | 0x20;
        if ((c >= '0' && c <= '9') || (small >= 'a' && small <= 'z')) {
            sizes.plain++;
            sizes.last = (char)small;
        }
        sizes.others += c >= 0xC0; // the first byte of a character beyond ASCII
    }
    return sizes;
}

static bool can_be_same(const struct search *search, const char *text)
{
    struct sizes sizes = measure(text);
    if (sizes.others == 0 && (search->sizes.others > 0 || sizes.last != search->sizes.last))
        return false;
    return sizes.plain <= search->sizes.plain + ARTICLE_LETTERS + sizes.others &&
           sizes.plain + FOLD_GROWTH * sizes.others >= search->sizes.plain;
}

static bool is_same(struct search *search, const char *text)
{
    if (!can_be_same(search, text))
        return false;
    const char *folded =
        text_fold(&search->scratch, text, search->flags, search->ask->bank->language);
    bool is_same = strcmp(folded, search->folded) == 0;
    arena_reset(&search->scratch);
    return is_same;
}

static bool is_among(struct search *search, const char *const *items, int count)
{
    for (int i = 0; i < count; i++) {
        if (is_same(search, items[i]))
            return true;
    }
    return false;
}

static bool is_answer_to(struct search *search, const struct question *question)
{
    switch ((enum kind)question->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        return is_among(search, question->choice.options.items, question->choice.right_count);
    case KIND_TEXT:
        return is_among(search, question->accepted.items, question->accepted.count);
    case KIND_MATCH:
        return is_among(search, question->match.rights, question->match.count);
    case KIND_CLOZE:
        for (int i = 0; i < question->cloze.gap_count; i++) {
            const struct texts *accepted = &question->cloze.gaps[i].accepted;
            if (is_among(search, accepted->items, accepted->count))
                return true;
        }
        return false;
    case KIND_CARD:
        return is_same(search, question->card.back);
    case KIND_TRUEFALSE:
    case KIND_NUMBER:
    case KIND_ORDER:
    case KIND_COUNT:
        break;
    }
    return false;
}

static bool shares_topic(const struct question *a, const struct question *b)
{
    if (a->topic_count == 0 || b->topic_count == 0)
        return a->topic_count == b->topic_count;
    for (int i = 0; i < a->topic_count; i++) {
        for (int j = 0; j < b->topic_count; j++) {
            if (a->topics[i] == b->topics[j])
                return true;
        }
    }
    return false;
}

bool rivals_have(const struct ask *ask, const char *folded, unsigned flags)
{
    struct search search = {
        .ask = ask, .folded = folded, .flags = flags, .sizes = measure(folded)};
    const struct bank *bank = ask->bank;
    bool has = false;
    for (int i = 0; i < bank->question_count && !has; i++) {
        has = shares_topic(ask->question, &bank->questions[i]) &&
              is_answer_to(&search, &bank->questions[i]);
    }
    arena_free(&search.scratch);
    return has;
}
