#include "formats/json_tree.h"

#include <string.h>

#include "base/number.h"
#include "formats/json_where.h"
#include "formats/words.h"

enum { NODES_AT_ONCE = 16 };

struct builder {
    const char *text;
    size_t at, end;
    char *room; // for strings: as long as the value, which they are not all of
    cJSON *nodes;
    int node_count; // of `nodes` that are not used
    struct arena *arena;
};

static void skip_blank(struct builder *b)
{
    while (b->at < b->end && (unsigned char)b->text[b->at] <= ' ')
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

static char *build_string(struct builder *b, size_t *len)
{
    size_t start = b->at + 1, at = start;
    char *to = b->room;
    for (; b->end - at >= sizeof(uint64_t); at += sizeof(uint64_t), to += sizeof(uint64_t)) {
        uint64_t word = word_read(b->text + at);
        if (word_has(word, '"') | word_has(word, '\\'))
            break;
        memcpy(to, &word, sizeof word);
    }
    for (; b->text[at] != '"' && b->text[at] != '\\'; at++)
        *to++ = b->text[at];
    if (b->text[at] == '\\')
        return build_escaped(b, len);
    *to++ = '\0';
    char *string = b->room;
    b->room = to;
    b->at = at + 1;
    *len = at - start;
    return string;
}

static void build_number(struct builder *b, cJSON *item)
{
    size_t start = b->at;
    while (b->at < b->end && strchr("+-.eE0123456789", b->text[b->at]))
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
        if (close == '}') {
            key = build_string(b, &len);
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
        item->type = cJSON_String;
        item->valuestring = build_string(b, &len);
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

cJSON *json_tree(const char *text, const struct json_item *item, struct arena *arena)
{
    struct builder b = {
        .text = text,
        .at = item->at,
        .end = (size_t)item->at + item->len,
        .room = arena_alloc(arena, item->len, 1),
        .arena = arena,
    };
    return build_value(&b);
}
