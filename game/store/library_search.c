#include "store/library_search.h"

#include <string.h>
#include <sys/stat.h>

#include "store/file.h"
#include "store/folder.h"

void library_search_begin(struct search *search, struct arena *arena, struct diags *diags)
{
    *search = (struct search){.arena = arena, .diags = diags};
    search->last = &search->first;
}

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
    struct arena *arena = search->arena;
    struct folder folder = folder_list(dir, &search->scratch);
    if (folder.state != FOLDER_READ) {
        diag_add_file(search->diags, DIAG_ERROR, arena_text(arena, dir, strlen(dir)), "%s",
                      file_is_folder(dir)
                          ? "cannot be read: you have no permission for this folder"
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
        diag_add_file(search->diags, DIAG_ERROR, arena_text(arena, dir, strlen(dir)),
                      "holds no banks; their names end in .json");
    }
}

void library_search_named(struct search *search, const char *path)
{
    const char *kept = arena_text(search->arena, path, strlen(path));
    if (file_is_folder(path)) {
        search->asked = ASKED_BY_FOLDER;
        add_folder(search, path, false);
    } else if (folder_is_schema_name(path)) {
        // A shell that is told *.json names it too.
        diag_add_file(search->diags, DIAG_WARNING, kept,
                      "is left out: it says how banks are written, and is none");
    } else {
        search->asked = ASKED_BY_NAME;
        add_file(search, kept);
    }
    search->asked = ASKED_NOT;
}

static bool is_same_file(const struct found *file, const char *path)
{
    struct stat st;
    if (strcmp(file->path, path) == 0)
        return true;
    return file->is_there && stat(path, &st) == 0 && st.st_dev == file->device &&
           st.st_ino == file->node;
}

int library_search_entry(const struct library *library, const struct found *file)
{
    for (int i = 0; i < library->count; i++) {
        if (is_same_file(file, library->entries[i].path))
            return i;
    }
    return -1;
}

void library_search_places(struct search *search, const struct library_places *places)
{
    for (int i = 0; i < places->named_count; i++)
        library_search_named(search, places->named[i]);
    add_folder(search, places->user_dir, true);
    add_folder(search, places->library_dir, false);
    add_folder(search, places->installed_dir, true);
}
