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

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Steps over blanks. Returns what stands there; NUL at the end of the text. In line, where
/// most often there is no blank, or one.
static inline char next_char(struct json_scanner *s)
{
    const char *text = s->text;
    size_t at = s->at, len = s->len;
    char c = '\0';
    while (at < len && ((c = text[at]) <= ' ') && is_blank(c)) {
        c = '\0';
        at++;
    }
    s->at = at;
    return c;
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
    return true;
}

static bool scan_array(struct json_scanner *s);
static bool scan_object(struct json_scanner *s);

/// Scans the value at `s->at` that starts with `c`, which is not '"'. Depth is no danger to the
/// stack: it is limited.
static bool scan_other(struct json_scanner *s, char c)
{
    if ((c >= '0' && c <= '9') || c == '-')
        return json_scan_number(s);
    switch (c) {
    case '{':
        return scan_object(s);
    case '[':
        return scan_array(s);
    case 't':
        return scan_word(s, "true");
    case 'f':
        return scan_word(s, "false");
    case 'n':
        return scan_word(s, "null");
    default:
        return json_complain(s);
    }
}

/// Scans the value at `s->at`, which starts with `c`, and steps behind it.
static inline bool scan_value(struct json_scanner *s, char c)
{
    return c == '"' ? json_scan_string(s) : scan_other(s, c);
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
        .first_key = (uint32_t)(s->keys.len / sizeof(uint32_t)),
        .is_object = is_object,
    };
    s->at++;
    s->value_end = (uint32_t)s->at;
    s->state = is_object ? JSON_FIRST_KEY : JSON_FIRST_ELEMENT;
    return true;
}

/// Steps over what follows a value in an array or object: the comma, and blanks, or nothing
/// before `close`. `*next` becomes what stands there then.
static inline bool scan_comma(struct json_scanner *s, char close, char *next)
{
    s->value_end = (uint32_t)s->at;
    s->state = JSON_COMMA;
    *next = next_char(s);
    if (*next == close)
        return true;
    if (*next != ',')
        return json_complain(s);
    s->comma_at = (uint32_t)s->at++;
    s->state = close == '}' ? JSON_NEXT_KEY : JSON_NEXT_ELEMENT;
    *next = next_char(s);
    // Nothing may be closed behind a comma.
    return *next != close || json_complain(s);
}

static bool scan_array(struct json_scanner *s)
{
    if (!open_bracket(s, false))
        return false;
    bool is_listed = s->is_listed && s->depth == 2;
    char next = next_char(s);
    while (next != ']') {
        size_t start = s->at;
        if (!scan_value(s, next))
            return false;
        if (is_listed) {
            struct json_item item = {(uint32_t)start, (uint32_t)(s->at - start)};
            buf_add(&s->out->elements, &item, sizeof item);
        }
        if (!scan_comma(s, ']', &next))
            return false;
    }
    s->depth--;
    s->at++;
    return true;
}

/// Scans the value of a key of the root, and notes where both are.
static bool scan_root_value(struct json_scanner *s, struct json_member *member, char c)
{
    member->value.at = (uint32_t)s->at;
    s->is_listed = s->listed_key && !s->was_listed && c == '[' &&
                   json_string_is(s->text, member->key_at, s->listed_key);
    s->was_listed = s->was_listed || s->is_listed;
    if (!scan_value(s, c))
        return false;
    s->is_listed = false;
    member->value.len = (uint32_t)s->at - member->value.at;
    buf_add(&s->out->members, member, sizeof *member);
    return true;
}

/// Scans a key that is not written as one before, and what stands behind it up to its value.
static bool scan_key(struct json_scanner *s, struct json_known *slot)
{
    size_t at = s->at;
    if (!json_scan_string(s))
        return false;
    size_t end = s->at;
    uint64_t hash = json_keys_hash(s, at, end);
    json_keys_add(s, at, hash);
    s->value_end = (uint32_t)end;
    s->state = JSON_COLON;
    if (next_char(s) != ':')
        return json_complain(s);
    s->at++;
    next_char(s);
    json_known_put(slot, at, end, s->at, hash);
    return true;
}

/// Scans the key at `s->at`, which starts with `c`, and its value.
static inline bool scan_member(struct json_scanner *s, char c)
{
    if (c != '"')
        return json_complain(s);
    size_t at = s->at;
    struct json_known *slot = json_known_slot(s->known_keys, s->text, s->len, at);
    if (slot && json_known_is(slot, s->text, at)) {
        json_keys_add(s, at, slot->value);
        s->value_end = (uint32_t)at + slot->key_len;
        s->at = at + slot->len;
    } else if (!scan_key(s, slot)) {
        return false;
    }
    s->state = JSON_MEMBER_VALUE;
    s->key_at = (uint32_t)at;
    char next = next_char(s);
    if (s->depth > 1)
        return scan_value(s, next);
    struct json_member member = {.key_at = (uint32_t)at,
                                 .key_len = s->value_end - (uint32_t)at};
    return scan_root_value(s, &member, next);
}

static bool scan_object(struct json_scanner *s)
{
    if (!open_bracket(s, true))
        return false;
    char next = next_char(s);
    while (next != '}') {
        if (!scan_member(s, next) || !scan_comma(s, '}', &next))
            return false;
    }
    json_keys_close(s);
    s->depth--;
    s->at++;
    return true;
}

static bool scan_all(struct json_scanner *s)
{
    if (json_complain_whole(s))
        return false;
    char first = next_char(s);
    s->out->root.at = (uint32_t)s->at;
    if (!scan_value(s, first))
        return false;
    s->out->root.len = (uint32_t)s->at - s->out->root.at;
    s->value_end = (uint32_t)s->at;
    s->state = JSON_END;
    next_char(s);
    return s->at == s->len || json_complain(s);
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
        .most_keys = limits->takes_twins   ? 0
                     : limits->object_keys ? (uint32_t)limits->object_keys
                                           : UINT32_MAX,
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
