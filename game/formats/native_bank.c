// What a bank says of itself.
#include <string.h>

#include "formats/lint_bank.h"
#include "formats/native_draft.h"
#include "formats/quote.h"

static const char format_name[] = "quizbank/1";

/// What a bank may say of itself.
struct bank_row {
    const char *name;
    bool is_needed;
    void (*read)(struct reader *r, const cJSON *item);
};

static const char *read_text(struct reader *r, const cJSON *item, int most, bool is_shown)
{
    return native_text(r, item, "", (struct text_rule){.most = most, .is_shown = is_shown});
}

static void read_schema(struct reader *r, const cJSON *item)
{
    if (!cJSON_IsString(item))
        native_report_type(r, item, "", "Write the path of the schema in double quotes");
}

/// Whether a format is ours, but of a later version.
static bool is_newer(const char *format)
{
    static const char prefix[] = "quizbank/";
    if (strncmp(format, prefix, sizeof prefix - 1) != 0)
        return false;
    const char *version = format + sizeof prefix - 1;
    size_t digits = strspn(version, "0123456789");
    return digits > 0 && !version[digits] && version[0] != '0' && strcmp(version, "1") != 0;
}

static void read_format(struct reader *r, const cJSON *item)
{
    if (cJSON_IsString(item) && is_newer(item->valuestring)) {
        r->is_newer = true;
        native_report(r, DIAG_ERROR, spot_value(item),
                      "the bank is in the format \"%s\", made for a newer version of Quartet. "
                      "Update Quartet to play it",
                      quote_string(item->valuestring).text);
    } else if (!cJSON_IsString(item) || strcmp(item->valuestring, format_name) != 0)
        native_report_type(r, item, "", "Write \"quizbank/1\"");
}

static void read_bank_id(struct reader *r, const cJSON *item)
{
    r->bank->id = native_id(r, item);
}

static void read_title(struct reader *r, const cJSON *item)
{
    r->bank->title = read_text(r, item, 200, true);
}

static void read_description(struct reader *r, const cJSON *item)
{
    r->bank->description = read_text(r, item, 4000, false);
}

/// Letters, then parts of letters and digits, all of at most 8: a BCP 47 tag as the schema
/// has it.
static bool is_language(const char *text)
{
    for (int part = 0;; part++) {
        size_t len = 0;
        for (; text[len] && text[len] != '-'; len++) {
            char letter = (char)(text[len] | 32);
            bool is_digit = text[len] >= '0' && text[len] <= '9';
            if ((letter < 'a' || letter > 'z') && (!is_digit || part == 0))
                return false;
        }
        if (len > 8 || len < (part == 0 ? 2 : 1))
            return false;
        if (!text[len])
            return true;
        text += len + 1;
    }
}

static void read_language(struct reader *r, const cJSON *item)
{
    if (cJSON_IsString(item) && is_language(item->valuestring)) {
        r->bank->language = arena_text(r->arena, item->valuestring, strlen(item->valuestring));
    } else {
        native_report_type(r, item, "", "Write a language tag, as \"en\" or \"pt-BR\"");
    }
}

static void read_translates(struct reader *r, const cJSON *item)
{
    r->bank->translates = native_id(r, item);
}

static void read_author(struct reader *r, const cJSON *item)
{
    r->bank->author = read_text(r, item, 200, false);
}

static void read_license(struct reader *r, const cJSON *item)
{
    r->bank->license = read_text(r, item, 200, false);
}

static void read_source(struct reader *r, const cJSON *item)
{
    native_source(r, item, &r->bank->source);
}

static void read_tags(struct reader *r, const cJSON *item)
{
    native_tags(r, item, &r->topics, &r->topic_count);
}

static void read_difficulty(struct reader *r, const cJSON *item)
{
    int word = native_word(r, item, native_difficulties, DIFFICULTY_COUNT);
    if (word >= 0)
        r->difficulty = (enum difficulty)word;
}

static void read_markup(struct reader *r, const cJSON *item)
{
    static const char *const words[] = {"plain", "mini"};
    r->bank->has_mini_markup = native_word(r, item, words, 2) == 1;
}

static void read_questions(struct reader *r, const cJSON *item)
{
    native_report_type(r, item, "", "Write a list: [{\"question\": \"...\"}]");
}

static const struct bank_row rows[] = {
    {"$schema", false, read_schema},
    {"format", true, read_format},
    {"id", false, read_bank_id},
    {"title", true, read_title},
    {"description", false, read_description},
    {"language", false, read_language},
    {"translates", false, read_translates},
    {"author", false, read_author},
    {"license", false, read_license},
    {"source", false, read_source},
    {"tags", false, read_tags},
    {"difficulty", false, read_difficulty},
    {"markup", false, read_markup},
    {"questions", true, read_questions},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

static const struct bank_row *find_row(const char *name)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (strcmp(name, rows[i].name) == 0)
            return &rows[i];
    }
    return NULL;
}

/// Notes that a key is to be `meant`, unless there is one.
static void fix_key(struct reader *r, const struct json_scan *scan,
                    const struct json_member *member, const char *meant)
{
    const struct json_member *members = (const void *)scan->members.data;
    for (size_t i = 0; i < scan->members.len / sizeof *members; i++) {
        if (json_string_is(r->text, members[i].key_at, meant))
            return;
    }
    diag_fix(r->diags, member->key_at, member->key_len,
             arena_printf(&r->scratch, "\"%s\"", meant));
}

/// Returns the bit of the key that was probably meant.
static unsigned report_unknown(struct reader *r, const struct json_scan *scan,
                               const struct json_member *member, const char *name)
{
    const char *names[ROW_COUNT];
    for (size_t i = 0; i < ROW_COUNT; i++)
        names[i] = rows[i].name;
    const char *meant = native_guess(name, names, ROW_COUNT);
    struct quote found = quote_string(name);
    if (meant) {
        native_report_at(r, DIAG_ERROR, member->key_at, member->key_len,
                         "unknown key \"%s\" in a bank. Did you mean \"%s\"?", found.text,
                         meant);
        fix_key(r, scan, member, meant);
        return 1u << (find_row(meant) - rows);
    }
    native_report_at(r, DIAG_ERROR, member->key_at, member->key_len,
                     "unknown key \"%s\" in a bank. Remove it, or put x- before it to keep "
                     "it for yourself",
                     found.text);
    return 0;
}

static char *unescape(struct reader *r, const struct json_member *member)
{
    char *name = arena_alloc(&r->scratch, member->key_len, 1);
    size_t at = member->key_at + 1, used = 0;
    char c[4];
    for (size_t len; (len = json_unescape_next(r->text, &at, c)) > 0; used += len)
        memcpy(name + used, c, len);
    return name;
}

/// Reads a member's value, unless it is the list of questions, which is read piece by piece.
static void read_member(struct reader *r, const struct json_scan *scan,
                        const struct json_member *member, const struct bank_row *row,
                        size_t *next)
{
    if (row->read == read_questions && r->text[member->value.at] == '[') {
        if (scan->elements.len == 0) {
            native_report_at(r, DIAG_WARNING, member->value.at, member->value.len,
                             "\"questions\" is empty. Add one: {\"question\": \"...\", "
                             "\"answer\": \"...\"}");
        }
        return;
    }
    native_open(r, scan, &member->value, next);
    // For messages: a value that is parsed by itself has no key.
    r->root->string = arena_text(&r->scratch, row->name, strlen(row->name));
    row->read(r, r->root);
    r->is_refused = r->is_refused || r->is_bad;
    native_close(r);
}

/// Reads the rules that count for no question of the bank.
static void read_off(struct reader *r, const struct json_scan *scan,
                     const struct json_member *member, size_t *next)
{
    native_open(r, scan, &member->value, next);
    r->bank_off |= lint_read_off(r, r->root);
    native_close(r);
}

static void report_missing(struct reader *r, const struct json_item *bank, unsigned seen)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!rows[i].is_needed || seen & (1u << i))
            continue;
        const char *example = rows[i].read == read_format  ? "\"quizbank/1\""
                              : rows[i].read == read_title ? "\"Capitals\""
                                                           : "[]";
        native_report_at(r, DIAG_ERROR, bank->at, 1, "\"%s\" is missing. Write \"%s\": %s",
                         rows[i].name, rows[i].name, example);
        r->is_refused = true;
    }
}

void native_read_bank(struct reader *r, const struct json_scan *scan)
{
    const struct json_member *members = (const void *)scan->members.data;
    size_t count = scan->members.len / sizeof *members;
    size_t next = 0;
    unsigned seen = 0;
    for (size_t i = 0; i < count && !r->is_newer; i++) {
        const char *name = unescape(r, &members[i]);
        const struct bank_row *row = find_row(name);
        if (row && !(seen & (1u << (row - rows)))) {
            seen |= 1u << (row - rows);
            read_member(r, scan, &members[i], row, &next);
        } else if (strcmp(name, LINT_OFF_KEY) == 0) {
            read_off(r, scan, &members[i], &next);
        } else if (!row && strncmp(name, "x-", 2) != 0) {
            seen |= report_unknown(r, scan, &members[i], name);
            r->is_refused = true;
        }
        arena_reset(&r->scratch);
    }
    if (!r->is_newer)
        report_missing(r, &scan->root, seen);
}
