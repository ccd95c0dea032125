#include "screens/made_bank.h"

#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/rng.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct script {
    const char *const *words;
    size_t count;
    const char *between;
};

static const char *const latin[] = {"the",
                                    "of",
                                    "a",
                                    "which",
                                    "Secretary",
                                    "General",
                                    "in",
                                    "NATO",
                                    "members",
                                    "year",
                                    "was",
                                    "treaty",
                                    "signed",
                                    "when",
                                    "since",
                                    "capital",
                                    "Brussels",
                                    "and",
                                    "committee",
                                    "Munich",
                                    "Conference",
                                    "minister",
                                    "who",
                                    "alliance",
                                    "spending",
                                    "for",
                                    "government",
                                    "Netherlands",
                                    "1,949",
                                    "2 %",
                                    "Öffentlichkeitsarbeit",
                                    "Straße",
                                    "naïve",
                                    "Łódź",
                                    "État",
                                    "niño"};
static const char *const cyrillic[] = {"генеральный", "секретарь", "в",     "году",
                                       "который",     "страна",    "и",     "договор",
                                       "подписан",    "когда",     "члены", "союз"};
static const char *const greek[] = {"γενικός", "γραμματέας", "του",  "ποια", "χώρα",
                                    "και",     "συνθήκη",    "έτος", "μέλη"};
static const char *const arabic[] = {"الأمين", "العام",  "في",  "سنة", "من",
                                     "دولة",   "معاهدة", "حلف", "متى", "عضو"};
static const char *const hebrew[] = {"מזכיר", "כללי", "של",  "שנה",
                                     "מדינה", "ברית", "מתי", "מי"};
static const char *const chinese[] = {"北大西洋公约组织",
                                      "秘书长",
                                      "是",
                                      "谁",
                                      "哪一年",
                                      "成员国",
                                      "的",
                                      "，",
                                      "签署",
                                      "条约",
                                      "首都"};
static const char *const japanese[] = {
    "事務総長", "は", "どの", "国", "の", "条約", "に", "署名した", "加盟国", "いつ", "ですか"};
static const char *const korean[] = {"사무총장은", "어느", "나라",   "조약에",
                                     "서명했다",   "언제", "회원국", "수도"};
static const char *const long_words[] = {
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Parlament",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "https://www.example.org/a/long/path?of=one",
    "pneumonoultramicroscopicsilicovolcanoconiosis",
    "is",
    "not"};

#define SCRIPT(words, between)                                                                 \
    {                                                                                          \
        words, COUNT(words), between                                                           \
    }

static const struct script scripts[] = {
    SCRIPT(latin, " "),   SCRIPT(latin, " "),  SCRIPT(latin, " "),     SCRIPT(cyrillic, " "),
    SCRIPT(greek, " "),   SCRIPT(arabic, " "), SCRIPT(hebrew, " "),    SCRIPT(chinese, ""),
    SCRIPT(japanese, ""), SCRIPT(korean, " "), SCRIPT(long_words, " ")};

/// Columns that it takes where every character is as wide as another, or twice that.
static int columns_of(const char *text)
{
    int columns = 0;
    utf8proc_int32_t code = 0;
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    while (*at) {
        at += utf8proc_iterate(at, -1, &code);
        columns += utf8proc_charwidth(code);
    }
    return columns;
}

/// Words until `columns` are full; what it is for comes first, so that no two are alike.
static const char *words_of(struct rng *rng, const struct script *script, int columns, int word,
                            const char *first, struct arena *arena)
{
    struct buf text = {0};
    buf_text(&text, first);
    for (int tries = 0; tries < 400; tries++) {
        const char *next = script->words[rng_below(rng, script->count)];
        int wide = columns_of(next);
        if (wide > word ||
            columns_of(text.data) + (int)strlen(script->between) + wide > columns)
            continue;
        buf_text(&text, script->between);
        buf_text(&text, next);
    }
    const char *made = arena_text(arena, text.data, text.len);
    buf_free(&text);
    return made;
}

struct maker {
    struct rng rng;
    const struct made_lengths *lengths;
    const struct script *script;
    struct buf json;
    struct arena *arena;
    int answer; // columns of the longest
};

/// As long as it may be, or half, or a quarter of that.
static int some_length(struct maker *m, int most)
{
    return m->lengths->is_full ? most : most >> rng_below(&m->rng, 3);
}

static const char *made_answer(struct maker *m, int nth)
{
    const char *first = arena_printf(m->arena, "%d", nth + 1);
    int columns = nth ? some_length(m, m->answer) : m->answer;
    return words_of(&m->rng, m->script, columns, m->lengths->word, first, m->arena);
}

static void add_list(struct maker *m, const char *name, int from, int count)
{
    buf_printf(&m->json, ", \"%s\": [", name);
    for (int i = 0; i < count; i++)
        buf_printf(&m->json, "%s\"%s\"", i ? ", " : "", made_answer(m, from + i));
    buf_text(&m->json, "]");
}

static void add_answers(struct maker *m, enum kind kind)
{
    int count = 2 + (int)rng_below(&m->rng, 5);
    switch (kind) {
    case KIND_CHOICE:
        buf_printf(&m->json, ", \"answer\": \"%s\"", made_answer(m, 0));
        add_list(m, "wrong", 1, count - 1);
        break;
    case KIND_MULTI:
        add_list(m, "answer", 0, 1 + (count > 3));
        add_list(m, "wrong", 2, count > 3 ? count - 2 : count - 1);
        break;
    case KIND_TRUEFALSE:
        buf_text(&m->json, ", \"answer\": true");
        break;
    case KIND_NUMBER:
        buf_text(&m->json, ", \"answer\": 1949");
        break;
    case KIND_ORDER:
        add_list(m, "order", 0, count > 2 ? count : 3);
        break;
    case KIND_MATCH:
        buf_text(&m->json, ", \"pairs\": [");
        for (int i = 0; i < (count > 2 ? count : 3); i++) {
            buf_printf(&m->json, "%s[\"%s\", ", i ? ", " : "", made_answer(m, 2 * i));
            buf_printf(&m->json, "\"%s\"]", made_answer(m, 2 * i + 1));
        }
        buf_text(&m->json, "]");
        break;
    case KIND_CARD:
        buf_printf(&m->json, ", \"back\": \"%s\"", made_answer(m, 0));
        break;
    case KIND_TEXT:
    case KIND_CLOZE:
    case KIND_COUNT:
        buf_printf(&m->json, ", \"answer\": \"%s\"", made_answer(m, 0));
        break;
    }
}

static void add_question(struct maker *m, int nth)
{
    enum kind kind = (enum kind)(nth % KIND_COUNT);
    m->script = &scripts[rng_below(&m->rng, COUNT(scripts))];
    m->answer = some_length(m, m->lengths->answer);
    const char *first = arena_printf(m->arena, "%d?", nth + 1);
    const char *text = words_of(&m->rng, m->script, some_length(m, m->lengths->question),
                                m->lengths->word, first, m->arena);
    if (kind == KIND_CLOZE) {
        buf_printf(&m->json, "%s{\"cloze\": \"%s [[1949]]\"", nth ? ",\n" : "", text);
    } else {
        buf_printf(&m->json, "%s{\"%s\": \"%s\"", nth ? ",\n" : "",
                   kind == KIND_CARD ? "front" : "question", text);
        add_answers(m, kind);
    }
    int why = m->lengths->why ? m->lengths->why : m->lengths->question;
    buf_printf(&m->json, ", \"explanation\": \"%s\"}",
               words_of(&m->rng, m->script, some_length(m, why), m->lengths->word, "Because",
                        m->arena));
}

struct bank *made_bank(int count, const struct made_lengths *lengths, uint64_t seed,
                       struct arena *arena)
{
    struct maker m = {.rng = rng_seed(seed), .lengths = lengths, .arena = arena};
    buf_text(&m.json, "{\"format\": \"quizbank/1\", \"id\": \"made\", \"title\": \"Made up\", "
                      "\"questions\": [\n");
    for (int i = 0; i < count; i++)
        add_question(&m, i);
    buf_text(&m.json, "]}\n");
    struct diags diags = {.arena = arena};
    struct bank *bank = native_read("made.json", m.json.data, m.json.len, arena, &diags);
    for (size_t i = 0; i < diags.count && i < 5; i++) {
        fprintf(stderr, "made.json:%d: %s\n", diags.items[i].place.line,
                diags.items[i].message);
    }
    buf_free(&m.json);
    return bank;
}
