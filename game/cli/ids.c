#include "base/fill.h"
#include "base/i18n.h"
#include "cli/rewrite.h"
#include "cli/run.h"
#include "formats/native.h"
#include "formats/question_ids.h"

static bool give_ids(struct rewrite *rewrite, const char *file, struct patch *patch,
                     struct diags *diags)
{
    struct arena *arena = diags->arena;
    struct diags found = {.arena = arena};
    if (!native_read(file, patch->text, patch->len, arena, &found)) {
        *diags = found;
        return false;
    }
    struct json_scan scan = {0};
    json_scan(&scan, file, patch->text, patch->len, &json_limits_own, "questions", &found);
    int given = question_ids(patch, &scan);
    json_scan_free(&scan);
    rewrite->done =
        fill_text(arena,
                  ngettext("{1}: {2} question has an id now",
                           "{1}: {2} questions have an id now", (unsigned long)given),
                  "{1}", fill_number(arena, given), NULL);
    return true;
}

int run_ids(struct cli *cli)
{
    struct rewrite rewrite = {
        .change = give_ids,
        .same = _("{1}: each question had an id already"),
    };
    return rewrite_files(cli, &rewrite);
}
