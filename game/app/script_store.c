#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/script.h"
#include "screens/study_game.h"
#include "store/zone.h"

enum { MINUTE_MS = 60 * 1000, DAY_MINUTES = 24 * 60 };

// Monday 5 January 2026, 0:00 UTC: the first day of a script.
static const int64_t first_day_ms = 1767571200000;

void script_tell_time(struct script *script)
{
    script->game.now_ms = script->now_ms;
    struct fsrs_time wall = zone_time(script->wall_ms + script->now_ms);
    script->game.wall_ms = wall.at_ms;
    script->game.ahead_min = wall.ahead_min;
}

static void open_store(struct script *script)
{
    struct diags diags = {.arena = &script->arena};
    if (!script->store_dir)
        return;
    journal_open(&script->journal, script->store_dir, script->game.settings.learner, &diags);
    memory_open(&script->memory, &script->journal);
    script->game.journal = &script->journal;
    script->game.memory = &script->memory;
}

void script_open_game(struct script *script, const struct settings *settings)
{
    if (!script->wall_ms)
        script->wall_ms = first_day_ms + (int64_t)9 * 60 * MINUTE_MS;
    script->game = (struct game){
        .settings = *settings, .paths = &script->paths, .bank_at = -1, .rng = rng_seed(1)};
    script_tell_time(script);
    open_store(script);
    if (script->store_dir)
        game_follow_schedule(&script->game);
}

void script_close_game(struct script *script)
{
    if (script->is_open)
        stage_close(&script->stage);
    script->is_open = false;
    game_free(&script->game);
    memory_close(&script->memory);
    if (script->store_dir)
        journal_close(&script->journal);
}

static void remove_folder(struct script *script, const char *path)
{
    DIR *dir = opendir(path);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        if (entry->d_name[0] != '.')
            remove(arena_printf(&script->arena, "%s/%s", path, entry->d_name));
    }
    if (dir)
        closedir(dir);
    rmdir(path);
}

void script_remove_store(struct script *script)
{
    if (!script->store_dir)
        return;
    remove_folder(script, arena_printf(&script->arena, "%s/backups", script->store_dir));
    remove_folder(script, arena_printf(&script->arena, "%s/reports", script->store_dir));
    remove_folder(script, script->store_dir);
    script->store_dir = NULL;
}

void script_store(struct script *script, const char *words)
{
    const char *root = getenv("TMPDIR");
    char *path = arena_printf(&script->arena, "%s/quartet-XXXXXX", root ? root : "/tmp");
    if (script->is_open || script->store_dir) {
        script_break(script, "this comes before all else that opens something", "store");
        return;
    }
    if (!mkdtemp(path)) {
        script_break(script, "there is no place for it", path);
        return;
    }
    (void)words;
    script->store_dir = path;
    open_store(script);
    game_follow_schedule(&script->game);
}

void script_restart(struct script *script, const char *words)
{
    const struct settings settings = script->game.settings;
    (void)words;
    script_close_game(script);
    script_open_game(script, &settings);
}

void script_clock(struct script *script, const char *words)
{
    char *rest = NULL;
    long day = strtol(words, &rest, 10), hour = *rest == ' ' ? strtol(rest + 1, &rest, 10) : -1;
    long minute = *rest == ':' ? strtol(rest + 1, &rest, 10) : -1;
    if (*rest || day < 1 || day > 100000 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59) {
        script_break(script, "a clock is set by day and time, such as 2 09:00", words);
        return;
    }
    int64_t minutes = (int64_t)(day - 1) * DAY_MINUTES + hour * 60 + minute;
    script->wall_ms = first_day_ms + minutes * MINUTE_MS - script->now_ms;
    script_tell_time(script);
}

/// There are no files to look at but those that were opened.
void script_look(struct script *script)
{
    struct file_news news;
    if (script->game.reload.is_asked)
        game_look_at_files(&script->game, &(struct library_places){0}, &script->arena, &news);
}

void script_save(struct script *script, const char *words)
{
    const struct bank_file *chosen = game_bank_file(&script->game);
    struct bank_file file;
    if (!chosen) {
        script_break(script, "a bank has to be open to be saved", words);
        return;
    }
    script_start(script);
    bank_file_open(&file, *words ? words : chosen->path);
    if (!file.is_readable) {
        bank_file_close(&file);
        script_break(script, "this cannot be read", words);
        return;
    }
    file.path = arena_text(&file.arena, chosen->path, strlen(chosen->path));
    script_tell_time(script);
    game_reload(&script->game, &file, script->now_ms);
    stage_reload(&script->stage, script->now_ms);
    script_wait(script, 1);
}
