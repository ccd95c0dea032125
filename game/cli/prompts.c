#include <string.h>

#include "base/text.h"
#include "cli/prompt.h"

enum { LETTERS = 26 };

const struct prompt *const prompts[KIND_COUNT] = {
    [KIND_CHOICE] = &prompt_choice,       [KIND_MULTI] = &prompt_multi,
    [KIND_TRUEFALSE] = &prompt_truefalse, [KIND_TEXT] = &prompt_text,
    [KIND_NUMBER] = &prompt_number,       [KIND_ORDER] = &prompt_order,
    [KIND_MATCH] = &prompt_match,         [KIND_CLOZE] = &prompt_cloze,
    [KIND_CARD] = &prompt_card,
};

int prompt_letter(const char *word, size_t len, int count)
{
    if (len != 1)
        return PROMPT_NOWHERE;
    int place = word[0] >= 'a' && word[0] <= 'z' ? word[0] - 'a' : word[0] - 'A';
    return place >= 0 && place < LETTERS && place < count ? place : PROMPT_NOWHERE;
}

int prompt_number_of(const char *word, size_t len, int count)
{
    int number = 0;
    for (size_t i = 0; i < len; i++) {
        if (word[i] < '0' || word[i] > '9' || number > ASK_PLACES)
            return PROMPT_NOWHERE;
        number = number * 10 + (word[i] - '0');
    }
    return number >= 1 && number <= count ? number - 1 : PROMPT_NOWHERE;
}

bool prompt_unwrap(const char **word, size_t *len)
{
    size_t before = *len;
    if (*len > 1 && strchr(").", (*word)[*len - 1]))
        --*len;
    if (*len > 1 && **word == '(') {
        ++*word;
        --*len;
    }
    return *len < before;
}

char prompt_letter_of(int place)
{
    return (char)('A' + place);
}

const char *prompt_next_word(const char **at, size_t *len)
{
    static const char between[] = " ,;";
    const char *word = *at + strspn(*at, between);
    *len = strcspn(word, between);
    *at = word + *len;
    return *len ? word : NULL;
}

bool prompt_is_same(struct arena *arena, const char *a, const char *b)
{
    return strcmp(text_fold(arena, a, FOLD_CASE, NULL), text_fold(arena, b, FOLD_CASE, NULL)) ==
           0;
}
