#include "screens/spelling.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"

struct spelling spelling_plain(const char *text)
{
    return (struct spelling){.text = text};
}

static int characters(const char *text, uint32_t out[SPELLING_MAX])
{
    int count = 0;
    for (const char *end = text + strlen(text); text < end && count < SPELLING_MAX; count++)
        out[count] = text_next(&text, end);
    return count;
}

/// lengths[i][j] becomes the length of a longest common subsequence of a from i and b from j.
static void fill(const uint32_t *a, int a_count, const uint32_t *b, int b_count,
                 uint8_t (*lengths)[SPELLING_MAX + 1])
{
    for (int i = a_count - 1; i >= 0; i--) {
        for (int j = b_count - 1; j >= 0; j--) {
            uint8_t without =
                lengths[i + 1][j] > lengths[i][j + 1] ? lengths[i + 1][j] : lengths[i][j + 1];
            lengths[i][j] = a[i] == b[j] ? (uint8_t)(lengths[i + 1][j + 1] + 1) : without;
        }
    }
}

void spelling_compare(const char *typed, const char *right, struct arena *arena,
                      struct spelling *typed_out, struct spelling *right_out)
{
    *typed_out = spelling_plain(text_fold(arena, typed, 0, NULL));
    *right_out = spelling_plain(text_fold(arena, right, 0, NULL));
    if (text_count(typed_out->text) > SPELLING_MAX ||
        text_count(right_out->text) > SPELLING_MAX)
        return;
    uint32_t a[SPELLING_MAX], b[SPELLING_MAX];
    int a_count = characters(typed_out->text, a), b_count = characters(right_out->text, b);
    uint8_t(*lengths)[SPELLING_MAX + 1] =
        arena_alloc(arena, (size_t)(a_count + 1) * sizeof *lengths, 1);
    fill(a, a_count, b, b_count, lengths);
    bool *a_marks = ARENA_ARRAY(arena, a_count + 1, bool);
    bool *b_marks = ARENA_ARRAY(arena, b_count + 1, bool);
    int i = 0, j = 0;
    while (i < a_count || j < b_count) {
        if (i < a_count && j < b_count && a[i] == b[j]) {
            i++, j++;
        } else if (j == b_count || (i < a_count && lengths[i + 1][j] >= lengths[i][j + 1])) {
            a_marks[i++] = true;
        } else {
            b_marks[j++] = true;
        }
    }
    typed_out->marks = a_marks;
    right_out->marks = b_marks;
}

/// The underlines of one run, whose text starts at character `at` of the spelling; `start` is
/// the left end of its baseline.
static void underline_run(struct ui *ui, const struct wrapped *wrapped,
                          const struct wrap_run *run, const bool *marks, struct point start,
                          struct colour colour)
{
    struct text_style style = {.face = wrapped->face};
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

void spelling_draw(struct ui *ui, const struct wrapped *wrapped, struct rect rect,
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
