#include "ui/looked.h"

#include <string.h>

/// A text of the frame whose looks were told.
struct looked {
    struct look_text text;
    size_t end; // of the last part that was told
    struct looked *next;
};

static struct looked *find_told(const struct ui *ui, const char *text)
{
    struct looked *told = ui->frame->looked;
    while (told && told->text.text != text)
        told = told->next;
    return told;
}

const struct look_text *looked_find(const struct ui *ui, const char *text)
{
    const struct looked *told = find_told(ui, text);
    return told ? &told->text : looks_find(ui->looks, text);
}

static struct looked *tell(const struct ui *ui, const char *text)
{
    struct looked *told = ARENA_ARRAY(ui->arena, 1, struct looked);
    *told = (struct looked){.next = ui->frame->looked};
    told->text.text = text;
    return ui->frame->looked = told;
}

/// Adds the spans of `part`, which begins at byte `from` of the text.
static void add_spans(const struct ui *ui, struct looked *told, const struct look_text *part,
                      size_t from)
{
    int count = told->text.count + part->count;
    struct look_span *spans = ARENA_ARRAY(ui->arena, count, struct look_span);
    if (told->text.count)
        memcpy(spans, told->text.spans, (size_t)told->text.count * sizeof *spans);
    for (int i = 0; i < part->count; i++) {
        struct look_span span = part->spans[i];
        span.from += (uint32_t)from;
        span.to += (uint32_t)from;
        spans[told->text.count + i] = span;
    }
    told->text.spans = spans;
    told->text.count = count;
}

const char *looked_keep(const struct ui *ui, const char *whole, const char *part)
{
    const struct look_text *looks = whole && part ? looked_find(ui, part) : NULL;
    if (!looks || whole == part)
        return whole;
    struct looked *told = find_told(ui, whole);
    const char *at = strstr(whole + (told ? told->end : 0), part);
    if (!at)
        return whole;
    if (!told)
        told = tell(ui, whole);
    size_t from = (size_t)(at - whole);
    add_spans(ui, told, looks, from);
    told->end = from + strlen(part);
    return whole;
}

const char *looked_cut(const struct ui *ui, const char *piece, const char *text, size_t from,
                       size_t to)
{
    const struct look_text *looks = looked_find(ui, text);
    struct look_span *spans =
        looks ? ARENA_ARRAY(ui->arena, looks->count, struct look_span) : NULL;
    int count = 0;
    for (int i = 0; looks && i < looks->count; i++) {
        struct look_span span = looks->spans[i];
        if (span.to <= from || span.from >= to)
            continue;
        span.from = span.from > from ? span.from - (uint32_t)from : 0;
        span.to = (uint32_t)((span.to < to ? span.to : to) - from);
        spans[count++] = span;
    }
    if (count) {
        struct looked *told = tell(ui, piece);
        told->text.spans = spans;
        told->text.count = count;
    }
    return piece;
}

static enum face face_with(enum face face, unsigned looks)
{
    static const struct {
        enum face emphasis, strong, both;
    } faces[FACE_COUNT] = {
        [FACE_REGULAR] = {FACE_ITALIC, FACE_BOLD, FACE_SEMIBOLD_ITALIC},
        [FACE_MEDIUM] = {FACE_MEDIUM_ITALIC, FACE_HEAVY, FACE_HEAVY_ITALIC},
        [FACE_SEMIBOLD] = {FACE_SEMIBOLD_ITALIC, FACE_HEAVY, FACE_HEAVY_ITALIC},
        [FACE_DISPLAY] = {FACE_DISPLAY_ITALIC, FACE_DISPLAY_HEAVY, FACE_DISPLAY_HEAVY_ITALIC},
        [FACE_DISPLAY_BOLD] = {FACE_DISPLAY_BOLD_ITALIC, FACE_DISPLAY_HEAVY,
                               FACE_DISPLAY_HEAVY_ITALIC},
    };

    if (looks & LOOK_CODE)
        return looks & LOOK_STRONG ? FACE_MONO_BOLD : FACE_MONO;
    enum face with = face;
    if (looks & LOOK_EMPHASIS && looks & LOOK_STRONG) {
        with = faces[face].both;
    } else if (looks & LOOK_EMPHASIS) {
        with = faces[face].emphasis;
    } else if (looks & LOOK_STRONG) {
        with = faces[face].strong;
    }
    return with == FACE_REGULAR ? face : with; // not in the table
}

bool looked_next(const struct look_text *looks, enum face face, size_t *at, size_t to,
                 struct looked_part *part)
{
    if (*at >= to)
        return false;
    *part = (struct looked_part){.from = *at, .to = to, .face = face};
    for (int i = 0; looks && i < looks->count; i++) {
        const struct look_span *span = &looks->spans[i];
        if (span->to <= *at)
            continue;
        if (span->from > *at) {
            part->to = span->from < to ? span->from : to;
        } else {
            part->to = span->to < to ? span->to : to;
            part->face = face_with(face, span->looks);
            part->is_code = span->looks & LOOK_CODE;
        }
        break;
    }
    *at = part->to;
    return true;
}
