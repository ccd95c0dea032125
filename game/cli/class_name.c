#include "cli/class_name.h"

#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/guess.h"
#include "cli/safe.h"

enum { LISTED_MOST = 12 }; // of more the command that lists all of them is named

/// Whether somebody who typed `typed` may have meant `name`.
static bool is_near(const char *typed, const char *name)
{
    struct guess guess = {.typed = typed};
    guess_offer(&guess, name);
    return guess.best != NULL;
}

static const char *join(struct cli *cli, const char *list, const char *name)
{
    return list ? arena_printf(&cli->arena, "%s, %s", list, name) : name;
}

static void say_unknown(struct cli *cli, const char *name, const char *near, const char *all,
                        int count)
{
    const char *words =
        near   ? _("quartet: no class is called {1}; did you mean: {2}?\n")
        : !all ? _("quartet: no class is called {1}, and there is none; to make one: "
                   "quartet class NAME FILE\n")
        : count > LISTED_MOST
            ? _("quartet: no class is called {1}; to list all: quartet class\n")
            : _("quartet: no class is called {1}; there are: {2}\n");
    const char *list = near ? near : all ? all : "";
    fputs(fill_text(&cli->arena, words, *name ? safe_name(cli, name) : "\"\"",
                    safe_name(cli, list), NULL),
          stderr);
}

bool class_name_is_known(struct cli *cli, const char *name, const char *const *names, int count)
{
    const char *near = NULL, *all = NULL;
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0)
            return true;
        near = is_near(name, names[i]) ? join(cli, near, names[i]) : near;
        all = join(cli, all, names[i]);
    }
    say_unknown(cli, name, near, all, count);
    return false;
}
