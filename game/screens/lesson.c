// The lesson screen: the host leads a class through questions.
#include "screens/lesson.h"

#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/accept.h"
#include "screens/screen.h"
#include "screens/verdict.h"

bool lesson_is_buzzing(const struct contest *c)
{
    bool is_waiting = c->phase == CONTEST_READING || c->phase == CONTEST_OPEN;
    return is_waiting && c->team < 0 && contest_round(c)->pupil < 0 &&
           contest_round(c)->mode != CONTEST_ALL && contest_round(c)->mode != CONTEST_HANDS;
}

bool lesson_is_asking(const struct contest *c)
{
    if (c->phase == CONTEST_ANSWERING)
        return true;
    return c->phase == CONTEST_OPEN && (c->team >= 0 || contest_round(c)->pupil >= 0);
}

bool lesson_can_answer(const struct contest *c)
{
    return lesson_is_asking(c) && contest_round(c)->ask.question->kind != KIND_CARD;
}

/// How the questions of a lesson that goes on differ from when it began; NULL: they don't.
static const char *note_changes(const struct lesson_run *run)
{
    if (run->gone_count && run->changed_count) {
        return _("Questions were taken out of the bank, and are left out. Others were changed: "
                 "they are asked as they read now.");
    }
    if (run->gone_count)
        return _("Questions were taken out of the bank. They are left out.");
    return run->changed_count
               ? _("Questions were changed in the bank. They are asked as they read now.")
               : NULL;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct lesson_screen *lesson = self;
    lesson->seen_at = -2; // nothing was seen
    lesson->chosen = lesson->judged = CONTEST_NOBODY;
    game->asked_of_lesson = 0; // that was another one
    if (!game->run.is_there)
        return;
    if (game->run.contest.is_paused) {
        lesson_run_apply(game,
                         &(struct contest_event){.type = CONTEST_RESUME, .at_ms = now_ms});
    }
    lesson_follow(lesson, game, now_ms);
    lesson->play.notice = note_changes(&game->run);
    lesson->asks_buzzers = buzzers_may_have_moved(game) || buzzers_is_any_lost(game);
}

static void leave(void *self, struct game *game)
{
    struct lesson_screen *lesson = self;
    arena_free(&lesson->play.arena);
    lesson_run_close(game);
}

/// What comes by itself. A dark screen stays dark then; it comes back with whatever is pressed,
/// which does nothing else.
static bool is_told(const struct action *action)
{
    return action->id == ACTION_TICK || action->id == ACTION_SHOWN ||
           action->id == ACTION_COVERED || action->id == ACTION_PAD_FOUND ||
           action->id == ACTION_PAD_LOST;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct lesson_screen *lesson = self;
    if (!game->run.is_there)
        return (struct step){.kind = STEP_HOME};
    if (lesson->is_blank && !is_told(action)) {
        lesson->is_blank = false;
        return lesson_say_lost(lesson, game, action->now_ms);
    }
    return action->id == LESSON_SWAP ? lesson_swap_displays(game)
                                     : lesson_act(lesson, game, action);
}

/// The answer small in `room`, that of the header, which it covers from top to bottom where
/// that is in words: nothing that the class needs to answer is under it. A long one is shown
/// whole even so.
static void draw_peek(const struct game *game, struct ui *ui, struct rect room, bool is_bare)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    if (!round)
        return;
    const char *text = verdict_right_answer(round->ask.question, ui->arena);
    float edge = ui->u, most = room.w - 2 * edge;
    struct wrapped words = wrap_text(ui, style_small, text, most);
    float wanted = wrapped_height(&words) + 2 * edge;
    float least = is_bare ? room.h : fminf(9 * ui->u, room.h); // over all of a team
    struct rect box = {room.x, room.y, words.width + 2 * edge, fmaxf(wanted, least)};
    ui_fill(ui, box, 0.8F * ui->u, ui->theme->surface2);
    struct rect at = rect_inset(box, edge);
    at.y += (box.h - wanted) / 2;
    wrapped_draw(ui, &words, at, ALIGN_START, ui->theme->text2);
}

/// Has what is right and wrong told apart by shape alone, without red and green.
static void set_calm(struct ui *ui)
{
    struct theme *calm = ARENA_ARRAY(ui->arena, 1, struct theme);
    *calm = *ui->theme;
    calm->correct = calm->accent;
    calm->correct_ink = calm->accent_ink;
    calm->wrong = calm->text2;
    calm->wrong_ink = calm->surface;
    ui->theme = calm;
}

/// `is_bare`: without the teams, whom it is not about, also where there are some.
static void draw_page(const struct lesson_screen *lesson, const struct game *game,
                      struct ui *ui, bool is_bare)
{
    const struct contest *c = &game->run.contest;
    is_bare = is_bare || lesson_is_bare(lesson, c);
    struct rect rest =
        is_bare ? lesson_bare_header(lesson, game, ui) : lesson_header(lesson, game, ui);
    float header_end = rest.y - ui->u;
    bool is_hands = c->at >= 0 && contest_round(c) && contest_round(c)->mode == CONTEST_HANDS;
    if (lesson_is_at_scores(lesson, c)) {
        lesson_view_scores(lesson, game, ui, rest);
    } else if (c->phase == CONTEST_CHOOSING || c->phase == CONTEST_WAGERING) {
        lesson_view_board(lesson, game, ui, rest);
    } else if (is_hands && c->phase != CONTEST_OPEN) {
        lesson_view_hands(lesson, game, ui, rest, is_bare);
    } else if (c->phase == CONTEST_SHOWING || c->phase == CONTEST_MARKING) {
        lesson_view_answer(lesson, game, ui, rest, is_bare);
    } else {
        lesson_view_question(lesson, game, ui, rest, is_bare);
    }
    if (lesson->peek_until_ms > ui->now_ms) {
        struct rect room = ui->content;
        rect_cut_left(&room, 8.4F * ui->u); // what is left of it leads to the menu
        room.y = fmaxf(ui->page.y + ui->u, 0.6F * ui->u);
        room.h = header_end - room.y;
        draw_peek(game, ui, room, is_bare);
        ui_wake(ui, lesson->peek_until_ms);
    }
}

/// How close to each other things stand, and how near to the edges of the window.
enum density { ROOMY, DENSE, DENSEST };

static void set_density(struct ui *ui, enum density density)
{
    static const float nearer_u[] = {[ROOMY] = 0, [DENSE] = 2, [DENSEST] = 2.5F};
    static const float wider_u[] = {[ROOMY] = 0, [DENSE] = 0, [DENSEST] = 3};
    ui->is_dense = density >= DENSE;
    ui->is_densest = density >= DENSEST;
    ui->page.y -= nearer_u[density] * ui->u;
    ui->page.h += 2 * nearer_u[density] * ui->u;
    ui->content.x -= wider_u[density] * ui->u;
    ui->content.w += 2 * wider_u[density] * ui->u;
}

/// Draws the page in one of the ways; what stands whole on one page is better read than what is
/// beautiful on two.
static void draw_whole(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui)
{
    const struct contest *c = &game->run.contest;
    bool can_be_bare = lesson_can_be_bare(c);
    bool is_cramped = ui->text_scale > 1.5F || c->phase == CONTEST_SHOWING;

    const struct {
        enum density density;
        bool is_bare, is_left_out;
    } ways[] = {
        {.density = ROOMY},
        {.density = DENSE},
        {.density = DENSE, .is_bare = true, .is_left_out = !can_be_bare},
        {.density = DENSEST, .is_bare = can_be_bare || lesson_is_buzzing(c)},
        {.density = is_cramped ? DENSEST : DENSE}, // in pages
    };
    const struct ui before = *ui;
    struct ui_point start = ui_here(ui);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (ways[i].is_left_out)
            continue;
        *ui = before;
        set_density(ui, ways[i].density);
        ui_rewind(ui, start);
        draw_page(lesson, game, ui, ways[i].is_bare);
        if (!ui_has_pages(ui, start))
            return;
    }
}

static void show(const struct lesson_screen *lesson, const struct game *game, struct ui *ui)
{
    if (lesson->is_blank) {
        ui_fill(ui, ui->window, 0, (struct colour){0, 0, 0, 255});
        ui_area(ui, ui->window, LESSON_BLANK, 0, AREA_PRIMARY | AREA_NO_FOCUS,
                _("Dark screen"));
        return;
    }
    if (game->run.log.start.manner.is_calm)
        set_calm(ui);
    draw_whole(lesson, game, ui);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    // What lies over a lesson is neither dense nor calm for its sake.
    struct ui own = *ui;
    if (game->run.is_there)
        show(self, game, &own);
    ui->wake_ms = own.wake_ms;
}

// --- what comes next

enum { AT_REST_MS = 2 * MOTION_COUNT_MS };

/// The question that comes next, as it is once nothing moves any more.
struct next {
    struct lesson_screen *lesson;
    struct game *game;
};

/// The cell of the board that is about to be chosen; CONTEST_NOBODY: none is.
static int cell_of(const struct ui_state *state)
{
    return state->hover.id == LESSON_CELL   ? state->hover.arg
           : state->focus.id == LESSON_CELL ? state->focus.arg
                                            : CONTEST_NOBODY;
}

/// Returns false if it can't be known.
static bool look_ahead(const struct lesson_screen *lesson, const struct game *game,
                       const struct ui *ui, struct next *next)
{
    struct arena *arena = ui->arena;
    struct contest contest;
    if (!game->run.is_there || lesson->is_blank || lesson->shows_scores ||
        !contest_foresee(&game->run.contest, cell_of(ui->state), arena, &contest))
        return false;
    next->game = ARENA_ARRAY(arena, 1, struct game);
    *next->game = *game;
    next->game->run.contest = contest;
    next->lesson = ARENA_ARRAY(arena, 1, struct lesson_screen);
    *next->lesson = *lesson;
    next->lesson->chosen = next->lesson->judged = CONTEST_NOBODY;
    next->lesson->seen_at = contest.at;
    next->lesson->play.page++;
    next->lesson->play.shown_ms = ui->now_ms - AT_REST_MS;
    next->lesson->play.notice = NULL;
    lesson_open_question(next->lesson, next->game, arena);
    return true;
}

static bool foresee(const void *self, const struct game *game, int nth, struct ui *ui)
{
    struct next next;
    if (nth > 0 || !look_ahead(self, game, ui, &next))
        return false;
    view(next.lesson, next.game, ui);
    return true;
}

static bool foresee_host(const void *self, const struct game *game, int nth, struct ui *ui)
{
    struct next next;
    if (nth > 0 || !look_ahead(self, game, ui, &next))
        return false;
    lesson_host_view(next.lesson, next.game, ui);
    return true;
}

/// The end of the time, and that of the gathering, are met exactly. The view shows each second.
static int64_t wake_ms(const void *self, const struct game *game)
{
    const struct lesson_screen *lesson = self;
    const struct contest *c = &game->run.contest;
    if (lesson->asks_buzzers)
        return game->now_ms;
    int64_t wake_ms = lesson->press_count ? lesson->gather_until_ms : INT64_MAX;
    if (!game->run.is_there || c->is_paused || !contest_limit_ms(c, CONTEST_NOBODY))
        return wake_ms;
    int64_t now_ms = game->now_ms > c->since_ms ? game->now_ms : c->since_ms;
    int64_t left_ms = contest_left_ms(c, CONTEST_NOBODY, now_ms);
    if (left_ms == 0 && lesson->press_count) // the end waits for what is told of presses
        return wake_ms;
    return now_ms + left_ms < wake_ms ? now_ms + left_ms : wake_ms;
}

static bool takes_presses(const void *self, const struct game *game)
{
    (void)self;
    return game->run.is_there;
}

static int text_percent(const void *self, const struct game *game)
{
    (void)self;
    return game->run.text_percent;
}

static const struct shortcut digits[] = {
    {'0', 0, PAD_NONE, LESSON_DIGIT, 0, "0–9", N_("Count the hands")},
    {'1', 0, PAD_NONE, LESSON_DIGIT, 1, NULL, NULL},
    {'2', 0, PAD_NONE, LESSON_DIGIT, 2, NULL, NULL},
    {'3', 0, PAD_NONE, LESSON_DIGIT, 3, NULL, NULL},
    {'4', 0, PAD_NONE, LESSON_DIGIT, 4, NULL, NULL},
    {'5', 0, PAD_NONE, LESSON_DIGIT, 5, NULL, NULL},
    {'6', 0, PAD_NONE, LESSON_DIGIT, 6, NULL, NULL},
    {'7', 0, PAD_NONE, LESSON_DIGIT, 7, NULL, NULL},
    {'8', 0, PAD_NONE, LESSON_DIGIT, 8, NULL, NULL},
    {'9', 0, PAD_NONE, LESSON_DIGIT, 9, NULL, NULL},
    {KEY_BACKSPACE, 0, PAD_NONE, LESSON_ERASE, 0, NULL, NULL},
    {KEY_DOWN, 0, PAD_NONE, LESSON_ROW, 1, "↓ ↑", N_("The next answer, or the one before")},
    {KEY_UP, 0, PAD_NONE, LESSON_ROW, -1, NULL, NULL},
    {0},
};

static const struct shortcut team_keys[] = {
    {'1', 0, PAD_NONE, LESSON_TEAM, 0, "1–6", N_("Choose a team; boards up: it was right")},
    {'2', 0, PAD_NONE, LESSON_TEAM, 1, NULL, NULL},
    {'3', 0, PAD_NONE, LESSON_TEAM, 2, NULL, NULL},
    {'4', 0, PAD_NONE, LESSON_TEAM, 3, NULL, NULL},
    {'5', 0, PAD_NONE, LESSON_TEAM, 4, NULL, NULL},
    {'6', 0, PAD_NONE, LESSON_TEAM, 5, NULL, NULL},
    {0},
};

static const struct shortcut *moment_shortcuts(const void *self, const struct game *game)
{
    const struct lesson_screen *lesson = self;
    const struct contest *c = &game->run.contest;
    if (!game->run.is_there)
        return NULL;
    if (lesson_is_counting(c))
        return digits;
    if (!lesson_can_answer(c))
        return team_keys;
    const struct ask_view *view = play_ask_view(&lesson->turn);
    if (!view->moment_shortcuts)
        return view->shortcuts;
    struct ask_context context = lesson_context(lesson, game);
    // cppcheck-suppress returnDanglingLifetime ; the rows are const tables
    return view->moment_shortcuts(lesson->play.ask, &context);
}

bool lesson_can(const struct game *game, int id)
{
    const struct contest *c = &game->run.contest;
    if (!game->run.is_there)
        return false;
    switch (id) {
    case LESSON_RIGHT:
    case LESSON_WRONG:
        return lesson_is_asking(c) || c->phase == CONTEST_SHOWING;
    case LESSON_PASS:
        return lesson_is_asking(c) || lesson_is_buzzing(c);
    case LESSON_LATER:
        return lesson_is_asking(c) && contest_round(c)->mode == CONTEST_PUPILS;
    case LESSON_OVERRULE:
        return contest_round(c) && contest_round(c)->tries > 0;
    case LESSON_TEAM:
    case LESSON_MORE:
    case LESSON_LESS:
    case LESSON_SCORES:
    case LESSON_HIDE:
        return c->rules.team_count > 0;
    case LESSON_CLOCK:
    case LESSON_MORE_TIME:
    case LESSON_LESS_TIME:
        return contest_limit_ms(c, CONTEST_NOBODY) > 0;
    case LESSON_UNDO:
        return contest_can_undo(c);
    case LESSON_REDO:
        return contest_can_redo(c);
    case LESSON_ACCEPT:
        return accept_offered(game) != NULL;
    case LESSON_PEEK:
        return contest_round(c) != NULL;
    case LESSON_REPORT:
        return lesson_has_report(game);
    case LESSON_SWAP:
        return game->has_two_displays;
    default:
        return true;
    }
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)self, (void)ui;
    bool is_team = row->id != LESSON_TEAM || row->arg < game->run.contest.rules.team_count;
    return is_team && lesson_can(game, row->id);
}

static const struct shortcut shortcuts[] = {
    {KEY_PAGE_DOWN, 0, PAD_NONE, LESSON_NEXT, 0, "PageDown",
     N_("On, or first to the next page")},
    {'y', 0, PAD_WEST, LESSON_RIGHT, 0, "Y", N_("The answer was right")},
    {'n', 0, PAD_NORTH, LESSON_WRONG, 0, "N", N_("The answer was not right")},
    {'s', 0, PAD_LEFT_SHOULDER, LESSON_PASS, 0, "S", N_("Pass")},
    {'l', 0, PAD_NONE, LESSON_LATER, 0, "L", N_("Another pupil now, this one later")},
    {'x', 0, PAD_NONE, LESSON_OVERRULE, 0, "X", N_("Overrule: right for wrong, or back")},
    {'a', 0, PAD_NONE, LESSON_ACCEPT, 0, "A", N_("Accept what was typed from now on")},
    {'+', 0, PAD_NONE, LESSON_MORE, 0, "+", N_("100 points more for the chosen team")},
    {'-', 0, PAD_NONE, LESSON_LESS, 0, "-", N_("100 points less")},
    {'u', 0, PAD_BACK, LESSON_UNDO, 0, "U", N_("Undo")},
    {'z', MOD_CTRL, PAD_NONE, LESSON_UNDO, 0, NULL, NULL},
    {'y', MOD_CTRL, PAD_NONE, LESSON_REDO, 0, "Ctrl Y", N_("Do again")},
    {'t', 0, PAD_NONE, LESSON_CLOCK, 0, "T", N_("Stop the clock, or let it go on")},
    {'g', 0, PAD_NONE, LESSON_MORE_TIME, 0, "G",
     N_("30 seconds more for the question, whoever is asked")},
    {'g', MOD_SHIFT, PAD_NONE, LESSON_LESS_TIME, 0, "Shift G", N_("Take 30 seconds away")},
    {'r', 0, PAD_NONE, LESSON_SCORES, 0, "R", N_("Scores")},
    {'e', 0, PAD_NONE, LESSON_REPORT, 0, "E", N_("Report: what to teach again")},
    {'k', 0, PAD_NONE, LESSON_HIDE, 0, "K", N_("Hide the scores; K again, not U, shows them")},
    {'p', 0, PAD_RIGHT_STICK, LESSON_PEEK, 0, "P", N_("The answer in a corner, for the host")},
    {'w', 0, PAD_NONE, LESSON_SWAP, 0, "W", N_("Swap the displays of class and host")},
    {'.', 0, PAD_NONE, LESSON_BLANK, 0, ".", N_("Dark screen")},
    {KEY_ESCAPE, 0, PAD_START, ACTION_BACK, 0, "Esc", N_("Menu: go on later, end the lesson")},
    {0},
};

const struct screen screen_lesson = {
    .name = "lesson",
    .holds_no_bank = true,
    .state_size = sizeof(struct lesson_screen),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .wake_ms = wake_ms,
    .takes_presses = takes_presses,
    .host_view = lesson_host_view,
    .foresee = foresee,
    .foresee_host = foresee_host,
    .text_percent = text_percent,
    .works = works,
    .how = lesson_how,
    .moment_shortcuts = moment_shortcuts,
};
