#include "store/library.h"

#include <assert.h>
#include <string.h>
#include <sys/stat.h>

#include "store/file.h"
#include "store/folder.h"

// A path found, before it is known how many there are.
struct found {
    const char *path;
    dev_t device; // of the file itself, by which it is known again under another name
    ino_t node;
    bool is_there;
    enum library_asked asked;
    struct found *next;
};

struct search {
    struct library *library;
    struct arena scratch;
    struct found *first, **last;
    int count;
    enum library_asked asked; // how what is found now was asked for
};

/// The same file among those found before, or NULL.
static struct found *find_known(const struct search *search, const struct found *file)
{
    for (struct found *f = search->first; f; f = f->next) {
        if (f->is_there && file->is_there) {
            if (f->device == file->device && f->node == file->node)
                return f;
        } else if (strcmp(f->path, file->path) == 0) {
            return f;
        }
    }
    return NULL;
}

static void add_file(struct search *search, const char *path)
{
    struct stat st;
    struct found *file = ARENA_ARRAY(&search->scratch, 1, struct found);
    file->path = path;
    file->asked = search->asked;
    if (stat(path, &st) == 0) {
        file->is_there = true;
        file->device = st.st_dev;
        file->node = st.st_ino;
    }
    struct found *known = find_known(search, file);
    if (known) {
        if (known->asked < file->asked)
            known->asked = file->asked;
        return;
    }
    *search->last = file;
    search->last = &file->next;
    search->count++;
}

// `may_be_missing`: not every user has made the folder for their own banks.
static void add_folder(struct search *search, const char *dir, bool may_be_missing)
{
    if (!dir || (may_be_missing && file_is_missing(dir)))
        return;
    struct arena *arena = &search->library->arena;
    struct folder folder = folder_list(dir, &search->scratch);
    if (folder.state != FOLDER_READ) {
        diag_add_file(
            &search->library->diags, DIAG_ERROR, arena_text(arena, dir, strlen(dir)), "%s",
            file_is_folder(dir) ? "cannot be read: you have no permission for this folder"
                                : "is no folder; name one that holds banks");
        return;
    }
    size_t len = strlen(dir);
    const char *slash = len && dir[len - 1] == '/' ? "" : "/";
    int count = 0;
    for (int i = 0; i < folder.count; i++) {
        const struct folder_entry *entry = &folder.entries[i];
        if (entry->is_folder)
            continue;
        add_file(search, arena_printf(arena, "%s%s%s", dir, slash, file_name(entry->path)));
        count++;
    }
    // Somebody who names a folder wants something of it.
    if (!count && !may_be_missing) {
        diag_add_file(&search->library->diags, DIAG_ERROR, arena_text(arena, dir, strlen(dir)),
                      "holds no banks; their names end in .json");
    }
}

static void add_named(struct search *search, const char *path)
{
    struct library *library = search->library;
    const char *kept = arena_text(&library->arena, path, strlen(path));
    if (file_is_folder(path)) {
        search->asked = ASKED_BY_FOLDER;
        add_folder(search, path, false);
    } else if (folder_is_schema_name(path)) {
        // A shell that is told *.json names it too.
        diag_add_file(&library->diags, DIAG_WARNING, kept,
                      "is left out: it says how banks are written, and is none");
    } else {
        search->asked = ASKED_BY_NAME;
        add_file(search, kept);
    }
    search->asked = ASKED_NOT;
}

void library_find(struct library *library, const struct library_places *places)
{
    *library = (struct library){0};
    library->diags.arena = &library->arena;
    struct search search = {.library = library};
    search.last = &search.first;
    for (int i = 0; i < places->named_count; i++)
        add_named(&search, places->named[i]);
    add_folder(&search, places->user_dir, true);
    add_folder(&search, places->library_dir, false);
    add_folder(&search, places->installed_dir, true);

    library->entries = ARENA_ARRAY(&library->arena, search.count, struct library_entry);
    for (const struct found *f = search.first; f; f = f->next) {
        library->entries[library->count++] =
            (struct library_entry){.path = f->path, .asked = f->asked};
    }
    arena_free(&search.scratch);
}

static bool is_same_file(const struct found *file, const char *path)
{
    struct stat st;
    if (!file->is_there || stat(path, &st) != 0)
        return strcmp(file->path, path) == 0;
    return st.st_dev == file->device && st.st_ino == file->node;
}

static int find_entry(const struct library *library, const struct found *file)
{
    for (int i = 0; i < library->count; i++) {
        if (is_same_file(file, library->entries[i].path))
            return i;
    }
    return -1;
}

// Makes room for `more` entries. Each knows its own arena, which moves with it.
static void grow(struct library *library, int more)
{
    struct library_entry *entries =
        ARENA_ARRAY(&library->arena, library->count + more, struct library_entry);
    for (int i = 0; i < library->count; i++) {
        entries[i] = library->entries[i];
        if (entries[i].is_open)
            entries[i].file.diags.arena = &entries[i].file.arena;
    }
    library->entries = entries;
}

static bool has_questions(const struct library_entry *entry)
{
    return entry->file.bank && entry->file.bank->question_count > 0;
}

int library_add(struct library *library, const char *path)
{
    struct search search = {.library = library};
    search.last = &search.first;
    library->diags.arena = &library->arena;
    add_named(&search, path);
    grow(library, search.count);
    for (int i = 0; i < library->count; i++)
        library->entries[i].asked = ASKED_NOT;
    int first_new = -1, first_known = -1;
    for (const struct found *f = search.first; f; f = f->next) {
        int at = find_entry(library, f);
        if (at >= 0) {
            struct library_entry *entry = &library->entries[at];
            if (entry->is_open && !has_questions(entry)) {
                bank_file_close(&entry->file);
                entry->is_open = false;
            }
            entry->asked = f->asked;
            first_known = first_known < 0 ? at : first_known;
            continue;
        }
        first_new = first_new < 0 ? library->count : first_new;
        library->entries[library->count++] =
            (struct library_entry){.path = f->path, .asked = f->asked};
    }
    arena_free(&search.scratch);
    return first_new < 0 ? first_known : first_new;
}

static void note_open(struct library *library, struct library_entry *entry)
{
    const struct bank *bank = entry->file.bank;
    entry->is_open = true;
    entry->id = bank ? arena_text(&library->arena, bank->id, strlen(bank->id)) : NULL;
}

bool library_open_entry(struct library *library, int i)
{
    assert(i >= 0 && i < library->count);
    struct library_entry *entry = &library->entries[i];
    if (!entry->is_open) {
        bank_file_open_lint(&entry->file, entry->path, library->lint);
        note_open(library, entry);
    }
    return entry->file.bank != NULL;
}

void library_take(struct library *library, int i, struct bank_file *file)
{
    assert(i >= 0 && i < library->count);
    struct library_entry *entry = &library->entries[i];
    if (entry->is_open) {
        bank_file_close(file);
        return;
    }
    entry->file = *file;
    entry->file.diags.arena = entry->file.lint.arena = &entry->file.arena;
    *file = (struct bank_file){0};
    note_open(library, entry);
}

int library_find_bank(struct library *library, const char *id)
{
    // Of two with this id the first one is played.
    for (int i = 0; i < library->count; i++) {
        // By its summary alone another one need not be read.
        if (library_has_id(library, i, id) && library_open_entry(library, i) &&
            strcmp(library->entries[i].id, id) == 0)
            return i;
    }
    return -1;
}

bool library_find_shadow(struct library *library, int i, struct diags *diags)
{
    struct library_entry *entry = &library->entries[i];
    for (int k = 0; k < i && entry->id && !entry->shadowed_by; k++) {
        const struct library_entry *other = &library->entries[k];
        if (!other->id || strcmp(other->id, entry->id) != 0)
            continue;
        entry->shadowed_by = other->path;
        diag_add_file(diags, DIAG_WARNING, entry->path,
                      "has the same id \"%s\" as %s, which comes first, so only that is "
                      "played; give one of them another id",
                      entry->id, other->path);
    }
    return entry->shadowed_by != NULL;
}

void library_open_all(struct library *library)
{
    for (int i = 0; i < library->count; i++) {
        library_open_entry(library, i);
        library_find_shadow(library, i, &library->diags);
    }
}

const struct bank_summary *library_summary(struct library *library, int i)
{
    struct library_entry *entry = &library->entries[i];
    struct bank_summary summary;
    if (!entry->was_asked && library->db) {
        entry->was_asked = true;
        if (bank_summary_find(library->db, entry->path, &library->arena, &summary)) {
            struct bank_summary *kept = ARENA_ARRAY(&library->arena, 1, struct bank_summary);
            *kept = summary;
            entry->summary = kept;
        }
    }
    return entry->summary;
}

bool library_has_id(struct library *library, int i, const char *id)
{
    const struct library_entry *entry = &library->entries[i];
    const struct bank_summary *summary = entry->is_open ? NULL : library_summary(library, i);
    if (summary)
        return strcmp(summary->bank.id, id) == 0;
    return library_open_entry(library, i) && strcmp(entry->file.bank->id, id) == 0;
}

static bool is_news(struct library *library, int i)
{
    const struct library_entry *entry = &library->entries[i];
    if (!entry->is_open || !entry->file.stamp.changed_ns)
        return false;
    const struct bank_summary *summary = library_summary(library, i);
    if (!summary || !file_stamp_is_same(&summary->stamp, &entry->file.stamp))
        return true;
    // Another version of this program may have read it otherwise.
    const struct bank *old = &summary->bank, *bank = entry->file.bank;
    if (!bank)
        return old->question_count > 0;
    return old->question_count != bank->question_count ||
           old->topic_count != bank->topic_count || old->set_aside != bank->set_aside ||
           strcmp(old->id, bank->id) != 0 || strcmp(old->title, bank->title) != 0;
}

bool library_keep_summaries(struct library *library)
{
    struct db *db = library->db;
    bool is_begun = false, is_kept = true;
    for (int i = 0; db && is_kept && i < library->count; i++) {
        const struct bank_file *file = &library->entries[i].file;
        if (!is_news(library, i))
            continue;
        if (!is_begun)
            is_kept = is_begun = db_run(db, "BEGIN IMMEDIATE");
        is_kept = is_kept &&
                  bank_summary_keep(db, library->entries[i].path, &file->stamp, file->bank);
    }
    if (!is_begun)
        return is_kept;
    is_kept = is_kept && db_run(db, "COMMIT");
    if (!is_kept)
        db_run(db, "ROLLBACK");
    return is_kept;
}

void library_close(struct library *library)
{
    for (int i = 0; i < library->count; i++)
        bank_file_close(&library->entries[i].file);
    arena_free(&library->arena);
    *library = (struct library){0};
}
