#include "store/class_load.h"

#include <string.h>

#include <sqlite3.h>

#include "store/bank_summary.h"
#include "store/file.h"
#include "store/lesson_log.h"
#include "store/zone.h"

// A class changes, and who presses a button does not wait.
enum { PUPIL_LESSONS_MOST = 20 };

int class_load_names(const struct journal *journal, struct arena *arena,
                     const char *const **names)
{
    sqlite3_stmt *statement = db_prepare(
        &journal->db, "SELECT name, count(*) OVER () FROM learner WHERE id IN "
                      "(SELECT learner FROM event WHERE type IN (?1, ?2)) ORDER BY id");
    const char **list = NULL;
    int count = 0;
    if (!statement)
        return 0;
    sqlite3_bind_int(statement, 1, JOURNAL_CLASS);
    sqlite3_bind_int(statement, 2, JOURNAL_LESSON);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        if (!list)
            list = ARENA_ARRAY(arena, sqlite3_column_int(statement, 1), const char *);
        list[count++] = arena_text(arena, name, strlen(name));
    }
    *names = list;
    return sqlite3_finalize(statement) == SQLITE_OK ? count : 0;
}

/// The number of the learner; 0 if there is none of this name. Nobody is added.
static int64_t find_learner(const struct journal *journal, const char *name)
{
    sqlite3_stmt *statement =
        db_prepare(&journal->db, "SELECT id FROM learner WHERE name = ?1");
    int64_t id = 0;
    if (!statement)
        return 0;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW)
        id = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return id;
}

/// Whether a question was asked in lesson `game`, as far as its last event knows.
static bool has_asked(const struct journal *journal, int64_t game)
{
    struct arena scratch = {0};
    struct journal_event *events;
    int count = journal_read_game(journal, game, &scratch, &events), asked = 0;
    bool is_over, is_read = false;
    for (int i = count - 1; i > 0 && !is_read; i--) {
        is_read = events[i].type == JOURNAL_HOST &&
                  lesson_event_glance(events[i].data, &asked, &is_over);
    }
    arena_free(&scratch);
    return is_read && asked > 0;
}

bool class_load_begin(struct class_load *load, const struct journal *journal,
                      const char *learner, struct library *library, int wanted,
                      const struct answer_words *words)
{
    int64_t *games;
    *load = (struct class_load){.reader = *journal, .library = library};
    load->tally.words = words;
    load->reader.learner_id = find_learner(journal, learner);
    load->count =
        load->reader.learner_id ? lesson_log_list(&load->reader, &load->arena, &games) : 0;
    load->games = load->count ? games : NULL;
    load->is_all = wanted == CLASS_LESSON_ALL;
    load->wanted = wanted > 0 && wanted <= load->count ? wanted : 0;
    if (wanted <= 0)
        load->wanted = load->count;
    while (wanted == CLASS_LESSON_LAST && load->wanted > 0 &&
           !has_asked(&load->reader, load->games[load->wanted - 1]))
        load->wanted--;
    if (load->wanted > 0)
        return true;
    arena_free(&load->arena);
    load->games = NULL;
    return false;
}

static void add(struct class_load *load, const struct lesson_found *found, bool counts,
                struct arena *scratch)
{
    const struct lesson_start *start = &found->log.start;
    const char **keys = ARENA_ARRAY(scratch, start->count + 1, const char *);
    for (int i = 0; i < start->count; i++)
        keys[i] = start->items[i].key;
    const struct class_lesson lesson = {.contest = &found->contest,
                                        .keys = keys,
                                        .is_gone = found->is_gone,
                                        .now = found->now,
                                        .hands = found->hands,
                                        .is_changed = found->is_changed,
                                        .pupils = start->pupils,
                                        .day = zone_day(found->began_ms)};
    class_tally_add(&load->tally, &lesson, counts);
}

/// Looks which bank the questions of a lesson are missing from.
static void find_lost(struct class_load *load, const struct lesson_found *found)
{
    struct class_lost *lost = &load->lost;
    const char *const *paths;
    for (int i = 0; i < found->log.start.count && !lost->id; i++) {
        const char *id = found->log.start.items[i].bank;
        if (found->is_gone[i] && library_find_bank(load->library, id) < 0)
            lost->id = arena_text(&load->arena, id, strlen(id));
    }
    if (!lost->id || !load->library->db ||
        !bank_summary_paths(load->library->db, lost->id, &load->arena, &paths))
        return;
    lost->path = paths[0];
    lost->is_missing = file_is_missing(lost->path);
}

bool class_load_next(struct class_load *load)
{
    if (load->at >= load->wanted)
        return false;
    struct arena scratch = {0};
    struct lesson_found found;
    int64_t game = load->games[load->at++];
    bool counts = load->is_all || load->at == load->wanted;
    if (lesson_log_read(&load->reader, load->library, game, &scratch, &found)) {
        add(load, &found, counts, &scratch);
        if (counts && found.gone && !load->lost.id)
            find_lost(load, &found);
    } else {
        load->unread += counts;
    }
    arena_free(&scratch);
    return true;
}

// --- pupils

/// Whether pupils were drawn in a lesson, by its start alone.
static bool has_drawn(const struct journal *journal, int64_t game)
{
    struct arena scratch = {0};
    struct journal_event *events;
    struct lesson_start start;
    bool is_read = journal_read_game(journal, game, &scratch, &events) > 0 &&
                   lesson_start_read(events[0].data, &scratch, &start);
    bool has = is_read && start.rules.mode == CONTEST_PUPILS;
    arena_free(&scratch);
    return has;
}

static void count_answers(const struct class_tally *tally, const struct class_list *list,
                          struct teams_pupil *pupils)
{
    const struct tally_answer *answers;
    const char *const *names;
    int count = class_tally_answers(tally, &answers);
    class_tally_pupils(tally, &names);
    for (int i = 0; i < list->count; i++) {
        for (int k = 0; k < count; k++) {
            if (strcmp(names[answers[k].pupil], list->pupils[i].name) != 0)
                continue;
            pupils[i].answered++;
            pupils[i].right += answers[k].is_right;
        }
    }
}

void class_load_pupils(const struct journal *journal, const char *class_name,
                       struct library *library, const struct class_list *list,
                       struct teams_pupil *pupils)
{
    static const struct answer_words unread = {"", "", ""};
    struct class_load load;
    int left = PUPIL_LESSONS_MOST;
    for (int i = 0; i < list->count; i++)
        pupils[i].right = pupils[i].answered = 0;
    if (!class_load_begin(&load, journal, class_name, library, CLASS_LESSON_ALL, &unread))
        return;
    for (int at = load.count; at > 0 && left > 0; at--) {
        struct arena scratch = {0};
        struct lesson_found found;
        int64_t game = load.games[at - 1];
        if (has_drawn(&load.reader, game)) {
            left--;
            if (lesson_log_read(&load.reader, library, game, &scratch, &found))
                add(&load, &found, true, &scratch);
        }
        arena_free(&scratch);
    }
    count_answers(&load.tally, list, pupils);
    class_load_end(&load);
}

void class_load_end(struct class_load *load)
{
    class_tally_free(&load->tally);
    arena_free(&load->arena);
    *load = (struct class_load){0};
}
