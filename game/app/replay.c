#include "app/replay.h"

#include <stdio.h>
#include <string.h>

#include "app/media_files.h"
#include "app/script.h"
#include "store/file.h"

enum { SCRIPT_MAX_BYTES = 1024 * 1024 };

static bool open_script(struct script *script, const char *path, const char *shots_dir,
                        const struct paths *paths)
{
    char error[256];
    *script = (struct script){.path = path,
                              .shots_dir = shots_dir,
                              .paths = *paths,
                              .width = 1280,
                              .height = 720,
                              .now_ms = 1000};
    script->fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    if (!script->fonts) {
        fprintf(stderr, "quartet: %s\n", error);
        return false;
    }
    script->pictures = pictures_open(&(struct pictures_options){.read = picture_file_read});
    const struct settings settings = settings_default();
    script_open_game(script, &settings);
    return true;
}

static void close_script(struct script *script)
{
    if (script->is_open)
        stage_close(&script->stage);
    script_close_game(script);
    script_remove_store(script);
    pictures_close(script->pictures);
    fonts_close(script->fonts);
    buf_free(&script->clipboard);
    arena_free(&script->arena);
}

static void play_lines(struct script *script, char *text)
{
    while (text && !script->is_broken) {
        char *next = strchr(text, '\n');
        if (next)
            *next++ = '\0';
        script->line++;
        script_play_line(script, text);
        text = next;
    }
}

/// Plays one script; returns the exit status it alone would give.
static int replay_one(const char *path, const char *shots_dir, const struct paths *paths)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf text = {0};
    if (!file_read(path, SCRIPT_MAX_BYTES, &text, &diags)) {
        fprintf(stderr, "%s: %s\n", path, diags.count ? diags.items[0].message : "unreadable");
        arena_free(&arena);
        return 2;
    }
    struct script *script = ARENA_ARRAY(&arena, 1, struct script);
    int status = 2;
    if (open_script(script, path, shots_dir, paths)) {
        play_lines(script, text.data);
        status = script->is_broken ? 2 : script->failures ? 1 : 0;
        close_script(script);
    }
    buf_free(&text);
    arena_free(&arena);
    return status;
}

static bool make_shots_dir(const char *path)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    bool is_made = file_make_folder(path, &diags);
    if (!is_made)
        fprintf(stderr, "%s: %s\n", diags.items[0].place.file, diags.items[0].message);
    arena_free(&arena);
    return is_made;
}

int replay_run(const char *const *scripts, int count, const char *shots_dir,
               const struct paths *paths)
{
    int worst = 0;
    if (shots_dir && !make_shots_dir(shots_dir))
        return 2;
    for (int i = 0; i < count; i++) {
        int status = replay_one(scripts[i], shots_dir, paths);
        worst = status > worst ? status : worst;
    }
    return worst;
}
