#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "formats/json_tree.h"

static const char *const names[] = {
    "a",
    "ab",
    "type",
    "typos",
    "explanation",
    "explanations",
    "explain A 6",
    "explain it 6",
    "the very long name of a key",
    "the very fine name of a key",
    "a name of more than thirty-two bytes",
};

enum { NAMES = sizeof names / sizeof *names };

/// The tree of a copy that ends where the text ends, so that the sanitizer sees a byte read too
/// far.
static cJSON *tree_of(const char *text, struct json_maker *known, struct arena *kept,
                      struct arena *arena)
{
    size_t len = strlen(text);
    char *copy = malloc(len);
    assert_non_null(copy);
    for (size_t i = 0; i < len; i++)
        copy[i] = text[i];
    struct json_item all = {.at = 0, .len = (uint32_t)len};
    cJSON *root = json_tree(known, copy, len, &all, kept, arena);
    free(copy);
    return root;
}

static cJSON *tree(const char *text, struct json_maker *known, struct arena *arena)
{
    return tree_of(text, known, arena, arena);
}

// The same tree that cJSON makes, up to texts at the very end and of all lengths.
static void builds_what_cjson_builds(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\"\"",
        "\"a text that is longer than what is looked at in one go\"",
        "[]",
        "{}",
        "[ 1 , -2.5e3 , true , false , null , [ ] , { } ]",
        "{\"a\":{\"b\":[\"x\",{\"c\":\"\\u00e9\\n\\\"\"}]},\"d\":\"\xC3\xA9, \xE5\xB1\xB1\"}",
        "[\"\x7F\",\"behind ASCII a caf\xC3\xA9 and then again nothing else than ASCII\"]",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena arena = {0};
        struct json_maker none = {0};
        cJSON *wanted = cJSON_Parse(texts[i]);
        cJSON *found = tree(texts[i], &none, &arena);
        char *wanted_text = cJSON_PrintUnformatted(wanted);
        char *found_text = cJSON_PrintUnformatted(found);
        assert_string_equal(found_text, wanted_text);
        free(wanted_text);
        free(found_text);
        cJSON_Delete(wanted);
        arena_free(&arena);
    }
}

static void marks_plain_texts(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct json_maker none = {0};
    cJSON *item =
        tree("[\"plain ~\",\"\",\"\\n\",\"\x7F\",\"caf\xC3\xA9\",1]", &none, &arena)->child;
    static const bool is_plain[] = {true, true, false, false, false, false};
    for (size_t i = 0; i < sizeof is_plain; i++, item = item->next)
        assert_int_equal((item->type & JSON_TREE_PLAIN) != 0, is_plain[i]);
    arena_free(&arena);
}

// Keys that start alike, are the start of another, or are written with an escape; each in many
// objects, so that they are found by where they stood before.
static void knows_names(void **state)
{
    (void)state;

    static const struct {
        const char *written, *key;
        int name;
    } keys[] = {
        {"a", "a", 0},
        {"", "", NAMES},
        {"ab", "ab", 1},
        {"abc", "abc", NAMES},
        {"\\u0061", "a", 0},
        {"typos", "typos", 3},
        {"type", "type", 2},
        {"typ", "typ", NAMES},
        {"explanation", "explanation", 4},
        {"explanations", "explanations", 5},
        {"explanatio", "explanatio", NAMES},
        {"explain A 6", "explain A 6", 6},
        {"explain B 6", "explain B 6", NAMES},
        {"the very long name of a key", "the very long name of a key", 8},
        {"the very fine name of a key", "the very fine name of a key", 9},
        {"a name of more than thirty-two bytes", "a name of more than thirty-two bytes", 10},
        {"a name of more than thirty-on", "a name of more than thirty-on", NAMES},
    };

    enum { KEYS = sizeof keys / sizeof *keys };

    struct buf text = {0};
    buf_byte(&text, '[');
    for (int i = 0; i < KEYS * KEYS; i++) {
        buf_printf(&text, "%s{\"%s\":1,\"%s\" : {\"%s\":3}}", i ? "," : "",
                   keys[i % KEYS].written, keys[i / KEYS].written, keys[i % KEYS].written);
    }
    buf_byte(&text, ']');
    struct arena arena = {0};
    struct json_maker known = {.names = names, .count = NAMES};
    const cJSON *object = tree(text.data, &known, &arena)->child;
    for (int i = 0; i < KEYS * KEYS; i++, object = object->next) {
        const cJSON *first = object->child, *second = first->next;
        assert_string_equal(first->string, keys[i % KEYS].key);
        assert_string_equal(second->string, keys[i / KEYS].key);
        assert_string_equal(second->child->string, keys[i % KEYS].key);
        assert_int_equal(json_tree_name(first), keys[i % KEYS].name);
        assert_int_equal(json_tree_name(second), keys[i / KEYS].name);
        assert_int_equal(json_tree_name(second->child), keys[i % KEYS].name);
        assert_true(cJSON_IsNumber(first) && cJSON_IsObject(second));
    }
    arena_free(&arena);
    buf_free(&text);
}

// Texts under some names outlive the tree, side by side, and nothing else does.
static void keeps_texts(void **state)
{
    (void)state;
    static const char text[] =
        "{\"a\":\"one\",\"ab\":\"not\",\"a\":[\"\\ttwo\",{\"ab\":\"three\"}],\"x\":\"not\","
        "\"typos\":\"\xC3\xA9 is the last one that is kept, and a longer "
        "one\",\"type\":\"not\"}";
    static const char wanted[] =
        "one\0\ttwo\0three\0\xC3\xA9 is the last one that is kept, and a longer one";
    struct arena arena = {0}, kept = {0};
    struct json_maker known = {.names = names, .count = NAMES, .kept = 1 << 0 | 1 << 3};
    const char *start = arena_text(&kept, "before", 6) + 7;
    const cJSON *item = tree_of(text, &known, &kept, &arena)->child;
    assert_true(item->type & JSON_TREE_KEPT);
    assert_false(item->next->type & JSON_TREE_KEPT);
    assert_true(cJSON_IsString(item) && cJSON_IsString(item->next));
    assert_int_equal(json_tree_name(item->next), 1);
    arena_free(&arena);
    assert_memory_equal(start, wanted, sizeof wanted);
    const char *next = arena_alloc(&kept, 100, 1);
    assert_ptr_equal(next, start + sizeof wanted);
    for (int i = 0; i < 100; i++)
        assert_int_equal(next[i], 0);
    arena_free(&kept);
}

static void finds_a_value_behind_any_blanks(void **state)
{
    (void)state;
    static const char text[] =
        "[{\"type\":1},{\"type\": 2},{\"type\" : 3},{\"type\":\n  4},{\"type\":5},"
        "\"which is a text that fills the end\"]";
    struct arena arena = {0};
    struct json_maker maker = {.names = names, .count = NAMES};
    const cJSON *object = tree(text, &maker, &arena)->child;
    for (int i = 1; i <= 5; i++, object = object->next) {
        assert_int_equal(object->child->valueint, i);
        assert_int_equal(json_tree_name(object->child), 2);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_what_cjson_builds),
        cmocka_unit_test(marks_plain_texts),
        cmocka_unit_test(knows_names),
        cmocka_unit_test(keeps_texts),
        cmocka_unit_test(finds_a_value_behind_any_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
