// The buzzer of a team is the key or pad that goes down next.
#include <stddef.h>

#include "screens/buzzers.h"
#include "screens/screen.h"
#include "screens/teams_page.h"

struct step teams_page_press(struct teams_page *page, struct game *game,
                             const struct action *action)
{
    int key = action->arg;
    if (page->capture == TEAMS_NOBODY || key == KEY_ESCAPE || action->pad == PAD_EAST ||
        !action_may_buzz(action))
        return (struct step){0};
    const struct class_teams now = teams_page_now(page, &page->arena);
    page->fault = buzzers_fault(now.teams, now.count, page->capture, key, &page->arena);
    if (page->fault)
        return (struct step){.redraw = true};
    bool is_none = key == KEY_BACKSPACE || key == KEY_DELETE;
    page->teams[page->capture].buzzer = is_none ? 0 : key;
    game->buzzers.pads_known |= buzzers_bit(buzzer_pad(key));
    page->capture = TEAMS_NOBODY;
    return (struct step){.redraw = true};
}

struct step teams_page_try_buzzers(struct teams_page *page, struct game *game)
{
    const struct class_teams now = teams_page_now(page, &page->arena);
    return buzzers_open_for_teams(game, now.teams, now.count);
}

void teams_page_take_buzzers(struct teams_page *page, struct game *game)
{
    const struct buzzers *chosen = &game->buzzers;
    bool is_same = true;
    if (chosen->count != page->count)
        return;
    for (int i = 0; i < page->count; i++)
        is_same = is_same && page->teams[i].buzzer == chosen->teams[i].buzzer;
    if (!is_same)
        teams_page_remember(page);
    for (int i = 0; i < page->count; i++)
        page->teams[i].buzzer = chosen->teams[i].buzzer;
    game->buzzers.count = 0;
}
