// Values that banks and questions have alike: ids, sources, tags, words.
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"
#include "formats/chars.h"
#include "formats/native_reader.h"
#include "formats/quote.h"

enum { ID_CHARS = 64, TAGS_MOST = 32, TAG_CHARS = 48 };

const char *const native_difficulties[DIFFICULTY_COUNT] = {
    [DIFFICULTY_EASY] = "easy",
    [DIFFICULTY_MEDIUM] = "medium",
    [DIFFICULTY_HARD] = "hard",
};

static bool is_id_char(char c, bool is_first)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (!is_first && (c == '.' || c == '_' || c == '-'));
}

const char *native_id(struct reader *r, const cJSON *item)
{
    if (!json_tree_is_text(item)) {
        native_report_type(r, item, "", "Write an id in double quotes, as in \"flag-fr\"");
        return NULL;
    }
    const char *id = item->valuestring;
    size_t len = (size_t)item->valueint, at = 0;
    if (len == 0) {
        native_report(r, DIAG_ERROR, spot_value(item),
                      "%s is empty. Write one as \"flag-fr\", or leave the key out",
                      native_label(r, item, ""));
        return NULL;
    }
    while (at < len && is_id_char(id[at], at == 0))
        at++;
    if (at < len) {
        bool is_upper = id[at] >= 'A' && id[at] <= 'Z';
        native_report(
            r, DIAG_ERROR, spot_char(item, at),
            "%s in the id \"%s\". Ids are of a to z and 0 to 9, and of . _ - after the "
            "first",
            is_upper ? "a capital letter" : "a wrong character", quote_string(id).text);
        return NULL;
    }
    if (len > ID_CHARS) {
        native_report(r, DIAG_ERROR, spot_value(item),
                      "%s has %zu characters. At most %d are allowed",
                      native_label(r, item, ""), len, ID_CHARS);
        return NULL;
    }
    return item->type & JSON_TREE_KEPT ? id : arena_text(r->arena, id, len);
}

int native_word(struct reader *r, const cJSON *item, const char *const *words, size_t count)
{
    const char *meant = NULL;
    if (json_tree_is_text(item)) {
        for (size_t i = 0; i < count; i++) {
            if (strcmp(item->valuestring, words[i]) == 0)
                return (int)i;
        }
        meant = native_guess(item->valuestring, words, count);
    }
    struct buf list = {0};
    for (size_t i = 0; i < count; i++)
        buf_printf(&list, "%s\"%s\"", !i ? "" : i + 1 < count ? ", " : " or ", words[i]);
    const char *advice = meant ? arena_printf(&r->scratch, "Did you mean \"%s\"?", meant)
                               : arena_printf(&r->scratch, "Write %s", list.data);
    native_report_type(r, item, "", advice);
    if (meant)
        native_fix_word(r, item, meant);
    buf_free(&list);
    return -1;
}

/// Sources are free texts, only not too long.
static bool read_part(struct reader *r, const cJSON *item, int most, const char **text)
{
    *text = native_text(r, item, "", (struct text_rule){.most = most});
    return *text != NULL;
}

bool native_source(struct reader *r, const cJSON *item, struct source *source)
{
    static const char *const keys[] = {"title", "url", "license"};
    *source = (struct source){0};
    if (json_tree_is_text(item))
        return read_part(r, item, 500, &source->title);
    if (!cJSON_IsObject(item)) {
        native_report_type(r, item, "",
                           "Write a text, or {\"title\": \"...\", \"url\": \"https://...\"}");
        return false;
    }
    bool is_fine = true;
    for (const cJSON *part = item->child; part; part = part->next) {
        if (strcmp(part->string, "title") == 0) {
            is_fine &= read_part(r, part, 300, &source->title);
        } else if (strcmp(part->string, "license") == 0) {
            is_fine &= read_part(r, part, 200, &source->license);
        } else if (strcmp(part->string, "url") != 0) {
            native_report_key(r, part, keys, sizeof keys / sizeof *keys);
            is_fine = false;
        } else if (!read_part(r, part, 500, &source->url)) {
            is_fine = false;
        } else if (strncmp(source->url, "http://", 7) != 0 &&
                   strncmp(source->url, "https://", 8) != 0) {
            native_report_type(r, part, "", "An address starts with https:// or http://");
            is_fine = false;
        }
    }
    return is_fine;
}

/// A tag as it was written somewhere, and the topic it is.
struct spelling {
    const char *text;
    uint32_t topic;
    bool is_checked; // that it may be written so
};

static bool is_same_spelling(const void *owner, uint32_t number, const void *key)
{
    const struct buf *spellings = owner;
    return strcmp(((const struct spelling *)(const void *)spellings->data)[number].text, key) ==
           0;
}

static uint64_t hash_spelling(const struct reader *r, const char *text, size_t len)
{
    return XXH3_64bits_withSeed(text, len, r->seed);
}

static struct spelling *spelling_at(struct reader *r, uint32_t number)
{
    return (struct spelling *)(void *)r->spellings.data + number;
}

/// The number of a spelling; a new one, of no topic yet, if it was not there.
static uint32_t add_spelling(struct reader *r, const char *text, bool *is_new)
{
    r->spelling_index.is_same = is_same_spelling;
    r->spelling_index.owner = &r->spellings;
    uint32_t next = (uint32_t)(r->spellings.len / sizeof(struct spelling));
    size_t len = strlen(text);
    uint32_t found = index_add(&r->spelling_index, hash_spelling(r, text, len), next, text);
    *is_new = found == INDEX_NONE;
    if (!*is_new)
        return found;
    struct spelling spelling = {.text = arena_text(r->arena, text, len)};
    buf_add(&r->spellings, &spelling, sizeof spelling);
    return next;
}

/// The number of a topic; a new one if it was not there. Topics differ by more than case, and
/// are spelled as they were the first time. Folding is slow, so each spelling is folded once.
static uint32_t add_topic(struct reader *r, const char *name)
{
    bool is_new = false;
    uint32_t number = add_spelling(r, name, &is_new);
    spelling_at(r, number)->is_checked = true;
    if (!is_new)
        return spelling_at(r, number)->topic;
    const char *folded = text_fold(&r->scratch, name, FOLD_CASE, NULL);
    uint32_t topic = (uint32_t)(r->topics_found.len / sizeof name);
    if (strcmp(folded, name) != 0) {
        // The folded text is a spelling of the same topic, under which others find it.
        uint32_t base = add_spelling(r, folded, &is_new);
        if (is_new) {
            spelling_at(r, base)->topic = topic;
        } else {
            topic = spelling_at(r, base)->topic;
        }
    }
    const struct spelling *spelling = spelling_at(r, number);
    if (topic == r->topics_found.len / sizeof name)
        buf_add(&r->topics_found, &spelling->text, sizeof spelling->text);
    return spelling_at(r, number)->topic = topic;
}

static bool check_tag(struct reader *r, const cJSON *tag)
{
    static const struct text_rule rule = {.most = TAG_CHARS, .is_shown = true};
    if (!json_tree_is_text(tag)) {
        native_report_type(r, tag, "tags", "Write a text in double quotes");
        return false;
    }
    if (!native_check_text(r, tag, "tags", rule))
        return false;
    const char *text = tag->valuestring;
    size_t at = strcspn(text, ",;");
    if (text[at]) {
        native_report(r, DIAG_ERROR, spot_char(tag, at),
                      "\"%c\" in a tag. Write each tag as a text of its own: \"a\", \"b\"",
                      text[at]);
        return false;
    }
    const char *p = text;
    uint32_t first = text_next(&p, text + strlen(text));
    if (chars_is_blank(first) || first == 0xFEFF) {
        native_report(r, DIAG_ERROR, spot_char(tag, 0),
                      "a tag starts with a blank. Remove the blank");
        return false;
    }
    return true;
}

/// Reads a tag. Most are written as another one was, and need not be checked again.
static bool read_tag(struct reader *r, const cJSON *tag, uint32_t *topic)
{
    if (json_tree_is_text(tag)) {
        uint64_t hash = hash_spelling(r, tag->valuestring, (size_t)tag->valueint);
        uint32_t found = index_find(&r->spelling_index, hash, tag->valuestring);
        if (found != INDEX_NONE && spelling_at(r, found)->is_checked) {
            *topic = spelling_at(r, found)->topic;
            return true;
        }
    }
    if (!check_tag(r, tag))
        return false;
    *topic = add_topic(r, tag->valuestring);
    return true;
}

/// Adds a tag to `topics`. Returns false, with a report, if it is none, or the very same one is
/// there.
static bool add_tag(struct reader *r, const cJSON *list, const cJSON *tag, uint32_t *topics,
                    uint8_t *count)
{
    uint32_t topic = 0;
    if (!read_tag(r, tag, &topic))
        return false;
    for (int i = 0; i < *count; i++) {
        if (topics[i] != topic)
            continue;
        bool is_same = false;
        for (const cJSON *other = list->child; other != tag; other = other->next) {
            is_same = is_same || (json_tree_is_text(other) &&
                                  strcmp(other->valuestring, tag->valuestring) == 0);
        }
        native_report(r, is_same ? DIAG_ERROR : DIAG_WARNING, spot_value(tag),
                      "the tag \"%s\" is here for the second time. Remove it",
                      quote_string(tag->valuestring).text);
        return !is_same;
    }
    topics[(*count)++] = topic;
    return true;
}

bool native_tags(struct reader *r, const cJSON *item, const uint32_t **topics, uint8_t *count)
{
    if (!cJSON_IsArray(item)) {
        native_report_type(r, item, "", "Write a list: [\"history\", \"Europe\"]");
        return false;
    }
    uint32_t found[TAGS_MOST];
    bool is_fine = true;
    int seen = 0;
    *count = 0;
    for (const cJSON *tag = item->child; tag; tag = tag->next) {
        if (++seen > TAGS_MOST) {
            native_report(r, DIAG_ERROR, spot_value(tag), "more than %d tags. Remove some",
                          TAGS_MOST);
            return false;
        }
        is_fine &= add_tag(r, item, tag, found, count);
    }
    uint32_t *copy = ARENA_ARRAY(r->arena, *count, uint32_t);
    if (*count)
        memcpy(copy, found, *count * sizeof *copy);
    *topics = copy;
    return is_fine;
}
