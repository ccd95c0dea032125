// What the review screen says of an answer.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/play.h"
#include "screens/review.h"
#include "screens/verdict.h"
#include "ui/looked.h"

const char *review_said(const struct review_row *row, struct arena *arena)
{
    if (row->turn) {
        return fill_text(arena, _("You said: {1}"), verdict_given_answer(row->turn, arena),
                         NULL);
    }
    const char *times = fill_number(arena, row->times);
    if (row->said && row->times > 1)
        return fill_text(arena, _("You said: {1}, missed {2} times"), row->said, times, NULL);
    if (row->said)
        return fill_text(arena, _("You said: {1}"), row->said, NULL);
    if (row->times > 1)
        return fill_text(arena, _("Missed {1} times"), times, NULL);
    return _("Missed once");
}

const char *review_why(const struct review_row *row, const struct ui *ui)
{
    if (row->turn)
        return play_why(row->turn, ui);
    return row->question->extras ? row->question->extras->explanation : NULL;
}

const char *review_right(const struct question *q, const struct ui *ui)
{
    const char *right = verdict_right_answer(q, ui->arena);
    const char *text = fill_text(ui->arena, _("Right: {1}"), right, NULL);
    bool is_choice = q->kind == KIND_CHOICE || q->kind == KIND_MULTI;
    for (int i = 0; is_choice && i < q->choice.right_count; i++)
        looked_keep(ui, text, q->choice.options.items[i]);
    return looked_keep(ui, text, right);
}
