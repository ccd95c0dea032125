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
        session_apply(&game->session, &(struct event){.type = EVENT_PAUSE, .at_ms = now_ms});
    game_open_path(game, path);
}
