#include "cli/desk.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/rng.h"
#include "cli/learner.h"
#include "cli/problems.h"
#include "store/schedule.h"

static void load_settings(struct desk *desk)
{
    struct diags diags = {.arena = &desk->arena};
    desk->settings = settings_load(desk->cli->paths.settings_file, &diags);
    problems_print(&diags, false, stderr);
}

// Says what had to be left out of a bank that is played all the same.
static void say_set_aside(const struct library_entry *entry)
{
    int count = entry->file.bank->set_aside;
    if (!count)
        return;
    fprintf(stderr,
            ngettext("quartet: %d question was skipped; see: quartet check %s\n",
                     "quartet: %d questions were skipped; see: quartet check %s\n",
                     (unsigned long)count),
            count, entry->path);
}

// Adds a bank to those that are played; says why if that cannot be.
static void choose(struct desk *desk, int i)
{
    const struct library_entry *entry = &desk->library.entries[i];
    if (!library_open_entry(&desk->library, i)) {
        problems_print(&entry->file.diags, false, stderr);
        return;
    }
    say_set_aside(entry);
    if (entry->file.bank->question_count) {
        desk->chosen[desk->chosen_count++] = entry->file.bank;
    } else {
        fprintf(stderr, _("quartet: no question of %s can be played; see: quartet check %s\n"),
                entry->path, entry->path);
    }
}

// The bank that was played last, else the first with something to play.
static void choose_one(struct desk *desk)
{
    const char *last = desk->settings.last_bank;
    for (int i = 0; last[0] && i < desk->library.count; i++) {
        if (library_open_entry(&desk->library, i) &&
            strcmp(desk->library.entries[i].file.bank->id, last) == 0) {
            choose(desk, i);
            return;
        }
    }
    for (int i = 0; i < desk->library.count && !desk->chosen_count; i++)
        choose(desk, i);
}

static bool find_banks(struct desk *desk)
{
    if (!banks_find_places(&desk->banks, desk->cli))
        return false;
    struct library_places places = desk->banks.places;
    bool is_named = places.named_count > 0;
    if (is_named) {
        places = (struct library_places){
            .named = desk->banks.places.named,
            .named_count = desk->banks.places.named_count,
        };
    }
    library_find(&desk->library, &places);
    if (is_named)
        library_open_all(&desk->library);
    problems_print(&desk->library.diags, false, stderr);
    desk->chosen = ARENA_ARRAY(&desk->arena, desk->library.count, const struct bank *);
    for (int i = 0; is_named && i < desk->library.count; i++) {
        if (!desk->library.entries[i].shadowed_by)
            choose(desk, i);
    }
    if (!is_named)
        choose_one(desk);
    if (!desk->chosen_count && !desk->library.count && !is_named) {
        fprintf(stderr, _("quartet: there are no banks; put some into %s, or name one\n"),
                desk->cli->paths.questions_dir);
    }
    return desk->chosen_count > 0;
}

bool desk_find(struct desk *desk, const struct cli *cli)
{
    *desk = (struct desk){.cli = cli};
    load_settings(desk);
    return find_banks(desk);
}

void desk_open(struct desk *desk)
{
    struct diags diags = {.arena = &desk->arena};
    const struct option_value *now = &desk->cli->values[OPTION_NOW];
    talk_open(&desk->talk, STDIN_FILENO, now->is_set ? now->number : -1);
    journal_open(&desk->journal, desk->cli->paths.data_dir,
                 learner_name(desk->cli, &desk->arena), &diags);
    problems_print(&diags, false, stderr);
    desk->has_said_fault = desk->journal.fault[0] != '\0';
    memory_open(&desk->memory, &desk->journal);
    learner_relink(desk->cli, &desk->memory, &desk->banks.places, talk_time(&desk->talk).at_ms);
    const struct memory_options schedule = schedule_options(&desk->settings, &desk->journal);
    memory_set_options(&desk->memory, &schedule, talk_time(&desk->talk).at_ms);
}

void desk_remember_bank(struct desk *desk)
{
    const char *id = desk->chosen[0]->id;
    if (!desk->talk.lines.is_terminal || strcmp(desk->settings.last_bank, id) == 0 ||
        strlen(id) >= sizeof(desk->settings.last_bank))
        return;
    struct diags diags = {.arena = &desk->arena};
    snprintf(desk->settings.last_bank, sizeof(desk->settings.last_bank), "%s", id);
    settings_save(&desk->settings, desk->cli->paths.settings_file, &diags);
    problems_print(&diags, false, stderr);
}

void desk_say_fault(struct desk *desk)
{
    if (!desk->journal.fault[0] || desk->has_said_fault)
        return;
    fprintf(stderr, _("quartet: this cannot be saved now and is tried again: %s\n"),
            desk->journal.fault);
    desk->has_said_fault = true;
}

uint64_t desk_seed(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    struct rng rng = rng_seed((uint64_t)now.tv_sec * 1000000007U + (uint64_t)now.tv_nsec +
                              (uint64_t)getpid());
    return rng_next(&rng);
}

void desk_close(struct desk *desk)
{
    // Nobody has to look at the journal to know whether this game is safe.
    char fault[sizeof desk->journal.fault];
    snprintf(fault, sizeof fault, "%s", desk->journal.fault);
    memory_close(&desk->memory);
    if (!journal_close(&desk->journal))
        fprintf(stderr, _("quartet: the last answers are not saved: %s\n"), fault);
    talk_close(&desk->talk);
    library_close(&desk->library);
    banks_close(&desk->banks);
    arena_free(&desk->arena);
}
