#include "store/paths.h"

#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/file.h"

enum { LINK_ROOM = 4096, LEVELS_UP = 4 };

static const char *home(void)
{
    const char *dir = getenv("HOME");
    if (dir && dir[0] == '/')
        return dir;
    const struct passwd *user = getpwuid(getuid());
    return user && user->pw_dir ? user->pw_dir : "/";
}

// The XDG specification has relative paths ignored.
static const char *xdg_dir(struct arena *arena, const char *variable, const char *below_home)
{
    const char *dir = getenv(variable);
    if (dir && dir[0] == '/')
        return arena_printf(arena, "%s/quartet", dir);
    const char *base = home();
    return arena_printf(arena, "%s/%s/quartet", strcmp(base, "/") == 0 ? "" : base, below_home);
}

// The folder this program lies in; NULL if that cannot be told.
static const char *program_folder(struct arena *arena, const char *program)
{
    char link[LINK_ROOM];
    ssize_t len = readlink("/proc/self/exe", link, sizeof(link));
    if (len > 0 && len < (ssize_t)sizeof(link))
        return file_folder(arena, arena_text(arena, link, (size_t)len));
    if (!program || !strchr(program, '/'))
        return NULL;
    char *whole = realpath(program, NULL);
    if (!whole)
        return NULL;
    const char *folder = file_folder(arena, arena_text(arena, whole, strlen(whole)));
    free(whole);
    return folder;
}

// `questions/` of a checkout, told from any folder of that name by the schema in it.
static const char *checkout_dir(struct arena *arena, const char *folder)
{
    for (int i = 0; i < LEVELS_UP; i++) {
        const char *dir = arena_printf(arena, "%s/questions", folder);
        if (!file_is_missing(arena_printf(arena, "%s/quizbank.schema.json", dir)))
            return dir;
        folder = file_folder(arena, folder);
    }
    return NULL;
}

static const char *find_installed(struct arena *arena, const char *program)
{
    const char *folder = program_folder(arena, program);
    if (folder) {
        const char *prefix = file_folder(arena, folder);
        const char *dir = arena_printf(arena, "%s/share/quartet/questions", prefix);
        if (file_is_folder(dir))
            return dir;
        dir = checkout_dir(arena, folder);
        if (dir)
            return dir;
    }
#if defined(QUARTET_CHECKOUT_QUESTIONS)
    if (file_is_folder(QUARTET_CHECKOUT_QUESTIONS))
        return QUARTET_CHECKOUT_QUESTIONS;
#endif
    return file_is_folder(QUARTET_INSTALLED_QUESTIONS) ? QUARTET_INSTALLED_QUESTIONS : NULL;
}

struct paths paths_find(struct arena *arena, const char *data_dir, const char *program)
{
    const char *home_dir = home();
    struct paths paths = {.home_dir = arena_text(arena, home_dir, strlen(home_dir)),
                          .installed_dir = find_installed(arena, program)};
    const char *config_dir = data_dir;
    if (data_dir) {
        paths.data_dir = arena_text(arena, data_dir, strlen(data_dir));
    } else {
        paths.data_dir = xdg_dir(arena, "XDG_DATA_HOME", ".local/share");
        config_dir = xdg_dir(arena, "XDG_CONFIG_HOME", ".config");
    }
    paths.questions_dir = arena_printf(arena, "%s/questions", paths.data_dir);
    paths.settings_file = arena_printf(arena, "%s/settings.json", config_dir);
    return paths;
}
