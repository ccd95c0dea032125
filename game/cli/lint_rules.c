#include "cli/lint_rules.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/guess.h"
#include "formats/lint.h"

enum { PAGE_COLUMNS = 80, MARGIN = 4 };

static void refuse(const char *name)
{
    struct guess guess = {.typed = name};
    for (int i = 0; i < LINT_RULES; i++)
        guess_offer(&guess, lint_rows[i].name);
    if (guess.best) {
        fprintf(stderr, _("quartet: --lint knows no rule \"%s\"; did you mean %s?\n"), name,
                guess.best);
    } else {
        fprintf(stderr, _("quartet: --lint knows no rule \"%s\"\n"), name);
    }
    fprintf(stderr, _("See: quartet help lint\n"));
}

bool lint_rules_read(struct arena *arena, const char *names, uint32_t *wanted)
{
    *wanted = LINT_ALL;
    if (!names)
        return true;
    *wanted = 0;
    for (const char *name = names;; name++) {
        size_t len = strcspn(name, ",");
        enum lint_rule rule = lint_find(name, len);
        if (rule == LINT_RULES) {
            refuse(arena_text(arena, name, len));
            return false;
        }
        *wanted |= LINT_BIT(rule);
        name += len;
        if (!*name)
            return true;
    }
}

// Lines of a page, like the diagnostics themselves in English.
static void print_paragraph(const char *text)
{
    int column = 0;
    while (*text) {
        int len = (int)strcspn(text, " ");
        if (column && column + 1 + len > PAGE_COLUMNS) {
            putchar('\n');
            column = 0;
        }
        if (!column)
            column = printf("%*s", MARGIN - 1, "");
        column += printf(" %.*s", len, text);
        text += len + (text[len] == ' ');
    }
    putchar('\n');
}

static void print_rule(const struct lint_row *rule)
{
    printf("\n%s%s\n", rule->name,
           rule->is_error  ? _(" (found without --lint; where it is an error it cannot be "
                                "switched off)")
           : rule->is_read ? _(" (found without --lint where the whole question shows it)")
                           : "");
    print_paragraph(rule->reason);
    printf("%*s%s\n", MARGIN, "", rule->example);
}

void lint_rules_print(void)
{
    printf(_("Rules of quartet check --lint. Each is a warning that ends in its name, as in\n"
             "[no-source]. --lint=no-source,undated looks only for the rules named.\n\n"
             "Where a question is fine all the same, it says so:\n"
             "    \"%s\": [\"no-source\"]\n"
             "At the head of a bank that counts for all its questions.\n"),
           LINT_OFF_KEY);
    for (int i = 0; i < LINT_RULES; i++)
        print_rule(&lint_rows[i]);
}
