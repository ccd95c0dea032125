#include "formats/files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"

const char *files_source(struct arena *arena, const char *path)
{
    const char *root = getenv("QUARTET_SOURCE");
    return arena_printf(arena, "%s/%s", root ? root : ".", path);
}

const char *files_shared(struct arena *arena, const char *path)
{
    const char *root = getenv("QUARTET_SHARED");
    if (!root || !*root)
        root = files_source(arena, "../shared");
    const char *full = arena_printf(arena, "%s/%s", root, path);
    struct stat info;
    if (stat(full, &info) == 0)
        return full;
    fprintf(stderr, "skipped: no %s (set QUARTET_SHARED)\n", full);
    return NULL;
}

struct file files_read(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct file file = {.name = slash ? slash + 1 : path};
    FILE *in = fopen(path, "rb");
    if (!in)
        return file;
    struct buf bytes = {0};
    char block[4096];
    for (size_t len; (len = fread(block, 1, sizeof block, in)) > 0;)
        buf_add(&bytes, block, len);
    fclose(in);
    // Exactly as long as the file, so that the sanitizer sees a byte read behind its end.
    char *text = arena_alloc(arena, bytes.len ? bytes.len : 1, 1);
    if (bytes.len)
        memcpy(text, bytes.data, bytes.len);
    file.text = text;
    file.len = bytes.len;
    buf_free(&bytes);
    return file;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t files_list(struct arena *arena, const char *folder, const char ***names)
{
    struct buf found = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        const char *name = arena_text(arena, entry->d_name, strlen(entry->d_name));
        buf_add(&found, &name, sizeof name);
    }
    if (dir)
        closedir(dir);
    size_t count = found.len / sizeof **names;
    *names = ARENA_ARRAY(arena, count ? count : 1, const char *);
    if (count)
        memcpy(*names, found.data, found.len);
    buf_free(&found);
    qsort(*names, count, sizeof **names, compare);
    return count;
}
