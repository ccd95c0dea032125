#include <stdio.h>

#include <cjson/cJSON.h>

#include "base/i18n.h"
#include "cli/banks.h"
#include "cli/json.h"
#include "cli/problems.h"
#include "cli/run.h"

static void print_problems(const struct library_entry *entry, const char *name)
{
    size_t found = entry->file.diags.errors + entry->file.diags.warnings;
    if (!found)
        return;
    printf("  ");
    printf(ngettext("%zu problem; see: quartet check %s\n",
                    "%zu problems; see: quartet check %s\n", found),
           found, name);
}

static void print_entry(const struct library_entry *entry)
{
    const struct bank *bank = entry->file.bank;
    struct buf name = {0};
    diag_add_name(&name, entry->path);
    if (!bank) {
        printf(_("%s\n  cannot be played\n"), name.data);
        print_problems(entry, name.data);
        buf_free(&name);
        return;
    }
    printf("%s\n  ", bank->title);
    printf(ngettext("%s, %d question\n", "%s, %d questions\n",
                    (unsigned long)bank->question_count),
           bank->id, bank->question_count);
    printf("  %s\n", name.data);
    print_problems(entry, name.data);
    if (entry->shadowed_by) {
        buf_clear(&name);
        diag_add_name(&name, entry->shadowed_by);
        printf(_("  is not played: %s has the same id and comes first\n"), name.data);
    }
    buf_free(&name);
}

static void add_entry(cJSON *banks, const struct library_entry *entry)
{
    const struct bank *bank = entry->file.bank;
    cJSON *object = json_add_object(banks);
    json_add_path(object, "path", entry->path);
    json_add_text(object, "id", bank ? bank->id : NULL);
    json_add_text(object, "title", bank ? bank->title : NULL);
    cJSON_AddNumberToObject(object, "questions", bank ? bank->question_count : 0);
    cJSON_AddNumberToObject(object, "errors", (double)entry->file.diags.errors);
    cJSON_AddNumberToObject(object, "warnings", (double)entry->file.diags.warnings);
    json_add_path(object, "shadowed_by", entry->shadowed_by);
}

static void print_json(const struct library *library)
{
    cJSON *root = cJSON_CreateObject();
    cJSON *banks = cJSON_AddArrayToObject(root, "banks");
    for (int i = 0; i < library->count; i++)
        add_entry(banks, &library->entries[i]);
    json_print(root);
}

int run_list(struct cli *cli)
{
    struct banks banks = {0};
    struct library library = {0};
    banks_find_places(&banks, cli);
    library_find(&library, &banks.places);
    // Said before banks that share an id are looked for: those are part of the list itself.
    problems_print(&library.diags, false, stderr);
    int status = library.diags.errors ? CLI_FAILED : CLI_DONE;
    library_open_all(&library);
    if (cli->values[OPTION_JSON].is_set) {
        print_json(&library);
    } else {
        for (int i = 0; i < library.count; i++)
            print_entry(&library.entries[i]);
    }
    if (!library.count) {
        fprintf(stderr, _("quartet: there are no banks; put some into %s, or name one\n"),
                cli->paths.questions_dir);
        status = CLI_NO;
    }
    library_close(&library);
    banks_close(&banks);
    return status;
}
