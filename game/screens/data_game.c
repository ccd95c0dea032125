#include "screens/data_game.h"

#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/game.h"
#include "store/copies.h"
#include "store/folder.h"
#include "store/forget.h"

const char *game_data_fault(const struct game *game, struct arena *arena)
{
    const struct journal *journal = game->journal;
    if (!journal || !journal->path || !game->memory)
        return _("Nothing that is played now is kept.");
    if (journal->db.state == DB_OPEN && !journal->pending_count)
        return NULL;
    return fill_text(arena, _("Learners, backups and forgetting are out of order. {1}."),
                     journal->fault, NULL);
}

const char *data_path_words(const char *path, struct arena *arena)
{
    return folder_shown_name(path, arena);
}

const char *data_contents_words(const struct copies_contents *contents, struct arena *arena)
{
    const char *events =
        fill_text(arena, ngettext("{1} event", "{1} events", (unsigned long)contents->events),
                  fill_number(arena, contents->events), NULL);
    const char *learners = fill_text(
        arena, ngettext("{1} learner", "{1} learners", (unsigned long)contents->learners),
        fill_number(arena, contents->learners), NULL);
    return fill_text(arena, _("{1}, {2}"), events, learners, NULL);
}

const char *data_problem_words(const struct diags *diags, enum diag_severity severity,
                               struct arena *arena)
{
    const char *all = NULL;
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        if (diag->severity != severity)
            continue;
        const char *one = arena_printf(arena, "%s %s.",
                                       data_path_words(diag->place.file, arena), diag->message);
        all = all ? arena_printf(arena, "%s\n%s", all, one) : one;
    }
    return all;
}

static bool is_in_order(const struct game *game, struct diags *diags)
{
    const char *fault = game_data_fault(game, diags->arena);
    if (fault)
        diag_add_file(diags, DIAG_ERROR, "quartet.db", "%s", fault);
    return !fault;
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
    mistake_tally_free(&game->tally);
    game->lost.is_counted = false;
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

/// Who goes on: the same learner if that one is still there, else the first, else `other`.
static void go_on(struct game *game, const char *other)
{
    struct journal *journal = game->journal;
    game_find_learners(game);
    const struct learners *learners = &game->learners;
    const char *next = learners->count ? learners->names[0] : other;
    for (int i = 0; i < learners->count; i++) {
        if (strcmp(learners->names[i], journal->learner) == 0)
            next = journal->learner;
    }
    bool is_other = strcmp(next, journal->learner) != 0;
    journal_switch(journal, next); // also the same one has another number now
    if (is_other)
        remember_learner(game, journal->learner);
    begin_anew(game);
}

bool game_restore(struct game *game, const char *path, struct copies_contents *contents,
                  const char **kept, struct diags *diags)
{
    *kept = NULL;
    if (!is_in_order(game, diags) ||
        !copies_restore(&game->journal->db, path, contents, kept, diags))
        return false;
    go_on(game, game->journal->learner);
    return true;
}

static struct forget what_of(const struct game *game, enum forget_scope scope)
{
    const struct bank *bank = game_known_bank(game);
    struct forget what = {0};
    if (scope != FORGET_EVERYTHING && game->journal)
        what.learner = game->journal->learner;
    if (scope == FORGET_BANK && bank)
        what.bank = bank->id;
    if (scope == FORGET_CLASS)
        what.learner = game->lesson.class_name;
    return what;
}

int64_t game_forget_count(const struct game *game, enum forget_scope scope)
{
    const struct forget what = what_of(game, scope);
    return game->memory ? forget_count(game->memory, &what) : -1;
}

bool game_forgets_class(const struct game *game, enum forget_scope scope)
{
    const struct forget what = what_of(game, scope);
    return game->memory && forget_is_class(game->memory, &what);
}

bool game_forget(struct game *game, enum forget_scope scope, const char **backup,
                 struct diags *diags)
{
    const struct settings fresh = settings_default();
    const struct forget what = what_of(game, scope);
    *backup = NULL;
    if (!is_in_order(game, diags) || (scope == FORGET_BANK && !what.bank) ||
        !forget(game->memory, &what, game_wall(game), backup, diags))
        return false;
    // No name of a class that may be gone stays behind, nor of its pupils.
    lesson_run_close(game);
    game->lesson = (struct lesson){0};
    game->report_of = NULL;
    go_on(game, fresh.learner);
    return true;
}
