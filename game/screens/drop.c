#include "screens/drop.h"

#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/problems.h"
#include "store/file.h"

/// The entry of a file that was refused, under the very name it was opened by.
static const struct library_entry *find_refused(const struct library *library, const char *path)
{
    for (int i = library->count - 1; i >= 0; i--) {
        const struct library_entry *entry = &library->entries[i];
        if (entry->is_open && !game_is_playable(entry) && strcmp(entry->path, path) == 0)
            return entry;
    }
    return NULL;
}

const char *drop_open(struct game *game, const char *path)
{
    if (game_open_path(game, path))
        return NULL;
    struct arena *arena = &game->library.arena;
    const char *name = arena_text(arena, file_name(path), strlen(file_name(path)));
    if (file_is_folder(path))
        return fill_text(arena, _("There is no bank to play in the folder {1}."), name, NULL);
    const struct library_entry *refused = find_refused(&game->library, path);
    const char *why = refused ? problems_first(&refused->file.diags, arena) : NULL;
    if (!why)
        return fill_text(arena, _("{1} cannot be played."), name, NULL);
    return fill_text(arena, _("{1} cannot be played. {2}."), name, why, NULL);
}
