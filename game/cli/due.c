#include <stdio.h>

#include "base/i18n.h"
#include "cli/json.h"
#include "cli/record.h"
#include "cli/run.h"
#include "core/stats_topics.h"

/// What is due on a day.
struct due {
    struct record *record;
    int64_t day;
    char date[DATE_ROOM];
    struct stats_due all, known; // known: in questions that are there
};

/// The topics of bank `at` of the record with what is due in them.
static struct stats_topics topics_of(const struct due *due, int at)
{
    struct stats_source source = due->record->source;
    const struct stats_question *first = source.questions;
    for (int i = 0; i < at; i++)
        first += due->record->chosen[i]->question_count;
    source.questions = first;
    source.question_count = due->record->chosen[at]->question_count;
    return stats_topics(&source, stats_span_all(), due->day, &due->record->arena);
}

static void add_counts(struct buf *out, struct stats_due due)
{
    buf_printf(out, ngettext("%d card", "%d cards", (unsigned long)due.cards), due.cards);
    if (due.overdue)
        buf_printf(out, _(", %d overdue"), due.overdue);
    buf_byte(out, '\n');
}

static void add_bank(struct due *due, int at, struct buf *out)
{
    struct stats_topics topics = topics_of(due, at);
    due->known.cards += topics.due.cards;
    due->known.overdue += topics.due.overdue;
    if (!topics.due.cards)
        return;
    buf_printf(out, "\n%s: ", due->record->chosen[at]->title);
    add_counts(out, topics.due);
    for (int i = 0; i < topics.count; i++) {
        if (topics.items[i].due.cards) {
            buf_printf(out, "  %s: ", topics.items[i].name ? topics.items[i].name : _("Other"));
            add_counts(out, topics.items[i].due);
        }
    }
}

static struct stats_due gone(const struct due *due)
{
    return (struct stats_due){
        .cards = due->all.cards - due->known.cards,
        .overdue = due->all.overdue - due->known.overdue,
    };
}

static void print_words(struct due *due)
{
    struct buf out = {0};
    if (due->all.cards) {
        buf_printf(&out, _("Due on %s: "), due->date);
        add_counts(&out, due->all);
    } else {
        buf_printf(&out, _("No cards are due on %s.\n"), due->date);
    }
    for (int i = 0; i < due->record->chosen_count; i++)
        add_bank(due, i, &out);
    if (gone(due).cards) {
        buf_text(&out, _("\nIn questions that are not there now: "));
        add_counts(&out, gone(due));
    }
    record_print(&out);
    buf_free(&out);
}

static void add_json(cJSON *object, struct stats_due due)
{
    cJSON_AddNumberToObject(object, "due", due.cards);
    cJSON_AddNumberToObject(object, "overdue", due.overdue);
}

static void add_bank_json(struct due *due, int at, cJSON *banks)
{
    const struct bank *bank = due->record->chosen[at];
    struct stats_topics topics = topics_of(due, at);
    due->known.cards += topics.due.cards;
    due->known.overdue += topics.due.overdue;
    cJSON *object = json_add_object(banks);
    cJSON_AddStringToObject(object, "id", bank->id);
    cJSON_AddStringToObject(object, "title", bank->title);
    add_json(object, topics.due);
    cJSON *list = cJSON_AddArrayToObject(object, "topics");
    for (int i = 0; i < topics.count; i++) {
        const struct stats_topic *topic = &topics.items[i];
        cJSON *row = json_add_object(list);
        json_add_text(row, "name", topic->name);
        add_json(row, topic->due);
    }
}

static void print_json(struct due *due)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "on", due->date);
    add_json(root, due->all);
    cJSON *banks = cJSON_AddArrayToObject(root, "banks");
    for (int i = 0; i < due->record->chosen_count; i++)
        add_bank_json(due, i, banks);
    add_json(cJSON_AddObjectToObject(root, "gone"), gone(due));
    json_print(root);
}

// Returns false after a message if the day that is wanted is over.
static bool choose_day(struct due *due, const struct option_value *on)
{
    int64_t today = stats_today(&due->record->source);
    due->day = on->is_set ? on->number : today;
    date_write(date_of(due->day), due->date);
    if (due->day >= today)
        return true;
    fprintf(stderr, _("quartet: --on is %s, which is over; today is %s\n"), due->date,
            due->record->today);
    return false;
}

int run_due(struct cli *cli)
{
    struct record record = {0};
    struct due due = {.record = &record};
    int status = CLI_FAILED;
    if (record_open(&record, cli, false) && choose_day(&due, &cli->values[OPTION_ON])) {
        due.all = stats_due_on(&record.source, due.day);
        if (cli->values[OPTION_JSON].is_set) {
            print_json(&due);
        } else {
            print_words(&due);
        }
        status = CLI_DONE;
    }
    record_close(&record);
    return status;
}
