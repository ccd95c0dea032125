// Lists of pupils as people type, paste and export them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/rng.h"
#include "base/text.h"
#include "formats/pupil_list.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// A text, the names in it with "|" between them, and what is said of it: severity, line,
/// column and the start of the message, one a line.
static const struct row {
    const char *name, *text, *names, *said;
} rows[] = {
    {"nothing", "", "", ""},
    {"blank lines alone", "\n \r\n\t\n", "", ""},
    {"one name a line", "Ada\nBen\nCleo", "Ada|Ben|Cleo", ""},
    {"line ends of Windows and of old Macs", "Ada\r\nBen\rCleo\r\n", "Ada|Ben|Cleo", ""},
    {"blank lines between", "\n\nAda\n\n  \nBen\n\n", "Ada|Ben", ""},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "Ada\nBen",
     "Ada|Ben", ""},
    {"a byte order mark before a header", "\xEF\xBB\xBFName\nAda", "Ada", ""},
    {"blanks around and within", "  Ada \t \n Ben \xC2\xA0 King  ", "Ada|Ben King", ""},
    {"commas", "Ada, Ben,Cleo ,", "Ada|Ben|Cleo", ""},
    {"semicolons", "Ada; Ben;Cleo", "Ada|Ben|Cleo", ""},
    {"tabs", "Ada\tBen\tCleo", "Ada|Ben|Cleo", ""},
    {"several lines of several", "Ada, Ben\nCleo, Dan, Eve\n", "Ada|Ben|Cleo|Dan|Eve", ""},
    {"semicolons before commas", "King, Ada; Lee, Ben", "King, Ada|Lee, Ben", ""},
    {"tabs before semicolons", "King; Ada\tLee; Ben", "King; Ada|Lee; Ben", ""},
    {"quoted fields", "\"King, Ada\",\"Lee, Ben\"", "King, Ada|Lee, Ben", ""},
    {"a quoted comma is no separator", "\"King, Ada\"\n\"Lee; Ben\"", "King, Ada|Lee; Ben", ""},
    {"a quoted semicolon is no separator", "\"King; Ada\",\"Lee; Ben\"", "King; Ada|Lee; Ben",
     ""},
    {"a byte order mark before a quote", "\xEF\xBB\xBF\"King, Ada\",Ben", "King, Ada|Ben", ""},
    {"two lines of two", "Ada, Ben\nCleo, Dan", "Ada|Ben|Cleo|Dan", ""},
    {"quotes in quotes", "\"Bo \"\"Bob\"\" Day\"\nEve", "Bo \"Bob\" Day|Eve", ""},
    {"quotes within a name", "Bo \"Bob\" Day\nEve", "Bo \"Bob\" Day|Eve", ""},
    {"text behind a closed quote", "\"Bo\" Day,Eve", "Bo Day|Eve", ""},
    {"a quote that is not closed", "Ada\n  \"Ben\nCleo", "Ada|Cleo",
     "error 2:3 the quote before this name is not closed: Ben"},
    {"a header", "Name\nAda\nBen", "Ada|Ben", ""},
    {"a header in other words", "STUDENT NAME\nAda", "Ada", ""},
    {"a header and nothing", "Name", "", ""},
    {"two columns", "First name,Last name\nAda,King\nBen,Lee\n", "Ada King|Ben Lee", ""},
    {"two columns the other way round", "Surname;Forename\nKing;Ada\n", "Ada King", ""},
    {"columns in German", "Name;Vorname\nKing;Ada\nLee;", "Ada King|Lee", ""},
    {"columns in French", "Pr\xC3\xA9nom;Nom\nAda;King", "Ada King", ""},
    {"a column among others", "No.,Name,Email\n1,Ada,a@x.org\n2,Ben,b@x.org", "Ada|Ben", ""},
    {"a row without a name", "No.,Name\n1,Ada\n2,\n3,Cleo", "Ada|Cleo",
     "error 3:1 is no name and is left out"},
    {"a short row", "No.,Name\n1\n2,Ben", "Ben", "error 2:1 is no name"},
    {"numbers before names", "1. Ada\n2) Ben\n10.Cleo", "Ada|Ben|Cleo", ""},
    {"bullets", "- Ada\n* Ben\n\xE2\x80\xA2 Cleo", "Ada|Ben|Cleo", ""},
    {"a column of numbers", "1,Ada\n2,Ben", "Ada|Ben", ""},
    {"numbers for names", "1\n2\n3", "1|2|3", ""},
    {"numbers for names in a row", "1,2,3", "1|2|3", ""},
    {"two names of each in a table", "King\tAda\nLee\tBen\nDay\tCleo",
     "King Ada|Lee Ben|Day Cleo", "warning 1:1 each line has two names"},
    {"with numbers too", "1,King,Ada\n2,Lee,Ben\n3,Day,Cleo", "King Ada|Lee Ben|Day Cleo",
     "warning 1:1 each line has two names"},
    {"not each line has two", "Ada,Ben\nCleo,Dan\nEve", "Ada|Ben|Cleo|Dan|Eve", ""},
    {"the same name twice", "Anna\nBen\nanna\nAnna (2)\nAnna",
     "Anna|Ben|anna (2)|Anna (2) (2)|Anna (3)",
     "warning 3:1 is there already, so this one becomes: anna (2)\n"
     "warning 4:1 is there already\nwarning 5:1 is there already, so this one becomes: Anna "
     "(3)"},
    {"what is no name", "Ada\n---\nBen", "Ada|Ben",
     "error 2:1 is no name and is left out: ---"},
    {"hidden characters",
     "A\xE2\x80\x8B"
     "da\n\xE2\x80\xAE"
     "Ben\x1B",
     "Ada|Ben", ""},
    {"other scripts", "\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0\n\xE6\x9D\x8E",
     "\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0|\xE6\x9D\x8E", ""},
    {"Windows-1252", "J\xFCrgen\nZo\xEB\n\x8Aimon \x96 A",
     "J\xC3\xBCrgen|Zo\xC3\xAB|\xC5\xA0imon \xE2\x80\x93 A",
     "warning 0:0 is not UTF-8 and was read as Windows-1252"},
    {"UTF-16",
     "\xFF\xFE"
     "A",
     "", "error 0:0 is UTF-16; save it as UTF-8"},
    {"columns are characters", "J\xC3\xBCrgen, J\xC3\xBCrgen",
     "J\xC3\xBCrgen|J\xC3\xBCrgen (2)", "warning 1:9 is there already"},
};

static void assert_said(const struct diags *diags, const char *said)
{
    size_t i = 0;
    for (; *said; i++) {
        size_t len = strcspn(said, "\n");
        char line[300];
        assert_true(i < diags->count);
        const struct diag *diag = &diags->items[i];
        snprintf(line, sizeof line, "%s %d:%d %s",
                 diag->severity == DIAG_ERROR ? "error" : "warning", diag->place.line,
                 diag->place.column, diag->message);
        line[len < sizeof line ? len : sizeof line - 1] = '\0';
        assert_memory_equal(line, said, len);
        said += len + (said[len] == '\n');
    }
    assert_int_equal(diags->count, i);
}

static void reads(void **state)
{
    const struct row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf names = {0};
    struct pupil_list list =
        pupil_list_read("list", row->text, strlen(row->text), &arena, &diags);
    for (int i = 0; i < list.count; i++) {
        buf_text(&names, i ? "|" : "");
        buf_text(&names, list.names[i]);
    }
    assert_string_equal(names.data ? names.data : "", row->names);
    assert_said(&diags, row->said);
    buf_free(&names);
    arena_free(&arena);
}

static void a_name_has_to_fit(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    char text[2 * PUPIL_NAME_BYTES + 8] = "";
    memset(text, 'a', PUPIL_NAME_BYTES - 1);
    text[PUPIL_NAME_BYTES - 1] = '\n';
    memset(text + PUPIL_NAME_BYTES, 'b', PUPIL_NAME_BYTES);
    struct pupil_list list = pupil_list_read("list", text, strlen(text), &arena, &diags);
    assert_int_equal(list.count, 1);
    assert_int_equal(strlen(list.names[0]), PUPIL_NAME_BYTES - 1);
    assert_int_equal(diags.errors, 1);
    assert_int_equal(diags.items[0].place.line, 2);
    arena_free(&arena);
}

static void a_class_has_an_end(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf text = {0};
    for (int i = 0; i < PUPILS_MOST + 100; i++)
        buf_printf(&text, "Pupil %d\n", i);
    struct pupil_list list = pupil_list_read("list", text.data, text.len, &arena, &diags);
    assert_int_equal(list.count, PUPILS_MOST);
    assert_string_equal(list.names[PUPILS_MOST - 1], "Pupil 199");
    assert_int_equal(diags.errors, 1);
    assert_int_equal(diags.items[0].place.line, PUPILS_MOST + 1);
    buf_free(&text);
    arena_free(&arena);
}

/// Bytes of any kind, and those that mean something more often than others.
static void garbage(struct rng *rng, char *text, size_t len)
{
    static const char signs[] = "\"\"\",;\t\n\r 1.-\xC3\xBC\xEF\xBB\xBF\xE2\x80\x8B\0aN";
    for (size_t i = 0; i < len; i++) {
        text[i] =
            rng_below(rng, 4) ? signs[rng_below(rng, sizeof signs)] : (char)rng_below(rng, 256);
    }
}

static void garbage_gives_names_or_none(void **state)
{
    (void)state;
    struct rng rng = rng_seed(5);
    for (int i = 0; i < 20000; i++) {
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        size_t len = rng_below(&rng, 200);
        char *text = malloc(len + 1); // so that a byte too far is found
        assert_non_null(text);
        garbage(&rng, text, len);
        struct pupil_list list = pupil_list_read("list", text, len, &arena, &diags);
        assert_in_range(list.count, 0, PUPILS_MOST);
        for (int k = 0; k < list.count; k++) {
            size_t bytes = strlen(list.names[k]);
            assert_in_range(bytes, 1, PUPIL_NAME_BYTES - 1);
            assert_true(text_is_utf8(list.names[k], bytes, NULL));
            assert_null(strpbrk(list.names[k], "\n\r\t"));
            for (int other = 0; other < k; other++)
                assert_string_not_equal(list.names[k], list.names[other]);
        }
        free(text);
        arena_free(&arena);
    }
}

static void a_single_name_is_cleaned(void **state)
{
    (void)state;
    struct arena arena = {0};
    char longest[PUPIL_NAME_BYTES + 1] = "";
    memset(longest, 'a', PUPIL_NAME_BYTES);
    assert_string_equal(pupil_list_name("  8b\t\x1B\xE2\x80\xAE 2 ", &arena), "8b 2");
    assert_null(pupil_list_name(" --- ", &arena));
    assert_null(pupil_list_name("", &arena));
    assert_null(pupil_list_name(longest, &arena));
    assert_non_null(pupil_list_name(longest + 1, &arena));
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(rows) + 4] = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = reads;
        tests[i].initial_state = (void *)&rows[i];
    }
    tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(a_name_has_to_fit);
    tests[COUNT(rows) + 1] = (struct CMUnitTest)cmocka_unit_test(a_class_has_an_end);
    tests[COUNT(rows) + 2] = (struct CMUnitTest)cmocka_unit_test(garbage_gives_names_or_none);
    tests[COUNT(rows) + 3] = (struct CMUnitTest)cmocka_unit_test(a_single_name_is_cleaned);
    return cmocka_run_group_tests_name("pupil_list", tests, NULL, NULL);
}
