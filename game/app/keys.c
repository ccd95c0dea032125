#include "app/keys.h"

#include <stddef.h>

#include "ui/edit.h"

/// Shift is part of characters such as "?", so it only counts with named keys.
static bool mods_match(const struct shortcut *row, const struct input *input)
{
    unsigned mods = input->mods;
    if (input->key > ' ' && input->key < KEY_NAMED)
        mods &= ~(unsigned)MOD_SHIFT;
    return mods == row->mods;
}

const struct shortcut *keys_find(const struct shortcut *table, const struct input *input,
                                 bool is_typing)
{
    if (!table)
        return NULL;
    for (const struct shortcut *row = table; row->id; row++) {
        if (input->kind == INPUT_PAD && row->pad != PAD_NONE && row->pad == input->pad)
            return row;
        if (input->kind == INPUT_KEY && row->key && row->key == input->key &&
            mods_match(row, input) && !(is_typing && edit_takes_key(input->key, input->mods)))
            return row;
    }
    return NULL;
}

bool keys_may_repeat(const struct input *input)
{
    bool goes_through_list = input->key == KEY_UP || input->key == KEY_DOWN ||
                             input->pad == PAD_UP || input->pad == PAD_DOWN;
    return goes_through_list || (input->kind == INPUT_KEY && (input->mods & MOD_CTRL));
}
