#include "cli/bank_help.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "formats/bank_guide.h"
#include "store/paths.h"

enum { MARGIN = 4 };

static void print_indented(const char *text)
{
    for (size_t len; *text; text += len) {
        len = strcspn(text, "\n");
        printf("%*s%.*s\n", MARGIN, "", (int)len, text);
        len += text[len] == '\n';
    }
}

void bank_help_print(const struct paths *paths)
{
    printf(_("Add questions: a bank is a JSON file, a title and a list of questions. Any text\n"
             "editor will do. Ten lines that work:\n\n"));
    print_indented(bank_guide_example);
    printf(
        _("\nSave them as first.json. Then \"quartet first.json\" plays them. In this folder\n"
          "they are there whenever Quartet starts:\n    %s\n"),
        paths->questions_dir);
    printf(_("\n\"quartet check first.json\" finds each mistake and says what to write:\n\n"));
    print_indented(bank_guide_says);
    printf("%5d |%s\n", BANK_GUIDE_MISTAKE_LINE, bank_guide_mistake);
    printf(_(
        "\nThe nine kinds of question. You need not say which kind one is: its fields do.\n"));
    for (int i = 0; i < KIND_COUNT; i++) {
        const struct bank_guide_kind *kind = &bank_guide_kinds[i];
        printf("\n  %-9s  %s\n", kind->name, _(kind->sign));
        print_indented(kind->line);
    }
    printf(_("\nWrite answers as text, never as a position. "));
    if (paths->installed_dir) {
        printf(_("All the fields stand in\n%s/README.md.\n"), paths->installed_dir);
    } else {
        printf("\n");
    }
}
