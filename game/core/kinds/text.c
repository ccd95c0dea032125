#include "core/kinds/kind.h"
#include "core/kinds/typed.h"

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    const char *typed = answer->text_count > 0 ? answer->texts[0] : NULL;
    return typed_mark(ask, &ask->question->accepted, typed, scratch);
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    (void)ask;
    return answer->text_count == 1 && typed_is_something(answer->texts[0]);
}

const struct kind_rules kind_text = {
    .name = "text",
    .mark = mark,
    .is_complete = is_complete,
};
