#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/deal.h"
#include "cli/feedback.h"
#include "cli/prompt.h"
#include "core/interval.h"

enum { MINUTE_MS = 60000, OFFERED_MOST = 5 };

// --- the sides -------------------------------------------------------------------------------

static void add_task(const struct card_faces *faces, struct buf *out)
{
    int wanted = faces->back.line_count;
    switch (faces->task) {
    case CARD_TRUE_OR_FALSE:
        buf_text(out, _("True or false?\n"));
        return;
    case CARD_CHOOSE:
        buf_text(out, _("Choose one.\n"));
        return;
    case CARD_RECALL_ALL:
        buf_printf(out, ngettext("Name %d.\n", "Name all %d.\n", (unsigned long)wanted),
                   wanted);
        return;
    case CARD_CHOOSE_ALL:
        buf_text(out, _("Choose all that are right.\n"));
        return;
    case CARD_SORT:
        buf_text(out, _("Put in order.\n"));
        return;
    case CARD_PAIR:
        buf_text(out, _("Find the pairs.\n"));
        return;
    case CARD_FILL:
        buf_text(out, _("What is missing?\n"));
        return;
    case CARD_RECALL:
        return;
    }
}

static void add_line(const struct card_face *face, int i, struct buf *out)
{
    const struct card_line *line = &face->lines[i];
    switch (face->list) {
    case CARD_CHOICES:
    case CARD_MIXED:
        buf_printf(out, "  %c) %s\n", prompt_letter_of(i), line->text);
        return;
    case CARD_SORTED:
        buf_printf(out, "  %d. %s\n", i + 1, line->text);
        return;
    case CARD_PAIRS:
        buf_printf(out, "  %s - %s\n", line->text, line->other);
        return;
    case CARD_ALL:
        buf_printf(out, "  %s\n", line->text);
        return;
    case CARD_ALSO:
        buf_printf(out, _("Also right: %s\n"), line->text);
        return;
    case CARD_TOLERANCE:
        buf_printf(out, "%s\n", line->text);
        return;
    case CARD_ENDS:
    case CARD_NO_LIST:
        return;
    }
}

/// What is left, then what is right of it: read aloud, what stands side by side seems to go
/// together.
static void add_ends(const struct card_face *face, struct buf *out)
{
    for (int i = 0; i < face->line_count; i++) {
        if (face->lines[i].text)
            buf_printf(out, "  %d) %s\n", i + 1, face->lines[i].text);
    }
    for (int i = 0; i < face->line_count; i++)
        buf_printf(out, "  %c) %s\n", 'a' + i, face->lines[i].other);
}

static void add_lines(const struct card_face *face, struct buf *out)
{
    if (face->list == CARD_ENDS)
        add_ends(face, out);
    for (int i = 0; face->list != CARD_NO_LIST && i < face->line_count; i++)
        add_line(face, i, out);
}

void deal_add_front(const struct card_faces *faces, const struct deck_card *card,
                    struct buf *out)
{
    if (faces->front.text)
        buf_printf(out, "%s\n", faces->front.text);
    if (!faces->is_reversed)
        feedback_add_media(card->question, out);
    add_task(faces, out);
    add_lines(&faces->front, out);
}

void deal_add_back(const struct card_faces *faces, const struct deck_card *card,
                   struct buf *out)
{
    if (faces->back.text)
        buf_printf(out, "%s\n", faces->back.text);
    if (faces->is_reversed)
        feedback_add_media(card->question, out);
    add_lines(&faces->back, out);
    feedback_add_why(card->question, out);
}

// --- around them -----------------------------------------------------------------------------

void deal_add_header(const struct deal *deal, const struct deck_card *card, struct buf *out)
{
    const struct study_counts *left = &deal_session(deal)->study.left;
    const struct question *q = card->question;
    buf_text(out, "\n");
    if (deal->count > 1)
        buf_printf(out, "%s: ", card->bank->title);
    if (deal->is_cram) {
        int count = left->new_cards + left->learning + left->due;
        buf_printf(out, ngettext("%d card left", "%d cards left", (unsigned long)count), count);
    } else {
        buf_printf(out, _("%d new, %d learning, %d due"), left->new_cards, left->learning,
                   left->due);
    }
    if (q->topic_count)
        buf_printf(out, " (%s)", card->bank->topics[q->topics[0]]);
    buf_text(out, "\n");
}

static const char *const rating_words[FSRS_RATING_END] = {
    [FSRS_AGAIN] = N_("again"),
    [FSRS_HARD] = N_("hard"),
    [FSRS_GOOD] = N_("good"),
    [FSRS_EASY] = N_("easy"),
};

const char *deal_rating_word(enum fsrs_rating rating)
{
    return _(rating_words[rating]);
}

enum fsrs_rating deal_rating(const char *line, struct arena *arena)
{
    if (line[0] > '0' && line[0] < '0' + FSRS_RATING_END && !line[1])
        return (enum fsrs_rating)(line[0] - '0');
    for (int i = FSRS_AGAIN; i < FSRS_RATING_END; i++) {
        if (prompt_is_same(arena, line, rating_words[i]) ||
            prompt_is_same(arena, line, _(rating_words[i])))
            return (enum fsrs_rating)i;
    }
    return (enum fsrs_rating)0;
}

static const char *wait_pattern(enum interval_unit unit)
{
    switch (unit) {
    case INTERVAL_SECONDS:
        return _("{1} s");
    case INTERVAL_MINUTES:
        return _("{1} min");
    case INTERVAL_HOURS:
        return _("{1} h");
    case INTERVAL_DAYS:
        return _("{1} d");
    case INTERVAL_MONTHS:
        return _("{1} mo");
    case INTERVAL_YEARS:
        break;
    }
    return _("{1} y");
}

/// "10 min", "2.5 mo".
static const char *wait_words(const struct fsrs_outcome *outcome, struct arena *arena)
{
    struct interval interval = interval_of(outcome);
    const char *number = fill_number(arena, interval.tenths / 10);
    if (interval.tenths % 10) {
        // TRANSLATORS: a number with one decimal
        number = fill_text(arena, _("{1}.{2}"), number,
                           fill_number(arena, interval.tenths % 10), NULL);
    }
    return fill_text(arena, wait_pattern(interval.unit), number, NULL);
}

void deal_add_grades(const struct fsrs_outcome *waits, struct buf *out)
{
    struct arena scratch = {0};
    for (int i = FSRS_AGAIN; i < FSRS_RATING_END; i++) {
        buf_printf(out, "%s%d %s", i > FSRS_AGAIN ? ", " : "", i, _(rating_words[i]));
        if (waits)
            buf_printf(out, " %s", wait_words(&waits[i], &scratch));
    }
    arena_free(&scratch);
}

void deal_add_graded(enum fsrs_rating rating, const struct fsrs_outcome *outcome,
                     struct buf *out)
{
    struct arena scratch = {0};
    buf_printf(out, "%s\n",
               fill_text(&scratch, _("Graded {1}: comes back in {2}."), _(rating_words[rating]),
                         wait_words(outcome, &scratch), NULL));
    arena_free(&scratch);
}

static struct study_done done_in(const struct deal *deal)
{
    struct study_done sum = {0};
    for (int i = 0; i < deal->count; i++) {
        const struct study_done *done = &deal->sessions[i].study.done;
        sum.cards += done->cards;
        sum.new_cards += done->new_cards;
        sum.took_ms += done->took_ms;
    }
    return sum;
}

void deal_add_done(const struct deal *deal, struct buf *out)
{
    struct study_done done = done_in(deal);
    int minutes = (int)((done.took_ms + MINUTE_MS - 1) / MINUTE_MS);
    if (!done.cards)
        return;
    buf_printf(out, ngettext("%d card", "%d cards", (unsigned long)done.cards), done.cards);
    if (minutes) {
        buf_printf(out, ngettext(" in %d minute", " in %d minutes", (unsigned long)minutes),
                   minutes);
    }
    if (done.new_cards && !deal->is_cram)
        buf_printf(out, _(", %d of them new"), done.new_cards);
    buf_text(out, ".\n");
}

/// Whether a card was graded today, also in a quiz or in another session.
static bool was_done(const struct deal *deal)
{
    bool was = false;
    for (int i = 0; i < deal->count; i++) {
        const struct study *study = &deal->sessions[i].study;
        was = was || study->done.cards || study->rules.new_done || study->rules.reviews_done;
    }
    return was;
}

static void add_tomorrow(const struct deal *deal, struct buf *out)
{
    int tomorrow = 0;
    for (int i = 0; i < deal->count; i++)
        tomorrow += study_tomorrow(&deal->sessions[i].study);
    buf_text(out, was_done(deal) ? _("Done for today. ") : _("Nothing is due. "));
    if (tomorrow) {
        buf_printf(out, _("Next cards tomorrow: %d.\n"), tomorrow);
    } else {
        buf_text(out, _("No cards tomorrow.\n"));
    }
}

/// New cards beyond today's limit.
static void add_offer(const struct deal *deal, struct buf *out)
{
    int held = 0;
    for (int i = 0; i < deal->count; i++)
        held += deal->sessions[i].study.deck.held_new;
    if (!held)
        return;
    buf_printf(out,
               ngettext("%d new card waits for another day",
                        "%d new cards wait for another day", (unsigned long)held),
               held);
    int offered = held < OFFERED_MOST ? held : OFFERED_MOST;
    buf_printf(out, _("; to learn some now: --new %d\n"), offered);
}

void deal_add_over(const struct deal *deal, struct buf *out)
{
    if (deal->is_cram) {
        buf_text(out, _("Through with all cards. When each is due is as it was before.\n"));
        deal_add_done(deal, out);
        return;
    }
    add_tomorrow(deal, out);
    deal_add_done(deal, out);
    add_offer(deal, out);
}
