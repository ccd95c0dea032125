#include "cli/learner.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/problems.h"
#include "store/relink.h"
#include "store/settings.h"

const char *learner_name(const struct cli *cli, struct arena *arena)
{
    const char *named = cli->values[OPTION_LEARNER].text;
    struct diags diags = {.arena = arena}; // who plays is told of them
    const struct settings settings = settings_load(cli->paths.settings_file, &diags);
    return named ? named : arena_text(arena, settings.learner, strlen(settings.learner));
}

bool learner_open(const struct cli *cli, struct journal *journal, struct memory *memory)
{
    struct arena scratch = {0};
    struct diags diags = {.arena = &scratch};
    journal_open(journal, cli->paths.data_dir, learner_name(cli, &scratch), &diags);
    problems_print(&diags, false, stderr);
    arena_free(&scratch);
    return memory_open(memory, journal);
}

void learner_relink(const struct cli *cli, struct memory *memory, struct library *library,
                    int64_t wall_ms)
{
    struct arena scratch = {0};
    struct relink relink;
    bool is_done = relink_library(&relink, memory, library, -1, wall_ms, &scratch);
    if (is_done && relink.edited_count && !cli->values[OPTION_QUIET].is_set) {
        fprintf(stderr,
                ngettext("quartet: %d question was edited; what you know of it came along\n",
                         "quartet: %d questions were edited; what you know of them came "
                         "along\n",
                         (unsigned long)relink.edited_count),
                relink.edited_count);
    }
    arena_free(&scratch);
}
