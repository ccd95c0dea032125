#include <assert.h>
#include <libintl.h>
#include <locale.h>

#include "app/app.h"
#include "app/fit.h"
#include "app/replay.h"
#include "cli/cli.h"

static_assert((int)CLI_NO_DISPLAY == (int)APP_NO_DISPLAY, "the window's status is passed on");
static_assert((int)CLI_INTERRUPTED == (int)APP_INTERRUPTED, "the window's status is passed on");

static int open_window(const struct cli_window *window)
{
    return app_run(&(struct app_options){
        .places = window->places,
        .paths = window->paths,
        .renderer = window->renderer,
        .font = window->font,
        .fullscreen = window->fullscreen,
        .learner = window->learner,
        .now_ms = window->now_ms,
    });
}

static bool check_fit(const struct bank *bank, const char *file, const struct cli_size *sizes,
                      int count, struct diags *diags, char *error, size_t room)
{
    struct arena arena = {0};
    struct fit_size *all = ARENA_ARRAY(&arena, count, struct fit_size);
    for (int i = 0; i < count; i++)
        all[i] = (struct fit_size){sizes[i].width, sizes[i].height, sizes[i].is_of_lesson};
    bool is_checked = fit_check(bank, file, all, count, diags, error, room);
    arena_free(&arena);
    return is_checked;
}

int main(int argc, char **argv)
{
    // Not LC_ALL: with LC_NUMERIC set, 0.5 would be read and written as 0,5 in places.
    setlocale(LC_MESSAGES, "");
    setlocale(LC_CTYPE, "");
    textdomain("quartet");
    return cli_run(argc, argv,
                   &(struct cli_hooks){
                       .window = open_window,
                       .fit = check_fit,
                       .replay = replay_run,
                   });
}
