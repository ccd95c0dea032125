#include "screens/edits.h"

#include <string.h>

#include "base/i18n.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "store/question_key.h"
#include "store/quiz_log_text.h"

enum { QUESTIONS_AT_ONCE_MOST = 5000 };

void game_want_edits(struct game *game)
{
    game->edits.is_wanted = true;
}

void game_free_edits(struct game *game)
{
    arena_free(&game->edits.arena);
    game->edits = (struct edits){0};
}

/// What a question says now; the journal tells it only of those without an id.
static void find_words(struct game *game, struct relink_pair *pair)
{
    struct arena *arena = &game->edits.arena;
    int at = pair->text ? -1 : library_find_bank(&game->library, pair->bank);
    if (at < 0)
        return;
    const struct bank *bank = game->library.entries[at].file.bank;
    struct question_index index = question_index_make(bank, arena);
    const struct question *question = question_index_find(&index, pair->key);
    if (question) {
        pair->text = quiz_words_asked(question, arena);
        pair->right = quiz_words_right(question, arena);
    }
}

static void list_items(struct game *game, const struct relink *relink)
{
    struct edits *edits = &game->edits;
    struct relink_pair *news;
    int news_count = relink_news(game->memory, &edits->arena, &news);
    edits->items =
        ARENA_ARRAY(&edits->arena, relink->asked_count + news_count + 1, struct edit_item);
    for (int i = 0; i < relink->asked_count; i++)
        edits->items[edits->count++] = (struct edit_item){relink->asked[i], EDIT_ASKED};
    for (int i = 0; i < news_count; i++) {
        struct edit_item *item = &edits->items[edits->count++];
        *item = (struct edit_item){news[i], EDIT_CAME};
        find_words(game, &item->pair);
    }
}

/// Whether banks would be read, or one be gone through that has many questions.
static bool takes_long(const struct game *game)
{
    const struct library *library = &game->library;
    int questions = 0;
    for (int i = 0; i < library->count; i++) {
        const struct bank *bank = library->entries[i].file.bank;
        questions += bank ? bank->question_count : 0;
        if (!library->entries[i].is_open)
            questions = QUESTIONS_AT_ONCE_MOST + 1;
    }
    return questions > QUESTIONS_AT_ONCE_MOST && !relink_is_done(game->memory, library);
}

/// Reads the first bank that was not read. Returns whether there was one.
static bool read_one(struct library *library)
{
    for (int i = 0; i < library->count; i++) {
        if (library->entries[i].is_open)
            continue;
        library_open_entry(library, i);
        library_find_shadow(library, i, &library->diags);
        return true;
    }
    library_open_all(library); // finds what shadows are left
    return false;
}

/// Makes ready for the app. Returns whether it is to wait for it.
static bool put_off(struct game *game)
{
    struct edits *edits = &game->edits;
    if (!edits->may_go_beside || relink_is_done(game->memory, &game->library))
        return false;
    if (!edits->is_beside && !edits->asks_beside && !read_one(&game->library)) {
        edits->asks_beside = true;
        edits->is_wanted = false;
    }
    return true;
}

void game_find_edits(struct game *game, bool can_take_long)
{
    struct edits *edits = &game->edits;
    bool has_memory = game->memory && game->memory->journal;
    if (!edits->is_wanted || game_is_waiting(game) ||
        (has_memory && takes_long(game) && (!can_take_long || put_off(game))))
        return;
    edits->is_wanted = false;
    edits->count = 0;
    arena_reset(&edits->arena);
    if (!has_memory)
        return;
    struct relink relink;
    int64_t before = game->memory->folded;
    if (relink_library(&relink, game->memory, &game->library, game->bank_at, game->wall_ms,
                       &edits->arena))
        list_items(game, &relink);
    edits->is_seen = edits->is_seen && !relink.edited_count;
    if (game->memory->folded != before)
        game_outlook_is_old(game);
}

bool game_begin_edits(struct game *game, struct relink_beside *work)
{
    struct edits *edits = &game->edits;
    edits->asks_beside = false;
    edits->is_beside =
        relink_beside_begin(work, game->memory, &game->library, game->bank_at, game->wall_ms);
    return edits->is_beside;
}

void game_end_edits(struct game *game, struct relink_beside *work)
{
    struct edits *edits = &game->edits;
    int64_t before = game->memory->folded;
    edits->is_beside = false;
    // What is being read by somebody stays, and is looked for again.
    enum relink_end end =
        edits->is_open ? RELINK_AGAIN : relink_beside_end(work, game->memory, &game->library);
    edits->is_seen = edits->is_seen && (edits->is_open || !work->relink.edited_count);
    if (game->memory->folded != before)
        game_outlook_is_old(game);
    switch (end) {
    case RELINK_DONE:
        arena_free(&edits->arena);
        edits->arena = work->arena; // where the pairs are
        work->arena = (struct arena){0};
        edits->count = 0;
        list_items(game, &work->relink);
        break;
    case RELINK_AGAIN:
        edits->is_wanted = true;
        break;
    case RELINK_FAILED:
        break;
    }
    relink_beside_free(work);
}

bool game_can_find_edits(const struct game *game)
{
    const struct edits *edits = &game->edits;
    return edits->is_wanted && !edits->asks_beside && !edits->is_beside;
}

int game_edits_asked(const struct game *game)
{
    int count = 0;
    for (int i = 0; i < game->edits.count; i++)
        count += game->edits.items[i].fate == EDIT_ASKED;
    return count;
}

int game_edits_news(const struct game *game)
{
    int count = 0;
    for (int i = 0; i < game->edits.count && !game->edits.is_seen; i++)
        count += game->edits.items[i].fate == EDIT_CAME;
    return count;
}

// --- the screen

bool edits_can_undo(const struct edit_item *item)
{
    switch (item->fate) {
    case EDIT_SAME:
        return !item->pair.is_known;
    case EDIT_OTHER:
    case EDIT_CAME:
        return true;
    case EDIT_ASKED:
    case EDIT_UNDONE:
        break;
    }
    return false;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)self, (void)now_ms;
    game->edits.is_seen = game->edits.is_open = true;
}

static void leave(void *self, struct game *game)
{
    (void)self;
    game->edits.is_open = false;
}

static struct step go_on(struct edits_page *page, const struct game *game)
{
    if (page->at + 1 >= game->edits.count)
        return (struct step){.kind = STEP_BACK};
    page->at++;
    return (struct step){.redraw = true};
}

static struct step answer(struct edits_page *page, struct game *game, struct edit_item *item,
                          bool is_same)
{
    if (item->fate != EDIT_ASKED)
        return (struct step){0};
    page->has_failed = !relink_answer(game->memory, &item->pair, is_same, game->wall_ms);
    if (page->has_failed)
        return (struct step){.redraw = true};
    item->fate = is_same ? EDIT_SAME : EDIT_OTHER;
    game_outlook_is_old(game);
    return go_on(page, game);
}

static struct step undo(struct edits_page *page, struct game *game, struct edit_item *item)
{
    if (!edits_can_undo(item))
        return (struct step){0};
    page->has_failed =
        item->fate == EDIT_OTHER
            ? !relink_ask_again(game->memory, &item->pair, game->wall_ms)
            : !relink_undo(game->memory, &item->pair, item->fate == EDIT_CAME, game->wall_ms);
    if (!page->has_failed)
        item->fate = item->fate == EDIT_CAME ? EDIT_UNDONE : EDIT_ASKED;
    game_outlook_is_old(game);
    return (struct step){.redraw = true};
}

/// One that was answered is still in view if it was the last, so that it can be taken back.
static struct step update(void *self, struct game *game, const struct action *action)
{
    struct edits_page *page = self;
    if (action->id == ACTION_BACK || page->at >= game->edits.count)
        return (struct step){.kind = STEP_BACK};
    struct edit_item *item = &game->edits.items[page->at];
    switch (action->id) {
    case EDITS_YES:
    case EDITS_NO:
        return answer(page, game, item, action->id == EDITS_YES);
    case EDITS_UNDO:
        return undo(page, game, item);
    case EDITS_NEXT:
        return go_on(page, game);
    case EDITS_BEFORE:
        page->at -= page->at > 0;
        return (struct step){.redraw = true};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    edits_page_view(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)ui;
    const struct edits_page *page = self;
    if (page->at >= game->edits.count)
        return row->id == ACTION_BACK;
    const struct edit_item *item = &game->edits.items[page->at];
    switch (row->id) {
    case EDITS_YES:
    case EDITS_NO:
        return item->fate == EDIT_ASKED;
    case EDITS_UNDO:
        return edits_can_undo(item);
    case EDITS_BEFORE:
        return page->at > 0;
    default:
        return true;
    }
}

static const struct shortcut shortcuts[] = {
    {'y', 0, PAD_NORTH, EDITS_YES, 0, "Y", N_("It is the same question")},
    {'n', 0, PAD_WEST, EDITS_NO, 0, "N", N_("It is another question")},
    {'u', 0, PAD_BACK, EDITS_UNDO, 0, "U", N_("Undo")},
    {'z', MOD_CTRL, PAD_NONE, EDITS_UNDO, 0, NULL, NULL},
    {KEY_PAGE_DOWN, 0, PAD_RIGHT_SHOULDER, EDITS_NEXT, 0, "PageDown", N_("The next one")},
    {KEY_PAGE_UP, 0, PAD_LEFT_SHOULDER, EDITS_BEFORE, 0, "PageUp", N_("The one before")},
    {0},
};

const struct screen screen_edits = {
    .name = "edits",
    .is_overlay = true,
    .state_size = sizeof(struct edits_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
};
