#include <stdio.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/learner.h"
#include "cli/problems.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "store/memory.h"

static void say_done(struct cli *cli, int64_t events)
{
    puts(fill_text(&cli->arena,
                   ngettext("What you remember was worked out again from {1} event.",
                            "What you remember was worked out again from {1} events.",
                            (unsigned long)events),
                   fill_number(&cli->arena, events), NULL));
}

int run_rebuild(struct cli *cli)
{
    struct journal journal;
    struct memory memory;
    struct copies_contents contents = {0};
    struct diags diags = {.arena = &cli->arena};
    if (!safe_is_there(cli))
        return CLI_FAILED;
    bool is_good = learner_open(cli, &journal, &memory) && memory_rebuild(&memory) &&
                   copies_count(&journal.db, &contents);
    if (!is_good && memory.fault[0]) {
        const char *path = journal_path(&cli->arena, cli->paths.data_dir);
        diag_add_file(&diags, DIAG_ERROR, path, "%s", memory.fault);
    }
    memory_close(&memory);
    journal_close(&journal);
    problems_print(&diags, false, stderr);
    if (is_good && !cli->values[OPTION_QUIET].is_set)
        say_done(cli, contents.events);
    return is_good ? CLI_DONE : CLI_FAILED;
}
