#include <stdio.h>
#include <string.h>

#include "app/script.h"

/// All that is written on the screen, a run a line; runs of one text line stand together.
static void gather_text(const struct draw_list *list, struct buf *out)
{
    float baseline = -1;
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind != DRAW_TEXT)
            continue;
        if (out->len) {
            buf_text(out,
                     cmd->baseline > baseline - 1 && cmd->baseline < baseline + 1 ? "" : " ");
        }
        baseline = cmd->baseline;
        buf_text(out, cmd->text);
    }
}

static bool has_text(const struct draw_list *list, const char *words)
{
    struct buf text = {0};
    gather_text(list, &text);
    bool found = text.data && strstr(text.data, words);
    buf_free(&text);
    return found;
}

static bool is_seen(const struct script *script, const char *words)
{
    return has_text(&stage_frame(&script->stage)->list, words);
}

/// Whether the host's window is there and says so.
static bool is_seen_by_host(struct script *script, const char *words)
{
    const struct draw_list *list = stage_draw_host(&script->stage, script->now_ms);
    return list && has_text(list, words);
}

static const struct ui_area *focused(const struct script *script)
{
    const struct stage_layer *layer = &script->stage.layers[script->stage.depth - 1];
    return ui_focused(&layer->ui, stage_frame(&script->stage));
}

/// Whether `words` begin with `word`; then they are moved behind it.
static bool take(const char **words, const char *word)
{
    size_t len = strlen(word);
    if (strncmp(*words, word, len) != 0)
        return false;
    *words += len;
    return true;
}

static void check(struct script *script, bool is_met, const char *what, const char *words,
                  const char *found)
{
    if (is_met)
        return;
    script->failures++;
    script_say(script, "expected %s \"%s\"; there is \"%s\"", what, words, found);
}

/// Whether the picture is seen, ready.
static bool has_picture(const struct script *script, const char *file)
{
    const struct draw_list *list = &stage_frame(&script->stage)->list;
    struct picture_source source = script->stage.look.pictures;
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_PICTURE && strcmp(cmd->picture.file, file) == 0)
            return source.look(source.context, cmd->picture).state == PICTURE_READY;
    }
    return false;
}

static const char *const tone_names[TONE_COUNT] = {
    [TONE_NONE] = "nothing", [TONE_TIME_UP] = "time-up", [TONE_BUZZ] = "buzz",
    [TONE_TICK] = "tick",    [TONE_RIGHT] = "right",     [TONE_WRONG] = "wrong"};

/// The last tone since this was last asked.
static const char *tone_heard(struct script *script)
{
    const char *name = tone_names[script->tone];
    script->tone = TONE_NONE;
    return name;
}

static void show_all(const struct script *script)
{
    struct buf out = {0};
    gather_text(&stage_frame(&script->stage)->list, &out);
    fprintf(stderr, "  on the screen: %s\n", out.data ? out.data : "(nothing)");
    buf_free(&out);
}

void script_expect(struct script *script, const char *words)
{
    script_start(script);
    script_wait(script, 0);
    int failures = script->failures;
    const struct ui_area *focus = focused(script);
    const char *focus_name = focus && focus->name ? focus->name : "nothing";
    if (take(&words, "screen ")) {
        check(script, strcmp(stage_screen(&script->stage)->name, words) == 0, "screen", words,
              stage_screen(&script->stage)->name);
    } else if (take(&words, "no text ")) {
        check(script, !is_seen(script, words), "no text", words, words);
    } else if (take(&words, "text ")) {
        check(script, is_seen(script, words), "text", words, "other text");
    } else if (take(&words, "no host ")) {
        check(script, !is_seen_by_host(script, words), "the host not to see", words, words);
    } else if (take(&words, "host ")) {
        check(script, is_seen_by_host(script, words), "the host to see", words, "none such");
    } else if (take(&words, "picture ")) {
        check(script, has_picture(script, words), "the picture", words, "none such");
    } else if (take(&words, "tone ")) {
        const char *heard = tone_heard(script);
        check(script, strcmp(heard, words) == 0, "the tone", words, heard);
    } else if (take(&words, "focus ")) {
        check(script, strcmp(focus_name, words) == 0, "focus on", words, focus_name);
    } else if (take(&words, "no area ")) {
        check(script, !script_find(script, words), "nothing called", words, words);
    } else if (take(&words, "area ")) {
        check(script, script_find(script, words) != NULL, "something called", words, "nothing");
    } else if (take(&words, "selected ")) {
        check(script,
              script_find(script, words) && (script_find(script, words)->flags & AREA_SELECTED),
              "as selected", words, "not so");
    } else {
        script_say(
            script,
            "expect screen, text, no text, host, no host, picture, tone, focus, area, no "
            "area or selected");
        script->is_broken = true;
    }
    if (script->failures > failures)
        show_all(script);
}
