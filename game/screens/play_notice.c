// What is said between a question and its answers.
#include "screens/play.h"
#include "screens/sound.h"
#include "ui/widget.h"

const char *play_notice(const struct game *game, const struct play *play,
                        const struct turn *turn)
{
    if (play->notice)
        return play->notice;
    const char *fault = sound_fault(game);
    if (fault)
        return fault;
    const struct question_extras *extras = turn->ask.question->extras;
    return turn->is_hinted && extras ? extras->hint : NULL;
}

/// The notice laid out beside its icon, in `width` pixels with it.
static struct wrapped wrap_notice(const struct ui *ui, const char *notice, float width)
{
    const struct text_style style = {FACE_MEDIUM, 2.6F, 1.3F};
    return wrap_text(ui, style, notice, width - 3.6F * ui->u);
}

float play_notice_height(const struct ui *ui, const char *notice, float width)
{
    if (!notice)
        return 0;
    struct wrapped text = wrap_notice(ui, notice, width);
    return wrapped_height(&text) + ui->u;
}

float play_draw_notice(struct ui *ui, struct rect rect, const char *notice)
{
    if (!notice)
        return 0;
    struct wrapped text = wrap_notice(ui, notice, rect.w);
    struct point icon = {rect.x + 1.3F * ui->u, rect.y + text.line_px / 2};
    ui_icon(ui, MASK_BULB, icon, 1.5F * ui->u, 0.22F, ui->theme->warn);
    rect_cut_left(&rect, 3.6F * ui->u);
    wrapped_draw(ui, &text, rect, ALIGN_START, ui->theme->text2);
    return wrapped_height(&text) + ui->u;
}
