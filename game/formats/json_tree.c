#include "formats/json_tree.h"

#include <string.h>

#include "base/number.h"
#include "formats/json_where.h"

struct builder {
    const char *text;
    size_t at, end;
    struct arena *arena;
};

static void skip_blank(struct builder *b)
{
    while (b->at < b->end && (unsigned char)b->text[b->at] <= ' ')
        b->at++;
}

static char *build_escaped(struct builder *b)
{
    size_t start = b->at + 1, end = start;
    while (b->text[end] != '"')
        end += b->text[end] == '\\' ? 2 : 1;
    // Unescaped it is never longer: U+FFFD takes 3 bytes, what it stands for 6.
    char *copy = arena_alloc(b->arena, end - start + 1, 1);
    size_t at = start, used = 0;
    char c[4];
    for (size_t len; (len = json_unescape_next(b->text, &at, c)) > 0; used += len)
        memcpy(copy + used, c, len);
    b->at = end + 1;
    return copy;
}

static char *build_string(struct builder *b)
{
    const char *start = b->text + b->at + 1;
    const char *quote = memchr(start, '"', b->end - b->at - 1);
    size_t len = (size_t)(quote - start);
    if (memchr(start, '\\', len))
        return build_escaped(b);
    b->at += len + 2;
    return arena_text(b->arena, start, len);
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
        if (close == '}') {
            key = build_string(b);
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
    cJSON *item = ARENA_ARRAY(b->arena, 1, cJSON);
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
        item->valuestring = build_string(b);
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
        .text = text, .at = item->at, .end = (size_t)item->at + item->len, .arena = arena};
    return build_value(&b);
}
