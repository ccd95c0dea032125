#include "formats/csv.h"

#include <stdbool.h>
#include <string.h>

#include "base/number.h"

// The signs that begin a formula, also as wide as an ideograph: some spreadsheets take those
// for the others.
static bool is_formula(const char *text)
{
    static const char *const signs[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                        "\n", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    }
    return false;
}

void csv_text(struct buf *out, const char *text)
{
    text = text ? text : "";
    bool may_run = is_formula(text), is_quoted = may_run || strpbrk(text, ",;\"\t\r\n");
    if (is_quoted)
        buf_byte(out, '"');
    if (may_run)
        buf_byte(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            buf_byte(out, '"');
        buf_byte(out, *text);
    }
    if (is_quoted)
        buf_byte(out, '"');
    buf_byte(out, ',');
}

void csv_number(struct buf *out, double number)
{
    char text[NUMBER_ROOM];
    number_format(number, text);
    buf_text(out, text);
    buf_byte(out, ',');
}

void csv_end_row(struct buf *out)
{
    if (out->len)
        out->len--; // the comma after the last cell
    buf_text(out, "\r\n");
}
