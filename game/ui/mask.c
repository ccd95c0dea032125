#include "ui/mask.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "ui/mask_paths.h"

enum { POINT_ROOM = 1024, CROSSING_ROOM = 32 };

static const float usual_stroke = .26F;
static const float degree = 0.017453292F; // in radians

/// Straight lines in pixels of the box, from one point to the next unless that starts a line.
struct outline {
    struct point at[POINT_ROOM];
    bool is_start[POINT_ROOM];
    int count;
    float cos, sin, scale;
    struct point centre;
};

static struct point from_unit(const struct outline *o, float x, float y)
{
    return (struct point){o->centre.x + (x * o->cos - y * o->sin) * o->scale,
                          o->centre.y + (x * o->sin + y * o->cos) * o->scale};
}

static void add_point(struct outline *o, struct point p, bool is_start)
{
    if (o->count == POINT_ROOM)
        return;
    o->at[o->count] = p;
    o->is_start[o->count] = is_start;
    o->count++;
}

// A curve of `length` pixels is cut finely enough that no eye sees the corners.
static int piece_count(float length)
{
    int n = (int)(2.8F * sqrtf(length)) + 3;
    return n > 120 ? 120 : n;
}

static float distance(struct point a, struct point b)
{
    return hypotf(b.x - a.x, b.y - a.y);
}

static void add_cubic(struct outline *o, struct point a, struct point b, struct point c,
                      struct point d)
{
    int n = piece_count(distance(a, b) + distance(b, c) + distance(c, d));
    for (int i = 1; i <= n; i++) {
        float t = (float)i / (float)n, s = 1 - t;
        float wa = s * s * s, wb = 3 * s * s * t, wc = 3 * s * t * t, wd = t * t * t;
        struct point p = {wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                          wa * a.y + wb * b.y + wc * c.y + wd * d.y};
        add_point(o, p, false);
    }
}

static void add_quad(struct outline *o, struct point a, struct point b, struct point d)
{
    struct point b1 = {a.x + (b.x - a.x) * 2 / 3, a.y + (b.y - a.y) * 2 / 3};
    struct point b2 = {d.x + (b.x - d.x) * 2 / 3, d.y + (b.y - d.y) * 2 / 3};
    add_cubic(o, a, b1, b2, d);
}

static void add_arc(struct outline *o, const float v[6], bool is_start)
{
    float sweep = v[4] * degree;
    int n = piece_count(fabsf(sweep) * v[2] * o->scale);
    for (int i = 0; i <= n; i++) {
        float t = v[3] * degree + sweep * (float)i / (float)n;
        add_point(o, from_unit(o, v[0] + v[2] * cosf(t), v[1] + v[2] * sinf(t)),
                  is_start && i == 0);
    }
}

static void add_steps(struct outline *o, const struct path_step *steps, int count)
{
    int begin = 0;
    bool has_begun = false;
    for (int i = 0; i < count; i++) {
        const float *v = steps[i].v;
        struct point last = o->count ? o->at[o->count - 1] : o->centre;
        if (!has_begun)
            begin = o->count;
        switch (steps[i].op) {
        case 'M':
            begin = o->count;
            add_point(o, from_unit(o, v[0], v[1]), true);
            break;
        case 'L':
            add_point(o, from_unit(o, v[0], v[1]), false);
            break;
        case 'Q':
            add_quad(o, last, from_unit(o, v[0], v[1]), from_unit(o, v[2], v[3]));
            break;
        case 'C':
            add_cubic(o, last, from_unit(o, v[0], v[1]), from_unit(o, v[2], v[3]),
                      from_unit(o, v[4], v[5]));
            break;
        case 'A':
            add_arc(o, v, !has_begun);
            break;
        default:
            add_point(o, o->at[begin], false);
            break;
        }
        has_begun = steps[i].op != 'Z';
    }
}

// The corners of a card are the joins of a smaller rectangle that grows by `rounding`.
static void add_card(struct outline *o, float half_width, float half_height, float rounding)
{
    float x = half_width * MASK_CARD_SHARE / o->scale - rounding;
    float y = half_height * MASK_CARD_SHARE / o->scale - rounding;
    add_point(o, from_unit(o, -x, -y), true);
    add_point(o, from_unit(o, x, -y), false);
    add_point(o, from_unit(o, x, y), false);
    add_point(o, from_unit(o, -x, y), false);
    add_point(o, from_unit(o, -x, -y), false);
}

/// Where outlines cross the middle of a row of pixels.
struct crossing {
    float x;
    int turn; // 1 downwards, -1 upwards
};

static int find_crossings(const struct outline *o, float y, struct crossing *found)
{
    int count = 0;
    for (int i = 1; i < o->count; i++) {
        struct point a = o->at[i - 1], b = o->at[i];
        if (o->is_start[i] || (a.y <= y) == (b.y <= y) || count == CROSSING_ROOM)
            continue;
        float x = a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y);
        int at = count++;
        for (; at > 0 && found[at - 1].x > x; at--)
            found[at] = found[at - 1];
        found[at] = (struct crossing){x, a.y <= y ? 1 : -1};
    }
    return count;
}

// Sets the pixels whose middle is inside, by the nonzero rule.
static void fill_inside(const struct outline *o, int width, int height, uint8_t *alpha)
{
    struct crossing found[CROSSING_ROOM];
    for (int y = 0; y < height; y++) {
        int count = find_crossings(o, (float)y + .5F, found);
        for (int i = 0, turns = 0; i + 1 < count; i++) {
            turns += found[i].turn;
            int from = (int)ceilf(fmaxf(found[i].x, 0) - .5F);
            int to = (int)ceilf(fminf(found[i + 1].x, (float)width) - .5F);
            if (turns != 0 && to > from)
                memset(alpha + (size_t)y * (size_t)width + from, 255, (size_t)(to - from));
        }
    }
}

static int clamp_int(float value, int limit)
{
    return value <= 0 ? 0 : value >= (float)limit ? limit : (int)value;
}

/// How coverage falls off beside a line.
struct pen {
    float radius; // pixels
    float inside; // coverage from which on a pixel lies within a filled shape
};

static uint8_t shade(uint8_t before, float d, struct pen pen)
{
    bool is_inside = (float)before >= pen.inside;
    float cover = 255 * (.5F + pen.radius + (is_inside ? d : -d));
    if (cover <= 0)
        return before;
    uint8_t now = cover >= 255 ? 255 : (uint8_t)lroundf(cover);
    return (now < before) == is_inside ? now : before;
}

// Coverage near the line from a to b, by distance; only pixels that it can reach are touched.
static void shade_line(struct point a, struct point b, struct pen pen, int width, int height,
                       uint8_t *alpha)
{
    float reach = pen.radius + .5F;
    int left = clamp_int(fminf(a.x, b.x) - reach, width);
    int right = clamp_int(fmaxf(a.x, b.x) + reach + 1, width);
    int top = clamp_int(fminf(a.y, b.y) - reach, height);
    int bottom = clamp_int(fmaxf(a.y, b.y) + reach + 1, height);
    float dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    float per_length2 = length2 > 0 ? 1 / length2 : 0;
    for (int y = top; y < bottom; y++) {
        uint8_t *row = alpha + (size_t)y * (size_t)width;
        float py = (float)y + .5F - a.y;
        for (int x = left; x < right; x++) {
            float px = (float)x + .5F - a.x;
            float t = (px * dx + py * dy) * per_length2;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            float ex = px - t * dx, ey = py - t * dy, d2 = ex * ex + ey * ey;
            if (d2 < reach * reach)
                row[x] = shade(row[x], sqrtf(d2), pen);
        }
    }
}

static void shade_outline(const struct outline *o, struct pen pen, int width, int height,
                          uint8_t *alpha)
{
    for (int i = 1; i < o->count; i++) {
        if (!o->is_start[i])
            shade_line(o->at[i - 1], o->at[i], pen, width, height, alpha);
    }
}

void mask_draw(enum mask mask, int width, int height, float angle, float stroke, uint8_t *alpha)
{
    const struct path_picture *picture = path_picture(mask);
    float half_width = (float)width / 2, half_height = (float)height / 2;
    float half = fminf(half_width, half_height);
    struct outline o = {.cos = cosf(angle * degree),
                        .sin = sinf(angle * degree),
                        .scale = half / picture->half_span,
                        .centre = {half_width, half_height}};
    memset(alpha, 0, (size_t)width * (size_t)height);
    if (picture->steps) {
        add_steps(&o, picture->steps, picture->count);
    } else {
        add_card(&o, half_width, half_height, picture->rounding);
    }

    struct pen pen = {.radius = picture->rounding * o.scale, .inside = 256};
    if (picture->is_filled) {
        fill_inside(&o, width, height, alpha);
        pen.inside = 255 * fminf(1, .5F + pen.radius);
    } else {
        pen.radius = fmaxf(.5F, (stroke > 0 ? stroke : usual_stroke) * half / 2);
    }
    shade_outline(&o, pen, width, height, alpha);
}

static float clamp_unit(float value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

void mask_corner_edge(int radius, float stroke, uint8_t *alpha)
{
    float r = (float)radius;
    for (int y = 0; y < radius; y++) {
        for (int x = 0; x < radius; x++) {
            float d = hypotf(r - (float)x - .5F, r - (float)y - .5F);
            float cover = clamp_unit(.5F + r - d) - clamp_unit(.5F + r - stroke - d);
            alpha[y * radius + x] = (uint8_t)(255 * cover + .5F);
        }
    }
}

void mask_corner(int radius, uint8_t *alpha)
{
    mask_corner_edge(radius, 2 * (float)radius, alpha);
}

const char *mask_name(enum mask mask)
{
    return path_picture(mask)->name;
}
