// What to say of a wrong value, and where it stands.
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "formats/native_reader.h"
#include "formats/question_head.h"
#include "formats/quote.h"

enum { MESSAGE_ROOM = 600, MEANT_EDITS = 2 };

struct spot spot_value(const cJSON *item)
{
    return (struct spot){.item = item};
}

struct spot spot_key(const cJSON *item)
{
    return (struct spot){.item = item, .is_key = true};
}

struct spot spot_char(const cJSON *item, size_t index)
{
    return (struct spot){.item = item, .is_char = true, .index = index};
}

struct spot spot_part(const cJSON *item, size_t index, size_t len)
{
    return (struct spot){.item = item, .is_char = true, .index = index, .len = len};
}

static void report(struct reader *r, enum diag_severity severity, struct json_range range,
                   const char *message)
{
    json_mark_move(&r->mark, r->text, range.at);
    struct place place = {.file = r->file, .line = r->mark.line, .column = r->mark.column};
    diag_add(r->diags, severity, place, json_width(r->text, range), r->text, r->len, range.at,
             "%s", message);
    r->is_bad = r->is_bad || severity == DIAG_ERROR;
}

void native_report_at(struct reader *r, enum diag_severity severity, size_t at, size_t len,
                      const char *format, ...)
{
    char message[MESSAGE_ROOM];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    report(r, severity, (struct json_range){.at = at, .len = len}, message);
}

static bool was_remarked(const struct reader *r, size_t at)
{
    for (size_t i = 0; i < r->remark_count; i++) {
        if (r->remarks[i].kind != JSON_LONG_NUMBER && r->remarks[i].value_at == at)
            return true;
    }
    return false;
}

/// The bytes of characters in the string that begins at `start`.
static struct json_range find_chars(const char *slice, size_t start, struct spot spot)
{
    struct json_range range = json_find_char(slice, start, spot.index);
    if (spot.len > 1) {
        struct json_range last = json_find_char(slice, start, spot.index + spot.len - 1);
        range.len = last.at + last.len - range.at;
    }
    return range;
}

/// Finds the bytes that are meant. Returns false if json_scan() remarked on their value.
static bool find_spot(const struct reader *r, struct spot spot, struct json_range *range)
{
    const char *slice = r->text + r->item->at;
    *range = (spot.is_key ? json_find_key : json_find)(slice, r->item->len, r->root, spot.item);
    if (was_remarked(r, r->item->at + range->at))
        return false;
    if (spot.is_char)
        *range = find_chars(slice, range->at, spot);
    range->at += r->item->at;
    return true;
}

#if defined(__GNUC__)
__attribute__((format(printf, 4, 0)))
#endif
static void
report_spot(struct reader *r, enum diag_severity severity, struct spot spot, const char *format,
            va_list args)
{
    struct json_range range;
    if (!find_spot(r, spot, &range)) {
        r->is_bad = true;
        return;
    }
    if (spot.item == r->root && !spot.is_key && severity == DIAG_WARNING) {
        struct json_range head = question_head(r->text, r->len, range.at);
        range = head.at == range.at ? range : head;
    }
    char message[MESSAGE_ROOM];
    vsnprintf(message, sizeof message, format, args);
    report(r, severity, range, message);
}

void native_report(struct reader *r, enum diag_severity severity, struct spot spot,
                   const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report_spot(r, severity, spot, format, args);
    va_end(args);
}

void native_fix(struct reader *r, struct spot spot, const char *put)
{
    struct json_range range;
    if (r->diags->fixes && find_spot(r, spot, &range))
        diag_fix(r->diags, range.at, range.len, put);
}

void native_fix_word(struct reader *r, const cJSON *item, const char *word)
{
    native_fix(r, spot_value(item), arena_printf(&r->scratch, "\"%s\"", word));
}

/// Whether another key of the value at hand is to be this one already.
static bool is_promised(const struct reader *r, const char *key)
{
    const struct diag_fix *fixes = (const void *)r->diags->fixes->data;
    for (size_t i = r->diags->fixes->len / sizeof *fixes; i && fixes[i - 1].at >= r->item->at;
         i--) {
        if (strcmp(fixes[i - 1].put, key) == 0)
            return true;
    }
    return false;
}

void native_fix_key(struct reader *r, const cJSON *item, const char *name)
{
    if (!r->diags->fixes)
        return;
    const cJSON *first = item;
    while (first->prev->next)
        first = first->prev;
    for (const cJSON *member = first; member; member = member->next) {
        if (strcmp(member->string, name) == 0)
            return;
    }
    const char *key = arena_printf(&r->scratch, "\"%s\"", name);
    if (!is_promised(r, key))
        native_fix(r, spot_key(item), key);
}

/// Whether two values read the same to the last accent: they may only be written otherwise.
static bool is_same_value(struct reader *r, const cJSON *one, struct json_range a,
                          const cJSON *twin, struct json_range b)
{
    if (a.len == b.len && memcmp(r->text + a.at, r->text + b.at, a.len) == 0)
        return true;
    return cJSON_IsString(one) && cJSON_IsString(twin) &&
           strcmp(text_fold(&r->scratch, one->valuestring, 0, NULL),
                  text_fold(&r->scratch, twin->valuestring, 0, NULL)) == 0;
}

void native_fix_twin(struct reader *r, const cJSON *one, const cJSON *twin)
{
    struct json_range a, b, before;
    if (!r->diags->fixes || !find_spot(r, spot_value(one), &a) ||
        !find_spot(r, spot_value(twin), &b) || !find_spot(r, spot_value(twin->prev), &before))
        return;
    size_t end = before.at + before.len;
    if (end < b.at && is_same_value(r, one, a, twin, b))
        diag_fix(r->diags, end, b.at + b.len - end, "");
}

void native_report_rule(struct reader *r, enum lint_rule rule, enum diag_severity severity,
                        struct spot spot, const char *format, ...)
{
    if (severity == DIAG_WARNING && r->off & LINT_BIT(rule))
        return;
    r->told |= LINT_BIT(rule);
    r->diags->rule = lint_rows[rule].name;
    va_list args;
    va_start(args, format);
    report_spot(r, severity, spot, format, args);
    va_end(args);
    r->diags->rule = NULL;
}

const char *native_label(struct reader *r, const cJSON *item, const char *key)
{
    return item->string ? arena_printf(&r->scratch, "\"%s\"", item->string)
                        : arena_printf(&r->scratch, "an item of \"%s\"", key);
}

const char *native_describe(struct reader *r, const cJSON *item)
{
    if (cJSON_IsString(item)) {
        return arena_printf(&r->scratch, "the text \"%s\"",
                            quote_string(item->valuestring).text);
    }
    if (cJSON_IsNumber(item)) {
        char digits[NUMBER_ROOM];
        number_format(item->valuedouble, digits);
        return arena_text(&r->scratch, digits, strlen(digits));
    }
    if (cJSON_IsBool(item))
        return cJSON_IsTrue(item) ? "true" : "false";
    return cJSON_IsNull(item) ? "null" : cJSON_IsArray(item) ? "a list" : "an object";
}

void native_report_type(struct reader *r, const cJSON *item, const char *key,
                        const char *advice)
{
    if (cJSON_IsNull(item)) {
        advice = item->string
                     ? "null stands for nothing here. Write a value, or leave the key out"
                     : "null stands for nothing here. Write a value, or leave it out";
    }
    native_report(r, DIAG_ERROR, spot_value(item), "%s is %s. %s", native_label(r, item, key),
                  native_describe(r, item), advice);
}

/// Whether two words are the same but for capitals. Of ASCII, which all our words are.
static bool is_same_word(const char *a, const char *b)
{
    for (; *a && *b && (*a | 32) == (*b | 32); a++, b++) {
        bool is_letter = (*a | 32) >= 'a' && (*a | 32) <= 'z';
        if (*a != *b && !is_letter)
            return false;
    }
    return *a == *b;
}

const char *native_guess(const char *name, const char *const *names, size_t count)
{
    const char *best = NULL;
    int fewest = MEANT_EDITS + 1;
    for (size_t i = 0; i < count; i++) {
        if (is_same_word(name, names[i]))
            return names[i];
        int edits = text_edits(name, names[i], MEANT_EDITS);
        // Two edits make almost anything of a very short word.
        if (edits < fewest && (size_t)edits < strlen(names[i]) &&
            (size_t)edits < strlen(name)) {
            best = names[i];
            fewest = edits;
        }
    }
    return best;
}

const char *native_report_key(struct reader *r, const cJSON *item, const char *const *names,
                              size_t count)
{
    const char *meant = native_guess(item->string, names, count);
    struct quote found = quote_string(item->string);
    if (meant) {
        native_report(r, DIAG_ERROR, spot_key(item), "unknown key \"%s\". Did you mean \"%s\"?",
                      found.text, meant);
        native_fix_key(r, item, meant);
        return meant;
    }
    char list[MESSAGE_ROOM / 2] = "";
    for (size_t i = 0, used = 0; i < count && used < sizeof list; i++) {
        used += (size_t)snprintf(list + used, sizeof list - used, "%s\"%s\"", i ? ", " : "",
                                 names[i]);
    }
    native_report(r, DIAG_ERROR, spot_key(item), "unknown key \"%s\". Allowed are %s",
                  found.text, list);
    return NULL;
}
