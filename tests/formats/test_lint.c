// Each rule finds what it is for, not the nearest thing that is fine, and nothing in a question
// that switches it off.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/bank.h"
#include "formats/lint.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// Questions, a line each. At each "@" a question can say that the rule is off; "^" stands
/// before the place of what is found first.
static const struct lint_case {
    enum lint_rule rule;
    int found;
    const char *name, *questions;
    const char *words; // in what is said of it; NULL: not asked
    const char *head;  // of the bank; NULL: none
} cases[] = {
    {LINT_NO_RIGHT_ANSWER, 1, "half right at best",
     "{@\"question\":\"q\",\"answer\":^[{\"text\":\"a\",\"credit\":0.5}]}", "full credit",
     NULL},
    {LINT_NO_RIGHT_ANSWER, 0, "one that is right",
     "{\"question\":\"q\",\"answer\":[{\"text\":\"a\",\"credit\":0.5},\"b\"]}", NULL, NULL},

    {LINT_EQUAL_CHOICES, 1, "answers that take the same",
     "{@\"question\":\"q\",\"answer\":[\"caf\u00E9\",\"b\",^\"Cafe\u0301\"]}", "is taken where",
     NULL},
    {LINT_EQUAL_CHOICES, 1, "right sides of pairs",
     "{@\"question\":\"q\",\"pairs\":[[\"a\",\"1\"],[\"b\",^\"1\"]]}", NULL, NULL},
    {LINT_EQUAL_CHOICES, 0, "answers with other letters",
     "{\"question\":\"q\",\"answer\":[\"caf\u00E9\",\"cafes\"]}", NULL, NULL},
    {LINT_EQUAL_CHOICES, 0, "case counts",
     "{\"question\":\"q\",\"exact\":true,\"answer\":[\"Co\",\"CO\"]}", NULL, NULL},

    {LINT_RIGHT_AND_WRONG, 1, "an extra side that is right",
     "{@\"question\":\"q\",\"pairs\":[[\"a\",\"1\"],[\"b\",\"2\"]],\"extra\":[^\"1\"]}", NULL,
     NULL},
    {LINT_RIGHT_AND_WRONG, 0, "an extra side that is not",
     "{\"question\":\"q\",\"pairs\":[[\"a\",\"1\"],[\"b\",\"2\"]],\"extra\":[\"3\"]}", NULL,
     NULL},

    {LINT_LOOK_ALIKE, 1, "a Cyrillic letter",
     "{@\"question\":\"q\",\"answer\":\"P^\u0430ris\",\"wrong\":[\"Lyon\"]}", "U+0430", NULL},
    {LINT_LOOK_ALIKE, 1, "a Latin letter",
     "{@\"question\":\"q\",\"answer\":\"\u041C\u043E\u0441\u043A\u0432^a\"}", "U+0061", NULL},
    {LINT_LOOK_ALIKE, 1, "two choices, said once",
     "{@\"question\":\"q\",\"answer\":\"Paris\",\"wrong\":[^\"\u0420aris\"]}", "looks like",
     NULL},
    {LINT_LOOK_ALIKE, 0, "two languages, a symbol, a formula",
     "{\"question\":\"\u041C\u043E\u0441\u043A\u0432\u0430 is Moscow. 5 k\u03A9. p = \u03C1gh. "
     "\u03B1-decay\",\"answer\":true}",
     NULL, NULL},

    {LINT_BLANK_BEFORE_COMMA, 1, "in a question",
     "{@\"question\":\"In Oslo^  , where?\",\"answer\":true}", "Remove it", NULL},
    {LINT_BLANK_BEFORE_COMMA, 1, "in a choice, behind a letter that is not ASCII",
     "{@\"question\":\"q\",\"answer\":\"a\",\"wrong\":[{\"text\":\"caf\u00E9^ , tea\"}]}", NULL,
     NULL},
    {LINT_BLANK_BEFORE_COMMA, 0, "signs, code, a comment",
     "{\"question\":\"a, b,c ,d [ , ; , , 1,5 ,\",\"answer\":true,\"comment\":\"a , b\"}", NULL,
     NULL},

    {LINT_TEX, 1, "a formula between dollars",
     "{@\"question\":\"What is ^$\\\\frac{1}{2}$?\",\"answer\":true}", "$\\frac{1}{2}$", NULL},
    {LINT_TEX, 1, "a command, in a choice",
     "{@\"question\":\"q\",\"answer\":\"a\",\"wrong\":[\"2 ^\\\\times 3\"]}", "Write ×", NULL},
    {LINT_TEX, 0, "prices, paths, words, a comment",
     "{\"question\":\"$5 or $10_? C:\\\\pi \\\\\\\\srv\\\\pi \\\\today $5-$6\",\"answer\":true,"
     "\"comment\":\"\\\\pi\"}",
     NULL, NULL},

    {LINT_INVISIBLE, 1, "a zero-width space",
     "{@\"question\":\"q\",\"answer\":\"Pa^\\u200bris\"}", "zero-width space", NULL},
    {LINT_INVISIBLE, 1, "in a tag",
     "{@\"question\":\"q\",\"answer\":true,\"tags\":[\"a^\u200B\"]}", NULL, NULL},
    {LINT_INVISIBLE, 0, "a family, Persian, a soft hyphen, a comment",
     "{\"question\":\"\U0001F468\u200D\U0001F469 "
     "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 "
     "Zu\u00ADsatz\",\"answer\":true,\"comment\":\"a\u200Bb\"}",
     NULL, NULL},

    {LINT_LONGEST_ANSWER, 1, "four of four",
     "{@\"question\":\"q1\",\"answer\":^\"long\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q2\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q3\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q4\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"c\"]}",
     "in 4 of 4", NULL},
    {LINT_LONGEST_ANSWER, 0, "three of three may be chance",
     "{\"question\":\"q1\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q2\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q3\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"c\"]}",
     NULL, NULL},
    {LINT_LONGEST_ANSWER, 0, "as long as another is not the longest",
     "{\"question\":\"q1\",\"answer\":\"long\",\"wrong\":[\"aaaa\",\"b\",\"c\"]},\n"
     "{\"question\":\"q2\",\"answer\":\"long\",\"wrong\":[\"a\",\"bbbb\",\"c\"]},\n"
     "{\"question\":\"q3\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"cccc\"]},\n"
     "{\"question\":\"q4\",\"answer\":\"long\",\"wrong\":[\"a\",\"b\",\"dddd\"]}",
     NULL, NULL},

    {LINT_FIRST_ANSWER, 1, "four that stay in place",
     "{@\"question\":\"q1\",\"shuffle\":^false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]},"
     "\n"
     "{\"question\":\"q2\",\"shuffle\":false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q3\",\"shuffle\":false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q4\",\"shuffle\":false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]}",
     "all 4 questions", NULL},
    {LINT_FIRST_ANSWER, 0, "three that stay, one that does not",
     "{\"question\":\"q1\",\"shuffle\":false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q2\",\"shuffle\":false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q3\",\"shuffle\":false,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]},\n"
     "{\"question\":\"q4\",\"shuffle\":true,\"answer\":\"x\",\"wrong\":[\"a\",\"b\",\"c\"]}",
     NULL, NULL},

    {LINT_ALL_OF_THE_ABOVE, 2, "all of the above",
     "{@\"question\":\"q\",\"answer\":^\"All of the above.\",\"wrong\":[\"a\",\"none  of "
     "these\"]}",
     "change places", NULL},
    {LINT_ALL_OF_THE_ABOVE, 1, "in German, in an object",
     "{@\"question\":\"q\",\"answer\":\"a\",\"wrong\":[{\"text\":^\"Keine der genannten\"}]}",
     NULL, NULL},
    {LINT_ALL_OF_THE_ABOVE, 0, "something that is above",
     "{\"question\":\"q\",\"answer\":\"All of the above-ground parts\",\"wrong\":[\"the "
     "roots\"]}",
     NULL, NULL},

    {LINT_ABSOLUTE_WORD, 1, "a statement",
     "{@\"question\":\"Swans are ^always white.\",\"answer\":false}", "\"always\"", NULL},
    {LINT_ABSOLUTE_WORD, 1, "a wrong choice",
     "{@\"question\":\"q\",\"answer\":\"It may melt\",\"wrong\":[\"It can ^NEVER melt\"]}",
     "\"NEVER\"", NULL},
    {LINT_ABSOLUTE_WORD, 1, "a German bank",
     "{@\"question\":\"Schw\u00E4ne sind ^immer wei\u00DF.\",\"answer\":false}", "\"immer\"",
     "\"language\":\"de-AT\","},
    {LINT_ABSOLUTE_WORD, 0, "a title, what is quoted, what is less than always, a longer word",
     "{\"question\":\"Never Let Me Go is by Ishiguro.\",\"answer\":true},\n"
     "{\"question\":\"Poe's raven says \\\"never more\\\".\",\"answer\":false},\n"
     "{\"question\":\"It is not always so, nor almost always.\",\"answer\":false},\n"
     "{\"question\":\"Nevertheless it is so.\",\"answer\":false}",
     NULL, NULL},
    {LINT_ABSOLUTE_WORD, 0, "choices of how often, and a word on both sides",
     "{\"question\":\"How "
     "often?\",\"answer\":\"Never\",\"wrong\":[\"Sometimes\",\"Always\"]},\n"
     "{\"question\":\"q\",\"answer\":\"always up\",\"wrong\":[\"always down\"]},\n"
     "{\"question\":\"Which always floats?\",\"answer\":\"oil\",\"wrong\":[\"iron\"]}",
     NULL, NULL},

    {LINT_UNDATED, 1, "currently",
     "{@\"question\":\"Who ^currently leads?\",\"answer\":\"Rutte\"}", "\"currently\"", NULL},
    {LINT_UNDATED, 1, "this year, over two blanks, in an explanation",
     "{@\"question\":\"q\",\"answer\":true,\"explanation\":\"It won ^this  year.\"}",
     "\"this  year\"", NULL},
    {LINT_UNDATED, 1, "German, with an ending",
     "{@\"front\":\"Wer ist der ^derzeitige Papst?\",\"back\":\"Leo\"}", "derzeitige",
     "\"language\":\"de\","},
    {LINT_UNDATED, 0, "a year, in what is asked or beside it",
     "{\"question\":\"Who led in 2024, and leads now?\",\"answer\":\"a\","
     "\"explanation\":\"He does today.\"},\n"
     "{\"question\":\"q\",\"answer\":true,\"explanation\":\"Since 1999 it is so today.\"}",
     NULL, NULL},
    {LINT_UNDATED, 0, "electric current, now and then, snow, a show",
     "{\"question\":\"Does a current flow now and then, in snow, and on the show Today?\","
     "\"answer\":true}",
     NULL, NULL},

    {LINT_ASKED_TWICE, 1, "with another id and punctuation",
     "{\"id\":\"a\",\"question\":\"Capital of France?\",\"answer\":\"Paris\"},\n"
     "^{@\"id\":\"b\",\"question\":\"capital of "
     "france\",\"answer\":\"Paris\",\"wrong\":[\"x\"]}",
     "line 2:1", NULL},
    {LINT_ASKED_TWICE, 1, "with another answer",
     "{\"question\":\"Capital of Bolivia?\",\"answer\":\"Sucre\"},\n"
     "^{@\"question\":\"Capital of Bolivia?\",\"answer\":\"La Paz\"}",
     "another answer", NULL},
    {LINT_ASKED_TWICE, 1, "found when it is read, said once",
     "{\"question\":\"Capital of Peru?\",\"answer\":\"Lima\"},\n"
     "^{@\"question\":\"Capital of Peru?\",\"answer\":\"Lima\"}",
     "give each an \"id\"", NULL},
    {LINT_ASKED_TWICE, 0, "another picture, other pairs, other choices",
     "{\"id\":\"1\",\"question\":\"Which flag?\",\"answer\":\"a\",\"image\":\"a.png\"},\n"
     "{\"id\":\"2\",\"question\":\"Which flag?\",\"answer\":\"a\",\"image\":\"b.png\"},\n"
     "{\"id\":\"3\",\"question\":\"Match.\",\"pairs\":[[\"a\",\"1\"],[\"b\",\"2\"]]},\n"
     "{\"id\":\"4\",\"question\":\"Match.\",\"pairs\":[[\"a\",\"2\"],[\"b\",\"1\"]]},\n"
     "{\"id\":\"5\",\"question\":\"Which is prime?\",\"answer\":\"5\",\"wrong\":[\"4\"]},\n"
     "{\"id\":\"6\",\"question\":\"Which is prime?\",\"answer\":\"7\",\"wrong\":[\"9\"]}",
     NULL, NULL},

    {LINT_NO_EXPLANATION, 2, "one without, one with a blank one",
     "^{@\"question\":\"q1\",\"answer\":true},\n"
     "{@\"question\":\"q2\",\"answer\":true,\"explanation\":\" \"},\n"
     "{\"question\":\"q3\",\"answer\":true,\"explanation\":\"x\"}",
     "nothing says why", NULL},
    {LINT_NO_EXPLANATION, 1, "none with one but a card, said once",
     "^{@\"question\":\"q1\",\"answer\":true},\n{@\"question\":\"q2\",\"answer\":true},\n"
     "{\"front\":\"q3\",\"back\":\"a\"}",
     "no question says why", NULL},
    {LINT_NO_EXPLANATION, 0, "a card, and each wrong choice explained",
     "{\"front\":\"q1\",\"back\":\"a\"},\n"
     "{\"question\":\"q2\",\"answer\":\"a\",\"wrong\":[{\"text\":\"b\",\"why\":\"c\"}]}",
     NULL, NULL},

    {LINT_NO_SOURCE, 1, "one without",
     "^{@\"question\":\"q1\",\"answer\":true},\n"
     "{\"question\":\"q2\",\"answer\":true,\"source\":\"x\"}",
     "nothing says where", NULL},
    {LINT_NO_SOURCE, 1, "none with one, said once",
     "^{@\"question\":\"q1\",\"answer\":true},\n{@\"question\":\"q2\",\"answer\":true}",
     "no question says where", NULL},
    {LINT_NO_SOURCE, 0, "that of the bank", "{\"question\":\"q\",\"answer\":true}", NULL,
     "\"source\":{\"url\":\"https://example.org\"},"},

    {LINT_MISSING_FILE, 3, "a picture, one of a choice, a sound",
     "{@\"question\":\"q\",\"answer\":{\"text\":\"a\",\"image\":^\"b.png\"},\"wrong\":[\"c\"],"
     "\"image\":\"There.png\",\"sound\":\"d.ogg\"}",
     "\"b.png\"", NULL},
    {LINT_MISSING_FILE, 0, "one that is there",
     "{\"question\":\"q\",\"answer\":true,\"image\":\"there.png\"}", NULL, NULL},

    {LINT_NO_ALT_TEXT, 1, "a picture without words",
     "{@\"question\":\"q\",\"answer\":true,\"image\":^\"there.png\"}", "imageAlt", NULL},
    {LINT_NO_ALT_TEXT, 0, "with words; a sound",
     "{\"question\":\"q\",\"answer\":true,\"image\":\"there.png\",\"imageAlt\":\"a map\"},\n"
     "{\"question\":\"p\",\"answer\":true,\"sound\":\"a.ogg\"}",
     NULL, NULL},

    {LINT_LONELY_TAG, 1, "a typo",
     "{\"question\":\"q1\",\"answer\":true,\"tags\":[\"History\"]},\n"
     "{@\"question\":\"q2\",\"answer\":true,\"tags\":[\"x\",^\"Histroy\"]},\n"
     "{\"question\":\"q3\",\"answer\":true,\"tags\":[\"History\"]}",
     "\"History\" more than once", NULL},
    {LINT_LONELY_TAG, 1, "accents and hyphens, both once",
     "{\"question\":\"q1\",\"answer\":true,\"tags\":[\"World-War\"]},\n"
     "{@\"question\":\"q2\",\"answer\":true,\"tags\":[^\"Wor\u013Ad war\"]}",
     "is there too", NULL},
    {LINT_LONELY_TAG, 5, "an edit in each place: of both halves, in the middle, at the ends",
     "{\"question\":\"q1\",\"answer\":true,\"tags\":[\"Geology\",\"Physics\",\"Algebra\","
     "\"Writers\",\"Culture\"]},\n"
     "{\"question\":\"q2\",\"answer\":true,\"tags\":[\"Geology\",\"Physics\",\"Algebra\","
     "\"Writers\",\"Culture\"]},\n"
     "{@\"question\":\"q3\",\"answer\":true,\"tags\":[^\"Gealogy\",\"Physic\",\"Allgebra\","
     "\"Wrtiers\",\"Culutre\"]}",
     "\"Geology\" more than once", NULL},
    {LINT_LONELY_TAG, 0, "other numbers, short words, used twice",
     "{\"question\":\"q1\",\"answer\":true,\"tags\":[\"19th century\",\"Mars\",\"planet\"]},\n"
     "{\"question\":\"q2\",\"answer\":true,\"tags\":[\"20th century\",\"Marx\",\"planets\"]},\n"
     "{\"question\":\"q3\",\"answer\":true,\"tags\":[\"planets\",\"planet\"]}",
     NULL, NULL},

    {LINT_UNKNOWN_RULE, 1, "a name that is none",
     "{@\"x-lint-off\":[^\"no-sorce\"],\"question\":\"q\",\"answer\":true}",
     "Did you mean \"no-source\"?", NULL},
    {LINT_UNKNOWN_RULE, 1, "no list",
     "{\"x-lint-off\":^true,\"question\":\"q\",\"answer\":true}", "Write a list", NULL},
    {LINT_UNKNOWN_RULE, 0, "names of rules", "{\"question\":\"q\",\"answer\":true}", NULL,
     "\"x-lint-off\":[\"undated\",\"no-source\"],"},
};

struct reading {
    struct arena arena;
    struct diags wrong, bad;
    const struct bank *bank;
};

static bool has_file(void *owner, const char *bank, const char *path)
{
    (void)owner;
    return strcmp(bank, "t.json") == 0 && strcmp(path, "there.png") == 0;
}

static void read_bank(struct reading *r, struct lint *lint, const char *file, const char *text)
{
    *r = (struct reading){0};
    r->wrong.arena = r->bad.arena = &r->arena;
    lint->diags = &r->bad;
    r->bank = native_read_lint(file, text, strlen(text), &r->arena, &r->wrong, lint);
}

enum where { OFF_NOWHERE, OFF_IN_QUESTIONS, OFF_IN_BANK };

/// The bank of a case, with its rule switched off or not. Returns the marked place in it.
static struct place make_bank(struct buf *text, const struct lint_case *c, enum where where)
{
    struct place place = {0};
    int line = 2, column = 1;
    char off[80];
    snprintf(off, sizeof off, "\"x-lint-off\":[\"%s\"],", lint_rows[c->rule].name);
    buf_printf(text, "{%s\"format\":\"quizbank/1\",\"title\":\"T\",%s\"questions\":[\n",
               where == OFF_IN_BANK ? off : "", c->head ? c->head : "");
    for (const char *p = c->questions; *p; p++) {
        if (*p == '@') {
            buf_text(text, where == OFF_IN_QUESTIONS ? off : "");
            continue;
        }
        if (*p == '^') {
            place = (struct place){.line = line, .column = column};
            continue;
        }
        buf_byte(text, *p);
        bool ends_line = *p == '\n';
        line += ends_line;
        column = ends_line ? 1 : column + (((unsigned char)*p & 0xC0) != 0x80);
    }
    buf_text(text, "\n]}\n");
    return place;
}

/// Counts what is said of `rule`; the first of it goes to `*first`.
static int count_said(const struct reading *r, enum lint_rule rule, const struct diag **first)
{
    const struct diags *both[] = {&r->wrong, &r->bad};
    int count = 0;
    for (int i = 0; i < 2; i++) {
        for (size_t k = 0; k < both[i]->count; k++) {
            const struct diag *diag = &both[i]->items[k];
            if (!diag->rule || strcmp(diag->rule, lint_rows[rule].name) != 0)
                continue;
            if (!count++)
                *first = diag;
        }
    }
    return count;
}

static void check_case(const struct lint_case *c, enum where where)
{
    struct lint lint = {.wanted = LINT_ALL, .has_file = has_file};
    struct reading r;
    struct buf text = {0};
    struct place place = make_bank(&text, c, where);
    read_bank(&r, &lint, "t.json", text.data);
    assert_non_null(r.bank);
    assert_int_equal(r.wrong.errors, 0);
    assert_int_equal(r.bad.errors, 0);
    const struct diag *first = NULL;
    assert_int_equal(count_said(&r, c->rule, &first), where == OFF_NOWHERE ? c->found : 0);
    if (where == OFF_NOWHERE && c->found) {
        assert_int_equal(first->place.line, place.line);
        assert_int_equal(first->place.column, place.column);
        assert_true(!c->words || strstr(first->message, c->words));
    }
    arena_free(&r.arena);
    lint_free(&lint);
    buf_free(&text);
}

static void finds_it(void **state)
{
    const struct lint_case *c = *state;
    check_case(c, OFF_NOWHERE);
    // What is said of the list itself cannot be switched off by it.
    bool is_list = c->rule == LINT_UNKNOWN_RULE;
    if (c->found && strchr(c->questions, '@') && !is_list)
        check_case(c, OFF_IN_QUESTIONS);
    if (c->found && !is_list)
        check_case(c, OFF_IN_BANK);
}

static void has_all_rules(void **state)
{
    (void)state;
    for (int i = 0; i < LINT_RULES; i++) {
        bool is_found = false, is_spared = false;
        for (size_t k = 0; k < COUNT(cases); k++) {
            if ((int)cases[k].rule != i)
                continue;
            is_found = is_found || cases[k].found;
            is_spared = is_spared || !cases[k].found;
        }
        assert_true(is_found && is_spared);
        assert_true(lint_rows[i].name && lint_rows[i].reason && lint_rows[i].example);
        assert_int_equal(lint_find(lint_rows[i].name, strlen(lint_rows[i].name)), i);
    }
    assert_int_equal(lint_find("no", 2), LINT_RULES);
}

static void finds_nothing_that_is_not_wanted(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lint lint = {.wanted = LINT_ALL & ~LINT_BIT(cases[i].rule),
                            .has_file = has_file};
        struct reading r;
        struct buf text = {0};
        make_bank(&text, &cases[i], OFF_NOWHERE);
        read_bank(&r, &lint, "t.json", text.data);
        for (size_t k = 0; k < r.bad.count; k++)
            assert_string_not_equal(r.bad.items[k].rule, lint_rows[cases[i].rule].name);
        arena_free(&r.arena);
        lint_free(&lint);
        buf_free(&text);
    }
}

#define BANK(id, language, text)                                                               \
    "{\"format\":\"quizbank/1\",\"title\":\"T\",\"id\":\"" id "\",\"language\":\"" language    \
    "\",\"questions\":[\n{\"question\":\"" text "\",\"answer\":\"Nil\"}]}"

// Also across banks, but not in a copy, of which only one is played, nor in a translation.
static void compares_banks(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        int found;
    } banks[] = {
        {BANK("one", "en", "Longest river?"), 0},   {BANK("two", "en", "longest river"), 1},
        {BANK("one", "en", "Longest river?"), 0},   {BANK("three", "de", "Longest river?"), 0},
        {BANK("four", "en", "Shortest river?"), 0},
    };

    struct lint lint = {.wanted = LINT_BIT(LINT_ASKED_TWICE)};
    for (size_t i = 0; i < COUNT(banks); i++) {
        char file[20];
        snprintf(file, sizeof file, "%zu.json", i);
        struct reading r;
        read_bank(&r, &lint, file, banks[i].text);
        const struct diag *first = NULL;
        assert_int_equal(count_said(&r, LINT_ASKED_TWICE, &first), banks[i].found);
        assert_true(!first || strstr(first->message, "is at 0.json:2:1"));
        arena_free(&r.arena);
    }
    lint_free(&lint);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases) + 3] = {0};
    char names[COUNT(cases)][120];
    for (size_t i = 0; i < COUNT(cases); i++) {
        snprintf(names[i], sizeof names[i], "%s: %s", lint_rows[cases[i].rule].name,
                 cases[i].name);
        tests[i].name = names[i];
        tests[i].test_func = finds_it;
        tests[i].initial_state = (void *)&cases[i];
    }
    tests[COUNT(cases)] = (struct CMUnitTest)cmocka_unit_test(has_all_rules);
    tests[COUNT(cases) + 1] =
        (struct CMUnitTest)cmocka_unit_test(finds_nothing_that_is_not_wanted);
    tests[COUNT(cases) + 2] = (struct CMUnitTest)cmocka_unit_test(compares_banks);
    return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
