// The buzzer of a team is the key or pad that goes down next.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/key_label.h"
#include "screens/screen.h"
#include "screens/teams_page.h"

/// Keys that the host needs in a lesson, also with a presenter's clicker: who buzzes too late
/// must not judge with them, nor show the answer.
static bool is_hosts(int key)
{
    static const int others[] = {KEY_ENTER, KEY_TAB,   KEY_UP,      KEY_DOWN,
                                 KEY_LEFT,  KEY_RIGHT, KEY_PAGE_UP, '?'};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (others[i] == key)
            return true;
    }
    for (const struct shortcut *row = screen_lesson.shortcuts; row->id; row++) {
        if (row->key == key && !(row->mods & MOD_CTRL))
            return true;
    }
    return false;
}

struct step teams_page_press(struct teams_page *page, const struct action *action)
{
    struct arena *arena = &page->arena;
    int key = action->arg;
    if (page->capture == TEAMS_NOBODY || key == KEY_ESCAPE || !action_may_buzz(action))
        return (struct step){0};
    page->fault = NULL;
    if (is_hosts(key)) {
        page->fault = _("The host needs this key. Press another one.");
        return (struct step){.redraw = true};
    }
    for (int i = 0; i < page->count; i++) {
        if (i != page->capture && page->teams[i].buzzer == key) {
            page->fault = fill_text(arena, _("{1} is the buzzer of {2}. Press another one."),
                                    key_label(key, arena), page->names[i].text, NULL);
            return (struct step){.redraw = true};
        }
    }
    bool is_none = key == KEY_BACKSPACE || key == KEY_DELETE;
    page->teams[page->capture].buzzer = is_none ? 0 : key;
    page->capture = TEAMS_NOBODY;
    return (struct step){.redraw = true};
}
