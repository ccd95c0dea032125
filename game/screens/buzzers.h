// screens/buzzers.h: the page on which each team tries its buzzer, or gets another one.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/team.h"
#include "screens/screen.h"

struct game;

enum {
    BUZZERS_TEAM = 1, // arg: the next key or pad pressed is this team's
    BUZZERS_CLEAR,    // arg: this team has none
    BUZZERS_EACH,     // each team presses once, and has what it pressed
    BUZZERS_UNDO,
    BUZZERS_DONE,
    BUZZERS_REGION,
};

enum {
    BUZZERS_LIT_MS = 1200, // how long a buzzer that was pressed is seen to be
    BUZZERS_UNDO_MAX = 16,
    BUZZERS_NOBODY = -1,
};

/// Why the page is open.
enum buzzers_why {
    BUZZERS_ASKED,
    BUZZERS_MOVED, // gamepads may have changed places since the teams got them
    BUZZERS_LOST,  // that of a team is gone
};

/// What the game knows of buzzers. Zeroed: nothing yet.
struct buzzers {
    enum buzzers_why why;
    bool is_of_lesson;             // the page is about the lesson that is given; else about
    struct team teams[TEAMS_MOST]; // these, which are set up: their screen takes over what was
    int count;                     // chosen. 0: none
    unsigned pads_here;            // gamepads that are attached, as buzzers_bit()
    unsigned pads_known;           // since the program began somebody saw which ones these are
    unsigned pads_missed;          // that are gone, and somebody went on without them
};

struct buzzers_page {
    struct arena arena;                                 // of what is said
    int undo[BUZZERS_UNDO_MAX][TEAMS_MOST], undo_count; // all buzzers before, oldest first
    int first;              // the team whose line has the focus at first, or BUZZERS_NOBODY
    int capture;            // the team whose buzzer is asked for, or BUZZERS_NOBODY
    bool is_each, had_each; // all are asked for, one after the other; were asked for
    int chooser;            // the gamepad that was used last to choose here, 0: none
    int64_t lit_until_ms[TEAMS_MOST];
    bool is_tried[TEAMS_MOST];
    int back, back_count; // whose gamepad came back last, or BUZZERS_NOBODY; and how many did
    const char *fault;    // why a key is no buzzer
};

/// The bit of gamepad `number` among those attached; 0 if it has none.
unsigned buzzers_bit(int number);

/// A gamepad was attached or used, or is gone.
void buzzers_note_pad(struct game *game, int number, bool is_here);

/// Whether the gamepads of the lesson's teams may be other ones than when they got them: they
/// are told apart by the order in which they are attached alone.
bool buzzers_may_have_moved(const struct game *game);

/// Whether the gamepad of a team of the lesson is gone and nobody went on without it. Once the
/// lesson is over nobody needs one.
bool buzzers_is_any_lost(const struct game *game);

/// Opens the page over a lesson.
struct step buzzers_open_for_lesson(struct game *game, enum buzzers_why why);

/// Opens it over what sets teams up: copies of them are in `game->buzzers`.
struct step buzzers_open_for_teams(struct game *game, const struct team *teams, int count);

/// The teams that the page is about, with their buzzers as they are now.
int buzzers_count(const struct game *game);
struct team buzzers_team(const struct game *game, int at);

/// Why `key` can't be the buzzer of `team`, in `arena`; NULL if it can.
const char *buzzers_fault(const struct team *teams, int count, int team, int key,
                          struct arena *arena);

/// The first team whose buzzer is a gamepad that is not there, or BUZZERS_NOBODY.
int buzzers_first_gone(const struct game *game);

void buzzers_draw(const struct buzzers_page *page, const struct game *game, struct ui *ui);
