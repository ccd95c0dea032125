#include "core/kinds/kind.h"
#include "core/kinds/typed.h"

struct mark mark_gap(const struct ask *ask, int gap, const char *typed, struct arena *scratch)
{
    return typed_mark(ask, &ask->question->cloze.gaps[gap].accepted, typed, scratch);
}

// The share of all gaps. When all are full the verdict is the worst of theirs.
static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    int parts = ask->question->cloze.gap_count, credit = 0, right = 0;
    unsigned differs = 0;
    struct mark gap = {0};
    enum verdict worst = VERDICT_EXACT;
    for (int i = 0; i < parts; i++) {
        gap = mark_gap(ask, i, i < answer->text_count ? answer->texts[i] : NULL, scratch);
        credit += gap.credit;
        right += gap.credit == CREDIT_FULL;
        differs |= gap.differs;
        worst = gap.verdict < worst ? gap.verdict : worst;
    }
    if (parts == 1) {
        gap.right = right;
        gap.parts = parts;
        return gap;
    }
    struct mark mark =
        kind_mark(right == parts ? CREDIT_FULL : (2 * credit + parts) / (2 * parts));
    if (right == parts)
        mark.verdict = worst;
    mark.differs = mark.verdict == VERDICT_FOLDED ? differs : 0;
    mark.right = right;
    mark.parts = parts;
    return mark;
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    if (answer->text_count > ask->question->cloze.gap_count)
        return false;
    for (int i = 0; i < answer->text_count; i++) {
        if (typed_is_something(answer->texts[i]))
            return true;
    }
    return false;
}

const struct kind_rules kind_cloze = {
    .name = "cloze",
    .mark = mark,
    .is_complete = is_complete,
};
