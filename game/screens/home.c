// Home: the single best next step, and the ways to play.
#include "screens/home.h"

#include "base/i18n.h"
#include "screens/drop.h"
#include "screens/play.h"
#include "screens/screen.h"

// How many questions a bank and how many events a history has, at most, of which all is worked
// out before Home is shown.
enum { OUTLOOK_AT_ONCE_MOST = 5000, EVENTS_AT_ONCE_MOST = 50000 };

// Who saves often is not kept waiting for what becomes of each version.
enum { EDITS_AFTER_MS = 1000 };

bool home_has_unfinished(const struct game *game)
{
    return (game->quiz_count && game_is_waiting(game)) ||
           (game->has_quiz && game->session.phase != SESSION_DONE);
}

bool home_is_refused(const struct game *game)
{
    return game->refused && !game_known_bank(game);
}

bool home_has_problems(const struct game *game)
{
    const struct bank *bank = game_known_bank(game);
    return game->refused || (bank && bank->set_aside);
}

bool home_has_edits(const struct game *game)
{
    return game_edits_asked(game) || game_edits_news(game);
}

bool home_has_learners(const struct game *game)
{
    return game->learners.count > 1;
}

/// Whether there is a list of mistakes: that of all time, which may be empty, or without a
/// memory that of the last quiz.
static bool has_mistakes(const struct game *game)
{
    return game_has_looked_back(game) || (game->session.turn_count && game_missed_count(game));
}

static struct step push(enum screen_id to)
{
    return (struct step){.kind = STEP_PUSH, .to = to};
}

/// What was refused may have been mended.
static struct step read_again(struct home *home, struct game *game)
{
    if (!game->refused) {
        game_ask_look(game);
    } else if (!game_open_refused(game)) {
        home->notice = _("Read again just now: it is still wrong.");
    }
    return (struct step){.redraw = true};
}

enum home_hero_kind home_hero_kind(const struct game *game)
{
    const struct study_outlook *cards = &game->outlook;
    if (home_is_refused(game))
        return HERO_REFUSED;
    if (!game_known_bank(game))
        return HERO_NO_BANK;
    if (game->lesson_left.is_there)
        return HERO_LESSON;
    if (home_has_unfinished(game))
        return HERO_UNFINISHED;
    if (cards->bank != game_known_bank(game))
        return HERO_QUIZ;
    if (cards->due)
        return HERO_DUE;
    if (game_has_looked_back(game) && game->back.mistakes.to_fix)
        return HERO_FIX;
    return cards->done && !cards->new_cards ? HERO_DONE : HERO_QUIZ;
}

static struct step review(struct game *game)
{
    game->reviews_past = game_has_looked_back(game);
    return push(SCREEN_REVIEW);
}

static struct step study(struct game *game, bool has_more)
{
    if (has_more) {
        game_study_more(game);
    } else if (!game_study(game, DECK_DUE)) {
        return (struct step){.redraw = true};
    }
    return push(SCREEN_CARDS);
}

/// Goes on with the lesson that was left.
static struct step resume_lesson(struct home *home, struct game *game, int64_t now_ms)
{
    if (lesson_run_resume(game, now_ms))
        return push(SCREEN_LESSON);
    lesson_run_look(game);
    home->notice = _("No question of the lesson can be asked any more. It ends here.");
    return (struct step){.redraw = true};
}

static struct step start(struct home *home, struct game *game, int64_t now_ms)
{
    switch (home_hero_kind(game)) {
    case HERO_REFUSED:
        return read_again(home, game);
    case HERO_NO_BANK:
        return push(SCREEN_OPEN);
    case HERO_LESSON:
        return resume_lesson(home, game, now_ms);
    case HERO_UNFINISHED:
        return push(SCREEN_PLAY);
    case HERO_DUE:
        if (game->lesson_left.is_class)
            return lesson_start_due(game) ? push(SCREEN_LESSON) : push(SCREEN_TEAMS);
        return study(game, false);
    case HERO_FIX:
        return review(game);
    case HERO_DONE:
        if (game->outlook.held_new)
            return study(game, true);
        break;
    case HERO_QUIZ:
        break;
    }
    game_plan_quiz(game, NULL, 0);
    if (game_start_quiz(game, now_ms))
        return push(SCREEN_PLAY);
    home->notice = _("No question of this bank fits the settings. Choose others under Quiz.");
    return (struct step){.redraw = true};
}

static struct step act(struct home *home, struct game *game, const struct action *action)
{
    switch (action->id) {
    case HOME_HERO:
        return start(home, game, action->now_ms);
    case HOME_QUIZ:
    case HOME_BANK:
        return push(game->library.count ? SCREEN_PICK : SCREEN_OPEN);
    case HOME_CARDS:
        return study(game, false);
    case HOME_OPEN:
    case HOME_LOST:
        return push(SCREEN_OPEN);
    case HOME_TEAMS:
        if (game_known_bank(game))
            return push(SCREEN_TEAMS);
        break;
    case HOME_STATS:
        return push(SCREEN_STATS);
    case HOME_SETTINGS:
        return push(SCREEN_SETTINGS);
    case HOME_REVIEW:
        if (has_mistakes(game))
            return review(game);
        break;
    case HOME_PLAN:
        return push(SCREEN_PLAN);
    case HOME_PROBLEMS:
        if (home_has_problems(game) || game_count_broken(game))
            return push(SCREEN_PROBLEMS);
        break;
    case HOME_READ:
        return read_again(home, game);
    case HOME_EDITS:
        if (home_has_edits(game))
            return push(SCREEN_EDITS);
        break;
    case HOME_LEARNER:
        if (home_has_learners(game))
            return push(SCREEN_LEARNERS);
        break;
    case HOME_GUIDE:
        game->help =
            (struct help_topic){.screen = &screen_home, .self = home, .opens_guide = true};
        return push(SCREEN_HELP);
    case ACTION_DROP:
        drop_open(game, action->text); // the strip says what came of it
        break;
    default:
        break;
    }
    return (struct step){.redraw = true};
}

/// Whether the bank is large, or the history long.
static bool takes_long(const struct game *game)
{
    const struct bank *bank = game_known_bank(game);
    return (bank && bank->question_count > OUTLOOK_AT_ONCE_MOST) ||
           (game->memory && game->memory->folded > EVENTS_AT_ONCE_MOST);
}

/// Of a large bank or a long history at first only what an index tells, until the next ticks.
static void look(struct home *home, struct game *game)
{
    game_find_edits(game, false);
    game_look_for_lost(game);
    home->has_glanced = game_is_waiting(game) || takes_long(game);
    if (home->has_glanced) {
        game_glance(game);
        game_glance_back(game);
    } else {
        game_look_out(game);
        game_look_back(game);
    }
}

static bool is_outlook_old(const struct game *game)
{
    const struct study_outlook *cards = &game->outlook;
    return cards->bank != game_bank(game) || cards->until_ms <= game->wall_ms;
}

/// Does what takes long, and that one by one, so that a key is never kept waiting for all of
/// it.
static void look_closer(struct home *home, struct game *game, int64_t now_ms)
{
    bool is_done = false, is_long = takes_long(game);
    game_look_for_lost(game);
    if (game_can_find_edits(game) && now_ms >= home->edits_at_ms) {
        game_find_edits(game, true);
        home->has_glanced = true; // at what may have changed
        is_done = is_long;
    }
    if (!is_done && (!is_long || is_outlook_old(game))) {
        game_look_out(game);
        home->has_glanced = true;
        is_done = is_long;
    }
    if (!is_done) {
        game_look_back(game);
        home->has_glanced = false;
    }
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct home *home = self;
    if (action->id == ACTION_TICK) {
        look_closer(home, game, action->now_ms);
        return (struct step){.redraw = true};
    }
    home->notice = NULL;
    if (action->id == ACTION_SHOWN)
        lesson_run_look(game);
    if (action->id == ACTION_RELOADED)
        home->edits_at_ms = action->now_ms + EDITS_AFTER_MS;
    struct step step = act(home, game, action);
    look(home, game); // what was chosen or opened may be another bank
    return step;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    game_find_learners(game);
    lesson_run_look(game);
    game_want_edits(game);
    look(self, game);
}

/// When another card is due, or another day begins; before that if there is still to look.
static int64_t wake_ms(const void *self, const struct game *game)
{
    const struct home *home = self;
    if (!game_bank(game))
        return INT64_MAX;
    if (is_outlook_old(game) || home->has_glanced)
        return game->now_ms;
    int64_t due_ms = game->now_ms + (game->outlook.until_ms - game->wall_ms);
    if (game_can_find_edits(game) && home->edits_at_ms < due_ms)
        return home->edits_at_ms > game->now_ms ? home->edits_at_ms : game->now_ms;
    return due_ms;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    home_view(self, game, ui);
}

/// The quiz that the large button leads to.
static bool foresee(const void *self, const struct game *game, int nth, struct ui *ui)
{
    (void)self;
    enum home_hero_kind kind = home_hero_kind(game);
    if (nth > 0)
        return false;
    if (kind == HERO_UNFINISHED)
        return play_foresee_quiz(game, NULL, ui);
    const struct quiz_plan plan = {.bank = game_bank(game)};
    bool is_quiz = kind == HERO_QUIZ || (kind == HERO_DONE && !game->outlook.held_new);
    return is_quiz && plan.bank && play_foresee_quiz(game, &plan, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)self;
    (void)ui;
    switch (row->id) {
    case HOME_QUIZ:
    case HOME_BANK:
        return game->library.count > 0;
    case HOME_CARDS:
    case HOME_TEAMS:
        return game_known_bank(game) != NULL;
    case HOME_REVIEW:
        return has_mistakes(game);
    case HOME_PROBLEMS:
        return home_has_problems(game) || game_count_broken(game);
    case HOME_EDITS:
        return home_has_edits(game);
    case HOME_LEARNER:
        return home_has_learners(game);
    case ACTION_BACK:
        return false;
    default:
        return true;
    }
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, HOME_QUIZ, 0, "1", N_("Choose a quiz")},
    {'2', 0, PAD_NONE, HOME_CARDS, 0, "2", N_("Flashcards")},
    {'3', 0, PAD_NONE, HOME_REVIEW, 0, "3", N_("Mistakes")},
    {'4', 0, PAD_NONE, HOME_TEAMS, 0, "4", N_("A lesson with teams")},
    {'b', 0, PAD_NORTH, HOME_BANK, 0, "B", N_("Change the bank")},
    {'o', MOD_CTRL, PAD_NONE, HOME_OPEN, 0, "Ctrl O", N_("Open a bank")},
    {'j', MOD_CTRL, PAD_WEST, HOME_PROBLEMS, 0, "Ctrl J", N_("See what is wrong")},
    {KEY_F5, 0, PAD_NONE, HOME_READ, 0, "F5", N_("Look for changed files")},
    {'r', MOD_CTRL, PAD_NONE, HOME_READ, 0, NULL, NULL},
    {'e', 0, PAD_BACK, HOME_EDITS, 0, "E", N_("See what was edited")},
    {'5', 0, PAD_LEFT_SHOULDER, HOME_STATS, 0, "5", N_("Statistics")},
    {'p', 0, PAD_RIGHT_SHOULDER, HOME_PLAN, 0, "P", N_("Plan your days")},
    {'a', 0, PAD_NONE, HOME_GUIDE, 0, "A", N_("Add questions")},
    {'w', 0, PAD_NONE, HOME_LEARNER, 0, "W", N_("Change who plays")},
    {'s', 0, PAD_START, HOME_SETTINGS, 0, "S", N_("Settings")},
    {0},
};

const struct screen screen_home = {
    .name = "home",
    .holds_no_bank = true,
    .takes_drops = true,
    .state_size = sizeof(struct home),
    .shortcuts = shortcuts,
    .enter = enter,
    .update = update,
    .view = view,
    .foresee = foresee,
    .wake_ms = wake_ms,
    .works = works,
};
