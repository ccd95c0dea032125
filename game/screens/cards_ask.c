// Cards whose answer is typed or chosen, and that are graded by it.
#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "core/grade.h"
#include "screens/cards.h"
#include "screens/verdict.h"
#include "ui/widget.h"

static bool is_up(const struct cards *cards)
{
    return cards->is_asked && cards->up.number >= 0 && !cards->is_turned && !cards->is_looking;
}

/// The game as the views of questions know it: in a quiz over this one question. In `arena`.
static struct ask_context context_of(const struct cards *cards, const struct game *game,
                                     struct arena *arena)
{
    struct game *shown = ARENA_ARRAY(arena, 1, struct game);
    *shown = *game;
    shown->session = cards->session;
    return play_context(shown, &cards->session.turns[0]);
}

void cards_ask_no_more(struct cards *cards)
{
    arena_free(&cards->play.arena);
    arena_free(&cards->session_arena);
    cards->play = (struct play){0};
    cards->session = (struct session){0};
    cards->is_asked = false;
    cards->verdict = NULL;
    cards->suggested = (struct study_grade){FSRS_GOOD, STUDY_EVIDENCE_FULL};
}

void cards_ask(struct cards *cards, const struct game *game, int64_t now_ms)
{
    const struct study *study = &game->cards.study;
    const struct deck_card *card = &study->cards[cards->up.number];
    cards_ask_no_more(cards);
    if (!game->settings.answer_cards || card->question->kind == KIND_CARD)
        return;
    cards->is_asked = true;
    const struct picked picked = {card->bank, card->question};
    const struct session_rules rules = {.seed = study_face_seed(study, card)};
    session_start(&cards->session, &cards->session_arena, &picked, 1, &rules, now_ms);
    struct play *play = &cards->play;
    play->shown_ms = now_ms;
    play->page = cards->page;
    play->looking_at = PLAY_NOT_LOOKING;
    const struct ask_view *view = play_ask_view(&cards->session.turns[0]);
    play->ask = arena_alloc(&play->arena, view->state_size, _Alignof(max_align_t));
    struct arena scratch = {0};
    struct ask_context context = context_of(cards, game, &scratch);
    if (view->enter)
        view->enter(play->ask, &context, &play->arena);
    arena_free(&scratch);
}

/// The grade of the card that is up: of several gaps each has its own.
static struct study_grade grade_of(const struct cards *cards, const struct game *game)
{
    struct arena scratch = {0};
    struct grade *grades = NULL;
    int part = game->cards.study.cards[cards->up.number].part;
    int count = grade_turn(&cards->session.turns[0], NULL, &scratch, &grades);
    struct study_grade grade = {FSRS_AGAIN, STUDY_EVIDENCE_FULL};
    for (int i = 0; i < count; i++) {
        if (grades[i].part == part)
            grade = (struct study_grade){grades[i].rating, grades[i].evidence};
    }
    arena_free(&scratch);
    return grade;
}

static enum cards_asked answer_now(struct cards *cards, const struct game *game,
                                   const struct ask_context *context, int64_t now_ms)
{
    const struct turn *turn = &cards->session.turns[0];
    const struct ask_view *view = play_ask_view(turn);
    struct answer answer = view->answer(cards->play.ask, context, &cards->play.arena);
    const struct event event = {.type = EVENT_ANSWER, .at_ms = now_ms, .answer = &answer};
    if (!answer_is_complete(&turn->ask, &answer) || !session_apply(&cards->session, &event)) {
        cards->play.notice = _("Nothing answered yet. Answer, or show the answer.");
        return CARDS_ASKING;
    }
    cards->suggested = grade_of(cards, game);
    cards->verdict = verdict_title(turn);
    cards->up.said =
        turn->mark.credit < CREDIT_FULL ? verdict_given_answer(turn, &cards->up.arena) : NULL;
    return CARDS_ANSWERED;
}

enum cards_asked cards_ask_update(struct cards *cards, const struct game *game,
                                  const struct action *action)
{
    bool is_check = action->id == PLAY_CHECK;
    if (!is_up(cards) || (!is_check && action->id < ASK_ACTIONS))
        return CARDS_NOT_ASKED;
    // A key pressed for the card before must not answer this one.
    if (action->now_ms - cards->shown_ms < CARDS_LOCK_MS)
        return CARDS_ASKING;
    struct arena scratch = {0};
    struct ask_context context = context_of(cards, game, &scratch);
    const struct ask_view *view = play_ask_view(context.turn);
    enum ask_outcome outcome =
        is_check ? ASK_READY : view->update(cards->play.ask, &context, action);
    enum cards_asked asked = outcome == ASK_IGNORED ? CARDS_NOT_ASKED : CARDS_ASKING;
    if (outcome == ASK_READY) {
        asked = answer_now(cards, game, &context, action->now_ms);
    } else if (outcome == ASK_CHANGED) {
        cards->play.notice = NULL;
    }
    arena_free(&scratch);
    return asked;
}

const struct shortcut *cards_ask_shortcuts(const struct cards *cards, const struct game *game)
{
    if (!is_up(cards))
        return NULL;
    const struct ask_view *view = play_ask_view(&cards->session.turns[0]);
    if (!view->moment_shortcuts)
        return view->shortcuts;
    struct arena scratch = {0};
    struct ask_context context = context_of(cards, game, &scratch);
    const struct shortcut *rows = view->moment_shortcuts(cards->play.ask, &context);
    arena_free(&scratch);
    // cppcheck-suppress returnDanglingLifetime ; the rows are const tables
    return rows;
}

static void draw_hints(const struct cards *cards, const struct ask_context *context,
                       const struct game *game, struct ui *ui, float end)
{
    const struct ask_view *view = play_ask_view(context->turn);
    const struct hint *own = NULL;
    int own_count = view->hints(cards->play.ask, context, ui->arena, &own);
    struct hint *all = ARENA_ARRAY(ui->arena, own_count + 3, struct hint);
    int count = 0;
    for (int i = 0; i < own_count; i++)
        all[count++] = own[i];
    all[count++] = (struct hint){
        .keys = "Ctrl+S", .pad = PAD_NORTH, .label = _("show answer"), .id = CARDS_FLIP};
    if (study_can_undo(&game->cards.study)) {
        all[count++] = (struct hint){.keys = ui_takes_text(ui) ? "Ctrl+Z" : "U",
                                     .pad = PAD_BACK,
                                     .label = _("undo"),
                                     .id = CARDS_UNDO};
    }
    const char *escape = view->escape ? view->escape(cards->play.ask) : NULL;
    all[count++] =
        (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = escape ? escape : _("stop")};
    ui_hints(ui, all, count, end);
}

void cards_ask_view(const struct cards *cards, const struct game *game, struct ui *ui,
                    struct rect rest)
{
    struct ask_context context = context_of(cards, game, ui->arena);
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 4 * ui->u) - rest.y;
    float end = play_view_asked(&cards->play, &context, ui, rest);
    draw_hints(cards, &context, game, ui, end);
}
