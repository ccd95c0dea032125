#include "store/orphans.h"

#include <string.h>

#include "base/i18n.h"
#include "cli/json.h"
#include "cli/record.h"
#include "cli/run.h"
#include "store/quiz_log_text.h"
#include "store/zone.h"

/// The date on the calendar that hung on the wall at that moment.
static void write_date(int64_t at_ms, char date[DATE_ROOM])
{
    const struct fsrs_days calendar = {FSRS_DAYS_CALENDAR, .rollover_hour = 0};
    date_write(date_of(fsrs_days_number(calendar, zone_time(at_ms))), date);
}

static void add_orphan(const struct orphan *orphan, struct arena *arena, struct buf *out)
{
    const struct memory_known *known = &orphan->known;
    char date[DATE_ROOM];
    write_date(known->last_ms, date);
    buf_printf(out, "  %s", known->text ? known->text : known->question);
    if (known->right)
        buf_printf(out, " → %s", known->right);
    buf_text(out, "\n    ");
    buf_printf(out,
               ngettext("%d card, last seen on %s", "%d cards, last seen on %s",
                        (unsigned long)known->cards),
               known->cards, date);
    if (orphan->nearest) {
        buf_text(out, "\n    ");
        buf_printf(out, _("nearest, in line %d: %s"), orphan->nearest->line,
                   quiz_words_asked(orphan->nearest, arena));
    }
    buf_byte(out, '\n');
}

static void print_words(const struct orphan *orphans, int count, struct arena *arena)
{
    struct buf out = {0};
    if (!count)
        buf_text(&out, _("All questions that you know something of are there.\n"));
    for (int i = 0; i < count; i++) {
        const struct orphan *orphan = &orphans[i];
        const char *bank = orphan->known.bank;
        if (i == 0 || strcmp(bank, orphans[i - 1].known.bank) != 0) {
            buf_text(&out, i ? "\n" : "");
            if (orphan->bank) {
                buf_printf(&out, _("%s: gone from %s\n"), orphan->bank->title,
                           orphan->entry->path);
            } else {
                buf_printf(&out, _("%s: this bank is not there\n"), bank);
            }
        }
        add_orphan(orphan, arena, &out);
    }
    record_print(&out);
    buf_free(&out);
}

static void print_json(const struct orphan *orphans, int count, struct arena *arena)
{
    cJSON *root = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(root, "orphans");
    for (int i = 0; i < count; i++) {
        const struct orphan *orphan = &orphans[i];
        const struct question *nearest = orphan->nearest;
        char date[DATE_ROOM];
        write_date(orphan->known.last_ms, date);
        cJSON *object = json_add_object(list);
        cJSON_AddStringToObject(object, "bank", orphan->known.bank);
        json_add_path(object, "file", orphan->entry ? orphan->entry->path : NULL);
        cJSON_AddStringToObject(object, "question", orphan->known.question);
        json_add_text(object, "text", orphan->known.text);
        json_add_text(object, "right", orphan->known.right);
        cJSON_AddNumberToObject(object, "cards", orphan->known.cards);
        cJSON_AddStringToObject(object, "last_seen", date);
        if (!nearest) {
            cJSON_AddNullToObject(object, "nearest");
            continue;
        }
        cJSON *other = cJSON_AddObjectToObject(object, "nearest");
        json_add_text(other, "id", nearest->id);
        cJSON_AddStringToObject(other, "text", quiz_words_asked(nearest, arena));
        cJSON_AddStringToObject(other, "right", quiz_words_right(nearest, arena));
        cJSON_AddNumberToObject(other, "line", nearest->line);
        cJSON_AddNumberToObject(other, "column", nearest->column);
    }
    json_print(root);
}

int run_orphans(struct cli *cli)
{
    struct record record = {0};
    int status = CLI_FAILED;
    if (record_find(&record, cli)) {
        struct orphan *orphans;
        int count = orphans_find(&record.memory, &record.library, &record.arena, &orphans);
        (cli->values[OPTION_JSON].is_set ? print_json : print_words)(orphans, count,
                                                                     &record.arena);
        status = CLI_DONE;
    }
    record_close(&record);
    return status;
}
