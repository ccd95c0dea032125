// core/session_game.h: a game for tests of sessions.
#pragma once

#include "core/session.h"

enum { QUESTIONS = 4 };

static const int64_t SECOND = 1000;

// A game of four choices, of which the last has a bank's hint and the first two too few
// options for any.
struct game {
    struct arena arena;
    struct question questions[QUESTIONS];
    struct question_extras extras;
    struct bank bank;
    struct session session;
};

static const char *const options[] = {"right", "wrong", "worse"};

static inline void start(struct game *game, int count, struct session_rules rules)
{
    *game = (struct game){.extras = {.hint = "Think."}};
    struct picked picked[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
        struct question *question = &game->questions[i];
        *question = (struct question){.kind = KIND_CHOICE, .points = 1};
        question->choice.options = (struct texts){.items = options, .count = i < 2 ? 2 : 3};
        question->choice.right_count = 1;
        picked[i] = (struct picked){&game->bank, question};
    }
    game->questions[3].extras = &game->extras;
    game->bank = (struct bank){
        .language = "en", .questions = game->questions, .question_count = QUESTIONS};
    session_start(&game->session, &game->arena, picked, count, &rules, 0);
}

static inline bool send(struct game *game, enum event_type type, int64_t at_ms)
{
    return session_apply(&game->session, &(struct event){.type = type, .at_ms = at_ms});
}

static inline bool answer(struct game *game, bool is_right, int64_t at_ms)
{
    const struct answer given = {.picked = is_right ? 1 : 2};
    return session_apply(
        &game->session,
        &(struct event){.type = EVENT_ANSWER, .at_ms = at_ms, .answer = &given});
}
