#include "screens/guide.h"

#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "formats/bank_guide.h"
#include "ui/widget.h"

static const struct text_style heading_style = {FACE_SEMIBOLD, 2.7F, 1.3F};
static const struct text_style text_style = {FACE_REGULAR, 2.7F, 1.3F};
static const struct text_style code_style = {FACE_MONO, 2.4F, 1.4F};

/// A paragraph.
struct block {
    enum { GUIDE_TEXT, GUIDE_HEADING, GUIDE_CODE } kind;

    const char *words;
    struct wrapped text;
    float before, height; // pixels; the gap above, and all but that
};

/// The page in the making.
struct page {
    struct ui *ui;
    struct block *blocks;
    int count;
    float width, height;
};

enum { BLOCKS_MOST = 9 + 3 * KIND_COUNT };

static const float edge_u = 1.2F; // room for the focus ring

static float padding(const struct ui *ui)
{
    return 1.2F * ui->u;
}

static void add(struct page *page, struct block block)
{
    struct ui *ui = page->ui;
    bool is_code = block.kind == GUIDE_CODE;
    const struct text_style *style = block.kind == GUIDE_HEADING ? &heading_style
                                     : is_code                   ? &code_style
                                                                 : &text_style;
    float around = is_code ? padding(ui) : 0;
    float width = is_code ? page->width - 2 * around : fminf(page->width, 122 * ui->u);
    block.text = wrap_text(ui, *style, block.words, width);
    block.before = (block.kind == GUIDE_HEADING ? 2.6F : 1.2F) * ui->u;
    block.height = wrapped_height(&block.text) + 2 * around;
    if (page->count)
        page->height += block.before;
    page->height += block.height;
    page->blocks[page->count++] = block;
}

static void add_text(struct page *page, const char *words)
{
    add(page, (struct block){.kind = GUIDE_TEXT, .words = words});
}

static void add_heading(struct page *page, const char *words)
{
    add(page, (struct block){.kind = GUIDE_HEADING, .words = words});
}

static void add_code(struct page *page, const char *words)
{
    add(page, (struct block){.kind = GUIDE_CODE, .words = words});
}

static void add_kinds(struct page *page)
{
    add_heading(page, _("The nine kinds"));
    add_text(page, _("You need not say which kind a question is: its fields do. Write answers "
                     "as text, never as a position."));
    for (int i = 0; i < KIND_COUNT; i++) {
        const struct bank_guide_kind *kind = &bank_guide_kinds[i];
        add_text(page,
                 fill_text(page->ui->arena, _("{1}: {2}"), kind->name, _(kind->sign), NULL));
        add_code(page, kind->line);
    }
}

static struct page lay_out(const struct game *game, struct ui *ui, float width)
{
    struct arena *arena = ui->arena;
    struct page page = {.ui = ui, .width = width};
    page.blocks = ARENA_ARRAY(arena, BLOCKS_MOST, struct block);
    add_text(&page, _("A bank is a JSON file: a title and a list of questions. Any text editor "
                      "will do."));
    add_heading(&page, _("Ten lines that work"));
    add_code(&page, bank_guide_example);
    add_text(&page, _("Save them as first.json, then drop the file on this window or open it "
                      "with Ctrl+O."));
    if (game->paths) {
        add_text(&page, fill_text(arena,
                                  _("In this folder they are there whenever Quartet "
                                    "starts: {1}"),
                                  game->paths->questions_dir, NULL));
    }
    add_heading(&page, _("What the checker says"));
    add_text(&page, _("\"quartet check first.json\" finds each mistake and says what to write. "
                      "The window says the same, and plays all the other questions."));
    add_code(&page, arena_printf(arena, "%s\n%5d |%s", bank_guide_says, BANK_GUIDE_MISTAKE_LINE,
                                 bank_guide_mistake));
    add_kinds(&page);
    if (game->paths && game->paths->installed_dir) {
        add_text(&page,
                 fill_text(arena, _("All the fields stand in {1}."),
                           arena_printf(arena, "%s/README.md", game->paths->installed_dir),
                           NULL));
    }
    return page;
}

static void draw_block(struct ui *ui, const struct block *block, struct rect rect)
{
    struct colour colour = ui->theme->text;
    if (block->kind == GUIDE_CODE) {
        ui_fill(ui, rect, 1.2F * ui->u, ui->theme->surface2);
        rect = rect_inset(rect, padding(ui));
    } else if (block->kind == GUIDE_HEADING) {
        colour = ui->theme->accent;
    }
    wrapped_draw(ui, &block->text, rect, ALIGN_START, colour);
}

void guide_draw(const struct game *game, struct ui *ui, struct rect rect, int region, int row)
{
    float edge = edge_u * ui->u;
    struct page page = lay_out(game, ui, rect.w - 2 * edge - 2 * ui->u);
    float up = ui_scroll_begin(ui, region, rect, page.height + 2 * edge);
    struct rect rest = {rect.x + edge, rect.y + edge - up, page.width, page.height};
    for (int i = 0; i < page.count; i++) {
        const struct block *block = &page.blocks[i];
        if (i)
            rect_cut_top(&rest, block->before);
        struct rect at = rect_cut_top(&rest, block->height);
        draw_block(ui, block, at);
        ui_focus_ring(ui, row, i, at, 0.8F * ui->u);
        ui_area(ui, at, row, i, AREA_REST, block->words);
    }
    ui_scroll_end(ui);
}
