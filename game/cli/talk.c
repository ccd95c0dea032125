#include "cli/talk.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "cli/clean.h"
#include "store/zone.h"

void talk_open(struct talk *talk, int fd, int64_t fixed_now_ms)
{
    *talk = (struct talk){.fixed_now_ms = fixed_now_ms};
    lines_open(&talk->lines, fd);
}

static int64_t clock_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t talk_now_ms(const struct talk *talk)
{
    return talk->fixed_now_ms >= 0 ? talk->fixed_now_ms : clock_ms(CLOCK_MONOTONIC);
}

struct fsrs_time talk_time(const struct talk *talk)
{
    return zone_time(talk->fixed_now_ms >= 0 ? talk->fixed_now_ms : clock_ms(CLOCK_REALTIME));
}

void talk_flush(struct talk *talk)
{
    struct buf clean = {0};
    if (talk->out.len)
        clean_add(&clean, talk->out.data, talk->out.len);
    if (clean.len)
        fwrite(clean.data, 1, clean.len, stdout);
    fflush(stdout);
    buf_free(&clean);
    buf_clear(&talk->out);
}

enum lines_result talk_read(struct talk *talk, const char *ask, int64_t wait_ms,
                            const char **line)
{
    buf_text(&talk->out, ask);
    talk_flush(talk);
    enum lines_result result = lines_read(&talk->lines, wait_ms, line);
    // A terminal has shown what was typed, and its line end. A pipe has shown nothing.
    if (result == LINES_LINE && !talk->lines.is_terminal) {
        buf_printf(&talk->out, "%s\n", *line);
    } else if (result != LINES_LINE) {
        buf_text(&talk->out, "\n");
    }
    return result;
}

void talk_close(struct talk *talk)
{
    buf_free(&talk->out);
    lines_close(&talk->lines);
}

int colon_find(const struct colon *colons, int count, const char **line)
{
    if ((*line)[0] != ':')
        return COLON_ANSWER;
    ++*line;
    if ((*line)[0] == ':')
        return COLON_ANSWER;
    for (int i = 0; i < count; i++) {
        if (strcmp(colons[i].name, *line) == 0)
            return i;
    }
    --*line;
    return COLON_UNKNOWN;
}

void colon_add_help(const struct colon *colons, int count, struct buf *out)
{
    int longest = 0;
    for (int i = 0; i < count; i++) {
        int len = (int)strlen(colons[i].name);
        longest = len > longest ? len : longest;
    }
    for (int i = 0; i < count; i++)
        buf_printf(out, "  :%-*s  %s\n", longest, colons[i].name, _(colons[i].help));
}
