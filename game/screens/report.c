// Report: what came of the lessons of a class, and what to teach again.
#include "screens/report.h"

#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "formats/report_csv.h"
#include "formats/report_html.h"
#include "screens/data_game.h"
#include "screens/screen.h"
#include "store/file.h"
#include "store/report_file.h"

// So many lessons are read within a moment; of more the screen says how far it is.
enum { AT_ONCE_LESSONS = 10 };

static const char *say(const char *text)
{
    return _(text);
}

const char *report_lost_words(const struct report *report, struct arena *arena)
{
    const struct class_lost *lost = &report->load.lost;
    if (!lost->path)
        return NULL;
    return fill_text(arena,
                     lost->is_missing
                         ? _("{1} was moved or deleted: open it, and they are back.")
                         : _("They were in {1}, which is not that bank now."),
                     data_path_words(lost->path, arena), NULL);
}

static void finish(struct report *report)
{
    report->is_loading = false;
    report->figures = class_report_make(&report->load.tally, &report->arena);
    if (report->figures.question_count)
        return;
    const char *lost = report_lost_words(report, &report->arena);
    report->fault = _("The questions that were asked are in no bank any more.");
    if (lost)
        report->fault = fill_text(&report->arena, _("{1} {2}"), report->fault, lost, NULL);
}

/// Why lessons can't be read; NULL if they can.
static const char *store_fault(const struct game *game, struct arena *arena)
{
    const struct journal *journal = game->journal;
    if (!journal || !journal->path)
        return _("Nothing that is played now is kept.");
    if (journal->db.state == DB_OPEN)
        return NULL;
    return fill_text(arena, _("What was played cannot be read now. {1}."), journal->fault,
                     NULL);
}

/// Begins to read what is wanted.
static void begin(struct report *report, struct game *game)
{
    class_load_end(&report->load);
    arena_reset(&report->arena);
    report->figures = (struct class_report){.share = -1};
    report->notice = report->fault = NULL;
    report->is_loading = false;
    struct answer_words *words = ARENA_ARRAY(&report->arena, 1, struct answer_words);
    *words = (struct answer_words){_("True"), _("False"), _("from {1} to {2}")};
    report->fault = store_fault(game, &report->arena);
    if (report->fault)
        return;
    int wanted = report->is_all ? CLASS_LESSON_ALL : CLASS_LESSON_LAST;
    report->is_loading = class_load_begin(&report->load, game->journal, report->class_name,
                                          &game->library, wanted, words);
    if (!report->is_loading) {
        report->fault = fill_text(&report->arena, _("{1} was not asked anything yet."),
                                  report->class_name, NULL);
    } else if (report->load.wanted <= AT_ONCE_LESSONS) {
        while (class_load_next(&report->load))
            ;
        finish(report);
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct report *report = self;
    const char *name = game->report_of;
    if (!name)
        name = game->journal ? game->journal->learner : "";
    report->class_name = arena_text(&report->names, name, strlen(name));
    begin(report, game);
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct report *report = self;
    class_load_end(&report->load);
    arena_free(&report->arena);
    arena_free(&report->names);
}

// --- saving

/// The address of the file at `path`.
/// Source: RFC 8089, and RFC 3986, 2.3.
static const char *url_of(const char *path, struct arena *arena)
{
    static const char fine[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               "-._~/";
    struct buf url = {0};
    buf_text(&url, "file://");
    for (; *path; path++) {
        if (strchr(fine, *path)) {
            buf_byte(&url, *path);
        } else {
            buf_printf(&url, "%%%02X", (unsigned char)*path);
        }
    }
    const char *kept = arena_text(arena, url.data, url.len);
    buf_free(&url);
    return kept;
}

static bool write_files(const struct report *report, const char *base, struct diags *diags)
{
    const struct report_page page = {
        .report = &report->figures,
        .class_name = report->class_name,
        .lesson = report->is_all ? 0 : report->load.wanted,
        .lesson_count = report->load.count,
        .unread = report->load.unread,
        .say = say,
    };
    struct buf html = {0}, csv = {0};
    report_html_write(&page, &html);
    report_csv_write(&page, &csv);
    bool is_good =
        file_write(arena_printf(diags->arena, "%s.html", base), html.data, html.len, diags) &&
        file_write(arena_printf(diags->arena, "%s.csv", base), csv.data, csv.len, diags);
    buf_free(&html);
    buf_free(&csv);
    return is_good;
}

/// Saves the page and the table, without names of pupils, and opens the page.
static void save(struct report *report, struct game *game)
{
    struct arena *arena = &report->arena;
    struct diags diags = {.arena = arena};
    const char *folder = report_file_folder(game->journal->path, arena);
    const char *date = report_page_date(report->figures.last_day, arena);
    int lesson = report->is_all ? 0 : report->load.wanted;
    const char *name = report_file_name(report->class_name, lesson, date, arena);
    const char *base = file_whole_path(arena, arena_printf(arena, "%s/%s", folder, name));
    if (file_make_folder(folder, &diags) && write_files(report, base, &diags)) {
        const char *page = arena_printf(arena, "%s.html", base);
        report->url = url_of(page, arena);
        game->asks_open_url = report->url;
        report->notice = fill_text(arena, _("Saved as {1}, and as a table beside it."),
                                   data_path_words(page, arena), NULL);
    } else {
        report->notice = data_problem_words(&diags, DIAG_ERROR, arena);
    }
}

static void choose_tab(struct report *report, int tab)
{
    if (tab < 0 || tab >= REPORT_TABS)
        return;
    report->tab = (enum report_tab)tab;
    report->notice = NULL;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct report *report = self;
    bool has_figures = !report->fault && !report->is_loading;
    switch (action->id) {
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_TICK:
        if (report->is_loading && !class_load_next(&report->load))
            finish(report);
        break;
    case REPORT_TAB:
        choose_tab(report, action->arg);
        break;
    case REPORT_NEXT_TAB:
        choose_tab(report, ((int)report->tab + 1) % REPORT_TABS);
        break;
    case REPORT_WHICH:
        report->is_all = !report->is_all;
        begin(report, game);
        break;
    case REPORT_SAVE:
        if (has_figures)
            save(report, game);
        break;
    default:
        break;
    }
    return (struct step){.redraw = true};
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    (void)game;
    report_view(self, ui);
}

static int64_t wake_ms(const void *self, const struct game *game)
{
    const struct report *report = self;
    return report->is_loading ? game->now_ms : INT64_MAX;
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)game, (void)ui;
    const struct report *report = self;
    if (row->id == REPORT_WHICH)
        return report->load.count > 1;
    return (row->id != REPORT_SAVE && row->id != REPORT_NEXT_TAB) ||
           (!report->fault && !report->is_loading);
}

static const struct shortcut shortcuts[] = {
    {'e', 0, PAD_NORTH, REPORT_SAVE, 0, "E", N_("Save the report and open it")},
    {'a', 0, PAD_WEST, REPORT_WHICH, 0, "A", N_("All lessons, or the last")},
    {'v', 0, PAD_NONE, REPORT_NEXT_TAB, 0, "V", N_("The next part")},
    {0},
};

const struct screen screen_report = {
    .name = "report",
    .state_size = sizeof(struct report),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .wake_ms = wake_ms,
    .works = works,
};
