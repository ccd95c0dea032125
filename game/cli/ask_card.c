#include "base/i18n.h"
#include "cli/prompt.h"

enum { FRONT, BACK, SIDES };

static int card_steps(const struct question *question)
{
    (void)question;
    return SIDES;
}

static void ask_card(const struct turn *turn, int step, struct buf *out)
{
    if (step == FRONT) {
        buf_text(out, _("Enter shows the back: "));
        return;
    }
    buf_printf(out, "%s\n", turn->ask.question->card.back);
    buf_text(out, _("Did you know it (y, n or partly): "));
}

static bool take_card(const struct turn *turn, int step, const char *line, struct reply *reply)
{
    static const struct {
        const char *word;
        int credit;
    } words[] = {
        {N_("yes"), CREDIT_FULL},   {N_("y"), CREDIT_FULL}, {N_("partly"), CREDIT_FULL / 2},
        {N_("p"), CREDIT_FULL / 2}, {N_("no"), 0},          {N_("n"), 0},
    };

    (void)turn;
    if (step == FRONT)
        return true;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (prompt_is_same(reply->arena, line, words[i].word) ||
            prompt_is_same(reply->arena, line, _(words[i].word))) {
            reply->answer.credit = words[i].credit;
            return true;
        }
    }
    buf_text(reply->complaint, _("Type y if you knew it, n if not, or partly.\n"));
    return false;
}

static void tell_card(const struct ask *ask, struct buf *out)
{
    buf_printf(out, "%s\n", ask->question->card.back);
}

const struct prompt prompt_card = {
    .steps = card_steps,
    .ask = ask_card,
    .take = take_card,
    .tell = tell_card,
};
