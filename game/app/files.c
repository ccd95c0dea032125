#include "app/files.h"

static void watch_one(void *context, const char *dir, const char *name)
{
    const struct files *files = context;
    file_watch_add(files->watch, dir, name);
}

/// Folders may have come, and files may have been opened.
static void watch_all(struct files *files, const struct game *game)
{
    if (files->watch)
        library_watch(&game->library, files->places, watch_one, files);
}

void files_open(struct files *files, const struct game *game,
                const struct library_places *places, void (*wake)(void *context), void *context)
{
    files->places = places;
    files->wake = wake;
    files->context = context;
    files->watch = file_watch_open(wake, context);
    watch_all(files, game);
    files->is_wanted = true; // they may have been written while the program began
}

void files_want(struct files *files)
{
    files->is_wanted = true;
}

static void read_all(void *context)
{
    struct files *files = context;
    for (int i = 0; i < files->count; i++)
        library_read_again(&files->read[i], files->paths[i]);
}

static void tell(void *context)
{
    const struct files *files = context;
    files->wake(files->context);
}

static void take(struct files *files, struct game *game, int64_t now_ms)
{
    job_wait(files->job);
    files->job = NULL;
    for (int i = 0; i < files->count; i++)
        game_reload(game, &files->read[i], now_ms);
    arena_free(&files->arena);
    files->count = 0;
}

/// Returns whether files came or went.
static bool look(struct files *files, struct game *game)
{
    struct file_news news = {0};
    if (!game_look_at_files(game, files->places, &files->arena, &news)) {
        arena_free(&files->arena);
        return false;
    }
    files->is_wanted = false;
    watch_all(files, game);
    files->paths = news.paths;
    files->count = news.count;
    if (!news.count) {
        arena_free(&files->arena);
        return news.has_changed;
    }
    files->read = ARENA_ARRAY(&files->arena, news.count, struct bank_file);
    files->job = job_start(read_all, tell, files);
    return news.has_changed;
}

bool files_follow(struct files *files, struct game *game, int64_t now_ms)
{
    bool has_changed = false;
    if (!files->places)
        return false;
    if (file_watch_take(files->watch))
        files->is_wanted = true;
    if (files->job && job_is_done(files->job)) {
        take(files, game, now_ms);
        has_changed = true;
    }
    if (files->is_wanted && !files->job)
        has_changed = look(files, game) || has_changed;
    return has_changed;
}

void files_close(struct files *files)
{
    file_watch_close(files->watch);
    job_wait(files->job);
    for (int i = 0; i < files->count; i++)
        bank_file_close(&files->read[i]);
    arena_free(&files->arena);
    *files = (struct files){0};
}
