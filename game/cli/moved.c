#include "cli/moved.h"

#include "base/fill.h"
#include "base/i18n.h"

/// Nothing has moved where nothing is known.
static struct memory_moved moved_by(const struct game *game)
{
    bool is_kept = game->memory && game->log.game && game->session.rules.has_memory;
    if (!is_kept || !memory_catch_up(game->memory))
        return (struct memory_moved){0};
    return memory_moved(game->memory, game->log.game, talk_time(game->talk));
}

static const char *pattern_for(struct memory_moved moved)
{
    unsigned long cards = (unsigned long)moved.cards;
    if (!moved.tomorrow)
        return ngettext("{1} card moved.", "{1} cards moved.", cards);
    if (moved.tomorrow == 1) {
        return ngettext("{1} card moved, and comes back tomorrow.",
                        "{1} cards moved, {2} comes back tomorrow.", cards);
    }
    return ngettext("{1} card moved, {2} come back tomorrow.",
                    "{1} cards moved, {2} come back tomorrow.", cards);
}

static void add(struct game *game, struct memory_moved moved)
{
    struct arena scratch = {0};
    const char *words = _("Your cards are as they were before this quiz.");
    if (!moved.is_out) {
        words = fill_text(&scratch, pattern_for(moved), fill_number(&scratch, moved.cards),
                          fill_number(&scratch, moved.tomorrow), NULL);
    }
    buf_printf(&game->talk->out, "%s\n", words);
    arena_free(&scratch);
    if (game->talk->lines.is_terminal) {
        buf_text(&game->talk->out, moved.is_out ? _("Type c to count it again.\n")
                                                : _("Type c to take that back.\n"));
    }
}

void moved_add(struct game *game)
{
    struct memory_moved moved = moved_by(game);
    if (moved.cards) {
        buf_text(&game->talk->out, "\n");
        add(game, moved);
    } else if (game->log.game && !game->session.rules.has_memory) {
        buf_text(&game->talk->out, _("\nThis quiz does not count for your cards.\n"));
    }
}

void moved_undo(struct game *game)
{
    struct memory_moved moved = moved_by(game);
    if (!moved.cards)
        return;
    quiz_log_leave_out(&game->log, !moved.is_out, talk_time(game->talk));
    add(game, moved_by(game));
}
