// Feeds the bank reader whatever libFuzzer makes up; the sanitizers say what is wrong.
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "core/bank.h"
#include "formats/lint.h"
#include "formats/native.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct diags bad = {.arena = &arena};
    struct lint lint = {.wanted = LINT_ALL, .diags = &bad};
    const struct bank *bank =
        native_read_lint("fuzz.json", (const char *)data, size, &arena, &diags, &lint);
    // A bank that is refused says why; a place is in the text.
    assert(bank || diags.errors > 0);
    assert(!bank || bank->question_count >= 0);
    for (size_t i = 0; i < diags.count; i++) {
        assert(diags.items[i].place.line >= 1 && diags.items[i].place.column >= 1);
        assert((size_t)diags.items[i].place.line <= size + 1);
    }
    struct buf out = {0};
    for (size_t i = 0; i < diags.count; i++)
        diag_print(&diags.items[i], &out);
    for (size_t i = 0; i < bad.count; i++) {
        assert(bad.items[i].severity == DIAG_WARNING && bad.items[i].rule);
        diag_print(&bad.items[i], &out);
    }
    buf_free(&out);
    lint_free(&lint);
    arena_free(&arena);
    return 0;
}
