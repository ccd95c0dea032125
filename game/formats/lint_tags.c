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

/// Half of a topic, or all of it without the two characters in its middle. Two texts that an
/// edit makes equal have such a piece in common, so only those are compared: an edit in one
/// half leaves the other as it is, and two letters swapped around the middle leave the rest.
struct piece {
    uint64_t hash;
    uint32_t topic, next; // the piece before it with this hash; INDEX_NONE
};

enum piece_kind { PIECE_START, PIECE_END, PIECE_AROUND };

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

/// Where character number `chars` of a text starts.
static size_t offset_of(const char *text, size_t len, int chars)
{
    const char *p = text;
    for (int i = 0; i < chars && p < text + len; i++)
        text_next(&p, text + len);
    return (size_t)(p - text);
}

/// The piece that a text of `chars` characters has in common with one of `others`: half of
/// that one.
static uint64_t hash_piece(const char *text, int chars, int others, enum piece_kind kind)
{
    size_t len = strlen(text);
    int half = others / 2;
    if (kind == PIECE_START)
        return XXH3_64bits_withSeed(text, offset_of(text, len, half), kind);
    if (kind == PIECE_END) {
        size_t at = offset_of(text, len, chars - (others - half));
        return XXH3_64bits_withSeed(text + at, len - at, kind);
    }
    size_t at = offset_of(text, len, half - 1), end = offset_of(text, len, half + 1);
    const uint64_t both[] = {XXH3_64bits(text, at), XXH3_64bits(text + end, len - end)};
    return XXH3_64bits_withSeed(both, sizeof both, kind);
}

/// Whether two edits can make up for the bytes that one text has more.
static bool has_near_length(size_t a, size_t b)
{
    enum { MOST = 2 * 4 };

    return a < b ? b - a <= MOST : a - b <= MOST;
}

/// Whether one of two topics is probably the other, with a typo. Where digits differ it is not:
/// "19th century", "20th century".
static bool is_near(const char *a, const char *b)
{
    if (!has_near_length(strlen(a), strlen(b)))
        return false;
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
static uint32_t find_near(const struct tags *tags, uint32_t topic, uint64_t hash)
{
    enum { MOST = 64 }; // of so many topics that begin alike some may be missed

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

static void add_piece(struct tags *tags, uint32_t topic, uint64_t hash)
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
}

static void add_pieces(struct tags *tags, uint32_t topic)
{
    const char *text = tags->topics[topic].folded;
    int chars = (int)text_count(text);
    for (int kind = PIECE_START; kind <= PIECE_AROUND; kind++)
        add_piece(tags, topic, hash_piece(text, chars, chars, (enum piece_kind)kind));
}

/// Looks for the pieces of topics that are a character shorter, as long, or longer.
static uint32_t find_by_pieces(const struct tags *tags, uint32_t topic)
{
    const char *text = tags->topics[topic].folded;
    int chars = (int)text_count(text);
    uint32_t found = find_near(tags, topic, hash_piece(text, chars, chars, PIECE_AROUND));
    for (int others = chars - 1; others <= chars + 1 && found == INDEX_NONE; others++) {
        found = find_near(tags, topic, hash_piece(text, chars, others, PIECE_START));
        if (found == INDEX_NONE)
            found = find_near(tags, topic, hash_piece(text, chars, others, PIECE_END));
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
        add_pieces(&tags, (uint32_t)i);
    }
    for (int i = 0; i < bank->topic_count; i++) {
        const struct topic *topic = &tags.topics[i];
        if (topic->uses != 1 || !lint_counts(r, LINT_LONELY_TAG, topic->question))
            continue;
        uint32_t near = find_by_pieces(&tags, (uint32_t)i);
        if (near != INDEX_NONE) {
            report_tag(r, topic->question, bank->topics[i], bank->topics[near],
                       tags.topics[near].uses);
        }
    }
    index_free(&tags.index);
    buf_free(&tags.pieces);
    arena_free(&tags.arena);
}
