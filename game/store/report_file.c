#include "store/report_file.h"

#include <string.h>

#include "base/date.h"
#include "store/file.h"

enum { DATE_LEN = 10 }; // of "2026-01-08"

static const char digits[] = "0123456789";

const char *report_file_folder(const char *db_path, struct arena *arena)
{
    return arena_printf(arena, "%s/reports", file_folder(arena, db_path));
}

/// The name of the class as part of the name of a file: what could be more than that goes.
static const char *plain_words(const char *name, struct arena *arena)
{
    static const char fine[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    char *words = arena_text(arena, name, strlen(name));
    for (char *at = words; *at; at++) {
        if ((unsigned char)*at < 0x80 && !strchr(fine, *at))
            *at = '-';
    }
    return words;
}

const char *report_file_name(const char *class_name, int lesson, const char *date,
                             struct arena *arena)
{
    const char *words = plain_words(class_name, arena);
    return lesson ? arena_printf(arena, "%s-%d-%s", words, lesson, date)
                  : arena_printf(arena, "%s-all-%s", words, date);
}

/// Steps over `text` at `*at`; false if it is not there.
static bool step_over(const char **at, const char *text)
{
    size_t len = strlen(text);
    if (strncmp(*at, text, len) != 0)
        return false;
    *at += len;
    return true;
}

bool report_file_is_of(const char *file_name, const char *class_name)
{
    struct arena scratch = {0};
    struct date date;
    const char *at = file_name;
    bool is_of = step_over(&at, plain_words(class_name, &scratch)) && step_over(&at, "-");
    size_t number = strspn(at, digits);
    at += number;
    is_of = is_of && (number || step_over(&at, "all")) && step_over(&at, "-") &&
            strlen(at) > DATE_LEN && date_read(at, DATE_LEN, &date);
    if (is_of) {
        at += DATE_LEN;
        is_of = strcmp(at, ".html") == 0 || strcmp(at, ".csv") == 0;
    }
    arena_free(&scratch);
    return is_of;
}
