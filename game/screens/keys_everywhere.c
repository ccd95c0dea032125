#include "screens/keys_everywhere.h"

#include <stddef.h>

#include "base/i18n.h"

const struct shortcut keys_everywhere[] = {
    {KEY_ESCAPE, 0, PAD_EAST, ACTION_BACK, 0, "Esc", N_("Back")},
    {KEY_LEFT, MOD_ALT, PAD_NONE, ACTION_BACK, 0, NULL, NULL},
    {KEY_F11, 0, PAD_NONE, ACTION_FULLSCREEN, 0, "F11", N_("Full screen")},
    {KEY_ENTER, MOD_ALT, PAD_NONE, ACTION_FULLSCREEN, 0, NULL, NULL},
    {'+', MOD_CTRL, PAD_NONE, ACTION_TEXT_SIZE, +1, "Ctrl +", N_("Larger text")},
    {'=', MOD_CTRL, PAD_NONE, ACTION_TEXT_SIZE, +1, NULL, NULL},
    {'-', MOD_CTRL, PAD_NONE, ACTION_TEXT_SIZE, -1, "Ctrl -", N_("Smaller text")},
    {'0', MOD_CTRL, PAD_NONE, ACTION_TEXT_SIZE, 0, "Ctrl 0", N_("Usual text")},
    {'t', MOD_CTRL, PAD_NONE, ACTION_THEME, 0, "Ctrl T", N_("Next theme")},
    {'m', MOD_CTRL, PAD_NONE, ACTION_MUTE, 0, "Ctrl M", N_("Sound off and on")},
    {'?', 0, PAD_NONE, ACTION_HELP, 0, "?", N_("All keys")},
    {KEY_F1, 0, PAD_NONE, ACTION_HELP, 0, "F1", NULL},
    {'j', MOD_CTRL, PAD_NONE, ACTION_PROBLEMS, 0, "Ctrl J", N_("What is wrong in the file")},
    {KEY_F5, 0, PAD_NONE, ACTION_LOOK, 0, "F5", N_("Look for changed files")},
    {'r', MOD_CTRL, PAD_NONE, ACTION_LOOK, 0, NULL, NULL},
    {'q', MOD_CTRL, PAD_NONE, ACTION_QUIT, 0, "Ctrl Q", N_("Quit, keeping everything")},
    {0},
};
