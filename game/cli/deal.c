#include "cli/deal.h"

#include "base/i18n.h"
#include "cli/mark_wrong.h"

enum { MINUTE_MS = 60000 };

enum {
    COLON_SHOW,
    COLON_UNDO,
    COLON_REDO,
    COLON_HIDE,
    COLON_SUSPEND,
    COLON_FLAG,
    COLON_QUIT,
    COLON_HELP
};

static const struct colon colons[] = {
    [COLON_SHOW] = {"show", N_("see the answer; of a card that is to be answered: give it up")},
    [COLON_UNDO] = {"undo", N_("take back the last grade; any number of times")},
    [COLON_REDO] = {"redo", N_("do again what was taken back")},
    [COLON_HIDE] = {"hide", N_("hide this card until tomorrow")},
    [COLON_SUSPEND] = {"suspend", N_("put this card away for good")},
    [COLON_FLAG] = {"flag",
                    N_("mark this question as wrong, for who writes it; again: no longer")},
    [COLON_QUIT] = {"quit", N_("stop; all is kept, and goes on from here the next time")},
    [COLON_HELP] = {"help", N_("show this")},
};

enum { COLONS = sizeof(colons) / sizeof(colons[0]) };

static struct fsrs_time now(const struct deal *deal)
{
    return talk_time(&deal->desk->talk);
}

static struct buf *out(const struct deal *deal)
{
    return &deal->desk->talk.out;
}

int deal_left(const struct deal *deal)
{
    int left = 0;
    for (int i = 0; i < deal->count; i++) {
        const struct study_counts *counts = &deal->sessions[i].study.left;
        left += counts->new_cards + counts->learning + counts->due;
    }
    return left;
}

/// Does `step` in the session whose turn it is, else in the nearest one that lets it, going
/// round by `by`. That one's turn it is then.
static bool step_in_any(struct deal *deal, int by,
                        bool (*step)(struct study_session *s, struct fsrs_time now))
{
    for (int i = 0; i < deal->count; i++) {
        int at = (deal->at + (by > 0 ? i : deal->count - i)) % deal->count;
        if (step(&deal->sessions[at], now(deal))) {
            deal->at = at;
            desk_say_fault(deal->desk);
            return true;
        }
    }
    return false;
}

static enum deal_outcome undo(struct deal *deal)
{
    bool is_done = step_in_any(deal, -1, study_session_undo);
    buf_text(out(deal), is_done ? _("Taken back.\n") : _("There is nothing to take back.\n"));
    return is_done ? DEAL_NEXT : DEAL_AGAIN;
}

static enum deal_outcome redo(struct deal *deal)
{
    bool is_done = step_in_any(deal, 1, study_session_redo);
    buf_text(out(deal), is_done ? _("Done again.\n") : _("There is nothing to do again.\n"));
    return is_done ? DEAL_NEXT : DEAL_AGAIN;
}

static enum deal_outcome put_away(struct deal *deal, bool is_for_good)
{
    struct study_session *s = deal_session(deal);
    if (!(is_for_good ? study_session_suspend(s, now(deal)) : study_session_hide(s, now(deal))))
        return DEAL_AGAIN;
    desk_say_fault(deal->desk);
    buf_text(out(deal), is_for_good ? _("Put away for good. :undo brings it back.\n")
                                    : _("Hidden until tomorrow. :undo brings it back.\n"));
    return DEAL_NEXT;
}

static enum deal_outcome flag(struct deal *deal)
{
    const struct study *study = &deal_session(deal)->study;
    const struct deck_card *card = &study->cards[study->shown];
    mark_wrong(&deal->desk->talk, &deal->desk->memory, card->bank, card->question,
               deal_session(deal)->log.game);
    return DEAL_AGAIN;
}

static enum deal_outcome do_command(struct deal *deal, int command)
{
    bool needs_card = command == COLON_SHOW || command == COLON_HIDE ||
                      command == COLON_SUSPEND || command == COLON_FLAG;
    if (needs_card && deal_session(deal)->study.shown < 0) {
        buf_text(out(deal), _("No card is up.\n"));
        return DEAL_AGAIN;
    }
    switch (command) {
    case COLON_SHOW:
        return DEAL_SHOW;
    case COLON_UNDO:
        return undo(deal);
    case COLON_REDO:
        return redo(deal);
    case COLON_HIDE:
    case COLON_SUSPEND:
        return put_away(deal, command == COLON_SUSPEND);
    case COLON_FLAG:
        return flag(deal);
    case COLON_QUIT:
        return DEAL_QUIT;
    default:
        colon_add_help(colons, COLONS, out(deal));
        return DEAL_AGAIN;
    }
}

enum deal_outcome deal_read(struct deal *deal, const char *ask, int64_t wait_ms,
                            const char **line)
{
    switch (talk_read(&deal->desk->talk, ask, wait_ms, line)) {
    case LINES_LINE:
        break;
    case LINES_TIME_UP:
        return DEAL_NEXT;
    case LINES_END:
        return DEAL_INPUT_ENDED;
    case LINES_INTERRUPTED:
        return DEAL_INTERRUPTED;
    }
    int command = colon_find(colons, COLONS, line);
    if (command >= 0)
        return do_command(deal, command);
    if (command == COLON_UNKNOWN && deal->desk->talk.lines.is_terminal) {
        buf_text(out(deal), _("There is no such command. These are there:\n"));
        return do_command(deal, COLON_HELP);
    }
    return DEAL_GIVEN;
}

void deal_grade(struct deal *deal, struct study_grade grade)
{
    struct fsrs_outcome outcome;
    struct study_session *s = deal_session(deal);
    int number = s->study.shown;
    if (!study_session_grade(s, grade, now(deal), &outcome))
        return;
    desk_say_fault(deal->desk);
    if (!deal->is_cram)
        deal_add_graded(grade.rating, &outcome, out(deal));
    if (outcome.is_leech) {
        int lapses = s->study.cards[number].memory.lapses;
        buf_printf(out(deal),
                   ngettext("That card slipped away %d time. :undo brings it back, :suspend "
                            "puts it away.\n",
                            "That card slipped away %d times. :undo brings it back, :suspend "
                            "puts it away.\n",
                            (unsigned long)lapses),
                   lapses);
    }
}

/// The card that is up in the session whose turn it is, or in the next one that has any.
static const struct deck_card *next_card(struct deal *deal)
{
    int64_t now_ms = now(deal).at_ms;
    for (int i = 0; i < deal->count; i++) {
        int at = (deal->at + i) % deal->count;
        const struct deck_card *card = study_session_card(&deal->sessions[at], now_ms);
        if (card) {
            deal->at = at;
            return card;
        }
    }
    return NULL;
}

/// From when on there will be a card again; INT64_MAX: never, all is done.
static int64_t next_ms(const struct deal *deal)
{
    int64_t next = INT64_MAX;
    for (int i = 0; i < deal->count; i++) {
        int64_t at_ms = study_next_ms(&deal->sessions[i].study);
        next = at_ms < next ? at_ms : next;
    }
    return next;
}

static bool can_undo(const struct deal *deal)
{
    for (int i = 0; i < deal->count; i++) {
        if (study_can_undo(&deal->sessions[i].study))
            return true;
    }
    return false;
}

/// Whether somebody is there to say something while no card is up.
static bool is_attended(const struct deal *deal)
{
    return deal->desk->talk.lines.is_terminal;
}

/// Reads until a line is no command, or one that is leads on.
static enum deal_outcome read_on(struct deal *deal, const char *ask, int64_t until_ms)
{
    enum deal_outcome outcome = DEAL_AGAIN;
    while (outcome == DEAL_AGAIN) {
        const char *line;
        int64_t wait_ms = until_ms == INT64_MAX ? INT64_MAX : until_ms - now(deal).at_ms;
        outcome = deal_read(deal, ask, wait_ms > 0 ? wait_ms : 0, &line);
    }
    return outcome;
}

/// All that is left is in learning, and comes back later today.
static enum deal_outcome wait_for_card(struct deal *deal, int64_t until_ms)
{
    int minutes = (int)((until_ms - now(deal).at_ms + MINUTE_MS - 1) / MINUTE_MS);
    buf_text(out(deal), "\n");
    deal_add_done(deal, out(deal));
    buf_printf(out(deal),
               ngettext("The next card comes in %d minute.\n",
                        "The next card comes in %d minutes.\n", (unsigned long)minutes),
               minutes);
    // Where the clock stands, or nobody can wait, it never comes.
    if (!is_attended(deal) || deal->desk->talk.fixed_now_ms >= 0)
        return DEAL_OVER;
    enum deal_outcome outcome =
        read_on(deal, _("It is shown then; :quit ends until another time: "), until_ms);
    if (outcome == DEAL_INPUT_ENDED || outcome == DEAL_QUIT)
        return DEAL_OVER;
    return outcome == DEAL_GIVEN ? DEAL_NEXT : outcome;
}

static enum deal_outcome finish(struct deal *deal)
{
    buf_text(out(deal), "\n");
    deal_add_over(deal, out(deal));
    if (!is_attended(deal) || !can_undo(deal))
        return DEAL_OVER;
    enum deal_outcome outcome =
        read_on(deal, _("Enter ends, :undo takes the last grade back: "), INT64_MAX);
    return outcome == DEAL_NEXT || outcome == DEAL_INTERRUPTED ? outcome : DEAL_OVER;
}

enum deal_outcome deal_go(struct deal *deal)
{
    enum deal_outcome outcome = DEAL_NEXT;
    while (outcome < DEAL_OVER) {
        const struct deck_card *card = next_card(deal);
        int64_t until_ms = card ? 0 : next_ms(deal);
        if (card) {
            outcome = deal_card(deal, card);
        } else if (until_ms != INT64_MAX) {
            outcome = wait_for_card(deal, until_ms);
        } else {
            outcome = finish(deal);
        }
        arena_reset(&deal->arena);
    }
    if (outcome == DEAL_QUIT)
        deal_add_done(deal, out(deal));
    talk_flush(&deal->desk->talk);
    return outcome;
}
