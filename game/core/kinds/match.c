#include <string.h>

#include "base/text.h"
#include "core/kinds/kind.h"

static int rights_count(const struct question *question)
{
    return question->match.count + question->match.extra_count;
}

static void show(struct ask *ask, struct rng *rng)
{
    // Unshuffled, each right side would stand beside its left one.
    kind_show_all(ask, rights_count(ask->question), true, rng);
}

static bool reads_like(const char *a, const char *b, struct arena *scratch)
{
    const unsigned flags = FOLD_CASE | FOLD_INVISIBLE;
    return strcmp(text_fold(scratch, a, flags, NULL), text_fold(scratch, b, flags, NULL)) == 0;
}

bool mark_pair(const struct ask *ask, int left, int given, struct arena *scratch)
{
    const struct question *question = ask->question;
    if (given >= rights_count(question))
        return false;
    return given == left ||
           reads_like(question->match.rights[given], question->match.rights[left], scratch);
}

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    const struct question *question = ask->question;
    int parts = question->match.count, right = 0;
    for (int i = 0; i < parts; i++)
        right += mark_pair(ask, i, answer->places[i], scratch);
    struct mark mark = kind_mark(kind_share(right, parts));
    mark.right = right;
    mark.parts = parts;
    return mark;
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    const struct question *question = ask->question;
    return kind_are_different(answer->places, question->match.count, rights_count(question));
}

const struct kind_rules kind_match = {
    .name = "match",
    .show = show,
    .mark = mark,
    .is_complete = is_complete,
};
