#include <stdio.h>

#include "base/i18n.h"
#include "cli/json.h"
#include "cli/record.h"
#include "cli/run.h"
#include "store/flag.h"
#include "store/quiz_log_text.h"

/// As a compiler says it, so that an editor can go there.
static void print_lines(const struct flagged *flagged, int count, struct arena *arena)
{
    struct buf out = {0};
    for (int i = 0; i < count; i++) {
        const struct question *question = flagged[i].question;
        diag_add_name(&out, flagged[i].entry->path);
        buf_printf(&out, ":%d:%d: %s\n", question->line, question->column,
                   quiz_words_asked(question, arena));
    }
    record_print(&out);
    buf_free(&out);
}

static void print_json(const struct flagged *flagged, int count, struct arena *arena)
{
    cJSON *root = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(root, "flagged");
    for (int i = 0; i < count; i++) {
        const struct question *question = flagged[i].question;
        cJSON *object = json_add_object(list);
        json_add_path(object, "file", flagged[i].entry->path);
        cJSON_AddNumberToObject(object, "line", question->line);
        cJSON_AddNumberToObject(object, "column", question->column);
        cJSON_AddStringToObject(object, "bank", flagged[i].entry->id);
        json_add_text(object, "id", question->id);
        cJSON_AddStringToObject(object, "text", quiz_words_asked(question, arena));
    }
    json_print(root);
}

int run_flagged(struct cli *cli)
{
    struct record record = {0};
    int status = CLI_FAILED;
    if (record_find(&record, cli)) {
        struct flagged *flagged;
        int count = flag_find(&record.memory, &record.library, &record.arena, &flagged);
        (cli->values[OPTION_JSON].is_set ? print_json : print_lines)(flagged, count,
                                                                     &record.arena);
        if (!count && !cli->values[OPTION_QUIET].is_set)
            fputs(_("quartet: no question is marked as wrong\n"), stderr);
        status = CLI_DONE;
    }
    record_close(&record);
    return status;
}
