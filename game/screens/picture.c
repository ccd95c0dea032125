#include "screens/picture.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "store/file.h"
#include "ui/widget.h"

// How much a picture is enlarged at most, and what stands for one whose size is not known yet.
static const float enlarged_most = 2, usual_ratio = 4.0F / 3;

static const float least_hit_px = 24; // WCAG 2.2, 2.5.8

static const struct text_style why_style = {FACE_SEMIBOLD, 2.4F, 1.3F};
static const struct text_style instead_style = {FACE_REGULAR, 2.6F, 1.3F};

static const char *why_of(enum picture_state state)
{
    switch (state) {
    case PICTURE_WAITING:
    case PICTURE_READY:
        break;
    case PICTURE_MISSING:
        return _("The picture is not there. Put it beside its bank.");
    case PICTURE_OUTSIDE:
        return _("The picture is out of the folder of its bank. Copy it there.");
    case PICTURE_TOO_HEAVY:
        return _("The picture has more than 8 MiB. Save it smaller.");
    case PICTURE_TOO_LARGE:
        return _("The picture has more than 4096 pixels a side. Save it smaller.");
    case PICTURE_BROKEN:
        return _("The picture is damaged. Save it again as PNG, JPEG or WebP.");
    case PICTURE_NO_READER:
        return _("Pictures need the package libsdl2-image-2.0-0.");
    }
    return "";
}

const char *picture_folder(const struct game *game, const struct bank *bank,
                           struct arena *arena)
{
    // While a newer version of a file is in the library, questions of the one before are still
    // in play.
    int at = game->bank_at;
    for (int i = 0; i < game->library.count; i++) {
        if (game->library.entries[i].file.bank == bank)
            at = i;
    }
    if (at < 0 || at >= game->library.count)
        return NULL;
    return file_folder(arena, game->library.entries[at].path);
}

bool picture_is_beside(const struct ui *ui)
{
    return ui->grid != UI_TALL && ui->text_scale < 1.4F;
}

static bool is_shown(enum picture_state state)
{
    return state == PICTURE_WAITING || state == PICTURE_READY;
}

static float padding(const struct ui *ui)
{
    return 1.6F * ui->u;
}

static float sign_width(const struct ui *ui)
{
    return 3.6F * ui->u;
}

static void size_words(const struct ui *ui, struct picture_box *box, const char *alt,
                       float width)
{
    box->width = floorf(fminf(width, 60 * ui->u * ui->text_scale));
    float inner = box->width - 2 * padding(ui);
    box->why = wrap_text(ui, why_style, why_of(box->state), inner - sign_width(ui));
    box->height = wrapped_height(&box->why) + 2 * padding(ui);
    if (alt) {
        box->instead = wrap_text(ui, instead_style, alt, inner);
        box->height += wrapped_height(&box->instead) + 0.8F * ui->u;
    }
    box->height = ceilf(box->height);
}

struct picture_box picture_lay_out_name(const struct ui *ui, struct picture_name name,
                                        const char *alt, float width, float height,
                                        float enlarged)
{
    struct picture_box box = {.name = name};
    struct picture_info info = ui_look_at_picture(ui, name);
    box.state = info.state;
    if (!is_shown(info.state)) {
        size_words(ui, &box, alt, width);
        return box;
    }
    float most = INFINITY, ratio = usual_ratio;
    if (info.width > 0) {
        most = enlarged * (float)info.width;
        ratio = (float)info.width / (float)info.height;
    }
    box.width = fmaxf(1, floorf(fminf(fminf(width, most), height * ratio)));
    box.height = fmaxf(1, roundf(box.width / ratio));
    return box;
}

struct picture_box picture_lay_out(const struct ui *ui, const char *folder,
                                   const struct question *question, float width, float height)
{
    if (!picture_is_there(question) || !folder)
        return (struct picture_box){0};
    const struct question_extras *extras = question->extras;
    return picture_lay_out_name(ui, (struct picture_name){folder, extras->image},
                                extras->image_alt, width, height, enlarged_most);
}

bool picture_is_seen(const struct picture_box *box)
{
    return box->height > 0 && is_shown(box->state);
}

bool picture_is_there(const struct question *question)
{
    return question && question->extras && question->extras->image;
}

struct step picture_enlarge(struct game *game, const struct bank *bank,
                            const struct question *question)
{
    if (!picture_is_there(question))
        return (struct step){0};
    struct picture_topic *topic = &game->picture;
    struct arena *arena = &topic->arena;
    arena_reset(arena);
    const char *file = question->extras->image, *alt = question->extras->image_alt;
    topic->name.folder = picture_folder(game, bank, arena);
    topic->name.file = arena_text(arena, file, strlen(file));
    topic->alt = alt ? arena_text(arena, alt, strlen(alt)) : NULL;
    return (struct step){.kind = topic->name.folder ? STEP_PUSH : STEP_STAY,
                         .to = SCREEN_PICTURE};
}

/// Where it is when it is drawn from the top of `rect`.
static struct rect place(const struct picture_box *box, struct rect rect)
{
    return (struct rect){roundf(rect.x + (rect.w - box->width) / 2), rect.y, box->width,
                         box->height};
}

void picture_area(struct ui *ui, const struct picture_box *box, struct rect rect, int id,
                  unsigned flags)
{
    if (!picture_is_seen(box))
        return;
    rect = place(box, rect);
    ui_focus_ring(ui, id, 0, rect, 1.2F * ui->u);
    // One that is narrow has to be hit too.
    float wider = fmaxf(0, least_hit_px - rect.w) / 2;
    float higher = fmaxf(0, least_hit_px - rect.h) / 2;
    rect =
        (struct rect){rect.x - wider, rect.y - higher, rect.w + 2 * wider, rect.h + 2 * higher};
    ui_area(ui, rect, id, 0, flags, _("Picture"));
}

static void draw_words(struct ui *ui, const struct picture_box *box, struct rect rect)
{
    ui_outline(ui, rect, 1.2F * ui->u, ui_stroke_px(ui, 0.22F), ui->theme->outline);
    struct rect inner = rect_inset(rect, padding(ui));
    struct rect why = rect_cut_top(&inner, wrapped_height(&box->why));
    struct point sign = {why.x + 1.2F * ui->u, why.y + box->why.line_px / 2};
    ui_icon(ui, MASK_QUESTION, sign, 1.3F * ui->u, 0.24F, ui->theme->warn);
    rect_cut_left(&why, sign_width(ui));
    wrapped_draw(ui, &box->why, why, ALIGN_START, ui->theme->text2);
    rect_cut_top(&inner, 0.8F * ui->u);
    wrapped_draw(ui, &box->instead, inner, ALIGN_START, ui->theme->text);
}

void picture_draw(struct ui *ui, const struct picture_box *box, struct rect rect)
{
    if (box->height <= 0)
        return;
    rect = place(box, rect);
    // What is seen until it is ready, and what keeps its edge from a face of its own colour.
    ui_fill(ui, rect, 1.2F * ui->u, ui->theme->surface2);
    if (is_shown(box->state)) {
        ui_picture(ui, rect, 1.2F * ui->u, box->name);
    } else {
        draw_words(ui, box, rect);
    }
}
