#include "core/kinds/typed.h"

#include <string.h>

#include "base/text.h"
#include "core/kinds/kind.h"
#include "core/kinds/rivals.h"

enum {
    LETTERS_FOR_ONE = 4, // a typo is forgiven from so many letters on, two from so many
    LETTERS_FOR_TWO = 10,
};

// One answer that was typed, and what it is compared to.
struct typing {
    const struct ask *ask;
    const struct texts *accepted;
    const char *typed, *exact, *folded; // as typed; in NFC; folded by `flags`
    unsigned flags;
    struct arena *scratch;
};

static const struct differing {
    unsigned differs, flag;
} differing[] = {
    // In the order in which they are tried to be done without.
    {DIFFERS_ARTICLE, FOLD_ARTICLE},         {DIFFERS_SPACES, FOLD_SPACES},
    {DIFFERS_PUNCTUATION, FOLD_PUNCTUATION}, {DIFFERS_CAPITALS, FOLD_CASE},
    {DIFFERS_ACCENTS, FOLD_ACCENTS},
};

static const char *fold(const struct typing *t, const char *text, unsigned flags)
{
    return text_fold(t->scratch, text, flags | FOLD_INVISIBLE, t->ask->bank->language);
}

static bool is_equal(const struct typing *t, const char *accepted, unsigned flags)
{
    return strcmp(fold(t, t->typed, flags), fold(t, accepted, flags)) == 0;
}

// The least that has to be folded for the two to be equal.
static unsigned find_differs(const struct typing *t, const char *accepted)
{
    unsigned flags = t->flags, differs = 0;
    for (size_t i = 0; i < sizeof differing / sizeof *differing; i++) {
        if (!(flags & differing[i].flag))
            continue;
        if (is_equal(t, accepted, flags & ~differing[i].flag)) {
            flags &= ~differing[i].flag;
        } else {
            differs |= differing[i].differs;
        }
    }
    return differs;
}

static int credit_of(const struct texts *accepted, int i)
{
    return accepted->notes ? accepted->notes[i].credit : CREDIT_FULL;
}

static bool is_better(const struct mark *a, const struct mark *b)
{
    if (b->accepted < 0)
        return true;
    return a->credit != b->credit ? a->credit > b->credit : a->verdict > b->verdict;
}

// The best of the accepted answers that are exactly or nearly what was typed.
static struct mark find_equal(const struct typing *t)
{
    struct mark best = kind_mark(0);
    for (int i = 0; i < t->accepted->count; i++) {
        const char *accepted = t->accepted->items[i];
        struct mark mark = kind_mark(credit_of(t->accepted, i));
        mark.accepted = i;
        mark.verdict = VERDICT_EXACT;
        if (strcmp(t->exact, fold(t, accepted, 0)) != 0) {
            const char *folded = fold(t, accepted, t->flags);
            if (folded[0] == '\0' || strcmp(t->folded, folded) != 0)
                continue;
            mark.verdict = VERDICT_FOLDED;
        }
        if (is_better(&mark, &best))
            best = mark;
    }
    if (best.verdict == VERDICT_FOLDED)
        best.differs = find_differs(t, t->accepted->items[best.accepted]);
    return best;
}

static int allowed_typos(const struct question *question, const char *folded)
{
    if (question->typos != TYPOS_BY_LENGTH)
        return question->typos;
    if (question->is_exact)
        return 0;
    int letters = text_letters(folded);
    return (letters >= LETTERS_FOR_ONE) + (letters >= LETTERS_FOR_TWO);
}

// The next digit in `*at`, 0 after the last.
static uint32_t next_digit(const char **at)
{
    for (const char *end = *at + strlen(*at); *at < end;) {
        uint32_t c = text_next(at, end);
        if (text_is_digit(c))
            return c;
    }
    return 0;
}

static bool has_same_digits(const char *a, const char *b)
{
    uint32_t digit;
    do {
        digit = next_digit(&a);
        if (digit != next_digit(&b))
            return false;
    } while (digit != 0);
    return true;
}

// Whether `word` (`len` capital letters) is a word of `text`, which is folded to small ones.
static bool has_word(const char *text, const char *word, size_t len)
{
    while (*text) {
        size_t own_len = strcspn(text, " "), i = 0;
        while (own_len == len && i < len && text[i] == (word[i] | 0x20))
            i++;
        if (i == len)
            return true;
        text += own_len;
        text += strspn(text, " ");
    }
    return false;
}

// Roman numerals are numbers too: Henry VII is no typo of Henry VIII.
static bool has_same_numerals(const struct typing *t, const char *accepted)
{
    const char *typed = fold(t, t->typed, FOLD_CASE | FOLD_PUNCTUATION);
    const char *word = fold(t, accepted, FOLD_PUNCTUATION);
    while (*word) {
        size_t len = strcspn(word, " ");
        if (strspn(word, "IVXLCDM") == len && !has_word(typed, word, len))
            return false;
        word += len;
        word += strspn(word, " ");
    }
    return true;
}

// The accepted answer that was most likely meant, if the typos in it are forgiven.
static struct mark find_nearly(const struct typing *t)
{
    struct mark best = kind_mark(0);
    int best_edits = 0;
    for (int i = 0; i < t->accepted->count; i++) {
        const char *accepted = t->accepted->items[i];
        const char *folded = fold(t, accepted, t->flags);
        int allowed = allowed_typos(t->ask->question, folded);
        int edits = text_edits(t->folded, folded, allowed);
        if (edits > allowed || !has_same_digits(t->folded, folded) ||
            !has_same_numerals(t, accepted))
            continue;
        struct mark mark = kind_mark(credit_of(t->accepted, i));
        mark.accepted = i;
        mark.verdict = VERDICT_NEARLY;
        if (best.accepted < 0 || mark.credit > best.credit ||
            (mark.credit == best.credit && edits < best_edits)) {
            best = mark;
            best_edits = edits;
        }
    }
    return best;
}

struct mark typed_mark(const struct ask *ask, const struct texts *accepted, const char *typed,
                       struct arena *scratch)
{
    if (!typed_is_something(typed))
        return kind_mark(0);
    struct typing t = {
        .ask = ask,
        .accepted = accepted,
        .typed = typed,
        .flags = FOLD_ALL,
        .scratch = scratch,
    };
    if (ask->question->is_exact)
        t.flags &= ~(unsigned)(FOLD_CASE | FOLD_ACCENTS);
    t.exact = fold(&t, typed, 0);
    t.folded = fold(&t, typed, t.flags);

    struct mark mark = find_equal(&t);
    if (mark.accepted < 0 && t.folded[0] != '\0') {
        mark = find_nearly(&t);
        if (mark.accepted >= 0 && rivals_have(ask, t.folded, t.flags))
            return kind_mark(0);
    }
    if (mark.accepted >= 0 && mark.credit < CREDIT_FULL) {
        mark.verdict = mark.credit > 0 ? VERDICT_ACCEPTED : VERDICT_WRONG;
        mark.differs = 0;
    }
    return mark;
}

bool typed_is_something(const char *typed)
{
    if (!typed)
        return false;
    struct arena arena = {0};
    bool is_something = text_fold(&arena, typed, FOLD_INVISIBLE, NULL)[0] != '\0';
    arena_free(&arena);
    return is_something;
}
