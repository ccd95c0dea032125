// Somebody edits two banks at random while somebody else learns them: progress ends at the
// right question or stays where it is, and never goes to a wrong one unasked. A failure prints
// the seed of its author.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "store/author.h"

enum { AUTHORS_SHORT = 25, AUTHORS_LONG = 1000, ROUNDS = 8, WHO_MOST = 1000 };

/// An author, and what is expected of the learner's progress.
struct editor {
    struct author author;
    struct rng rng;
    int last_who;
    int learnt[WHO_MOST];     // reviews
    bool is_hard[WHO_MOST];   // edited so that its progress may have been left behind
    bool is_mended[WHO_MOST]; // a typo in it was mended in this round, and nothing else
    bool is_moved[WHO_MOST];  // to another file, in this round
    bool is_stale[WHO_MOST];  // known by its id, and edited since it was last seen
    int mended, came_along;
};

static int below(struct editor *e, int bound)
{
    return (int)rng_below(&e->rng, (uint64_t)bound);
}

/// A name that hardly anything else has.
static void make_name(struct editor *e, char name[16])
{
    static const char *const syllables[] = {"bar", "cel", "dor", "fan", "gil", "hul",
                                            "jor", "kam", "len", "mor", "nup", "pes",
                                            "rin", "sab", "tev", "vol", "wex", "zan"};
    int count = 2 + below(e, 2);
    size_t len = 0;
    for (int i = 0; i < count; i++) {
        len += (size_t)snprintf(name + len, 16 - len, "%s",
                                syllables[below(e, sizeof syllables / sizeof *syllables)]);
    }
}

static void write_question(struct editor *e, struct authored *q)
{
    char name[16], other[16];
    make_name(e, name);
    make_name(e, other);
    switch (below(e, 5)) {
    case 0:
        snprintf(q->text, sizeof q->text, "What is the capital of %s?", name);
        snprintf(q->right, sizeof q->right, "%s", other);
        break;
    case 1:
        snprintf(q->text, sizeof q->text, "In which year was the town of %s founded?", name);
        snprintf(q->right, sizeof q->right, "%d", 1000 + below(e, 1000));
        break;
    case 2: {
        int a = 2 + q->who, b = 2 + below(e, 40); // no two are the same
        snprintf(q->text, sizeof q->text, "%d times %d is how much?", a, b);
        snprintf(q->right, sizeof q->right, "%d", a * b);
        break;
    }
    case 3:
        e->is_hard[q->who] |= e->is_stale[q->who];
        snprintf(q->text, sizeof q->text, "Who was the first to write about %s?", name);
        snprintf(q->right, sizeof q->right, "%s of %s", other, name);
        break;
    default:
        snprintf(q->text, sizeof q->text, "%s", name);
        snprintf(q->right, sizeof q->right, "%s", other);
        break;
    }
}

static void add(struct editor *e, int at)
{
    struct authored_bank *bank = &e->author.banks[at];
    if (bank->count == AUTHOR_QUESTIONS || e->last_who + 1 == WHO_MOST)
        return;
    struct authored q = {.who = ++e->last_who};
    write_question(e, &q);
    if (below(e, 3) == 0)
        snprintf(q.id, sizeof q.id, "q-%d", q.who);
    bank->questions[bank->count++] = q;
}

/// Swaps two different letters inside a word: a typo made, or mended.
static bool mistype(struct editor *e, char *text)
{
    size_t len = strlen(text);
    for (int i = 0; i < 50; i++) {
        size_t at = 1 + (size_t)below(e, (int)len);
        bool is_inside = at + 2 < len;
        for (size_t k = at - 1; is_inside && k < at + 3; k++)
            is_inside = (text[k] >= 'a' && text[k] <= 'z');
        if (!is_inside || text[at] == text[at + 1])
            continue;
        char letter = text[at];
        text[at] = text[at + 1];
        text[at + 1] = letter;
        return true;
    }
    return false;
}

static void reword(struct authored *q)
{
    char text[AUTHOR_WORDS];
    snprintf(text, sizeof text, "Tell us again, in short: %.100s", q->text);
    snprintf(q->text, sizeof q->text, "%s", text);
}

/// Makes another question of it, that looks much the same.
static void turn_round(struct editor *e, struct authored *q)
{
    char text[AUTHOR_WORDS];
    snprintf(text, sizeof text, "Not so: %.100s", q->text);
    snprintf(q->text, sizeof q->text, "%s", text);
    q->who = ++e->last_who;
    q->id[0] = '\0';
}

static void take_out(struct authored_bank *bank, int i)
{
    bank->count--;
    memmove(bank->questions + i, bank->questions + i + 1,
            (size_t)(bank->count - i) * sizeof *bank->questions);
}

static void swap(struct authored *a, struct authored *b)
{
    struct authored other = *a;
    *a = *b;
    *b = other;
}

static void edit(struct editor *e)
{
    int at = below(e, AUTHOR_BANKS);
    struct authored_bank *bank = &e->author.banks[at], *to = &e->author.banks[!at];
    if (bank->count < 2)
        return;
    int i = below(e, bank->count);
    struct authored *q = &bank->questions[i];
    switch (below(e, 9)) {
    case 0:
        swap(q, &bank->questions[below(e, bank->count)]);
        break;
    case 1:
        e->is_stale[q->who] |= q->id[0] != '\0';
        e->is_mended[q->who] =
            mistype(e, q->text) && !e->is_hard[q->who] && !e->is_moved[q->who];
        e->is_hard[q->who] = true;
        break;
    case 2:
        e->is_hard[q->who] |= e->is_stale[q->who];
        snprintf(q->id, sizeof q->id, "%s-%d", q->id[0] ? "again" : "new", q->who);
        break;
    case 3:
        e->is_hard[q->who] |= e->is_stale[q->who];
        q->id[0] = '\0';
        break;
    case 4:
        if (to->count < AUTHOR_QUESTIONS) {
            to->questions[to->count++] = *q;
            e->is_hard[q->who] |= e->is_stale[q->who];
            e->is_mended[q->who] = false;
            e->is_moved[q->who] = true;
            take_out(bank, i);
        }
        break;
    case 5:
        take_out(bank, i);
        break;
    case 6:
        reword(q);
        e->is_stale[q->who] |= q->id[0] != '\0';
        e->is_hard[q->who] = true;
        e->is_mended[q->who] = false;
        break;
    case 7:
        if (e->last_who + 1 < WHO_MOST)
            turn_round(e, q);
        break;
    default:
        add(e, at);
        break;
    }
}

static void learn(struct editor *e)
{
    for (int at = 0; at < AUTHOR_BANKS; at++) {
        const struct authored_bank *bank = &e->author.banks[at];
        for (int i = 0; i < bank->count; i++) {
            if (below(e, 3))
                continue;
            author_learn(&e->author, at, i);
            e->learnt[bank->questions[i].who]++;
            e->is_stale[bank->questions[i].who] = false;
        }
    }
}

/// Tells the truth about all that is asked, most of the time.
static void answer(struct editor *e)
{
    struct author *a = &e->author;
    for (int at = 0; at < AUTHOR_BANKS; at++) {
        for (int i = 0; i < a->relinks[at].asked_count; i++) {
            const struct relink_pair *pair = &a->relinks[at].asked[i];
            int from = author_learnt_as(a, pair->from.bank, pair->from.question);
            bool is_same = from == author_who(a, pair->bank, pair->key);
            if (below(e, 4))
                assert_true(relink_answer(&a->memory, pair, is_same, a->now_ms));
        }
        a->relinks[at].asked_count = 0;
    }
}

/// Whether the question is in a bank now.
static bool is_there(const struct author *a, int who)
{
    for (int at = 0; at < AUTHOR_BANKS; at++) {
        for (int i = 0; i < a->banks[at].count; i++) {
            if (a->banks[at].questions[i].who == who)
                return true;
        }
    }
    return false;
}

static void check(struct editor *e)
{
    for (int who = 1; who <= e->last_who; who++) {
        int found = author_found(&e->author, who);
        assert_int_equal(author_reviews(&e->author, who), e->learnt[who]);
        if (!is_there(&e->author, who) || !e->learnt[who]) {
            assert_int_equal(found, 0);
        } else if (!e->is_hard[who]) {
            if (found != e->learnt[who])
                fail_msg("of %d, %d of %d are found", who, found, e->learnt[who]);
        } else if (e->is_mended[who]) {
            e->mended++;
            e->came_along += found == e->learnt[who];
        }
        // What came along starts anew.
        if (found == e->learnt[who])
            e->is_hard[who] = false;
    }
    memset(e->is_mended, 0, sizeof e->is_mended);
    memset(e->is_moved, 0, sizeof e->is_moved);
}

static void edit_at_random(struct editor *e, struct scratch *s, int seed)
{
    author_open(&e->author, s);
    e->rng = rng_seed((uint64_t)seed);
    for (int i = 0; i < 24; i++)
        add(e, i % AUTHOR_BANKS);
    author_save(&e->author);
    for (int round = 0; round < ROUNDS; round++) {
        learn(e);
        for (int edits = 1 + below(e, 6); edits > 0; edits--)
            edit(e);
        author_save(&e->author);
        author_check(&e->author);
        check(e);
        answer(e);
        author_check(&e->author);
    }
    author_close(&e->author);
}

static void progress_is_never_lost_and_never_wrong(void **state)
{
    struct scratch *s = *state;
    int authors = getenv("QUARTET_LONG") ? AUTHORS_LONG : AUTHORS_SHORT;
    int mended = 0, came_along = 0;
    for (int seed = 1; seed <= authors; seed++) {
        static struct editor e;
        struct scratch one = {.diags.arena = &one.arena};
        print_message("author %d\n", seed);
        memset(&e, 0, sizeof e);
        snprintf(one.dir, sizeof one.dir, "%.30s/%d", s->dir, seed);
        edit_at_random(&e, &one, seed);
        mended += e.mended;
        came_along += e.came_along;
        arena_free(&one.arena);
    }
    print_message("%d of %d mended questions kept their progress unasked\n", came_along,
                  mended);
    assert_true(mended > authors / 2);
    assert_true(came_along * 100 >= mended * 90);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(progress_is_never_lost_and_never_wrong, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests_name("relink_random", tests, NULL, NULL);
}
