#include "app/links.h"

void links_open(struct links *links, struct game *game, void (*wake)(void *context),
                void *context)
{
    links->wake = wake;
    links->context = context;
    game->edits.may_go_beside = true;
}

static void look(void *context)
{
    struct links *links = context;
    relink_beside_run(&links->work);
}

static void tell(void *context)
{
    const struct links *links = context;
    links->wake(links->context);
}

bool links_follow(struct links *links, struct game *game)
{
    bool has_changed = false;
    if (links->job && job_is_done(links->job)) {
        job_wait(links->job);
        links->job = NULL;
        game_end_edits(game, &links->work);
        has_changed = true;
    }
    if (!links->job && game->edits.asks_beside && game_begin_edits(game, &links->work))
        links->job = job_start(look, tell, links);
    return has_changed;
}

void links_close(struct links *links, struct game *game)
{
    job_wait(links->job);
    relink_beside_free(&links->work);
    game->edits.may_go_beside = game->edits.asks_beside = game->edits.is_beside = false;
    *links = (struct links){0};
}
