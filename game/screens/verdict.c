#include "screens/verdict.h"

#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/answer_text.h"
#include "screens/format.h"

enum { LONG_ANSWER_BYTES = 120, STREAK_SAID_FROM = 3 };

static struct answer_words words(void)
{
    return (struct answer_words){
        .is_true = _("True"), .is_false = _("False"), .range = _("from {1} to {2}")};
}

const char *verdict_right_answer(const struct question *question, struct arena *arena)
{
    struct answer_words w = words();
    return answer_text_right(question, &w, arena);
}

const char *verdict_given_answer(const struct turn *turn, struct arena *arena)
{
    struct answer_words w = words();
    if (!turn->is_answered || turn->is_timed_out)
        return _("nothing, the time was up");
    if (turn->ask.question->kind == KIND_CARD)
        return turn->answer.credit > 0 ? _("partly known") : _("not yet known");
    const char *text = answer_text_given(&turn->ask, &turn->answer, &w, arena);
    return *text ? text : _("nothing");
}

/// Small numbers in words, as one says them.
static const char *number_word(int n)
{
    static const char *const names[] = {N_("None"),  N_("One"),  N_("Two"), N_("Three"),
                                        N_("Four"),  N_("Five"), N_("Six"), N_("Seven"),
                                        N_("Eight"), N_("Nine"), N_("Ten")};
    return n >= 0 && n <= 10 ? _(names[n]) : NULL;
}

const char *verdict_title(const struct turn *turn)
{
    if (turn->is_timed_out)
        return _("Time");
    switch (turn->mark.verdict) {
    case VERDICT_EXACT:
    case VERDICT_FOLDED:
        return _("Right");
    case VERDICT_NEARLY:
        return turn->mark.credit == CREDIT_FULL ? _("Right, nearly") : _("Partly right");
    case VERDICT_ACCEPTED:
    case VERDICT_PARTLY:
        return _("Partly right");
    case VERDICT_WRONG:
        break;
    }
    return turn->ask.question->kind == KIND_CARD ? _("Not yet") : _("Not quite");
}

static const char *difference(unsigned differs)
{
    if (differs & DIFFERS_ACCENTS)
        return _("Mind the accents: {1}.");
    if (differs & DIFFERS_ARTICLE)
        return _("Written so: {1}.");
    if (differs & DIFFERS_SPACES)
        return _("Mind the spaces: {1}.");
    if (differs & DIFFERS_PUNCTUATION)
        return _("Mind the signs: {1}.");
    return _("Written so: {1}.");
}

/// The place at which the right choice stands, or -1.
static int right_place(const struct ask *ask)
{
    if (ask->question->kind != KIND_CHOICE || ask->shown_count > ASK_MARKS)
        return -1;
    for (int i = 0; i < ask->shown_count; i++) {
        if (ask->shown[i] == 0)
            return i;
    }
    return -1;
}

static const char *solution(const struct turn *turn, struct arena *arena)
{
    const struct question *q = turn->ask.question;
    if (turn->mark.parts > 0 && q->kind != KIND_MULTI) {
        return fill_text(arena, _("{1} of {2} are right."),
                         fill_number(arena, turn->mark.right),
                         fill_number(arena, turn->mark.parts), NULL);
    }
    const char *right = verdict_right_answer(q, arena);
    if (strlen(right) > LONG_ANSWER_BYTES || q->kind == KIND_CARD)
        return _("Here is what is right.");
    int place = right_place(&turn->ask);
    if (place >= 0) {
        return fill_text(arena, _("It is {1}: {2}."), arena_printf(arena, "%c", 'A' + place),
                         right, NULL);
    }
    const char *format = q->kind == KIND_MULTI ? _("Right are: {1}.") : _("It is: {1}.");
    return fill_text(arena, format, right, NULL);
}

/// "1 000 right + 14 speed + 5 streak"; NULL when there are no bonuses in this game.
static const char *sum_of_points(const struct session *s, const struct turn *turn,
                                 struct arena *arena)
{
    if (!s->rules.has_speed && !s->rules.has_streak)
        return NULL;
    const char *sum =
        fill_text(arena, _("{1} right"), format_count(arena, turn->points.accuracy), NULL);
    if (s->rules.has_speed) {
        sum = fill_text(arena, _("{1} + {2} speed"), sum,
                        fill_number(arena, turn->points.speed), NULL);
    }
    if (s->rules.has_streak) {
        sum = fill_text(arena, _("{1} + {2} streak"), sum,
                        fill_number(arena, turn->points.streak), NULL);
    }
    return sum;
}

static const char *praise(const struct session *s, const struct turn *turn, struct arena *arena)
{
    const struct question *q = turn->ask.question;
    bool is_typed = q->kind == KIND_TEXT && turn->mark.accepted >= 0;
    if (is_typed && turn->mark.verdict == VERDICT_NEARLY) {
        return fill_text(arena, _("Check the spelling: {1}."),
                         q->accepted.items[turn->mark.accepted], NULL);
    }
    if (is_typed && turn->mark.verdict == VERDICT_FOLDED &&
        turn->mark.differs != DIFFERS_CAPITALS) {
        return fill_text(arena, difference(turn->mark.differs),
                         q->accepted.items[turn->mark.accepted], NULL);
    }
    if (s->streak >= STREAK_SAID_FROM && turn == session_turn(s)) {
        const char *count = number_word(s->streak);
        if (!count)
            count = arena_printf(arena, "%d", s->streak);
        return fill_text(arena, _("{1} in a row."), count, NULL);
    }
    if (turn->mark.parts > 0)
        return _("All parts are right.");
    const char *right = verdict_right_answer(q, arena);
    if (strlen(right) > LONG_ANSWER_BYTES || q->kind == KIND_CARD)
        return turn->is_hinted ? _("With a hint: half the points.") : _("Full points.");
    return fill_text(arena, "{1}.", right, NULL);
}

const char *verdict_sentence(const struct session *s, const struct turn *turn,
                             struct arena *arena)
{
    const char *sentence = NULL;
    if (turn->is_timed_out) {
        sentence = fill_text(arena, _("Read the answer as long as you like. {1}"),
                             solution(turn, arena), NULL);
    } else if (turn->mark.credit == CREDIT_FULL) {
        sentence = praise(s, turn, arena);
    } else {
        sentence = solution(turn, arena);
    }
    const char *sum = sum_of_points(s, turn, arena);
    return sum ? arena_printf(arena, "%s %s", sentence, sum) : sentence;
}

/// Why what was wrongly chosen is wrong. Where there may be more than one it is named.
static const char *why_wrong(const struct turn *turn, struct arena *arena)
{
    const struct question *q = turn->ask.question;
    const struct texts *options = &q->choice.options;
    const char *all = NULL;
    for (int i = q->choice.right_count; options->notes && i < options->count; i++) {
        const char *why = options->notes[i].why;
        if (!why || !(turn->answer.picked & (1U << i)))
            continue;
        if (q->kind == KIND_MULTI)
            why = fill_text(arena, _("{1}: {2}"), options->items[i], why, NULL);
        all = all ? arena_printf(arena, "%s\n%s", all, why) : why;
    }
    return all;
}

const char *verdict_why(const struct turn *turn, struct arena *arena)
{
    const struct question *q = turn->ask.question;
    if (!turn->is_answered || turn->is_timed_out)
        return NULL;
    if (q->kind == KIND_TEXT && turn->mark.accepted >= 0 && q->accepted.notes)
        return q->accepted.notes[turn->mark.accepted].why;
    if (q->kind == KIND_CHOICE || q->kind == KIND_MULTI)
        return why_wrong(turn, arena);
    return NULL;
}
