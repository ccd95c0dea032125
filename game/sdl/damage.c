#include "sdl/damage.h"

#include <stdbool.h>

// Rectangles join if that adds fewer pixels than another rectangle costs to draw and to show.
enum { JOIN_PIXELS = 6000, LOOK_AHEAD = 48 };

static int64_t area(SDL_Rect rect)
{
    return (int64_t)rect.w * rect.h;
}

static SDL_Rect join(SDL_Rect a, SDL_Rect b)
{
    SDL_Rect both;
    SDL_UnionRect(&a, &b, &both);
    return both;
}

// The pixels that joining `a` and `b` adds to what the two cost; below 0 if they overlap.
static int64_t cost_of_joining(SDL_Rect a, SDL_Rect b)
{
    return area(join(a, b)) - area(a) - area(b);
}

static int cheapest_partner(const struct damage *damage, SDL_Rect rect)
{
    int best = 0;
    for (int i = 1; i < damage->count; i++) {
        if (cost_of_joining(damage->rects[i], rect) <
            cost_of_joining(damage->rects[best], rect))
            best = i;
    }
    return best;
}

void damage_add(struct damage *damage, SDL_Rect rect)
{
    if (SDL_RectEmpty(&rect))
        return;
    // What was joined may be worth joining with others.
    while (damage->count > 0) {
        int partner = cheapest_partner(damage, rect);
        bool is_full = damage->count == DAMAGE_ROOM;
        if (!is_full && cost_of_joining(damage->rects[partner], rect) > JOIN_PIXELS)
            break;
        rect = join(rect, damage->rects[partner]);
        damage->rects[partner] = damage->rects[--damage->count];
    }
    damage->rects[damage->count++] = rect;
}

static bool is_same(const struct drawn *a, const struct drawn *b)
{
    return a->key[0] == b->key[0] && a->key[1] == b->key[1] &&
           SDL_RectEquals(&a->seen, &b->seen);
}

// A pixel is made by the commands that cover it, in their order. Where all those are in both
// lists, in the same order, it is the same; all others are covered by a command without
// partner.
void damage_find(struct damage *damage, const struct drawn *before, int before_count,
                 const struct drawn *after, int after_count)
{
    int at = 0;
    for (int i = 0; i < after_count; i++) {
        int end = SDL_min(before_count, at + LOOK_AHEAD), partner = at;
        while (partner < end && !is_same(&before[partner], &after[i]))
            partner++;
        if (partner == end) {
            damage_add(damage, after[i].seen);
            continue;
        }
        for (; at < partner; at++)
            damage_add(damage, before[at].seen);
        at++;
    }
    for (; at < before_count; at++)
        damage_add(damage, before[at].seen);
}

int64_t damage_area(const struct damage *damage)
{
    int64_t sum = 0;
    for (int i = 0; i < damage->count; i++)
        sum += area(damage->rects[i]);
    return sum;
}
