#include "app/presses.h"

#include "app/stage_parts.h"
#include "core/contest.h"
#include "core/team.h"
#include "screens/game.h"
#include "screens/lesson_run.h"

enum { TEXT_MS = 100 }; // in which a key has made its text, also by way of an input method

/// The arg of its ACTION_PRESS; 0 if it is no press.
static int press_of(const struct input *input)
{
    // With Ctrl or Alt a key is a shortcut, whatever it is alone.
    if (input->is_repeat || input->mods & (MOD_CTRL | MOD_ALT))
        return 0;
    if (input->kind == INPUT_KEY)
        return input->device == DEVICE_KEYBOARD && !input->is_typed ? input->key : 0;
    return input->pad_number ? BUZZER_PADS + input->pad_number : 0;
}

static bool offer(struct stage *stage, const struct input *input)
{
    int press = press_of(input);
    if (!press || !stage_takes_presses(stage))
        return false;
    return stage_send(stage, &(struct action){.id = ACTION_PRESS,
                                              .arg = press,
                                              .pad = input->pad,
                                              .is_stick = input->is_stick,
                                              .now_ms = input->at_ms,
                                              .pressed_ms = input->at_ms});
}

/// A key that was taken makes at most one text each time. What is dictated, or comes later from
/// an input method, is another.
static bool take_text(struct stage *stage, const struct input *input)
{
    bool is_its = input->at_ms < stage->text_until_ms;
    stage->text_until_ms = 0;
    return is_its;
}

static bool take_key(struct stage *stage, const struct input *input)
{
    if (input->is_typed)
        return take_text(stage, input);
    if (!input->is_repeat)
        stage->taken_key = offer(stage, input) ? input->key : KEY_NONE;
    bool is_taken = stage->taken_key != KEY_NONE && input->key == stage->taken_key;
    stage->text_until_ms = is_taken ? input->at_ms + TEXT_MS : 0;
    return is_taken || input->is_raw;
}

static bool take_button(struct stage *stage, const struct input *input)
{
    if (input->is_repeat)
        return input->pad == stage->taken_pad && input->pad_number == stage->taken_pad_number;
    bool is_taken = offer(stage, input);
    stage->taken_pad = is_taken ? input->pad : PAD_NONE;
    stage->taken_pad_number = input->pad_number;
    return is_taken;
}

bool presses_take(struct stage *stage, const struct input *input)
{
    switch ((int)input->kind) {
    case INPUT_KEY:
        return take_key(stage, input);
    case INPUT_TEXT:
        return take_text(stage, input);
    case INPUT_PAD:
        return take_button(stage, input);
    default:
        return false;
    }
}

bool presses_are_of_team(const struct stage *stage, const struct input *input)
{
    return input->pad_number &&
           lesson_run_team(stage->game, BUZZER_PADS + input->pad_number) != CONTEST_NOBODY;
}

bool presses_are_idle(const struct stage *stage, const struct input *input)
{
    return presses_are_of_team(stage, input) &&
           !stage->layers[stage->depth - 1].screen->takes_presses;
}
