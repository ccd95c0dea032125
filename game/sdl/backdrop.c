#include "sdl/backdrop.h"

#include <math.h>
#include <string.h>

enum { CORNER_ROOM = 4 };

/// Rectangles that follow each other in the list and share a colour.
struct backdrop_group {
    struct colour colour;
    int count;
    int top, bottom; // the rows they are in, without the last
};

/// A ghost: a polygon with round corners, or a disc, in the unit shapes of ui/mask.
struct ghost {
    struct point at;     // from the corner of the output that `from` names, in u
    struct point from;   // 0 to 1 of width and height
    float radius, angle; // u, degrees clockwise
    float rounding;      // unit shape
    struct point corners[CORNER_ROOM];
    int count;
};

static const struct ghost ghosts[] = {
    {{-7, 8}, {1, 0}, 17, 0, .96F, {{0, 0}}, 1},
    {{3, -6}, {0, 1}, 15, 0, .08F, {{0, -1.16F}, {1, 0}, {0, 1.16F}, {-1, 0}}, 4},
    {{-32, 2}, {1, 1}, 13, 0, .08F, {{0, -.98F}, {1.08F, .82F}, {-1.08F, .82F}}, 3},
    {{0, -6},
     {.375F, 0},
     9,
     18,
     .08F,
     {{-.84F, -.84F}, {.84F, -.84F}, {.84F, .84F}, {-.84F, .84F}},
     4},
};

enum { GHOST_COUNT = sizeof(ghosts) / sizeof(*ghosts) };

/// A ghost in pixels.
struct placed {
    struct point corners[CORNER_ROOM];
    int count;
    float rounding;
};

/// What a row of pixels has in common with a shape.
struct span {
    float left, right; // right <= left: nothing
};

static struct placed place(const struct ghost *ghost, float u, int width, int height)
{
    float turn = ghost->angle * 0.017453292F, c = cosf(turn), s = sinf(turn);
    struct point centre = {ghost->from.x * (float)width + ghost->at.x * u,
                           ghost->from.y * (float)height + ghost->at.y * u};
    float scale = ghost->radius * u;
    struct placed placed = {.count = ghost->count, .rounding = ghost->rounding * scale};
    for (int i = 0; i < ghost->count; i++) {
        struct point p = ghost->corners[i];
        placed.corners[i] = (struct point){centre.x + (p.x * c - p.y * s) * scale,
                                           centre.y + (p.x * s + p.y * c) * scale};
    }
    return placed;
}

static void widen(struct span *span, float left, float right)
{
    span->left = fminf(span->left, left);
    span->right = fmaxf(span->right, right);
}

// A convex shape with round corners is its corners' discs and its sides moved outwards; a row
// runs from the leftmost of these to the rightmost.
static struct span row_span(const struct placed *shape, float y)
{
    struct span span = {INFINITY, -INFINITY};
    float r = shape->rounding;
    for (int i = 0; i < shape->count; i++) {
        struct point a = shape->corners[i], b = shape->corners[(i + 1) % shape->count];
        float dy = y - a.y;
        if (fabsf(dy) < r) {
            float half = sqrtf(r * r - dy * dy);
            widen(&span, a.x - half, a.x + half);
        }
        float length = hypotf(b.x - a.x, b.y - a.y);
        if (length <= 0)
            continue;
        struct point out = {(b.y - a.y) / length * r, (a.x - b.x) / length * r};
        float from = a.y + out.y, to = b.y + out.y;
        if ((from <= y) != (to <= y)) {
            float x = a.x + out.x + (y - from) / (to - from) * (b.x - a.x);
            widen(&span, x, x);
        }
    }
    return span;
}

static struct colour row_colour(const struct draw_cmd *cmd, int y, int height)
{
    return colour_mix(cmd->colour, cmd->colour2, ((float)y + .5F) / (float)height);
}

static void add_rect(struct backdrop *b, struct backdrop_group *group, SDL_Rect rect)
{
    buf_add(&b->rects, &rect, sizeof rect);
    group->count++;
}

static void add_group(struct backdrop *b, const struct backdrop_group *group)
{
    if (group->count > 0)
        buf_add(&b->groups, group, sizeof *group);
}

static void add_ghost_rows(struct backdrop *b, const struct placed *shapes, int top, int bottom,
                           struct backdrop_group *group)
{
    for (int y = top; y < bottom; y++) {
        for (int i = 0; i < GHOST_COUNT; i++) {
            struct span span = row_span(&shapes[i], (float)y + .5F);
            int left = (int)lroundf(fmaxf(span.left, 0));
            int right = (int)lroundf(fminf(span.right, (float)b->width));
            if (span.left < span.right && left < right)
                add_rect(b, group, (SDL_Rect){left, y, right - left, 1});
        }
    }
}

static void build(struct backdrop *b, int width, int height, const struct draw_cmd *cmd)
{
    b->width = width;
    b->height = height;
    b->cmd = *cmd;
    buf_clear(&b->rects);
    buf_clear(&b->groups);
    struct placed shapes[GHOST_COUNT];
    for (int i = 0; i < GHOST_COUNT; i++)
        shapes[i] = place(&ghosts[i], cmd->radius, width, height);

    for (int top = 0, bottom; top < height; top = bottom) {
        struct colour colour = row_colour(cmd, top, height);
        for (bottom = top + 1; bottom < height; bottom++) {
            struct colour next = row_colour(cmd, bottom, height);
            if (memcmp(&next, &colour, sizeof next) != 0)
                break;
        }
        struct backdrop_group band = {.colour = colour, .top = top, .bottom = bottom};
        add_rect(b, &band, (SDL_Rect){0, top, width, bottom - top});
        add_group(b, &band);
        struct backdrop_group ghost = {
            .colour = colour_mix(colour, cmd->colour3, (float)cmd->colour3.a / 255),
            .top = top,
            .bottom = bottom,
        };
        if (cmd->colour3.a > 0)
            add_ghost_rows(b, shapes, top, bottom, &ghost);
        add_group(b, &ghost);
    }
}

static bool is_same(const struct draw_cmd *a, const struct draw_cmd *b)
{
    return a->radius == b->radius && memcmp(&a->colour, &b->colour, sizeof a->colour) == 0 &&
           memcmp(&a->colour2, &b->colour2, sizeof a->colour) == 0 &&
           memcmp(&a->colour3, &b->colour3, sizeof a->colour) == 0;
}

void backdrop_draw(struct backdrop *b, SDL_Renderer *renderer, int width, int height,
                   SDL_Rect clip, const struct draw_cmd *cmd)
{
    if (b->width != width || b->height != height || !is_same(&b->cmd, cmd))
        build(b, width, height, cmd);
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
    const SDL_Rect *rects = (const void *)b->rects.data;
    const struct backdrop_group *groups = (const void *)b->groups.data;
    size_t count = b->groups.len / sizeof *groups;
    for (size_t i = 0; i < count; i++) {
        struct colour c = groups[i].colour;
        if (groups[i].bottom > clip.y && groups[i].top < clip.y + clip.h) {
            SDL_SetRenderDrawColor(renderer, c.r, c.g, c.b, 255);
            SDL_RenderFillRects(renderer, rects, groups[i].count);
        }
        rects += groups[i].count;
    }
}

void backdrop_free(struct backdrop *b)
{
    buf_free(&b->rects);
    buf_free(&b->groups);
    *b = (struct backdrop){0};
}
