#include "app/fit.h"

#include <stddef.h>

#include "app/fit_lesson.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "sdl/fonts.h"

enum { NOW_MS = 100000, LATER_MS = NOW_MS + 5000, LIMIT_MS = 60000 };

// 18 px on a screen of 1080 lines, from the lowest to the highest point of the letters.
// Source: Xbox Accessibility Guideline 101, "Text display".
static const float readable = 18.0F / 1080;
static const float slack_px = 1;      // a line that is that much lower is seen whole
static const float letter_em = 0.97F; // that height as a part of the size

/// What is wrong with a question, and the sizes at which it is.
struct found {
    struct buf asked, told, small, in_lesson;
};

struct fitter {
    struct game *game;
    struct ui_look look;
    struct ui_frame frame;
};

static void add_size(struct buf *to, const struct ui_look *look)
{
    buf_printf(to, "%s%dx%d", to->len ? ", " : "", look->width, look->height);
}

static bool is_small(const struct fitter *f)
{
    int shorter = f->look.width < f->look.height ? f->look.width : f->look.height;
    float least = readable * (float)shorter;
    const struct draw_list *list = &f->frame.list;
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_TEXT && (float)cmd->size_px * letter_em < least)
            return true;
    }
    return false;
}

/// Draws the play screen as it is now. Returns whether something in it has to be scrolled.
static bool scrolls(struct fitter *f)
{
    struct arena arena = {0};
    const struct ui_state state = {.drag_region = -1, .device = DEVICE_KEYBOARD};
    void *self = arena_alloc(&arena, screen_play.state_size, _Alignof(max_align_t));
    screen_play.enter(self, f->game, NOW_MS);
    struct ui ui = ui_begin(&f->frame, &state, &f->look, LATER_MS);
    screen_play.view(self, f->game, &ui);
    screen_play.leave(self, f->game);
    arena_free(&arena);
    for (int i = 0; i < f->frame.region_count; i++) {
        const struct ui_region *region = &f->frame.regions[i];
        if (region->content_height > region->rect.h + slack_px)
            return true;
    }
    return false;
}

static void begin(struct fitter *f, const struct bank *bank, const struct question *question,
                  int64_t limit_ms)
{
    const struct session_rules rules = {.question_limit_ms = limit_ms, .seed = 1};
    const struct picked picked = {bank, question};
    game_drop_quiz(f->game);
    session_start(&f->game->session, &f->game->quiz_arena, &picked, 1, &rules, NOW_MS);
}

/// Looks at a question at one size.
static void look_at(struct fitter *f, const struct bank *bank, const struct question *question,
                    struct found *found)
{
    begin(f, bank, question, 0);
    if (scrolls(f))
        add_size(&found->asked, &f->look);
    bool is_too_small = is_small(f);
    // As missed as can be, which says the most.
    begin(f, bank, question, LIMIT_MS);
    const struct event late = {.type = EVENT_TIME_UP, .at_ms = NOW_MS + LIMIT_MS};
    session_apply(&f->game->session, &late);
    if (scrolls(f))
        add_size(&found->told, &f->look);
    if (is_too_small || is_small(f))
        add_size(&found->small, &f->look);
}

static void warn(struct diags *diags, const char *file, const struct question *question,
                 struct buf *sizes, const char *what)
{
    const struct place place = {file, question->line, question->column};
    if (sizes->len)
        diag_add(diags, DIAG_WARNING, place, 1, NULL, 0, 0, "at %s %s", sizes->data, what);
    buf_free(sizes);
}

static void check_question(struct fitter *f, const struct bank *bank, const char *file,
                           const struct question *question, const struct fit_size *sizes,
                           int count, struct diags *diags)
{
    struct found found = {0};
    for (int i = 0; i < count; i++) {
        f->look.width = sizes[i].width;
        f->look.height = sizes[i].height;
        if (!sizes[i].is_of_lesson) {
            look_at(f, bank, question, &found);
        } else if (!fit_in_lesson(f->game, &f->frame, &f->look, bank, question)) {
            add_size(&found.in_lesson, &f->look);
        }
    }
    warn(diags, file, question, &found.asked,
         "the question has to be scrolled. Shorten it or its answers");
    warn(diags, file, question, &found.told,
         "what is said after it has to be scrolled. Shorten its explanation or its answers");
    warn(diags, file, question, &found.small, "it is smaller than can be read. Shorten it");
    warn(diags, file, question, &found.in_lesson,
         "a lesson shows the question on more than one page. Shorten it or its answers");
}

bool fit_check(const struct bank *bank, const char *file, const struct fit_size *sizes,
               int count, struct diags *diags, char *error, size_t room)
{
    struct fonts *fonts = fonts_open(&(struct fonts_options){0}, error, room);
    if (!fonts)
        return false;
    struct arena arena = {0};
    const struct settings settings = settings_default();
    struct fitter f = {
        .game = ARENA_ARRAY(&arena, 1, struct game),
        .look = {.text_percent = settings.text_percent, .measure = fonts_measure(fonts)}};
    *f.game = (struct game){.settings = settings, .bank_at = -1, .rng = rng_seed(1)};
    for (int i = 0; i < bank->question_count; i++)
        check_question(&f, bank, file, &bank->questions[i], sizes, count, diags);
    game_free(f.game);
    arena_free(&f.frame.arena);
    arena_free(&arena);
    fonts_close(fonts);
    return true;
}
