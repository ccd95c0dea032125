#include "store/forget.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/class_name.h"
#include "cli/learner.h"
#include "cli/lines.h"
#include "cli/problems.h"
#include "cli/record.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "store/classes.h"
#include "store/copies.h"
#include "store/settings.h"

/// What a command line says is to be forgotten. Returns false after a message if it is nothing,
/// or two things.
static bool choose(struct cli *cli, struct forget *what)
{
    bool is_all = cli->values[OPTION_ALL].is_set;
    bool is_class = cli->values[OPTION_CLASS].is_set;
    bool is_some = cli->values[OPTION_BANK].is_set || cli->values[OPTION_LEARNER].is_set;
    if (is_all + is_class + is_some != 1) {
        const char *why =
            is_all ? _("quartet: --all is everything of all learners; leave --bank, --learner "
                       "and --class out\n")
            : is_class ? _("quartet: --class is all of that class; leave --bank and --learner "
                           "out\n")
                       : _("quartet: say what is to be forgotten: --bank B, --learner L, "
                           "--class C or --all; see: quartet help forget\n");
        fputs(why, stderr);
        return false;
    }
    *what = (struct forget){.learner = cli->values[OPTION_CLASS].text};
    if (is_some)
        what->learner = learner_name(cli, &cli->arena);
    what->bank = cli->values[OPTION_BANK].text;
    return true;
}

static const char *describe(struct cli *cli, const struct forget *what)
{
    const char *learner = what->learner ? safe_name(cli, what->learner) : NULL;
    if (cli->values[OPTION_CLASS].is_set)
        return fill_text(&cli->arena, _("the class {1}"), learner, NULL);
    if (what->bank) {
        return fill_text(&cli->arena, _("what {1} did in the bank {2}"), learner,
                         safe_name(cli, what->bank), NULL);
    }
    return learner ? fill_text(&cli->arena, _("all that {1} did"), learner, NULL)
                   : _("all that everybody did");
}

/// What becomes of the backups, before the word is asked for.
static const char *warn(struct cli *cli, bool is_class)
{
    const char *db = journal_path(&cli->arena, cli->paths.data_dir);
    const char *folder = safe_name(cli, copies_folder(db, &cli->arena));
    return fill_text(&cli->arena,
                     is_class ? _("It can't be had back: no backup is made, and the class is "
                                  "taken out of those in {1} too.\nType {2} to go on: ")
                              : _("A backup of everything is made first, in {1}.\n"
                                  "Type {2} to go on: "),
                     folder, _("forget"), NULL);
}

/// Whether it is really meant. `*status` is that of the program if not.
static bool is_meant(struct cli *cli, const struct forget *what, bool is_class, int64_t count,
                     int *status)
{
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
    fputs(warn(cli, is_class), stdout);
    fflush(stdout);
    enum lines_result result = lines_read(&lines, INT64_MAX, &line);
    bool is_word = result == LINES_LINE && strcmp(line, word) == 0;
    if (!is_word)
        puts(_("Nothing was forgotten."));
    *status = result == LINES_INTERRUPTED ? CLI_INTERRUPTED : CLI_NO;
    lines_close(&lines);
    return is_word;
}

static void say_done(struct cli *cli, int64_t count, const char *backup)
{
    puts(fill_text(
        &cli->arena,
        ngettext("Forgotten: {1} event.", "Forgotten: {1} events.", (unsigned long)count),
        fill_number(&cli->arena, count), NULL));
    if (!backup) {
        puts(_("No backup that Quartet made has it any more. Copies that you made elsewhere "
               "still do: remove those yourself."));
        return;
    }
    puts(fill_text(&cli->arena,
                   _("The backup from before still has it: {1}\n"
                     "To get it back: quartet restore FILE. To lose it for good, remove "
                     "that file."),
                   safe_name(cli, backup), NULL));
}

/// A class that played last does so no more, or it would be added again as a learner.
static void play_as_another(struct cli *cli, const char *name)
{
    struct diags diags = {.arena = &cli->arena};
    const struct settings fresh = settings_default();
    struct settings settings = settings_load(cli->paths.settings_file, &diags);
    if (strcmp(settings.learner, name) != 0)
        return;
    snprintf(settings.learner, sizeof settings.learner, "%s", fresh.learner);
    settings_save(&settings, cli->paths.settings_file, &diags);
    problems_print(&diags, false, stderr);
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
    if (!count && cli->values[OPTION_CLASS].is_set) {
        const char *const *names;
        int classes = classes_names(memory->journal, &cli->arena, &names);
        class_name_is_known(cli, what->learner, names, classes);
        return CLI_NO;
    }
    if (!count) {
        fputs(fill_text(&cli->arena, _("quartet: there is nothing to forget of {1}\n"),
                        describe(cli, what), NULL),
              stderr);
        return CLI_NO;
    }
    bool is_class = forget_is_class(memory, what);
    if (cli->values[OPTION_CLASS].is_set && !is_class) {
        fputs(fill_text(&cli->arena,
                        _("quartet: {1} is a learner and no class; to forget a learner say "
                          "--learner\n"),
                        what->learner, NULL),
              stderr);
        return CLI_NO;
    }
    if (!is_meant(cli, what, is_class, count, &status))
        return status;
    const char *backup;
    bool is_good = forget(memory, what, record_now(cli), &backup, &diags);
    problems_print(&diags, false, stderr);
    if (is_good && !cli->values[OPTION_QUIET].is_set)
        say_done(cli, count, backup);
    if (is_good && is_class)
        play_as_another(cli, what->learner);
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
