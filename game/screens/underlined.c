#include "screens/underlined.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"

/// The underlines of one run, whose text starts at character `at` of the spelling; `start` is
/// the left end of its baseline.
static void underline_run(struct ui *ui, const struct wrapped *wrapped,
                          const struct wrap_run *run, const bool *marks, struct point start,
                          struct colour colour)
{
    struct text_style style = {.face = run->face};
    style.size_u = (float)wrapped->size_px / (ui->u * ui->text_scale);
    float thick = fmaxf(ui_stroke_px(ui, 0.4F), 2);
    const char *end = run->text + strlen(run->text);
    int i = 0;
    for (const char *at = run->text; at < end; i++) {
        const char *from = at;
        text_next(&at, end);
        if (!marks[i])
            continue;
        const char *before = arena_text(ui->arena, run->text, (size_t)(from - run->text));
        const char *with = arena_text(ui->arena, run->text, (size_t)(at - run->text));
        float x = ui_label_width(ui, style, before);
        float width = ui_label_width(ui, style, with) - x;
        if (run->is_rtl)
            x = run->width - x - width;
        struct rect line = {start.x + x, start.y + thick, width, thick};
        ui_fill(ui, line, 0, colour);
    }
}

/// Skips the blanks of `text` that wrapping dropped before `run`; returns how many.
static int dropped_before(const char **text, const struct wrap_run *run)
{
    int count = 0;
    while (**text && (**text == ' ' || **text == '\n') && **text != run->text[0]) {
        (*text)++;
        count++;
    }
    return count;
}

void underlined_draw(struct ui *ui, const struct wrapped *wrapped, struct rect rect,
                     const struct spelling *spelling, struct colour colour, struct colour mark)
{
    wrapped_draw(ui, wrapped, rect, ALIGN_START, colour);
    if (!spelling->marks)
        return;
    const char *text = spelling->text;
    int at = 0;
    for (int i = 0; i < wrapped->line_count; i++) {
        const struct wrap_line *line = &wrapped->lines[i];
        if (line->run_count != 1)
            return; // both directions in one line: the letters are not in the order of the text
        const struct wrap_run *run = &line->runs[0];
        at += dropped_before(&text, run);
        float middle = rect.y + ((float)i + 0.5F) * wrapped->line_px;
        struct point start = {line->is_rtl ? rect.x + rect.w - line->width : rect.x,
                              middle + (float)wrapped->size_px * TEXT_CAP_EM / 2};
        underline_run(ui, wrapped, run, spelling->marks + at, start, mark);
        at += (int)text_count(run->text);
        text += strlen(run->text);
    }
}
