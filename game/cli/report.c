#include "cli/report.h"

#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/banks.h"
#include "cli/class_name.h"
#include "cli/clean.h"
#include "cli/problems.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "formats/report_csv.h"
#include "formats/report_html.h"
#include "store/class_load.h"
#include "store/file.h"
#include "store/settings.h"

/// What a report is made from. Zeroed is closed.
struct desk {
    struct banks banks;
    struct library library;
    struct journal journal;
    struct class_load load;
};

static const char *say(const char *text)
{
    return _(text);
}

/// Whether the options go together; says so if not.
static bool is_clear(const struct cli *cli)
{
    static const enum option_id forms[] = {OPTION_HTML, OPTION_CSV, OPTION_JSON};

    int count = 0;
    for (int i = 0; i < 3; i++)
        count += cli->values[forms[i]].is_set;
    if (count > 1)
        fputs(_("quartet: choose one of --html, --csv and --json\n"), stderr);
    bool has_two = cli->values[OPTION_ALL].is_set && cli->values[OPTION_LESSON].is_set;
    if (has_two)
        fputs(_("quartet: choose one of --all and --lesson\n"), stderr);
    return count <= 1 && !has_two;
}

static bool open_desk(struct desk *desk, struct cli *cli)
{
    struct cli without = *cli; // the operand is a class, not a bank
    struct diags diags = {.arena = &cli->arena};
    without.operand_count = 0;
    if (!banks_find_places(&desk->banks, &without) || !safe_is_there(cli))
        return false;
    library_find(&desk->library, &desk->banks.places);
    // Not as the class: it would be added if it is not there.
    const struct settings settings = settings_load(cli->paths.settings_file, &diags);
    journal_open(&desk->journal, cli->paths.data_dir, settings.learner, &diags);
    problems_print(&diags, false, stderr);
    desk->library.db =
        &desk->journal.db; // knows where banks were that are in no place of these
    return desk->journal.db.state == DB_OPEN;
}

static void close_desk(struct desk *desk)
{
    class_load_end(&desk->load);
    journal_close(&desk->journal);
    library_close(&desk->library);
    banks_close(&desk->banks);
}

static bool is_learner(const struct desk *desk, struct cli *cli, const char *name)
{
    const char *const *names;
    int count = journal_learners(&desk->journal, &cli->arena, &names), at = 0;
    while (at < count && strcmp(names[at], name) != 0)
        at++;
    return at < count;
}

/// Whether there is such a class; else says which there are.
static bool is_class(const struct desk *desk, struct cli *cli, const char *name)
{
    const char *const *names;
    int count = class_load_names(&desk->journal, &cli->arena, &names), at = 0;
    while (at < count && strcmp(names[at], name) != 0)
        at++;
    if (at == count && is_learner(desk, cli, name)) {
        fputs(fill_text(&cli->arena,
                        _("quartet: {1} is a learner who was given no lesson; how well it goes "
                          "says: quartet stats --learner {1}\n"),
                        safe_name(cli, name), NULL),
              stderr);
        return false;
    }
    return class_name_is_known(cli, name, names, count);
}

/// Says why there is no such lesson. Returns the status to exit with.
static int say_no_lesson(const struct desk *desk, struct cli *cli, const char *name)
{
    int count = desk->load.count;
    if (count && cli->values[OPTION_LESSON].is_set) {
        fputs(
            fill_text(&cli->arena,
                      ngettext("quartet: {1} was given {2} lesson; say a number up to that\n",
                               "quartet: {1} was given {2} lessons; say a number up to that\n",
                               (unsigned long)count),
                      safe_name(cli, name), fill_number(&cli->arena, count), NULL),
            stderr);
        return CLI_FAILED;
    }
    fputs(fill_text(&cli->arena,
                    count ? _("quartet: {1} was not asked anything yet\n")
                          : _("quartet: {1} was not given a lesson yet; to give one: Teams, in "
                              "the window\n"),
                    safe_name(cli, name), NULL),
          stderr);
    return CLI_NO;
}

/// Says which bank is missing, and what to do.
static void say_lost(struct cli *cli, const struct class_lost *lost)
{
    const char *words =
        !lost->path ? _("quartet: the bank {1} is in no place that is looked at: its questions "
                        "go by their ids. To have their texts name its folder with --library\n")
        : lost->is_missing
            ? _("quartet: the bank {1} was in {2}, which was moved or deleted: its "
                "questions go by their ids. Put it back, or name its folder now with "
                "--library\n")
            : _("quartet: the bank {1} was in {2}, which is not that bank now: its "
                "questions go by their ids. To see what is wrong: quartet check FILE\n");
    if (!lost->id)
        return;
    fputs(fill_text(&cli->arena, words, safe_name(cli, lost->id),
                    lost->path ? safe_name(cli, lost->path) : NULL, NULL),
          stderr);
}

static void write_form(struct cli *cli, const struct report_page *page, struct buf *out)
{
    if (cli->values[OPTION_HTML].is_set) {
        report_html_write(page, out);
    } else if (cli->values[OPTION_CSV].is_set) {
        report_csv_write(page, out);
    } else if (cli->values[OPTION_JSON].is_set) {
        report_add_json(page, out);
    } else {
        struct buf words = {0};
        report_add_words(page, &cli->arena, &words);
        clean_add(out, words.data, words.len);
        buf_free(&words);
    }
}

static int put_out(struct cli *cli, const struct report_page *page)
{
    const char *path = cli->values[OPTION_OUTPUT].text;
    struct diags diags = {.arena = &cli->arena};
    struct buf out = {0};
    bool is_good = true;
    write_form(cli, page, &out);
    if (path) {
        is_good = file_write(path, out.data, out.len, &diags);
        problems_print(&diags, false, stderr);
        if (is_good && !cli->values[OPTION_QUIET].is_set)
            puts(fill_text(&cli->arena, _("Saved as {1}"), safe_name(cli, path), NULL));
    } else {
        fwrite(out.data, 1, out.len, stdout);
    }
    buf_free(&out);
    return is_good ? CLI_DONE : CLI_FAILED;
}

static int report_on(struct desk *desk, struct cli *cli, const char *name)
{
    const struct answer_words words = {_("True"), _("False"), _("from {1} to {2}")};
    const struct option_value *lesson = &cli->values[OPTION_LESSON];
    int wanted = cli->values[OPTION_ALL].is_set ? CLASS_LESSON_ALL : CLASS_LESSON_LAST;
    if (lesson->is_set)
        wanted = (int)lesson->number;
    if (!is_class(desk, cli, name))
        return CLI_NO;
    if (!class_load_begin(&desk->load, &desk->journal, name, &desk->library, wanted, &words))
        return say_no_lesson(desk, cli, name);
    while (class_load_next(&desk->load))
        ;
    say_lost(cli, &desk->load.lost);
    const struct class_report report = class_report_make(&desk->load.tally, &cli->arena);
    const struct report_page page = {
        .report = &report,
        .class_name = name,
        .lesson = desk->load.is_all ? 0 : desk->load.wanted,
        .lesson_count = desk->load.count,
        .unread = desk->load.unread,
        .has_names = cli->values[OPTION_NAMES].is_set,
        .say = say,
    };
    return put_out(cli, &page);
}

int run_report(struct cli *cli)
{
    struct desk desk = {0};
    int status = CLI_FAILED;
    if (is_clear(cli) && open_desk(&desk, cli))
        status = report_on(&desk, cli, cli->operands[0]);
    close_desk(&desk);
    return status;
}
