#include "screens/flagging.h"

#include "base/i18n.h"
#include "store/flag.h"
#include "ui/widget.h"

static bool can_mark(const struct game *game, const struct bank *bank,
                     const struct question *question)
{
    bool is_in_bank = question && bank->question_count > 0 && question >= bank->questions &&
                      question < bank->questions + bank->question_count;
    return is_in_bank && game->memory && game->memory->journal;
}

void flagging_see(struct flagging *flagging, const struct game *game, const struct bank *bank,
                  const struct question *question)
{
    if (!can_mark(game, bank, question)) {
        *flagging = (struct flagging){0};
        return;
    }
    if (flagging->question == question)
        return;
    *flagging = (struct flagging){bank, question, flag_is_up(game->memory, bank, question)};
}

bool flagging_toggle(struct flagging *flagging, struct game *game, int64_t number)
{
    if (!flagging->question)
        return false;
    flagging->is_up = !flagging->is_up;
    // If it can't be written now, it is later, and Home says so.
    flag_set(game->memory, flagging->bank, flagging->question, flagging->is_up, number,
             game->wall_ms);
    return true;
}

static bool has_keys(const struct ui *ui)
{
    return ui->state->device == DEVICE_KEYBOARD || ui->state->device == DEVICE_NONE;
}

const char *flagging_words(const struct ui *ui)
{
    return has_keys(ui) ? _("You marked this question as wrong. M takes that back.")
                        : _("You marked this question as wrong.");
}

const char *flagging_name(const struct flagging *flagging)
{
    return flagging->is_up ? _("Question is no longer wrong") : _("Mark question as wrong");
}

void flagging_button(const struct flagging *flagging, struct ui *ui, struct rect rect, int id)
{
    if (!flagging->question)
        return;
    ui_icon_button(ui, rect, MASK_FLAG, flagging_name(flagging), id, 0,
                   flagging->is_up ? AREA_SELECTED : 0);
    if (flagging->is_up)
        ui_icon(ui, MASK_FLAG, rect_centre(rect), rect.h * 0.27F, 0.3F, ui->theme->warn);
}
