#include "app/fit_lesson.h"

#include <stddef.h>

#include "core/lesson_wish.h"
#include "screens/lesson.h"
#include "screens/screen.h"

enum { TEAMS = 4, NOW_MS = 100000, LATER_MS = NOW_MS + 5000, LIMIT_MS = 60000 };

/// Begins a lesson over this question, one for each team.
static void begin(struct game *game, enum contest_mode mode, const struct picked *picked)
{
    static const char *const names[TEAMS] = {"A", "B", "C", "D"};
    const struct picked one_each[TEAMS] = {*picked, *picked, *picked, *picked};
    const struct contest_rules rules = {
        .mode = mode, .team_count = TEAMS, .limit_ms = LIMIT_MS};
    struct lesson_run *run = &game->run;
    *run = (struct lesson_run){.is_there = true, .text_percent = LESSON_TEXT_USUAL};
    for (int i = 0; i < TEAMS; i++)
        run->log.start.teams[i] = (struct team){.name = names[i], .mark = i};
    contest_start(&run->contest, &run->arena, one_each, TEAMS, &rules, NOW_MS);
}

/// Whether the question has pages as it is asked in this way.
static bool has_pages(struct game *game, struct ui_frame *frame, const struct ui_look *look,
                      enum contest_mode mode, const struct picked *picked)
{
    const struct ui_state state = {.drag_region = -1, .device = DEVICE_KEYBOARD};
    struct lesson_screen lesson = {
        .seen_at = -2, .chosen = CONTEST_NOBODY, .judged = CONTEST_NOBODY};
    begin(game, mode, picked);
    lesson_follow(&lesson, game, NOW_MS);
    struct ui ui = ui_begin(frame, &state, look, LATER_MS);
    screen_lesson.view(&lesson, game, &ui);
    arena_free(&lesson.play.arena);
    arena_free(&game->run.arena);
    game->run = (struct lesson_run){0};
    return ui_paged_region(frame) != NULL;
}

bool fit_in_lesson(struct game *game, struct ui_frame *frame, const struct ui_look *look,
                   const struct bank *bank, const struct question *question)
{
    struct ui_look classroom = *look;
    const struct picked picked = {bank, question};
    classroom.text_percent = LESSON_TEXT_USUAL;
    return !has_pages(game, frame, &classroom, CONTEST_ALL, &picked) &&
           !has_pages(game, frame, &classroom, CONTEST_TURNS, &picked);
}
