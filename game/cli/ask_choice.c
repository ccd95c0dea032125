#include <stdint.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/prompt.h"

static bool is_greyed(const struct turn *turn, int place)
{
    return turn->is_hinted && turn->ask.greyed == place;
}

static const char *option_text(const struct ask *ask, int place)
{
    return ask->question->choice.options.items[ask->shown[place]];
}

static void show_options(const struct turn *turn, struct buf *out)
{
    for (int i = 0; i < turn->ask.shown_count; i++) {
        if (!is_greyed(turn, i))
            buf_printf(out, "  %c) %s\n", prompt_letter_of(i), option_text(&turn->ask, i));
    }
}

static int find_text(const struct ask *ask, const char *text, struct arena *arena)
{
    for (int i = 0; i < ask->shown_count; i++) {
        if (prompt_is_same(arena, option_text(ask, i), text))
            return i;
    }
    return PROMPT_NOWHERE;
}

// A letter is a place, whatever the choices read. A number is a choice that reads so before it
// is a place, for "11" in a list of numbers is meant as what it says. So is "(a)".
static int find_place(const struct ask *ask, const char *word, size_t len, struct arena *arena)
{
    int place;
    do {
        place = prompt_letter(word, len, ask->shown_count);
        if (place == PROMPT_NOWHERE)
            place = find_text(ask, arena_text(arena, word, len), arena);
        if (place == PROMPT_NOWHERE)
            place = prompt_number_of(word, len, ask->shown_count);
    } while (place == PROMPT_NOWHERE && prompt_unwrap(&word, &len));
    return place;
}

static bool pick(const struct turn *turn, int place, struct reply *reply)
{
    if (is_greyed(turn, place)) {
        buf_printf(reply->complaint, _("%c was taken away by the hint. Choose another.\n"),
                   prompt_letter_of(place));
        return false;
    }
    reply->answer.picked |= UINT32_C(1) << turn->ask.shown[place];
    return true;
}

static void ask_choice(const struct turn *turn, int step, struct buf *out)
{
    (void)step;
    buf_printf(out, _("Answer (A to %c): "), prompt_letter_of(turn->ask.shown_count - 1));
}

static bool take_choice(const struct turn *turn, int step, const char *line,
                        struct reply *reply)
{
    (void)step;
    int place = find_place(&turn->ask, line, strlen(line), reply->arena);
    if (place != PROMPT_NOWHERE)
        return pick(turn, place, reply);
    buf_printf(reply->complaint, _("Type one letter from A to %c, or the answer itself.\n"),
               prompt_letter_of(turn->ask.shown_count - 1));
    return false;
}

static void tell_choice(const struct ask *ask, struct buf *out)
{
    for (int i = 0; i < ask->shown_count; i++) {
        if (ask->shown[i] < ask->question->choice.right_count)
            buf_printf(out, _("It is %c, %s\n"), prompt_letter_of(i), option_text(ask, i));
    }
}

static void ask_multi(const struct turn *turn, int step, struct buf *out)
{
    (void)turn, (void)step;
    buf_text(out, _("All that are right (such as A C): "));
}

// "AC" and "ac" are A and C; a word in which not every letter is a place is none.
static bool pick_packed(const struct turn *turn, const char *word, size_t len,
                        struct reply *reply)
{
    for (size_t i = 0; i < len; i++) {
        if (prompt_letter(word + i, 1, turn->ask.shown_count) == PROMPT_NOWHERE)
            return false;
    }
    for (size_t i = 0; i < len; i++)
        pick(turn, prompt_letter(word + i, 1, turn->ask.shown_count), reply);
    return true;
}

static bool take_multi(const struct turn *turn, int step, const char *line, struct reply *reply)
{
    (void)step;
    int whole = find_text(&turn->ask, line, reply->arena);
    if (whole != PROMPT_NOWHERE && strlen(line) > 1)
        return pick(turn, whole, reply);
    const char *at = line;
    size_t len;
    bool is_fine = true;
    for (const char *word = prompt_next_word(&at, &len); word && is_fine;
         word = prompt_next_word(&at, &len)) {
        int place = find_place(&turn->ask, word, len, reply->arena);
        is_fine = place != PROMPT_NOWHERE ? pick(turn, place, reply)
                                          : pick_packed(turn, word, len, reply);
    }
    if (is_fine && reply->answer.picked)
        return true;
    reply->answer.picked = 0;
    buf_printf(reply->complaint, _("Type the letters of all that are right, from A to %c.\n"),
               prompt_letter_of(turn->ask.shown_count - 1));
    return false;
}

static void tell_multi(const struct ask *ask, struct buf *out)
{
    buf_text(out, _("Right are:\n"));
    for (int i = 0; i < ask->shown_count; i++) {
        if (ask->shown[i] < ask->question->choice.right_count)
            buf_printf(out, "  %c) %s\n", prompt_letter_of(i), option_text(ask, i));
    }
}

static void ask_truefalse(const struct turn *turn, int step, struct buf *out)
{
    (void)turn, (void)step;
    buf_text(out, _("True or false (t or f): "));
}

static bool take_truefalse(const struct turn *turn, int step, const char *line,
                           struct reply *reply)
{
    static const struct {
        const char *word;
        bool is_true;
    } words[] = {
        {"t", true},  {N_("true"), true},   {"1", true},
        {"f", false}, {N_("false"), false}, {"2", false},
    };

    (void)turn, (void)step;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (prompt_is_same(reply->arena, line, words[i].word) ||
            prompt_is_same(reply->arena, line, _(words[i].word))) {
            reply->answer.picked = words[i].is_true ? 1 : 2;
            return true;
        }
    }
    buf_text(reply->complaint, _("Type t for true or f for false.\n"));
    return false;
}

static void tell_truefalse(const struct ask *ask, struct buf *out)
{
    buf_text(out, ask->question->is_true ? _("It is true.\n") : _("It is false.\n"));
}

const struct prompt prompt_choice = {
    .show = show_options,
    .ask = ask_choice,
    .take = take_choice,
    .tell = tell_choice,
};

const struct prompt prompt_multi = {
    .show = show_options,
    .ask = ask_multi,
    .take = take_multi,
    .tell = tell_multi,
};

const struct prompt prompt_truefalse = {
    .ask = ask_truefalse,
    .take = take_truefalse,
    .tell = tell_truefalse,
};
