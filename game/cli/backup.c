#include "base/i18n.h"
#include "cli/problems.h"
#include "cli/run.h"
#include "cli/safe.h"

int run_backup(struct cli *cli)
{
    struct db db = {0};
    struct copies_contents contents;
    struct diags diags = {.arena = &cli->arena};
    const char *path = cli->operands[0];
    if (!safe_is_there(cli) || !safe_open(cli, &db))
        return CLI_FAILED;
    bool is_good = copies_save(&db, path, &contents, &diags);
    db_close(&db);
    problems_print(&diags, false, stderr);
    if (is_good && !cli->values[OPTION_QUIET].is_set)
        safe_print(cli, _("{1} has everything, and was checked: {2}, {3}."), path, &contents);
    return is_good ? CLI_DONE : CLI_FAILED;
}
