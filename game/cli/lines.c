#include "cli/lines.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

#include "cli/clean.h"

enum { CHUNK = 4096, MAX_LINE = 65536, MAX_WAIT_MS = 24 * 60 * 60 * 1000 };

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

enum { SIGNALS = sizeof(ending_signals) / sizeof(ending_signals[0]) };

// A handler can reach nothing else.
static volatile sig_atomic_t caught;

static void catch (int number)
{
    caught = number;
}

// Exchanges one handler for another, and leaves a signal alone that somebody wants ignored, as
// nohup does.
static void exchange_handler(void (*old)(int), void (*new)(int))
{
    struct sigaction before, action = {.sa_handler = new, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < SIGNALS; i++) {
        if (sigaction(ending_signals[i], NULL, &before) == 0 && before.sa_handler == old)
            sigaction(ending_signals[i], &action, NULL);
    }
}

void lines_open(struct lines *lines, int fd)
{
    *lines = (struct lines){.fd = fd, .is_terminal = isatty(fd) == 1};
    caught = 0;
    exchange_handler(SIG_DFL, catch);
}

void lines_close(struct lines *lines)
{
    exchange_handler(catch, SIG_DFL);
    buf_free(&lines->unread);
    buf_free(&lines->line);
}

int lines_signal(void)
{
    return caught;
}

void lines_discard_typed(const struct lines *lines)
{
    if (lines->is_terminal)
        tcflush(lines->fd, TCIFLUSH);
}

// Waits until something can be read. A signal can come at any moment, also just before the
// waiting starts, so it is only let through inside pselect().
static enum lines_result wait_for_input(int fd, int64_t wait_ms)
{
    sigset_t ending, before;
    sigemptyset(&ending);
    for (int i = 0; i < SIGNALS; i++)
        sigaddset(&ending, ending_signals[i]);
    sigprocmask(SIG_BLOCK, &ending, &before);

    enum lines_result result = LINES_INTERRUPTED;
    while (!caught) {
        fd_set readable;
        FD_ZERO(&readable);
        FD_SET(fd, &readable);
        int64_t ms = wait_ms < MAX_WAIT_MS ? wait_ms : MAX_WAIT_MS;
        struct timespec limit = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
        int ready = pselect(fd + 1, &readable, NULL, NULL, wait_ms == INT64_MAX ? NULL : &limit,
                            &before);
        if (ready < 0 && errno == EINTR)
            continue;
        result = ready == 0 ? LINES_TIME_UP : LINES_LINE;
        break;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return result;
}

// Takes the first `len` bytes of what came and `skip` bytes behind them.
static void take_line(struct lines *lines, size_t len, size_t skip, const char **line)
{
    buf_clear(&lines->line);
    size_t shown = len && lines->unread.data[len - 1] == '\r' ? len - 1 : len;
    clean_add(&lines->line, lines->unread.data, shown < MAX_LINE ? shown : MAX_LINE);
    buf_add(&lines->line, "", 1); // a NUL even if nothing was added
    lines->unread.len -= len + skip;
    memmove(lines->unread.data, lines->unread.data + len + skip, lines->unread.len);

    char *start = lines->line.data, *end = start + strlen(start);
    while (end > start && end[-1] == ' ')
        *--end = '\0';
    while (*start == ' ')
        start++;
    *line = start;
}

enum lines_result lines_read(struct lines *lines, int64_t wait_ms, const char **line)
{
    for (;;) {
        const char *end =
            lines->unread.len ? memchr(lines->unread.data, '\n', lines->unread.len) : NULL;
        if (end) {
            take_line(lines, (size_t)(end - lines->unread.data), 1, line);
            return LINES_LINE;
        }
        if (lines->has_ended && lines->unread.len) {
            take_line(lines, lines->unread.len, 0, line);
            return LINES_LINE;
        }
        if (lines->has_ended)
            return LINES_END;
        enum lines_result result = wait_for_input(lines->fd, wait_ms);
        if (result != LINES_LINE)
            return result;
        // Beyond the longest line only its end is looked for.
        if (lines->unread.len > MAX_LINE)
            lines->unread.len = MAX_LINE;
        buf_reserve(&lines->unread, CHUNK);
        ssize_t got = read(lines->fd, lines->unread.data + lines->unread.len, CHUNK);
        if (got > 0) {
            lines->unread.len += (size_t)got;
        } else if (got == 0 || errno != EINTR) {
            lines->has_ended = true;
        }
    }
}
