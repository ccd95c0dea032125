#include "store/forget.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/learner.h"
#include "cli/lines.h"
#include "cli/problems.h"
#include "cli/record.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "store/copies.h"
#include "store/settings.h"

/// What a command line says is to be forgotten. Returns false after a message if it is nothing,
/// or two things.
static bool choose(struct cli *cli, struct forget *what)
{
    bool is_all = cli->values[OPTION_ALL].is_set;
    bool has_bank = cli->values[OPTION_BANK].is_set;
    bool has_learner = cli->values[OPTION_LEARNER].is_set;
    if (is_all ? has_bank || has_learner : !has_bank && !has_learner) {
        fputs(is_all ? _("quartet: --all is everything of all learners; leave --bank and "
                         "--learner out\n")
                     : _("quartet: say what is to be forgotten: --bank B, --learner L or "
                         "--all; see: quartet help forget\n"),
              stderr);
        return false;
    }
    *what = (struct forget){0};
    if (!is_all)
        what->learner = learner_name(cli, &cli->arena);
    what->bank = cli->values[OPTION_BANK].text;
    return true;
}

static const char *describe(struct cli *cli, const struct forget *what)
{
    if (what->bank) {
        return fill_text(&cli->arena, _("what {1} did in the bank {2}"), what->learner,
                         what->bank, NULL);
    }
    return what->learner ? fill_text(&cli->arena, _("all that {1} did"), what->learner, NULL)
                         : _("all that everybody did");
}

/// Whether it is really meant. `*status` is that of the program if not.
static bool is_meant(struct cli *cli, const struct forget *what, int64_t count, int *status)
{
    const char *folder =
        copies_folder(journal_path(&cli->arena, cli->paths.data_dir), &cli->arena);
    const char *word = _("forget"), *line = NULL;
    struct lines lines;
    if (cli->values[OPTION_YES].is_set)
        return true;
    lines_open(&lines, STDIN_FILENO);
    *status = CLI_FAILED;
    if (!lines.is_terminal) {
        fputs(_("quartet: say --yes to forget without being asked\n"), stderr);
        lines_close(&lines);
        return false;
    }
    fputs(fill_text(&cli->arena,
                    ngettext("This forgets {1}: {2} event.\n",
                             "This forgets {1}: {2} events.\n", (unsigned long)count),
                    describe(cli, what), fill_number(&cli->arena, count), NULL),
          stdout);
    fputs(fill_text(&cli->arena,
                    _("A backup of everything is made first, in {1}.\n"
                      "Type {2} to go on: "),
                    safe_name(cli, folder), word, NULL),
          stdout);
    fflush(stdout);
    enum lines_result result = lines_read(&lines, INT64_MAX, &line);
    bool is_word = result == LINES_LINE && strcmp(line, word) == 0;
    if (!is_word)
        puts(_("Nothing was forgotten."));
    *status = result == LINES_INTERRUPTED ? CLI_INTERRUPTED : CLI_NO;
    lines_close(&lines);
    return is_word;
}

static int forget_with(struct cli *cli, struct memory *memory, const struct forget *what)
{
    struct diags diags = {.arena = &cli->arena};
    int status = CLI_FAILED;
    int64_t count = forget_count(memory, what);
    if (count < 0) {
        fprintf(stderr, _("quartet: what was answered cannot be read\n"));
        return CLI_FAILED;
    }
    if (!count) {
        fputs(fill_text(&cli->arena, _("quartet: there is nothing to forget of {1}\n"),
                        describe(cli, what), NULL),
              stderr);
        return CLI_NO;
    }
    if (!is_meant(cli, what, count, &status))
        return status;
    const char *backup;
    bool is_good = forget(memory, what, record_now(cli), &backup, &diags);
    problems_print(&diags, false, stderr);
    if (is_good && !cli->values[OPTION_QUIET].is_set) {
        puts(fill_text(
            &cli->arena,
            ngettext("Forgotten: {1} event.", "Forgotten: {1} events.", (unsigned long)count),
            fill_number(&cli->arena, count), NULL));
        puts(fill_text(&cli->arena,
                       _("The backup from before still has it: {1}\n"
                         "To get it back: quartet restore FILE. To lose it for good, remove "
                         "that file."),
                       safe_name(cli, backup), NULL));
    }
    return is_good && !diags.errors ? CLI_DONE : CLI_FAILED;
}

int run_forget(struct cli *cli)
{
    struct forget what;
    struct journal journal;
    struct memory memory;
    struct diags diags = {.arena = &cli->arena};
    int status = CLI_FAILED;
    if (!choose(cli, &what) || !safe_is_there(cli))
        return CLI_FAILED;
    // Not as the learner that is named: it would be added if it is not there.
    const struct settings settings = settings_load(cli->paths.settings_file, &diags);
    journal_open(&journal, cli->paths.data_dir, settings.learner, &diags);
    bool is_open = memory_open(&memory, &journal);
    problems_print(&diags, false, stderr);
    if (is_open)
        status = forget_with(cli, &memory, &what);
    memory_close(&memory);
    journal_close(&journal);
    return status;
}
