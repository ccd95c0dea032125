#include "base/i18n.h"
#include "cli/rewrite.h"
#include "cli/run.h"
#include "formats/json_layout.h"
#include "formats/json_scan.h"

static bool lay_out(struct rewrite *rewrite, const char *file, struct patch *patch,
                    struct diags *diags)
{
    (void)rewrite;
    // Other mistakes than those of grammar do not matter for the layout, and check says them.
    struct diags found = {.arena = diags->arena};
    struct json_scan scan = {0};
    bool is_json =
        json_scan(&scan, file, patch->text, patch->len, &json_limits_own, "questions", &found);
    json_scan_free(&scan);
    if (is_json) {
        json_layout(patch);
    } else {
        *diags = found;
    }
    return is_json;
}

int run_fmt(struct cli *cli)
{
    struct rewrite rewrite = {
        .change = lay_out,
        .done = _("{1}: is laid out now"),
        .same = _("{1}: was laid out already"),
        .wanted = _("{1}: is not laid out; quartet fmt does that"),
    };
    return rewrite_files(cli, &rewrite);
}
