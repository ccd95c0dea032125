#include "store/bank_file.h"

#include <string.h>

#include "base/buf.h"
#include "formats/lint.h"
#include "formats/native.h"

bool bank_file_open_lint(struct bank_file *file, const char *path, struct lint *lint)
{
    *file = (struct bank_file){0};
    file->path = arena_text(&file->arena, path, strlen(path));
    file->diags.arena = file->lint.arena = &file->arena;
    if (lint)
        lint->diags = &file->lint;
    struct buf text = {0};
    struct file_stamp before, after;
    file_stamp(path, &before);
    file->is_readable = file_read(path, BANK_FILE_MAX_BYTES, &text, &file->diags);
    if (file->is_readable) {
        const char *bytes = text.data ? text.data : "";
        file->bank =
            native_read_lint(file->path, bytes, text.len, &file->arena, &file->diags, lint);
    }
    buf_free(&text);
    if (file_stamp(path, &after) && file_stamp_is_same(&before, &after))
        file->stamp = after;
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
