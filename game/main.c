#include <assert.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

#include "app/app.h"
#include "app/replay.h"
#include "cli/cli.h"

static_assert((int)CLI_NO_DISPLAY == (int)APP_NO_DISPLAY, "the window's status is passed on");

static int open_window(const struct cli_window *window)
{
#if defined(QUARTET_HAS_APP)
    return app_run(&(struct app_options){
        .places = window->places,
        .paths = window->paths,
        .renderer = window->renderer,
        .font = window->font,
        .fullscreen = window->fullscreen,
    });
#else
    (void)window;
    return CLI_NO_DISPLAY;
#endif
}

static int replay(const char *const *scripts, int count, const char *shots_dir,
                  const struct paths *paths)
{
#if defined(QUARTET_HAS_APP)
    return replay_run(scripts, count, shots_dir, paths);
#else
    (void)scripts, (void)count, (void)shots_dir, (void)paths;
    fputs("quartet: this build has no screens to play scripts on\n", stderr);
    return CLI_FAILED;
#endif
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
                       .replay = replay,
                   });
}
