#include "formats/json_tree.h"

#include <assert.h>
#include <string.h>

#include "base/number.h"
#include "formats/json_where.h"
#include "formats/span.h"

enum { MORE_NODES = 64 };

struct builder {
    const char *text;
    size_t len;
    char *room, *kept_room; // for strings: each for all of them, should it have to
    bool is_kept;           // what is built
    cJSON *root;
    cJSON *nodes, *nodes_end; // that are not used
    struct json_maker *maker;
    struct arena *arena;
};

/// A checked value has a bracket behind the last blank.
static size_t skip_blank(const char *text, size_t at)
{
    while ((unsigned char)text[at] <= ' ')
        at++;
    return at;
}

static cJSON *new_node(struct builder *b)
{
    if (b->nodes == b->nodes_end) {
        b->nodes = ARENA_ARRAY(b->arena, MORE_NODES, cJSON);
        b->nodes_end = b->nodes + MORE_NODES;
    }
    *b->nodes = (cJSON){0};
    return b->nodes++;
}

/// Unescaped a string is never longer: U+FFFD takes 3 bytes, what it stands for 6.
static size_t build_escaped(const struct builder *b, size_t at, char **room)
{
    char *to = *room, c[4];
    assert(to); // where a string begins there is room for all of it
    at++;
    for (size_t step; (step = json_unescape_next(b->text, &at, c)) > 0; to += step)
        memcpy(to, c, step);
    *to++ = '\0';
    *room = to;
    return at + 1;
}

/// Makes a string at `*room` of the one at `at`, and steps behind it. Returns where that is.
static size_t build_string(const struct builder *b, size_t at, char **room, bool *is_plain)
{
    char *to = *room;
    size_t start = at + 1;
    size_t end = span_plain(b->text, start, b->len, to);
    *is_plain = b->text[end] == '"';
    if (!*is_plain) {
        end = span_text(b->text, end, b->len, to + (end - start));
        if (b->text[end] != '"')
            return build_escaped(b, at, room);
    }
    to[end - start] = '\0';
    *room = to + (end - start) + 1;
    return end + 1;
}

static int find_name(const struct json_maker *maker, const char *key)
{
    int i = 0;
    while (i < maker->count && strcmp(maker->names[i], key) != 0)
        i++;
    return i;
}

/// Makes a key of the string at `at`. Returns where its value is.
static size_t build_key(struct builder *b, size_t at, cJSON *item)
{
    struct json_maker *maker = b->maker;
    struct json_known *slot = json_known_slot(maker->known, b->text, b->len, at);
    if (slot && json_known_is(slot, b->text, at)) {
        item->string = (char *)maker->names[slot->value]; // nobody changes keys
        item->type = (int)(slot->value << JSON_TREE_NAME_SHIFT);
        return skip_blank(b->text, at + slot->len);
    }
    bool is_plain = false;
    item->string = b->room;
    size_t end = build_string(b, at, &b->room, &is_plain);
    size_t value_at = skip_blank(b->text, skip_blank(b->text, end) + 1); // behind the colon
    int name = find_name(maker, item->string);
    item->type = name << JSON_TREE_NAME_SHIFT;
    if (name < maker->count)
        json_known_put(slot, at, end, value_at, (uint64_t)name);
    return value_at;
}

/// Makes a text of the string at `at`. Returns where it ends.
static inline size_t build_text(struct builder *b, size_t at, cJSON *item)
{
    bool is_plain = false;
    char **room = b->is_kept ? &b->kept_room : &b->room;
    item->valuestring = *room;
    at = build_string(b, at, room, &is_plain);
    item->valueint = (int)(*room - item->valuestring - 1);
    item->type |=
        cJSON_String | (is_plain ? JSON_TREE_PLAIN : 0) | (b->is_kept ? JSON_TREE_KEPT : 0);
    return at;
}

static size_t build_number(struct builder *b, size_t at, cJSON *item)
{
    size_t start = at;
    while (at < b->len && strchr("+-.eE0123456789", b->text[at]))
        at++;
    item->type |= cJSON_Number;
    number_parse(b->text + start, at - start, &item->valuedouble);
    const double most = 2147483647;
    double value = item->valuedouble;
    item->valueint = (int)(value > most ? most : value < -most ? -most : value);
    return at;
}

static size_t build_other(struct builder *b, size_t at, cJSON *item);

static size_t build_children(struct builder *b, size_t at, cJSON *parent)
{
    const char *text = b->text;
    bool is_object = text[at] == '{';
    cJSON *last = NULL;
    at = skip_blank(text, at + 1);
    while (text[at] != ']' && text[at] != '}') {
        cJSON *child = new_node(b);
        if (is_object) {
            at = build_key(b, at, child);
            if (parent == b->root)
                b->is_kept = b->maker->kept >> json_tree_name(child) & 1;
        }
        at = text[at] == '"' ? build_text(b, at, child) : build_other(b, at, child);
        child->prev = last;
        *(last ? &last->next : &parent->child) = child;
        last = child;
        at = skip_blank(text, at);
        if (text[at] == ',')
            at = skip_blank(text, at + 1);
    }
    if (last)
        parent->child->prev = last; // as cJSON has it
    return at + 1;
}

/// Makes `item` of the value at `at`, which is no string. Returns where it ends. Depth is no
/// danger to the stack: json_scan() limits it.
static size_t build_other(struct builder *b, size_t at, cJSON *item)
{
    switch (b->text[at]) {
    case '{':
        item->type |= cJSON_Object;
        return build_children(b, at, item);
    case '[':
        item->type |= cJSON_Array;
        return build_children(b, at, item);
    case 't':
        item->type |= cJSON_True;
        item->valueint = 1;
        return at + 4;
    case 'f':
        item->type |= cJSON_False;
        return at + 5;
    case 'n':
        item->type |= cJSON_NULL;
        return at + 4;
    default:
        return build_number(b, at, item);
    }
}

cJSON *json_tree(struct json_maker *maker, const char *text, size_t len,
                 const struct json_item *item, struct arena *kept, struct arena *arena)
{
    size_t room = item->len + (size_t)SPAN_MORE;
    struct builder b = {
        .text = text,
        .len = len,
        .room = room <= sizeof maker->room ? maker->room : arena_alloc(arena, room, 1),
        .kept_room = maker->kept ? arena_alloc(kept, room, 1) : NULL,
        .nodes = maker->nodes,
        .nodes_end = maker->nodes + JSON_NODES_AT_HAND,
        .maker = maker,
        .arena = arena,
    };
    b.root = new_node(&b);
    if (text[item->at] == '"') {
        build_text(&b, item->at, b.root);
    } else {
        build_other(&b, item->at, b.root);
    }
    if (b.kept_room) {
        memset(b.kept_room, 0, SPAN_MORE);
        arena_trim(kept, b.kept_room);
    }
    return b.root;
}
