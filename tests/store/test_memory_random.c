// Random journals that are folded piece by piece, and then again in one go, give the same
// tables byte for byte; a failure prints the seed of its journal.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/mistakes.h"
#include "core/stats.h"
#include "store/events.h"
#include "store/mistake_tally.h"

enum { JOURNALS_SHORT = 40, JOURNALS_LONG = 1000, EVENTS = 150 };

static const char *any_options(struct rng *rng)
{
    static const char *const texts[] = {
        "{\"learning_ms\":[]}",
        "{\"retention\":0.85,\"relearning_ms\":[]}",
        "{\"retention\":0.2}",
        "{\"fuzz\":false,\"maximum_days\":30}",
        "{\"days\":\"24h\",\"monotone\":false}",
        "{\"w\":[1,2,3]}",
    };
    return texts[rng_below(rng, sizeof texts / sizeof *texts)];
}

static void tell_anything(struct desk *desk, struct rng *rng, int64_t *now_ms)
{
    static const char *const questions[] = {"a", "b", "c", "d", "e"};
    static const char *const words[] = {"suspend", "unsuspend", "hide", "unhide"};
    const char *question = questions[rng_below(rng, 5)];
    int64_t game = (int64_t)rng_below(rng, 4); // 0: of none
    uint64_t die = rng_below(rng, 100);
    char data[300];
    *now_ms += (int64_t)rng_below(rng, DAY) - (rng_below(rng, 20) ? 0 : 3 * (int64_t)DAY);
    snprintf(data, sizeof data,
             "{\"credit\":%d,\"kind\":\"text\",\"hash\":\"%d\",\"ahead\":%d,%s"
             "\"grades\":[[%d,%d,%d],[1,%d,1000]]}",
             (int)rng_below(rng, 3) * 500, (int)rng_below(rng, 3),
             rng_below(rng, 3) ? 60 : (int)rng_below(rng, 400) - 200,
             rng_below(rng, 2) ? "\"text\":\"What?\",\"right\":\"That\"," : "",
             (int)rng_below(rng, 2) * 2, 1 + (int)rng_below(rng, 4),
             1 + (int)rng_below(rng, 1000), (int)rng_below(rng, 5));
    if (die < 40) {
        tell(desk, rng_below(rng, 2) ? JOURNAL_ANSWER : JOURNAL_GRADE, game, *now_ms, question,
             data);
    } else if (die < 60) {
        tell(desk, JOURNAL_UNDO, game, *now_ms, NULL, NULL);
    } else if (die < 72) {
        tell(desk, JOURNAL_REDO, game, *now_ms, NULL, NULL);
    } else if (die < 78) {
        tell(desk, rng_below(rng, 2) ? JOURNAL_OUT : JOURNAL_IN, game, *now_ms, NULL, NULL);
    } else if (die < 84) {
        snprintf(data, sizeof data, "{\"bank\":\"%s\",\"question\":\"%s\"}",
                 rng_below(rng, 4) ? "b" : "c", questions[rng_below(rng, 5)]);
        tell(desk, JOURNAL_MOVE, 0, *now_ms, question, data);
    } else if (die < 92) {
        snprintf(data, sizeof data, "{\"part\":%d,\"do\":\"%s\",\"until\":%d}",
                 (int)rng_below(rng, 2), words[rng_below(rng, 4)],
                 1 + (int)rng_below(rng, 1000));
        tell(desk, JOURNAL_CARD, game, *now_ms, question, data);
    } else if (die < 94) {
        tell(desk, JOURNAL_DROP, 0, *now_ms, question, "{}");
    } else if (die < 96) {
        snprintf(data, sizeof data, "{\"on\":%s}", rng_below(rng, 3) ? "true" : "false");
        tell(desk, JOURNAL_FLAG, game, *now_ms, question, data);
    } else if (die < 97) {
        tell(desk, JOURNAL_OPTIONS, 0, *now_ms, NULL, any_options(rng));
    } else {
        tell(desk, (int)rng_below(rng, 25), game, *now_ms, question, data);
    }
}

/// What must hold of a card whatever happened.
static void assert_cards_follow_from_their_reviews(struct desk *desk)
{
    struct memory_card *cards;
    struct past_review *reviews;
    struct arena *arena = &desk->scratch->arena;
    int card_count = memory_cards(&desk->memory, NULL, arena, &cards);
    int review_count = memory_reviews(&desk->memory, NULL, INT64_MIN, arena, &reviews);
    for (int i = 0; i < card_count; i++) {
        int count = 0;
        int64_t first_ms = 0, last_ms = 0;
        for (int k = 0; k < review_count; k++) {
            const struct past_review *r = &reviews[k];
            if (r->part != cards[i].part || strcmp(r->question, cards[i].question) != 0 ||
                strcmp(r->bank, cards[i].bank) != 0)
                continue;
            if (!count++) {
                first_ms = r->at_ms;
                assert_int_equal(r->phase, FSRS_NEW);
            }
            last_ms = r->at_ms;
        }
        assert_int_equal(cards[i].card.reviews, count);
        assert_int_equal(cards[i].first_ms, first_ms);
        assert_int_equal(cards[i].card.last_ms, last_ms);
    }
}

/// What is due is counted as the cards say themselves.
static void assert_due_as_the_cards(struct desk *desk, struct fsrs_time now)
{
    struct memory_card *cards;
    struct memory_due *due;
    struct arena *arena = &desk->scratch->arena;
    const struct fsrs *fsrs = &desk->memory.fsrs;
    int card_count = memory_cards(&desk->memory, NULL, arena, &cards);
    int left = memory_due(&desk->memory, now, arena, &due);
    int64_t today = fsrs_days_number(fsrs->options.days, now);
    for (int i = 0, count = 0; i < card_count; i++) {
        const struct memory_card *c = &cards[i];
        bool is_due = c->card.phase == FSRS_REVIEW
                          ? fsrs_due_day(fsrs, &c->card, now.ahead_min) <= today
                          : c->card.phase != FSRS_NEW && c->card.due_ms <= now.at_ms;
        count += is_due && !c->is_suspended && c->hidden_until_ms <= now.at_ms;
        bool is_last = i + 1 == card_count || strcmp(c->bank, cards[i + 1].bank) != 0;
        if (is_last && count) {
            assert_true(left-- > 0);
            assert_string_equal(due->bank, c->bank);
            assert_int_equal(due++->cards, count);
        }
        count = is_last ? 0 : count;
    }
    assert_int_equal(left, 0);
}

/// A glance at bank "b" counts as its cards say themselves.
static void assert_glance_as_the_cards(struct desk *desk, struct fsrs_time now)
{
    enum { MOST = 2, LEARNING_MS = 5000000 };

    struct memory_card *cards;
    const struct fsrs *fsrs = &desk->memory.fsrs;
    int64_t until_ms = now.at_ms + LEARNING_MS;
    int64_t today = fsrs_days_number(fsrs->options.days, now);
    struct memory_glance is = memory_glance(&desk->memory, "b", now, until_ms, MOST);
    struct memory_glance wanted = {0};
    int card_count = memory_cards(&desk->memory, "b", &desk->scratch->arena, &cards);
    const char *last = "";
    for (int i = 0; i < card_count; i++) {
        const struct memory_card *c = &cards[i];
        bool is_new = c->card.phase == FSRS_NEW, is_away = c->hidden_until_ms > now.at_ms;
        int64_t day = is_new ? INT64_MAX : fsrs_due_day(fsrs, &c->card, now.ahead_min);
        wanted.known += !is_new;
        wanted.tomorrow += day <= today + 1 && !c->is_suspended;
        if (is_new || c->is_suspended || is_away)
            continue;
        if (c->card.phase != FSRS_REVIEW) {
            wanted.learning += c->card.due_ms <= until_ms;
        } else if (day <= today && strcmp(c->question, last) != 0 && wanted.due < MOST) {
            wanted.due++;
            last = c->question;
        }
    }
    assert_int_equal(is.known, wanted.known);
    assert_int_equal(is.learning, wanted.learning);
    assert_int_equal(is.due, wanted.due);
    if (!is.due && !is.learning && fsrs->options.days.policy == FSRS_DAYS_CALENDAR)
        assert_int_equal(is.tomorrow, wanted.tomorrow);
}

/// What the tables hold but for how far the fold is.
static const char *dump_but_fold(struct desk *desk)
{
    assert_true(memory_catch_up(&desk->memory));
    return strstr(dump(desk), "* FROM options\n");
}

static void all_undone_and_done_again_is_the_same(void **state)
{
    enum { STEPS = 60 };

    struct desk desk;
    struct rng rng = rng_seed(5);
    int64_t now_ms = day_0;
    desk_open(&desk, *state, "me");
    for (int i = 0; i < 300; i++)
        tell_anything(&desk, &rng, &now_ms);
    for (int i = 0; i < STEPS; i++) // whatever was undone
        tell(&desk, JOURNAL_REDO, 1, now_ms, NULL, NULL);
    const char *before = dump_but_fold(&desk);
    for (int i = 0; i < STEPS; i++)
        tell(&desk, JOURNAL_UNDO, 1, now_ms, NULL, NULL);
    assert_string_not_equal(dump_but_fold(&desk), before);
    struct past_review *reviews;
    int count = memory_reviews(&desk.memory, NULL, 0, &desk.scratch->arena, &reviews);
    for (int i = 0; i < count; i++)
        assert_int_not_equal(reviews[i].game, 1);
    for (int i = 0; i < STEPS; i++)
        tell(&desk, JOURNAL_REDO, 1, now_ms, NULL, NULL);
    assert_string_equal(dump_but_fold(&desk), before);
    assert_rebuilt_alike(&desk);
    desk_close(&desk);
}

/// Not by their bytes, of which some are between members.
static void assert_alike(const struct past_answer *a, const struct past_answer *b)
{
    assert_int_equal(a->event, b->event);
    assert_int_equal(a->game, b->game);
    assert_ptr_equal(a->bank, b->bank);
    assert_ptr_equal(a->question, b->question);
    assert_ptr_equal(a->kind, b->kind);
    assert_ptr_equal(a->said, b->said);
    assert_int_equal(a->at_ms, b->at_ms);
    assert_int_equal(a->ahead_min, b->ahead_min);
    assert_int_equal(a->took_ms, b->took_ms);
    assert_int_equal(a->credit, b->credit);
    assert_int_equal(a->part, b->part);
}

static void assert_answers_from(struct desk *desk, int64_t from_ms)
{
    struct past_answer *all, *late, *bare;
    struct arena *arena = &desk->scratch->arena;
    int all_count = memory_answers(&desk->memory, NULL, INT64_MIN, arena, &all);
    int late_count = memory_answers(&desk->memory, NULL, from_ms, arena, &late);
    assert_int_equal(memory_answers_bare(&desk->memory, from_ms, arena, &bare), late_count);
    int count = 0;
    for (int i = 0; i < all_count; i++) {
        if (all[i].at_ms < from_ms)
            continue;
        assert_true(count < late_count);
        assert_int_equal(late[count].event, all[i].event);
        assert_string_equal(late[count].question, all[i].question);
        late[count].bank = late[count].question = late[count].kind = late[count].said = NULL;
        assert_alike(&bare[count], &late[count]);
        count++;
    }
    assert_int_equal(count, late_count);
}

static void assert_streak_as_the_answers(struct desk *desk, struct fsrs_time now)
{
    struct past_answer *answers;
    struct arena *arena = &desk->scratch->arena;
    int count = memory_answers(&desk->memory, NULL, INT64_MIN, arena, &answers);
    const struct stats_source source = {
        .answers = answers, .answer_count = count, .fsrs = &desk->memory.fsrs, .now = now};
    int days = stats_streak(&source).days;
    assert_int_equal(memory_streak(&desk->memory, now, INT32_MAX), days);
    assert_int_equal(memory_streak(&desk->memory, now, 2), days < 2 ? days : 2);
}

/// Three of the five questions that are spoken of, and one that nobody knows.
static const struct question questions[] = {{.id = "a"}, {.id = "x"}, {.id = "d"}, {.id = "c"}};
static const struct bank bank = {.id = "b", .questions = questions, .question_count = 4};

/// The mistakes that are counted answer by answer are those that all answers tell.
static void assert_tally_as_the_answers(struct desk *desk, struct mistake_tally *tally)
{
    struct past_answer *answers;
    struct mistake *mistakes;
    struct arena scratch = {0};
    assert_true(memory_catch_up(&desk->memory));
    mistake_tally_update(tally, &desk->memory, &bank);
    struct question_index index = question_index_make(&bank, &scratch);
    int count = memory_answers(&desk->memory, "b", INT64_MIN, &scratch, &answers);
    count = mistakes_find(answers, count, desk->memory.options.fsrs.days, &scratch, &mistakes);
    int all = 0, to_fix = 0;
    for (int i = 0; i < count; i++) {
        bool is_there = question_index_find(&index, mistakes[i].last->question) != NULL;
        all += is_there;
        to_fix += is_there && !mistakes[i].right_days;
    }
    assert_int_equal(tally->all, all);
    assert_int_equal(tally->to_fix, to_fix);
    arena_free(&scratch);
}

static void any_journal_gives_the_same_in_pieces_and_at_once(void **state)
{
    struct scratch *s = *state;
    int journals = getenv("QUARTET_LONG") ? JOURNALS_LONG : JOURNALS_SHORT;
    for (int seed = 1; seed <= journals; seed++) {
        struct desk me, you;
        struct mistake_tally tally = {0};
        struct rng rng = rng_seed((uint64_t)seed);
        struct scratch one = {.diags.arena = &one.arena};
        int64_t now_ms = day_0;
        print_message("journal %d\n", seed);
        snprintf(one.dir, sizeof one.dir, "%.30s/%d", s->dir, seed);
        desk_open(&me, &one, "me");
        desk_open(&you, &one, "you");
        for (int i = 0; i < EVENTS; i++) {
            struct desk *desk = rng_below(&rng, 3) ? &me : &you;
            tell_anything(desk, &rng, &now_ms);
            if (rng_below(&rng, 8) == 0)
                assert_true(memory_catch_up(&desk->memory));
            if (rng_below(&rng, 5) == 0)
                assert_tally_as_the_answers(&me, &tally);
        }
        assert_tally_as_the_answers(&me, &tally);
        assert_rebuilt_alike(&me);
        assert_tally_as_the_answers(&me, &tally);
        mistake_tally_free(&tally);
        assert_cards_follow_from_their_reviews(&me);
        assert_cards_follow_from_their_reviews(&you);
        for (int i = 0; i < 10; i++) {
            const struct fsrs_time now = {now_ms + i * (int64_t)DAY / 3,
                                          (int32_t)rng_below(&rng, 1000) - 500};
            assert_due_as_the_cards(&me, now);
            assert_glance_as_the_cards(&me, now);
            assert_streak_as_the_answers(
                &me, (struct fsrs_time){day_0 + i * (now_ms - day_0) / 9, 60 * (i % 3)});
            assert_answers_from(&me, day_0 + i * (now_ms - day_0) / 9);
        }
        desk_close(&you);
        desk_close(&me);
        arena_free(&one.arena);
    }
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(all_undone_and_done_again_is_the_same),
        IN_SCRATCH(any_journal_gives_the_same_in_pieces_and_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
