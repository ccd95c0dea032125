// screens/reload.h: banks that are edited while the game runs.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "store/bank_file.h"

struct bank;
struct game;
struct library_entry;
struct question;
struct library_places;

/// How long short notes stand.
enum { RELOAD_NOTE_MS = 3000, RELOAD_FAULT_MS = 8000 };

enum reload_tone {
    RELOAD_GOOD,   // it is whole again
    RELOAD_BAD,    // something could not be done
    RELOAD_ANSWER, // somebody asked
    RELOAD_QUIET,  // nobody did
};

/// What there is to say of files that were saved. Zeroed: nothing.
struct reload {
    const char *note; // in `arena`, or a literal
    enum reload_tone tone;
    int64_t note_until_ms; // until then `note` stands, see RELOAD_NOTE_MS
    bool is_closed;        // what is wrong was read, and nothing came since
    bool is_asked;         // for a look at the files, by game_ask_look(): the app has one
    struct arena arena;
};

/// What a look at the files finds.
struct file_news {
    const char *const *paths; // of those to be read again, by library_read_again()
    int count;
    bool has_changed; // files came or went
};

/// Looks whether files came, went, or were written; the paths are in `arena`. Returns false,
/// and does nothing, while a bank is waited for.
bool game_look_at_files(struct game *game, const struct library_places *places,
                        struct arena *arena, struct file_news *news);

/// Takes over what was read of a file that was written again. A bank that is in play goes on as
/// it was until game_renew_quiz() and game_renew_study(); where there is nothing to play any
/// more, the last good version goes on. `file` is empty then.
void game_reload(struct game *game, struct bank_file *file, int64_t now_ms);

/// Whether the file of `entry` was edited and there is something to say of it.
bool game_is_broken(const struct library_entry *entry);

/// The file of it, with what is wrong.
const struct bank_file *game_broken_file(const struct library_entry *entry);

/// The file that is to be spoken of, which was saved last, or NULL.
const struct library_entry *game_broken_entry(const struct game *game);

/// How many there are.
int game_count_broken(const struct game *game);

/// Brings the quiz in play up to its banks as they read now. For between two questions. Returns
/// whether it is another session now; `changed` and `gone` of its questions read otherwise, or
/// are not there any more.
bool game_renew_quiz(struct game *game, int64_t now_ms);

/// The same for the session of cards.
bool game_renew_study(struct game *game);

/// Frees banks that were replaced and that no quiz, no session of cards asks. Only screens
/// that hold no bank may be open.
void game_drop_old_banks(struct game *game);

/// Asks the app to open `question` in an editor, where it is now. Nothing happens if its bank
/// is no file, or it is NULL.
void game_edit(struct game *game, const struct bank *bank, const struct question *question);

/// What `bank` reads as now: another one if it was replaced.
const struct bank *game_newest_bank(const struct game *game, const struct bank *bank);

/// The bank that is chosen or in play and whose file is gone, or NULL.
const struct library_entry *game_gone_entry(const struct game *game);

/// Wants a look at the files, and an answer what came of it.
void game_ask_look(struct game *game);

/// Gives it, unless files are to be read first: they are spoken of one by one.
void game_answer_look(struct game *game, const struct file_news *news);

/// Say that a file is whole again, or was read again and is good.
void game_say_fixed(struct game *game, int questions, int64_t now_ms);
void game_say_read(struct game *game, int questions, int64_t now_ms);

/// Leaves out what nobody asked for, where it can be seen already.
void game_hush(struct game *game);

/// Says that the editor could not be started; `program` is what was tried.
void game_say_no_editor(struct game *game, const char *program, int64_t now_ms);

/// Closes what is said of broken files, until another one is saved.
void game_close_report(struct game *game);

void game_free_reload(struct game *game);
