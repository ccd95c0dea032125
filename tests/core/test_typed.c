#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/make.h"
#include "core/mark.h"

enum {
    ACCENTS = DIFFERS_ACCENTS,
    CAPITALS = DIFFERS_CAPITALS,
    PUNCTUATION = DIFFERS_PUNCTUATION,
    ARTICLE = DIFFERS_ARTICLE,
    SPACES = DIFFERS_SPACES,
    EXACT = 99, // instead of a number of typos: the bank asks for exactness
};

// A typed answer to a question that accepts `accepted`, alternatives parted by "|". One that
// ends in "=500" has that credit.
static const struct typed_case {
    const char *name, *language, *accepted, *typed;
    int typos;
    enum verdict verdict;
    unsigned differs;
    int credit, which;
} cases[] = {
    {"the same", "en", "Paris", "Paris", -1, VERDICT_EXACT, 0, 1000, 0},
    {"blanks at the ends", "en", "Paris", " Paris\n", -1, VERDICT_EXACT, 0, 1000, 0},
    {"blanks in a run", "en", "New York", "New \t York", -1, VERDICT_EXACT, 0, 1000, 0},
    {"decomposed", "en", "Caf\u00E9", "Cafe\u0301", -1, VERDICT_EXACT, 0, 1000, 0},
    {"zero-width", "en", "Paris", "Pa\u200Bris", -1, VERDICT_EXACT, 0, 1000, 0},
    {"another alternative", "en", "UK|Britain", "Britain", -1, VERDICT_EXACT, 0, 1000, 1},
    {"nothing", "en", "Paris", "", -1, VERDICT_WRONG, 0, 0, -1},
    {"blanks", "en", "Paris", " \t", -1, VERDICT_WRONG, 0, 0, -1},
    {"invisible", "en", "Paris", "\u200B", -1, VERDICT_WRONG, 0, 0, -1},
    {"wrong", "en", "Paris", "London", -1, VERDICT_WRONG, 0, 0, -1},

    {"capitals", "en", "Paris", "pARIS", -1, VERDICT_FOLDED, CAPITALS, 1000, 0},
    {"accents", "en", "S\u00E3o Tom\u00E9", "Sao Tome", -1, VERDICT_FOLDED, ACCENTS, 1000, 0},
    {"too many accents", "en", "Resume", "R\u00E9sum\u00E9", -1, VERDICT_FOLDED, ACCENTS, 1000,
     0},
    {"stroke", "en", "Malm\u00F8", "Malmo", -1, VERDICT_FOLDED, ACCENTS, 1000, 0},
    {"sharp s", "de", "Stra\u00DFe", "Strasse", -1, VERDICT_FOLDED, ACCENTS, 1000, 0},
    {"punctuation", "en", "St. John's", "St Johns", -1, VERDICT_FOLDED, PUNCTUATION, 1000, 0},
    {"typographic apostrophe", "en", "O'Brien", "O\u2019Brien", -1, VERDICT_FOLDED, PUNCTUATION,
     1000, 0},
    {"hyphen", "en", "Stratford-upon-Avon", "Stratford upon Avon", -1, VERDICT_FOLDED,
     PUNCTUATION, 1000, 0},
    {"article", "en", "Beatles", "The Beatles", -1, VERDICT_FOLDED, ARTICLE, 1000, 0},
    {"article left out", "fr", "l\u2019eau", "eau", -1, VERDICT_FOLDED, ARTICLE, 1000, 0},
    {"another article", "de", "der Mond", "die Mond", -1, VERDICT_FOLDED, ARTICLE, 1000, 0},
    {"an article of another language", "de", "Mond", "the Mond", -1, VERDICT_WRONG, 0, 0, -1},
    {"spaces", "en", "New York", "NewYork", -1, VERDICT_FOLDED, SPACES, 1000, 0},
    {"several at once", "fr", "L'\u00C9cole", "ecole", -1, VERDICT_FOLDED,
     ARTICLE | ACCENTS | CAPITALS, 1000, 0},
    {"Cyrillic capitals", "ru", "\u041C\u043E\u0441\u043A\u0432\u0430",
     "\u043C\u043E\u0441\u043A\u0432\u0430", -1, VERDICT_FOLDED, CAPITALS, 1000, 0},
    {"Greek tonos", "el", "\u0391\u03B8\u03AE\u03BD\u03B1", "\u0391\u03B8\u03B7\u03BD\u03B1",
     -1, VERDICT_FOLDED, ACCENTS, 1000, 0},
    {"half-width kana", "ja", "\u30AB", "\uFF76", -1, VERDICT_FOLDED, PUNCTUATION, 1000, 0},
    {"a dakuten is no accent", "ja", "\u304C", "\u304B", -1, VERDICT_WRONG, 0, 0, -1},
    {"lowered digit", "en", "H\u2082O", "H2O", -1, VERDICT_FOLDED, PUNCTUATION, 1000, 0},
    {"C is not C++", "en", "C++", "C", -1, VERDICT_WRONG, 0, 0, -1},
    {"C# is not C++", "en", "C++", "C#", -1, VERDICT_WRONG, 0, 0, -1},
    {"only a sign", "en", "+", "+", -1, VERDICT_EXACT, 0, 1000, 0},
    {"all folded away is not equal", "en", "!", "?", -1, VERDICT_WRONG, 0, 0, -1},
    {"a blood group", "en", "A-", "a-", -1, VERDICT_FOLDED, CAPITALS, 1000, 0},
    {"the other blood group", "en", "A-", "A+", -1, VERDICT_WRONG, 0, 0, -1},

    {"replaced", "en", "Paris", "Parys", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"left out", "en", "Paris", "Pris", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"put in", "en", "Paris", "Parris", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"swapped", "en", "Paris", "Pairs", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"a typo and capitals", "en", "Paris", "parys", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"two typos in five letters", "en", "Paris", "Bary", -1, VERDICT_WRONG, 0, 0, -1},
    {"one in three letters", "en", "Rom", "Ram", -1, VERDICT_WRONG, 0, 0, -1},
    {"one in four letters", "en", "Rome", "Rame", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"two in nine letters", "en", "Edinburgh", "Edinbrug", -1, VERDICT_WRONG, 0, 0, -1},
    {"two in ten letters", "en", "Copenhagen", "Kopenhagn", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"three in ten letters", "en", "Copenhagen", "Kopnhagn", -1, VERDICT_WRONG, 0, 0, -1},
    {"letters, not bytes, count", "ru", "\u0440\u0438\u043C", "\u0440\u0430\u043C", -1,
     VERDICT_WRONG, 0, 0, -1},
    {"typos forbidden", "en", "Paris", "Parys", 0, VERDICT_WRONG, 0, 0, -1},
    {"typos allowed in a short one", "en", "Rom", "Ram", 1, VERDICT_NEARLY, 0, 1000, 0},
    {"two typos allowed", "en", "Paris", "Barys", 2, VERDICT_NEARLY, 0, 1000, 0},
    {"the alternative with fewer typos", "en", "Parise|Parisi", "Parisy", 2, VERDICT_NEARLY, 0,
     1000, 0},
    {"another digit", "en", "Apollo 11", "Apollo 13", -1, VERDICT_WRONG, 0, 0, -1},
    {"digits swapped", "en", "in 1949 AD", "in 1994 AD", -1, VERDICT_WRONG, 0, 0, -1},
    {"a digit too many", "en", "Apollo 11", "Apollo 111", -1, VERDICT_WRONG, 0, 0, -1},
    {"a typo beside digits", "en", "Apollo 11", "Apolo 11", -1, VERDICT_NEARLY, 0, 1000, 0},
    {"Arabic digits", "ar", "\u0663\u0664\u0665\u0666", "\u0663\u0664\u0665\u0667", -1,
     VERDICT_WRONG, 0, 0, -1},
    {"another Roman numeral", "en", "Henry VIII", "Henry VII", -1, VERDICT_WRONG, 0, 0, -1},
    {"a typo beside a Roman numeral", "en", "Henry VIII", "henri viii", -1, VERDICT_NEARLY, 0,
     1000, 0},
    {"Roman letters in a word", "en", "civil", "cvil", -1, VERDICT_NEARLY, 0, 1000, 0},

    {"half credit", "en", "Shakespeare|Shakespear=500", "Shakespear", 1, VERDICT_ACCEPTED, 0,
     500, 1},
    {"half credit, folded", "en", "Shakespeare|Shakespear=500", "shakespear", 1,
     VERDICT_ACCEPTED, 0, 500, 1},
    {"half credit, nearly", "en", "Holland=500", "Hollond", -1, VERDICT_ACCEPTED, 0, 500, 0},
    {"the better credit", "en", "cote=500|C\u00F4te", "cote", -1, VERDICT_FOLDED,
     ACCENTS | CAPITALS, 1000, 1},
    {"no credit", "en", "Tokyo|Kyoto=0", "Kyoto", -1, VERDICT_WRONG, 0, 0, 1},

    {"exact: the same", "en", "pH", "pH", EXACT, VERDICT_EXACT, 0, 1000, 0},
    {"exact: capitals", "en", "pH", "PH", EXACT, VERDICT_WRONG, 0, 0, -1},
    {"exact: accents", "fr", "\u00E9t\u00E9", "ete", EXACT, VERDICT_WRONG, 0, 0, -1},
    {"exact: punctuation", "en", "St. John", "St John", EXACT, VERDICT_FOLDED, PUNCTUATION,
     1000, 0},
    {"exact: typos", "en", "Paris", "Parys", EXACT, VERDICT_WRONG, 0, 0, -1},
    {"exact: typos allowed", "en", "Paris", "Parys", EXACT + 1, VERDICT_NEARLY, 0, 1000, 0},
    {"exact: no capitals as typos", "en", "Paris", "PAris", EXACT + 1, VERDICT_NEARLY, 0, 1000,
     0},
};

// Cuts "a|b=500" into `items` and `notes`.
static struct texts cut(struct arena *arena, const char *list)
{
    struct texts texts = {0};
    const char **items = ARENA_ARRAY(arena, 8, const char *);
    struct note *notes = ARENA_ARRAY(arena, 8, struct note);
    while (*list) {
        size_t len = strcspn(list, "|"), text_len = strcspn(list, "|=");
        int credit = 0;
        for (const char *at = list + text_len + 1; text_len < len && at < list + len; at++)
            credit = credit * 10 + (*at - '0');
        items[texts.count] = arena_text(arena, list, text_len);
        notes[texts.count++].credit = text_len < len ? credit : CREDIT_FULL;
        list += len + (list[len] == '|');
    }
    texts.items = items;
    texts.notes = notes;
    return texts;
}

static void is_judged(void **state)
{
    const struct typed_case *c = *state;
    struct arena arena = {0};
    struct made made = {.bank = {.language = c->language}};
    made.question.kind = KIND_TEXT;
    made.question.is_exact = c->typos >= EXACT;
    made.question.typos = (int8_t)(c->typos == EXACT  ? TYPOS_BY_LENGTH
                                   : c->typos > EXACT ? 1
                                                      : c->typos);
    made.question.accepted = cut(&arena, c->accepted);
    make_ask(&made);
    struct answer answer = typed(&c->typed);
    struct mark mark = mark_answer(&made.ask, &answer, &arena);
    assert_int_equal(mark.verdict, c->verdict);
    assert_int_equal(mark.differs, c->differs);
    assert_int_equal(mark.credit, c->credit);
    assert_int_equal(mark.accepted, c->which);
    arena_free(&arena);
}

// A bank where other questions have answers that look like typos of the first one's.
static struct bank make_rivals(struct question questions[5])
{
    static const char *const austria[] = {"Vienna"}, *const iran[] = {"Tehran"},
                             *const other[] = {"Viena"},
                             *const choices[] = {"Vienne", "Viebna"};
    static const uint32_t capitals[] = {0}, rivers[] = {1};
    for (int i = 0; i < 5; i++)
        questions[i] = (struct question){.kind = KIND_TEXT, .typos = -1, .topic_count = 1};
    questions[0].accepted = TEXTS(austria);
    questions[1].accepted = TEXTS(iran);
    questions[2].accepted = TEXTS(other);
    questions[3].kind = KIND_CHOICE;
    questions[3].choice.options = TEXTS(choices);
    questions[3].choice.right_count = 1;
    questions[4].kind = KIND_CARD;
    questions[4].card.back = "The \"VIENNO\".";
    questions[0].topics = questions[1].topics = questions[3].topics = capitals;
    questions[4].topics = capitals;
    questions[2].topics = rivers;
    return (struct bank){.language = "en", .questions = questions, .question_count = 5};
}

static enum verdict judge(const struct bank *bank, int question, const char *text)
{
    struct arena arena = {0};
    struct rng rng = rng_seed(1);
    struct ask ask = ask_make(bank, &bank->questions[question], &rng);
    struct answer answer = typed(&text);
    enum verdict verdict = mark_answer(&ask, &answer, &arena).verdict;
    arena_free(&arena);
    return verdict;
}

static void the_answer_to_another_question_is_no_typo(void **state)
{
    (void)state;
    struct question questions[5];
    struct bank bank = make_rivals(questions);
    assert_int_equal(judge(&bank, 0, "Vienma"), VERDICT_NEARLY);
    assert_int_equal(judge(&bank, 0, "vienne"), VERDICT_WRONG);
    assert_int_equal(judge(&bank, 0, "Viebna"), VERDICT_NEARLY); // a wrong choice elsewhere
    assert_int_equal(judge(&bank, 0, "Viena"), VERDICT_NEARLY);  // of another topic
    assert_int_equal(judge(&bank, 0, "vienno"), VERDICT_WRONG);  // the back of a card
    questions[0].topic_count = 0;
    assert_int_equal(judge(&bank, 0, "vienne"), VERDICT_NEARLY);
    questions[3].topic_count = 0;
    assert_int_equal(judge(&bank, 0, "vienne"), VERDICT_WRONG); // both have no topic
}

static void another_gap_is_no_typo(void **state)
{
    (void)state;
    static const char *const first[] = {"Vienna"}, *const second[] = {"Vienne"},
                             *const between[] = {"", " and ", "."};
    const struct gap gaps[] = {{.accepted = TEXTS(first)}, {.accepted = TEXTS(second)}};
    struct made made = {.question = {.kind = KIND_CLOZE, .typos = -1}};
    made.question.cloze.gaps = gaps;
    made.question.cloze.between = between;
    made.question.cloze.gap_count = 2;
    make_ask(&made);
    struct arena arena = {0};
    assert_int_equal(mark_gap(&made.ask, 0, "Vienne", &arena).verdict, VERDICT_WRONG);
    assert_int_equal(mark_gap(&made.ask, 0, "Viemna", &arena).verdict, VERDICT_NEARLY);
    assert_int_equal(mark_gap(&made.ask, 1, "vienne", &arena).verdict, VERDICT_FOLDED);
    assert_int_equal(mark_gap(&made.ask, 1, NULL, &arena).verdict, VERDICT_WRONG);
    arena_free(&arena);
}

static const struct cloze_case {
    const char *name, *texts[3];
    int count, credit;
    enum verdict verdict;
    unsigned differs;
    int right;
    bool is_complete;
} clozes[] = {
    {"all", {"one", "four", "three"}, 3, 1000, VERDICT_EXACT, 0, 3, true},
    {"one folded", {"one", "FOUR", "three"}, 3, 1000, VERDICT_FOLDED, CAPITALS, 3, true},
    {"folded and nearly", {"one", "FOUR", "thre"}, 3, 1000, VERDICT_NEARLY, 0, 3, true},
    {"one left empty", {"one", NULL, "three"}, 3, 667, VERDICT_PARTLY, 0, 2, true},
    {"one wrong", {"one", "two", "three"}, 3, 667, VERDICT_PARTLY, 0, 2, true},
    {"one of half credit", {"one", "fore", "three"}, 3, 833, VERDICT_PARTLY, 0, 2, true},
    {"none", {"x", "y", "z"}, 3, 0, VERDICT_WRONG, 0, 0, true},
    {"all empty", {NULL, " ", NULL}, 3, 0, VERDICT_WRONG, 0, 0, false},
    {"too few", {"one"}, 1, 333, VERDICT_PARTLY, 0, 1, true},
};

static void fills_gaps(void **state)
{
    const struct cloze_case *c = *state;
    struct arena arena = {0};
    const struct gap gaps[] = {
        {.accepted = cut(&arena, "one")},
        {.accepted = cut(&arena, "four|fore=500")},
        {.accepted = cut(&arena, "three")},
    };
    struct made made = {.question = {.kind = KIND_CLOZE, .typos = -1}};
    made.question.cloze.gaps = gaps;
    made.question.cloze.gap_count = 3;
    make_ask(&made);
    struct answer answer = {.texts = c->texts, .text_count = c->count};
    struct mark mark = mark_answer(&made.ask, &answer, &arena);
    assert_int_equal(mark.credit, c->credit);
    assert_int_equal(mark.verdict, c->verdict);
    assert_int_equal(mark.differs, c->differs);
    assert_int_equal(mark.right, c->right);
    assert_int_equal(mark.parts, 3);
    assert_int_equal(answer_is_complete(&made.ask, &answer), c->is_complete);
    arena_free(&arena);
}

static void one_gap_is_judged_like_a_text(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct gap gap = {.accepted = cut(&arena, "four|fore=500")};
    struct made made = {.question = {.kind = KIND_CLOZE, .typos = -1}};
    made.question.cloze.gaps = &gap;
    made.question.cloze.gap_count = 1;
    make_ask(&made);
    const char *text = "fore";
    struct answer answer = typed(&text);
    struct mark mark = mark_answer(&made.ask, &answer, &arena);
    assert_int_equal(mark.verdict, VERDICT_ACCEPTED);
    assert_int_equal(mark.accepted, 1);
    assert_int_equal(mark.parts, 1);
    arena_free(&arena);
}

static void knows_what_could_be_an_answer(void **state)
{
    (void)state;
    static const char *const paris[] = {"Paris"};
    struct made made = {.question = {.kind = KIND_TEXT, .accepted = TEXTS(paris)}};
    make_ask(&made);
    static const char *const nothing[] = {NULL, "", "  ", "\u200B\n"};
    for (size_t i = 0; i < COUNT(nothing); i++) {
        struct answer answer = typed(&nothing[i]);
        assert_false(answer_is_complete(&made.ask, &answer));
    }
    struct answer answer = typed(paris);
    assert_true(answer_is_complete(&made.ask, &answer));
    assert_false(answer_is_complete(&made.ask, &(struct answer){0}));
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(the_answer_to_another_question_is_no_typo),
        cmocka_unit_test(another_gap_is_no_typo),
        cmocka_unit_test(one_gap_is_judged_like_a_text),
        cmocka_unit_test(knows_what_could_be_an_answer),
    };
    struct CMUnitTest tests[COUNT(cases) + COUNT(clozes) + COUNT(plain)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[count++] =
            (struct CMUnitTest){cases[i].name, is_judged, NULL, NULL, (void *)&cases[i]};
    }
    for (size_t i = 0; i < COUNT(clozes); i++) {
        tests[count++] =
            (struct CMUnitTest){clozes[i].name, fills_gaps, NULL, NULL, (void *)&clozes[i]};
    }
    for (size_t i = 0; i < COUNT(plain); i++)
        tests[count++] = plain[i];
    return cmocka_run_group_tests_name("typed", tests, NULL, NULL);
}
