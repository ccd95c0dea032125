// The rules, and how they are gone through.
#include "formats/lint.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "formats/lint_bank.h"
#include "formats/question_head.h"
#include "formats/quote.h"

enum { MESSAGE_ROOM = 600 };

const struct lint_row lint_rows[LINT_RULES] = {
    [LINT_NO_RIGHT_ANSWER] =
        {
            .name = "no-right-answer",
            .reason = "Whatever a player answers is wrong.",
            .example = "\"answer\": [{\"text\": \"Holland\", \"credit\": 0.5}]",
            .is_read = true,
            .is_error = true,
        },
    [LINT_EQUAL_CHOICES] =
        {
            .name = "equal-choices",
            .reason =
                "Two that differ only by case, blanks, composed or decomposed accents, or "
                "by what cannot be seen cannot be told apart.",
            .example = "\"wrong\": [\"Lyon\", \"lyon \"]",
            .is_read = true,
            .is_error = true,
            .look = lint_look_choices,
        },
    [LINT_RIGHT_AND_WRONG] =
        {
            .name = "right-and-wrong",
            .reason =
                "The right answer is among the wrong ones, so nobody can know which counts.",
            .example = "\"answer\": \"Paris\", \"wrong\": [\"paris\", \"Lyon\"]",
            .is_read = true,
            .is_error = true,
        },
    [LINT_LOOK_ALIKE] =
        {
            .name = "look-alike",
            .reason =
                "Letters of another script that look the same make two choices look equal, "
                "and a word that nobody can type or find.",
            .example = "\"answer\": \"P\u0430ris\", with a Cyrillic \"\u0430\"",
            .is_read = true,
            .look = lint_look_letters,
        },
    [LINT_INVISIBLE] =
        {
            .name = "invisible",
            .reason = "Zero-width characters come along when text is copied from pages; nobody "
                      "sees them, and search and other programs stumble over them.",
            .example = "\"answer\": \"Pa\\u200bris\"",
            .look = lint_look_invisible,
        },
    [LINT_BLANK_BEFORE_COMMA] =
        {
            .name = "blank-before-comma",
            .reason = "No language has a blank there; it is a slip, and a line may begin with "
                      "the comma.",
            .example = "\"question\": \"In Oslo , which street is the longest?\"",
            .look = lint_look_blank,
        },
    [LINT_TEX] =
        {
            .name = "tex",
            .reason = "Formulas are plain text in Unicode: commands of TeX and its dollars are "
                      "shown as they are written.",
            .example = "\"question\": \"What is $\\\\frac{1}{2} \\\\times 4$?\"",
            .look = lint_look_tex,
        },
    [LINT_LONGEST_ANSWER] =
        {
            .name = "longest-answer",
            .reason =
                "If the right choice is the longest far more often than by chance, players "
                "can pick it by its length. Told from half again as often as by chance "
                "on, if chance would do that less than once in 100 banks.",
            .example =
                "\"answer\": \"Because warm air rises and cools\", \"wrong\": [\"Wind\", "
                "\"The Moon\"], in most questions",
            .end = lint_end_longest,
        },
    [LINT_FIRST_ANSWER] =
        {
            .name = "first-answer",
            .reason =
                "With \"shuffle\": false the right choice stands first, so players learn to "
                "pick that one. Told if choices that stay in place would have the right "
                "one first in all of them less than once in 100 banks by chance.",
            .example = "\"shuffle\": false, in four questions of four choices",
            .end = lint_end_first,
        },
    [LINT_ALL_OF_THE_ABOVE] =
        {
            .name = "all-of-the-above",
            .reason = "Choices change places, so nothing is above; and who knows two of them "
                      "knows the answer. Make it a multi: \"answer\": [...].",
            .example = "\"wrong\": [\"Copper\", \"Tin\", \"All of the above\"]",
            .look = lint_look_above,
        },
    [LINT_ABSOLUTE_WORD] =
        {
            .name = "absolute-word",
            .reason = "A statement with always or never is nearly always false, which players "
                      "know, so it gives itself away.",
            .example = "\"question\": \"Swans are always white.\", \"answer\": false",
            .look = lint_look_absolute,
        },
    [LINT_UNDATED] =
        {
            .name = "undated",
            .reason = "What is so now will be wrong one day, and nobody can tell from when on. "
                      "Say when it is so.",
            .example = "\"question\": \"Who is currently Secretary General of NATO?\"",
            .look = lint_look_undated,
        },
    [LINT_ASKED_TWICE] =
        {
            .name = "asked-twice",
            .reason = "The same question comes twice in a game, and is learned as two cards; "
                      "with two answers one of them is wrong. Looked for in all banks that are "
                      "given.",
            .example = "\"Capital of France?\" and \"capital of France\"",
            .is_read = true,
            .end = lint_end_twice,
        },
    [LINT_NO_EXPLANATION] =
        {
            .name = "no-explanation",
            .reason =
                "Why an answer is right is what players learn from. A card needs none, nor "
                "does a question whose wrong choices all say \"why\".",
            .example = "{\"question\": \"Capital of Australia?\", \"answer\": \"Canberra\"}",
            .end = lint_end_explanation,
        },
    [LINT_NO_SOURCE] =
        {
            .name = "no-source",
            .reason =
                "Without a source nobody can check the answer. One at the head of the bank "
                "counts for all its questions.",
            .example = "{\"question\": \"How old was Mark Rutte?\", \"answer\": 57}",
            .end = lint_end_source,
        },
    [LINT_MISSING_FILE] =
        {
            .name = "missing-file",
            .reason = "The question is played without its picture or sound. Paths begin at the "
                      "folder of the bank, and capitals count.",
            .example = "\"image\": \"media/Map.png\", where the file is media/map.png",
            .look = lint_look_files,
        },
    [LINT_NO_ALT_TEXT] =
        {
            .name = "no-alt-text",
            .reason = "Who cannot see the picture, or plays in a terminal, needs it in words.",
            .example = "\"image\": \"media/fr.png\", without \"imageAlt\"",
            .look = lint_look_alt_text,
        },
    [LINT_LONELY_TAG] =
        {
            .name = "lonely-tag",
            .reason =
                "A tag that is used once and nearly as another one is most often a typo, and "
                "makes a topic of one question.",
            .example = "\"tags\": [\"Histroy\"], where others have \"History\"",
            .end = lint_end_tags,
        },
    [LINT_UNKNOWN_RULE] =
        {
            .name = "unknown-rule",
            .reason = "\"" LINT_OFF_KEY "\" is a list of names of rules; another name switches "
                      "nothing off.",
            .example = "\"" LINT_OFF_KEY "\": [\"no-sorce\"]",
        },
};

enum lint_rule lint_find(const char *name, size_t len)
{
    int i = 0;
    while (i < LINT_RULES &&
           (strncmp(lint_rows[i].name, name, len) != 0 || lint_rows[i].name[len] != '\0'))
        i++;
    return (enum lint_rule)i;
}

const char *lint_guess(const char *name)
{
    const char *names[LINT_RULES];
    for (int i = 0; i < LINT_RULES; i++)
        names[i] = lint_rows[i].name;
    return native_guess(name, names, LINT_RULES);
}

/// Whether reports are wanted.
static bool is_wanted(const struct reader *r, enum lint_rule rule)
{
    return r->lint && r->lint->lint->wanted & LINT_BIT(rule);
}

static void report_name(struct reader *r, const cJSON *name)
{
    if (!json_tree_is_text(name)) {
        lint_report(r, LINT_UNKNOWN_RULE, spot_value(name),
                    "a rule is %s. Write its name in double quotes: \"%s\"",
                    native_describe(r, name), lint_rows[LINT_NO_SOURCE].name);
        return;
    }
    const char *meant = lint_guess(name->valuestring);
    struct quote found = quote_string(name->valuestring);
    if (meant) {
        lint_report(r, LINT_UNKNOWN_RULE, spot_value(name),
                    "no rule is called \"%s\". Did you mean \"%s\"?", found.text, meant);
        native_fix_word(r, name, meant);
    } else {
        lint_report(r, LINT_UNKNOWN_RULE, spot_value(name),
                    "no rule is called \"%s\". See: quartet help lint", found.text);
    }
}

uint32_t lint_read_off(struct reader *r, const cJSON *item)
{
    if (!cJSON_IsArray(item)) {
        if (is_wanted(r, LINT_UNKNOWN_RULE)) {
            lint_report(r, LINT_UNKNOWN_RULE, spot_value(item),
                        "\"" LINT_OFF_KEY "\" is %s. Write a list of rules: [\"%s\"]",
                        native_describe(r, item), lint_rows[LINT_NO_SOURCE].name);
        }
        return 0;
    }
    uint32_t off = 0;
    for (const cJSON *name = item->child; name; name = name->next) {
        enum lint_rule rule = LINT_RULES;
        if (json_tree_is_text(name))
            rule = lint_find(name->valuestring, (size_t)name->valueint);
        if (rule < LINT_RULES) {
            off |= LINT_BIT(rule);
        } else if (is_wanted(r, LINT_UNKNOWN_RULE)) {
            report_name(r, name);
        }
    }
    return off;
}

/// Whether enough was said before the question at hand, so that what is found in it is only
/// counted.
static bool is_behind(const struct reader *r)
{
    return diag_count_only(r->lint->lint->diags, DIAG_WARNING, r->lint->at);
}

static void look_at(struct reader *r, const struct question *question)
{
    r->lint->at =
        (struct place){.file = r->file, .line = question->line, .column = question->column};
}

void lint_report(struct reader *r, enum lint_rule rule, struct spot spot, const char *format,
                 ...)
{
    if (is_behind(r))
        return;
    char message[MESSAGE_ROOM];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    struct diags *kept = r->diags;
    r->diags = r->lint->lint->diags;
    native_report_rule(r, rule, DIAG_WARNING, spot, "%s", message);
    r->diags = kept;
}

static const struct lint_seen *seen_at(const struct reader *r, int number)
{
    return (const struct lint_seen *)(const void *)r->lint->seen.data + number;
}

bool lint_counts(const struct reader *r, enum lint_rule rule, int number)
{
    return !(seen_at(r, number)->off & LINT_BIT(rule));
}

static const struct json_item *element_at(const struct reader *r, int number)
{
    const struct json_item *items = (const void *)r->lint->scan->elements.data;
    return &items[seen_at(r, number)->element];
}

void lint_reopen(struct reader *r, int number)
{
    size_t next = 0;
    look_at(r, &r->bank->questions[number]);
    native_open(r, r->lint->scan, element_at(r, number), &next);
}

void lint_report_question(struct reader *r, enum lint_rule rule, int number, const char *key,
                          const char *format, ...)
{
    look_at(r, &r->bank->questions[number]);
    if (is_behind(r))
        return;
    char message[MESSAGE_ROOM];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    struct diags *kept = r->diags;
    r->diags = r->lint->lint->diags;
    r->diags->rule = lint_rows[rule].name;
    const struct json_item *element = element_at(r, number);
    if (key) {
        lint_reopen(r, number);
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(r->root, key);
        native_report(r, DIAG_WARNING, spot_value(item ? item : r->root), "%s", message);
        native_close(r);
    } else {
        struct json_range head = question_head(r->text, r->len, element->at);
        native_report_at(r, DIAG_WARNING, head.at, head.len, "%s", message);
    }
    r->diags->rule = NULL;
    r->diags = kept;
}

void lint_begin(struct reader *r, const struct json_scan *scan)
{
    r->lint->scan = scan;
    lint_begin_absolute(r);
    lint_begin_undated(r);
}

void lint_question(struct reader *r, const struct draft *draft, uint32_t element)
{
    const struct lint_item item = {.r = r, .draft = draft};
    look_at(r, draft->question);
    for (int i = 0; i < LINT_RULES; i++) {
        uint32_t bit = LINT_BIT(i);
        if (lint_rows[i].look && r->lint->lint->wanted & bit && !((r->off | r->told) & bit))
            lint_rows[i].look(&item);
    }
    const struct lint_seen seen = {.element = element, .off = r->off | r->told};
    buf_add(&r->lint->seen, &seen, sizeof seen);
}

void lint_end(struct reader *r)
{
    for (int i = 0; i < LINT_RULES; i++) {
        if (lint_rows[i].end && is_wanted(r, (enum lint_rule)i))
            lint_rows[i].end(r);
    }
    buf_free(&r->lint->seen);
}

void lint_free(struct lint *lint)
{
    buf_free(&lint->asked);
    buf_free(&lint->banks);
    index_free(&lint->asked_index);
    index_free(&lint->stem_index);
    arena_free(&lint->arena);
    *lint = (struct lint){0};
}
