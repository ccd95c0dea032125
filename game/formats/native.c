#include "formats/native.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"
#include "formats/json_tree.h"
#include "formats/lint_bank.h"
#include "formats/native_draft.h"
#include "formats/question_hash.h"

enum { QUESTIONS_MOST = 200000, ID_CHARS = 64 };

/// The remarks inside `item`: those from `*next` on, which is moved behind them.
static size_t take_remarks(const struct json_scan *scan, const struct json_item *item,
                           size_t *next, const struct json_remark **remarks)
{
    const struct json_remark *all = (const void *)scan->remarks.data;
    size_t count = scan->remarks.len / sizeof *all;
    while (*next < count && all[*next].at < item->at)
        ++*next;
    size_t first = *next;
    // Keys of the bank itself that are there twice come last, wherever they stand.
    while (*next < count && all[*next].at >= item->at && all[*next].at < item->at + item->len)
        ++*next;
    *remarks = count ? all + first : NULL;
    return *next - first;
}

void native_open(struct reader *r, const struct json_scan *scan, const struct json_item *item,
                 size_t *next)
{
    r->item = item;
    r->remark_count = take_remarks(scan, item, next, &r->remarks);
    r->is_bad = false;
    r->told = 0;
    r->off = r->bank_off;
    for (size_t i = 0; i < r->remark_count; i++)
        r->is_bad = r->is_bad || r->remarks[i].kind != JSON_LONG_NUMBER;
    r->root = json_tree(&r->maker, r->text, r->len, item, r->arena, &r->scratch);
}

void native_close(struct reader *r)
{
    r->root = NULL;
    arena_reset(&r->scratch);
}

/// The questions while they are read: good ones from the front of the array, others, whose
/// ids count all the same, from its end.
struct questions {
    struct question *all;
    uint32_t count, good, bad;
    const char *last_id; // the greatest one, as long as each is greater than the one before
    bool is_unsorted;    // one was not, so that all are in `ids`
    struct index ids, hashes;
};

static bool is_same_id(const void *owner, uint32_t number, const void *key)
{
    const struct questions *q = owner;
    return strcmp(q->all[number].id, key) == 0;
}

static bool is_same_hash(const void *owner, uint32_t number, const void *key)
{
    const struct questions *q = owner;
    const struct question_hash *wanted = key;
    struct arena scratch = {0};
    struct question_hash hash = question_hash(&q->all[number], &scratch);
    arena_free(&scratch);
    return hash.high == wanted->high && hash.low == wanted->low;
}

static uint32_t add_id(const struct reader *r, struct questions *q, uint32_t number)
{
    const char *id = q->all[number].id;
    return index_add(&q->ids, XXH3_64bits_withSeed(id, strlen(id), r->seed), number, id);
}

/// Begins to look ids up: so far their order has shown that all differ.
static void index_ids(const struct reader *r, struct questions *q)
{
    q->is_unsorted = true;
    index_reserve(&q->ids, q->count);
    for (uint32_t i = 0; i < q->count; i++) {
        bool is_read = i < q->good || i >= q->count - q->bad;
        if (is_read && q->all[i].id)
            add_id(r, q, i);
    }
}

/// Reports the id of question `number` if another has it. Returns whether it is new.
static bool check_id(struct reader *r, struct questions *q, uint32_t number)
{
    const char *id = q->all[number].id;
    if (!q->is_unsorted) {
        if (!q->last_id || strcmp(q->last_id, id) < 0) {
            q->last_id = id;
            return true;
        }
        index_ids(r, q);
    }
    uint32_t other = add_id(r, q, number);
    if (other == INDEX_NONE)
        return true;
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(r->root, "id");
    native_report(r, DIAG_ERROR, spot_value(item),
                  "the id \"%s\" is taken by the question at line %d:%d. Write another one", id,
                  q->all[other].line, q->all[other].column);
    return false;
}

/// Warns of a question without an id that is there already: both would share one progress.
static void check_twin(struct reader *r, struct questions *q, uint32_t number)
{
    if (q->hashes.room == 0)
        index_reserve(&q->hashes, q->count);
    struct question_hash hash = question_hash(&q->all[number], &r->scratch);
    uint32_t other = index_add(&q->hashes, hash.low ^ r->seed, number, &hash);
    if (other != INDEX_NONE) {
        native_report_rule(r, LINT_ASKED_TWICE, DIAG_WARNING, spot_value(r->root),
                           "the same question is at line %d:%d. Remove one, or give each an "
                           "\"id\"",
                           q->all[other].line, q->all[other].column);
    }
}

static void read_question(struct reader *r, struct questions *q, uint32_t element)
{
    struct question question = {0};
    struct draft draft = {0};
    bool is_good = native_question(r, &draft, &question);
    uint32_t number = is_good ? q->good : q->count - 1 - q->bad;
    q->all[number] = question;
    if (question.id && !check_id(r, q, number) && is_good) {
        number = q->count - 1 - q->bad;
        q->all[number] = question;
        is_good = false;
    }
    q->good += is_good;
    q->bad += !is_good;
    if (is_good && !question.id)
        check_twin(r, q, number);
    if (is_good && r->lint)
        lint_question(r, &draft, element);
}

#define FIELD_BIT(name) ((uint64_t)1 << FIELD_##name)

/// Fields whose texts become those of the question, as they are.
static const uint64_t kept_fields =
    FIELD_BIT(ID) | FIELD_BIT(QUESTION) | FIELD_BIT(ANSWER) | FIELD_BIT(WRONG) |
    FIELD_BIT(ORDER) | FIELD_BIT(PAIRS) | FIELD_BIT(EXTRA) | FIELD_BIT(FRONT) |
    FIELD_BIT(BACK) | FIELD_BIT(UNIT) | FIELD_BIT(IMAGE_ALT) | FIELD_BIT(EXPLANATION) |
    FIELD_BIT(HINT) | FIELD_BIT(SOURCE);

static void keep_topics(struct reader *r)
{
    struct bank *bank = r->bank;
    bank->topic_count = (int)(r->topics_found.len / sizeof *bank->topics);
    const char **topics = ARENA_ARRAY(r->arena, bank->topic_count, const char *);
    if (bank->topic_count)
        memcpy(topics, r->topics_found.data, r->topics_found.len);
    bank->topics = topics;
}

static void read_questions(struct reader *r, const struct json_scan *scan)
{
    const struct json_item *items = (const void *)scan->elements.data;
    size_t count = scan->elements.len / sizeof *items;
    if (count > QUESTIONS_MOST) {
        native_report_at(r, DIAG_ERROR, items[QUESTIONS_MOST].at, 1,
                         "%zu questions. At most %d are allowed; make several banks", count,
                         QUESTIONS_MOST);
        r->is_refused = true;
        return;
    }
    struct questions q = {
        .all = ARENA_ARRAY(r->arena, count, struct question),
        .count = (uint32_t)count,
        .ids = {.is_same = is_same_id},
        .hashes = {.is_same = is_same_hash},
    };
    q.ids.owner = q.hashes.owner = &q;
    const char *fields[FIELD_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++)
        fields[i] = native_fields[i].name;
    r->maker = (struct json_maker){.names = fields, .count = FIELD_COUNT};
    if (!r->bank->has_mini_markup) // which has to be taken out of a copy
        r->maker.kept = kept_fields;
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        json_mark_move(&r->mark, r->text, items[i].at);
        native_open(r, scan, &items[i], &next);
        read_question(r, &q, (uint32_t)i);
        native_close(r);
    }
    index_free(&q.ids);
    index_free(&q.hashes);
    r->bank->questions = q.all;
    r->bank->question_count = (int)q.good;
    r->bank->set_aside = (int)q.bad;
    keep_topics(r);
    if (r->lint)
        lint_end(r);
    r->maker = (struct json_maker){0};
}

/// An id made from a file's name: its letters folded and small, others as "-". Where nothing
/// is left of a name in another script, its hash stands for it.
static const char *make_id(struct reader *r)
{
    const char *slash = strrchr(r->file, '/');
    const char *name = slash ? slash + 1 : r->file;
    const char *dot = strrchr(name, '.');
    size_t len = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    char *given = arena_text(&r->scratch, name, len);
    bool is_text = text_is_utf8(given, len, NULL);
    const char *folded =
        is_text ? text_fold(&r->scratch, given, FOLD_CASE | FOLD_ACCENTS, NULL) : "";
    char id[ID_CHARS + 1] = "";
    size_t used = 0;
    bool is_whole = is_text;
    for (const char *p = folded; *p && used < ID_CHARS; p++) {
        bool is_word = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
        is_whole = is_whole && (unsigned char)*p < 0x80;
        if (is_word || (used > 0 && (*p == '.' || *p == '_' || *p == '-'))) {
            id[used++] = *p;
        } else if (used > 0 && id[used - 1] != '-') {
            id[used++] = '-';
        }
    }
    if (is_whole && used > 0)
        return arena_text(r->arena, id, used);
    used = used < ID_CHARS - 10 ? used : ID_CHARS - 10;
    return arena_printf(r->arena, "%.*s%s%08x", (int)used, id,
                        !used || id[used - 1] == '-' ? (used ? "" : "bank-") : "-",
                        (unsigned)XXH3_64bits(given, len));
}

static void check_root(struct reader *r, const struct json_scan *scan)
{
    char c = r->text[scan->root.at];
    if (c == '{')
        return;
    r->is_refused = true;
    const char *what = c == '['                           ? "a list"
                       : c == '"'                         ? "a text"
                       : c == 't' || c == 'f' || c == 'n' ? "a single word"
                                                          : "a number";
    native_report_at(r, DIAG_ERROR, scan->root.at, 1,
                     c == '['
                         ? "the file is %s. If these are questions, put {\"format\": "
                           "\"quizbank/1\", \"title\": \"...\", \"questions\": before it and } "
                           "behind it"
                         : "the file is %s. A bank is an object: {\"format\": "
                           "\"quizbank/1\", \"title\": \"...\", \"questions\": [...]}",
                     what);
}

/// Whether json_scan() found errors in the bank itself, not in a question of it.
static bool has_faults_outside(const struct json_scan *scan)
{
    const struct json_remark *remarks = (const void *)scan->remarks.data;
    const struct json_item *items = (const void *)scan->elements.data;
    size_t count = scan->elements.len / sizeof *items;
    for (size_t i = 0; i < scan->remarks.len / sizeof *remarks; i++) {
        if (remarks[i].kind == JSON_LONG_NUMBER)
            continue;
        bool is_inside = count > 0 && remarks[i].at >= items[0].at &&
                         remarks[i].at < items[count - 1].at + items[count - 1].len;
        if (!is_inside)
            return true;
    }
    return false;
}

/// Moves what is known of the looks of texts to the bank.
static void keep_looks(struct reader *r)
{
    int count = (int)(r->looks.len / sizeof(struct look_text));
    if (!count)
        return;
    struct look_text *texts = ARENA_ARRAY(r->arena, count, struct look_text);
    memcpy(texts, r->looks.data, r->looks.len);
    looks_sort(texts, count);
    r->bank->looks = (struct looks){.texts = texts, .count = count};
}

static void read_all(struct reader *r, const struct json_scan *scan)
{
    check_root(r, scan);
    if (r->is_refused)
        return;
    native_read_bank(r, scan);
    if (r->is_newer)
        return;
    struct bank *bank = r->bank;
    if (!bank->id)
        bank->id = make_id(r);
    if (!bank->language)
        bank->language = "en";
    r->is_refused = r->is_refused || has_faults_outside(scan);
    if (r->is_refused)
        r->lint = NULL; // first things first
    if (r->lint)
        lint_begin(r, scan);
    read_questions(r, scan);
    keep_looks(r);
}

struct bank *native_read_lint(const char *file, const char *text, size_t len,
                              struct arena *arena, struct diags *diags, struct lint *lint)
{
    struct lint_bank checked = {.lint = lint};
    struct json_scan scan = {0};
    struct reader r = {
        .file = file,
        .text = text,
        .len = len,
        .arena = arena,
        .diags = diags,
        .bank = ARENA_ARRAY(arena, 1, struct bank),
        .difficulty = DIFFICULTY_MEDIUM,
        .lint = lint ? &checked : NULL,
    };
    r.is_refused = !json_scan(&scan, file, text, len, &json_limits_own, "questions", diags);
    if (!r.is_refused) {
        r.mark = json_mark_start(text, len);
        r.mark.has_no_cr = !memchr(text, '\r', len);
        r.seed = XXH3_64bits(text, len);
        read_all(&r, &scan);
    }
    json_scan_free(&scan);
    buf_free(&r.looks);
    buf_free(&r.topics_found);
    buf_free(&r.spellings);
    index_free(&r.spelling_index);
    arena_free(&r.scratch);
    return r.is_refused || r.is_newer ? NULL : r.bank;
}

struct bank *native_read(const char *file, const char *text, size_t len, struct arena *arena,
                         struct diags *diags)
{
    return native_read_lint(file, text, len, arena, diags, NULL);
}
