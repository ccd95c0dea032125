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

bool lesson_start(struct game *game, const struct lesson_plan *plan)
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
    return false;
}

void lesson_free(struct lesson *lesson)
{
    arena_free(&lesson->arena);
    *lesson = (struct lesson){0};
}
