#include "cli/problems.h"

#include <string.h>

#include "base/buf.h"

#define RED     "\033[1;31m"
#define MAGENTA "\033[1;35m"
#define PLAIN   "\033[0m"

static const char *severity_word(enum diag_severity severity)
{
    return severity == DIAG_ERROR ? "error:" : "warning:";
}

static void print_colored(const struct diag *diag, const char *text, FILE *out)
{
    const char *word = severity_word(diag->severity);
    // A file name may hold the word as well.
    const char *at = strstr(text + strlen(diag->place.file), word);
    if (!at) {
        fputs(text, out);
        return;
    }
    fprintf(out, "%.*s%s%s%s%s", (int)(at - text), text,
            diag->severity == DIAG_ERROR ? RED : MAGENTA, word, PLAIN, at + strlen(word));
}

void problems_print(const struct diags *diags, bool is_colored, FILE *out)
{
    struct buf text = {0};
    for (size_t i = 0; i < diags->count; i++) {
        buf_clear(&text);
        diag_print(&diags->items[i], &text);
        if (is_colored) {
            print_colored(&diags->items[i], text.data, out);
        } else {
            fputs(text.data, out);
        }
    }
    buf_free(&text);
}
