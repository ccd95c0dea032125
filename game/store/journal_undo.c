#include "store/journal_undo.h"

#include "store/journal.h"

static bool is_undoable(int type)
{
    return type == JOURNAL_ANSWER || type == JOURNAL_HINT || type == JOURNAL_SKIP ||
           type == JOURNAL_TIME_UP || type == JOURNAL_STOP || type == JOURNAL_GRADE ||
           type == JOURNAL_CARD;
}

// To pause is no step: what was undone can still be done again.
bool undo_line_is_step(int type)
{
    return is_undoable(type) || type == JOURNAL_NEXT;
}

const struct undo_step *undo_line_steps(const struct undo_line *line)
{
    return (const struct undo_step *)(const void *)line->steps.data;
}

static struct undo_span undo(struct undo_line *line)
{
    const struct undo_step *steps = undo_line_steps(line);
    int last = line->count - 1, end = line->count;
    while (last >= 0 && !is_undoable(steps[last].type))
        last--;
    if (last < 0)
        return (struct undo_span){0};
    line->count = last;
    return (struct undo_span){last, end, false};
}

static struct undo_span redo(struct undo_line *line)
{
    const struct undo_step *steps = undo_line_steps(line);
    int first = line->count, next = first + 1;
    if (first == line->total)
        return (struct undo_span){0};
    while (next < line->total && !is_undoable(steps[next].type))
        next++;
    line->count = next;
    return (struct undo_span){first, next, true};
}

struct undo_span undo_line_add(struct undo_line *line, int type, int64_t id)
{
    if (type == JOURNAL_UNDO)
        return undo(line);
    if (type == JOURNAL_REDO)
        return redo(line);
    if (undo_line_is_step(type)) {
        const struct undo_step step = {.id = id, .type = type};
        line->steps.len = (size_t)line->count * sizeof step; // what was undone is gone
        buf_add(&line->steps, &step, sizeof step);
        line->total = ++line->count;
    }
    return (struct undo_span){0};
}

void undo_line_free(struct undo_line *line)
{
    buf_free(&line->steps);
    *line = (struct undo_line){0};
}
