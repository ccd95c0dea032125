#include "core/kinds/rivals.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum {
    ARTICLE_LETTERS = 5, // "einem" is the longest that folding may take away
    FOLD_GROWTH = 4,     // folding makes no text longer than so many times
};

struct search {
    const struct ask *ask;
    const char *folded;
    unsigned flags;
    size_t len;
    int plain;     // ASCII letters and digits in `folded`
    bool is_plain; // it has nothing but ASCII
    struct arena scratch;
};

// Counts ASCII letters and digits, the only part of ASCII whose length folding keeps.
static int count_plain(const char *text, bool *is_ascii)
{
    int count = 0;
    unsigned char high = 0;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        high |= c;
        count += (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }
    *is_ascii = high < 0x80;
    return count;
}

static bool is_same(struct search *search, const char *text)
{
    bool is_ascii;
    int plain = count_plain(text, &is_ascii);
    if (is_ascii &&
        (plain < search->plain || plain > search->plain + ARTICLE_LETTERS || !search->is_plain))
        return false;
    if (!is_ascii && strlen(text) * FOLD_GROWTH < search->len)
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
        .ask = ask, .folded = folded, .flags = flags, .len = strlen(folded)};
    search.plain = count_plain(folded, &search.is_plain);
    bool has = is_answer_to(&search, ask->question);
    const struct bank *bank = ask->bank;
    for (int i = 0; i < bank->question_count && !has; i++) {
        has = shares_topic(ask->question, &bank->questions[i]) &&
              is_answer_to(&search, &bank->questions[i]);
    }
    arena_free(&search.scratch);
    return has;
}
