// What is said of files that were saved, looked for, or could not be opened.
#include "base/fill.h"
#include "base/i18n.h"
#include "screens/game.h"

static void say(struct game *game, enum reload_tone tone, const char *note, int64_t until_ms)
{
    game->reload.note = note;
    game->reload.tone = tone;
    game->reload.note_until_ms = until_ms;
}

static struct arena *begin(struct game *game)
{
    arena_reset(&game->reload.arena);
    return &game->reload.arena;
}

void game_say_no_editor(struct game *game, const char *program, int64_t now_ms)
{
    const char *note = fill_text(
        begin(game),
        _("{1} could not be started. Set VISUAL or EDITOR to the editor that you use."),
        program, NULL);
    say(game, RELOAD_BAD, note, now_ms + RELOAD_FAULT_MS);
}

void game_say_fixed(struct game *game, int questions, int64_t now_ms)
{
    struct arena *arena = begin(game);
    const char *note = fill_text(
        arena,
        ngettext("Fixed. {1} question.", "Fixed. {1} questions.", (unsigned long)questions),
        fill_number(arena, questions), NULL);
    say(game, RELOAD_GOOD, note, now_ms + RELOAD_NOTE_MS);
}

void game_say_read(struct game *game, int questions, int64_t now_ms)
{
    struct arena *arena = begin(game);
    const char *note =
        fill_text(arena,
                  ngettext("Read anew: {1} question.", "Read anew: {1} questions.",
                           (unsigned long)questions),
                  fill_number(arena, questions), NULL);
    say(game, game->reload.is_asked ? RELOAD_ANSWER : RELOAD_QUIET, note,
        now_ms + RELOAD_NOTE_MS);
}

void game_hush(struct game *game)
{
    if (game->reload.tone == RELOAD_QUIET)
        game->reload.note_until_ms = 0;
}

void game_ask_look(struct game *game)
{
    game->reload.is_asked = true;
    game->reload.is_closed = false; // what is wrong still is said once more
    game->reload.note_until_ms = 0;
}

/// What there is to say where no file reads otherwise.
static const char *nothing_words(const struct game *game, bool has_changed, struct arena *arena)
{
    const struct bank *bank = game_bank(game);
    if (has_changed)
        return _("Files came or went. The list of banks is up to date.");
    if (!bank)
        return _("Nothing new.");
    unsigned long count = (unsigned long)bank->question_count;
    return fill_text(
        arena, ngettext("{1} question, nothing new.", "{1} questions, nothing new.", count),
        fill_number(arena, bank->question_count), NULL);
}

void game_answer_look(struct game *game, const struct file_news *news)
{
    bool is_asked = game->reload.is_asked;
    if (!is_asked || news->count) // what is read is spoken of by itself
        return;
    game->reload.is_asked = false;
    if (game_broken_entry(game) || game_gone_entry(game))
        return;
    const char *note = nothing_words(game, news->has_changed, begin(game));
    say(game, RELOAD_ANSWER, note, game->now_ms + RELOAD_NOTE_MS);
}
