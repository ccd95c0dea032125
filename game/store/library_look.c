// What became of the files while the program runs.
#include <assert.h>
#include <string.h>
#include <time.h>

#include "store/file.h"
#include "store/library_search.h"

// Clocks of file systems go by ticks, of 10 ms at most where they are not coarser anyway.
static const int64_t tick_ns = 40000000, second_ns = 1000000000;

static void add_new(struct library *library, struct search *search)
{
    library_grow(library, search->count);
    for (const struct found *f = search->first; f; f = f->next) {
        if (!f->is_there || library_search_entry(library, f) >= 0)
            continue;
        library->entries[library->count++] = (struct library_entry){
            .path = arena_text(&library->arena, f->path, strlen(f->path)), .asked = f->asked};
    }
}

/// Returns whether the file has to be read again.
static bool look_at(struct library_entry *entry)
{
    struct file_stamp stamp;
    entry->is_gone = !file_stamp(entry->path, &stamp);
    if (entry->is_open) {
        bool is_stale = !entry->is_gone && !file_stamp_is_same(&entry->seen, &stamp);
        if (entry->is_gone)
            entry->seen = (struct file_stamp){0};
        return is_stale;
    }
    if (entry->summary && !file_stamp_is_same(&entry->summary->stamp, &stamp))
        entry->summary = NULL;
    entry->was_asked = entry->summary != NULL;
    return false;
}

int library_look(struct library *library, const struct library_places *places,
                 struct arena *arena, int **stale)
{
    struct arena scratch = {0};
    struct diags diags = {.arena = &scratch};
    struct search search;
    library_search_begin(&search, &scratch, &diags);
    library_search_places(&search, places);
    for (const struct library_place *place = library->added; place; place = place->next)
        library_search_named(&search, place->path);
    add_new(library, &search);
    arena_free(&search.scratch);
    arena_free(&scratch);
    int count = 0;
    *stale = ARENA_ARRAY(arena, library->count + 1, int);
    for (int i = 0; i < library->count; i++) {
        if (look_at(&library->entries[i]))
            (*stale)[count++] = i;
    }
    return count;
}

// --- watching

struct watcher {
    void (*watch)(void *context, const char *dir, const char *name);
    void *context;
    struct arena scratch;
};

/// The folder that `path` is in, for that name to come or go.
static void watch_name(struct watcher *w, const char *path)
{
    const char *name = file_name(path);
    if (*name)
        w->watch(w->context, file_folder(&w->scratch, path), name);
}

static void watch_place(struct watcher *w, const char *path)
{
    if (!path || !*path)
        return;
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    path = arena_text(&w->scratch, path, len);
    if (file_is_folder(path)) {
        w->watch(w->context, path, NULL);
    } else {
        watch_name(w, path);
    }
}

void library_watch(const struct library *library, const struct library_places *places,
                   void (*watch)(void *context, const char *dir, const char *name),
                   void *context)
{
    struct watcher w = {.watch = watch, .context = context};
    for (int i = 0; i < places->named_count; i++)
        watch_place(&w, places->named[i]);
    for (const struct library_place *place = library->added; place; place = place->next)
        watch_place(&w, place->path);
    watch_place(&w, places->user_dir);
    watch_place(&w, places->library_dir);
    watch_place(&w, places->installed_dir);
    arena_free(&w.scratch);
}

// --- reading again

bool library_read_again(struct bank_file *file, const char *path)
{
    struct timespec now = {0};
    timespec_get(&now, TIME_UTC);
    bank_file_open(file, path);
    int64_t now_ns = (int64_t)now.tv_sec * second_ns + now.tv_nsec;
    file->is_fresh = file->stamp.changed_ns > now_ns - tick_ns;
    return file->bank != NULL;
}

static void find_shadows(struct library *library)
{
    struct arena scratch = {0};
    struct diags diags = {.arena = &scratch};
    for (int i = 0; i < library->count; i++)
        library->entries[i].shadowed_by = NULL;
    for (int i = 0; i < library->count; i++) {
        if (library->entries[i].is_open)
            library_find_shadow(library, i, &diags);
    }
    arena_free(&scratch);
}

void library_put_aside(struct library *library, struct bank_file *file)
{
    if (!file->path)
        return;
    // It lies in its own file's arena, and goes with it.
    struct library_old *old = ARENA_ARRAY(&file->arena, 1, struct library_old);
    *old = (struct library_old){.file = *file, .next = library->old};
    library->old = old;
    *file = (struct bank_file){0};
}

void library_swap(struct library *library, int i, struct bank_file *file)
{
    assert(i >= 0 && i < library->count);
    struct library_entry *entry = &library->entries[i];
    library_put_aside(library, &entry->file);
    library_put_aside(library, &entry->bad);
    entry->file = *file;
    entry->file.diags.arena = entry->file.lint.arena = &entry->file.arena;
    entry->summary = NULL;
    entry->was_asked = false;
    *file = (struct bank_file){0};
    library_note_open(library, entry);
    find_shadows(library);
}

void library_refuse(struct library *library, int i, struct bank_file *file)
{
    assert(i >= 0 && i < library->count);
    struct library_entry *entry = &library->entries[i];
    library_put_aside(library, &entry->bad);
    entry->bad = *file;
    entry->bad.diags.arena = entry->bad.lint.arena = &entry->bad.arena;
    library_note_seen(entry, file);
    *file = (struct bank_file){0};
}

bool library_is_old(const struct library *library, const struct bank *bank)
{
    const struct library_old *old = library->old;
    while (old && old->file.bank != bank)
        old = old->next;
    return bank && old;
}

void library_drop_old(struct library *library,
                      bool (*is_used)(const void *context, const struct bank *bank),
                      const void *context)
{
    struct library_old **at = &library->old;
    while (*at) {
        struct library_old *old = *at;
        if (is_used && old->file.bank && is_used(context, old->file.bank)) {
            at = &old->next;
            continue;
        }
        *at = old->next;
        struct bank_file file = old->file;
        bank_file_close(&file);
    }
}
