// The floor of a full frame: one clear, 60 fills and copies as large as those of the question
// screen at 1080p, and 2,000 glyphs from cached lines.
#include <stdbool.h>

#include "floor.h"

enum { LINES = 40, GLYPHS = 50, TEXT_PX = 29 };

static const struct part {
    int count, width, height;
    bool is_copy;
} parts[] = {
    {19, 53, 12, false},  // progress
    {5, 568, 191, false}, // tiles: shadow, edge, face and side
    {5, 568, 191, false}, //
    {5, 564, 186, false}, //
    {5, 150, 186, false}, //
    {2, 77, 77, false},   // buttons
    {13, 86, 86, true},   // marks
    {6, 50, 50, true},    // icons
};

static SDL_Texture *lines[LINES], *mark;
static SDL_Rect sizes[LINES];

static void draw_parts(const struct floor *floor)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        for (int k = 0; k < parts[i].count; k++) {
            SDL_Rect place = {72 + (k % 3) * 604, 40 + (k / 3) * 150, parts[i].width,
                              parts[i].height};
            if (parts[i].is_copy) {
                SDL_RenderCopy(floor->renderer, mark, NULL, &place);
            } else {
                SDL_RenderFillRect(floor->renderer, &place);
            }
        }
    }
}

static void draw(const struct floor *floor, int frame)
{
    SDL_SetRenderDrawColor(floor->renderer, 20, frame % 2 ? 24 : 32, 40, 255);
    SDL_RenderClear(floor->renderer);
    SDL_SetRenderDrawColor(floor->renderer, 80, 96, 144, 255);
    draw_parts(floor);
    for (int i = 0; i < LINES; i++) {
        SDL_Rect place = {30 + i % 2 * 900, 20 + i / 2 * 50, sizes[i].w, sizes[i].h};
        SDL_RenderCopy(floor->renderer, lines[i], NULL, &place);
    }
}

int main(int argc, char **argv)
{
    (void)argc, (void)argv;
    struct floor floor = floor_open("Floor", true, TEXT_PX);
    SDL_Rect size;
    char text[GLYPHS + 1] = "";
    for (int i = 0; i < LINES; i++) {
        for (int k = 0; k < GLYPHS; k++)
            text[k] = (char)('!' + (i + k * 7) % 90);
        lines[i] = floor_text(&floor, text, &sizes[i]);
    }
    mark = floor_text(&floor, "@", &size);
    floor_run(&floor, draw);
    SDL_Quit();
    return 0;
}
