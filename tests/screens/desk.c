#include "screens/desk.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int desk_setup(void **state)
{
    void *scratch = NULL;
    if (scratch_setup(&scratch) != 0)
        return -1;
    struct desk *desk = calloc(1, sizeof *desk);
    assert_non_null(desk);
    desk->scratch = scratch;
    desk->paths = (struct paths){
        .home_dir = desk->scratch->dir,
        .questions_dir = scratch_path(desk->scratch, "questions"),
    };
    desk->game = (struct game){.settings = settings_default(),
                               .paths = &desk->paths,
                               .bank_at = -1,
                               .rng = rng_seed(7)};
    desk->game.library.diags.arena = &desk->game.library.arena;
    stand_open(&desk->stand);
    *state = desk;
    return 0;
}

static void leave(struct desk *desk)
{
    if (desk->screen && desk->screen->leave)
        desk->screen->leave(desk->self, &desk->game);
    arena_free(&desk->arena);
}

int desk_teardown(void **state)
{
    struct desk *desk = *state;
    leave(desk);
    game_free(&desk->game);
    stand_close(&desk->stand);
    void *scratch = desk->scratch;
    scratch_teardown(&scratch);
    free(desk);
    return 0;
}

const char *desk_write_bank(struct desk *desk, const char *name, const char *title,
                            const char *questions)
{
    return scratch_write(desk->scratch, name,
                         arena_printf(&desk->scratch->arena,
                                      "{\"format\": \"quizbank/1\", \"title\": \"%s\",\n"
                                      "\"questions\": %s}\n",
                                      title, questions));
}

const char *desk_add_bank(struct desk *desk, const char *name, const char *title,
                          const char *questions)
{
    const char *path = desk_write_bank(desk, name, title, questions);
    int before = desk->game.bank_at;
    game_open_path(&desk->game, path);
    if (before >= 0)
        game_choose_bank(&desk->game, before);
    return path;
}

// As it looks when all motion is over.
static void show(struct desk *desk, bool is_new)
{
    enum { SETTLED_MS = 1000 };

    struct stand *stand = &desk->stand;
    for (int i = 0; i < 2; i++) {
        struct ui ui =
            ui_begin(&stand->frame, &stand->state, &stand->look, stand->now_ms + SETTLED_MS);
        desk->screen->view(desk->self, &desk->game, &ui);
        if (!ui_settle(&stand->state, &stand->frame, is_new && i == 0))
            return;
    }
}

void desk_enter(struct desk *desk, const struct screen *screen)
{
    leave(desk);
    desk->screen = screen;
    desk->self = arena_alloc(&desk->arena, screen->state_size + 1, _Alignof(max_align_t));
    if (screen->enter)
        screen->enter(desk->self, &desk->game, desk->stand.now_ms);
    desk->stand.state.focus = (struct ui_id){0};
    show(desk, true);
}

struct step desk_send(struct desk *desk, struct action action)
{
    action.now_ms = desk->stand.now_ms;
    desk->last = (struct step){0};
    if (action.id)
        desk->last = desk->screen->update(desk->self, &desk->game, &action);
    if (desk->last.focus.id)
        desk->stand.state.focus = desk->last.focus;
    show(desk, false);
    return desk->last;
}

struct step desk_act(struct desk *desk, int id, int arg)
{
    return desk_send(desk, (struct action){.id = id, .arg = arg});
}

struct step desk_key(struct desk *desk, int key)
{
    for (const struct shortcut *row = desk->screen->shortcuts; row && row->id; row++) {
        if (row->key == key && !row->mods)
            return desk_act(desk, row->id, row->arg);
    }
    const struct input input = {
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = key, .at_ms = desk->stand.now_ms};
    struct ui_outcome outcome = ui_input(&desk->stand.state, &desk->stand.frame, &input);
    return desk_send(desk, outcome.action);
}

const char *desk_text(struct desk *desk)
{
    const struct draw_list *list = &desk->stand.frame.list;
    const char *all = "";
    const struct draw_cmd *last = NULL;
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind != DRAW_TEXT)
            continue;
        bool follows = last && fabsf(cmd->baseline - last->baseline) < 1 &&
                       fabsf(cmd->rect.x - last->rect.x - last->rect.w) < 1;
        all = arena_printf(&desk->scratch->arena, "%s%s%s", all, follows ? "" : " ", cmd->text);
        last = cmd;
    }
    return all;
}

void desk_assert_says(struct desk *desk, const char *text)
{
    const char *all = desk_text(desk);
    if (!strstr(all, text))
        fail_msg("\"%s\" is not said:%s", text, all);
}

void desk_assert_silent(struct desk *desk, const char *text)
{
    const char *all = desk_text(desk);
    if (strstr(all, text))
        fail_msg("\"%s\" is said:%s", text, all);
}

const struct ui_area *desk_area(struct desk *desk, int id, int arg)
{
    return ui_find(&desk->stand.frame, (struct ui_id){id, arg});
}
