#include <stdio.h>

#include "base/i18n.h"
#include "cli/deal.h"
#include "cli/run.h"

static void add_intro(const struct deal *deal)
{
    const struct desk *desk = deal->desk;
    struct buf *out = &deal->desk->talk.out;
    if (desk->cli->values[OPTION_QUIET].is_set)
        return;
    for (int i = 0; i < desk->chosen_count; i++)
        buf_printf(out, "%s\n", desk->chosen[i]->title);
    if (deal->is_cram)
        buf_text(out, _("Cramming: when each card is due stays as it is.\n"));
    if (deal_left(deal))
        buf_text(out, _("Commands: :show :undo :redo :hide :suspend :quit :help\n"));
}

/// Begins a session for each bank, or goes on with today's.
static void begin(struct deal *deal)
{
    struct desk *desk = deal->desk;
    const struct study_store store = {&desk->journal, &desk->memory, &desk->settings};
    const struct option_value *new_cards = &desk->cli->values[OPTION_NEW];
    const struct fsrs_time now = talk_time(&desk->talk);
    struct rng rng = rng_seed(desk_seed());
    deal->count = desk->chosen_count;
    deal->sessions = ARENA_ARRAY(&desk->arena, deal->count, struct study_session);
    for (int i = 0; i < deal->count; i++) {
        if (new_cards->is_set) {
            study_session_begin_with(&deal->sessions[i], &store, desk->chosen[i],
                                     (int)new_cards->number, now, &rng);
        } else {
            study_session_begin(&deal->sessions[i], &store, desk->chosen[i],
                                deal->is_cram ? DECK_CRAM : DECK_DUE, now, &rng);
        }
    }
    desk_say_fault(desk);
}

static int status_of(const struct deal *deal, enum deal_outcome outcome)
{
    if (outcome == DEAL_INTERRUPTED)
        return CLI_INTERRUPTED;
    if (outcome != DEAL_INPUT_ENDED)
        return CLI_DONE;
    int left = deal_left(deal);
    fprintf(stderr,
            ngettext("quartet: the input ended with %d card left\n",
                     "quartet: the input ended with %d cards left\n", (unsigned long)left),
            left);
    return CLI_NO;
}

static int study(struct desk *desk, struct cli *cli)
{
    struct deal deal = {
        .desk = desk,
        .is_cram = cli->values[OPTION_CRAM].is_set,
        .is_typed = cli->values[OPTION_TYPE].is_set,
    };
    if (deal.is_cram && cli->values[OPTION_NEW].is_set) {
        fputs(_("quartet: --cram takes all cards, so --new has no meaning with it\n"), stderr);
        return CLI_FAILED;
    }
    if (!desk_find(desk, cli))
        return CLI_FAILED;
    desk_open(desk);
    deal.is_typed = deal.is_typed || desk->settings.answer_cards;
    desk_remember_bank(desk);
    begin(&deal);
    add_intro(&deal);
    int status = status_of(&deal, deal_go(&deal));
    for (int i = 0; i < deal.count; i++)
        study_session_close(&deal.sessions[i]);
    arena_free(&deal.arena);
    return status;
}

int run_study(struct cli *cli)
{
    struct desk desk = {0};
    int status = study(&desk, cli);
    desk_close(&desk);
    return status;
}
