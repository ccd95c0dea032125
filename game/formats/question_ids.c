#include "formats/question_ids.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/index.h"
#include "base/text.h"
#include "formats/json_tree.h"

enum { LONGEST = 40, ROOM = LONGEST + 24 };

enum key { KEY_ID, KEY_QUESTION, KEY_CLOZE, KEY_FRONT, KEYS };

static const char *const keys[KEYS] = {"id", "question", "cloze", "front"};

/// A name, and the number that the next one of the same words gets.
struct taken {
    const char *id;
    int next;
};

struct giver {
    struct patch *patch;
    struct json_maker maker;
    struct buf taken; // struct taken
    struct index index;
    struct arena arena, scratch;
    int given;
};

static struct taken *taken_at(const struct giver *g, uint32_t number)
{
    return (struct taken *)(void *)g->taken.data + number;
}

static bool is_same(const void *owner, uint32_t number, const void *key)
{
    return strcmp(taken_at(owner, number)->id, key) == 0;
}

/// The one who has this id, who is new if nobody had it.
static struct taken *take(struct giver *g, const char *id, bool *is_new)
{
    size_t len = strlen(id);
    uint32_t count = (uint32_t)(g->taken.len / sizeof(struct taken));
    uint32_t found = index_add(&g->index, XXH3_64bits(id, len), count, id);
    *is_new = found == INDEX_NONE;
    if (!*is_new)
        return taken_at(g, found);
    struct taken taken = {arena_text(&g->arena, id, len), 2};
    buf_add(&g->taken, &taken, sizeof taken);
    return taken_at(g, count);
}

/// A cloze as it reads with its gaps filled.
static const char *fill_gaps(struct giver *g, const char *cloze)
{
    char *filled = arena_text(&g->scratch, cloze, strlen(cloze)), *to = filled;
    bool is_inside = false, is_left_out = false;
    for (const char *at = cloze; *at; at++) {
        bool is_end = is_inside && strncmp(at, "]]", 2) == 0;
        if (is_end || strncmp(at, "[[", 2) == 0) {
            is_inside = !is_end;
            is_left_out = false;
            at++;
            continue;
        }
        if (is_inside && (*at == '|' || strncmp(at, "::", 2) == 0))
            is_left_out = true;
        if (!is_left_out)
            *to++ = *at;
    }
    *to = '\0';
    return filled;
}

/// The end of the word at `at`: letters and digits that may stand in an id.
static size_t word_end(const char *text, size_t at)
{
    while ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= '0' && text[at] <= '9'))
        at++;
    return at;
}

/// The words of a text as an id: as many as there is room for, but at least a part of one.
static void spell(struct giver *g, const char *text, char id[ROOM])
{
    unsigned folds = FOLD_CASE | FOLD_ACCENTS | FOLD_PUNCTUATION | FOLD_INVISIBLE;
    const char *folded = text_fold(&g->scratch, text, folds, NULL);
    size_t len = 0;
    for (size_t at = 0, end; folded[at]; at = end) {
        end = word_end(folded, at);
        size_t word = end - at, dash = len > 0;
        if (!word) {
            end++;
            continue;
        }
        if (len && len + dash + word > LONGEST)
            break;
        if (word > LONGEST)
            word = LONGEST;
        if (dash)
            id[len++] = '-';
        memcpy(id + len, folded + at, word);
        len += word;
    }
    id[len] = '\0';
    if (!len) {
        unsigned hash = (unsigned)XXH3_64bits(folded, strlen(folded));
        snprintf(id, ROOM, "q-%08x", hash);
    }
}

/// Puts an id before the first key of the question at `at`.
static void put(struct giver *g, size_t at, const char *id)
{
    const char *text = g->patch->text;
    size_t key = at + 1 + strspn(text + at + 1, " \t\r\n");
    size_t colon = key + 1;
    for (; text[colon] != '"'; colon++)
        colon += text[colon] == '\\';
    colon += 1 + strspn(text + colon + 1, " \t\r\n");
    bool is_tight = !strchr(" \t\r\n", text[colon + 1]);
    size_t line = key; // a line end and what stands between it and the key
    for (size_t i = key; i > at + 1; i--) {
        if (text[i - 1] == '\n' || text[i - 1] == '\r') {
            line = i - 1;
            line -= i - 1 > at + 1 && text[i - 1] == '\n' && text[i - 2] == '\r';
            break;
        }
    }
    const char *between = is_tight ? "" : " ";
    const char *first = arena_printf(&g->scratch, "\"id\":%s\"%s\",%.*s", between, id,
                                     (int)(key - line), text + line);
    if (line == key)
        first = arena_printf(&g->scratch, "%s%s", first, between);
    patch_add(g->patch, key, 0, first, strlen(first));
    g->given++;
}

static void give(struct giver *g, size_t at, const char *words)
{
    char id[ROOM] = "";
    bool is_new;
    spell(g, words, id);
    struct taken *taken = take(g, id, &is_new);
    size_t len = strlen(id);
    while (!is_new) {
        snprintf(id + len, ROOM - len, "-%d", taken->next++);
        uint32_t self = (uint32_t)(taken - taken_at(g, 0));
        take(g, id, &is_new);
        taken = taken_at(g, self); // the list may have moved
    }
    put(g, at, id);
}

/// A question's id, or what it asks.
static const char *find(struct giver *g, const struct json_item *item, bool is_id)
{
    const char *found[KEYS] = {0};
    const cJSON *tree =
        json_tree(&g->maker, g->patch->text, g->patch->len, item, &g->scratch, &g->scratch);
    if (!cJSON_IsObject(tree))
        return NULL;
    for (const cJSON *member = tree->child; member; member = member->next) {
        int name = json_tree_name(member);
        if (name >= KEYS)
            continue;
        if (name == KEY_ID && !is_id)
            return NULL;
        if (json_tree_is_text(member))
            found[name] = member->valuestring;
    }
    if (is_id)
        return found[KEY_ID];
    if (found[KEY_QUESTION])
        return found[KEY_QUESTION];
    return found[KEY_CLOZE] ? fill_gaps(g, found[KEY_CLOZE]) : found[KEY_FRONT];
}

int question_ids(struct patch *patch, const struct json_scan *scan)
{
    struct giver g = {.patch = patch, .maker = {.names = keys, .count = KEYS}};
    const struct json_item *items = (const void *)scan->elements.data;
    size_t count = scan->elements.len / sizeof *items;
    g.index = (struct index){.is_same = is_same, .owner = &g};
    for (size_t i = 0; i < count; i++) {
        const char *id = find(&g, &items[i], true);
        bool is_new;
        if (id)
            take(&g, id, &is_new);
        arena_reset(&g.scratch);
    }
    for (size_t i = 0; i < count; i++) {
        const char *words = find(&g, &items[i], false);
        if (words && *words)
            give(&g, items[i].at, words);
        arena_reset(&g.scratch);
    }
    index_free(&g.index);
    buf_free(&g.taken);
    arena_free(&g.arena);
    arena_free(&g.scratch);
    return g.given;
}
