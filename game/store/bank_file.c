#include "store/bank_file.h"

#include <string.h>

#include "base/buf.h"
#include "formats/lint.h"
#include "formats/native.h"

static void begin(struct bank_file *file, const char *path)
{
    *file = (struct bank_file){0};
    file->path = arena_text(&file->arena, path, strlen(path));
    file->diags.arena = file->lint.arena = &file->arena;
}

static void read_text(struct bank_file *file, const struct buf *text, struct lint *lint)
{
    file->is_readable = true;
    if (lint)
        lint->diags = &file->lint;
    file->bank = native_read_lint(file->path, text->data ? text->data : "", text->len,
                                  &file->arena, &file->diags, lint);
}

bool bank_file_open_lint(struct bank_file *file, const char *path, struct lint *lint)
{
    begin(file, path);
    struct buf text = {0};
    struct file_stamp before, after;
    file_stamp(path, &before);
    if (file_read(path, BANK_FILE_MAX_BYTES, &text, &file->diags))
        read_text(file, &text, lint);
    buf_free(&text);
    if (file_stamp(path, &after) && file_stamp_is_same(&before, &after))
        file->stamp = after;
    return file->bank != NULL;
}

bool bank_file_open_text(struct bank_file *file, const char *path, const struct buf *text,
                         struct lint *lint)
{
    begin(file, path);
    read_text(file, text, lint);
    return file->bank != NULL;
}

bool bank_file_open(struct bank_file *file, const char *path)
{
    return bank_file_open_lint(file, path, NULL);
}

void bank_file_close(struct bank_file *file)
{
    arena_free(&file->arena);
    *file = (struct bank_file){0};
}
