#include "sdl/desktop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>

struct desktop_question {
    SDL_Thread *thread;
    struct desktop_wishes wishes;
};

/// Whether `program` is in one of the folders of $PATH.
static bool is_installed(const char *program)
{
    const char *folders = getenv("PATH");
    while (folders && *folders) {
        char path[512];
        size_t len = strcspn(folders, ":");
        snprintf(path, sizeof path, "%.*s/%s", (int)len, folders, program);
        if (access(path, X_OK) == 0)
            return true;
        folders += len + (folders[len] == ':');
    }
    return false;
}

// All keys at once: starting a program costs more than reading its lines.
static int ask(void *data)
{
    struct desktop_question *question = data;
    FILE *answer =
        popen("gsettings list-recursively org.gnome.desktop.interface 2>/dev/null", "r");
    char line[512];
    while (answer && fgets(line, sizeof line, answer)) {
        if (strstr(line, " color-scheme "))
            question->wishes.is_dark = strstr(line, "light") == NULL;
        if (strstr(line, " enable-animations "))
            question->wishes.reduces_motion = strstr(line, "false") != NULL;
    }
    if (answer)
        pclose(answer);
    return 0;
}

struct desktop_question *desktop_ask(void)
{
    if (!is_installed("gsettings"))
        return NULL;
    struct desktop_question *question = SDL_calloc(1, sizeof *question);
    if (!question)
        return NULL;
    question->wishes.is_dark = true;
    question->thread = SDL_CreateThread(ask, "desktop", question);
    return question;
}

struct desktop_wishes desktop_answer(struct desktop_question *question)
{
    struct desktop_wishes wishes = {.is_dark = true};
    if (!question)
        return wishes;
    SDL_WaitThread(question->thread, NULL);
    wishes = question->wishes;
    SDL_free(question);
    return wishes;
}
