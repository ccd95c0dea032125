// The `key` command of replay scripts.
#include <string.h>
#include <strings.h>

#include "app/script.h"
#include "screens/key_label.h"

static const struct {
    const char *name;
    int key;
} key_names[] = {
    {"Enter", KEY_ENTER},    {"Escape", KEY_ESCAPE},
    {"Space", KEY_SPACE},    {"Tab", KEY_TAB},
    {"Up", KEY_UP},          {"Down", KEY_DOWN},
    {"Left", KEY_LEFT},      {"Right", KEY_RIGHT},
    {"Home", KEY_HOME},      {"End", KEY_END},
    {"PageUp", KEY_PAGE_UP}, {"PageDown", KEY_PAGE_DOWN},
    {"Delete", KEY_DELETE},  {"Backspace", KEY_BACKSPACE},
    {"F1", KEY_F1},          {"F5", KEY_F5},
    {"F11", KEY_F11},
};

/// Whether `name` is `label` without its blanks.
static bool is_called(const char *name, const char *label)
{
    for (; *label; label++) {
        if (*label == ' ')
            continue;
        if (strncasecmp(name, label, 1) != 0)
            return false;
        name++;
    }
    return !*name;
}

static int key_named(struct script *script, const char *name)
{
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++) {
        if (strcasecmp(name, key_names[i].name) == 0)
            return key_names[i].key;
    }
    for (int key = KEY_NAMED + 1; name[0] && key <= KEY_RIGHT_CTRL; key++) {
        if (is_called(name, key_label(key, &script->arena)))
            return key;
    }
    return name[0] && !name[1] ? name[0] : KEY_NONE;
}

void script_key(struct script *script, const char *words)
{
    static const struct {
        const char *prefix;
        unsigned mod;
    } mods[] = {{"ctrl+", MOD_CTRL}, {"shift+", MOD_SHIFT}, {"alt+", MOD_ALT}};
    struct input input = {.kind = INPUT_KEY, .device = DEVICE_KEYBOARD};
    const char *name = words;
    for (size_t i = 0; i < sizeof mods / sizeof *mods; i++) {
        size_t len = strlen(mods[i].prefix);
        if (strncasecmp(name, mods[i].prefix, len) == 0) {
            input.mods |= mods[i].mod;
            name += len;
        }
    }
    input.key = key_named(script, name);
    if (!input.key) {
        script_break(script, "there is no key of this name", words);
        return;
    }
    input.is_raw = input.key >= KEY_LEFT_SHIFT && input.key <= KEY_RIGHT_CTRL;
    script_send(script, input);
    // A character key also types, as it does on a keyboard.
    if (!(input.mods & (MOD_CTRL | MOD_ALT)) && input.key >= ' ' && input.key < 0x7F &&
        stage_field(&script->stage)) {
        struct input text = {.kind = INPUT_TEXT, .device = DEVICE_KEYBOARD};
        text.text[0] = (char)input.key;
        script_send(script, text);
    }
}
