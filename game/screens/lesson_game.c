#include "screens/lesson_game.h"

#include <string.h>

#include "screens/game.h"

static const char *copy_text(struct arena *arena, const char *text)
{
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

static struct class_list copy_pupils(struct arena *arena, const struct class_list *list)
{
    struct class_list copy = {ARENA_ARRAY(arena, list->count + 1, struct class_pupil),
                              list->count};
    for (int i = 0; i < list->count; i++) {
        copy.pupils[i] = list->pupils[i];
        copy.pupils[i].name = copy_text(arena, list->pupils[i].name);
    }
    return copy;
}

static void copy_team(struct arena *arena, struct team *team)
{
    int *pupils = ARENA_ARRAY(arena, team->pupil_count + 1, int);
    if (team->pupil_count)
        memcpy(pupils, team->pupils, (size_t)team->pupil_count * sizeof *pupils);
    team->pupils = pupils;
    team->name = copy_text(arena, team->name);
}

const char *lesson_learner(const struct game *game, const char *class_name, struct arena *arena)
{
    const char *const *names, *playing = game->journal ? game->journal->learner : NULL;
    if (class_name && class_name[0])
        return class_name;
    if (!playing || !classes_has(game->journal, playing))
        return playing;
    int count = journal_learners(game->journal, arena, &names);
    for (int i = 0; i < count; i++) {
        if (!classes_has(game->journal, names[i]))
            return names[i];
    }
    return copy_text(arena, settings_default().learner);
}

/// Whether a lesson of who plays is not over, in which something was asked.
static bool has_left(struct game *game)
{
    lesson_run_look(game);
    return game->lesson_left.is_there && game->lesson_left.at > 0;
}

enum lesson_outcome lesson_start(struct game *game, const struct lesson_plan *plan)
{
    struct lesson *lesson = &game->lesson;
    struct lesson_plan copy = *plan;
    struct arena arena = {0}; // `plan` may be the one that is there
    const char **topics = ARENA_ARRAY(&arena, plan->topic_count + 1, const char *);
    copy.class_name = copy_text(&arena, plan->class_name);
    copy.pupils = copy_pupils(&arena, &plan->pupils);
    for (int i = 0; i < copy.teams.count; i++)
        copy_team(&arena, &copy.teams.teams[i]);
    for (int i = 0; i < plan->topic_count; i++)
        topics[i] = copy_text(&arena, plan->topics[i]);
    copy.topics = topics;
    arena_free(&lesson->arena);
    lesson->arena = arena;
    lesson->plan = copy;
    lesson->has_plan = true;
    const char *learner = lesson_learner(game, copy.class_name, &lesson->arena);
    const char *before = learner ? copy_text(&lesson->arena, game->journal->learner) : NULL;
    bool is_other = learner && strcmp(learner, before) != 0;
    const struct lesson_setup setup = {.is_class = copy.class_name != NULL,
                                       .pupils = &copy.pupils,
                                       .teams = &copy.teams,
                                       .topics = copy.topics,
                                       .topic_count = copy.topic_count,
                                       .seed = copy.seed};
    if (is_other && !game_play_as(game, learner))
        return LESSON_UNSAVED;
    if (!copy.gives_up_left && has_left(game))
        return LESSON_LEFT; // Home goes on with it, so that learner stays
    if (lesson_run_begin(game, &setup, game->now_ms))
        return LESSON_BEGUN;
    if (is_other)
        game_play_as(game, before);
    return LESSON_EMPTY;
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

void lesson_free(struct lesson *lesson)
{
    arena_free(&lesson->arena);
    *lesson = (struct lesson){0};
}
