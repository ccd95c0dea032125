// Flashcards: the front is shown, then the back, then it is graded and the next one comes.
#include "screens/cards.h"

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/picture.h"
#include "screens/screen.h"
#include "screens/sound.h"

static const struct step redraw = {.redraw = true};

static void say(struct cards *cards, const char *notice, int64_t now_ms)
{
    cards->notice = notice;
    cards->notice_ms = now_ms;
}

static void forget(struct cards_shown *shown)
{
    arena_free(&shown->arena);
    *shown = (struct cards_shown){.number = -1};
}

/// Puts card `number` up, its front first.
static void show(struct cards *cards, const struct game *game, int number, int64_t now_ms)
{
    const struct study *study = &game->cards.study;
    const struct deck_card *card = &study->cards[number];
    const struct answer_words words = {_("True"), _("False"), _("from {1} to {2}")};
    forget(&cards->up);
    cards->up.number = number;
    cards->up.question = card->question;
    cards->up.bank = card->bank;
    cards->up.folder = picture_folder(game, card->bank, &cards->up.arena);
    cards->up.faces = card_faces(card->bank, card->question, card->part,
                                 study_face_seed(study, card), &words, &cards->up.arena);
    cards->is_turned = false;
    cards->shown_ms = now_ms;
    cards->page++;
    cards_ask(cards, game, now_ms);
}

/// Shows the card that the session has up. `is_anew`: its front, also of the same one.
static void follow(struct cards *cards, struct game *game, bool is_anew, int64_t now_ms)
{
    const struct deck_card *card = game_study_card(game);
    if (!card) {
        forget(&cards->up);
        cards->is_turned = false;
        cards->wait_until_ms =
            game->cards.is_begun ? study_next_ms(&game->cards.study) : INT64_MAX;
        return;
    }
    int number = (int)(card - game->cards.study.cards);
    if (is_anew || number != cards->up.number) {
        game->sound_state = SOUND_FINE;
        show(cards, game, number, now_ms);
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct cards *cards = self;
    cards->up.number = cards->gone.number = cards->leech = -1;
    follow(cards, game, true, now_ms);
}

static void leave(void *self, struct game *game)
{
    struct cards *cards = self;
    (void)game;
    forget(&cards->up);
    forget(&cards->gone);
    cards_ask_no_more(cards);
}

/// What has the focus when a card, or the end, has come up. One that is asked says so itself.
static struct step came_up(const struct cards *cards)
{
    if (cards->is_asked && cards->up.number >= 0)
        return redraw;
    return (struct step){.redraw = true,
                         .focus = {cards->up.number >= 0 ? CARDS_FLIP : ACTION_BACK, 0}};
}

static struct step turn_at_once(struct cards *cards, const struct game *game, int64_t now_ms)
{
    cards->is_turned = true;
    cards->turned_ms = now_ms;
    cards->page++;
    cards->has_waits = study_preview(&game->cards.study, cards->suggested.evidence,
                                     game_wall(game), cards->waits);
    return (struct step){.redraw = true, .focus = {CARDS_GRADE, (int)cards->suggested.rating}};
}

static struct step turn(struct cards *cards, const struct game *game, int64_t now_ms)
{
    // A key that was meant for the card before must not turn this one.
    if (cards->up.number < 0 || cards->is_turned || now_ms - cards->shown_ms < CARDS_LOCK_MS)
        return redraw;
    if (cards->is_asked) // nothing was answered
        cards->suggested.rating = FSRS_AGAIN;
    return turn_at_once(cards, game, now_ms);
}

/// The card that is up leaves to the side of its grade (0: it just goes).
static void send_away(struct cards *cards, enum fsrs_rating rating, int64_t now_ms)
{
    forget(&cards->gone);
    cards->gone = cards->up;
    cards->gone_rating = rating;
    cards->gone_ms = now_ms;
    cards->up = (struct cards_shown){.number = -1};
    cards->leech = -1;
    cards->notice = NULL;
}

static struct step grade(struct cards *cards, struct game *game, enum fsrs_rating rating,
                         int64_t now_ms)
{
    struct fsrs_outcome outcome = {0};
    // Nobody grades blind: before the card is turned every key turns it.
    if (!cards->is_turned)
        return cards->is_asked ? redraw : turn(cards, game, now_ms);
    if (now_ms - cards->turned_ms < CARDS_LOCK_MS)
        return redraw;
    int number = cards->up.number;
    if (!game_study_grade(game, (struct study_grade){rating, cards->suggested.evidence},
                          &outcome))
        return redraw;
    send_away(cards, rating, now_ms);
    if (!game_renew_study(game) && outcome.is_leech) {
        cards->leech = number;
        cards->leech_ms = now_ms;
    }
    follow(cards, game, true, now_ms);
    return came_up(cards);
}

static struct step put_away(struct cards *cards, struct game *game, bool is_for_good,
                            int64_t now_ms)
{
    if (cards->up.number < 0 ||
        !(is_for_good ? game_study_suspend(game) : game_study_hide(game)))
        return redraw;
    send_away(cards, (enum fsrs_rating)0, now_ms);
    game_renew_study(game);
    follow(cards, game, true, now_ms);
    say(cards,
        is_for_good ? _("Put away for good. U brings it back.")
                    : _("Hidden until tomorrow. U brings it back."),
        now_ms);
    return came_up(cards);
}

static int graded(const struct game *game)
{
    const struct study_done *done = &game->cards.study.done;
    int count = 0;
    for (int rating = FSRS_AGAIN; rating < FSRS_RATING_END; rating++)
        count += done->grades[rating];
    return count;
}

static struct step undo(struct cards *cards, struct game *game, int64_t now_ms)
{
    int before = graded(game);
    if (!game_study_undo(game)) {
        say(cards, _("Nothing to undo."), now_ms);
        return redraw;
    }
    forget(&cards->gone);
    cards->leech = -1;
    follow(cards, game, true, now_ms);
    say(cards,
        graded(game) < before ? _("Grade undone. The card is back.")
                              : _("Undone. The card is back."),
        now_ms);
    return came_up(cards);
}

static struct step redo(struct cards *cards, struct game *game, int64_t now_ms)
{
    bool is_done = game_study_redo(game);
    forget(&cards->gone);
    cards->leech = -1;
    follow(cards, game, is_done, now_ms);
    say(cards, is_done ? _("Done again.") : _("Nothing to do again."), now_ms);
    return is_done ? came_up(cards) : redraw;
}

static struct step start_anew(struct cards *cards, struct game *game, int id, int64_t now_ms)
{
    if (id == CARDS_MORE) {
        game_study_more(game);
    } else {
        game_study(game, id == CARDS_CRAM ? DECK_CRAM : DECK_DUE);
    }
    forget(&cards->gone);
    cards->leech = -1;
    cards->notice = NULL;
    follow(cards, game, true, now_ms);
    return came_up(cards);
}

enum fsrs_rating cards_swiped_to(enum swipe swipe)
{
    static const enum fsrs_rating ratings[] = {[SWIPE_LEFT] = FSRS_AGAIN,
                                               [SWIPE_DOWN] = FSRS_HARD,
                                               [SWIPE_RIGHT] = FSRS_GOOD,
                                               [SWIPE_UP] = FSRS_EASY};

    return ratings[swipe];
}

static struct step press_card(struct cards *cards, struct game *game,
                              const struct action *action)
{
    if (action->swipe != SWIPE_NONE)
        return grade(cards, game, cards_swiped_to(action->swipe), action->now_ms);
    return turn(cards, game, action->now_ms);
}

static struct step open_source(const struct cards *cards, struct game *game)
{
    const struct cards_shown *shown = cards->is_looking ? &cards->gone : &cards->up;
    if (cards->is_looking || cards->is_turned)
        game->asks_open_url = cards_source_url(shown);
    return (struct step){0};
}

static struct step edit(const struct cards *cards, struct game *game)
{
    const struct cards_shown *shown = cards->is_looking ? &cards->gone : &cards->up;
    game_edit(game, shown->bank, shown->question);
    return (struct step){0};
}

static struct step look(struct cards *cards, bool is_looking)
{
    cards->is_looking = is_looking && cards->leech >= 0;
    cards->page++;
    if (!is_looking)
        cards->leech = -1;
    return cards->is_looking ? (struct step){.redraw = true, .focus = {CARDS_GO_ON, 0}}
                             : came_up(cards);
}

static struct step flag(struct cards *cards, struct game *game, int64_t now_ms)
{
    struct flagging flag = {0};
    if (cards->up.number < 0)
        return redraw;
    flagging_see(&flag, game, cards->up.bank, cards->up.question);
    if (!flagging_toggle(&flag, game, game->cards.log.game))
        return redraw;
    say(cards,
        flag.is_up ? _("Question marked as wrong. M or the menu takes that back.")
                   : _("The question is no longer marked as wrong."),
        now_ms);
    return redraw;
}

static struct step act(struct cards *cards, struct game *game, int id, int arg, int64_t now_ms)
{
    switch (id) {
    case CARDS_FLIP:
        return turn(cards, game, now_ms);
    case CARDS_GRADE:
        return grade(cards, game, (enum fsrs_rating)arg, now_ms);
    case CARDS_HIDE:
    case CARDS_SUSPEND:
        return put_away(cards, game, id == CARDS_SUSPEND, now_ms);
    case CARDS_UNDO:
        return undo(cards, game, now_ms);
    case CARDS_REDO:
        return redo(cards, game, now_ms);
    case CARDS_FLAG:
        return flag(cards, game, now_ms);
    case CARDS_MORE:
    case CARDS_CRAM:
    case CARDS_DUE:
        return start_anew(cards, game, id, now_ms);
    default:
        return (struct step){0};
    }
}

/// The menu is gone; what was chosen there is done here.
static struct step shown(struct cards *cards, struct game *game, int64_t now_ms)
{
    int asked = game->asked_of_cards;
    game->asked_of_cards = 0;
    bool is_old = game->cards.is_begun && game->schedule_changed;
    if (is_old) // it goes on by the schedule that holds now
        game_study(game, game->cards.study.rules.mode);
    follow(cards, game, is_old, now_ms);
    if (asked)
        return act(cards, game, asked, 0, now_ms);
    return redraw;
}

/// The card that is looked at.
static const struct cards_shown *in_view(const struct cards *cards)
{
    return cards->is_looking ? &cards->gone : &cards->up;
}

static struct step play_sound(const struct cards *cards, struct game *game)
{
    const struct cards_shown *shown = in_view(cards);
    return (struct step){.redraw = sound_ask(game, shown->bank, shown->question)};
}

static struct step enlarge_picture(const struct cards *cards, struct game *game)
{
    const struct cards_shown *shown = in_view(cards);
    return picture_enlarge(game, shown->bank, shown->question);
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct cards *cards = self;
    int64_t now_ms = action->now_ms;
    switch (action->id) {
    case ACTION_BACK:
        return cards->is_looking ? look(cards, false) : (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return shown(cards, game, now_ms);
    case ACTION_RELOADED:
        if (cards->up.number < 0 && game_renew_study(game)) {
            cards->leech = -1;
            follow(cards, game, true, now_ms);
        }
        return redraw;
    case ACTION_TICK:
        follow(cards, game, false, now_ms);
        return cards->up.number >= 0 ? came_up(cards) : redraw;
    case ACTION_PAD_LOST:
        say(cards, _("Controller lost. Nothing is waiting for it."), now_ms);
        return redraw;
    case CARDS_SOURCE:
        return open_source(cards, game);
    case PLAY_SOUND: // of a card that is asked
    case CARDS_SOUND:
        return play_sound(cards, game);
    case CARDS_PICTURE:
        if (action->swipe != SWIPE_NONE && !cards->is_looking)
            return press_card(cards, game, action);
        return enlarge_picture(cards, game);
    case PLAY_PICTURE:
        return enlarge_picture(cards, game);
    case ACTION_EDIT:
        return edit(cards, game);
    case CARDS_LOOK:
        return look(cards, true);
    case CARDS_GO_ON:
        return look(cards, false);
    case CARDS_MENU:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_CARDS_MENU};
    default:
        break;
    }
    if (cards->is_looking)
        return (struct step){0};
    switch (cards_ask_update(cards, game, action)) {
    case CARDS_NOT_ASKED:
        break;
    case CARDS_ASKING:
        return redraw;
    case CARDS_ANSWERED:
        return turn_at_once(cards, game, now_ms);
    }
    if (action->id == CARDS_CARD)
        return press_card(cards, game, action);
    return act(cards, game, action->id, action->arg, now_ms);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    cards_view(self, game, ui);
}

/// The back of the card whose front is up.
static bool foresee(const void *self, const struct game *game, int nth, struct ui *ui)
{
    struct cards later = *(const struct cards *)self;
    if (nth > 0 || later.up.number < 0 || later.is_turned || later.is_asked)
        return false;
    later.is_turned = true;
    later.turned_ms = INT64_MIN / 2; // long since
    later.has_waits = study_preview(&game->cards.study, later.suggested.evidence,
                                    game_wall(game), later.waits);
    cards_view(&later, game, ui);
    return true;
}

/// A card that is learned comes back by the minute.
static int64_t wake_ms(const void *self, const struct game *game)
{
    const struct cards *cards = self;
    if (cards->up.number >= 0 || cards->wait_until_ms == INT64_MAX || !game->cards.is_begun)
        return INT64_MAX;
    int64_t left_ms = cards->wait_until_ms - game->wall_ms;
    return game->now_ms + (left_ms > 0 ? left_ms : 0);
}

static const struct shortcut *moment_shortcuts(const void *self, const struct game *game)
{
    return cards_ask_shortcuts(self, game);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    const struct cards *cards = self;
    (void)ui;
    bool is_up = cards->up.number >= 0 && !cards->is_looking;
    switch (row->id) {
    case CARDS_GRADE:
        return is_up && (cards->is_turned || !cards->is_asked);
    case CARDS_FLIP:
        return is_up && cards->is_asked && !cards->is_turned;
    case CARDS_HIDE:
    case CARDS_SUSPEND:
        return is_up;
    case CARDS_FLAG:
        return is_up && game->memory && game->memory->journal;
    case CARDS_UNDO:
        return !cards->is_looking && game->cards.is_begun && study_can_undo(&game->cards.study);
    case CARDS_REDO:
        return !cards->is_looking && game->cards.is_begun && study_can_redo(&game->cards.study);
    case CARDS_SOURCE:
        return cards->is_looking ? cards_source_url(&cards->gone) != NULL
                                 : cards->is_turned && cards_source_url(&cards->up);
    case CARDS_SOUND:
        return sound_is_there(in_view(cards)->question);
    case CARDS_PICTURE:
        return picture_is_there(in_view(cards)->question);
    case CARDS_LOOK:
        return cards->leech >= 0 && !cards->is_looking;
    default:
        return true;
    }
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_LEFT_SHOULDER, CARDS_GRADE, FSRS_AGAIN, "1", N_("Again: not known")},
    {'2', 0, PAD_LEFT_TRIGGER, CARDS_GRADE, FSRS_HARD, "2", N_("Hard: known with trouble")},
    {'3', 0, PAD_RIGHT_SHOULDER, CARDS_GRADE, FSRS_GOOD, "3", N_("Good: known")},
    {'4', 0, PAD_RIGHT_TRIGGER, CARDS_GRADE, FSRS_EASY, "4", N_("Easy: known at once")},
    {'s', MOD_CTRL, PAD_NORTH, CARDS_FLIP, 0, "Ctrl S", N_("Show the answer")},
    {'u', 0, PAD_BACK, CARDS_UNDO, 0, "U", N_("Undo")},
    {'z', MOD_CTRL, PAD_NONE, CARDS_UNDO, 0, NULL, NULL},
    {'y', MOD_CTRL, PAD_NONE, CARDS_REDO, 0, "Ctrl Y", N_("Do again")},
    {'-', 0, PAD_NONE, CARDS_HIDE, 0, "-", N_("Hide the card until tomorrow")},
    {'@', 0, PAD_NONE, CARDS_SUSPEND, 0, "@", N_("Put the card away for good")},
    {'m', 0, PAD_NONE, CARDS_FLAG, 0, "M", N_("Mark the question as wrong, or no longer")},
    {'o', 0, PAD_NONE, CARDS_SOURCE, 0, "O", N_("Open the source")},
    {'r', 0, PAD_RIGHT_STICK, CARDS_SOUND, 0, "R", N_("Play the sound")},
    {'r', MOD_CTRL, PAD_NONE, CARDS_SOUND, 0, NULL, NULL},
    {'i', 0, PAD_NONE, CARDS_PICTURE, 0, "I", N_("See the picture large")},
    {'i', MOD_CTRL, PAD_NONE, CARDS_PICTURE, 0, NULL, NULL},
    {'l', 0, PAD_NONE, CARDS_LOOK, 0, "L", N_("Look at the card that keeps slipping away")},
    {'e', MOD_CTRL, PAD_NONE, ACTION_EDIT, 0, "Ctrl E", N_("Open the question in your editor")},
    {'n', 0, PAD_START, CARDS_MENU, 0, "N", N_("Menu of the card")},
    {0},
};

const struct screen screen_cards = {
    .name = "cards",
    .state_size = sizeof(struct cards),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .foresee = foresee,
    .wake_ms = wake_ms,
    .works = works,
    .moment_shortcuts = moment_shortcuts,
};
