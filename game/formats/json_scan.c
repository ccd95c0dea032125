#include "formats/json_scan.h"

#include <string.h>

#include "formats/json_scanner.h"

const struct json_limits json_limits_plain = {
    .depth = JSON_MAX_DEPTH,
    .takes_twins = true,
    .takes_nul = true,
};

const struct json_limits json_limits_own = {
    .depth = 32,
    .string_bytes = (size_t)64 * 1024,
    .object_keys = 256,
};

void json_remark(struct json_scanner *s, enum json_remark_kind kind, size_t at, size_t end,
                 size_t value_at)
{
    struct json_remark remark = {
        .kind = kind,
        .at = (uint32_t)at,
        .len = (uint32_t)(end - at),
        .value_at = (uint32_t)value_at,
    };
    buf_add(&s->out->remarks, &remark, sizeof remark);
}

static void skip_blank(struct json_scanner *s)
{
    const char *p = s->text + s->at;
    const char *end = s->text + s->len;
    while (p < end && (unsigned char)*p <= ' ' &&
           (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
    s->at = (size_t)(p - s->text);
}

static struct json_member *last_member(struct json_scanner *s)
{
    struct buf *members = &s->out->members;
    return (struct json_member *)(void *)(members->data + members->len) - 1;
}

static bool is_listed_key(const struct json_scanner *s, const struct json_member *member)
{
    if (!s->listed_key || s->was_listed)
        return false;
    return json_string_is(s->text, member->key_at, s->listed_key);
}

/// Notes where a value near the root starts.
static void begin_value(struct json_scanner *s)
{
    if (s->depth == 0) {
        s->out->root.at = (uint32_t)s->at;
    } else if (s->depth == 1 && s->frames[0].is_object) {
        struct json_member *member = last_member(s);
        member->value.at = (uint32_t)s->at;
        s->is_listed = s->text[s->at] == '[' && is_listed_key(s, member);
        s->was_listed = s->was_listed || s->is_listed;
    } else if (s->depth == 2 && s->is_listed) {
        struct json_item item = {.at = (uint32_t)s->at};
        buf_add(&s->out->elements, &item, sizeof item);
    }
}

/// Notes that a value ended before `s->at`.
static void end_value(struct json_scanner *s)
{
    s->value_end = (uint32_t)s->at;
    s->state = s->depth ? JSON_COMMA : JSON_END;
    struct json_item *item = NULL;
    if (s->depth == 0) {
        item = &s->out->root;
    } else if (s->depth == 1 && s->frames[0].is_object) {
        item = &last_member(s)->value;
        s->is_listed = false;
    } else if (s->depth == 2 && s->is_listed) {
        struct buf *elements = &s->out->elements;
        item = (struct json_item *)(void *)(elements->data + elements->len) - 1;
    }
    if (item)
        item->len = (uint32_t)s->at - item->at;
}

static bool open_bracket(struct json_scanner *s, bool is_object)
{
    if (s->depth == s->limits->depth) {
        return json_fail(s, s->at, s->at + 1,
                         "too deep: at most %d arrays and objects may stand in each other",
                         s->limits->depth);
    }
    s->frames[s->depth++] = (struct json_frame){
        .open_at = (uint32_t)s->at,
        .first_key = (uint32_t)(s->keys.len / sizeof(struct json_key)),
        .is_object = is_object,
    };
    s->at++;
    s->value_end = (uint32_t)s->at;
    s->state = is_object ? JSON_FIRST_KEY : JSON_FIRST_ELEMENT;
    return true;
}

static void close_bracket(struct json_scanner *s)
{
    if (s->frames[s->depth - 1].is_object)
        json_keys_close(s);
    s->depth--;
    s->at++;
    end_value(s);
}

static bool scan_word(struct json_scanner *s, const char *word)
{
    size_t len = strlen(word);
    if (s->len - s->at < len || memcmp(s->text + s->at, word, len) != 0)
        return json_complain(s);
    // "nullx" is one wrong word, not a word and something more.
    if (s->at + len < s->len) {
        unsigned char next = (unsigned char)s->text[s->at + len];
        if ((next | 32) >= 'a' && (next | 32) <= 'z')
            return json_complain(s);
    }
    s->at += len;
    end_value(s);
    return true;
}

static bool scan_value(struct json_scanner *s)
{
    begin_value(s);
    switch (s->text[s->at]) {
    case '{':
        return open_bracket(s, true);
    case '[':
        return open_bracket(s, false);
    case '"':
        if (!json_scan_string(s))
            return false;
        end_value(s);
        return true;
    case 't':
        return scan_word(s, "true");
    case 'f':
        return scan_word(s, "false");
    case 'n':
        return scan_word(s, "null");
    default:
        break;
    }
    unsigned char c = (unsigned char)s->text[s->at];
    if (c != '-' && (c < '0' || c > '9'))
        return json_complain(s);
    if (!json_scan_number(s))
        return false;
    end_value(s);
    return true;
}

static bool scan_key(struct json_scanner *s)
{
    if (s->text[s->at] != '"')
        return json_complain(s);
    size_t at = s->at;
    if (!json_scan_string(s))
        return false;
    json_keys_add(s, at, s->at);
    if (s->depth == 1) {
        struct json_member member = {
            .key_at = (uint32_t)at,
            .key_len = (uint32_t)(s->at - at),
        };
        buf_add(&s->out->members, &member, sizeof member);
    }
    s->value_end = (uint32_t)s->at;
    s->state = JSON_COLON;
    return true;
}

static bool scan_comma(struct json_scanner *s)
{
    bool is_object = s->frames[s->depth - 1].is_object;
    char c = s->text[s->at];
    if (c == (is_object ? '}' : ']')) {
        close_bracket(s);
        return true;
    }
    if (c != ',')
        return json_complain(s);
    s->comma_at = (uint32_t)s->at++;
    s->state = is_object ? JSON_NEXT_KEY : JSON_NEXT_ELEMENT;
    return true;
}

/// Takes one step on from `s->at`, which is no blank.
static bool scan_step(struct json_scanner *s)
{
    char c = s->text[s->at];
    switch (s->state) {
    case JSON_FIRST_ELEMENT:
        if (c == ']') {
            close_bracket(s);
            return true;
        }
        return scan_value(s);
    case JSON_ROOT:
    case JSON_NEXT_ELEMENT:
    case JSON_MEMBER_VALUE:
        return scan_value(s);
    case JSON_FIRST_KEY:
        if (c == '}') {
            close_bracket(s);
            return true;
        }
        return scan_key(s);
    case JSON_NEXT_KEY:
        return scan_key(s);
    case JSON_COLON:
        if (c != ':')
            return json_complain(s);
        s->at++;
        s->state = JSON_MEMBER_VALUE;
        return true;
    case JSON_COMMA:
        return scan_comma(s);
    case JSON_END:
        return json_complain(s);
    }
    return false;
}

static bool scan_all(struct json_scanner *s)
{
    if (json_complain_whole(s))
        return false;
    for (;;) {
        skip_blank(s);
        if (s->at == s->len)
            return s->state == JSON_END || json_complain(s);
        if (!scan_step(s))
            return false;
    }
}

bool json_scan(struct json_scan *scan, const char *file, const char *text, size_t len,
               const struct json_limits *limits, const char *listed_key, struct diags *diags)
{
    if (len > JSON_MAX_BYTES) {
        diag_add_file(diags, DIAG_ERROR, file,
                      "the file is larger than 64 MiB; split it into several");
        return false;
    }
    struct json_scanner s = {
        .file = file,
        .text = text,
        .len = len,
        .limits = limits,
        .listed_key = listed_key,
        .mark = json_mark_start(text, len),
        .out = scan,
        .diags = diags,
    };
    s.at = s.mark.at;
    bool is_fine = scan_all(&s);
    // Keys of what was open at a fatal error: one of them may come before it.
    while (s.depth > 0) {
        if (s.frames[s.depth - 1].is_object)
            json_keys_close(&s);
        s.depth--;
    }
    buf_free(&s.keys);
    arena_free(&s.scratch);
    return is_fine;
}

void json_scan_free(struct json_scan *scan)
{
    buf_free(&scan->members);
    buf_free(&scan->elements);
    buf_free(&scan->remarks);
}
