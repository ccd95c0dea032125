// core/contest_make.h: a lesson of choices, of which the third question has none.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/contest.h"
#include "core/make.h"

enum { QUESTIONS = 40 };

static const int64_t LIMIT_MS = 20000;

struct lesson {
    struct arena arena;
    struct question questions[QUESTIONS];
    struct bank bank;
    struct contest c;
    int64_t now_ms;
};

static const char *const options[] = {"right", "wrong", "worse"};

static inline void start(struct lesson *lesson, int count, struct contest_rules rules)
{
    *lesson = (struct lesson){.bank = {.language = "en"}};
    struct picked picked[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
        struct question *question = &lesson->questions[i];
        *question = (struct question){.kind = KIND_CHOICE, .points = 1, .is_shuffled = true};
        question->choice.options = TEXTS(options);
        question->choice.right_count = 1;
        if (i == 2) {
            *question = (struct question){.kind = KIND_TEXT,
                                          .points = 1,
                                          .text = "?",
                                          .accepted = {.items = options, .count = 1}};
        }
        picked[i] = (struct picked){&lesson->bank, question};
    }
    lesson->bank.questions = lesson->questions;
    lesson->bank.question_count = QUESTIONS;
    contest_start(&lesson->c, &lesson->arena, picked, count, &rules, 0);
}

static inline bool send(struct lesson *lesson, struct contest_event event)
{
    event.at_ms = lesson->now_ms;
    return contest_apply(&lesson->c, &event);
}

static inline bool plain(struct lesson *lesson, enum contest_event_type type)
{
    return send(lesson, (struct contest_event){.type = type});
}

static inline bool judge(struct lesson *lesson, int credit)
{
    return send(lesson, (struct contest_event){.type = CONTEST_JUDGE, .credit = credit});
}

static inline bool mark(struct lesson *lesson, int team, int credit)
{
    return send(lesson,
                (struct contest_event){.type = CONTEST_MARK, .team = team, .credit = credit});
}

static inline bool press(struct lesson *lesson, int team, int64_t at_ms)
{
    const struct contest_press presses[] = {{team, at_ms}};
    return send(lesson, (struct contest_event){
                            .type = CONTEST_PRESSED, .presses = presses, .press_count = 1});
}

static inline int64_t score(const struct lesson *lesson, int team)
{
    return score_total(lesson->c.scores[team]);
}
