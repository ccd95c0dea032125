#include "screens/problems.h"

#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "ui/widget.h"

enum { PROBLEMS_SHOWN = 20 };

static const char *place_words(const struct place *place, struct arena *arena)
{
    return fill_text(arena, _("Line {1}, column {2}"), fill_number(arena, place->line),
                     fill_number(arena, place->column), NULL);
}

const char *problems_first(const struct diags *diags, struct arena *arena)
{
    if (!diags->count)
        return NULL;
    const struct diag *first = &diags->items[0];
    for (size_t i = 0; first->severity != DIAG_ERROR && i < diags->count; i++)
        first = &diags->items[i];
    if (!first->place.line)
        return first->message;
    return arena_printf(arena, "%s: %s", place_words(&first->place, arena), first->message);
}

static float draw_one(struct ui *ui, struct rect rect, const struct diag *diag)
{
    static const struct text_style mono = {FACE_MONO, 2.4F, 1.3F};
    struct rect rest = rect;
    if (diag->place.line) {
        rect_cut_top(&rest, ui_paragraph(ui, rest, style_label, ALIGN_START, ui->theme->warn,
                                         place_words(&diag->place, ui->arena)));
    }
    rect_cut_top(
        &rest, ui_paragraph(ui, rest, style_body, ALIGN_START, ui->theme->text, diag->message));
    if (diag->excerpt) {
        rect_cut_top(
            &rest, ui_paragraph(ui, rest, mono, ALIGN_START, ui->theme->text3, diag->excerpt));
    }
    return rest.y - rect.y + 2 * ui->u;
}

float problems_draw(struct ui *ui, struct rect rect, const struct diags *diags)
{
    size_t shown = diags->count < PROBLEMS_SHOWN ? diags->count : PROBLEMS_SHOWN;
    size_t found = diags->errors + diags->warnings;
    struct rect rest = rect;
    rest.h = 1e6F;
    for (size_t i = 0; i < shown; i++)
        rect_cut_top(&rest, draw_one(ui, rest, &diags->items[i]));
    if (found > shown) {
        unsigned long more = (unsigned long)(found - shown);
        const char *words =
            fill_text(ui->arena,
                      ngettext("And {1} more. See them all: quartet check",
                               "And {1} more. See them all: quartet check", more),
                      fill_number(ui->arena, (long long)more), NULL);
        rect_cut_top(&rest,
                     ui_paragraph(ui, rest, style_label, ALIGN_START, ui->theme->text3, words));
    }
    return rest.y - rect.y;
}

float problems_height(struct ui *ui, float width, const struct diags *diags)
{
    float alpha = ui->alpha;
    ui->alpha = 0; // measures without drawing
    float height = problems_draw(ui, (struct rect){0, 0, width, 0}, diags);
    ui->alpha = alpha;
    return height;
}
