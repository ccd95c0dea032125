// Words that age: what is so "now" needs its day.
#include <string.h>

#include "core/bank.h"
#include "formats/lint_bank.h"
#include "formats/quote.h"

static const char *const none[] = {NULL};

static const char *const english[] = {
    "as of now",
    "at present",
    "at the moment",
    "current captain",
    "current ceo",
    "current champion",
    "current champions",
    "current chancellor",
    "current coach",
    "current governor",
    "current head",
    "current holder",
    "current holders",
    "current king",
    "current leader",
    "current mayor",
    "current member",
    "current members",
    "current minister",
    "current monarch",
    "current owner",
    "current pope",
    "current population",
    "current president",
    "current price",
    "current prime",
    "current queen",
    "current record",
    "current secretary",
    "current version",
    "current world",
    "currently",
    "incumbent",
    "last month",
    "last season",
    "last week",
    "last year",
    "lately",
    "most recent",
    "next month",
    "next season",
    "next year",
    "!now and again",
    "!now and then",
    "now",
    "nowadays",
    "present-day",
    "recently",
    "reigning",
    "these days",
    "this century",
    "this decade",
    "this month",
    "this season",
    "this week",
    "this year",
    "today",
    NULL,
};

static const char *const german[] = {
    "aktuell*",
    "amtierend*",
    "bislang",
    "derzeit*",
    "diese saison",
    "diesem jahr",
    "diesen monat",
    "dieses jahr",
    "gegenw\u00E4rtig*",
    "heute",
    "heutig*",
    "heutzutage",
    "im augenblick",
    "im moment",
    "jetzig*",
    "jetzt",
    "k\u00FCrzlich",
    "letzten jahr",
    "letztes jahr",
    "momentan*",
    "n\u00E4chsten jahr",
    "n\u00E4chstes jahr",
    "neuerdings",
    "neulich",
    "vor kurzem",
    "zurzeit",
    NULL,
};

static const char *const french[] = {
    "actuel*",      "aujourd'hui",      "aujourd\u2019hui",
    "ces jours-ci", "cette ann\u00E9e", "de nos jours",
    "en ce moment", "l'an dernier",     "l'ann\u00E9e derni\u00E8re",
    "maintenant",   "r\u00E9cemment",   "\u00E0 pr\u00E9sent",
    NULL,
};

static const char *const spanish[] = {
    "actual*",
    "ahora",
    "a\u00F1o pasado",
    "en la actualidad",
    "este a\u00F1o",
    "este mes",
    "hoy",
    "recientemente",
    NULL,
};

static const char *const italian[] = {
    "adesso",     "al momento", "anno scorso",  "attual*", "oggi",
    "oggigiorno", "quest'anno", "recentemente", NULL,
};

static const char *const portuguese[] = {
    "agora", "ano passado", "atual*", "este ano", "hoje", "recentemente", NULL,
};

static const char *const dutch[] = {
    "dit jaar",      "huidig*",       "momenteel", "nu",         "onlangs",
    "op dit moment", "tegenwoordig*", "vandaag",   "vorig jaar", NULL,
};

static const struct lint_language languages[] = {
    {"en", english}, {"de", german},     {"fr", french}, {"es", spanish},
    {"it", italian}, {"pt", portuguese}, {"nl", dutch},  {NULL, none},
};

void lint_begin_undated(struct reader *r)
{
    r->lint->undated = lint_phrases(lint_choose_phrases(languages, r->bank->language));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a year from 1000 to 2999 is in `text`.
static bool has_year(const char *text)
{
    for (const char *p = text; *p; p++) {
        if (!is_digit(*p))
            continue;
        size_t len = strspn(p, "0123456789");
        if (len == 4 && (*p == '1' || *p == '2'))
            return true;
        p += len - 1;
    }
    return false;
}

void lint_look_undated(const struct lint_item *item)
{
    static const enum field shown[] = {FIELD_QUESTION, FIELD_CLOZE, FIELD_FRONT, FIELD_BACK,
                                       FIELD_EXPLANATION};

    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const cJSON *text = item->draft->fields[shown[i]];
        if (!text)
            continue;
        if (has_year(text->valuestring))
            return; // which dates what follows too
        struct lint_match match =
            lint_find_phrase(&item->r->lint->undated, text->valuestring, false);
        if (!match.len)
            continue;
        lint_report(item->r, LINT_UNDATED, spot_part(text, match.at, match.len),
                    "\"%s\" will be wrong one day. Say when it is so: \"on 1 October 2024\", "
                    "\"in 2024\"",
                    quote_text(text->valuestring + match.at, match.len).text);
        return;
    }
}
