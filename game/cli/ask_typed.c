#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "cli/prompt.h"
#include "core/answer_text.h"

static void set_text(struct reply *reply, int count, int i, const char *text)
{
    if (!reply->answer.texts) {
        reply->answer.texts = ARENA_ARRAY(reply->arena, count, const char *);
        reply->answer.text_count = count;
    }
    // The answer is still in the making here; to everybody else it is const.
    ((const char **)reply->answer.texts)[i] =
        text ? arena_text(reply->arena, text, strlen(text)) : NULL;
}

static void ask_text(const struct turn *turn, int step, struct buf *out)
{
    (void)turn, (void)step;
    buf_text(out, _("Answer: "));
}

static bool take_text(const struct turn *turn, int step, const char *line, struct reply *reply)
{
    (void)step;
    set_text(reply, 1, 0, line);
    if (answer_is_complete(&turn->ask, &reply->answer))
        return true;
    buf_text(reply->complaint, _("Type something; :help shows what else you can do.\n"));
    return false;
}

static void tell_text(const struct ask *ask, struct buf *out)
{
    buf_printf(out, _("It is %s\n"), ask->question->accepted.items[0]);
}

static void ask_number(const struct turn *turn, int step, struct buf *out)
{
    (void)step;
    const char *unit = turn->ask.question->number->unit;
    if (unit) {
        buf_printf(out, _("Number (%s): "), unit);
    } else {
        buf_text(out, _("Number: "));
    }
}

static bool take_number(const struct turn *turn, int step, const char *line,
                        struct reply *reply)
{
    (void)step;
    set_text(reply, 1, 0, line);
    if (answer_is_complete(&turn->ask, &reply->answer))
        return true;
    buf_text(reply->complaint, _("Type a number, such as 12 or 0.5\n"));
    return false;
}

static void tell_number(const struct ask *ask, struct buf *out)
{
    const struct number_answer *number = ask->question->number;
    const struct answer_words words = {.range = _("from {1} to {2}")};
    struct arena scratch = {0};
    const char *right = answer_text_right(ask->question, &words, &scratch);
    char tolerance[NUMBER_ROOM];
    number_format(number->is_share ? number->tolerance * 100 : number->tolerance, tolerance);
    if (number->tolerance > 0) {
        buf_printf(out, _("It is %s (%s%s more or less is right)\n"), right, tolerance,
                   number->is_share ? " %" : "");
    } else {
        buf_printf(out, _("It is %s\n"), right);
    }
    arena_free(&scratch);
}

static int cloze_steps(const struct question *question)
{
    return question->cloze.gap_count;
}

static void ask_cloze(const struct turn *turn, int step, struct buf *out)
{
    const char *hint = turn->ask.question->cloze.gaps[step].hint;
    if (hint) {
        buf_printf(out, _("Gap %d (%s): "), step + 1, hint);
    } else {
        buf_printf(out, _("Gap %d: "), step + 1);
    }
}

// A gap may stay empty: whoever knows one of two words should get the share for it.
static bool take_cloze(const struct turn *turn, int step, const char *line, struct reply *reply)
{
    int gaps = turn->ask.question->cloze.gap_count;
    set_text(reply, gaps, step, line[0] ? line : NULL);
    if (step + 1 < gaps || answer_is_complete(&turn->ask, &reply->answer))
        return true;
    buf_text(reply->complaint, _("Fill one gap at least; :help shows what else you can do.\n"));
    return false;
}

static void tell_cloze(const struct ask *ask, struct buf *out)
{
    const struct question *q = ask->question;
    for (int i = 0; i < q->cloze.gap_count; i++)
        buf_printf(out, "%s[%s]", q->cloze.between[i], q->cloze.gaps[i].accepted.items[0]);
    buf_printf(out, "%s\n", q->cloze.between[q->cloze.gap_count]);
}

const struct prompt prompt_text = {
    .ask = ask_text,
    .take = take_text,
    .tell = tell_text,
};

const struct prompt prompt_number = {
    .ask = ask_number,
    .take = take_number,
    .tell = tell_number,
};

const struct prompt prompt_cloze = {
    .steps = cloze_steps,
    .ask = ask_cloze,
    .take = take_cloze,
    .tell = tell_cloze,
};
