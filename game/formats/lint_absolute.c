// Words that give a statement away: absolute ones, and choices that stand for others.
#include <string.h>

#include "core/bank.h"
#include "formats/lint_bank.h"
#include "formats/quote.h"

static const char *const none[] = {NULL};

static const char *const english[] = {
    "!almost always",
    "!almost never",
    "!aren't always",
    "absolutely",
    "always",
    "!don't always",
    "!doesn't always",
    "!isn't always",
    "in all cases",
    "in every case",
    "invariably",
    "!nearly always",
    "!nearly never",
    "!not always",
    "!never before",
    "never",
    "under all circumstances",
    "under no circumstances",
    "without exception",
    NULL,
};

static const char *const german[] = {
    "auf keinen fall",
    "ausnahmslos",
    "!fast immer",
    "!fast nie",
    "!immer mehr",
    "!immer noch",
    "!immer wieder",
    "immer",
    "in jedem fall",
    "!nicht immer",
    "!noch nie",
    "nie",
    "niemals",
    "unter allen umst\u00E4nden",
    NULL,
};

static const char *const french[] = {
    "dans tous les cas", "en aucun cas",    "jamais",
    "!pas toujours",     "!presque jamais", "!presque toujours",
    "sans exception",    "toujours",        NULL,
};

static const char *const spanish[] = {
    "!casi nunca", "!casi siempre", "en todos los casos", "jam\u00E1s", "!no siempre",
    "nunca",       "siempre",       "sin excepci\u00F3n", NULL,
};

static const char *const italian[] = {
    "in tutti i casi",  "mai",    "!non sempre",     "!quasi mai", "!quasi sempre",
    "!sempre pi\u00F9", "sempre", "senza eccezioni", NULL,
};

static const char *const portuguese[] = {
    "em todos os casos",     "jamais", "!nem sempre", "nunca", "!quase nunca", "!quase sempre",
    "sem exce\u00E7\u00E3o", "sempre", NULL,
};

static const char *const dutch[] = {
    "altijd",       "!bijna altijd", "!bijna nooit", "in alle gevallen",
    "!niet altijd", "nimmer",        "nooit",        "zonder uitzondering",
    NULL,
};

static const struct lint_language languages[] = {
    {"en", english}, {"de", german},     {"fr", french}, {"es", spanish},
    {"it", italian}, {"pt", portuguese}, {"nl", dutch},  {NULL, none},
};

/// Choices of all languages that stand for others: whole texts, so none is taken for another.
static const char *const above[] = {
    "all answers are correct",
    "all answers are right",
    "all answers are true",
    "all of the above",
    "all of the above are correct",
    "all of the above are right",
    "all of the above are true",
    "all of these",
    "all of these answers",
    "all the above",
    "alle antworten sind richtig",
    "alle bovenstaande",
    "alle der genannten",
    "alle genannten",
    "alle oben genannten",
    "alle van bovenstaande",
    "any of the above",
    "aucune de ces r\u00E9ponses",
    "aucune des r\u00E9ponses pr\u00E9c\u00E9dentes",
    "both a and b",
    "both a and c",
    "both b and c",
    "both of the above",
    "geen van bovenstaande",
    "keine der genannten",
    "keine der oben genannten",
    "keines der genannten",
    "neither of the above",
    "nenhuma das anteriores",
    "nessuna delle precedenti",
    "ninguna de las anteriores",
    "none of the above",
    "none of these",
    "none of these answers",
    "todas as anteriores",
    "todas las anteriores",
    "toutes ces r\u00E9ponses",
    "toutes les r\u00E9ponses ci-dessus",
    "tutte le precedenti",
    NULL,
};

void lint_begin_absolute(struct reader *r)
{
    const char *const *items = lint_choose_phrases(languages, r->bank->language);
    r->lint->absolute = lint_phrases(items);
    r->lint->above = lint_phrases(above);
}

const cJSON *lint_text_of(const cJSON *choice)
{
    return cJSON_IsObject(choice) ? cJSON_GetObjectItemCaseSensitive(choice, "text") : choice;
}

static bool has_choices(const struct lint_item *item)
{
    return item->draft->kind == KIND_CHOICE || item->draft->kind == KIND_MULTI;
}

static void look_above(const struct lint_item *item, const struct draft_list *list)
{
    for (int i = 0; i < list->texts.count; i++) {
        const cJSON *text = lint_text_of(list->from[i]);
        if (!lint_is_phrase(&item->r->lint->above, text->valuestring))
            continue;
        lint_report(item->r, LINT_ALL_OF_THE_ABOVE, spot_value(text),
                    "\"%s\" stands for other choices, which change places. Write a list as "
                    "\"answer\" if several are right",
                    quote_string(text->valuestring).text);
    }
}

void lint_look_above(const struct lint_item *item)
{
    if (!has_choices(item))
        return;
    look_above(item, &item->draft->right);
    look_above(item, &item->draft->wrong);
}

/// Reports a phrase in `text`. Returns whether there is one.
static bool report_absolute(const struct lint_item *item, const cJSON *text, const char *what)
{
    struct lint_match match =
        lint_find_phrase(&item->r->lint->absolute, text->valuestring, true);
    if (!match.len)
        return false;
    lint_report(item->r, LINT_ABSOLUTE_WORD, spot_part(text, match.at, match.len),
                "\"%s\" gives %s away: such a thing is seldom so. Say what is meant, or with "
                "\"often\" or \"most\"",
                quote_text(text->valuestring + match.at, match.len).text, what);
    return true;
}

/// The first choice of `list` with an absolute word beside other words; NULL if there is none.
static const cJSON *find_absolute(const struct lint_item *item, const struct draft_list *list)
{
    const struct lint_phrases *phrases = &item->r->lint->absolute;
    for (int i = 0; i < list->texts.count; i++) {
        const cJSON *text = lint_text_of(list->from[i]);
        if (lint_find_phrase(phrases, text->valuestring, true).len &&
            !lint_is_phrase(phrases, text->valuestring))
            return text;
    }
    return NULL;
}

void lint_look_absolute(const struct lint_item *item)
{
    const struct draft *draft = item->draft;
    if (draft->kind == KIND_TRUEFALSE)
        report_absolute(item, draft->fields[FIELD_QUESTION], "a statement");
    if (!has_choices(item))
        return;
    const cJSON *wrong = find_absolute(item, &draft->wrong);
    const cJSON *right = find_absolute(item, &draft->right);
    // On both sides it tells nothing.
    if (wrong && !right)
        report_absolute(item, wrong, "a wrong choice");
    if (right && !wrong)
        report_absolute(item, right, "a choice");
}
