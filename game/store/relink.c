#include "store/relink.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "store/quiz_log_text.h"
#include "store/relink_parts.h"

/// A question and its hash.
struct hashed {
    const char *hash;
    const struct question *question;
};

static int compare_hashes(const void *a, const void *b)
{
    return strcmp(((const struct hashed *)a)->hash, ((const struct hashed *)b)->hash);
}

static struct site *make_site(struct linker *l, const struct bank *bank)
{
    struct site *site = ARENA_ARRAY(l->scratch, 1, struct site);
    site->bank = bank;
    site->index = question_index_make(bank, l->scratch);
    return site;
}

/// The site of a bank that is played under this id, as far as banks were read; NULL: none.
static struct site *find_site(struct linker *l, const char *id)
{
    for (struct site *site = l->sites; site; site = site->next) {
        if (strcmp(site->bank->id, id) == 0)
            return site;
    }
    for (int i = 0; i < l->library->count; i++) {
        const struct library_entry *entry = &l->library->entries[i];
        if (!entry->is_open || !entry->file.bank || strcmp(entry->id, id) != 0)
            continue;
        struct site *site = make_site(l, entry->file.bank);
        site->next = l->sites;
        l->sites = site;
        return site;
    }
    return NULL;
}

/// The first question of the bank that has this hash, or NULL.
static const struct question *find_hash(struct linker *l, struct site *site, const char *hash)
{
    int count = site->bank->question_count;
    if (!site->hashes) {
        site->hashes = ARENA_ARRAY(l->scratch, count + 1, struct hashed);
        for (int i = 0; i < count; i++) {
            const struct question *question = &site->bank->questions[i];
            site->hashes[i] =
                (struct hashed){question_key_hash(question, l->scratch), question};
        }
        qsort(site->hashes, (size_t)count, sizeof *site->hashes, compare_hashes);
    }
    const struct hashed wanted = {.hash = hash};
    if (!count)
        return NULL;
    const struct hashed *found =
        bsearch(&wanted, site->hashes, (size_t)count, sizeof wanted, compare_hashes);
    return found ? found->question : NULL;
}

static int compare_known(const void *a, const void *b)
{
    return strcmp(((const struct memory_known *)a)->question,
                  ((const struct memory_known *)b)->question);
}

const struct memory_known *relink_known(const struct linker *l, const char *key)
{
    const struct memory_known wanted = {.question = key};
    return l->known_count ? bsearch(&wanted, l->known, (size_t)l->known_count, sizeof wanted,
                                    compare_known)
                          : NULL;
}

bool relink_has_progress(const struct memory_known *known)
{
    return known && known->last;
}

/// The hash of what is known when it was seen last; its key if that was not told.
static const char *hash_of(const struct memory_known *known)
{
    return known->hash ? known->hash : known->question;
}

static const char *print(cJSON *data, struct arena *arena)
{
    char *text = cJSON_PrintUnformatted(data);
    const char *kept = arena_text(arena, text, strlen(text));
    cJSON_free(text);
    cJSON_Delete(data);
    return kept;
}

static struct journal_event move_event(const struct memory_known *from, struct target to,
                                       const char *why, int64_t wall_ms, struct arena *arena)
{
    const struct {
        const char *key, *text;
    } told[] = {
        {"bank", to.bank},
        {"question", to.key},
        {"hash", to.hash},
        {"text", to.text},
        {"right", to.right},
        {"why", why},
        {"was_hash", to.was_told ? from->hash : NULL},
        {"was_text", to.was_told ? from->text : NULL},
        {"was_right", to.was_told ? from->right : NULL},
    };

    cJSON *data = cJSON_CreateObject();
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (told[i].text)
            cJSON_AddStringToObject(data, told[i].key, told[i].text);
    }
    return (struct journal_event){.at_ms = wall_ms,
                                  .type = JOURNAL_MOVE,
                                  .bank = from->bank,
                                  .question = from->question,
                                  .data = print(data, arena)};
}

void relink_add_move(struct linker *l, const struct memory_known *from, struct target to,
                     const char *why)
{
    const struct journal_event event = move_event(from, to, why, l->wall_ms, l->scratch);
    buf_add(&l->events, &event, sizeof event);
}

static struct target target_of(struct linker *l, const struct bank *bank,
                               const struct question *question)
{
    struct arena *arena = l->scratch;
    bool is_told = !question->id;
    return (struct target){
        .bank = bank->id,
        .key = question_key(question, arena),
        .hash = question_key_hash(question, arena),
        .text = is_told ? quiz_words_asked(question, arena) : NULL,
        .right = is_told ? quiz_words_right(question, arena) : NULL,
    };
}

static void follow(struct linker *l, const struct memory_known *from, struct site *site,
                   const struct question *question, const char *why)
{
    relink_add_move(l, from, target_of(l, site->bank, question), why);
    l->relink->followed++;
    if (site == l->home)
        l->has_got[question - site->bank->questions] = true;
}

// --- exactly the same question

/// Whether the bank that `known` is of is there and has its question. `is_there`: the bank.
static bool is_at_home(struct linker *l, const struct memory_known *known, bool *is_there)
{
    const struct site *site = NULL;
    if (library_find_bank(l->library, known->bank) >= 0)
        site = find_site(l, known->bank);
    *is_there = site != NULL;
    return site && question_index_find(&site->index, known->question);
}

/// Questions of this bank that progress of another one is of: they were moved here.
static void fetch(struct linker *l)
{
    struct memory_known *all;
    const struct bank *bank = l->home->bank;
    int count = memory_known(l->memory, NULL, l->scratch, &all);
    for (int i = 0; i < count; i++) {
        const struct question *question = question_index_find(&l->home->index, all[i].question);
        if (!question || !relink_has_progress(&all[i]) || strcmp(all[i].bank, bank->id) == 0 ||
            strcmp(hash_of(&all[i]), question_key_hash(question, l->scratch)) != 0)
            continue;
        bool is_there;
        bool is_new = !relink_has_progress(relink_known(l, all[i].question)) &&
                      !l->has_got[question - bank->questions];
        // A bank that isn't in the library now may still be somewhere.
        if (!is_at_home(l, &all[i], &is_there) && (is_there || is_new))
            follow(l, &all[i], l->home, question, "file");
    }
}

static bool follow_id(struct linker *l, const struct memory_known *gone)
{
    const struct question *question = find_hash(l, l->home, hash_of(gone));
    if (question)
        follow(l, gone, l->home, question, "id");
    return question != NULL;
}

/// Whether progress can go to `question` of another bank: what is known there under another key
/// is left alone.
static bool is_free(struct linker *l, const struct site *site, const struct question *question,
                    const struct memory_known *gone)
{
    struct memory_known known;
    const char *key = question_key(question, l->scratch);
    return strcmp(key, gone->question) == 0 ||
           !memory_known_find(l->memory, site->bank->id, key, l->scratch, &known) ||
           !known.last;
}

/// Moves progress to the same question in another bank, if there is one.
static bool follow_file(struct linker *l, const struct memory_known *gone)
{
    library_open_all(l->library);
    for (int i = 0; i < l->library->count; i++) {
        const struct library_entry *entry = &l->library->entries[i];
        if (!entry->file.bank || entry->shadowed_by ||
            strcmp(entry->id, l->home->bank->id) == 0)
            continue;
        struct site *site = find_site(l, entry->id);
        const struct question *question = find_hash(l, site, hash_of(gone));
        if (question && is_free(l, site, question, gone)) {
            follow(l, gone, site, question, "file");
            return true;
        }
    }
    return false;
}

static void find_gone(struct linker *l)
{
    l->gone = ARENA_ARRAY(l->scratch, l->known_count + 1, struct memory_known *);
    for (int i = 0; i < l->known_count; i++) {
        struct memory_known *known = &l->known[i];
        bool is_gone = relink_has_progress(known) &&
                       !question_index_find(&l->home->index, known->question);
        if (is_gone && !follow_id(l, known) && !follow_file(l, known))
            l->gone[l->gone_count++] = known;
    }
}

struct target relink_target(const struct relink_pair *pair)
{
    return (struct target){
        .bank = pair->bank,
        .key = pair->key,
        .hash = pair->hash,
        .text = pair->is_told ? pair->text : NULL,
        .right = pair->is_told ? pair->right : NULL,
        .was_told = true,
    };
}

bool relink_append(struct memory *memory, const struct buf *events)
{
    int count = (int)(events->len / sizeof(struct journal_event));
    return !count || (journal_append_all(
                          memory->journal,
                          (const struct journal_event *)(const void *)events->data, count) &&
                      memory_catch_up(memory));
}

void relink_look(struct linker *l, int at)
{
    const struct bank *bank = l->library->entries[at].file.bank;
    *l->relink = (struct relink){0};
    l->known_count = memory_known(l->memory, bank->id, l->scratch, &l->known);
    l->home = make_site(l, bank);
    l->has_got = ARENA_ARRAY(l->scratch, bank->question_count + 1, bool);
    fetch(l);
    find_gone(l);
    relink_follow_edits(l);
}

bool relink_bank(struct relink *relink, struct memory *memory, struct library *library, int at,
                 int64_t wall_ms, struct arena *arena)
{
    struct arena scratch = {0};
    struct linker l = {
        .memory = memory,
        .library = library,
        .wall_ms = wall_ms,
        .relink = relink,
        .arena = arena,
        .scratch = &scratch,
    };
    *relink = (struct relink){0};
    if (!memory_catch_up(memory))
        return false;
    relink_look(&l, at);
    bool is_good = relink_append(memory, &l.events);
    if (!is_good)
        *relink = (struct relink){0};
    buf_free(&l.events);
    arena_free(&scratch);
    return is_good;
}

static struct journal_event drop_event(const struct memory_known *from, bool is_dropped,
                                       int64_t wall_ms)
{
    return (struct journal_event){.at_ms = wall_ms,
                                  .type = JOURNAL_DROP,
                                  .bank = from->bank,
                                  .question = from->question,
                                  .data = is_dropped ? "{\"on\":true}" : "{\"on\":false}"};
}

bool relink_undo(struct memory *memory, const struct relink_pair *pair, bool is_settled,
                 int64_t wall_ms)
{
    struct arena scratch = {0};
    const struct memory_known moved = {.bank = pair->bank, .question = pair->key};
    const struct target back = {
        .bank = pair->from.bank,
        .key = pair->from.question,
        .hash = pair->from.hash,
        .text = pair->from.text,
        .right = pair->from.right,
    };
    const struct journal_event events[] = {move_event(&moved, back, "undo", wall_ms, &scratch),
                                           drop_event(&pair->from, true, wall_ms)};
    bool is_good = journal_append_all(memory->journal, events, is_settled ? 2 : 1) &&
                   memory_catch_up(memory);
    arena_free(&scratch);
    return is_good;
}

bool relink_answer(struct memory *memory, const struct relink_pair *pair, bool is_same,
                   int64_t wall_ms)
{
    struct arena scratch = {0};
    const struct journal_event event =
        is_same ? move_event(&pair->from, relink_target(pair), "asked", wall_ms, &scratch)
                : drop_event(&pair->from, true, wall_ms);
    bool is_good = journal_append(memory->journal, &event) && memory_catch_up(memory);
    arena_free(&scratch);
    return is_good;
}

bool relink_ask_again(struct memory *memory, const struct relink_pair *pair, int64_t wall_ms)
{
    const struct journal_event event = drop_event(&pair->from, false, wall_ms);
    return journal_append(memory->journal, &event) && memory_catch_up(memory);
}
