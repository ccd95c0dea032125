#include "sdl/keys.h"

#include "ui/input.h"

static const struct {
    SDL_Keycode sym;
    int key;
} named[] = {
    {SDLK_RETURN, KEY_ENTER},
    {SDLK_RETURN2, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER},
    {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_AC_BACK, KEY_ESCAPE},
    {SDLK_TAB, KEY_TAB},
    {SDLK_BACKSPACE, KEY_BACKSPACE},
    {SDLK_DELETE, KEY_DELETE},
    {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},
    {SDLK_LEFT, KEY_LEFT},
    {SDLK_RIGHT, KEY_RIGHT},
    {SDLK_HOME, KEY_HOME},
    {SDLK_END, KEY_END},
    {SDLK_PAGEUP, KEY_PAGE_UP},
    {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
    {SDLK_F1, KEY_F1},
    {SDLK_F5, KEY_F5},
    {SDLK_F11, KEY_F11},
    {SDLK_F2, KEY_F2},
    {SDLK_F3, KEY_F3},
    {SDLK_F4, KEY_F4},
    {SDLK_F6, KEY_F6},
    {SDLK_F7, KEY_F7},
    {SDLK_F8, KEY_F8},
    {SDLK_F9, KEY_F9},
    {SDLK_F10, KEY_F10},
    {SDLK_F12, KEY_F12},
    {SDLK_F13, KEY_F13},
    {SDLK_F14, KEY_F14},
    {SDLK_F15, KEY_F15},
    {SDLK_F16, KEY_F16},
    {SDLK_F17, KEY_F17},
    {SDLK_F18, KEY_F18},
    {SDLK_F19, KEY_F19},
    {SDLK_F20, KEY_F20},
    {SDLK_F21, KEY_F21},
    {SDLK_F22, KEY_F22},
    {SDLK_F23, KEY_F23},
    {SDLK_F24, KEY_F24},
    {SDLK_INSERT, KEY_INSERT},
    {SDLK_PRINTSCREEN, KEY_PRINT},
    {SDLK_SCROLLLOCK, KEY_SCROLL_LOCK},
    {SDLK_PAUSE, KEY_PAUSE},
    {SDLK_APPLICATION, KEY_MENU},
    {SDLK_MENU, KEY_MENU},
    {SDLK_KP_PLUS, '+'},
    {SDLK_KP_MINUS, '-'},
    {SDLK_KP_MULTIPLY, '*'},
    {SDLK_KP_DIVIDE, '/'},
    {SDLK_KP_EQUALS, '='},
};

// What the keypad's digits, from 1 to 9 and 0, are without Num Lock.
static const int pad_keys[] = {KEY_END,   KEY_DOWN, KEY_PAGE_DOWN, KEY_LEFT,    KEY_NONE,
                               KEY_RIGHT, KEY_HOME, KEY_UP,        KEY_PAGE_UP, KEY_NONE};

static int digit(int from_one)
{
    return '0' + (from_one + 1) % 10;
}

static int digit_key(SDL_Keysym key)
{
    if (key.scancode >= SDL_SCANCODE_1 && key.scancode <= SDL_SCANCODE_0)
        return digit((int)key.scancode - SDL_SCANCODE_1);
    if (key.scancode < SDL_SCANCODE_KP_1 || key.scancode > SDL_SCANCODE_KP_0)
        return KEY_NONE;
    int at = (int)key.scancode - SDL_SCANCODE_KP_1;
    return (key.mod & KMOD_NUM) != 0 ? digit(at) : pad_keys[at];
}

static bool is_letter(SDL_Keycode sym)
{
    return sym >= 'a' && sym <= 'z';
}

// Greek, Russian, Arabic, … layouts have none on the letter keys.
static bool has_latin_letters(void)
{
    for (int code = SDL_SCANCODE_A; code <= SDL_SCANCODE_Z; code++) {
        if (is_letter(SDL_GetKeyFromScancode((SDL_Scancode)code)))
            return true;
    }
    return false;
}

int keys_translate(SDL_Keysym key)
{
    int number = digit_key(key);
    if (number != KEY_NONE)
        return number;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i].sym == key.sym)
            return named[i].key;
    }
    bool is_letter_key = key.scancode >= SDL_SCANCODE_A && key.scancode <= SDL_SCANCODE_Z;
    if (is_letter_key && key.sym > 0x7E && !has_latin_letters())
        return 'a' + (int)key.scancode - SDL_SCANCODE_A;
    return key.sym >= KEY_SPACE && key.sym <= 0x7E ? key.sym : KEY_NONE;
}

int keys_translate_press(SDL_Keysym key)
{
    switch (key.sym) {
    case SDLK_LSHIFT:
        return KEY_LEFT_SHIFT;
    case SDLK_RSHIFT:
        return KEY_RIGHT_SHIFT;
    case SDLK_LCTRL:
        return KEY_LEFT_CTRL;
    case SDLK_RCTRL:
        return KEY_RIGHT_CTRL;
    default:
        return key.sym > 0xA0 && key.sym < KEY_NAMED ? key.sym : KEY_NONE;
    }
}

bool keys_is_sign(int key)
{
    bool is_digit = key >= '0' && key <= '9';
    bool is_capital = key >= 'A' && key <= 'Z';
    return key > KEY_SPACE && key <= 0x7E && !is_digit && !is_capital && !is_letter(key);
}

unsigned keys_mods(int modifiers)
{
    return ((modifiers & KMOD_SHIFT) != 0 ? (unsigned)MOD_SHIFT : 0) |
           ((modifiers & (KMOD_CTRL | KMOD_GUI)) != 0 ? (unsigned)MOD_CTRL : 0) |
           ((modifiers & KMOD_ALT) != 0 ? (unsigned)MOD_ALT : 0);
}
