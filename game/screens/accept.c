#include "screens/accept.h"

#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/screen.h"

const char *accept_offered(const struct game *game)
{
    const struct contest *c = &game->run.contest;
    if (!game->run.is_there || c->phase != CONTEST_SHOWING)
        return NULL;
    const struct contest_round *round = contest_round(c);
    if (round->ask.question->kind != KIND_TEXT || game->run.accepted == c->at + 1)
        return NULL;
    for (int team = CONTEST_NOBODY; team < c->rules.team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        if (share->is_typed && share->is_overruled && share->credit == CREDIT_FULL &&
            share->mark.credit < CREDIT_FULL && share->answer.text_count > 0)
            return share->answer.texts[0];
    }
    return NULL;
}

static const char *why_not(enum accept_outcome outcome)
{
    switch (outcome) {
    case ACCEPT_GONE:
        return _("This question is not in the file any more. Somebody has changed it.");
    case ACCEPT_KNOWN:
        return _("The file lists this answer already.");
    case ACCEPT_REFUSED:
        return _("With this answer the question could not be read any more. Edit the file "
                 "instead.");
    case ACCEPT_DONE:
        break;
    }
    return NULL;
}

/// Finds out what would be written.
static void look(struct accept_page *page, const struct game *game)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    const char *bank = round->ask.bank->id;
    struct diags diags = {.arena = &page->arena};
    for (int i = 0; i < game->library.count && !page->path; i++) {
        const struct library_entry *entry = &game->library.entries[i];
        if (entry->id && strcmp(entry->id, bank) == 0 && !entry->shadowed_by) {
            page->path = arena_text(&page->arena, entry->path, strlen(entry->path));
            page->is_named = entry->asked != ASKED_NOT;
        }
    }
    page->fault = _("The file of this bank cannot be read.");
    if (!page->path || !file_stamp(page->path, &page->stamp) ||
        !file_read(page->path, BANK_FILE_MAX_BYTES, &page->text, &diags))
        return;
    page->patch = (struct patch){.text = page->text.data, .len = page->text.len};
    page->fault = why_not(accept_answer(&page->patch, round->ask.question, page->answer));
    if (page->fault)
        return;
    struct buf diff = {0};
    patch_diff(&page->patch, file_name(page->path), &diff);
    page->diff = arena_text(&page->arena, diff.data, diff.len);
    buf_free(&diff);
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct accept_page *page = self;
    const char *typed = accept_offered(game);
    if (!typed)
        return;
    page->answer = text_fold(&page->arena, typed, 0, NULL);
    look(page, game);
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct accept_page *page = self;
    patch_free(&page->patch);
    buf_free(&page->text);
    arena_free(&page->arena);
}

/// What a file that was named itself hides is not played before that is opened.
static const char *copied_words(bool is_named)
{
    return is_named ? _("The bank is read-only, so there is a copy of yours now, in {1}. Open "
                        "it from now on: there the answer is right.")
                    : _("The bank is read-only, so there is a copy of yours now, in {1}. "
                        "From the next time on the answer is right.");
}

static const char *words_of(enum bank_written written, bool is_named, const char *copy,
                            struct arena *arena)
{
    switch (written) {
    case BANK_WRITTEN:
        return _("It is written. From the next time on the answer is right.");
    case BANK_COPIED:
        return fill_text(arena, copied_words(is_named), copy, NULL);
    case BANK_HAS_COPY:
        return fill_text(arena,
                         _("The bank is read-only, and there is a copy of yours, which was "
                           "left alone: change {1} instead."),
                         copy, NULL);
    case BANK_CHANGED:
        return _("Another program has changed the file meanwhile. Go back and try again.");
    case BANK_FAILED:
        break;
    }
    return _("The file could not be written.");
}

static struct step write_it(struct accept_page *page, struct game *game)
{
    struct diags diags = {.arena = &page->arena};
    struct buf text = {0};
    if (!page->diff || page->done)
        return (struct step){.kind = STEP_BACK};
    const char *folder = game->paths->questions_dir;
    patch_apply(&page->patch, &text);
    enum bank_written written = bank_write(page->path, &page->stamp, folder, &text, &diags);
    buf_free(&text);
    const char *copy = bank_copy_path(page->path, folder, &page->arena);
    const char *words = words_of(written, page->is_named, copy, &page->arena);
    if (diags.count)
        words = arena_printf(&page->arena, "%s %s", words, diags.items[0].message);
    if (written == BANK_WRITTEN || written == BANK_COPIED) {
        page->done = words;
        game->run.accepted = game->run.contest.at + 1;
    } else {
        page->diff = NULL;
        page->fault = words;
    }
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    switch (action->id) {
    case ACCEPT_YES:
        return write_it(self, game);
    case ACCEPT_NO:
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
    case ACTION_PAD_LOST:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    (void)game;
    accept_page_view(self, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)game, (void)ui;
    const struct accept_page *page = self;
    return row->id == ACCEPT_NO || (row->id == ACCEPT_YES && page->diff && !page->done);
}

static int text_percent(const void *self, const struct game *game)
{
    (void)self;
    return game->run.text_percent;
}

static const struct shortcut shortcuts[] = {
    {'y', 0, PAD_WEST, ACCEPT_YES, 0, "Y", N_("Write it into the bank")},
    {'n', 0, PAD_NORTH, ACCEPT_NO, 0, "N", N_("Leave the bank as it is")},
    {0},
};

const struct screen screen_accept = {
    .name = "accept",
    .state_size = sizeof(struct accept_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
    .text_percent = text_percent,
};
