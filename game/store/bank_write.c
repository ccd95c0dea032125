#include "store/bank_write.h"

const char *bank_copy_path(const char *path, const char *user_dir, struct arena *arena)
{
    return arena_printf(arena, "%s/%s", user_dir, file_name(path));
}

static enum bank_written write_copy(const char *path, const char *user_dir,
                                    const struct buf *text, struct diags *diags)
{
    const char *copy = bank_copy_path(path, user_dir, diags->arena);
    if (!file_is_missing(copy))
        return BANK_HAS_COPY;
    bool is_written =
        file_make_folder(user_dir, diags) && file_write(copy, text->data, text->len, diags);
    return is_written ? BANK_COPIED : BANK_FAILED;
}

enum bank_written bank_write(const char *path, const struct file_stamp *stamp,
                             const char *user_dir, const struct buf *text, struct diags *diags)
{
    if (file_is_read_only(path))
        return write_copy(path, user_dir, text, diags);
    struct file_stamp now;
    file_stamp(path, &now);
    if (!file_stamp_is_same(&now, stamp))
        return BANK_CHANGED;
    return file_write(path, text->data, text->len, diags) ? BANK_WRITTEN : BANK_FAILED;
}
