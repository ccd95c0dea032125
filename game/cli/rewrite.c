#include "cli/rewrite.h"

#include <stdio.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/problems.h"
#include "cli/safe.h"
#include "store/bank_write.h"
#include "store/library.h"

enum outcome { OUTCOME_GOOD, OUTCOME_NO, OUTCOME_FAILED };

static void say(FILE *out, struct cli *cli, const char *pattern, const char *path,
                const char *other)
{
    const char *name = safe_name(cli, path);
    const char *second = other ? safe_name(cli, other) : NULL;
    fprintf(out, "%s\n", fill_text(&cli->arena, pattern, name, second, NULL));
}

const char *rewrite_copy(struct cli *cli, const char *path)
{
    return bank_copy_path(path, cli->paths.questions_dir, &cli->arena);
}

bool rewrite_save(struct cli *cli, const char *path, const struct file_stamp *stamp,
                  const struct buf *text)
{
    struct diags diags = {.arena = &cli->arena};
    enum bank_written written = bank_write(path, stamp, cli->paths.questions_dir, text, &diags);
    problems_print(&diags, false, stderr);
    switch (written) {
    case BANK_WRITTEN:
        return true;
    case BANK_COPIED:
        say(stdout, cli, _("{1} is read-only; what it becomes is in {2}"), path,
            rewrite_copy(cli, path));
        return true;
    case BANK_HAS_COPY:
        say(stderr, cli,
            _("quartet: {1} is read-only, and there is a copy of yours: change {2} instead"),
            path, rewrite_copy(cli, path));
        break;
    case BANK_CHANGED:
        say(stderr, cli,
            _("quartet: {1} was changed by another program meanwhile, and is left alone; try "
              "again"),
            path, NULL);
        break;
    case BANK_FAILED:
        break;
    }
    return false;
}

static void show(struct cli *cli, const char *path, const struct patch *patch)
{
    struct buf diff = {0};
    patch_diff(patch, safe_name(cli, path), &diff);
    fputs(diff.data, stdout);
    // What is shown comes first, also if the program is stopped while it writes.
    fflush(stdout);
    buf_free(&diff);
}

static enum outcome finish(struct cli *cli, const struct rewrite *rewrite, const char *path,
                           const struct file_stamp *stamp, const struct patch *patch)
{
    bool is_quiet = rewrite->is_quiet || cli->values[OPTION_QUIET].is_set;
    if (patch_is_empty(patch)) {
        if (!is_quiet && rewrite->same)
            say(stdout, cli, rewrite->same, path, NULL);
        return OUTCOME_GOOD;
    }
    if (cli->values[OPTION_CHECK].is_set) {
        say(stdout, cli, rewrite->wanted, path, NULL);
        return OUTCOME_NO;
    }
    bool is_dry = cli->values[OPTION_DRY_RUN].is_set;
    if (!rewrite->is_quiet && (is_dry || !is_quiet))
        show(cli, path, patch);
    if (is_dry) {
        if (!rewrite->is_quiet && rewrite->shown)
            say(stdout, cli, rewrite->shown, path, NULL);
        return OUTCOME_GOOD;
    }
    struct buf text = {0};
    patch_apply(patch, &text);
    bool is_saved = rewrite_save(cli, path, stamp, &text);
    buf_free(&text);
    if (is_saved && !is_quiet && rewrite->done)
        say(stdout, cli, rewrite->done, path, NULL);
    return is_saved ? OUTCOME_GOOD : OUTCOME_FAILED;
}

static enum outcome rewrite_file(struct cli *cli, struct rewrite *rewrite, const char *path)
{
    enum outcome outcome = OUTCOME_FAILED;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf text = {0};
    struct file_stamp stamp;
    file_stamp(path, &stamp);
    if (file_read(path, BANK_FILE_MAX_BYTES, &text, &diags)) {
        struct patch patch = {.text = text.data ? text.data : "", .len = text.len};
        outcome = OUTCOME_NO;
        if (rewrite->change(rewrite, path, &patch, &diags))
            outcome = finish(cli, rewrite, path, &stamp, &patch);
        patch_free(&patch);
    }
    problems_print(&diags, false, stderr);
    buf_free(&text);
    arena_free(&arena);
    return outcome;
}

int rewrite_files(struct cli *cli, struct rewrite *rewrite)
{
    struct library library = {0};
    library_find(&library, &(struct library_places){
                               .named = cli->operands,
                               .named_count = cli->operand_count,
                           });
    if (!rewrite->is_first || library.diags.errors)
        problems_print(&library.diags, false, stderr);
    int status = library.diags.errors ? CLI_FAILED : CLI_DONE;
    for (int i = 0; i < library.count; i++) {
        enum outcome outcome = rewrite_file(cli, rewrite, library.entries[i].path);
        if (outcome == OUTCOME_FAILED || status == CLI_FAILED) {
            status = CLI_FAILED;
        } else if (outcome == OUTCOME_NO) {
            status = CLI_NO;
        }
    }
    library_close(&library);
    return status;
}
