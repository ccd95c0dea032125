#include "screens/reload.h"

#include <string.h>

#include "screens/game.h"
#include "screens/review.h"

// --- what is in the files

/// A number that changes when files come or go.
static int count_there(const struct library *library)
{
    int count = library->count * 2;
    for (int i = 0; i < library->count; i++)
        count -= library->entries[i].is_gone;
    return count;
}

bool game_look_at_files(struct game *game, const struct library_places *places,
                        struct arena *arena, struct file_news *news)
{
    int *stale;
    if (game_is_waiting(game))
        return false;
    int before = count_there(&game->library);
    news->count = library_look(&game->library, places, arena, &stale);
    news->has_changed = count_there(&game->library) != before;
    if (news->has_changed)
        game->reload.is_closed = false;
    const char **paths = ARENA_ARRAY(arena, news->count + 1, const char *);
    for (int i = 0; i < news->count; i++) {
        const char *path = game->library.entries[stale[i]].path;
        paths[i] = arena_text(arena, path, strlen(path));
    }
    news->paths = paths;
    game_answer_look(game, news);
    return true;
}

static int find_entry(const struct game *game, const char *path)
{
    for (int i = 0; i < game->library.count; i++) {
        if (strcmp(game->library.entries[i].path, path) == 0)
            return i;
    }
    return -1;
}

static bool has_questions(const struct bank_file *file)
{
    return file->bank && file->bank->question_count > 0;
}

bool game_is_broken(const struct library_entry *entry)
{
    const struct diags *diags = &entry->file.diags;
    return entry->bad.path || (entry->is_edited && has_questions(&entry->file) &&
                               diags->errors + diags->warnings > 0);
}

const struct bank_file *game_broken_file(const struct library_entry *entry)
{
    return entry->bad.path ? &entry->bad : &entry->file;
}

const struct library_entry *game_broken_entry(const struct game *game)
{
    const struct library_entry *last = NULL;
    for (int i = 0; i < game->library.count; i++) {
        const struct library_entry *entry = &game->library.entries[i];
        if (game_is_broken(entry) && (!last || entry->edited > last->edited))
            last = entry;
    }
    return last;
}

/// Whether what is asked now is of the bank of `entry`.
static bool is_played(const struct game *game, const struct library_entry *entry)
{
    const struct turn *turn = NULL;
    if (game->has_quiz && game->session.turn_count && game->session.phase != SESSION_DONE)
        turn = session_turn(&game->session);
    return (turn && strcmp(turn->ask.bank->id, entry->id) == 0) ||
           (game->cards.is_begun && strcmp(game->cards.bank->id, entry->id) == 0);
}

const struct library_entry *game_gone_entry(const struct game *game)
{
    for (int i = 0; i < game->library.count; i++) {
        const struct library_entry *entry = &game->library.entries[i];
        if (entry->is_gone && entry->file.bank && !entry->shadowed_by &&
            (game->bank_at == i || is_played(game, entry)))
            return entry;
    }
    return NULL;
}

int game_count_broken(const struct game *game)
{
    int count = 0;
    for (int i = 0; i < game->library.count; i++)
        count += game_is_broken(&game->library.entries[i]);
    return count;
}

/// The path of the file that `bank` was read from, or NULL.
static const char *path_of(const struct library *library, const struct bank *bank)
{
    for (int i = 0; i < library->count; i++) {
        if (library->entries[i].file.bank == bank)
            return library->entries[i].path;
    }
    for (const struct library_old *old = library->old; old; old = old->next) {
        if (old->file.bank == bank)
            return old->file.path;
    }
    return NULL;
}

void game_edit(struct game *game, const struct bank *bank, const struct question *question)
{
    const char *path = bank && question ? path_of(&game->library, bank) : NULL;
    int at = path ? find_entry(game, path) : -1;
    if (at < 0)
        return;
    const struct library_entry *entry = &game->library.entries[at];
    bool is_moved = question->id && entry->file.bank && entry->file.bank != bank;
    const struct question *now = is_moved ? bank_find(entry->file.bank, question->id) : NULL;
    game->asks_edit = entry->path;
    game->asks_edit_line = now ? now->line : question->line;
}

void game_close_report(struct game *game)
{
    game->reload.is_closed = true;
    game->reload.note_until_ms = 0;
}

/// What was asked for and refused may play now. Nothing is chosen in place of what is.
static void look_at_refused(struct game *game, int at)
{
    bool is_refused = false;
    for (const struct refusal *r = game->refused; r; r = r->next)
        is_refused = is_refused || r->entry == at;
    if (!is_refused || !game_is_playable(&game->library.entries[at]))
        return;
    if (game->bank_at < 0) {
        game_open_refused(game);
    } else if (game->refused_count == 1) {
        game_forget_refused(game);
    }
}

/// What was said of the bank before does not hold for the one in its place.
static void follow_bank(struct game *game, int at, const struct bank *before)
{
    const struct bank *bank = game->library.entries[at].file.bank;
    if (game->plan.bank == before && before)
        game->plan.bank = bank;
    if (game->tally.index.bank == before)
        mistake_tally_free(&game->tally);
    if (game->bank_at == at) {
        game->outlook = (struct study_outlook){0};
        game->back.bank = NULL;     // the streak holds
        game_choose_bank(game, at); // it may have another id
    }
    game_want_edits(game);
}

void game_reload(struct game *game, struct bank_file *file, int64_t now_ms)
{
    int at = find_entry(game, file->path);
    if (at < 0) {
        bank_file_close(file);
        return;
    }
    struct library_entry *entry = &game->library.entries[at];
    const struct bank *before = entry->file.bank; // replaced, but there still
    bool was_broken = game_is_broken(entry);
    bool keeps_old = has_questions(&entry->file) && !has_questions(file);
    entry->edited = ++game->library.edits;
    game->reload.is_closed = false;
    if (keeps_old) {
        game->reload.is_asked = false;
        library_refuse(&game->library, at, file);
        return;
    }
    library_swap(&game->library, at, file);
    entry->is_edited = true;
    entry->good_ms = game->wall_ms;
    follow_bank(game, at, before);
    if (was_broken && !game_is_broken(entry)) {
        game_say_fixed(game, entry->file.bank->question_count, now_ms);
    } else if (has_questions(&entry->file) && !game_is_broken(entry)) {
        game_say_read(game, entry->file.bank->question_count, now_ms);
    }
    game->reload.is_asked = false;
    look_at_refused(game, at);
}

// --- what goes on with the banks in place of those before

static bool is_old(const struct game *game, const struct session *s)
{
    for (int i = 0; i < s->turn_count; i++) {
        if (library_is_old(&game->library, s->turns[i].ask.bank))
            return true;
    }
    return false;
}

const struct bank *game_newest_bank(const struct game *game, const struct bank *bank)
{
    if (!library_is_old(&game->library, bank))
        return bank;
    for (int i = 0; i < game->library.count; i++) {
        const struct library_entry *entry = &game->library.entries[i];
        if (entry->file.bank && !entry->shadowed_by && strcmp(entry->id, bank->id) == 0)
            return entry->file.bank;
    }
    return bank;
}

/// No journal tells what a drill asks: each question is looked up by its id, and made up again.
static bool renew_drill(struct game *game)
{
    struct session *s = &game->session;
    bool is_renewed = false;
    for (int i = 0; i < s->turn_count; i++) {
        const struct ask *ask = &s->turns[i].ask;
        const struct bank *bank = game_newest_bank(game, ask->bank);
        bool is_stale = bank != ask->bank && ask->question->id;
        const struct question *now = is_stale ? bank_find(bank, ask->question->id) : NULL;
        if (!now)
            continue;
        const char *wrong = ask->question->choice.options.items[1];
        const struct picked by = {bank, review_ask_either(now, wrong, &game->drill_arena)};
        is_renewed = session_edit(s, i, by) || is_renewed;
    }
    return is_renewed;
}

bool game_renew_quiz(struct game *game, int64_t now_ms)
{
    if (game->has_quiz && game->plan.is_drill && game->session.phase == SESSION_ASKING)
        return renew_drill(game);
    struct quiz_found found;
    const struct quiz_log *log = &game->quiz_log;
    bool can_come_back = game->has_quiz && game->session.phase == SESSION_ASKING &&
                         log->journal && log->game && !log->journal->fault[0];
    if (!game->library.old || !can_come_back || !is_old(game, &game->session))
        return false;
    struct arena before = game->quiz_arena; // which a session points to where it lies
    game->quiz_arena = (struct arena){0};
    bool is_found = quiz_log_find(log->journal, &game->library, &game->quiz_arena, now_ms,
                                  game_wall(game), &found);
    if (!is_found || found.log.game != log->game) {
        arena_free(&game->quiz_arena);
        game->quiz_arena = before;
        return false;
    }
    arena_free(&before);
    game->session = found.session;
    game->quiz_log = found.log;
    quiz_log_learn_paces(&game->quiz_log, &game->session, game->memory);
    game->changed_count = found.changed;
    game->gone_count = found.gone;
    if (game->session.is_paused)
        game_apply(game, EVENT_RESUME, now_ms, NULL);
    return true;
}

bool game_renew_study(struct game *game)
{
    const struct study_session *cards = &game->cards;
    if (!cards->is_begun || !library_is_old(&game->library, cards->bank))
        return false;
    enum deck_mode mode = cards->study.rules.mode;
    const struct bank *bank = game_bank(game);
    if (!bank || strcmp(bank->id, cards->bank->id) != 0 || !cards->log.journal ||
        cards->log.journal->fault[0])
        return false;
    // What is crammed would begin anew after its last card.
    if (mode != DECK_DUE && (mode != DECK_CRAM || !game_study_card(game)))
        return false;
    return game_study(game, mode);
}

static bool is_asked(const struct session *s, const struct bank *bank)
{
    for (int i = 0; i < s->turn_count; i++) {
        if (s->turns[i].ask.bank == bank)
            return true;
    }
    return false;
}

static bool is_in_lesson(const struct lesson_run *run, const struct bank *bank)
{
    for (int i = 0; run->is_there && i < run->contest.round_count; i++) {
        if (run->contest.rounds[i].ask.bank == bank)
            return true;
    }
    return false;
}

static bool is_used(const void *context, const struct bank *bank)
{
    const struct game *game = context;
    if (game->cards.is_begun && game->cards.bank == bank)
        return true;
    for (int i = 0; i < game->plan.first_count; i++) {
        if (game->plan.first[i].bank == bank)
            return true;
    }
    return game->plan.bank == bank || is_asked(&game->session, bank) ||
           is_asked(&game->restarted, bank) || is_in_lesson(&game->run, bank);
}

void game_drop_old_banks(struct game *game)
{
    if (!game->edits.is_beside) // which looks at any of them
        library_drop_old(&game->library, is_used, game);
}

void game_free_reload(struct game *game)
{
    arena_free(&game->reload.arena);
    game->reload = (struct reload){0};
}
