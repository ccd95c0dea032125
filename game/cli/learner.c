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

static void say(const struct relink *relink)
{
    if (relink->edited_count) {
        fprintf(stderr,
                ngettext("quartet: %d question was edited; what you know of it came along\n",
                         "quartet: %d questions were edited; what you know of them came "
                         "along\n",
                         (unsigned long)relink->edited_count),
                relink->edited_count);
    }
    if (relink->asked_count) {
        fprintf(stderr,
                ngettext("quartet: %d question is gone and a similar one is new; the window "
                         "asks whether it is the same\n",
                         "quartet: %d questions are gone and similar ones are new; the window "
                         "asks whether they are the same\n",
                         (unsigned long)relink->asked_count),
                relink->asked_count);
    }
}

void learner_relink(const struct cli *cli, struct memory *memory,
                    const struct library_places *places, int64_t wall_ms)
{
    struct arena scratch = {0};
    struct library library = {0};
    struct relink relink;
    // Also the banks that the command is not about: what is not there counts as gone.
    library_find(&library, places);
    if (relink_library(&relink, memory, &library, -1, wall_ms, &scratch) &&
        !cli->values[OPTION_QUIET].is_set)
        say(&relink);
    library_close(&library);
    arena_free(&scratch);
}
