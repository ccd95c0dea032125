#include "ui/edit.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/// The end of the character, as people see it, that starts at byte `at`.
static int cluster_end(const struct edit *edit, int at)
{
    const char *p = edit->text + at, *end = edit->text + edit->len;
    if (p < end)
        text_next_cluster(&p, end);
    return (int)(p - edit->text);
}

static int cluster_start_before(const struct edit *edit, int at)
{
    int start = 0;
    for (int next = 0; next < at; next = cluster_end(edit, next))
        start = next;
    return start;
}

void edit_set(struct edit *edit, const char *text)
{
    size_t len = strlen(text);
    if (len >= EDIT_MAX_BYTES)
        len = 0;
    memcpy(edit->text, text, len);
    edit->text[len] = '\0';
    edit->len = edit->caret = edit->mark = (int)len;
    edit->composing[0] = '\0';
}

static bool remove_bytes(struct edit *edit, int from, int to)
{
    if (from >= to)
        return false;
    memmove(edit->text + from, edit->text + to, (size_t)(edit->len - to) + 1);
    edit->len -= to - from;
    edit->caret = edit->mark = from;
    return true;
}

static bool remove_selection(struct edit *edit)
{
    int from = edit->caret < edit->mark ? edit->caret : edit->mark;
    int to = edit->caret < edit->mark ? edit->mark : edit->caret;
    return remove_bytes(edit, from, to);
}

static bool insert(struct edit *edit, const char *text)
{
    bool changed = remove_selection(edit);
    size_t len = strlen(text);
    if (!text_is_utf8(text, len, &len) && !len)
        return changed;
    for (const char *at = text, *end = text + len; at < end;) {
        const char *from = at;
        uint32_t c = text_next(&at, end);
        int bytes = (int)(at - from);
        if (c < ' ' || c == 0x7F)
            continue;
        if (edit->len + bytes >= EDIT_MAX_BYTES)
            break;
        memmove(edit->text + edit->caret + bytes, edit->text + edit->caret,
                (size_t)(edit->len - edit->caret) + 1);
        memcpy(edit->text + edit->caret, from, (size_t)bytes);
        edit->len += bytes;
        edit->caret += bytes;
        changed = true;
    }
    edit->mark = edit->caret;
    return changed;
}

static bool move(struct edit *edit, int to, bool is_selecting)
{
    bool changed = edit->caret != to || (!is_selecting && edit->mark != to);
    edit->caret = to;
    if (!is_selecting)
        edit->mark = to;
    return changed;
}

bool edit_apply(struct edit *edit, const struct action *action)
{
    int left = cluster_start_before(edit, edit->caret);
    int right = cluster_end(edit, edit->caret);
    bool has_selection = edit->caret != edit->mark;
    if (action->edit != EDIT_COMPOSE)
        edit->composing[0] = '\0';
    switch (action->edit) {
    case EDIT_INSERT:
        return insert(edit, action->text ? action->text : "");
    case EDIT_COMPOSE:
        snprintf(edit->composing, sizeof edit->composing, "%s",
                 action->text ? action->text : "");
        return true;
    case EDIT_BACKSPACE:
        return has_selection ? remove_selection(edit) : remove_bytes(edit, left, edit->caret);
    case EDIT_DELETE:
        return has_selection ? remove_selection(edit) : remove_bytes(edit, edit->caret, right);
    case EDIT_CUT:
        return remove_selection(edit);
    case EDIT_LEFT:
    case EDIT_SELECT_LEFT:
        return move(edit, left, action->edit == EDIT_SELECT_LEFT);
    case EDIT_RIGHT:
    case EDIT_SELECT_RIGHT:
        return move(edit, right, action->edit == EDIT_SELECT_RIGHT);
    case EDIT_HOME:
    case EDIT_SELECT_HOME:
        return move(edit, 0, action->edit == EDIT_SELECT_HOME);
    case EDIT_END:
    case EDIT_SELECT_END:
        return move(edit, edit->len, action->edit == EDIT_SELECT_END);
    case EDIT_SELECT_ALL:
        edit->mark = 0;
        return move(edit, edit->len, true) || edit->len > 0;
    case EDIT_NONE:
    case EDIT_COPY:
    case EDIT_PASTE:
        return false;
    }
    return false;
}

void edit_selection(const struct edit *edit, char *out, int size)
{
    int from = edit->caret < edit->mark ? edit->caret : edit->mark;
    int to = edit->caret < edit->mark ? edit->mark : edit->caret;
    int len = to - from < size - 1 ? to - from : size - 1;
    while (len < to - from && len > 0 && ((unsigned char)edit->text[from + len] & 0xC0) == 0x80)
        len--;
    memcpy(out, edit->text + from, (size_t)len);
    out[len] = '\0';
}

enum edit_op edit_op_of_key(int key, unsigned mods)
{
    bool shift = mods & MOD_SHIFT;
    if (mods & MOD_CTRL) {
        switch (key) {
        case 'a':
            return EDIT_SELECT_ALL;
        case 'c':
            return EDIT_COPY;
        case 'x':
            return EDIT_CUT;
        case 'v':
            return shift ? EDIT_NONE : EDIT_PASTE;
        default:
            return EDIT_NONE;
        }
    }
    if (mods & MOD_ALT)
        return EDIT_NONE;
    switch (key) {
    case KEY_BACKSPACE:
        return EDIT_BACKSPACE;
    case KEY_DELETE:
        return EDIT_DELETE;
    case KEY_LEFT:
        return shift ? EDIT_SELECT_LEFT : EDIT_LEFT;
    case KEY_RIGHT:
        return shift ? EDIT_SELECT_RIGHT : EDIT_RIGHT;
    case KEY_HOME:
        return shift ? EDIT_SELECT_HOME : EDIT_HOME;
    case KEY_END:
        return shift ? EDIT_SELECT_END : EDIT_END;
    default:
        return EDIT_NONE;
    }
}

bool edit_takes_key(int key, unsigned mods)
{
    if (mods & (MOD_CTRL | MOD_ALT))
        return false;
    switch (key) {
    case KEY_BACKSPACE:
    case KEY_DELETE:
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_HOME:
    case KEY_END:
        return true;
    default:
        return key >= ' ' && key < KEY_NAMED;
    }
}
