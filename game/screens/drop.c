#include "screens/drop.h"

#include "screens/problems.h"

const char *drop_open(struct game *game, const char *path)
{
    if (game_open_path(game, path))
        return NULL;
    return problems_refused(game, &game->library.arena);
}

void drop_aside(struct game *game, const char *path, int64_t now_ms)
{
    if (game->has_quiz)
        game_apply(game, EVENT_PAUSE, now_ms, NULL);
    game_open_path(game, path);
}
