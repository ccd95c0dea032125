#include "core/mark.h"

#include <string.h>

#include "core/kinds/kind.h"

struct mark mark_answer(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    return kind_rules(ask->question->kind)->mark(ask, answer, scratch);
}

bool answer_is_complete(const struct ask *ask, const struct answer *answer)
{
    return kind_rules(ask->question->kind)->is_complete(ask, answer);
}

int mark_kept(const struct question *question, const struct answer *answer,
              bool kept[ASK_PLACES])
{
    int count = question->order.count < ASK_PLACES ? question->order.count : ASK_PLACES;
    int length[ASK_PLACES] = {0}, before[ASK_PLACES] = {0}; // of the longest run up to a place
    int last = -1;
    for (int i = 0; i < count; i++) {
        length[i] = 1;
        before[i] = -1;
        for (int j = 0; j < i; j++) {
            if (answer->places[j] < answer->places[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        }
        if (last < 0 || length[i] > length[last])
            last = i;
    }
    memset(kept, 0, ASK_PLACES * sizeof *kept);
    int longest = last < 0 ? 0 : length[last];
    for (int i = last; i >= 0; i = before[i])
        kept[i] = true;
    return longest;
}

struct answer answer_copy(const struct answer *answer, struct arena *arena)
{
    struct answer copy = *answer;
    if (answer->text_count == 0)
        return copy;
    const char **texts = ARENA_ARRAY(arena, answer->text_count, const char *);
    for (int i = 0; i < answer->text_count; i++) {
        const char *text = answer->texts[i];
        texts[i] = text ? arena_text(arena, text, strlen(text)) : NULL;
    }
    copy.texts = texts;
    return copy;
}
