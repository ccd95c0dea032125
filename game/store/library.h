// store/library.h: which banks there are.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "store/bank_file.h"
#include "store/bank_summary.h"

/// Where to look, in order of precedence: files and folders named on the command line, the
/// user's own folder, `--library`, the installed or checked-out `questions/`.
struct library_places {
    const char *const *named; // files or folders
    int named_count;
    const char *user_dir;      // may be missing on disk
    const char *library_dir;   // NULL: none
    const char *installed_dir; // NULL: none
};

/// How a bank was asked for: on the command line, or by library_add() since.
enum library_asked { ASKED_NOT, ASKED_BY_FOLDER, ASKED_BY_NAME };

struct library_entry {
    const char *path;
    enum library_asked asked;
    struct bank_file file;   // closed until library_open_entry()
    bool is_open;            // read, well or badly
    const char *id;          // of its bank, also when that was closed again; NULL: none read
    const char *shadowed_by; // path of the bank with the same id that comes first; NULL
    const struct bank_summary *summary; // see library_summary()
    bool was_asked;                     // the database for it
    struct file_stamp seen;             // of what was read last, well or badly
    bool is_gone;                       // there is no such file any more, see library_look()
    bool is_edited;                     // `file` was read again since the program began
    struct bank_file bad;               // as it reads now, see library_refuse(); empty: `file`
    int64_t good_ms;                    // since 1970: when `file` was read again; 0: not
    int edited;                         // which of `edits` was its last one; 0: none
};

/// What library_add() added.
struct library_place {
    const char *path;
    struct library_place *next;
};

/// A bank that was read, and replaced since.
struct library_old {
    struct bank_file file;
    struct library_old *next;
};

/// A file that is not, as it is now, the bank which was read from it once.
struct library_miss {
    const char *path, *id; // NULL: it is no bank at all
    struct file_stamp seen;
    struct library_miss *next;
};

struct library {
    struct arena arena;
    struct library_entry *entries;
    int count;
    struct diags diags; // folders that could not be read, ids that occur twice
    struct lint *lint;  // looked for in each bank that is read; NULL: not
    struct db *db;      // where summaries are kept; NULL: nowhere
    struct library_place *added;
    struct library_miss *misses; // by library_recall_bank()
    struct library_old *old;     // see library_swap()
    int edits;                   // how many files were read again
};

/// Lists the `*.json` files of all places without reading them; `*.schema.json` is skipped,
/// the same file twice counts once. Within a folder the order is that of the names.
void library_find(struct library *library, const struct library_places *places);

/// Adds the bank file at `path`, or all banks of the folder there, to what was found. Returns
/// the first entry that is new, else the first that was there already, which is read anew when
/// there was no question to play in it; -1 if a folder holds no banks, which `diags` say. Only
/// the entries that `path` stands for are `asked` for afterwards.
/// Entries keep their numbers but move: pointers to them are void, those to banks are not.
int library_add(struct library *library, const char *path);

/// Reads entry `i` unless that was done. Returns whether there is a bank to play.
bool library_open_entry(struct library *library, int i);

/// The entry of the bank with this id that is played, or -1. Entries are read until it is
/// found.
int library_find_bank(struct library *library, const char *id);

/// library_find_bank() that, where there is none, adds the file that was read last as this bank
/// and is still one, wherever it was opened from: nobody asked for that one. -1 if there is no
/// such file any more. What is not that bank is read once, until it changes.
int library_recall_bank(struct library *library, const char *id);

/// Whether a bank that was read and comes before entry `i`, which was read too, has the same
/// id, so that `i` is `shadowed_by` it. Says so in `diags`, with both paths, the first time.
bool library_find_shadow(struct library *library, int i, struct diags *diags);

/// Reads all entries; of two banks with one id the first wins and the other is `shadowed_by`
/// it, which `diags` say with both paths.
void library_open_all(struct library *library);

/// What is known of entry `i` without reading it, see store/bank_summary.h: as good as the
/// library. NULL if that is nothing.
const struct bank_summary *library_summary(struct library *library, int i);

/// Whether the bank of entry `i` has this id: by its summary, else it is read.
bool library_has_id(struct library *library, int i, const char *id);

/// Makes `file`, which bank_file_open() read for entry `i`, that of the entry: it is the
/// library's from now on. What was read before stands.
void library_take(struct library *library, int i, struct bank_file *file);

/// Looks at the disk once more: files that came to `places`, or to what was added, become
/// entries, at the end; those that went are `is_gone`. Returns how many entries read otherwise
/// now than when they were read, with their numbers in `arena`. Entries may move as by
/// library_add().
int library_look(struct library *library, const struct library_places *places,
                 struct arena *arena, int **stale);

/// The folders where library_look() would find something else when something in them changes:
/// calls `watch` with each folder and, for a single file or a folder that is missing yet, its
/// name in there, else NULL.
void library_watch(const struct library *library, const struct library_places *places,
                   void (*watch)(void *context, const char *dir, const char *name),
                   void *context);

/// As bank_file_open(), for a file that is being edited: where it was written so shortly before
/// that its stamp could stay the same when it is written again, it `is_fresh`, and stale at the
/// next look. For any thread.
bool library_read_again(struct bank_file *file, const char *path);

/// Makes `file` that of entry `i` in place of the one that was read before: that stays, for who
/// still points to its bank, until library_drop_old(). Says anew which banks others go before.
void library_swap(struct library *library, int i, struct bank_file *file);

/// Keeps `file` as what entry `i` reads now and cannot be played; what was read before goes on.
void library_refuse(struct library *library, int i, struct bank_file *file);

/// Whether `bank` was replaced.
bool library_is_old(const struct library *library, const struct bank *bank);

/// Frees the banks that were replaced and are not in use any more; `is_used` NULL: all.
void library_drop_old(struct library *library,
                      bool (*is_used)(const void *context, const struct bank *bank),
                      const void *context);

/// Keeps the summaries of all banks that were read, as far as they are news. Returns false if
/// they could not be written.
bool library_keep_summaries(struct library *library);

/// Frees everything. A zeroed one is fine.
void library_close(struct library *library);
