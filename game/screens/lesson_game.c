#include "screens/lesson_game.h"

#include <string.h>

#include "screens/game.h"

const char *lesson_learner(const struct game *game, const char *class_name, struct arena *arena)
{
    const char *const *names, *playing = game->journal ? game->journal->learner : NULL;
    if (class_name && class_name[0])
        return class_name;
    if (!playing || !classes_has(game->journal, playing))
        return playing;
    const struct settings usual = settings_default();
    int count = journal_learners(game->journal, arena, &names);
    for (int i = 0; i < count; i++) {
        if (!classes_has(game->journal, names[i]))
            return names[i];
    }
    return arena_text(arena, usual.learner, strlen(usual.learner));
}

/// Whether a lesson of who plays is not over, in which something was asked.
static bool has_left(struct game *game)
{
    lesson_run_look(game);
    return game->lesson_left.is_there && game->lesson_left.at > 0;
}

/// Has `learner` play (NULL: whoever does) and begins the lesson, or lets things be as they
/// were.
static enum lesson_outcome start_as(struct game *game, const struct lesson_plan *plan,
                                    const char *learner, const char *before)
{
    bool is_other = learner && strcmp(learner, before) != 0;
    const struct lesson_setup setup = {.is_class = plan->class_name != NULL,
                                       .pupils = &plan->pupils,
                                       .teams = &plan->teams,
                                       .topics = plan->topics,
                                       .topic_count = plan->topic_count,
                                       .seed = plan->seed};
    if (is_other && !game_play_as(game, learner))
        return LESSON_UNSAVED;
    if (!plan->gives_up_left && has_left(game))
        return LESSON_LEFT; // Home goes on with it, so that learner stays
    if (lesson_run_begin(game, &setup, game->now_ms))
        return LESSON_BEGUN;
    if (is_other)
        game_play_as(game, before);
    return LESSON_EMPTY;
}

enum lesson_outcome lesson_start(struct game *game, const struct lesson_plan *plan)
{
    struct arena scratch = {0};
    const char *learner = lesson_learner(game, plan->class_name, &scratch);
    const char *playing = learner ? game->journal->learner : "";
    const char *before = arena_text(&scratch, playing, strlen(playing));
    enum lesson_outcome outcome = start_as(game, plan, learner, before);
    arena_free(&scratch);
    return outcome;
}

bool lesson_start_due(struct game *game)
{
    struct arena scratch = {0};
    const char *name = game->journal->learner;
    struct lesson_plan plan = {
        .class_name = name, .seed = rng_next(&game->rng), .gives_up_left = true};
    bool is_known =
        classes_read(game->journal, name, game_wall(game).at_ms, &scratch, &plan.pupils) &&
        classes_read_teams(game->journal, name, &plan.pupils, &scratch, &plan.teams);
    plan.teams.wish.is_due_first = true;
    if (game->outlook.due > 0 && game->outlook.due <= LESSON_QUESTIONS_MOST)
        plan.teams.wish.questions = game->outlook.due;
    bool is_started = is_known && lesson_start(game, &plan) == LESSON_BEGUN;
    arena_free(&scratch);
    return is_started;
}
