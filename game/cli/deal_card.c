#include "base/i18n.h"
#include "cli/deal.h"
#include "cli/prompt.h"

static bool is_terminal(const struct deal *deal)
{
    return deal->desk->talk.lines.is_terminal;
}

/// Shows the front until the answer is wanted.
static enum deal_outcome show_front(struct deal *deal)
{
    enum deal_outcome outcome = DEAL_AGAIN;
    while (outcome == DEAL_AGAIN) {
        const char *line;
        outcome = deal_read(deal, _("Enter shows the answer: "), INT64_MAX, &line);
        if (outcome != DEAL_GIVEN)
            continue;
        // Nobody grades blind. Where nobody can be told, any line shows the answer.
        bool is_show = !line[0] || prompt_is_same(&deal->arena, line, "show") ||
                       prompt_is_same(&deal->arena, line, _("show"));
        if (is_show || !is_terminal(deal))
            return DEAL_SHOW;
        buf_text(&deal->desk->talk.out, _("See the answer first: press Enter.\n"));
        outcome = DEAL_AGAIN;
    }
    return outcome;
}

/// Takes a grade for the card, whose back was seen.
static enum deal_outcome read_grade(struct deal *deal, const char *ask,
                                    struct study_grade usual)
{
    const char *line;
    enum deal_outcome outcome = deal_read(deal, ask, INT64_MAX, &line);
    if (outcome != DEAL_GIVEN)
        return outcome;
    struct study_grade grade = usual;
    if (line[0])
        grade.rating = deal_rating(line, &deal->arena);
    if (!grade.rating && is_terminal(deal)) {
        buf_printf(&deal->desk->talk.out,
                   _("Type 1, 2, 3 or 4, or again, hard, good or easy. Enter alone is %s.\n"),
                   deal_rating_word(usual.rating));
        return DEAL_AGAIN;
    }
    if (!grade.rating)
        grade.rating = FSRS_AGAIN;
    deal_grade(deal, grade);
    return DEAL_NEXT;
}

enum deal_outcome deal_back(struct deal *deal, const struct card_faces *faces,
                            const struct deck_card *card, struct study_grade usual)
{
    struct fsrs_outcome waits[FSRS_RATING_END];
    struct buf ask = {0};
    bool has_waits = study_preview(&deal_session(deal)->study, usual.evidence,
                                   talk_time(&deal->desk->talk), waits);
    deal_add_grades(has_waits ? waits : NULL, &ask);
    if (deal->is_typed)
        buf_printf(&ask, _(" (Enter: %s)"), deal_rating_word(usual.rating));
    buf_text(&ask, ": ");
    enum deal_outcome outcome = DEAL_SHOW;
    while (outcome == DEAL_AGAIN || outcome == DEAL_SHOW) {
        if (outcome == DEAL_SHOW)
            deal_add_back(faces, card, &deal->desk->talk.out);
        outcome = read_grade(deal, ask.data, usual);
    }
    buf_free(&ask);
    return outcome;
}

enum deal_outcome deal_card(struct deal *deal, const struct deck_card *card)
{
    // What a card of a front and a back asks for only its owner can judge.
    if (deal->is_typed && card->question->kind != KIND_CARD)
        return deal_typed(deal, card);
    const struct answer_words words = {_("True"), _("False"), _("from {1} to {2}")};
    const struct study *study = &deal_session(deal)->study;
    struct card_faces faces = card_faces(card->bank, card->question, card->part,
                                         study_face_seed(study, card), &words, &deal->arena);
    struct buf *out = &deal->desk->talk.out;
    deal_add_header(deal, card, out);
    deal_add_front(&faces, card, out);
    enum deal_outcome outcome = show_front(deal);
    if (outcome != DEAL_SHOW)
        return outcome;
    return deal_back(deal, &faces, card, (struct study_grade){FSRS_GOOD, STUDY_EVIDENCE_FULL});
}
