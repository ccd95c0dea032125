#include "store/library.h"

#include <assert.h>
#include <string.h>

#include "store/bank_summary.h"
#include "store/file.h"
#include "store/library_search.h"

void library_find(struct library *library, const struct library_places *places)
{
    *library = (struct library){0};
    library->diags.arena = &library->arena;
    struct search search;
    library_search_begin(&search, &library->arena, &library->diags);
    library_search_places(&search, places);

    library->entries = ARENA_ARRAY(&library->arena, search.count, struct library_entry);
    for (const struct found *f = search.first; f; f = f->next) {
        library->entries[library->count++] =
            (struct library_entry){.path = f->path, .asked = f->asked};
    }
    arena_free(&search.scratch);
}

// Each entry knows its own arena, which moves with it.
void library_grow(struct library *library, int more)
{
    struct library_entry *entries =
        ARENA_ARRAY(&library->arena, library->count + more, struct library_entry);
    for (int i = 0; i < library->count; i++) {
        entries[i] = library->entries[i];
        if (entries[i].is_open)
            entries[i].file.diags.arena = &entries[i].file.arena;
        entries[i].bad.diags.arena = &entries[i].bad.arena;
    }
    library->entries = entries;
}

static bool has_questions(const struct library_entry *entry)
{
    return entry->file.bank && entry->file.bank->question_count > 0;
}

/// Notes what was added, to be looked at again with the other places.
static void keep_place(struct library *library, const char *path)
{
    struct library_place **end = &library->added;
    while (*end && strcmp((*end)->path, path) != 0)
        end = &(*end)->next;
    if (*end)
        return;
    *end = ARENA_ARRAY(&library->arena, 1, struct library_place);
    (*end)->path = arena_text(&library->arena, path, strlen(path));
}

int library_add(struct library *library, const char *path)
{
    struct search search;
    library->diags.arena = &library->arena;
    library_search_begin(&search, &library->arena, &library->diags);
    library_search_named(&search, path);
    keep_place(library, path);
    library_grow(library, search.count);
    for (int i = 0; i < library->count; i++)
        library->entries[i].asked = ASKED_NOT;
    int first_new = -1, first_known = -1;
    for (const struct found *f = search.first; f; f = f->next) {
        int at = library_search_entry(library, f);
        if (at >= 0) {
            struct library_entry *entry = &library->entries[at];
            if (entry->is_open && !has_questions(entry)) {
                library_put_aside(library, &entry->file);
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

void library_note_seen(struct library_entry *entry, const struct bank_file *file)
{
    entry->seen = (struct file_stamp){0};
    if (!file->is_fresh)
        entry->seen = file->stamp;
}

void library_note_open(struct library *library, struct library_entry *entry)
{
    const struct bank *bank = entry->file.bank;
    entry->is_open = true;
    library_note_seen(entry, &entry->file);
    entry->id = bank ? arena_text(&library->arena, bank->id, strlen(bank->id)) : NULL;
}

bool library_open_entry(struct library *library, int i)
{
    assert(i >= 0 && i < library->count);
    struct library_entry *entry = &library->entries[i];
    if (!entry->is_open) {
        bank_file_open_lint(&entry->file, entry->path, library->lint);
        library_note_open(library, entry);
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
    library_note_open(library, entry);
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

static bool is_entry(const struct library *library, const char *path)
{
    struct arena scratch = {0};
    struct diags diags = {.arena = &scratch};
    struct search search;
    library_search_begin(&search, &scratch, &diags);
    library_search_named(&search, path);
    bool is_found = search.first && library_search_entry(library, search.first) >= 0;
    arena_free(&search.scratch);
    arena_free(&scratch);
    return is_found;
}

static struct library_miss *find_miss(const struct library *library, const char *path)
{
    struct library_miss *miss = library->misses;
    while (miss && strcmp(miss->path, path) != 0)
        miss = miss->next;
    return miss;
}

/// Whether the file at `path` is known not to be the bank with this id.
static bool is_miss(const struct library *library, const char *path, const char *id)
{
    const struct library_miss *miss = find_miss(library, path);
    struct file_stamp now;
    return miss && file_stamp(path, &now) && file_stamp_is_same(&miss->seen, &now) &&
           (!miss->id || strcmp(miss->id, id) != 0);
}

static void note_miss(struct library *library, const char *path, const struct bank_file *file)
{
    struct arena *arena = &library->arena;
    struct library_miss *miss = find_miss(library, path);
    if (!miss) {
        miss = ARENA_ARRAY(arena, 1, struct library_miss);
        *miss = (struct library_miss){.path = arena_text(arena, path, strlen(path)),
                                      .next = library->misses};
        library->misses = miss;
    }
    const char *id = file->bank ? file->bank->id : NULL;
    miss->seen = file->stamp;
    miss->id = id ? arena_text(arena, id, strlen(id)) : NULL;
}

/// Whether the file at `path` is the bank with this id, and an entry now. One that was an entry
/// already is not that bank.
static bool recall(struct library *library, const char *path, const char *id)
{
    struct bank_file file;
    if (file_is_missing(path) || is_miss(library, path, id) || is_entry(library, path))
        return false;
    if (!bank_file_open_lint(&file, path, library->lint) || strcmp(file.bank->id, id) != 0) {
        note_miss(library, path, &file);
        bank_file_close(&file);
        return false;
    }
    library_grow(library, 1);
    library->entries[library->count++] =
        (struct library_entry){.path = arena_text(&library->arena, path, strlen(path))};
    library_take(library, library->count - 1, &file);
    keep_place(library, path);
    return true;
}

int library_recall_bank(struct library *library, const char *id)
{
    struct arena scratch = {0};
    const char *const *paths;
    int at = library_find_bank(library, id), count = 0;
    if (at < 0 && library->db)
        count = bank_summary_paths(library->db, id, &scratch, &paths);
    for (int i = 0; i < count && at < 0; i++) {
        if (recall(library, paths[i], id))
            at = library->count - 1;
    }
    arena_free(&scratch);
    return at;
}

bool library_find_shadow(struct library *library, int i, struct diags *diags)
{
    struct library_entry *entry = &library->entries[i];
    for (int k = 0; k < i && entry->id && !entry->shadowed_by; k++) {
        const struct library_entry *other = &library->entries[k];
        if (other->is_gone || !other->id || strcmp(other->id, entry->id) != 0)
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
    for (int i = 0; i < library->count; i++) {
        bank_file_close(&library->entries[i].file);
        bank_file_close(&library->entries[i].bad);
    }
    library_drop_old(library, NULL, NULL);
    arena_free(&library->arena);
    *library = (struct library){0};
}
