#include <math.h>
#include <string.h>

#include "sdl/render_parts.h"

/// The size that the picture has when nothing is squeezed: in that it is made, once.
static SDL_Point whole_size(const struct draw_cmd *cmd)
{
    float share = fmaxf(1 - cmd->squeeze, 0.001F);
    return (SDL_Point){(int)lroundf(cmd->rect.w / share), (int)lroundf(cmd->rect.h)};
}

struct key render_file_key(const struct render *r, const struct draw_cmd *cmd)
{
    SDL_Point size = whole_size(cmd);
    struct key key = picture_key(PICTURE_FILE, (struct colour){0});
    key_add_int(&key, size.x);
    key_add_int(&key, size.y);
    key_add_int(&key, lroundf(cmd->radius));
    key_add_int(&key, r->pictures ? pictures_version(r->pictures) : 0);
    key_add(&key, cmd->picture.folder, strlen(cmd->picture.folder) + 1);
    key_add(&key, cmd->picture.file, strlen(cmd->picture.file) + 1);
    return key;
}

const struct cached *render_file_picture(struct render *r, const struct draw_cmd *cmd)
{
    if (!r->pictures)
        return NULL;
    struct key key = render_file_key(r, cmd);
    const struct cached *picture = texture_cache_get(&r->cache, key);
    if (picture)
        return picture;
    SDL_Point size = whole_size(cmd);
    const SDL_Surface *surface =
        pictures_sized(r->pictures, cmd->picture, size.x, size.y, (int)lroundf(cmd->radius));
    if (!surface)
        return NULL;
    struct cached made = {.width = size.x, .height = size.y};
    made.texture = SDL_CreateTexture(r->renderer, SDL_PIXELFORMAT_ARGB8888,
                                     SDL_TEXTUREACCESS_STATIC, size.x, size.y);
    if (made.texture) {
        SDL_UpdateTexture(made.texture, NULL, surface->pixels, surface->pitch);
        SDL_SetTextureBlendMode(made.texture, SDL_BLENDMODE_BLEND);
    }
    return texture_cache_put(&r->cache, key, made);
}

SDL_Rect render_file_place(const struct draw_cmd *cmd, const struct cached *picture)
{
    int width = cmd->squeeze > 0 ? (int)lroundf(cmd->rect.w) : picture->width;
    return (SDL_Rect){(int)lroundf(cmd->rect.x), (int)lroundf(cmd->rect.y), width,
                      picture->height};
}

void render_file(struct render *r, const struct draw_cmd *cmd)
{
    const struct cached *picture = render_file_picture(r, cmd);
    if (!picture)
        return;
    SDL_Rect from = {0, 0, picture->width, picture->height};
    SDL_Rect to = render_file_place(cmd, picture);
    if (to.w > 0)
        render_copy_part(r, picture, from, to, cmd->colour.a);
}
