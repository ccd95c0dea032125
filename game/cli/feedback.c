#include "cli/feedback.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "base/spelling.h"
#include "base/text.h"
#include "cli/prompt.h"
#include "core/answer_text.h"

enum { STREAK_SAID = 5 };

void feedback_add_number(struct buf *out, int64_t number)
{
    if (number >= 1000) {
        feedback_add_number(out, number / 1000);
        buf_printf(out, " %03d", (int)(number % 1000));
    } else {
        buf_printf(out, "%d", (int)number);
    }
}

static void add_sum(const struct session *s, struct points points, struct buf *out)
{
    if (!s->rules.has_speed && !s->rules.has_streak)
        buf_text(out, "+");
    feedback_add_number(out, points.accuracy);
    if (s->rules.has_speed || s->rules.has_streak)
        buf_text(out, _(" right"));
    if (s->rules.has_speed)
        buf_printf(out, _(" + %d speed"), points.speed);
    if (s->rules.has_streak)
        buf_printf(out, _(" + %d streak"), points.streak);
}

// What matters most of the differences. Capitals hardly do, beside others.
static const char *differs_text(unsigned differs)
{
    unsigned others = differs & ~(unsigned)DIFFERS_CAPITALS;
    switch (others ? others : differs) {
    case DIFFERS_ACCENTS:
        return _("Accents differ");
    case DIFFERS_CAPITALS:
        return _("Capitals differ");
    case DIFFERS_PUNCTUATION:
        return _("Punctuation differs");
    case DIFFERS_ARTICLE:
        return _("The article differs");
    case DIFFERS_SPACES:
        return _("Spaces differ");
    default:
        return _("It is written a little differently");
    }
}

// Puts brackets around the letters that are marked.
static void add_marked(struct buf *out, const struct spelling *spelling)
{
    const char *at = spelling->text, *end = at + strlen(at);
    bool is_inside = false;
    for (int i = 0; at < end; i++) {
        const char *from = at;
        text_next(&at, end);
        bool is_marked = spelling->marks && spelling->marks[i];
        if (is_marked != is_inside)
            buf_text(out, is_marked ? "[" : "]");
        is_inside = is_marked;
        buf_add(out, from, (size_t)(at - from));
    }
    if (is_inside)
        buf_text(out, "]");
}

static void add_near(const char *typed, const char *accepted, bool case_counts, struct buf *out)
{
    struct arena scratch = {0};
    struct spelling yours, right;
    spelling_compare(typed, accepted, case_counts, &scratch, &yours, &right);
    buf_text(out, _("Check the spelling:\n"));
    buf_text(out, _("  yours: "));
    add_marked(out, &yours);
    buf_text(out, _("\n  right: "));
    add_marked(out, &right);
    buf_text(out, "\n");
    arena_free(&scratch);
}

// What is to be said of typed text that was not simply right or wrong.
static void add_typed(const struct question *question, const struct mark *mark,
                      const struct texts *accepted, const char *typed, struct buf *out)
{
    if (mark->accepted < 0 || !typed)
        return;
    const char *text = accepted->items[mark->accepted];
    const char *why = accepted->notes ? accepted->notes[mark->accepted].why : NULL;
    if (mark->verdict == VERDICT_FOLDED) {
        buf_printf(out, "%s: %s\n", differs_text(mark->differs), text);
    } else if (mark->verdict == VERDICT_NEARLY) {
        add_near(typed, text, question->is_exact, out);
    }
    if (why)
        buf_printf(out, "%s\n", why);
}

void feedback_add_gap(const struct turn *turn, int gap, struct buf *out)
{
    const struct question *q = turn->ask.question;
    add_typed(q, &turn->mark, &q->cloze.gaps[gap].accepted, turn->answer.texts[gap], out);
}

static void add_gaps(const struct turn *turn, struct buf *out)
{
    struct arena scratch = {0};
    const struct question *q = turn->ask.question;
    for (int i = 0; i < q->cloze.gap_count; i++) {
        const char *typed = i < turn->answer.text_count ? turn->answer.texts[i] : NULL;
        struct mark mark = mark_gap(&turn->ask, i, typed, &scratch);
        if (mark.verdict == VERDICT_EXACT)
            continue;
        buf_printf(out,
                   mark.credit == CREDIT_FULL ? _("Gap %d is right.\n")
                                              : _("Gap %d is not right.\n"),
                   i + 1);
        add_typed(q, &mark, &q->cloze.gaps[i].accepted, typed, out);
    }
    arena_free(&scratch);
}

static void add_reading(const struct mark *mark, struct buf *out)
{
    if (!mark->is_ambiguous || isnan(mark->value))
        return;
    char digits[NUMBER_ROOM];
    number_format(mark->value, digits);
    buf_printf(out, _("Your number was read as %s\n"), digits);
}

// What the bank says about what was chosen. Where there may be more than one it is named.
static void add_whys(const struct turn *turn, struct buf *out)
{
    const struct question *q = turn->ask.question;
    const struct texts *options = &q->choice.options;
    for (int i = 0; options->notes && i < options->count; i++) {
        if (!(turn->answer.picked >> i & 1) || !options->notes[i].why)
            continue;
        if (q->kind == KIND_MULTI)
            buf_printf(out, "%s: ", options->items[i]);
        buf_printf(out, "%s\n", options->notes[i].why);
    }
}

// Why a multi earned less than the share of right ones says.
static void add_wrongly_picked(const struct turn *turn, struct buf *out)
{
    int wrong = -turn->mark.right;
    for (uint32_t left = turn->answer.picked; left; left &= left - 1)
        wrong++;
    if (wrong > 0) {
        buf_printf(out,
                   ngettext("%d that you chose is not right.\n",
                            "%d that you chose are not right.\n", (unsigned long)wrong),
                   wrong);
    }
}

void feedback_add_details(const struct turn *turn, struct buf *out)
{
    const struct question *q = turn->ask.question;
    switch ((enum kind)q->kind) {
    case KIND_MULTI:
        add_wrongly_picked(turn, out);
        add_whys(turn, out);
        return;
    case KIND_CHOICE:
        add_whys(turn, out);
        return;
    case KIND_TEXT:
        add_typed(q, &turn->mark, &q->accepted,
                  turn->answer.texts ? turn->answer.texts[0] : NULL, out);
        return;
    case KIND_NUMBER:
        add_reading(&turn->mark, out);
        return;
    case KIND_CLOZE:
        add_gaps(turn, out);
        return;
    case KIND_TRUEFALSE:
    case KIND_ORDER:
    case KIND_MATCH:
    case KIND_CARD:
    case KIND_COUNT:
        return;
    }
}

void feedback_add_verdict(const struct turn *turn, struct buf *out)
{
    const struct mark *mark = &turn->mark;
    if (turn->is_timed_out) {
        buf_text(out, _("Time. Read the answer as long as you like."));
    } else if (mark->verdict == VERDICT_NEARLY) {
        buf_text(out, _("Almost."));
    } else if (mark->credit == CREDIT_FULL) {
        buf_text(out, _("Right."));
    } else if (mark->credit && mark->parts) {
        buf_printf(out, _("%d of %d."), mark->right, mark->parts);
    } else if (mark->credit) {
        buf_text(out, _("Partly right."));
    } else {
        buf_text(out, _("Not quite."));
    }
}

static void add_source(const struct source *source, struct buf *out)
{
    if (source->title && source->url) {
        buf_printf(out, _("Source: %s, %s\n"), source->title, source->url);
    } else if (source->title || source->url) {
        buf_printf(out, _("Source: %s\n"), source->title ? source->title : source->url);
    }
}

void feedback_add(const struct session *s, const struct turn *turn, struct buf *out)
{
    const struct question *q = turn->ask.question;
    bool is_right = turn->mark.credit == CREDIT_FULL && !turn->is_timed_out;
    feedback_add_verdict(turn, out);
    buf_text(out, " ");
    add_sum(s, turn->points, out);
    buf_text(out, "\n");
    if (is_right && s->streak && s->streak % STREAK_SAID == 0)
        buf_printf(out, _("%d in a row.\n"), s->streak);
    if (!turn->is_timed_out)
        feedback_add_details(turn, out);
    // A number's tolerance is worth knowing, and a card has just been turned over.
    bool is_told =
        (!is_right || q->kind == KIND_NUMBER) && (q->kind != KIND_CARD || turn->is_timed_out);
    if (is_told)
        prompts[q->kind]->tell(&turn->ask, out);
    feedback_add_why(q, out);
}

void feedback_add_why(const struct question *question, struct buf *out)
{
    const struct question_extras *extras = question->extras;
    if (extras && extras->explanation)
        buf_printf(out, "%s\n", extras->explanation);
    if (extras)
        add_source(&extras->source, out);
}

void feedback_add_media(const struct question *question, struct buf *out)
{
    const struct question_extras *extras = question->extras;
    if (extras && extras->image) {
        buf_printf(out, _("[Picture: %s]\n"),
                   extras->image_alt ? extras->image_alt : extras->image);
    }
    if (extras && extras->sound)
        buf_printf(out, _("[Sound: %s]\n"), extras->sound);
}

void feedback_add_question(const struct question *question, struct buf *out)
{
    if (question->text) {
        buf_printf(out, "%s\n", question->text);
        return;
    }
    for (int i = 0; i < question->cloze.gap_count; i++)
        buf_printf(out, "%s[%d ____]", question->cloze.between[i], i + 1);
    buf_printf(out, "%s\n", question->cloze.between[question->cloze.gap_count]);
}

static void add_missed(const struct session *s, struct buf *out)
{
    const struct answer_words words = {
        .is_true = _("true"),
        .is_false = _("false"),
        .range = _("from {1} to {2}"),
    };
    struct arena scratch = {0};
    bool is_first = true;
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        if (!turn->is_answered || turn->mark.credit == CREDIT_FULL)
            continue;
        if (is_first)
            buf_text(out, _("\nMissed:\n"));
        is_first = false;
        buf_text(out, "\n");
        feedback_add_question(turn->ask.question, out);
        buf_printf(out, "  %s\n", answer_text_right(turn->ask.question, &words, &scratch));
    }
    arena_free(&scratch);
}

void feedback_add_results(const struct session *s, struct buf *out)
{
    int answered = session_answered(s), right = session_right(s);
    if (!answered) {
        buf_text(out, _("Nothing was answered.\n"));
        return;
    }
    buf_printf(out, _("%d of %d\n"), right, answered);
    buf_text(out, _("Score "));
    feedback_add_number(out, score_total(s->sum));
    if (s->rules.has_speed || s->rules.has_streak) {
        buf_text(out, ": ");
        add_sum(s, s->sum, out);
    }
    buf_text(out, "\n");
    if (right == answered)
        buf_text(out, _("Nothing to fix.\n"));
    add_missed(s, out);
}
