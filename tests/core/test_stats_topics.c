#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/stats_make.h"
#include "core/stats_topics.h"

enum { SEEDS = 200, KEYS = 5 };

/// A bank whose questions "a" to "e" have these topics.
struct small {
    struct arena arena;
    struct fsrs fsrs;
    struct bank bank;
    struct question questions[KEYS];
    struct stats_question known[KEYS];
    struct stats_source source;
};

static const char *const small_keys[KEYS] = {"a", "b", "c", "d", "e"};

static void make_small(struct small *small, const struct past_answer *answers, int count)
{
    static const char *const names[] = {"Cells", "cells", "Energy", "OTHER", "Unused"};
    static const uint32_t topics[] = {0, 1, 2, 3};
    *small = (struct small){
        .fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default()),
        .bank = {.id = "b", .topics = names, .topic_count = (int)COUNT(names)},
        .questions =
            {
                {.id = "a", .topics = &topics[0], .topic_count = 2}, // Cells, twice
                {.id = "b", .topics = &topics[1], .topic_count = 2}, // Cells, Energy
                {.id = "c"},                                         // Other
                {.id = "d", .topics = &topics[3], .topic_count = 1}, // Other, by name
                {.id = "e", .topics = &topics[2], .topic_count = 1}, // Energy
            },
    };
    for (int i = 0; i < KEYS; i++) {
        small->known[i] =
            (struct stats_question){&small->bank, &small->questions[i], small_keys[i]};
    }
    small->source = (struct stats_source){
        .questions = small->known,
        .question_count = KEYS,
        .answers = answers,
        .answer_count = count,
        .fsrs = &small->fsrs,
        .now = {.at_ms = noon(TODAY)},
    };
}

static void check_topic(const struct stats_topic *topic, const char *name, int questions,
                        int answers, int right)
{
    if (name) {
        assert_string_equal(topic->name, name);
    } else {
        assert_null(topic->name);
    }
    assert_int_equal(topic->questions, questions);
    assert_int_equal(topic->tally.answers, answers);
    assert_int_equal(topic->tally.right, right);
}

static void counts_each_topic(void **state)
{
    (void)state;
    const struct past_answer answers[] = {
        make_answer(TODAY, "a", 1000),  make_answer(TODAY, "b", 0),
        make_answer(TODAY, "b", 1000),  make_answer(TODAY, "c", 500),
        make_answer(TODAY, "d", 1000),  make_answer(TODAY, "gone", 1000),
        make_answer(TODAY - 7, "a", 0), make_answer(TODAY, "e", 1000),
    };
    struct small small;
    make_small(&small, answers, (int)COUNT(answers));
    struct stats_topics topics =
        stats_topics(&small.source, stats_span_last(&small.source, 7), TODAY, &small.arena);
    assert_int_equal(topics.count, 3);
    check_topic(&topics.items[0], "Cells", 2, 3, 2); // as many answers as Energy, but first
    check_topic(&topics.items[1], "Energy", 2, 3, 2);
    check_topic(&topics.items[2], NULL, 2, 2, 1);
    assert_int_equal(topics.known.answers, 6);
    assert_int_equal(topics.gone.answers, 1);
    arena_free(&small.arena);
}

static void nothing_is_nothing(void **state)
{
    (void)state;
    struct small small;
    make_small(&small, NULL, 0);
    small.source.question_count = 0;
    struct stats_topics topics =
        stats_topics(&small.source, stats_span_all(), TODAY, &small.arena);
    assert_int_equal(topics.count, 0);
    struct stats_hard *hard = NULL;
    assert_int_equal(
        stats_topics_hardest(&small.source, stats_span_all(), 5, &small.arena, &hard), 0);
    arena_free(&small.arena);
}

static const struct hard_case {
    const char *name;
    const char *answers; // a small letter: missed; a capital one: right
    const char *lapses;  // a small letter: a lapse; a capital one: recalled
    const char *hardest; // of three
} hards[] = {
    {"hardest: none was answered", "", "", ""},
    {"hardest: twice is too little", "aabb", "", ""},
    {"hardest: always right is not hard", "AAAA", "", ""},
    {"hardest: the lower share", "bBBaaA", "", "ab"},
    {"hardest: never right beats once in many", "aaabbbbbbbbB", "", "ab"},
    {"hardest: a like share goes by lapses", "aaAbbB", "bab", "ba"},
    {"hardest: what was recalled is no lapse", "aaAbbB", "BBBa", "ab"},
    {"hardest: then by answers", "aaAbbbbBB", "", "ba"},
    {"hardest: then by place", "bbBaaAccC", "", "abc"},
    {"hardest: no more than wanted", "aaabbbcccddd", "", "abc"},
    {"hardest: lapses alone are not enough", "aabbb", "aaaa", "b"},
    {"hardest: what is gone is left out", "zzzaaa", "z", "a"},
};

static const char *key_of(char letter)
{
    int place = letter - (letter <= 'Z' ? 'A' : 'a');
    return place < KEYS ? small_keys[place] : "gone";
}

static void finds_the_hardest(void **state)
{
    const struct hard_case *c = *state;
    struct past_answer answers[20];
    struct past_review reviews[20];
    int answer_count = (int)strlen(c->answers), review_count = (int)strlen(c->lapses);
    for (int i = 0; i < answer_count; i++) {
        bool is_right = c->answers[i] <= 'Z';
        answers[i] = make_answer(TODAY, key_of(c->answers[i]), is_right ? 1000 : 999);
    }
    for (int i = 0; i < review_count; i++) {
        bool is_recalled = c->lapses[i] <= 'Z';
        reviews[i] = (struct past_review){
            .bank = "b",
            .question = key_of(c->lapses[i]),
            .at_ms = noon(TODAY),
            .rating = (uint8_t)(is_recalled ? FSRS_GOOD : FSRS_AGAIN),
            .phase = FSRS_REVIEW,
        };
    }
    struct small small;
    make_small(&small, answers, answer_count);
    small.source.reviews = reviews;
    small.source.review_count = review_count;
    struct stats_hard *hard = NULL;
    int count = stats_topics_hardest(&small.source, stats_span_last(&small.source, 7), 3,
                                     &small.arena, &hard);
    assert_int_equal(count, strlen(c->hardest));
    for (int i = 0; i < count; i++) {
        assert_int_equal(hard[i].question, c->hardest[i] - 'a');
        int lapses = 0;
        for (const char *lapse = c->lapses; *lapse; lapse++)
            lapses += *lapse == c->hardest[i];
        assert_int_equal(hard[i].lapses, lapses);
    }
    arena_free(&small.arena);
}

static void sums_are_totals(void **state)
{
    (void)state;
    int seen = 0, seen_gone = 0, seen_due = 0, seen_hard = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct made_source made;
        make_source(&made, seed);
        struct stats_source *source = &made.source;
        struct stats_span span = stats_span_last(source, STATS_YEAR);
        struct stats_topics topics = stats_topics(source, span, TODAY, &made.arena);
        struct stats_tally whole = stats_tally_of(source, span);
        struct stats_due due = stats_due_on(source, TODAY);
        assert_int_equal(topics.known.answers + topics.gone.answers, whole.answers);
        assert_int_equal(topics.known.right + topics.gone.right, whole.right);
        assert_true(topics.known.took_ms + topics.gone.took_ms == whole.took_ms);
        assert_int_equal(topics.due.cards + topics.gone_due.cards, due.cards);
        assert_int_equal(topics.due.overdue + topics.gone_due.overdue, due.overdue);

        // A question counts in each of its topics.
        int answers = 0, questions = 0, is_plain = 1;
        for (int i = 0; i < topics.count; i++) {
            const struct stats_topic *topic = &topics.items[i];
            answers += topic->tally.answers;
            questions += topic->questions;
            assert_true(topic->questions > 0 && topic->questions <= QUESTIONS);
            assert_true(topic->tally.answers <= topics.known.answers);
            assert_true(topic->due.overdue <= topic->due.cards);
            assert_true(!i || topic[-1].tally.answers >= topic->tally.answers);
        }
        assert_true(answers >= topics.known.answers && questions >= QUESTIONS);
        for (int i = 0; i < QUESTIONS; i++)
            is_plain &= made.questions[i].topic_count < 2;
        if (is_plain)
            assert_int_equal(answers, topics.known.answers);

        struct stats_hard *hard = NULL;
        int count = stats_topics_hardest(source, span, 5, &made.arena, &hard);
        assert_true(count <= 5);
        for (int i = 0; i < count; i++) {
            assert_true(hard[i].tally.answers >= STATS_HARD_ANSWERS);
            assert_true(hard[i].tally.right < hard[i].tally.answers);
            assert_true(!i || hard[i - 1].tally.right * hard[i].tally.answers <=
                                  hard[i].tally.right * hard[i - 1].tally.answers);
        }
        seen += topics.known.answers;
        seen_gone += topics.gone.answers;
        seen_due += topics.due.cards;
        seen_hard += count;
        made_source_free(&made);
    }
    assert_true(seen > 1000 && seen_gone > 100 && seen_due > 100 && seen_hard > 100);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(hards) + 3] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(hards); i++) {
        tests[count++] = (struct CMUnitTest){hards[i].name, finds_the_hardest, NULL, NULL,
                                             (void *)&hards[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(counts_each_topic);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(nothing_is_nothing);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(sums_are_totals);
    return cmocka_run_group_tests_name("stats_topics", tests, NULL, NULL);
}
