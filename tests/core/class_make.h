// core/class_make.h: a class that is given lessons whose figures are known.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/class_report.h"
#include "core/make.h"

enum { QUESTIONS = 8, PUPILS = 12 };

static const char *const options[] = {"Paris", "Lyon", "Nice"};
static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
static const char *const topic_names[] = {"Rivers", "rivers", "Hills"};
static const uint32_t rivers[] = {0, 1}, hills[] = {2, 0};
static const char *const pupil_names[PUPILS] = {"P", "Q", "R", "S", "T", "U",
                                                "V", "W", "X", "Y", "Z", "A"};
static const struct answer_words words = {"True", "False", "from {1} to {2}"};

/// A class that is given lessons. Questions are choices, but for "c", which is typed, and "d",
/// which is true. "a" is of Rivers twice over, "b" of Hills and Rivers, the others of nothing.
struct class {
    struct arena arena;
    struct question questions[QUESTIONS];
    struct bank bank;
    struct contest contest;
    struct class_tally tally;
    struct class_report report;
    const char *names[QUESTIONS]; // of the lesson's questions
    int64_t day, now_ms;
};

static inline void make(struct class *class)
{
    *class = (struct class){
        .bank = {.id = "bank", .language = "en", .topics = topic_names, .topic_count = 3},
        .tally = {.words = &words},
        .day = 100};
    for (int i = 0; i < QUESTIONS; i++) {
        struct question *question = &class->questions[i];
        *question = (struct question){
            .kind = KIND_CHOICE, .points = 1, .text = keys[i], .is_shuffled = true};
        question->choice.options = TEXTS(options);
        question->choice.right_count = 1;
    }
    class->questions[0].topics = rivers;
    class->questions[0].topic_count = 2;
    class->questions[1].topics = hills;
    class->questions[1].topic_count = 2;
    class->questions[2] = (struct question){.kind = KIND_TEXT,
                                            .points = 1,
                                            .text = "c",
                                            .accepted = {.items = options, .count = 1}};
    class->questions[3] =
        (struct question){.kind = KIND_TRUEFALSE, .points = 1, .text = "d", .is_true = true};
    class->bank.questions = class->questions;
    class->bank.question_count = QUESTIONS;
}

/// Begins a lesson about the questions `which`; -1 for an empty cell of a board.
static inline void begin(struct class *class, const int *which, int count,
                         struct contest_rules rules)
{
    struct picked picked[QUESTIONS];
    for (int i = 0; i < count; i++) {
        bool is_there = which[i] >= 0;
        class->names[i] = is_there ? keys[which[i]] : NULL;
        picked[i] =
            (struct picked){&class->bank, is_there ? &class->questions[which[i]] : NULL};
    }
    contest_start(&class->contest, &class->arena, picked, count, &rules, class->now_ms);
}

static inline bool send(struct class *class, struct contest_event event)
{
    event.at_ms = class->now_ms += 1000;
    return contest_apply(&class->contest, &event);
}

static inline void does(struct class *class, enum contest_event_type type)
{
    assert_true(send(class, (struct contest_event){.type = type}));
}

static inline void judge(struct class *class, int credit)
{
    assert_true(send(class, (struct contest_event){.type = CONTEST_JUDGE, .credit = credit}));
}

static inline void mark(struct class *class, int team, int credit)
{
    assert_true(send(
        class, (struct contest_event){.type = CONTEST_MARK, .team = team, .credit = credit}));
}

static inline void pick(struct class *class, unsigned picked)
{
    const struct answer answer = {.picked = picked};
    assert_true(send(class, (struct contest_event){.type = CONTEST_ANSWER, .answer = &answer}));
}

static inline void type(struct class *class, const char *text)
{
    const struct answer answer = {.texts = &text, .text_count = 1};
    assert_true(send(class, (struct contest_event){.type = CONTEST_ANSWER, .answer = &answer}));
}

/// So many hands for option `option`, wherever it stands; -1: for none.
static inline void raise(struct class *class, int option, int hands)
{
    const struct ask *ask = &contest_round(&class->contest)->ask;
    int place = 0;
    while (option >= 0 && ask->shown[place] != option)
        place++;
    assert_true(send(class, (struct contest_event){.type = CONTEST_COUNT,
                                                   .place = option < 0 ? ASK_PLACES : place,
                                                   .hands = hands}));
}

/// Counts the lesson that was played.
static inline void count(struct class *class, const bool *is_gone, bool counts)
{
    const struct class_lesson lesson = {.contest = &class->contest,
                                        .keys = class->names,
                                        .is_gone = is_gone,
                                        .pupils = pupil_names,
                                        .day = class->day};
    class_tally_add(&class->tally, &lesson, counts);
    class->day++;
    class->report = class_report_make(&class->tally, &class->arena);
}

static inline const struct class_question *question(const struct class *class, const char *key)
{
    for (int i = 0; i < class->report.question_count; i++) {
        if (strcmp(class->report.questions[i].key, key) == 0)
            return &class->report.questions[i];
    }
    return NULL;
}

static inline void end(struct class *class)
{
    class_tally_free(&class->tally);
    arena_free(&class->arena);
}
