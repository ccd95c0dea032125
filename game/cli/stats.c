#include "cli/stats.h"

#include <stdio.h>

#include "base/i18n.h"
#include "cli/run.h"
#include "formats/stats_csv.h"

int run_stats(struct cli *cli)
{
    bool is_json = cli->values[OPTION_JSON].is_set, is_csv = cli->values[OPTION_CSV].is_set;
    if (is_json && is_csv) {
        fputs(_("quartet: choose one of --json and --csv\n"), stderr);
        return CLI_FAILED;
    }
    struct record record = {0};
    int status = CLI_FAILED;
    struct buf out = {0};
    if (record_open(&record, cli, true)) {
        struct stats_figures figures =
            stats_figures_make(&record.source, STATS_365_DAYS, &record.arena);
        status = CLI_DONE;
        if (is_csv) {
            stats_csv_write(&figures, &record.source, &out);
            fwrite(out.data, 1, out.len, stdout);
        } else if (is_json) {
            stats_print_json(&record, &figures);
        } else {
            stats_add_words(&record, &figures, &out);
            record_print(&out);
        }
    }
    buf_free(&out);
    record_close(&record);
    return status;
}
