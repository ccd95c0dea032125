// Feeds the bank reader whatever libFuzzer makes up; the sanitizers say what is wrong.
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "core/bank.h"
#include "formats/native.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    const struct bank *bank =
        native_read("fuzz.json", (const char *)data, size, &arena, &diags);
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
    buf_free(&out);
    arena_free(&arena);
    return 0;
}
