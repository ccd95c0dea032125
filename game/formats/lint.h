// formats/lint.h: what makes a question a bad one, though it can be played.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/index.h"

enum lint_rule {
    LINT_NO_RIGHT_ANSWER,
    LINT_EQUAL_CHOICES,
    LINT_RIGHT_AND_WRONG,
    LINT_LOOK_ALIKE,
    LINT_INVISIBLE,
    LINT_BLANK_BEFORE_COMMA,
    LINT_TEX,
    LINT_LONGEST_ANSWER,
    LINT_FIRST_ANSWER,
    LINT_ALL_OF_THE_ABOVE,
    LINT_ABSOLUTE_WORD,
    LINT_UNDATED,
    LINT_ASKED_TWICE,
    LINT_NO_EXPLANATION,
    LINT_NO_SOURCE,
    LINT_MISSING_FILE,
    LINT_NO_ALT_TEXT,
    LINT_LONELY_TAG,
    LINT_UNKNOWN_RULE,
    LINT_RULES // none of them
};

#define LINT_BIT(rule) ((uint32_t)1 << (rule))

/// All rules.
#define LINT_ALL (LINT_BIT(LINT_RULES) - 1)

/// The key under which a question, or a bank, lists rules that do not count for it.
#define LINT_OFF_KEY "x-lint-off"

struct lint_item;
struct reader;

/// A rule. It is looked for question by question, or at the end of the bank, or by
/// native_read() itself, which then names it whether it was asked for or not.
struct lint_row {
    const char *name, *reason, *example;
    bool is_read;  // by native_read() itself, at least in part
    bool is_error; // what native_read() finds is an error, so it cannot be switched off
    void (*look)(const struct lint_item *item);
    void (*end)(struct reader *r);
};

extern const struct lint_row lint_rows[LINT_RULES];

/// The rule of this name (`len` bytes); LINT_RULES if there is none.
enum lint_rule lint_find(const char *name, size_t len);

/// The name of a rule that was probably meant, or NULL.
const char *lint_guess(const char *name);

/// What is wanted, and what was seen in the banks so far. Zeroed but for the first part is
/// ready.
struct lint {
    uint32_t wanted; // bit i: enum lint_rule i
    /// Whether the file at `path`, relative to the bank file `bank`, is there. NULL: not asked.
    bool (*has_file)(void *owner, const char *bank, const char *path);
    void *owner;
    struct diags *diags; // of the bank that is read; not those of native_read()

    struct arena arena;
    struct buf asked, banks; // questions by what they ask, and where they are
    struct index asked_index, stem_index;
};

/// Frees what was seen. A zeroed one is fine.
void lint_free(struct lint *lint);
