#include "screens/ask.h"

#include "base/fill.h"
#include "base/i18n.h"

const char *ask_answer_tag(const struct ask_context *context, struct arena *arena)
{
    return context->answerer ? fill_text(arena, _("{1} answered"), context->answerer, NULL)
                             : _("Your answer");
}

int ask_ruled_credit(const struct ask_context *context, int credit)
{
    switch (context->ruling) {
    case ASK_TAKEN_AS_RIGHT:
        return CREDIT_FULL;
    case ASK_TAKEN_AS_WRONG:
        return 0;
    case ASK_AS_MARKED:
        break;
    }
    return credit;
}
