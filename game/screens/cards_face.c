#include <math.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/cards.h"
#include "screens/picture.h"
#include "screens/sound.h"
#include "ui/looked.h"
#include "ui/widget.h"

/// A piece of a face: text across it, a list, a picture, or a rule between question and answer.
struct cards_block {
    enum { BLOCK_TEXT, BLOCK_LIST, BLOCK_RULE, BLOCK_SOURCE, BLOCK_PICTURE, BLOCK_SOUND } kind;
    struct wrapped text, other; // other: the right side of pairs that are still to be made
    float gap;                  // above it, pixels
    float height;
    float width;    // of the whole list that it is a line of
    bool is_second; // in text2: the question once more, the explanation
    bool is_link;
    struct picture_box picture;
};

/// The sizes of what stands on a face, from large to small; see LOOK's type table.
struct sizes {
    float prompt, answer, line, more, picture; // of the picture the height
};

static const struct sizes front_sizes[] = {{6.1F, 0, 4.3F, 0, 26},
                                           {5.2F, 0, 3.8F, 0, 24},
                                           {4.3F, 0, 3.3F, 0, 20},
                                           {3.6F, 0, 3.1F, 0, 16}};
static const struct sizes back_sizes[] = {{3.6F, 8.4F, 4.3F, 3.1F, 18},
                                          {3.6F, 6.1F, 4.3F, 3.1F, 16},
                                          {3.3F, 5.2F, 3.8F, 3.1F, 14},
                                          {3.1F, 4.3F, 3.3F, 2.9F, 12},
                                          {2.9F, 3.6F, 3.1F, 2.6F, 12}};

enum { FRONT_SIZES = 4, BACK_SIZES = 5, BLOCKS_BESIDE_LINES = 11 };

/// What a face is made of, in the making.
struct maker {
    const struct ui *ui;
    struct cards_block *blocks;
    int count;
    float width, height;
};

static struct cards_block *add(struct maker *m, struct cards_block block)
{
    if (!m->count)
        block.gap = 0;
    m->height += block.gap + block.height;
    m->blocks[m->count] = block;
    return &m->blocks[m->count++];
}

static void add_text(struct maker *m, struct text_style style, const char *text, float gap_u,
                     bool is_second)
{
    struct cards_block block = {.kind = BLOCK_TEXT, .is_second = is_second};
    block.text = wrap_text(m->ui, style, text, m->width);
    block.height = wrapped_height(&block.text);
    block.gap = gap_u * m->ui->u;
    add(m, block);
}

/// A line of a list as it is written.
static const char *line_text(const struct card_face *face, int i, const struct ui *ui)
{
    struct arena *arena = ui->arena;
    const char *text = face->lines[i].text, *all = text ? text : "";
    switch (face->list) {
    case CARD_SORTED:
        all = arena_printf(arena, "%s. %s", fill_number(arena, i + 1), text);
        break;
    case CARD_PAIRS:
        all = arena_printf(arena, "%s – %s", text, face->lines[i].other);
        break;
    case CARD_CHOICES:
    case CARD_MIXED:
    case CARD_ALL:
        all = arena_printf(arena, "• %s", text);
        break;
    case CARD_NO_LIST:
    case CARD_ENDS:
    case CARD_ALSO:
    case CARD_TOLERANCE:
        break;
    }
    return looked_keep(ui, looked_keep(ui, all, text), face->lines[i].other);
}

static void add_list(struct maker *m, const struct card_face *face, float size_u)
{
    const struct text_style style = {FACE_MEDIUM, size_u, 1.24F};
    bool is_double = face->list == CARD_ENDS;
    float room = is_double ? (m->width - 4 * m->ui->u) / 2 : m->width, widest = 0;
    int first = m->count;
    for (int i = 0; i < face->line_count; i++) {
        struct cards_block block = {.kind = BLOCK_LIST, .gap = (i ? 0.9F : 2) * m->ui->u};
        block.text = wrap_text(m->ui, style, line_text(face, i, m->ui), room);
        block.height = wrapped_height(&block.text);
        widest = fmaxf(widest, block.text.width);
        if (is_double) {
            block.other = wrap_text(m->ui, style, face->lines[i].other, room);
            block.height = fmaxf(block.height, wrapped_height(&block.other));
        }
        add(m, block);
    }
    for (int i = first; i < m->count; i++)
        m->blocks[i].width = is_double ? m->width : widest;
}

/// "Also right: the Netherlands, Holland", or how far off a number may be.
static void add_also(struct maker *m, const struct card_face *face, float size_u)
{
    const char *all = "";
    for (int i = 0; i < face->line_count; i++)
        all = arena_printf(m->ui->arena, "%s%s%s", all, i ? ", " : "", face->lines[i].text);
    if (face->list == CARD_ALSO)
        all = fill_text(m->ui->arena, _("Also right: {1}"), all, NULL);
    for (int i = 0; i < face->line_count; i++)
        looked_keep(m->ui, all, face->lines[i].text);
    add_text(m, (struct text_style){FACE_REGULAR, size_u, 1.3F}, all, 1.2F, true);
}

static void add_lines(struct maker *m, const struct card_face *face, const struct sizes *sizes)
{
    if (face->list == CARD_ALSO || face->list == CARD_TOLERANCE) {
        add_also(m, face, fmaxf(sizes->more, 2.6F));
    } else if (face->list != CARD_NO_LIST) {
        add_list(m, face, sizes->line);
    }
}

/// Picture and sound belong to the text of the question, which is on the back of a reversed
/// card.
static void add_media(struct maker *m, const struct cards_shown *shown,
                      const struct sizes *sizes)
{
    struct cards_block block = {.kind = BLOCK_PICTURE, .gap = 2 * m->ui->u};
    block.picture = picture_lay_out(m->ui, shown->folder, shown->question, m->width,
                                    sizes->picture * m->ui->u);
    block.height = block.picture.height;
    if (block.height > 0)
        add(m, block);
    block.kind = BLOCK_SOUND;
    block.height = sound_button_height(m->ui, shown->question);
    if (block.height > 0)
        add(m, block);
}

static void make_front(struct maker *m, const struct cards_shown *shown,
                       const struct sizes *sizes)
{
    const struct card_face *face = &shown->faces.front;
    if (face->text) {
        add_text(m, (struct text_style){FACE_DISPLAY, sizes->prompt, 1.18F},
                 play_keep_looks(m->ui, face->text, shown->question), 0, false);
    }
    if (!shown->faces.is_reversed)
        add_media(m, shown, sizes);
    add_lines(m, face, sizes);
}

static void add_source(struct maker *m, const struct source *source)
{
    const char *text = source->title ? source->title : source->url;
    if (!text || m->ui->is_compact)
        return;
    const struct text_style style = {FACE_REGULAR, 2.5F, 1.24F};
    struct cards_block block = {
        .kind = BLOCK_SOURCE, .gap = 2 * m->ui->u, .is_link = source->url != NULL};
    block.text = wrap_text(m->ui, style, text, m->width - 9 * m->ui->u);
    block.height = wrapped_height(&block.text);
    add(m, block);
}

static void make_back(struct maker *m, const struct cards_shown *shown,
                      const struct sizes *sizes)
{
    const struct card_faces *faces = &shown->faces;
    const struct question_extras *extras = shown->question->extras;
    float tight = m->ui->is_compact ? 0.6F : 1;
    if (faces->front.text) {
        add_text(m, (struct text_style){FACE_REGULAR, sizes->prompt, 1.25F},
                 play_keep_looks(m->ui, faces->front.text, shown->question), 0, true);
        if (!faces->is_reversed)
            add_media(m, shown, sizes);
        add(m, (struct cards_block){.kind = BLOCK_RULE,
                                    .gap = 1.6F * tight * m->ui->u,
                                    .height = ui_stroke_px(m->ui, 0.3F)});
    }
    if (faces->back.text) {
        add_text(m, (struct text_style){FACE_DISPLAY_BOLD, sizes->answer, 1.2F},
                 faces->back.text, 2 * tight, false);
    }
    if (faces->is_reversed)
        add_media(m, shown, sizes);
    add_lines(m, &faces->back, sizes);
    if (shown->said) {
        add_text(m, (struct text_style){FACE_MEDIUM, fmaxf(sizes->more, 2.6F), 1.3F},
                 fill_text(m->ui->arena, _("You said: {1}"), shown->said, NULL), 1.6F * tight,
                 false);
    }
    if (extras && extras->explanation) {
        add_text(m, (struct text_style){FACE_REGULAR, sizes->more, 1.36F}, extras->explanation,
                 2.4F * tight, true);
    }
    if (extras)
        add_source(m, &extras->source);
}

/// Whether nothing is too high, and no word too wide.
static bool fits(const struct maker *m, float height)
{
    for (int i = 0; i < m->count; i++) {
        if (m->blocks[i].text.has_split_word || m->blocks[i].other.has_split_word)
            return false;
    }
    return m->height <= height;
}

struct cards_face cards_face_lay_out(const struct cards_shown *shown, bool is_back,
                                     const struct ui *ui, float width, float height)
{
    const struct card_faces *faces = &shown->faces;
    int sizes = is_back ? BACK_SIZES : FRONT_SIZES;
    int room = faces->front.line_count + faces->back.line_count + BLOCKS_BESIDE_LINES;
    struct maker m = {0};
    for (int i = 0; i < sizes; i++) {
        m = (struct maker){.ui = ui, .width = width};
        m.blocks = ARENA_ARRAY(ui->arena, room, struct cards_block);
        if (is_back) {
            make_back(&m, shown, &back_sizes[i]);
        } else {
            make_front(&m, shown, &front_sizes[i]);
        }
        if (fits(&m, height))
            break;
    }
    return (struct cards_face){.blocks = m.blocks, .count = m.count, .height = m.height};
}

struct cards_face cards_face_take_source(struct cards_face *face)
{
    if (!face->count || face->blocks[face->count - 1].kind != BLOCK_SOURCE)
        return (struct cards_face){0};
    const struct cards_block *source = &face->blocks[--face->count];
    face->height -= source->gap + source->height;
    return (struct cards_face){
        .blocks = source, .count = 1, .height = source->gap + source->height};
}

static void draw_source(struct ui *ui, const struct cards_block *block, struct rect rect,
                        bool is_live)
{
    float icon = block->is_link ? 3.4F * ui->u : 0;
    struct rect whole = {rect.x + (rect.w - block->text.width - icon) / 2, rect.y,
                         block->text.width + icon, block->height};
    struct rect text = whole;
    if (block->is_link) {
        struct point at = {whole.x + 1.2F * ui->u, whole.y + block->text.line_px / 2};
        ui_icon(ui, MASK_LINK, at, 1.15F * ui->u, 0.24F, ui->theme->text3);
        rect_cut_left(&text, icon);
    }
    wrapped_draw(ui, &block->text, text, ALIGN_START, ui->theme->text3);
    if (!block->is_link || !is_live)
        return;
    if (ui->state->device == DEVICE_KEYBOARD) {
        ui_keycap(ui, whole.x + whole.w + 1.4F * ui->u, whole.y + block->text.line_px / 2, "O",
                  ui->theme->text3);
    }
    struct rect area = rect_inset(whole, -ui->u);
    ui_focus_ring(ui, CARDS_SOURCE, 0, area, 0.8F * ui->u);
    ui_area(ui, area, CARDS_SOURCE, 0, 0, _("Source"));
}

static void draw_list(struct ui *ui, const struct cards_block *block, struct rect rect)
{
    rect.x += (rect.w - block->width) / 2;
    rect.w = block->width;
    wrapped_draw(ui, &block->text, rect, ALIGN_START, ui->theme->text);
    if (block->other.line_count) {
        rect_cut_left(&rect, rect.w / 2 + 2 * ui->u);
        wrapped_draw(ui, &block->other, rect, ALIGN_START, ui->theme->text);
    }
}

void cards_face_draw(struct ui *ui, const struct cards_face *face, struct rect rect,
                     bool is_live)
{
    for (int i = 0; i < face->count; i++) {
        const struct cards_block *block = &face->blocks[i];
        struct rect at = {rect.x, rect.y + block->gap, rect.w, block->height};
        rect.y += block->gap + block->height;
        switch (block->kind) {
        case BLOCK_TEXT:
            wrapped_draw(ui, &block->text, at, ALIGN_CENTRE,
                         block->is_second ? ui->theme->text2 : ui->theme->text);
            break;
        case BLOCK_LIST:
            draw_list(ui, block, at);
            break;
        case BLOCK_RULE:
            at.x += (at.w - 18 * ui->u) / 2;
            at.w = 18 * ui->u;
            ui_fill(ui, at, at.h / 2, ui->theme->line);
            break;
        case BLOCK_SOURCE:
            draw_source(ui, block, at, is_live);
            break;
        case BLOCK_PICTURE:
            picture_draw(ui, &block->picture, at);
            if (is_live)
                picture_area(ui, &block->picture, at, CARDS_PICTURE, AREA_SWIPE);
            break;
        case BLOCK_SOUND:
            if (is_live)
                sound_button(ui, at, true, CARDS_SOUND);
            break;
        }
    }
}
