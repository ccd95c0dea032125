// How files of reports are called, and whose they are.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/report_file.h"

static void a_report_is_known_by_its_name(void **state)
{
    static const struct {
        const char *class_name, *file_name;
        bool is_of;
    } cases[] = {
        {"8b", "8b-1-2026-01-08.html", true},
        {"8b", "8b-12-2026-01-08.csv", true},
        {"8b", "8b-all-2026-01-08.csv", true},
        {"8b/\303\266", "8b-\303\266-2-2026-01-12.html", true},
        {"8b", "8b-2-1-2026-01-08.csv", false}, // of the class 8b-2
        {"8", "8b-1-2026-01-08.csv", false},
        {"8b", "18b-1-2026-01-08.csv", false},
        {"8b", "8b-1-2026-01-08.txt", false},
        {"8b", "8b-1-2026-13-08.csv", false},
        {"8b", "8b-1-2026-01-08", false},
        {"8b", "8b-1-2026.csv", false},
        {"8b", "8b--2026-01-08.csv", false},
        {"8b", "8b-1-", false},
        {"8b", "8b", false},
        {"8b", "", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (report_file_is_of(cases[i].file_name, cases[i].class_name) != cases[i].is_of)
            fail_msg("%s of %s", cases[i].file_name, cases[i].class_name);
    }
}

static void what_is_saved_is_known_again(void **state)
{
    static const char *const names[] = {"8b", "all", "8-1", "10c, biology", "\303\266../x"};
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (int lesson = 0; lesson < 20; lesson += 7) {
            const char *name = report_file_name(names[i], lesson, "2026-01-08", &arena);
            assert_true(report_file_is_of(arena_printf(&arena, "%s.csv", name), names[i]));
            for (const char *at = name; *at; at++)
                assert_int_not_equal(*at, '/');
        }
    }
    assert_string_equal(report_file_name("8b", 3, "2026-01-08", &arena), "8b-3-2026-01-08");
    assert_string_equal(report_file_folder("/d/quartet.db", &arena), "/d/reports");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_known_by_its_name),
        cmocka_unit_test(what_is_saved_is_known_again),
    };
    return cmocka_run_group_tests_name("report_file", tests, NULL, NULL);
}
