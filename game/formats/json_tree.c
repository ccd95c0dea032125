#include "formats/json_tree.h"

#include <string.h>

#include "base/number.h"
#include "formats/json_where.h"
#include "formats/span.h"

enum { NODES_AT_ONCE = 16 };

struct builder {
    const char *text;
    size_t len, at;
    char *room; // for strings: as long as the value, which they are not all of
    cJSON *nodes;
    int node_count; // of `nodes` that are not used
    struct arena *arena;
};

static void skip_blank(struct builder *b)
{
    while (b->at < b->len && (unsigned char)b->text[b->at] <= ' ')
        b->at++;
}

static cJSON *new_node(struct builder *b)
{
    if (b->node_count == 0) {
        b->nodes = ARENA_ARRAY(b->arena, NODES_AT_ONCE, cJSON);
        b->node_count = NODES_AT_ONCE;
    }
    b->node_count--;
    return b->nodes++;
}

/// Unescaped a string is never longer: U+FFFD takes 3 bytes, what it stands for 6.
static char *build_escaped(struct builder *b, size_t *len)
{
    char *string = b->room, c[4];
    b->at++;
    *len = 0;
    for (size_t step; (step = json_unescape_next(b->text, &b->at, c)) > 0; *len += step)
        memcpy(string + *len, c, step);
    b->at++;
    string[*len] = '\0';
    b->room += *len + 1;
    return string;
}

/// Sets `*is_plain` if all of it is printing ASCII, written as it is.
static char *build_string(struct builder *b, size_t *len, bool *is_plain)
{
    bool is_odd = false;
    size_t start = b->at + 1;
    size_t end = span_next(b->text, start, b->len, b->room, &is_odd);
    *is_plain = !is_odd && b->text[end] == '"';
    if (b->text[end] != '"')
        return build_escaped(b, len);
    char *string = b->room;
    *len = end - start;
    string[*len] = '\0';
    b->room += *len + 1;
    b->at = end + 1;
    return string;
}

static void build_number(struct builder *b, cJSON *item)
{
    size_t start = b->at;
    while (b->at < b->len && strchr("+-.eE0123456789", b->text[b->at]))
        b->at++;
    item->type = cJSON_Number;
    number_parse(b->text + start, b->at - start, &item->valuedouble);
    const double most = 2147483647;
    double value = item->valuedouble;
    item->valueint = (int)(value > most ? most : value < -most ? -most : value);
}

static cJSON *build_value(struct builder *b);

static void build_children(struct builder *b, cJSON *parent, char close)
{
    b->at++;
    cJSON *last = NULL;
    for (skip_blank(b); b->text[b->at] != close; skip_blank(b)) {
        char *key = NULL;
        size_t len = 0;
        bool is_plain = false;
        if (close == '}') {
            key = build_string(b, &len, &is_plain);
            skip_blank(b);
            b->at++; // the colon
        }
        cJSON *child = build_value(b);
        child->string = key;
        child->prev = last;
        if (last) {
            last->next = child;
        } else {
            parent->child = child;
        }
        last = child;
        skip_blank(b);
        b->at += b->text[b->at] == ',';
    }
    if (parent->child)
        parent->child->prev = last; // as cJSON has it
    b->at++;
}

/// Depth is no danger to the stack: json_scan() limits it.
static cJSON *build_value(struct builder *b)
{
    cJSON *item = new_node(b);
    size_t len = 0;
    bool is_plain = false;
    skip_blank(b);
    switch (b->text[b->at]) {
    case '{':
        item->type = cJSON_Object;
        build_children(b, item, '}');
        break;
    case '[':
        item->type = cJSON_Array;
        build_children(b, item, ']');
        break;
    case '"':
        item->valuestring = build_string(b, &len, &is_plain);
        item->type = cJSON_String | (is_plain ? JSON_TREE_PLAIN : 0);
        item->valueint = (int)len;
        break;
    case 't':
        item->type = cJSON_True;
        item->valueint = 1;
        b->at += 4;
        break;
    case 'f':
        item->type = cJSON_False;
        b->at += 5;
        break;
    case 'n':
        item->type = cJSON_NULL;
        b->at += 4;
        break;
    default:
        build_number(b, item);
    }
    return item;
}

cJSON *json_tree(const char *text, size_t len, const struct json_item *item,
                 struct arena *arena)
{
    struct builder b = {
        .text = text,
        .len = len,
        .at = item->at,
        .room = arena_alloc(arena, item->len + SPAN_MORE, 1),
        .arena = arena,
    };
    return build_value(&b);
}
