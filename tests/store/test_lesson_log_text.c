#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/lesson_log_text.h"

static void garbage_is_no_lesson(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "[]",
        "{}",
        "{\"mode\":\"turns\"}",
        "{\"mode\":\"turns\",\"seed\":\"1\",\"teams\":[],\"pupils\":[],\"banks\":[\"b\"],"
        "\"questions\":[[0,\"a\",\"b\"]]}",
        "{\"mode\":\"hands\",\"seed\":\"1\",\"teams\":[],\"pupils\":[],\"banks\":[],"
        "\"questions\":[[0,\"a\",\"b\"]]}",
        "{\"mode\":\"board\",\"seed\":\"1\",\"columns\":2,\"rows\":2,\"teams\":[{\"name\":"
        "\"a\"},{\"name\":\"b\"}],\"topics\":[\"x\",\"y\"],\"banks\":[\"b\"],"
        "\"questions\":[[0,\"a\",\"b\"]]}"};
    struct arena arena = {0};
    struct lesson_start start;
    struct contest_event event;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_false(lesson_start_read(texts[i], &arena, &start));
        assert_false(lesson_event_read(texts[i], 0, &arena, &event));
    }
    assert_false(lesson_start_read(NULL, &arena, &start));
    assert_false(lesson_event_read("{\"t\":1,\"do\":\"pressed\",\"presses\":[[9,1]]}", 0,
                                   &arena, &event));
    assert_true(lesson_event_read("{\"t\":1,\"do\":\"go\"}", 5, &arena, &event));
    assert_int_equal(event.at_ms, 6);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(garbage_is_no_lesson)};
    return cmocka_run_group_tests_name("lesson_log_text", tests, NULL, NULL);
}
