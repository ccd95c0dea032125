// Hands that are counted and wagers that are made in a lesson.
#include "screens/lesson.h"
#include "ui/control.h"

static const struct step redraw = {.redraw = true};

static int hands_rows(const struct contest *c)
{
    return contest_round(c)->ask.shown_count + 1;
}

int lesson_place_of_row(const struct contest *c, int row)
{
    return row < contest_round(c)->ask.shown_count ? row : ASK_PLACES;
}

static struct step count_hands(struct lesson_screen *lesson, struct game *game, int place,
                               int hands, int64_t now_ms)
{
    if (hands < 0 || hands > CONTEST_HANDS_MOST)
        return (struct step){0};
    return (struct step){
        .redraw = lesson_send(
            lesson, game,
            (struct contest_event){.type = CONTEST_COUNT, .place = place, .hands = hands},
            now_ms)};
}

bool lesson_is_counting(const struct contest *c)
{
    bool is_time = c->phase == CONTEST_MARKING || c->phase == CONTEST_SHOWING;
    return is_time && contest_round(c)->mode == CONTEST_HANDS;
}

bool lesson_is_correcting(const struct lesson_screen *lesson, const struct contest *c)
{
    return lesson_is_counting(c) && c->phase == CONTEST_SHOWING && lesson->row >= 0;
}

struct step lesson_type_digit(struct lesson_screen *lesson, struct game *game, int digit,
                              int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    if (!lesson_is_counting(c) || lesson->row < 0)
        return (struct step){0};
    int place = lesson_place_of_row(c, lesson->row);
    int hands = contest_round(c)->hands[place];
    if (digit < 0) {
        hands /= 10;
    } else {
        hands = lesson->is_row_fresh ? digit : hands * 10 + digit;
    }
    lesson->is_row_fresh = false;
    count_hands(lesson, game, place, hands, now_ms);
    return redraw;
}

bool lesson_move_row(struct lesson_screen *lesson, const struct contest *c, int by)
{
    if (!lesson_is_counting(c))
        return false;
    int last = hands_rows(c) - 1;
    int row = lesson->row < 0 && by < 0 ? last : lesson->row + by;
    lesson->row = row < 0 ? 0 : row > last ? last : row;
    lesson->is_row_fresh = true;
    return true;
}

struct step lesson_turn_hands(struct lesson_screen *lesson, struct game *game,
                              struct action action)
{
    const struct contest *c = &game->run.contest;
    int by = ui_stepper_adjust(&action);
    if (!lesson_is_counting(c))
        return (struct step){0};
    lesson->row = action.arg == ASK_PLACES ? hands_rows(c) - 1 : action.arg;
    lesson->is_row_fresh = true;
    if (!by)
        return redraw;
    int hands = contest_round(c)->hands[action.arg];
    count_hands(lesson, game, action.arg, hands + by, action.now_ms);
    return redraw;
}

struct step lesson_wager(struct lesson_screen *lesson, struct game *game, struct action action)
{
    const struct contest *c = &game->run.contest;
    int by = ui_stepper_adjust(&action);
    if (c->phase != CONTEST_WAGERING || action.arg < 0 || action.arg >= c->rules.team_count)
        return (struct step){0};
    int most = contest_wager_most(c, action.arg);
    int now = contest_share(contest_round(c), action.arg)->wager;
    int points = (now < 0 ? 0 : now) + by * LESSON_POINTS;
    if (points < 0) { // round and round: a step below nothing is all there is
        points = most;
    } else if (points > most) {
        points = now < most ? most : 0;
    }
    lesson_send(
        lesson, game,
        (struct contest_event){.type = CONTEST_WAGER, .team = action.arg, .points = points},
        action.now_ms);
    return redraw;
}

/// From a row to the next, then on: so that hands can be counted with digits and Enter alone.
bool lesson_goes_to_next_row(struct lesson_screen *lesson, const struct contest *c)
{
    if (!lesson_is_counting(c) || lesson->row + 1 >= hands_rows(c) || lesson->is_row_fresh)
        return false;
    lesson->row++;
    lesson->is_row_fresh = true;
    return true;
}

bool lesson_wager_nothing(struct lesson_screen *lesson, struct game *game, int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    bool is_good = true;
    for (int team = 0; team < c->rules.team_count; team++) {
        bool is_asked = round->is_final || team == c->team;
        if (is_asked && round->shares[team].wager < 0) {
            is_good &= lesson_send(lesson, game,
                                   (struct contest_event){.type = CONTEST_WAGER, .team = team},
                                   now_ms);
        }
    }
    return is_good;
}
