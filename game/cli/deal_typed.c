// Cards that are answered as in a quiz.
#include "base/i18n.h"
#include "base/rng.h"
#include "cli/deal.h"
#include "cli/feedback.h"
#include "cli/prompt.h"
#include "core/grade.h"

/// A card in the making of its answer.
struct typed {
    struct deal *deal;
    const struct deck_card *card;
    struct card_faces faces;
    struct turn turn;
    struct reply reply;
    struct buf complaint;
    int step; // of the prompt: of a cloze the gap that is asked for
};

static bool is_cloze(const struct typed *t)
{
    return t->card->question->kind == KIND_CLOZE;
}

static const struct prompt *prompt_of(const struct typed *t)
{
    return prompts[t->card->question->kind];
}

static void show(const struct typed *t)
{
    struct buf *out = &t->deal->desk->talk.out;
    deal_add_header(t->deal, t->card, out);
    buf_printf(out, "%s\n", t->faces.front.text);
    feedback_add_media(t->card->question, out);
    if (prompt_of(t)->show)
        prompt_of(t)->show(&t->turn, out);
}

/// Takes a line as the answer. Returns false, with a complaint, if it is no possible one.
static bool take(struct typed *t, const char *line)
{
    buf_clear(&t->complaint);
    bool is_possible = prompt_of(t)->take(&t->turn, t->step, line, &t->reply);
    // In a quiz a gap may stay empty beside others. Here it is all there is.
    if (is_possible && is_cloze(t) && !line[0]) {
        buf_text(&t->complaint, _("Type something; :show gives the answer.\n"));
        is_possible = false;
    }
    return is_possible;
}

static enum deal_outcome read_answer(struct typed *t, const char *ask)
{
    const char *line;
    enum deal_outcome outcome = deal_read(t->deal, ask, INT64_MAX, &line);
    if (outcome != DEAL_GIVEN || take(t, line) || !t->deal->desk->talk.lines.is_terminal)
        return outcome;
    buf_text(&t->deal->desk->talk.out, t->complaint.data);
    return DEAL_AGAIN;
}

static enum deal_outcome ask(struct typed *t)
{
    struct buf words = {0};
    if (is_cloze(t)) {
        buf_text(&words, _("What is missing: "));
    } else {
        prompt_of(t)->ask(&t->turn, t->step, &words);
    }
    enum deal_outcome outcome = DEAL_AGAIN;
    while (outcome == DEAL_AGAIN)
        outcome = read_answer(t, words.data);
    buf_free(&words);
    return outcome;
}

static void mark(struct typed *t)
{
    struct turn *turn = &t->turn;
    turn->is_answered = true;
    turn->answer = t->reply.answer;
    turn->mark = is_cloze(t) ? mark_gap(&turn->ask, t->step, turn->answer.texts[t->step],
                                        &t->deal->arena)
                             : mark_answer(&turn->ask, &turn->answer, &t->deal->arena);
}

/// Says how right the answer was.
static void tell(const struct typed *t)
{
    struct buf *out = &t->deal->desk->talk.out;
    feedback_add_verdict(&t->turn, out);
    buf_text(out, "\n");
    if (is_cloze(t)) {
        feedback_add_gap(&t->turn, t->step, out);
    } else {
        feedback_add_details(&t->turn, out);
    }
}

/// What the answer says of the card; where it was given up, that it was not known.
static struct study_grade grade_of(const struct typed *t)
{
    if (!t->turn.is_answered)
        return (struct study_grade){FSRS_AGAIN, STUDY_EVIDENCE_FULL};
    struct grade grade =
        grade_card(&t->turn.ask, t->card->part, t->turn.mark.credit, false, false);
    return (struct study_grade){grade.rating, grade.evidence};
}

static void make(struct typed *t)
{
    const struct deck_card *card = t->card;
    const struct answer_words words = {_("True"), _("False"), _("from {1} to {2}")};
    uint64_t seed = study_face_seed(&deal_session(t->deal)->study, card);
    struct rng rng = rng_seed(seed);
    t->faces =
        card_faces(card->bank, card->question, card->part, seed, &words, &t->deal->arena);
    t->turn = (struct turn){.ask = ask_make(card->bank, card->question, &rng)};
    t->reply = (struct reply){.arena = &t->deal->arena, .complaint = &t->complaint};
    t->step = is_cloze(t) ? card->part : 0;
}

enum deal_outcome deal_typed(struct deal *deal, const struct deck_card *card)
{
    struct typed t = {.deal = deal, .card = card};
    make(&t);
    show(&t);
    enum deal_outcome outcome = ask(&t);
    if (outcome == DEAL_GIVEN) {
        mark(&t);
        tell(&t);
    }
    bool is_over = outcome == DEAL_GIVEN || outcome == DEAL_SHOW;
    if (is_over && deal->desk->talk.lines.is_terminal) {
        outcome = deal_back(deal, &t.faces, card, grade_of(&t));
    } else if (is_over) {
        deal_add_back(&t.faces, card, &deal->desk->talk.out);
        deal_grade(deal, grade_of(&t));
        outcome = DEAL_NEXT;
    }
    buf_free(&t.complaint);
    return outcome;
}
