#include "screens/data_game.h"

#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/game.h"

const char *game_data_fault(const struct game *game, struct arena *arena)
{
    const struct journal *journal = game->journal;
    if (!journal || !journal->path || !game->memory)
        return _("Nothing that is played now is kept.");
    if (journal->db.state == DB_OPEN && !journal->pending_count)
        return NULL;
    return fill_text(arena, _("Learners are out of order. {1}."), journal->fault, NULL);
}

void game_find_learners(struct game *game)
{
    struct learners *learners = &game->learners;
    arena_reset(&learners->arena);
    learners->count =
        game->journal ? journal_learners(game->journal, &learners->arena, &learners->names) : 0;
}

void game_free_learners(struct game *game)
{
    arena_free(&game->learners.arena);
    game->learners = (struct learners){0};
}

/// What was known is of another learner, or of another store.
static void begin_anew(struct game *game)
{
    game_drop_study(game);
    game_free_edits(game);
    game->back = (struct look_back){0};
    memory_open(game->memory, game->journal);
    game_follow_schedule(game);
    game_want_edits(game);
    game_resume_quiz(game, false, game->now_ms); // which drops the one before in any case
    game_find_learners(game);
}

static void remember_learner(struct game *game, const char *learner)
{
    struct settings *s = &game->settings;
    if (strcmp(s->learner, learner) == 0)
        return;
    snprintf(s->learner, sizeof s->learner, "%s", learner);
    game->settings_changed = true;
}

bool game_play_as(struct game *game, const char *learner)
{
    struct arena scratch = {0};
    bool is_good = !game_data_fault(game, &scratch);
    arena_free(&scratch);
    if (is_good)
        game_keep_look_back(game);
    if (!is_good || !journal_switch(game->journal, learner))
        return false;
    remember_learner(game, game->journal->learner);
    begin_anew(game);
    return true;
}
