#include "base/i18n.h"
#include "cli/problems.h"
#include "cli/run.h"
#include "cli/safe.h"

int run_restore(struct cli *cli)
{
    struct db db = {0};
    struct copies_contents contents;
    struct diags diags = {.arena = &cli->arena};
    const char *path = cli->operands[0], *kept = NULL;
    if (!safe_open(cli, &db))
        return CLI_FAILED;
    bool is_good = copies_restore(&db, path, &contents, &kept, &diags);
    db_close(&db);
    problems_print(&diags, false, stderr);
    if (!is_good)
        return CLI_FAILED;
    if (!cli->values[OPTION_QUIET].is_set) {
        safe_print(cli, _("Everything is as in {1}: {2}, {3}."), path, &contents);
        if (kept)
            safe_print(cli, _("What was there before is kept in {1}."), kept, &contents);
    }
    return CLI_DONE;
}
