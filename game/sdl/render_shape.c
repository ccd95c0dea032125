#include <math.h>

#include "sdl/render_parts.h"
#include "ui/mask.h"

enum { DASH_ROOM = FILL_ROOM, LARGEST_PICTURE = 4096 };

// Of dashed lines, in thicknesses.
static const float dash_length = 2.6F, gap_length = 1.6F;

// Sharp corners of a rectangle, by the bits of CORNERS_*.
struct corners {
    bool top_left, top_right, bottom_left, bottom_right;
};

static struct corners round_corners(unsigned bits)
{
    return (struct corners){
        .top_left = bits & (CORNERS_LEFT | CORNERS_TOP),
        .top_right = bits & (CORNERS_RIGHT | CORNERS_TOP),
        .bottom_left = bits & CORNERS_LEFT,
        .bottom_right = bits & CORNERS_RIGHT,
    };
}

static int corner_radius(const struct draw_cmd *cmd, SDL_Rect box)
{
    int most = SDL_min(box.w, box.h) / 2;
    int radius = (int)lroundf(cmd->radius);
    return radius < 0 ? 0 : SDL_min(radius, most);
}

// All four corners, side by side as in a disc, from the top left one.
static void mirror_corner(int radius, const uint8_t *corner, uint8_t *disc)
{
    int side = 2 * radius;
    for (int y = 0; y < radius; y++) {
        for (int x = 0; x < radius; x++) {
            uint8_t alpha = corner[y * radius + x];
            disc[y * side + x] = disc[y * side + side - 1 - x] = alpha;
            disc[(side - 1 - y) * side + x] = disc[(side - 1 - y) * side + side - 1 - x] =
                alpha;
        }
    }
}

// A disc, or with `stroke` a ring, whose quarters are the corners of rectangles.
static const struct cached *corner_picture(struct render *r, int radius, int stroke,
                                           struct colour colour)
{
    struct key key = picture_key(stroke ? PICTURE_RING : PICTURE_DISC, colour);
    key_add_int(&key, radius);
    key_add_int(&key, stroke);
    const struct cached *picture = texture_cache_get(&r->cache, key);
    if (picture)
        return picture;
    size_t quarter = (size_t)radius * (size_t)radius;
    uint8_t *disc = render_alpha(r, 5 * quarter), *corner = disc + 4 * quarter;
    if (stroke) {
        mask_corner_edge(radius, (float)stroke, corner);
    } else {
        mask_corner(radius, corner);
    }
    mirror_corner(radius, corner, disc);
    return render_keep_alpha(r, key, 2 * radius, 2 * radius, disc, colour);
}

static void copy_corners(struct render *r, const struct cached *disc, SDL_Rect box, int radius,
                         struct corners which, uint8_t alpha)
{
    int right = box.x + box.w - radius, bottom = box.y + box.h - radius;

    const struct {
        bool is_round;
        int from_x, from_y, x, y;
    } quarters[] = {
        {which.top_left, 0, 0, box.x, box.y},
        {which.top_right, radius, 0, right, box.y},
        {which.bottom_left, 0, radius, box.x, bottom},
        {which.bottom_right, radius, radius, right, bottom},
    };

    for (int i = 0; i < 4; i++) {
        if (quarters[i].is_round) {
            render_copy_part(r, disc,
                             (SDL_Rect){quarters[i].from_x, quarters[i].from_y, radius, radius},
                             (SDL_Rect){quarters[i].x, quarters[i].y, radius, radius}, alpha);
        }
    }
}

/// What a fill is sure to hide: all but its corners, as two rectangles that cross.
struct hidden {
    SDL_Rect wide, tall; // empty: nothing
};

static struct hidden hidden_by(const struct draw_cmd *cmd)
{
    if (!cmd || cmd->kind != DRAW_FILL || cmd->colour.a < 255)
        return (struct hidden){0};
    SDL_Rect box = pixel_rect(cmd->rect);
    int radius = cmd->corners ? corner_radius(cmd, box) : 0;
    return (struct hidden){
        .wide = {box.x, box.y + radius, box.w, box.h - 2 * radius},
        .tall = {box.x + radius, box.y, box.w - 2 * radius, box.h},
    };
}

enum { AROUND_ROOM = 4 };

/// Writes the parts of `rect` around `hole` to `parts` and returns their number.
static int cut_out(SDL_Rect rect, SDL_Rect hole, SDL_Rect *parts)
{
    parts[0] = rect;
    if (!SDL_IntersectRect(&rect, &hole, &hole))
        return 1;
    int right = hole.x + hole.w, bottom = hole.y + hole.h;
    parts[0] = (SDL_Rect){rect.x, rect.y, rect.w, hole.y - rect.y};
    parts[1] = (SDL_Rect){rect.x, hole.y, hole.x - rect.x, hole.h};
    parts[2] = (SDL_Rect){right, hole.y, rect.x + rect.w - right, hole.h};
    parts[3] = (SDL_Rect){rect.x, bottom, rect.w, rect.y + rect.h - bottom};
    return AROUND_ROOM;
}

// Tiles and buttons are fills on fills, each a little smaller than the one below.
void render_fill(struct render *r, const struct draw_cmd *cmd, const struct draw_cmd *next)
{
    SDL_Rect box = pixel_rect(cmd->rect);
    struct hidden hidden = hidden_by(next);
    int radius = cmd->corners ? corner_radius(cmd, box) : 0;
    struct corners which = round_corners(cmd->corners);
    int top_left = which.top_left ? radius : 0, top_right = which.top_right ? radius : 0;
    int bottom_left = which.bottom_left ? radius : 0;
    int bottom_right = which.bottom_right ? radius : 0;
    SDL_Rect middle = {box.x, box.y + radius, box.w, box.h - 2 * radius};
    SDL_Rect top = {box.x + top_left, box.y, box.w - top_left - top_right, radius};
    SDL_Rect bottom = {box.x + bottom_left, box.y + box.h - radius,
                       box.w - bottom_left - bottom_right, radius};
    SDL_Rect rects[3 * AROUND_ROOM];
    int count = cut_out(middle, hidden.wide, rects);
    count += cut_out(top, hidden.tall, rects + count);
    count += cut_out(bottom, hidden.tall, rects + count);
    render_fill_rects(r, rects, count, cmd->colour);
    if (radius > 0) {
        copy_corners(r, corner_picture(r, radius, 0, cmd->colour), box, radius, which,
                     cmd->colour.a);
    }
}

/// The straight parts of a frame.
struct frame {
    SDL_Rect box;
    int stroke, top_left, top_right, bottom_left, bottom_right; // radii
};

static void fill_edges(struct render *r, const struct frame *f, struct colour colour)
{
    int right = f->box.x + f->box.w, bottom = f->box.y + f->box.h, t = f->stroke;
    // Where a corner is sharp, the upper and lower edge have it.
    int left_top = SDL_max(f->top_left, t), left_bottom = SDL_max(f->bottom_left, t);
    int right_top = SDL_max(f->top_right, t), right_bottom = SDL_max(f->bottom_right, t);
    SDL_Rect edges[] = {
        {f->box.x + f->top_left, f->box.y, f->box.w - f->top_left - f->top_right, t},
        {f->box.x + f->bottom_left, bottom - t, f->box.w - f->bottom_left - f->bottom_right, t},
        {f->box.x, f->box.y + left_top, t, f->box.h - left_top - left_bottom},
        {right - t, f->box.y + right_top, t, f->box.h - right_top - right_bottom},
    };
    render_fill_rects(r, edges, 4, colour);
}

// Dashes along `line`, which is `line.h` thick, or if upright `line.w`: with gaps at both ends
// where round corners serve as dashes, else with dashes there.
static void fill_dashes(struct render *r, SDL_Rect line, bool is_upright, bool has_gap_ends,
                        struct colour colour)
{
    float length = (float)(is_upright ? line.h : line.w);
    float thick = (float)(is_upright ? line.w : line.h);
    float dash = dash_length * thick, gap = gap_length * thick;
    int ends = has_gap_ends ? 1 : -1;
    int count = (int)lroundf((length - (float)ends * gap) / (dash + gap));
    count = SDL_clamp(count, 1, DASH_ROOM);
    float scale = length / ((float)count * dash + (float)(count + ends) * gap);
    if (count == DASH_ROOM || scale <= 0)
        scale = length / ((float)count * (dash + gap));
    SDL_Rect dashes[DASH_ROOM];
    for (int i = 0; i < count; i++) {
        float from = scale * ((float)i * (dash + gap) + (has_gap_ends ? gap : 0));
        int start = (int)lroundf(from), end = (int)lroundf(from + scale * dash);
        dashes[i] = is_upright ? (SDL_Rect){line.x, line.y + start, line.w, end - start}
                               : (SDL_Rect){line.x + start, line.y, end - start, line.h};
    }
    render_fill_rects(r, dashes, count, colour);
}

static void fill_dashed_edges(struct render *r, const struct frame *f, int radius,
                              struct colour colour)
{
    SDL_Rect box = f->box;
    int t = f->stroke, right = box.x + box.w - t, bottom = box.y + box.h - t;
    SDL_Rect top = {box.x + radius, box.y, box.w - 2 * radius, t};
    SDL_Rect left = {box.x, box.y + radius, t, box.h - 2 * radius};
    bool is_round = radius > 0;
    fill_dashes(r, top, false, is_round, colour);
    fill_dashes(r, (SDL_Rect){top.x, bottom, top.w, t}, false, is_round, colour);
    fill_dashes(r, left, true, is_round, colour);
    fill_dashes(r, (SDL_Rect){right, left.y, t, left.h}, true, is_round, colour);
}

static int stroke_px(const struct draw_cmd *cmd)
{
    return SDL_max(1, (int)lroundf(cmd->stroke));
}

void render_stroke(struct render *r, const struct draw_cmd *cmd)
{
    SDL_Rect box = pixel_rect(cmd->rect);
    int stroke = stroke_px(cmd);
    if (SDL_min(box.w, box.h) <= 2 * stroke) {
        if (cmd->is_dashed) {
            fill_dashes(r, box, box.h > box.w, false, cmd->colour);
        } else {
            render_fill(r, cmd, NULL);
        }
        return;
    }
    int radius = cmd->corners ? corner_radius(cmd, box) : 0;
    struct corners which = round_corners(cmd->corners);
    struct frame frame = {
        .box = box,
        .stroke = stroke,
        .top_left = which.top_left ? radius : 0,
        .top_right = which.top_right ? radius : 0,
        .bottom_left = which.bottom_left ? radius : 0,
        .bottom_right = which.bottom_right ? radius : 0,
    };
    if (cmd->is_dashed) {
        fill_dashed_edges(r, &frame, radius, cmd->colour);
    } else {
        fill_edges(r, &frame, cmd->colour);
    }
    if (radius > 0) {
        copy_corners(r, corner_picture(r, radius, stroke, cmd->colour), box, radius, which,
                     cmd->colour.a);
    }
}

const struct cached *render_mask_picture(struct render *r, const struct draw_cmd *cmd)
{
    // A card is as large as its rectangle, so its picture has to be larger.
    float grow = cmd->mask == MASK_CARD ? 1 / MASK_CARD_SHARE : 1;
    int width = (int)lroundf(cmd->rect.w * grow), height = (int)lroundf(cmd->rect.h * grow);
    if (width <= 0 || height <= 0 || width > LARGEST_PICTURE || height > LARGEST_PICTURE)
        return NULL;
    struct key key = picture_key(PICTURE_MASK, cmd->colour);
    const int64_t parts[] = {(int64_t)cmd->mask, width, height, lroundf(cmd->angle * 8),
                             lroundf(cmd->stroke * 256)};
    key_add(&key, parts, sizeof parts);
    const struct cached *picture = texture_cache_get(&r->cache, key);
    if (picture)
        return picture;
    uint8_t *alpha = render_alpha(r, (size_t)width * (size_t)height);
    mask_draw(cmd->mask, width, height, cmd->angle, cmd->stroke, alpha);
    return render_keep_alpha(r, key, width, height, alpha, cmd->colour);
}

SDL_Rect render_mask_place(const struct draw_cmd *cmd, const struct cached *picture)
{
    struct point centre = rect_centre(cmd->rect);
    return (SDL_Rect){(int)lroundf(centre.x - (float)picture->width / 2),
                      (int)lroundf(centre.y - (float)picture->height / 2), picture->width,
                      picture->height};
}

void render_mask(struct render *r, const struct draw_cmd *cmd)
{
    const struct cached *picture = render_mask_picture(r, cmd);
    if (!picture)
        return;
    SDL_Rect place = render_mask_place(cmd, picture);
    render_copy(r, picture, place.x, place.y, cmd->colour.a);
}

// The edges of a shadow are drawn in pieces of this length: stretched ones would be slow, and
// not look the same where they are clipped.
enum { SHADOW_EDGE = 64 };

// How dark a shadow is at `t` from -1 (outside) to 1 (inside), along one axis.
static float shade(float t)
{
    float s = (fminf(t, 1) + 1) / 2;
    return s * s * (3 - 2 * s);
}

// Four corners of `2 * blur` pixels and between them a piece of each edge.
static const struct cached *shadow_picture(struct render *r, int blur, struct colour colour)
{
    struct key key = picture_key(PICTURE_SHADOW, colour);
    key_add_int(&key, blur);
    const struct cached *picture = texture_cache_get(&r->cache, key);
    if (picture)
        return picture;
    int corner = 2 * blur, side = 2 * corner + SHADOW_EDGE;
    uint8_t *alpha = render_alpha(r, (size_t)side * (size_t)side);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            float dx = (float)SDL_min(x, side - 1 - x) / (float)blur - 1;
            float dy = (float)SDL_min(y, side - 1 - y) / (float)blur - 1;
            alpha[y * side + x] = (uint8_t)(255 * shade(dx) * shade(dy) + .5F);
        }
    }
    return render_keep_alpha(r, key, side, side, alpha, colour);
}

static int shadow_blur(const struct draw_cmd *cmd, SDL_Rect box)
{
    int most = SDL_min(box.w, box.h) / 2;
    return SDL_clamp((int)lroundf(cmd->radius), 4, SDL_max(4, SDL_min(25, most)));
}

SDL_Rect render_shadow_place(const struct draw_cmd *cmd)
{
    SDL_Rect box = pixel_rect(cmd->rect);
    int blur = shadow_blur(cmd, box);
    // A box smaller than its corners has them overlap, and reach further.
    int width = SDL_max(box.w, 2 * blur), height = SDL_max(box.h, 2 * blur);
    return (SDL_Rect){box.x - blur, box.y - blur + blur / 2, width + 2 * blur,
                      height + 2 * blur};
}

/// Draws the part `from` of a shadow's picture as often as it takes to fill `to`.
static void tile_shadow(struct render *r, const struct cached *picture, SDL_Rect from,
                        SDL_Rect to, uint8_t alpha)
{
    for (int y = 0; y < to.h; y += from.h) {
        for (int x = 0; x < to.w; x += from.w) {
            int width = SDL_min(from.w, to.w - x), height = SDL_min(from.h, to.h - y);
            render_copy_part(r, picture, (SDL_Rect){from.x, from.y, width, height},
                             (SDL_Rect){to.x + x, to.y + y, width, height}, alpha);
        }
    }
}

// The middle is left out: what throws the shadow lies on it.
void render_shadow(struct render *r, const struct draw_cmd *cmd)
{
    SDL_Rect box = pixel_rect(cmd->rect);
    int blur = shadow_blur(cmd, box), corner = 2 * blur;
    const struct cached *p = shadow_picture(r, blur, cmd->colour);
    int x[] = {box.x - blur, box.x + blur, box.x + box.w - blur};
    int y[] = {box.y - blur + blur / 2, box.y + blur + blur / 2,
               box.y + box.h - blur + blur / 2};
    int from[] = {0, corner, corner + SHADOW_EDGE}, size[] = {corner, SHADOW_EDGE, corner};
    int wide[] = {corner, x[2] - x[1], corner}, high[] = {corner, y[2] - y[1], corner};
    for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
            if (row != 1 || column != 1) {
                tile_shadow(r, p, (SDL_Rect){from[column], from[row], size[column], size[row]},
                            (SDL_Rect){x[column], y[row], wide[column], high[row]},
                            cmd->colour.a);
            }
        }
    }
}

void render_prepare_shape(struct render *r, const struct draw_cmd *cmd)
{
    SDL_Rect box = pixel_rect(cmd->rect);
    int radius = cmd->corners ? corner_radius(cmd, box) : 0;
    if (cmd->kind == DRAW_SHADOW) {
        shadow_picture(r, shadow_blur(cmd, box), cmd->colour);
    } else if (radius > 0) {
        corner_picture(r, radius, cmd->kind == DRAW_STROKE ? stroke_px(cmd) : 0, cmd->colour);
    }
}
