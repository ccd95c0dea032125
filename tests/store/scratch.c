#include "store/scratch.h"

#include <dirent.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

int scratch_setup(void **state)
{
    struct scratch *s = calloc(1, sizeof(*s));
    snprintf(s->dir, sizeof(s->dir), "/tmp/quartet-store-XXXXXX");
    if (!mkdtemp(s->dir))
        return -1;
    s->diags.arena = &s->arena;
    *state = s;
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
    (void)st, (void)type, (void)walk;
    return remove(path);
}

int scratch_teardown(void **state)
{
    struct scratch *s = *state;
    nftw(s->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    arena_free(&s->arena);
    free(s);
    return 0;
}

const char *scratch_path(struct scratch *s, const char *name)
{
    return arena_printf(&s->arena, "%s/%s", s->dir, name);
}

const char *scratch_write(struct scratch *s, const char *name, const char *text)
{
    const char *path = scratch_path(s, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

const char *scratch_read(struct scratch *s, const char *path)
{
    enum { ROOM = 65536 };

    char *text = arena_alloc(&s->arena, ROOM, 1);
    FILE *file = fopen(path, "rb");
    if (!file)
        return "";
    (void)!fread(text, 1, ROOM - 1, file);
    fclose(file);
    return text;
}

int scratch_count(const struct scratch *s)
{
    int count = 0;
    DIR *dir = opendir(s->dir);
    assert_non_null(dir);
    for (const struct dirent *e = readdir(dir); e; e = readdir(dir))
        count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(dir);
    return count;
}

const char *scratch_message(const struct scratch *s)
{
    assert_int_equal(s->diags.count, 1);
    return s->diags.items[0].message;
}
