#include "screens/key_label.h"

#include "base/i18n.h"
#include "core/team.h"
#include "ui/input.h"

static const struct {
    int key;
    const char *label;
} named[] = {
    {KEY_ENTER, N_("Enter")},
    {KEY_ESCAPE, N_("Esc")},
    {KEY_SPACE, N_("Space")},
    {KEY_TAB, N_("Tab")},
    {KEY_BACKSPACE, N_("Backspace")},
    {KEY_DELETE, N_("Delete")},
    {KEY_UP, "↑"},
    {KEY_DOWN, "↓"},
    {KEY_LEFT, "←"},
    {KEY_RIGHT, "→"},
    {KEY_HOME, N_("Home")},
    {KEY_END, N_("End")},
    {KEY_PAGE_UP, N_("Page Up")},
    {KEY_PAGE_DOWN, N_("Page Down")},
    {KEY_INSERT, N_("Insert")},
    {KEY_PRINT, N_("Print Screen")},
    {KEY_SCROLL_LOCK, N_("Scroll Lock")},
    {KEY_PAUSE, N_("Pause")},
    {KEY_MENU, N_("Menu")},
    {KEY_LEFT_SHIFT, N_("Left Shift")},
    {KEY_RIGHT_SHIFT, N_("Right Shift")},
    {KEY_LEFT_CTRL, N_("Left Ctrl")},
    {KEY_RIGHT_CTRL, N_("Right Ctrl")},
};

/// The number of a function key, or 0.
static int function_number(int key)
{
    if (key == KEY_F1 || key == KEY_F5)
        return key == KEY_F1 ? 1 : 5;
    if (key == KEY_F11)
        return 11;
    if (key >= KEY_F2 && key <= KEY_F4)
        return 2 + key - KEY_F2;
    if (key >= KEY_F6 && key <= KEY_F10)
        return 6 + key - KEY_F6;
    return key >= KEY_F12 && key <= KEY_F24 ? 12 + key - KEY_F12 : 0;
}

/// The character itself, a letter as on its cap.
static const char *character(int key, struct arena *arena)
{
    bool is_ascii = key > KEY_SPACE && key <= 0x7E, is_latin = key > 0xA0 && key < KEY_NAMED;
    if (!is_ascii && !is_latin)
        return "";
    bool is_small = (key >= 'a' && key <= 'z') || (key >= 0xE0 && key <= 0xFE && key != 0xF7);
    int capital = is_small ? key - 0x20 : key;
    if (is_ascii)
        return arena_printf(arena, "%c", capital);
    return arena_printf(arena, "%c%c", 0xC0 | capital >> 6, 0x80 | (capital & 0x3F));
}

const char *key_label(int key, struct arena *arena)
{
    if (buzzer_pad(key))
        return arena_printf(arena, _("Pad %d"), buzzer_pad(key));
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i].key == key)
            return _(named[i].label);
    }
    int number = function_number(key);
    return number ? arena_printf(arena, "F%d", number) : character(key, arena);
}
