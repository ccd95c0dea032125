#include "store/library.h"

#include <assert.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/file.h"

// A path found, before it is known how many there are.
struct found {
    const char *path;
    dev_t device; // of the file itself, by which it is known again under another name
    ino_t node;
    bool is_there;
    struct found *next;
};

struct search {
    struct library *library;
    struct arena scratch;
    struct found *first, **last;
    int count;
};

static bool is_known(const struct search *search, const struct found *file)
{
    for (const struct found *f = search->first; f; f = f->next) {
        if (f->is_there && file->is_there) {
            if (f->device == file->device && f->node == file->node)
                return true;
        } else if (strcmp(f->path, file->path) == 0) {
            return true;
        }
    }
    return false;
}

static void add_file(struct search *search, const char *path)
{
    struct stat st;
    struct found *file = ARENA_ARRAY(&search->scratch, 1, struct found);
    file->path = path;
    if (stat(path, &st) == 0) {
        file->is_there = true;
        file->device = st.st_dev;
        file->node = st.st_ino;
    }
    if (is_known(search, file))
        return;
    *search->last = file;
    search->last = &file->next;
    search->count++;
}

static bool ends_in(const char *name, const char *ending)
{
    size_t len = strlen(name), ending_len = strlen(ending);
    return len > ending_len && strcmp(name + len - ending_len, ending) == 0;
}

static bool is_bank_name(const char *name)
{
    return name[0] != '.' && ends_in(name, ".json") && !ends_in(name, ".schema.json");
}

struct name {
    const char *text;
    struct name *next;
};

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The names of banks in a folder, sorted; their number, or -1 if it cannot be read.
static int list_folder(struct arena *arena, const char *dir, const char ***names)
{
    DIR *folder = opendir(dir);
    if (!folder)
        return -1;
    int count = 0;
    struct name *list = NULL;
    for (const struct dirent *e = readdir(folder); e; e = readdir(folder)) {
        if (!is_bank_name(e->d_name))
            continue;
        struct name *name = ARENA_ARRAY(arena, 1, struct name);
        *name = (struct name){arena_text(arena, e->d_name, strlen(e->d_name)), list};
        list = name;
        count++;
    }
    closedir(folder);
    *names = ARENA_ARRAY(arena, count, const char *);
    for (int i = 0; i < count; i++, list = list->next)
        (*names)[i] = list->text;
    if (count)
        qsort(*names, (size_t)count, sizeof(**names), by_text);
    return count;
}

// `may_be_missing`: not every user has made the folder for their own banks.
static void add_folder(struct search *search, const char *dir, bool may_be_missing)
{
    if (!dir || (may_be_missing && file_is_missing(dir)))
        return;
    const char **names = NULL;
    int count = list_folder(&search->scratch, dir, &names);
    if (count < 0) {
        diag_add_file(&search->library->diags, DIAG_ERROR,
                      arena_text(&search->library->arena, dir, strlen(dir)), "%s",
                      file_is_folder(dir)
                          ? "cannot be read: you have no permission for this folder"
                          : "is no folder; name one that holds banks");
        return;
    }
    size_t len = strlen(dir);
    const char *slash = len && dir[len - 1] == '/' ? "" : "/";
    // Somebody who names a folder wants something of it.
    if (!count && !may_be_missing) {
        diag_add_file(&search->library->diags, DIAG_ERROR,
                      arena_text(&search->library->arena, dir, strlen(dir)),
                      "holds no banks; their names end in .json");
    }
    for (int i = 0; i < count; i++) {
        const char *path =
            arena_printf(&search->library->arena, "%s%s%s", dir, slash, names[i]);
        add_file(search, path);
    }
}

void library_find(struct library *library, const struct library_places *places)
{
    *library = (struct library){0};
    library->diags.arena = &library->arena;
    struct search search = {.library = library};
    search.last = &search.first;
    for (int i = 0; i < places->named_count; i++) {
        const char *name = places->named[i];
        if (file_is_folder(name)) {
            add_folder(&search, name, false);
        } else {
            add_file(&search, arena_text(&library->arena, name, strlen(name)));
        }
    }
    add_folder(&search, places->user_dir, true);
    add_folder(&search, places->library_dir, false);
    add_folder(&search, places->installed_dir, true);

    library->entries = ARENA_ARRAY(&library->arena, search.count, struct library_entry);
    for (const struct found *f = search.first; f; f = f->next)
        library->entries[library->count++].path = f->path;
    arena_free(&search.scratch);
}

bool library_open_entry(struct library *library, int i)
{
    assert(i >= 0 && i < library->count);
    struct library_entry *entry = &library->entries[i];
    if (!entry->is_open) {
        bank_file_open(&entry->file, entry->path);
        entry->is_open = true;
    }
    return entry->file.bank != NULL;
}

static void find_shadow(struct library *library, int i)
{
    struct library_entry *entry = &library->entries[i];
    for (int k = 0; k < i; k++) {
        const struct library_entry *other = &library->entries[k];
        if (!other->file.bank || strcmp(other->file.bank->id, entry->file.bank->id) != 0)
            continue;
        entry->shadowed_by = other->path;
        diag_add_file(&library->diags, DIAG_WARNING, entry->path,
                      "has the same id \"%s\" as %s, which comes first; give one of them "
                      "another id",
                      entry->file.bank->id, other->path);
        return;
    }
}

void library_open_all(struct library *library)
{
    for (int i = 0; i < library->count; i++) {
        if (library_open_entry(library, i) && !library->entries[i].shadowed_by)
            find_shadow(library, i);
    }
}

void library_close(struct library *library)
{
    for (int i = 0; i < library->count; i++)
        bank_file_close(&library->entries[i].file);
    arena_free(&library->arena);
    *library = (struct library){0};
}
