#include "ui/geom.h"

static float least(float a, float b)
{
    return a < b ? a : b;
}

static float most(float a, float b)
{
    return a > b ? a : b;
}

bool rect_has(struct rect r, struct point p)
{
    return p.x >= r.x && p.x < r.x + r.w && p.y >= r.y && p.y < r.y + r.h;
}

struct rect rect_inset(struct rect r, float by)
{
    return (struct rect){r.x + by, r.y + by, most(0, r.w - 2 * by), most(0, r.h - 2 * by)};
}

struct rect rect_move(struct rect r, float dx, float dy)
{
    return (struct rect){r.x + dx, r.y + dy, r.w, r.h};
}

struct point rect_centre(struct rect r)
{
    return (struct point){r.x + r.w / 2, r.y + r.h / 2};
}

struct rect rect_overlap(struct rect a, struct rect b)
{
    float x = most(a.x, b.x), y = most(a.y, b.y);
    float right = least(a.x + a.w, b.x + b.w), bottom = least(a.y + a.h, b.y + b.h);
    if (right <= x || bottom <= y)
        return (struct rect){x, y, 0, 0};
    return (struct rect){x, y, right - x, bottom - y};
}

struct rect rect_cut_top(struct rect *r, float height)
{
    height = most(0, least(height, r->h));
    struct rect cut = {r->x, r->y, r->w, height};
    r->y += height;
    r->h -= height;
    return cut;
}

struct rect rect_cut_bottom(struct rect *r, float height)
{
    height = most(0, least(height, r->h));
    r->h -= height;
    return (struct rect){r->x, r->y + r->h, r->w, height};
}

struct rect rect_cut_left(struct rect *r, float width)
{
    width = most(0, least(width, r->w));
    struct rect cut = {r->x, r->y, width, r->h};
    r->x += width;
    r->w -= width;
    return cut;
}

struct rect rect_cut_right(struct rect *r, float width)
{
    width = most(0, least(width, r->w));
    r->w -= width;
    return (struct rect){r->x + r->w, r->y, width, r->h};
}

struct rect rect_cell(struct rect r, int columns, int rows, int column, int row, float gap)
{
    float w = (r.w - gap * (float)(columns - 1)) / (float)columns;
    float h = (r.h - gap * (float)(rows - 1)) / (float)rows;
    return (struct rect){r.x + (float)column * (w + gap), r.y + (float)row * (h + gap), w, h};
}
