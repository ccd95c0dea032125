#include "lesson_hands.h"

enum { CLICK_MS = 100 };

static SDL_Event *add(struct hands *hands, int64_t pause_ms, Uint32 type)
{
    if (hands->at == hands->count)
        hands->at = hands->count = 0;
    SDL_Event *event = &hands->events[hands->count];
    hands->pauses_ms[hands->count] = pause_ms;
    hands->count += hands->count + 1 < HANDS_EVENTS; // of too many the last is lost
    *event = (SDL_Event){.type = type};
    return event;
}

void hands_key(struct hands *hands, int64_t pause_ms, SDL_Keycode key, Uint16 mod)
{
    SDL_Event *event = add(hands, pause_ms, SDL_KEYDOWN);
    event->key.keysym.sym = key;
    event->key.keysym.scancode = SDL_GetScancodeFromKey(key);
    event->key.keysym.mod = mod;
    if (key > ' ' && key < 0x7F && !(mod & KMOD_CTRL))
        add(hands, 0, SDL_TEXTINPUT)->text.text[0] = (char)key;
}

void hands_click(struct hands *hands, struct point at)
{
    int x = (int)at.x, y = (int)at.y;
    SDL_Event *event = add(hands, 0, SDL_MOUSEMOTION);
    event->motion.x = x;
    event->motion.y = y;
    for (Uint32 type = SDL_MOUSEBUTTONDOWN; type <= SDL_MOUSEBUTTONUP; type++) {
        event = add(hands, CLICK_MS, type);
        event->button.button = SDL_BUTTON_LEFT;
        event->button.x = x;
        event->button.y = y;
    }
}

void hands_wheel(struct hands *hands, struct point at, int lines)
{
    SDL_Event *event = add(hands, 0, SDL_MOUSEWHEEL);
    event->wheel.y = -lines;
    event->wheel.mouseX = (int)at.x;
    event->wheel.mouseY = (int)at.y;
}

void hands_drop(struct hands *hands, const char *path)
{
    add(hands, 0, SDL_DROPFILE)->drop.file = SDL_strdup(path);
}

bool hands_take(struct hands *hands, int64_t now_ms, SDL_Event *event)
{
    if (hands->at == hands->count || now_ms < hands->next_ms)
        return false;
    *event = hands->events[hands->at++];
    event->common.timestamp = (Uint32)now_ms;
    if (hands->at < hands->count)
        hands->next_ms = now_ms + hands->pauses_ms[hands->at];
    return true;
}
