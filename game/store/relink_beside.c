#include "store/relink_beside.h"

#include <string.h>

#include "store/relink_parts.h"

bool relink_beside_begin(struct relink_beside *work, struct memory *memory,
                         const struct library *library, int first, int64_t wall_ms)
{
    *work = (struct relink_beside){0};
    int64_t stamp = relink_stamp(library);
    if (!memory_catch_up(memory) || memory->journal->db.state != DB_OPEN ||
        relink_was_done(memory, stamp))
        return false;
    const char *path = db_path(&memory->journal->db);
    *work = (struct relink_beside){
        .folded = memory->folded,
        .anew = memory->anew,
        .stamp = stamp,
        .wall_ms = wall_ms,
        .first = first,
    };
    work->path = arena_text(&work->arena, path, strlen(path));
    work->journal.learner_id = memory->journal->learner_id;
    work->library.count = library->count;
    work->library.entries = ARENA_ARRAY(&work->arena, library->count + 1, struct library_entry);
    for (int i = 0; i < library->count; i++)
        work->library.entries[i] = library->entries[i];
    return true;
}

/// Returns whether there is nothing to be done for bank `at`.
static bool look_at(struct relink_beside *work, int at)
{
    struct relink one;
    struct linker l = {
        .memory = &work->memory,
        .library = &work->library,
        .wall_ms = work->wall_ms,
        .relink = &one,
        .arena = &work->arena,
        .scratch = &work->arena,
    };
    if (!relink_has_bank(&work->library, at))
        return true;
    relink_look(&l, at);
    relink_add(&work->relink, &one, &work->arena);
    work->events = l.events;
    return !l.events.len;
}

static void look_at_all(struct relink_beside *work)
{
    if (work->first >= 0 && !look_at(work, work->first))
        return;
    for (int i = 0; i < work->library.count; i++) {
        if (i != work->first && !look_at(work, i))
            return;
    }
}

void relink_beside_run(struct relink_beside *work)
{
    work->library.diags.arena = &work->arena;
    work->memory.journal = &work->journal;
    work->is_read = db_open_reader(&work->journal.db, work->path);
    if (work->is_read)
        look_at_all(work);
    db_close(&work->journal.db);
}

static bool is_same(const struct relink_beside *work, const struct memory *memory,
                    const struct library *library)
{
    if (memory->journal->learner_id != work->journal.learner_id ||
        memory->folded != work->folded || memory->anew != work->anew ||
        library->count != work->library.count)
        return false;
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *now = &library->entries[i];
        const struct library_entry *then = &work->library.entries[i];
        if (now->file.bank != then->file.bank || now->shadowed_by != then->shadowed_by)
            return false;
    }
    return true;
}

enum relink_end relink_beside_end(struct relink_beside *work, struct memory *memory,
                                  const struct library *library)
{
    enum relink_end end = RELINK_FAILED;
    bool is_void = false;
    if (work->is_read && memory_catch_up(memory)) {
        is_void = !is_same(work, memory, library);
        bool is_good = is_void || relink_append(memory, &work->events);
        bool is_more = is_void || work->events.len;
        end = !is_good ? RELINK_FAILED : is_more ? RELINK_AGAIN : RELINK_DONE;
    }
    if (is_void || end == RELINK_FAILED)
        work->relink = (struct relink){0};
    if (end == RELINK_DONE && !work->relink.asked_count)
        relink_note_done(memory, work->stamp);
    return end;
}

void relink_beside_free(struct relink_beside *work)
{
    buf_free(&work->events);
    arena_free(&work->arena);
    *work = (struct relink_beside){0};
}
