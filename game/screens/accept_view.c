#include <math.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/accept.h"
#include "screens/play.h"
#include "ui/key_button.h"

static const struct text_style diff_style = {FACE_MONO, 2.6F, 1.3F};

static struct colour line_colour(const struct ui *ui, char sign)
{
    return sign == '+' ? ui->theme->text : sign == '-' ? ui->theme->text2 : ui->theme->text3;
}

/// A line that is put in stands out from the page in each theme, also without its colour: with
/// a bar before it.
static void draw_added(struct ui *ui, struct rect row)
{
    const struct theme *t = ui->theme;
    ui_fill(ui, row, 0, colour_mix(t->surface, t->accent, 0.18F));
    ui_fill(ui, rect_cut_left(&row, ui_stroke_px(ui, 0.5F)), 0, t->accent);
}

/// Draws the lines of a diff, or only measures them with a NULL `at`. Returns how high they
/// are.
static float diff_lines(struct ui *ui, const char *diff, float width, const struct rect *at)
{
    float height = 0;
    while (*diff) {
        size_t len = strcspn(diff, "\n");
        struct wrapped line =
            wrap_text(ui, diff_style, arena_text(ui->arena, diff, len), width - 2 * ui->u);
        float line_height = wrapped_height(&line);
        if (at) {
            struct rect row = {at->x, at->y + height, width, line_height};
            if (*diff == '+')
                draw_added(ui, row);
            row.x += ui->u;
            wrapped_draw(ui, &line, row, ALIGN_START, line_colour(ui, *diff));
        }
        height += line_height;
        diff += len + (diff[len] == '\n');
    }
    return height;
}

/// The diff without its head: which file it is of is said in words, and there is one change.
static const char *body_of(const char *diff)
{
    const char *hunk = strstr(diff, "\n@@");
    const char *end = hunk ? strchr(hunk + 1, '\n') : NULL;
    return end ? end + 1 : diff;
}

static void draw_diff(const struct accept_page *page, struct ui *ui, struct rect rest)
{
    const char *diff = body_of(page->diff);
    float width = rest.w - 2 * ui->u;
    float height = diff_lines(ui, diff, width, NULL);
    float up = ui_page_begin(ui, ACCEPT_REGION, 1, rest, height);
    struct rect flow = {rest.x, rest.y - up, width, height};
    diff_lines(ui, diff, width, &flow);
    ui_scroll_end(ui);
}

/// Yes at the place of the primary, No left of it or above; or one button that leads back.
static void draw_buttons(const struct accept_page *page, struct ui *ui, struct rect *rest)
{
    bool is_asked = page->diff && !page->done;
    const struct key_button yes = {.kind = BUTTON_PRIMARY,
                                   .label = _("Write it"),
                                   .key = "Y",
                                   .pad = PAD_WEST,
                                   .id = ACCEPT_YES,
                                   .flags = AREA_PRIMARY | AREA_FIRST};
    const struct key_button no = {.kind = BUTTON_QUIET,
                                  .label = _("Leave it"),
                                  .key = "N",
                                  .pad = PAD_NORTH,
                                  .id = ACCEPT_NO};
    struct rect primary = play_primary(ui, rest);
    if (!is_asked) {
        ui_button(ui, primary, BUTTON_PRIMARY, _("Back"), ACCEPT_NO, 0,
                  AREA_PRIMARY | AREA_FIRST);
        return;
    }
    float gap = 2 * ui->u, width = ui_key_button_width(ui, &no) * ui->u;
    struct rect other = {primary.x - gap - width, primary.y, width, primary.h};
    if (other.x < rest->x) {
        other = (struct rect){rest->x, primary.y - primary.h - gap, rest->w, primary.h};
        rest->h = fminf(rest->h, other.y - gap - rest->y);
    }
    ui_key_button(ui, other, &no);
    ui_key_button(ui, primary, &yes);
}

void accept_page_view(const struct accept_page *page, struct ui *ui)
{
    struct rect rest = ui_page(ui, _("Accept it from now on?"));
    rest.h = ui->page.y + ui->page.h - 4 * ui->u - rest.y;
    draw_buttons(page, ui, &rest);
    if (!page->answer)
        return;
    const char *words = page->done    ? page->done
                        : page->fault ? page->fault
                                      : fill_text(ui->arena,
                                                  _("“{1}” becomes an answer that the bank "
                                                    "accepts. This is what changes in {2}:"),
                                                  page->answer, file_name(page->path), NULL);
    float height = ui_paragraph(ui, rest, style_body, ALIGN_START,
                                page->fault ? ui->theme->warn : ui->theme->text, words);
    rect_cut_top(&rest, height + 2 * ui->u);
    if (page->diff && !page->done)
        draw_diff(page, ui, rest);
}
