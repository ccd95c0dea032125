// The floor of starting, memory, idling and answering a key: one text in a window.
#include "floor.h"

static SDL_Texture *text;
static SDL_Rect place;

static void draw(const struct floor *floor, int frame)
{
    SDL_SetRenderDrawColor(floor->renderer, 20, frame % 2 ? 24 : 32, 40, 255);
    SDL_RenderClear(floor->renderer);
    SDL_RenderCopy(floor->renderer, text, NULL, &place);
}

int main(int argc, char **argv)
{
    (void)argc, (void)argv;
    struct floor floor = floor_open("Floor", false, 24);
    text = floor_text(&floor, "Who was the first Secretary General of NATO?", &place);
    place.x = place.y = 40;
    floor_run(&floor, draw);
    SDL_Quit();
    return 0;
}
