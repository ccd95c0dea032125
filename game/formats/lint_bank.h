// formats/lint_bank.h: the rules of formats/lint.h while a bank is read, for its own files.
#pragma once

#include "formats/native_draft.h"

/// What is remembered of a question that can be played.
struct lint_seen {
    uint32_t element; // its place among the elements of "questions"
    uint32_t off;     // bit i: enum lint_rule i was said, or does not count for it
};

enum { LINT_LETTERS = 27 }; // a to z, then all others

/// Phrases of a language, in small letters and sorted by their first letter.
struct lint_phrases {
    const char *const *items;
    uint8_t start[LINT_LETTERS + 1]; // of each letter
};

/// What is known while a bank is read. Zeroed but for `lint` is ready.
struct lint_bank {
    struct lint *lint;
    const struct json_scan *scan;
    struct place at; // of the question that is looked at: nothing in it is before
    struct buf seen; // struct lint_seen, of each question of the bank
    struct lint_phrases absolute, undated, above;
};

/// A question that was just read.
struct lint_item {
    struct reader *r;
    const struct draft *draft;
};

/// Reads which rules are switched off in `item`, and reports names of none.
uint32_t lint_read_off(struct reader *r, const cJSON *item);

/// Begins a bank: what it says of itself was read.
void lint_begin(struct reader *r, const struct json_scan *scan);

/// Looks at the question that was just read without an error: the next of the bank.
void lint_question(struct reader *r, const struct draft *draft, uint32_t element);

/// Looks at the bank, which was read but for its topics, and frees what was needed for it.
void lint_end(struct reader *r);

/// Reports in the question at hand.
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void lint_report(struct reader *r, enum lint_rule rule, struct spot spot, const char *format,
                 ...);

/// Reports question `number` of the bank. With `key` it is the value under it that is meant.
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
void lint_report_question(struct reader *r, enum lint_rule rule, int number, const char *key,
                          const char *format, ...);

/// Whether a rule counts for question `number` of the bank, and was not told by reading it.
bool lint_counts(const struct reader *r, enum lint_rule rule, int number);

/// Parses question `number` of the bank again, until native_close().
void lint_reopen(struct reader *r, int number);

/// Phrases of one language. A blank in one is any run of blanks, a "*" at its end any letters.
/// One that begins with "!" is fine: what it holds is not looked for in it.
struct lint_language {
    const char *code; // as "en"; NULL in the last, which is for all others
    const char *const *phrases;
};

/// The phrases for the BCP 47 tag `language`.
const char *const *lint_choose_phrases(const struct lint_language *languages,
                                       const char *language);

/// Makes an index of phrases that are sorted by their first letter and end in a NULL.
struct lint_phrases lint_phrases(const char *const *items);

/// A phrase found in a text.
struct lint_match {
    size_t at, len; // bytes; `len` is 0 if there is none
};

/// Finds the first of `phrases` in `text` that stands there as whole words, in any case, and
/// neither between quotation marks nor as a name, which has a capital inside a sentence. With
/// `skips_titles` a phrase before a capital is a name too.
struct lint_match lint_find_phrase(const struct lint_phrases *phrases, const char *text,
                                   bool skips_titles);

/// Whether all of `text` but blanks and full stops is one of `phrases`.
bool lint_is_phrase(const struct lint_phrases *phrases, const char *text);

/// Whether a field of a question is one that players see or type.
bool lint_is_shown(const cJSON *item);

/// Looks at each text of the question that players see or type, until `look` has found one.
void lint_look_through(const struct lint_item *item,
                       bool (*look)(struct reader *r, const cJSON *text));

/// The text of a choice, which may be an object.
const cJSON *lint_text_of(const cJSON *choice);

void lint_look_letters(const struct lint_item *item);
void lint_look_invisible(const struct lint_item *item);
void lint_look_blank(const struct lint_item *item);
void lint_look_tex(const struct lint_item *item);
void lint_look_choices(const struct lint_item *item);
void lint_look_above(const struct lint_item *item);
void lint_look_absolute(const struct lint_item *item);
void lint_look_undated(const struct lint_item *item);
void lint_look_files(const struct lint_item *item);
void lint_look_alt_text(const struct lint_item *item);
void lint_end_longest(struct reader *r);
void lint_end_first(struct reader *r);
void lint_end_twice(struct reader *r);
void lint_end_explanation(struct reader *r);
void lint_end_source(struct reader *r);
void lint_end_tags(struct reader *r);

/// Sets the phrases of absolute words and of words that age, by the bank's language.
void lint_begin_absolute(struct reader *r);
void lint_begin_undated(struct reader *r);
