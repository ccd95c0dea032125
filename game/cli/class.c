#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/class_name.h"
#include "cli/json.h"
#include "cli/problems.h"
#include "cli/record.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "formats/pupil_list.h"
#include "store/classes.h"
#include "store/file.h"
#include "store/settings.h"

enum { LIST_BYTES = 1 << 20 };

/// Reads standard input, as much of it as a list may have.
static bool read_input(struct buf *text, struct diags *diags)
{
    char piece[4096];
    size_t len;
    while (text->len <= LIST_BYTES && (len = fread(piece, 1, sizeof piece, stdin)) > 0)
        buf_add(text, piece, len);
    bool is_good = !ferror(stdin) && text->len <= LIST_BYTES;
    if (!is_good)
        diag_add_file(diags, DIAG_ERROR, "-", "cannot be read, or is longer than 1 MiB");
    return is_good;
}

/// The pupils in a file; who was absent in `old` still is. NULL if there are none.
static struct class_pupil *read_pupils(struct cli *cli, const char *path,
                                       const struct class_list *old, struct class_list *list,
                                       struct diags *diags)
{
    struct buf text = {0};
    bool is_input = strcmp(path, "-") == 0;
    if (is_input ? read_input(&text, diags) : file_read(path, LIST_BYTES, &text, diags)) {
        struct pupil_list read =
            pupil_list_read(path, text.data ? text.data : "", text.len, &cli->arena, diags);
        list->pupils = ARENA_ARRAY(&cli->arena, read.count + 1, struct class_pupil);
        list->count = read.count;
        for (int i = 0; i < read.count; i++) {
            list->pupils[i].name = read.names[i];
            for (int k = 0; k < old->count; k++) {
                if (strcmp(old->pupils[k].name, read.names[i]) == 0)
                    list->pupils[i].is_absent = old->pupils[k].is_absent;
            }
        }
        if (!read.count)
            diag_add_file(diags, DIAG_ERROR, path, "has no name in it");
    }
    buf_free(&text);
    return list->count ? list->pupils : NULL;
}

static int count_present(const struct class_list *list)
{
    int count = 0;
    for (int i = 0; i < list->count; i++)
        count += !list->pupils[i].is_absent;
    return count;
}

static void print_line(struct cli *cli, const char *name, const struct class_list *list)
{
    puts(fill_text(&cli->arena,
                   ngettext("{1}: {2} pupil, {3} there", "{1}: {2} pupils, {3} there",
                            (unsigned long)list->count),
                   name, fill_number(&cli->arena, list->count),
                   fill_number(&cli->arena, count_present(list)), NULL));
}

/// Whether a class may be called so; says why not.
static bool may_be(struct cli *cli, const struct journal *journal, const char *name)
{
    const char *clean =
        text_is_utf8(name, strlen(name), NULL) ? pupil_list_name(name, &cli->arena) : NULL;
    if (!clean || strcmp(clean, name) != 0) {
        fputs(_("quartet: this can't be the name of a class; take letters and digits, as 8b\n"),
              stderr);
        return false;
    }
    if (classes_may_be(journal, name))
        return true;
    fputs(fill_text(&cli->arena,
                    _("quartet: {1} is a learner already; give the class another name\n"), name,
                    NULL),
          stderr);
    return false;
}

static void add_json(cJSON *classes, const char *name, const struct class_list *list)
{
    cJSON *object = json_add_object(classes);
    cJSON_AddStringToObject(object, "name", name);
    cJSON *pupils = cJSON_AddArrayToObject(object, "pupils");
    for (int i = 0; i < list->count; i++) {
        cJSON *pupil = json_add_object(pupils);
        cJSON_AddStringToObject(pupil, "name", list->pupils[i].name);
        cJSON_AddBoolToObject(pupil, "absent", list->pupils[i].is_absent);
    }
}

static int make(struct cli *cli, const struct journal *journal)
{
    const char *name = cli->operands[0], *path = cli->operands[1];
    struct diags diags = {.arena = &cli->arena};
    struct class_list old, list = {0};
    if (!may_be(cli, journal, name))
        return CLI_FAILED;
    classes_read(journal, name, record_now(cli).at_ms, &cli->arena, &old);
    bool has_pupils = read_pupils(cli, path, &old, &list, &diags) != NULL;
    problems_print(&diags, cli->is_colored, stderr);
    if (!has_pupils)
        return CLI_FAILED;
    if (!classes_write(journal, name, &list, record_now(cli).at_ms)) {
        fputs(_("quartet: the class cannot be saved now; nothing was changed\n"), stderr);
        return CLI_FAILED;
    }
    if (cli->values[OPTION_JSON].is_set) {
        cJSON *root = cJSON_CreateObject();
        add_json(cJSON_AddArrayToObject(root, "classes"), name, &list);
        json_print(root);
    } else if (!cli->values[OPTION_QUIET].is_set) {
        print_line(cli, name, &list);
    }
    return diags.errors ? CLI_NO : CLI_DONE;
}

static void print_pupils(const struct class_list *list)
{
    for (int i = 0; i < list->count; i++) {
        const struct class_pupil *pupil = &list->pupils[i];
        printf(pupil->is_absent ? _("  %s (absent)\n") : "  %s\n", pupil->name);
    }
}

/// Shows all classes, or one with its pupils.
static int show(struct cli *cli, const struct journal *journal, const char *name)
{
    const char *const *names;
    struct class_list list;
    bool is_json = cli->values[OPTION_JSON].is_set;
    int count = classes_names(journal, &cli->arena, &names);
    if (name && !class_name_is_known(cli, name, names, count))
        return CLI_NO;
    cJSON *root = cJSON_CreateObject(), *classes = cJSON_AddArrayToObject(root, "classes");
    for (int i = 0; i < count; i++) {
        if (name && strcmp(names[i], name) != 0)
            continue;
        classes_read(journal, names[i], record_now(cli).at_ms, &cli->arena, &list);
        if (is_json) {
            add_json(classes, names[i], &list);
        } else {
            print_line(cli, names[i], &list);
        }
        if (name && !is_json)
            print_pupils(&list);
    }
    if (is_json) {
        json_print(root);
    } else {
        cJSON_Delete(root);
    }
    if (!count && !cli->values[OPTION_QUIET].is_set)
        fputs(_("quartet: there is no class; to make one: quartet class NAME FILE\n"), stderr);
    return CLI_DONE;
}

int run_class(struct cli *cli)
{
    struct journal journal = {0};
    struct diags diags = {.arena = &cli->arena};
    const char *name = cli->operand_count > 0 ? cli->operands[0] : NULL;
    bool has_list = cli->operand_count == 2;
    int status = CLI_FAILED;
    if (!has_list && !safe_is_there(cli))
        return CLI_FAILED;
    // Not as the learner that is named: it would be added if it is not there.
    const struct settings settings = settings_load(cli->paths.settings_file, &diags);
    journal_open(&journal, cli->paths.data_dir, settings.learner, &diags);
    problems_print(&diags, cli->is_colored, stderr);
    if (journal.db.state == DB_OPEN)
        status = has_list ? make(cli, &journal) : show(cli, &journal, name);
    journal_close(&journal);
    return status;
}
