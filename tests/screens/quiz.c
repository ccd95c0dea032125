#include "screens/quiz.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { BETWEEN_MS = 1000 }; // a second passes after all that is done

// The stand shows a view that knows nothing of tests.
static struct quiz *shown;

static void view(struct ui *ui)
{
    shown->screen->view(shown->self, &shown->game, ui);
}

int quiz_setup(void **state)
{
    struct quiz *quiz = calloc(1, sizeof *quiz);
    if (!quiz)
        return -1;
    stand_open(&quiz->stand);
    quiz->game =
        (struct game){.settings = settings_default(), .bank_at = -1, .rng = rng_seed(7)};
    *state = shown = quiz;
    return 0;
}

static void leave(struct quiz *quiz)
{
    if (quiz->screen && quiz->screen->leave)
        quiz->screen->leave(quiz->self, &quiz->game);
    arena_free(&quiz->arena);
}

int quiz_teardown(void **state)
{
    struct quiz *quiz = *state;
    leave(quiz);
    game_free(&quiz->game);
    stand_close(&quiz->stand);
    free(quiz);
    return 0;
}

void quiz_start(struct quiz *quiz, const struct bank *bank, const struct question *questions,
                int count, const struct session_rules *rules)
{
    struct picked *picked = ARENA_ARRAY(&quiz->game.quiz_arena, count, struct picked);
    for (int i = 0; i < count; i++)
        picked[i] = (struct picked){.bank = bank, .question = &questions[i]};
    quiz->game.plan.bank = bank;
    session_start(&quiz->game.session, &quiz->game.quiz_arena, picked, count, rules,
                  quiz->stand.now_ms);
}

void quiz_apply(struct quiz *quiz, enum event_type type)
{
    const struct event event = {.type = type, .at_ms = quiz->stand.now_ms};
    assert_true(session_apply(&quiz->game.session, &event));
}

void quiz_answer(struct quiz *quiz, const struct answer *answer, int64_t took_ms)
{
    quiz->stand.now_ms += took_ms;
    const struct event event = {
        .type = EVENT_ANSWER, .at_ms = quiz->stand.now_ms, .answer = answer};
    assert_true(session_apply(&quiz->game.session, &event));
    quiz_apply(quiz, EVENT_NEXT);
}

void quiz_show(struct quiz *quiz)
{
    stand_show(&quiz->stand, view, false);
}

void quiz_enter(struct quiz *quiz, const struct screen *screen)
{
    leave(quiz);
    quiz->screen = screen;
    quiz->self = arena_alloc(&quiz->arena, screen->state_size, _Alignof(max_align_t));
    if (screen->enter)
        screen->enter(quiz->self, &quiz->game, quiz->stand.now_ms);
    quiz->stand.state = (struct ui_state){
        .drag_region = -1, .device = DEVICE_KEYBOARD, .is_focus_visible = true};
    stand_show(&quiz->stand, view, true);
    quiz->stand.now_ms += BETWEEN_MS;
    quiz_show(quiz);
}

struct step quiz_send(struct quiz *quiz, struct action action)
{
    action.now_ms = quiz->stand.now_ms;
    quiz->last = (struct step){0};
    if (action.id)
        quiz->last = quiz->screen->update(quiz->self, &quiz->game, &action);
    quiz->stand.now_ms += BETWEEN_MS;
    if (quiz->last.kind == STEP_STAY)
        quiz_show(quiz);
    return quiz->last;
}

static const struct shortcut *shortcut_for(const struct shortcut *rows, int key)
{
    for (; rows && rows->id; rows++) {
        if (rows->key == key && !rows->mods)
            return rows;
    }
    return NULL;
}

struct step quiz_key(struct quiz *quiz, int key)
{
    const struct shortcut *found = NULL;
    if (quiz->screen->moment_shortcuts)
        found = shortcut_for(quiz->screen->moment_shortcuts(quiz->self, &quiz->game), key);
    if (!found)
        found = shortcut_for(quiz->screen->shortcuts, key);
    if (found)
        return quiz_send(quiz, (struct action){.id = found->id, .arg = found->arg});
    return quiz_send(quiz, stand_key(&quiz->stand, key, 0));
}

struct step quiz_click(struct quiz *quiz, const char *name)
{
    const struct ui_area *area = quiz_named(quiz, name);
    assert_non_null(area);
    struct point at = rect_centre(area->rect);
    return quiz_send(quiz, stand_tap(&quiz->stand, DEVICE_MOUSE, at.x, at.y));
}

struct step quiz_drag(struct quiz *quiz, struct ui_id from, const struct ui_area *to,
                      enum device device)
{
    const struct ui_area *area = ui_find(&quiz->stand.frame, from);
    assert_non_null(area);
    struct point start = rect_centre(area->rect), end = {2, 2};
    if (to)
        end = rect_centre(to->rect);
    stand_point(&quiz->stand, INPUT_PRESS, device, start.x, start.y);
    stand_point(&quiz->stand, INPUT_POINT, device, end.x, end.y);
    return quiz_send(quiz, stand_point(&quiz->stand, INPUT_RELEASE, device, end.x, end.y));
}

const struct ui_area *quiz_named(const struct quiz *quiz, const char *name)
{
    for (int i = 0; i < quiz->stand.frame.area_count; i++) {
        if (strcmp(quiz->stand.frame.areas[i].name, name) == 0)
            return &quiz->stand.frame.areas[i];
    }
    return NULL;
}

const struct ui_area *quiz_area(const struct quiz *quiz, int id, int arg)
{
    return ui_find(&quiz->stand.frame, (struct ui_id){id, arg});
}

bool quiz_says(struct quiz *quiz, const char *text)
{
    return strstr(stand_text(&quiz->stand), text) != NULL;
}
