// store/question_key.h: what progress on a question is kept under, and finding it again by
// that.
#pragma once

#include "base/arena.h"
#include "core/bank.h"

/// What progress on `question` is kept under within its bank: its id, else its hash as
/// question_key_hash() writes it. In `arena`.
const char *question_key(const struct question *question, struct arena *arena);

/// The question's hash, see formats/question_hash.h, in 32 hexadecimal digits. In `arena`.
const char *question_key_hash(const struct question *question, struct arena *arena);

struct keyed_question {
    const char *key;
    const struct question *question;
};

/// The questions of a bank in the order of their keys. Zeroed: of no bank.
struct question_index {
    const struct bank *bank;
    const struct keyed_question *items;
    int count;
};

/// In `arena`; as good as `bank`.
struct question_index question_index_make(const struct bank *bank, struct arena *arena);

/// The same by their hashes, whether they have an id or not.
struct question_index question_index_make_hashed(const struct bank *bank, struct arena *arena);

/// Returns the question with this key, or NULL.
const struct question *question_index_find(const struct question_index *index, const char *key);
