// Tags that are used once and nearly as others are.
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"
#include "core/bank.h"
#include "formats/lint_bank.h"
#include "formats/quote.h"

enum { ONE_SLIP = 5, TWO_SLIPS = 10 }; // letters from which on so many edits are a typo

/// How a topic is used.
struct topic {
    int uses, question; // in how many, and the last
    const char *folded; // as people compare it
};

/// A topic, or what is left of it without one character: two texts that an edit makes equal
/// have such a piece in common, so only those are compared.
/// Source: W. Garbe, "Symmetric Delete spelling correction" (2012).
struct piece {
    uint64_t hash;
    uint32_t topic, next; // the piece before it with this hash; INDEX_NONE
};

struct tags {
    struct reader *r;
    struct topic *topics;
    struct arena arena;
    struct buf pieces;
    struct index index;
};

static const struct piece *piece_at(const struct tags *tags, uint32_t number)
{
    return (const struct piece *)(const void *)tags->pieces.data + number;
}

static bool is_same_piece(const void *owner, uint32_t number, const void *key)
{
    return piece_at(owner, number)->hash == *(const uint64_t *)key;
}

/// The characters of a text without the one from `at` to `end`.
static uint64_t hash_piece(const char *text, size_t len, size_t at, size_t end)
{
    char rest[256];
    if (len - (end - at) > sizeof rest)
        return 0;
    memcpy(rest, text, at);
    memcpy(rest + at, text + end, len - end);
    return XXH3_64bits(rest, len - (end - at));
}

/// Whether one of two topics is probably the other, with a typo. Where digits differ it is not:
/// "19th century", "20th century".
static bool is_near(const char *a, const char *b)
{
    int letters = text_letters(a), others = text_letters(b);
    int fewest = letters < others ? letters : others;
    int limit = fewest >= TWO_SLIPS ? 2 : fewest >= ONE_SLIP ? 1 : 0;
    for (const char *p = a, *q = b;; p++, q++) {
        p += strcspn(p, "0123456789");
        q += strcspn(q, "0123456789");
        if (*p != *q)
            return false;
        if (!*p)
            break;
    }
    return text_edits(a, b, limit) <= limit;
}

/// The topic nearest to `topic` among those with a piece of this hash, which is more in use or
/// stands before it; INDEX_NONE if there is none.
static uint32_t find_near(struct tags *tags, uint32_t topic, uint64_t hash)
{
    enum { MOST = 16 }; // one piece of very many topics is no sign of a typo

    uint32_t at = index_find(&tags->index, hash, &hash);
    for (int i = 0; at != INDEX_NONE && i < MOST; i++, at = piece_at(tags, at)->next) {
        uint32_t other = piece_at(tags, at)->topic;
        bool is_first = tags->topics[other].uses > 1 || other < topic;
        if (other != topic && tags->topics[other].uses && is_first &&
            is_near(tags->topics[topic].folded, tags->topics[other].folded))
            return other;
    }
    return INDEX_NONE;
}

static uint32_t add_piece(struct tags *tags, uint32_t topic, uint64_t hash)
{
    uint32_t number = (uint32_t)(tags->pieces.len / sizeof(struct piece));
    struct piece piece = {.hash = hash, .topic = topic, .next = INDEX_NONE};
    buf_add(&tags->pieces, &piece, sizeof piece);
    uint32_t other = index_add(&tags->index, hash, number, &hash);
    struct piece *pieces = (struct piece *)(void *)tags->pieces.data;
    if (other != INDEX_NONE) {
        pieces[number].next = pieces[other].next;
        pieces[other].next = number;
    }
    return INDEX_NONE;
}

/// Goes through the pieces of a topic up to the first for which `visit` returns a topic, which
/// is returned.
static uint32_t walk(struct tags *tags, uint32_t topic,
                     uint32_t (*visit)(struct tags *tags, uint32_t topic, uint64_t hash))
{
    const char *text = tags->topics[topic].folded;
    size_t len = strlen(text);
    uint32_t found = visit(tags, topic, XXH3_64bits(text, len));
    for (const char *p = text; p < text + len && found == INDEX_NONE;) {
        size_t at = (size_t)(p - text);
        text_next(&p, text + len);
        found = visit(tags, topic, hash_piece(text, len, at, (size_t)(p - text)));
    }
    return found;
}

static void count_uses(struct tags *tags)
{
    const struct bank *bank = tags->r->bank;
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        for (int k = 0; k < question->topic_count; k++) {
            struct topic *topic = &tags->topics[question->topics[k]];
            topic->uses++;
            topic->question = i;
        }
    }
}

static void report_tag(struct reader *r, int number, const char *tag, const char *other,
                       int uses)
{
    lint_reopen(r, number);
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(r->root, "tags");
    const cJSON *found = list && list->child ? list->child : r->root;
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next) {
        if (json_tree_is_text(item) && strcmp(item->valuestring, tag) == 0)
            found = item;
    }
    lint_report(r, LINT_LONELY_TAG, spot_value(found),
                "the tag \"%s\" is here only, and \"%s\" %s. Is that meant?",
                quote_string(tag).text, quote_string(other).text,
                uses > 1 ? "more than once" : "is there too");
    native_close(r);
}

void lint_end_tags(struct reader *r)
{
    enum { FOLDS = FOLD_ALL & ~FOLD_ARTICLE };

    const struct bank *bank = r->bank;
    struct tags tags = {.r = r, .index = {.is_same = is_same_piece}};
    tags.index.owner = &tags;
    tags.topics = ARENA_ARRAY(&tags.arena, bank->topic_count, struct topic);
    count_uses(&tags);
    for (int i = 0; i < bank->topic_count; i++) {
        tags.topics[i].folded = text_fold(&tags.arena, bank->topics[i], FOLDS, NULL);
        walk(&tags, (uint32_t)i, add_piece);
    }
    for (int i = 0; i < bank->topic_count; i++) {
        const struct topic *topic = &tags.topics[i];
        if (topic->uses != 1 || !lint_counts(r, LINT_LONELY_TAG, topic->question))
            continue;
        uint32_t near = walk(&tags, (uint32_t)i, find_near);
        if (near != INDEX_NONE) {
            report_tag(r, topic->question, bank->topics[i], bank->topics[near],
                       tags.topics[near].uses);
        }
    }
    index_free(&tags.index);
    buf_free(&tags.pieces);
    arena_free(&tags.arena);
}
