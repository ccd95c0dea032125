// Whether a choice can be asked without its choices.
#include <string.h>

#include "base/text.h"
#include "core/card.h"

// Words that point at choices: which, these, following, not. Each has a blank before and after
// it and is folded as in is_pointing().
static const struct {
    const char *language;
    const char *words;
    const char *leading;    // "which" only among the first two words: later it begins a clause
    const char *which, *is; // "which" unless a form of "to be" comes next: then it is "what"
} languages[] = {
    {.language = "en",
     .words = " which these following not isnt arent wasnt werent doesnt dont didnt hasnt "
              "havent cannot cant except "},
    {.language = "de",
     .words = " welche welcher welches welchen welchem diese dieser diesen folgende folgenden "
              "folgender folgendes nicht kein keine keiner keines keinen keinem ausser "},
    {.language = "fr",
     .words = " lequel laquelle lesquels lesquelles duquel desquels desquelles ces suivant "
              "suivante suivants suivantes parmi pas sauf ",
     .which = " quel quelle quels quelles ",
     .is = " est sont etait etaient fut furent sera seront "},
    {.language = "es",
     .words = " cuales estos estas siguiente siguientes no excepto ",
     .which = " cual ",
     .is = " es son era eran fue fueron sera seran "},
    {.language = "it",
     .words = " quali questi queste seguente seguenti non tranne ",
     .which = " quale qual ",
     .is = " e sono era erano fu furono sara saranno "},
    {.language = "pt",
     .words = " quais estes estas destes destas seguinte seguintes nao exceto ",
     .which = " qual ",
     .is = " e o a sao era eram foi foram sera serao "},
    {.language = "ca",
     .words = " quins quines aquests aquestes seguent seguents no excepte ",
     .which = " quin quina ",
     .is = " es son era eren fou foren sera seran "},
    {.language = "ro",
     .words =
         " acestea acestia aceste urmatorul urmatorii urmatoarea urmatoarele urmatoarelor nu ",
     .leading = " care "},
    {.language = "nl", .words = " welke welk deze volgende niet geen behalve "},
    {.language = "sv",
     .words = " vilken vilket vilka dessa foljande inte ej ingen inget inga utom "},
    {.language = "da",
     .words = " hvilken hvilket hvilke disse folgende ikke ingen intet undtagen "},
    {.language = "nb", .words = " hvilken hvilket hvilke disse folgende ikke ingen unntatt "},
    {.language = "no", .words = " hvilken hvilket hvilke disse folgende ikke ingen unntatt "},
    {.language = "nn", .words = " desse folgjande ikkje ingen unnateke "},
    {.language = "fi",
     .words = " mitka kumpi naista nama seuraavista seuraava seuraavat ei eivat "},
    {.language = "pl",
     .words = " te tych nastepujace nastepujacych nastepujacy ponizszych nie ",
     .leading = " ktory ktora ktore ktorych ktorego ktorej ktorym "},
    {.language = "cs",
     .words = " techto tyto nasledujici nasledujicich neni nejsou nepatri ",
     .leading = " ktery ktera ktere kteri kterych ktereho kterem "},
    {.language = "sk",
     .words = " tychto tieto nasledujuci nasledujuce nasledujucich nie nepatri ",
     .leading = " ktory ktora ktore ktori ktorych ktoreho ktorom "},
    {.language = "hu",
     .words = " melyik melyek ezek alabbi alabbiak kovetkezo kovetkezok nem "},
    {.language = "tr",
     .words = " hangi hangisi hangileri bunlardan asagidaki asagidakilerden degil degildir "},
    {.language = "ru",
     .words = " какой какая какое какие какого какую каком каких эти этих следующий следующие "
              "следующих перечисленных не "},
    {.language = "uk",
     .words = " ці цих наступний наступні наступних перелічених не ",
     .leading = " який яка яке які якого яку якому яких котрий котра котре котрі "},
};

// Where no blanks stand between words, or endings grow onto them: parts of words.
enum { PARTS = 12 };

static const struct {
    const char *language;
    const char *parts[PARTS];
} scripts[] = {
    {"zh",
     {"哪", "下列", "以下", "这些", "這些", "不是", "不属", "不屬", "不包", "没有", "沒有"}},
    {"ja",
     {"どれ", "どの", "次の", "以下", "これら", "ではない", "でない", "しない", "れない",
      "ません"}},
    {"ko", {"어느", "다음", "이들", "않", "아닌", "없는"}},
};

// A word as the lists have it is no longer.
enum { WORD_MOST = 40 };

static bool is_language(const char *tag, const char *language)
{
    size_t len = strlen(language);
    for (size_t i = 0; i < len; i++) {
        if ((tag[i] | 0x20) != language[i])
            return false;
    }
    return tag[len] == '\0' || tag[len] == '-' || tag[len] == '_';
}

/// The next word of `*at`, which is folded: its first byte, with `*len` more; NULL: none.
static const char *next_word(const char **at, size_t *len)
{
    static const char between[] = " *`~^/\\&";
    *at += strspn(*at, between);
    const char *word = *at;
    *len = strcspn(word, between);
    *at += *len;
    return *len ? word : NULL;
}

static bool is_in(const char *list, const char *word, size_t len)
{
    char wanted[WORD_MOST + 3] = " ";
    if (len > WORD_MOST)
        return false;
    memcpy(wanted + 1, word, len);
    wanted[len + 1] = ' ';
    return strstr(list, wanted);
}

static bool has_word(size_t language, const char *folded)
{
    const char *leading = languages[language].leading, *is = languages[language].is;
    bool was_which = false;
    const char *word;
    size_t len;
    for (int i = 0; (word = next_word(&folded, &len)) != NULL; i++) {
        if (is_in(languages[language].words, word, len) ||
            (i < 2 && leading && is_in(leading, word, len)) ||
            (was_which && !is_in(is, word, len)))
            return true;
        was_which = is && is_in(languages[language].which, word, len);
    }
    return false;
}

static bool has_part(size_t script, const char *folded)
{
    for (int i = 0; i < PARTS && scripts[script].parts[i]; i++) {
        if (strstr(folded, scripts[script].parts[i]))
            return true;
    }
    return false;
}

/// Whether `text` points at choices, in the language of BCP 47 tag `tag`.
static bool is_pointing(const char *text, const char *tag, struct arena *scratch)
{
    const unsigned flags = FOLD_CASE | FOLD_ACCENTS | FOLD_PUNCTUATION | FOLD_INVISIBLE;
    const char *folded = text_fold(scratch, text, flags, NULL);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (is_language(tag, languages[i].language))
            return has_word(i, folded);
    }
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        if (is_language(tag, scripts[i].language))
            return has_part(i, folded);
    }
    return false;
}

bool card_keeps_choices(const struct bank *bank, const struct question *question,
                        struct arena *scratch)
{
    if (question->kind != KIND_CHOICE && question->kind != KIND_MULTI)
        return false;
    return question->keeps_choices ||
           is_pointing(question->text, bank->language ? bank->language : "en", scratch);
}
