#include "store/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/text.h"
#include "store/file.h"

static const char replacement[] = "\xef\xbf\xbd"; // U+FFFD

// An entry found, before it is known how many there are.
struct found {
    struct folder_entry entry;
    const char *key; // the name without regard to case
    struct found *next;
};

static bool ends_in(const char *name, const char *ending)
{
    size_t len = strlen(name), ending_len = strlen(ending);
    return len > ending_len && strcmp(name + len - ending_len, ending) == 0;
}

bool folder_is_schema_name(const char *name)
{
    return ends_in(name, ".schema.json");
}

bool folder_is_bank_name(const char *name)
{
    return name[0] != '.' && ends_in(name, ".json") && !folder_is_schema_name(name);
}

const char *folder_shown_name(const char *name, struct arena *arena)
{
    struct buf out = {0};
    size_t len = strlen(name);
    while (len) {
        size_t good = 0;
        text_is_utf8(name, len, &good);
        for (size_t i = 0; i < good; i++) {
            bool is_control = (unsigned char)name[i] < ' ' || name[i] == '\x7f';
            buf_add(&out, is_control ? replacement : &name[i], is_control ? 3 : 1);
        }
        name += good;
        len -= good;
        if (len) {
            buf_text(&out, replacement);
            name++;
            len--;
        }
    }
    const char *text = arena_text(arena, out.data ? out.data : "", out.len);
    buf_free(&out);
    return text;
}

static enum folder_state state_of(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
    case ENAMETOOLONG:
        return FOLDER_MISSING;
    case EACCES:
    case EPERM:
        return FOLDER_FORBIDDEN;
    default:
        return FOLDER_BROKEN;
    }
}

static int by_kind_and_name(const void *a, const void *b)
{
    const struct found *x = *(const struct found *const *)a;
    const struct found *y = *(const struct found *const *)b;
    if (x->entry.is_folder != y->entry.is_folder)
        return x->entry.is_folder ? -1 : 1;
    int order = strcmp(x->key, y->key);
    return order ? order : strcmp(x->entry.path, y->entry.path);
}

static void sort_entries(struct folder *folder, struct found *list, struct arena *arena,
                         struct arena *scratch)
{
    const struct found **sorted = ARENA_ARRAY(scratch, folder->count + 1, const struct found *);
    for (int i = 0; list; i++, list = list->next)
        sorted[i] = list;
    // What is sorted are pointers. NOLINTNEXTLINE(bugprone-sizeof-expression)
    qsort((void *)sorted, (size_t)folder->count, sizeof *sorted, by_kind_and_name);
    struct folder_entry *entries = ARENA_ARRAY(arena, folder->count, struct folder_entry);
    for (int i = 0; i < folder->count; i++)
        entries[i] = sorted[i]->entry;
    folder->entries = entries;
}

static void read_entries(struct folder *folder, DIR *dir, struct arena *arena)
{
    struct arena scratch = {0};
    struct found *list = NULL;
    const char *slash = strcmp(folder->path, "/") == 0 ? "" : "/";
    for (const struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        if (e->d_name[0] == '.')
            continue;
        const char *path = arena_printf(arena, "%s%s%s", folder->path, slash, e->d_name);
        bool is_folder = file_is_folder(path);
        if (!is_folder && !folder_is_bank_name(e->d_name))
            continue;
        struct found *found = ARENA_ARRAY(&scratch, 1, struct found);
        found->entry =
            (struct folder_entry){path, folder_shown_name(e->d_name, arena), is_folder};
        found->key = text_fold(&scratch, found->entry.name, FOLD_CASE, NULL);
        found->next = list;
        list = found;
        folder->count++;
    }
    sort_entries(folder, list, arena, &scratch);
    arena_free(&scratch);
}

struct folder folder_list(const char *path, struct arena *arena)
{
    struct folder folder = {0};
    char *whole = realpath(path, NULL);
    const char *known = whole ? whole : path;
    folder.path = arena_text(arena, known, strlen(known));
    free(whole);
    folder.name = folder_shown_name(folder.path, arena);
    if (strcmp(folder.path, "/") != 0 && strcmp(folder.path, ".") != 0)
        folder.parent = file_folder(arena, folder.path);
    DIR *dir = opendir(folder.path);
    if (!dir) {
        folder.state = state_of(errno);
        return folder;
    }
    read_entries(&folder, dir, arena);
    closedir(dir);
    return folder;
}
