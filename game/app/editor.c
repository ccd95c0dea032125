#include "app/editor.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/words.h"

enum how {
    HOW_PLUS,  // editor +LINE FILE
    HOW_COLON, // editor FILE:LINE
    HOW_GOTO,  // editor -g FILE:LINE
    HOW_LINE,  // editor -l LINE FILE
};

static const struct {
    const char *name;
    enum how how;
    bool is_in_terminal;
} known[] = {
    {"vi", HOW_PLUS, true},
    {"vim", HOW_PLUS, true},
    {"vim.basic", HOW_PLUS, true},
    {"vim.tiny", HOW_PLUS, true},
    {"nvim", HOW_PLUS, true},
    {"nano", HOW_PLUS, true},
    {"pico", HOW_PLUS, true},
    {"micro", HOW_PLUS, true},
    {"joe", HOW_PLUS, true},
    {"jed", HOW_PLUS, true},
    {"ne", HOW_PLUS, true},
    {"mg", HOW_PLUS, true},
    {"kak", HOW_PLUS, true},
    {"mcedit", HOW_PLUS, true},
    {"hx", HOW_COLON, true},
    {"helix", HOW_COLON, true},
    {"editor", HOW_PLUS, true},
    {"sensible-editor", HOW_PLUS, true},
    {"emacs", HOW_PLUS, false},
    {"emacsclient", HOW_PLUS, false},
    {"gvim", HOW_PLUS, false},
    {"gedit", HOW_PLUS, false},
    {"gnome-text-editor", HOW_PLUS, false},
    {"pluma", HOW_PLUS, false},
    {"xed", HOW_PLUS, false},
    {"featherpad", HOW_PLUS, false},
    {"kate", HOW_LINE, false},
    {"kwrite", HOW_LINE, false},
    {"geany", HOW_LINE, false},
    {"mousepad", HOW_LINE, false},
    {"code", HOW_GOTO, false},
    {"code-insiders", HOW_GOTO, false},
    {"codium", HOW_GOTO, false},
    {"subl", HOW_COLON, false},
    {"zed", HOW_COLON, false},
    {"xdg-open", HOW_PLUS, false},
};

static int find_known(const char *program)
{
    const char *slash = strrchr(program, '/');
    const char *name = slash ? slash + 1 : program;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].name, name) == 0)
            return (int)i;
    }
    return -1;
}

static bool has_text(const char *text)
{
    return text && text[strspn(text, " \t\r\n")];
}

/// Whether Emacs was told to stay in the terminal.
static bool asks_for_terminal(const char *const *words)
{
    static const char *const flags[] = {"-nw", "--no-window-system", "-t", "--tty"};
    for (; *words; words++) {
        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
            if (strcmp(*words, flags[i]) == 0)
                return true;
        }
    }
    return false;
}

/// Adds the file and the line as this editor wants them. Returns the new end.
static const char **add_place(const char **end, int at, const char *path, int line,
                              struct arena *arena)
{
    bool can_go = at >= 0 && line > 0 && strcmp(known[at].name, "xdg-open") != 0;
    if (!can_go) {
        *end++ = path;
        return end;
    }
    switch (known[at].how) {
    case HOW_PLUS:
        *end++ = arena_printf(arena, "+%d", line);
        break;
    case HOW_LINE:
        *end++ = "-l";
        *end++ = arena_printf(arena, "%d", line);
        break;
    case HOW_GOTO:
        *end++ = "-g";
        *end++ = arena_printf(arena, "%s:%d", path, line);
        return end;
    case HOW_COLON:
        *end++ = arena_printf(arena, "%s:%d", path, line);
        return end;
    }
    *end++ = path;
    return end;
}

const char *const *editor_command(const char *visual, const char *editor, const char *path,
                                  int line, struct arena *arena)
{
    enum { MORE = 6 }; // a terminal, the line, the file, the end

    const char **words;
    const char *text = has_text(visual) ? visual : has_text(editor) ? editor : "xdg-open";
    int count = words_split(text, arena, &words);
    if (count <= 0)
        return NULL;
    int at = find_known(words[0]);
    const char **command = ARENA_ARRAY(arena, count + MORE, const char *), **end = command;
    if (at >= 0 && (known[at].is_in_terminal || asks_for_terminal(words))) {
        *end++ = "x-terminal-emulator";
        *end++ = "-e";
    }
    for (int i = 0; i < count; i++)
        *end++ = words[i];
    end = add_place(end, at, path, line, arena);
    *end = NULL;
    return command;
}

// --- starting it

enum { FDS_MOST = 1024 };

/// In the new process: nothing of ours goes along but what is shown and the environment.
static void leave_us(int report)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGCHLD};
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigset_t none;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &usual, NULL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0)
        dup2(nothing, STDIN_FILENO);
    for (int fd = STDERR_FILENO + 1; fd < FDS_MOST; fd++) {
        if (fd != report)
            close(fd);
    }
}

static _Noreturn void report_failure(int report)
{
    _exit(write(report, "x", 1) == 1 ? 127 : 126);
}

/// Becomes `command`, or reports that this is not possible.
static _Noreturn void become(char *const *command, int report)
{
    leave_us(report);
    execvp(command[0], command);
    report_failure(report);
}

static bool start(char *const *command)
{
    int ends[2];
    char told;
    if (pipe(ends) != 0)
        return false;
    fcntl(ends[1], F_SETFD, FD_CLOEXEC); // closed when the command runs
    pid_t child = fork();
    if (child == 0) {
        // Nobody's child, so that nobody has to wait for it.
        setsid();
        pid_t editor = fork();
        if (editor == 0)
            become(command, ends[1]);
        if (editor < 0)
            report_failure(ends[1]);
        _exit(0);
    }
    close(ends[1]);
    bool is_started = child > 0 && read(ends[0], &told, 1) == 0;
    close(ends[0]);
    if (child > 0)
        waitpid(child, NULL, 0);
    return is_started;
}

/// As execvp() wants it, which changes nothing of it all the same.
static char **copy_command(const char *const *command, struct arena *arena)
{
    int count = 0;
    while (command[count])
        count++;
    char **copy = ARENA_ARRAY(arena, count + 1, char *);
    for (int i = 0; i < count; i++)
        copy[i] = arena_text(arena, command[i], strlen(command[i]));
    return copy;
}

const char *editor_start(const char *path, int line, struct arena *arena)
{
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
    const char *const *command = editor_command(visual, editor, path, line, arena);
    if (!command)
        return has_text(visual) ? visual : editor;
    return start(copy_command(command, arena)) ? NULL : command[0];
}
