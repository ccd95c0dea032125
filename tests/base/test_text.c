#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    TYPED = FOLD_ALL, // what a typed answer is folded by
    EQUAL = FOLD_CASE | FOLD_INVISIBLE,
};

static const struct fold_case {
    const char *name;
    unsigned flags;
    const char *language, *text, *folded;
} folds[] = {
    {"nothing to do", EQUAL, NULL, "paris", "paris"},
    {"empty", TYPED, NULL, "", ""},
    {"only blanks", EQUAL, NULL, " \t\n ", ""},
    {"blanks at the ends and in runs", 0, NULL, "  New \t York\n", "New York"},
    {"no-break and ideographic blanks", 0, NULL, "a\u00A0\u3000b", "a b"},
    {"decomposed becomes composed", 0, NULL, "Cafe\u0301", "Caf\u00E9"},
    {"marks are sorted", 0, NULL, "q\u0307\u0323", "q\u0323\u0307"},
    {"marks on a composed letter are sorted", 0, NULL, "\u00E9\u0323", "\u1EB9\u0301"},
    {"singletons", 0, NULL, "\u212B \u2126", "\u00C5 \u03A9"},
    {"excluded compositions stay apart", 0, NULL, "\u0958", "\u0915\u093C"},
    {"Hangul letters compose", 0, NULL, "\u1112\u1161\u11AB", "\uD55C"},
    {"case stays without the flag", 0, NULL, "Paris", "Paris"},
    {"case", FOLD_CASE, NULL, "PARIS \u00C9T\u00C9", "paris \u00E9t\u00E9"},
    {"sharp s", FOLD_CASE, NULL, "Stra\u00DFe", "strasse"},
    {"capital sharp s", FOLD_CASE, NULL, "STRA\u1E9EE", "strasse"},
    {"final sigma", FOLD_CASE, NULL, "\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03BF\u03C2",
     "\u03BF\u03B4\u03BF\u03C3 \u03BF\u03B4\u03BF\u03C3"},
    {"Cyrillic capitals", FOLD_CASE, NULL, "\u041C\u043E\u0441\u043A\u0432\u0410",
     "\u043C\u043E\u0441\u043A\u0432\u0430"},
    {"a folding that composes again", FOLD_CASE, NULL, "\u01F0 \u0390", "\u01F0 \u0390"},
    {"ligatures", FOLD_CASE, NULL, "\uFB01n", "fin"},
    {"Turkish dotted I", FOLD_CASE | FOLD_ACCENTS, NULL, "\u0130stanbul", "istanbul"},
    {"dotless i", FOLD_ACCENTS, NULL, "Diyarbak\u0131r", "Diyarbakir"},
    {"French accents", FOLD_ACCENTS, NULL, "\u00E9\u00E8\u00EA\u00EB\u00E7\u00C0", "eeeecA"},
    {"Vietnamese accents", FOLD_ACCENTS, NULL, "Vi\u1EC7t", "Viet"},
    {"Greek tonos", FOLD_ACCENTS, NULL, "\u0395\u03BB\u03BB\u03AC\u03B4\u03B1",
     "\u0395\u03BB\u03BB\u03B1\u03B4\u03B1"},
    {"yo is ye", FOLD_ACCENTS, NULL, "\u0451\u043B\u043A\u0430", "\u0435\u043B\u043A\u0430"},
    {"short i is a letter", FOLD_ACCENTS, NULL, "\u043C\u043E\u0439", "\u043C\u043E\u0439"},
    {"strokes and ligatures", FOLD_ACCENTS, NULL,
     "\u00F8\u0142\u0111\u00E6\u0153\u00DF\u0141\u00D8\u00FE", "oldaeoessLOth"},
    {"accents go where ASCII is beside", FOLD_ACCENTS, NULL, "na\u00EFve test", "naive test"},
    {"Devanagari vowel signs stay", FOLD_ACCENTS, NULL, "\u0939\u093F\u0928\u094D\u0926\u0940",
     "\u0939\u093F\u0928\u094D\u0926\u0940"},
    {"Thai vowel signs stay", FOLD_ACCENTS, NULL, "\u0E17\u0E35\u0E48", "\u0E17\u0E35\u0E48"},
    {"Arabic vowel signs stay", FOLD_ACCENTS, NULL, "\u0643\u064E\u062A", "\u0643\u064E\u062A"},
    {"Hangul stays", FOLD_ACCENTS, NULL, "\uD55C\uAE00", "\uD55C\uAE00"},
    {"dakuten stay", FOLD_ACCENTS, NULL, "\u304C\u30D1", "\u304C\u30D1"},
    {"apostrophes and quotes", FOLD_PUNCTUATION, NULL, "\u201CO\u2019Brien's\u201D", "OBriens"},
    {"stops in an abbreviation", FOLD_PUNCTUATION, NULL, "U.S.A.", "USA"},
    {"question and exclamation marks", FOLD_PUNCTUATION, NULL, "Who? Me!", "Who Me"},
    {"a comma is a blank", FOLD_PUNCTUATION, NULL, "red,green; blue", "red green blue"},
    {"a hyphen is a blank", FOLD_PUNCTUATION, NULL, "well-known\u2014yes", "well known yes"},
    {"a span of years", FOLD_PUNCTUATION, NULL, "1914\u20131918", "1914 1918"},
    {"brackets are blanks", FOLD_PUNCTUATION, NULL, "Fe(II)", "Fe II"},
    {"C", FOLD_PUNCTUATION, NULL, "C.", "C"},
    {"C++", FOLD_PUNCTUATION, NULL, "C++", "C++"},
    {"C#", FOLD_PUNCTUATION, NULL, "C#", "C#"},
    {"a minus stays", FOLD_PUNCTUATION, NULL, "-5", "-5"},
    {"all minuses are one", FOLD_PUNCTUATION, NULL, "\u22125 (\u20135)", "-5 -5"},
    {"per cent", FOLD_PUNCTUATION, NULL, "5 %", "5 %"},
    {"a decimal point", FOLD_PUNCTUATION, NULL, "3.5.", "3.5"},
    {"a decimal comma", FOLD_PUNCTUATION, NULL, "3,5", "3,5"},
    {"a leading point", FOLD_PUNCTUATION, NULL, ".5", ".5"},
    {"a fraction", FOLD_PUNCTUATION, NULL, "1/2", "1/2"},
    {"a ratio", FOLD_PUNCTUATION, NULL, "2:1", "2:1"},
    {"a factorial", FOLD_PUNCTUATION, NULL, "5!", "5!"},
    {"a blood group", FOLD_PUNCTUATION, NULL, "AB-", "AB-"},
    {"an ion", FOLD_PUNCTUATION, NULL, "Na\u207A Cl\u207B", "Na+ Cl-"},
    {"raised and lowered letters", FOLD_PUNCTUATION, NULL,
     "20\u1D57\u02B0 x\u2098\u2090\u2093 a\u1D62\u2C7C", "20th xmax aij"},
    {"lowered digits", FOLD_PUNCTUATION, NULL, "H\u2082O", "H2O"},
    {"a raised digit after a letter", FOLD_PUNCTUATION, NULL, "m/s\u00B2", "m/s2"},
    {"a power of a letter", FOLD_PUNCTUATION, NULL, "x^2", "x2"},
    {"a power of a number", FOLD_PUNCTUATION, NULL, "10\u00B9\u00B2", "10^12"},
    {"a negative power", FOLD_PUNCTUATION, NULL, "10\u207B\u00B3", "10^-3"},
    {"full width", FOLD_PUNCTUATION, NULL, "\uFF21\uFF11\uFF05", "A1%"},
    {"half width kana", FOLD_PUNCTUATION, NULL, "\uFF76\uFF9E", "\u30AC"},
    {"trade mark", FOLD_PUNCTUATION, NULL, "Lego\u2122", "Lego"},
    {"English article", FOLD_ARTICLE, NULL, "The Beatles", "Beatles"},
    {"only a leading article", FOLD_ARTICLE, "en-GB", "Over the top", "Over the top"},
    {"an article is no part of a word", FOLD_ARTICLE, "en", "Theory", "Theory"},
    {"never the whole answer", FOLD_ARTICLE, "en", "the", "the"},
    {"never the whole answer but blanks", FOLD_ARTICLE, "en", " A ", "A"},
    {"German article", FOLD_ARTICLE, "de", "die Sonne", "Sonne"},
    {"French article", FOLD_ARTICLE, "fr", "L\u2019eau", "eau"},
    {"French article of its own", FOLD_ARTICLE, "fr-CA", "les  yeux", "yeux"},
    {"Spanish article", FOLD_ARTICLE, "ES", "el ni\u00F1o", "ni\u00F1o"},
    {"Italian article", FOLD_ARTICLE, "it", "un'amica", "amica"},
    {"Dutch article", FOLD_ARTICLE, "nl", "'t huis", "huis"},
    {"Portuguese article", FOLD_ARTICLE, "pt_BR", "o sol", "sol"},
    {"another language's article", FOLD_ARTICLE, "de", "the sun", "the sun"},
    {"a language without articles", FOLD_ARTICLE, "ru", "the sun", "the sun"},
    {"no language", FOLD_ARTICLE, "", "the sun", "the sun"},
    {"spaces", FOLD_SPACES, NULL, " New  York\u00A0City", "NewYorkCity"},
    {"what cannot be seen", FOLD_INVISIBLE, NULL, "\uFEFFLy\u200Bo\u00ADn\u202E\u2060", "Lyon"},
    {"what cannot be seen, kept", 0, NULL, "Ly\u200Bon", "Ly\u200Bon"},
    {"joiners between marks", FOLD_INVISIBLE, NULL, "q\u0307\u200D\u0323", "q\u0323\u0307"},
    {"emoji", EQUAL, NULL, "\U0001F600", "\U0001F600"},
    {"all at once", TYPED, "fr", " L\u2019\u00C9cole  des Beaux-Arts. ", "ecoledesbeauxarts"},
};

static void folds_to(void **state)
{
    const struct fold_case *c = *state;
    struct arena arena = {0};
    const char *once = text_fold(&arena, c->text, c->flags, c->language);
    assert_string_equal(once, c->folded);
    assert_string_equal(
        text_fold(&arena, once, c->flags & ~(unsigned)FOLD_ARTICLE, c->language), once);
    arena_free(&arena);
}

static const struct edits_case {
    const char *name, *a, *b;
    int limit, edits;
} edits[] = {
    {"equal", "paris", "paris", 2, 0},
    {"both empty", "", "", 2, 0},
    {"one empty", "", "ab", 2, 2},
    {"one empty, too far", "", "abc", 2, 3},
    {"replaced", "paris", "pares", 2, 1},
    {"inserted", "paris", "parris", 2, 1},
    {"deleted", "paris", "pais", 2, 1},
    {"swapped", "paris", "pairs", 2, 1},
    {"swapped at the start", "paris", "apris", 2, 1},
    {"swapped at the end", "paris", "parsi", 1, 1},
    {"characters, not bytes", "\u0141\u00F3d\u017A", "\u0141od\u017A", 2, 1},
    {"two apart", "copenhagen", "kopenhagn", 2, 2},
    {"no limit left", "a", "b", 0, 1},
    {"above the limit", "kitten", "sitting", 2, 3},
    {"at the limit", "kitten", "sitting", 3, 3},
    {"no substring is edited twice", "ca", "abc", 8, 3},
    {"shifted", "abcdefghij", "cdefghijab", 8, 4},
};

static void takes_edits(void **state)
{
    const struct edits_case *c = *state;
    assert_int_equal(text_edits(c->a, c->b, c->limit), c->edits);
    assert_int_equal(text_edits(c->b, c->a, c->limit), c->edits);
}

static void finds_edits_in_long_texts(void **state)
{
    (void)state;
    static char a[60001], b[60001];
    memset(a, 'x', 60000);
    memset(b, 'x', 60000);
    a[0] = 'y';
    b[59999] = 'y';
    assert_int_equal(text_edits(a, b, 8), 2);
    assert_int_equal(text_edits(a, b, 1), 2);
}

static const struct utf8_case {
    const char *name, *bytes;
    size_t len, bad;
} utf8[] = {
    {"empty", "", 0, 0},
    {"ASCII with NUL", "a\0b", 3, 3},
    {"all sizes", "a\u00E9\u20AC\U0001F600", 10, 10},
    {"the last character", "\xF4\x8F\xBF\xBF", 4, 4},
    {"too high", "\xF4\x90\x80\x80", 4, 0},
    {"surrogate", "ab\xED\xA0\x80", 5, 2},
    {"below the surrogates", "\xED\x9F\xBF", 3, 3},
    {"overlong slash", "\xC0\xAF", 2, 0},
    {"overlong in three", "\xE0\x9F\xBF", 3, 0},
    {"overlong in four", "\xF0\x8F\xBF\xBF", 4, 0},
    {"lone continuation", "12345678\x80", 9, 8},
    {"cut short", "12345678\xE2\x82", 10, 8},
    {"second byte wrong", "\xE2\x28\xA1", 3, 0},
    {"third byte wrong", "\xE2\x82\x28", 3, 0},
    {"Latin-1", "caf\xE9 12345678", 13, 3},
    {"never a start", "\xFF", 1, 0},
};

static void finds_the_first_fault(void **state)
{
    const struct utf8_case *c = *state;
    size_t bad = 999;
    assert_int_equal(text_is_utf8(c->bytes, c->len, &bad), c->bad == c->len);
    assert_int_equal(bad, c->bad);
    assert_int_equal(text_is_utf8(c->bytes, c->len, NULL), c->bad == c->len);
}

static void walks_and_counts(void **state)
{
    (void)state;
    const char *text = "a\u00E9\u20AC\U0001F600";
    const char *at = text, *end = text + strlen(text);
    assert_int_equal(text_next(&at, end), 'a');
    assert_int_equal(text_next(&at, end), 0xE9);
    assert_int_equal(text_next(&at, end), 0x20AC);
    assert_int_equal(text_next(&at, end), 0x1F600);
    assert_ptr_equal(at, end);
    assert_int_equal(text_count(text), 4);
    assert_int_equal(text_count(""), 0);
    assert_int_equal(text_letters("R2-D2: \u00E9\u4E2D \u0664!"), 7);
    assert_int_equal(text_letters("... "), 0);
}

static void walks_characters_as_people_see_them(void **state)
{
    (void)state;
    // A letter with two accents, two flags, a family, a syllable of Devanagari, a line's end.
    static const char *const clusters[] = {"e\u0301\u0323",
                                           "\U0001F1EB\U0001F1F7",
                                           "\U0001F1E9\U0001F1EA",
                                           "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                                           "\u0923\u0941",
                                           "\r\n",
                                           "x"};
    char text[128] = "";
    size_t len = 0;
    for (size_t i = 0; i < COUNT(clusters); i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s", clusters[i]);
    const char *at = text, *end = text + strlen(text);
    for (size_t i = 0; i < COUNT(clusters); i++) {
        const char *from = at;
        text_next_cluster(&at, end);
        assert_int_equal(at - from, strlen(clusters[i]));
    }
    assert_ptr_equal(at, end);
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(walks_and_counts),
        cmocka_unit_test(walks_characters_as_people_see_them),
        cmocka_unit_test(finds_edits_in_long_texts),
    };
    struct CMUnitTest tests[COUNT(folds) + COUNT(edits) + COUNT(utf8) + COUNT(plain)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(folds); i++) {
        tests[count++] =
            (struct CMUnitTest){folds[i].name, folds_to, NULL, NULL, (void *)&folds[i]};
    }
    for (size_t i = 0; i < COUNT(edits); i++) {
        tests[count++] =
            (struct CMUnitTest){edits[i].name, takes_edits, NULL, NULL, (void *)&edits[i]};
    }
    for (size_t i = 0; i < COUNT(utf8); i++) {
        tests[count++] = (struct CMUnitTest){utf8[i].name, finds_the_first_fault, NULL, NULL,
                                             (void *)&utf8[i]};
    }
    for (size_t i = 0; i < COUNT(plain); i++)
        tests[count++] = plain[i];
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
