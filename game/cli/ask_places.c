#include <string.h>

#include "base/i18n.h"
#include "cli/prompt.h"

// No places at all, which earns nothing.
static void clear_places(struct reply *reply)
{
    memset(reply->answer.places, ASK_NONE, sizeof(reply->answer.places));
}

static void show_order(const struct turn *turn, struct buf *out)
{
    const struct ask *ask = &turn->ask;
    for (int i = 0; i < ask->shown_count; i++) {
        buf_printf(out, "  %c) %s\n", prompt_letter_of(i),
                   ask->question->order.items[ask->shown[i]]);
    }
}

static void ask_order(const struct turn *turn, int step, struct buf *out)
{
    (void)step;
    bool is_short = turn->ask.shown_count == 2;
    buf_text(out, is_short ? _("First to last (such as B A): ")
                           : _("First to last (such as B A C): "));
}

// Places in one word are letters or digits without anything between.
static int place_in(const char *word, size_t len, int count)
{
    prompt_unwrap(&word, &len);
    int place = prompt_letter(word, len, count);
    return place != PROMPT_NOWHERE ? place : prompt_number_of(word, len, count);
}

// Reads up to `count` places, each once; returns how many there were, or -1.
static int read_places(const char *line, int count, uint8_t *places)
{
    bool is_used[ASK_PLACES] = {false};
    int found = 0;
    size_t len;
    for (const char *word = prompt_next_word(&line, &len); word;
         word = prompt_next_word(&line, &len)) {
        bool is_packed = place_in(word, len, count) == PROMPT_NOWHERE;
        for (size_t i = 0; i < len; i += is_packed ? 1 : len) {
            int place = place_in(word + i, is_packed ? 1 : len, count);
            if (place == PROMPT_NOWHERE || is_used[place])
                return -1;
            is_used[place] = true;
            places[found++] = (uint8_t)place;
        }
    }
    return found;
}

static bool take_order(const struct turn *turn, int step, const char *line, struct reply *reply)
{
    (void)step;
    const struct ask *ask = &turn->ask;
    uint8_t places[ASK_PLACES];
    int count = ask->shown_count;
    clear_places(reply);
    if (read_places(line, count, places) != count) {
        buf_printf(reply->complaint,
                   _("Type all letters from A to %c, each once, the first thing first.\n"),
                   prompt_letter_of(count - 1));
        return false;
    }
    for (int i = 0; i < count; i++)
        reply->answer.places[i] = ask->shown[places[i]];
    return true;
}

static void tell_order(const struct ask *ask, struct buf *out)
{
    buf_text(out, _("The right order:\n"));
    for (int i = 0; i < ask->question->order.count; i++)
        buf_printf(out, "  %d. %s\n", i + 1, ask->question->order.items[i]);
}

static void show_match(const struct turn *turn, struct buf *out)
{
    const struct ask *ask = &turn->ask;
    const struct question *q = ask->question;
    for (int i = 0; i < q->match.count; i++)
        buf_printf(out, "  %d) %s\n", i + 1, q->match.lefts[i]);
    for (int i = 0; i < ask->shown_count; i++)
        buf_printf(out, "  %c) %s\n", 'a' + i, q->match.rights[ask->shown[i]]);
}

static void ask_match(const struct turn *turn, int step, struct buf *out)
{
    (void)turn, (void)step;
    buf_text(out, _("Pairs (such as 1b 2a): "));
}

static int first_free(const struct reply *reply, int lefts)
{
    int left = 0;
    while (left < lefts && reply->answer.places[left] != ASK_NONE)
        left++;
    return left;
}

// Reads "1b 2a", "1-b, 2-a", "b a" or "ba": a letter goes with the number before it, else with
// the first left side that has none yet. Returns whether each left side has got one.
static bool read_pairs(const struct ask *ask, const char *at, struct reply *reply)
{
    int lefts = ask->question->match.count, found = 0, left = PROMPT_NOWHERE;
    bool is_used[ASK_PLACES] = {false};
    while (*at) {
        size_t digits = strspn(at, "0123456789");
        if (digits) {
            bool is_second = left != PROMPT_NOWHERE;
            left = prompt_number_of(at, digits, lefts);
            if (is_second || left == PROMPT_NOWHERE)
                return false;
            at += digits;
            continue;
        }
        if (strchr(" ,;-=:)", *at)) {
            at++;
            continue;
        }
        int right = prompt_letter(at++, 1, ask->shown_count);
        if (left == PROMPT_NOWHERE)
            left = first_free(reply, lefts);
        if (right == PROMPT_NOWHERE || left == lefts ||
            reply->answer.places[left] != ASK_NONE || is_used[right])
            return false;
        reply->answer.places[left] = ask->shown[right];
        is_used[right] = true;
        left = PROMPT_NOWHERE;
        found++;
    }
    return found == lefts && left == PROMPT_NOWHERE;
}

static bool take_match(const struct turn *turn, int step, const char *line, struct reply *reply)
{
    (void)step;
    const struct ask *ask = &turn->ask;
    clear_places(reply);
    if (read_pairs(ask, line, reply))
        return true;
    clear_places(reply);
    buf_printf(reply->complaint,
               _("Type a letter from a to %c for each number from 1 to %d, no letter twice.\n"),
               'a' + ask->shown_count - 1, ask->question->match.count);
    return false;
}

static void tell_match(const struct ask *ask, struct buf *out)
{
    const struct question *q = ask->question;
    buf_text(out, _("The right pairs:\n"));
    for (int i = 0; i < q->match.count; i++)
        buf_printf(out, "  %s - %s\n", q->match.lefts[i], q->match.rights[i]);
}

const struct prompt prompt_order = {
    .show = show_order,
    .ask = ask_order,
    .take = take_order,
    .tell = tell_order,
};

const struct prompt prompt_match = {
    .show = show_match,
    .ask = ask_match,
    .take = take_match,
    .tell = tell_match,
};
