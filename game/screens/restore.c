// Goes back to a backup: a list of those that there are, a question, and what came of it.
#include "screens/restore.h"

#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/fsrs_days.h"
#include "screens/date_words.h"
#include "screens/form.h"
#include "screens/format.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "store/file.h"
#include "store/zone.h"

/// "Thursday, 26 November 2026, 9:05".
static const char *when_words(int64_t ms, struct arena *arena)
{
    const struct fsrs_days midnight = {.policy = FSRS_DAYS_CALENDAR};
    struct fsrs_time at = zone_time(ms);
    int64_t day = fsrs_days_number(midnight, at);
    int minutes = (int)((ms - fsrs_days_begin_ms(midnight, day, at.ahead_min)) / 60000);
    return fill_text(arena, _("{1}, {2}"), date_words_day(arena, day),
                     arena_printf(arena, "%d:%02d", minutes / 60, minutes % 60), NULL);
}

static const char *size_words(int64_t bytes, struct arena *arena)
{
    enum { KB = 1000, MB = 1000 * KB, KB_MOST = 10 * MB };

    if (bytes < KB_MOST)
        return fill_text(arena, _("{1} KB"), format_count(arena, (bytes + KB - 1) / KB), NULL);
    return fill_text(arena, _("{1} MB"), format_count(arena, bytes / MB), NULL);
}

static const char *name_words(const struct copy *copy, struct arena *arena)
{
    const char *name = data_path_words(file_name(copy->path), arena);
    switch (copy->kind) {
    case COPY_DAILY:
        return fill_text(arena, _("{1}, made by itself"), name, NULL);
    case COPY_REPLACED:
        return fill_text(arena, _("{1}, what was there before going back"), name, NULL);
    case COPY_ASKED:
        break;
    }
    return name;
}

static struct row row_of(const struct copy *copy, struct arena *arena)
{
    struct copies_contents contents;
    bool is_good = copies_peek(copy, &contents);
    const char *holds = is_good ? data_contents_words(&contents, arena) : _("cannot be read");
    return (struct row){
        .title = when_words(copy->written_ms, arena),
        .detail = arena_printf(arena, "%s\n%s", holds, name_words(copy, arena)),
        .value = size_words(copy->bytes, arena),
        .is_warned = !is_good,
    };
}

static void list_copies(struct restore_page *page, const struct game *game)
{
    arena_reset(&page->arena);
    page->count = copies_list(game->journal->path, &page->arena, &page->copies);
    page->rows = ARENA_ARRAY(&page->arena, page->count + 1, struct row);
    for (int i = 0; i < page->count; i++)
        page->rows[i] = row_of(&page->copies[i], &page->arena);
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct restore_page *page = self;
    (void)now_ms;
    page->at = -1;
    if (game->journal && game->journal->path)
        list_copies(page, game);
}

static void leave(void *self, struct game *game)
{
    struct restore_page *page = self;
    (void)game;
    arena_free(&page->arena);
}

static struct step restore(struct restore_page *page, struct game *game)
{
    struct diags diags = {.arena = &page->arena};
    const char *before = game->journal->learner;
    before = arena_text(&page->arena, before, strlen(before));
    page->is_done =
        game_restore(game, page->copies[page->at].path, &page->contents, &page->kept, &diags);
    page->fault = data_problem_words(&diags, DIAG_ERROR, &page->arena);
    const char *now = game->journal->learner;
    if (strcmp(before, now) != 0)
        page->now_plays = arena_text(&page->arena, now, strlen(now));
    return (struct step){.redraw = true};
}

static struct step back_to_list(struct restore_page *page)
{
    page->at = -1;
    page->fault = NULL;
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct restore_page *page = self;
    if (page->is_done) {
        // What lies below is of a game that is not any more.
        bool is_over = action->id == RESTORE_HOME || action->id == ACTION_BACK;
        return (struct step){.kind = is_over ? STEP_HOME : STEP_STAY, .redraw = true};
    }
    switch (action->id) {
    case ACTION_BACK:
        return page->at >= 0 ? back_to_list(page) : (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    case RESTORE_ROW:
        if (action->arg < 0 || action->arg >= page->count)
            break;
        page->at = page->looked_at = action->arg;
        return (struct step){.redraw = true};
    case RESTORE_LIST:
        return back_to_list(page);
    case RESTORE_DO:
        if (page->at >= 0)
            return restore(page, game);
        break;
    default:
        break;
    }
    return (struct step){0};
}

static void show_list(const struct restore_page *page, const char *fault, struct form *form)
{
    form->rows = page->rows;
    form->row_count = fault ? 0 : page->count;
    form->row_id = RESTORE_ROW;
    form->row_first = page->looked_at;
    if (fault) {
        form->parts[0] = (struct form_part){fault, FORM_FAULT};
    } else if (page->count) {
        form->parts[0] =
            (struct form_part){_("Which one do you want to go back to?"), FORM_STRONG};
    } else {
        form->parts[0] = (struct form_part){
            _("There is no backup yet. The first one is made when you leave Quartet."),
            FORM_WORDS};
    }
}

static void show_question(const struct restore_page *page, struct arena *arena,
                          struct form *form)
{
    const struct copy *copy = &page->copies[page->at];
    const char *when = page->rows[page->at].title;
    form->parts[0] =
        (struct form_part){fill_text(arena, _("Go back to {1}?"), when, NULL), FORM_STRONG};
    form->parts[1] = (struct form_part){
        _("What all learners have done since then goes away. It is put into a copy of its own "
          "first, so you can come back to it here."),
        FORM_WORDS};
    form->parts[2] = (struct form_part){data_path_words(copy->path, arena), FORM_DETAIL};
    form->parts[3] = (struct form_part){page->fault, FORM_FAULT};
    form->primary = _("Restore");
    form->primary_id = RESTORE_DO;
    form->other = _("Another one");
    form->other_id = RESTORE_LIST;
}

static void show_done(const struct restore_page *page, struct arena *arena, struct form *form)
{
    const char *kept = page->kept ? data_path_words(page->kept, arena) : NULL;
    form->parts[0] = (struct form_part){fill_text(arena, _("Everything is as it was on {1}."),
                                                  page->rows[page->at].title, NULL),
                                        FORM_GOOD};
    form->parts[1] =
        (struct form_part){data_contents_words(&page->contents, arena), FORM_WORDS};
    if (page->now_plays) {
        form->parts[2] = (struct form_part){
            fill_text(arena, _("{1} plays now."), page->now_plays, NULL), FORM_WORDS};
    }
    if (kept) {
        form->parts[3] = (struct form_part){
            fill_text(arena, _("What was there before is kept in {1}."), kept, NULL),
            FORM_DETAIL};
    }
    form->primary = _("Home");
    form->primary_id = RESTORE_HOME;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct restore_page *page = self;
    struct form form = {.title = _("Restore"), .region_id = RESTORE_REGION};
    if (page->is_done) {
        show_done(page, ui->arena, &form);
    } else if (page->at >= 0) {
        show_question(page, ui->arena, &form);
    } else {
        show_list(page, game_data_fault(game, ui->arena), &form);
    }
    form_draw(ui, &form);
}

const struct screen screen_restore = {
    .name = "restore",
    .state_size = sizeof(struct restore_page),
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
};
