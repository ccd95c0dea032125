// Banks in files: the examples of the format, hostile ones, and good ones with bytes changed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "base/rng.h"
#include "core/bank.h"
#include "formats/files.h"
#include "formats/native.h"

enum { MUTATIONS = 3000, CHANGES_MOST = 4 };

static const char *verdict(const struct diags *diags)
{
    return diags->errors ? "reject" : diags->warnings ? "warn" : "accept";
}

static void agrees_with_the_manifest(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *folder = files_shared(&arena, "formats/data/hostile");
    if (!folder) {
        arena_free(&arena);
        skip();
    }
    struct file file = files_read(&arena, arena_printf(&arena, "%s/manifest.json", folder));
    cJSON *manifest = cJSON_ParseWithLength(file.text, file.len);
    const cJSON *cases = cJSON_GetObjectItemCaseSensitive(manifest, "cases");
    assert_true(cJSON_GetArraySize(cases) > 0);
    for (const cJSON *item = cases->child; item; item = item->next) {
        const char *name = cJSON_GetObjectItemCaseSensitive(item, "file")->valuestring;
        const char *wanted = cJSON_GetObjectItemCaseSensitive(item, "expect")->valuestring;
        struct file bank = files_read(&arena, arena_printf(&arena, "%s/%s", folder, name));
        assert_non_null(bank.text);
        struct diags diags = {.arena = &arena};
        native_read(name, bank.text, bank.len, &arena, &diags);
        if (strcmp(verdict(&diags), wanted) != 0)
            fail_msg("%s: %s, not %s", name, verdict(&diags), wanted);
    }
    cJSON_Delete(manifest);
    arena_free(&arena);
}

static void takes_all_examples(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *folder = files_shared(&arena, "formats/schema/examples");
    if (!folder) {
        arena_free(&arena);
        skip();
    }
    const char **names;
    size_t count = files_list(&arena, folder, &names);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        struct file file = files_read(&arena, arena_printf(&arena, "%s/%s", folder, names[i]));
        struct diags diags = {.arena = &arena};
        const struct bank *bank = native_read(names[i], file.text, file.len, &arena, &diags);
        if (diags.count)
            fail_msg("%s: %s", names[i], diags.items[0].message);
        assert_non_null(bank);
        assert_true(bank->question_count > 0);
    }
    arena_free(&arena);
}

/// Changes, drops or doubles a byte, or puts in one that means something in JSON.
static size_t mutate(struct rng *rng, char *text, size_t len)
{
    static const char telling[] = "\"\\{}[],:0-.eutfn\n\r\x80\xC3\xED\xF4\x01 '/";
    size_t at = rng_below(rng, len);
    switch (rng_below(rng, 4)) {
    case 0:
        text[at] = (char)rng_below(rng, 256);
        return len;
    case 1:
        memmove(text + at, text + at + 1, len - at - 1);
        return len - 1;
    case 2:
        memmove(text + at + 1, text + at, len - at);
        return len + 1;
    default:
        text[at] = telling[rng_below(rng, sizeof telling - 1)];
        return len;
    }
}

static int count_lines(const char *text, size_t len)
{
    int lines = 1;
    for (size_t i = 0; i < len; i++)
        lines += text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'));
    return lines;
}

static void read_mutation(struct rng *rng, const struct file *file)
{
    size_t len = file->len;
    char *text = malloc(len + CHANGES_MOST);
    assert_non_null(text);
    memcpy(text, file->text, len);
    for (uint64_t changes = 1 + rng_below(rng, CHANGES_MOST); changes > 0; changes--)
        len = mutate(rng, text, len);
    char *exact = malloc(len + !len); // as long as the text, for the sanitizer
    assert_non_null(exact);
    memcpy(exact, text, len);
    free(text);
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    const struct bank *bank = native_read("f.json", exact, len, &arena, &diags);
    assert_true(bank || diags.errors > 0);
    int lines = count_lines(exact, len);
    for (size_t i = 0; i < diags.count; i++) {
        assert_in_range(diags.items[i].place.line, 1, lines);
        assert_true(diags.items[i].place.column >= 1);
        assert_true(strlen(diags.items[i].message) > 0);
    }
    free(exact);
    arena_free(&arena);
}

static void survives_changed_bytes(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct file banks[] = {
        files_read(&arena, files_source(&arena, "questions/tour.json")),
        files_read(&arena, files_source(&arena, "tests/bad/question-wrong-types/input.json")),
        files_read(&arena, files_source(&arena, "tests/bad/cloze/input.json")),
    };
    struct rng rng = rng_seed(7);
    for (int i = 0; i < MUTATIONS; i++) {
        const struct file *file = &banks[i % 3];
        assert_non_null(file->text);
        read_mutation(&rng, file);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_manifest),
        cmocka_unit_test(takes_all_examples),
        cmocka_unit_test(survives_changed_bytes),
    };
    return cmocka_run_group_tests_name("native_files", tests, NULL, NULL);
}
