#include "cli/safe.h"

#include <stdio.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/problems.h"
#include "store/file.h"
#include "store/journal.h"

const char *safe_name(struct cli *cli, const char *path)
{
    struct buf name = {0};
    diag_add_name(&name, path);
    const char *clean = arena_text(&cli->arena, name.data, name.len);
    buf_free(&name);
    return clean;
}

bool safe_is_there(struct cli *cli)
{
    const char *path = journal_path(&cli->arena, cli->paths.data_dir);
    bool is_there = !file_is_missing(path);
    if (!is_there) {
        fprintf(stderr, _("quartet: nothing was played yet: %s is not there\n"),
                safe_name(cli, path));
    }
    return is_there;
}

bool safe_open(struct cli *cli, struct db *db)
{
    struct diags diags = {.arena = &cli->arena};
    bool is_open = db_open(db, journal_path(&cli->arena, cli->paths.data_dir), &diags);
    problems_print(&diags, false, stderr);
    return is_open;
}

void safe_print(struct cli *cli, const char *pattern, const char *path,
                const struct copies_contents *contents)
{
    struct arena *arena = &cli->arena;
    const char *events =
        fill_text(arena, ngettext("{1} event", "{1} events", (unsigned long)contents->events),
                  fill_number(arena, contents->events), NULL);
    const char *learners = fill_text(
        arena, ngettext("{1} learner", "{1} learners", (unsigned long)contents->learners),
        fill_number(arena, contents->learners), NULL);
    puts(fill_text(arena, pattern, safe_name(cli, path), events, learners, NULL));
}
