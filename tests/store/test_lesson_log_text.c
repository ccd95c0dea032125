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

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct quiz_item items[] = {{.bank = "b", .key = "k", .hash = "h"}};
    struct lesson_start start = {
        .rules = {.mode = CONTEST_TURNS, .team_count = 2, .keeps_more_time = true},
        .teams = {{.name = "Owls", .buzzer = 'q'}, {.name = "Foxes", .mark = 1}},
        .items = items,
        .count = 1};
    const char *text = lesson_start_text(&start, &arena);
    struct lesson_start read;
    assert_true(lesson_start_read(text, &arena, &read));
    assert_true(read.rules.keeps_more_time);
    assert_int_equal(read.rules.buzzers[0], 'q');
    const struct contest_event bind = {
        .type = CONTEST_BIND, .at_ms = 7, .team = 1, .buzzer = BUZZER_PADS + 2};
    struct contest_event event;
    text = lesson_event_text(&(struct lesson_told){.event = &bind, .t_ms = 7}, &arena);
    assert_true(lesson_event_read(text, 0, &arena, &event));
    assert_int_equal(event.type, CONTEST_BIND);
    assert_int_equal(event.team, 1);
    assert_int_equal(event.buzzer, BUZZER_PADS + 2);
    arena_free(&arena);
}

static void what_was_written_before_is_read(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct lesson_start start;
    assert_true(lesson_start_read(
        "{\"mode\":\"buzz\",\"seed\":\"1\",\"limit_ms\":20000,\"teams\":[{\"name\":\"a\","
        "\"buzzer\":113},{\"name\":\"b\"}],\"pupils\":[],\"topics\":[],\"banks\":[\"b\"],"
        "\"questions\":[[0,\"a\",\"b\"]]}",
        &arena, &start));
    assert_false(start.rules.keeps_more_time); // its clocks went so
    assert_int_equal(start.rules.buzzers[0], 'q');
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(garbage_is_no_lesson),
                                       cmocka_unit_test(what_is_written_is_read),
                                       cmocka_unit_test(what_was_written_before_is_read)};
    return cmocka_run_group_tests_name("lesson_log_text", tests, NULL, NULL);
}
