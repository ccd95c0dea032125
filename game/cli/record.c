#include "cli/record.h"

#include <stdio.h>
#include <time.h>

#include "base/i18n.h"
#include "cli/clean.h"
#include "cli/learner.h"
#include "cli/problems.h"
#include "store/stats_load.h"
#include "store/zone.h"

static bool find_banks(struct record *record, const struct cli *cli)
{
    if (!banks_find_places(&record->banks, cli))
        return false;
    struct library_places places = record->banks.places;
    record->is_all = places.named_count == 0;
    if (!record->is_all) {
        places = (struct library_places){
            .named = places.named,
            .named_count = places.named_count,
        };
    }
    library_find(&record->library, &places);
    library_open_all(&record->library);
    problems_print(&record->library.diags, false, stderr);
    const struct library *library = &record->library;
    record->chosen = ARENA_ARRAY(&record->arena, library->count + 1, const struct bank *);
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        if (entry->file.bank && !entry->shadowed_by) {
            record->chosen[record->chosen_count++] = entry->file.bank;
        } else if (!entry->file.bank && !record->is_all) {
            problems_print(&entry->file.diags, false, stderr);
        }
    }
    return record->is_all || record->chosen_count;
}

struct fsrs_time record_now(const struct cli *cli)
{
    const struct option_value *fixed = &cli->values[OPTION_NOW];
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return zone_time(fixed->is_set ? fixed->number
                                   : (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000);
}

static bool open_memory(struct record *record, const struct cli *cli)
{
    if (learner_open(cli, &record->journal, &record->memory)) {
        learner_relink(cli, &record->memory, &record->banks.places, record->now.at_ms);
        return true;
    }
    fprintf(stderr, _("quartet: what was answered cannot be read: %s\n"),
            record->journal.fault);
    return false;
}

bool record_find(struct record *record, const struct cli *cli)
{
    record->now = record_now(cli);
    return find_banks(record, cli) && open_memory(record, cli);
}

bool record_open(struct record *record, const struct cli *cli, bool has_past)
{
    if (!record_find(record, cli))
        return false;
    record->source = (has_past ? stats_load : stats_load_cards)(
        &record->memory, record->chosen, record->chosen_count, record->is_all, record->now,
        &record->arena);
    date_write(date_of(stats_today(&record->source)), record->today);
    return true;
}

const char *record_title(struct record *record)
{
    if (record->is_all)
        return _("all banks");
    if (record->chosen_count == 1)
        return record->chosen[0]->title;
    return arena_printf(&record->arena,
                        ngettext("%d bank", "%d banks", (unsigned long)record->chosen_count),
                        record->chosen_count);
}

void record_print(const struct buf *text)
{
    struct buf clean = {0};
    if (text->len)
        clean_add(&clean, text->data, text->len);
    if (clean.len)
        fwrite(clean.data, 1, clean.len, stdout);
    buf_free(&clean);
}

void record_close(struct record *record)
{
    memory_close(&record->memory);
    journal_close(&record->journal);
    library_close(&record->library);
    banks_close(&record->banks);
    arena_free(&record->arena);
    *record = (struct record){0};
}
