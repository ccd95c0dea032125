#include "screens/drop.h"

#include "screens/problems.h"

const char *drop_open(struct game *game, const char *path)
{
    if (game_open_path(game, path))
        return NULL;
    return problems_refused(game, &game->library.arena);
}
